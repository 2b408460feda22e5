"""What became of a page between two readings: for people, sentence by sentence, and as a share.

compare(before, after)         the sentences that went, came or changed, with some around them
changed_share(before, after)   how much of the words it is
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple
from zlib import crc32

from rapidfuzz import fuzz
from rapidfuzz.process import extract

from factcheck.text import sentences
from factcheck.text.anchors import Difference, differences
from factcheck.text.anchors.diff import common
from factcheck.text.folding import folded
from factcheck.text.letters import BLANKLESS

Kind = Literal["same", "gone", "come", "changed", "skipped"]

#: Sentences on either side of a change.
CONTEXT = 2
#: A sentence that is this much alike, in characters of a hundred, is the old one edited.
ALIKE = 60
#: Longer sentences are cut up: they are tables, or a text without full stops.
LONGEST = 1000
#: Where there are more ends of lines and sentences, words are compared in runs, not sentences.
MOST_ENDS = 50_000
#: Characters of changed sentences in which the words are marked; nobody reads further.
MOST_MARKED = 400_000
#: Pairs of sentences that are compared where a stretch was rewritten; longer ones go in portions.
PAIRS = 2500
PORTION = 20

_WORD = re.compile(r"\S{1,200}\s*")
_END = re.compile("[.!?\n\u3002\uff01\uff1f]")
# Behind so many words about every sixteenth ends a run, whatever came before it, so that both
# texts are cut alike.
_CUT = 16
_SIGN = re.compile(f"[{BLANKLESS}]")
_SIGN_OR_WORD = re.compile(f"[^\\s{BLANKLESS}]+|[{BLANKLESS}]")


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence; `before` is empty for what came, `after` for what is gone.

    Of what was skipped there is no text, only the `count` of the sentences.
    """

    kind: Kind
    before: str
    after: str
    differences: tuple[Difference, ...] = ()
    count: int = 1


def compare(before: str, after: str, *, context: int = CONTEXT) -> Iterator[Part]:
    """What changed from one text of a page to the next, in order, as it is asked for.

    Typography alone is no change. What moved is gone at one place and comes at the other. Behind
    400,000 characters of changed sentences no differences are told any more.
    """
    waiting: list[Part] = []
    behind = 0  # sentences still to be shown behind the last change
    for part in _marked(_parts(*_pieces(before, after))):
        if part.kind != "same":
            yield from _gap(waiting, context)
            waiting, behind = [], context
            yield part
        elif behind > 0:
            behind -= 1
            yield part
        else:
            waiting.append(part)
    yield from _gap(waiting, 0)


def _gap(waiting: list[Part], context: int) -> Iterator[Part]:
    """The sentences that are the same: the last ones, and how many others there are."""
    count = len(waiting) - max(0, context)
    if count > 1:
        yield Part("skipped", "", "", count=count)
        waiting = waiting[count:]
    yield from waiting


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    many = max(len(_END.findall(text)) for text in (before, after)) > MOST_ENDS
    pieces = _runs if many else _sentences
    return list(pieces(before)), list(pieces(after))


def _sentences(text: str) -> Iterator[str]:
    for start, end in sentences.split(text):
        if end - start <= LONGEST:
            yield text[start:end]
        else:
            yield from _runs(text[start:end])


def _runs(text: str) -> Iterator[str]:
    words: list[str] = []
    size = 0
    for match in _WORD.finditer(text):
        words.append(match[0])
        size += len(match[0])
        if size > LONGEST or (len(words) > _CUT and _ends(match[0])):
            yield "".join(words).strip()
            words, size = [], 0
    if words:
        yield "".join(words).strip()


def _ends(word: str) -> bool:
    return crc32(word.strip().encode("utf-8", "replace")) % _CUT == 0


# Which became which


def _parts(before: list[str], after: list[str]) -> Iterator[Part]:
    known: dict[str, int] = {}
    old, new = (
        [known.setdefault(folded(piece), len(known)) for piece in pieces]
        for pieces in (before, after)
    )
    old_at = new_at = 0
    for one, other, size in [*common(old, new), (len(old), len(new), 0)]:
        yield from _rewritten(before[old_at:one], after[new_at:other])
        for at in range(size):
            yield Part("same", before[one + at], after[other + at])
        old_at, new_at = one + size, other + size


def _rewritten(gone: list[str], come: list[str]) -> Iterator[Part]:
    """A stretch of which no sentence stayed as it was."""
    portions = 1
    if len(gone) * len(come) > PAIRS:
        portions = max(1, min(len(gone), len(come)) // PORTION)
    for at in range(portions):
        here = slice(len(gone) * at // portions, len(gone) * (at + 1) // portions)
        there = slice(len(come) * at // portions, len(come) * (at + 1) // portions)
        yield from _portion(gone[here], come[there])


def _portion(gone: list[str], come: list[str]) -> Iterator[Part]:
    one = other = 0
    for old, new in [*_paired(_likenesses(gone, come)), (len(gone), len(come))]:
        yield from (Part("gone", piece, "") for piece in gone[one:old])
        yield from (Part("come", "", piece) for piece in come[other:new])
        if old < len(gone):
            yield Part("changed", gone[old], come[new])
        one, other = old + 1, new + 1


def _marked(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with the words that differ in those that changed."""
    room = MOST_MARKED
    for part in parts:
        if part.kind != "changed" or room <= 0:
            yield part
            continue
        room -= len(part.before) + len(part.after)
        found = differences(part.before, part.after)
        yield replace(part, kind="changed" if found else "same", differences=found)


class _Likeness(NamedTuple):
    score: float
    old: int
    new: int


def _likenesses(gone: list[str], come: list[str]) -> list[_Likeness]:
    return [
        _Likeness(score, old, new)
        for old, piece in enumerate(gone if come else ())
        for _, score, new in extract(piece, come, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    ]


def _paired(likenesses: list[_Likeness]) -> list[tuple[int, int]]:
    """The most alike first, then what does not cross it; in order."""
    chosen: list[tuple[int, int]] = []
    for _, old, new in sorted(likenesses, key=lambda one: (-one.score, one.old, one.new)):
        if all((old - one) * (new - other) > 0 for one, other in chosen):
            chosen.append((old, new))
    return sorted(chosen)


# How much


def changed_share(before: str, after: str) -> float:
    """The share of the words of both texts that are gone or came, 0 to 1.

    A word is known by the one before it, so that the small words all texts share count for little.
    """
    old_lines, new_lines = Counter(before.splitlines()), Counter(after.splitlines())
    old = _chain((old_lines - new_lines).elements())
    new = _chain((new_lines - old_lines).elements())
    kept = sum(map(set(new).__contains__, old)) + sum(map(set(old).__contains__, new))
    whole = len(_words(before)) + len(_words(after))
    return (len(old) + len(new) - kept) / whole if whole else 0.0


def _chain(lines: Iterable[str]) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    words = _words(text if text.isascii() else folded(text))
    return list(zip(["", *words], words, strict=False))


def _words(text: str) -> list[str]:
    if text.isascii() or not _SIGN.search(text):
        return text.split()
    return _SIGN_OR_WORD.findall(text)
