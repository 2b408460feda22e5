"""Answers to comments, and comments of our own, as they come back."""

from factcheck.documents.document import Annotation
from factcheck.documents.docx import read
from tests.documents.docx_files import begin, comment, docx, end, p

OURS = "[factcheck claim 11 0192ab34 query 3]"
ASKED = f"Query 3: When?\n{OURS}"


def para(name: str, text: str) -> str:
    return p(text).replace("<w:p>", f'<w:p w14:paraId="{name}">')


def own(number: int, name: str = "0A", author: str = "factcheck") -> str:
    said = para(f"{name}0", "Query 3: When?") + para(name, OURS)
    return comment(number, said, author=author)


def ex(name: str, parent: str = "", done: str = "0") -> str:
    answers = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{name}"{answers} w15:done="{done}"/>'


def notes(
    comments: str, extended: str | None = None, *, marked: tuple[int, ...] = (0,)
) -> list[Annotation]:
    """The annotations of a copy with these comments on "Sunday"."""
    starts, ends = "".join(map(begin, marked)), "".join(map(end, marked))
    body = p("Kim left on ", starts, "Sunday", ends, ".")
    if extended is None:
        return read(docx(body, comments=comments)).annotations
    return read(docx(body, comments=comments, commentsExtended=extended)).annotations


def told(found: list[Annotation]) -> list[tuple[str, str | None, str | None, bool]]:
    return [(each.text, each.author, each.answers, each.resolved) for each in found]


def test_ours_are_left_out_and_answers_to_them_are_not() -> None:
    found = notes(own(0) + comment(1, para("0B", "the 4th"), "Ann"), ex("0A") + ex("0B", "0A"))
    assert told(found) == [("the 4th", "Ann", ASKED, False)]
    assert [(each.start, each.end) for each in found] == [(12, 18)]


def test_ours_are_known_whoever_is_said_to_have_written_them() -> None:
    assert notes(own(0, author="Unknown Author")) == []


def test_an_answer_that_quotes_ours_is_an_answer() -> None:
    quoting = comment(1, para("0B", "Yes.") + para("0C", OURS), "Ann")
    found = notes(own(0) + quoting, ex("0A") + ex("0C", "0A"))
    assert told(found) == [(f"Yes.\n{OURS}", "Ann", ASKED, False)]


def test_an_answer_of_ours_is_left_out() -> None:
    assert notes(own(0) + own(1, "0B"), ex("0A") + ex("0B", "0A")) == []


def test_answers_to_anybody_say_what_they_answer() -> None:
    said = comment(0, para("0A", "who")) + comment(1, para("0B", "Kim"), "Ann")
    more = comment(2, para("0C", "sure"), "Bob")
    found = notes(said + more, ex("0A", done="1") + ex("0B", "0A") + ex("0C", "0B"))
    assert told(found) == [
        ("who", "Maria Keller", None, True), ("Kim", "Ann", "who", True),
        ("sure", "Bob", "who", True),
    ]  # fmt: skip


def test_an_answer_that_is_done_alone() -> None:
    said = comment(0, para("0A", "who")) + comment(1, para("0B", "Kim"), "Ann")
    found = notes(said, ex("0A") + ex("0B", "0A", "true"))
    assert [each.resolved for each in found] == [False, True]


def test_answers_in_a_ring_end_somewhere() -> None:
    said = comment(0, para("0A", "who")) + comment(1, para("0B", "Kim"), "Ann")
    found = notes(said, ex("0A", "0B") + ex("0B", "0A"))
    assert sorted(each.text for each in found) == ["Kim", "who"]


def test_comments_without_names_answer_nothing() -> None:
    found = notes(comment(0, "who") + comment(1, "Kim", "Ann"), "<w15:commentEx/>", marked=(0, 1))
    assert told(found) == [("who", "Maria Keller", None, False), ("Kim", "Ann", None, False)]


def test_without_threads_the_same_words_are_an_answer() -> None:
    found = notes(own(0) + comment(1, "the 4th", "Ann"), marked=(0, 1))
    assert told(found) == [("the 4th", "Ann", ASKED, False)]


def test_what_was_written_before_ours_is_no_answer() -> None:
    early = comment(1, "the 4th", "Ann").replace("2024-05-01T10:00:00", "2024-05-01T09:59:59")
    assert [each.answers for each in notes(own(0) + early, marked=(0, 1))] == [None]
    late = comment(0, "first", "Ann") + own(1)
    assert [each.answers for each in notes(late, marked=(0, 1))] == [None]


def test_with_two_of_ours_on_the_same_words_nothing_says_which() -> None:
    found = notes(own(0) + own(1, "0B") + comment(2, "the 4th", "Ann"), marked=(0, 1, 2))
    assert told(found) == [("the 4th", "Ann", None, False)]


def test_other_words_are_no_answer() -> None:
    body = p(begin(0), begin(1), "Kim", end(1), " left", end(0))
    found = read(docx(body, comments=own(0) + comment(1, "who", "Ann"))).annotations
    assert told(found) == [("who", "Ann", None, False)]


def test_what_is_written_into_ours_is_an_answer() -> None:
    said = comment(
        0, para("0A", "Query 3: When?") + para("0B", OURS) + para("0C", "On 4 May."), "factcheck"
    )
    assert told(notes(said, ex("0C", done="1"))) == [("On 4 May.", None, ASKED, True)]
