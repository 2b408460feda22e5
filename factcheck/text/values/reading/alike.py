"""English words of news that say the same, in one form each; they are compared, never shown."""

import re
from functools import cache

from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words
from factcheck.text.values.reading.cues import anywhere

_ALIKE = """
    trip journey visit tour travel travels
    meeting summit talks meet met
    depart departs departed departure leave leaves left leaving
    arrive arrives arrived arrival
    death deaths dead die died dies dying killed kill kills killing fatalities fatality perished
        toll victims casualties
    injury injuries injured wounded hurt
    company firm business corporation
    car cars vehicle vehicles automobile automobiles
    carmaker automaker
    carriage carriages wagon wagons coach coaches
    worker workers employee employees staff workforce employ employs employed payroll
    job jobs position positions
    loss losses lose loses lost
    profit profits earn earns earned earnings
    debt debts owe owes owed
    production produce produces produced output
    donation donations donate donates donated
    investment investments invest invests invested
    population inhabitants inhabitant resident residents
    weight weigh weighs weighed
    length long stretch stretches span spans
    height tall high
    depth deep
    width wide
    spend spends spent spending expenditure
    export exports exported
    member members membership
    unemployment jobless unemployed joblessness
    inflation prices price cpi consumer
    speed speeds fast travels travelling traveling
    soldier soldiers troop troops
    pay salary salaries wage wages
    revenue revenues sales sold turnover
    person persons people
    overseas foreign abroad
    begin begins began begun start starts started open opens opened opening inaugurated
        inauguration commenced
    end ends ended complete completed completes completion close closes closed finish finishes
        finished conclude concluded surrendered
        surrender
    attack attacks attacked strike strikes struck bombing
    election elections vote votes voted electoral
    turnout voter voters ballot ballots participation
    crash crashed accident collision
    quake earthquake tremor
    fire fires blaze blazes wildfire wildfires bushfire bushfires inferno
    burn burned burnt burns scorched scorch consumed charred
    destroy destroyed destroys razed gutted wrecked flattened
    protest protests protesters demonstration demonstrations demonstrators rally march marched
        marches marchers demonstrated protested
    agreement deal treaty pact accord
    buy buys bought purchase purchased acquire acquired acquisition takeover
    worth valued value valuation
    build builds built construct constructed construction
    win wins won winner winners victory prize prizes award awarded awards
    storm hurricane typhoon cyclone
    child children kid kids
    missile missiles rocket rockets
    oil crude petroleum
    fine fined fines penalty penalties
    sentence sentenced sentences prisoner prisoners inmate inmates jail jailed jails prison
        imprisoned imprisonment
    arrest arrested arrests detained detain detention custody apprehended
    convict convicted conviction guilty
    land landed lands landing touchdown
    marry married marries wed wedding marriage weds
    cut cuts cutting lower lowered lowers reduce reduced reduces reduction trimmed slashed
    raise raised raises hike hiked
    singer musician artist star performer rapper
    economy gdp economic
    police officers officer
    support supports supported backs backed back endorse endorsed favour favoured favor favored
    movie movies film films picture
    release released releases freed free premiere premiered premieres
    publish published publishes publication
    sink sank sunk sinking sinks
    shop shops store stores outlet outlets
    retailer retailers chain
    stadium arena ground venue
    capacity seat seats seating
    trial hearing court
    law act legislation bill measure statute
    mountain summit peak mount
    reservoir reservoirs dam lake
    snow snowfall
    rain rainfall
    concert show gig performance concerts shows
    electricity power
    draw draws drew attended attend attends attendance welcomed attracted attract attracts
    book novel
    share shares stock stocks dividend
    game games match matches caps
    drug medicine medication
    factory plant
    school pupil pupils student students
    hospital hospitals clinic
    flood floods flooding flooded
    shooting shot gunman gunfire
    plane planes aircraft jet airliner airplane flight flights aboard airline airlines
    ship ships vessel vessels boat boats ferry
    blast blasts explosion explosions exploded bomb bombs
    resign resigned resigns resignation quit quits
    appoint appointed appointment
    found founded founder established
    home homes house houses housing household households
    poll polls survey surveys surveyed polled questioned
    race course marathon
    launch launched launches
    sign signed signs signing signature
    approve approved approves approval passed passes adopted cleared
    kidnap kidnapped abducted abduction
    rescue rescued rescuers saved saves
    search searched searchers searching looked
    ceasefire truce armistice
    evacuate evacuated evacuation
    steal stole stolen theft robbed robbery
    murder murders murdered homicide homicides
    cancel cancelled canceled cancels scrapped axed
    lawmaker lawmakers legislator legislators mp mps
    parliament chamber legislature
    queen king monarch reign reigned
    temperature temperatures thermometer mercury
    rating score
    rent rents rental
    smoke smokes smoker smokers
    tax taxes taxation
    refugee refugees migrant migrants
"""
# Words that say the same together, and the word that says it alone.
_PHRASES = {
    r"set(?:s|ting)? (?:off|out)": "depart",
    r"touch(?:es|ed)? down": "landed",
    r"(?:taken|took|take) into custody": "arrested",
    r"(?:c[ao]mes?|came) out": "released",
    r"(?:c[ao]mes?|came|enter(?:s|ed)?|entry) into (?:force|effect)": "effective",
    r"(?:takes?|took|taken) effect": "effective",
    r"(?:takes?|took) office": "sworn",
    r"(?:walk(?:s|ed)? out|down(?:s|ed)? tools)": "strike began",
    r"(?:went|goes|gone) down": "sank",
    r"pass(?:es|ed)? away": "died",
    r"(?:lost|lose|claimed?) (?:their|\d+|his|her) (?:life|lives)": "died",
    r"step(?:s|ped)? down": "resigned",
    r"(?:broke|breaks?) out": "began",
    r"(?:kick|start)(?:s|ed)? off": "began",
    r"(?:lift|blast)(?:s|ed)? off": "launched",
    r"shut(?:s)? down": "closed",
    r"(?:tied|ties) the knot": "married",
    r"burn(?:s|ed|t)? down": "destroyed",
    r"jobless rate": "unemployment",
    r"chief executive(?: officer)?": "ceo",
    r"back(?:s|ed)? (?=the\b)": "support ",
    r"(?:first )?appeared|hit (?:the )?shelves": "published",
    r"set up|in business": "founded",
    r"work(?:s|ed)? (?:for|at)": "employs",
}
# Countries that are alike in four letters.
_TWINS = ("austr", "slov", "nige")
# In how many letters a word is known by what it shares with its other forms.
_LONG = 5


def plainer(text: str) -> str:
    """`text` with one word for each such phrase."""
    return anywhere(_phrases()).sub(_word_for, text)


@cache
def _phrases() -> str:
    return rf"\b(?:{'|'.join(f'({phrase})' for phrase in _PHRASES)})\b"


def _word_for(found: re.Match[str]) -> str:
    return list(_PHRASES.values())[(found.lastindex or 1) - 1]


@cache
def _alike() -> dict[str, str]:
    lines = _ALIKE.replace("\n        ", " ").strip().splitlines()
    groups = [words(line) for line in lines]
    return {word: min(group) for group in groups for word in group}


def is_common(word: str) -> bool:
    """Whether a word in small letters is one of these, and so nobody's name."""
    return word in _alike()


def form(word: str) -> str:
    """One form for the forms of a word, roughly; it is only compared with others made so."""
    alike = _alike().get(word) or _alike().get(f"{word}s")
    if alike:
        return alike
    if word in lexicon("en").countries or word in lexicon("en").demonyms:
        # Germany and German.
        return word[:6] if word.startswith(_TWINS) else word[:4]
    bare = word
    if len(bare) > 4 and bare.endswith("ies"):
        bare = bare[:-3] + "y"
    elif len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        bare = bare[:-1]
    for ending, least in (("ing", _LONG + 1), ("ed", _LONG + 1), ("ment", 7), ("ion", 7)):
        if len(bare) > least and bare.endswith(ending):
            bare = bare.removesuffix(ending)
    return _alike().get(bare, bare.removesuffix("e") if len(bare) > _LONG else bare)
