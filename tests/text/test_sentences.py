import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import split
from factcheck.text.spans import Span
from tests.bench.bench_sentences import LANGUAGES, gold

ENGLISH = (
    "“He left.” she said.",
    "“Why?” he asked.|Nobody knew.",
    "“Why?” asked Smith.|Nobody knew.",
    "“Why?” Ann B. Smith asked.|Nobody knew.",
    "“Why?” I asked.",
    "“Why?”|The answer is long.",
    "He said “stop.”|She did not.",
    "“He told me, ‘Run!’ and I ran,” he said.|“I did.”",
    "J. K. Rowling met George W. Bush.|They spoke.",
    "He lives in the U.S. Senate building.",
    "He lives in the U.S.|The vote was close.",
    "It began at 5 p.m. Monday and ended at 7 p.m. EST.|It was late.",
    "It began at 5 p.m.|Reporters came.",
    "He was No. 5 on the list.|She said no.|He left.",
    "Mr. and Mrs. Vance saw Dr. No in St. Louis.",
    "Acme Inc. shares fell.|They rose at Delta Corp.|The end.",
    "The Jan. 6 panel met in Jan.|It met again.",
    "I was there... and left.|I was there…|Then I left.",
    "It rose 3.5 percent to 3.5m.|It fell to 12.|In 2020 it was 9.",
    "See example.com.|Then write to press@example.com or open a.b.html now.",
    "What?!|No!!|Yes.",
    "The man (born c. 1950 in Pa.) left.|(He came back.)|Rep. Cole (R-Ohio) did not.",
    "The chant was “Shame! Shame!” all night.",
    "Yahoo! Japan grew.|Yahoo!|The rest fell.",
    "iPhone sales fell.|iPhone prices rose.",
    "He left.[1]|She stayed.²|They met.",
    "He left.|[...] She stayed (...) there.",
    "It grew.|– The rest shrank.",
    "The plan (who knew?) failed.",
    "He fought in World War I.|Germany lost.",
    "It is in the U.S. A. Smith knows it.",
)

OTHERS = {
    "de": (
        "Am 3. Mai begann der 2. Weltkrieg nicht.|Ludwig XIV. war tot.",
        "Er liegt auf Platz 3.|Trainer Meier jubelt.",
        "Das gilt z. B. für Köln, d. h. u. a. den Dom bzw. Dr. Meier, Nr. 5.|Gut.",
        "Er zahlt 3 Mio. Euro.|Das sind 5 Mio.|Die Stadt zahlt mit.",
        "Kaiser Wilhelm II. dankte ab.|Im 20. Jahrhundert.",
        "„Warum?“, fragte er.|„Warum?“ fragte sie.|»Nein«, rief er.|»Ja.«",
        "Sie wohnt in der Goethestr. 5 bei Fr. Dr. h. c. Klein.",
        "Bücher dieser Art.|Die nächsten folgen im 3. Quartal.",
        "Der neue (!) Chef kam am 7./8. Juni.|Er blieb.",
    ),
    "fr": (
        "« Pourquoi ? » a demandé M. Le Maire.|« Oui. »|Mme J. Le Goff se tait.",
        "En 44 av. J.-C., il mourut.|L’av. Foch est longue.",
        "Il courut 100 m.|Le record tomba.",
    ),
    "es": (
        "¿Por qué?|¡Fuera!|El Sr. Díaz vive en EE. UU. desde 1990.|Cuesta, p. ej., 5 euros.",
        "Vive en EE. UU.|El dólar cayó.",
        "—¿Vendrá? —preguntó.|—No.",
    ),
    "ar": (
        "قال د. أحمد إن م. علي غادر؛ ثم عاد.|لماذا؟|لا أعرف.",
        "«كفى!» صرخ الرجل.|ثم غادر.",
        "وصل.ثم غادر",
        "وصلوا جميعا.|غادروا.",
    ),
    "ur": ("وہ آیا۔|پھر گیا۔",),
    "it": ("Il sig. Rossi è qui.|La Fiat S.p.A. cresce.",),
    "pt-BR": ("O Sr. Silva mora na Av. Paulista, n.º 5.|Fim.",),
    "nl": ("Dhr. Jansen, d.w.z. de baas.|’s Avonds kwam hij.",),
    "ru": ("А. С. Пушкин умер в 1837 г. в Петербурге.|Он помогал им.|Они рады.",),
    "uk": ("У 2019 р. він пішов.|Так.",),
    "pl": ("W 2019 r. Polska wygrała, m.in. z Niemcami.|Tak.",),
    "tr": ("12. Cumhurbaşkanı ve Dr. Ali geldi.|Sonra gitti.",),
    "el": ("Γιατί;|Ο κ. Παπάς, π.χ., δεν ξέρει.",),
    "zh-Hant": (
        "他說：「我不去。」|然後走了。|為什麼？|價格是3.5元。",
        "“为什么？”他问。|没人知道！",
    ),
    "ja": ("「行く。」と言った。|彼は帰った。",),
    "hi": ("वह गया।|डॉ. सिंह आए।|क्यों?",),
    "th": ("พ.ศ. 2563 เขามา",),
    "ko": ('그는 말했다.|"왜?" 라고 물었다.',),
    "hy": ("Նա եկավ։|Հետո գնաց։",),
    "am": ("እሱ መጣ።|ሄደ።",),
    "ka": ("ის მოვიდა.|მერე წავიდა.",),
    "xx": ("Dr. Zorg a. blo.|Sorg 3.5 blo.",),
}


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences_end_at_the_bars(marked: str) -> None:
    assert sentences(marked.replace("|", " ")) == marked.split("|")


def test_lost_blank_is_noticed_before_a_word_that_begins_sentences() -> None:
    assert sentences("The end.He left for U.S.News.") == ["The end.", "He left for U.S.News."]


@pytest.mark.parametrize(
    ("language", "marked"),
    [(language, marked) for language, texts in OTHERS.items() for marked in texts],
)
def test_sentences_of_other_languages_end_at_the_bars(language: str, marked: str) -> None:
    blank = "" if language.startswith(("zh", "ja")) else " "
    assert sentences(marked.replace("|", blank), language) == marked.split("|")


@pytest.mark.parametrize("language", LANGUAGES)
def test_edited_news_is_split_where_editors_end_sentences(language: str) -> None:
    lines = gold(language)
    assert sentences(" ".join(lines), language) == lines


def test_spans_are_trimmed_code_points() -> None:
    assert split(" \n Yes \U0001f600.  No.\t") == [Span(3, 9), Span(11, 14)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\t"])
def test_blanks_hold_no_sentence(text: str) -> None:
    assert split(text) == []


def test_tags_of_regions_and_scripts_mean_their_language() -> None:
    text = "Das gilt z. B. Meier."
    assert {tag: len(split(text, tag)) for tag in ("de", "de-AT", "DE_ch", "de-Latn-DE")} == {
        "de": 1,
        "de-AT": 1,
        "DE_ch": 1,
        "de-Latn-DE": 1,
    }


LINES = """\
Summit Context: A Backdrop
Russia’s war has divided many countries, and Moscow is alone. Yet one state backs it.
- First: it is old. It is large.
* a second
• a third
1. Go there. Wait
2) Come back
a) sleep
# What Now? Nothing
Who knows?
| a. B | c |
|---|---|
| d | e |
[^1]: See there. Then go.
[^2]: See here.
"""


def test_lines_of_lists_headings_and_tables_stand_alone() -> None:
    assert sentences(LINES) == [
        "Summit Context: A Backdrop",
        "Russia’s war has divided many countries, and Moscow is alone.",
        "Yet one state backs it.",
        "- First: it is old.",
        "It is large.",
        "* a second",
        "• a third",
        "1. Go there.",
        "Wait",
        "2) Come back",
        "a) sleep",
        "# What Now? Nothing",
        "Who knows?",
        "| a. B | c |",
        "|---|---|",
        "| d | e |",
        "[^1]: See there.",
        "Then go.",
        "[^2]: See here.",
    ]


def test_headlines_of_one_length_are_not_one_sentence() -> None:
    lines = ["Kremlin says talks go on", "White House says talks end", "Seoul says talks begin"]
    assert sentences("\n".join(lines)) == lines


WRAPPED = """\
The president of the Senate said on Tuesday that Kim Jong
Un would travel to Vladivostok by train, perhaps on Sept.
12 or later. He did not say when. Officials in Seoul, who
asked not to be named, said that it could begin within a
week. “We watch,” one of them said.

A second paragraph begins here and goes on for a while
in its second line.
"""


def test_lines_of_a_wrapped_text_are_no_sentences() -> None:
    assert [" ".join(sentence.split()) for sentence in sentences(WRAPPED)] == [
        (
            "The president of the Senate said on Tuesday that Kim Jong Un would travel to "
            "Vladivostok by train, perhaps on Sept. 12 or later."
        ),
        "He did not say when.",
        "Officials in Seoul, who asked not to be named, said that it could begin within a week.",
        "“We watch,” one of them said.",
        "A second paragraph begins here and goes on for a while in its second line.",
    ]


def test_blank_line_ends_a_sentence_whatever_follows() -> None:
    assert sentences("He said that\r\n \r\nit was over") == ["He said that", "it was over"]


def test_line_break_before_a_small_letter_does_not_end_a_long_line() -> None:
    text = "The Kremlin said that the train left for Vladivostok\non Monday. It came back."
    assert sentences(text) == [
        "The Kremlin said that the train left for Vladivostok\non Monday.",
        "It came back.",
    ]


def packed(parts: list[str]) -> str:
    """The characters of the parts that are not blank."""
    return "".join("".join(parts).split())


@given(st.text(alphabet=st.sampled_from("aAбЯ1 .!?…。؟\"'”“«»()[]-*#|\n\r\u2028\u00a0\u0301م")))
def test_spans_cover_all_but_blanks_in_order(text: str) -> None:
    for language in ("en", "de", "ar", "el", "tr"):
        spans = split(text, language)
        borders = [place for span in spans for place in span]
        assert borders == sorted(borders)
        assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
        assert packed(sentences(text, language)) == packed([text])


@pytest.mark.parametrize(
    "piece",
    [
        *(
            ".",
            '"',
            '."',
            "A. ",
            ". ",
            "! ",
            "… . ",
            ". . ",
            ". » ",
            "a(. B) ",
            "Ab.) ",
            "[^",
            "| ",
        ),
        *(
            "a\n",
            "\n",
            "- ",
            "-\n",
            "A?” A ",
            "«ب... ",
            "。",
            "。」あ",
            "Aa ",
            ".[1] ",
            "12. ",
            "z. B. ",
        ),
    ],
)
def test_hostile_text_is_read_once(piece: str) -> None:
    # Read again from each mark, this would take hours.
    text = piece * (300_000 // len(piece))
    assert packed(sentences(text, "de")) == packed([text])
