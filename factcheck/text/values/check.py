"""A claim against a passage: the pair of values that decides, and what comes of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.text.values.comparing import compare
from factcheck.text.values.finding import read
from factcheck.text.values.reading.bare import aged, reread
from factcheck.text.values.reading.lives import life, speaks_of_death
from factcheck.text.values.reading.pairing import (
    DATES,
    Met,
    Side,
    candidates,
    closeness,
    is_of_another,
    obstacle,
    stands_before,
)
from factcheck.text.values.reading.pairs import RANKS_AND_DATES, Made, Pair, Terms, is_day, none
from factcheck.text.values.reading.scopes import in_a_row
from factcheck.text.values.reading.sources import disputed
from factcheck.text.values.value import Comparison, Value
from factcheck.words import Result, ValueKind

# Nobody reads more at a time; somebody must say which part is about the claim.
_LONGEST_CLAIM = 20_000
_LONGEST_PASSAGE = 100_000
# A claim with more figures than this is a text, and its first ones decide.
_MOST_CLAIMED = 12
# A passage with more figures of one kind is no passage: somebody must say which is meant.
_MOST_FOUND = 60
# So much closer must a value be to be the one that is meant.
_CLEARLY = 3
_OF_THE = re.compile(r" (?:out )?of (?:(?:the|its|his|her|their|all) )?")
# "out of their" is no longer.
_JOINT = 20


def check(  # noqa: PLR0913  each is one thing that a checker may know
    claim: str,
    passage: str,
    *,
    on: date | None = None,
    passage_on: date | None = None,
    claimant: str | None = None,
    language: str = "en",
    tolerance: Decimal | None = None,
) -> Comparison:
    """Whether a passage that somebody chose agrees with a claim; the best matching pair decides.

    `on` is the date of the claim, `passage_on` that of the passage where it is another. What
    `claimant` says is no source for the claim. A claim of more than 20,000 characters or a passage
    of more than 100,000 is not read. Never raises for what the texts say.
    """
    if too_long := _too_long(claim, passage):
        return none(too_long)
    terms = Terms(on, passage_on or on, tolerance)
    right = Side(passage, list(_found(passage, terms.passage_on, language)), language, claimant)
    claims = list(_found(claim, terms.on, language))
    if any(one.kind is ValueKind.AGE for one in right.values) or life(passage, right.values):
        claims = [aged(value, claim) for value in claims]
    left = Side(claim, claims, language)
    if not left.values:
        return none("the claim has no figure or date to compare")
    if not right.values:
        return none("the passage has no figure or date to compare", left.values[0])
    claimed = list(_claimed(claim, left.values[: 2 * _MOST_CLAIMED]))[:_MOST_CLAIMED]
    pairs = [_paired(left, value, right, terms) for value in claimed]
    return _decided(pairs, left, right, terms)


def _too_long(claim: str, passage: str) -> str | None:
    sides = (("claim", claim, _LONGEST_CLAIM), ("passage", passage, _LONGEST_PASSAGE))
    for name, text, most in sides:
        if len(text) > most:
            return f"the {name} has {len(text):,} characters; give a part of at most {most:,}"
    return None


# A claim is compared with one passage after another.
@lru_cache(maxsize=64)
def _found(text: str, on: date | None, language: str) -> tuple[Value, ...]:
    found, _work = read(text, on, language)
    return tuple(reread(value, text) for value in found)


def _claimed(claim: str, values: list[Value]) -> Iterator[Value]:
    """What the claim says; of "four of the five suspects" only the four."""
    end = -1
    for value in values:
        whole = 0 <= value.start - end < _JOINT and _OF_THE.fullmatch(claim, end, value.start)
        if not whole:
            yield value
        end = value.end


def _with(comparison: Comparison, result: Result, note: str) -> Comparison:
    """The comparison with another word about it, and the result that follows from it."""
    body = comparison.explanation.removesuffix(f": {comparison.result.said}")
    return replace(comparison, result=result, explanation=f"{body}; {note}: {result.said}")


def _paired(
    claim: Side, value: Value, passage: Side, terms: Terms, beside: Value | None = None
) -> Pair:
    """What answers to `value` in the passage, or in the sentence of the value `beside`."""
    left = claim.met(value)
    if (born := _born(left, claim, passage, terms)) is not None:
        return born
    rights = candidates(left, passage, claim.text)
    if beside is not None:
        rights = [right for right in rights if passage.same_sentence(beside, right)]
    if len(rights) > _MOST_FOUND:
        rights = [right for right in rights if right.of == value.of]
    if len(rights) > _MOST_FOUND:
        reason = f'the passage has {len(rights)} figures like "{value.text}"; give a shorter one'
        return Pair(left, None, none(reason, value), blocked=True)
    if not rights:
        return _unanswered(left, passage, terms)
    made = Made(claim, passage, terms)
    pairs = [made.pair(left, passage.met(right)) for right in rights]
    return _best(pairs, made)


def _unanswered(left: Met, passage: Side, terms: Terms) -> Pair:
    """Nothing of that kind is there; a passage with one value says by it why not."""
    reason = f'the passage has no figure for "{left.value.text}"'
    if left.value.kind in DATES:
        reason = f'the passage has no date for "{left.value.text}"'
    if len(passage.values) == 1:
        right = passage.values[0]
        told = compare(left.value, right, on=terms.on, right_on=terms.passage_on)
        if told.result is Result.NOT_COMPARABLE:
            return Pair(left, None, told)
    return Pair(left, None, none(reason, left.value))


def _born(left: Met, claim: Side, passage: Side, terms: Terms) -> Pair | None:
    """An age against a day of birth: at death where the claim says so, else at its own date."""
    value = left.value
    if value.kind is not ValueKind.AGE or any(one.kind is value.kind for one in passage.values):
        return None
    known = life(passage.text, passage.values)
    if known is None:
        return None
    dead = speaks_of_death(claim.text, value)
    on = known.died if dead or (known.died and terms.on and known.died < terms.on) else terms.on
    if dead and on is None:
        reason = f'the passage has no day of death for "{value.text}"'
        return Pair(left, None, none(reason, value), blocked=True)
    right = passage.met(replace(known.born))
    found = compare(value, known.born, on=on, right_on=on)
    against = obstacle(left, right, found.result)
    if against:
        return Pair(left, right, none(against, value, known.born), blocked=True)
    return _weighed(Pair(left, right, found))


def _best(pairs: list[Pair], made: Made) -> Pair:
    good = [pair for pair in pairs if pair.result is not Result.NOT_COMPARABLE]
    now = [pair for pair in good if not (pair.right and stands_before(pair.left, pair.right))]
    good = now or good
    if not good:
        return max(pairs, key=_close)
    closest = max(_close(pair) for pair in good)
    leaders = [pair for pair in good if _close(pair) > closest - _CLEARLY or not _is_other(pair)]
    if disputed([(pair.left, pair.right) for pair in pairs if pair.right]):
        return _disputed(max(leaders, key=_close), pairs, "from different sources")
    if in_a_row(pairs[0].left.context, [pair.right.context for pair in pairs if pair.right]):
        return _disputed(max(leaders, key=_close), pairs, "of the first and of another one")
    best = max(leaders, key=_close)
    if len({pair.result for pair in leaders}) == 1:
        return _weighed(best)
    aligned = _aligned(pairs, made)
    return aligned or _torn(leaders)


def _disputed(best: Pair, pairs: list[Pair], why: str) -> Pair:
    """Two figures for what the claim says, and it does not say which of them is meant."""
    texts = dict.fromkeys(f'"{pair.right.value.text}"' for pair in pairs if pair.right)
    reason = f"the passage gives {' and '.join(list(texts)[:3])}, {why}"
    empty = none(reason, best.left.value, best.right.value if best.right else None)
    return replace(best, comparison=empty, blocked=True)


def _is_other(pair: Pair) -> bool:
    return pair.right is not None and is_of_another(pair.left, pair.right)


def _close(pair: Pair) -> int:
    return closeness(pair.left, pair.right) if pair.right else -1


def _aligned(pairs: list[Pair], make: Made) -> Pair | None:
    """`from 5 to 7 percent` against the same two: each has its own counterpart, in order."""
    left = pairs[0].left
    lefts = [value for value in make.claim.values if value.kind is left.value.kind]
    if len(lefts) != len(pairs) or len(lefts) > _MOST_CLAIMED:
        return None
    rights = [pair.right for pair in pairs if pair.right]
    both = zip(lefts, rights, strict=True)
    made = [make.pair(make.claim.met(one), other) for one, other in both]
    if any(pair.result is not Result.AGREES for pair in made):
        return None
    return _weighed(made[lefts.index(left.value)])


def _torn(leaders: list[Pair]) -> Pair:
    """Two values of the passage may be meant, and they say different things."""
    for_it = next(pair for pair in leaders if pair.result is Result.AGREES)
    against = next(pair for pair in leaders if pair.result is Result.DISAGREES)
    texts = [f'"{pair.right.value.text}"' for pair in (for_it, against) if pair.right]
    reason = f"the passage has both {' and '.join(texts)}, and nothing says which is meant"
    empty = none(reason, for_it.left.value, for_it.right.value if for_it.right else None)
    return Pair(for_it.left, for_it.right, empty, blocked=True)


def _weighed(pair: Pair) -> Pair:
    """What agrees in a text about something false may be the false figure itself."""
    if pair.right is None:
        return pair
    if pair.result is Result.AGREES and pair.right.doubt:
        note = f'the passage speaks of what is false ("{pair.right.doubt}"), so it may repeat it'
        changed = _with(pair.comparison, Result.NOT_COMPARABLE, note)
        return replace(pair, comparison=changed, blocked=True)
    source = pair.right.reading.source
    if source:
        note = f"the passage has it from {source[:60]}"
        return replace(pair, comparison=_with(pair.comparison, pair.result, note))
    return pair


def _decided(pairs: list[Pair], claim: Side, passage: Side, terms: Terms) -> Comparison:
    figures = [pair for pair in pairs if pair.kind not in RANKS_AND_DATES]
    return _of_figures(figures, pairs, claim, passage, terms) if figures else _of_dates(pairs)


def _first(pairs: list[Pair], result: Result) -> Pair | None:
    return next((pair for pair in pairs if pair.result is result), None)


def _of_figures(
    figures: list[Pair], pairs: list[Pair], claim: Side, passage: Side, terms: Terms
) -> Comparison:
    """Figures decide; a rank or a date beside them can speak against the claim, not for it."""
    others = [pair for pair in pairs if pair.kind in RANKS_AND_DATES]
    differs, agrees = _first(figures, Result.DISAGREES), _first(figures, Result.AGREES)
    leading = differs or agrees
    if leading is None:
        against = None if any(pair.blocked for pair in figures) else _against(others)
        return (against or figures[0]).comparison
    beside = leading.right.value if leading.right else None
    times = [
        _paired(claim, pair.left.value, passage, terms, beside)
        for pair in others
        if pair.kind in DATES and claim.same_sentence(leading.left.value, pair.left.value)
    ]
    return _dated(leading, times) or _earned(leading, figures, others)


def _against(others: list[Pair]) -> Pair | None:
    """A day that differs is an answer, where the figure has none."""
    return next(
        (pair for pair in others if pair.result is Result.DISAGREES and _is_tied(pair)), None
    )


def _dated(leading: Pair, times: list[Pair]) -> Comparison | None:
    """What a date beside the figure changes: another period, or another day."""
    other = _first(times, Result.DISAGREES)
    if other is None or other.right is None:
        return None
    if not is_day(other.left.value) or not _is_tied(other) or leading.result is Result.DISAGREES:
        one, two = other.left.value.text, other.right.value.text
        note = f"but the claim is about {one}, the passage about {two}"
        return _with(leading.comparison, Result.NOT_COMPARABLE, note)
    return other.comparison


def _is_tied(pair: Pair) -> bool:
    """Whether the two days are days of the same thing, by the words about them."""
    if pair.right is None:
        return False
    one, other = pair.left.context, pair.right.context
    return not other.all or bool(one.near & other.near) or len(one.all & other.all) > 1


def _earned(leading: Pair, figures: list[Pair], others: list[Pair]) -> Comparison:
    if leading.result is Result.DISAGREES:
        return leading.comparison
    blocked = next((pair for pair in figures if pair.blocked), None)
    if blocked:
        return blocked.comparison
    rank = _first([pair for pair in others if pair.kind is ValueKind.ORDINAL], Result.DISAGREES)
    if rank:
        return rank.comparison
    missing = [pair.left.value.text for pair in figures if pair.result is Result.NOT_COMPARABLE]
    if missing:
        note = f'the passage has nothing comparable for "{missing[0]}"'
        return _with(leading.comparison, leading.result, note)
    return leading.comparison


def _of_dates(pairs: list[Pair]) -> Comparison:
    """Ranks and dates alone: a year that fits is not enough for a rank that is not there."""
    differs, agrees = _first(pairs, Result.DISAGREES), list(_agreeing(pairs))
    if differs:
        return differs.comparison
    if not agrees:
        return next((pair for pair in pairs if pair.blocked), pairs[0]).comparison
    ranks = [pair for pair in pairs if pair.kind is ValueKind.ORDINAL]
    unmet = ranks and all(pair.kind in DATES and not _is_tied(pair) for pair in agrees)
    if unmet:
        return none(
            f'the passage has no figure for "{ranks[0].left.value.text}"', ranks[0].left.value
        )
    blocked = next((pair for pair in pairs if pair.blocked), None)
    return (blocked or agrees[0]).comparison


def _agreeing(pairs: list[Pair]) -> Iterator[Pair]:
    """Dates first: they say more than a rank does."""
    agrees = [pair for pair in pairs if pair.result is Result.AGREES]
    yield from (pair for pair in agrees if pair.kind in DATES)
    yield from (pair for pair in agrees if pair.kind not in DATES)
