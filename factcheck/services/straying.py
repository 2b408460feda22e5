"""Whether a claim still says what its words in the article say: drafts move on."""

from typing import Any

from factcheck.text import values
from factcheck.words import Result, SpanState, unsaid

Shape = dict[str, Any]


def strays(claim: Shape, language: str = "en") -> str | None:
    """What the claim says otherwise than its words in the newest draft; None for nothing.

    `claim` is its JSON. Only figures and dates are compared: of other words nobody can tell.
    """
    span = claim["span"]
    if span is None or span["state"] == SpanState.LOST or span["exact"] == claim["text"]:
        return None
    found = values.check(claim["text"], span["exact"], language=language)
    if found.result != Result.DISAGREES:
        return None
    return unsaid(found.explanation).replace("the source", "its words")
