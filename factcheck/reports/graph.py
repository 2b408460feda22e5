"""Sources and where they come from, drawn: what has one origin counts once."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from factcheck.text.show import shorten

Shape = Mapping[str, Any]

WIDTH, ROW, BOX, GAP = 1080, 48, 38, 80
#: How wide a box is at most, and how many generations have a column of their own.
WIDEST, DEEPEST = 348, 3
ALONE_IN_ROW, ALONE_GAP = 3, 18
#: Sources on their own that are drawn; beyond that they are counted, and stand in the list.
MOST_ALONE = 60


class Member(NamedTuple):
    """A source in its family: how many steps from the origin, and its place in the list."""

    source: Shape
    depth: int
    parent: int | None


class Family(NamedTuple):
    """An origin, and what was taken from it; the origin comes first."""

    members: list[Member]

    @property
    def origin(self) -> Shape:
        return self.members[0].source

    @property
    def is_shared(self) -> bool:
        return len(self.members) > 1


def families(sources: Sequence[Shape]) -> list[Family]:
    """Every source once, those of one origin together; the largest families first."""
    by_key = {source["key"]: source for source in sources if source.get("key")}
    children: dict[str, list[Shape]] = {}
    roots = []
    for source in sources:
        origin = str(source.get("origin"))
        if origin in by_key and origin != source.get("key"):
            children.setdefault(origin, []).append(source)
        else:
            roots.append(source)
    seen: set[int] = set()
    found = [_family(root, children, seen) for root in roots]
    # What is left goes round in a circle: it is cut open where it is met first.
    found += [_family(each, children, seen) for each in sources if id(each) not in seen]
    return sorted(found, key=lambda family: -len(family.members))


def _family(root: Shape, children: Mapping[str, Sequence[Shape]], seen: set[int]) -> Family:
    members: list[Member] = []
    waiting: list[Member] = [Member(root, 0, None)]
    while waiting:
        member = waiting.pop()
        if id(member.source) in seen:
            continue
        seen.add(id(member.source))
        members.append(member)
        below = children.get(member.source.get("key") or "", ())
        here = len(members) - 1
        waiting += [Member(each, member.depth + 1, here) for each in reversed(below)]
    return Family(members)


def svg(sources: Sequence[Shape]) -> Markup | None:
    """The picture; None where there is no source."""
    found = families(sources)
    if not found:
        return None
    shared = [family for family in found if family.is_shared]
    alone = [family.origin for family in found if not family.is_shared]
    picture = _Picture(max((m.depth for f in shared for m in f.members), default=0))
    for family in shared:
        picture.family(family)
    picture.alone(alone)
    return picture.done(_told(len(sources), shared))


def _told(number: int, shared: Sequence[Family]) -> str:
    taken = sum(len(family.members) - 1 for family in shared)
    if not shared:
        return f"{_count(number, 'source')}; none is known to be taken from another."
    origins = (
        "1 origin, which counts" if len(shared) == 1 else f"{len(shared)} origins, which count"
    )
    return f"{_count(number, 'source')}; {taken} of them taken from {origins} once."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def rows(family: Family) -> list[float]:
    """The row of each member: what nothing was taken from has its own, others the middle."""
    below: dict[int, list[int]] = {}
    for at, member in enumerate(family.members):
        if member.parent is not None:
            below.setdefault(member.parent, []).append(at)
    found = [0.0] * len(family.members)
    free = 0
    for at in range(len(family.members)):
        if at not in below:
            found[at], free = float(free), free + 1
    for at in sorted(below, reverse=True):
        found[at] = (found[below[at][0]] + found[below[at][-1]]) / 2
    return found


class _Picture:
    """Draws from the top down; a generation is a column."""

    def __init__(self, depth: int) -> None:
        self._columns = min(max(depth, 1), DEEPEST) + 1
        self._wide = min(WIDEST, (WIDTH - GAP * (self._columns - 1)) // self._columns)
        self._drawn: list[str] = []
        self._top = 0

    def family(self, family: Family) -> None:
        """The origin on the left, in the middle of what flows from it."""
        lines = rows(family)
        places = [
            (self._column(member.depth), self._top + round(line * ROW))
            for member, line in zip(family.members, lines, strict=True)
        ]
        for place, member in zip(places, family.members, strict=True):
            if member.parent is not None:
                self._drawn.append(_flow(places[member.parent], self._wide, place))
        for place, member in zip(places, family.members, strict=True):
            self._box(member.source, place, "taken" if member.depth else "origin", self._wide)
        x, y = places[0]
        cited = sum(1 for member in family.members if member.source.get("cited", 1))
        told = f"{_count(cited, 'source')}, one origin: counts once"
        self._drawn.append(f'<text class="once" x="{x}" y="{y + BOX + 15}">{told}</text>\n')
        self._top = max(y + BOX + 26, self._top + round(max(lines) * ROW) + BOX) + 18

    def _column(self, depth: int) -> int:
        return min(depth, self._columns - 1) * (self._wide + GAP)

    def alone(self, sources: Sequence[Shape]) -> None:
        """Sources with an origin of their own, several in a row."""
        wide = (WIDTH - ALONE_GAP * (ALONE_IN_ROW - 1)) // ALONE_IN_ROW
        for at, source in enumerate(sources[:MOST_ALONE]):
            row, column = divmod(at, ALONE_IN_ROW)
            place = column * (wide + ALONE_GAP), self._top + row * ROW
            self._box(source, place, "alone", wide)
        self._top += ROW * -(-min(len(sources), MOST_ALONE) // ALONE_IN_ROW)
        if len(sources) > MOST_ALONE:
            more = _count(len(sources) - MOST_ALONE, "more source")
            told = f"and {more}, each with an origin of its own: see the list"
            self._drawn.append(f'<text class="once" x="0" y="{self._top + 14}">{told}</text>\n')
            self._top += 24

    def _box(self, source: Shape, place: tuple[int, int], kind: str, wide: int) -> None:
        x, y = place
        title = shorten(str(source.get("title") or source.get("key") or ""), (wide - 20) * 10 // 70)
        about = shorten(_about(source), (wide - 20) * 10 // 60)
        self._drawn.append(
            f'<g class="{kind}"><rect x="{x}" y="{y}" width="{wide}" height="{BOX}" rx="3"/>'
            # A picture in the picture, so that words wider than expected end at the border.
            f'<svg x="{x + 10}" y="{y}" width="{wide - 14}" height="{BOX}">'
            f'<text y="16">{escape(title)}</text>'
            f'<text class="small" y="30">{escape(about)}</text></svg></g>\n'
        )

    def done(self, told: str) -> Markup:
        return Markup(  # noqa: S704 - every text in it was escaped where it was drawn
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {WIDTH + 2} {self._top + 2}" '
            f'width="{WIDTH + 2}" height="{self._top + 2}" role="img" aria-label="{told}">\n'
            f"{''.join(self._drawn)}</svg>"
        )


def _flow(start: tuple[int, int], wide: int, end: tuple[int, int]) -> str:
    """A curve from the right side of one box to the left side of another."""
    x1, y1, x2, y2 = start[0] + wide, start[1] + BOX // 2, end[0], end[1] + BOX // 2
    if x2 <= x1:  # Both stand in the last column: down its left side.
        return f'<path class="flow" d="M{start[0] + 6} {start[1] + BOX}V{end[1]}"/>\n'
    middle = (x1 + x2) // 2
    return f'<path class="flow" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"/>\n'


def _about(source: Shape) -> str:
    cited = source.get("cited")
    facts = (source.get("publisher"), source.get("tier"), f"cited {cited}\u00d7" if cited else None)
    return ", ".join(str(fact) for fact in facts if fact)
