"""Records as text for people, made from the shapes that JSON is made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.cli.output import colour, outcome_style, table, warn
from factcheck.words import FixState, label

Shape = Mapping[str, Any]

#: How wide a column of labels is, in a page about one record.
MARGIN = 12


def outcome_of(row: Shape, words: str) -> str:
    """The label of a row of a list."""
    return label(words, row["outcome"], wording=row["wording"], name=row["agreed_with"])


def outcome_label(claim: Shape, words: str) -> str:
    """The label of a claim in full."""
    fix = claim["fix"] or {}
    agreed = fix.get("agreed_with") or fix.get("by")
    return label(words, claim["outcome"], wording=fix.get("wording"), name=agreed)


def recheck(because: Sequence[str]) -> str:
    return f"RE-CHECK: {'; '.join(because)}" if because else "RE-CHECK"


def claims_table(rows: Sequence[Shape], words: str) -> str:
    """A claim a line: number, outcome, kind, claimant, words; no column that is empty."""
    if not rows:
        return "No claims."
    stale = any(row["stale"] for row in rows)
    said = any(row["claimant"] for row in rows)
    lines = [
        (
            row["id"],
            outcome_of(row, words),
            *([recheck(row["because"]) if row["stale"] else ""] if stale else []),
            row["kind"],
            *([row["claimant"] or ""] if said else []),
            row["text"],
        )
        for row in rows
    ]
    rechecks, claimants = ["re-check"] if stale else [], ["claimant"] if said else []
    return table(lines, ["#", "outcome", *rechecks, "kind", *claimants, "claim"])


def claim_page(claim: Shape, words: str, notes: Sequence[Shape] = ()) -> str:
    """One claim with all that belongs to it."""
    return "\n".join(_claim_lines(claim, words, notes))


def _claim_lines(claim: Shape, words: str, notes: Sequence[Shape]) -> Iterator[str]:
    from factcheck.cli import evidence_views

    shown = outcome_label(claim, words)
    hidden = "  (hidden)" if claim["hidden"] else ""
    number = colour(f"Claim {claim['id']}", "bold")
    yield f"{number}  {colour(clean(shown), outcome_style(shown))}{hidden}"
    if claim["stale"]:
        yield colour(clean(recheck(claim["stale_because"])), "red")
    yield f"  {clean(claim['text'])}"
    yield ""
    yield from field("in article", _standing(claim))
    yield from field("words", quoted(claim["span"]["exact"]) if claim["span"] else None)
    yield from field("also at", "; ".join(quoted(each["exact"]) for each in claim["also_at"]))
    yield from field("claimant", _claimant(claim))
    yield from field("said", _said(claim["said"]))
    yield from field("kind", _kind(claim))
    yield from _verdict_lines(claim)
    yield from _fix_lines(claim["fix"], (claim["verdict"] or {}).get("reason"))
    for query in claim["queries"]:
        yield from field("query", query_line(query))
    yield from evidence_views.of_claim(claim)
    for note in notes:
        yield from field("note", note_line(note))


def field(name: str, value: object) -> Iterator[str]:
    """`  name        value`, nothing where there is no value; wrapped on a terminal."""
    if value in (None, "", []):
        return
    first, *rest = wrapped(clean(str(value)), MARGIN + 2)
    yield f"  {colour(f'{name:<{MARGIN}}', 'dim')}{first}"
    yield from (f"  {'':<{MARGIN}}{line}" for line in rest)


def quoted(words: str) -> str:
    flat = " ".join(words.split())
    return flat if flat[:1] in '"\u201c\u201e\u00ab' else f'"{flat}"'


def _standing(claim: Shape) -> str | None:
    article = claim["article"]
    if article is None:
        return None
    span = claim["span"]
    place = f", {span['zone']}, at {span['start']}" if span else ", not in its text"
    state = f" ({span['state']})" if span and span["state"] != "exact" else ""
    return f"{article['slug']}, draft {article['revision']}{place}{state}"


def _claimant(claim: Shape) -> str | None:
    if not claim["claimant"]:
        return None
    detail = claim["claimant_detail"]
    parts = (claim["claimant"], detail["role"], detail["same_as"])
    return ", ".join(part for part in parts if part)


def _said(said: Shape) -> str | None:
    parts = [said["on"], said["occasion"], said["first"], *said["appearances"]]
    return ", ".join(part for part in parts if part) or None


def _kind(claim: Shape) -> str:
    parts = [claim["kind"]]
    if claim["priority"] != "normal":
        parts.append(f"{claim['priority']} priority")
    return ", ".join([*parts, *(f"#{tag}" for tag in claim["tags"])])


def _verdict_lines(claim: Shape) -> Iterator[str]:
    yield from field("re-check by", claim["recheck_by"])
    verdict = claim["verdict"]
    if verdict is None:
        return
    why = f" ({verdict['why']})" if verdict["why"] else ""
    yield from field("verdict", f"{verdict['conclusion']}{why}, {by_and_when(verdict)}")
    yield from field("because", verdict["reason"])
    yield from field("exception", verdict["exception"])
    yield from field("rating", _rating(verdict))
    yield from field("signed off", by_and_when(claim["sign_off"]) if claim["sign_off"] else None)


def _rating(verdict: Shape) -> str | None:
    detail = verdict["rating_detail"]
    if detail is None or detail["number"] is None:
        return str(verdict["rating"]) if verdict["rating"] else None
    return f"{verdict['rating']}, {detail['number']} of {detail['worst']}-{detail['best']}"


def by_and_when(record: Shape, when: str = "at") -> str:
    return f"{record['by']}, {day(record[when])}"


def day(moment: str | None) -> str:
    """`2026-11-23 09:00` in the time of UTC."""
    return (moment or "").replace("T", " ").removesuffix(":00Z").removesuffix("Z")[:16]


def _fix_lines(fix: Shape | None, said: str | None) -> Iterator[str]:
    """The fix; its reason only if it is not the verdict's own."""
    if fix is None:
        return
    wording = f" to {quoted(fix['wording'])}" if fix["wording"] else ""
    state = fix["state"]
    if state == FixState.AGREED:
        state = f"agreed with {fix['agreed_with']}"
    yield from field("fix", f"{fix['action']}{wording}, {state}, {by_and_when(fix)}")
    if fix["because"] != said:
        yield from field("because", fix["because"])


def query_line(query: Shape) -> str:
    to = f" to {query['to']}" if query["to"] else ""
    asked = f"{query['id']}: {query['question']} ({query['by']}{to}, {day(query['asked_at'])})"
    if query["answered_at"] is None:
        return f"{asked} - open"
    by = f" ({query['answered_by']})" if query["answered_by"] else ""
    return f"{asked} - {query['answer']}{by}"


def note_line(note: Shape) -> str:
    kind = "" if note["kind"] == "note" else f"{note['kind']}: "
    on = f", on {note['on']}" if note["on"] else ""
    back = f", again {note['next']}" if note["next"] else ""
    return f"{kind}{note['text']} ({by_and_when(note)}{on}{back})"


def article_page(article: Shape, words: str) -> str:
    """What is known of an article, and how far the work is."""
    lines = [f"{colour(article['slug'], 'bold')}  article {article['id']}, {article['state']}"]
    newest = article["revisions"][-1]
    size = f"{article['revision']}, {newest['characters']:,} characters, sha256 {newest['sha256']}"
    for name, value in (
        ("title", article["title"]),
        ("author", article["author"]),
        ("publisher", article["publisher"]),
        ("published", article["published"]),
        ("language", article["language"]),
        ("url", article["url"]),
        ("draft", size),
        ("claims", outcomes_line(article["claims"]["outcomes"], words) or "none"),
    ):
        lines += field(name, value)
    closed = article["closed"]
    if closed:
        still = len(closed["open"])
        lines += field("closed", f"{by_and_when(closed)}, {still} open, sha256 {closed['sha256']}")
    return "\n".join(lines)


def outcomes_line(outcomes: Mapping[str, int], words: str) -> str:
    """`5 OK, 1 WRONG, 8 OPEN`, in the order of the table of outcomes."""
    from factcheck.words import Outcome

    return ", ".join(f"{outcomes[o]} {label(words, o)}" for o in Outcome if o in outcomes)


def articles_table(articles: Sequence[Shape]) -> str:
    if not articles:
        return "No articles."
    rows = [
        (a["id"], a["slug"], a["state"], a["revision"], a["claims"]["total"], a["title"])
        for a in articles
    ]
    return table(rows, ["#", "slug", "state", "draft", "claims", "title"])


def sources_table(sources: Sequence[Shape]) -> str:
    if not sources:
        return "No sources."
    rows = [(s["id"], s["key"], s["kind"], s["cited"], s["title"], s["url"] or "") for s in sources]
    return table(rows, ["#", "key", "kind", "cited", "title", "address"])


def source_page(source: Shape, notes: Sequence[Shape] = ()) -> str:
    hidden = "  (hidden)" if source["hidden"] else ""
    lines = [f"{colour(source['key'], 'bold')}  source {source['id']}, {source['kind']}{hidden}"]
    origin = source["origin"]
    for name in (
        "title", "url", "publisher", "author", "published", "tier", "kept", "terms", "alias",
    ):  # fmt: skip
        lines += field(name, source[name])
    lines += field("origin", origin["key"] if origin else None)
    lines += field("protected", "yes: shown by its alias" if source["protected"] else None)
    lines += field("merged into", source["merged_into"])
    lines += field("cited", f"{source['cited']} times" if source["cited"] != 1 else "once")
    for note in notes:
        lines += field("note", note_line(note))
    return "\n".join(lines)


def queries_table(queries: Sequence[Shape]) -> str:
    if not queries:
        return "No queries."
    rows = [
        (q["id"], q["claim"], q["question"], q["to"] or "the author", q["answer"] or "open")
        for q in queries
    ]
    return table(rows, ["#", "claim", "question", "put to", "answer"])


_PLURALS = {"person": "people", "query": "queries", "fix": "fixes", "evidence": "evidence"}


def counted(count: int, noun: str) -> str:
    """`1 claim`, `3 people`, `12 evidence`."""
    return f"{count:,} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}"


def clean(text: str) -> str:
    """Text that cannot act on the terminal."""
    from factcheck.text.show import harmless

    return harmless(text)


def wrapped(text: str, margin: int) -> list[str]:
    """The lines of a text on a terminal; one line where nobody looks at it."""
    import sys
    from shutil import get_terminal_size
    from textwrap import wrap

    if not sys.stdout.isatty():
        return [text]
    width = max(get_terminal_size().columns - margin - 2, 20)
    return wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def pages(texts: Iterable[str]) -> str:
    """Several pages, a blank line between them."""
    return "\n\n".join(texts)


def warn_of_strays(claims: Iterable[dict[str, Any]]) -> None:
    """Claims that no longer say what their words in the article say."""
    from factcheck.services.straying import strays

    for claim in claims:
        told = strays(claim)
        if told:
            said = f"Claim {claim['id']} is not what its words in the article say: {told}."
            warn(f"{said} factcheck edit {claim['id']} --text 'as it stands now'")
