"""`factcheck article revise` and `article diff`: the next draft, and what it did to the claims."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import output
from factcheck.cli.incoming import AllowPrivate, FormatOption
from factcheck.cli.options import By, DryRun, Json, Yes
from factcheck.errors import BadInput, ExitStatus, Usage
from factcheck.words import Zone, pick

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Article, Revision
    from factcheck.services.drafts import Draft
    from factcheck.services.replies import Taken

#: `article revise draft-2.txt` names the file alone where only one article is open.
Words = Annotated[
    list[str],
    typer.Argument(metavar="[ARTICLE] FILE|URL|-", help="The article, and its next text."),
]
ZoneOption = Annotated[
    str | None,
    typer.Option("--zone", metavar="ZONE", help="The text of this zone alone: caption, deck ..."),
]
Drafts = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ARTICLE] [A B]", help="The article, and the numbers of two drafts."),
]

LONGEST_NUMBER = 9


def revise(
    words: Words,
    zone: ZoneOption = None,
    form: FormatOption = None,
    allow_private: AllowPrivate = None,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck article revise kim-train draft-2.docx --dry-run
    factcheck article revise kim-train captions.txt --zone caption

    Take in the next draft: every claim is carried over to it.

    A claim whose words changed calls for a re-check, unless they changed as agreed; one whose
    words are gone is lost. The sum of it comes last.
    """
    from factcheck.cli.incoming import document
    from factcheck.services import drafts

    article, file = _article_and_file(words)
    part = pick(Zone, zone, what="zone") if zone else None
    draft = drafts.of_document(*document(file, form, allow_private))
    if not dry_run:
        _ask_if_another(article, draft, part, yes)
    shape = _revise(article, draft, part, by, dry_run=dry_run)
    _emit(shape, as_json)
    if dry_run:
        output.say("Dry run: nothing was changed.")


def _article_and_file(words: list[str]) -> tuple[str | None, str]:
    if len(words) > 2:
        raise Usage(f"{len(words)} words are too many.", hint="An article, and a file or -.")
    return (words[0] if len(words) == 2 else None), words[-1]


def _ask_if_another(article: str | None, draft: "Draft", zone: Zone | None, yes: bool) -> None:
    """A draft that shares hardly a sentence with the one before is probably a wrong file."""
    from factcheck.cli.ask import confirm
    from factcheck.cli.context import article_word, reading
    from factcheck.services import articles, lookup, revising

    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        revising.check_open(session, found)
        before = articles.newest(session, found)
        another = zone is None and revising.is_another(before.text, draft.text, found.language)
        slug = found.slug
    if another:
        question = f"Hardly a sentence of {slug} stands in this text. Is it its next draft?"
        if not confirm(question, yes):
            output.say("Nothing was changed.")
            raise typer.Exit(ExitStatus.INTERRUPTED)


def _revise(
    article: str | None, draft: "Draft", zone: Zone | None, by: str | None, *, dry_run: bool
) -> dict[str, Any]:
    from factcheck.cli.context import article_word, reading, writing
    from factcheck.services import articles, comparing, lookup, revising

    if dry_run:
        _say_coming(draft)
        with reading() as session:
            found = lookup.the_article(session, article_word(article))
            revising.check_open(session, found)
            before = articles.newest(session, found)
            whole = revising.complete(session, before, draft, zone)
            compared = comparing.with_draft(session, found, before, whole, before.number + 1)
            return comparing.shape(compared)
    with writing(by) as session:
        found = lookup.the_article(session, article_word(article))
        done = revising.revise(session, found, draft, zone=zone)
        number = done.after.number
        compared = comparing.planned(found, done.before, done.draft, number, done.found)
        _say_replies(done.replies)
        return comparing.shape(compared)


def _say_coming(draft: "Draft") -> None:
    from factcheck.services import replies

    _, answers = replies.apart(draft.annotations)
    if answers:
        many = "reply" if len(answers) == 1 else "replies"
        output.say(f"{len(answers)} {many} to our comments would be taken in.")


def _say_replies(taken: "Taken") -> None:
    """What came of the author's replies to our comments."""
    from factcheck.cli.views import clean

    if taken.answered:
        many = "query" if len(taken.answered) == 1 else "queries"
        numbers = ", ".join(map(str, taken.answered))
        output.say(f"The copy answers {many} {numbers}: factcheck query list")
    if taken.noted:
        numbers = ", ".join(map(str, dict.fromkeys(taken.noted)))
        output.say(f"Replies without an open query are notes on claim {numbers}.")
    for text in taken.strangers:
        told = f"A reply answers a comment about no claim of this database: {text:.60}"
        output.warn(clean(told))


def _emit(shape: dict[str, Any], as_json: bool) -> None:
    from factcheck.cli.article_views import comparison_page

    if shape["from"] == shape["to"]:
        output.say(f"This is draft {shape['to']}, letter for letter: nothing is new.")
    output.emit(shape, as_json=as_json, text=lambda: comparison_page(shape))


def diff(words: Drafts = None, as_json: Json = False) -> None:
    """factcheck article diff kim-train
    factcheck article diff kim-train 1 3

    Show what became of the claims from one draft to another, the newest two unless said.
    """
    from factcheck.cli.context import article_word, reading
    from factcheck.services import comparing, lookup

    article, numbers = _article_and_numbers(words or [])
    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        before, after = _two_drafts(session, found, numbers)
        shape = comparing.shape(comparing.between(session, found, before, after))
    _emit(shape, as_json)


def _article_and_numbers(words: list[str]) -> tuple[str | None, list[int]]:
    """Two numbers alone are two drafts; else the first word is the article."""
    if len(words) > 3:
        raise Usage(f"{len(words)} words are too many.", hint="An article, and two drafts.")
    if len(words) == 2 and all(map(str.isdecimal, words)):
        return None, [_number(word) for word in words]
    return (words[0] if words else None), [_number(word) for word in words[1:]]


def _number(word: str) -> int:
    if not word.isdecimal() or len(word) > LONGEST_NUMBER or int(word) == 0:
        msg = f"{word!r} is no number of a draft."
        raise Usage(msg, hint="Drafts are numbered from 1: factcheck article diff 1 2.")
    return int(word)


def _two_drafts(
    session: "Session", article: "Article", numbers: list[int]
) -> "tuple[Revision, Revision]":
    from factcheck.services import articles

    newest = articles.newest(session, article).number
    if newest == 1:
        msg = f"There is only draft 1 of {article.slug}."
        raise BadInput(msg, hint="factcheck article revise FILE takes in the next one.")
    first, last = [*numbers, newest][:2] if numbers else (newest - 1, newest)
    return _draft(session, article, first), _draft(session, article, last)


def _draft(session: "Session", article: "Article", number: int) -> "Revision":
    from factcheck.errors import NotFound
    from factcheck.services import articles, drafts

    found = drafts.numbered(session, article, number)
    if found is None:
        newest = articles.newest(session, article).number
        msg = f"There is no draft {number} of {article.slug}."
        raise NotFound(msg, hint=f"Its drafts are numbered from 1 to {newest}.")
    return found
