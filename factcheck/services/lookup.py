"""From what people type to records: numbers, slugs, keys, addresses."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from factcheck.db.indexing import fold_title
from factcheck.errors import BadInput, NotFound, Usage
from factcheck.models import Article, Claim, Evidence, Query, Record, Source
from factcheck.text.addresses import fold_url, looks_like_url
from factcheck.words import nearest

#: Beyond this no table has a number, and no database takes it.
BIGGEST = 2**31 - 1

Kind = TypeVar("Kind", bound=Record)

_PLAIN = re.compile(r"#?(\d+)")


def number_of(word: str, noun: str) -> int | None:
    """The number in `12`, `#12` or `article:12`; None for anything else."""
    bare = word.strip().removeprefix(f"{noun}:")
    match = _PLAIN.fullmatch(bare) if bare.isascii() else None
    if match is None:
        return None
    return int(match[1]) if len(match[1]) < 12 else BIGGEST + 1


def by_number(session: Session, cls: type[Record], number: int) -> Record:
    """The record of this number. Raises NotFound."""
    found = session.get(cls, number) if 0 < number <= BIGGEST else None
    if found is None:
        noun = cls.__tablename__
        raise NotFound(f"There is no {noun} {number}.", hint=_hint(noun), record=f"{noun}:{number}")
    return found


def _hint(noun: str) -> str:
    listing = "factcheck list" if noun == "claim" else f"factcheck {noun} list"
    return f"Run {listing} to see what is there."


def claim(session: Session, number: int) -> Claim:
    """A claim by number; one that was joined to another leads there."""
    found = by_number(session, Claim, number)
    while isinstance(found, Claim) and found.same_as_id is not None:
        found = by_number(session, Claim, found.same_as_id)
    assert isinstance(found, Claim)  # noqa: S101 - tells mypy what by_number gave
    return found


def claims(session: Session, numbers: Sequence[int], ranged: Iterable[int] = ()) -> list[Claim]:
    """The claims of these numbers, each once; gaps that come from a range are skipped."""
    gaps = set(ranged)
    found: dict[int, Claim] = {}
    for number in numbers:
        try:
            one = claim(session, number)
        except NotFound:
            if number not in gaps:
                raise
            continue
        if not (number in gaps and one.hidden):
            found.setdefault(one.id, one)
    if numbers and not found:
        msg = f"There is no claim from {numbers[0]} to {numbers[-1]}."
        raise NotFound(msg, hint=_hint("claim"))
    return list(found.values())


def hidden_claims(
    session: Session, numbers: Sequence[int], ranged: Iterable[int] = ()
) -> list[Claim]:
    """The same for claims that may be hidden; joined ones stay where they are."""
    gaps = set(ranged)
    found = []
    for number in numbers:
        one = session.get(Claim, number) if number <= BIGGEST else None
        if one is None and number not in gaps:
            by_number(session, Claim, number)
        if one is not None and (one.hidden or number not in gaps):
            found.append(one)
    return found


def evidence(session: Session, word: str) -> Evidence:
    return _numbered(session, Evidence, word)


def several_evidence(
    session: Session, numbers: Sequence[int], ranged: Iterable[int] = ()
) -> list[Evidence]:
    """The evidence of these numbers; gaps that come from a range are skipped."""
    gaps = set(ranged)
    found = []
    for number in numbers:
        one = session.get(Evidence, number) if number <= BIGGEST else None
        if one is None and number not in gaps:
            by_number(session, Evidence, number)
        if one is not None:
            found.append(one)
    return found


def query(session: Session, word: str) -> Query:
    return _numbered(session, Query, word)


def _numbered(session: Session, cls: type[Kind], word: str) -> Kind:
    number = number_of(word, cls.__tablename__)
    if number is None:
        msg = f"{word!r} is no {cls.__tablename__} number."
        raise BadInput(msg, hint=_hint(cls.__tablename__))
    found = by_number(session, cls, number)
    assert isinstance(found, cls)  # noqa: S101 - tells mypy what by_number gave
    return found


def article(session: Session, word: str) -> Article:
    """An article by number or slug. Raises NotFound, with the nearest slug."""
    number = number_of(word, "article")
    if number is not None:
        found = by_number(session, Article, number)
        assert isinstance(found, Article)  # noqa: S101 - tells mypy what by_number gave
        return found
    slug = word.strip().removeprefix("article:")
    by_slug = session.scalars(select(Article).where(Article.slug == slug)).first()
    if by_slug is None:
        slugs = list(session.scalars(select(Article.slug).where(~Article.hidden)))
        guess = nearest(slug, slugs)
        hint = f"Did you mean {guess}?" if guess else _hint("article")
        raise NotFound(f"There is no article {slug!r}.", hint=hint, record=f"article:{slug}")
    return by_slug


def the_article(session: Session, word: str | None) -> Article:
    """The article named, else the only open one. Raises Usage if that is not one."""
    found = an_article(session, word)
    if found is None:
        count = _open_articles().with_only_columns(func.count()).order_by(None)
        several = (session.scalar(count) or 0) > 1
        msg = "Several articles are open." if several else "There is no open article."
        hint = (
            "Name one with --article."
            if several
            else "factcheck article list, or article add FILE."
        )
        raise Usage(msg, hint=hint)
    return found


def an_article(session: Session, word: str | None) -> Article | None:
    """The article named, else the only open one, else None."""
    if word:
        return article(session, word)
    several = session.scalars(_open_articles().limit(2)).all()
    return several[0] if len(several) == 1 else None


def _open_articles() -> Select[Article]:
    return select(Article).where(Article.closed_at.is_(None), ~Article.hidden).order_by(Article.id)


def source(session: Session, word: str, within: Article | None = None) -> Source:
    """A source by number, key, address or title; `author` is that of the article.

    Raises NotFound for a number, BadInput with the nearest key for anything else.
    """
    found = known_source(session, word, within)
    if found is not None:
        return found
    bare = word.strip().removeprefix("source:")
    keys = list(session.scalars(select(Source.key).where(~Source.hidden)))
    guess = nearest(bare, keys)
    hint = f"Did you mean {guess}?" if guess else "Run factcheck source list, or source add."
    raise BadInput(f"There is no source {bare!r}.", hint=hint, record=f"source:{bare}")


def known_source(session: Session, word: str, within: Article | None = None) -> Source | None:
    """The same, None where there is none; a merged source leads to the one it went into."""
    found = _named_source(session, word.strip(), within)
    while found is not None and found.merged_into_id is not None:
        found = session.get(Source, found.merged_into_id)
    return found


def _named_source(session: Session, word: str, within: Article | None) -> Source | None:
    number = number_of(word, "source")
    if number is not None:
        found = by_number(session, Source, number)
        assert isinstance(found, Source)  # noqa: S101 - tells mypy what by_number gave
        return found
    bare = word.removeprefix("source:")
    if bare == "author" and within is not None:
        return session.scalars(select(Source).where(Source.article_id == within.id)).first()
    if looks_like_url(bare):
        return _by_address(session, bare)
    by_key = session.scalars(select(Source).where(Source.key == bare.casefold())).first()
    if by_key is not None:
        return by_key
    by_title = select(Source).where(Source.title_folded == fold_title(bare))
    return session.scalars(by_title.order_by(Source.hidden, Source.id)).first()


def _by_address(session: Session, url: str) -> Source | None:
    same = select(Source).where(Source.url_folded == fold_url(url))
    return session.scalars(same.order_by(Source.hidden, Source.id)).first()
