"""DOCX as Word, LibreOffice and Google Docs write it: the accepted text, and who noted what.

Read by lxml from the parts themselves: a parser of whole packages fails on one broken picture.
"""

from collections.abc import Iterator

from factcheck.documents import notes
from factcheck.documents.document import Annotation, Document, Zoned
from factcheck.documents.docx_notes import (
    Note,
    comment_annotations,
    note_annotations,
    write_notes,
)
from factcheck.documents.docx_package import Package, Part
from factcheck.documents.docx_sheet import Sheet
from factcheck.documents.docx_styles import Styles
from factcheck.documents.docx_walk import Found, Walk
from factcheck.text.languages import known
from factcheck.text.spans import Span
from factcheck.words import AnnotationKind, Format, Zone

DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_BOXES = 200


def read(data: bytes) -> Document:
    """Raises BadInput for what is damaged, protected or no DOCX."""
    package = Package(data)
    styles, found, sheet = Styles(package.part("styles")), Found(), Sheet()
    written, own = write(package, package.document(), sheet, found, styles)
    document = Document(str(sheet), Format.DOCX)
    _describe(document, package.properties(), found)
    language = document.language or "en"
    document.annotations = sorted(
        [
            *comment_annotations(package, document.text, found, styles, language),
            *note_annotations(own, document.text, language),
            *_marked(document.text, found),
        ],
        key=lambda note: (note.start, note.end),
    )
    document.zones = _zones(document.text[:written], found)
    document.title = document.title or _headline(document)
    document.remarks = list(_remarks(found))
    return document


def write(
    package: Package, body: Part, sheet: Sheet, found: Found, styles: Styles
) -> tuple[int, list[Note]]:
    """The text onto `sheet`; where its body ends, and the notes that stand below it."""
    Walk(sheet, found, body, styles).walk(body.root)
    written = sheet.at
    return written, write_notes(package, sheet, found, styles)


def _describe(document: Document, properties: Part | None, found: Found) -> None:
    said = {}
    if properties is not None:
        said = {element.tag: (element.text or "").strip() for element in properties.root}
    document.title = " ".join(said.get(f"{DC}title", "").split()) or None
    names = said.get(f"{DC}creator", "").replace("\n", ";").split(";")
    document.authors = [name.strip() for name in names if name.strip()]
    used = [language for language, _ in found.languages.most_common(1)]
    document.language = known(used[0] if used else None) or known(said.get(f"{DC}language"))


def _headline(document: Document) -> str | None:
    for zone in document.zones:
        if zone.zone is Zone.HEADLINE:
            return " ".join(document.text[zone.start : zone.end].split())
    return None


def _marked(text: str, found: Found) -> Iterator[Annotation]:
    for span, kind, said in _joined(text, [*found.links, *found.runs]):
        if kind is AnnotationKind.LINK:
            yield Annotation(*span, kind, urls=[said])
        else:
            yield Annotation(*span, kind, colour=said or None)


def _joined(
    text: str, marked: list[tuple[Span, AnnotationKind, str]]
) -> Iterator[tuple[Span, AnnotationKind, str]]:
    """Programs cut a link or a mark into runs; what only blanks divide is one again."""
    last: dict[tuple[AnnotationKind, str], Span] = {}
    for span, kind, said in marked:
        before = last.get((kind, said))
        if before is not None and _touch(text, before, span):
            last[kind, said] = Span(before.start, max(before.end, span.end))
            continue
        if before is not None:
            yield before, kind, said
        last[kind, said] = span
    yield from ((span, kind, said) for (kind, said), span in last.items())


def _touch(text: str, before: Span, after: Span) -> bool:
    between = text[before.end : after.start]
    return before.end <= after.start and not between.strip() and "\n" not in between


def _zones(body: str, found: Found) -> list[Zoned]:
    """By style; a text box without one is a pull-quote where it repeats words of the text."""
    zones = list(found.zones)
    styled = {zone.start for zone in zones}
    boxes = [box for box in found.boxes[:_MOST_BOXES] if box.start not in styled]
    if boxes:
        words = notes.bare(notes.without(body, found.boxes))
        zones += [
            Zoned(*box, Zone.PULL_QUOTE)
            for box in boxes
            if notes.repeated(notes.bare(body[box.start : box.end]), f" {words} ")
        ]
    return notes.apart(zones)


def _remarks(found: Found) -> Iterator[str]:
    if found.changes:
        changes = "1 tracked change" if found.changes == 1 else f"{found.changes} tracked changes"
        yield f"{changes}: the accepted text was taken."
    if found.hidden:
        yield "Hidden text was left out."
    if found.embedded:
        yield "An embedded file was left out."
