"""How dates are put together, in the letters of row.py.

No pattern repeats without a bound, so each looks at some twenty letters at the most.
"""

import re
from functools import cache

_WEEKDAY = r"(?:(?:W|w\.?)p?,?(?:ie|[ei])?)"
_MONTH = r"(?:[Mm]|a\.?)"
_YEAR = "(?:,?v?'?Y(?!-?%))"
_EARLY = "(?:e?k[-v]?e?)?"
_DAY_FIRST = rf"{_WEEKDAY}?[DO]\.?(?:v'?)?{_MONTH}{_YEAR}?"
# "In September 20 people" is no day, but "the September 11 attacks" is one.
_MONTH_FIRST = (
    rf"{_WEEKDAY}?(?:(?:(?<=e)[Mm]|a\.?)e?[DO](?!-?[%u])|[Mm]e?(?:O|D(?!-?[%us]))){_YEAR}?"
)
_BEFORE = "(?P<before>(?:[fbv]e?)?)"
_JOIN = "(?P<join>[t&/-])i?e?"
_ANY = rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_MONTH}{_YEAR}?|Y|L?W)"
_AMOUNT = "(?:n?[nDNq]v?)"

#: By name, in the order in which they are tried, with the letters that they may begin with.
PATTERNS: dict[str, tuple[str, str]] = {
    "days": ("fbvWwDO", rf"{_BEFORE}(?P<a>{_DAY_FIRST}){_JOIN}(?P<b>{_DAY_FIRST})"),
    "days_of_month": ("fbvWwDO", rf"{_BEFORE}(?P<a>{_WEEKDAY}?[DO]\.?){_JOIN}(?P<b>{_DAY_FIRST})"),
    "listed_day": ("DO", rf"(?P<a>[DO]\.?)(?=(?:,[DO]\.?){{0,4}},?&e?(?P<b>{_DAY_FIRST}))"),
    "another_day": ("DO", rf"(?:(?<=&)|(?<=&e)|(?<=,))[DO](?!-?[%us]){_YEAR}?"),
    "month_days": ("fbvWwMma", rf"{_BEFORE}(?P<a>{_MONTH_FIRST}){_JOIN}(?P<b>{_MONTH_FIRST})"),
    "month_to_day": (
        "fbvWwMma",
        rf"{_BEFORE}(?P<a>{_MONTH_FIRST}){_JOIN}(?P<b>[DO](?!-?[%us]){_YEAR}?)",
    ),
    "months": ("fbvMma", rf"{_BEFORE}(?P<a>{_MONTH}{_YEAR}?){_JOIN}(?P<b>{_MONTH}{_YEAR}?)"),
    "years": ("fbvY", rf"{_BEFORE}(?P<a>Y){_JOIN}(?P<b>[YDN])(?!-?[%D])"),
    "weekdays": ("fbvW", rf"{_BEFORE}(?P<a>W)p?{_JOIN}(?P<b>W)p?"),
    "mixed": ("fbv", rf"(?P<before>[fbv]e?)(?P<a>{_ANY}){_JOIN}(?P<b>{_ANY})"),
    "figures": ("fbIF", r"(?P<before>[fb]?)(?P<a>[IF])(?P<join>[t&/-])(?P<b>[IF])"),
    "date_in_brackets": ("W", rf"Wp?\(,?(?:{_DAY_FIRST}|{_MONTH_FIRST})\)"),
    "point_of_year": ("WwDOMma", rf"(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_MONTH})v?e?(?P<near>[Ll])u"),
    "point": ("WwDOMmaek", rf"{_DAY_FIRST}|{_MONTH_FIRST}|{_EARLY}{_MONTH},?v?Y(?!-?%)"),
    "figure": ("WwIFJ", rf"{_WEEKDAY}?[IFJ]"),
    "iso_week": ("K", "K"),
    "nth_weekday": ("oOL", rf"(?P<number>[oOL])(?P<weekday>W)[vi](?P<month>{_MONTH}{_YEAR}?)"),
    "day_of_near_month": ("O", r"(?P<day>O)v?(?P<near>L)u"),
    "weekday_and_day": ("W", r"We?(?:O|D\.(?=[,t-]|$))"),
    "weekday": ("LlW", r"(?P<near>[Ll]{0,2})Wp?(?:[vi]?(?P<of>Lu)|(?P<behind>l))?"),
    "month": ("ekLlMma", rf"{_EARLY}(?P<near>[Ll]{{0,2}})(?P<month>M|m|a\.)(?P<behind>l)?"),
    "half": ("oOP", "(?:[oO]-?H|P)v?e?(?P<year>Y|Lu)"),
    "quarter": ("oODLQY", r"(?:[oO]-?R|D\.R|LR|Q)(?:v?e?(?P<year>Y|Lu))?|(?P<first>Y)Q"),
    "weeks": ("ekLluy", f"{_EARLY}(?:[Ll][uU]|ul)|[Ll][py]|yl"),
    "end_of_unit": ("ek", "e?kveu"),
    "another": ("enDNq", f"ej[uy]|eLu|{_AMOUNT}uB"),
    "ago": ("nDNqg", rf"{_AMOUNT}uG|g(?P<bound>[^.;\n]{{0,3}}?){_AMOUNT}u"),
    "today": ("T", "T(?!T)p?|TT?"),
    "day_after": ("e", "eu_T"),
    "decade": ("ekEdu", f"{_EARLY}E(?:-?u)?|e?[du]v?e?(?P<number>[YDN])"),
    "century": ("ekoODrU", rf"{_EARLY}(?:[oO]-?U|D\.U|rU|Ur)"),
    "season": ("ekLS", rf"{_EARLY}(?:LS|Sl|Sv?v?'?Y|(?<=i)e?S(?!['v-]))"),
    "weekend": ("ey", "(?<=[i_])e?y"),
    "no_year": ("u", "uN"),
    "year": ("ekY", f"{_EARLY}Y(?!-?%)"),
}


# A pattern may only begin here: "the" and "a" are in every sentence, and mostly before no date.
_BEGINNING = r"""
    [WwMmaYIFKJTQPErlSUydLg]
  | e(?=[WwDOMmaYkjLduoESyrU])
  | [fbv](?=e?[WwDOMmaYILlF])
  | u(?=[lNvYD])
  | k(?=[-veLMmaEYoODrUSuj])
  | [DOo](?=[.v't&/MmaWuRHUL-])
  | [DO](?=,[DO])
  | (?:(?<=&)|(?<=&e)|(?<=[DO],))[DO]
  | [Nnq](?=v?[uDNqn])
"""


@cache
def beginning() -> re.Pattern[str]:
    """Finds where a date may begin."""
    return re.compile(_BEGINNING, re.VERBOSE)


@cache
def patterns(letter: str) -> list[tuple[str, re.Pattern[str]]]:
    """Those that may begin with `letter`, in the order in which they are tried."""
    return [(name, _compiled(name)) for name, (letters, _) in PATTERNS.items() if letter in letters]


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(PATTERNS[name][1])


@cache
def next_with_year() -> re.Pattern[str]:
    """The rest of a list whose last date alone has its year."""
    day = rf"(?:(?:e?[DO]\.?v?)?{_MONTH}|(?:{_MONTH})?e?[DO])"
    return re.compile(rf"(?:,{day}){{0,4}},?&e?{day},?v?Y(?!-?%)")


@cache
def month_of_list() -> re.Pattern[str]:
    """What stands before the second or later day of `March 3, 5 and 7`, from the month on."""
    return re.compile(rf"{_MONTH}e?[DO](?:,[DO]){{0,4}}(?P<join>,?&|,)e?$")


@cache
def rest_of_list() -> re.Pattern[str]:
    """What stands behind a day of a list that is not its last."""
    return re.compile(r"(?:,[DO]){0,4},?&e?[DO](?!-?[%us])(?P<year>,?v?Y(?!-?%))?")
