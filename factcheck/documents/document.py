"""What is taken out of a file, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.words import AnnotationKind, Format, Zone


@dataclass(frozen=True, slots=True)
class Zoned:
    """A stretch of the text, in code points, that is not plain body."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, a link or a mark that somebody put on words (W3C Web Annotation).

    `start` and `end` are code points of the document's text; they are equal where the note is
    about the document and not about words of it.
    """

    start: int
    end: int
    kind: AnnotationKind
    #: What the note says; empty for a bare link or mark.
    text: str = ""
    author: str | None = None
    #: When it was written, ISO 8601.
    on: str | None = None
    urls: Sequence[str] = ()
    #: Of a highlighted run: yellow, green ...
    colour: str | None = None
    #: The first comment of the thread that this one answers, in full.
    answers: str | None = None
    #: Whether the thread is marked as done.
    resolved: bool = False


@dataclass(slots=True)
class Document:
    """A text with its zones and notes, and what the file says of itself."""

    text: str
    format: Format
    #: In order, without overlaps; what lies in none is body.
    zones: list[Zoned] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    #: ISO 8601, a day or a time.
    published: str | None = None
    #: BCP 47: `en`, `pt-BR`.
    language: str | None = None
    #: The canonical address that a page names.
    url: str | None = None
    #: What was left out or decided on the way, a sentence each, for whoever imports it.
    remarks: list[str] = field(default_factory=list)
