"""The article as a Word file, with a comment on the words of every claim.

Where the file that it came in is given and still holds this text, the comments go into a copy of
it, and all that the author set or wrote there stays. Otherwise a plain file is made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck import documents
from factcheck.documents.docx_package import Package
from factcheck.documents.docx_places import Piece, traced
from factcheck.documents.docx_styles import W
from factcheck.errors import BadInput
from factcheck.reports import docx_comments, docx_old, docx_plain
from factcheck.reports.docx_comments import Comment, Comments
from factcheck.reports.docx_file import Copy
from factcheck.reports.docx_marks import BOUNDS, Marker
from factcheck.text.spans import Span
from factcheck.words import Format, Zone

Shape = Mapping[str, Any]

_WORD = re.compile(r"\S+")
#: Numbers of comments are small; what has more digits is none.
_DIGITS = 9


class Laid(NamedTuple):
    """A file that holds a text, and where in it the text stands."""

    copy: Copy
    pieces: list[Piece]


def report(content: Shape, original: bytes | None = None) -> bytes:
    """A Word file; `original` is the one from which the text of the draft was read.

    For everybody a plain one is made: the original holds what was said and struck out in it.
    """
    draft = _draft(content)
    if content.get("audience") == "public":
        original = None
    laid = None if original is None else _into(original, draft["text"])
    laid = laid or _anew(content, draft)
    docx_old.leave_out(laid.copy)
    _comment(laid, content, draft)
    return laid.copy.data()


def fits(content: Shape, original: bytes) -> bool:
    """Whether `original` is a Word file that holds the text of the draft letter for letter."""
    draft = content.get("draft")
    return draft is not None and _into(original, draft["text"]) is not None


def _into(original: bytes, text: str) -> Laid | None:
    """The original, where the text can be found in it."""
    try:
        # In a process of its own first: what is made to harm does no harm there.
        if documents.read(original, format=Format.DOCX).text != text:
            return None
        package = Package(original)
        copy = Copy(package)
        sheet = traced(package, copy.body)
        # What cannot be unpacked cannot be copied.
        for _ in package.files():
            pass
    except (BadInput, RecursionError):
        return None
    return Laid(copy, sheet.pieces) if str(sheet) == text else None


def _anew(content: Shape, draft: Shape) -> Laid:
    article, text = content.get("article") or {}, draft["text"]
    copy = Copy(Package(docx_plain.template(article, _newest(content))))
    wanted = docx_plain.paragraphs(text, draft["zones"], article.get("title"))
    body = copy.body.root.find(f"{W}body")
    pieces = list(docx_plain.fill(body, text, wanted))
    # What describes the last page is the last in the body.
    body.extend(body.findall(f"{W}sectPr"))
    return Laid(copy, pieces)


def _newest(content: Shape) -> str | None:
    said = map(docx_comments.newest, content["claims"])
    return max(filter(None, said), default=None)


def _draft(content: Shape) -> Shape:
    """The draft; the claims themselves where the report is of claims alone."""
    draft = content.get("draft")
    if draft and draft["text"].strip():
        return dict(draft)
    article = content.get("article") or {}
    title = _line(article.get("title") or "Claims")
    text, marks = _listed(content["claims"], title)
    zone = {"start": 0, "end": len(title), "zone": Zone.HEADLINE.value}
    return {"text": text, "zones": [zone], "marks": marks}


def _listed(claims: Sequence[Shape], head: str) -> tuple[str, list[dict[str, Any]]]:
    """A line for the words of each claim, and where they stand."""
    lines, marks, at = [head], [], len(head) + 1
    for claim in claims:
        lines.append(_line(claim["text"]))
        end = at + len(lines[-1])
        marks.append({"start": at, "end": end, "claim": claim["id"]})
        at = end + 1
    return "\n".join(lines), marks


def _line(words: str) -> str:
    return " ".join(words.split())


def _comment(laid: Laid, content: Shape, draft: Shape) -> None:
    copy, claims = laid.copy, {claim["id"]: claim for claim in content["claims"]}
    if not claims:
        return
    marker = Marker(copy.body.root, laid.pieces)
    written = Comments(copy.comments.root, copy.comments.links)
    body = draft["text"][: marker.end]
    words = content["words"]
    said = [*_placed(draft, claims, words), *_unplaced(draft, claims, words, body)]
    for number, (span, comment) in enumerate(said, _free(copy)):
        written.add(number, comment)
        marker.mark(number, span)
    marker.finish()
    copy.link(written.links)


def _placed(
    draft: Shape, claims: Mapping[int, Shape], words: str
) -> Iterator[tuple[Span, Comment]]:
    """All about a claim at its first place, and at the others where to look."""
    met = set()
    for mark in draft["marks"]:
        number, span = mark["claim"], Span(mark["start"], mark["end"])
        if number in met:
            yield span, docx_comments.again(claims[number], words)
        elif number in claims:
            met.add(number)
            said = docx_comments.of_claim(claims[number], words)
            yield from zip(_narrowed(draft["text"], span, len(said)), said, strict=True)


def _narrowed(text: str, span: Span, times: int) -> Iterator[Span]:
    """The words, then one word less each time.

    Some programs keep of an answer only where it stands: no two comments should stand on the same.
    """
    yield span
    if times > 1:
        ends = [match.end() for match in _WORD.finditer(text, *span)][:-1] or [span.end]
        for number in range(1, times):
            yield Span(span.start, ends[max(len(ends) - number, 0)])


def _unplaced(
    draft: Shape, claims: Mapping[int, Shape], words: str, body: str
) -> Iterator[tuple[Span, Comment]]:
    """What stands nowhere in the text is told at its end: on the last word, the last two ..."""
    placed = {mark["claim"] for mark in draft["marks"]}
    lost = [claim for number, claim in claims.items() if number not in placed]
    said = [each for claim in lost for each in docx_comments.of_claim(claim, words, lost=True)]
    starts = [match.start() for match in _WORD.finditer(body)] if said else []
    for number, each in enumerate(said, 1):
        yield Span(starts[max(len(starts) - number, 0)], len(body)), each


def _free(copy: Copy) -> int:
    """The first number above those of all comments in the file."""
    elements = [*copy.comments.root, *copy.body.root.iter(*BOUNDS)]
    numbers = [each.get(f"{W}id", "") for each in elements]
    known = (int(n) for n in numbers if n.isascii() and n.isdecimal() and len(n) <= _DIGITS)
    return max(known, default=-1) + 1
