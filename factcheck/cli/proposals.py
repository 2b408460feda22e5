"""`factcheck article claims`, `skip` and `coverage`: what could be checked, and what is not yet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.claim_options import Nth
from factcheck.cli.options import Because, By, DryRun, Json, JsonLines, Limit, parse_ids
from factcheck.cli.options import Yes as YesOption
from factcheck.errors import Conflict, FactcheckError, Usage
from factcheck.words import MadeOf

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Article, Claim
    from factcheck.services.proposals import Proposed

Name = Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Its number or slug.")]
Which = "all|IDS"

ALL = "all"


def claims(  # a command has as many parameters as options
    article: Name = None,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar=Which, help="Make claims of these.")
    ] = None,
    not_checkable: Annotated[
        str | None,
        typer.Option(
            "--not-checkable",
            metavar=Which,
            help="Claims decided as not checkable; all: opinions, questions, predictions.",
        ),
    ] = None,
    skip: Annotated[
        str | None,
        typer.Option("--skip", metavar=Which, help="Nothing to check; all: as for that."),
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Decide one after another.")
    ] = False,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="sentence|element",
            help="What to propose; any other word is who does it.",
        ),
    ] = None,
    limit: Limit = None,
    yes: YesOption = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck article claims kim-train
    factcheck article claims kim-train --accept 1-5,9
    factcheck article claims kim-train --by element --interactive

    Propose claims: what the annotated copy says, and each checkable sentence, with the reason.

    The most worth checking come first; opinions, questions and predictions are told apart.
    Numbers stay the same until the next draft; they count for --by sentence and --by element
    each.
    """
    made_of, user = _made_of_and_user(by or [])
    wanted = {"accept": accept, "not_checkable": not_checkable, "skip": skip}
    given = {what: which for what, which in wanted.items() if which is not None}
    if interactive:
        if given or as_json or as_jsonl or limit:
            raise Usage("--interactive asks about each; the other options do not go with it.")
        _walk(article, made_of, user, dry_run=dry_run)
    elif given:
        _take(article, made_of, user, given, dry_run=dry_run, form=(as_json, as_jsonl))
    else:
        _list(article, made_of, limit, as_json, as_jsonl)


def _made_of_and_user(words: list[str]) -> tuple[MadeOf, str | None]:
    """`--by` names two things here: what a proposal is made of, and, as everywhere, who works."""
    known = [word for word in words if word.casefold() in set(MadeOf)]
    names = [word for word in words if word not in known]
    if len(known) > 1 or len(names) > 1:
        raise Usage("--by is given too often.", hint="Once sentence or element, once a name.")
    return MadeOf(known[0].casefold()) if known else MadeOf.SENTENCE, names[0] if names else None


def _list(
    article: str | None, made_of: MadeOf, limit: int | None, as_json: bool, as_jsonl: bool
) -> None:
    from factcheck.cli.article_views import proposals_table
    from factcheck.cli.context import article_word, reading
    from factcheck.services import lookup, proposals

    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        waiting = proposals.open_ones(session, found, made_of)
        shapes = [proposals.shape(each) for each in waiting[:limit]]
        slug = found.slug
    output.emit(shapes, as_json=as_json, as_jsonl=as_jsonl, text=lambda: proposals_table(shapes))
    if shapes:
        option = " --by element" if made_of == MadeOf.ELEMENT else ""
        some = ",".join(str(shape["id"]) for shape in shapes[:3] if shape["checkable"])
        choice = f"--accept {some}" if some else "--not-checkable all"
        output.say(f"Next: factcheck article claims {slug}{option} {choice}")


def _take(
    article: str | None, made_of: MadeOf, user: str | None, given: dict[str, str], *,
    dry_run: bool, form: tuple[bool, bool],
) -> None:  # fmt: skip
    from factcheck.cli.changing import changing
    from factcheck.cli.context import article_word
    from factcheck.services import lookup, proposals, shapes

    with changing(user, dry_run=dry_run) as session:
        found = lookup.the_article(session, article_word(article))
        waiting = proposals.open_ones(session, found, made_of)
        chosen = {what: _chosen(waiting, what, which) for what, which in given.items()}
        made, skipped = _store(session, found, chosen)
        page = list(shapes.claims(session, [claim.id for claim in made]))
        output.emit(page, as_json=form[0], as_jsonl=form[1], text=lambda: _told(made, skipped))


def _chosen(waiting: "Sequence[Proposed]", what: str, which: str) -> "list[Proposed]":
    from factcheck.services import proposals

    if which.strip().casefold() == ALL:
        return proposals.all_of(waiting, checkable=what == "accept")
    ids = parse_ids([which], "proposal")
    known = {each.number for each in waiting}
    return proposals.chosen(waiting, [n for n in ids.numbers if n in known or n not in ids.ranges])


def _store(
    session: "Session", article: "Article", chosen: "dict[str, list[Proposed]]"
) -> "tuple[list[Claim], int]":
    """The claims that were made, and how many passages are skipped."""
    from factcheck.services import proposals

    made = proposals.accept(session, article, chosen.get("accept", []))
    apart = chosen.get("not_checkable", [])
    made += proposals.not_checkable(session, article, apart) if apart else []
    return made, len(proposals.skip(session, article, chosen.get("skip", [])))


def _told(made: "Sequence[Claim]", skipped: int) -> str:
    from factcheck.cli.views import counted

    numbers = [claim.id for claim in made]
    lines = []
    if numbers:
        which = f"{min(numbers)}" if len(numbers) == 1 else f"{min(numbers)} to {max(numbers)}"
        lines.append(f"{counted(len(numbers), 'claim')}: {which}.")
    if skipped:
        lines.append(f"{counted(skipped, 'passage')} skipped.")
    return "\n".join(lines) or "There was nothing to take."


def _walk(article: str | None, made_of: MadeOf, user: str | None, *, dry_run: bool) -> None:
    """One proposal after another; what was decided is stored in one step at the end."""
    from factcheck.cli.context import article_word, reading
    from factcheck.services import articles, lookup, proposals

    if not output.interactive():
        raise Usage("There is nobody here to ask.", hint="Name them: --accept 1-3.")
    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        draft = (found.slug, articles.newest(session, found).number)
        shapes = [proposals.shape(each) for each in proposals.open_ones(session, found, made_of)]
    if not shapes:
        output.say("Nothing is left to propose.")
        return
    chosen: dict[str, list[int]] = {}
    try:
        _ask_each(shapes, chosen)
        if chosen:
            _keep(draft, made_of, user, chosen, dry_run=dry_run)
        else:
            output.say("Nothing was changed.")
    except (KeyboardInterrupt, typer.Abort, FactcheckError):
        if chosen:
            output.say(f"\nNothing was changed. You decided: {_as_options(chosen)}")
        raise


def _as_options(chosen: dict[str, list[int]]) -> str:
    """Decisions as they would be typed: nobody decides on forty proposals twice."""
    return " ".join(
        f"--{what.replace('_', '-')} {','.join(map(str, numbers))}"
        for what, numbers in chosen.items()
    )


ANSWERS = {"a": "accept", "o": "not_checkable", "s": "skip", "n": "next", "": "next", "q": "quit"}
QUESTION = "[a]ccept  [o]pinion, not checkable  [s]kip, nothing to check  [n]ext  [q] keep and quit"


def _ask_each(shapes: Sequence[dict[str, Any]], chosen: dict[str, list[int]]) -> None:
    from factcheck.cli.article_views import proposal_page
    from factcheck.cli.ask import ask_key

    for done, shape in enumerate(shapes, 1):
        output.say(proposal_page(shape, done, len(shapes)))
        answer = ANSWERS[ask_key(QUESTION, ANSWERS)]
        if answer == "quit":
            return
        if answer != "next":
            chosen.setdefault(answer, []).append(shape["id"])


def _keep(
    draft: tuple[str, int], made_of: MadeOf, user: str | None, numbers: dict[str, list[int]], *,
    dry_run: bool,
) -> None:  # fmt: skip
    """Store what was decided; what somebody else took meanwhile is left to them."""
    from factcheck.cli.changing import changing
    from factcheck.services import articles, lookup, proposals

    slug, number = draft
    with changing(user, dry_run=dry_run) as session:
        found = lookup.article(session, slug)
        if articles.newest(session, found).number != number:
            raise Conflict(f"Another draft of {slug} came in meanwhile.", hint="Start again.")
        waiting = {each.number: each for each in proposals.open_ones(session, found, made_of)}
        chosen = {what: [waiting[n] for n in ns if n in waiting] for what, ns in numbers.items()}
        made, skipped = _store(session, found, chosen)
        output.emit(None, text=_told(made, skipped))


def skip(
    article: Name = None,
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="EXACT", help="The words to skip.")
    ] = None,
    nth: Nth = None,
    because: Because = None,
    by: By = None,
    yes: YesOption = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck article skip kim-train --quote "What's on the Table?"

    Say that there is nothing to check in these words: coverage counts them as done.
    """
    from factcheck.cli.context import article_word, writing
    from factcheck.services import lookup, skips

    if not quote:
        raise Usage("Which words shall be skipped?", hint='Add --quote "the words".')
    with writing(by) as session:
        found = lookup.the_article(session, article_word(article))
        skip = skips.add(session, found, quote, nth, because)
        shape = skips.shape(skip, found)
    output.emit(shape, as_json=as_json, text=lambda: f'Skipped: "{shape["exact"]}"')


def coverage(article: Name = None, as_json: Json = False) -> None:
    """factcheck article coverage kim-train

    Show how much of the article is in claims or skipped, and what is not, in reading order.

    A sentence is covered only when each figure, date, name, title and quotation in it is.
    Footnotes do not count: they name the sources.
    """
    from factcheck.cli.article_views import coverage_page
    from factcheck.cli.context import article_word, reading
    from factcheck.services import coverage as measuring
    from factcheck.services import lookup

    with reading() as session:
        found = measuring.coverage(session, lookup.the_article(session, article_word(article)))
    output.emit(measuring.shape(found), as_json=as_json, text=lambda: coverage_page(found))
