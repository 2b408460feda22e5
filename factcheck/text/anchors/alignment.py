"""Which token of the new draft each token of the old one became."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from factcheck.text.anchors.diff import common
from factcheck.text.anchors.kinds import weight
from factcheck.text.anchors.matches import Alignment
from factcheck.text.anchors.moves import Run, runs
from factcheck.text.anchors.slides import settle
from factcheck.text.anchors.tokens import Draft

# Two sentences are the same one edited when this much of the shorter one's weight is in both.
SHARED = 0.4
# What has to be alike, in words and in characters, when nothing but likeness speaks for it.
ALIKE_WORDS = 0.5
ALIKE_CHARACTERS = 60
# Shorter runs of words stand in any two articles on one subject.
SHORTEST_UNIT = 4
SHORTEST_RUN = 7
# More pairs of tokens than this are not compared; so much is a text rewritten, not edited.
CELLS = 20_000_000
PAIRS = 400
POSTINGS = 40

_CLOSING = frozenset(".!?,;:)\u3002\uff01\uff1f\uff0c\u061f\u060c")

Pair = tuple[int, int]


def align(old: Draft, new: Draft) -> Alignment:
    made = Alignment(
        old, new, [-1] * old.size, [-1] * new.size, bytearray(old.size), bytearray(old.size), {}
    )
    gaps = _spine(made)
    _move_units(made)
    for gap in gaps:
        _fill(made, *gap)
    _move_edited(made)
    _extend(made)
    _move_words(made)
    settle(made)
    return made


Gap = tuple[range, range]


def _spine(made: Alignment) -> list[Gap]:
    """Match the sentences that stand in both texts in one order; what is between them."""
    old, new = made.old, made.new
    keys: dict[tuple[int, ...], int] = {}
    gaps, old_at, new_at = [], 0, 0
    ends = (max(0, len(old.units) - 1), max(0, len(new.units) - 1))
    blocks = common(_keys(old, keys), _keys(new, keys))
    for block in [*blocks, (*ends, 0)]:
        one, other, size = block
        if one > old_at and other > new_at:
            gaps.append((range(old_at, one), range(new_at, other)))
        if size:
            first, last = old.units[one], old.units[one + size]
            made.match(first, new.units[other], last - first, moved=False)
        old_at, new_at = one + size, other + size
    return gaps


def _keys(draft: Draft, keys: dict[tuple[int, ...], int]) -> list[int]:
    return [
        keys.setdefault(tuple(draft.ids[first:last]), len(keys))
        for first, last in zip(draft.units, draft.units[1:], strict=False)
    ]


def _move_units(made: Alignment) -> None:
    """Match whole sentences that stand somewhere else now."""
    old, new = made.old, made.new
    keys: dict[tuple[int, ...], int] = {}
    found = runs(
        _keys(old, keys),
        _keys(new, keys),
        [_worth_moving(old, unit, made.to) for unit in range(len(old.units) - 1)],
        [_worth_moving(new, unit, made.back) for unit in range(len(new.units) - 1)],
        least=1,
    )
    for run in found:
        first, last = old.units[run.old], old.units[run.old + run.size]
        made.match(first, new.units[run.new], last - first, moved=True)
        _doubt(made, run, first, last)


def _worth_moving(draft: Draft, unit: int, matched: list[int]) -> bool:
    first, last = draft.units[unit], draft.units[unit + 1]
    return matched[first] < 0 and last - first >= SHORTEST_UNIT


def _doubt(made: Alignment, run: Run, first: int, last: int) -> None:
    if run.doubt:
        made.doubt[first:last] = b"\1" * (last - first)


def _fill(made: Alignment, olds: range, news: range) -> None:
    """Match the words of the sentences that were edited in place."""
    one, other = _free(made.old, olds, made.to), _free(made.new, news, made.back)
    if not one or not other:
        return
    if len(olds) == len(news) == 1:
        _fill_single(made, one, other)
        return
    for pairs in _clusters(_edited(made, one, other)):
        _words(made, {a for a, _ in pairs}, {b for _, b in pairs}, moved=False)
        made.units.update(pairs)
    _fill_alike(made, olds, news)


def _fill_single(made: Alignment, one: list[int], other: list[int]) -> None:
    pair = made.old.unit(one[0]), made.new.unit(other[0])
    pairs = _edited(made, one, other)
    if pairs or _alike(made, *pair) >= ALIKE_CHARACTERS:
        made.units[pair[0]] = pair[1]
        _words(made, {pair[0]}, {pair[1]}, moved=False)


def _free(draft: Draft, units: Iterable[int], matched: list[int]) -> list[int]:
    """The tokens of these sentences that have no partner yet."""
    return [
        token
        for unit in units
        for token in range(draft.units[unit], draft.units[unit + 1])
        if matched[token] < 0
    ]


def _edited(made: Alignment, one: list[int], other: list[int]) -> list[Pair]:
    """The pairs of sentences that share enough, in the order of a diff of their words."""
    if len(one) * len(other) > CELLS:
        return []
    shared: defaultdict[Pair, float] = defaultdict(float)
    old, new = made.old, made.new
    for block in common([old.ids[a] for a in one], [new.ids[b] for b in other]):
        for at in range(block.size):
            a, b = one[block.old + at], other[block.new + at]
            shared[old.unit(a), new.unit(b)] += weight(old.words[a])
    whole = _weights(old, one), _weights(new, other)
    return sorted(
        (a, b) for (a, b), have in shared.items() if have >= SHARED * min(whole[0][a], whole[1][b])
    )


def _weights(draft: Draft, tokens: list[int]) -> dict[int, float]:
    found: defaultdict[int, float] = defaultdict(float)
    for token in tokens:
        found[draft.unit(token)] += weight(draft.words[token])
    return found


def _clusters(pairs: list[Pair]) -> Iterator[list[Pair]]:
    """Pairs that share a sentence come together: one was divided, or two were joined."""
    cluster: list[Pair] = []
    for pair in pairs:
        if cluster and pair[0] != cluster[-1][0] and pair[1] != cluster[-1][1]:
            yield cluster
            cluster = []
        cluster.append(pair)
    if cluster:
        yield cluster


def _words(made: Alignment, olds: set[int], news: set[int], *, moved: bool) -> None:
    """Match the free words of sentences that are known to be the same, edited."""
    one = _free(made.old, sorted(olds), made.to)
    other = _free(made.new, sorted(news), made.back)
    if len(one) * len(other) > CELLS:
        return
    for block in common([made.old.ids[a] for a in one], [made.new.ids[b] for b in other]):
        for at in range(block.size):
            made.match(one[block.old + at], other[block.new + at], 1, moved=moved)


def _fill_alike(made: Alignment, olds: range, news: range) -> None:
    """Pair the sentences of which hardly a word is left, by their characters."""
    lost = [unit for unit in olds if unit not in made.units and _untouched(made, unit)]
    taken = set(made.units.values())
    fresh = [unit for unit in news if unit not in taken and _fresh(made, unit)]
    if not lost or not fresh or len(lost) * len(fresh) > PAIRS:
        return
    for unit in lost:
        score, best = max((_alike(made, unit, other), -other) for other in fresh)
        if score >= ALIKE_CHARACTERS and -best not in taken:
            taken.add(-best)
            made.units[unit] = -best
            _words(made, {unit}, {-best}, moved=False)


def _untouched(made: Alignment, unit: int) -> bool:
    return not any(at >= 0 for at in made.to[made.old.units[unit] : made.old.units[unit + 1]])


def _fresh(made: Alignment, unit: int) -> bool:
    return not any(at >= 0 for at in made.back[made.new.units[unit] : made.new.units[unit + 1]])


def _alike(made: Alignment, unit: int, other: int) -> float:
    before = made.old.text(made.old.units[unit], made.old.units[unit + 1])
    after = made.new.text(made.new.units[other], made.new.units[other + 1])
    if len(before) * len(after) > CELLS:
        return 0
    return fuzz.ratio(before, after, score_cutoff=ALIKE_CHARACTERS)


def _move_edited(made: Alignment) -> None:
    """Pair sentences that were moved and edited, by the rarer words that they share."""
    old, new = made.old, made.new
    postings: dict[int, set[int]] = {}
    for unit in range(len(new.units) - 1):
        if _fresh(made, unit):
            for word in new.ids[new.units[unit] : new.units[unit + 1]]:
                postings.setdefault(word, set()).add(unit)
    for unit in range(len(old.units) - 1):
        if unit in made.units or not _untouched(made, unit):
            continue
        best = _best(made, unit, postings)
        if best is not None and _fresh(made, best):
            made.units[unit] = best
            _words(made, {unit}, {best}, moved=True)


def _best(made: Alignment, unit: int, postings: dict[int, set[int]]) -> int | None:
    old, new = made.old, made.new
    words = old.ids[old.units[unit] : old.units[unit + 1]]
    hits: Counter[int] = Counter()
    for word in set(words):
        units = postings.get(word, ())
        if len(units) <= POSTINGS:
            hits.update(units)
    if not hits:
        return None
    best = max(hits, key=lambda other: (hits[other], -other))
    there = new.ids[new.units[best] : new.units[best + 1]]
    likeness = Indel.normalized_similarity(words, there, score_cutoff=ALIKE_WORDS)
    return best if likeness >= ALIKE_WORDS else None


def _extend(made: Alignment) -> None:
    """Match equal words right beside matched ones, where a sentence was cut differently."""
    for token in range(1, made.old.size):
        _follow(made, token, 1)
    for token in range(made.old.size - 2, -1, -1):
        _follow(made, token, -1)


def _follow(made: Alignment, token: int, step: int) -> None:
    beside = made.to[token - step]
    if made.to[token] >= 0 or beside < 0 or not 0 <= beside + step < made.new.size:
        return
    there = beside + step
    word = made.old.words[token]
    # A full stop belongs to the sentence before it, an opening mark to the one behind it.
    if not word[0].isalnum() and (step < 0 or word not in _CLOSING):
        return
    if made.back[there] < 0 and made.old.ids[token] == made.new.ids[there]:
        made.match(token, there, 1, moved=bool(made.moved[token - step]))


def _move_words(made: Alignment) -> None:
    """Match long runs of words that were taken out of their sentence."""
    found = runs(
        made.old.ids,
        made.new.ids,
        [at < 0 for at in made.to],
        [at < 0 for at in made.back],
        least=SHORTEST_RUN,
    )
    for run in found:
        made.match(run.old, run.new, run.size, moved=True)
        _doubt(made, run, run.old, run.old + run.size)
