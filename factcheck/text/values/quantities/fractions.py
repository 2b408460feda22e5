"""Parts of a whole: `half`, `two-thirds`, `a quarter of a million`, `1/3`."""

from decimal import Decimal

from factcheck.text.values.quantities.digits import shortened
from factcheck.text.values.quantities.numeral import Numeral
from factcheck.text.values.quantities.rows import Row

# Writers who say "a third" do not mean the third place.
STEP = Decimal("0.01")
_HYPHENS = "-\u2010\u2011"
_BELOW = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100})


def step(amount: Decimal) -> Decimal:
    """That of a share which is written as two whole numbers."""
    return STEP if amount >= STEP * 5 else shortened(amount / 20)


def read(row: Row, at: int) -> Numeral | None:
    """The part at word `at`, with its scale; None where there is none."""
    if row.digits(at):
        found = _worded(row, at) or _slashed(row, at) if _may_be_part(row, at + 1) else None
    else:
        found = _half(row, at) or _worded(row, at)
    return _scaled(row, found) if found else None


def _may_be_part(row: Row, at: int) -> bool:
    word = row.words[at]
    return not word[:1].isalpha() or word in row.tongue.fractions


def _half(row: Row, at: int) -> Numeral | None:
    first = at
    at += row.words[at] in row.tongue.articles
    if row.words[at] not in row.tongue.halves:
        return None
    return Numeral(first, at + 1, Decimal("0.5"), STEP, digits=False, share=True)


def _worded(row: Row, at: int) -> Numeral | None:
    """`two-thirds`, `a third`."""
    tongue, word = row.tongue, row.words[at]
    above = 1 if word in tongue.articles or word in tongue.one else tongue.plain.get(word, 0)
    above = above or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    joined = row.words[at + 1] in _HYPHENS and bool(row.words[at + 1]) and row.glued(at)
    below = tongue.fractions.get(row.words[at + 1 + joined], 0)
    if not 0 < above < below or not _agrees(row, at + 1 + joined, above, joined=joined):
        return None
    amount = shortened(Decimal(above) / below)
    return Numeral(at, at + 2 + joined, amount, STEP, digits=False, share=True)


def _agrees(row: Row, at: int, above: int, *, joined: bool) -> bool:
    """Several need the plural: `two thirds`, but `the last two third-quarter reports`."""
    single = row.words[at] in row.tongue.maybe_fractions
    if row.tongue.language != "en" or joined:
        return not (single and row.words[at + 1] in _HYPHENS and row.glued(at))
    hyphen = row.words[at + 1] in _HYPHENS and row.glued(at)
    return single == (above == 1) and not (single and hyphen and bool(row.words[at + 1]))


def _slashed(row: Row, at: int) -> Numeral | None:
    """`1/3 of`; `1/3` by itself may be a day."""
    above, sign, below = row.words[at : at + 3]
    if sign not in {"/", "\u2044"} or not (row.glued(at) and row.glued(at + 1)):
        return None
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 4):
        return None
    fits = 0 < int(above) < int(below) and int(below) in _BELOW
    if not fits or row.words[at + 3] not in row.tongue.of:
        return None
    amount = shortened(Decimal(above) / Decimal(below))
    return Numeral(at, at + 3, amount, STEP, share=True)


def _scaled(row: Row, found: Numeral) -> Numeral:
    """`half a million`, `a quarter of a million`."""
    at, tongue = found.last, row.tongue
    for skipped in (tongue.of, tongue.articles):
        at += row.words[at] in skipped
    at += row.words[at] in _HYPHENS and bool(row.words[at])
    word = row.words[at]
    scale = tongue.scales.get(word, 0) if len(word) > 2 else 0
    scale = scale or tongue.dozens.get(word, 0) or 100 * (word in tongue.hundreds)
    if not scale:
        return found
    amount = shortened(found.amount * scale)
    step = Decimal(1) if word in tongue.dozens else Decimal(max(scale // 10, 1))
    return found._replace(last=at + 1, amount=amount, step=step, share=False, scale=Decimal(scale))


def stands(row: Row, part: Numeral) -> bool:
    """Whether a part without a unit is a share: `half of`, `by a third`; not `first half`."""
    tongue, behind = row.tongue, row.words[part.last]
    before = row.words[part.first - 1] if part.first else ""
    if behind in tongue.of:
        return True
    if row.words[part.first] in tongue.halves:
        return behind in tongue.determiners | tongue.multiplied or before in tongue.by
    single = row.words[part.last - 1] in tongue.maybe_fractions
    plain = row.words[part.first] not in tongue.articles
    return plain or not single or before in tongue.by or behind in {"as", "the"}
