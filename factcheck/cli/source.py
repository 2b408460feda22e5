"""`factcheck source`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import capture, output, source_show
from factcheck.cli import claim_options as o
from factcheck.cli.options import Because, By, Hidden, Json, JsonLines, Yes
from factcheck.errors import Usage
from factcheck.words import SourceKind, Terms

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

app = typer.Typer()

Name = Annotated[str, typer.Argument(metavar="SOURCE", help="Its key, number or address.")]
Key = Annotated[str | None, typer.Option("--key", metavar="KEY", help="Short, for typing often.")]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="page, book, person, recording ...")
]
Title = Annotated[str | None, typer.Option("--title", metavar="TITLE")]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME")]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE")]
Origin = Annotated[
    str | None, typer.Option("--origin", metavar="SOURCE", help="Where it took it from.")
]
Kept = Annotated[str | None, typer.Option("--kept", metavar="PLACE", help="'box 2, tape 3'")]
TermsOption = Annotated[
    str | None,
    typer.Option("--terms", metavar="TERMS", help="on-record, background, deep-background ..."),
]
Alias = Annotated[str | None, typer.Option("--alias", metavar="WORDS", help="'a senior official'")]
Reveal = Annotated[bool, typer.Option("--reveal", help="Show protected sources.")]


@app.command("add")
def add(
    what: Annotated[str, typer.Argument(metavar="URL|TITLE")],
    key: Key = None,
    kind: Kind = None,
    title: Title = None,
    publisher: Publisher = None,
    author: Author = None,
    published: Published = None,
    tier: o.TierOption = None,
    origin: Origin = None,
    kept: Kept = None,
    terms: TermsOption = None,
    protected: Annotated[bool, typer.Option("--protected", help="Shown by its alias.")] = False,
    alias: Alias = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck source add "The Times Atlas of the World" --key atlas --kind book
    factcheck source add https://tass.com/economy/1672415 --publisher TASS

    Record a source, once: an address that is known already prints the record that is there.

    Scheme, www., tracking parameters and fragment make no difference to an address.
    """
    from factcheck.cli.context import writing
    from factcheck.services import sources

    new = sources.NewSource(
        what=what, key=key, kind=o.word(SourceKind, kind, "kind of source"), title=title,
        publisher=publisher, author=author, published=o.day(published), tier=o.tier(tier),
        origin=origin, kept=kept, terms=o.word(Terms, terms, "terms"), protected=protected,
        alias=alias,
    )  # fmt: skip
    with writing(by) as session:
        source, is_new = sources.add(session, new)
        shape = _shape(session, source)
    _emit(shape, as_json)
    if not is_new:
        output.say(f"That source was there already, as {shape['key']}.")


@app.command("list")
def list_(
    hidden: Hidden = False,
    reveal: Reveal = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck source list

    List the sources and how often each is cited.
    """
    from factcheck.cli.context import reading
    from factcheck.cli.views import sources_table
    from factcheck.services import source_shapes, sources

    with reading() as session:
        cited = sources.use_counts(session)
        listed = [
            source_shapes.whole(session, each, reveal=reveal, uses=cited.get(each.id, 0))
            for each in sources.every(session, hidden=hidden)
        ]
    output.emit(listed, as_json=as_json, as_jsonl=as_jsonl, text=lambda: sources_table(listed))


app.command("show")(source_show.command)


@app.command("edit")
def edit(
    source: Name,
    key: Key = None,
    kind: Kind = None,
    title: Title = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL")] = None,
    publisher: Publisher = None,
    author: Author = None,
    published: Published = None,
    tier: o.TierOption = None,
    origin: Origin = None,
    kept: Kept = None,
    terms: TermsOption = None,
    protected: Annotated[
        bool | None, typer.Option("--protected/--open", help="Shown by its alias, or openly.")
    ] = None,
    alias: Alias = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck source edit atlas --publisher "Times Books" --tier primary
    factcheck source edit atlas

    Change what is said of a source; without options it opens in your editor.

    An empty value takes a field away.
    """
    changes = {
        "key": key, "kind": o.word(SourceKind, kind, "kind of source"), "title": title, "url": url,
        "publisher": publisher, "author": author, "published": o.new_day(published),
        "tier": o.tier(tier) if tier else tier, "kept": kept,
        "terms": o.word(Terms, terms, "terms") if terms else terms, "alias": alias,
    }  # fmt: skip
    given: dict[str, Any] = {n: v or None for n, v in changes.items() if v is not None}
    if protected is not None:
        given["protected"] = protected
    if origin is not None:
        given["origin"] = origin
    version = None
    if not given:
        given, version = _from_editor(source)
    _edit(source, given, version, by, as_json)


def _edit(
    name: str, given: dict[str, Any], version: int | None, by: str | None, as_json: bool
) -> None:
    from factcheck.cli.context import writing
    from factcheck.services import lookup, sources

    for required in ("key", "kind", "title"):
        if required in given and not given[required]:
            raise Usage(f"A source needs a {required}.")
    with writing(by) as session:
        edited = sources.edit(session, lookup.source(session, name), given, version=version)
        shape = _shape(session, edited)
    _emit(shape, as_json)


def _from_editor(name: str) -> tuple[dict[str, Any], int]:
    from factcheck.cli.context import reading
    from factcheck.cli.forms import edited
    from factcheck.services import lookup

    names = (
        "key", "kind", "title", "url", "publisher", "author", "published", "tier", "kept", "terms",
        "protected", "alias",
    )  # fmt: skip
    with reading() as session:
        found = lookup.source(session, name)
        before = {name: getattr(found, name) for name in names}
        version, number = found.version, found.id
    changes = edited(before, f"source {number}")
    for field, vocabulary in (("kind", SourceKind), ("terms", Terms)):
        if changes.get(field):
            changes[field] = o.word(vocabulary, changes[field], field)
    if changes.get("tier"):
        changes["tier"] = o.tier(changes["tier"])
    if changes.get("published"):
        changes["published"] = o.day(changes["published"])
    return changes, version


@app.command("merge")
def merge(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The one that goes.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The one that stays.")],
    because: Because = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck source merge atlas-2 atlas

    Make one source of two: the evidence of the first moves to the second.

    The first is hidden and leads to the second; undo takes it back.
    """
    from factcheck.cli.context import writing
    from factcheck.services import lookup, sources

    with writing(by, why=because) as session:
        old, kept = lookup.source(session, source), lookup.source(session, into)
        shape = _shape(session, sources.merge(session, old, kept))
    _emit(shape, as_json)


app.command("capture")(capture.command)


@app.command("rm")
def rm(
    source: Name,
    because: Because = None,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck source rm atlas-2

    Hide a source that nothing rests on; restore brings it back.
    """
    from factcheck.cli.context import writing
    from factcheck.services import lookup, sources

    with writing(by, why=because) as session:
        shape = _shape(session, sources.hide(session, lookup.source(session, source)))
    _emit(shape, as_json)


@app.command("restore")
def restore(
    source: Name,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
) -> None:
    """factcheck source restore atlas-2

    Bring back a source that rm has hidden.
    """
    from factcheck.cli.context import writing
    from factcheck.services import lookup, sources

    with writing(by) as session:
        shape = _shape(session, sources.restore(session, lookup.source(session, source)))
    _emit(shape, as_json)


def _shape(session: "Session", source: Any, *, reveal: bool = False) -> dict[str, Any]:
    from factcheck.services import source_shapes, sources

    cited = sources.use_counts(session).get(source.id, 0)
    return source_shapes.whole(session, source, reveal=reveal, uses=cited)


def _emit(shape: dict[str, Any], as_json: bool) -> None:
    from factcheck.cli.views import source_page

    output.emit(shape, as_json=as_json, text=lambda: source_page(shape))
