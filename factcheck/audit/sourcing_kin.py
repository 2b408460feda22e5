"""Who the sources are: taken from one another, of one publisher, our own, without a name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from factcheck.audit.desk import Desk, made, sources
from factcheck.audit.sourcing_rows import (
    Shelf,
    names,
    of_claim,
    of_piece,
    shelf,
    weighed,
)
from factcheck.services.findings import Finding
from factcheck.services.needs import folded_publisher
from factcheck.text.addresses import domain
from factcheck.words import SourceKind, Terms

UNNAMED = (Terms.BACKGROUND.value, Terms.DEEP_BACKGROUND.value, Terms.OFF_RECORD.value)
ANONYMOUS = or_(
    sources.c.protected,
    and_(sources.c.kind == SourceKind.PERSON.value, sources.c.terms.in_(UNNAMED)),
)

#: Addresses and publishers of protected sources are shown nowhere.
OPEN = ~sources.c.protected
#: Whoever is the author of two articles is recorded for each.
SHOWN = and_(OPEN, ~sources.c.hidden, sources.c.article_id.is_(None))

ALIKE = "title, publisher and kind"
#: Whatever day it is from.
ANY = "any"


def _keys(desk: Desk, condition: ColumnElement[bool]) -> Shelf:
    """Whoever cites them: an origin need not be cited at all."""
    rows = desk.connection.execute(select(sources.c.id, sources.c.key).where(condition))
    return {row.id: row for row in rows}


# Taken from one another


def one_origin(desk: Desk) -> Iterator[Finding]:
    """S304: several of the sources go back to one, so they count as one."""
    found = _keys(desk, or_(*map(_linked, (sources.c.origin_id, sources.c.merged_into_id))))
    for each in desk.once(weighed) if found else ():
        used = [number for number in each.used if number in found]
        kin = [group for group in _by_root(desk, used).items() if len(group[1]) > 1]
        if kin:
            told = "; ".join(_counted_once(desk, found, root, group) for root, group in kin)
            origins = [{"origin": root, "sources": group} for root, group in kin]
            yield of_claim("S304", each, told, kin, origins=origins)


def _linked(above: Any) -> ColumnElement[bool]:
    """One end of such a link or the other."""
    return or_(above.is_not(None), sources.c.id.in_(select(above).where(above.is_not(None))))


def _by_root(desk: Desk, which: Sequence[int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for number in which:
        groups[desk.origins.root(number)].append(number)
    return groups


def _counted_once(desk: Desk, found: Shelf, root: int, group: Sequence[int]) -> str:
    """`daily and post took it from wire: 3 sources that count as one`."""
    takers = [number for number in group if number != root]
    many = f"{len(group)} sources that count as one"
    if any(number in desk.veiled for number in takers):
        # Where a protected source has it from is not shown.
        return f"{names(desk, found, group)} go back to one origin: {many}"
    return f"{names(desk, found, takers)} took it from {names(desk, found, [root])}: {many}"


# Publishers


def one_publisher(desk: Desk) -> Iterator[Finding]:
    """S305: two sources or more, and one house behind them all."""
    found = desk.once(shelf)
    for each in desk.once(weighed):
        if len(each.used) > 1 and _of_one_house(desk, found, each.used):
            whose = found[each.used[0]].publisher.strip()
            many = f"all {len(each.used)} sources are published by {whose}"
            yield of_claim("S305", each, f"{many}: {names(desk, found, each.used)}")


def _of_one_house(desk: Desk, found: Shelf, used: Sequence[int]) -> bool:
    first = folded_publisher(found[used[0]].publisher)
    same = all(folded_publisher(found[number].publisher) == first for number in used[1:])
    return same and bool(first) and not any(number in desk.veiled for number in used)


def our_own(desk: Desk) -> Iterator[Finding]:
    """S306: the house cites itself, by the address or the publisher of the source."""
    ours = dict(_ours(desk))
    pieces = [row for each in desk.once(weighed) for row in each.pieces if row.source in ours]
    for row in sorted(pieces, key=attrgetter("piece")):
        yield of_piece("S306", row, ours[row.source])


def _ours(desk: Desk) -> Iterator[tuple[int, str]]:
    """Sources of the house itself, by number, and why they are."""
    own = [host for host in map(domain, desk.rules["own_domains"]) if host]
    ourselves = _spellings(desk, desk.rules["publisher"])
    there = [sources.c.url_folded.contains(host, autoescape=True) for host in own]
    listed = select(sources.c.id, sources.c.key, sources.c.url, sources.c.publisher)
    listed = listed.where(OPEN, or_(sources.c.publisher.in_(ourselves), *there))
    for row in desk.connection.execute(listed):
        host = domain(row.url or "")
        if row.publisher in ourselves:
            yield row.id, f"{row.key} is published by {row.publisher.strip()}, the house itself"
        elif any(host == each or host.endswith(f".{each}") for each in own):
            yield row.id, f"{row.key} is from {host}, an address of the house itself"


def _spellings(desk: Desk, publisher: str) -> list[str]:
    """The house's name, as it is written in the records of sources."""
    if not publisher.strip():
        return []
    written = desk.connection.scalars(
        select(sources.c.publisher).where(sources.c.publisher.is_not(None)).distinct()
    )
    return [each for each in written if folded_publisher(each) == folded_publisher(publisher)]


# Without a name


def anonymous(desk: Desk) -> Iterator[Finding]:
    """S308: everybody that the verdict rests on is protected, or speaks on background."""
    found = _keys(desk, ANONYMOUS)
    for each in desk.once(weighed) if found else ():
        if each.verdict_id is not None and all(number in found for number in each.used):
            many = len(each.used)
            one = "the only source is" if many == 1 else f"all {many} sources are"
            yield of_claim("S308", each, f"{one} anonymous: {names(desk, found, each.used)}")


# Recorded twice


def recorded_twice(desk: Desk) -> Iterator[Finding]:
    """S310: each later record of a source, beside the oldest one of it."""
    twins = [(row.source, row.key, row.other, "address") for row in _at_one_address(desk)]
    twins += [(row.source, row.key, old, ALIKE) for row, old in _alike(desk)]
    older = _keys(desk, OPEN) if twins else {}
    met: set[int] = set()
    for number, key, other, what in sorted(twins):
        if number not in met:
            met.add(number)
            told = f"{key} and {older[other].key} have one {what}"
            yield made(
                "S310", "source", number, told, other, source=number, detail={"other": other}
            )


def _at_one_address(desk: Desk) -> Iterator[Any]:
    """Later records, each with the number of the oldest."""
    listed = select(sources.c.url_folded, func.min(sources.c.id).label("other"))
    listed = listed.where(SHOWN, sources.c.url_folded != "").group_by(sources.c.url_folded)
    oldest = listed.having(func.count() > 1).subquery()
    later = select(sources.c.id.label("source"), sources.c.key, oldest.c.other)
    later = later.join(oldest, oldest.c.url_folded == sources.c.url_folded)
    return desk.of_sources(later.where(SHOWN, sources.c.id > oldest.c.other))


def _alike(desk: Desk) -> Iterator[tuple[Any, int]]:
    """Later records of one title, publisher and kind, each with the number of the oldest."""
    met: dict[tuple[Any, ...], int] = {}
    wanted = desk.scope.sources
    for row in desk.connection.execute(_of_one_title()):
        publisher = folded_publisher(row.publisher)
        # Without a title a page is called by its host.
        if not publisher or row.title_folded == domain(row.url or ""):
            continue
        same = (row.title_folded, row.kind, publisher)
        # Two days are two editions; what has no day may be of any.
        days = (row.published, None) if row.published else (ANY,)
        old = [met[(*same, day)] for day in days if (*same, day) in met]
        for day in (row.published, ANY):
            met.setdefault((*same, day), row.source)
        if old and (wanted is None or row.source in wanted):
            yield row, min(old)


def _of_one_title() -> Select[Any]:
    listed = select(sources.c.title_folded, sources.c.kind).where(SHOWN)
    listed = listed.where(sources.c.title_folded != "", sources.c.publisher.is_not(None))
    twice = listed.group_by(*listed.selected_columns).having(func.count() > 1).subquery()
    columns = (
        sources.c.id.label("source"), sources.c.key, sources.c.kind, sources.c.title_folded,
        sources.c.publisher, sources.c.published, sources.c.url,
    )  # fmt: skip
    same = and_(sources.c.title_folded == twice.c.title_folded, sources.c.kind == twice.c.kind)
    return select(*columns).join(twice, same).where(SHOWN).order_by(sources.c.id)
