from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import speech
from factcheck.text.spans import Span
from factcheck.text.speech import Attribution, Kind
from tests.bench.bench_speech import LANGUAGES, passages, scored, unmarked

SEED = Path(__file__).resolve().parents[2] / "seed"


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def told(text: str, language: str = "en") -> list[tuple[str | None, str | None, str | None, str]]:
    """Source, cue, content and kind, in words."""
    return [
        (words(text, one.source), words(text, one.cue), words(text, one.content), str(one.kind))
        for one in speech.find(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("According to Ann Lee, prices fell.", "Ann Lee", "According to", "prices fell", "A"),
        ("Prices fell, according to Ann Lee.", "Ann Lee", "according to", "Prices fell", "A"),
        ("Prices fell, Ann Lee said.", "Ann Lee", "said", "Prices fell", "I"),
        ("Prices fell, said Ann Lee, the head of the bureau.", "Ann Lee", "said", None, "I"),
        ("Ann Lee said that prices fell.", "Ann Lee", "said", "that prices fell", "I"),
        ("Ann Lee, head of the bureau, said prices fell.", "Ann Lee", "said", "prices fell", "I"),
        ("As Ann Lee put it, prices fell.", "Ann Lee", "put it", "prices fell", "I"),
        ("As the minister remarked, prices fell.", "the minister", "remarked", "prices fell", "I"),
        ("In a statement, Boeing said prices fell.", "Boeing", "said", "prices fell", "I"),
        ("Boeing said in a statement that prices fell.", "Boeing", "said", "that prices fell", "I"),
        ("Ann Lee told REUTERS that prices fell.", "Ann Lee", "told", "that prices fell", "I"),
        ("The mayor told The Times the plant burnt.", "The mayor", "told", "the plant burnt", "I"),
        ("It is said that the king is ill.", None, "said", "that the king is ill", "I"),
        ("Ann Lee: “Prices fell.”", "Ann Lee", ":", "“Prices fell.”", "D"),
        ("Ann Lee said: “Prices fell.”", "Ann Lee", "said", "“Prices fell.”", "D"),
        ("“Prices fell,” Ann Lee told Reuters.", "Ann Lee", "told", "“Prices fell,”", "D"),
        ("``Prices fell,'' said Ann Lee.", "Ann Lee", "said", "``Prices fell,''", "D"),
        ("‘Prices fell,’ said O’Hara’s boss.", "O’Hara’s boss", "said", "‘Prices fell,’", "D"),
        ("He called it a “joke”.", "He", "called", "it a “joke”", "M"),
        (
            "The bank has cautioned that rates rise.",
            "The bank",
            "cautioned",
            "that rates rise",
            "I",
        ),
    ],
)
def test_one_attribution(
    text: str, source: str | None, cue: str, content: str | None, kind: str
) -> None:
    letter = {"A": "according-to", "I": "indirect", "D": "direct", "M": "mixed"}
    assert told(text) == [(source, cue, content or "Prices fell", letter[kind])]


def test_offsets_are_those_of_the_text() -> None:
    assert speech.find("Prices fell, Ann said.") == [
        Attribution(Span(13, 16), Span(17, 21), Span(0, 11), Kind.INDIRECT)
    ]


def test_citing_and_cited_have_one_content() -> None:
    assert told("Yonhap, citing unidentified sources, said the train had left.") == [
        ("unidentified sources", "citing", "the train had left", "citing"),
        ("Yonhap", "said", "the train had left", "indirect"),
    ]
    assert told("Interfax quoted Ivan Peskov as saying the talks had failed.") == [
        ("Interfax", "quoted", "the talks had failed", "indirect"),
        ("Ivan Peskov", "saying", "the talks had failed", "citing"),
    ]


def test_reasons_are_not_sources() -> None:
    assert told("The airline cut flights, citing high fuel costs.") == []


def test_quotation_goes_on_after_its_speaker() -> None:
    assert told("“It burnt,” said Ann Lee, “and we ran.”") == [
        ("Ann Lee", "said", "“It burnt,” said Ann Lee, “and we ran.”", "direct")
    ]
    assert told("“It burnt,” she said. “We ran.”") == [
        ("she", "said", "“It burnt,” she said. “We ran.”", "direct")
    ]


def test_quotation_of_several_sentences_before_its_speaker() -> None:
    assert told("“It burnt. We ran.” Hassan, a teacher, recalled.") == [
        ("Hassan", "recalled", "“It burnt. We ran.”", "direct")
    ]


def test_quotation_of_several_paragraphs() -> None:
    text = "Ann Lee said: “It burnt.\n\n“We ran.”\n\nThe fire is out."
    assert told(text) == [("Ann Lee", "said", "“It burnt.\n\n“We ran.”", "direct")]


def test_what_the_quoted_say_of_others() -> None:
    assert told("“The minister said that the plan was dead,” Lee said.") == [
        ("The minister", "said", "that the plan was dead,", "indirect"),
        ("Lee", "said", "“The minister said that the plan was dead,”", "direct"),
    ]


def test_hearsay_has_no_source() -> None:
    assert told("The firm allegedly paid them $2 million.") == [
        (None, "allegedly", "The firm allegedly paid them $2 million", "indirect")
    ]
    assert told("The reported 20 carriages are heavy.") == [
        (None, "reported", "20 carriages", "indirect")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The “smart” meter was cheap.",
        "According to plan, the ship left.",
        "The states signed; the reports of looting stopped.",
        "The United States won.",
        "The figures add up and the clock tells the time.",
        "He left a note and said goodbye.",
        "The players’ union and O’Brien’s team met in the ’90s.",
        "",
        " \n\n ",
    ],
)
def test_no_attribution(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Laut Polizei brannte es.", ("Polizei", "Laut", "brannte es", "according-to")),
        ("de", "„Es brannte“, sagte Anna.", ("Anna", "sagte", "„Es brannte“", "direct")),
        ("fr", "Selon Le Monde, il part.", ("Le Monde", "Selon", "il part", "according-to")),
        ("fr", "« Je pars », dit-il.", ("il", "dit-il", "« Je pars »", "direct")),
        ("es", "Según la policía, huyó.", ("la policía", "Según", "huyó", "according-to")),
        ("es", "«Me voy», dijo Ana.", ("Ana", "dijo", "«Me voy»", "direct")),
        ("pt-BR", "Lula: “Eu volto.”", ("Lula", ":", "“Eu volto.”", "direct")),
        (
            "ar",
            "قال الوزير إن الحكومة ستدفع الرواتب غدا.",
            ("الوزير", "قال", "إن الحكومة ستدفع الرواتب غدا", "indirect"),
        ),
    ],
)
def test_other_languages(
    language: str, text: str, expected: tuple[str | None, str, str, str]
) -> None:
    assert told(text, language) == [expected]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("U.S. officials and analysts", "potential arms deals"),
        ("Reports", "the Putin-Kim meeting could align with"),
        ("The forum’s official website", "it runs through Wednesday"),
        ("the Carnegie Endowment for International Peace", "“highly developed” munitions"),
        ("The United States", "“massive blunder.”"),
        ("the White House", "it would “pay a price.”"),
        ("South Korea’s Yonhap news agency", "speeds up to 37 miles per hour"),
        (None, "20 armored carriages"),
        ("Japanese media", "intensified security measures"),
        ("Ramon Pacheco Pardo", "“North Korea’s support might enable Putin"),
    ],
)
def test_claims_of_the_seed_article(name: str | None, said: str) -> None:
    text = (SEED / "article.txt").read_text(encoding="utf-8")
    assert any(source == name and said in (content or "") for source, _, content, _ in told(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_marked_passages_are_found(language: str) -> None:
    score, _ = scored(language, passages(language))
    assert score.precision >= 0.90
    assert score.hit.total() >= 0.85 * score.gold.total()


def test_marks_of_a_passage() -> None:
    assert unmarked("{t:“{s:He}”} {c:said}.") == (
        "“He” said.",
        {"t": Span(0, 4), "s": Span(1, 3), "c": Span(5, 9)},
    )


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "‘", "'", "said ", "he said ", "according to ", "“a” ", ", citing officials", "“\n"],
)
def test_hostile_text_is_read(piece: str) -> None:
    found = speech.find(piece * (60_000 // len(piece)))
    assert found == sorted(found, key=lambda one: one.cue)


PIECES = st.sampled_from(
    ["he", "said", "“", "”", '"', "'", ",", ".", ":", "\n", "that", "according", "to", "citing",
     "officials", "was", "quoted", "as", "saying", "by", "Smith", "—", "(", ")", "who", "and", "it",
     "reported", "20", "«", "»", "told", "put", "is", "dit-il", "selon", "laut", "zufolge", "dijo"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.sampled_from(["en", "de", "fr", "es", "ar", "pt"]))
def test_any_text_gives_spans_within_it(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for one in speech.find(text, language):
        for span in (one.source, one.cue, one.content):
            assert span is None or 0 <= span.start < span.end <= len(text)
