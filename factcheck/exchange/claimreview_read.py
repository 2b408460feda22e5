"""ClaimReviews of schema.org as other houses publish them: a file, a feed, a page.

mending.py             JSON that is broken where it is clear what was meant
json_items.py          the items of a feed of any length, with their lines
loose.py               single values: lists for texts, days in words, relative addresses
claimreview_things.py  one ClaimReview as a Review
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from factcheck.documents import html_charset
from factcheck.documents.html_metadata import metadata
from factcheck.documents.html_tree import Page, parse, walk
from factcheck.errors import BadInput
from factcheck.exchange import json_text
from factcheck.exchange.claimreview_things import Named, inside, named, review, types
from factcheck.exchange.json_items import bad
from factcheck.exchange.json_text import Found, Source
from factcheck.exchange.reviews import Review

Read = tuple[int, Review | BadInput]

#: Lists of which each element is read by itself.
LISTS = frozenset({"dataFeedElement", "@graph", "itemListElement"})

# Elements of documents of this size may say more of each other; those of a feed stand alone.
_RELATED = 2_000_000
_NOTHING = "there is no ClaimReview in it"
_HINT = "Is it the check itself, and in the format that was asked for?"
_LONGEST_TAG = 2_000
_SAMPLE = 60


def read(file: BinaryIO, *, base_url: str | None = None) -> Iterator[Read]:
    """Every ClaimReview in JSON, JSON Lines or a page, with the line where its item begins.

    An item is an element of a list or feed, or an object that stands alone. What cannot be taken
    comes as a BadInput in its place; where the text breaks off, that is the last. Addresses are
    made whole with `base_url`, else with what a page says of itself.
    """
    source = Source(file)
    nothing = True
    for each in _page(source, base_url) if source.is_markup else _json(source, base_url):
        nothing = False
        yield each
    if nothing:
        yield 1, bad(1, _NOTHING, _HINT)


def _json(source: Source, base: str | None) -> Iterator[Read]:
    small = source.held is not None and len(source.held) <= _RELATED
    found = source.found(LISTS)
    return _related(found, base) if small else _reviews(found, base, {})


def _related(found: Iterable[Found], base: str | None) -> Iterator[Read]:
    listed = list(found)
    return _reviews(listed, base, named([each.value for each in listed]))


def _reviews(found: Iterable[Found], base: str | None, others: Named) -> Iterator[Read]:
    for item in found:
        if isinstance(item.value, BadInput):
            yield item.line, item.value
        else:
            yield from _of_item(item, base, others)


def _of_item(item: Found, base: str | None, others: Named) -> Iterator[Read]:
    nothing = True
    for thing in inside(item.value):
        nothing = False
        try:
            yield item.line, review(thing, base, others, item.remarks)
        except BadInput as error:
            message = f"Line {item.line}: {error.message}"
            yield item.line, BadInput(message, line=item.line, hint=error.hint)
    if nothing and (not isinstance(item.value, dict) or "DataFeedItem" in types(item.value)):
        yield item.line, bad(item.line, "there is no ClaimReview in this item", _HINT)


# Pages


def _page(source: Source, base: str | None) -> Iterator[Read]:
    if source.held is None:
        most = json_text.HELD // 1_000_000
        yield 1, bad(1, f"a page of more than {most} MB is not read", "Take out its ClaimReview.")
        return
    markup, _ = html_charset.decoded(source.held, None)
    page = parse(markup)
    found = (
        item for line, text in _scripts(page, markup) for item in json_text.found(text, LISTS, line)
    )
    yield from _related(found, base or metadata(page).base)


def _scripts(page: Page, markup: str) -> Iterator[tuple[int, str]]:
    """The JSON-LD of a page, each with the line that it begins on."""
    place, line = 0, 1
    for script in walk(page.root):
        if script.tag == "script" and "ld+json" in script.get("type").lower():
            text = "".join(child for child in script.children if isinstance(child, str))
            start = _start(markup, text, place)
            line += markup.count("\n", place, start)
            place = start
            yield line, text


def _start(markup: str, text: str, place: int) -> int:
    """Where in the page a script's text begins; `place` where it was not found."""
    sample = _squeezed(text[:_SAMPLE])
    at = markup.find("ld+json", place)
    while at >= 0:
        end = markup.find(">", at, at + _LONGEST_TAG) + 1
        # A page ends its lines as it likes, a tree with \n alone.
        if end and _squeezed(markup[end : end + 2 * _SAMPLE]).startswith(sample):
            return end
        at = markup.find("ld+json", at + 1)
    return place


def _squeezed(text: str) -> str:
    return "".join(text.split())
