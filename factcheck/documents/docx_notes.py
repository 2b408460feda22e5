"""The comments, footnotes and endnotes of a DOCX file, on the words that they are about."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from factcheck.documents import docx_threads, notes
from factcheck.documents.document import Annotation, Zoned
from factcheck.documents.docx_package import Element, Package, Part
from factcheck.documents.docx_sheet import Sheet
from factcheck.documents.docx_styles import Styles, W
from factcheck.documents.docx_threads import Threads
from factcheck.documents.docx_walk import Found, Range, Walk
from factcheck.text.spans import Span
from factcheck.words import AnnotationKind, Zone

_PARTS = {AnnotationKind.FOOTNOTE: "footnotes", AnnotationKind.ENDNOTE: "endnotes"}
_RULES = {"separator", "continuationSeparator", "continuationNotice"}


@dataclass(frozen=True, slots=True)
class Note:
    """A foot- or endnote: where it is referred to, and where its own text stands."""

    kind: AnnotationKind
    at: int
    span: Span
    #: Where the links in it lead.
    addresses: list[str]


def write_notes(package: Package, sheet: Sheet, found: Found, styles: Styles) -> list[Note]:
    """Append every note that is referred to, a line each, in the order of the references."""
    sheet.line_end = " "
    places: dict[tuple[AnnotationKind, str], tuple[Span, list[str]]] = {}
    for kind, part_name in _PARTS.items():
        part = package.part(part_name)
        if part is None:
            continue
        elements = _notes(part, part_name.removesuffix("s"))
        for key in [(each, number) for each, number, _ in found.references if each is kind]:
            if key[1] in elements and key not in places:
                walk = Walk(sheet, found, part, styles)
                places[key] = _written(elements[key[1]], sheet, found, walk)
    return [
        Note(kind, at, *places[kind, number])
        for kind, number, at in found.references
        if (kind, number) in places
    ]


def _notes(part: Part, name: str) -> dict[str, Element]:
    """By id, without the rules that are drawn above them."""
    every = part.root.findall(f"{W}{name}")
    return {each.get(f"{W}id", ""): each for each in every if each.get(f"{W}type") not in _RULES}


def _written(element: Element, sheet: Sheet, found: Found, walk: Walk) -> tuple[Span, list[str]]:
    zones, links = len(found.zones), len(found.links)
    sheet.gap = "\n"
    mark = sheet.open()
    walk.walk(element)
    sheet.end_paragraph()
    span = sheet.close(mark)
    del found.zones[zones:]
    if span.start < span.end:
        found.zones.append(Zoned(*span, Zone.FOOTNOTE))
    return span, [address for _, _, address in found.links[links:]]


def note_annotations(written: list[Note], text: str, language: str) -> list[Annotation]:
    """Each on the words before its reference."""
    annotations = []
    lines = groupby(
        sorted(written, key=lambda each: each.at), lambda each: notes.line(text, each.at)
    )
    for block, group in lines:
        here = list(group)
        marks = [Span(each.at, each.at) for each in here]
        for each, words in zip(here, notes.before(text, block, marks, language), strict=True):
            said = text[each.span.start : each.span.end]
            urls = notes.urls(said, each.addresses)
            annotations.append(Annotation(*words, each.kind, said, urls=urls))
    return annotations


def comment_annotations(
    package: Package, text: str, found: Found, styles: Styles, language: str
) -> list[Annotation]:
    """Each on its range, or on its sentence; a reply without one on that of its parent.

    Those that we wrote ourselves are left out, what was answered to them is not.
    """
    part = package.part("comments")
    if part is None:
        return []
    elements = part.root.findall(f"{W}comment")
    comments = [(each.get(f"{W}id", ""), _comment(each, part, styles)) for each in elements]
    threads = docx_threads.read(elements, package.part("commentsExtended"))
    if not threads.parents:
        places = {number: _span(place) for number, place in found.comments.items()}
        threads.parents = docx_threads.by_place(comments, places)
    sentences = notes.Sentences(text, language)
    placed = [
        (number, replace(each, start=start, end=end))
        for number, each in comments
        for start, end in [_place(number, threads, found.comments, sentences)]
    ]
    return docx_threads.without_ours(placed, threads)


def _comment(element: Element, part: Part, styles: Styles) -> Annotation:
    """What it says; where it stands is not known yet."""
    sheet, found = Sheet(), Found()
    Walk(sheet, found, part, styles).walk(element)
    said = str(sheet)
    return Annotation(
        0,
        0,
        AnnotationKind.COMMENT,
        said,
        author=element.get(f"{W}author", "").strip() or None,
        on=_time(element.get(f"{W}date", "")),
        urls=notes.urls(said, [address for _, _, address in found.links]),
    )


def _time(written: str) -> str | None:
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return None


def _place(
    number: str, threads: Threads, ranges: dict[str, Range], sentences: notes.Sentences
) -> Span:
    for each in (number, threads.first(number)):
        place = ranges.get(each)
        if place is None:
            continue
        span = _span(place)
        if span.start < span.end:
            return span
        sentence = sentences.at(span.end)
        if sentence.start < sentence.end:
            return sentence
    return Span(0, 0)


def _span(place: Range) -> Span:
    """The range, or the point of the reference where there is none."""
    if place.mark is not None and place.end is not None and place.mark.start is not None:
        return Span(place.mark.start, max(place.mark.start, place.end))
    ends = [end for end in (place.at, place.end) if end is not None]
    return Span(ends[0], ends[0]) if ends else Span(0, 0)
