import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.folding import TABLE, fold, folded

PIECES = st.sampled_from(
    [
        *"aeB7 \n-",
        *"\u00ad\u200b\u2019\u201c\u2026\u2014\u00a0\ufb01",
        *"\u0301\u0323\u00e9\u1100\u1161\u0f71\u0f73\u09c7\u09be\u212b\U0001f600",
        "\r\n",
        "-\n",
    ],
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cKim\u2019s\u201d", '"Kim\'s"'),
        ("\u00abtrain\u00bb \u2039car\u203a", "\"train\" 'car'"),
        ("5\u2032 6\u2033", "5' 6\""),
        ("1990\u20132000 \u2014 \u221212 non\u2011stop", "1990-2000 - -12 non-stop"),
        ("well\u2026", "well..."),
        ("car\u00adriage\u200b \ufeffx", "carriage x"),
        ("10\u00a0000\u202fkm", "10 000 km"),
        ("a\t b\r\n\r\n  c", "a b c"),
        ("\ufb01ne o\ufb03ce \ufb05ill", "fine office still"),
        ("cafe\u0301", "caf\u00e9"),
        ("Kim JONG Un", "Kim JONG Un"),
        ("10\u00b2 \u00bd \u2460 \uff21", "10\u00b2 \u00bd \u2460 \uff21"),
        ("", ""),
        (" \n ", " "),
    ],
)
def test_typography_becomes_one_spelling(text: str, expected: str) -> None:
    assert fold(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inter-\nnational", "international"),
        ("inter- \r\n  national", "international"),
        ("inter\u2010\nnational", "international"),
        ("inter\u00ad\nnational", "international"),
        ("Jean-\nPaul", "Jean-Paul"),
        ("COVID-\n19", "COVID-19"),
        ("he said \u2014\nand left", "he said - and left"),
        ("he said\u2014\nand left", "he said- and left"),
        ("one -\ntwo", "one - two"),
        ("inter-\n\nnational", "inter- national"),
    ],
)
def test_divided_words_are_joined(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("text", "passage", "original"),
    [
        ("a \u201cb\u201d", '"b"', "\u201cb\u201d"),
        ("x\u2026y", "y", "y"),
        ("a \n\n b", "b", "b"),
        ("car\u00adriage", "carriage", "car\u00adriage"),
        ("the o\ufb03ce", "office", "o\ufb03ce"),
        ("the inter-\nnational law", "international", "inter-\nnational"),
        ("un cafe\u0301 noir", "caf\u00e9", "cafe\u0301"),
        ("e\u200b\u0301 b", "\u00e9", "e\u200b\u0301"),
        ("\u1112\u1161\u11ab x", "\ud55c", "\u1112\u1161\u11ab"),
        ("\u09c7\u09be x", "\u09cb", "\u09c7\u09be"),
    ],
)
def test_passage_maps_to_its_original(text: str, passage: str, original: str) -> None:
    page = fold(text)
    at = page.text.index(passage)
    start, end = page.original(at, at + len(passage))
    assert text[start:end] == original


def test_empty_range_maps_to_place() -> None:
    page = fold("\u2026 \u2026")
    assert page.original(0, 0) == (0, 0)
    assert page.original(4, 4) == (2, 2)
    assert page.original(7, 7) == (3, 3)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 9)])
def test_range_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no range"):
        fold("a \u2014 b").original(start, end)


def test_table_keeps_to_canonical_characters() -> None:
    assert all(unicodedata.normalize("NFC", char) == char for char in TABLE)
    assert not any(char in TABLE for new in TABLE.values() for char in new)


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TEXTS)
def test_canonical_equivalents_fold_alike(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)


@given(TEXTS, st.data())
def test_original_folds_to_its_passage(text: str, data: st.DataObject) -> None:
    page = fold(text)
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    source_start, source_end = page.original(start, end)
    assert 0 <= source_start <= source_end <= len(text)
    alone = folded(text[source_start:source_end])
    # Whether a line break is a blank depends on the word before it, which is cut off here.
    assert page.text[start:end].replace(" ", "") in alone.replace(" ", "")


@given(TEXTS)
def test_map_of_characters_is_monotonous(text: str) -> None:
    page = fold(text)
    places = [page.original(at, at + 1) for at in range(len(page.text))]
    assert places == sorted(places)
    assert all(start < end for start, end in places)


@pytest.mark.parametrize(
    ("text", "original", "passage"),
    [
        ("a \u201cb\u201d", "\u201cb\u201d", '"b"'),
        ("x\u2026y", "y", "y"),
        ("x\u2026y", "\u2026", "..."),
        ("car\u00adriage", "car\u00ad", "car"),
        ("car\u00adriage", "\u00ad", ""),
        ("the inter-\nnational law", "national", "national"),
        ("un cafe\u0301 noir", "e", "\u00e9"),
        ("plain", "lai", "lai"),
    ],
)
def test_original_maps_to_its_passage(text: str, original: str, passage: str) -> None:
    page = fold(text)
    at = text.index(original)
    start, end = page.place(at, at + len(original))
    assert page.text[start:end] == passage


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 9)])
def test_place_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no range"):
        fold("a \u2014 b").place(start, end)


@given(TEXTS, st.data())
def test_place_there_and_back_holds_the_characters(text: str, data: st.DataObject) -> None:
    page = fold(text)
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    there = page.place(*page.original(start, end))
    assert start == end or (there[0] <= start and end <= there[1])
