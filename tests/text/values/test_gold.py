"""The marked sentences and pairs: well formed, and the plainest pairs right."""

import re
from collections import Counter

import pytest

from factcheck.text import values
from factcheck.text.values import units
from factcheck.words import Bound, ValueKind
from tests.bench.marked_values import Gold, Pair, Sentence, days_of, pairs, sentences

SENTENCES = sentences()
PAIRS = pairs()
MARKED = [gold for sentence in SENTENCES for gold in sentence.values if not gold.optional]
DATED = {ValueKind.DATE, ValueKind.TIME}
OPEN = {Bound.AT_MOST, Bound.AT_LEAST, Bound.LESS_THAN, Bound.MORE_THAN}


def called(pair: Pair) -> str:
    return f"{pair.claim[:50]} / {pair.passage[-50:]}"


def test_languages_are_marked_in_these_numbers() -> None:
    spoken = Counter(sentence.language for sentence in SENTENCES)
    compared = Counter(pair.language for pair in PAIRS)
    assert spoken == {"en": 145, "de": 20, "fr": 20, "es": 20}
    assert compared == {"en": 134, "de": 10, "fr": 10, "es": 10}


def test_no_sentence_and_no_pair_stands_twice() -> None:
    texts = [sentence.text for sentence in SENTENCES]
    both = [(pair.claim, pair.passage) for pair in PAIRS]
    assert (len(set(texts)), len(set(both))) == (len(texts), len(both))


def test_marked_values_stand_in_their_sentence_in_reading_order() -> None:
    for sentence in SENTENCES:
        spans = [(gold.start, gold.end) for gold in sentence.values]
        assert [sentence.text[start:end] for start, end in spans] == [
            gold.text for gold in sentence.values
        ]
        assert spans == sorted(spans)


@pytest.mark.parametrize("gold", MARKED, ids=lambda gold: gold.text)
def test_marked_value_is_whole(gold: Gold) -> None:
    assert gold.kind is not None
    assert bool(gold.isos) == (gold.kind in DATED)
    assert all(figures for figures in gold.figures) == (gold.kind not in DATED)
    assert all(list(figures) == sorted(figures) for figures in gold.figures)
    if gold.kind not in DATED and gold.bound in OPEN:
        assert all(len(figures) == 1 for figures in gold.figures)


@pytest.mark.parametrize("iso", sorted({iso for gold in MARKED for iso in gold.isos}))
def test_marked_date_is_a_day_a_span_of_days_or_a_time(iso: str) -> None:
    assert re.fullmatch(r"\d\d:\d\d", iso) or isinstance(days_of(iso), tuple)


@pytest.mark.parametrize("unit", sorted({str(unit) for gold in MARKED for unit in gold.units[:1]}))
def test_marked_unit_is_in_the_table(unit: str) -> None:
    assert unit == "None" or units.dimension(unit) is not None


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_found_values_are_words_of_the_text_in_reading_order(sentence: Sentence) -> None:
    found = values.find(sentence.text, sentence.on, sentence.language)
    assert [one.text for one in found] == [sentence.text[one.start : one.end] for one in found]
    ends = [place for one in found for place in (one.start, one.end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.seed], ids=called)
def test_seed_claims_compare_with_their_sources_as_people_found(pair: Pair) -> None:
    comparison = pair.checked()
    assert comparison.result in pair.results, comparison.explanation


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.certain], ids=called)
def test_plain_pairs_are_right(pair: Pair) -> None:
    comparison = pair.checked()
    assert comparison.result in pair.results, comparison.explanation
