"""`factcheck evidence`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import claim_options as o
from factcheck.cli import output
from factcheck.cli.at_entry import Anyway, Capture, look
from factcheck.cli.network import AllowPrivate
from factcheck.cli.options import Because, By, DryRun, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage
from factcheck.words import How, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from factcheck.models import Evidence

app = typer.Typer()

Number = Annotated[str, typer.Argument(metavar="EVIDENCE", help="Its number.")]
Note = Annotated[str | None, typer.Option("--note", metavar="NOTE")]
Reveal = Annotated[bool, typer.Option("--reveal", help="Show protected sources.")]


@app.command("add")
def add(
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A key, number, address, title, or KEY PLACE.")
    ],
    quote: Annotated[
        str | None, typer.Option("--quote", "--evidence", metavar="QUOTE", help="Verbatim.")
    ] = None,
    says: o.Says = None,
    stance: o.StanceOption = None,
    locator: o.Locator = None,
    how: o.HowOption = None,
    on: o.On = None,
    tier: o.TierOption = None,
    note: Note = None,
    cited: Annotated[bool, typer.Option("--cited", help="Nobody has looked at it yet.")] = False,
    capture: Capture = False,
    anyway: Anyway = False,
    allow_private: AllowPrivate = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck evidence add 11 pledge --quote "around 60 km/h" --stance supports
    factcheck evidence add 11 atlas --locator "p. 212"

    Record what one source gives for one claim; what you type is seen by you.

    --capture keeps the page, and refuses a quotation that is not on it.
    """
    from factcheck.cli.context import writing
    from factcheck.services import evidence as service
    from factcheck.services import lookup

    piece = o.piece(
        source=source, quote=quote, says=says, stance=stance, locator=locator, how=how, on=on,
        tier_word=tier, note=note,
    )  # fmt: skip
    piece.seen = not cited
    ids = parse_ids([claim])
    if not ids.single:
        raise Usage("Evidence is for one claim.", hint="factcheck verify takes several.")
    looked = look(piece, None, allow_private, capture=capture, anyway=anyway)
    with writing(by) as session:
        added = service.add(session, lookup.claim(session, ids.numbers[0]), piece)
        if looked:
            looked.keep(session, added)
        shape = _shapes(session, [added])[0]
    _emit(shape, as_json)


@app.command("list")
def list_(
    claims: Annotated[list[str] | None, typer.Argument(metavar="CLAIM...")] = None,
    reveal: Reveal = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck evidence list
    factcheck evidence list 11 12

    List evidence, of all claims or of some.
    """
    from factcheck.cli.context import reading
    from factcheck.cli.evidence_views import evidence_table
    from factcheck.services import evidence as service
    from factcheck.services import lookup

    with reading() as session:
        numbers = None
        if claims:
            ids = parse_ids(claims)
            numbers = [c.id for c in lookup.claims(session, ids.numbers, ids.ranges)]
        listed = _shapes(session, service.of_claims(session, numbers), reveal=reveal)
    output.emit(listed, as_json=as_json, as_jsonl=as_jsonl, text=lambda: evidence_table(listed))


@app.command("edit")
def edit(
    evidence: Number,
    source: o.Source = None,
    quote: Annotated[str | None, typer.Option("--quote", "--evidence", metavar="QUOTE")] = None,
    says: o.Says = None,
    stance: o.StanceOption = None,
    locator: o.Locator = None,
    how: o.HowOption = None,
    on: o.On = None,
    tier: o.TierOption = None,
    note: Note = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck evidence edit 4 --locator "p. 213"
    factcheck evidence edit 4

    Change what is said of evidence; without options it opens in your editor.

    A verdict that rests on it then calls for a re-check, if its words or its stance changed.
    """
    changes = {
        "source": source, "quote": quote, "says": says, "locator": locator, "note": note,
        "stance": o.word(Stance, stance, "stance") if stance else stance,
        "how": o.word(How, how, "way to meet a source") if how else how,
        "on": o.when(on) if on else on, "tier": o.tier(tier) if tier else tier,
    }  # fmt: skip
    given: dict[str, Any] = {n: v or None for n, v in changes.items() if v is not None}
    version = None
    if not given:
        given, version = _from_editor(evidence)
    _edit(evidence, given, version, by, as_json)


def _edit(
    word: str, given: dict[str, Any], version: int | None, by: str | None, as_json: bool
) -> None:
    from factcheck.cli.context import writing
    from factcheck.services import evidence as service
    from factcheck.services import lookup

    with writing(by) as session:
        found = lookup.evidence(session, word)
        shape = _shapes(session, [service.edit(session, found, given, version=version)])[0]
    _emit(shape, as_json)


def _from_editor(word: str) -> tuple[dict[str, Any], int]:
    from factcheck.cli.context import reading
    from factcheck.cli.forms import edited
    from factcheck.services import lookup

    names = ("stance", "quote", "says", "locator", "how", "on", "tier", "note")
    with reading() as session:
        found = lookup.evidence(session, word)
        before = {name: getattr(found, name) for name in names}
        version = found.version
    changes = edited(before, f"evidence {found.id}")
    for name, vocabulary in (("stance", Stance), ("how", How)):
        if changes.get(name):
            changes[name] = o.word(vocabulary, changes[name], name)
    if changes.get("tier"):
        changes["tier"] = o.tier(changes["tier"])
    if changes.get("on"):
        changes["on"] = o.when(changes["on"])
    return changes, version


@app.command("seen")
def seen(
    evidence: Annotated[list[str], typer.Argument(metavar="EVIDENCE...", help="Numbers, ranges.")],
    stance: o.StanceOption = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck evidence seen 4 --stance supports

    You have looked at evidence that was only cited; from now on it counts.
    """
    from factcheck.cli.changing import changing, confirm_many
    from factcheck.cli.evidence_views import evidence_table
    from factcheck.services import evidence as service
    from factcheck.services import lookup

    ids = parse_ids(evidence, "evidence")
    word = o.word(Stance, stance, "stance")
    with changing(by, dry_run=dry_run) as session:
        found = lookup.several_evidence(session, ids.numbers, ids.ranges)
        confirm_many(session, f"Mark {len(found)} as seen?", len(found), yes=yes, dry_run=dry_run)
        for piece in found:
            service.see(session, piece)
            if word:
                service.edit(session, piece, {"stance": word})
        listed = _shapes(session, found)
    output.emit(
        listed[0] if ids.single else listed, as_json=as_json, as_jsonl=as_jsonl,
        text=lambda: evidence_table(listed),
    )  # fmt: skip


@app.command("retract")
def retract(
    evidence: Number,
    because: Because = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck evidence retract 4 --because "the page was corrected"

    The evidence counts no more; it stays in the record with the reason.
    """
    from factcheck.cli.context import writing
    from factcheck.services import evidence as service
    from factcheck.services import lookup

    with writing(by, why=because) as session:
        found = lookup.evidence(session, evidence)
        shape = _shapes(session, [service.retract(session, found, because)])[0]
    _emit(shape, as_json)


def _shapes(
    session: "Session", rows: "Iterable[Evidence]", *, reveal: bool = False
) -> list[dict[str, Any]]:
    from factcheck.services import shapes

    return shapes.evidence_list(session, rows, reveal=reveal)


def _emit(shape: dict[str, Any], as_json: bool) -> None:
    from factcheck.cli.evidence_views import compared, evidence_lines

    told = compared(shape["comparison"])
    output.emit(shape, as_json=as_json, text=lambda: "\n".join(evidence_lines(shape, told)))
