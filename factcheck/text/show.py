"""Text from anywhere, made fit for a terminal."""

import re
import unicodedata

# Controls, bidi marks, invisible format characters, tags, lone surrogates, odd line breaks.
# The joiners U+200C and U+200D stay, and the soft hyphen: ordinary text needs them.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f]"
)
_WIDE = re.compile("[^\x00-\u02ff]")


def harmless(text: str) -> str:
    r"""`text` with what could act on a terminal as visible escapes, like \x1b."""
    return _ACTING.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shorten(text: str, width: int) -> str:
    """`text` harmless and on one line, with "..." at the end where it had to be cut.

    `width` is in terminal cells; a Chinese character or an emoji takes two.
    """
    line = harmless(" ".join(text.split()))
    if width_of(line) <= width:
        return line
    return line[: _fitting(line, width - 3)].rstrip() + "..."[: max(width, 0)]


def width_of(text: str) -> int:
    """The terminal cells that `text` takes."""
    return sum(map(_cells, text)) if _WIDE.search(text) else len(text)


def _fitting(line: str, width: int) -> int:
    """How many characters of `line` fit, marks kept with their letter."""
    used = 0
    for place, char in enumerate(line):
        used += _cells(char)
        if used > width:
            return place
    return len(line)


def _cells(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
