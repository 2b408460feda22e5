"""`factcheck values`: the figures and dates in a text."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Json, JsonLines, parse_day

Shape = Mapping[str, Any]

Reference = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day from which it speaks: for Wednesday ..."),
]
Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="en, de, fr or es.")]


def command(
    text: Annotated[list[str], typer.Argument(metavar="TEXT|-", help="A text, or - for stdin.")],
    on: Reference = None,
    language: Language = "en",
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck values "up to 37 mph with about 20 carriages"
    factcheck values "it runs through Wednesday" --on 2023-09-11

    Show the figures and dates in a text: what each is, how exact, of what.
    """
    from factcheck.text import values

    found = [value.shape() for value in values.find(words(text), day(on), known(language))]
    output.emit(found, as_json=as_json, as_jsonl=as_jsonl, text=lambda: _table(found))


def words(given: list[str]) -> str:
    """The text as it was typed, or all of stdin."""
    from factcheck.cli.stdin import file_text

    return file_text("-") if given == ["-"] else " ".join(given)


def day(given: str | None) -> date | None:
    return date.fromisoformat(parse_day(given)) if given else None


def known(language: str) -> str:
    """A code of a language. Raises BadInput for what is none."""
    from factcheck.text import languages

    return languages.checked(language) or "en"


def _table(found: Sequence[Shape]) -> str:
    from factcheck.cli.views import clean

    if not found:
        return "No figures and no dates."
    counted = any(each["of"] for each in found)
    heads = ["words", "kind", "value", *(["of"] if counted else [])]
    rows = [
        (each["text"], each["kind"], meaning(each), *([each["of"] or ""] if counted else []))
        for each in found
    ]
    remarks = [f"{each['text']}: {remark}" for each in found for remark in _remarks(each)]
    return "\n".join([output.table(rows, heads), *(["", *map(clean, remarks)] if remarks else [])])


def meaning(value: Shape) -> str:
    """What a value comes to: `37 mile / hour`, `at most 37`, `2023-09-13`."""
    if value["kind"] in {"date", "time"}:
        return value["iso"] or "not known"
    low, high = (_plain(value[end]) for end in ("low", "high"))
    bound = value["bound"].replace("-", " ")
    if value["bound"] == "between":
        amount = f"{low} to {high}"
    else:
        amount = f"{'' if bound == 'exact' else bound + ' '}{low or high}"
    return f"{amount} {value['unit'] or ''}".strip()


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:,.10g}" if number < 1e10 else f"{number:,.0f}"


def _remarks(value: Shape) -> list[str]:
    """How it was read, and what to mind."""
    return [*([value["resolved_from"]] if value["resolved_from"] else []), *value["remarks"]]
