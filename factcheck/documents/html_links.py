"""What a page puts on its words: links, footnotes, highlights, underlines."""

from collections.abc import Iterator
from itertools import groupby, islice
from urllib.parse import urldefrag, urljoin, urlsplit

from factcheck.documents import notes
from factcheck.documents.document import Annotation
from factcheck.documents.html_text import Note, Written
from factcheck.documents.html_tree import Element, ancestors, walk, words
from factcheck.errors import BadInput
from factcheck.text.addresses import checked_url
from factcheck.text.spans import Span
from factcheck.words import AnnotationKind

_LISTS = {"ul", "ol", "nav", "dl"}
_FEWEST = 3
_LONGEST_NOTE = 5_000
_KINDS = {"mark": AnnotationKind.HIGHLIGHT, "u": AnnotationKind.UNDERLINE}
# The arrows and carets that lead from a footnote back to its mark.
_BACK = " \t\n\u21a9\u21b5\u2191\ufe0e\ufe0f^"


def annotations(written: Written, base: str | None, language: str) -> list[Annotation]:
    """In the order of the text; `base` is the address that relative links start from."""
    found = [*_marks(written, base), *_notes(written, base, language)]
    return sorted(found, key=lambda one: (one.start, one.end))


def _marks(written: Written, base: str | None) -> Iterator[Annotation]:
    menus = _menus(written, base)
    for element, mark in written.marks:
        if kind := _KINDS.get(element.tag):
            colour = "yellow" if kind is AnnotationKind.HIGHLIGHT else None
            yield Annotation(mark.start, mark.end, kind, colour=colour)
        elif _list(element) not in menus and (url := absolute(element.get("href"), base)):
            yield Annotation(mark.start, mark.end, AnnotationKind.LINK, urls=[url])


def _menus(written: Written, base: str | None) -> set[Element | None]:
    """The lists that are nearly nothing but links to the site itself."""
    own = urlsplit(base or "").netloc
    lists = {_list(element): [0, 0] for element, _ in written.marks if element.tag == "a"}
    lists.pop(None, None)
    for element, _ in written.marks:
        if (counts := lists.get(_list(element))) is not None and element.tag == "a":
            host = urlsplit(absolute(element.get("href"), base) or base or "").netloc
            counts[host != own] += 1
    return {
        one
        for one, (inner, outer) in lists.items()
        if one and inner >= _FEWEST and not outer and one.linked * 20 > one.weight * 17
    }


def _list(element: Element) -> Element | None:
    return next((one for one in islice(ancestors(element), 6) if one.tag in _LISTS), None)


def absolute(href: str, base: str | None) -> str | None:
    """The web address that a link leads to; None for any other, or a place on the same page."""
    bare = "".join(href.split("\n")).replace("\r", "").replace("\t", "").strip()
    if not bare or bare.startswith("#"):
        return None
    try:
        url = urljoin(base or "", bare).replace(" ", "%20")
        same = base is not None and "#" in url and urldefrag(url)[0] == urldefrag(base)[0]
        web = urlsplit(url).scheme in {"http", "https"} and not same
        return checked_url(url) if web else None
    except (ValueError, BadInput):
        return None


def _notes(written: Written, base: str | None, language: str) -> Iterator[Annotation]:
    lines = groupby(written.notes, key=lambda note: notes.line(written.text, note.at))
    for block, group in lines:
        signs = list(group)
        marks = [Span(note.at, note.at) for note in signs]
        places = notes.before(written.text, block, marks, language)
        for note, (start, end) in zip(signs, places, strict=True):
            yield _note(note, start, end, base)


def _note(note: Note, start: int, end: int, base: str | None) -> Annotation:
    target = note.target
    if target.tag in {"a", "sup", "span"} and target.parent is not None:
        target = target.parent
    links = [one for one in islice(walk(target), 1_000) if one.tag == "a"]
    urls = [url for one in links if (url := absolute(one.get("href"), base))]
    text = _without_back_links(target)
    kind = AnnotationKind.FOOTNOTE
    return Annotation(start, end, kind, text=text, urls=notes.urls(text, urls))


def _without_back_links(target: Element) -> str:
    return words(target, _LONGEST_NOTE, skip=_leads_back).strip(_BACK)


def _leads_back(element: Element) -> bool:
    return element.tag == "a" and element.get("href").startswith("#")
