"""Whole pages as newsrooms rework them, with where a quotation stood before."""

import pytest

from factcheck.looks import Presence
from factcheck.text.presence import Page, Seen, around, look

EXACT, FOLDED = Presence.EXACT, Presence.FOLDED
MINOR, MATERIAL = Presence.ALTERED_MINOR, Presence.ALTERED_MATERIAL
MOVED, CONTEXT = Presence.MOVED_OR_REPLACED, Presence.CONTEXT_CHANGED
AMBIGUOUS, ABSENT = Presence.AMBIGUOUS, Presence.ABSENT

STORY = """\
Ferry fire kills 12 off the coast

By Rosa Klein | Updated 2 hours ago

A fire aboard the ferry Aurora killed at least 12 people early on Saturday, the coast guard said. \
The vessel was carrying 214 passengers and 31 crew members from Port Hale to the island of Brenn.

"We could not open the lower doors," said Tomas Vidal, a deckhand who jumped into the sea. \
"Nobody told us where the boats were."

The owner, Norline, has operated the Aurora since 2009. The ship passed its last inspection in \
March, according to port records. Norline said in a statement that it would cooperate with \
investigators.

The fire started at about 3:40 a.m. in the car deck, officials believe. Temperatures there \
reached 800 degrees Celsius. It was the deadliest accident on the route in 25 years.

Related: Storm closes Port Hale for a second day
"""

PAGES = [
    ("the same page", "killed at least 12 people early on Saturday", [], EXACT),
    (
        "only the clock ran",
        "A fire aboard the ferry Aurora killed at least 12 people early on Saturday",
        [("2 hours ago", "5 hours ago")],
        EXACT,
    ),
    (
        "toll raised",
        "killed at least 12 people early on Saturday",
        [("at least 12 people", "at least 15 people")],
        MATERIAL,
    ),
    (
        "bound dropped beside a short quotation",
        "12 people early on Saturday",
        [("at least 12 people", "12 people")],
        MATERIAL,
    ),
    (
        "passengers corrected, one figure quoted",
        "214 passengers",
        [("214 passengers", "241 passengers")],
        MATERIAL,
    ),
    (
        "passengers spelled otherwise",
        "at about 3:40 a.m. in the car deck",
        [("3:40 a.m.", "3.40am")],
        MINOR,
    ),
    (
        "speaker renamed",
        "said Tomas Vidal, a deckhand who jumped into the sea",
        [("Tomas Vidal", "Thomas Vidal")],
        MATERIAL,
    ),
    (
        "speaker's accent set",
        "said Tomas Vidal, a deckhand who jumped into the sea",
        [("Tomas Vidal", "Tom\u00e1s Vidal")],
        MINOR,
    ),
    (
        "spoken words trimmed",
        "We could not open the lower doors",
        [("We could not open the lower doors", "We could not open the doors")],
        MATERIAL,
    ),
    (
        "spoken words turned",
        "Nobody told us where the boats were.",
        [("Nobody told us", "They told us")],
        MATERIAL,
    ),
    (
        "owner's year corrected",
        "The owner, Norline, has operated the Aurora since 2009.",
        [("since 2009", "since 2011")],
        MATERIAL,
    ),
    (
        "inspection failed",
        "The ship passed its last inspection in March, according to port records.",
        [("passed its last", "failed its last")],
        MATERIAL,
    ),
    (
        "records dropped",
        "The ship passed its last inspection in March, according to port records.",
        [(", according to port records", "")],
        MATERIAL,
    ),
    (
        "British spelling of one word",
        "Norline said in a statement that it would cooperate with investigators.",
        [("cooperate", "co-operate")],
        MINOR,
    ),
    (
        "would to will",
        "Norline said in a statement that it would cooperate with investigators.",
        [("it would", "it will")],
        MATERIAL,
    ),
    (
        "unit changed",
        "Temperatures there reached 800 degrees Celsius.",
        [("degrees Celsius", "degrees Fahrenheit")],
        MATERIAL,
    ),
    (
        "unit abbreviated",
        "Temperatures there reached 800 degrees Celsius.",
        [("degrees Celsius", "\u00b0C")],
        MINOR,
    ),
    (
        "superlative weakened",
        "It was the deadliest accident on the route in 25 years.",
        [("the deadliest", "one of the deadliest")],
        MATERIAL,
    ),
    (
        "span of years corrected",
        "It was the deadliest accident on the route in 25 years.",
        [("25 years", "more than 20 years")],
        MATERIAL,
    ),
    (
        "years as a word",
        "It was the deadliest accident on the route in 25 years.",
        [("25 years", "twenty-five years")],
        MINOR,
    ),
    (
        "paragraph moved to the end",
        "The owner, Norline, has operated the Aurora since 2009.",
        [
            ("The owner, Norline, has operated the Aurora since 2009. ", ""),
            (
                "a second day\n",
                "a second day\n\nThe owner, Norline, has operated the Aurora since 2009.\n",
            ),
        ],
        EXACT,
    ),
    (
        "sentence cut",
        "Temperatures there reached 800 degrees Celsius.",
        [("Temperatures there reached 800 degrees Celsius. ", "")],
        ABSENT,
    ),
    (
        "sentence replaced",
        "Temperatures there reached 800 degrees Celsius.",
        [("Temperatures there reached 800 degrees Celsius.", "Crews fought it until noon.")],
        MOVED,
    ),
    (
        "officials believe dropped",
        "The fire started at about 3:40 a.m. in the car deck, officials believe.",
        [("officials believe", "officials said")],
        MATERIAL,
    ),
    (
        "typo made",
        "according to port records",
        [("according to port", "acording to port")],
        MINOR,
    ),
    (
        "word printed twice",
        "The vessel was carrying 214 passengers and 31 crew members",
        [("was carrying", "was was carrying")],
        MATERIAL,
    ),
    (
        "and so is taken out",
        "from Port Hale to the island of Brenn",
        [("to the island of Brenn", "to Brenn")],
        MATERIAL,
    ),
    (
        "direction turned",
        "from Port Hale to the island of Brenn",
        [("from Port Hale to the island of Brenn", "from the island of Brenn to Port Hale")],
        MATERIAL,
    ),
    (
        "lead rewritten",
        (
            "A fire aboard the ferry Aurora killed at least 12 people early on Saturday, "
            "the coast guard said."
        ),
        [
            (
                (
                    "A fire aboard the ferry Aurora killed at least 12 people early on Saturday, "
                    "the coast guard said."
                ),
                (
                    "Divers have recovered the last bodies from a burned-out ferry, ending "
                    "a search that lasted nine days."
                ),
            )
        ],
        MOVED,
    ),
    (
        "corrected, and said so",
        "has operated the Aurora since 2009",
        [
            ("since 2009", "since 2011"),
            (
                "Related:",
                (
                    "Correction: An earlier version of this article said that Norline has operated "
                    "the Aurora since 2009.\n\nRelated:"
                ),
            ),
        ],
        CONTEXT,
    ),
    (
        "corrected without the old words",
        "has operated the Aurora since 2009",
        [
            ("since 2009", "since 2011"),
            ("Related:", "Correction: The year was wrong in an earlier version.\n\nRelated:"),
        ],
        MATERIAL,
    ),
    (
        "something else corrected",
        "has operated the Aurora since 2009",
        [("Related:", "Correction: The number of crew members was wrong.\n\nRelated:")],
        EXACT,
    ),
    (
        "figure in a headline too",
        "12",
        [],
        EXACT,
    ),
    (
        "figure quoted alone, headline left, text corrected",
        "12 people",
        [("at least 12 people", "at least 15 people")],
        MATERIAL,
    ),
    (
        "denial put before it",
        "it would cooperate with investigators",
        [("that it would", "that never had it claimed it would")],
        MATERIAL,
    ),
    (
        "scare quotes",
        "Norline said in a statement that it would cooperate with investigators.",
        [("cooperate", "\u201ccooperate\u201d")],
        MINOR,
    ),
    (
        "typography of the whole page",
        '"We could not open the lower doors," said Tomas Vidal',
        [('"We', "\u201cWe"), ('doors,"', "doors,\u201d")],
        FOLDED,
    ),
    (
        "wrapped lines",
        "The vessel was carrying 214 passengers and 31 crew members",
        [("214 passengers", "214\npassengers"), ("crew members", "crew mem-\nbers")],
        FOLDED,
    ),
    (
        "alleged",
        "The ship passed its last inspection in March",
        [("The ship passed", "The ship reportedly passed")],
        MATERIAL,
    ),
    (
        "noun turned into its opposite",
        "The owner, Norline, has operated the Aurora",
        [("The owner", "The former owner")],
        MATERIAL,
    ),
]


def reworked(quote: str, edits: list[tuple[str, str]]) -> tuple[Page, Seen]:
    old = Page(STORY)
    # The figure 12 stands in the headline, too; it is the one of the text that was quoted.
    start = STORY.index(quote, STORY.index("A fire")) if quote in STORY else 0
    text = STORY
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    return Page(text), around(old, start, start + len(quote))


@pytest.mark.parametrize(
    ("quote", "edits", "state"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES]
)
def test_page_is_judged(quote: str, edits: list[tuple[str, str]], state: Presence) -> None:
    page, near = reworked(quote, edits)
    assert look(quote, page, near=near).state == state
