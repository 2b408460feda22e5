"""The text of an element, with the stretches of it that are more than body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from factcheck.documents.document import Zoned
from factcheck.documents.html_roles import STRUCK, is_deck, is_left_out, is_note_target, zone_of
from factcheck.documents.html_tree import BLOCKS, Element, walk
from factcheck.documents.html_writer import Mark, Writer
from factcheck.words import Zone

_MARKED = frozenset({"a", "mark", "u"})
_RAISED = re.compile("[0-9+\u2212-]+")
# Ten squared must not become 102, nor a page's unlinked footnote mark the end of a number.
_RAISE = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LONGEST_SIGN = 20
_LONGEST_ARROW = 3
_PARAGRAPH = 80
_LONG_CELL = 1_000


@dataclass(slots=True)
class Note:
    """A footnote mark that stood at `at`, and the element it leads to."""

    at: int
    target: Element


@dataclass(slots=True)
class Written:
    text: str
    zones: list[Zoned]
    #: The links, <mark>s and <u>s, with the words they are on.
    marks: list[tuple[Element, Mark]]
    notes: list[Note]
    struck: bool


def write(tops: list[Element], spared: set[Element], ids: dict[str, Element]) -> Written:
    """The text of `tops`, one after another; `ids` are the page's elements by their id."""
    walker = _Walk(spared, ids)
    for top in tops:
        walker.run(top)
    walker.cut()
    zones = [Zoned(mark.start, mark.end, zone) for zone, mark in walker.runs if mark.holds]
    marks = [(element, mark) for element, mark in walker.marks if mark.holds]
    return Written(walker.writer.text, zones, marks, walker.notes, walker.struck)


@dataclass(slots=True)
class _Left:
    """Stands on the stack where an element ends."""

    element: Element


@dataclass(slots=True)
class _Walk:
    spared: set[Element]
    ids: dict[str, Element]
    writer: Writer = field(default_factory=Writer)
    runs: list[tuple[Zone, Mark]] = field(default_factory=list)
    marks: list[tuple[Element, Mark]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    struck: bool = False
    #: The zones that are open, and the mark of the innermost one.
    zones: list[tuple[Element, Zone]] = field(default_factory=list)
    run_mark: Mark | None = None
    open_marks: list[tuple[Element, Mark]] = field(default_factory=list)
    #: The data table that is being written, and how many cells its row has so far.
    table: Element | None = None
    cells: int = 0
    verbatim: int = 0
    raised: int = 0
    #: The headline, from its end until the standfirst or the first paragraph.
    headline: Element | None = None
    headline_end: int = 0

    def run(self, top: Element) -> None:
        waiting: list[Element | str | _Left] = [top]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                self._words(item)
            elif isinstance(item, _Left):
                self._leave(item.element)
            elif item is top or self._is_shown(item):
                self._enter(item)
                waiting.append(_Left(item))
                waiting.extend(reversed(item.children))

    def _is_shown(self, element: Element) -> bool:
        if is_left_out(element, self.spared):
            return False
        if element.tag in STRUCK:
            self.struck = self.struck or element.weight > 0
            return False
        return not (self._is_note_sign(element) or self._leads_back(element))

    def _leads_back(self, element: Element) -> bool:
        """The arrow from a footnote back to its mark."""
        if element.tag != "a" or not self.zones or self.zones[-1][1] is not Zone.FOOTNOTE:
            return False
        return element.get("href").startswith("#") and element.weight <= _LONGEST_ARROW

    def _is_note_sign(self, element: Element) -> bool:
        """Takes a footnote mark out of the text, remembering where it stood."""
        if element.tag not in {"a", "sup"} or not 0 < element.weight <= _LONGEST_SIGN:
            return False
        if self.zones and self.zones[-1][1] is Zone.FOOTNOTE:
            return False
        targets = list(self._targets(element))
        self.notes += [Note(self.writer.length, target) for target in targets]
        return bool(targets)

    def _targets(self, element: Element) -> Iterator[Element]:
        for link in islice(walk(element), 20):
            target = self.ids.get(link.get("href").partition("#")[2])
            if link.tag == "a" and link.get("href").startswith("#") and target is not None:
                raised = element.tag == "sup" or _has_sup(link) or "noteref" in link.get("role")
                if raised and is_note_target(target):
                    yield target

    def _words(self, text: str) -> None:
        if self.verbatim:
            self.writer.verbatim(text)
        elif self.raised and _RAISED.fullmatch(text.strip()):
            self.writer.words(text.translate(_RAISE))
        else:
            self.writer.words(text)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        self._break(element)
        if tag == "table" and self.table is None and not _is_layout(element):
            self.table = element
        self.verbatim += tag == "pre"
        self.raised += tag == "sup"
        zone = self._zone(element)
        if zone is not None and not (self.zones and self.zones[-1][1] is zone):
            self._open_zone(element, zone)
        if tag in _MARKED:
            mark = self.writer.open()
            self.marks.append((element, mark))
            self.open_marks.append((element, mark))

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if self.open_marks and self.open_marks[-1][0] is element:
            self.writer.close(self.open_marks.pop()[1])
        if self.zones and self.zones[-1][0] is element:
            self._close_zone()
        self.verbatim -= tag == "pre"
        self.raised -= tag == "sup"
        if self.table is element:
            self.table = None
        if tag == "h1" and element.weight:
            self.headline, self.headline_end = element, self.writer.length
        if tag not in {"td", "th", "br"}:
            self._break(element)

    def _break(self, element: Element) -> None:
        """What stands between this element and the text before or after it."""
        tag = element.tag
        if tag not in BLOCKS:
            return
        if self.table is None or tag in {"table", "caption"}:
            self.writer.line()
        elif tag == "tr":
            self.writer.line()
            self.cells = 0
        elif tag in {"td", "th"}:
            if self.cells:
                self.writer.tab()
            self.cells += 1
        elif tag not in {"tbody", "thead", "tfoot"}:
            self.writer.blank()

    def _zone(self, element: Element) -> Zone | None:
        if self._is_deck(element):
            self.headline = None
            return Zone.DECK
        if element is self.table:
            return Zone.TABLE
        zone = zone_of(element)
        # A heading inside a caption, a table or a pull-quote is a part of that.
        inside = bool(self.zones) and self.zones[-1][1] is not Zone.FOOTNOTE
        return None if zone is Zone.HEADLINE and inside else zone

    def _is_deck(self, element: Element) -> bool:
        if self.headline is None or self.zones:
            return False
        if is_deck(element):
            return True
        if element.tag == "h2" and self.writer.length == self.headline_end:
            return element.parent is self.headline.parent
        if element.tag == "p" and element.weight >= _PARAGRAPH:
            self.headline = None
        return False

    def _open_zone(self, element: Element, zone: Zone) -> None:
        self.cut()
        self.zones.append((element, zone))
        self._begin(zone)

    def _close_zone(self) -> None:
        self.cut()
        self.zones.pop()
        if self.zones:
            self._begin(self.zones[-1][1])

    def _begin(self, zone: Zone) -> None:
        self.run_mark = self.writer.open()
        self.runs.append((zone, self.run_mark))

    def cut(self) -> None:
        """Ends the stretch of the zone that is open; zones do not overlap."""
        if self.run_mark is not None:
            self.writer.close(self.run_mark)
            self.run_mark = None


def _has_sup(link: Element) -> bool:
    return any(isinstance(child, Element) and child.tag == "sup" for child in link.children)


def _is_layout(table: Element) -> bool:
    """A table that old pages are built of, not one with data."""
    if table.get("role") in {"presentation", "none"}:
        return True
    return any(_builds(one) for one in walk(table) if one is not table)


def _builds(element: Element) -> bool:
    if element.tag in {"table", "h1", "article", "main"}:
        return True
    return element.tag in {"td", "th"} and element.weight > _LONG_CELL
