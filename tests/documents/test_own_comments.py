import pytest

from factcheck.documents import own_comments
from factcheck.documents.own_comments import Reference

UID = "0192ab34-1111-7000-8000-00000192ab34"


@pytest.mark.parametrize("query", [None, 3])
def test_what_is_written_is_understood(query: int | None) -> None:
    said = own_comments.line(11, UID, query)
    assert own_comments.reference(f"OK, claim 11\n{said}") == Reference(11, "0192ab34", query)


def test_the_line_names_claim_and_query() -> None:
    assert own_comments.line(11, UID) == "[factcheck claim 11 0192ab34]"
    assert own_comments.line(11, UID, 3) == "[factcheck claim 11 0192ab34 query 3]"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[factcheck]",
        "see [factcheck claim 11 0192ab34]",
        "[factcheck claim 11 0192AB34]",
        "[factcheck claim \u0661 0192ab34]",
        "[factcheck claim 1111111111111111111 0192ab34]",
        "[factcheck claim 11 0192ab34 query ]",
    ],
)
def test_comments_of_others(text: str) -> None:
    assert own_comments.reference(text) is None
    assert own_comments.added(text) == (text, "")


def test_the_last_line_that_is_one_counts() -> None:
    text = "Quote:\n[factcheck claim 1 ffffffff]\n  [factcheck claim 2 00000002]\xa0\n"
    assert own_comments.reference(text) == Reference(2, "00000002", None)


def test_what_is_written_below_it() -> None:
    own = "OK\n[factcheck claim 2 00000002]"
    assert own_comments.added(f"{own}\n\nNo, 1 May.\nAnn\n") == (own, "No, 1 May.\nAnn")


def test_what_is_written_above_it_is_noticed() -> None:
    said = "ASK AUTHOR, claim 2\nQuery 3: When?"
    line = own_comments.line(2, UID, 3, said)
    assert own_comments.reference(line) == Reference(2, UID.replace("-", "")[-8:], 3)
    assert own_comments.added(f"{said}\n{line}") == (f"{said}\n{line}", "")
    loose = "ASK  AUTHOR, claim 2\n\nQuery 3: When?\xa0"
    assert own_comments.added(f"{loose}\n{line}")[1] == ""
    answered = f"{said}\nOn 1 May. Ann"
    assert own_comments.added(f"{answered}\n{line}")[1] == answered
    assert own_comments.added(f"{answered}\n{line}\nSee you")[1] == f"{answered}\nSee you"


def test_addresses_are_not_sealed() -> None:
    line = own_comments.line(2, UID, None, "OK: https://a.example/x(1)")
    assert own_comments.added(f"OK: https://a.example/x%281%29\n{line}")[1] == ""


def test_a_megabyte_of_brackets() -> None:
    assert own_comments.reference("[factcheck claim 1 " * 60_000) is None
    assert own_comments.reference("[\n" * 500_000) is None
