"""`factcheck show`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Json, JsonLines, parse_ids

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def command(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Numbers and ranges.")],
    history: Annotated[bool, typer.Option("--history", help="Also who did what, when.")] = False,
    reveal: Annotated[bool, typer.Option("--reveal", help="Show protected sources.")] = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck show 12
    factcheck show 3 8-12 --history

    Show a claim with its words, verdict, evidence, queries and notes.
    """
    from factcheck.cli.context import reading
    from factcheck.services import house, lookup, shapes

    ids = parse_ids(claims)
    with reading() as session:
        found = lookup.claims(session, ids.numbers, ids.ranges)
        numbers = [claim.id for claim in found]
        listed = list(shapes.claims(session, numbers, reveal=reveal))
        notes = {number: shapes.notes(session, claim_id=number) for number in numbers}
        told = {n: _history(session, n) for n in numbers} if history else {}
        words = house.words(session)
    for shape in listed:
        shape["notes"] = notes[shape["id"]]
        if history:
            shape["history"] = told[shape["id"]]
    print_claims(listed, words, single=ids.single, as_json=as_json, as_jsonl=as_jsonl)


def _history(session: "Session", number: int) -> list[dict[str, Any]]:
    from factcheck.services import history, lookup

    claim = lookup.claim(session, number)
    return history.log(session, about=history.about_claim(session, claim))


def print_claims(
    listed: Sequence[dict[str, Any]], words: str, *, single: bool, as_json: bool, as_jsonl: bool,
    brief: bool = False,
) -> None:  # fmt: skip
    """One claim as an object where one number was typed, else a list."""
    data: Any = listed[0] if single else listed
    output.emit(
        data, as_json=as_json, as_jsonl=as_jsonl, text=lambda: _text(listed, words, brief=brief)
    )


def _text(listed: Sequence[dict[str, Any]], words: str, *, brief: bool) -> str:
    from factcheck.cli import views
    from factcheck.cli.log import history_text

    if brief and len(listed) > 1:
        return views.claims_table([_row(shape) for shape in listed], words)
    pages = []
    for shape in listed:
        page = views.claim_page(shape, words, shape.get("notes", ()))
        if "history" in shape:
            page += "\n\n" + history_text(shape["history"])
        pages.append(page)
    return views.pages(pages)


def _row(shape: dict[str, Any]) -> dict[str, Any]:
    fix = shape["fix"] or {}
    return {
        **{name: shape[name] for name in ("id", "text", "kind", "claimant", "outcome", "stale")},
        "because": shape["stale_because"],
        "wording": fix.get("wording"),
        "agreed_with": fix.get("agreed_with"),
    }
