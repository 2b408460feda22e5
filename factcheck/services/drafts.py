"""The drafts of an article: their texts with zones, and what an annotated copy brings along."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.documents.document import Annotation as Noted
from factcheck.documents.document import Document, Zoned
from factcheck.models import Annotation, Article, Revision
from factcheck.services import notes, originals, people, replies, zones
from factcheck.text import anchors
from factcheck.text.folding import folded


@dataclass(slots=True)
class Draft:
    """A text on its way in, whatever file it came from."""

    text: str
    zones: Sequence[Zoned] = field(default_factory=tuple)
    annotations: Sequence[Noted] = field(default_factory=tuple)
    #: What was left out or decided while it was read, a sentence each.
    remarks: Sequence[str] = field(default_factory=tuple)
    #: It says where its headline and captions are; plain text cannot.
    zoned: bool = False
    #: The file that it came in, where that is kept.
    file: originals.File | None = None


def of_document(document: Document, file: originals.File | None = None) -> Draft:
    return Draft(
        text=document.text,
        zones=document.zones,
        annotations=document.annotations,
        remarks=document.remarks,
        zoned=document.format.value != "text",
        file=file,
    )


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def store(session: Session, article: Article, number: int, draft: Draft) -> Revision:
    """Draft `number` of an article, with its zones."""
    revision = Revision(
        article_id=article.id,
        number=number,
        text=draft.text,
        sha256=digest(draft.text),
        person_id=people.me(session).id,
    )
    session.add(revision)
    session.flush()
    zones.store(session, revision, draft.zones)
    originals.keep(session, revision, draft.file)
    return revision


def annotate(
    session: Session, article: Article, revision: Revision, noted: Sequence[Noted]
) -> replies.Taken:
    """Keep what an annotated copy says; what stands there already is not kept twice.

    Replies to comments of ours are no part of it: they answer queries.
    """
    noted, answers = replies.apart(noted)
    known = {_content(row) for row in annotations(session, revision)}
    _note(session, article, [each for each in noted if each.start == each.end])
    for each in noted:
        if each.start == each.end:
            continue
        row = _row(revision, each)
        if _content(row) not in known:
            known.add(_content(row))
            session.add(row)
    session.flush()
    return replies.take(session, answers)


def _row(revision: Revision, each: Noted) -> Annotation:
    return Annotation(
        revision_id=revision.id, **asdict(anchors.select(revision.text, each.start, each.end)),
        kind=each.kind.value, text=each.text, author=each.author, on=each.on,
        urls=list(each.urls), colour=each.colour,
    )  # fmt: skip


def _content(row: Annotation) -> tuple[object, ...]:
    """What makes two annotations the same one, in two copies of a draft."""
    return row.kind, row.text, row.author, tuple(row.urls), folded(row.exact), row.start


def _note(session: Session, article: Article, noted: Sequence[Noted]) -> None:
    """Notes about the document are notes on the article."""
    known = {note.text for note in notes.of_article(session, article)}
    for each in noted:
        text = f"{each.author}: {each.text}" if each.author else each.text
        if each.text.strip() and text not in known:
            known.add(text)
            notes.add(session, text, article=article, on=each.on)


def annotations(session: Session, revision: Revision) -> list[Annotation]:
    """What stands on words of a draft, in reading order."""
    listed = select(Annotation).where(Annotation.revision_id == revision.id)
    return list(session.scalars(listed.order_by(Annotation.start, Annotation.id)))


def numbered(session: Session, article: Article, number: int) -> Revision | None:
    """Draft `number`, if there is one."""
    wanted = select(Revision).where(Revision.article_id == article.id, Revision.number == number)
    return session.scalars(wanted).first()
