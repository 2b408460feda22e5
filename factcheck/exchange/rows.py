"""A row of the working sheet that came back: what differs from the record, and what it means."""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput, Conflict
from factcheck.models import Article, Claim, Note
from factcheck.services import claims, intake, lookup, notes, verdicts
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import STANCES, Decision, NewFix
from factcheck.text.folding import folded
from factcheck.words import Action, Conclusion, Kind, Priority, Why, pick, slugged

Cells = dict[str, str]
#: Source, place and quote.
Piece = tuple[str, str, str]

COLUMNS = (
    "uid", "number", "article", "fact", "words", "kind", "claimant", "priority", "tags",
    "outcome", "verdict", "why", "reason", "fix", "source", "place", "evidence", "note",
    "version",
)  # fmt: skip

#: Columns of a claim, by the heading of the sheet, and the words that they may hold.
_EDITED: dict[str, tuple[str, Any]] = {
    "fact": ("text", None),
    "kind": ("kind", Kind),
    "claimant": ("claimant", None),
    "priority": ("priority", Priority),
}

_DECIDED = ("outcome", "verdict", "why", "reason", "fix", "source", "place", "evidence")


def new_claim(session: Session, cells: Cells, article: Article | None) -> Claim | None:
    """A claim from a row without a uid, with its evidence and its decision.

    None where it is here already: the same sheet may come in twice.
    """
    given = {name: cell for name, cell in cells.items() if cell and name != "outcome"}
    if given.get("article"):
        article = lookup.article(session, given["article"])
    elif article is None and given.get("words"):
        article = lookup.the_article(session, None)
    names = {"fact": "text", "words": "quote"}
    fields = ("fact", "words", "kind", "claimant", "priority", "tags", "note")
    record = {names.get(name, name): given[name] for name in fields if name in given}
    new = intake.from_fields(record).claim
    if claims.same_as(session, new, article) is not None:
        return None
    claim = claims.add(session, new, article)
    decision = _decision(dict.fromkeys(COLUMNS, ""), given, given)
    if decision.given:
        verdicts.decide(session, [claim], decision)
    return claim


def apply(session: Session, claim: Claim, known: tuple[Cells, set[Piece]], cells: Cells) -> bool:
    """Change what the row says otherwise than the record; whether anything did.

    Raises Conflict where the record is no longer as it was when the sheet was made.
    """
    was, pieces = known
    cells = _normal(session, claim, cells)
    changed = {name: cell for name, cell in cells.items() if was[name] != cell}
    for name in _without_meaning(session, claim, (was, pieces), {**was, **cells}):
        changed.pop(name, None)
    _check_version(claim, was, cells, changed)
    if changed.get("article"):
        msg = f"Claim {claim.id} is of {was['article'] or 'no article'}, not {changed['article']}."
        raise BadInput(msg, hint=f"factcheck edit {claim.id} --article moves it.")
    changed.pop("article", None)
    _edit(session, claim, changed)
    _retag(session, claim, was, changed)
    if any(name in changed for name in _DECIDED):
        verdicts.decide(session, [claim], _decision(was, {**was, **cells}, changed))
    if "note" in changed:
        notes.add(session, changed["note"], claim=claim)
    return bool(changed)


def _normal(session: Session, claim: Claim, cells: Cells) -> Cells:
    """The cells as an export would write them, whatever words of either house they hold."""
    found = {name: cell.replace("\r\n", "\n") for name, cell in cells.items()}
    for name, (_column, vocabulary) in _EDITED.items():
        if found.get(name) and vocabulary:
            found[name] = pick(vocabulary, found[name], what=name).value
    if found.get("why"):
        found["why"] = pick(Why, found["why"], what="why").value
    if found.get("verdict"):
        found["verdict"] = conclusion_of(found["verdict"]) or ""
    if found.get("fix"):
        fix = _new_fix(found["fix"])
        found["fix"] = fix.wording or fix.action.value
    if found.get("source"):
        source = lookup.known_source(session, found["source"], claim.article)
        found["source"] = source.key if source else found["source"]
    if "tags" in found:
        found["tags"] = " ".join(sorted(_tags(found["tags"])))
    return found


def _without_meaning(
    session: Session, claim: Claim, known: tuple[Cells, set[Piece]], cells: Cells
) -> Iterator[str]:
    """Cells that differ and say nothing new."""
    was, pieces = known
    yield from ("uid", "number", "version")
    for name in ("fact", "words", "claimant", "reason", "place", "evidence"):
        if was[name].strip() == cells[name]:
            # Blanks around a cell are lost on the way.
            yield name
    if folded(was["words"]).strip() == folded(cells["words"]):
        yield "words"
    if (cells["source"], cells["place"], cells["evidence"]) in pieces:
        yield from ("source", "place", "evidence")
    same = select(Note.id).where(Note.claim_id == claim.id, Note.text == cells["note"])
    if not cells["note"] or session.scalars(same).first() is not None:
        yield "note"


def _check_version(claim: Claim, was: Cells, cells: Cells, changed: Cells) -> None:
    """The outcome is computed; it may be typed only where it is sure to be typed."""
    version = cells.get("version")
    if version == was["version"]:
        return
    changed.pop("outcome", None)
    if version and changed:
        names = ", ".join(changed)
        msg = f"Claim {claim.id} was changed since the sheet was made: {names} would be lost."
        hint = "Export the sheet again, and carry the row over."
        raise Conflict(msg, hint=hint, record=f"claim:{claim.id}")


def _edit(session: Session, claim: Claim, changed: Cells) -> None:
    changes: dict[str, Any] = {}
    for name, (column, _vocabulary) in _EDITED.items():
        if name in changed:
            changes[column] = changed[name] or None
    quote = (changed["words"], None) if changed.get("words") else None
    if changes or quote:
        claims.edit(session, claim, changes, quote=quote)


def _retag(session: Session, claim: Claim, was: Cells, changed: Cells) -> None:
    if "tags" in changed:
        before, after = _tags(was["tags"]), _tags(changed["tags"])
        claims.tag(session, [claim], add=sorted(after - before), remove=sorted(before - after))


def _tags(cell: str) -> set[str]:
    return set(cell.replace(",", " ").replace(";", " ").split())


def _decision(was: Cells, cells: Cells, changed: Cells) -> Decision:
    """What the cells of verdict, reason, fix and evidence say, where they say something new."""
    decision = Decision(evidence=_evidence(was, cells, changed))
    conclusion = _conclusion(was, changed)
    if conclusion is not None:
        decision.conclusion = conclusion
        decision.because = cells.get("reason") or None
        if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE and cells.get("why"):
            decision.why = cells["why"]
    elif changed.get("reason") or changed.get("why"):
        raise BadInput("A reason stands there without a verdict.", hint="Fill in both.")
    if "fix" in changed:
        decision.fix = _new_fix(changed["fix"])
        decision.because = cells.get("reason") or None
    return decision


def _conclusion(was: Cells, changed: Cells) -> Conclusion | None:
    """The verdict that the row asks for, if it asks for one."""
    if "verdict" in changed:
        if not changed["verdict"] and was["verdict"]:
            msg = f"The verdict {was['verdict']} was taken out of the sheet."
            raise BadInput(msg, hint="A verdict is superseded by another, or undone.")
        return conclusion_of(changed["verdict"])
    if changed.get("outcome"):
        return _from_outcome(changed["outcome"])
    again = was["verdict"] and any(changed.get(name) for name in ("reason", "why"))
    return Conclusion(was["verdict"]) if again else None


def conclusion_of(word: str) -> Conclusion | None:
    """A tick, a code, or a word of either house; nothing for `open`."""
    return intake.from_fields({"text": "x", "ok": word}).conclusion if word else None


def _from_outcome(word: str) -> Conclusion | None:
    try:
        return conclusion_of(word)
    except BadInput as error:
        msg = f"The outcome {word!r:.60} is computed, and cannot be typed."
        raise BadInput(msg, hint="Fill in verdict, or fix.") from error


def _evidence(was: Cells, cells: Cells, changed: Cells) -> NewEvidence:
    if not any(changed.get(name) for name in ("source", "place", "evidence")):
        return NewEvidence()
    if not cells.get("source"):
        raise BadInput("Evidence needs a source.", hint="Fill in the column source.")
    told = changed.get("verdict") or changed.get("outcome")
    return NewEvidence(
        source=cells["source"],
        locator=cells.get("place") or None,
        quote=cells.get("evidence") or None,
        # The stance follows the verdict in force where the row brings no other.
        stance=None if told or not was["verdict"] else STANCES[was["verdict"]],
    )


def _new_fix(cell: str) -> NewFix:
    """`cut`, `stet`, `attribute`, or the new wording."""
    if not cell:
        msg = "The fix was taken out of the sheet."
        raise BadInput(msg, hint="factcheck undo takes a fix back; stet lets the words stand.")
    word = slugged(cell)
    if word in {Action.CUT, Action.STET, Action.ATTRIBUTE}:
        return NewFix(Action(word))
    quoted = re.fullmatch('(?:change )?["\u201c](.+)["\u201d]', cell, re.DOTALL)
    return NewFix(Action.CHANGE, wording=quoted[1] if quoted else cell)
