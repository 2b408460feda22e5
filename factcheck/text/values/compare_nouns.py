"""Whether two counts count the same."""

from enum import StrEnum

_ALIKE = (
    frozenset({"carriage", "car", "coach", "wagon", "railcar", "wagen", "waggon", "voiture"}),
    frozenset({"car", "automobile"}),
    frozenset({"person", "people", "individual", "human"}),
    frozenset({"soldier", "troop", "serviceman", "servicemember"}),
    frozenset({"child", "kid", "youngster"}),
    frozenset({"death", "fatality"}),
    frozenset({"student", "pupil"}),
    frozenset({"house", "home", "dwelling"}),
    frozenset({"worker", "employee", "staffer"}),
    frozenset({"company", "firm", "business"}),
    frozenset({"aircraft", "plane", "airplane", "aeroplane"}),
    frozenset({"ship", "vessel"}),
    frozenset({"country", "nation"}),
    frozenset({"resident", "inhabitant"}),
    frozenset({"policeman", "policewoman", "officer"}),
    frozenset({"doctor", "physician"}),
    frozenset({"lawyer", "attorney"}),
    frozenset({"vote", "ballot"}),
    frozenset({"participant", "attendee"}),
    frozenset({"shop", "store"}),
    frozenset({"demonstrator", "protester"}),
    frozenset({"trip", "visit", "journey"}),
    frozenset({"meeting", "summit"}),
    frozenset({"job", "position"}),
    frozenset({"time", "occasion"}),
)


class Match(StrEnum):
    """How two nouns stand to each other."""

    SAME = "same"
    #: At least one side does not say what it counts.
    OPEN = "open"
    #: One says more than the other: carriages, and armored carriages.
    NARROWER = "narrower"
    OTHER = "other"


def match(left: str | None, right: str | None) -> Match:
    if not left or not right:
        return Match.OPEN
    one, other = _words(left), _words(right)
    found = [word for word in one if any(_alike(word, second) for second in other)]
    back = [word for word in other if any(_alike(word, first) for first in one)]
    if len(found) == len(one) and len(back) == len(other):
        return Match.SAME
    narrower = len(found) == len(one) or len(back) == len(other)
    return Match.NARROWER if narrower else Match.OTHER


def _words(noun: str) -> list[str]:
    return noun.lower().replace("-", " ").split()[:12]


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _ALIKE)
