import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.anchors import Difference, What
from factcheck.text.pagediff import LONGEST, MOST_MARKED, Part, changed_share, compare

LINES = [f"Sentence number {name} stands here." for name in "abcdefghijklmnop"]


def shown(before: str, after: str, **options: int) -> list[str]:
    """Each part as one line: - gone, + come, ~ changed, = same, and how many were skipped."""
    signs = {"gone": "- ", "come": "+ ", "changed": "~ ", "same": "= "}
    return [
        f"... {part.count}" if part.kind == "skipped" else signs[part.kind] + _words(part)
        for part in compare(before, after, **options)
    ]


def _words(part: Part) -> str:
    return part.before if part.kind == "gone" else part.after


def test_changed_sentence_tells_its_words_and_their_kinds() -> None:
    before = "The train is slow.\nIt goes up to 37 mph on most lines.\nIt is green."
    after = "The train is slow.\nIt never goes up to 47 mph on most lines.\nIt is green."
    assert list(compare(before, after)) == [
        Part("same", "The train is slow.", "The train is slow."),
        Part(
            "changed",
            "It goes up to 37 mph on most lines.",
            "It never goes up to 47 mph on most lines.",
            (Difference(What.NEGATION, "", "never"), Difference(What.FIGURE, "37", "47")),
        ),
        Part("same", "It is green.", "It is green."),
    ]


def test_long_stretches_are_skipped_and_counted() -> None:
    after = [*LINES]
    after[8] = "Something else came."
    assert shown("\n".join(LINES), "\n".join(after)) == [
        "... 6",
        f"= {LINES[6]}",
        f"= {LINES[7]}",
        f"- {LINES[8]}",
        "+ Something else came.",
        f"= {LINES[9]}",
        f"= {LINES[10]}",
        "... 5",
    ]


def test_one_sentence_is_never_skipped() -> None:
    before, after = [*LINES[:9]], [*LINES[:9]]
    after[2], after[8] = "New is this.", "And that, too."
    assert shown("\n".join(before), "\n".join(after)) == [
        f"= {LINES[0]}",
        f"= {LINES[1]}",
        f"- {LINES[2]}",
        "+ New is this.",
        *(f"= {line}" for line in LINES[3:8]),
        f"- {LINES[8]}",
        "+ And that, too.",
    ]


@pytest.mark.parametrize("context", [0, -1])
def test_context_may_be_none_at_all(context: int) -> None:
    after = [*LINES[:4], "Something else came.", *LINES[4:]]
    found = shown("\n".join(LINES), "\n".join(after), context=context)
    assert found == ["... 4", "+ Something else came.", "... 12"]


def test_equal_texts_are_skipped_whole() -> None:
    text = "\n".join(LINES)
    assert list(compare(text, text)) == [Part("skipped", "", "", count=16)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "", []),
        ("It left.", "", ["- It left."]),
        ("", "It left.", ["+ It left."]),
        ("\u201cIt left\u201d in\u00a0May.", '"It left" in May.', ['= "It left" in May.']),
        ("It left. It came.", "It left.\n\n  It came.\n", ["... 2"]),
        (
            "One went by bus. It was late. Two came by train.",
            "It was late. Two came by train. One went by bus.",
            ["- One went by bus.", "= It was late.", "= Two came by train.", "+ One went by bus."],
        ),
        ("列车离开。", "列车不离开。", ["~ 列车不离开。"]),
    ],
)
def test_small_texts(before: str, after: str, found: list[str]) -> None:
    assert shown(before, after) == found


def test_edited_sentences_find_their_partners_among_new_ones() -> None:
    before = ["The minister met the press on Monday.", "Up to 60 people were in the room."]
    after = [
        "Lunch was served.",
        "The minister met the press on Tuesday.",
        "Nothing was said of money.",
        "Up to 90 people were in the room.",
    ]
    assert shown("\n".join(before), "\n".join(after)) == [
        "+ Lunch was served.",
        "~ The minister met the press on Tuesday.",
        "+ Nothing was said of money.",
        "~ Up to 90 people were in the room.",
    ]


def test_long_rewritten_stretch_is_taken_in_portions() -> None:
    before = "\n".join(f"The carriage {name * 9} was built in 1990." for name in _names(200))
    found = list(compare(before, before.replace("1990", "1991")))
    assert {part.kind for part in found} == {"changed"}
    assert {part.differences for part in found} == {(Difference(What.FIGURE, "1990", "1991"),)}


def _names(count: int) -> list[str]:
    return [chr(97 + at % 26) + chr(97 + at // 26) for at in range(count)]


def test_text_without_full_stops_is_compared_in_runs_of_words() -> None:
    words = [f"word{at * 7919 % 5000}" for at in range(5000)]
    after = [*words[:2500], "never", *words[2500:]]
    changed = [part for part in compare(" ".join(words), " ".join(after)) if part.kind != "same"]
    found = [one for part in changed for one in part.differences]
    assert Difference(What.NEGATION, "", "never") in found
    assert sum(len(part.after) for part in changed) < 5 * LONGEST


def test_behind_very_many_changes_none_are_told() -> None:
    before = "\n".join(
        f"The carriage {at} was built in 1990, or so they say." for at in range(9000)
    )
    parts = [part for part in compare(before, before.replace("1990", "1991")) if part.differences]
    told = sum(len(part.before) + len(part.after) for part in parts)
    assert MOST_MARKED <= told < MOST_MARKED + 2 * LONGEST


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n" * 125_000, "b\n" * 125_000),
        ("x" * 250_000, "y" * 250_000),
        (" " * 250_000, "\n" * 250_000),
        (". " * 125_000, "." * 250_000),
        ("a. " * 12_500, "b. " * 12_500),
        ("\ud800 " * 25_000, "\x00" * 250_000),
        ("\u5217\u3002" * 25_000, "\u8f66\u3002" * 25_000),
    ],
)
def test_large_hostile_texts_are_compared(before: str, after: str) -> None:
    parts = compare(before, after)
    assert sum(len(part.before) for part in parts) <= len(before)
    assert 0 <= changed_share(before, after) <= 1


# How much


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        ("", "", 0),
        (" \n", "", 0),
        ("a b c", "a b c", 0),
        ("a b c", "", 1),
        ("", "a b c", 1),
        ("a b c", "x y z", 1),
        ("a b\nc d", "c d\na b", 0),
        ("a b\nc d", "a b\nx y", 0.5),
        ("a b c d", "a b", 1 / 3),
        ("a\n" * 10, "a\n" * 5, 1 / 3),
        ("\u201ca\u201d b \u2013 c", '"a" b - c', 0),
        ("a\u00a0b   c", "a b c", 0),
        ("\u5217\u8f66\u79bb\u5f00", "\u5217\u8f66\u79bb\u5f00\u5417", 1 / 9),
    ],
)
def test_share_of_the_words(before: str, after: str, share: float) -> None:
    assert changed_share(before, after) == pytest.approx(share)


def test_new_lines_in_a_paragraph_are_hardly_a_change() -> None:
    words = [f"word{at}" for at in range(100)]
    assert changed_share(" ".join(words), "\n".join([" ".join(words[:50]), *words[50:]])) == 0


def test_small_words_that_all_texts_share_count_for_little() -> None:
    before = "the man of the house and the dog of the man went to the sea"
    after = "the sea and the house of the dog went to a man of the woods"
    assert changed_share(before, after) == 0.4


TEXT = st.text(st.sampled_from("ab1 .\n\u5217\u3002\u201c\u00e9\ud800"), max_size=60)


@given(TEXT, TEXT)
def test_share_is_the_same_both_ways(before: str, after: str) -> None:
    assert changed_share(before, after) == changed_share(after, before)
    assert 0 <= changed_share(before, after) <= 1
    assert changed_share(before, before) == 0


@given(TEXT, TEXT, st.integers(0, 3))
def test_no_sentence_is_lost(before: str, after: str, context: int) -> None:
    whole = [[part.before for part in compare(text, "")] for text in (before, after)]
    parts = list(compare(before, after, context=context))
    skipped = sum(part.count for part in parts if part.kind == "skipped")
    sides = [part.before for part in parts], [part.after for part in parts]
    for shown_side, sentences in zip(sides, whole, strict=True):
        kept = [sentence for sentence in shown_side if sentence]
        assert len(kept) + skipped == len(sentences)
        assert skipped or kept == sentences
