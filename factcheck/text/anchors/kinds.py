"""What kind of word a token is, as far as a fact-checker cares when it changes.

The tables hold English, German, French, Spanish, Arabic and Chinese together: a text quotes
other languages, and a word too many costs less than a "not" that is overlooked.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from factcheck.text.anchors.tokens import Draft


class What(StrEnum):
    """What was changed."""

    NEGATION = "negation"
    FIGURE = "figure"
    UNIT = "unit"
    DATE = "date"
    QUANTIFIER = "quantifier"
    NAME = "name"
    OTHER = "other"


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEGATIONS = _table(
    """
    not no never none nobody nothing nowhere neither nor without cannot non hardly scarcely barely
    denies denied deny false untrue fails failed refuses refused
    nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder ohne
    kaum
    n' ne pas jamais aucun aucune sans ni rien personne nullement guère
    nunca jamás ningún ninguno ninguna nada nadie sin tampoco
    لا لم لن ليس ليست ليسوا لست غير بدون دون بلا ولا ولم ولن وليس وليست فلا فلم فلن فليس أبدا أبداً
    不 没 沒 未 无 無 非 否 勿
    """
)
# Quantities without a figure, bounds of a figure, and words that take the certainty away.
QUANTIFIERS = _table(
    """
    all every each both some any many much most few fewer several more less least only just
    half majority minority various numerous always often usually sometimes rarely seldom mostly
    partly nearly almost approximately roughly exactly precisely maximum minimum
    may might could would should possibly perhaps maybe probably likely unlikely reportedly
    allegedly supposedly apparently presumably reported alleged claimed suspected expected
    alle allen aller alles jede jeder jedes jeden einige einigen manche viele vielen wenige wenigen
    mehrere mehr weniger meisten mindestens höchstens nur immer oft selten meist ungefähr etwa
    beinahe knapp genau vielleicht möglicherweise angeblich mutmaßlich wahrscheinlich vermutlich
    wohl könnte könnten soll sollen dürfte
    tout tous toute toutes chaque plusieurs quelques certains certaines beaucoup peu plupart plus
    moins seulement environ presque exactement toujours souvent rarement peut-être probablement
    pourrait pourraient prétendument
    todo todos toda todas cada algunos algunas varios varias muchos muchas pocos pocas mayoría más
    menos solo sólo casi aproximadamente siempre raramente quizás quizá podría podrían
    presuntamente supuestamente
    كل جميع بعض معظم أغلب كثير كثيرون قليل عدة أكثر أقل فقط حوالي نحو تقريبا تقريباً ربما قد
    يزعم دائما غالبا نادرا
    都 全 每 些 多 少 仅 僅 只 约 約 最 可能 或
    """
)
# These bound a figure, and are prepositions or adjectives elsewhere.
BOUNDS = _table(
    """
    over under about around above below near beyond past up to than at over-
    fast rund über unter bis gegen
    près jusqu' plus moins
    unos unas hasta cerca
    """
)
FIGURES = _table(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions trillion trillions dozen
    dozens twice once double triple quarter third first second
    null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig
    sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden dutzend
    deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante soixante
    cent mille milliard milliards millier milliers douzaine
    dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta
    cien ciento mil millón millones docena
    واحد اثنان ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان تسعة تسع عشرة عشر
    عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين مئة مائة ألف آلاف مليون ملايين مليار
    零 一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩
    """
)
# Lower case, because French and Spanish write them so; "may" and "march" need a capital.
DATES = _table(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    today yesterday tomorrow tonight
    januar jänner februar märz mai juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche aujourd'hui hier demain
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اليوم أمس غدا غداً
    """
)
CAPITAL_DATES = _table(
    "may march mar jan jun sat sun mon wed fri dec oct sep second mars august morgen"
)
UNITS = _table(
    """
    % ‰ ° $ € £ ¥ ₽ ₩ ₹ ¢ percent percentage points pct
    mm cm m km mi ft in yd mph kmh kph kn knots knot nm mile miles metre metres meter meters
    kilometre kilometres kilometer kilometers feet foot inch inches yard yards
    mg g kg t lb lbs oz gram grams kilogram kilograms kilo kilos ton tons tonne tonnes pound pounds
    ounce ounces ml l litre litres liter liters gallon gallons barrel barrels
    m² km² m³ ha acre acres hectare hectares square cubic
    w kw mw gw kwh mwh gwh twh hz khz mhz ghz watt watts kilowatt kilowatts megawatt megawatts
    v volt volts j joule joules pa bar psi
    c f celsius fahrenheit kelvin degree degrees
    s sec secs min mins h hr hrs minute minutes hour hours day days week weeks month months
    year years decade decades century centuries
    dollar dollars euro euros usd eur gbp jpy cny rub krw cent cents ruble rubles won yen yuan
    kb mb gb tb byte bytes
    prozent meter kilometer tonnen stunde stunden minuten sekunden tag tage tagen woche wochen
    monat monate jahr jahre jahren zoll pfund quadratkilometer
    pour-cent heure heures jour jours semaine semaines mois an ans année années mètre mètres
    kilomètre kilomètres tonne livres
    por ciento hora horas día días semana semanas mes meses año años metro metros kilómetro
    kilómetros tonelada toneladas dólares
    كيلومتر كيلومترا متر مترا طن طنا ساعة ساعات يوم يوما أيام أسبوع شهر شهرا أشهر سنة سنوات عام
    دولار دولارا يورو بالمئة بالمائة ميل ميلا درجة
    元 年 月 日 米 里 吨 噸 公 度 岁 歲
    """
)
CURRENCIES = frozenset("$€£¥₽₩₹¢")
SIGNS = frozenset("+-\u00b1~<>\u2264\u2265\u2248\u2260\u207b#") | CURRENCIES | frozenset("%‰°")
# Words that begin a sentence without being a name.
_STARTERS = _table(
    """
    a an the this that these those it its he his she her they their we our i my you your in on at
    by for from with to of as and but or if when while where what who how why there here after
    before since because although yet also however according
    der die das ein eine er sie es wir und aber in im am an auf mit von zu
    le la les un une il elle ils elles nous et mais dans en à de du des ce cette
    el los las una y pero en de del este esta
    """
)
_ENDERS = frozenset(".!?:\u3002\uff01\uff1f\u061f\u06d4\u0964")
_OPENERS = frozenset("\"'([-*\u2022#")


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much it says that two sentences share `word`."""
    if not word[0].isalnum():
        return 0.05
    if len(word) == 1 and ord(word) > 0x2E80:
        return 0.5
    return 1.0 if len(word) > 3 or word[0].isdigit() else 0.3


def what(draft: Draft, token: int) -> What:
    """What a token is, by itself and by its neighbours."""
    word = draft.words[token]
    low = word.casefold()
    for kind, is_one in (
        (What.NEGATION, is_negation(low)),
        (What.UNIT, low in UNITS and _measures(draft, token)),
        (What.DATE, is_date(word, low)),
        (What.FIGURE, is_figure(word) or is_sign(draft, token)),
        (What.QUANTIFIER, low in QUANTIFIERS or (low in BOUNDS and _bounds(draft, token))),
        (What.NAME, is_name(draft, token)),
    ):
        if is_one:
            return kind
    return What.OTHER


def is_negation(low: str) -> bool:
    return low in NEGATIONS or low.endswith("n't")


def is_date(word: str, low: str) -> bool:
    return low in DATES and (low not in CAPITAL_DATES or word[0].isupper())


def is_figure(word: str) -> bool:
    # A Han numeral is a letter and numeric, too; it stands in the table.
    return any(char.isnumeric() for char in word) or word.casefold() in FIGURES


def is_sign(draft: Draft, token: int) -> bool:
    """A plus or minus of the figure behind it, not a range or a hyphen."""
    if draft.words[token] not in {"+", "-", "\u00b1"} or token + 1 == draft.size:
        return False
    glued = not draft.spaced(token + 1) and draft.spaced(token)
    return glued and is_figure(draft.words[token + 1])


def _measures(draft: Draft, token: int) -> bool:
    """Whether a figure stands before a word, or behind the sign of a currency."""
    if token and is_figure(draft.words[token - 1]):
        return True
    is_last = token + 1 == draft.size
    if draft.words[token] in CURRENCIES | {"%", "°"}:
        return True
    return not is_last and draft.words[token] == "USD" and is_figure(draft.words[token + 1])


def _bounds(draft: Draft, token: int) -> bool:
    return any(
        is_figure(draft.words[near]) or draft.words[near] in CURRENCIES
        for near in range(token + 1, min(token + 3, draft.size))
    )


def is_name(draft: Draft, token: int) -> bool:
    """A capital that the beginning of a sentence does not explain."""
    word = draft.words[token]
    if not word[0].isupper():
        return False
    if len(word) > 1 and word.isupper():
        return True
    if word.casefold() in _STARTERS:
        return False
    # The first word of a bare quotation is a name more often than not.
    return token == 0 or not begins(draft, token)


def begins(draft: Draft, token: int) -> bool:
    """Whether a token begins a sentence, a line in quotation marks or a list item."""
    at = token - 1
    while at >= 0 and draft.words[at] in _OPENERS:
        at -= 1
    return at < 0 or draft.words[at] in _ENDERS


def worst(kinds: Iterable[What]) -> What:
    """The kind that a checker must not overlook, of several."""
    found = set(kinds)
    return next((kind for kind in What if kind in found), What.OTHER)
