"""The claim report as Markdown, for people."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.reports import markdown_article
from factcheck.reports.markdown_text import line, link, quoted, text
from factcheck.words import FixState, label

Shape = Mapping[str, Any]


def report(content: Shape) -> str:
    """The report, the same text for the same records."""
    return "\n".join(_lines(content)).rstrip() + "\n"


def _lines(content: Shape) -> Iterator[str]:
    claims, words = content["claims"], content["words"]
    by_number = {claim["id"]: claim for claim in claims}
    summary = content["summary"]
    yield from _head(content["article"])
    yield from _summary(summary, words)
    yield from _section("What must change", summary["must_change"], by_number, words)
    yield from _section("Not settled", summary["unsettled"], by_number, words)
    yield from _section("To re-check", summary["recheck"], by_number, words)
    yield from _section("Open", summary["open"], by_number, words)
    yield from _let_stand(content["let_stand"])
    yield from markdown_article.section(content)
    yield "## Every claim"
    yield ""
    if not claims:
        yield "There is no claim yet."
    for claim in claims:
        yield from _claim(claim, words)


def _head(article: Shape | None) -> Iterator[str]:
    if article is None:
        yield "# Claim report"
        yield ""
        return
    yield f"# Claim report: {text(article['title'])}"
    yield ""
    facts = [f"article `{article['slug']}`", f"draft {article['revision']}", article["state"]]
    named = ("author", "publisher", "published", "url")
    facts += [f"{name} {text(article[name])}" for name in named if article[name]]
    yield ", ".join(facts)
    yield ""
    for note in article["notes"]:
        yield f"Note: {text(note['text'])}"
        yield ""
    if article["closed"]:
        closed = article["closed"]
        still = len(closed["open"])
        many = "claim" if still == 1 else "claims"
        yield f"Closed by {text(closed['by'])} on {_day(closed['at'])}, {still} {many} open."
        yield ""


def _summary(summary: Shape, words: str) -> Iterator[str]:
    yield "## Summary"
    yield ""
    yield "| outcome | claims |"
    yield "|---|---:|"
    for outcome, count in summary["outcomes"].items():
        yield f"| {text(label(words, outcome))} | {count} |"
    yield f"| all | {summary['claims']} |"
    yield ""


def _section(
    title: str, numbers: Sequence[int], claims: Mapping[int, Shape], words: str
) -> Iterator[str]:
    if not numbers:
        return
    yield f"## {title}"
    yield ""
    for number in numbers:
        claim = claims[number]
        yield f"- **{number}** {_label(claim, words)}: {text(claim['text'])}{_in_brief(claim)}"
    yield ""


def _let_stand(findings: Sequence[Shape]) -> Iterator[str]:
    """What was noticed, and somebody answers for."""
    if not findings:
        return
    yield "## Set aside"
    yield ""
    for each in findings:
        about = f"**{each['claim']}** " if each["claim"] else ""
        told = f"{each['code']} {text(each['title'])}: {text(each['because'])} ({_by(each)})"
        yield f"- {about}{told}"
    yield ""


def _in_brief(claim: Shape) -> str:
    """Why it is in this list, where the label does not say it."""
    if claim["stale"]:
        return f" ({text('; '.join(claim['stale_because']))})"
    asked = [query for query in claim["queries"] if query["answered_at"] is None]
    return f" (asked: {text(asked[0]['question'])})" if asked else ""


def _label(claim: Shape, words: str) -> str:
    fix = claim["fix"] or {}
    name = fix.get("agreed_with") or fix.get("by")
    shown = label(words, claim["outcome"], wording=fix.get("wording"), name=name)
    return text(shown)


def _claim(claim: Shape, words: str) -> Iterator[str]:
    yield f"### {claim['id']}. {text(claim['text'])}"
    yield ""
    yield f"**{_label(claim, words)}**{_recheck(claim)}"
    yield ""
    facts = list(_facts(claim))
    yield from (f"- {fact}" for fact in facts)
    if facts:
        yield ""
    yield from _evidence(claim["evidence"])


def _recheck(claim: Shape) -> str:
    return f" RE-CHECK: {text('; '.join(claim['stale_because']))}" if claim["stale"] else ""


def _facts(claim: Shape) -> Iterator[str]:
    if claim["span"]:
        yield f"In the article: {quoted(claim['span']['exact'])}"
    for also in claim["also_at"]:
        yield f"Also: {quoted(also['exact'])}"
    if claim["claimant"]:
        role = claim["claimant_detail"]["role"]
        yield f"Said by: {text(claim['claimant'])}{f', {text(role)}' if role else ''}"
    yield from _decision(claim["verdict"])
    yield from _fix(claim["fix"], (claim["verdict"] or {}).get("reason"))
    for query in claim["queries"]:
        answer = text(query["answer"]) if query["answered_at"] else "no answer yet"
        yield f"Asked: {text(query['question'])} Answer: {answer}"
    for note in claim["notes"]:
        yield f"{note['kind'].capitalize()}: {text(note['text'])} ({_by(note)})"
    for each in claim["corrections"]:
        yield f"Corrected on {_day(each['at'])}: {text(each['what'])} {text(each['why'])}"


def _decision(verdict: Shape | None) -> Iterator[str]:
    if verdict is None:
        return
    why = f", {verdict['why']}" if verdict["why"] else ""
    yield f"Verdict: {verdict['conclusion']}{why} ({_by(verdict)})"
    if verdict["rating"]:
        yield f"Published as: {text(verdict['rating'])}"
    if verdict["reason"]:
        yield f"Reason: {text(verdict['reason'])}"
    if verdict["exception"]:
        yield f"Exception: {text(verdict['exception'])}"


def _fix(fix: Shape | None, said: str | None) -> Iterator[str]:
    """The fix; its reason only if it is not the verdict's own."""
    if fix is None:
        return
    wording = f" to {quoted(fix['wording'])}" if fix["wording"] else ""
    state = "agreed" if fix["state"] == FixState.AGREED else str(fix["state"])
    state += f" with {text(fix['agreed_with'])}" if fix["agreed_with"] else ""
    yield f"Fix: {fix['action']}{wording}, {state} ({_by(fix)})"
    if fix["because"] and fix["because"] != said:
        yield f"Reason for the fix: {text(fix['because'])}"


def _by(record: Shape) -> str:
    """Who and when; the day alone where names are not told."""
    return ", ".join(filter(None, (record["by"] and text(record["by"]), _day(record["at"]))))


def _day(moment: str) -> str:
    return moment[:10]


#: Evidence for, against, and what is neither, each under its heading.
_SIDES = (
    ("Evidence for", "supports"),
    ("Evidence against", "refutes"),
    ("Context", "context"),
    ("Not yet said which way", None),
)


def _evidence(pieces: Sequence[Shape]) -> Iterator[str]:
    standing = [piece for piece in pieces if not piece["retracted"]]
    for title, stance in _SIDES:
        side = [piece for piece in standing if piece["stance"] == stance]
        if side:
            yield f"{title}:"
            yield ""
            yield from (f"- {line(_piece(piece))}" for piece in side)
            yield ""
    gone = [piece for piece in pieces if piece["retracted"]]
    if gone:
        yield "Retracted:"
        yield ""
        yield from (f"- {line(_piece(p))}: {text(p['retracted_because'])}" for p in gone)
        yield ""


def _piece(piece: Shape) -> str:
    source = piece["source"]
    parts = [link(source["title"], source["url"])]
    if piece["locator"]:
        parts.append(text(piece["locator"]))
    dates = [source["published"], f"read {piece['on']}" if piece["on"] else None]
    parts += [text(date) for date in dates if date]
    parts += [piece["tier"]] if piece["tier"] else []
    said = quoted(piece["quote"]) if piece["quote"] else text(piece["says"] or "")
    seen = "" if piece["seen"] else " (cited; nobody has looked)"
    return f"{said + ' - ' if said else ''}{', '.join(parts)}{seen}"
