"""Signs and codes of currencies, which need no language."""

#: Codes that are words, or parts of names, and are not read in a text: COP28.
_UNREAD = frozenset({"ALL", "COP", "CUP", "MAD", "SOS", "TOP", "TRY"})
#: ISO 4217, and two that are traded beside it.
CODES = frozenset(
    """
    AED AFN AMD ANG AOA ARS ATS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP
    BYN BZD CAD CDF CHF CLP CNH CNY CRC CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB ETH EUR
    FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MOP MRU
    MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
    RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX
    USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    """.split()  # noqa: SIM905  a table of words, not a page of quotes
)

#: What a sign stands for where nothing else is said.
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CDN$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u00a5": "JPY",
    "\uffe5": "JPY",
    "CN\u00a5": "CNY",
    "RMB": "CNY",
    "\u20b9": "INR",
    "Rs": "rupee",
    "Rs.": "rupee",
    "\u20bd": "RUB",
    "\u20a9": "KRW",
    "\u20aa": "ILS",
    "\u20ba": "TRY",
    "\u20b4": "UAH",
    "\u20a6": "NGN",
    "\u20b1": "PHP",
    "\u0e3f": "THB",
    "\u20ab": "VND",
    "\u20b8": "KZT",
    "\u20bf": "BTC",
    "\u20a1": "CRC",
    "\u20b2": "PYG",
    "\u20b5": "GHS",
    "\u20bc": "AZN",
    "\u20be": "GEL",
    "\u20a8": "rupee",
    "Fr.": "franc",
    "kr": "krone",
    "kr.": "krone",
    "Kr.": "krone",
    "\u00a2": "USD / 100",
}

#: Names of several currencies, each its own: nothing says which.
SHARED = {
    "rupee": "rupees of India, Pakistan, Sri Lanka or Nepal",
    "peso": "pesos of Mexico, Argentina, Colombia, Chile, the Philippines or another country",
    "krone": "kronor or kroner of Sweden, Norway, Denmark or another country",
    "franc": "francs of Switzerland, of France before 2002, or CFA francs",
    "dinar": "dinars of Kuwait, Iraq, Serbia, Algeria or another country",
    "shilling": "shillings of Kenya, Uganda, Tanzania or Somalia",
    "toman": "ten Iranian rials, or ten thousand in the speech of the street",
}


def is_currency(name: str) -> bool:
    return name in CODES or name in SHARED or name in _UNREAD
