"""Whether two words are one word, spelled otherwise: a misprint, a variant, another ending."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from factcheck.text.letters import BLANKLESS, bare, without_apostrophes

# From so many letters on, two letters may be transposed or one doubled; one may be missing or
# another one; and the last one may be missing. Short words are too close to each other.
SHORT = 4
LONG = 7
LONGER = 8
_SIGNS = re.compile(f"[{BLANKLESS}\uac00-\ud7af]")


def _table(pairs: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in pairs.split())


# One word in two spellings that have too little in common for a count of letters.
_VARIANTS = _table(
    """
    tyre/tire grey/gray kerb/curb cheque/check gaol/jail plough/plow draught/draft sceptic/skeptic
    programme/program enquiry/inquiry enquiries/inquiries enquire/inquire ageing/aging
    aluminium/aluminum manoeuvre/maneuver pyjamas/pajamas storey/story whilst/while amongst/among
    amidst/amid towards/toward afterwards/afterward forwards/forward backwards/backward
    axe/ax cosy/cozy mum/mom moustache/mustache sulphur/sulfur doughnut/donut licence/license
    practise/practice adviser/advisor learnt/learned burnt/burned spelt/spelled dreamt/dreamed
    ok/okay &/and vs/versus which/that who/that who/whom whom/that a/an is/are was/were has/have
    do/does d'/de l'/le l'/la hte/the teh/the adn/and nad/and taht/that thier/their fo/of ot/to
    says/said ensure/insure orientated/oriented gray/grey yoghurt/yogurt theatre/theater
    metre/meter litre/liter fibre/fiber centre/center
    """
)
# Two words that a misprint could turn into each other, and that say different things.
_CONFUSED = _table(
    """
    casual/causal martial/marital trail/trial trails/trials united/untied unite/untie diary/dairy
    angel/angle angels/angles quite/quiet form/from forms/froms sacred/scared board/broad
    beard/bread tired/tried fired/fried split/spilt coast/coats lost/lots cost/cots post/pots
    bets/best calm/clam lion/loin salt/slat silver/sliver signed/singed sign/sing north/thorn
    costal/coastal desert/dessert diner/dinner later/latter loose/lose holy/holly
    change/chance changed/chanced statue/statute statues/statutes country/county
    countries/counties complement/compliment principal/principle personal/personnel
    perspective/prospective prescribe/proscribe prescribed/proscribed persecute/prosecute
    persecuted/prosecuted persecution/prosecution adopted/adapted adopting/adapting
    adoption/adaption patient/patent patients/patents formally/formerly nuclear/unclear
    immortal/immoral through/thorough through/though historic/historical stationary/stationery
    relegated/regulated started/stated starting/stating starving/starting strained/stained
    defuse/diffuse supposed/suppose interment/internment interned/interred morality/mortality
    immorality/immortality hypertension/hypotension intrastate/interstate bathing/batting
    planned/planed tortured/tutored conviction/convection mediation/medication
    meditation/mediation meditation/medication organism/orgasm vocation/vacation
    descendent/descendant expansive/expensive extensive/expensive reporter/repeater
    """
)
# Endings that make another person or another degree of a word.
_INFLECTED = frozenset({"s", "d", "es", "ed", "ue"})
_VOWELS = frozenset("aeiouy")
_ALIKE_LETTERS = ({"s", "z"}, {"c", "s"}, {"c", "k"}, {"m", "n"}, {"f", "v"})
_ENDINGS = (
    ("er", "ee"),
    ("ers", "ees"),
    ("or", "ee"),
    ("ed", "er"),
    ("ed", "ers"),
    ("er", "est"),
    ("less", "ful"),
    ("able", "ible"),
)


@lru_cache(maxsize=65536)
def alike(word: str, other: str) -> bool:
    """Whether `other`, in lower case, is `word` spelled otherwise."""
    if word == other or _plain(word) == _plain(other) or frozenset((word, other)) in _VARIANTS:
        return True
    if not (word.isalpha() and other.isalpha()) or word[0] != other[0]:
        return False
    # A Han sign or a Hangul syllable is no letter: with another one it is another word.
    if _SIGNS.search(word) or _SIGNS.search(other):
        return False
    if frozenset((word, other)) in _CONFUSED or _is_other_ending(word, other):
        return False
    return _distance(word, other)


def _plain(word: str) -> str:
    return without_apostrophes(bare(word))


def _is_other_ending(word: str, other: str) -> bool:
    return any(
        (word.endswith(one) and other.endswith(two)) or (word.endswith(two) and other.endswith(one))
        for one, two in _ENDINGS
        if word[: -len(one)] == other[: -len(two)] or word[: -len(two)] == other[: -len(one)]
    )


def _distance(word: str, other: str) -> bool:
    """Whether a misprint makes one word of the other."""
    short, long = sorted((word, other), key=len)
    if long.startswith(short):
        added = long[len(short) :]
        return len(short) >= (SHORT if added in _INFLECTED else LONGER) and len(added) < 3
    if short.replace("our", "or") == long.replace("our", "or"):
        return True
    apart = OSA.distance(word, other, score_cutoff=2)
    if apart != 1:
        return apart == 2 and len(long) - len(short) == 2 and len(short) >= LONGER
    if len(short) < len(long):
        return len(short) >= (SHORT if _is_doubled(short, long) else LONG)
    if sorted(word) == sorted(other):
        return len(short) >= SHORT
    return len(short) >= LONG and _is_replaced(word, other)


def _is_doubled(short: str, long: str) -> bool:
    at = next(at for at, char in enumerate(long) if short[at : at + 1] != char)
    return long[at] == long[at - 1]


def _is_replaced(word: str, other: str) -> bool:
    """Whether a vowel stands for a vowel, or s for z, where no ending is."""
    at = next(at for at in range(len(word)) if word[at] != other[at])
    pair = {word[at], other[at]}
    return at < len(word) - 1 and (pair <= _VOWELS or pair in _ALIKE_LETTERS)
