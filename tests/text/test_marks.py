"""`[[words]]{atlas p. 212}`: marks written into a text and read out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.text.marks import Mark, read, write

TEXT = "It has 20 carriages.\nIt can reach 37 mph.\n"


def test_words_become_a_mark() -> None:
    marked = TEXT.replace("20 carriages", "[[20 carriages]]")
    assert read(marked, TEXT) == [Mark(7, 19)]


def test_a_brace_cites_a_source() -> None:
    marked = TEXT.replace("37 mph", "[[37 mph]]{atlas p. 212}")
    assert read(marked, TEXT) == [Mark(34, 40, place="atlas p. 212")]


def test_claims_are_shown_with_their_numbers() -> None:
    marked = write(TEXT, [(7, 19, 12), (7, 19, 14), (34, 40, 3)])
    assert marked == "It has [[20 carriages]]{#12 #14}.\nIt can reach [[37 mph]]{#3}.\n"
    assert read(marked, TEXT) == [Mark(7, 19, (12, 14)), Mark(34, 40, (3,))]


def test_a_shown_claim_may_be_given_a_source() -> None:
    marked = write(TEXT, [(7, 19, 12)]).replace("{#12}", "{#12 atlas p. 9}")
    assert read(marked, TEXT) == [Mark(7, 19, (12,), "atlas p. 9")]


def test_claims_stand_in_each_other() -> None:
    marked = write(TEXT, [(0, 20, 1), (7, 19, 2), (0, 6, 3)])
    assert marked.startswith("[[[[It has]]{#3} [[20 carriages]]{#2}.]]{#1}")
    assert [mark.numbers for mark in read(marked, TEXT)] == [(1,), (3,), (2,)]


def test_of_two_that_overlap_in_part_the_later_is_left_out() -> None:
    assert write("abcdef", [(0, 4, 1), (2, 6, 2)]) == "[[abcd]]{#1}ef"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("see [[1]]", r"see \[\[1\]\]"),
        (r"a \[b\] c", r"a \\\[b\\\] c"),
        ("[words](url)", "[words](url)"),
    ],
)
def test_brackets_of_the_text_stay_its_own(text: str, marked: str) -> None:
    assert write(text, []) == marked
    assert read(marked, text) == []


def test_a_reference_with_its_brackets_can_be_marked() -> None:
    assert read("so [[[1]]] it", "so [1] it") == [Mark(3, 6)]


@pytest.mark.parametrize("change", [lambda m: m.rstrip("\n"), lambda m: m + "\n"])
def test_what_an_editor_does_to_line_ends_is_forgiven(change: object) -> None:
    marked = TEXT.replace("37 mph", "[[37 mph]]")
    assert read(change(marked), TEXT) == [Mark(34, 40)]  # type: ignore[operator]
    assert read(marked.replace("\n", "\r\n"), TEXT) == [Mark(34, 40)]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        (TEXT.replace("37 mph", "[[37 mph"), "Line 2: [[ is not closed."),
        (TEXT.replace("37 mph", "37 mph]]"), "Line 2: ]] closes nothing."),
        (TEXT.replace("37 mph", "[[]]37 mph"), "Line 2: a mark is empty."),
        (
            TEXT.replace("37", "47"),
            'Line 2: the text was changed, from "It can reach 37 mph." to "It can reach 47 mph.".',
        ),
        ("", 'Line 1: the text was changed, from "It has 20 carriages." to "".'),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(marked: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(marked, TEXT)
    assert caught.value.message == message


@given(
    st.text("ab[]\\{} \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)))
)
def test_what_is_written_is_read_again(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [(min(pair), min(max(pair), len(text)), n) for n, pair in enumerate(ends, 1)]
    spans = [span for span in spans if span[0] < span[1]]
    found = read(write(text, spans), text)
    shown = {(mark.start, mark.end, number) for mark in found for number in mark.numbers}
    assert shown <= set(spans)
    assert all(mark.numbers for mark in found)
    assert bool(shown) == bool(spans)


def test_a_megabyte_of_brackets_is_read() -> None:
    text = "[" * 1_000_000
    assert read(write(text, []), text) == []
