"""What another house published about a claim, whatever it was written in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """Something that a review rests on."""

    #: Absolute http(s), where there is one.
    url: str | None
    title: str | None
    archived_at: str | None
    #: Its words, verbatim.
    quote: str | None
    #: "supports", "refutes" or "context"; None where the review does not say.
    stance: str | None
    publisher: str | None = None
    #: An ISO 8601 day or time.
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One check of one claim: a ClaimReview of schema.org, or an answer of the Fact Check Tools."""

    #: As written, as plain text.
    claim: str
    #: Of the page with the review, absolute http(s).
    url: str | None
    #: Of the claim, where the review is an export of ours.
    uid: str | None
    publisher: str | None
    publisher_url: str | None
    #: Of the page with the review.
    title: str | None
    #: An ISO 8601 day or time.
    published: str | None
    language: str | None
    #: The rating in words, as written.
    label: str | None
    #: The rating in figures, as written, when they are decimal numbers.
    number: str | None
    best: str | None
    worst: str | None
    explanation: str | None
    claimant: str | None
    claimant_role: str | None
    claimant_same_as: str | None
    #: An ISO 8601 day; a month or a year where no more is said.
    said_on: str | None
    first_at: str | None
    said_at: tuple[str, ...]
    citations: tuple[Citation, ...]
    #: What was mended or left out, a sentence each.
    remarks: tuple[str, ...]
