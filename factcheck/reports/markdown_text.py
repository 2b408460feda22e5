"""What people wrote, so that nothing in it means anything in Markdown or HTML."""

import re

#: Characters that mean something, and must not in what people wrote.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
#: Words that begin with one of these bring their own quotation marks.
QUOTES = ("\u201c", "\u201e", "\u00ab", '"')

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: At the head of a line these would begin a list, a rule or a heading.
_HEAD = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")


def text(words: object) -> str:
    """All of it on one line."""
    return escaped(" ".join(str(words).split()))


def escaped(words: str) -> str:
    visible = _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", words)
    return _SPECIAL.sub(r"\\\1", visible)


def line(words: str) -> str:
    """A line of its own: what stands at its head begins nothing."""
    return _HEAD.sub(_unheaded, words)


def _unheaded(match: re.Match[str]) -> str:
    if match[2].isdigit():
        return f"{match[1]}{match[2]}\\"
    return f"{match[1]}\\{match[2]}"


def quoted(words: object) -> str:
    shown = text(words)
    return shown if shown[:1] in QUOTES else f"\u201c{shown}\u201d"


def link(title: str, url: str | None) -> str:
    return f"[{text(title)}]({address(url)})" if url else text(title)


def address(url: str) -> str:
    """In angle brackets; blanks in it were refused on the way in."""
    return f"<{url.replace('<', '%3C').replace('>', '%3E').replace(chr(92), '%5C')}>"
