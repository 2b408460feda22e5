"""Which comments of a DOCX file answer which, and which of them are ours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.documents import own_comments
from factcheck.documents.document import Annotation
from factcheck.documents.docx_package import Element, Part
from factcheck.documents.docx_styles import W, is_true
from factcheck.text.spans import Span

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"

# Word keeps threads flat; a longer chain was not made by hand.
_LONGEST_CHAIN = 100
_TO_THE_SECOND = len("2026-11-20T10:00:00")


@dataclass(slots=True)
class Threads:
    """Comments by id: what each answers, and which are done with."""

    parents: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    def first(self, number: str) -> str:
        """The comment that began the thread in which this one stands."""
        for _ in range(_LONGEST_CHAIN):
            if number not in self.parents:
                break
            number = self.parents[number]
        return number

    def is_done(self, number: str) -> bool:
        return number in self.done or self.first(number) in self.done


def read(elements: Iterable[Element], extended: Part | None) -> Threads:
    """What Word says of them; it knows a comment by its last paragraph."""
    threads = Threads()
    if extended is None:
        return threads
    ids = {
        paragraph.get(f"{W14}paraId", ""): element.get(f"{W}id", "")
        for element in elements
        for paragraph in element.iter(f"{W}p")
    }
    # Paragraphs without a name are not one and the same.
    ids.pop("", None)
    for each in extended.root.iter(f"{W15}commentEx"):
        number = ids.get(each.get(f"{W15}paraId", ""))
        parent = ids.get(each.get(f"{W15}paraIdParent", ""))
        if number is not None and is_true(each.get(f"{W15}done", "0")):
            threads.done.add(number)
        if number is not None and parent is not None:
            threads.parents[number] = parent
    return threads


def by_place(
    comments: Sequence[tuple[str, Annotation]], places: Mapping[str, Span]
) -> dict[str, str]:
    """Answers in files of programs that write no threads.

    Google Docs and older LibreOffice leave an answer on the very words of what it answers. Where
    two of ours stand on the same words, nothing says which of them is meant.
    """
    ours: dict[Span, list[tuple[str, Annotation]]] = {}
    others = []
    for number, each in comments:
        place = places.get(number)
        if place is None or place.start == place.end:
            continue
        if is_ours(each):
            ours.setdefault(place, []).append((number, each))
        else:
            others.append((number, each, ours.get(place, [])))
    return {
        number: first[0][0]
        for number, each, first in others
        if len(first) == 1 and _is_later(each, first[0][1])
    }


def _is_later(each: Annotation, than: Annotation) -> bool:
    """As far as both are dated; programs write the time of their clock as that of Greenwich."""
    if each.on is None or than.on is None:
        return True
    return each.on[:_TO_THE_SECOND] >= than.on[:_TO_THE_SECOND]


def is_ours(each: Annotation, *, answers: bool = False) -> bool:
    """Whether we wrote it; somebody who answers may quote our last line."""
    if own_comments.reference(each.text) is None:
        return False
    return not answers or each.author == own_comments.AUTHOR


def without_ours(comments: Sequence[tuple[str, Annotation]], threads: Threads) -> list[Annotation]:
    """Each with what it answers, and ours only where somebody wrote into them."""
    said = dict(reversed([(number, each.text) for number, each in comments]))
    kept = []
    for number, each in comments:
        first = threads.first(number)
        answers = said.get(first) if first != number else None
        if not is_ours(each, answers=answers is not None):
            kept.append(replace(each, answers=answers, resolved=threads.is_done(number)))
            continue
        own, more = own_comments.added(each.text)
        if more:
            done = threads.is_done(number)
            kept.append(replace(each, text=more, author=None, answers=own, resolved=done))
    return kept
