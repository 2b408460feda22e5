"""Whether the words of a claim stand in a passage: its quotations, names and offices."""

from factcheck.text.values.value import Comparison
from factcheck.text.wording import names, quotes, titles
from factcheck.text.wording.found import Found, joined, unclear
from factcheck.words import Kind

LONGEST_CLAIM = 200_000
LONGEST_PASSAGE = 2_000_000


def check(claim: str, passage: str, kind: Kind, language: str = "en") -> Comparison:
    """How the quotations or names of `claim` stand in `passage`, in words to check; never raises.

    Anything but a quote, name, title, organisation or place is not comparable here.
    """
    return Comparison(*joined(_found(claim, passage, kind, language)))


def _found(claim: str, passage: str, kind: Kind, language: str) -> list[Found]:
    if kind not in {Kind.QUOTE, Kind.NAME, Kind.TITLE, Kind.ORGANISATION, Kind.PLACE}:
        return [unclear(f"a claim of the kind {kind} is not compared word for word")]
    if len(claim) > LONGEST_CLAIM or len(passage) > LONGEST_PASSAGE:
        return [unclear("the claim or the passage is too long to compare")]
    if not passage.strip():
        return [unclear("there is no passage")]
    if kind == Kind.QUOTE:
        return quotes.found(claim, passage)
    if kind == Kind.TITLE:
        return titles.found(claim, passage, language)
    return names.found(claim, passage, kind, language)
