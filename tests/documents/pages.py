"""Web pages for tests, and what was found in them."""

from collections.abc import Sequence

from factcheck.documents.document import Document
from factcheck.documents.html import read

PLAN = "The council approved the plan on Tuesday after a debate that lasted nine hours."


def page(body: str, head: str = "") -> Document:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def article(inner: str, head: str = "") -> Document:
    return page(f"<article>{inner}<p>{PLAN}</p></article>", head)


def text_of(inner: str) -> str:
    """The text before the last paragraph, which is always the same."""
    return article(inner).text.removesuffix(PLAN).removesuffix("\n")


def zones(document: Document) -> list[tuple[str, str]]:
    return [(zone.zone.value, document.text[zone.start : zone.end]) for zone in document.zones]


def notes(document: Document) -> list[tuple[str, str, str, Sequence[str]]]:
    """Of each annotation: its kind, its words, what it says, its addresses."""
    words = document.text
    return [
        (each.kind.value, words[each.start : each.end], each.text, list(each.urls))
        for each in document.annotations
    ]


def links(document: Document) -> list[tuple[str, Sequence[str]]]:
    return [(words, urls) for kind, words, _, urls in notes(document) if kind == "link"]


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'
