"""A ClaimReview, parsed from JSON of any make, as a Review.

The names of schema.org are read as they are used: a claim may be a Claim or, as of old, a
CreativeWork whose `sameAs` are the places where it appears; an author a thing or a name.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from factcheck.exchange.json_items import local
from factcheck.exchange.loose import Loose, Thing, unprefixed
from factcheck.exchange.reviews import Citation, Review
from factcheck.text import languages
from factcheck.words import Stance

#: Of what other things have in their places: `{"@id": "#desk"}` by that name.
Named = Mapping[str, Thing]

CLAIM_REVIEW = "ClaimReview"
_URN = "urn:uuid:"
_DEEPEST = 40
_WEB = re.compile(r"https?://", re.IGNORECASE)
_POINTER = {"@id", "@type"}
_NONE: Named = {}


def types(thing: Thing) -> list[str]:
    """`["https://schema.org/ClaimReview"]` -> `["ClaimReview"]`."""
    found = thing.get("@type", thing.get("type"))
    listed = found if isinstance(found, list) else [found]
    return [local(each) for each in listed if isinstance(each, str)]


def is_claim_review(thing: Thing) -> bool:
    return CLAIM_REVIEW in types(thing) or "claimReviewed" in thing


def inside(value: Any) -> Iterator[Thing]:
    """Every ClaimReview in a value, in the order of the text; none inside another."""
    waiting = [(value, 0)]
    while waiting:
        found, depth = waiting.pop()
        if isinstance(found, dict):
            if is_claim_review(found) or is_claim_review(unprefixed(found)):
                yield found
                continue
            found = list(found.values())
        if isinstance(found, list) and depth < _DEEPEST:
            inner = (each for each in reversed(found) if isinstance(each, dict | list))
            waiting.extend((each, depth + 1) for each in inner)


def named(values: list[Any]) -> dict[str, Thing]:
    """The things that say more than their `@id`, by it."""
    found: dict[str, Thing] = {}
    waiting = [(each, 0) for each in reversed(values)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and not value.keys() <= _POINTER:
                found.setdefault(name, value)
            value = list(value.values())
        if isinstance(value, list) and depth < _DEEPEST:
            waiting.extend((each, depth + 1) for each in value if isinstance(each, dict | list))
    return found


def review(
    thing: Thing, base: str | None, others: Named = _NONE, remarks: tuple[str, ...] = ()
) -> Review:
    """What a ClaimReview says. Raises BadInput where it reviews no claim."""
    bare = unprefixed(thing)
    claimed = _pointed(bare.get("itemReviewed"), others)
    uid = _uid(claimed)
    # What this program wrote is never HTML, whatever it looks like.
    loose = Loose(base, verbatim=uid is not None)
    for remark in remarks:
        loose.remark(remark)
    return _review(bare, claimed, uid, loose, others)


def _review(bare: Thing, claimed: Any, uid: str | None, loose: Loose, others: Named) -> Review:
    language = languages.known(loose.text(bare.get("inLanguage"), "language"))
    said = _claim(loose.thing(claimed, "item reviewed"), language, loose, others)
    said["claim"] = loose.claim(bare.get("claimReviewed"), "claimReviewed")
    return Review(
        url=_page(bare, loose),
        uid=uid,
        **said,
        **_publisher(bare, loose, others),
        title=loose.text(bare.get("headline") or bare.get("name"), "title"),
        published=loose.moment(bare.get("datePublished"), "day of the review", language),
        language=language,
        **_rating(bare.get("reviewRating"), loose, others),
        citations=tuple(_citations(bare.get("citation"), loose, others)),
        remarks=loose.remarks,
    )


def _page(bare: Thing, loose: Loose) -> str | None:
    own = bare.get("@id")
    fallback = own if isinstance(own, str) and _WEB.match(own) else None
    found = bare.get("url") or bare.get("mainEntityOfPage") or fallback
    if not found:
        loose.remark("The review gives no address of its page.")
    return loose.address(found, "address of the review")


def _publisher(bare: Thing, loose: Loose, others: Named) -> dict[str, Any]:
    value = bare.get("author") or bare.get("creator")
    if not value and bare.get("publisher"):
        loose.remark("The review names no author; its publisher was taken.")
        value = bare["publisher"]
    if _web(value):
        value = {"url": value}
    house = loose.thing(_pointed(value, others), "author of the review")
    url = house.get("url") or _web(house.get("sameAs")) or _web(house.get("@id"))
    return {
        "publisher": loose.text(house.get("name"), "author of the review"),
        "publisher_url": loose.address(url, "address of the review's author"),
    }


def _claim(item: Thing, language: str | None, loose: Loose, others: Named) -> dict[str, Any]:
    """Who said it, when and where."""
    author = loose.thing(_pointed(item.get("author"), others), "claimant")
    work = "Claim" not in types(item)
    places = item.get("appearance") or ((item.get("sameAs") or item.get("url")) if work else None)
    return {
        "claimant": loose.text(author.get("name"), "claimant"),
        "claimant_role": loose.text(author.get("jobTitle") or _role(author), "claimant's role"),
        "claimant_same_as": loose.address(author.get("sameAs"), "claimant's page"),
        "said_on": loose.day(item.get("datePublished"), "day of the claim", language),
        "first_at": loose.address(item.get("firstAppearance"), "first appearance"),
        "said_at": loose.addresses(places, "appearance"),
    }


def _role(author: Thing) -> Any:
    """What an organisation is, which has no job title."""
    return author.get("description") if "Organization" in types(author) else None


def _rating(value: Any, loose: Loose, others: Named) -> dict[str, Any]:
    rating = loose.thing(_pointed(value, others), "rating")
    number = rating.get("ratingValue")
    label = loose.text(rating.get("alternateName") or rating.get("name"), "rating")
    if label is None and type(number) is str and any(map(str.isalpha, number)):
        loose.remark("The rating in words stands where a number belongs.")
        label, number = loose.text(number, "rating"), None
    found = {
        "number": loose.figure(number, "number of the rating"),
        "best": loose.figure(rating.get("bestRating"), "best rating"),
        "worst": loose.figure(rating.get("worstRating"), "worst rating"),
    }
    if label is None:
        loose.remark("The review gives no rating in words.")
    _remark_range(found, loose)
    why = loose.text(rating.get("ratingExplanation"), "explanation")
    return {"label": label, **found, "explanation": why}


def _remark_range(found: dict[str, str | None], loose: Loose) -> None:
    number, best, worst = (None if each is None else Decimal(each) for each in found.values())
    if best is not None and worst is not None and best < worst:
        loose.remark(f"The best rating, {best}, is below the worst, {worst}.")
    elif number is not None and (
        (best is not None and number > best) or (worst is not None and number < worst)
    ):
        loose.remark(f"The rating {number} is not on its scale of {worst} to {best}.")


def _citations(value: Any, loose: Loose, others: Named) -> Iterator[Citation]:
    for each in value if isinstance(value, list) else [value]:
        found = _pointed(each, others)
        if isinstance(found, str) and _WEB.match(found):
            found = {"url": found}
        work = loose.thing(found, "citation")
        if work:
            yield _citation(work, loose)


def _citation(work: Thing, loose: Loose) -> Citation:
    parts = work.get("hasPart")
    part = next((p for p in _listed(parts) if isinstance(p, dict) and "Quotation" in types(p)), {})
    words = [each for each in _listed(work.get("keywords")) if isinstance(each, str)]
    return Citation(
        url=loose.address(work.get("url") or _web(work.get("@id")), "address of a citation"),
        title=loose.text(work.get("name") or work.get("headline"), "title of a citation"),
        archived_at=loose.address(work.get("archivedAt"), "archived copy of a citation"),
        quote=loose.text(part.get("text"), "words of a citation"),
        stance=next((stance.value for stance in Stance if stance in words), None),
        publisher=loose.text(work.get("publisher"), "publisher of a citation"),
        published=loose.moment(work.get("datePublished"), "day of a citation", None),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _web(value: Any) -> str | None:
    return value if isinstance(value, str) and _WEB.match(value) else None


def _pointed(value: Any, others: Named) -> Any:
    """What a thing that says no more than its `@id` points to."""
    if isinstance(value, list):
        return [_pointed(each, others) for each in value if not isinstance(each, list)]
    if isinstance(value, dict) and value.keys() <= _POINTER:
        return others.get(str(value.get("@id")), value)
    return value


def _uid(claimed: Any) -> str | None:
    """Of a claim of ours."""
    if not isinstance(claimed, dict):
        return None
    for name in ("@id", "identifier"):
        urn = claimed.get(name)
        if isinstance(urn, str) and urn.startswith(_URN):
            try:
                return str(UUID(urn[len(_URN) :]))
            except ValueError:
                return None
    return None
