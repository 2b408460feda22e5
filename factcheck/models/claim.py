"""Claims, the places where they stand, and their tags."""

from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, relationship

from factcheck.models.article import Article, Revision
from factcheck.models.base import Hideable, Json, Record, column, derived, uuid7
from factcheck.words import UNVERIFIED, Kind, Outcome, Priority, SpanState, Zone

#: The position of a claim that stands nowhere: after all others.
NOWHERE = 2**31 - 1


class Claim(Hideable):
    """One checkable statement (schema.org Claim)."""

    __tablename__ = "claim"
    __table_args__ = (
        # Lists of one article are in reading order, of any length.
        Index("ix_claim_reading", "hidden", "article_id", "position", "id"),
        Index(None, "article_id"),
        Index("ix_claim_outcome", "hidden", "outcome"),
        Index("ix_claim_status", "hidden", "status"),
        Index("ix_claim_stale", "stale"),
        Index(None, "recheck_by"),
        Index("ix_claim_elsewhere", "elsewhere"),
        Index(None, "verdict_id"),
        {"sqlite_autoincrement": True},
    )

    #: In words that stand alone; the article's own are in the spans.
    text: Mapped[str] = column()
    kind: Mapped[str] = column(default=Kind.OTHER.value)
    article_id: Mapped[int | None] = column(ForeignKey("article.id", deferrable=True))
    #: Whoever is said to assert it (schema.org itemReviewed.author).
    claimant: Mapped[str | None] = column()
    claimant_role: Mapped[str | None] = column()
    claimant_same_as: Mapped[str | None] = column()
    said_on: Mapped[str | None] = column()
    occasion: Mapped[str | None] = column()
    #: Where it was first said, and where else (schema.org firstAppearance, appearance).
    first_at: Mapped[str | None] = column()
    said_at: Mapped[list[str]] = column(Json, default=list)
    priority: Mapped[str] = column(default=Priority.NORMAL.value)
    #: Where the check was published (schema.org ClaimReview.url).
    review_url: Mapped[str | None] = column()
    review_on: Mapped[str | None] = column()
    #: The compound claim that this one is a part of.
    part_of_id: Mapped[int | None] = column(ForeignKey("claim.id", deferrable=True), index=True)
    #: The claim that states the same fact and is decided for both.
    same_as_id: Mapped[int | None] = column(ForeignKey("claim.id", deferrable=True), index=True)

    #: `unverified`, or the conclusion of the verdict in force.
    status: Mapped[str] = derived(default=UNVERIFIED)
    outcome: Mapped[str] = derived(default=Outcome.OPEN.value)
    #: The verdict in force; no foreign key, for the two tables would wait for each other.
    verdict_id: Mapped[int | None] = derived()
    #: SHA-256 of what the verdict in force rests on, as it is now.
    basis: Mapped[str | None] = derived()
    #: The verdict's own basis is another: it calls for a re-check.
    stale: Mapped[bool] = derived(default=False)
    #: The day from which the verdict in force is too old; ISO 8601.
    recheck_by: Mapped[str | None] = derived()
    #: The figures and dates of its words, and what they were found by:
    #: {"basis": SHA-256, "found": [value]}.
    values: Mapped[Any | None] = derived(Json)
    #: Start of its first span in its article's newest text, for the reading order.
    position: Mapped[int] = derived(default=NOWHERE)
    #: It also stands in another article than its own.
    elsewhere: Mapped[bool] = derived(default=False)
    #: Without case and typography, for the filter.
    claimant_folded: Mapped[str | None] = derived()
    search: Mapped[str] = derived(default="")

    article: Mapped[Article | None] = relationship()


class Span(Record):
    """A place in a revision (W3C TextQuoteSelector and TextPositionSelector)."""

    __tablename__ = "span"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "revision_id"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    revision_id: Mapped[int] = column(ForeignKey("revision.id", deferrable=True))
    #: The uid that a place keeps from draft to draft.
    place: Mapped[str] = column(default=uuid7)
    #: In code points of the revision's text.
    start: Mapped[int] = column()
    end: Mapped[int] = column()
    exact: Mapped[str] = column()
    prefix: Mapped[str] = column(default="")
    suffix: Mapped[str] = column(default="")
    zone: Mapped[str] = column(default=Zone.BODY.value)
    state: Mapped[str] = column(default=SpanState.EXACT.value)

    search: Mapped[str] = derived(default="")

    claim: Mapped[Claim] = relationship()
    revision: Mapped[Revision] = relationship()


class Tag(Record):
    __tablename__ = "tag"
    __table_args__ = (
        UniqueConstraint("claim_id", "name"),
        Index(None, "name"),
        {"sqlite_autoincrement": True},
    )

    claim_id: Mapped[int] = column(ForeignKey("claim.id", deferrable=True))
    name: Mapped[str] = column()

    claim: Mapped[Claim] = relationship()
