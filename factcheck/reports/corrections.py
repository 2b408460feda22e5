"""The public log of corrections: what, when, why, before, after."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.reports.markdown_text import address, line, quoted, text

Shape = Mapping[str, Any]


def report(content: Shape) -> str:
    """The log as Markdown, the newest first; the same text for the same records."""
    return "\n".join(_lines(content)).rstrip() + "\n"


def _lines(content: Shape) -> Iterator[str]:
    article = content["article"]
    yield f"# Corrections: {text(article['title'])}" if article else "# Corrections"
    yield ""
    listed = sorted(content["corrections"], key=lambda row: (row["at"], row["id"]), reverse=True)
    if not listed:
        yield "Nothing had to be corrected."
    for each in listed:
        yield from _correction(each, titled=article is None)
    policy = content["house"]["corrections_url"]
    if policy:
        yield f"How we correct: {address(policy)}"


def _correction(each: Shape, *, titled: bool) -> Iterator[str]:
    yield f"## {each['at'][:10]}: {each['kind']}, {each['severity']}"
    yield ""
    yield line(text(each["what"]))
    yield ""
    facts = {
        "Piece": text(each["article_title"]) if titled else None,
        "Why": text(each["why"]),
        "Before": quoted(each["before"]) if each["before"] else None,
        "After": quoted(each["after"]) if each["after"] else None,
        "Where": address(each["url"]) if each["url"] else None,
    }
    yield from (f"- {name}: {fact}" for name, fact in facts.items() if fact)
    yield ""
