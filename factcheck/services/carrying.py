"""From one draft to the next: where every claim stands now, and what became of its words.

A plan first, which changes nothing, so that `--dry-run` and `article diff` show what
`article revise` does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db import standing
from factcheck.db.derived import chunks
from factcheck.db.standing import Facts
from factcheck.documents.document import Zoned
from factcheck.models import Annotation, Claim, Fix, Revision, Skip, Span
from factcheck.services.zones import Zones
from factcheck.text import anchors
from factcheck.text.anchors import Difference, Located, What
from factcheck.text.folding import Folded, fold, folded
from factcheck.text.markup import plain
from factcheck.words import Action, FixState, SpanState

#: Words on either side of a claim that may turn its sense.
NEAR = 3
TURNING = {What.NEGATION, What.QUANTIFIER}


@dataclass(slots=True)
class Carried:
    """One place of a claim, in the draft before and in the draft after."""

    claim: Claim
    #: The row of the draft before.
    span: Span
    state: SpanState
    #: In code points of the text after; both where it would stand, if it is lost.
    start: int
    end: int
    #: The words after; None if they are lost.
    after: str | None
    changed: Sequence[Difference] = ()
    #: The same words stand at several places, and nothing tells which is meant.
    ambiguous: bool = False
    #: It was lost, and its words are back.
    returned: bool = False
    #: The fix in force, if it is agreed, and whether the draft after has it.
    fix: Fix | None = None
    fixed: bool = False
    #: The agreed words took the place of the old ones, and no other word is another.
    as_agreed: bool = False

    @property
    def before(self) -> str:
        return self.span.exact


def plan(session: Session, before: Revision, text: str) -> list[Carried]:
    """Where each place of a claim in `before` is in `text`, in reading order of `before`."""
    rows = _rows(session, before)
    standing_rows = [(span, claim) for span, claim in rows if span.state != SpanState.LOST]
    places = anchors.carry([(span.start, span.end) for span, _ in standing_rows], before.text, text)
    page = fold(text)
    found = [
        _carried(span, claim, located, text)
        for (span, claim), located in zip(standing_rows, places, strict=True)
    ]
    found += [_again(s, claim, page) for s, claim in rows if s.state == SpanState.LOST]
    fixes = agreed_fixes(session, {claim.id for _, claim in rows})
    for each in found:
        _look_for_fix(each, fixes.get(each.claim.id), page)
    return sorted(found, key=lambda each: (each.span.start, each.span.id))


def _rows(session: Session, revision: Revision) -> list[tuple[Span, Claim]]:
    listed = select(Span, Claim).join(Claim, Claim.id == Span.claim_id)
    rows = session.execute(listed.where(Span.revision_id == revision.id).order_by(Span.id))
    return [(span, claim) for span, claim in rows]


def _carried(span: Span, claim: Claim, located: Located, text: str) -> Carried:
    lost = located.state == SpanState.LOST
    return Carried(
        claim=claim,
        span=span,
        state=located.state,
        start=located.start,
        end=located.end,
        after=None if lost else text[located.start : located.end],
        changed=located.changed,
        ambiguous=located.ambiguous,
    )


def _again(span: Span, claim: Claim, page: Folded) -> Carried:
    """What was lost before may be back: the same words, once, or once in the same company."""
    hits = anchors.find(span.exact, page.source, page)
    if len(hits) > 1:
        hits = [hit for hit in hits if _in_company(span, page.source, *hit)]
    if len(hits) != 1:
        at = min(span.start, len(page.source))
        return Carried(claim, span, SpanState.LOST, at, at, None, ambiguous=len(hits) > 1)
    start, end = hits[0]
    words = page.source[start:end]
    return Carried(claim, span, SpanState.MOVED, start, end, words, returned=True)


def _in_company(span: Span, text: str, start: int, end: int) -> bool:
    """The words before or after it are those that stood there."""
    before, after = folded(span.prefix).split()[-2:], folded(span.suffix).split()[:2]
    prefix = folded(text[max(0, start - anchors.CONTEXT) : start]).split()[-2:]
    suffix = folded(text[end : end + anchors.CONTEXT]).split()[:2]
    return bool(before and before == prefix) or bool(after and after == suffix)


# Fixes


def agreed_fixes(session: Session, claim_ids: Iterable[int]) -> dict[int, Fix]:
    """The fix in force of each claim that has one, if it is agreed."""
    by_claim: dict[int, list[Fix]] = {}
    for chunk in chunks(sorted(claim_ids)):
        for fix in session.scalars(select(Fix).where(Fix.claim_id.in_(chunk))):
            by_claim.setdefault(fix.claim_id, []).append(fix)
    in_force = {number: Facts(None, fixes=fixes).fix for number, fixes in by_claim.items()}
    return {
        number: fix
        for number, fix in in_force.items()
        if fix is not None and fix.state == FixState.AGREED and fix.action != Action.STET
    }


def _look_for_fix(each: Carried, fix: Fix | None, page: Folded) -> None:
    """Let a claim take the agreed words where the draft has them."""
    each.fix = fix
    if fix is None:
        return
    if fix.action == Action.CUT:
        each.fixed = each.as_agreed = each.state == SpanState.LOST
        return
    place = _wording(each, fix.wording, page) if fix.wording else None
    if place is not None:
        each.fixed = True
        _take(each, fix.wording or "", place, page.source)


def _wording(each: Carried, wording: str, page: Folded) -> tuple[int, int] | None:
    if each.state != SpanState.LOST:
        return standing.near(wording, page.source, each.start, each.end)
    # Nothing is left of the old words: the new ones may stand anywhere, if only once. A word or
    # two would stand somewhere by chance.
    if 2 * len(wording) < len(each.before):
        return None
    hits = anchors.find(wording, page.source, page)
    return hits[0] if len(hits) == 1 else None


def _take(each: Carried, wording: str, place: tuple[int, int], text: str) -> None:
    lost = each.state == SpanState.LOST
    if not lost and (place[1] <= each.start or each.end <= place[0]):
        return  # beside the claim's words, which stay what they are
    start, end = place if lost else (min(each.start, place[0]), max(each.end, place[1]))
    around = text[start : place[0]] + text[place[1] : end]
    if not any(char.isalnum() for char in around):
        start, end = place
    each.start, each.end, each.after = start, end, text[start:end]
    inside, beside = anchors.differences(each.before, each.after), _beside(each, text)
    each.changed = (*inside, *beside)
    if each.changed:
        each.state = SpanState.CHANGED
    before, after, words = (folded(part).strip() for part in (each.before, each.after, wording))
    each.as_agreed = not beside and standing.as_agreed(before, after, words)


def _beside(each: Carried, text: str) -> list[Difference]:
    """What turns the sense just outside of the words: "never" before them says the opposite."""
    before = each.span.prefix.split()[1:][-NEAR:], text[: each.start][-anchors.CONTEXT :].split()
    after = each.span.suffix.split()[:-1][:NEAR], text[each.end :][: anchors.CONTEXT].split()
    windows = ((before[0], before[1][1:][-NEAR:]), (after[0], after[1][:-1][:NEAR]))
    found = [d for old, new in windows for d in anchors.differences(" ".join(old), " ".join(new))]
    return [difference for difference in found if difference.what in TURNING]


# Storing


def store(session: Session, revision: Revision, found: Iterable[Carried], zones: Zones) -> None:
    """Give every claim its place in the new draft; one whose text was its words follows them."""
    for each in found:
        session.add(_row(each, revision, zones))
        words = plain(revision.text, each.start, each.end) if each.after else ""
        if words and folded(each.claim.text) == folded(plain(each.before, 0, len(each.before))):
            each.claim.text = words
    session.flush()


def _row(each: Carried, revision: Revision, zones: Zones) -> Span:
    chosen = selector(each.span, each.state, each.start, each.end, revision.text)
    state = SpanState.MOVED if each.returned else each.state
    return Span(
        claim=each.claim, claim_id=each.claim.id, revision_id=revision.id, place=each.span.place,
        zone=zones.at(each.start), state=state.value, **chosen,
    )  # fmt: skip


def selector(row: Any, state: SpanState, start: int, end: int, text: str) -> dict[str, Any]:
    """The columns of a place; what is lost keeps the words that it had."""
    if state == SpanState.LOST:
        words = {name: getattr(row, name) for name in ("exact", "prefix", "suffix")}
        return {**words, "start": start, "end": end}
    return asdict(anchors.select(text, start, end))


def carry_placed(
    session: Session, cls: type[Annotation] | type[Skip], before: Revision, after: Revision
) -> None:
    """Annotations and skipped words go along; what no longer stands as it was says so."""
    rows: list[Any] = list(session.scalars(select(cls).where(cls.revision_id == before.id)))
    there = [row for row in rows if row.state != SpanState.LOST]
    places = anchors.carry([(row.start, row.end) for row in there], before.text, after.text)
    for row, located in zip(there, places, strict=True):
        chosen = selector(row, located.state, located.start, located.end, after.text)
        for name, value in {**chosen, "state": located.state.value}.items():
            setattr(row, name, value)
    for row in rows:
        row.revision_id = after.id
    session.flush()


def stretches(before: Sequence[Zoned], old: str, new: str) -> list[Zoned]:
    """The zones of a text that came without any, where its headline and captions are the same."""
    places = anchors.carry([(part.start, part.end) for part in before], old, new)
    kept = [
        Zoned(place.start, place.end, part.zone)
        for part, place in zip(before, places, strict=True)
        if place.state != SpanState.LOST
    ]
    return without_overlaps(kept)


def without_overlaps(parts: Iterable[Zoned]) -> list[Zoned]:
    kept: list[Zoned] = []
    for part in sorted(parts, key=lambda part: part.start):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return kept
