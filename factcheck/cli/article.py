"""`factcheck article`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import claim_options as o
from factcheck.cli import drafts, marking, output
from factcheck.cli import proposals as proposing
from factcheck.cli.incoming import AllowPrivate, FormatOption, document
from factcheck.cli.options import By, DryRun, Hidden, Json, JsonLines, Yes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


app = typer.Typer()

Name = Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Its number or slug.")]
Slug = Annotated[str | None, typer.Option("--slug", metavar="SLUG", help="Its short name.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TITLE")]
Author = Annotated[
    list[str] | None, typer.Option("--author", metavar="NAME", help="May be repeated.")
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it runs.")]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="en, de, fr ...")]


@app.command("add")
def add(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE|URL|-", help="Text, Markdown, HTML, DOCX or PDF."),
    ],
    slug: Slug = None,
    title: Title = None,
    author: Author = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Url = None,
    language: Language = None,
    form: FormatOption = None,
    allow_private: AllowPrivate = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """factcheck article add draft.docx --author "Maria Keller" --published 2026-11-23
    factcheck article add https://example.org/kim-train

    Take in an article: its text becomes draft 1, with its headline, captions and notes.

    Plain text and Markdown are kept code point for code point; only a byte order mark goes, and
    CRLF becomes LF. The slug is made from the title or the file's name; the author becomes the
    source "author". Comments, footnotes and links of an annotated copy become proposals.
    """
    from factcheck.cli.changing import changing
    from factcheck.services import articles, proposals
    from factcheck.text.languages import checked

    came = document(file, form, allow_private)
    new = articles.of_document(came.document, "" if file == "-" else file, came.file)
    given = {
        "slug": slug, "title": title, "authors": author, "publisher": publisher,
        "published": o.day(published), "url": url, "language": checked(language),
    }  # fmt: skip
    for name, value in given.items():
        setattr(new, name, value or getattr(new, name))
    with changing(by, dry_run=dry_run) as session:
        added = articles.add(session, new)
        shape, words = _shape(session, added)
        shape["proposals"] = [proposals.shape(each) for each in proposals.of_copy(session, added)]
        _emit(shape, words, as_json)
    if not dry_run:
        _say_next(shape["slug"], len(shape["proposals"]))


def _say_next(slug: str, noted: int) -> None:
    if noted:
        output.say(f"Next: factcheck article claims {slug} shows the notes of the copy.")
    else:
        output.say(f'Next: factcheck add --quote "words of the article" --article {slug}')


@app.command("list")
def list_(hidden: Hidden = False, as_json: Json = False, as_jsonl: JsonLines = False) -> None:
    """factcheck article list

    List the articles with their drafts and numbers of claims.
    """
    from factcheck.cli.context import reading
    from factcheck.cli.views import articles_table
    from factcheck.services import article_shapes, articles

    with reading() as session:
        listed = [
            article_shapes.article(session, each) for each in articles.every(session, hidden=hidden)
        ]
    output.emit(listed, as_json=as_json, as_jsonl=as_jsonl, text=lambda: articles_table(listed))


@app.command("show")
def show(
    article: Name = None,
    text: Annotated[
        bool, typer.Option("--text", help="Print the text of the newest draft.")
    ] = False,
    marked: Annotated[
        bool, typer.Option("--marked", help="Print it with the claims in it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """factcheck article show kim-train
    factcheck article show kim-train --marked

    Show what is known of an article, its drafts and its closing.
    """
    from factcheck.cli.context import article_word, reading
    from factcheck.services import articles, lookup, shapes

    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        shape, words = _shape(session, found)
        notes = shapes.notes(session, article_id=found.id)
        shape["notes"] = notes
        if text and as_json:
            shape["text"] = articles.newest(session, found).text
        body = _body(session, found, words, marked=marked) if text or marked else None
    if body is not None and not as_json:
        output.write(body)
        return
    _emit(shape, words, as_json)


def _body(session: "Session", article: Any, words: str, *, marked: bool) -> str:
    from factcheck.cli.article_views import marked_text
    from factcheck.services import articles, marking

    revision = articles.newest(session, article)
    if not marked:
        return revision.text
    return marked_text(revision.text, marking.shown(session, revision), words)


@app.command("edit")
def edit(
    article: Name = None,
    slug: Slug = None,
    title: Title = None,
    author: Author = None,
    publisher: Publisher = None,
    published: Published = None,
    url: Url = None,
    language: Language = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck article edit kim-train --published 2023-09-11
    factcheck article edit kim-train

    Change what is said of an article; without options it opens in your editor.
    """
    from factcheck.text.languages import checked

    changes = {
        "slug": slug, "title": title, "publisher": publisher, "published": o.new_day(published),
        "url": url, "language": checked(language),
    }  # fmt: skip
    given = {name: value or None for name, value in changes.items() if value is not None}
    if not given and author is None:
        from_form, version = _from_editor(article)
        _edit(article, from_form, from_form.pop("authors", None), version, by, as_json)
        return
    _edit(article, given, author, None, by, as_json)


def _edit(
    article: str | None, given: dict[str, Any], author: list[str] | None, version: int | None,
    by: str | None, as_json: bool,
) -> None:  # fmt: skip
    from factcheck.cli.context import article_word, writing
    from factcheck.services import articles, lookup

    with writing(by) as session:
        found = lookup.the_article(session, article_word(article))
        edited = articles.edit(session, found, given, authors=author, version=version)
        shape, words = _shape(session, edited)
    _emit(shape, words, as_json)


def _from_editor(article: str | None) -> tuple[dict[str, Any], int]:
    from factcheck.cli.context import article_word, reading
    from factcheck.cli.forms import edited
    from factcheck.services import article_shapes, lookup
    from factcheck.text.languages import checked

    names = ("slug", "title", "publisher", "published", "url", "language")
    with reading() as session:
        found = lookup.the_article(session, article_word(article))
        before: dict[str, Any] = {name: getattr(found, name) for name in names}
        before["authors"] = article_shapes.authors_of(session, found.id)
        version, number = found.version, found.id
    changes = edited(before, f"article {number}")
    if changes.get("published"):
        changes["published"] = o.day(changes["published"])
    if changes.get("language"):
        changes["language"] = checked(changes["language"])
    return changes, version


@app.command("close")
def close(
    article: Name = None,
    url: Url = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck article close kim-train --url https://example.org/kim-train

    The article runs: keep the SHA-256 of what ran, what was open, and who let it run.
    """
    from factcheck.cli.context import article_word, writing
    from factcheck.services import articles, lookup

    with writing(by) as session:
        found = lookup.the_article(session, article_word(article))
        articles.close(session, found, url)
        shape, words = _shape(session, found)
    _emit(shape, words, as_json)


@app.command("reopen")
def reopen(
    article: Annotated[str, typer.Argument(metavar="ARTICLE")],
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck article reopen kim-train

    Work on a closed article again.
    """
    from factcheck.cli.context import writing
    from factcheck.services import articles, lookup

    with writing(by) as session:
        found = articles.reopen(session, lookup.article(session, article))
        shape, words = _shape(session, found)
    _emit(shape, words, as_json)


app.command("mark")(marking.mark)
app.command("claims")(proposing.claims)
app.command("skip")(proposing.skip)
app.command("coverage")(proposing.coverage)
app.command("revise")(drafts.revise)
app.command("diff")(drafts.diff)


def _shape(session: "Session", article: Any) -> tuple[dict[str, Any], str]:
    from factcheck.services import article_shapes, house

    return article_shapes.article(session, article), house.words(session)


def _emit(shape: dict[str, Any], words: str, as_json: bool) -> None:
    from factcheck.cli.article_views import proposals_table
    from factcheck.cli.views import article_page, field, note_line

    def text() -> str:
        notes = [line for note in shape.get("notes", ()) for line in field("note", note_line(note))]
        noted = [proposals_table(shape["proposals"])] if shape.get("proposals") else []
        return "\n".join([article_page(shape, words), *notes, *noted])

    output.emit(shape, as_json=as_json, text=text)
