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
    from factcheck.cli.context import reading, writer
    from factcheck.cli.progress import bar

    public = Public(archive, **(network.archive() if archive else {}))
    request = Request(**network.fetching(interval, allow))
    with reading() as session:
        known = _known(session, words)
    if archive:
        # A page that is gone may have a public copy, which needs a source to be a copy of.
        known = {word: number or _recorded(word, by) for word, number in known.items()}
    found = {word: _added(word, request, by) for word, number in known.items() if number is None}
    numbers = list(dict.fromkeys(number for number in known.values() if number is not None))
    if numbers:
        with bar("Fetching pages") as tell:
            each = capture(writer(by), numbers, request, public, tell)
        found |= {str(one.source): one for one in each}
    return [found[str(number or word)] for word, number in known.items()]


def _known(session: "Session", words: list[str]) -> dict[str, int | None]:
    """The sources that are meant, by number; None for an address that is new."""
    from factcheck.services import lookup, sources
    from factcheck.services.evidence import check_usable
    from factcheck.text.addresses import checked_url, looks_like_url

    if not words:
        found = {each.key: each.id for each in sources.every(session) if each.url}
        if not found:
            raise BadInput("No source has an address.", hint="factcheck source add URL")
        return {**found}
    named: dict[str, int | None] = {}
    for word in words:
        source = lookup.known_source(session, word)
        if source is None and looks_like_url(word):
            named[checked_url(word)] = None
            continue
        source = source or lookup.source(session, word)
        check_usable(source)
        if not source.url:
            hint = f"factcheck source capture {source.key} --file FILE"
            raise BadInput(f"{source.key} has no address to fetch.", hint=hint)
        named.setdefault(word, source.id)
    return named


def _recorded(url: str, by: str | None) -> int:
    from factcheck.cli.context import writing
    from factcheck.services import sources

    with writing(by) as session:
        return sources.cited(session, url, None).id


def _added(url: str, request: Any, by: str | None) -> "Captured":
    """A new address becomes a source once there is a copy of it."""
    from factcheck.audit import capturing, entry
    from factcheck.cli.context import writing
    from factcheck.services import sources

    seen = entry.look(url, request)
    if not capturing.is_worth_keeping(seen):
        return capturing.missed(url, seen)
    with writing(by) as session:
        source = sources.cited(session, url, None)
        return capturing.keep_page(session, source, seen)


def _shapes(found: "list[Captured]") -> list[Shape]:
    from factcheck.cli.context import reading
    from factcheck.services import snapshots

    with reading() as session:
        return [
            {
                **snapshots.shape_of(session, each.kept.snapshot),
                "source": _source(session, each),
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


def _source(session: "Session", each: "Captured") -> Shape:
    from factcheck.services import source_shapes

    if each.source is None:
        return {"id": None, "key": each.seen.url, "url": each.seen.url}
    return source_shapes.one(session, each.source)


def _told(shape: Shape) -> str:
    from factcheck.cli.evidence_views import ON_PAGE
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
    if shape["captured"] and shape["message"]:
        lines.append(f"  {shape['message']}")
    if shape["partial"]:
        lines.append("  only the beginning was kept: there is more of it than we take")
    states = [each["presence"] for each in shape["evidence"]]
    for state in dict.fromkeys(states if shape["captured"] else ()):
        lines.append(f"  {counted(states.count(state), 'quotation')} {ON_PAGE[state]}")
    if shape["public"]:
        lines.append(f"  a public copy with what is quoted: {shape['public']}")
    elif shape["public_why_not"]:
        lines.append(f"  no public copy to offer: {shape['public_why_not']}")
    return "\n".join(map(clean, lines))


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
    if first["state"] == "unsafe" and "scheme" not in told and "metadata" not in told:
        hint = "Add --allow-private HOST, if it is a server of your own."
    raise FetchFailed(told if told.endswith(".") else f"{told}.", hint=hint)
