"""Claims: add, edit, hide, tag, split, join."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db import derived
from factcheck.errors import BadInput, Refused
from factcheck.models import (
    Article,
    Claim,
    Evidence,
    Fix,
    Note,
    Query,
    Recheck,
    Revision,
    Span,
    Tag,
    Verdict,
)  # fmt: skip
from factcheck.services import evidence as evidence_service
from factcheck.services import notes, places
from factcheck.services.articles import check_version
from factcheck.services.evidence import NewEvidence
from factcheck.text import anchors
from factcheck.text.addresses import checked_url
from factcheck.text.folding import folded
from factcheck.text.plain import bare, check_text
from factcheck.text.spans import Span as TextSpan
from factcheck.words import SpanState

_TAG = re.compile(r"[^\s,]+")


@dataclass(slots=True)
class NewClaim:
    """What may be said of a claim, from its words to its first piece of evidence."""

    text: str | None = None
    quote: str | None = None
    nth: int | None = None
    kind: str | None = None
    priority: str | None = None
    claimant: str | None = None
    claimant_role: str | None = None
    claimant_same_as: str | None = None
    said_on: str | None = None
    said_at: Sequence[str] = field(default_factory=tuple)
    first_at: str | None = None
    occasion: str | None = None
    tags: Sequence[str] = field(default_factory=tuple)
    note: str | None = None
    evidence: Sequence[NewEvidence] = field(default_factory=tuple)


#: Columns taken over as they are given; what is not given has the default of the table.
_PLAIN = (
    "kind", "priority", "claimant", "claimant_role", "said_on", "occasion",
)  # fmt: skip


def add(
    session: Session,
    new: NewClaim,
    article: Article | None = None,
    place: places.Place | None = None,
) -> Claim:
    """Record a claim with its span, tags, note and evidence.

    Its place is given, or found by its quote. Raises BadInput for empty words or a quote that
    does not stand in the article.
    """
    place = place or _place(session, new, article)
    claim = Claim(
        text=_words(new, place),
        article=article,
        claimant_same_as=checked_url(new.claimant_same_as) if new.claimant_same_as else None,
        first_at=checked_url(new.first_at) if new.first_at else None,
        said_at=[checked_url(url) for url in new.said_at],
        **{name: value for name in _PLAIN if (value := bare(getattr(new, name)))},
    )
    session.add(claim)
    if place is not None:
        session.add(places.span(claim, place))
    session.flush()
    tag(session, [claim], add=new.tags)
    for piece in new.evidence:
        evidence_service.add(session, claim, piece)
    if new.note:
        notes.add(session, new.note, claim=claim)
    return claim


def same_as(session: Session, new: NewClaim, article: Article | None) -> Claim | None:
    """A claim that is here already: the same words, at the same words of the same article."""
    words = bare(new.text) or " ".join((new.quote or "").split())
    if new.nth is not None:
        return None
    listed = select(Claim).where(
        Claim.text == words,
        Claim.article_id.is_(None) if article is None else Claim.article_id == article.id,
        ~Claim.hidden,
    )
    for claim in session.scalars(listed.order_by(Claim.id)):
        places = {folded(span.exact) for span in spans(session, claim)}
        if folded(new.quote) in places if new.quote else not places:
            return claim
    return None


def _place(session: Session, new: NewClaim, article: Article | None) -> places.Place | None:
    if new.quote is None:
        return None
    if article is None:
        raise BadInput("--quote needs an article.", hint="Add --article SLUG.")
    quote = check_text(new.quote, "--quote")
    return places.find(session, article, quote, new.nth)


def _words(new: NewClaim, place: places.Place | None) -> str:
    if new.text is not None:
        return check_text(new.text, "claim")
    if place is None:
        raise BadInput("A claim needs words.", hint='factcheck add "the claim in full words"')
    return " ".join(place.revision.text[place.start : place.end].split())


def edit(
    session: Session,
    claim: Claim,
    changes: dict[str, Any],
    *,
    quote: tuple[str, int | None] | None = None,
    version: int | None = None,
) -> Claim:
    """Change what is said of a claim; `quote` moves it to other words of its article.

    Raises Conflict if `version` is older than the record.
    """
    check_version(claim, version)
    changes = dict(changes)
    if "text" in changes:
        changes["text"] = check_text(changes["text"] or "", "claim")
    for name in ("claimant_same_as", "first_at", "review_url"):
        if changes.get(name):
            changes[name] = checked_url(changes[name])
    if changes.get("said_at"):
        changes["said_at"] = [checked_url(url) for url in changes["said_at"]]
    if "article" in changes:
        _move(session, claim, changes.pop("article"))
    for name, value in changes.items():
        setattr(claim, name, bare(value) if isinstance(value, str) else value)
    if quote is not None:
        _anchor(session, claim, *quote)
    session.flush()
    return claim


def _move(session: Session, claim: Claim, article: Article) -> None:
    if article.id != claim.article_id and spans(session, claim):
        msg = f"Claim {claim.id} stands in the text of {_slug(claim)}."
        raise Refused(msg, hint="Add it anew in the other article.")
    claim.article = article


def _anchor(session: Session, claim: Claim, words: str, nth: int | None) -> None:
    """Give the claim these words of its article instead of the first place it has."""
    if claim.article is None:
        raise BadInput("--quote needs an article.", hint="Add --article SLUG.")
    place = places.find(session, claim.article, check_text(words, "--quote"), nth)
    new = places.span(claim, place)
    old = next((s for s in spans(session, claim) if s.revision_id == place.revision.id), None)
    if old is None:
        session.add(new)
        return
    for name in ("start", "end", "exact", "prefix", "suffix", "zone"):
        setattr(old, name, getattr(new, name))
    old.state = SpanState.EXACT.value


def spans(session: Session, claim: Claim) -> list[Span]:
    return list(session.scalars(select(Span).where(Span.claim_id == claim.id).order_by(Span.id)))


def placed(session: Session, revision: Revision) -> list[tuple[TextSpan, Claim]]:
    """Where the claims stand in one draft, in reading order; hidden and lost ones left out."""
    listed = select(Span, Claim).join(Claim, Claim.id == Span.claim_id)
    listed = listed.where(
        Span.revision_id == revision.id, ~Claim.hidden, Span.state != SpanState.LOST.value
    )
    rows = session.execute(listed.order_by(Span.start, Span.id))
    return [(TextSpan(span.start, span.end), claim) for span, claim in rows]


def standing_spans(session: Session, claim: Claim) -> list[Span]:
    """Where its words stand in the newest drafts."""
    facts = next(derived.facts(session.connection(), [claim.id]))
    numbers = [row.id for row in facts.spans if row.state != SpanState.LOST]
    return [session.get_one(Span, number) for number in numbers]


def _slug(claim: Claim) -> str:
    return claim.article.slug if claim.article else "no article"


def hide(session: Session, claims: Iterable[Claim]) -> None:
    for claim in claims:
        claim.hidden = True
    session.flush()


def restore(session: Session, claims: Iterable[Claim]) -> None:
    for claim in claims:
        if claim.same_as_id is not None:
            msg = f"Claim {claim.id} was joined to claim {claim.same_as_id}."
            raise Refused(msg, hint="factcheck undo takes that back.")
        claim.hidden = False
    session.flush()


def tag(
    session: Session, claims: Iterable[Claim], add: Sequence[str] = (), remove: Sequence[str] = ()
) -> None:
    """Add and take away tags; what is so already stays so."""
    wanted, unwanted = [checked_tag(name) for name in add], {checked_tag(name) for name in remove}
    if not (wanted or unwanted):
        return
    for claim in claims:
        have = {tag.name: tag for tag in tags(session, claim)}
        for name in dict.fromkeys(wanted):
            if name not in have:
                session.add(Tag(claim=claim, claim_id=claim.id, name=name))
        for name in unwanted & have.keys():
            session.delete(have[name])
    session.flush()


def tags(session: Session, claim: Claim) -> list[Tag]:
    return list(session.scalars(select(Tag).where(Tag.claim_id == claim.id).order_by(Tag.name)))


def checked_tag(name: str) -> str:
    bare = check_text(name, "tag", limit=100)
    if not _TAG.fullmatch(bare):
        raise BadInput(f"{name!r} cannot be a tag.", hint="One word, as in death-toll.")
    return bare


def split(session: Session, claim: Claim, parts: Sequence[str]) -> list[Claim]:
    """A compound claim becomes one claim a part, and leaves, hidden.

    Each part stands where its words stand within the whole, else where the whole stands. The
    evidence comes along as cited: somebody must look again at what it says of each part.
    """
    if len(parts) < 2:
        raise BadInput("Splitting needs at least two parts.", hint='split 12 "one" "the other"')
    whole = standing_spans(session, claim)
    pieces = list(
        session.scalars(
            select(Evidence).where(Evidence.claim_id == claim.id, Evidence.retracted_at.is_(None))
        )
    )
    made = [_part(session, claim, check_text(part, "part"), whole, pieces) for part in parts]
    claim.hidden = True
    session.flush()
    return made


_INHERITED = (
    "kind", "article_id", "claimant", "claimant_role", "claimant_same_as", "said_on", "occasion",
    "first_at", "said_at", "priority",
)  # fmt: skip
_COPIED = ("source_id", "quote", "says", "locator", "how", "on", "tier", "note", "person_id")


def _part(
    session: Session, whole: Claim, text: str, spans: Sequence[Span], pieces: Sequence[Evidence]
) -> Claim:
    inherited = {name: getattr(whole, name) for name in _INHERITED}
    part = Claim(text=text, part_of_id=whole.id, **inherited)
    session.add(part)
    session.flush()
    for span in spans:
        session.add(_narrowed(part, span, text))
    tag(session, [part], add=[tag.name for tag in tags(session, whole)])
    for piece in pieces:
        session.add(Evidence(claim=part, **{name: getattr(piece, name) for name in _COPIED}))
    session.flush()
    return part


def _narrowed(part: Claim, span: Span, words: str) -> Span:
    hits = anchors.find(words, span.exact)
    start, end = hits[0] if len(hits) == 1 else (0, len(span.exact))
    place = places.Place(span.revision, span.start + start, span.start + end, span.zone)
    return places.span(part, place)


def join(session: Session, kept: Claim, others: Sequence[Claim]) -> Claim:
    """One fact in several places, decided once: the others' places and evidence become its own.

    The others leave the lists and lead to the one that is kept. Raises Refused if they were
    decided otherwise.
    """
    for other in others:
        if other.id == kept.id:
            raise Refused(f"Claim {kept.id} is itself.", hint="Name two different claims.")
        _check_joinable(kept, other)
        for cls in (Span, Evidence, Fix, Query, Note, Recheck):
            for row in session.scalars(select(cls).filter_by(claim_id=other.id)):
                setattr(row, "claim_id", kept.id)  # noqa: B010 - six classes, one column
        for part in session.scalars(select(Claim).where(Claim.same_as_id == other.id)):
            part.same_as_id = kept.id
        tag(session, [kept], add=[tag.name for tag in tags(session, other)])
        other.same_as_id, other.hidden = kept.id, True
    session.flush()
    return kept


def _check_joinable(kept: Claim, other: Claim) -> None:
    if other.verdict_id is None or other.status == kept.status:
        return
    if kept.verdict_id is None:
        msg = f"Claim {other.id} is decided and {kept.id} is not."
        raise Refused(msg, hint=f"factcheck same {other.id} {kept.id}")
    msg = f"Claim {kept.id} is {kept.status} and {other.id} is {other.status}."
    raise Refused(msg, hint="Decide which is right first.")


def verdicts(session: Session, claim: Claim) -> list[Verdict]:
    """All verdicts, the oldest first."""
    of_claim = select(Verdict).where(Verdict.claim_id == claim.id)
    return list(session.scalars(of_claim.order_by(Verdict.at, Verdict.uid)))
