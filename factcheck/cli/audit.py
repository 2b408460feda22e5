"""`factcheck audit`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.network import AllowPrivate, Interval
from factcheck.cli.options import Because, By, Json, Output, parse_ids
from factcheck.codes import CODES, FAMILIES, Severity, pick_code, pick_codes
from factcheck.errors import ExitStatus, FetchFailed, Usage
from factcheck.words import pick

if TYPE_CHECKING:
    from factcheck.audit.runner import Audit

Shape = dict[str, Any]


class Form(StrEnum):
    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    LINES = "lines"


def command(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT...]", help="Claims, an article, source:KEY; else all."),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Without the network: what the record says.")
    ] = False,
    interval: Interval = None,
    allow_private: AllowPrivate = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODES", help="Only these: D,S302.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="All but these.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="SEVERITY", help="error, warning or note.")
    ] = "error",
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, json, sarif or lines.")
    ] = "table",
    budget: Annotated[
        str | None,
        typer.Option("--budget", metavar="5m", help="Begin no page after that; riskiest first."),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the audit that was interrupted.")
    ] = False,
    since_last: Annotated[
        bool, typer.Option("--since-last", help="Only what is new, and what is fixed.")
    ] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="What a code is about.")
    ] = None,
    set_aside: Annotated[
        list[str] | None,
        typer.Option("--set-aside", metavar="ID", help="Let a finding stand: its number."),
    ] = None,
    because: Because = None,
    by: By = None,
    target: Output = None,
    as_json: Json = False,
) -> None:
    """factcheck audit
    factcheck audit kim-train --offline
    factcheck audit --set-aside 7 --because "the court has sealed it" --by "Maria Keller"

    Check whether sources still say what is quoted from them, and whether the sourcing would stand.

    Each page is asked once, politely; what could not be looked at is never called gone. Exit
    status 1 from the severity that --fail-on names, 5 if nothing could be looked at.
    """
    if explain is not None:
        _explain(explain, as_json=as_json)
        return
    if set_aside:
        _set_aside(set_aside, because, by, as_json=as_json)
        return
    if because is not None:
        raise Usage("--because says why a finding is set aside.", hint="Add --set-aside ID.")
    least = pick(Severity, fail_on, what="severity")
    shown = pick(Form, form, what="format")
    if as_json and shown not in {Form.TABLE, Form.JSON}:
        raise Usage(f"--json and --format {shown} do not go together.", hint="Give one of them.")
    shown = Form.JSON if as_json else shown
    found = _run(
        what or [], by, offline=offline, interval=interval, allow=allow_private,
        select=select, ignore=ignore, budget=budget, resume=resume,
    )  # fmt: skip
    _print(found, shown, target, since_last=since_last, offline=offline)
    _judge(found, least, offline=offline)


def _run(  # what the command line says, apart from how it is shown
    what: list[str], by: str | None, *, offline: bool, interval: float | None,
    allow: list[str] | None, select: list[str] | None, ignore: list[str] | None,
    budget: str | None, resume: bool,
) -> "Audit":  # fmt: skip
    from factcheck.audit.runner import Request, audit
    from factcheck.cli.context import reading, writer
    from factcheck.cli.network import fetching, length
    from factcheck.cli.progress import bar

    with reading() as session:
        scope = _scope(session, what)
    request = Request(
        scope=scope,
        codes=_codes(select, ignore),
        offline=offline,
        budget=None if budget is None else length(budget, "--budget"),
        resume=resume,
        **fetching(interval, allow),
    )
    try:
        with bar("Looking at pages") as tell:
            return audit(writer(by), request, tell)
    except KeyboardInterrupt:
        output.say("What was looked at is kept; the same command with --resume goes on.")
        raise


def _scope(session: Any, what: list[str]) -> Any:
    from factcheck.audit import scoping
    from factcheck.services import lookup

    numbers = [word for word in what if scoping.is_numbers(word)]
    names = [word for word in what if word not in numbers]
    chosen: list[int] = []
    if numbers:
        ids = parse_ids(numbers)
        chosen = [claim.id for claim in lookup.claims(session, ids.numbers, ids.ranges)]
    return scoping.scope(session, chosen, names, whole=not what)


def _codes(select: list[str] | None, ignore: list[str] | None) -> frozenset[str]:
    chosen = pick_codes(",".join(select)) if select else set(CODES)
    return frozenset(chosen - (pick_codes(",".join(ignore)) if ignore else set()))


def _print(
    found: "Audit", form: Form, target: Path | None, *, since_last: bool, offline: bool
) -> None:
    from factcheck.cli import audit_views

    shown = found.findings
    if since_last:
        shown = [*(each for each in shown if each["state"] == "new"), *found.fixed]
    if form == Form.JSON:
        text = output.to_json({"findings": shown, "summary": found.summary})
    elif form == Form.SARIF:
        from factcheck.audit.sarif import document
        from factcheck.cli.main import version

        text = output.to_json(document(shown, version=version()))
    elif form == Form.LINES:
        text = "\n".join(audit_views.line(each) for each in shown)
    else:
        text = audit_views.table(
            shown, found.fixed, found.summary, offline=offline, since_last=since_last
        )
    if target is not None:
        output.write_file(target, f"{text}\n")
        if str(target) != "-":
            output.say(f"Wrote {target}.")
    elif text:
        output.write(text)


def _judge(found: "Audit", least: Severity, *, offline: bool) -> None:
    from factcheck.audit.life import counts_against

    tally = found.tally
    if not offline and tally.could_not and not tally.looked:
        tried = "1 source was" if tally.could_not == 1 else f"{tally.could_not} sources were"
        message = f"Nothing could be looked at; {tried} tried."
        hint = "Check the connection, or add --offline; nothing was called gone."
        raise FetchFailed(message, hint=hint)
    if tally.left:
        left = "1 page is" if tally.left == 1 else f"{tally.left} pages are"
        output.warn(f"{left} left; the same command with --resume looks at them.")
    if found.summary["not_compared"]:
        many = f"{found.summary['not_compared']:,} claims"
        output.warn(f"The figures of {many} are not compared yet: factcheck db check --repair")
    if any(counts_against(each, least) for each in found.findings):
        raise typer.Exit(ExitStatus.CHECK_FAILED)


def _explain(word: str, *, as_json: bool) -> None:
    from factcheck.cli.audit_views import spoken

    code = pick_code(word)
    found = CODES[code]
    shape = {
        "code": code, "family": FAMILIES[code[0]], "severity": found.severity.value,
        "title": found.title, "why": found.why,
        "help": spoken(found.help),
    }  # fmt: skip

    def text() -> str:
        head = output.colour(f"{code}  {found.title}", "bold")
        return (
            f"{head} ({found.severity}, {shape['family']})\n\n{found.why}\n\nTo do: {shape['help']}"
        )

    output.emit(shape, as_json=as_json, text=text)


def _set_aside(words: list[str], because: str | None, by: str | None, *, as_json: bool) -> None:
    from factcheck.audit import life
    from factcheck.cli.context import writing
    from factcheck.db import holdings

    with writing(by, why=because) as session:
        rows = life.let_stand(session, words, because)
        run = holdings.newest_audit(session.connection())
        shapes = life.shapes(session, run, rows)
    data: Any = shapes[0] if len(words) == 1 else shapes
    told = ", ".join(f"{each['id']} ({each['name']})" for each in shapes)
    output.emit(data, as_json=as_json, text=lambda: f"Set aside: {told}.")
