"""Comments put on words of a DOCX file: runs are cut where a comment begins and ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck.documents.docx_package import Element
from factcheck.documents.docx_places import Piece
from factcheck.documents.docx_styles import W
from factcheck.documents.docx_walk import MC, M
from factcheck.text.spans import Span

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What stands in a document for a comment.
BOUNDS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_REFERENCES = {
    f"{W}footnote": f"{W}footnoteReference",
    f"{W}endnote": f"{W}endnoteReference",
}
_DELETED = (f"{W}del", f"{W}moveFrom")


class Cut(NamedTuple):
    """What is put in at one place: the ends of comments stand before the beginnings."""

    ends: list[Element]
    starts: list[Element]


class Marker:
    """Puts comments into a document whose words are `pieces`, at least one."""

    def __init__(self, root: Element, pieces: Sequence[Piece]) -> None:
        self._root = root
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        #: By run, by the element in it, by the place in its text.
        self._runs: dict[Element, dict[Element, dict[int, Cut]]] = {}
        #: Before and after what is not cut.
        self._units: dict[Element, tuple[Cut, Cut]] = {}
        self._notes: dict[tuple[str, str], Element] = {}

    @property
    def end(self) -> int:
        """Where the text of the body ends; notes may follow."""
        numbers = reversed(range(len(self._pieces)))
        return self._pieces[next(filter(self._is_body, numbers), -1)].end

    def mark(self, number: int, span: Span) -> None:
        """Comment `number` on these words; nothing is put in before `finish`."""
        start, *end = _marks(number)
        inside = self._inside(span)
        if not inside:
            self._cut(self._before(span.start), span.start, after=True).starts.extend([start, *end])
            return
        first, last = self._pieces[inside[0]], self._pieces[inside[-1]]
        self._cut(first, span.start, after=False).starts.append(start)
        self._cut(last, span.end, after=True).ends.extend(end)

    def finish(self) -> None:
        for run, cuts in self._runs.items():
            _divide(run, cuts)
        for unit, (before, after) in self._units.items():
            for each in (*before.ends, *before.starts):
                unit.addprevious(each)
            for each in reversed((*after.ends, *after.starts)):
                unit.addnext(each)

    def _inside(self, span: Span) -> Sequence[int]:
        """The first and the last piece of these words, of the body if any of them stand there."""
        low = bisect_right(self._starts, span.start) - 1
        if low < 0 or self._pieces[low].end <= span.start:
            low += 1
        found = range(low, bisect_left(self._starts, span.end))
        first = next(filter(self._is_body, found), None)
        if first is None:
            return found
        return first, next(filter(self._is_body, reversed(found)))

    def _is_body(self, number: int) -> bool:
        """Whether it stands neither in a note nor in a text box, where Word takes no comments."""
        element = self._pieces[number].element
        if not self._is_ours(element):
            return False
        return next(element.iterancestors(f"{W}txbxContent"), None) is None

    def _is_ours(self, element: Element) -> bool:
        return element.getroottree().getroot() is self._root

    def _before(self, at: int) -> Piece:
        """The words before a place where none are, or the first ones."""
        return self._pieces[max(bisect_right(self._starts, at) - 1, 0)]

    def _cut(self, piece: Piece, at: int, *, after: bool) -> Cut:
        """The cut in a run at this place, or the nearest that can be made."""
        element, run = piece.element, piece.element.getparent()
        if not self._is_ours(element) or run.tag != f"{W}r" or _outermost(element) is not run:
            return self._beside(element)[after]
        within = min(max(at, piece.start), piece.end) - piece.start
        place = _size(element) * (within > 0) if piece.whole else piece.offset + within
        cuts = self._runs.setdefault(run, {}).setdefault(element, {})
        return cuts.setdefault(place, Cut([], []))

    def _beside(self, element: Element) -> tuple[Cut, Cut]:
        unit = _outermost(element if self._is_ours(element) else self._reference(element))
        return self._units.setdefault(unit, (Cut([], []), Cut([], [])))

    def _reference(self, element: Element) -> Element:
        """The mark in the body for the note in which an element stands."""
        if not self._notes:
            for each in self._root.iter(*_REFERENCES.values()):
                if next(each.iterancestors(*_DELETED), None) is None:
                    self._notes.setdefault((each.tag, each.get(f"{W}id", "")), each)
        note = next(element.iterancestors(*_REFERENCES))
        return self._notes[_REFERENCES[note.tag], note.get(f"{W}id", "")]


def element(tag: str, parent: Element = None, **attributes: str) -> Element:
    """`<w:tag w:name="value"/>`, in `parent` where one is given."""
    named = {f"{W}{name}": value for name, value in attributes.items()}
    if parent is None:
        return etree.Element(f"{W}{tag}", named, nsmap={"w": W[1:-1]})
    return etree.SubElement(parent, f"{W}{tag}", named)


def _marks(number: int) -> list[Element]:
    """Where a comment begins, where it ends, and the sign that it is there."""
    run = element("r")
    element("rStyle", element("rPr", run), val="CommentReference")
    element("commentReference", run, id=str(number))
    bounds = (element(f"commentRange{end}", id=str(number)) for end in ("Start", "End"))
    return [*bounds, run]


def _outermost(element: Element) -> Element:
    """The largest run, formula or pair of alternatives around it, or the element itself."""
    around = element
    for each in element.iterancestors():
        if each.tag in {f"{W}r", f"{MC}AlternateContent"} or each.tag.startswith(M):
            around = each
    return around


def _divide(run: Element, cuts: dict[Element, dict[int, Cut]]) -> None:
    """A run as several of the same look, with what is put in between them."""
    properties = run.find(f"{W}rPr")
    part = None
    for each in _parted(run, cuts):
        if isinstance(each, Cut):
            for mark in (*each.ends, *each.starts):
                run.addprevious(mark)
            part = None
            continue
        if part is None:
            part = run.makeelement(run.tag, dict(run.attrib))
            if properties is not None:
                part.append(deepcopy(properties))
            run.addprevious(part)
        part.append(each)
    run.getparent().remove(run)


def _parted(run: Element, cuts: dict[Element, dict[int, Cut]]) -> Iterator[Element | Cut]:
    """What is in a run, but its properties, cut."""
    for child in list(run):
        if child.tag != f"{W}rPr":
            yield from _stretches(child, cuts.get(child, {}))


def _stretches(child: Element, cuts: dict[int, Cut]) -> Iterator[Element | Cut]:
    done, text = 0, child.text or ""
    for at in sorted(cuts):
        if at > done:
            yield _stretch(child, text, done, at)
        yield cuts[at]
        done = at
    if done < (len(text) or 1):
        yield _stretch(child, text, done, len(text))


def _stretch(child: Element, text: str, start: int, end: int) -> Element:
    if start == 0 and end >= len(text):
        return child
    part = child.makeelement(child.tag, {**child.attrib, SPACE: "preserve"})
    part.text = text[start:end]
    return part


def _size(child: Element) -> int:
    """What is no text counts as one character."""
    return len(child.text or "") or 1
