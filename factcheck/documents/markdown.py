"""Markdown: the text code point for code point, with zones by block and notes on their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.documents import front_matter, notes
from factcheck.documents.document import Annotation, Document, Zoned
from factcheck.documents.markdown_blocks import Block, Kind, blocks
from factcheck.documents.markdown_inline import Marked, scan
from factcheck.documents.plain import decoded
from factcheck.text.spans import Span
from factcheck.words import AnnotationKind, Format, Zone

_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)")
_QUOTED = re.compile(r"^[ \t>]+", re.MULTILINE)
_CELL = re.compile(r"(?:[^|\n\\]|\\.)++")
_MOST_QUOTES = 200
_LONGEST_QUOTE = 2000
#: A heading of so many words says more than the name of a section.
_LONG_HEADING = 8


def read(data: bytes, name: str = "The file", charset: str | None = None) -> Document:
    """Raises BadInput as `decode` does."""
    document = Document(decoded(data, name, charset), Format.MARKDOWN)
    _Reader(document).read()
    return document


@dataclass(slots=True)
class _Reader:
    document: Document
    references: dict[str, str] = field(default_factory=dict)
    #: The footnotes by label, and how many headings of the second level there are.
    definitions: dict[str, Span] = field(default_factory=dict)
    sections: int = 0
    quotes: list[Span] = field(default_factory=list)
    said: dict[Span, tuple[str, list[str]]] = field(default_factory=dict)
    #: The block before was the title, or an image.
    after_title: bool = False
    after_image: bool = False
    titled: bool = False

    def read(self) -> None:
        for block in blocks(self.document.text):
            self._collect(block)
        for block in blocks(self.document.text):
            self._zone(block)
            self._annotate(block)
        self._pull_quotes()
        self.document.zones = notes.apart(self.document.zones)
        self.document.annotations.sort(key=lambda note: (note.start, note.end))

    def _collect(self, block: Block) -> None:
        match block.kind:
            case Kind.FRONT:
                front_matter.describe(self.document, self.document.text[block.start : block.end])
            case Kind.NOTE:
                self.definitions.setdefault(block.label, Span(block.start, block.end))
            case Kind.REFERENCE:
                self.references.setdefault(block.label, block.address)
            case Kind.HEADING if block.level == 2:  # noqa: PLR2004  "##"
                self.sections += 1

    # Zones

    def _zone(self, block: Block) -> None:
        zone = self._zone_of(block)
        if zone and block.start < block.end:
            self.document.zones.append(Zoned(block.start, block.end, zone))
        if block.kind is Kind.QUOTE:
            self.quotes.append(Span(block.start, block.end))
        self.after_title = block.kind is Kind.HEADING and block.level == 1 and not self.titled
        self.titled = self.titled or self.after_title
        if zone is Zone.HEADLINE and not self.document.title:
            self.document.title = self.document.text[block.start : block.end]

    def _zone_of(self, block: Block) -> Zone | None:
        match block.kind:
            case Kind.HEADING:
                return Zone.DECK if self._is_deck(block) else Zone.HEADLINE
            case Kind.TABLE:
                return Zone.TABLE
            case Kind.NOTE:
                return Zone.FOOTNOTE
            case Kind.PARAGRAPH if self._stands_out(block):
                return Zone.DECK if self.after_title else Zone.CAPTION
        return None

    def _is_deck(self, block: Block) -> bool:
        """The second heading is one where it hardly names a section."""
        if not self.after_title or block.level != 2:  # noqa: PLR2004  "##"
            return False
        words = self.document.text[block.start : block.end].split()
        return block.close or self.sections == 1 or len(words) >= _LONG_HEADING

    def _stands_out(self, block: Block) -> bool:
        follows = self.after_title or self.after_image
        return follows and _emphasised(self.document.text[block.start : block.end])

    def _pull_quotes(self) -> None:
        """A block quote that repeats words of the text; others are quotations, and body."""
        if not self.quotes:
            return
        text = self.document.text
        body = f" {notes.bare(notes.without(text, self.quotes))} "
        for start, end in self.quotes[:_MOST_QUOTES]:
            words = notes.bare(_QUOTED.sub("", text[start : min(end, start + _LONGEST_QUOTE)]))
            if notes.repeated(words, body):
                self.document.zones.append(Zoned(start, end, Zone.PULL_QUOTE))

    # Notes, links, marks

    def _annotate(self, block: Block) -> None:
        if block.kind in {Kind.CODE, Kind.FRONT, Kind.REFERENCE}:
            self.after_image = False
            return
        images = False
        for start, end in self._pieces(block):
            marked = scan(self.document.text, start, end, self.references, self.definitions)
            self._captions(marked, end)
            self.document.annotations += self._annotations(marked, Span(start, end))
            images = _only_images(marked.images, start, end)
        self.after_image = images

    def _pieces(self, block: Block) -> Iterator[tuple[int, int]]:
        """The cells of a table are apart: code that opens in one does not close in the next."""
        if block.kind is not Kind.TABLE:
            yield block.start, block.end
            return
        for match in _CELL.finditer(self.document.text, block.start, block.end):
            yield match.span()

    def _captions(self, marked: Marked, end: int) -> None:
        spans = list(marked.captions)
        if marked.images:
            below = notes.trimmed(self.document.text, marked.images[-1].end, end)
            if _emphasised(self.document.text[below.start : below.end]):
                spans.append(below)
        self.document.zones += [Zoned(*span, Zone.CAPTION) for span in spans]

    def _annotations(self, marked: Marked, block: Span) -> Iterator[Annotation]:
        for span, address in marked.links:
            yield Annotation(*span, AnnotationKind.LINK, urls=[address])
        for span, kind in marked.runs:
            yield Annotation(*span, kind)
        if marked.notes or marked.spots:
            yield from self._footnotes(marked, block)

    def _footnotes(self, marked: Marked, block: Span) -> Iterator[Annotation]:
        said = [(mark, self.definitions[label]) for mark, label in marked.notes] + marked.spots
        said = _outermost(sorted(said))
        text = self.document.text
        self.document.zones += [
            Zoned(*inner, Zone.FOOTNOTE) for _, inner in marked.spots if inner.start < inner.end
        ]
        marks = [mark for mark, _ in said]
        words = notes.before(text, block, marks, self.document.language or "en")
        for place, (_, span) in zip(words, said, strict=True):
            note, urls = self._said(span)
            yield Annotation(*place, AnnotationKind.FOOTNOTE, note, urls=urls)

    def _said(self, span: Span) -> tuple[str, list[str]]:
        # A long note that is referred to often is kept once.
        if span not in self.said:
            note = " ".join(self.document.text[span.start : span.end].split())
            self.said[span] = note, notes.urls(note)
        return self.said[span]


def _outermost(said: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """Without the notes in notes."""
    kept: list[tuple[Span, Span]] = []
    for each in said:
        if not kept or each[0].start >= kept[-1][0].end:
            kept.append(each)
    return kept


def _emphasised(words: str) -> bool:
    """Whether all of it is set in one emphasis."""
    bare = words.strip()
    mark = _EMPHASIS.match(bare)
    if not mark or not bare.endswith(mark[1]) or len(bare) <= 2 * len(mark[1]):
        return False
    inner = bare[len(mark[1]) : -len(mark[1])]
    char = mark[1][0]
    return (mark[1] if len(mark[1]) > 1 else char) not in inner.replace(char * 2, "")


def _only_images(images: list[Span], start: int, end: int) -> bool:
    if not images:
        return False
    return images[0].start == start and images[-1].end == end
