from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.text.anchors import Difference, Located, What, carry
from factcheck.text.folding import fold, folded
from factcheck.words import SpanState
from tests.text.edits import bases, edited

SEED = (Path(__file__).parents[2] / "seed" / "article.txt").read_text(encoding="utf-8")
PARAGRAPHS = SEED.split("\n")
UNCHANGED = {SpanState.EXACT, SpanState.MOVED}


def span(text: str, quote: str, nth: int = 0) -> tuple[int, int]:
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return at, at + len(quote)


def carried(quote: str, old: str, new: str, nth: int = 0) -> tuple[Located, str]:
    located = carry([span(old, quote, nth)], old, new)[0]
    return located, new[located.start : located.end]


def test_same_text_is_exact() -> None:
    assert carry([(3, 9), (0, 2)], SEED, SEED) == [
        Located(SpanState.EXACT, 3, 9),
        Located(SpanState.EXACT, 0, 2),
    ]


def test_empty_text_loses_all() -> None:
    assert carry([(0, 5), (7, 9)], SEED, "") == [Located(SpanState.LOST, 0, 0)] * 2


def test_no_spans_give_nothing() -> None:
    assert carry([], SEED, "Other words.") == []


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 9)])
def test_span_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadInput, match="is no place in a text of 3 characters"):
        carry([(start, end)], "a b", "a c")


def test_typography_and_offsets_stay_exact() -> None:
    new = "A new beginning.\n" + SEED.replace("\u2019", "'").replace(" miles", "\u00a0mi\u00adles")
    located, words = carried("Kim\u2019s train can reach speeds up to 37 miles per hour", SEED, new)
    assert located.state is SpanState.EXACT
    assert words == "Kim's train can reach speeds up to 37\u00a0mi\u00adles per hour"


def test_moved_paragraph_is_moved() -> None:
    new = "\n".join([*PARAGRAPHS[:6], *PARAGRAPHS[7:15], PARAGRAPHS[6], *PARAGRAPHS[15:]])
    located, words = carried(PARAGRAPHS[6], SEED, new)
    assert (located.state, words) == (SpanState.MOVED, PARAGRAPHS[6])
    assert carried(PARAGRAPHS[7], SEED, new)[0].state is SpanState.EXACT


def test_moved_and_edited_sentence_is_changed() -> None:
    edit = PARAGRAPHS[5].replace("Soviet Union", "Tsarist")
    new = "\n".join([*PARAGRAPHS[:5], *PARAGRAPHS[6:15], edit, *PARAGRAPHS[15:]])
    located, words = carried(PARAGRAPHS[5], SEED, new)
    assert (located.state, words) == (SpanState.CHANGED, edit)
    assert located.changed == (Difference(What.NAME, "Soviet Union", "Tsarist"),)


def test_deleted_sentence_is_lost_where_it_stood() -> None:
    sentence = "The forum\u2019s official website mentions it runs through Wednesday."
    new = SEED.replace(" " + sentence, "")
    located, _ = carried(sentence, SEED, new)
    at = new.index("What\u2019s on the Table?")
    assert located == Located(SpanState.LOST, at, at)


def test_deleted_sentence_is_lost_beside_its_twin() -> None:
    old = "Kim left on Sunday. It rained hard. Putin came by plane. Kim left on Sunday. They met."
    new = "It rained hard. Putin came by plane. Kim left on Sunday. They met."
    assert carried("Kim left on Sunday.", old, new)[0].state is SpanState.LOST
    assert carried("Kim left on Sunday.", old, new, nth=1)[0].state is SpanState.EXACT


def test_each_repetition_keeps_its_own_place() -> None:
    rows = [f"Guard {n} spoke. The train left on time." for n in range(10)]
    old, new = "\n".join(rows), "\n".join(["It began.", *rows[:3], *rows[4:]])
    spans = [span(old, "The train left on time.", n) for n in range(10)]
    found = carry(spans, old, new)
    assert [one.state for one in found] == [*["exact"] * 3, "lost", *["exact"] * 6]
    places = [span(new, "The train left on time.", n) for n in range(9)]
    kept = [one for one in found if one.state == "exact"]
    assert [(one.start, one.end) for one in kept] == places
    assert not any(one.ambiguous for one in found)


def test_deleted_repetition_is_ambiguous() -> None:
    sentence = "The train left on time. "
    old, new = "It began. " + sentence * 10 + "End.", "It began. " + sentence * 7 + "End."
    found = carry([span(old, sentence.strip(), n) for n in range(10)], old, new)
    assert all(one.ambiguous for one in found)
    assert [one.state for one in found].count(SpanState.LOST) == 3


@pytest.mark.parametrize(
    ("quote", "before", "after", "what"),
    [
        ("37 miles per hour", "37 miles", "47 miles", What.FIGURE),
        ("37 miles per hour", "37 miles", "37 kilometers", What.UNIT),
        ("runs through Wednesday", "Wednesday", "Thursday", What.DATE),
        ("Kim Jong Un", "Kim Jong Un", "Moon Jong Un", What.NAME),
        ("it runs through", "it runs", "it never runs", What.NEGATION),
        ("20 armored carriages", "20 armored", "20 green", What.OTHER),
    ],
)
def test_changed_word_is_changed(quote: str, before: str, after: str, what: What) -> None:
    located, _ = carried(quote, SEED, SEED.replace(before, after, 1))
    assert located.state is SpanState.CHANGED
    assert [one.what for one in located.changed] == [what]


@pytest.mark.parametrize(
    ("quote", "old", "new", "difference"),
    [
        (
            "leaves on Wednesday",
            "It leaves on Wednesday.",
            "It never leaves on Wednesday.",
            "never",
        ),
        ("on Wednesday", "It leaves on Wednesday.", "It leaves not on Wednesday.", "not"),
        ("37 men", "With 37 men.", "With nearly 37 men.", "nearly"),
        ("carriages", "It has 20 carriages.", "It has 30 carriages.", "30"),
        ("came", "He came today.", "He came only today.", "only"),
        ("5", "It was 5 there.", "It was -5 there.", "-"),
        ("5", "It cost $5 there.", "It cost \u20ac5 there.", "\u20ac"),
        ("37", "He has 37 men.", "He has 37 million men.", "million"),
        ("kommt", "Er kommt heute.", "Er kommt nicht heute.", "nicht"),
        ("离开平壤", "列车离开平壤。", "列车不离开平壤。", "不"),
    ],
)
def test_word_that_turns_the_meaning_at_the_border_is_a_change(
    quote: str, old: str, new: str, difference: str
) -> None:
    located, words = carried(quote, old, new)
    assert (located.state, words) == (SpanState.CHANGED, quote)
    assert [one.after for one in located.changed] == [difference]


def test_deleted_negation_at_the_border_is_a_change() -> None:
    located, _ = carried("leaves today", "It never leaves today.", "It leaves today.")
    assert located.changed == (Difference(What.NEGATION, "never", ""),)


@pytest.mark.parametrize(
    ("quote", "old", "new"),
    [
        ("Kim left", "Kim left.", "Not so, they say. Kim left."),
        ("Kim left", "Kim left. He spoke.", "Kim left. Nobody spoke."),
        ("the train", "He took the train.", "He boarded the train."),
        ("2019", "It was in 2019.", "It really was in 2019."),
    ],
)
def test_change_of_another_clause_is_none(quote: str, old: str, new: str) -> None:
    assert carried(quote, old, new)[0].state is SpanState.EXACT


@pytest.mark.parametrize(
    ("quote", "old", "new"),
    [("20", "In 20 days.", "In 2020 days."), ("3.7", "It is 3.7 there.", "It is 37 there.")],
)
def test_figure_inside_a_figure_is_another(quote: str, old: str, new: str) -> None:
    assert carried(quote, old, new)[0].state is SpanState.CHANGED


def test_span_inside_a_word_keeps_its_border() -> None:
    located, words = carried("car", "It has carriages.", "Well: it has carriages.")
    assert (located.state, words) == (SpanState.EXACT, "car")


def test_replaced_words_are_shown() -> None:
    located, words = carried("a luxury armored train", SEED, SEED.replace("a luxury", "an old"))
    assert (located.state, words) == (SpanState.CHANGED, "an old armored train")


@pytest.mark.parametrize("first", range(0, 2000, 400))
def test_no_changed_fact_passes_for_the_same(first: int) -> None:
    texts = bases()
    for seed in range(first // 3, (first + 400) // 3):
        draft = edited(texts[seed % len(texts)], seed)
        found = carry([(case.start, case.end) for case in draft.cases], draft.old, draft.new)
        for case, one in zip(draft.cases, found, strict=True):
            assert not (case.fact and one.state in UNCHANGED)
            if one.state in UNCHANGED:
                before, after = draft.old[case.start : case.end], draft.new[one.start : one.end]
                assert fold(before).text == fold(after).text


PIECES = st.sampled_from(
    ["Kim", "not", "37", "3.7", "left", ". ", ", ", "\n", " ", "\u2026", "平", "-"]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(st.one_of(TEXTS, st.text()), st.one_of(TEXTS, st.text()), st.data())
def test_any_drafts_are_compared(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    (one,) = carry([(start, end)], old, new)
    assert 0 <= one.start <= one.end <= len(new)
    assert (one.state is SpanState.CHANGED) == bool(one.changed)
    if one.state in UNCHANGED and old != new:
        bare = folded(old[start:end]).replace(" ", "")
        assert bare == "" or bare in folded(new[one.start : one.end]).replace(" ", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 75_000, "a " * 50_000 + "b " + "a " * 22_500),
        ("a" * 250_000, "a" * 250_001),
        (". " * 75_000, ". " * 50_000 + "b" + ". " * 22_500),
        ("train left " * 22_500, "left train " * 22_500),
        ("\n" * 250_000 + "a", "\n" * 249_999 + "b"),
        ("平" * 50_000, "平壤" * 25_000),
    ],
)
def test_endless_paragraphs_are_carried(old: str, new: str) -> None:
    found = carry([(at, at + 20) for at in range(0, len(old) - 20, 9_999)], old, new)
    assert len(found) == len(range(0, len(old) - 20, 9_999))
