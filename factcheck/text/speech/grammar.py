"""The small words of English by what they do in a sentence."""

from factcheck.text.cues import ENGLISH, words
from factcheck.text.speech.units import Token

BE = words("is are was were be been being am")
HAVE = words("has have had having")
DO = words("did does do didn't doesn't don't")
MODAL = words(
    "will would could can may might must should shall won't wouldn't couldn't can't cannot "
    "shouldn't mustn't mightn't"
)
NEGATED = words("isn't aren't wasn't weren't hasn't haven't hadn't")
AUXILIARY = BE | HAVE | DO | MODAL | NEGATED
SUBJECTS = words("he she they it we i you")
OBJECTS = words("him her them us me it you")
RELATIVE = frozenset({"who", "which"})
QUESTIONS = words("whether how why when what where who if which")
DETERMINERS = words(
    "the a an this that these those his her its their our my your some any no every each both "
    "another one two three four five six seven eight nine ten several many few most all"
)
PREPOSITIONS = words(
    "in on at after during for by with under from since before despite until of to about as "
    "amid among against over into through between within without near across because like "
    "toward towards via following upon"
)
CONJUNCTIONS = words(
    "that because while when if although though as whether since until than so but nor or and "
    "where what why how unless once yet whereas whose whom after before"
)
LEADS = words(
    "but and yet so still meanwhile however then now also later earlier moreover furthermore "
    "instead indeed nevertheless nonetheless besides separately elsewhere again overall or "
    "therefore thus today yesterday"
)
ADVERBS = words(
    "also later then once still even just now already never not ever first again soon often "
    "always too long since only both have all himself herself itself themselves "
    "earlier afterwards afterward today yesterday tonight thus therefore n't"
)
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight mon. "
    "tue. wed. thu. fri. sat. sun."
)
PERIODS = words("week month year night morning afternoon evening weekend")
MONTHS = words(
    "january february march april may june july august september october november december"
)
NOT_ADVERBS = words("family italy july assembly ally supply monopoly only reply daily")
# A past tense that is no participle, or is seldom one: it shows that a clause is a clause.
PASTS = words(
    "fell rose went took came became began got won lost saw knew gave kept held ran led sold "
    "bought sent spent spoke stood met left made broke drove drew grew flew fled fought found "
    "froze hid hurt shot shook sank stole struck swept threw wore shrank chose ate built paid "
    "caught brought felt meant mean remain remains need want seem seems appear appears make "
    "take give needs means remains wants faces runs costs hits cut set lies "
    "arose bent bit blew bound burnt burst crept dealt dug drank fed forgot hung learnt lent rang "
    "rode sang sat slept slid sought spun swam swore swung taught tore won withdrew woke wept"
)
PLURALS = words("people police media data they we i you men women children staff")
PUNCTUATION = frozenset(",.;:()[]\u2014\u2013-!?\u2026/*\u2022\"'")
DASHES = frozenset({"\u2014", "\u2013", "-"})
# Verbs that are seldom anything else, so that no noun phrase runs over them.
_PLAIN_VERBS = frozenset(
    word for word, form in ENGLISH.items() if "v" not in form.follows and form.shape != "ing"
) - {"read", "put", "puts", "understood", "rejected", "described", "dubbed", "recommended"}


def is_capital(token: Token) -> bool:
    return token.word[0].isupper()


def is_number(token: Token) -> bool:
    return token.word[0].isdigit()


def is_adverb(token: Token) -> bool:
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and token.word == low and low not in NOT_ADVERBS)


def is_verb(token: Token) -> bool:
    low = token.low
    # Theresa May, Will Smith.
    if is_capital(token):
        return False
    return low in AUXILIARY or low in PASTS or low in _PLAIN_VERBS


def is_plural(token: Token) -> bool:
    low = token.low
    return low in PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "'s", "is")))


def ends_phrase(token: Token) -> bool:
    """Whether no noun phrase runs over `token`."""
    if token.quote:
        return token.end - token.start > 40 or token.closes in ",.?!"
    low = token.low
    return (
        token.word in PUNCTUATION
        or low in CONJUNCTIONS
        or low in RELATIVE
        or low in SUBJECTS
        or is_verb(token)
    )


def is_clause(tokens: list[Token], first: int, last: int) -> bool:
    """Whether tokens `first` to `last` have a subject and, by all signs, a finite verb."""
    last = min(last, first + 40, len(tokens) - 1)
    if first > last or tokens[first].low in PREPOSITIONS or tokens[first].word in PUNCTUATION:
        return False
    return any(_is_finite(tokens, at) for at in range(first + 1, last + 1))


def _is_finite(tokens: list[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    low = token.low
    if low in AUXILIARY or low in PASTS:
        return before.low not in {"to", "the", "a"}
    if before.low in {"he", "she", "they", "we", "it", "i"}:
        return low.isalpha()
    if before.low in DETERMINERS | PREPOSITIONS or is_number(before) or before.word in PUNCTUATION:
        return False
    if low.endswith("ed") or low in ENGLISH:
        return True
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return low.endswith("s") and token.word == low and follows in {"the", "a", "an", "to", "no"}
