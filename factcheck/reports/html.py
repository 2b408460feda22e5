"""The report as one HTML file: it asks nothing of the network and reads without script."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Environment, FileSystemLoader
from markupsafe import Markup

from factcheck.reports import graph, html_article, html_looks, html_text
from factcheck.words import FixState, label, unsaid

Shape = Mapping[str, Any]

_TEMPLATES = Path(__file__).with_name("templates")

#: Evidence for, against, and what is neither, each under its heading.
SIDES = (
    ("Evidence for", "supports"),
    ("Evidence against", "refutes"),
    ("Context", "context"),
    ("Not yet said which way", None),
)


def report(content: Shape) -> str:
    """The report as a page, the same for the same content."""
    pages = _environment()
    style, script = Markup(_style(content)), Markup(_source("report.js"))  # noqa: S704 - our own
    page = pages.get_template("report.html")
    return page.render(_view(content), style=style, script=script, policy=_policy(style, script))


@cache
def _environment() -> Environment:
    pages = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=ChainableUndefined,
        finalize=html_text.finished,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    given = (
        html_text.web,
        html_text.day,
        html_text.brief,
        html_text.quoted,
        html_text.spoken,
        unsaid,
    )
    pages.filters.update({each.__name__: each for each in given})
    return pages


def _source(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _view(content: Shape) -> dict[str, Any]:
    """What the templates need beside the content itself."""
    claims, words = content["claims"], content["words"]
    article, draft = content.get("article"), content.get("draft")
    copy = html_article.marked(draft, _wordings(claims)) if draft else None
    sources = content.get("sources") or []
    return {
        **content,
        "sources": sources,
        "copy": copy.text if copy else None,
        "placed": copy.shown if copy else frozenset(),
        "language": html_text.language((article or {}).get("language")),
        "by_number": {claim["id"]: claim for claim in claims},
        "copies": {source["id"]: source.get("archived") for source in sources},
        "families": graph.families(sources),
        "graph": graph.svg(sources),
        "look": html_looks.look,
        "label": lambda claim: _label(words, claim),
        "named": lambda outcome: html_looks.named(words, outcome),
        "pieces": _pieces,
        "rechecks": sum(1 for claim in claims if claim.get("stale")),
    }


def _wordings(claims: Sequence[Shape]) -> dict[int, str]:
    """The new words of each claim whose words are still to be changed."""
    found = {}
    for claim in claims:
        fix = claim.get("fix") or {}
        if fix.get("wording") and _is_due(fix):
            found[claim["id"]] = fix["wording"]
    return found


def _is_due(fix: Shape) -> bool:
    return fix.get("state") != FixState.OVERRULED and not fix.get("in_draft")


def _label(words: str, claim: Shape) -> str:
    """The outcome in the house's words; the new wording stands beside it, not in it."""
    fix = claim.get("fix") or {}
    name = fix.get("agreed_with") or fix.get("by")
    shown = (
        label(words, claim["outcome"], name=name) if claim["outcome"] in html_looks.LOOKS else ""
    )
    return shown if shown.strip("-") else html_looks.named(words, claim["outcome"])


def _pieces(claim: Shape) -> list[tuple[str, list[Shape]]]:
    """The evidence by what it does to the claim; retracted pieces at the end."""
    evidence = claim.get("evidence") or []
    standing = [piece for piece in evidence if not piece.get("retracted")]
    sides = [(title, [p for p in standing if p["stance"] == stance]) for title, stance in SIDES]
    gone = ("Retracted", [piece for piece in evidence if piece.get("retracted")])
    return [(title, side) for title, side in (*sides, gone) if side]


def _style(content: Shape) -> str:
    """The style sheet: colours, the signs of the outcomes, the widths of this bar."""
    light, dark = html_looks.variables(html_looks.LIGHT), html_looks.variables(html_looks.DARK)
    sheet = _source("report.css")
    signs = "".join(
        f'.o-{outcome}{{--sign:"{look.sign}"}}' for outcome, look in html_looks.LOOKS.items()
    )
    tones = "".join(
        f".t-{tone}{{--tone:var(--{tone});--paper:var(--{tone}-paper)}}"
        for tone in html_looks.TONES
    )
    outcomes = content["summary"]["outcomes"].items()
    bar = "".join(
        f".bar>.o-{outcome}{{flex-grow:{int(count)}}}"
        for outcome, count in outcomes
        if outcome in html_looks.LOOKS
    )
    colours = f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return f"\n{colours}\n{tones}{signs}{bar}\n{sheet}"


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
