"""What became of a quotation, in a clause for a tired checker."""

from collections.abc import Callable, Sequence

from factcheck.text.anchors import Difference
from factcheck.text.presence.notices import Notice

Telling = Callable[[str], str]

MOST = 2
LONGEST = 80
LEAD = 40

LETTER_FOR_LETTER = "it stands letter for letter"
TYPOGRAPHY = "the same words stand in other typography"
PARTED = "its parts stand in their order"
STRUCK = "the words are struck through now"
HIDDEN = "only in a part that is not shown"
EMPTY = "there is no quotation to look for"
GONE = "neither these words nor anything like them are on the page"
TAKEN_OUT = "the words around it still stand, but it was taken out"
TOO_LONG = "it is not there word for word, and too long to look for what is like it"
COMMON = "it has common words only, too short to check"
ELSEWHERE = "the words stand, but among other words than before"
TOO_OFTEN = "it stands too often to tell the places apart"
APART = "its parts stand, but not together in this order"


def changed(changes: Sequence[Difference]) -> str:
    """`37 became 47; 'not' was put in`."""
    if changes and all(one.before.lower() == one.after.lower() for one in changes):
        return "only capitals differ"
    told = [_change(change) for change in changes[:MOST]]
    more = len(changes) - MOST
    if more > 0:
        told.append(f"{more} more {'change' if more == 1 else 'changes'}")
    return "; ".join(told)


def now(changes: Sequence[Difference]) -> str:
    """`47 for 37`."""
    return "; ".join(_now(change) for change in changes[:MOST])


def _now(change: Difference) -> str:
    if not change.before:
        return f"{shown(change.after)} too"
    if not change.after:
        return f"no {shown(change.before)}"
    return f"{shown(change.after)} for {shown(change.before)}"


def _change(change: Difference) -> str:
    if not change.before:
        return f"{shown(change.after)} was put in"
    if not change.after:
        return f"{shown(change.before)} was taken out"
    return f"{shown(change.before)} became {shown(change.after)}"


def shown(words: str) -> str:
    """Words in quotation marks and cut if long; a figure is bare."""
    words = words.strip() or words
    if any(char.isdecimal() for char in words) and " " not in words:
        return words[:LONGEST]
    cut = words if len(words) <= LONGEST else f"{words[: LONGEST - 3].rstrip()}..."
    return f"'{cut}'"


def under(notice: Notice) -> str:
    """`the words now stand under 'Correction'`."""
    lead = notice.text.split(":", 1)[0].strip()
    if len(lead) > LEAD:
        lead = lead[:LEAD].rsplit(" ", 1)[0] + " ..."
    return f"the words now stand under {shown(lead)}"


def stands(count: int, *, exact: bool, parted: bool) -> str:
    said = LETTER_FOR_LETTER if exact else PARTED if parted else TYPOGRAPHY
    return said if count == 1 else f"{said}, in {count} places"


def short(size: int) -> str:
    return f"it has {size} {'letter' if size == 1 else 'letters'}, too short to check"


def often(count: int, *, is_short: bool) -> str:
    if is_short:
        return f"it is short and stands {count} times, and nothing says which place was meant"
    return f"it stands {count} times, and nothing says which place was meant"


def denied(word: str) -> str:
    return f"the words stand, but the page now says {shown(word)} of them"


def beside(changes: Sequence[Difference]) -> str:
    return f"the words stand, but beside them {changed(changes)}"


def elsewhere(found: str) -> str:
    return f"only something like it is there: {shown(' '.join(found.split()))}"


def instead(found: str) -> str:
    return f"in its place stands {shown(' '.join(found.split()))}"
