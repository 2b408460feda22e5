"""The text of a part of a DOCX file in its order, and what is marked in it on the way."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from factcheck.documents import docx_styles as styles
from factcheck.documents.document import Zoned
from factcheck.documents.docx_package import Element, Part
from factcheck.documents.docx_sheet import Mark, Sheet
from factcheck.documents.docx_styles import R, Styles, W
from factcheck.text.spans import Span
from factcheck.words import AnnotationKind, Zone

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_DEEPEST_FIELD = 100

# Characters of the font Symbol that change what a figure says; others stay as they are.
_SYMBOLS = {
    "F0A3": "\N{LESS-THAN OR EQUAL TO}",
    "F0A5": "\N{INFINITY}",
    "F0B0": "\N{DEGREE SIGN}",
    "F0B1": "\N{PLUS-MINUS SIGN}",
    "F0B2": "\N{DOUBLE PRIME}",
    "F0B3": "\N{GREATER-THAN OR EQUAL TO}",
    "F0B4": "\N{MULTIPLICATION SIGN}",
    "F0B7": "\N{BULLET}",
    "F0B8": "\N{DIVISION SIGN}",
    "F0B9": "\N{NOT EQUAL TO}",
    "F0BB": "\N{ALMOST EQUAL TO}",
    "F0A0": "\N{EURO SIGN}",
    "F061": "\N{GREEK SMALL LETTER ALPHA}",
    "F062": "\N{GREEK SMALL LETTER BETA}",
    "F06D": "\N{GREEK SMALL LETTER MU}",
    "F044": "\N{GREEK CAPITAL LETTER DELTA}",
}


@dataclass(slots=True)
class Range:
    """Where a comment stands, as far as it has been met."""

    mark: Mark | None = None
    end: int | None = None
    #: Where its reference stands.
    at: int | None = None


@dataclass(slots=True)
class Field:
    """A field: what it is told to show, then what it shows."""

    told: list[str] = field(default_factory=list)
    shows: bool = False
    link: tuple[Mark, str] | None = None


@dataclass(slots=True)
class Found:
    """What is marked in a text, in order."""

    zones: list[Zoned] = field(default_factory=list)
    links: list[tuple[Span, AnnotationKind, str]] = field(default_factory=list)
    runs: list[tuple[Span, AnnotationKind, str]] = field(default_factory=list)
    comments: dict[str, Range] = field(default_factory=dict)
    #: Foot- and endnotes: kind, id, and where the mark stands.
    references: list[tuple[AnnotationKind, str, int]] = field(default_factory=list)
    boxes: list[Span] = field(default_factory=list)
    languages: Counter[str | None] = field(default_factory=Counter)
    changes: int = 0
    hidden: int = 0
    embedded: int = 0


class Walk:
    """Writes a part onto `sheet` and into `found`."""

    def __init__(self, sheet: Sheet, found: Found, part: Part, house: Styles) -> None:
        self._sheet = sheet
        self._found = found
        self._part = part
        self._styles = house
        self._fields: list[Field] = []
        self._asides: list[Element] = []
        self._silent = 0
        self._told = 0
        self._linked = 0
        #: Depth of tables, whose zone is that of all in them.
        self._tables = 0
        self._lead = ""
        #: Whether the rest of the run is a mark of its own for a note, and no word.
        self._typed_mark = False

    def walk(self, element: Element) -> None:
        for child in element:
            handle = _HANDLERS.get(child.tag)
            if handle:
                handle(self, child)
            elif child.tag not in _SKIPPED:
                self.walk(child)

    # Blocks

    def paragraph(self, element: Element) -> None:
        outer, self._asides = self._asides, []
        mark = self._sheet.open()
        self.walk(element)
        asides, self._asides = self._asides, outer
        self._end_fields()
        self._end_paragraph(element, self._sheet.close(mark))
        for aside in asides:
            self._aside(aside)

    def _end_paragraph(self, element: Element, span: Span) -> None:
        zone = self._styles.zone(element)
        if zone and span.start < span.end and not self._tables:
            self._found.zones.append(Zoned(*span, zone))
        # A paragraph whose mark was deleted runs on in the next.
        if element.find(f"{W}pPr/{W}rPr/{W}del") is None:
            self._sheet.end_paragraph(spaced=not self._tables)

    def _end_fields(self) -> None:
        """An instruction that is never closed must not swallow the rest."""
        if self._told:
            self._fields = [each for each in self._fields if each.shows]
            self._told = 0

    def _aside(self, box: Element) -> None:
        mark = self._sheet.open()
        self.walk(box)
        span = self._sheet.close(mark)
        if span.start < span.end:
            self._found.boxes.append(span)

    def text_box(self, element: Element) -> None:
        """It stands beside its paragraph, so it is written after it."""
        if not self._silent:
            self._asides.append(element)

    def table(self, element: Element) -> None:
        if _is_frame(element):
            self.walk(element)
            return
        mark = self._sheet.open()
        self._tables += 1
        self.walk(element)
        self._tables -= 1
        span = self._sheet.close(mark)
        if span.start < span.end and not self._tables:
            self._found.zones.append(Zoned(*span, Zone.TABLE))

    def row(self, element: Element) -> None:
        deleted = element.find(f"{W}trPr/{W}del") is not None
        outer, self._lead, before = self._lead, self._sheet.gap, self._sheet.at
        gap = self._lead
        with self._silenced(on=deleted):
            self.walk(element)
        self._sheet.gap = gap if self._sheet.at == before else self._sheet.line_end
        self._lead = outer

    def cell(self, element: Element) -> None:
        """A tab stands before each cell but the first; empty cells at the end leave none."""
        before = self._sheet.at
        self._sheet.gap = self._lead
        self.walk(element)
        between = "\t" if self._tables else self._sheet.line_end
        self._lead = between if self._sheet.at > before else self._lead + between

    # Runs

    def run(self, element: Element) -> None:
        properties = element.find(f"{W}rPr")
        if styles.is_on(properties, "vanish"):
            self._found.hidden += 1
            with self._silenced():
                self.walk(element)
            return
        mark, before = self._sheet.open(), self._sheet.at
        self.walk(element)
        self._typed_mark = False
        span = self._sheet.close(mark)
        if span.start < span.end:
            said = styles.language(properties) or self._styles.language
            self._found.languages[said] += self._sheet.at - before
            self._mark_run(span, properties)

    def _mark_run(self, span: Span, properties: Element | None) -> None:
        colour = styles.colour(properties)
        if colour:
            self._found.runs.append((span, AnnotationKind.HIGHLIGHT, colour))
        if styles.is_on(properties, "u") and not self._linked:
            self._found.runs.append((span, AnnotationKind.UNDERLINE, ""))

    def text(self, element: Element) -> None:
        # What looks like the end of a line in the file is none in the text.
        self._put((element.text or "").replace("\r", " ").replace("\n", " "), element)

    def tab(self, element: Element) -> None:
        self._put("\t", element)

    def line_break(self, _element: Element) -> None:
        if not self._mute():
            self._sheet.break_line()

    def hyphen(self, element: Element) -> None:
        soft = element.tag == f"{W}softHyphen"
        self._put("\N{SOFT HYPHEN}" if soft else "\N{NON-BREAKING HYPHEN}", element)

    def symbol(self, element: Element) -> None:
        code = element.get(f"{W}char", "").upper()
        if element.get(f"{W}font", "") == "Symbol" and f"F0{code[-2:]}" in _SYMBOLS:
            self._put(_SYMBOLS[f"F0{code[-2:]}"], element)
        elif code.isalnum() and len(code) <= 4:  # noqa: PLR2004  four hexadecimal digits
            self._put(_character(code), element)

    def _put(self, text: str, origin: Element) -> None:
        if not self._mute():
            self._sheet.put(text, origin)

    def _mute(self) -> bool:
        return bool(self._silent or self._told or self._typed_mark)

    # Fields and links

    def field_part(self, element: Element) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin" if len(self._fields) < _DEEPEST_FIELD:
                self._fields.append(Field())
                self._told += 1
            case "separate" if self._fields and not self._fields[-1].shows:
                self._show(self._fields[-1])
            case "end" if self._fields:
                self._end_field(self._fields.pop())

    def _show(self, begun: Field) -> None:
        begun.shows = True
        self._told -= 1
        address = styles.field_address("".join(begun.told))
        if address:
            begun.link = self._sheet.open(), address
            self._linked += 1

    def _end_field(self, ended: Field) -> None:
        if not ended.shows:
            self._told -= 1
        if ended.link:
            self._linked -= 1
            self._add_link(*ended.link)

    def instruction(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].told.append(element.text or "")

    def simple_field(self, element: Element) -> None:
        self._link(element, styles.field_address(element.get(f"{W}instr", "")))

    def hyperlink(self, element: Element) -> None:
        address = self._part.address(element.get(f"{R}id"))
        place = element.get(f"{W}anchor")
        if address and place and "#" not in address:
            address = f"{address}#{place}"
        self._link(element, styles.web(address))

    def _link(self, element: Element, address: str | None) -> None:
        mark = self._sheet.open()
        self._linked += 1
        self.walk(element)
        self._linked -= 1
        if address:
            self._add_link(mark, address)

    def _add_link(self, mark: Mark, address: str) -> None:
        span = self._sheet.close(mark)
        if span.start < span.end:
            self._found.links.append((span, AnnotationKind.LINK, address))

    # Notes

    def footnote(self, element: Element) -> None:
        self._reference(AnnotationKind.FOOTNOTE, element)

    def endnote(self, element: Element) -> None:
        self._reference(AnnotationKind.ENDNOTE, element)

    def _reference(self, kind: AnnotationKind, element: Element) -> None:
        if self._silent:
            return
        self._found.references.append((kind, element.get(f"{W}id", ""), self._sheet.at))
        self._typed_mark = styles.is_true(element.get(f"{W}customMarkFollows", "0"))

    def comment_start(self, element: Element) -> None:
        place = self._comment(element)
        place.mark = place.mark or self._sheet.open()

    def comment_end(self, element: Element) -> None:
        self._comment(element).end = self._sheet.at

    def comment_reference(self, element: Element) -> None:
        self._comment(element).at = self._sheet.at

    def _comment(self, element: Element) -> Range:
        return self._found.comments.setdefault(element.get(f"{W}id", ""), Range())

    # What was changed, and what is there twice

    def inserted(self, element: Element) -> None:
        self._found.changes += 1
        self.walk(element)

    def deleted(self, element: Element) -> None:
        # The other end of a move is counted.
        self._found.changes += element.tag == f"{W}del"
        with self._silenced():
            self.walk(element)

    @contextmanager
    def _silenced(self, *, on: bool = True) -> Iterator[None]:
        """Nothing is written, but comments begin and end in what was deleted too."""
        self._silent += on
        yield
        self._silent -= on

    def alternatives(self, element: Element) -> None:
        choices = element.findall(f"{MC}Choice") or element.findall(f"{MC}Fallback")
        if choices:
            self.walk(choices[0])

    def embedded(self, _element: Element) -> None:
        self._found.embedded += 1


def _is_frame(table: Element) -> bool:
    """A table of one cell is a box around text."""
    return sum(1 for _ in islice(table.iter(f"{W}tc"), 2)) == 1


def _character(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xD800 <= number <= 0xDFFF or number < 0x20 else chr(number)  # noqa: PLR2004


_HANDLERS: dict[str, Callable[[Walk, Element], None]] = {
    f"{W}p": Walk.paragraph,
    f"{W}tbl": Walk.table,
    f"{W}tr": Walk.row,
    f"{W}tc": Walk.cell,
    f"{W}txbxContent": Walk.text_box,
    f"{W}r": Walk.run,
    f"{W}t": Walk.text,
    f"{M}t": Walk.text,
    f"{W}tab": Walk.tab,
    f"{W}ptab": Walk.tab,
    f"{W}br": Walk.line_break,
    f"{W}cr": Walk.line_break,
    f"{W}noBreakHyphen": Walk.hyphen,
    f"{W}softHyphen": Walk.hyphen,
    f"{W}sym": Walk.symbol,
    f"{W}fldChar": Walk.field_part,
    f"{W}instrText": Walk.instruction,
    f"{W}fldSimple": Walk.simple_field,
    f"{W}hyperlink": Walk.hyperlink,
    f"{W}footnoteReference": Walk.footnote,
    f"{W}endnoteReference": Walk.endnote,
    f"{W}commentRangeStart": Walk.comment_start,
    f"{W}commentRangeEnd": Walk.comment_end,
    f"{W}commentReference": Walk.comment_reference,
    f"{W}ins": Walk.inserted,
    f"{W}moveTo": Walk.inserted,
    f"{W}del": Walk.deleted,
    f"{W}moveFrom": Walk.deleted,
    f"{MC}AlternateContent": Walk.alternatives,
    f"{W}altChunk": Walk.embedded,
}

# Properties, which hold tabs and marks of their own, and what is read above the base line.
_SKIPPED = {
    f"{W}{name}"
    for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr", "rt")
}
