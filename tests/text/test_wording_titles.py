import pytest

from factcheck.text import wording
from factcheck.words import Kind

NAME = "Ramon Pacheco Pardo"
CHAIR = "Korea Chair of the Brussels School of Governance"
PARDO = f"{NAME}, {CHAIR}"


def told(claim: str, passage: str) -> str:
    return wording.check(claim, passage, Kind.TITLE).explanation


def ending(claim: str, passage: str) -> str:
    return told(claim, passage).rsplit(": ", 1)[1]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (PARDO, PARDO.replace("Korea", "the Korea") + ", said"),
        ("Russian President Vladimir Putin", "Russian President Vladimir Putin left"),
        ("President Putin", "Russian President Vladimir Putin left"),
        ("President Vladimir Putin", "Vladimir Putin, the Russian president, left"),
        ("Foreign Minister Sergei Lavrov", "Sergei Lavrov, Russia's foreign minister, left"),
        ("Bank of England Governor Andrew Bailey", "Bank of England Governor Andrew Bailey"),
        ("Jake Sullivan is national security adviser", "national security adviser Jake Sullivan"),
        ("CEO Tim Cook", "Tim Cook, CEO of Apple"),
        ("chief executive of Acme Corp.", "the chief executive of Acme Corp. said"),
        (
            "the former Russian President Dmitry Medvedev",
            "former Russian President Dmitry Medvedev",
        ),
        ("UN Secretary-General Ant\u00f3nio Guterres", "Secretary-General Ant\u00f3nio Guterres"),
        ("President of Russia, Vladimir Putin", "the President of Russia, Vladimir Putin"),
        (
            "President Vladimir Putin and Foreign Minister Sergei Lavrov",
            "President Vladimir Putin and Foreign Minister Sergei Lavrov left",
        ),
    ],
)
def test_office_of_the_person_agrees(claim: str, passage: str) -> None:
    assert ending(claim, passage) == "agrees"


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        (
            PARDO,
            PARDO.replace("Korea", "Japan"),
            f'"{CHAIR}": the passage has "Japan" for "Korea": differs',
        ),
        (
            PARDO,
            PARDO.replace("Ramon", "Ram\u00f3n"),
            f'"{NAME}": the passage has "Ram\u00f3n Pacheco Pardo", with other accents: differs',
        ),
        (
            "President Putin",
            "Former President Vladimir Putin",
            '"President": the passage has "Former President": differs',
        ),
        (
            "President Kamala Harris",
            "Vice-President Kamala Harris",
            '"President": the passage has "Vice-President": differs',
        ),
        (
            "President Dmitry Medvedev",
            "Dmitry Medvedev, the former Russian president",
            '"President": the passage has "former Russian president": differs',
        ),
        (
            "Vice President Kamala Harris",
            "President Kamala Harris",
            '"Vice President": the passage lacks "Vice": differs',
        ),
        (
            "Prime Minister Narendra Modi",
            "Chief Minister Narendra Modi",
            '"Prime Minister": the passage has "Chief" for "Prime": differs',
        ),
        (
            "Sergei Lavrov, the Russian foreign minister",
            "Russian Defence Minister Sergei Lavrov",
            '"Russian foreign minister": the passage has "Defence" for "foreign": differs',
        ),
    ],
)
def test_other_office_is_shown(claim: str, passage: str, said: str) -> None:
    assert told(claim, passage) == said


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (PARDO, PARDO.replace("of the", "at the")),
        (PARDO, "Pardo is a professor in London."),
        ("President Vladimir Putin", "President Xi Jinping met Vladimir Putin"),
        ("President Vladimir Putin", "Vladimir Putin, President Xi and others"),
        ("Chancellor Olaf Scholz", "Chancellor Angela Merkel and Olaf Scholz"),
        ("CEO Tim Cook", "Elon Musk is CEO. Tim Cook left."),
        ("Minister Sergei Lavrov", "Foreign Minister Sergei Lavrov"),
        ("former President Donald Trump", "President Donald Trump"),
        ("President Joe Biden", "Joe Biden is not the president"),
        ("the secretary", "the secretary-general said"),
        ("the secretary", "the Secretary General said"),
        (
            "President Vladimir Putin and Foreign Minister Sergei Lavrov",
            "President Sergei Lavrov and Foreign Minister Vladimir Putin",
        ),
        ("nothing of the kind", "President Joe Biden"),
    ],
)
def test_office_that_cannot_be_told_is_not_comparable(claim: str, passage: str) -> None:
    assert ending(claim, passage) == "not comparable"
