"""Sources: recorded once, cited often."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.base import Hideable, column, derived
from factcheck.words import SourceKind


class Source(Hideable):
    """Whatever can be cited (CSL): a page, a book, a person, a recording ..."""

    __tablename__ = "source"
    __table_args__ = (
        Index(None, "url_folded"),
        Index(None, "title_folded"),
        {"sqlite_autoincrement": True},
    )

    #: Short and typed often, like a BibTeX key; never all digits.
    key: Mapped[str] = column(unique=True)
    kind: Mapped[str] = column(default=SourceKind.PAGE.value)
    title: Mapped[str] = column()
    #: As it was written; compared by `url_folded`.
    url: Mapped[str | None] = column()
    publisher: Mapped[str | None] = column()
    author: Mapped[str | None] = column()
    published: Mapped[str | None] = column()
    #: The usual tier; each use may say otherwise.
    tier: Mapped[str | None] = column()
    #: The source that this one took it from; one origin counts as one source.
    origin_id: Mapped[int | None] = column(ForeignKey("source.id", deferrable=True), index=True)
    #: Where the original lies: "box 2, tape 3".
    kept: Mapped[str | None] = column()
    #: On what terms a person speaks.
    terms: Mapped[str | None] = column()
    #: A protected source is shown by its alias everywhere, unless --reveal.
    protected: Mapped[bool] = column(default=False)
    alias: Mapped[str | None] = column()
    #: The article whose author this is: called "author" there.
    article_id: Mapped[int | None] = column(ForeignKey("article.id", deferrable=True), index=True)
    merged_into_id: Mapped[int | None] = column(
        ForeignKey("source.id", deferrable=True), index=True
    )

    #: The address without scheme, www., tracking parameters and fragment.
    url_folded: Mapped[str | None] = derived()
    #: Without case and typography; of a protected source nothing.
    title_folded: Mapped[str | None] = derived()
    search: Mapped[str] = derived(default="")

    origin: Mapped["Source | None"] = relationship(
        foreign_keys=[origin_id], remote_side="Source.id"
    )
