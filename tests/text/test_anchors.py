from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.text.anchors import Selector, find, nearest, select
from factcheck.text.folding import fold, folded

ARTICLE = (
    "Kim Jong Un\u2019s armoured train left Pyongyang on Sunday. Each carriage is bulletproof, "
    "Yonhap reported, and so heavy that the train can reach only 37 mph on its way to Russia. "
    "His father, Kim Jong Il, was said to be afraid of flying."
)


def passages(quote: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find(quote, text)]


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("Kim's train", "about Kim\u2019s train.", ["Kim\u2019s train"]),
        ("  the train\n", "the train, the\ntrain", ["the train", "the\ntrain"]),
        ("international law", "inter-\nnational  law", ["inter-\nnational  law"]),
        ("well-known man", "a well-\nknown man", ["well-\nknown man"]),
        ("well-known man", "a wellknown man", []),
        ("the", "The", []),
        ("aa", "aa aa", ["aa", "aa"]),
        ("\u5e73\u58e4", "\u5728\u5e73\u58e4\u5e02", ["\u5e73\u58e4"]),
        ("", "text", []),
        ("\u200b ", "text", []),
        ("text", "", []),
    ],
)
def test_quote_is_found_after_folding(quote: str, text: str, found: list[str]) -> None:
    assert passages(quote, text) == found


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("20", "in 2019"),
        ("20", "in 1920"),
        ("20", "in 20.5"),
        ("200", "some 1,200 men"),
        ("1", "some 1,200 men"),
        ("1", "some 1\u202f200 men"),
        ("200", "some 1\u00a0200 men"),
        ("3.5", "13.5"),
        (".5", "3.5"),
        ("10", "10\u00b2"),
        ("3", "3\u00bd"),
        ("37", "the M37"),
    ],
)
def test_match_never_cuts_a_number(quote: str, text: str) -> None:
    assert find(quote, text) == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [("car", "carriages"), ("age", "carriage"), ("CO", "CO2"), ("riage", "car\u00adriage")],
)
def test_match_never_cuts_a_word(quote: str, text: str) -> None:
    assert find(quote, text) == []


@pytest.mark.parametrize(("quote", "text"), [(".", "so\u2026"), ("o", "o\ufb03ce")])
def test_match_never_cuts_a_character(quote: str, text: str) -> None:
    assert find(quote, text) == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("20", "20, 30"),
        ("20", "It was 20."),
        ("60", "60km"),
        ("km", "60km"),
        ("car", "the car's"),
        ("2019", "in 2019,"),
        ("1,200", "some 1,200 men"),
        ("\ud3c9\uc591", "\ud3c9\uc591\uc5d0\uc11c"),
    ],
)
def test_whole_words_and_numbers_match(quote: str, text: str) -> None:
    assert passages(quote, text) == [quote]


def test_fold_can_be_given() -> None:
    text = "a \u2014 b"
    assert find("a - b", text, fold(text)) == [(0, 5)]


@given(st.text(alphabet="ab1,. \n\u2019\u2026\u0301\u00ad-", max_size=60), st.data())
def test_found_places_fold_to_quote(text: str, data: st.DataObject) -> None:
    quote = data.draw(st.text(alphabet="ab1,. '\u2026\u0301", max_size=5))
    places = find(quote, text)
    assert all(folded(text[a:b]).strip() == folded(quote).strip() for a, b in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize("text", ["a " * 20_000, "\u201ca " * 20_000])
def test_many_places_are_all_found(text: str) -> None:
    assert len(find("a", text)) == 20_000


@given(st.text(), st.text())
def test_any_quote_is_looked_for(quote: str, text: str) -> None:
    assert isinstance(find(quote, text), list)
    assert isinstance(nearest(quote, text), str | None)


def test_nearest_gives_altered_passage() -> None:
    found = nearest("the train can only reach 47 mph on its way to Moscow", ARTICLE)
    assert found is not None
    assert "reach only 37 mph on its way" in found
    assert f" {found} " in f" {folded(ARTICLE)} "


@pytest.mark.parametrize(
    ("quote", "text"),
    [("zzzz qqqq xxxx", ARTICLE), ("train", ""), ("", ARTICLE), ("train", "\n ")],
)
def test_nearest_knows_nothing_alike(quote: str, text: str) -> None:
    assert nearest(quote, text) is None


def test_nearest_takes_short_text() -> None:
    assert nearest("The train left on Sunday morning.", "The train left Sunday") is not None


def test_nearest_stays_short() -> None:
    found = nearest(ARTICLE * 4000, (ARTICLE.replace("e", "a") + "\n") * 20_000)
    assert found is None or len(found) <= 240


def test_select_takes_words_around() -> None:
    start = ARTICLE.index("37 mph")
    place = select(ARTICLE, start, start + 6)
    assert place.exact == "37 mph"
    assert place.prefix == ARTICLE[start - 32 : start]
    assert place.suffix == ARTICLE[start + 6 : start + 38]


def test_select_stops_at_borders() -> None:
    assert select("a b", 0, 3) == Selector("a b", "", "", 0, 3)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 99)])
def test_select_refuses_no_place(start: int, end: int) -> None:
    with pytest.raises(BadInput, match="is no place in a text of 3 characters"):
        select("a b", start, end)
