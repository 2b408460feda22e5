"""JSON as it stands on web pages: mended where it is clear what was meant.

Never guessed: brackets that do not match, text that breaks off, names without quotation marks,
texts in single ones. Line breaks stay, so that a line is the same before and after.
"""

import html
import re
from collections.abc import Iterator

COMMENT = "The JSON stood in a comment, which was taken out."
MARK = "A byte order mark before the JSON was taken out."
SEMICOLON = "A semicolon after the JSON was taken out."
ENTITIES = "HTML entities were read as the quotation marks that they stand for."
COMMAS = "Commas with nothing after them were taken out."
CONTROLS = "Raw line breaks or control characters inside texts were read as they are."
SEVERAL = "Several objects stood one after another, and all were read."

# <!--, <![CDATA[, //<![CDATA[, /*<![CDATA[*/, and what closes them.
_OPENING = re.compile(r"\s*(?:<!--|(?://|/\*)?[ \t]{0,20}<!\[CDATA\[(?:[ \t]{0,20}\*/)?)")
_CLOSING = re.compile(r"(?:(?://)?[ \t]{0,20}-->|(?://|/\*)?[ \t]{0,20}\]\]>(?:[ \t]{0,20}\*/)?)\Z")
_LONGEST_CLOSING = 60
_MOST_WRAPPINGS = 3
# A text with its quotation marks, to the end where it is never closed: so none is read twice.
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_SPARE = re.compile(_TEXT + r"|(,)(?=\s*[}\]])", re.DOTALL)
_RAW = re.compile(r"[\x00-\x1f]")
_QUOTES = re.compile(r"&(?:quot|#0*34|#x0*22);", re.IGNORECASE)


def mended(text: str) -> tuple[str, list[str]]:
    """`text` with its flaws mended, and what was done, a sentence each.

    What is still no JSON then was not meant clearly.
    """
    remarks: list[str] = []
    for mend in (_without_wrapping, _with_quotes, _without_spare_commas):
        text = mend(text, remarks)
    if any(_RAW.search(text, start, end) for start, end in _texts(text)):
        remarks.append(CONTROLS)
    return text, remarks


def _without_wrapping(text: str, remarks: list[str]) -> str:
    """Without comments, CDATA, byte order mark and semicolon around the JSON."""
    start = _opened(text, remarks)
    return _lines(text[:start]) + _closed(text[start:], remarks)


def _opened(text: str, remarks: list[str]) -> int:
    """Where the JSON begins."""
    start = 0
    for _ in range(_MOST_WRAPPINGS):
        if text.startswith("\ufeff", start):
            start += 1
            _remark(remarks, MARK)
        if opening := _OPENING.match(text, start):
            start = opening.end()
            _remark(remarks, COMMENT)
    return start


def _closed(text: str, remarks: list[str]) -> str:
    for _ in range(_MOST_WRAPPINGS):
        text = text.rstrip()
        closing = _CLOSING.search(text[-_LONGEST_CLOSING:])
        if closing:
            text = text[: -len(closing[0])]
            _remark(remarks, COMMENT)
        elif text.endswith(";"):
            text = text[:-1]
            _remark(remarks, SEMICOLON)
    return text


def _lines(text: str) -> str:
    return "\n" * text.count("\n")


def _remark(remarks: list[str], remark: str) -> None:
    if remark not in remarks:
        remarks.append(remark)


def _with_quotes(text: str, remarks: list[str]) -> str:
    """With quotation marks in place of their entities, where there are no others."""
    if '"' in text or not _QUOTES.search(text):
        return text
    remarks.append(ENTITIES)
    return html.unescape(text)


def _without_spare_commas(text: str, remarks: list[str]) -> str:
    pieces, done = [], 0
    for found in _SPARE.finditer(text):
        if found[1]:
            pieces.append(text[done : found.start()])
            done = found.end()
    if not done:
        return text
    remarks.append(COMMAS)
    return "".join(pieces) + text[done:]


def _texts(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _SPARE.finditer(text) if not found[1])
