import re

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.looks import PageMark, Presence
from factcheck.text.presence import Mark, Page, Seen, around, look, notices

WORDS = [
    "the",
    "train",
    "of",
    "Kim",
    "leaves",
    "37",
    "guards",
    "1,200",
    "said",
    "not",
    "in",
    "May",
    "on",
    "列车",
    "café",
    "it's",
    "“yes”",
    "river",
]
ALPHABET = st.sampled_from(
    "ab c\n.\"'-[]1\u00bd\u00b2\u0301\u200d\ufb01\u5217\u0e16\u0644\U0001f682\u2026\u00a0\u00ad"
)
TEXTS = st.one_of(st.text(), st.text(ALPHABET), st.lists(st.sampled_from(WORDS)).map(" ".join))
MARKS = st.lists(
    st.builds(Mark, st.integers(-2, 40), st.integers(-2, 40), st.sampled_from(PageMark)), max_size=4
)
FOUND = {Presence.EXACT, Presence.FOLDED, Presence.AMBIGUOUS}


@settings(deadline=None)
@given(TEXTS, TEXTS, MARKS, st.one_of(st.none(), st.builds(Seen, TEXTS, TEXTS, st.integers(0, 50))))
def test_any_text_has_a_sighting(
    quote: str, text: str, marks: list[Mark], near: Seen | None
) -> None:
    page = Page(text, marks)
    sighting = look(quote, page, near=near)
    if sighting.start is None or sighting.end is None:
        assert (sighting.start, sighting.end, sighting.found) == (None, None, None)
    else:
        assert text[sighting.start : sighting.end] == sighting.found
    assert sighting.why
    notices(page)


@settings(deadline=None)
@given(st.data())
def test_words_cut_from_the_page_are_found(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    page = Page(" ".join(words))
    assert look(" ".join(words[first:last]), page).state in FOUND


@settings(deadline=None)
@given(st.data())
def test_words_with_their_context_are_found_again(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    page = Page(" ".join(words))
    start = len(" ".join([*words[:first], ""]))
    quote = " ".join(words[first:last])
    near = around(page, start, start + len(quote))
    assert look(quote, page, near=near).state in FOUND


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=30), st.integers(0, 9), st.data())
def test_another_digit_is_never_the_same(words: list[str], digit: int, data: st.DataObject) -> None:
    quote = " ".join([*words, "37", "guards"])
    places = [match.start() for match in re.finditer(r"\d", quote)]
    at = data.draw(st.sampled_from(places))
    changed = f"{quote[:at]}{(int(quote[at]) + 1 + digit % 9) % 10}{quote[at + 1 :]}"
    state = look(changed, Page(f"Bread is dear.\n\n{quote}\n\nNobody spoke.")).state
    assert state not in {Presence.EXACT, Presence.FOLDED, Presence.ALTERED_MINOR}


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=30), st.data())
def test_not_put_in_is_never_the_same(words: list[str], data: st.DataObject) -> None:
    words = [word for word in words if word != "not"]
    at = data.draw(st.integers(1, max(1, len(words) - 1)))
    edited = " ".join([*words[:at], "never", *words[at:], "and so on"])
    quote = " ".join([*words, "and so on"])
    state = look(quote, Page(f"Bread is dear.\n\n{edited}\n\nNobody spoke.")).state
    assert state not in {Presence.EXACT, Presence.FOLDED, Presence.ALTERED_MINOR}
