"""Ratings of other houses: which say something of the fact, and what."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.services import outside_ratings, rules
from factcheck.services.outside_labels import TABLE
from factcheck.services.outside_ratings import LABELS, conclusion, read, slug
from factcheck.words import CONCLUSION_WORDS, Conclusion

SUPPORTED, MIXED, REFUTED, CONFLICTING, NOT_ENOUGH, NOT_CHECKABLE = Conclusion

#: As they stand in the markup of the houses.
AS_PUBLISHED: list[tuple[str, Conclusion]] = [
    ("True", SUPPORTED),
    ("Mostly True", SUPPORTED),
    ("Correct Attribution", SUPPORTED),
    ("Geppetto Checkmark", SUPPORTED),
    ("Größtenteils richtig", SUPPORTED),
    ("Verdadero", SUPPORTED),
    ("Verdadeiro", SUPPORTED),
    ("C'eri quasi", SUPPORTED),
    ("Prawda", SUPPORTED),
    ("DOĞRU", SUPPORTED),
    ("صحيح", SUPPORTED),
    ("सच", SUPPORTED),
    ("Helt sant", SUPPORTED),
    ("Benar", SUPPORTED),
    ("Half True", MIXED),
    ("Mixture", MIXED),
    ("Mostly False", MIXED),
    ("MISSING CONTEXT", MIXED),
    ("Two Pinocchios", MIXED),
    ("Teilweise falsch", MIXED),
    ("Trompeur", MIXED),
    ("Verdad a medias", MIXED),
    ("Não é bem assim", MIXED),
    ("Nì", MIXED),
    ("Grotendeels onwaar", MIXED),
    ("Manipulacja", MIXED),
    ("Delvis feil", MIXED),
    ("भ्रामक", MIXED),
    ("Pants on Fire", REFUTED),
    ("Four Pinocchios", REFUTED),
    ("Miscaptioned", REFUTED),
    ("Altered Photo", REFUTED),
    ("Frei erfunden", REFUTED),
    ("Faux", REFUTED),
    ("Bulo", REFUTED),
    ("Pimenta na Língua", REFUTED),
    ("Panzana pazzesca", REFUTED),
    ("Onwaar", REFUTED),
    ("Fałsz", REFUTED),
    ("Yanlış", REFUTED),
    ("زائف", REFUTED),
    ("फ़र्ज़ी", REFUTED),
    ("HOAKS", REFUTED),
    ("Falskt", REFUTED),
    ("Helt feil", REFUTED),
    ("Väärin", REFUTED),
    ("Фейк", REFUTED),
    ("錯誤", REFUTED),
    ("Unproven", NOT_ENOUGH),
    ("No evidence", NOT_ENOUGH),
    ("Unbelegt", NOT_ENOUGH),
    ("No hay pruebas", NOT_ENOUGH),
    ("Insustentável", NOT_ENOUGH),
    ("Ikke sikkert", NOT_ENOUGH),
    ("Nieweryfikowalne", NOT_ENOUGH),
    ("Conflicting evidence", CONFLICTING),
    ("Labeled Satire", NOT_CHECKABLE),
    ("Opinion", NOT_CHECKABLE),
    ("Sátira", NOT_CHECKABLE),
]


@pytest.mark.parametrize(("label", "found"), AS_PUBLISHED)
def test_a_label_that_houses_use_is_known(label: str, found: Conclusion) -> None:
    assert conclusion(label, {}) == found


@pytest.mark.parametrize(
    "label",
    [
        "FALSE!", "❌ False", "False.", "Rating: False", " false ", "“False”", "[FALSE]",
        "⚠️ FALSE ⚠️", "Our rating: False", "Fact-check: FALSE", "Verdict : false…", "*False*",
        "false\N{NO-BREAK SPACE}",
    ],
)  # fmt: skip
def test_signs_around_a_label_and_its_case_do_not_matter(label: str) -> None:
    assert slug(label) == "false"
    assert conclusion(label, {}) == REFUTED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Half-True", "half true"),
        ("C’est faux", "C'est faux"),
        ("YANLIŞ", "yanlış"),
        ("MANİPÜLASYON", "manipülasyon"),
        ("Verdadeiro, mas…", "verdadeiro mas"),
        ("Engan\u0303oso", "Engañoso"),
    ],
)
def test_spellings_of_one_label_are_the_same(one: str, other: str) -> None:
    assert slug(one) == slug(other)
    assert conclusion(one, {}) == conclusion(other, {}) is not None


@pytest.mark.parametrize(
    "label",
    [
        "Explainer", "Analysis", "Research in progress", "Flip-flop", "Fact check", "Rating:", "",
        "!!!", "❌", "This is false because the figures are from 2019", "Not false", "falsehoods",
        "Falso, pero", "5", "Claim: False",
    ],
)  # fmt: skip
def test_what_does_not_say_is_not_guessed(label: str) -> None:
    assert conclusion(label, {}) is None


def test_a_label_as_long_as_a_book_is_none() -> None:
    for label in ("false " * 200_000, "!" * 1_000_000, "rating:" * 150_000):
        assert conclusion(label, {}) is None


def test_the_house_goes_first() -> None:
    additions = {"mostly-false": "refuted", "mezcla-rara": "mixed"}
    assert conclusion("Mostly False", additions) == REFUTED
    assert conclusion("MEZCLA RARA!", additions) == MIXED
    assert conclusion("Half true", additions) == MIXED


def test_no_label_of_the_table_means_two_things() -> None:
    slugs = {
        found: {
            slug(label)
            for line in lines.splitlines()
            for label in line.partition(":")[2].split(";")
            if label.strip()
        }
        for found, lines in TABLE.items()
    }
    for one, other in itertools.combinations(slugs.values(), 2):
        assert one & other == set()
    assert {name for each in slugs.values() for name in each} == LABELS.keys()
    assert "" not in LABELS


def test_the_table_says_what_our_own_words_and_scales_say() -> None:
    ours = {slug(word): found for word, found in CONCLUSION_WORDS.items()}
    assert {word: LABELS[word] for word in ours.keys() & LABELS.keys()} == {
        word: ours[word] for word in ours.keys() & LABELS.keys()
    }
    for scale in rules.SCALES.values():
        for each in scale["labels"]:
            assert LABELS[slug(each["label"])] == each["goes_with"][0], each


def test_a_slug_is_its_own_slug() -> None:
    assert {label: slug(label) for label in LABELS} == {label: label for label in LABELS}


@given(st.text())
def test_any_text_can_be_a_label(label: str) -> None:
    assert conclusion(label, {}) in {None, *Conclusion}
    assert slug(slug(label)) == slug(label)


# The house's rule

READ: list[tuple[Any, dict[str, str]]] = [
    ("Pants on Fire=refuted; Mezcla=mixed", {"pants-on-fire": "refuted", "mezcla": "mixed"}),
    ("  Half True! = partly ;", {"half-true": "mixed"}),
    ("a=b=false", {"a=b": "refuted"}),
    ("One=ok; ONE = true", {"one": "supported"}),
    ("off", {}),
    ("", {}),
    ({}, {}),
    ({"Mezcla rara": "mixed"}, {"mezcla-rara": "mixed"}),
]


@pytest.mark.parametrize(("typed", "stored"), READ)
def test_what_is_typed_is_read(typed: Any, stored: dict[str, str]) -> None:
    assert read(typed) == stored


@pytest.mark.parametrize(("typed", "stored"), READ)
def test_what_is_stored_or_shown_is_read_as_it_is(typed: Any, stored: dict[str, str]) -> None:
    assert read(stored) == stored
    assert read(rules.shown("outside_ratings", stored)) == stored


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Mezcla", "'Mezcla' is no label with a conclusion."),
        ("!!! = mixed", "'!!!' is no label with a conclusion."),
        ({"": "mixed"}, "'' is no label with a conclusion."),
        (7, "'7' is no label with a conclusion."),
        ("Mezcla = mixd", "'mixd' is no conclusion."),
        ("Mix=mixed; MIX=refuted", "The label 'MIX' is there twice."),
    ],
)
def test_what_is_no_rule_is_refused(typed: Any, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(typed)
    assert caught.value.message == message
    assert caught.value.hint


def test_a_rule_names_no_label_as_long_as_a_book() -> None:
    with pytest.raises(BadInput):
        read("x" * (outside_ratings.LONGEST + 1) + "=mixed")
