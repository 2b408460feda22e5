"""What the checks of sourcing say of the seed: the article, its 14 claims, and their sources."""

from factcheck.audit.sourcing import CHECKS
from factcheck.codes import CODES
from factcheck.exchange import seed
from tests.audit.sourced import findings
from tests.services.desk import Desk

FEW = "needs 1 primary source or 2 independent sources; has 0 primary, 1 independent"
PRIMARY = "no primary source{}, and no reason given: "


def test_every_code_of_the_family_has_a_check() -> None:
    assert list(CHECKS) == [code for code in CODES if code.startswith("S")]


def test_nothing_is_said_of_an_empty_database(desk: Desk) -> None:
    assert findings(desk) == []


def test_the_seed(desk: Desk) -> None:
    with desk.writing("demo") as session:
        seed.load(session)
    two = PRIMARY.format(" among 2")
    later = "is later than the article (11 September 2023)"
    assert [(each.code, each.claim, each.message) for each in findings(desk)] == [
        ("S302", 9, FEW),
        ("S302", 11, FEW),
        ("S303", 1, f"{two}reuters and attentive"),
        ("S303", 2, f"{two}mint and cnn-2019"),
        ("S303", 3, f"{two}cnn-2019 and kbs"),
        ("S303", 4, f"{PRIMARY.format('')}cnn-war"),
        ("S303", 6, f"{two}tass-forum and moderndiplomacy"),
        ("S303", 9, f"{two}koreaherald and nknews"),
        ("S303", 11, f"{PRIMARY.format('')}pledge"),
        ("S303", 12, f"{PRIMARY.format(' among 3')}attentive, mint and pledge"),
        ("S304", 9, "koreaherald and nknews took it from briefing: 2 sources that count as one"),
        ("S307", 2, f"mint (12 September 2023) {later}"),
        ("S307", 3, f"kbs (13 September 2023) {later}"),
    ]  # fmt: skip
