"""`factcheck list`, and the filters that `search` shares."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Article, Json, JsonLines, parse_day
from factcheck.errors import BadInput, Usage
from factcheck.words import UNVERIFIED, Conclusion, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from factcheck.services.listing import Filter

#: How many claims a table shows unless --limit says otherwise; JSON has them all.
SHOWN = 500

#: More than this no list has.
BIGGEST = 1_000_000_000

Several = list[str] | None
StatusOption = Annotated[
    Several, typer.Option("--status", metavar="STATUS", help="unverified, or a conclusion.")
]
OutcomeOption = Annotated[
    Several, typer.Option("--outcome", metavar="OUTCOME", help="In the house's words or ours.")
]
KindOption = Annotated[Several, typer.Option("--kind", metavar="KIND")]
ClaimantOption = Annotated[
    str | None, typer.Option("--claimant", metavar="NAME", help="Or a part.")
]
SourceOption = Annotated[str | None, typer.Option("--source", metavar="KEY|ID|URL")]
TagOption = Annotated[Several, typer.Option("--tag", metavar="TAG", help="May be repeated.")]
PriorityOption = Annotated[str | None, typer.Option("--priority", metavar="low|normal|high")]
DecidedBy = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Decided by whom.")]
Stale = Annotated[bool, typer.Option("--stale", help="Calling for a re-check.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Changed since.")]
Waiting = Annotated[bool, typer.Option("--waiting", help="Open queries, and notes due by today.")]
HiddenOption = Annotated[bool, typer.Option("--hidden", help="What rm has hidden.")]
ZoneOption = Annotated[
    str | None, typer.Option("--zone", metavar="ZONE", help="headline, body ...")
]
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=0, max=BIGGEST, help="At most so many; 0 is all."),
]
Offset = Annotated[
    int, typer.Option("--offset", metavar="N", min=0, max=BIGGEST, help="Leave out the first N.")
]


def command(
    article: Article = None,
    status: StatusOption = None,
    outcome: OutcomeOption = None,
    kind: KindOption = None,
    claimant: ClaimantOption = None,
    source: SourceOption = None,
    tag: TagOption = None,
    priority: PriorityOption = None,
    by: DecidedBy = None,
    stale: Stale = False,
    since: Since = None,
    waiting: Waiting = False,
    hidden: HiddenOption = False,
    zone: ZoneOption = None,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="ORDER", help="reading, id ...")
    ] = None,
    limit: LimitOption = None,
    offset: Offset = 0,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck list
    factcheck list --article kim-train --outcome open --sort priority

    List claims and what to do about them; those of one article in reading order.
    """
    from factcheck.cli.context import reading
    from factcheck.services import house, listing

    order = _order(sort)
    given = locals()
    with reading() as session:
        wanted = filter_of(session, given)
        machine = as_json or as_jsonl
        most = (limit or None) if machine or limit is not None else SHOWN
        ids = listing.chosen(session, wanted, sort=order, limit=most, offset=offset)
        if machine:
            _emit_json(session, ids, as_json=as_json)
            return
        rows = listing.rows(session, ids)
        words = house.words(session)
        rest = listing.count(session, wanted) - offset if len(ids) == SHOWN and limit is None else 0
    from factcheck.cli.views import claims_table

    output.emit(rows, text=lambda: claims_table(rows, words))
    if rest > SHOWN:
        output.say(f"{SHOWN} of {rest:,} shown; --limit 0 shows all.")


def _order(sort: str | None) -> str | None:
    from factcheck.services.listing import SORTS

    if sort is not None and sort not in SORTS:
        guess = nearest(sort, list(SORTS))
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(SORTS)}."
        raise Usage(f"{sort!r} is no order.", hint=hint)
    return sort


def _emit_json(session: "Session", ids: list[int], *, as_json: bool) -> None:
    """Claims as they are read, so that a long list needs no memory."""
    from factcheck.services import shapes

    found = shapes.claims(session, ids)
    if as_json:
        output.write_chunks(array(found))
        return
    for shape in found:
        output.write(output.to_json(shape, indent=None))


def array(items: "Iterator[dict[str, Any]]") -> "Iterator[str]":
    """A JSON array, an item at a time."""
    opening = "["
    for item in items:
        yield opening + "\n" + output.to_json(item)
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def filter_of(session: "Session", given: dict[str, Any]) -> "Filter":
    """The filter that the options name. Raises BadInput or NotFound for unknown words."""
    from factcheck.cli import claim_options as o
    from factcheck.cli.context import article_word
    from factcheck.services import lookup
    from factcheck.services.listing import Filter
    from factcheck.words import Kind, Zone, pick, pick_outcome

    word = article_word(given["article"])
    return Filter(
        article=lookup.article(session, word) if word else None,
        statuses=[_status(each) for each in given["status"] or ()],
        outcomes=[pick_outcome(each).value for each in given["outcome"] or ()],
        kinds=[pick(Kind, each, what="kind").value for each in given["kind"] or ()],
        claimant=given["claimant"],
        source=lookup.source(session, given["source"]) if given["source"] else None,
        tags=given["tag"] or (),
        priority=o.priority(given["priority"]),
        by=_person(session, given["by"]) if given["by"] else None,
        stale=given["stale"],
        since=parse_day(given["since"]) if given["since"] else None,
        waiting=given["waiting"],
        hidden=given["hidden"],
        zone=o.word(Zone, given["zone"], "zone"),
    )


def _status(word: str) -> str:
    from factcheck.words import pick_conclusion

    if word.strip().casefold() == UNVERIFIED:
        return UNVERIFIED
    try:
        return pick_conclusion(word).value
    except BadInput as error:
        known = [UNVERIFIED, *(conclusion.value for conclusion in Conclusion)]
        guess = nearest(word, known)
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(known)}."
        raise BadInput(f"{word!r} is no status.", hint=hint) from error


def _person(session: "Session", name: str) -> Any:
    from factcheck.db.session import known_person
    from factcheck.errors import NotFound

    person = known_person(session, name)
    if person is None:
        raise NotFound(f"Nobody here is called {name!r}.", hint="factcheck house show has names.")
    return person
