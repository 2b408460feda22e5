"""Articles: add, edit, close and reopen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db import derived
from factcheck.documents.document import Document
from factcheck.errors import BadInput, Conflict, Refused
from factcheck.models import Article, Author, Claim, Closing, Revision, Source
from factcheck.models.base import now
from factcheck.services import drafts, people
from factcheck.services.drafts import Draft
from factcheck.services.originals import File
from factcheck.text import languages, slugs
from factcheck.text.addresses import checked_url, looks_like_url
from factcheck.text.plain import bare, check_text
from factcheck.words import Format, Outcome, SourceKind, Zone

#: Outcomes that mean somebody still has to do something.
OPEN_OUTCOMES = (
    Outcome.ASK, Outcome.CHANGE, Outcome.ATTRIBUTE, Outcome.CUT_ASKED, Outcome.OPEN,
)  # fmt: skip


@dataclass(slots=True)
class NewArticle:
    """What may be said of an article when it comes in."""

    text: str
    name: str = ""
    slug: str | None = None
    title: str | None = None
    #: The title that the file gives itself, for want of another.
    heading: str | None = None
    authors: Sequence[str] = field(default_factory=tuple)
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    #: Where the text came with zones and notes: the same text with them.
    draft: Draft | None = None


def of_document(document: Document, name: str, file: File | None = None) -> NewArticle:
    """An article as its file describes it; what the file says of itself is believed if possible."""
    return NewArticle(
        text=document.text,
        name=name,
        heading=document.title or _headline(document),
        authors=document.authors,
        publisher=document.publisher,
        published=day_of(document.published),
        url=document.url if document.url and looks_like_url(document.url) else None,
        language=languages.known(document.language) or "en",
        draft=drafts.of_document(document, file),
    )


def _headline(document: Document) -> str | None:
    if document.format in {Format.TEXT, Format.MARKDOWN}:
        return None  # title_of knows better
    first = next((part for part in document.zones if part.zone == Zone.HEADLINE), None)
    return " ".join(document.text[first.start : first.end].split()) if first else None


def day_of(moment: str | None) -> str | None:
    """The day of an ISO 8601 day or time; None for anything else."""
    try:
        return datetime.fromisoformat((moment or "").strip()).date().isoformat()
    except ValueError:
        return None


def add(session: Session, new: NewArticle) -> Article:
    """Store an article and its first revision, and its author as a source."""
    title = new.title or new.heading or title_of(new.text, new.name)
    article = Article(
        slug=_free_slug(session, new),
        title=check_text(title, "title", limit=2000),
        publisher=bare(new.publisher),
        published=new.published,
        url=checked_url(new.url) if new.url else None,
        language=new.language,
    )
    session.add(article)
    session.flush()
    set_authors(session, article, new.authors)
    draft = new.draft or Draft(new.text)
    revision = drafts.store(session, article, 1, draft)
    drafts.annotate(session, article, revision, draft.annotations)
    session.add(author_source(session, article))
    session.flush()
    return article


def title_of(text: str, name: str) -> str:
    """The heading of a Markdown text, else the file's name, else the first words."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if first.startswith("#"):
        return first.lstrip("# ")[:200] or "Untitled"
    stem = PurePath(name).stem
    return stem.replace("-", " ").replace("_", " ").strip() or first[:80] or "Untitled"


def _free_slug(session: Session, new: NewArticle) -> str:
    if new.slug:
        return _checked_slug(session, new.slug)
    # A file has a short name that its owner chose; a title is made for readers.
    basis = new.title or PurePath(new.name).stem or new.heading or title_of(new.text, new.name)
    base = slugs.slug(basis)
    slug, number = base, 2
    while _taken(session, slug):
        slug, number = f"{base}-{number}", number + 1
    return slug


def _checked_slug(session: Session, slug: str) -> str:
    if slug != slugs.slug(slug):
        msg = f"{slug!r} cannot be a slug."
        raise BadInput(msg, hint=f"Small letters, digits and hyphens, as in {slugs.slug(slug)}.")
    if _taken(session, slug):
        msg = f"There is an article {slug!r} already."
        raise Refused(msg, hint="Choose another with --slug.", record=f"article:{slug}")
    return slug


def _taken(session: Session, slug: str) -> bool:
    return session.scalar(select(Article.id).where(Article.slug == slug)) is not None


def set_authors(session: Session, article: Article, names: Sequence[str]) -> None:
    """These names, in this order, and no others."""
    persons = [people.the_person(session, check_text(name, "author")) for name in names]
    for author in list(article.authors):
        if author.person not in persons:
            article.authors.remove(author)
            session.delete(author)
    known = {author.person_id: author for author in article.authors}
    for ordinal, person in enumerate(dict.fromkeys(persons)):
        if person.id in known:
            known[person.id].ordinal = ordinal
        else:
            article.authors.append(Author(person_id=person.id, person=person, ordinal=ordinal))
    session.flush()


def author_source(session: Session, article: Article) -> Source:
    """The author as a source: `author` within the article, another key beside it elsewhere."""
    first = session.scalar(select(Source.id).where(Source.key == "author")) is None
    return Source(
        key="author" if first else f"author-{article.slug}",
        kind=SourceKind.PERSON.value,
        title=_author_title(article),
        article_id=article.id,
    )


def _author_title(article: Article) -> str:
    ordered = sorted(article.authors, key=lambda author: author.ordinal)
    names = ", ".join(author.person.name for author in ordered)
    return f"{names}, author" if names else f"The author of {article.title}"


def newest(session: Session, article: Article) -> Revision:
    return session.scalars(
        select(Revision)
        .where(Revision.article_id == article.id)
        .order_by(Revision.number.desc())
        .limit(1)
    ).one()


def every(session: Session, *, hidden: bool = False) -> list[Article]:
    listed = select(Article).order_by(Article.id)
    return list(session.scalars(listed if hidden else listed.where(~Article.hidden)))


def edit(
    session: Session,
    article: Article,
    changes: dict[str, Any],
    *,
    authors: Sequence[str] | None = None,
    version: int | None = None,
) -> Article:
    """Change what is said of an article; its text changes by a new revision only.

    `version` is that of the article as the editor saw it. Raises Conflict if it is older.
    """
    check_version(article, version)
    changes = {name: bare(value) for name, value in changes.items()}
    for needed in ("slug", "title", "language"):
        if needed in changes and changes[needed] is None:
            msg = f"An article needs a {needed}."
            raise BadInput(msg, hint=f"It has {getattr(article, needed)!r} now.")
    slug = changes.get("slug")
    if slug is not None and slug != article.slug:
        _checked_slug(session, slug)
    if changes.get("url"):
        changes["url"] = checked_url(changes["url"])
    for name, value in changes.items():
        setattr(article, name, value)
    if authors is not None:
        set_authors(session, article, authors)
        source = session.scalars(select(Source).where(Source.article_id == article.id)).first()
        if source is not None:
            source.title = _author_title(article)
    session.flush()
    return article


def check_version(record: Any, version: int | None) -> None:
    """Refuse what was edited from an older state."""
    if version is not None and record.version != version:
        noun = f"{record.__tablename__} {record.id}"
        msg = f"Somebody else changed {noun} meanwhile; nothing was written."
        raise Conflict(msg, hint="Look at it again and repeat the edit.")


def open_claims(session: Session, article: Article) -> list[Claim]:
    """The claims of an article with something left to do."""
    open_ones = select(Claim).where(
        Claim.article_id == article.id,
        ~Claim.hidden,
        derived.to_recheck() | Claim.outcome.in_([outcome.value for outcome in OPEN_OUTCOMES]),
    )
    return list(session.scalars(open_ones.order_by(Claim.position, Claim.id)))


def close(session: Session, article: Article, url: str | None = None) -> Closing:
    """The article runs: keep what ran, what was open and who let it run."""
    if article.closed_at is not None:
        msg = f"Article {article.slug} is closed already."
        raise Refused(msg, hint=f"factcheck article reopen {article.slug}")
    revision = newest(session, article)
    closing = Closing(
        article_id=article.id,
        revision_id=revision.id,
        sha256=revision.sha256,
        url=checked_url(url) if url else article.url,
        open=[claim.uid for claim in open_claims(session, article)],
        person_id=people.me(session).id,
        at=now(),
    )
    article.closed_at = closing.at
    article.url = closing.url
    session.add(closing)
    session.flush()
    return closing


def last_closing(session: Session, article: Article) -> Closing | None:
    of_article = select(Closing).where(Closing.article_id == article.id)
    return session.scalars(of_article.order_by(Closing.id.desc()).limit(1)).first()


def reopen(session: Session, article: Article) -> Article:
    if article.closed_at is None:
        msg = f"Article {article.slug} is open."
        raise Refused(msg, hint=f"factcheck article close {article.slug}")
    closing = last_closing(session, article)
    article.closed_at = None
    if closing is not None:
        closing.reopened_at = now()
        closing.reopened_by_id = people.me(session).id
    session.flush()
    return article
