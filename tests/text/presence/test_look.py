import pytest

from factcheck.looks import PageMark, Presence
from factcheck.text.anchors import Difference, What
from factcheck.text.presence import Mark, Page, Seen, Sighting, around, look

EXACT, FOLDED = Presence.EXACT, Presence.FOLDED
MINOR, MATERIAL = Presence.ALTERED_MINOR, Presence.ALTERED_MATERIAL
MOVED, CONTEXT = Presence.MOVED_OR_REPLACED, Presence.CONTEXT_CHANGED
AMBIGUOUS, ABSENT, NONE = Presence.AMBIGUOUS, Presence.ABSENT, Presence.NO_QUOTE

BEFORE = "The train leaves the capital twice a week, its guards say.\n\n"
BEHIND = "\n\nNobody at the ministry of railways could be reached."

# The train leaves the capital twice.
ARABIC = (
    "\u064a\u063a\u0627\u062f\u0631 \u0627\u0644\u0642\u0637\u0627\u0631"
    " \u0627\u0644\u0639\u0627\u0635\u0645\u0629 \u0645\u0631\u062a\u064a\u0646"
)


def state(quote: str, passage: str, near: Seen | None = None) -> Presence:
    return look(quote, Page(BEFORE + passage + BEHIND), near=near).state


def marked(text: str) -> Page:
    """A page of text in which `{...}` is hidden and `~...~` is struck through."""
    plain, marks, opened = "", [], {"{": 0, "~": -1}
    for char in text:
        if char == "{":
            opened["{"] = len(plain)
        elif char == "}":
            marks.append(Mark(opened["{"], len(plain), PageMark.HIDDEN))
        elif char == "~" and opened["~"] < 0:
            opened["~"] = len(plain)
        elif char == "~":
            marks.append(Mark(opened["~"], len(plain), PageMark.STRUCK))
            opened["~"] = -1
        else:
            plain += char
    return Page(plain, marks)


@pytest.mark.parametrize(
    ("quote", "passage", "expected"),
    [
        pytest.param("the train's 21 cars", "the train\u2019s 21 cars", FOLDED, id="58-apostrophe"),
        pytest.param('he said "go" twice', "he said \u201cgo\u201d twice", FOLDED, id="58-curly"),
        pytest.param(
            'he said "go" twice', "he said \u00abgo\u00bb twice", FOLDED, id="58-guillemets"
        ),
        pytest.param("1990-2000 in the north", "1990\u20132000 in the north", FOLDED, id="58-dash"),
        pytest.param(
            "a slow, armoured train", "a slow, arm\u00adoured train", FOLDED, id="58-soft"
        ),
        pytest.param(
            "the final office files", "the \ufb01nal o\ufb03ce \ufb01les", FOLDED, id="58-lig"
        ),
        pytest.param(
            "some 10 000 km away", "some 10\u00a0000\u202fkm away", EXACT, id="58-no-break"
        ),
        pytest.param(
            "a slow, armoured train", "a slow,\narmoured   train", EXACT, id="58-line-break"
        ),
        pytest.param(
            "an international train", "an inter-\nnational train", FOLDED, id="58-pdf-hyphen"
        ),
        pytest.param(
            "a well-known train line", "a well-\nknown train line", FOLDED, id="58-own-hyphen"
        ),
        pytest.param(
            "wait... and then go on", "wait\u2026 and then go on", FOLDED, id="58-ellipsis"
        ),
        pytest.param("wait\u2026 and then go on", "wait\u2026 and then go on", EXACT, id="58-same"),
        pytest.param(
            "The train is slow [...] and heavy.",
            "The train is slow, green, armoured and heavy.",
            FOLDED,
            id="59-brackets",
        ),
        pytest.param(
            "The train is slow \u2026 and heavy.",
            "The train is slow, green, armoured and heavy.",
            FOLDED,
            id="59-ellipsis",
        ),
        pytest.param(
            "The train is slow ... and heavy.",
            "The train is slow, green, armoured and heavy.",
            FOLDED,
            id="59-dots",
        ),
        pytest.param(
            "\u2026 the train is slow and armoured \u2026",
            "He said the train is slow and armoured, too.",
            FOLDED,
            id="59-at-both-ends",
        ),
        pytest.param(
            "The train are [sic] slow and heavy.",
            "The train are slow and heavy.",
            FOLDED,
            id="59-sic",
        ),
        pytest.param(
            "The train are [sic] slow and heavy.",
            "The train are [sic] slow and heavy.",
            EXACT,
            id="59-sic-of-the-page",
        ),
        pytest.param(
            "[Kim] said that the train was slow.",
            "He said that the train was slow.",
            FOLDED,
            id="59-insertion-first",
        ),
        pytest.param(
            "He said that [the train] was slow and heavy.",
            "He said that it was slow and heavy.",
            FOLDED,
            id="59-insertion",
        ),
        pytest.param(
            "[T]he train was slow and heavy.",
            "He said the train was slow and heavy.",
            FOLDED,
            id="59-capital",
        ),
        pytest.param(
            "It prolong[ed] the journey by a day.",
            "It prolongs the journey by a day.",
            FOLDED,
            id="59-within-a-word",
        ),
        pytest.param(
            "and heavy at the end [...] The train is slow",
            "The train is slow, green, armoured and heavy at the end.",
            MOVED,
            id="59-order",
        ),
        pytest.param(
            "The train is slow [...] and heavy at the end.",
            "The train is slow. "
            + "It is a green and old one. " * 60
            + "Light and heavy at the end.",
            MOVED,
            id="59-too-far",
        ),
        pytest.param(
            "The train is slow [...] and carries 30 guards on board.",
            "The train is slow, green, and carries 40 guards on board.",
            MATERIAL,
            id="59-part-altered",
        ),
        pytest.param(
            "The train is slow [...] and its cook was born in Paris.",
            "Bread is baked in a city far away.",
            ABSENT,
            id="59-absent",
        ),
        pytest.param("was", "It was late. He was sad.", AMBIGUOUS, id="60-common-word"),
        pytest.param("was", "It was late.", AMBIGUOUS, id="60-common-word-once"),
        pytest.param("was sad", "He was sad.", AMBIGUOUS, id="60-short"),
        pytest.param(
            "it was as it had", "For it was as it had been.", AMBIGUOUS, id="60-all-common"
        ),
        pytest.param("37 mph", "It ran at 37 mph.", EXACT, id="60-figure-once"),
        pytest.param("37 mph", "It ran at 137 mph.", ABSENT, id="60-part-of-a-figure"),
        pytest.param("5 degrees", "It was -5 degrees.", MATERIAL, id="60-sign-left-out"),
        pytest.param("Kim", "Here is Kim.", EXACT, id="60-name-once"),
        pytest.param("Kim", "Here is Kimberley.", ABSENT, id="60-part-of-a-name"),
        pytest.param("37 mph", "It ran at 37 mph, or 37 mph.", AMBIGUOUS, id="61-figure-twice"),
        pytest.param(
            "the end of May",
            "It ends by the end of May, by the end of May.",
            AMBIGUOUS,
            id="61-tie",
        ),
        pytest.param(
            "It carries thirty guards and a cook.",
            "It carries thirty guards and a cook. Yes. It carries thirty guards and a cook.",
            EXACT,
            id="61-sentence-twice",
        ),
        pytest.param("at up to 37 mph there", "at up to 47 mph there", MATERIAL, id="62-digit"),
        pytest.param("at up to 37 mph there", "at up to 37 km/h there", MATERIAL, id="62-unit"),
        pytest.param(
            "at +5 degrees it freezes", "at -5 degrees it freezes", MATERIAL, id="62-sign"
        ),
        pytest.param(
            "it left at 5 degrees there", "it left at -5 degrees there", MATERIAL, id="62-minus"
        ),
        pytest.param(
            "he paid $5 for the ticket", "he paid \u20ac5 for the ticket", MATERIAL, id="62-euro"
        ),
        pytest.param("it left on May 5 at noon", "it left on May 6 at noon", MATERIAL, id="62-day"),
        pytest.param(
            "it left in May for Russia", "it left in June for Russia", MATERIAL, id="62-month"
        ),
        pytest.param(
            "a train for Kim and his aides", "a train for Lee and his aides", MATERIAL, id="62-name"
        ),
        pytest.param(
            "the train leaves for Russia",
            "the train never leaves for Russia",
            MATERIAL,
            id="62-never",
        ),
        pytest.param(
            "it is a fast train, he said", "it isn't a fast train, he said", MATERIAL, id="62-n't"
        ),
        pytest.param(
            "all the guards came along", "some of the guards came along", MATERIAL, id="62-all"
        ),
        pytest.param(
            "the train will leave at noon", "the train may leave at noon", MATERIAL, id="62-modal"
        ),
        pytest.param(
            "the train must leave at noon", "the train can leave at noon", MATERIAL, id="62-must"
        ),
        pytest.param(
            "the guards were seen at noon",
            "the guards were not seen at noon",
            MATERIAL,
            id="62-not",
        ),
        pytest.param(
            "he said it left at noon", "he denied it left at noon", MATERIAL, id="62-denied"
        ),
        pytest.param(
            "it was legal to leave at noon", "it was illegal to leave at noon", MATERIAL, id="62-il"
        ),
        pytest.param(
            "the prices rose at the market", "the prices fell at the market", MATERIAL, id="62-fell"
        ),
        pytest.param(
            "he was the trainer of the team", "he was the trainee of the team", MATERIAL, id="62-ee"
        ),
        pytest.param(
            "he will leave the capital.", "he will leave the capital?", MATERIAL, id="62-question"
        ),
        pytest.param(
            "he left before the guards did", "he left after the guards did", MATERIAL, id="62-after"
        ),
        pytest.param("she died in the hospital", "he died in the hospital", MATERIAL, id="62-she"),
        pytest.param(
            "the goverment runs the train", "the government runs the train", MINOR, id="63-typo"
        ),
        pytest.param(
            "Goverment guards run the train",
            "Government guards run the train. The government pays.",
            MINOR,
            id="63-typo-first",
        ),
        pytest.param(
            "the train is acommodating many",
            "the train is accommodating many",
            MINOR,
            id="63-double",
        ),
        pytest.param(
            "the the guards leave at noon", "the guards leave at noon", MINOR, id="63-twice"
        ),
        pytest.param(
            "a armoured train of the state", "an armoured train of the state", MINOR, id="63-a-an"
        ),
        pytest.param(
            "the colour of the train is green",
            "the color of the train is green",
            MINOR,
            id="63-colour",
        ),
        pytest.param(
            "The train, is green and slow", "The train is green and slow", MINOR, id="63-comma"
        ),
        pytest.param(
            "It carries 1,200 guards at most",
            "It carries 1200 guards at most",
            MINOR,
            id="63-notation",
        ),
        pytest.param(
            "It carries 5 % of the guards", "It carries 5% of the guards", MINOR, id="63-blank"
        ),
        pytest.param(
            "It takes five hours to Russia", "It takes 5 hours to Russia", MINOR, id="63-word"
        ),
        pytest.param(
            "It takes 5 hours to Russia", "It takes 5 Hours to Russia", MINOR, id="63-capital"
        ),
        pytest.param(
            "a naive plan of the guards", "a na\u00efve plan of the guards", MINOR, id="63-accent"
        ),
        pytest.param(
            "it does not stop at the border", "it doesn't stop at the border", MINOR, id="63-short"
        ),
        pytest.param(
            "Some thirty guards in green coats watch the bridge over the river.",
            "Bread costs less since the harvest in the south came in.",
            ABSENT,
            id="64-gone",
        ),
        pytest.param(
            "The guards of the bridge reported 12 boats and 30 swimmers in March of 2019.",
            "The guards of the harbour counted 15 boats and 80 lorries in June of 2020.",
            MOVED,
            id="64-twin",
        ),
        pytest.param(
            "\u5217\u8f66\u6bcf\u5468\u79bb\u5f00\u9996\u90fd\u4e24\u6b21",
            "\u636e\u8bf4\u5217\u8f66\u6bcf\u5468\u79bb\u5f00\u9996\u90fd\u4e24\u6b21\u3002",
            EXACT,
            id="66-chinese",
        ),
        pytest.param(
            "\u5217\u8f66\u6bcf\u5468\u79bb\u5f00\u9996\u90fd\u4e24\u6b21",
            "\u636e\u8bf4\u5217\u8f66\u6bcf\u5468\u79bb\u5f00\u9996\u90fd\u4e09\u6b21\u3002",
            MATERIAL,
            id="66-chinese-figure",
        ),
        pytest.param(
            "\u5217\u8f66\u6bcf\u5468\u79bb\u5f00\u9996\u90fd\u4e24\u6b21",
            "\u636e\u8bf4\u5217\u8f66\u6bcf\u5468\u4e0d\u79bb\u5f00\u9996\u90fd\u4e24\u6b21\u3002",
            MATERIAL,
            id="66-chinese-not",
        ),
        pytest.param(
            "\u5217\u8f66\u5f88\u6162",
            "\u5217\u8f66\n\u5f88\u6162\u3002",
            FOLDED,
            id="66-chinese-wrapped",
        ),
        pytest.param(
            "\u5e73\u58e4\u306e\u5217\u8eca\u306f\u9045\u3044\u3068\u8a00\u3046",
            "\u5e73\u58e4\u306e\u5217\u8eca\u306f\u9045\u3044\u3068\u8a00\u3046\u3002",
            EXACT,
            id="66-japanese",
        ),
        pytest.param(
            "\u0e23\u0e16\u0e44\u0e1f\u0e2d\u0e2d\u0e01\u0e08\u0e32\u0e01\u0e40\u0e21\u0e37\u0e2d\u0e07",
            "\u0e40\u0e02\u0e32\u0e1a\u0e2d\u0e01\u0e27\u0e48\u0e32\u0e23\u0e16\u0e44\u0e1f\u0e2d\u0e2d\u0e01\u0e08\u0e32\u0e01\u0e40\u0e21\u0e37\u0e2d\u0e07\u0e41\u0e25\u0e49\u0e27",
            EXACT,
            id="66-thai",
        ),
        pytest.param(
            ARABIC,
            f"{ARABIC}.",
            EXACT,
            id="66-arabic",
        ),
        pytest.param(
            ARABIC,
            ARABIC.replace(" ", " \u0644\u0627 ", 1),
            MATERIAL,
            id="66-arabic-edited",
        ),
        pytest.param(
            "caf\u00e9 au bord de la rivi\u00e8re",
            "cafe\u0301 au bord de la rivie\u0300re",
            FOLDED,
            id="66-marks",
        ),
        pytest.param(
            "the guards \U0001f682 are on their way",
            "the guards \U0001f682 are on their way",
            EXACT,
            id="66-emoji",
        ),
        pytest.param("\U0001f682", "\U0001f682", AMBIGUOUS, id="66-emoji-alone"),
        pytest.param(
            "about 10\u00b2 guards were there",
            "about 102 guards were there",
            MATERIAL,
            id="67-squared",
        ),
        pytest.param(
            "about 102 guards were there",
            "about 10\u00b2 guards were there",
            MATERIAL,
            id="67-to-squared",
        ),
        pytest.param(
            "about 37 guards were there",
            "about \uff13\uff17 guards were there",
            MINOR,
            id="67-full-width",
        ),
        pytest.param(
            "about 37 guards were there",
            "about \uff13\uff18 guards were there",
            MATERIAL,
            id="67-other",
        ),
        pytest.param(
            "about 12 miles from there", "about 1\u00bd miles from there", MATERIAL, id="67-half"
        ),
        pytest.param(
            "a dose of 5 m\u00b2 of the skin",
            "a dose of 5 m2 of the skin",
            MATERIAL,
            id="67-square-metre",
        ),
        pytest.param("", "Any words.", NONE, id="empty"),
        pytest.param(" \n\u200b", "Any words.", NONE, id="blank"),
    ],
)
def test_quotation_has_its_state(quote: str, passage: str, expected: Presence) -> None:
    assert state(quote, passage) == expected


NEAR = Seen("The guards told reporters that ", " when it crossed the river.", 60)


@pytest.mark.parametrize(
    ("quote", "page", "near", "expected", "start"),
    [
        pytest.param(
            "37 mph",
            "It ran at 37 mph. The wind blew at 37 mph then.",
            Seen("The wind blew at ", " then."),
            EXACT,
            35,
            id="61-context-chooses",
        ),
        pytest.param(
            "was",
            "It was late. He was sad.",
            Seen("It was late. He ", " sad."),
            EXACT,
            16,
            id="60-context-of-a-common-word",
        ),
        pytest.param(
            "37 mph",
            "It ran at 37 mph. " * 2 + "a" * 900 + " It ran at 37 mph. ",
            Seen(start=948),
            EXACT,
            947,
            id="61-position-chooses",
        ),
        pytest.param(
            "37 mph",
            "It ran at 37 mph. It ran at 37 mph. ",
            Seen(start=19),
            AMBIGUOUS,
            None,
            id="61-position-between-two",
        ),
        pytest.param(
            "37 mph",
            "The guards told reporters that it ran at 47 mph when it crossed the river.",
            Seen("guards told reporters that it ran at ", " when it crossed the river."),
            MATERIAL,
            41,
            id="62-figure-in-its-place",
        ),
        pytest.param(
            "Monday",
            "The guards told reporters on Tuesday when it crossed the river.",
            Seen("The guards told reporters on ", " when it crossed the river."),
            MATERIAL,
            29,
            id="62-day-in-its-place",
        ),
        pytest.param(
            "the train runs on diesel",
            "The guards told reporters that bread is dear now when it crossed the river.",
            NEAR,
            MOVED,
            31,
            id="64-replaced-in-its-place",
        ),
        pytest.param(
            "the train runs on diesel",
            "The guards told reporters that  when it crossed the river.",
            NEAR,
            ABSENT,
            None,
            id="64-taken-out",
        ),
        pytest.param(
            "37 mph",
            "Elsewhere, gusts of wind of 37 mph tore roofs off houses.",
            Seen("The guards told reporters that it ran at ", " when it crossed the river."),
            MOVED,
            28,
            id="64-figure-elsewhere",
        ),
        pytest.param(
            "37 guards were on board",
            "In Japan some 39 guards were on board for a feast of the sailors.",
            NEAR,
            MOVED,
            14,
            id="64-twin-elsewhere",
        ),
        pytest.param(
            "leaves the capital on Mondays",
            "The train never leaves the capital on Mondays, he said.",
            Seen("The train ", ", he said."),
            MATERIAL,
            16,
            id="62-not-beside",
        ),
        pytest.param(
            "the train leaves the capital on Mondays",
            "The widely shared claim that the train leaves the capital on Mondays is false.",
            Seen("The guards told us that ", ", as it has for years."),
            CONTEXT,
            29,
            id="65-debunked",
        ),
        pytest.param(
            "the train leaves the capital on Mondays",
            "The widely shared claim that the train leaves the capital on Mondays is false.",
            Seen("shared claim that ", " is false."),
            EXACT,
            29,
            id="65-debunked-before",
        ),
        pytest.param(
            "The train leaves the capital on Mondays at noon.",
            "He was late. The train leaves the capital on Mondays at noon. Bread is dear.",
            NEAR,
            EXACT,
            13,
            id="sentence-moved",
        ),
        pytest.param(
            "the train carried 37 guards and a cook",
            "Old: the train carried 37 guards and a cook.\n\nThe guards told reporters that "
            "the train carried 47 guards and a cook when it crossed the river.",
            NEAR,
            MATERIAL,
            77,
            id="altered-where-it-stood",
        ),
        pytest.param(
            "the",
            "the cat " * 2500 + "saw the dog",
            Seen("cat the cat the cat saw ", " dog"),
            AMBIGUOUS,
            None,
            id="60-too-often",
        ),
        pytest.param(
            "a",
            "a b " * 2500 + "Nobody of them saw a dog that barked.",
            Seen("b Nobody of them saw ", " dog that barked."),
            EXACT,
            10019,
            id="60-too-often-but-placed",
        ),
    ],
)
def test_near_tells_the_place(
    quote: str, page: str, near: Seen, expected: Presence, start: int | None
) -> None:
    sighting = look(quote, Page(page), near=near)
    assert (sighting.state, sighting.start) == (expected, start)


@pytest.mark.parametrize(
    ("quote", "text", "expected", "hidden"),
    [
        pytest.param(
            "It carries 37 guards today.",
            "{It carries 37 guards today.} Bread.",
            EXACT,
            True,
            id="49-hidden",
        ),
        pytest.param(
            "It carries 37 guards' coats.",
            "{It carries 37 guards\u2019 coats.} Bread.",
            FOLDED,
            True,
            id="49-folded",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "{It carries 37 guards today.} It carries 37 guards today.",
            EXACT,
            False,
            id="49-both",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "It carries 37 guards{ (opens a tab)} today.",
            EXACT,
            False,
            id="49-hidden-within",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "{It carries 37 guards today.} It carries 47 guards today.",
            EXACT,
            True,
            id="49-shown-otherwise",
        ),
        pytest.param(
            "37 guards", "{37 guards} and {37 guards}", AMBIGUOUS, False, id="49-short-twice"
        ),
        pytest.param(
            "It carries 37 guards today.",
            "~It carries 37 guards today.~ Bread.",
            CONTEXT,
            False,
            id="65-struck",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "~It carries 37~ guards today. Bread.",
            CONTEXT,
            False,
            id="65-struck-in-part",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "~It carries 37 guards today.~ It carries 37 guards today.",
            EXACT,
            False,
            id="65-struck-once",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "It carries ~37~ 47 guards today.",
            MATERIAL,
            False,
            id="65-figure-struck",
        ),
        pytest.param(
            "It carries 47 guards today.",
            "It carries ~37~ 47 guards today.",
            EXACT,
            False,
            id="65-figure-set",
        ),
        pytest.param(
            "It carries 37 guards today.",
            "~It carries 37 guards today.~ {It carries 37 guards today.}",
            CONTEXT,
            False,
            id="65-struck-and-hidden",
        ),
    ],
)
def test_marks_count(quote: str, text: str, expected: Presence, hidden: bool) -> None:  # noqa: FBT001  a column of the table
    sighting = look(quote, marked(text))
    assert (sighting.state, sighting.hidden) == (expected, hidden)


def test_struck_figure_is_seen_where_it_stood() -> None:
    page = marked("The wind blew at 37 mph. The train ran at ~37 mph~ 47 mph by night.")
    near = Seen("at 37 mph. The train ran at ", " by night.")
    assert look("37 mph", page, near=near).state == CONTEXT


OLD = "the train carried 37 guards and two cooks"


@pytest.mark.parametrize(
    "text",
    [
        f"Correction: {OLD}.",
        f"CORRECTION: {OLD}.",
        f"Correction\n\nWe said that {OLD}.",
        f"## Correction\n\nWe said that {OLD}.",
        f"**Correction, May 5, 2021:** We said that {OLD}.",
        f"Correction (May 5): We said that {OLD}.",
        f"Corrections and clarifications: {OLD}.",
        f"Correction \u2014 {OLD}.",
        f"Clarification: {OLD}.",
        f"Retraction: we wrote that {OLD}.",
        f"Retracted: {OLD}.",
        f"Erratum: {OLD}.",
        f"Editor\u2019s note: an earlier version misstated that {OLD}.",
        f"Editors' note: an earlier version of this story said {OLD}.",
        f"An earlier version of this article said {OLD}.",
        f"A previous version of this report stated that {OLD}.",
        f"The original version of this story said that {OLD}.",
        f"This article has been corrected. It said that {OLD}.",
        f"This story has been updated to correct the number. It said that {OLD}.",
        f"This article originally said that {OLD}.",
        f"This article has been retracted. It said that {OLD}.",
        f"This article was withdrawn. It said that {OLD}.",
        f"UPDATE: An earlier version of this post said that {OLD}.",
        f"Korrektur: {OLD}.",
        f"Berichtigung: {OLD}.",
        f"Anmerkung der Redaktion: In einer fr\u00fcheren Version hie\u00df es: {OLD}.",
        f"In einer fr\u00fcheren Fassung dieses Textes hie\u00df es: {OLD}.",
        f"Rectificatif : {OLD}.",
        f"Erratum : {OLD}.",
        f"Une version pr\u00e9c\u00e9dente de cet article disait : {OLD}.",
        f"Correcci\u00f3n: {OLD}.",
        f"Fe de errores: {OLD}.",
        f"Una versi\u00f3n anterior de este art\u00edculo dec\u00eda: {OLD}.",
        f"\u66f4\u6b63\uff1a{OLD}.",
    ],
)
def test_65_words_in_a_correction_changed_their_context(text: str) -> None:
    assert state(OLD, text) == CONTEXT


@pytest.mark.parametrize(
    "text",
    [
        f"Correction: the fare was wrong.\n\nIt is known that {OLD}.",
        f"Correction\n\nThe fare was wrong.\n\nIt is known that {OLD}.",
        f"It is known that {OLD}. An earlier version of this article misstated the fare.",
        f"Update: {OLD}.",
        f"Editor's note: this is a reprint. In it {OLD}.",
        f"The Department of Correction said {OLD}.",
        f"The correction of the market went on while {OLD}.",
        f"Correction officers said that {OLD}.",
        f"A version of this article appeared in print: {OLD}.",
        f"The old page has been removed; {OLD}.",
    ],
)
def test_65_words_beside_a_correction_stand(text: str) -> None:
    assert state(OLD, text) == EXACT


def test_65_good_place_wins_over_a_correction() -> None:
    assert state(OLD, f"Correction: {OLD}.\n\nIt is known that {OLD}.") == EXACT


def test_65_correction_quoted_as_such_stands() -> None:
    page = Page(f"{BEFORE}Correction: An earlier version said that {OLD}, which is wrong.{BEHIND}")
    start = page.text.index(OLD)
    near = around(page, start, start + len(OLD))
    assert look(OLD, page, near=near).state == EXACT


def found(
    text: str,
    state: Presence,
    passage: str,
    why: str,
    *changes: tuple[What, str, str],
    hidden: bool = False,
) -> Sighting:
    start = text.index(passage)
    made = tuple(Difference(*change) for change in changes)
    return Sighting(state, start, start + len(passage), passage, made, hidden=hidden, why=why)


def test_exact_sighting_is_whole() -> None:
    text = "Yes. It carries 37 guards today. Bread is dear."
    quote = "It carries 37 guards today."
    assert look(quote, Page(text)) == found(text, EXACT, quote, "it stands letter for letter")


def test_62_both_versions_are_shown() -> None:
    text = "Yes. It carries 47 guards today. Bread is dear."
    assert look("It carries 37 guards today.", Page(text)) == found(
        text,
        MATERIAL,
        "It carries 47 guards today.",
        "37 became 47",
        (What.FIGURE, "37", "47"),
    )


def test_65_correction_is_named_and_what_the_text_has() -> None:
    text = (
        "It carries 47 guards today, they say.\n\n"
        "Correction: An earlier version of this article said it carries 37 guards today, they say."
    )
    assert look("it carries 37 guards today, they say", Page(text)) == found(
        text,
        CONTEXT,
        "it carries 37 guards today, they say",
        "the words now stand under 'Correction'; the text has 'It' for 'it'; 47 for 37",
    )


def test_49_hidden_words_say_so() -> None:
    text = "Bread is dear. It carries 37 guards today."
    page = Page(text, [Mark(15, 42, PageMark.HIDDEN)])
    quote = "It carries 37 guards today."
    why = "only in a part that is not shown"
    assert look(quote, page) == found(text, EXACT, quote, why, hidden=True)


def test_60_short_quotation_says_how_short() -> None:
    assert look("was", Page("It was late.")) == Sighting(
        AMBIGUOUS, None, None, None, (), hidden=False, why="it has 3 letters, too short to check"
    )


def test_absent_quotation_says_so() -> None:
    assert look("Some thirty guards in green coats sing.", Page("Bread is dear.")) == Sighting(
        ABSENT,
        None,
        None,
        None,
        (),
        hidden=False,
        why="neither these words nor anything like them are on the page",
    )


def test_place_is_counted_in_the_text_of_the_page() -> None:
    text = "\ufb01ne \u201cwords\u201d\u2026 It\u2019s slow,\u00a0and it carries 37 guards today."
    sighting = look("It's slow, and it carries 37 guards today.", Page(text))
    assert (sighting.state, sighting.start, sighting.found) == (FOLDED, 13, text[13:])


def test_around_keeps_both_sides() -> None:
    assert around(Page("a" * 40 + "QUOTE" + "b" * 40), 40, 45) == Seen("a" * 32, "b" * 32, 40)


def test_around_the_whole_page_has_nothing() -> None:
    assert around(Page("QUOTE"), 0, 5) == Seen("", "", 0)


def test_marks_outside_the_page_are_ignored() -> None:
    marks = [
        Mark(-5, 0, PageMark.HIDDEN),
        Mark(90, 99, PageMark.STRUCK),
        Mark(4, 2, PageMark.HIDDEN),
    ]
    assert (
        look("It carries 37 guards today.", Page("It carries 37 guards today.", marks)).state
        == EXACT
    )


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a" * 5000, "a" * 1_000_000),
        ("a" * 4999 + "b", "a" * 1_000_000),
        ("a-" * 2499 + "a", "a" * 1_000_000),
        ("a " * 2500, "a " * 500_000),
        ("a [...] b " * 300, "a b " * 250_000),
        ("[" * 5000, "[" * 1_000_000),
        ("no such words at all", "Correction\n\n" * 50_000),
        ("no such words at all", "\n" * 1_000_000),
        ("the quick brown dog jumps over the fox", "the quick brown fox " * 50_000),
    ],
    ids=[str(at) for at in range(9)],
)
def test_hostile_page_comes_to_an_end(quote: str, text: str) -> None:
    assert look(quote, Page(text)).state not in {EXACT, FOLDED}
