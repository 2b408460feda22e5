"""Articles, their texts, who wrote them and when they went to print."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.base import Changing, Hideable, Json, Record, column
from factcheck.models.person import Person


class Article(Hideable):
    """The piece under check (schema.org Article)."""

    __tablename__ = "article"
    __table_args__ = ({"sqlite_autoincrement": True},)

    #: Its name on the command line; never all digits.
    slug: Mapped[str] = column(unique=True)
    title: Mapped[str] = column()
    publisher: Mapped[str | None] = column()
    #: A day, ISO 8601; "Wednesday" in the text is resolved against it.
    published: Mapped[str | None] = column()
    language: Mapped[str] = column(default="en")
    url: Mapped[str | None] = column()
    #: Set while the article is closed.
    closed_at: Mapped[datetime | None] = column()

    authors: Mapped[list["Author"]] = relationship(
        order_by="Author.ordinal", back_populates="article", passive_deletes="all"
    )
    revisions: Mapped[list["Revision"]] = relationship(
        order_by="Revision.number", back_populates="article", passive_deletes="all"
    )


class Author(Record):
    __tablename__ = "article_author"
    __table_args__ = (
        UniqueConstraint("article_id", "person_id"),
        {"sqlite_autoincrement": True},
    )

    article_id: Mapped[int] = column(ForeignKey("article.id", deferrable=True))
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    ordinal: Mapped[int] = column(default=0)

    article: Mapped[Article] = relationship(back_populates="authors")
    person: Mapped[Person] = relationship()


class Revision(Record):
    """One immutable text of an article."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        {"sqlite_autoincrement": True},
    )

    article_id: Mapped[int] = column(ForeignKey("article.id", deferrable=True))
    #: Counted from 1 within the article: "draft 2".
    number: Mapped[int] = column()
    #: Code point for code point as it came, but for a BOM and CRLF.
    text: Mapped[str] = column(deferred=True)
    #: Of the text in UTF-8.
    sha256: Mapped[str] = column()
    person_id: Mapped[int | None] = column(ForeignKey("person.id", deferrable=True))

    article: Mapped[Article] = relationship(back_populates="revisions")


class Original(Record):
    """The file that a draft came in, byte for byte: comments go back into it."""

    __tablename__ = "original"
    __table_args__ = (
        UniqueConstraint("revision_id"),
        {"sqlite_autoincrement": True},
    )

    revision_id: Mapped[int] = column(ForeignKey("revision.id", deferrable=True))
    #: Without the folder that it lay in.
    name: Mapped[str] = column()
    format: Mapped[str] = column()
    #: Of its bytes, which are a `blob`.
    sha256: Mapped[str] = column()


class Closing(Changing):
    """One time an article was closed: what ran, what was open, who let it run."""

    __tablename__ = "closing"
    __table_args__ = (
        Index(None, "article_id"),
        {"sqlite_autoincrement": True},
    )

    article_id: Mapped[int] = column(ForeignKey("article.id", deferrable=True))
    revision_id: Mapped[int] = column(ForeignKey("revision.id", deferrable=True))
    #: Of the text that ran.
    sha256: Mapped[str] = column()
    url: Mapped[str | None] = column()
    #: The uids of the claims that were open.
    open: Mapped[list[str]] = column(Json, default=list)
    person_id: Mapped[int] = column(ForeignKey("person.id", deferrable=True))
    at: Mapped[datetime] = column()
    reopened_at: Mapped[datetime | None] = column()
    reopened_by_id: Mapped[int | None] = column(ForeignKey("person.id", deferrable=True))

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
