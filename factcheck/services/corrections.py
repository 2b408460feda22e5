"""Corrections after publication: what was wrong, why, what ran and what stands there now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.derived import chunks
from factcheck.errors import BadInput, Refused
from factcheck.models import Article, Claim, Correction, Span
from factcheck.models.base import now
from factcheck.services import articles, people
from factcheck.services.shapes import Names, Shape, time
from factcheck.text.addresses import checked_url
from factcheck.text.plain import bare, check_text
from factcheck.words import CorrectionKind, CorrectionSeverity


@dataclass(slots=True)
class NewCorrection:
    """What readers are told; `before` is the words that ran unless it says otherwise."""

    what: str
    why: str
    kind: CorrectionKind = CorrectionKind.CORRECTION
    severity: CorrectionSeverity = CorrectionSeverity.MINOR
    before: str | None = None
    after: str | None = None
    reported_by: str | None = None
    url: str | None = None


def add(session: Session, claim: Claim, new: NewCorrection) -> Correction:
    """A line of the public log. Raises Refused where nothing has run yet."""
    article = _ran(claim)
    row = Correction(
        claim_id=claim.id,
        article_id=article.id,
        kind=new.kind.value,
        severity=new.severity.value,
        what=check_text(new.what, "--what"),
        why=check_text(new.why, "--why"),
        before=bare(new.before) or _words(session, claim, article),
        after=bare(new.after),
        reported_by=bare(new.reported_by),
        url=checked_url(new.url) if new.url else None,
        person_id=people.me(session).id,
        at=now(),
    )
    _check_differs(row)
    session.add(row)
    session.flush()
    return row


def _ran(claim: Claim) -> Article:
    name = f"claim:{claim.id}"
    if claim.article is None:
        msg = f"Claim {claim.id} is of no article, so that nothing ran."
        raise Refused(msg, hint=f"factcheck edit {claim.id} --article SLUG", record=name)
    if claim.article.closed_at is None:
        slug = claim.article.slug
        msg = f"Claim {claim.id} cannot be corrected: {slug} has not run."
        hint = f"factcheck article close {slug} when it runs; until then verify with --fix."
        raise Refused(msg, hint=hint, record=name)
    return claim.article


def _words(session: Session, claim: Claim, article: Article) -> str | None:
    """The claim's words in the text that ran."""
    ran = articles.newest(session, article)
    of_draft = Span.claim_id == claim.id, Span.revision_id == ran.id
    span = session.scalars(select(Span).where(*of_draft).order_by(Span.start).limit(1)).first()
    return span.exact if span else claim.text


def _check_differs(row: Correction) -> None:
    if row.after is not None and row.after == row.before:
        msg = f"The words after the correction are those before it: {row.after!r:.60}."
        raise BadInput(msg, hint="--after gives the words that stand there now.")


def of_claims(session: Session, ids: Sequence[int]) -> list[Shape]:
    """The corrections of these claims, the oldest first."""
    rows: list[Any] = []
    for chunk in chunks(sorted(ids)):
        rows += session.scalars(select(Correction).where(Correction.claim_id.in_(chunk)))
    return _shapes(session, sorted(rows, key=lambda row: (row.at, row.id)))


def every(session: Session, article: Article | None = None) -> list[Shape]:
    """The corrections of an article, or all of them, the oldest first."""
    listed = select(Correction).order_by(Correction.at, Correction.id)
    if article is not None:
        listed = listed.where(Correction.article_id == article.id)
    return _shapes(session, session.scalars(listed).all())


def _shapes(session: Session, rows: Sequence[Correction]) -> list[Shape]:
    names = Names(session.connection())
    titles = {
        row.id: row
        for row in session.scalars(
            select(Article).where(Article.id.in_({row.article_id for row in rows}))
        )
    }
    return [shape(row, titles[row.article_id], names) for row in rows]


def shape(row: Correction, article: Article, names: Names) -> Shape:
    return {
        "id": row.id,
        "uid": row.uid,
        "claim": row.claim_id,
        "article": article.slug,
        "article_title": article.title,
        "kind": row.kind,
        "severity": row.severity,
        "what": row.what,
        "why": row.why,
        "before": row.before,
        "after": row.after,
        "reported_by": row.reported_by,
        "url": row.url or article.url,
        "by": names[row.person_id],
        "at": time(row.at),
    }
