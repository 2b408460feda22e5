"""Words of a passage that are those of a quotation, altered."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.text.anchors import nearest
from factcheck.text.anchors.diff import Block, common
from factcheck.text.anchors.kinds import FIGURES, NEGATIONS, QUANTIFIERS, weight
from factcheck.text.lexicon import lexicon
from factcheck.text.lexicon.shape import words as table
from factcheck.text.wording.found import Found, differs, quoted, unclear
from factcheck.text.wording.pieces import Pieces
from factcheck.text.wording.rows import Row, stops

# More words than this are not searched for what is like them.
LONGEST = 3000
# A longer text takes too long to be read letter by letter for every quotation.
SEARCHED = 20_000
POSTINGS = 500
HITS = 20_000
# The share of a quotation's words, by their weight, that have to stand in one place.
SHARED = 0.65
PHRASE = 3
MOST_SHOWN = 3
# A passage so short was chosen for this claim.
SHORT_PASSAGE = 60
CONTEXT = 25

_FIRST_PERSON = table(
    "i we me us my our mine ours myself ourselves ich wir mich uns mein meine unser unsere je j' "
    "nous moi mon ma mes notre nos yo nosotros mi mis nuestro nuestra \u044f \u043c\u044b"
)
_THIRD_PERSON = table(
    "he she they him her them his their theirs himself herself themselves it its er sie ihn ihm "
    "sein seine ihr ihre il elle ils elles son sa ses leur leurs \u00e9l ella ellos su sus "
    "\u043e\u043d \u043e\u043d\u0430 \u043e\u043d\u0438"
)


@dataclass(frozen=True, slots=True)
class Match:
    """Equal words of a quotation and of a passage, `new` counted from its beginning."""

    quote: Row
    row: Row
    blocks: list[Block]

    @property
    def first(self) -> int:
        """The first word of the passage that stands for one of the quotation."""
        return max(self.blocks[0].new - self.blocks[0].old, 0)

    @property
    def last(self) -> int:
        block = self.blocks[-1]
        tail = self.quote.size - block.old - block.size
        return min(block.new + block.size + tail, self.row.size)


Hunk = tuple[int, int, int, int]


def altered(pieces: Pieces, row: Row, outer: frozenset[str]) -> Found:
    """The difference from what is nearest; not comparable where nothing is near enough."""
    text = quoted(pieces.text)
    if len(pieces.rows) > 1:
        return _altered_piece(pieces, row, outer)
    there = match(pieces.rows[0], row)
    changed = list(hunks(there)) if there else []
    if not there or not changed:
        return unclear(_absent(pieces, row))
    if not _is_same(there, changed, outer):
        said = quoted(row.said(*_shown(there)))
        return unclear(f"{text}: these words are not in the passage; the nearest are {said}")
    if _is_reported(there, changed):
        said = quoted(row.said(*_shown(there)))
        return unclear(f"{text}: the passage tells it in other words: {said}")
    return differs(f"{text}: {told(there)}")


def _altered_piece(pieces: Pieces, row: Row, outer: frozenset[str]) -> Found:
    """The first piece that stands nowhere; with none, they stand apart, or in another order."""
    for piece in pieces.rows:
        if piece.code not in row.code:
            return altered(Pieces(piece.text.strip(), [piece]), row, outer)
    return unclear(f"{quoted(pieces.text)}: its parts do not stand together in this order")


def _absent(pieces: Pieces, row: Row) -> str:
    text = quoted(pieces.text)
    if pieces.rows[0].code in row.code:
        at = row.code.find(pieces.rows[0].code)
        last = at + pieces.rows[0].size
        said = row.said(max(0, at - 1), min(row.size, last + 1))
        return f"{text}: the passage has these words only as in {quoted(said)}"
    near = nearest(pieces.text, row.text) if len(row.text) < SEARCHED else None
    more = f"; the nearest are {quoted(near)}" if near else ""
    return f"{text}: these words are not in the passage{more}"


def match(quote: Row, row: Row) -> Match | None:
    """The place of the passage in which most words of a quotation stand."""
    if quote.size > LONGEST:
        return None
    hits = _hits(quote, row)
    if not hits:
        return None
    start, end = _densest(hits, quote.size, row)
    window = row.code[start:end]
    blocks = common([ord(one) for one in quote.code], [ord(one) for one in window])
    kept = _pruned([Block(old, new + start, size) for old, new, size in blocks], quote)
    return Match(quote, row, kept) if kept else None


def _hits(quote: Row, row: Row) -> list[int]:
    """Where words of the quotation stand, those of the rarer words, in order."""
    lists = sorted((row.where(code) for code in set(quote.code)), key=len)
    found: list[int] = []
    for each in lists:
        if not each:
            continue
        if found and (len(each) > POSTINGS or len(found) > HITS):
            break
        found.extend(each[:HITS])
    return sorted(found)


def _densest(hits: list[int], size: int, row: Row) -> tuple[int, int]:
    """The stretch of the passage in which most of the words stand, with room on both sides."""
    reach = size + size // 2 + 2
    weights = [weight(row.words[at].lower()) for at in hits]
    best = total = 0.0
    place = (hits[0], hits[0])
    left = 0
    for right, at in enumerate(hits):
        total += weights[right]
        while at - hits[left] > reach:
            total -= weights[left]
            left += 1
        if total > best + 1e-6:
            best, place = total, (hits[left], at)
    return max(0, place[0] - size), min(row.size, place[1] + size + 1)


def _pruned(blocks: list[Block], quote: Row) -> list[Block]:
    """Without the equal words at the ends that stand far from the rest by chance."""
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[1], blocks[0], quote):
        blocks = blocks[1:]
    while len(blocks) > 1 and _is_stray(blocks[-2], blocks[-1], blocks[-1], quote):
        blocks = blocks[:-1]
    return blocks


def _is_stray(one: Block, other: Block, end: Block, quote: Row) -> bool:
    apart = other.new - one.new - one.size
    there = other.old - one.old - one.size
    said = sum(weight(word.lower()) for word in quote.words[end.old : end.old + end.size])
    return apart - there > 2 + 2 * said


def hunks(match: Match) -> Iterator[Hunk]:
    """What differs: the words of the quotation, then those in their place in the passage."""
    old, new = 0, match.first
    ends = Block(match.quote.size, match.last, 0)
    for block in [*match.blocks, ends]:
        if block.old > old or block.new > new:
            yield old, block.old, new, block.new
        old, new = block.old + block.size, block.new + block.size


def _is_same(match: Match, changed: list[Hunk], outer: frozenset[str]) -> bool:
    """Whether these are the words of the quotation, altered, and not others on the subject."""
    quote = match.quote
    if any(stops(match.row.gap(at)) for *_, new, last in changed for at in range(new + 1, last)):
        return False
    if quote.size <= PHRASE:
        return _is_phrase(match, changed, outer)
    count = sum(block.size for block in match.blocks)
    extra = sum(max(0, (last - new) - (end - old)) for old, end, new, last in changed)
    return (
        share(match) >= SHARED
        and count >= SHARED * quote.size - 0.5
        and extra <= max(2, quote.size // 2)
    )


def share(match: Match) -> float:
    """How much of a quotation stands in the passage, by the weight of its words."""
    weights = [weight(word.lower()) for word in match.quote.words]
    shared = sum(sum(weights[block.old : block.old + block.size]) for block in match.blocks)
    return shared / sum(weights)


def _is_phrase(match: Match, changed: list[Hunk], outer: frozenset[str]) -> bool:
    """Whether one word of a short phrase was changed, put in or taken out in its middle."""
    if len(changed) != 1 or match.quote.size < 2:
        return False
    old, end, new, last = changed[0]
    kept = [match.quote.words[at] for at in range(match.quote.size) if not old <= at < end]
    if not any(_says_much(word) for word in kept) or last - new > 1 or end - old > 1:
        return False
    # Of two words the last one is what is spoken of: a massive train is no massive blunder.
    if match.quote.size == 2 and (old, end) == (1, 2):
        return False
    words = [*match.quote.words[old:end], *match.row.words[new:last]]
    if not all(_says_much(word) or _turns(word) for word in words) or last == new:
        return False
    if any(stops(match.row.gap(at)) for at in range(match.first + 1, match.last)):
        return False
    return match.row.size <= SHORT_PASSAGE or _is_marked(match) or _is_in_context(match, outer)


def _says_much(word: str) -> bool:
    low = word.lower()
    if ord(word[0]) >= 0x2E80:
        return False
    return len(low) > 3 and low not in lexicon("en").function and low not in lexicon("en").verbs


def _turns(word: str) -> bool:
    low = word.lower()
    return low in NEGATIONS or low in QUANTIFIERS or low in FIGURES or low[0].isdigit()


def _is_marked(match: Match) -> bool:
    return '"' in match.row.gap(match.first) and '"' in match.row.gap(match.last)


def _is_in_context(match: Match, outer: frozenset[str]) -> bool:
    """Whether words from around the quotation in the claim stand around the place."""
    words = match.row.words[max(0, match.first - CONTEXT) : match.last + CONTEXT]
    shared = {word.lower() for word in words} & outer
    return sum(map(_says_much, shared)) >= 2


def _is_reported(match: Match, changed: list[Hunk]) -> bool:
    """Whether "I will" is told as "he would"."""
    return any(
        not _FIRST_PERSON.isdisjoint(map(str.lower, match.quote.words[old:end]))
        and not _THIRD_PERSON.isdisjoint(map(str.lower, match.row.words[new:last]))
        for old, end, new, last in changed
    )


def _shown(match: Match) -> tuple[int, int]:
    return match.first, max(match.last, match.first + 1)


def told(match: Match) -> str:
    """What differs, in words."""
    each = [_difference(match, hunk) for hunk in hunks(match)]
    if not each:
        around = max(0, match.first - 1), min(match.row.size, match.last + 1)
        return f"the passage has these words only as in {quoted(match.row.said(*around))}"
    more = [f"and {len(each) - MOST_SHOWN} more"] if len(each) > MOST_SHOWN else []
    return "the passage " + ", ".join([*each[:MOST_SHOWN], *more])


def _difference(match: Match, hunk: Hunk) -> str:
    old, end, new, last = hunk
    before, after = match.quote.said(old, end), match.row.said(new, last)
    if not before:
        return f"also has {quoted(after)}"
    if not after:
        return f"lacks {quoted(before)}"
    return f"has {quoted(after)} for {quoted(before)}"
