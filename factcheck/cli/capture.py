"""`factcheck source capture`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.network import AllowPrivate, Interval
from factcheck.cli.options import By, Json, JsonLines, Yes
from factcheck.errors import BadInput, FetchFailed, Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.audit.capturing import Captured

Shape = dict[str, Any]

#: Bytes of a file that is captured.
LARGEST = 100_000_000


def command(
    source: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE...", help="Keys, numbers or addresses; new ones are added."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every source with an address.")] = False,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="The page or document as you saved it."),
    ] = None,
    archive: Annotated[
        bool,
        typer.Option("--archive", help="Look for a public copy, or make one where there are keys."),
    ] = False,
    interval: Interval = None,
    allow_private: AllowPrivate = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck source capture pledge
    factcheck source capture atlas --file scan.pdf
    factcheck source capture --all

    Keep what sources say now: bytes, headers, time and text, once per SHA-256.

    Every quotation from the source is looked for in it. A page that cannot be fetched is exit
    status 5; save it in a browser and give it with --file.
    """
    words = source or []
    if bool(words) == every:
        raise Usage("Which sources?", hint="Name them, or add --all.")
    if file is not None:
        found = _file(words, file, by, archive=archive)
    else:
        found = _fetch(words, by, interval, allow_private, archive=archive)
    shapes = _shapes(found)
    single = len(words) == 1 and not every
    data: Any = shapes[0] if single else shapes
    output.emit(
        data, as_json=as_json, as_jsonl=as_jsonl, text=lambda: "\n".join(map(_told, shapes))
    )
    _check(shapes)


def _file(words: list[str], file: Path, by: str | None, *, archive: bool) -> "list[Captured]":
    from factcheck.audit import capturing
    from factcheck.cli.context import writing
    from factcheck.cli.stdin import file_bytes
    from factcheck.services import lookup

    if len(words) != 1 or archive:
        raise Usage("--file is for one source.", hint="factcheck source capture KEY --file FILE")
    seen = capturing.read_file(file_bytes(str(file), LARGEST), file.name)
    with writing(by) as session:
        return [capturing.keep_file(session, lookup.source(session, words[0]), seen)]


def _fetch(
    words: list[str], by: str | None, interval: float | None, allow: list[str] | None, *,
    archive: bool,
) -> "list[Captured]":  # fmt: skip
    from factcheck.audit.capturing import Public, capture
    from factcheck.audit.runner import Request
    from factcheck.cli import network
    from factcheck.cli.context import writer, writing
    from factcheck.cli.progress import bar

    public = Public(archive, **(network.archive() if archive else {}))
    request = Request(**network.fetching(interval, allow))
    with writing(by) as session:
        numbers = _numbers(session, words)
    with bar("Fetching pages") as tell:
        return capture(writer(by), numbers, request, public, tell)


def _numbers(session: "Session", words: list[str]) -> list[int]:
    """The sources that are meant; an address that is new becomes one."""
    from factcheck.services import sources

    if not words:
        found = [each for each in sources.every(session) if each.url]
        if not found:
            raise BadInput("No source has an address.", hint="factcheck source add URL")
        return [each.id for each in found]
    named = [sources.cited(session, word, None) for word in words]
    for each in named:
        if not each.url:
            hint = f"factcheck source capture {each.key} --file FILE"
            raise BadInput(f"{each.key} has no address to fetch.", hint=hint)
    return list(dict.fromkeys(each.id for each in named))


def _shapes(found: "list[Captured]") -> list[Shape]:
    from factcheck.cli.context import reading
    from factcheck.services import shapes, snapshots

    with reading() as session:
        return [
            {
                **snapshots.shape_of(session, each.kept.snapshot),
                "source": shapes.source_of(session, each.source),
                "captured": each.done,
                "new": each.kept.new,
                "state": each.seen.state.value,
                "message": each.seen.message,
                "evidence": [
                    {"id": number, "presence": state.value}
                    for number, state in each.kept.presence.items()
                ],
                "public": each.public,
                "public_why_not": each.why_not,
            }
            for each in found
        ]


def _told(shape: Shape) -> str:
    from factcheck.cli.views import clean, counted

    key = shape["source"]["key"]
    if shape["captured"]:
        size = (
            f"{shape['size'] / 1000:,.0f} kB" if shape["size"] >= 1000 else f"{shape['size']} bytes"
        )
        what = (
            f"snapshot {shape['id']}, {size}" if shape["new"] else f"as in snapshot {shape['id']}"
        )
        lines = [f"{key}: {what}, {shape['kind']}"]
    else:
        lines = [output.colour(f"{key}: not captured: {shape['message']}", "red")]
    states = [each["presence"] for each in shape["evidence"]]
    for state in dict.fromkeys(states):
        lines.append(f"  {counted(states.count(state), 'quotation')} {_SAID[state]}")
    if shape["public"]:
        lines.append(f"  a public copy with what is quoted: {shape['public']}")
    elif shape["public_why_not"]:
        lines.append(f"  no public copy to offer: {shape['public_why_not']}")
    return "\n".join(map(clean, lines))


_SAID = {
    "exact": "word for word",
    "folded": "word for word, in other typography",
    "altered-minor": "altered a little",
    "altered-material": "ALTERED",
    "moved-or-replaced": "MOVED OR REPLACED",
    "context-changed": "TAKEN BACK (struck through, or under a correction)",
    "ambiguous": "found at several places",
    "absent": "NOT FOUND",
    "no-quote": "not recorded: nothing to look for",
    "could-not-look": "could not be looked for",
}


def _check(shapes: list[Shape]) -> None:
    """Raises FetchFailed where a page was not captured, and no public copy stands in for it."""
    missed = [each for each in shapes if not each["captured"] and not each["public"]]
    if not missed:
        return
    first = missed[0]
    told = f"{first['source']['key']}: {first['message'] or first['state']}"
    if len(shapes) > 1:
        told = f"{len(missed)} of {len(shapes)} sources were not captured: {told}"
    hint = "Save the page in a browser; factcheck source capture KEY --file FILE takes it in."
    raise FetchFailed(told if told.endswith(".") else f"{told}.", hint=hint)
