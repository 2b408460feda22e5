"""Claims with a verdict as ClaimReview (schema.org, JSON-LD), one document a claim.

What schema.org has no word for stands in the nearest one that it has: the words of a source are
a Quotation that is part of the work cited, and what they do to the claim (supports, refutes,
context) is a keyword of it. Nothing is filled in: what is missing is left out, and an error where
a review cannot be without it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.codes import Severity
from factcheck.exchange.claimreview_rules import Problem, check, check_together
from factcheck.words import Terms, Tier

Thing = dict[str, Any]

CONTEXT = "https://schema.org"

#: What says which source it is; its title is an alias.
_TELLING = ("title", "url", "publisher", "author")
#: A name of fewer letters would be found in other words.
_SHORTEST = 3
# What could act on a terminal or turn a line round, and what could end an element of a page.
_UNSEEN = [*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_ACTING = {code: f"\\u{code:04x}" for code in _UNSEEN}
_ENDING = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


@dataclass(frozen=True, slots=True)
class Made:
    """Documents without errors, and what is wrong with these and the others."""

    documents: list[Thing]
    errors: list[Problem]
    warnings: list[Problem]


def documents(content: Mapping[str, Any]) -> Made:
    """A ClaimReview of each claim of a report that has a verdict.

    A claim without rating, address of its review, or claimant apart from the house is among
    `errors`, and not among `documents`.
    """
    sources = {source["id"]: source for source in content["sources"]}
    claims = [claim for claim in content["claims"] if claim["verdict"]]
    made = [(claim, _document(claim, content, sources)) for claim in claims]
    # What is the house's is said once.
    problems = list(dict.fromkeys(_problems(made, content)))
    errors = [problem for problem in problems if problem.severity == Severity.ERROR]
    warnings = [problem for problem in problems if problem.severity == Severity.WARNING]
    wrong = {problem.claim for problem in errors}
    sound = [document for claim, document in made if claim["id"] not in wrong]
    return Made(sound, errors, warnings)


def _problems(made: Sequence[tuple[Thing, Thing]], content: Mapping[str, Any]) -> Iterator[Problem]:
    protected = list(_protected(content))
    for claim, document in made:
        yield from check(document, content["house"], claim=claim["id"])
        yield from _primary(claim)
        yield from _leaks(claim, document, protected)
    yield from check_together([(claim["id"], document) for claim, document in made])


def feed(made: Iterable[Thing], *, name: str | None = None, url: str | None = None) -> Thing:
    """Many documents as a DataFeed."""
    elements = [{"@type": "DataFeedItem", "item": _inner(document)} for document in made]
    head = {"@context": CONTEXT, "@type": "DataFeed", "name": name, "url": url}
    return {**_said(head), "dataFeedElement": elements}


def text(document: Thing) -> str:
    """A document as the text of a file."""
    return json.dumps(document, ensure_ascii=False, indent=2).translate(_ACTING) + "\n"


def embedded(document: Thing) -> str:
    """A document as an element of a page; nothing in it can end the element."""
    safe = text(document).translate(_ENDING)
    return f'<script type="application/ld+json">\n{safe}</script>\n'


# A document


def _document(claim: Thing, content: Mapping[str, Any], sources: Mapping[int, Thing]) -> Thing:
    verdict, review = claim["verdict"], claim["review"]
    return _said({
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "url": review["url"],
        "claimReviewed": claim["text"],
        "datePublished": review["on"] or verdict["at"][:10],
        "inLanguage": _language(claim, content["article"]),
        "author": _house(content["house"]),
        "itemReviewed": _item(claim),
        "reviewRating": _rating(verdict),
        "citation": list(_citations(claim, sources)),
        "correction": [_correction(each) for each in claim["corrections"]],
    })  # fmt: skip


def _said(thing: Thing) -> Thing:
    """A thing without what is not known of it; none where nothing is but its type."""
    known = {name: value for name, value in thing.items() if value not in (None, "", [], {})}
    return known if known.keys() - {"@type"} else {}


def _inner(document: Thing) -> Thing:
    return {name: value for name, value in document.items() if name != "@context"}


def _language(claim: Thing, article: Thing | None) -> str | None:
    """Of the article, where the claim is of the one that is reported."""
    own = claim["article"] or {}
    same = article is not None and own.get("id") == article["id"]
    return article["language"] if article and same else None


def _house(house: Thing) -> Thing:
    if not house["publisher"] and not house["publisher_url"]:
        return {}
    return _said({
        "@type": "Organization",
        "name": house["publisher"],
        "url": house["publisher_url"],
        "correctionsPolicy": house["corrections_url"],
    })  # fmt: skip


def _item(claim: Thing) -> Thing:
    said = claim["said"]
    return _said({
        "@type": "Claim",
        "@id": f"urn:uuid:{claim['uid']}",
        "author": _claimant(claim),
        "datePublished": said["on"],
        "firstAppearance": _work(said["first"]),
        "appearance": [_work(url) for url in said["appearances"] or []],
    })  # fmt: skip


def _claimant(claim: Thing) -> Thing:
    if not claim["claimant"]:
        return {}
    detail = claim["claimant_detail"]
    # The record does not tell people from organisations, and only a Person has a jobTitle.
    return _said({
        "@type": "Person",
        "name": claim["claimant"],
        "jobTitle": detail["role"],
        "sameAs": detail["same_as"],
    })  # fmt: skip


def _work(url: str | None) -> Thing:
    return {"@type": "CreativeWork", "url": url} if url else {}


def _rating(verdict: Thing) -> Thing:
    detail = verdict["rating_detail"] or {}
    numbered = detail.get("number") is not None
    scale = {
        "ratingValue": detail["number"],
        "bestRating": detail["best"],
        "worstRating": detail["worst"],
    } if numbered else {}  # fmt: skip
    label, why = verdict["rating"], verdict["reason"]
    return _said({"@type": "Rating", "alternateName": label, **scale, "ratingExplanation": why})


def _correction(correction: Thing) -> Thing:
    what, why = (correction["what"] or "").strip(), (correction["why"] or "").strip()
    between = " " if what.endswith((".", "!", "?")) else "; "
    return _said({
        "@type": "CorrectionComment",
        "text": between.join(part for part in (what, why) if part),
        "datePublished": correction["at"],
        "url": correction["url"],
    })  # fmt: skip


# What is cited


def _cited(claim: Thing) -> Iterator[Thing]:
    """The evidence that was seen, and that may be shown to everybody."""
    for piece in claim["evidence"] or []:
        source = piece["source"]
        open_to_all = not source["protected"] and source["terms"] in (None, Terms.ON_RECORD)
        if piece["seen"] and not piece["retracted"] and open_to_all:
            yield piece


def _citations(claim: Thing, sources: Mapping[int, Thing]) -> Iterator[Thing]:
    for piece in _cited(claim):
        source = piece["source"]
        archived = sources.get(source["id"], {}).get("archived") or {}
        work = _said({
            "@type": "CreativeWork",
            "url": source["url"],
            "name": source["title"],
            "archivedAt": archived.get("url"),
            "publisher": _said({"@type": "Organization", "name": source["publisher"]}),
            "datePublished": source["published"],
            "hasPart": _said({"@type": "Quotation", "text": piece["quote"]}),
        })  # fmt: skip
        if work:
            yield _said({**work, "keywords": piece["stance"]}) or work


def _primary(claim: Thing) -> Iterator[Problem]:
    """Rule 12: whether a first-hand source can be looked at."""
    cited = list(_cited(claim))
    linked = any(piece["source"]["url"] for piece in cited)
    first_hand = any(piece["tier"] == Tier.PRIMARY and piece["source"]["url"] for piece in cited)
    if linked and not first_hand:
        message = f"Claim {claim['id']}: no primary source with an address is cited."
        hint = f"factcheck verify {claim['id']} --source URL --evidence QUOTE --tier primary"
        yield Problem("no-primary", claim["id"], Severity.WARNING, message, hint, 12)


# Leaks


def _protected(content: Mapping[str, Any]) -> Iterator[Thing]:
    """The protected sources of a report, wherever it speaks of them."""
    pieces = [piece for claim in content["claims"] for piece in claim["evidence"] or []]
    known = set()
    for source in (*content["sources"], *(piece["source"] for piece in pieces)):
        said = tuple(source[name] for name in _TELLING)
        if source["protected"] and said not in known:
            known.add(said)
            yield source


def _leaks(claim: Thing, document: Thing, protected: Sequence[Thing]) -> Iterator[Problem]:
    """Rule 15: whether the document cites a protected source, or says who it is."""
    cited = {value for work in document.get("citation", []) for value in work.values()
             if isinstance(value, str)}  # fmt: skip
    everything = "\n".join(_strings(document))
    for source in protected:
        secrets = [source[name] for name in _TELLING[1:] if source[name]]
        told = any(len(secret) >= _SHORTEST and secret in everything for secret in secrets)
        if told or not cited.isdisjoint({source["title"], source["url"]} - {None}):
            message = f"Claim {claim['id']}: what would be published names a protected source."
            hint = f"factcheck show {claim['id']} --reveal tells which; say it otherwise."
            yield Problem("leak", claim["id"], Severity.ERROR, message, hint, 15)
            return


def _strings(document: Thing) -> Iterator[str]:
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
