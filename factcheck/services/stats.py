"""Counts: how the work stands."""

from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from factcheck.db import derived
from factcheck.db.derived import midnight
from factcheck.models import Article, Claim, Evidence, Query, Source, Verdict
from factcheck.models.base import now
from factcheck.services.articles import OPEN_OUTCOMES
from factcheck.services.listing import Filter, count, due


def overview(session: Session, article: Article | None = None) -> dict[str, Any]:
    """Claims by outcome, kind and article; decided today; sources; open work."""
    return {
        "claims": count(session, Filter(article=article)),
        "outcomes": _grouped(session, Claim.outcome, article),
        "kinds": _grouped(session, Claim.kind, article),
        "articles": _by_article(session, article),
        "decided_today": _decided_today(session, article),
        "sources": _sources(session),
        "open": _open_work(session, article),
    }


def _visible(article: Article | None) -> list[Any]:
    own = [Claim.article_id == article.id] if article is not None else []
    return [~Claim.hidden, *own]


def _grouped(session: Session, column: Any, article: Article | None) -> dict[str, int]:
    grouped = select(column, func.count()).where(*_visible(article)).group_by(column)
    return {row[0]: row[1] for row in session.execute(grouped.order_by(column))}


def _by_article(session: Session, article: Article | None) -> list[dict[str, Any]]:
    grouped = (
        select(Claim.article_id, Claim.outcome, func.count())
        .where(*_visible(article))
        .group_by(Claim.article_id, Claim.outcome)
    )
    totals: dict[int | None, list[int]] = {}
    for number, outcome, many in session.execute(grouped):
        pair = totals.setdefault(number, [0, 0])
        pair[0] += many
        pair[1] += many if outcome in _open_codes() else 0
    slugs = {row.id: row.slug for row in session.execute(select(Article.id, Article.slug))}
    ordered = sorted(totals, key=lambda number: (number is None, number))
    return [
        {"article": slugs.get(n), "claims": totals[n][0], "open": totals[n][1]} for n in ordered
    ]


def _open_codes() -> list[str]:
    return [outcome.value for outcome in OPEN_OUTCOMES]


def _decided_today(session: Session, article: Article | None) -> int:
    start = midnight(now().date().isoformat())
    decided = (
        select(func.count(Verdict.claim_id.distinct()))
        .join(Claim, Claim.id == Verdict.claim_id)
        .where(Verdict.at >= start, *_visible(article))
    )
    return session.scalar(decided) or 0


def _sources(session: Session) -> dict[str, int]:
    total = select(func.count()).select_from(Source).where(~Source.hidden)
    cited = select(func.count(Evidence.source_id.distinct())).where(Evidence.retracted_at.is_(None))
    return {"total": session.scalar(total) or 0, "cited": session.scalar(cited) or 0}


def _open_work(session: Session, article: Article | None) -> dict[str, int]:
    queries = (
        select(func.count())
        .select_from(Query)
        .join(Claim, Claim.id == Query.claim_id)
        .where(Query.answered_at.is_(None), *_visible(article))
    )
    claims = select(func.count()).select_from(Claim).where(*_visible(article))
    open_now = or_(derived.to_recheck(), Claim.outcome.in_(_open_codes()))
    return {
        "claims": session.scalar(claims.where(open_now)) or 0,
        "recheck": session.scalar(claims.where(derived.to_recheck())) or 0,
        "queries": session.scalar(queries) or 0,
        "due_notes": count_due(session, article),
    }


def count_due(session: Session, article: Article | None) -> int:
    """Claims with a note whose day has come."""
    claims = select(func.count()).select_from(Claim).where(due(), *_visible(article))
    return session.scalar(claims) or 0
