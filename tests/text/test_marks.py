import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.text.marks import Mark, read, write

TEXT = "The train left on Sunday.\nIt has 20 armored carriages.\n"


def test_claims_are_shown_in_brackets() -> None:
    assert write(TEXT, [(4, 9, 3), (33, 55, 12), (33, 55, 14)]) == (
        "The [[train]]{#3} left on Sunday.\nIt has [[20 armored carriages.]]{#12 #14}\n"
    )


def test_nested_claims_are_nested_marks() -> None:
    page = write("a b c", [(2, 3, 2), (0, 3, 1), (0, 5, 3)])
    assert page == "[[[[a [[b]]{#2}]]{#1} c]]{#3}"
    assert read(page, "a b c") == [Mark(0, 5, (3,)), Mark(0, 3, (1,)), Mark(2, 3, (2,))]


def test_overlapping_claim_is_left_out() -> None:
    assert write("a b c", [(0, 3, 1), (2, 5, 2)]) == "[[a b]]{#1} c"


def test_claim_on_blanks_is_left_out() -> None:
    assert write("a  b", [(1, 3, 1), (2, 4, 2)]) == "a  [[b]]{#2}"


@pytest.mark.parametrize(
    ("marked", "marks"),
    [
        ("a [[b]] c", [Mark(2, 3)]),
        ("a [[b]]{atlas p. 212} c", [Mark(2, 3, (), "atlas p. 212")]),
        ("a [[b]]{#12 #14} c", [Mark(2, 3, (12, 14))]),
        ("a [[b]]{#12, #14: atlas} c", [Mark(2, 3, (12,), "#14: atlas")]),
        ("a [[b]]{#12 atlas p. 212} c", [Mark(2, 3, (12,), "atlas p. 212")]),
        ("a [[b]]{} c", [Mark(2, 3)]),
        ("a[[ b ]]c", [Mark(2, 3)]),
        ("[[a]] [[b c]]", [Mark(0, 1), Mark(2, 5)]),
        ("[[a [[b]]]] c", [Mark(0, 3), Mark(2, 3)]),
        ("a [[b]] c\n", [Mark(2, 3)]),
        ("a b c\r\n", []),
    ],
)
def test_marks_are_read(marked: str, marks: list[Mark]) -> None:
    assert read(marked, "a b c") == marks
    assert read(marked, "a b c\n") == marks


def test_stored_line_ends_keep_their_places() -> None:
    text = "a\r\nb\r\nc"
    assert read("a\n[[b]]\n[[c]]\n", text) == [Mark(3, 4), Mark(6, 7)]


def test_lone_brackets_need_no_backslash() -> None:
    text = "he [Kim] said {x} [sic]"
    assert write(text, []) == text
    assert read("he [[[Kim]]] said {x} [sic]", text) == [Mark(3, 8)]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("a [[b]] c", r"a \[[b\]] c"),
        ("a ]]{x} c", r"a \]]{x} c"),
        ("C:\\dir", r"C:\\dir"),
        ("[[[", r"\[\[["),
    ],
)
def test_brackets_of_the_article_survive(text: str, page: str) -> None:
    assert write(text, []) == page
    assert read(page, text) == []


@pytest.mark.parametrize(
    ("marked", "line", "message"),
    [
        ("a\n[[b c", 2, "Line 2: this mark is not closed: [[b c"),
        ("a\nb]] c", 2, "Line 2: no mark begins before this ]]: ]] c"),
        ("a\nb [[]]c", 2, "Line 2: this mark holds no words: [[]]c"),
        ("a\nb[[ ]]c", 2, "Line 2: this mark holds no words: [[ ]]c"),
        ("a\n[[b]]{x c", 2, "Line 2: this brace is not closed: {x c"),
        ("a\nb d", 2, 'Line 2: the text was changed: "b c" is now "b d".'),
        ("a\nb c\n\nd", 3, 'Line 3: the text was changed: "" is now "d".'),
        ("a\n\nb c", 2, "Line 2: an empty line was put in or taken out."),
        ("a", 2, 'Line 2: the text was changed: "b c" is now "".'),
    ],
)
def test_what_cannot_be_read_names_its_line(marked: str, line: int, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(marked, "a\nb c")
    assert (caught.value.line, caught.value.message) == (line, message)


def test_changed_text_is_sent_to_a_new_draft() -> None:
    with pytest.raises(BadInput) as caught:
        read(TEXT.replace("20", "30"), TEXT)
    assert caught.value.hint == "Change the text in a new draft: factcheck article revise"


PIECES = st.sampled_from(["a", "b ", "[", "]", "[[", "]]", "{", "}", "\\", "\n", "#1", "平"])
TEXTS = st.lists(PIECES, max_size=20).map("".join)


def nested(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap none of the kept ones partly."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if all(
            end <= a or b <= start or (a <= start and end <= b) or (start <= a and b <= end)
            for a, b in kept
        ):
            kept.append((start, end))
    return kept


@given(TEXTS, st.data())
def test_what_is_written_is_read(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = nested(sorted({(min(one), max(one)) for one in data.draw(st.lists(ends, max_size=5))}))
    bare = [(a, b) for a, b in spans if a < b and text[a:b] == text[a:b].strip()]
    claims = [(start, end, number) for number, (start, end) in enumerate(bare)]
    found = read(write(text, claims), text)
    assert sorted((one.start, one.end, one.numbers) for one in found) == sorted(
        (start, end, (number,)) for start, end, number in claims
    )


@given(TEXTS, TEXTS)
def test_any_page_is_read_or_refused(marked: str, text: str) -> None:
    try:
        found = read(marked, text)
    except BadInput:
        found = []
    assert all(text[one.start : one.end].strip() for one in found)


@pytest.mark.parametrize("page", ["[" * 500_000, "]" * 500_000, "[[a]]{" * 90_000, "\\[" * 300_000])
def test_endless_brackets_are_read_or_refused(page: str) -> None:
    with pytest.raises(BadInput):
        read(page, "a")


def test_deep_nesting_is_read() -> None:
    page = "[[" * 50_000 + "a" * 100_000 + "]]" * 50_000
    assert len(read(page, "a" * 100_000)) == 50_000
