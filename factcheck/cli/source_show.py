"""`factcheck source show`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Json
from factcheck.errors import NotFound, Refused, Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Source

Shape = dict[str, Any]


def command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its key, number or address.")],
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="[SNAPSHOT...]", help="For --text and --diff.")
    ] = None,
    snapshots: Annotated[
        bool, typer.Option("--snapshots", help="What was kept of it, and every look at it.")
    ] = False,
    text: Annotated[
        bool, typer.Option("--text", help="The text of a snapshot, the newest if none is named.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="What changed between two, the first and the newest.")
    ] = False,
    reveal: Annotated[bool, typer.Option("--reveal", help="Show protected sources.")] = False,
    as_json: Json = False,
) -> None:
    """factcheck source show atlas
    factcheck source show pledge --snapshots
    factcheck source show pledge --diff 1 4

    Show a source with its notes and what it gives, or what was kept of it.
    """
    from factcheck.cli.context import reading
    from factcheck.services import lookup

    if snapshots + text + diff > 1:
        raise Usage("--snapshots, --text and --diff do not go together.", hint="Give one of them.")
    show = _snapshots if snapshots else _text if text else _diff if diff else None
    if show is None and numbers:
        raise Usage("Numbers of snapshots go with --text or --diff.")
    with reading() as session:
        found = lookup.source(session, source)
        if show is None:
            shape, lines = _page(session, found, reveal=reveal)
        else:
            _check_open(found, reveal=reveal)
            shape, lines = show(session, found, numbers or [])
    output.emit(shape, as_json=as_json, text=lambda: "\n".join(lines))


def _check_open(source: "Source", *, reveal: bool) -> None:
    if source.protected and not reveal:
        raise Refused(f"{source.key} is protected.", hint="Add --reveal to see what was kept.")


def _page(session: "Session", source: "Source", *, reveal: bool) -> tuple[Shape, list[str]]:
    from factcheck.cli.evidence_views import evidence_table
    from factcheck.cli.views import source_page
    from factcheck.services import evidence, shapes, source_shapes, sources

    notes = shapes.notes(session, source_id=source.id)
    pieces = shapes.evidence_list(session, evidence.of_one_source(session, source), reveal=reveal)
    cited = sources.use_counts(session).get(source.id, 0)
    shape = source_shapes.whole(session, source, reveal=reveal, uses=cited)
    lines = [source_page(shape, notes)]
    if pieces:
        lines += ["", evidence_table(pieces)]
    return shape | {"notes": notes, "evidence": pieces}, lines


def _snapshots(session: "Session", source: "Source", numbers: list[str]) -> tuple[Any, list[str]]:
    from factcheck.services import snapshots

    if numbers:
        raise Usage("--snapshots lists them all.", hint="--text SNAPSHOT shows one.")
    kept = [snapshots.shape(row) for row in snapshots.every(session, source)]
    looks = snapshots.visits(session, source)
    return {"snapshots": kept, "visits": looks}, list(_listed(kept, looks))


def _listed(kept: list[Shape], looks: list[Shape]) -> Iterator[str]:
    if kept:
        rows = [
            (each["id"], _short(each["at"]), each["how"], each["status"], each["size"],
             each["sha256"][:12], each["name"] or each["final_url"] or "")
            for each in kept
        ]  # fmt: skip
        columns = ("snapshot", "at", "how", "status", "bytes", "sha-256", "what")
        yield output.table(rows, columns)
    else:
        yield "No snapshot is kept."
    if looks:
        yield "\nLooks"
        told = [
            (
                _short(each["at"]),
                each["state"],
                each["status"],
                each["snapshot"],
                each["message"] or "",
            )
            for each in looks
        ]
        yield output.table(told, ("at", "state", "status", "snapshot", "message"))


def _short(moment: str) -> str:
    """`2026-11-23 09:04`."""
    return moment[:16].replace("T", " ")


def _text(session: "Session", source: "Source", numbers: list[str]) -> tuple[Any, list[str]]:
    from factcheck.cli.views import clean
    from factcheck.services import snapshots

    if len(numbers) > 1:
        raise Usage("--text shows one snapshot.")
    row = snapshots.one(session, source, numbers[0] if numbers else None)
    text = snapshots.text(session, row)
    return {**snapshots.shape(row), "text": text}, [clean(line) for line in text.splitlines()]


def _diff(session: "Session", source: "Source", numbers: list[str]) -> tuple[Any, list[str]]:
    from factcheck.services import snapshots
    from factcheck.text import pagediff

    if len(numbers) not in {0, 2}:
        raise Usage("--diff takes two snapshots, or none for the first and the newest.")
    before, after = _ends(session, source, numbers)
    parts = list(pagediff.compare(snapshots.text(session, before), snapshots.text(session, after)))
    shape = {
        "before": snapshots.shape(before),
        "after": snapshots.shape(after),
        "parts": [
            {
                "kind": part.kind, "before": part.before, "after": part.after,
                "differences": [
                    {"what": each.what.value, "before": each.before, "after": each.after}
                    for each in part.differences
                ],
            }
            for part in parts
        ],
    }  # fmt: skip
    return shape, list(_compared(shape))


def _ends(session: "Session", source: "Source", numbers: list[str]) -> tuple[Any, Any]:
    from factcheck.services import snapshots

    if numbers:
        first, second = (snapshots.one(session, source, number) for number in numbers)
        return first, second
    newest = snapshots.one(session, source)
    first = snapshots.every(session, source)[0]
    if first.id == newest.id:
        hint = f"factcheck source capture {source.key}, when the page has changed"
        raise NotFound(f"Only one snapshot of {source.key} is kept.", hint=hint)
    return first, newest


_SIGNS = {"gone": ("-", "red"), "come": ("+", "green")}


def _compared(shape: Shape) -> Iterator[str]:
    from factcheck.cli.views import clean

    ends = [
        f"snapshot {shape[end]['id']} of {shape[end]['at'][:10]}" for end in ("before", "after")
    ]
    yield output.colour(" -> ".join(ends), "bold")
    if all(part["kind"] in {"same", "skipped"} for part in shape["parts"]):
        yield "The text is the same."
        return
    for part in shape["parts"]:
        if part["kind"] == "skipped":
            yield output.colour(f"  ... {part['before']}", "dim")
        elif part["kind"] == "same":
            yield clean(f"  {part['before']}")
        elif part["kind"] in _SIGNS:
            sign, style = _SIGNS[part["kind"]]
            yield output.colour(clean(f"{sign} {part['before'] or part['after']}"), style)
        else:
            yield output.colour(clean(f"- {part['before']}"), "red")
            yield output.colour(clean(f"+ {part['after']}"), "green")
            told = [_told(each) for each in part["differences"]]
            yield output.colour(clean(f"    {'; '.join(told)}"), "bold")


def _told(difference: Shape) -> str:
    before, after, what = difference["before"], difference["after"], difference["what"]
    kind = "" if what == "other" else f" ({what})"
    if not before or not after:
        return f'"{before or after}" {"is gone" if before else "was added"}{kind}'
    return f'"{before}" became "{after}"{kind}'
