"""The quotations of a claim against a passage, word for word."""

import re
from itertools import pairwise
from typing import NamedTuple

from factcheck.text.folding import folded
from factcheck.text.spans import Span
from factcheck.text.speech.quotations import quotations
from factcheck.text.wording.chains import Place, chains
from factcheck.text.wording.found import Found, agrees, quoted, unclear
from factcheck.text.wording.near import altered
from factcheck.text.wording.pieces import Gap, Pieces, cut
from factcheck.text.wording.rows import Codes, Row, key, read
from factcheck.text.wording.senses import (
    BEFORE,
    BEHIND,
    asked,
    denied,
    is_no,
    is_turned_in,
    reversal,
    turned,
)
from factcheck.text.wording.spoken import Spoken, interrupted

# More pieces than any claim quotes, and as many as a long passage can be searched for.
MOST_PIECES = 100
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SIGNS = re.compile(r"[^\s\"'\-]")
_CLAUSE_END = re.compile("[.;:!?,(]")
_QUESTION = frozenset("?\uff1f\u061f")


class Quotation(NamedTuple):
    """A quotation of the claim with the words around it, all and near ones, in lower case."""

    text: str
    near: list[str]
    outer: frozenset[str]


def found(claim: str, passage: str) -> list[Found]:
    """What became of each quotation; of all the words, if none is marked."""
    codes = Codes()
    texts = _quotations(claim)
    wanted = [(cut(each.text, codes), each) for each in texts]
    wanted = [(pieces, each) for pieces, each in wanted if pieces.rows]
    if not wanted:
        return [unclear("the claim has no words to look for")]
    if sum(len(pieces.rows) for pieces, _ in wanted) > MOST_PIECES:
        return [unclear(f"the claim quotes more than {MOST_PIECES} pieces")]
    row = read(passage, codes)
    if not row.size:
        return [unclear("the passage has no words")]
    spoken = Spoken(row)
    return [_found(pieces, spoken, each) for pieces, each in wanted]


def _quotations(claim: str) -> list[Quotation]:
    spans = quotations(claim)
    if not spans:
        # Marks of other typography are known once they are folded.
        claim = folded(claim)
        spans = quotations(claim)
    quoted_spans = [span for span in spans if _WORD.search(claim, span.start, span.end)]
    if not quoted_spans:
        return [Quotation(claim, [], frozenset())]
    outer = frozenset(_outside(claim, spans))
    return [
        Quotation(claim[span.start + 1 : span.end - 1], _near(claim, span), outer)
        for span in quoted_spans
    ]


def _near(claim: str, span: Span) -> list[str]:
    """The words of the clause right before a quotation, and right behind it."""
    before = claim[max(0, span.start - 80) : span.start].rstrip(" ,:")
    behind = claim[span.end : span.end + 40]
    clause = [*_CLAUSE_END.split(before)[-1:], *_CLAUSE_END.split(behind)[:1]]
    left, right = (_WORD.findall(folded(part).lower()) for part in clause)
    return [*left[-2 * BEFORE :], *right[:BEHIND]]


def _outside(claim: str, spans: list[Span]) -> list[str]:
    parts, done = [], 0
    for span in spans:
        parts.append(claim[done : span.start])
        done = span.end
    return _WORD.findall(folded(" ".join([*parts, claim[done:]])).lower())


def _found(pieces: Pieces, spoken: Spoken, claim: Quotation) -> Found:
    row = spoken.row
    best: Found | None = None
    for chain in chains(pieces, row):
        one = _judged(pieces, row, chain, claim.near)
        if one.result == "agrees":
            return one
        best = best or one
    if best:
        return best
    return interrupted(pieces, spoken, claim.near) or altered(pieces, row, claim.outer)


def _judged(pieces: Pieces, row: Row, chain: list[Place], near: list[str]) -> Found:
    """What the place says of words that all stand there."""
    doubt = _put_in(pieces, row, chain) or _doubt(pieces, row, chain, near)
    if doubt:
        return unclear(f"{quoted(pieces.text)} stands in the passage, but {doubt}")
    said = [_gap(gap, *between, row) for gap, between in _between(pieces, chain)]
    notes = [note for note in said if note]
    if _repunctuated(pieces, row, chain):
        notes.append("the punctuation differs")
    if not notes:
        return agrees(f"{quoted(pieces.text)}: the quotation stands in the passage word for word")
    how = "trimmed, " if any(note.startswith("the passage") for note in notes) else ""
    return agrees(
        f"{quoted(pieces.text)} stands in the passage, {how}word for word; {'; '.join(notes)}"
    )


def _between(pieces: Pieces, chain: list[Place]) -> list[tuple[Gap, tuple[int, int]]]:
    edges = [(one.last, other.first) for one, other in pairwise(chain)]
    return list(zip(pieces.gaps, edges, strict=True))


def _gap(gap: Gap, first: int, last: int, row: Row) -> str:
    left = row.said(first, last)
    own = f'"[{gap.own}]"' if not any(gap.stem) else f'"{gap.stem[0]}[{gap.own}]{gap.stem[1]}"'
    if gap.own and left:
        return f"for {own} the passage has {quoted(left)}"
    if gap.own:
        return f"{own} is the writer's"
    count = last - first
    return f"the passage has {count} more {'word' if count == 1 else 'words'}: {quoted(left)}" * (
        count > 0
    )


def _put_in(pieces: Pieces, row: Row, chain: list[Place]) -> str | None:
    """Why what the writer put in, or left out, may turn the quotation."""
    for gap in (*pieces.gaps, *pieces.edges):
        turning = [word for word in _WORD.findall(gap.own.lower()) if is_no(word)]
        if turning:
            return f'"[{gap.own}]" was put in'
    for gap, (first, last) in _between(pieces, chain):
        word = reversal(row, first, last)
        if word:
            return f"what is left out says {quoted(word)}: {quoted(row.said(first, last))}"
        if any(gap.stem) and not _is_inflected(gap, row, first, last):
            return f"for {quoted(gap.stem[0] + '[' + gap.own + ']' + gap.stem[1])} it has " + (
                quoted(row.said(first, last)) if first < last else "nothing"
            )
    return None


def _is_inflected(gap: Gap, row: Row, first: int, last: int) -> bool:
    """Whether the one word of the passage is that of which the bracket is a part."""
    if last - first != 1:
        return False
    word = key(row.words[first])
    return word.startswith(key(gap.stem[0])) and word.endswith(key(gap.stem[1]))


def _doubt(pieces: Pieces, row: Row, chain: list[Place], near: list[str]) -> str | None:
    """Why words that stand in the passage may not say there what they say in the claim."""
    first, last = chain[0].first, chain[-1].last
    beside = turned(row, first, last, frozenset(near))
    if beside:
        return f"beside {quoted(beside)}"
    if is_turned_in(near, row, first, last):
        return "the claim denies what it does not"
    said_false = denied(row, first, last)
    if said_false:
        return f"it says {quoted(said_false)} of it"
    if asked(row, first, last, pieces.text) or _questioned(pieces, row, chain):
        return "as a question"
    return None


def _repunctuated(pieces: Pieces, row: Row, chain: list[Place]) -> bool:
    return any(
        _signs(piece.gap(at)) != _signs(row.gap(place.first + at))
        for piece, place in zip(pieces.rows, chain, strict=True)
        for at in range(1, piece.size)
    )


def _questioned(pieces: Pieces, row: Row, chain: list[Place]) -> bool:
    """Whether a question mark stands within the words of one side alone."""
    return any(
        _QUESTION.isdisjoint(piece.gap(at)) != _QUESTION.isdisjoint(row.gap(place.first + at))
        for piece, place in zip(pieces.rows, chain, strict=True)
        for at in range(1, piece.size)
    )


def _signs(gap: str) -> list[str]:
    return _SIGNS.findall(gap)
