"""What a review of another house becomes here: a claim, and what is cited for it; no verdict."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.db.indexing import fold_title
from factcheck.errors import BadInput
from factcheck.exchange.reviews import Citation, Review
from factcheck.services import outside_ratings
from factcheck.text.addresses import checked_url, domain, fold_url
from factcheck.text.plain import bare, check_characters, check_text
from factcheck.words import Conclusion, How, Kind, SourceKind, Stance, Tier

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

LONGEST_TITLE = 2000

#: What a rating does to the claim; the other conclusions are context.
STANCES = {Conclusion.SUPPORTED: Stance.SUPPORTS, Conclusion.REFUTED: Stance.REFUTES}

#: The address without what differs between two spellings of it, or the title where there is none.
Identity = tuple[str, str]


@dataclass(slots=True)
class Page:
    """A source that is cited: columns by name, and what it is recognised by."""

    columns: dict[str, Any]
    identity: Identity


@dataclass(slots=True)
class Piece:
    """A piece of evidence, and the rating that it brings, if any: columns by name."""

    page: Page
    columns: dict[str, Any]
    rating: dict[str, Any] | None = None


@dataclass(slots=True)
class Draft:
    """A claim to be, its columns by name; the first piece is the review itself."""

    uid: str | None
    columns: dict[str, Any]
    pieces: list[Piece]
    #: The claim's words in one typography.
    folded: str
    #: A rating that nobody here has a conclusion for.
    unmapped: str | None
    remarks: list[str] = field(default_factory=list)


def draft(review: Review, additions: Mapping[str, str]) -> Draft:
    """What of a review is recorded; `additions` is the house's rule `outside_ratings`.

    Raises BadInput for what cannot be stored or lacks words, or an address and a publisher.
    """
    remarks = list(review.remarks)
    text = check_text(review.claim, "claim")
    piece, unmapped = _review(review, additions)
    cited = [_cited(citation, remarks) for citation in review.citations]
    return Draft(
        uid=_uid(review.uid),
        columns={
            "text": text,
            "kind": Kind.OTHER.value,
            "claimant": _said(review.claimant, "claimant"),
            "claimant_role": _said(review.claimant_role, "claimant's role"),
            "claimant_same_as": _address(review.claimant_same_as, remarks),
            "said_on": _said(review.said_on, "day"),
            "first_at": _address(review.first_at, remarks),
            "said_at": [url for each in review.said_at if (url := _address(each, remarks))],
        },
        pieces=[piece, *filter(None, cited)],
        folded=fold_title(text),
        unmapped=unmapped,
        remarks=remarks,
    )


def _uid(said: str | None) -> str | None:
    """The uid of a claim of ours, which an export writes as an URN."""
    uid = (said or "").strip().casefold().removeprefix("urn:uuid:")
    return uid if _UID.fullmatch(uid) else None


def _said(value: str | None, what: str, limit: int | None = None) -> str | None:
    """A field that may be left out."""
    text = bare(value)
    if text is not None and limit is not None:
        return check_text(text, what, limit)
    if text is not None:
        check_characters(text, what)
    return text


def _address(url: str | None, remarks: list[str]) -> str | None:
    """A claim is worth having without the addresses where it was made."""
    if bare(url) is None:
        return None
    try:
        return checked_url(url or "")
    except BadInput as error:
        remarks.append(f"{error.message} It was left out.")
        return None


# The review itself


def _review(review: Review, additions: Mapping[str, str]) -> tuple[Piece, str | None]:
    publisher = _said(review.publisher, "publisher") or domain(review.publisher_url or "") or None
    page, locator = _page_of(review, publisher)
    label = _said(review.label, "rating") or _said(review.number, "rating")
    says = _said(review.explanation, "explanation")
    found = outside_ratings.conclusion(label, additions) if label else None
    columns = {
        "stance": STANCES.get(found, Stance.CONTEXT).value if found else None,
        "says": says or (_rated(review, label, page, publisher) if label else None),
        "locator": locator,
        "how": How.PAGE.value if page.columns["url"] else None,
        "tier": Tier.SECONDARY.value,
    }
    rating = _rating(review, label) if label else None
    return Piece(page, columns, rating), label if found is None else None


def _page_of(review: Review, publisher: str | None) -> tuple[Page, str | None]:
    """The page with the review; without an address its publisher, and the place there."""
    title = _said(review.title, "title", LONGEST_TITLE)
    published = _said(review.published, "day of the review")
    if bare(review.url):
        url = checked_url(review.url or "")
        return _page(url, title, publisher=publisher, published=published), None
    if publisher is None:
        msg = "The review has neither an address nor a publisher."
        raise BadInput(msg, hint="It needs an url, or an author with a name.")
    return _page(None, publisher), ", ".join(filter(None, (title, published))) or None


def _page(url: str | None, title: str | None, **columns: Any) -> Page:
    """As services.sources takes down what is cited."""
    name = check_text(title or domain(url or ""), "title", LONGEST_TITLE)
    kind = SourceKind.PAGE if url else SourceKind.OTHER
    identity = ("url", fold_url(url)) if url else ("title", fold_title(name))
    return Page({"url": url, "title": name, "kind": kind.value, **columns}, identity)


def _rated(review: Review, label: str, page: Page, publisher: str | None) -> str:
    """`Rated "Mostly false" by Example News.` for want of an explanation."""
    by = publisher or domain(page.columns["url"])
    if bare(review.label):
        return f'Rated "{label}" by {by}.'
    scale = f" on a scale from {review.worst} to {review.best}"
    return f"Rated {label}{scale if review.worst and review.best else ''} by {by}."


def _rating(review: Review, label: str) -> dict[str, Any]:
    names = ("number", "best", "worst")
    figures = {name: _said(getattr(review, name), "rating") for name in names}
    return {"label": label, **figures}


# What it rests on


def _cited(citation: Citation, remarks: list[str]) -> Piece | None:
    url = _address(citation.url, remarks)
    title = _said(citation.title, "title", LONGEST_TITLE)
    if not (url or title):
        remarks.append("What it cites without an address and a title was left out.")
        return None
    archived = _address(citation.archived_at, remarks)
    columns = {
        "stance": citation.stance if citation.stance in set(Stance) else None,
        "quote": _said(citation.quote, "quotation"),
        "how": How.PAGE.value if url else None,
        "note": f"Archived at {archived}" if archived else None,
    }
    said = {
        "publisher": _said(citation.publisher, "publisher"),
        "published": _said(citation.published, "day of a citation"),
    }
    return Piece(_page(url, title, **said), columns)


def weight(review: Review) -> int:
    """About how many characters it takes to keep."""
    return 1000 + sum(_lengths(review))


def _lengths(review: Review) -> Iterator[int]:
    yield len(review.claim)
    yield from (len(text) for text in (review.explanation, review.label, review.title) if text)
    yield sum(map(len, review.said_at))
    for each in review.citations:
        yield 1000 + len(each.quote or "")
