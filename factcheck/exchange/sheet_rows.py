"""The cells of the working sheet: what a claim's row says, and how no cell becomes a formula."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from factcheck.exchange.rows import COLUMNS, Cells
from factcheck.services.veils import Veil
from factcheck.words import LABELS, Action

# A spreadsheet would run what begins like this; what is guarded already is guarded once more,
# so that the guard can be taken away again.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
#: What the version says of a sheet that was made for an audience: `for-editor`.
FOR = "for-"

_SUSPECT = frozenset("'=+-@\t\r")


class Row(NamedTuple):
    """What the cells are made of, in the order of the columns; note and version are not."""

    uid: str
    number: int
    article: str | None
    fact: str
    #: The first of its spans in the newest draft.
    words: str | None
    kind: str | None
    claimant: str | None
    priority: str | None
    #: In order, a blank between two.
    tags: str | None
    #: In its code, not in the words of the house.
    outcome: str | None
    verdict: str | None
    why: str | None
    reason: str | None
    #: The new wording; where there is none, what should happen to the words.
    fix: str | None
    #: The first piece of evidence that somebody has seen, its source by its key.
    source: str | None
    place: str | None
    evidence: str | None


NUMBERED, _OUTCOME = COLUMNS.index("number"), COLUMNS.index("outcome")


def of_shape(shape: Mapping[str, Any]) -> Row:
    """The row of a claim from its JSON; what an audience may not see is missing there."""
    verdict, piece = shape.get("verdict") or {}, _first_seen(shape)
    return Row(
        uid=shape["uid"],
        number=shape["id"],
        article=(shape.get("article") or {}).get("slug"),
        fact=shape["text"],
        words=(shape.get("span") or {}).get("exact"),
        kind=shape.get("kind"),
        claimant=shape.get("claimant"),
        priority=shape.get("priority"),
        tags=" ".join(shape.get("tags") or ()),
        outcome=shape.get("outcome"),
        verdict=verdict.get("conclusion"),
        why=verdict.get("why"),
        reason=verdict.get("reason"),
        fix=_worded(shape.get("fix") or {}),
        source=(piece.get("source") or {}).get("key"),
        place=piece.get("locator"),
        evidence=piece.get("quote"),
    )


def _first_seen(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    listed: list[Mapping[str, Any]] = shape.get("evidence") or []
    return next((e for e in listed if e.get("seen") and not e.get("retracted")), {})


def _worded(fix: Mapping[str, Any]) -> str | None:
    action: str | None = fix.get("action")
    return fix.get("wording") if action == Action.CHANGE else action


def cells_of(row: Row, labels: Mapping[str, str]) -> list[str]:
    """The cells of all columns; a protected source is named by its key alone."""
    found: list[Any] = ["" if value is None else value for value in row]
    found[NUMBERED] = str(row.number)
    found[_OUTCOME] = labels.get(row.outcome or "", "")
    return [*found, "", _version(found)]


def named(row: Row, labels: Mapping[str, str]) -> Cells:
    """The cells by the names of their columns."""
    return dict(zip(COLUMNS, cells_of(row, labels), strict=True))


def masked(row: Row, veil: Veil) -> Row:
    """As a report shows it: protected sources by their aliases, but in the article's words."""
    shown = [veil.mask(value) if isinstance(value, str) else value for value in row]
    return Row._make(shown)._replace(words=row.words)


def _version(told: list[str]) -> str:
    """Of the cells as they go out: the letter keeps a spreadsheet from reading a number."""
    # As models.base.canonical would write the list, in a third of the time.
    text = ",".join(map(encode_basestring, told[NUMBERED + 1 :]))
    return "v" + hashlib.sha256(f"[{text}]".encode()).hexdigest()[:12]


def of_content(content: Mapping[str, Any]) -> Iterator[list[str]]:
    """The cells of each claim of a report."""
    audience, labels = content.get("audience") or "internal", LABELS[content["words"]]
    for claim in content.get("claims") or ():
        cells = cells_of(of_shape(claim), labels)
        if audience != "internal":
            # What is left out for somebody must not come back as if it had been taken out.
            cells[-1] = f"{FOR}{audience}"
        yield cells


def guarded(cell: str) -> str:
    """`=1+1` -> `'=1+1`: text, whatever program opens it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def all_guarded(found: Iterable[str]) -> list[str]:
    return [guarded(cell) if cell[:1] in _SUSPECT else cell for cell in found]


def unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
