"""A row of the working sheet that came back: what differs from the record, and what it means."""

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput
from factcheck.models import Article, Claim, Note
from factcheck.services import claims, intake, lookup, notes, verdicts
from factcheck.services.evidence import NewEvidence
from factcheck.services.verdicts import STANCES, Decision, NewFix
from factcheck.text.folding import folded
from factcheck.words import Action, Conclusion, Kind, Priority, Why, pick, pick_conclusion, slugged

Cells = dict[str, str]

COLUMNS = (
    "uid", "number", "article", "fact", "words", "kind", "claimant", "priority", "tags",
    "outcome", "verdict", "why", "reason", "fix", "source", "place", "evidence", "note",
)  # fmt: skip

#: Columns of a claim, by the heading of the sheet, and the words that they may hold.
_EDITED: dict[str, tuple[str, Any]] = {
    "fact": ("text", None),
    "kind": ("kind", Kind),
    "claimant": ("claimant", None),
    "priority": ("priority", Priority),
}

_DECIDED = ("outcome", "verdict", "why", "reason", "fix", "source", "place", "evidence")


def new_claim(session: Session, cells: Cells, article: Article | None) -> Claim:
    """A claim from a row without a uid, with its evidence and its decision."""
    given = {name: cell for name, cell in cells.items() if cell}
    if given.get("article"):
        article = lookup.article(session, given["article"])
    elif article is None and given.get("words"):
        article = lookup.the_article(session, None)
    names = {"fact": "text", "words": "quote"}
    fields = ("fact", "words", "kind", "claimant", "priority", "tags", "note")
    record = {names.get(name, name): given[name] for name in fields if name in given}
    claim = claims.add(session, intake.from_fields(record).claim, article)
    decision = _decision({name: "" for name in COLUMNS}, cells, cells)
    if decision.given:
        verdicts.decide(session, [claim], decision)
    return claim


def apply(session: Session, claim: Claim, was: Cells, cells: Cells) -> bool:
    """Change what the row says otherwise; whether anything did."""
    changed = {name: cell for name, cell in cells.items() if _differs(was[name], cell)}
    changed.pop("uid", None)
    changed.pop("number", None)
    if _differs_only_in_print(was, changed):
        del changed["words"]
    if changed.get("article"):
        msg = f"Claim {claim.id} is of {was['article'] or 'no article'}, not {changed['article']}."
        raise BadInput(msg, hint=f"factcheck edit {claim.id} --article moves it.")
    changed.pop("article", None)
    _edit(session, claim, changed)
    _retag(session, claim, was, changed)
    if any(name in changed for name in _DECIDED):
        verdicts.decide(session, [claim], _decision(was, {**was, **cells}, changed))
    noted = _note(session, claim, changed)
    return noted or any(name != "note" for name in changed)


def _differs(was: str, cell: str) -> bool:
    """Spreadsheets change ends of lines, and blanks around a cell are nothing."""
    return was.replace("\r\n", "\n").strip() != cell.replace("\r\n", "\n").strip()


def _differs_only_in_print(was: Cells, changed: Cells) -> bool:
    return "words" in changed and folded(was["words"]).strip() == folded(changed["words"]).strip()


def _edit(session: Session, claim: Claim, changed: Cells) -> None:
    changes: dict[str, Any] = {}
    for name, (column, vocabulary) in _EDITED.items():
        if name in changed:
            cell = changed[name]
            value = pick(vocabulary, cell, what=name).value if vocabulary else cell
            changes[column] = value or None
    quote = (changed["words"], None) if changed.get("words") else None
    if changes or quote:
        claims.edit(session, claim, changes, quote=quote)


def _retag(session: Session, claim: Claim, was: Cells, changed: Cells) -> None:
    if "tags" in changed:
        before, after = _tags(was["tags"]), _tags(changed["tags"])
        claims.tag(session, [claim], add=sorted(after - before), remove=sorted(before - after))


def _tags(cell: str) -> set[str]:
    return set(cell.replace(",", " ").replace(";", " ").split())


def _note(session: Session, claim: Claim, changed: Cells) -> bool:
    """A note is added once, though the sheet may come back twice."""
    text = changed.get("note")
    if not text:
        return False
    same = select(Note.id).where(Note.claim_id == claim.id, Note.text == text)
    if session.scalars(same).first() is not None:
        return False
    notes.add(session, text, claim=claim)
    return True


def _decision(was: Cells, cells: Cells, changed: Cells) -> Decision:
    """What the cells of verdict, reason, fix and evidence say, where they say something new."""
    decision = Decision(evidence=_evidence(was, cells, changed))
    conclusion = _conclusion(was, cells, changed)
    if conclusion is not None:
        decision.conclusion = conclusion
        decision.because = cells.get("reason") or None
        if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE and cells.get("why"):
            decision.why = pick(Why, cells["why"], what="why").value
    elif changed.get("reason") or changed.get("why"):
        raise BadInput("A reason stands there without a verdict.", hint="Fill in both.")
    if "fix" in changed:
        decision.fix = _new_fix(changed["fix"])
        decision.because = cells.get("reason") or None
    return decision


def _conclusion(was: Cells, cells: Cells, changed: Cells) -> Conclusion | None:
    """The verdict that the row asks for, if it asks for one."""
    if "verdict" in changed:
        word = changed["verdict"]
        if not word and was["verdict"]:
            msg = f"The verdict {was['verdict']} was taken out of the sheet."
            raise BadInput(msg, hint="A verdict is superseded by another, or undone.")
        return intake_conclusion(word)
    if changed.get("outcome"):
        return _from_outcome(changed["outcome"])
    again = was["verdict"] and any(changed.get(name) for name in ("reason", "why"))
    return pick_conclusion(cells["verdict"]) if again else None


def intake_conclusion(word: str) -> Conclusion | None:
    """A tick, a code, or a word of either house; nothing for `open`."""
    return intake.from_fields({"text": "x", "ok": word}).conclusion if word else None


def _from_outcome(word: str) -> Conclusion | None:
    try:
        return intake_conclusion(word)
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
