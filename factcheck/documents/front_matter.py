"""What a Markdown file says of itself at its head: the few keys of YAML that matter."""

import re

from factcheck.documents.document import Document
from factcheck.text.languages import known

_PAIR = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?:name[ \t]*:[ \t]*)?(.+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_QUOTED = re.compile(r"""(["'])(.+)\1(?:[ \t]++#.*)?""")
_COMMENT = re.compile(r"(?<![ \t])[ \t]++#.*")


def describe(document: Document, front: str) -> None:
    """Put title, authors, day and language of `front` on `document`."""
    said = _pairs(front)
    document.title = _one(said, "title")
    document.authors = said.get("authors") or said.get("author") or said.get("byline") or []
    day = _DAY.match(_one(said, "date", "published") or "")
    document.published = day[0].replace(" ", "T") if day else None
    document.language = known(_one(said, "lang", "language"))


def _one(said: dict[str, list[str]], *keys: str) -> str | None:
    return next((said[key][0] for key in keys if said.get(key)), None)


def _pairs(front: str) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    values: list[str] = []
    for line in front.split("\n"):
        if pair := _PAIR.match(line):
            values = said.setdefault(pair[1].lower(), [])
            values += _values(pair[2])
        elif item := _ITEM.match(line):
            values += _values(item[1])
    return said


def _values(written: str) -> list[str]:
    """`"Ann"` -> `Ann`; `[Ann, Bob]` -> both."""
    bare = _bare(written)
    if bare.startswith("[") and bare.endswith("]"):
        parts = [_bare(part) for part in bare[1:-1].split(",")]
        return [part for part in parts if part]
    return [bare] if bare not in {"", "|", ">", "~", "null"} else []


def _bare(written: str) -> str:
    """Without quotation marks, and without a comment."""
    quoted = _QUOTED.fullmatch(written.strip())
    return quoted[2] if quoted else _COMMENT.sub("", written.strip())
