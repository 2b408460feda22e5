"""Evidence as text for people: what it says, how it compares, where it points."""

from collections.abc import Iterator, Sequence

from factcheck.cli.output import table
from factcheck.cli.views import Shape, clean, day, field, quoted
from factcheck.looks import Presence
from factcheck.words import WORDED, Conclusion, Result, unsaid

_SIGNS = {"supports": "+", "refutes": "-", "context": "~", None: "?"}


def of_claim(claim: Shape) -> Iterator[str]:
    """All its evidence, how each piece compares, and what it comes to."""
    if not claim["evidence"]:
        yield from field("evidence", "none")
        return
    yield ""
    for piece in claim["evidence"]:
        yield from evidence_lines(piece, compared(piece["comparison"], claim["kind"]))
    yield from _together(claim)


def _together(claim: Shape) -> Iterator[str]:
    """What the evidence comes to: how many sources, and which way they point."""
    counts = claim["sources"]
    # One source is one: there is nothing to count.
    if counts["seen"] > 1:
        told = f"{counts['seen']} seen, {counts['primary']} primary"
        yield from field("sources", f"{told}, {counts['independent']} independent")
    for short in claim["below_need"]:
        wanted = "needs" if short["blocks"] else "better with"
        yield from field("below need", f"{wanted} {short['needs']}; has {short['has']}")
    if claim["suggestion"] and not claim["verdict"]:
        offer = " (--accept makes that your verdict)" if claim["suggestion"]["conclusion"] else ""
        yield from field("points", points(claim["suggestion"]) + offer)


#: Where the evidence points, in words that are no verdict.
_POINTS: dict[str | None, str] = {
    Conclusion.SUPPORTED: "for it",
    Conclusion.REFUTED: "against it",
    Conclusion.CONFLICTING: "both ways",
}


def points(suggestion: Shape) -> str:
    """Which way the evidence points; where a stance and its figures differ, that first."""
    if suggestion["conclusion"] is None:
        return f"nowhere, look again: {suggestion['because']}"
    return _POINTS[suggestion["conclusion"]]


#: What a comparison comes to, in words that are no verdict.
_COMPARED: dict[str, str] = {
    Result.AGREES: "agree", Result.DISAGREES: "differ", Result.NOT_COMPARABLE: "nothing to compare",
}  # fmt: skip


def compared(comparison: Shape | None, kind: str | None = None) -> str | None:
    """`figures agree: 37 mile/hour = 59.5 km/hour; the source says 60 km/hour`."""
    if comparison is None:
        return None
    explanation = unsaid(str(comparison["explanation"]))
    said = _COMPARED[comparison["result"]]
    if comparison["result"] != Result.NOT_COMPARABLE:
        what = "words" if kind in WORDED else "figures" if kind else "they"
        said = f"{what} {said}"
    return f"{said}: {explanation}"


def evidence_lines(piece: Shape, compared: str | None = None) -> Iterator[str]:
    """A piece of evidence: stance, source and place, words, and whether it was seen."""
    source = piece["source"]
    stance = piece["stance"] or "stance not yet said"
    place = f", {piece['locator']}" if piece["locator"] else ""
    head = f"  {_SIGNS[piece['stance']]} evidence {piece['id']} {stance}: {source['key']}{place}"
    yield clean(head) + clean(f"  [{_seen(piece)}]")
    what = ", ".join(part for part in (source["title"], source["publisher"]) if part)
    yield from _indented("source", f"{what}{' <' + source['url'] + '>' if source['url'] else ''}")
    yield from _indented("quote", quoted(piece["quote"]) if piece["quote"] else None)
    yield from _indented("on page", _on_page(piece))
    yield from _indented("says", piece["says"])
    yield from _indented("rates it", _rated(piece["rating"]))
    if compared:
        yield from _indented("compare", compared)
    yield from _indented("tier", piece["tier"])
    yield from _indented("how", ", ".join(fact for fact in (piece["how"], piece["on"]) if fact))
    yield from _indented("note", piece["note"])
    yield from _indented("retracted", piece["retracted_because"])


def _rated(rating: Shape | None) -> str | None:
    """`"Mostly false", 2 of 1-5`: another house's rating, as it is written there."""
    if rating is None:
        return None
    scale = f" of {rating['worst']}-{rating['best']}" if rating["best"] and rating["worst"] else ""
    return f'"{rating["label"]}"' + (f", {rating['number']}{scale}" if rating["number"] else "")


def _on_page(piece: Shape) -> str | None:
    """What became of the quotation, as far as anybody has looked."""
    detail = piece["presence_detail"]
    if detail is None or piece["presence"] == Presence.NO_QUOTE:
        return None
    said = f"{ON_PAGE[piece['presence']]}, {day(detail['at'])}"
    if detail["why"] and piece["presence"] not in {Presence.EXACT, Presence.FOLDED}:
        said += f": {detail['why']}"
    read = detail["read"]
    if read and read["found"] and piece["presence"] == Presence.ALTERED_MATERIAL:
        said += f": {quoted(read['found'])}"
    return said


#: What became of a quotation, as people read it.
ON_PAGE: dict[str, str] = {
    Presence.EXACT: "word for word",
    Presence.FOLDED: "word for word, in other typography",
    Presence.ALTERED_MINOR: "altered a little",
    Presence.ALTERED_MATERIAL: "ALTERED",
    Presence.MOVED_OR_REPLACED: "MOVED OR REPLACED",
    Presence.CONTEXT_CHANGED: "TAKEN BACK",
    Presence.AMBIGUOUS: "found at several places",
    Presence.ABSENT: "NOT FOUND",
    Presence.NO_QUOTE: "nothing to look for",
    Presence.COULD_NOT_LOOK: "could not be looked for",
}


def _indented(name: str, value: str | None) -> Iterator[str]:
    for line in field(name, value):
        yield f"  {line}"


def _seen(piece: Shape) -> str:
    if piece["retracted"]:
        return "retracted"
    seen = piece["seen"]
    return f"seen by {seen['by']}, {day(seen['at'])}" if seen else "cited, nobody has looked"


def evidence_table(pieces: Sequence[Shape]) -> str:
    if not pieces:
        return "No evidence."
    rows = [
        (
            piece["id"],
            piece["claim"],
            piece["stance"] or "not yet said",
            piece["source"]["key"],
            piece["locator"] or "",
            _state(piece),
            piece["quote"] or piece["says"] or "",
        )
        for piece in pieces
    ]
    return table(rows, ["#", "claim", "stance", "source", "place", "state", "words"])


def _state(piece: Shape) -> str:
    return "retracted" if piece["retracted"] else "seen" if piece["seen"] else "cited"
