"""The whole text of a page or a file, for looking a quotation up in it."""

from dataclasses import dataclass, field

from factcheck.looks import PageMark, Trouble

#: Raised when text comes out otherwise; kept with every text, so that two texts of one source
#: are compared only where one reader made both.
EXTRACTOR = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """What the markup says of a stretch of the text, in code points."""

    start: int
    end: int
    kind: PageMark


@dataclass(slots=True)
class Page:
    """What a page shows, then what it holds unseen, and the signs by which pages are judged."""

    #: The visible text, block by block; behind it the hidden text, under one mark.
    text: str
    #: `html`, `pdf`, `docx`, `text`, `markdown`, `json`, `csv`, `xml`; else `other`.
    kind: str
    #: In order; a HIDDEN one may hold a STRUCK one.
    marks: list[Mark] = field(default_factory=list)
    title: str | None = None
    #: BCP 47.
    language: str | None = None
    #: The address that the page calls its own (rel=canonical).
    canonical: str | None = None
    #: Where the page sends its readers by itself within ten seconds; not followed.
    refresh: str | None = None
    #: The page's JSON-LD says that not all of it is free.
    paywalled: bool = False
    #: There is a field for a password.
    password: bool = False
    #: Hardly any text, and scripts that would bring more.
    scripted: bool = False
    #: ISO 8601, a day.
    published: str | None = None
    #: ISO 8601, a day or a time.
    modified: str | None = None
    #: How many elements link somewhere.
    links: int = 0
    #: Words of the visible text, divided by blanks.
    words: int = 0
    #: Why the text may not be all; text that was found is kept.
    trouble: Trouble | None = None
    #: What was decided on the way, a sentence each.
    remarks: list[str] = field(default_factory=list)
