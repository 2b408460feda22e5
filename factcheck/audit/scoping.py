"""What an audit is about, from the words that name it."""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.audit.desk import Scope, evidence
from factcheck.db import derived
from factcheck.models import Article, Source
from factcheck.services import listing, lookup
from factcheck.services.evidence import check_usable
from factcheck.services.listing import Filter

_NUMBERS = re.compile(r"(?:claim:|#)?[0-9]+(?:[-\u2013][0-9]+)?")


def is_numbers(word: str) -> bool:
    """Whether a word is a claim or a range of claims, as in `3`, `claim:3`, `8-12`."""
    return _NUMBERS.fullmatch(word) is not None


def scope(
    session: Session, claims: Iterable[int], names: Sequence[str], *, whole: bool = False
) -> Scope:
    """The records meant by numbers of claims, and by names of articles and sources.

    An article brings its claims, a claim its sources. `whole` is everything.
    """
    if whole:
        return Scope()
    pieces, others = _named(session, names)
    meant = set(claims)
    for piece in pieces:
        meant |= set(listing.chosen(session, Filter(article=piece)))
    articles = frozenset(piece.id for piece in pieces)
    return Scope(frozenset(meant), others | _cited(session, meant), articles)


def _named(session: Session, names: Iterable[str]) -> tuple[list[Article], frozenset[int]]:
    articles, sources = [], set()
    for name in names:
        if name.startswith("source:"):
            sources.add(_open(lookup.source(session, name)).id)
        elif name.startswith("article:"):
            articles.append(lookup.article(session, name))
        else:
            known = lookup.known_source(session, name)
            slugged = session.scalars(select(Article).where(Article.slug == name)).first()
            if known is not None and slugged is None:
                sources.add(_open(known).id)
            else:
                articles.append(lookup.article(session, name))
    return articles, frozenset(sources)


def _open(source: Source) -> Source:
    check_usable(source)
    return source


def _cited(session: Session, claims: set[int]) -> frozenset[int]:
    found: set[int] = set()
    for chunk in derived.chunks(sorted(claims)):
        rows = select(evidence.c.source_id).where(
            evidence.c.claim_id.in_(chunk), evidence.c.retracted_at.is_(None)
        )
        found |= set(session.connection().scalars(rows.distinct()))
    return frozenset(found)
