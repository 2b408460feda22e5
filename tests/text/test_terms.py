import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.terms import QueryTerm, query, score, stem, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train, the TRAIN!", "the train"),
        ("Kim's train", "kim train"),
        ("Kim\u2019s train", "kim train"),
        ("don't; o\u2019clock; 'quoted'", "dont oclock quoted"),
        ("snake_case 37-mph 1,200", "snake case 37 mph 1 200"),
        ("Caf\u00e9 \u00c5ngstr\u00f6m STRASSE stra\u00dfe", "cafe angstrom strasse"),
        ("\u0141\u00f3d\u017a Bj\u00f8rn", "lodz bjorn"),
        ("\u0401\u043b\u043a\u0430", "\u0435\u043b\u043a\u0430"),
        ("\ud3c9\uc591\uc5d0\uc11c \uc5f4\ucc28", "\ud3c9\uc591\uc5d0\uc11c \uc5f4\ucc28"),
        ("\u6771\u4eac\u90fd", "\u6771\u4eac \u4eac\u90fd"),
        ("\u6771 Kim\u91d1", "\u6771 kim \u91d1"),
        ("\u304c", "\u304c"),
        ("\U0001f600 \0 \ud800 -- \u201d", ""),
        ("", ""),
    ],
)
def test_terms_of_a_text(text: str, expected: str) -> None:
    assert terms(text) == expected


def test_long_terms_are_cut() -> None:
    assert terms("x" * 500) == "x" * 64
    assert terms("\u00e9" * 500) == "e" * 64


def test_number_of_terms_is_capped() -> None:
    assert len(terms(" ".join(map(str, range(50_000)))).split()) == 20_000


def test_size_of_column_is_capped() -> None:
    latin = terms(" ".join(f"{n:060d}" for n in range(20_000)))
    greek = terms(" ".join("\u03b1" * 50 + str(n) for n in range(20_000)))
    assert len(latin) <= 400_000
    assert len(greek.encode()) <= 800_000
    assert {len(term) for term in latin.split()} == {60}


@given(st.text())
def test_terms_are_letters_and_digits(text: str) -> None:
    found = terms(text)
    assert all(term.isalnum() and len(term) <= 64 for term in found.split())
    assert len(set(found.split())) == len(found.split())


@given(st.text())
def test_terms_of_terms_stay(text: str) -> None:
    whole = " ".join(term for term in terms(text).split() if term.isascii())
    assert terms(whole) == whole


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("carriages", "carriag"),
        ("carriage", "carriag"),
        ("trains", "train"),
        ("armoured", "armour"),
        ("countries", "countr"),
        ("country", "countr"),
        ("carrying", "carr"),
        ("running", "run"),
        ("stopped", "stop"),
        ("called", "call"),
        ("reaches", "reach"),
        ("boxes", "box"),
        ("speed", "speed"),
        ("spring", "spring"),
        ("glass", "glass"),
        ("news", "news"),
        ("cars", "car"),
        ("bus", "bus"),
        ("army", "army"),
        ("caf\u00e9", "caf\u00e9"),
    ],
)
def test_stem_of_english_word(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.from_regex(r"[a-z]{3,12}", fullmatch=True))
def test_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Carriages", [QueryTerm("carriag", prefix=True, exact="carriages")]),
        ("37", [QueryTerm("37", prefix=False, exact="37")]),
        ("F16", [QueryTerm("f16", prefix=False, exact="f16")]),
        ("of", [QueryTerm("of", prefix=False, exact="of")]),
        ("\u91d1", [QueryTerm("\u91d1", prefix=True, exact="\u91d1")]),
        ("\u6771\u4eac", [QueryTerm("\u6771\u4eac", prefix=False, exact="\u6771\u4eac")]),
        ('"" AND* ()', [QueryTerm("and", prefix=True, exact="and")]),
        ("\0 \U0001f600 ' -- :*&|!", []),
    ],
)
def test_query_as_typed(words: str, expected: list[QueryTerm]) -> None:
    assert query(words) == expected


@given(st.text())
def test_query_takes_any_input(words: str) -> None:
    found = query(words)
    assert len(found) <= 32
    assert all(term.exact.startswith(term.text) and term.text for term in found)


@given(st.text(max_size=80))
def test_text_is_found_by_itself(text: str) -> None:
    assert score(query(text), terms(text)) > 0 or not query(text)


@pytest.mark.parametrize(
    ("words", "better", "worse"),
    [
        ("train", "the train stood", "the trainer stood"),
        ("armoured train", "an armoured train left", "a train left armoured"),
        ("armoured train", "an armoured train left", "an armoured car left"),
        ("train", "the train", "the train left on a sunday for russia"),
        ("trains", "two trains", "two train"),
        ("armoured trains", "armoured trains", "armour training"),
        ("trains", "a train", "a bus"),
    ],
)
def test_better_text_scores_higher(words: str, better: str, worse: str) -> None:
    assert score(query(words), better) > score(query(words), worse)


def test_score_of_nothing_is_zero() -> None:
    assert score([], "train") == 0
    assert score(query("train"), "") == 0
