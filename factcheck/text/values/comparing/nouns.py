"""Whether two counts count the same."""

import re
from enum import StrEnum

from factcheck.text.lexicon.shape import words

_ALIKE = tuple(
    words(line)
    for line in """
        carriage car coach wagon railcar wagen waggon voiture
        car automobile
        person people individual human
        soldier troop serviceman servicemember
        child kid youngster
        death fatality dead
        casualty victim
        student pupil
        house home dwelling household
        floor storey story
        gdp product
        power electricity
        worker employee staffer staff
        company firm business
        aircraft plane airplane aeroplane jet
        ship vessel
        boat vessel
        country nation
        resident inhabitant
        policeman policewoman officer
        doctor physician
        lawyer attorney
        vote ballot
        participant attendee
        shop store outlet
        demonstrator protester marcher
        trip visit journey
        meeting summit
        job position post
        time occasion
        murder homicide killing
        structure building
        lorry truck
        spectator fan attendee
        seat place
        film movie
        flat apartment
        mp lawmaker legislator
        migrant refugee
        prisoner inmate detainee
        gunshot shot round
        strike attack
        quake earthquake tremor
        blaze fire wildfire
        branch location
        game match cap
        customer client
        error mistake
    """.strip().splitlines()
)
#: Kinds of people, and the beginnings of words by which a count of people is a count of them.
_ROLES = {
    "demonstrator protester marcher": "march demonstrat protest rall",
    "inhabitant resident citizen": "population inhabit resid live town city village island",
    "worker employee staffer staff": "employ staff work payroll hire job",
    "passenger": "passenger carr aboard board",
    "voter": "vot ballot elect",
    "visitor spectator fan guest attendee participant": (
        "visit attend drew draw welcom attract audience crowd"
    ),
    "death dead fatality victim casualty": "kill die dead death",
    "student pupil": "enrol stud school pupil",
    "seat": "hold seat capac",
    "viewer": "watch view",
    "respondent": "survey poll interview question",
    "refugee migrant": "fled flee displac",
    "patient": "treat hospital patient",
    "survivor": "surviv rescu",
    "runner": "ran run race",
    "soldier troop": "deploy army soldier troop",
}
_WIDER = {
    "person": words(" ".join(_ROLES))
    | words("""
        man woman boy girl child adult teenager baby civilian officer policeman firefighter
        teacher nurse doctor prisoner inmate detainee hostage suspect tourist foreigner migrant
        refugee member customer user subscriber driver pedestrian cyclist player athlete
        delegate guard pensioner patient lawmaker mp journalist engineer farmer miner hiker
        worshipper shopper partygoer volunteer applicant candidate entrant artist crew pilot
        american russian ukrainian palestinian israeli briton german chinese
    """),
    "building": words("house home church school hospital tower block shop hotel warehouse temple"),
    "vehicle": words("car truck lorry bus van motorcycle taxi ambulance tram"),
    "weapon": words("gun rifle pistol missile bomb handgun"),
    "animal": words("dog cat cow horse sheep pig bird elephant"),
    "aircraft": words("helicopter drone airliner"),
    "ship": words("ferry tanker warship freighter"),
    "job": words("worker employee staff staffer position"),
    "member": words("seat lawmaker mp legislator deputy"),
    "worker": words("miner engineer nurse teacher driver"),
}
_WIDE_FORMS = {"people": "person", "individual": "person", "structure": "building"}


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
    return Match.NARROWER if narrower or _family(one, other) else Match.OTHER


def in_role(person: str | None, role: str | None, around: tuple[str, ...]) -> bool:
    """Whether people of whom such words are said are counted in that role: marched, marchers."""
    if not person or not role or _wide(_words(person)[-1]) != "person":
        return False
    name = _words(role)[-1]
    themes = next((row for names, row in _ROLES.items() if name in names.split()), "")
    begins = tuple(themes.split())
    return bool(begins) and any(word.startswith(begins) for word in around)


def _words(noun: str) -> list[str]:
    return re.split(r"[\s-]+", noun.lower().strip())[:12]


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _ALIKE)


def _family(one: list[str], other: list[str]) -> bool:
    """Whether the last word of one names a kind of what the last word of the other names."""
    return _is_kind(one[-1], other[-1]) or _is_kind(other[-1], one[-1])


def _is_kind(narrow: str, wide: str) -> bool:
    return narrow in _WIDER.get(_wide(wide), frozenset())


def _wide(word: str) -> str:
    return _WIDE_FORMS.get(word, word)
