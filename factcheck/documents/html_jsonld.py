"""What the JSON-LD of a page says of its article."""

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from factcheck.documents.html_tree import Element, walk

Thing = dict[str, Any]

_LONGEST = 2_000_000
_MOST_THINGS = 10_000
_DEEPEST = 5
_ARTICLES = re.compile(r"Article$|^(?:BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$")
_COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_SPARE_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


def article(root: Element) -> Thing | None:
    """The first article of the page's JSON-LD, with what it refers to put in its place."""
    things = list(islice(_things(root), _MOST_THINGS))
    named = {one["@id"]: one for one in things if isinstance(one.get("@id"), str) and len(one) > 1}
    found = next((one for one in things if any(map(_ARTICLES.search, _types(one)))), None)
    return {key: _resolved(value, named) for key, value in found.items()} if found else None


def strings(value: Any, key: str = "name") -> list[str]:
    """The text of a value, whatever its shape: a string, a thing with a name, a list of them."""
    found: list[str] = []
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, str):
            found.append(_TAG.sub("", html.unescape(item)))
        elif isinstance(item, dict) and depth < _DEEPEST:
            waiting.append((item.get(key) or item.get("@value"), depth + 1))
        elif isinstance(item, list) and depth < _DEEPEST:
            waiting.extend((one, depth + 1) for one in reversed(item[:200]))
    return found


def _things(root: Element) -> Iterator[Thing]:
    for script in walk(root):
        if script.tag == "script" and "ld+json" in script.get("type").lower():
            text = "".join(child for child in script.children if isinstance(child, str))
            yield from _graph(_loaded(text[:_LONGEST]))


def _graph(value: Any) -> Iterator[Thing]:
    """The things of one script: alone, in a list, in a graph, or the subject of a page."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, list):
            waiting.extend((one, depth) for one in reversed(item))
        elif isinstance(item, dict):
            yield item
            if depth < _DEEPEST:
                inner = (item.get(name) for name in ("mainEntity", "mainEntityOfPage", "@graph"))
                waiting.extend((one, depth + 1) for one in inner)


def _loaded(text: str) -> Any:
    for attempt in (text, _SPARE_COMMA.sub(r"\1", _COMMENT.sub("", _COMMENT.sub("", text)))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _types(thing: Thing) -> list[str]:
    return [name.rpartition("/")[2] for name in strings(thing.get("@type"))]


def _resolved(value: Any, named: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [_resolved(one, named) for one in value[:200] if not isinstance(one, list)]
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value
