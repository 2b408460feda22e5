"""`factcheck verify -`: a decision a line."""

from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def from_lines(
    by: str | None, keep_going: bool, dry_run: bool, as_json: bool, as_jsonl: bool
) -> None:
    """Record what the lines of stdin say, all of it in one step."""
    from factcheck.cli.changing import changing, leave_out
    from factcheck.cli.show import print_claims
    from factcheck.cli.stdin import stdin_lines
    from factcheck.services import house, shapes

    refused: list[FactcheckError] = []
    # All of it first: a slow pipe must not hold the database.
    lines = list(stdin_lines())
    with changing(by, dry_run=dry_run) as session:
        numbers = _take_lines(session, lines, keep_going, refused)
        listed = list(shapes.claims(session, numbers))
        words = house.words(session)
    print_claims(listed, words, single=False, as_json=as_json, as_jsonl=as_jsonl, brief=True)
    leave_out(refused)


def _take_lines(
    session: "Session", lines: Any, keep_going: bool, refused: list[FactcheckError]
) -> list[int]:
    from factcheck.db.session import attempt

    numbers: list[int] = []
    for number, line in lines:
        if isinstance(line, str) and line.lstrip().startswith("#") and not line[1:2].isdigit():
            continue
        try:
            if isinstance(line, FactcheckError):
                raise line
            with attempt(session):
                numbers += _take_line(session, line)
        except FactcheckError as error:
            if error.line is None:
                error.line, error.message = number, f"Line {number}: {error.message}"
            if not keep_going:
                raise
            refused.append(error)
    if not numbers and not refused:
        raise Usage("There is no line on stdin.", hint="As in: 117 ok atlas p. 212")
    return list(dict.fromkeys(numbers))


def _take_line(session: "Session", line: str) -> list[int]:
    from factcheck.services import lookup, verdicts, worklines

    work = worklines.parse(line)
    found = lookup.claims(session, work.numbers, work.ranged)
    verdicts.decide(session, found, work.decision)
    return [claim.id for claim in found]
