"""Compares two dates of which one or both are limits: "since 2019", "through Wednesday"."""

from collections.abc import Callable

from factcheck.text.values.comparing.matching import Finding, matched, quoted, told
from factcheck.text.values.dates.extents import Extent, named
from factcheck.text.values.value import Value
from factcheck.words import Bound, Result

# "By Friday" holds for Wednesday too, "until Friday" does not.
_LIMITS = ("by", "no", "not", "on", "d'ici", "sp\u00e4testens", "a m\u00e1s", "au plus", "up")
_NEAR = {10: 3, 7: 62, 4: 731}


def bounded(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    if left.bound in _LEFT:
        return _LEFT[left.bound](left, right, ours, theirs)
    if right.bound in _RIGHT:
        return _RIGHT[right.bound](left, right, ours, theirs)
    finding = matched(left, right, ours, theirs)
    if finding.result is Result.DISAGREES and (left.approximate or right.approximate):
        return _approximate(left, right, ours, theirs, finding)
    return finding


def _approximate(
    left: Value, right: Value, ours: Extent, theirs: Extent, finding: Finding
) -> Finding:
    """`about 1990` neither is nor excludes 1991."""
    near = _NEAR.get(min(ours.precision, theirs.precision), 0)
    if abs((ours.first - theirs.first).days) > near:
        return finding
    vague = left if left.approximate else right
    why = f"{told(left, ours)}; the source says {told(right, theirs)}; {quoted(vague)} is open"
    return Finding(Result.NOT_COMPARABLE, why)


def _since(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """The claim names a beginning."""
    if right.bound not in {Bound.EXACT, Bound.AT_LEAST, Bound.ABOUT}:
        return _limits(left, right)
    begin = theirs.beginning
    finding = matched(left, right, ours, begin)
    if finding.result is not Result.DISAGREES:
        return finding
    order = "later" if begin.first > ours.last else "earlier"
    why = f"{told(left, ours)}; the source says {told(right, theirs)}, which is {order}"
    return Finding(Result.DISAGREES, why)


def _until(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """The claim names an end, or, with "by", a limit."""
    if right.bound not in {Bound.EXACT, Bound.AT_MOST, Bound.ABOUT}:
        return _limits(left, right)
    end = theirs.ending
    if left.text.lower().startswith(_LIMITS) and end.last < ours.first:
        why = f"{told(right, theirs)} is within {told(left, ours)}, but another date"
        return Finding(Result.NOT_COMPARABLE, why)
    finding = matched(left, right, ours, end)
    if finding.result is Result.AGREES and theirs.is_stretch:
        why = f"{told(left, ours)} is the end of {told(right, theirs)}"
        return Finding(Result.AGREES, why)
    return finding


def _before(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    if right.bound is not Bound.EXACT:
        return _alike(left, right, ours, theirs)
    place = f"{told(right, theirs)} is"
    if theirs.last < ours.first:
        return Finding(Result.AGREES, f"{place} before {named(ours)}")
    if theirs.first >= ours.first:
        return Finding(Result.DISAGREES, f"{place} not before {named(ours)}")
    return Finding(Result.NOT_COMPARABLE, f"{place} only partly before {named(ours)}")


def _after(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    if right.bound is not Bound.EXACT:
        return _alike(left, right, ours, theirs)
    place = f"{told(right, theirs)} is"
    if theirs.first > ours.last:
        return Finding(Result.AGREES, f"{place} after {named(ours)}")
    if theirs.last <= ours.last:
        return Finding(Result.DISAGREES, f"{place} not after {named(ours)}")
    return Finding(Result.NOT_COMPARABLE, f"{place} only partly after {named(ours)}")


def _between(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """Any date within is one between."""
    if right.bound is Bound.EXACT and ours.holds(theirs):
        return Finding(Result.AGREES, f"{told(right, theirs)} lies in {told(left, ours)}")
    return matched(left, right, ours, theirs)


def _alike(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """Two limits of one kind agree where they are the same."""
    if left.bound is right.bound and (ours.first, ours.last) == (theirs.first, theirs.last):
        return Finding(Result.AGREES, f"{told(left, ours)} and {told(right, theirs)} are the same")
    return _limits(left, right)


def _limits(left: Value, right: Value) -> Finding:
    why = f"{quoted(left)} and {quoted(right)} do not limit the same side"
    return Finding(Result.NOT_COMPARABLE, why)


def _against_beginning(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """The source says since when."""
    return _same_or_open(left, right, ours, theirs, excluded=False)


def _against_end(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    """The source says until when, or by when."""
    return _same_or_open(left, right, ours.ending, theirs, excluded=ours.first > theirs.last)


def _against_before(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    return _open(left, right, ours, theirs, excluded=ours.first >= theirs.first)


def _against_after(left: Value, right: Value, ours: Extent, theirs: Extent) -> Finding:
    return _open(left, right, ours, theirs, excluded=ours.last <= theirs.last)


def _same_or_open(
    left: Value, right: Value, ours: Extent, theirs: Extent, *, excluded: bool
) -> Finding:
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        return matched(left, right, ours, theirs)
    return _open(left, right, ours, theirs, excluded=excluded)


def _open(left: Value, right: Value, ours: Extent, theirs: Extent, *, excluded: bool) -> Finding:
    why = f"{told(left, ours)}; the source only says {told(right, theirs)}"
    if excluded:
        return Finding(Result.DISAGREES, f"{why}, which excludes it")
    return Finding(Result.NOT_COMPARABLE, why)


_Rule = Callable[[Value, Value, Extent, Extent], Finding]
_LEFT: dict[Bound, _Rule] = {
    Bound.AT_LEAST: _since,
    Bound.AT_MOST: _until,
    Bound.LESS_THAN: _before,
    Bound.MORE_THAN: _after,
    Bound.BETWEEN: _between,
}
_RIGHT: dict[Bound, _Rule] = {
    Bound.AT_LEAST: _against_beginning,
    Bound.AT_MOST: _against_end,
    Bound.LESS_THAN: _against_before,
    Bound.MORE_THAN: _against_after,
}
