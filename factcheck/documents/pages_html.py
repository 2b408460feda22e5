"""A web page as its readers and its machines see it: all text, and the signs on it."""

import html
import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import urldefrag

from resiliparse.parse.html import HTMLTree

from factcheck.documents import fields, html_jsonld
from factcheck.documents.html_charset import decoded
from factcheck.documents.html_links import absolute
from factcheck.documents.html_metadata import metadata
from factcheck.documents.html_tree import Element
from factcheck.documents.html_tree import Page as Tree
from factcheck.documents.page import Page
from factcheck.documents.pages_tokens import markup_of
from factcheck.documents.pages_walk import Walk
from factcheck.looks import Trouble

# All but blanks. Taken out one by one: with whole escape sequences words of the page would go.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LONGEST_JSON = 5_000_000
_MOST_VALUES = 50_000
_FEWEST_LETTERS = 12
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_PAYWALL = re.compile(
    r'"isAccessibleForFree"\s*+:\s*+\[?\s*+"?(?:https?://schema\.org/)?false\b', re.IGNORECASE
)
_REFRESH = re.compile(
    r"\s*+(\d*+)[\d.]*+\s*+(?:[;,]\s*+)?(?:url\s*+=\s*+)?[\"']?\s*+([^\"'\s][^\"']*+)",
    re.IGNORECASE,
)
_SOON = 10
_MODIFIED = {"article:modified_time", "og:updated_time", "datemodified", "last-modified"}
_ASKS = re.compile(
    r"(?:enable|requires?|needs?|turn on|activate|activez|aktivieren)[^.]{0,40}\bjavascript|"
    r"javascript[^.]{0,40}(?:disabled|required|enable|aktivieren|d[e\u00e9]sactiv)",
    re.IGNORECASE,
)
# In letters: so few beside a script, or before a request for one, are no page yet.
_BARE = 100
_SHELL = 500


def read(data: bytes, charset: str | None, url: str | None) -> Page:
    """All text of a page; nothing that it names is loaded."""
    text, remarks = decoded(data, charset)
    walk = _walked(markup_of(text))
    found, shown, marks = walk.text()
    tree = _sparse(walk)
    said = metadata(tree)
    base = _base(walk, url)
    page = Page(
        found,
        "html",
        marks,
        title=said.title,
        language=said.language,
        canonical=_canonical(walk, base),
        refresh=_refresh(walk, base, url),
        paywalled=any(map(_PAYWALL.search, _linked_data(walk))),
        password=walk.password,
        published=said.published,
        modified=_modified(walk, tree.root),
        links=walk.links,
        words=len(found[:shown].split()),
        remarks=remarks,
    )
    page.scripted = _is_scripted(walk, found, shown)
    page.trouble = _trouble(page, shown)
    return page


def _walked(markup: str) -> Walk:
    walk = Walk()
    walk.read(markup)
    for each in _json_texts(walk):
        walk.say(each)
    if any(map(_CONTROLS.search, (walk.shown.text, walk.unseen.text))):
        return _walked(_CONTROLS.sub("", markup))
    return walk


def _linked_data(walk: Walk) -> Iterator[str]:
    return (text for kind, text in walk.scripts if "ld+json" in kind)


def _json_texts(walk: Walk) -> Iterator[str]:
    """What is meant for readers in the data that a page brings along."""
    for kind, text in walk.scripts:
        if "json" in kind and len(text) <= _LONGEST_JSON:
            for each in islice(_strings(_loaded(text)), _MOST_VALUES):
                if len(each) >= _FEWEST_LETTERS and (" " in each or not each.isascii()):
                    yield html.unescape(_TAG.sub("", each))
    for tag, attrs in walk.signs:
        name = attrs.get("name") or attrs.get("property") or ""
        if tag == "meta" and name.lower() in {"description", "og:description"}:
            yield attrs.get("content", "")


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _strings(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting.extend(reversed(item.values()))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _sparse(walk: Walk) -> Tree:
    """The few elements by which a page says what it is."""
    root = Element("#document", {})
    tops = {tag: Element(tag, attrs, root) for tag, attrs in reversed(walk.signs)}
    top, body = tops.get("html", Element("html", {})), tops.get("body", Element("body", {}))
    root.children.append(top)
    top.children.extend(Element(tag, attrs, top) for tag, attrs in walk.signs if tag != "html")
    top.children.extend(
        Element("script", {"type": "application/ld+json"}, top, children=[text])
        for text in _linked_data(walk)
    )
    if walk.title is not None:
        top.children.append(Element("title", {}, top, children=[walk.title]))
    return Tree(HTMLTree.parse(""), root, body, 1)


def _base(walk: Walk, url: str | None) -> str | None:
    bases = (attrs["href"] for tag, attrs in walk.signs if tag == "base" and attrs.get("href"))
    return absolute(next(bases, ""), url) or url


def _canonical(walk: Walk, base: str | None) -> str | None:
    for tag, attrs in walk.signs:
        if tag == "link" and "canonical" in attrs.get("rel", "").lower().split():
            return absolute(attrs.get("href", ""), base)
    return None


def _refresh(walk: Walk, base: str | None, url: str | None) -> str | None:
    """Where the page leads by itself; None for a page that only loads itself again."""
    for tag, attrs in walk.signs:
        if tag != "meta" or attrs.get("http-equiv", "").strip().lower() != "refresh":
            continue
        match = _REFRESH.match(attrs.get("content", "")[:8_000])
        if match and int(match[1][:9] or 0) <= _SOON:
            target = absolute(match[2].strip(), base)
            return target if target and urldefrag(target)[0] != urldefrag(url or "")[0] else None
    return None


def _modified(walk: Walk, root: Element) -> str | None:
    thing = html_jsonld.article(root) or {}
    values = html_jsonld.strings(thing.get("dateModified"))
    for tag, attrs in walk.signs:
        name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or ""
        if tag == "meta" and name.lower() in _MODIFIED:
            values.append(attrs.get("content", ""))
    return next(filter(None, map(_time, values)), None)


def _time(value: str | None) -> str | None:
    """`value` as a time, or at least as a day."""
    try:
        return datetime.fromisoformat(fields.tidy(value, 40) or "").isoformat()
    except ValueError:
        return fields.day(value)


def _is_scripted(walk: Walk, text: str, shown: int) -> bool:
    scripts = any("json" not in kind for kind, _ in walk.scripts)
    frames = any(tag == "frame" for tag, _ in walk.signs)
    if shown < _BARE and (scripts or frames):
        return True
    # The request may stand in a <noscript>, which is hidden text.
    return shown < _SHELL and _ASKS.search(text[: 4 * _SHELL]) is not None


def _trouble(page: Page, shown: int) -> Trouble | None:
    if page.scripted:
        return Trouble.NEEDS_BROWSER
    return None if page.text[:shown].strip() else Trouble.EMPTY
