"""Claims as W3C Web Annotations: each on its words, with what is concluded of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from factcheck.text import anchors
from factcheck.text.slugs import slug
from factcheck.words import label

Shape = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(content: Mapping[str, Any]) -> str:
    """An AnnotationCollection as JSON-LD, in reading order; claims without words have no place."""
    marks = _marks(content)
    items = [each for claim in content["claims"] for each in _annotations(content, claim, marks)]
    article, name = content.get("article") or {}, _name(content)
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": article.get("title"),
        "total": len(items),
        "first": {
            "id": f"{name}-page-1",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(_without_nothing(collection), ensure_ascii=False, indent=2) + "\n"


def _without_nothing(record: Shape) -> Shape:
    return {name: value for name, value in record.items() if value is not None}


def _name(content: Mapping[str, Any]) -> str:
    """The collection's own address: of its article, or of the claims that are in it."""
    article = content.get("article")
    if article:
        return f"urn:uuid:{article['uid']}#annotations"
    uids = " ".join(claim["uid"] for claim in content["claims"])
    return f"urn:uuid:{uuid5(NAMESPACE_URL, uids)}#annotations"


def _marks(content: Mapping[str, Any]) -> dict[int, list[Shape]]:
    """Where the claims stand in the draft, by their numbers."""
    found: dict[int, list[Shape]] = {}
    for mark in (content.get("draft") or {}).get("marks", ()):
        found.setdefault(mark["claim"], []).append(mark)
    return found


def _annotations(
    content: Mapping[str, Any], claim: Shape, marks: Mapping[int, list[Shape]]
) -> Iterator[Shape]:
    for number, (source, place) in enumerate(_places(content, claim, marks), 1):
        yield _without_nothing(
            {
                "id": f"urn:uuid:{claim['uid']}" + (f"#{number}" if number > 1 else ""),
                "type": "Annotation",
                "motivation": "assessing",
                "created": _created(claim),
                "creator": _creator(claim),
                "body": _bodies(content, claim),
                "target": {"source": source, "selector": _selectors(place)},
            }
        )


def _places(
    content: Mapping[str, Any], claim: Shape, marks: Mapping[int, list[Shape]]
) -> Iterator[tuple[str, Shape]]:
    """Where its words stand: in the draft that the content is about, else where the claim says."""
    draft, article = content.get("draft"), content.get("article")
    if draft and article:
        source = article.get("url") or f"urn:uuid:{article['uid']}"
        for mark in marks.get(claim["id"], ()):
            yield source, asdict(anchors.select(draft["text"], mark["start"], mark["end"]))
    elif claim.get("span"):
        named = (claim.get("article") or {}).get("slug") or "article"
        yield f"urn:x-factcheck:article:{slug(named)}", claim["span"]


def _selectors(place: Shape) -> list[Shape]:
    quote = {name: place[name] for name in ("exact", "prefix", "suffix")}
    position = {name: place[name] for name in ("start", "end")}
    return [
        {"type": "TextQuoteSelector", **quote},
        {"type": "TextPositionSelector", **position},
    ]


def _bodies(content: Mapping[str, Any], claim: Shape) -> list[Shape]:
    """The label with the reason, then the tags."""
    verdict, fix = claim.get("verdict") or {}, claim.get("fix") or {}
    told = label(
        content["words"],
        claim["outcome"],
        wording=fix.get("wording"),
        name=fix.get("agreed_with") or fix.get("by"),
    )
    said = "\n".join(part for part in (told, verdict.get("reason")) if part)
    tags = [_textual(tag, "tagging") for tag in claim.get("tags") or ()]
    return [_textual(said, "assessing"), *tags]


def _textual(value: str, purpose: str) -> Shape:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _created(claim: Shape) -> str | None:
    return (claim.get("verdict") or {}).get("at") or claim.get("created_at")


def _creator(claim: Shape) -> Shape | None:
    name = (claim.get("verdict") or {}).get("by")
    return {"type": "Person", "name": name} if name else None
