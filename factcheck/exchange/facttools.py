"""Answers of the Fact Check Tools API, of `claims:search` and `claims:imageSearch`.

Every field may be absent; a rating has words alone, a publisher the host of its address.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.errors import BadInput
from factcheck.exchange.json_items import bad
from factcheck.exchange.json_text import Source
from factcheck.exchange.loose import Loose, Thing
from factcheck.exchange.reviews import Review
from factcheck.text import languages

#: The lists of an answer: of a search for words, and for an image.
LISTS = frozenset({"claims", "results"})

_HINT = "Leave it out, or ask again: such an answer has claims with a claimReview each."
_FAILED = "Ask again; the service refused, and its answer holds no claims."


def read(file: BinaryIO) -> Iterator[tuple[int, Review | BadInput]]:
    """Every review of every claim, with the line where its claim begins.

    Answers may follow each other, one for each page. A claim without a review comes as a
    BadInput in its place, and so does what the text breaks off with.
    """
    for found in Source(file).found(LISTS):
        if isinstance(found.value, BadInput):
            yield found.line, found.value
        else:
            yield from _of_item(found.value, found.line, found.remarks)


def _of_item(
    value: Any, line: int, remarks: tuple[str, ...]
) -> Iterator[tuple[int, Review | BadInput]]:
    if not isinstance(value, dict):
        yield line, bad(line, "this is no claim", _HINT)
    elif "error" in value:
        yield line, bad(line, f"the answer is an error: {_error(value['error'])}", _FAILED)
    elif claim := _claim(value):
        yield from _of_claim(claim, line, remarks)


def _error(value: Any) -> str:
    message = value.get("message") if isinstance(value, dict) else value
    return (
        " ".join(str(message)[:200].split()).rstrip(".") if isinstance(message, str) else "no text"
    )


def _claim(value: Thing) -> Thing | None:
    """The claim in a result; None for what stands beside the claims of an answer."""
    inner = value.get("claim")
    if isinstance(inner, dict):
        return inner
    beside = value.keys() <= {"nextPageToken"}
    return None if beside else value


def _of_claim(
    claim: Thing, line: int, remarks: tuple[str, ...]
) -> Iterator[tuple[int, Review | BadInput]]:
    listed = claim.get("claimReview")
    reviews = (
        [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    )
    if not reviews:
        yield line, bad(line, "this claim has no claimReview", _HINT)
    for each in reviews:
        try:
            yield line, _review(claim, each, remarks)
        except BadInput as error:
            message = f"Line {line}: {error.message}"
            yield line, BadInput(message, line=line, hint=error.hint)


def _review(claim: Thing, review: Thing, remarks: tuple[str, ...]) -> Review:
    loose = Loose(None)
    for remark in remarks:
        loose.remark(remark)
    text = loose.claim(claim.get("text"), "text")
    language = languages.known(loose.text(review.get("languageCode"), "language"))
    publisher = loose.thing(review.get("publisher"), "publisher")
    label = loose.text(review.get("textualRating"), "rating")
    if label is None:
        loose.remark("The review gives no rating in words.")
    return Review(
        claim=text,
        url=loose.address(review.get("url"), "address of the review"),
        uid=None,
        publisher=loose.text(publisher.get("name") or publisher.get("site"), "publisher"),
        publisher_url=_site(publisher.get("site"), loose),
        title=loose.text(review.get("title"), "title"),
        published=loose.moment(review.get("reviewDate"), "day of the review", language),
        language=language,
        label=label,
        number=None,
        best=None,
        worst=None,
        explanation=None,
        claimant=loose.text(claim.get("claimant"), "claimant"),
        claimant_role=None,
        claimant_same_as=None,
        said_on=loose.day(claim.get("claimDate"), "day of the claim", language),
        first_at=None,
        said_at=(),
        citations=(),
        remarks=loose.remarks,
    )


def _site(value: Any, loose: Loose) -> str | None:
    """`example.org` -> `https://example.org`."""
    site = loose.text(value, "site of the publisher")
    whole = site if site is None or "/" in site else f"https://{site}"
    return loose.address(whole, "site of the publisher")
