import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck.text.values import check
from factcheck.words import Result

DAILY = Path(__file__).parents[2] / "data" / "values" / "daily.toml"
MONDAY = date(2023, 9, 11)
TUESDAY = date(2023, 9, 12)
TRAIN = "On Monday, an olive-green armored train set off from Pyongyang for Vladivostok"
JOURNEY = "Kim's first overseas journey in over four years"
SUMMIT = "his second summit with Russian President Vladimir Putin since their first meeting in 2019"
FORUM = "it runs through Wednesday"
SPEED = "Kim's train can reach speeds up to 37 miles per hour"
CARRIAGES = "the reported 20 armored carriages"
FIRST_MEETING = "first-ever meeting, Vladivostok, April 25, 2019"

SIGNS = {"=": Result.AGREES, "!": Result.DISAGREES, "?": Result.NOT_COMPARABLE}
ENDINGS = {
    Result.AGREES: ": agrees",
    Result.DISAGREES: ": differs",
    Result.NOT_COMPARABLE: ": not comparable",
}


def result(claim: str, passage: str, claimant: str | None = None, language: str = "en") -> Result:
    made = check(claim, passage, on=MONDAY, claimant=claimant, language=language)
    assert made.explanation.endswith(ENDINGS[made.result])
    assert "\n" not in made.explanation
    return made.result


def why(claim: str, passage: str, claimant: str | None = None) -> str:
    return check(claim, passage, on=MONDAY, claimant=claimant).explanation


@pytest.mark.parametrize(
    ("claim", "passage", "sign"),
    [
        (TRAIN, "Kim Jong Un departs Pyongyang, September 10, 2023", "!"),
        (JOURNEY, "first overseas visit in over four years", "="),
        (JOURNEY, "in almost four years", "!"),
        (JOURNEY, FIRST_MEETING, "="),
        (SUMMIT, FIRST_MEETING, "="),
        (FORUM, "on September 10-13, 2023", "="),
        (FORUM, "10-13 September", "="),
        (FORUM, "12-15 September", "!"),
        (SPEED, "around 60 kilometers per hour", "="),
        (SPEED, "top speed estimated around 60 kilometers per hour", "="),
        (SPEED, "about 50km/h", "!"),
        (CARRIAGES, "21 carriages", "!"),
        (CARRIAGES, "more than 20 carriages", "!"),
        (CARRIAGES, "90 carriages", "!"),
    ],
)
def test_the_seed(claim: str, passage: str, sign: str) -> None:
    assert result(claim, passage) is SIGNS[sign]


def test_the_seed_with_a_date_of_the_passage() -> None:
    passage = "left Pyongyang on Sunday afternoon"
    assert check(TRAIN, passage, on=MONDAY, passage_on=TUESDAY).result is Result.DISAGREES
    passage = "first time face to face in four years and five months"
    made = check(SUMMIT, passage, on=MONDAY, passage_on=date(2023, 9, 13))
    assert made.result is not Result.DISAGREES


@pytest.mark.parametrize(
    ("claim", "passage", "sign"),
    [
        ("20 people died in the crash", "The crash killed 20 people.", "="),
        ("20 people died in the crash", "\u201c20 people died in the crash\u201d", "="),
        ("20 people died in the crash", "\u201c20 people died in the crash,\u201d he said.", "?"),
        ("20 people died in the crash", "Officials denied that 20 people died in the crash.", "?"),
        ("20 people died in the crash", "It is false that 20 people died in the crash.", "?"),
        ("20 people died in the crash", "The crash did not kill 20 people.", "?"),
        ("20 people died in the crash", "The crash could have killed 20 people.", "?"),
        ("20 people died in the crash", "The crash injured 20 people.", "?"),
        ("20 people died in the crash", "Did 20 people die in the crash?", "?"),
        ("20 people died in the crash", "The claim is false: 12 people died in the crash.", "!"),
        (
            "20 people died in the crash",
            "The story that 20 died is false: the crash killed 12 people.",
            "!",
        ),
        (
            "20 people died in the crash",
            "The crash killed 20 people. Fact-checkers say it is a hoax.",
            "?",
        ),
        ("20 people died in the crash", "The crash killed 12 people and injured 20 people.", "!"),
        (
            "20 people died in the crash",
            "The first crash killed 20 people, the second crash killed 12 people.",
            "?",
        ),
        ("20 people died in the crash", "According to Reuters, 20 people died in the crash.", "="),
        ("Unemployment was 5 percent", "Inflation was 5 percent", "?"),
        ("Unemployment was 5 percent", "Unemployment was 5 percent, inflation 7 percent.", "="),
        (
            "Unemployment was 5 percent",
            "Unemployment was 6 percent, while inflation was 5 percent.",
            "!",
        ),
        ("Unemployment rose by 5 percent", "Unemployment rose to 5 percent", "?"),
        ("Exports rose 5 percent", "Imports rose 5 percent", "?"),
        ("Exports rose 5 percent", "Exports fell 5 percent", "?"),
        ("Unemployment in Germany was 5 percent", "Unemployment in France was 5 percent", "?"),
        ("Unemployment was 5 percent in 2019", "Unemployment was 5 percent in 2020", "?"),
        ("Unemployment was 5 percent in 2019", "Unemployment was 7 percent in 2020", "?"),
        ("Unemployment was 5 percent in 2019", "Unemployment was 5 percent in 2019", "="),
        ("The train travels at 60 km/h", "The train's average speed was 60 km/h", "?"),
        ("The firm will buy 20 trains", "The firm will buy 20 trains.", "="),
        ("The firm will buy 20 trains", "The firm bought 20 trains.", "?"),
        ("The firm bought 20 trains", "The firm will buy 20 trains.", "?"),
        ("The firm did not buy 20 trains", "The firm bought 20 trains.", "?"),
        ("The forum runs 10-13 September", "The forum will be held on 10-13 September.", "="),
        ("On Monday a train with 20 carriages left", "The train left with 20 carriages.", "="),
        (
            "On Monday a train with 20 carriages left",
            "The train left on Sunday with 20 carriages.",
            "!",
        ),
        (
            "On Monday a train with 20 carriages left",
            "The train left on Monday with 21 carriages.",
            "!",
        ),
        ("In 2019 the firm sold 20 trains", "In 2019 the firm opened a plant.", "?"),
        ("20 carriages and 90 guards", "20 carriages", "="),
        ("It rose from 5 percent to 7 percent", "It rose from 5 percent to 7 percent", "="),
        ("It is the third-largest bank", "It is the fourth-largest bank", "!"),
        ("The train left on Monday", "Officials said on Tuesday that the train had left.", "?"),
        ("The train left on Monday", "The train left on Sunday, officials said on Monday.", "!"),
        ("Kim left on Monday", "Kim arrived on Monday", "?"),
        ("Putin met Kim on Monday", "Putin was born on October 7, 1952", "?"),
        ("no figures at all", "20 carriages", "?"),
        ("20 carriages", "no figures at all", "?"),
        ("", "", "?"),
    ],
)
def test_pairs(claim: str, passage: str, sign: str) -> None:
    assert result(claim, passage) is SIGNS[sign]


def test_the_claimant_is_no_source() -> None:
    passage = "According to Yonhap, the train can reach speeds up to 37 mph."
    assert result(SPEED, passage, "Reuters") is Result.AGREES
    assert result(SPEED, passage, "Yonhap news agency") is Result.NOT_COMPARABLE
    assert "no source of its own" in why(SPEED, passage, "Yonhap news agency")


def test_reasons() -> None:
    assert why("nothing", "20 carriages") == (
        "the claim has no figure or date to compare: not comparable"
    )
    assert why("20 carriages", "nothing") == (
        "the passage has no figure or date to compare: not comparable"
    )
    died = "20 people died in the crash"
    assert why(died, "\u201c20 people died,\u201d he said.") == (
        '"20 people" stands in a quotation in the passage: not comparable'
    )
    assert why(died, "Officials denied that 20 people died.") == (
        'the passage has "20 people" denied ("denied"): not comparable'
    )
    assert why("Unemployment was 5 percent", "Inflation was 5 percent") == (
        "the claim speaks of unemployment, the passage of inflation: not comparable"
    )


def test_another_source_is_named() -> None:
    told = why("20 people died in the crash", "According to Reuters, 20 people died in the crash.")
    assert told.endswith("; the passage has it from Reuters: agrees")


def test_the_deciding_pair() -> None:
    made = check("On Monday a train with 20 carriages left", "It has 21 carriages.", on=MONDAY)
    assert made.left is not None
    assert made.right is not None
    assert (made.left.text, made.right.text) == ("20 carriages", "21 carriages")


def test_too_many_figures() -> None:
    passage = "".join(f"On day {day} the train had {day} carriages. " for day in range(300))
    made = check("The train has 20 carriages", passage)
    assert made.result is Result.NOT_COMPARABLE
    assert "give a shorter one" in made.explanation


def test_a_tolerance() -> None:
    made = check("The wall is 100 km long", "The wall is 104 km long", tolerance=Decimal(5))
    assert made.result is Result.AGREES


@pytest.mark.parametrize(
    ("claim", "passage", "language", "sign"),
    [
        ("Der Zug hat 20 Wagen", "Der Zug hat 20 Wagen.", "de", "="),
        ("Der Zug hat 20 Wagen", "Der Zug hat nicht 20 Wagen.", "de", "?"),
        ("Der Zug hat 20 Wagen", "Der Zug hat 21 Wagen.", "de", "!"),
        ("20 personas murieron", "El ministerio negó que murieran 20 personas.", "es", "?"),
        ("Le train a 20 voitures", "Le train pourrait avoir 20 voitures.", "fr", "?"),
    ],
)
def test_other_languages(claim: str, passage: str, language: str, sign: str) -> None:
    assert result(claim, passage, language=language) is SIGNS[sign]


# What may come of a pair, by how a careful person would read it; not comparable is always allowed
# where it stands.
@pytest.mark.parametrize(
    ("claim", "passage", "signs"),
    [
        ("The bridge is 1,280 metres long", "The bridge spans 4,200 feet", "="),
        (
            "The company earned $2.4 billion last year",
            "The company reported profit of $2.4 million",
            "!",
        ),
        (
            "About 1,200 people attended the rally",
            "1,187 people attended the rally, police said.",
            "=",
        ),
        (
            "About 1,200 people attended the rally",
            "2,500 people attended the rally, police said.",
            "!",
        ),
        ("Unemployment rose 0.5 percentage points", "Unemployment rose 0.5 percent", "?"),
        ("A third of voters support the bill", "33 percent of voters support the bill", "="),
        ("A third of voters support the bill", "A third of voters oppose the bill", "?"),
        ("The mayor, 54, resigned on Friday", "Mayor Ann Lee, 54, resigned Friday.", "=?"),
        ("The mayor, 54, resigned on Friday", "Mayor Ann Lee, 53, resigned Friday.", "!?"),
        ("The war began on 24 February 2022", "Russia invaded Ukraine on February 24, 2022", "?="),
        ("The war began on 24 February 2022", "The war began in February 2022", "?"),
        ("The war began in February 2022", "The war began on February 24, 2022", "="),
        ("The treaty was signed in 1918", "The treaty was signed in 1919", "!"),
        ("Japan's population is 125 million", "Japan has 125 million people", "="),
        ("Japan's population is 125 million", "South Korea has 125 million people", "?"),
        ("The stadium seats 60,000 fans", "The stadium can hold 60,000 fans", "="),
        ("The stadium seats 60,000 fans", "The stadium was expected to hold 60,000 fans", "?"),
        ("The stadium seats 60,000 fans", "The stadium would hold 60,000 fans", "?"),
        (
            "The president said the economy added 13 million jobs",
            '"We added 13 million jobs," the president said.',
            "=",
        ),
        (
            "The economy added 13 million jobs",
            "The claim that the economy added 13 million jobs is misleading.",
            "?",
        ),
        (
            "The economy added 13 million jobs",
            "The economy has added nearly 15 million jobs since 2021, the bureau reported.",
            "!",
        ),
        (
            "Inflation fell to 3.1 percent in January",
            "Consumer prices rose 3.1 percent in January from a year earlier",
            "?=",
        ),
        (
            "Inflation fell to 3.1 percent in January",
            "Inflation eased to 3.1 percent in January",
            "=",
        ),
        (
            "Inflation fell to 3.1 percent in January",
            "Inflation eased to 3.4 percent in January",
            "!",
        ),
        (
            "Inflation fell to 3.1 percent in January",
            "Inflation fell to 3.4 percent in December",
            "?",
        ),
        ("The tower is 330 metres tall", "The tower is 1,083 ft tall", "="),
        ("The tower is 330 metres tall", "The tower stands 324 metres", "!"),
        (
            "The film earned $100 million in its opening weekend",
            "The film has earned $100 million worldwide",
            "?=",
        ),
        ("The law passed by 52 votes to 48", "The law passed 52-48", "?="),
        ("He served 12 years in prison", "He was sentenced to 12 years in prison", "?="),
        ("He served 12 years in prison", "He served 10 years in prison", "!"),
        (
            "The plane carried 180 passengers",
            "The plane was carrying 174 passengers and six crew",
            "!",
        ),
        ("The plane carried 180 passengers", "There were 180 people on board", "?="),
        ("The storm killed at least 12 people", "The storm killed 14 people", "="),
        ("The storm killed at least 12 people", "The storm has killed 9 people", "!"),
        ("The storm killed 12 people", "The storm killed at least 12 people", "?="),
        ("More than half of adults are obese", "42 percent of adults are obese", "!"),
        ("More than half of adults are obese", "54 percent of adults are obese", "="),
        ("GDP grew 2 percent in 2023", "The economy expanded 2.1 percent in 2023", "=?"),
        ("GDP grew 2 percent in 2023", "GDP grew 2 percent in 2022", "?"),
        (
            "The vaccine is 95 percent effective",
            "The vaccine was found to be 95% effective in trials",
            "=",
        ),
        (
            "The vaccine is 95 percent effective",
            "It is not true that the vaccine is 95% effective",
            "?",
        ),
        ("The temperature reached 41C", "The temperature reached 106F", "="),
        ("The vote is on Thursday", "The vote will take place on March 7", "=?"),
        ("The vote is on Thursday", "The vote will take place on March 8", "!"),
        ("He was born in 1961", "Barack Obama was born on August 4, 1961", "="),
        ("He was born in 1961", "He was born in 1962", "!"),
        ("The river is 6,650 km long", "The river is 4,130 miles long", "="),
        (
            "The firm employs 12,000 workers",
            "The firm, which employs 12,000 people, said it would cut 500 jobs",
            "=?",
        ),
        ("The firm employs 12,000 workers", "The firm will cut 12,000 jobs", "?"),
        ("Taxes rose by a third", "Taxes rose 33 percent", "="),
        ("The ship sank in four hours", "The ship sank in less than three hours", "!"),
        ("Voter turnout was 66 percent", "Turnout was 66.6 percent", "?!="),
        (
            "The painting sold for $450 million",
            "The painting sold for $450.3 million at auction",
            "=",
        ),
        (
            "The painting sold for $450 million",
            "The painting sold for €450 million at auction",
            "?",
        ),
        ("It costs $5 a month", "It costs $5 a year", "?!"),
        ("One in five children lives in poverty", "20 percent of children live in poverty", "=?"),
        ("One in five children lives in poverty", "One in five pensioners lives in poverty", "?"),
        ("The hospital has 300 beds", "The hospital had 300 beds before the war", "?="),
        (
            "The fire destroyed 2,200 buildings",
            "The fire destroyed more than 2,200 structures",
            "?!=",
        ),
        ("She won three gold medals", "She won three silver medals", "?"),
        ("The quake had a magnitude of 7.8", "A 7.8-magnitude earthquake struck", "=?"),
        ("The quake had a magnitude of 7.8", "A magnitude 7.5 quake struck", "!"),
        ("The flight takes two hours", "The drive takes two hours", "?"),
        ("The average wage is $30,000", "The median wage is $30,000", "?="),
        ("Exports to China fell 10%", "Exports to Japan fell 10%", "?"),
        (
            "The senator voted against the bill three times",
            "The senator voted for the bill three times",
            "?",
        ),
        ("The city has 3 hospitals", "The city does not have 3 hospitals", "?"),
        (
            "The election was held on November 5, 2024",
            "The election is scheduled for November 5, 2024",
            "=",
        ),
        (
            "The company was founded in 1998",
            "The company, founded in 1998, employs 200 people",
            "=",
        ),
        ("The company was founded in 1998", "The company went public in 1998", "?"),
        ("The company was founded in 1998", "The company was founded in 1989", "!"),
        ("Crime fell 12 percent", "Violent crime fell 12 percent", "?="),
        (
            "Women earn 82 cents for every dollar men earn",
            "Women earn 82 percent of what men earn",
            "?=",
        ),
        ("The dam cost $4 billion", "The dam cost 4 billion dollars to build", "="),
        ("The dam cost $4 billion", "The dam was to cost $4 billion", "?"),
        ("The dam cost $4 billion", "Officials estimate the dam cost $4.8 billion", "!"),
        ("The team lost 3-1", "The team lost 3-1", "=?"),
        ("The game starts at 7 p.m.", "The game starts at 19:00", "="),
        ("The game starts at 7 p.m.", "The game starts at 8 p.m.", "!"),
        ("The law takes effect next month", "The law takes effect in April", "=?"),
        ("It was the worst drought in 40 years", "The drought is the worst in four decades", "=?"),
        ("It was the worst drought in 40 years", "The drought is the worst in 60 years", "!?"),
        (
            "She is the first woman to lead the bank",
            "She is the second woman to lead the bank",
            "!",
        ),
        ("Kim's second visit to Russia", "It would be Kim's second visit to Russia", "=?"),
        (
            "The city recorded 37 murders in 2023",
            "The city recorded 37 murders in 2023, up from 29 in 2022",
            "=",
        ),
        (
            "The city recorded 29 murders in 2023",
            "The city recorded 37 murders in 2023, up from 29 in 2022",
            "!",
        ),
        ("The city recorded 37 murders last year", "The city recorded 41 homicides in 2023", "!?"),
        (
            "500,000 people marched in Paris",
            "A viral post claims 500,000 people marched in Paris. Police put the number at 80,000.",
            "!?",
        ),
        (
            "500,000 people marched in Paris",
            "Organisers said 500,000 people marched in Paris; police said 80,000.",
            "?",
        ),
        (
            "Immigrants commit 60% of crimes",
            "Claim: Immigrants commit 60% of crimes. Verdict: False.",
            "?",
        ),
        (
            "Immigrants commit 60% of crimes",
            "The photo caption says immigrants commit 60% of crimes. We rate this claim false.",
            "?",
        ),
        (
            "Immigrants commit 60% of crimes",
            "Contrary to claims that immigrants commit 60% of crimes, the figure is 12%.",
            "?!",
        ),
        (
            "Immigrants commit 60% of crimes",
            "Is it true that immigrants commit 60% of crimes? No.",
            "?",
        ),
        (
            "Immigrants commit 60% of crimes",
            "Trump has repeatedly said that immigrants commit 60% of crimes.",
            "?=",
        ),
        (
            "The vaccine killed 17,000 people",
            "Social media users are sharing a video alleging the vaccine killed 17,000 people.",
            "?",
        ),
        (
            "The vaccine killed 17,000 people",
            "There are 17,000 reports, but these do not show the vaccine killed 17,000 people.",
            "?",
        ),
        (
            "The vaccine killed 17,000 people",
            "A website known for misinformation reported that the vaccine killed 17,000 people.",
            "?",
        ),
        (
            "The vaccine killed 17,000 people",
            "An article says the vaccine killed 17,000 people. This is misleading.",
            "?",
        ),
        ("The vaccine killed 17,000 people", "The 17,000 deaths figure has no basis in fact.", "?"),
        (
            "The vaccine killed 17,000 people",
            "Experts say the idea that the vaccine killed 17,000 people is absurd.",
            "?",
        ),
        (
            "The vaccine killed 17,000 people",
            "The statement that the vaccine killed 17,000 people was retracted.",
            "?",
        ),
        ("The minister earned $200,000", "The minister said he had not earned $200,000.", "?"),
        (
            "The minister earned $200,000",
            "The minister, who denies wrongdoing, earned $200,000.",
            "=?",
        ),
        ("The minister earned $200,000", "The minister allegedly earned $200,000.", "?"),
        (
            "The minister earned $200,000",
            "It is unclear whether the minister earned $200,000.",
            "?",
        ),
        ("The minister earned $200,000", "The minister earned nowhere near $200,000.", "?"),
        ("The minister earned $200,000", "The minister earned less than $200,000.", "!"),
        (
            "The minister earned $200,000",
            "Had the minister stayed, he would have earned $200,000.",
            "?",
        ),
        ("The minister earned $200,000", "The minister refused to say if he earned $200,000.", "?"),
        ("The minister earned $200,000", "The minister was offered $200,000.", "?="),
        ("The minister earned $200,000", "Nobody believes the minister earned $200,000.", "?"),
        ("The minister earned $200,000", "The minister earned $200,000 a month.", "?"),
        ("The minister earned $200,000", "The minister's wife earned $200,000.", "?="),
        ("The minister earned $200,000", "The minister lost $200,000.", "?"),
        ("The minister earned $200,000", "The minister owed $200,000 in taxes.", "?"),
        (
            "The rocket flew on 12 May 2020",
            "The launch, planned for 12 May 2020, was cancelled.",
            "?",
        ),
        (
            "The rocket flew on 12 May 2020",
            "The launch had been scheduled for 12 May 2020 but was delayed to 14 May.",
            "?!",
        ),
        ("The rocket flew on 12 May 2020", "The rocket blew up on 12 May 2020.", "?="),
        ("The rocket flew on 12 May 2020", "The rocket flew on 12 May 2021.", "!"),
        ("The rocket flew on 12 May 2020", "The rocket did not fly on 12 May 2020.", "?"),
        (
            "The rocket flew on 12 May 2020",
            "Reports that the rocket flew on 12 May 2020 are untrue.",
            "?",
        ),
        (
            "Smith won 45 percent of the vote",
            "Smith won 45 percent of the vote, Jones 55 percent.",
            "=",
        ),
        (
            "Smith won 45 percent of the vote",
            "Jones won 45 percent of the vote, Smith 55 percent.",
            "?!",
        ),
        (
            "Smith won 45 percent of the vote",
            "Polls had shown Smith with 45 percent of the vote.",
            "?=",
        ),
        ("Smith won 45 percent of the vote", "Jones won 45 percent of the vote.", "?"),
        ("The lake is 30 metres deep", "The lake is 30 metres wide.", "?"),
        ("The lake is 30 metres deep", "The lake is 30 metres above sea level.", "?"),
        ("The law lets people own 5 guns", "The proposed law lets people own 5 guns.", "?"),
        (
            "The attack killed 30 soldiers",
            "Ukraine said the attack killed 30 soldiers. Russia denied it.",
            "?",
        ),
        (
            "The attack killed 30 soldiers",
            "Ukraine said the attack killed 30 soldiers. Russia said 3 died.",
            "?",
        ),
        ("The attack killed 30 soldiers", "The attack killed 30 soldiers and 12 civilians.", "="),
        ("The attack killed 30 soldiers", "The attack killed 12 soldiers and 30 civilians.", "!"),
        ("The attack killed 30 soldiers", "An earlier attack killed 30 soldiers.", "?="),
        ("The attack killed 30 soldiers", "The death toll of the attack rose to 30.", "=?"),
        ("The budget is 3 billion euros", "The budget will be 3 billion euros next year.", "?"),
        ("The budget is 3 billion euros", "The budget is 3 million euros.", "!"),
        (
            "The budget is 3 billion euros",
            "The budget was raised to 3.4 billion euros from 3 billion euros.",
            "!?",
        ),
        ("The school has 400 pupils", "The school, built for 400 pupils, has 620.", "!?"),
        ("The school has 400 pupils", "The school has room for 400 pupils.", "?="),
        ("The school has 400 pupils", "The school has 400 pupils, up from 350.", "="),
        ("The school has 350 pupils", "The school has 400 pupils, up from 350.", "!?"),
        ("Sales fell to 400 units", "Sales fell by 400 units.", "?"),
        ("Sales fell 20 percent in May", "Sales fell 20 percent in June.", "?"),
        ("The ban lasts until Friday", "The ban lasts until March 8.", "="),
        ("The ban lasts until Friday", "The ban lasts until March 9.", "!"),
        ("He has led the party since 2015", "He became leader of the party in 2015.", "=?"),
        ("He has led the party since 2015", "He joined the party in 2015.", "?="),
        ("Half of the money was stolen", "50 percent of the money was stolen", "="),
        ("Half of the money was stolen", "A third of the money was stolen", "!"),
        ("The prices doubled", "Prices rose 100 percent", "=?"),
        ("Rents have tripled", "Rents have tripled since 2010", "=?"),
        ("The plane flew at 500 mph", "The plane flew at 500 km/h", "!"),
        ("The plane has flown 10,000 miles", "The plane has flown 16,000 km", "="),
        ("The trial lasted six weeks", "The trial lasted 42 days", "="),
        ("The trial lasted six weeks", "The trial lasted two months", "!"),
    ],
)
def test_news(claim: str, passage: str, signs: str) -> None:
    made = check(claim, passage, on=date(2024, 3, 6))
    assert made.result in {SIGNS[sign] for sign in signs}


def daily() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(DAILY.read_text(encoding="utf-8"))["pair"]
    return rows


@pytest.mark.parametrize(
    "pair", daily(), ids=lambda pair: f"{pair['claim']}-{pair['passage']}"[:90]
)
def test_daily_work(pair: dict[str, Any]) -> None:
    made = check(pair["claim"], pair["passage"], on=pair.get("on"))
    assert made.result == pair["result"], made.explanation


def test_too_long_a_text_is_not_read() -> None:
    assert why("20 carriages " * 2_000, "20 carriages") == (
        "the claim has 26,000 characters; give a part of at most 20,000: not comparable"
    )
    assert why("20 carriages", "20 carriages " * 80_000) == (
        "the passage has 1,040,000 characters; give a part of at most 100,000: not comparable"
    )


def test_a_difference_without_a_written_year_is_told_without_one() -> None:
    made = check(FORUM, "12-15 September", on=MONDAY, passage_on=date(2023, 3, 7))
    assert made.explanation == (
        '"through Wednesday" (13 September 2023); "12-15 September" ends two days later: differs'
    )


def test_an_age_at_death_is_counted_to_the_day_of_death() -> None:
    passage = "She was born on 3 October 1932 and died on 12 May 2024."
    assert why("She was 91 when she died", passage) == (
        "a person born on 3 October 1932 was 91 on 12 May 2024: agrees"
    )
    assert result("She was 91 when she died", "She was born on 3 October 1932.") is (
        Result.NOT_COMPARABLE
    )


def test_two_sources_with_two_figures() -> None:
    passage = "Critics say the line cost $9 billion; the authority puts it at $6.5 billion."
    assert why("The rail line cost $9 billion", passage) == (
        'the passage gives "$9 billion" and "$6.5 billion", from different sources: not comparable'
    )


def test_a_quotation_of_the_same_words() -> None:
    claim = 'The minister said the programme cost "4.2 billion pounds"'
    passage = '"The programme cost 4.2 billion pounds," the minister told parliament.'
    assert result(claim, passage) is Result.AGREES
    assert result(claim, passage, "the minister") is Result.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("claim", "sign"),
    [
        ("Road deaths fell to 58 in 2023", "="),
        ("Road deaths were 61 in 2022", "="),
        ("Road deaths were 58 in 2022", "!"),
        ("Road deaths were 61 in 2023", "!"),
        ("Road deaths were 61 in 2021", "?"),
    ],
)
def test_a_figure_goes_with_its_own_year(claim: str, sign: str) -> None:
    assert result(claim, "Road deaths fell to 58 in 2023 from 61 in 2022.") is SIGNS[sign]
