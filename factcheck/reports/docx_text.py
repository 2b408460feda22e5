"""Text as Word can hold it."""

import re

from factcheck.documents.docx_package import Element
from factcheck.reports.docx_marks import SPACE, element

#: What XML 1.0 cannot hold, as a regular expression.
FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_FORBIDDEN = re.compile(FORBIDDEN)
# These turn the words around them about, or show nothing.
_ACTING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile("(?P<tab>\t)|(?P<br>\r\n|\r|\n)")


def escaped(text: str) -> str:
    r"""What Word cannot hold made visible, like \x1b."""
    return _FORBIDDEN.sub(_escape, text)


def calm(text: str) -> str:
    """Also what acts on the words around it: those are ours."""
    return _ACTING.sub(_escape, escaped(text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004  a byte


def put(run: Element, words: str) -> Element:
    """Words without tabs and ends of lines, in a run."""
    text = element("t", run)
    text.set(SPACE, "preserve")
    text.text = words
    return text


def write(run: Element, words: str) -> None:
    """Any words, in a run."""
    done = 0
    for match in _SPECIAL.finditer(words):
        if done < match.start():
            put(run, words[done : match.start()])
        element(str(match.lastgroup), run)
        done = match.end()
    if done < len(words):
        put(run, words[done:])
