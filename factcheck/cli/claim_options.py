"""Options of `add`, `edit` and `verify` about claims and their evidence."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli.options import parse_day, parse_when
from factcheck.words import How, Kind, Priority, Stance, Tier, pick

if TYPE_CHECKING:
    from factcheck.services.evidence import NewEvidence

Text = str | None

Quote = Annotated[Text, typer.Option("--quote", metavar="EXACT", help="Its words in the article.")]
Nth = Annotated[
    int | None, typer.Option("--nth", metavar="N", min=1, help="Which place, if several.")
]
Claimant = Annotated[Text, typer.Option("--claimant", metavar="NAME", help="Who says so.")]
ClaimantRole = Annotated[Text, typer.Option("--claimant-role", metavar="ROLE")]
ClaimantSameAs = Annotated[
    Text, typer.Option("--claimant-same-as", metavar="URL", help="A page that says who it is.")
]
SaidOn = Annotated[Text, typer.Option("--said-on", metavar="DATE", help="When it was said.")]
SaidAt = Annotated[
    list[str] | None, typer.Option("--said-at", metavar="URL", help="Where; may be repeated.")
]
FirstAt = Annotated[
    Text, typer.Option("--first-at", metavar="URL", help="Where it was said first.")
]
Occasion = Annotated[Text, typer.Option("--occasion", metavar="TEXT")]
KindOption = Annotated[
    Text, typer.Option("--kind", metavar="KIND", help="name, date, number, quote, money ...")
]
PriorityOption = Annotated[Text, typer.Option("--priority", metavar="low|normal|high")]

From = Annotated[
    Text, typer.Option("--from", metavar="'SOURCE PLACE'", help="As in 'atlas p. 212'.")
]
Source = Annotated[Text, typer.Option("--source", metavar="URL|KEY|ID|TITLE")]
Passage = Annotated[Text, typer.Option("--evidence", metavar="QUOTE", help="Its words, verbatim.")]
Says = Annotated[Text, typer.Option("--says", metavar="WORDS", help="What it says, in yours.")]
StanceOption = Annotated[Text, typer.Option("--stance", metavar="supports|refutes|context")]
Locator = Annotated[Text, typer.Option("--locator", metavar="PLACE", help="Page, paragraph, cell.")]
HowOption = Annotated[Text, typer.Option("--how", metavar="HOW", help="page, print, call ...")]
On = Annotated[Text, typer.Option("--on", metavar="TIME", help="When you met it.")]
TierOption = Annotated[Text, typer.Option("--tier", metavar="primary|secondary|tertiary")]


def word(vocabulary: Any, given: str | None, what: str) -> str | None:
    """A word of a vocabulary, checked; None where none is given."""
    return None if given is None else str(pick(vocabulary, given, what=what).value)


def kind(given: str | None) -> str | None:
    return word(Kind, given, "kind")


def priority(given: str | None) -> str | None:
    return word(Priority, given, "priority")


def tier(given: str | None) -> str | None:
    return word(Tier, given, "tier")


def day(given: str | None) -> str | None:
    return None if given is None else parse_day(given, partial=True)


def new_day(given: str | None) -> str | None:
    """A day for an edit, where an empty text takes the old one away."""
    return day(given) if given else given


def when(given: str | None) -> str | None:
    return None if given is None else parse_when(given)


def piece(
    *, place: Text = None, source: Text = None, quote: Text = None, says: Text = None,
    stance: Text = None, locator: Text = None, how: Text = None, on: Text = None,
    tier_word: Text = None, note: Text = None,
) -> "NewEvidence":  # fmt: skip
    """Evidence from the options, every word of a vocabulary checked."""
    from factcheck.services.evidence import NewEvidence

    return NewEvidence(
        place=place, source=source, quote=quote, says=says, locator=locator, note=note,
        stance=word(Stance, stance, "stance"), how=word(How, how, "way to meet a source"),
        on=when(on), tier=tier(tier_word),
    )  # fmt: skip
