"""`factcheck stats`."""

from typing import Any

from factcheck.cli import output
from factcheck.cli.options import Article, Json
from factcheck.words import Outcome, label


def command(article: Article = None, as_json: Json = False) -> None:
    """factcheck stats
    factcheck stats --article kim-train

    Count claims by outcome, kind and article, what was decided today, and what is open.
    """
    from factcheck.cli.context import article_word, reading
    from factcheck.services import house, lookup, stats

    with reading() as session:
        word = article_word(article)
        found = lookup.article(session, word) if word else None
        shape = stats.overview(session, found)
        words = house.words(session)
    output.emit(shape, as_json=as_json, text=lambda: _text(shape, words))


def _text(shape: dict[str, Any], words: str) -> str:
    outcomes = shape["outcomes"]
    rows = [(outcomes[o], label(words, o)) for o in Outcome if o in outcomes]
    open_work = shape["open"]
    parts = [
        output.table(rows, ["claims", "outcome"]) if rows else "No claims.",
        output.table([(n, kind) for kind, n in shape["kinds"].items()], ["claims", "kind"]),
        output.table(
            [(a["claims"], a["open"], a["article"] or "(none)") for a in shape["articles"]],
            ["claims", "open", "article"],
        ),
        (
            f"Decided today: {shape['decided_today']}. "
            f"Sources: {shape['sources']['total']}, cited {shape['sources']['cited']}."
        ),
        (
            f"Open: {open_work['claims']} claims, {open_work['recheck']} of them to re-check; "
            f"{open_work['queries']} queries, {open_work['due_notes']} notes due."
        ),
    ]
    return "\n\n".join(parts if rows else [parts[0], *parts[3:]])
