"""`factcheck query`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.options import Article, Because, By, Json, JsonLines, Yes, parse_ids
from factcheck.errors import Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Query

app = typer.Typer()


@app.command("ask")
def ask(
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="If not the author.")
    ] = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck query ask 12 "Which 20 carriages?"

    Ask the author about a claim; it waits until the answer is there.
    """
    from factcheck.cli.context import writing
    from factcheck.services import lookup, notes

    ids = parse_ids([claim])
    if not ids.single:
        raise Usage("A question is about one claim.", hint="Ask for each of them.")
    with writing(by) as session:
        asked = notes.ask(session, lookup.claim(session, ids.numbers[0]), question, to)
        shape = _shape(session, asked)
    _emit(shape, as_json)


@app.command("answer")
def answer(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Its number.")],
    answer: Annotated[str, typer.Argument(metavar="ANSWER")],
    answered_by: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="Who answered.")
    ] = None,
    fix: Annotated[
        str | None, typer.Option("--fix", metavar="WORDING", help="The words change to these.")
    ] = None,
    cut: Annotated[bool, typer.Option("--cut", help="The words go.")] = False,
    stet: Annotated[bool, typer.Option("--stet", help="The words stay.")] = False,
    agreed: Annotated[str | None, typer.Option("--agreed", metavar="NAME")] = None,
    because: Because = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck query answer 1 "The brochure says 21" --fix "21 carriages" --agreed "Maria Keller"

    Keep the answer; its outcome, if any, becomes the claim's fix.
    """
    from factcheck.cli.context import writing
    from factcheck.cli.verify import fix_of
    from factcheck.models import Claim
    from factcheck.services import lookup, notes, verdicts

    outcome = fix_of(fix, attribute=False, cut=cut, stet=stet, agreed=agreed)
    with writing(by, why=because) as session:
        found = notes.answer(session, lookup.query(session, query), answer, answered_by)
        if outcome is not None:
            verdicts.add_fix(session, session.get_one(Claim, found.claim_id), outcome, because)
        shape = _shape(session, found)
    _emit(shape, as_json)


@app.command("list")
def list_(
    article: Article = None,
    open_only: Annotated[bool, typer.Option("--open", help="Not yet answered.")] = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck query list --open

    List questions and answers.
    """
    from factcheck.cli.context import article_word, reading
    from factcheck.cli.views import queries_table
    from factcheck.services import lookup, notes, shapes

    with reading() as session:
        word = article_word(article)
        chosen = notes.QueryFilter(
            open_only=open_only, article=lookup.article(session, word) if word else None
        )
        listed = shapes.queries(session, [query for query, _ in notes.queries(session, chosen)])
    output.emit(listed, as_json=as_json, as_jsonl=as_jsonl, text=lambda: queries_table(listed))


def _shape(session: "Session", query: "Query") -> dict[str, Any]:
    from factcheck.services import shapes

    return shapes.queries(session, [query])[0]


def _emit(shape: dict[str, Any], as_json: bool) -> None:
    from factcheck.cli.views import clean, query_line

    text = f"Claim {shape['claim']}, query {query_line(shape)}"
    output.emit(shape, as_json=as_json, text=clean(text))
