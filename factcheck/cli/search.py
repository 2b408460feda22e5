"""`factcheck search`."""

from typing import Annotated

import typer

from factcheck.cli import listing as options
from factcheck.cli import output
from factcheck.cli.options import Article, Json, JsonLines


def command(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...")],
    article: Article = None,
    status: options.StatusOption = None,
    outcome: options.OutcomeOption = None,
    kind: options.KindOption = None,
    claimant: options.ClaimantOption = None,
    source: options.SourceOption = None,
    tag: options.TagOption = None,
    priority: options.PriorityOption = None,
    by: options.DecidedBy = None,
    stale: options.Stale = False,
    since: options.Since = None,
    waiting: options.Waiting = False,
    hidden: options.HiddenOption = False,
    zone: options.ZoneOption = None,
    limit: options.LimitOption = None,
    offset: options.Offset = 0,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck search armored carriages
    factcheck search Yonhap --outcome open

    Find claims by any words in them, their quotes, reasons, notes, queries and sources.

    Every word must be there, in any of its forms; the best hits come first.
    """
    from factcheck.cli.context import reading
    from factcheck.cli.views import claims_table
    from factcheck.services import house, search, shapes
    from factcheck.services import listing as lists

    given = locals()
    with reading() as session:
        wanted = options.filter_of(session, given)
        most = (limit or None) if limit is not None or as_json or as_jsonl else options.SHOWN
        ids = search.find(session, " ".join(words), wanted, limit=most, offset=offset)
        found = list(shapes.claims(session, ids)) if as_json or as_jsonl else []
        rows = lists.rows(session, ids) if not (as_json or as_jsonl) else []
        labels = house.words(session)
    output.emit(found, as_json=as_json, as_jsonl=as_jsonl, text=lambda: claims_table(rows, labels))
