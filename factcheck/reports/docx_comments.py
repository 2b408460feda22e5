"""What the comments of a DOCX report say of a claim, and the part of the file that holds them."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from factcheck.documents import own_comments
from factcheck.documents.docx_package import Element
from factcheck.documents.docx_styles import R
from factcheck.reports.docx_file import unused
from factcheck.reports.docx_marks import element
from factcheck.reports.docx_text import calm, write
from factcheck.words import FixState, label

Shape = Mapping[str, Any]

_WEB = re.compile(
    r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?](?:[^%#]|%[0-9a-f]{2})*)?"
    r"(?:#(?:[^%#]|%[0-9a-f]{2})*)?",
    re.IGNORECASE,
)
#: Word opens no longer address.
_LONGEST = 2000
_SIDES = {"supports": "For", "refutes": "Against", "context": "Context", None: "Cited"}
_DECIDED = {"rating": "Published as", "reason": "Reason", "exception": "Exception"}
#: Words that begin with one of these bring their own quotation marks.
QUOTES = ("\u201c", "\u201e", "\u00ab", '"')


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment."""

    text: str
    bold: bool = False
    #: An address that stands at its end, and where it leads.
    address: str | None = None
    leads_to: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    lines: Sequence[Line]
    #: ISO 8601; None where nothing says when.
    on: str | None


def of_claim(claim: Shape, words: str, *, lost: bool = False) -> list[Comment]:
    """All that is to be said about it; every further open query stands by itself.

    With `lost` the claim stands nowhere in the text.
    """
    asked = [query for query in claim.get("queries") or () if query["answered_at"] is None]
    nowhere = [Line(f"This stands nowhere in the text: {quoted(claim['text'])}")] if lost else []
    told = [*nowhere, *_told(claim), *(_query(each) for each in asked[:1])]
    lines = [_head(claim, words), *told]
    made = [_comment(claim, lines, asked[0]["id"] if asked else None)]
    return made + [_comment(claim, [_query(each, bold=True)], each["id"]) for each in asked[1:]]


def again(claim: Shape, words: str) -> Comment:
    """For the other places of a claim."""
    place = Line("The same claim: the comment on its first place says more.")
    return _comment(claim, [_head(claim, words), place], None)


def _comment(claim: Shape, lines: Sequence[Line], query: int | None) -> Comment:
    above = "\n".join(calm(line.text) for line in lines)
    reference = own_comments.line(claim["id"], claim["uid"], query, above)
    return Comment([*lines, Line(reference)], newest(claim))


def newest(claim: Shape) -> str | None:
    """When the last of it was written."""
    verdict, fix = claim.get("verdict") or {}, claim.get("fix") or {}
    asked = [query.get("asked_at") for query in claim.get("queries") or ()]
    return max(filter(None, [verdict.get("at"), fix.get("at"), *asked]), default=None)


def _head(claim: Shape, words: str) -> Line:
    fix = claim.get("fix") or {}
    name = fix.get("agreed_with") or fix.get("by")
    shown = label(words, claim["outcome"], wording=fix.get("wording"), name=name)
    # Where the house has no word for it, what follows says it.
    said = f"Claim {claim['id']}" if shown == "-" else f"{shown}, claim {claim['id']}"
    return Line(said, bold=True)


def _told(claim: Shape) -> Iterator[Line]:
    if claim.get("stale"):
        yield Line(f"To re-check: {'; '.join(claim.get('stale_because') or ())}")
    verdict = claim.get("verdict") or {}
    yield from _decision(verdict)
    yield from _fix(claim, verdict.get("reason"))
    for piece in claim.get("evidence") or ():
        if not piece.get("retracted"):
            yield _piece(piece)


def _decision(verdict: Shape) -> Iterator[Line]:
    if verdict.get("conclusion"):
        why = f", {verdict['why']}" if verdict.get("why") else ""
        yield Line(f"Verdict: {verdict['conclusion']}{why}{_by(verdict)}")
    for name, shown in _DECIDED.items():
        if verdict.get(name):
            yield Line(f"{shown}: {verdict[name]}")


def _fix(claim: Shape, said: str | None) -> Iterator[Line]:
    """The fix; its reason only if it is not the verdict's own."""
    fix = claim.get("fix") or {}
    if not fix.get("action"):
        return
    wording = f" to {quoted(fix['wording'])}" if fix.get("wording") else ""
    agreed = fix.get("state") == FixState.AGREED
    state = f"agreed with {fix['agreed_with']}" if agreed and fix.get("agreed_with") else None
    yield Line(f"Fix: {fix['action']}{wording}, {state or fix.get('state')}{_by(fix)}")
    if fix.get("because") and fix["because"] != said:
        yield Line(f"Reason for the fix: {fix['because']}")


def _by(record: Shape) -> str:
    known = [record.get("by"), (record.get("at") or "")[:10]]
    shown = ", ".join(filter(None, known))
    return f" ({shown})" if shown else ""


def _piece(piece: Shape) -> Line:
    source = piece.get("source") or {}
    said = quoted(piece["quote"]) if piece.get("quote") else piece.get("says")
    where = ", ".join(filter(None, [source.get("title"), piece.get("locator")]))
    parts = ": ".join(filter(None, [_SIDES[piece.get("stance")], where, said]))
    seen = "" if piece.get("seen") else " (cited; nobody has looked)"
    return Line(f"{parts}{seen}", address=source.get("url"), leads_to=piece.get("link"))


def _query(query: Shape, *, bold: bool = False) -> Line:
    to = f" (to {query['to']})" if query.get("to") else ""
    return Line(f"Query {query['id']}: {query['question']}{to}", bold=bold)


def quoted(words: str) -> str:
    return words if words[:1] in QUOTES else f"\u201c{words}\u201d"


# As XML


class Comments:
    """Writes comments into the root of their part; its links get names of their own."""

    def __init__(self, root: Element, taken: Container[str]) -> None:
        self._root = root
        self._taken = taken
        #: Addresses by the name of the relationship.
        self.links: dict[str, str] = {}

    def add(self, number: int, comment: Comment) -> None:
        names = {"author": own_comments.AUTHOR, "initials": own_comments.INITIALS}
        date = {"date": _utc(comment.on)} if comment.on else {}
        made = element("comment", self._root, id=str(number), **names, **date)
        for line in comment.lines:
            self._line(element("p", made), line)

    def _line(self, paragraph: Element, line: Line) -> None:
        spaced = f"{line.text} " if line.address else line.text
        _run(paragraph, spaced, bold=line.bold)
        if line.address:
            self._address(paragraph, line.address, line.leads_to or line.address)

    def _address(self, paragraph: Element, shown: str, leads_to: str) -> None:
        target = _target(leads_to)
        if target is None:
            _run(paragraph, shown)
            return
        link = element("hyperlink", paragraph)
        link.set(f"{R}id", self._name(target))
        _run(link, shown, linked=True)

    def _name(self, address: str) -> str:
        name = unused(f"fc{len(self.links) + 1}", self._taken)
        self.links[name] = address
        return name


def _target(address: str) -> str | None:
    """The address as Word takes it: one that it cannot read would break the whole file."""
    written = quote(address, safe="%:/?#@!$&'()*+,;=-._~")
    return written if len(written) <= _LONGEST and _WEB.fullmatch(written) else None


def _run(parent: Element, words: str, *, bold: bool = False, linked: bool = False) -> None:
    run = element("r", parent)
    properties = element("rPr", run)
    if bold:
        element("b", properties)
    if linked:
        element("color", properties, val="0563C1")
        element("u", properties, val="single")
    write(run, calm(words))


def _utc(moment: str) -> str:
    """As Word writes it, to the second."""
    return moment_of(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(said: str) -> datetime:
    """ISO 8601, in UTC where it says no zone."""
    when = datetime.fromisoformat(said)
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
