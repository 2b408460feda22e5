"""Verdicts beside the figures, names and quotations of their evidence.

What was compared when it was written is taken as it is kept; what was made of other words since
is compared now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, and_, func, or_, select, type_coerce

from factcheck.audit import kept
from factcheck.audit.desk import Desk, articles, claims, evidence, made, sources
from factcheck.audit.kept import Known
from factcheck.audit.reasons import Against, speaks
from factcheck.codes import Severity
from factcheck.db import comparisons, derived
from factcheck.db.standing import Facts
from factcheck.models import Revision, Span, Verdict
from factcheck.models.base import table_of
from factcheck.services.findings import Finding
from factcheck.text.show import shorten
from factcheck.words import WORDED, Conclusion, Outcome, Result, SpanState, Stance

verdicts, spans, revisions = map(table_of, (Verdict, Span, Revision))

#: So many claims are looked at together.
CHUNK = 2000
_SETTLED = (Outcome.CUT.value, Outcome.STET.value)
_JUDGED = [each.value for each in (
    Conclusion.SUPPORTED, Conclusion.REFUTED, Conclusion.CONFLICTING,
)]  # fmt: skip
#: So many characters of an explanation are shown.
_SHOWN = 300


class Clash(NamedTuple):
    """A piece of evidence whose own words go another way than the verdict."""

    claim: Any
    piece: Any
    told: str


class Weighed(NamedTuple):
    """What came of all comparisons of one audit."""

    clashes: list[Clash]
    #: Of supported claims: the pieces that have no figure to compare, where no other agrees.
    lacking: list[list[Clash]]
    #: Of claims on which sources differ: the pieces, where all have other figures than the claim.
    unlike: list[list[Clash]]


def contradicted(desk: Desk) -> Iterator[Finding]:
    """V402: a figure or date goes another way than the verdict and its own stance."""
    weighed = desk.once(_weighed)
    plain = (each for each in weighed.clashes if each.claim.kind not in WORDED)
    found = [_clash(desk, "V402", each) for each in plain]
    found += map(_unlike, weighed.unlike)
    yield from sorted(found, key=lambda each: (each.claim or 0, each.number))


def misquoted(desk: Desk) -> Iterator[Finding]:
    """V410: a name or a quotation is not as in the evidence that is said to support it."""
    for each in desk.once(_weighed).clashes:
        if each.claim.kind in WORDED:
            yield _clash(desk, "V410", each)


_SAID = {
    Stance.SUPPORTS: "is said to support it, but",
    Stance.REFUTES: "is said to refute it, but",
    None: "has no stance, and",
}


def _clash(desk: Desk, code: str, each: Clash) -> Finding:
    claim, piece = each.claim, each.piece
    named = f"evidence {piece.id} ({_name(desk, piece)})"
    told = f"{claim.conclusion}: {named} {_SAID[piece.stance]} {shorten(each.told, _SHOWN)}"
    return made(
        code, "evidence", piece.id, told, claim.text, claim.uid, piece.stance, each.told,
        claim=claim.id, source=piece.source_id,
    )  # fmt: skip


def _unlike(each: list[Clash]) -> Finding:
    """Not that sources differ, but that none of them has the claim's figure."""
    claim = each[0].claim
    pieces = _numbered([clash.piece.id for clash in each])
    why = shorten(each[0].told.removesuffix(f": {Result.DISAGREES.said}"), _SHOWN)
    told = f"{claim.conclusion}, but its figure is not in {pieces}: {why}"
    detail = {"evidence": [clash.piece.id for clash in each], "why": [c.told for c in each]}
    return made(
        "V402", "claim", claim.id, told, claim.text, claim.uid, *detail["why"],
        claim=claim.id, severity=Severity.WARNING, detail=detail,
    )  # fmt: skip


def lacking(desk: Desk) -> Iterator[Finding]:
    """V407: a claim with a figure is supported by passages that have none like it."""
    for pieces in desk.once(_weighed).lacking:
        claim, first = pieces[0].claim, pieces[0].piece
        numbers = [each.piece.id for each in pieces]
        why = shorten(pieces[0].told.removesuffix(f": {Result.NOT_COMPARABLE.said}"), _SHOWN)
        named = f"{_numbered(numbers)} ({_name(desk, first)})" if len(pieces) == 1 else None
        told = f"{named or _numbered(numbers)} cannot be compared with it: {why}"
        yield made(
            "V407", "evidence", first.id, told, claim.text, claim.uid,
            *(each.piece.quote for each in pieces), claim=claim.id, source=first.source_id,
            detail={"evidence": numbers},
        )  # fmt: skip


def _numbered(numbers: Sequence[int]) -> str:
    """`evidence 3, 4 and 7`."""
    *others, last = map(str, numbers)
    return f"evidence {', '.join(others)} and {last}" if others else f"evidence {last}"


def _name(desk: Desk, piece: Any) -> str:
    return desk.name(SimpleNamespace(id=piece.source_id, key=piece.key))


# Comparing


def _weighed(desk: Desk) -> Weighed:
    found = Weighed([], [], [])
    ids = [row.claim for row in desk.of_claims(_decided())]
    for chunk in derived.chunks(ids, CHUNK):
        first = len(found.lacking)
        for facts in _facts(desk, chunk):
            _weigh(facts, found)
        found.lacking[first:] = _with_values(desk, found.lacking[first:])
    found.clashes[:] = [each for each in found.clashes if not _is_told_of(desk, each)]
    return found


def _with_values(desk: Desk, rows: list[list[Clash]]) -> list[list[Clash]]:
    """Those of claims that have a figure; few are asked, for values take long to read."""
    ids = [row[0].claim.id for row in rows]
    listed = select(claims.c.id, claims.c["values"]).where(claims.c.id.in_(ids))
    found = {row.id: row[1] for row in desk.connection.execute(listed)} if ids else {}
    return [row for row in rows if _has_values(row[0].claim, found[row[0].claim.id])]


def _has_values(claim: Any, found: Any) -> bool:
    """As they are kept, if they are of the claim's words."""
    return bool(comparisons.values(Facts(claim=_with(claim, values=found), article=claim)))


def _decided() -> Select[Any]:
    """Claims whose verdict could be gone against by a figure or by words."""
    listed = select(claims.c.id.label("claim"))
    listed = listed.join(verdicts, verdicts.c.id == claims.c.verdict_id)
    worded = [kind.value for kind in sorted(WORDED)]
    judged = or_(verdicts.c.conclusion == Conclusion.SUPPORTED.value, claims.c.kind.not_in(worded))
    return listed.where(
        verdicts.c.conclusion.in_(_JUDGED), judged, claims.c.outcome.not_in(_SETTLED)
    ).order_by(claims.c.id)


def _facts(desk: Desk, ids: Sequence[int]) -> Iterator[Facts]:
    """As much of each claim as a comparison is made of; evidence that counts and speaks."""
    pieces, placed = _grouped(desk, _pieces(ids)), _grouped(desk, _spans(ids))
    for row in desk.connection.execute(_claims(ids)):
        if row.id in pieces:
            there = placed.get(row.id, ())
            newest = derived.newest_spans(row, there) if len(there) > 1 else there
            yield Facts(claim=row, spans=newest, evidence=pieces[row.id], article=row)


def _grouped(desk: Desk, statement: Select[Any]) -> dict[int, list[Any]]:
    rows = desk.connection.execute(statement)
    return {number: list(group) for number, group in groupby(rows, attrgetter("claim_id"))}


def _claims(ids: Sequence[int]) -> Select[Any]:
    """A claim with its verdict and its article in one row."""
    columns = (
        claims.c.id, claims.c.text, claims.c.kind, claims.c.claimant, claims.c.said_on,
        claims.c.outcome, claims.c.article_id, verdicts.c.uid,
        verdicts.c.conclusion, verdicts.c.reason, articles.c.published, articles.c.language,
    )  # fmt: skip
    listed = select(*columns).join(verdicts, verdicts.c.id == claims.c.verdict_id)
    listed = listed.outerjoin(articles, articles.c.id == claims.c.article_id)
    return listed.where(claims.c.id.in_(ids)).order_by(claims.c.id)


def _spans(ids: Sequence[int]) -> Select[Any]:
    columns = (
        spans.c.claim_id, spans.c.id, spans.c.start, spans.c.state, spans.c.exact,
        revisions.c.article_id, revisions.c.number,
    )  # fmt: skip
    listed = select(*columns).join(revisions, revisions.c.id == spans.c.revision_id)
    return listed.where(spans.c.claim_id.in_(ids)).order_by(spans.c.claim_id)


def _pieces(ids: Sequence[int]) -> Select[Any]:
    columns = (
        evidence.c.id, evidence.c.claim_id, evidence.c.source_id, evidence.c.stance,
        evidence.c.quote, evidence.c.says, type_coerce(evidence.c.comparison, Text).label("kept"),
        sources.c.published.label("source_published"), sources.c.key,
    )  # fmt: skip
    listed = (
        select(*columns)
        .join(claims, claims.c.id == evidence.c.claim_id)
        .join(verdicts, verdicts.c.id == claims.c.verdict_id)
        .join(sources, sources.c.id == evidence.c.source_id)
    )
    return listed.where(
        evidence.c.claim_id.in_(ids),
        evidence.c.seen_at.is_not(None),
        evidence.c.retracted_at.is_(None),
        or_(evidence.c.quote != "", evidence.c.says != ""),
        _may_clash(),
    ).order_by(evidence.c.claim_id, evidence.c.id)


def _may_clash() -> ColumnElement[bool]:
    """Of a supported claim what supports it, of a refuted one what refutes it."""
    stance = func.coalesce(evidence.c.stance, "")
    ways = {
        Conclusion.SUPPORTED: (Stance.SUPPORTS.value, ""),
        Conclusion.REFUTED: (Stance.REFUTES.value,),
        Conclusion.CONFLICTING: (Stance.SUPPORTS.value, Stance.REFUTES.value, ""),
    }
    each = (and_(verdicts.c.conclusion == which, stance.in_(said)) for which, said in ways.items())
    return or_(*each)


Pairs = list[tuple[Any, Known]]


def _weigh(facts: Facts, found: Weighed) -> None:
    claim = facts.claim
    pairs = list(_compared(facts))
    if claim.conclusion == Conclusion.CONFLICTING:
        if _all_differ(pairs):
            found.unlike.append([Clash(claim, piece, known.explanation) for piece, known in pairs])
        return
    found.clashes.extend(_clashes(facts, pairs))
    if claim.conclusion == Conclusion.SUPPORTED and claim.kind not in WORDED:
        bare = _without(facts, pairs)
        if bare:
            found.lacking.append(bare)


def _compared(facts: Facts) -> Iterator[tuple[Any, Known]]:
    """Each piece with its comparison, as it is kept; made anew where the words changed since.

    What was never compared is not compared here: after a large import that would take minutes.
    """
    there = [span for span in facts.spans if span.state != SpanState.LOST]
    begun = kept.begun(facts.claim, there[0].exact if there else None)
    for piece in facts.evidence:
        known = kept.known(begun, piece)
        if known is None and piece.kept is not None:
            known = _anew(facts, piece)
        if known is not None:
            yield piece, known


def _anew(facts: Facts, piece: Any, **other: Any) -> Known | None:
    found = comparisons.comparison(facts, _with(piece, comparison=None, **other))
    return None if found is None else kept.made(found)


def _with(row: Any, **other: Any) -> SimpleNamespace:
    """A row with some of its columns otherwise."""
    return SimpleNamespace(**{**row._asdict(), **other})


def _all_differ(pairs: Pairs) -> bool:
    """Each piece speaks against the claim, and has another figure."""
    against = Stance.SUPPORTS not in {piece.stance for piece, _ in pairs}
    return against and {known.result for _, known in pairs} == {Result.DISAGREES}


def _clashes(facts: Facts, pairs: Pairs) -> Iterator[Clash]:
    claim = facts.claim
    supported = claim.conclusion == Conclusion.SUPPORTED
    wrong = Result.DISAGREES if supported else Result.AGREES
    for piece, known in pairs:
        if known.result != wrong:
            continue
        now = _as_changed(facts, piece) if claim.outcome == Outcome.OK_AS_CHANGED else known
        if now is not None and now.result == wrong:
            yield Clash(claim, piece, now.explanation)


def _as_changed(facts: Facts, piece: Any) -> Known | None:
    """By the agreed words in the draft alone: the claim may still be worded as it was."""
    there = [span for span in facts.spans if span.state != SpanState.LOST]
    text = there[0].exact if there else facts.claim.text
    return _anew(replace(facts, claim=_with(facts.claim, text=text)), piece)


def _is_told_of(desk: Desk, clash: Clash) -> bool:
    """A piece without a stance, of which the reason speaks."""
    if clash.piece.stance is not None:
        return False
    source = desk.connection.execute(select(sources).where(sources.c.id == clash.piece.source_id))
    said = {"quote": clash.piece.quote, "says": clash.piece.says, "text": clash.claim.text}
    row = _with(source.one(), piece=clash.piece.id, **said)
    return speaks(clash.claim.reason or "", Against.of(row))


def _without(facts: Facts, pairs: Pairs) -> list[Clash]:
    """The quotations in support that have nothing to compare, where nothing else agrees."""
    support = [(piece, known) for piece, known in pairs if piece.stance == Stance.SUPPORTS]
    if any(known.result != Result.NOT_COMPARABLE for _, known in support):
        return []
    quoted = [(piece, known) for piece, known in support if (piece.quote or "").strip()]
    quoted = [each for each in quoted if each[1].explanation != comparisons.FAULT]
    if not quoted or any(_in_own(facts, piece) for piece, _ in quoted):
        return []
    return [Clash(facts.claim, piece, known.explanation) for piece, known in quoted]


def _in_own(facts: Facts, piece: Any) -> bool:
    """The checker's own words beside the quotation have the figure."""
    if not piece.says:
        return False
    known = _anew(facts, piece, quote=None)
    return known is not None and known.result == Result.AGREES
