"""W3C Web Annotations, in and out: as JSON-LD, as JSON lines, and as Hypothesis exports them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from factcheck.documents import html
from factcheck.errors import BadInput
from factcheck.exchange.json_records import records
from factcheck.exchange.webannotations_out import write
from factcheck.text.plain import MAX_BYTES, check_characters, decode

__all__ = ["WebAnnotation", "read", "write"]

#: Members under which collections, pages and exports keep their annotations.
LISTS = ("first", "items", "rows", "annotations")
#: A selector may be refined by another, and that one again.
_DEEPEST = 10

_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)


@dataclass(frozen=True, slots=True)
class WebAnnotation:
    """A note or a mark on words of a page; on the page itself where `exact` is None."""

    exact: str | None
    prefix: str
    suffix: str
    #: In characters of the page that it was made on, which need not be our text.
    start: int | None
    end: int | None
    text: str
    tags: tuple[str, ...]
    author: str | None
    #: When it was written, ISO 8601.
    created: str | None
    #: The address of the page.
    source: str | None
    uid: str | None
    #: The uid of the annotation that this one answers.
    answers: str | None = None


Item = tuple[int, WebAnnotation | BadInput]


def read(file: BinaryIO) -> Iterator[Item]:
    """Each annotation with the line that it begins on, or what is wrong with it there.

    Raises BadInput for more than 25 MB, another encoding than UTF-8, and no annotation at all.
    """
    text = decode(file.read(MAX_BYTES + 1), "The annotations")
    found = False
    for line, record in records(text, LISTS):
        found = True
        if isinstance(record, BadInput):
            yield line, record
            continue
        for each in _each_target(record, line):
            yield line, each
    if not found:
        hint = "Annotations as JSON-LD, or an export of Hypothesis."
        raise BadInput("There is no annotation in it.", hint=hint, line=1)


def _each_target(record: Any, line: int) -> Iterator[WebAnnotation | BadInput]:
    """One for each place that it is put on."""
    try:
        for target in _targets(record):
            yield _annotation(record, target)
    except BadInput as error:
        error.line = line
        yield error


def _targets(record: Any) -> list[Any]:
    if not isinstance(record, dict) or not record.keys() & {"target", "uri"}:
        message = f"{record!r:.60} is no annotation: it has no target."
        raise BadInput(message, hint="As in the Web Annotation Data Model of the W3C.")
    return _listed(record.get("target")) or [None]


def _annotation(record: dict[str, Any], target: Any) -> WebAnnotation:
    body = _Body(record)
    selectors = list(_selectors(target.get("selector"), 0)) if isinstance(target, dict) else []
    quote = _of_type(selectors, "TextQuoteSelector")
    position = _of_type(selectors, "TextPositionSelector")
    return WebAnnotation(
        exact=_text(quote, "exact"),
        prefix=_text(quote, "prefix") or "",
        suffix=_text(quote, "suffix") or "",
        start=_number(position, "start"),
        end=_number(position, "end"),
        text=body.text,
        tags=tuple(dict.fromkeys(body.tags)),
        author=_author(record),
        created=_time(_text(record, "created") or _text(record, "updated")),
        source=_source(target) or _text(record, "uri") or _text(record, "url"),
        uid=_text(record, "id"),
        answers=_answers(record, target),
    )


def _text(record: dict[str, Any], name: str) -> str | None:
    """A member that must be text; blank is none. Raises BadInput."""
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadInput(f"{name} is {value!r:.60}, not text.", hint="Put it into quotation marks.")
    check_characters(value, name)
    return value if value.strip() else None


def _number(record: dict[str, Any], name: str) -> int | None:
    value = record.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _listed(value: Any) -> list[Any]:
    """JSON-LD writes one thing without the list around it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


# Places


def _selectors(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every selector, those inside of others too."""
    if depth > _DEEPEST:
        return
    for each in _listed(value):
        if isinstance(each, dict):
            yield each
            for name in ("refinedBy", "items", "default"):
                yield from _selectors(each.get(name), depth + 1)


def _of_type(selectors: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    for each in selectors:
        if any(str(name).rpartition(":")[2] == wanted for name in _listed(each.get("type"))):
            return each
    return {}


def _source(target: Any) -> str | None:
    if isinstance(target, str):
        return target
    if not isinstance(target, dict):
        return None
    source = target.get("source") or target.get("id")
    return _text(source, "id") if isinstance(source, dict) else _text({"source": source}, "source")


def _answers(record: dict[str, Any], target: Any) -> str | None:
    """Hypothesis names the whole thread, from its beginning; the W3C points at the annotation."""
    thread = [each for each in _listed(record.get("references")) if isinstance(each, str)]
    if thread:
        return thread[0]
    is_reply = "replying" in _listed(record.get("motivation"))
    return _source(target) if is_reply else None


# What is said


class _Body:
    """The words of an annotation, and its tags."""

    def __init__(self, record: dict[str, Any]) -> None:
        said = [_text(record, "text") or "", _text(record, "bodyValue") or ""]
        self.tags = [each for each in _listed(record.get("tags")) if isinstance(each, str)]
        for body in _listed(record.get("body")):
            words = self._words(body)
            if isinstance(body, dict) and "tagging" in _listed(body.get("purpose")):
                self.tags.append(words)
            else:
                said.append(words)
        self.text = "\n".join(words for words in said if words)
        self.tags = [tag.strip() for tag in self.tags if tag.strip()]
        check_characters(" ".join(self.tags), "tag")

    def _words(self, body: Any) -> str:
        if not isinstance(body, dict):
            return _text({"body": body}, "body") or ""
        if isinstance(body.get("items"), list):
            return "\n".join(filter(None, map(self._words, body["items"][:1])))
        words = (_text(body, "value") or _source(body) or "").strip()
        return _shown(words) if words and body.get("format") == "text/html" else words


def _shown(markup: str) -> str:
    """What a reader of the markup sees; all of it where that is nothing."""
    try:
        return html.read(markup.encode(), "utf-8").text.strip() or markup
    except BadInput:
        return markup


def _author(record: dict[str, Any]) -> str | None:
    """`acct:jane@hypothes.is` -> jane; of the W3C's creator the name."""
    shown = record.get("user_info")
    named = _text(shown, "display_name") if isinstance(shown, dict) else None
    if named:
        return named
    for who in (*_listed(record.get("creator")), record.get("user"), record.get("username")):
        if isinstance(who, dict):
            found = next(filter(None, (_text(who, k) for k in ("name", "nickname", "id"))), None)
        else:
            found = _text({"creator": who}, "creator")
        if found:
            account = found.removeprefix("acct:")
            return account if account == found else account.partition("@")[0]
    return None


def _time(text: str | None) -> str | None:
    return text if text and _TIME.fullmatch(text) else None
