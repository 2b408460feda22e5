"""What an audit looks like to people: the claims at risk first, then what was found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.cli import output
from factcheck.codes import CODES, Severity

Shape = dict[str, Any]

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}
#: Notes of a kind that are named; the others are counted.
NAMED = 5


def line(found: Shape) -> str:
    """One line for other programs: `evidence:4: error D203 [7] pledge: 60 became 80`."""
    from factcheck.cli.views import clean

    record = found["record"]
    about = f"{record['kind']}:{record['id']}"
    state = "" if found["state"] in {"new", "open"} else f" ({found['state']})"
    told = clean(" ".join(found["message"].split()))
    return f"{about}: {found['severity']} {found['code']} [{found['id']}] {told}{state}"


def table(
    found: Sequence[Shape],
    fixed: Sequence[Shape],
    summary: Shape,
    *,
    offline: bool,
    since_last: bool = False,
) -> str:
    lines = list(_lines(found, fixed, summary, offline=offline))
    if not any(each["state"] in {"new", "open"} for each in found):
        lines.append("Nothing new." if since_last else "Nothing found.")
    return "\n".join(lines)


def _lines(
    found: Sequence[Shape], fixed: Sequence[Shape], summary: Shape, *, offline: bool
) -> Iterator[str]:
    from factcheck.audit.summary import sentence

    yield output.colour(_capital(sentence(summary, offline=offline)), "bold")
    live = [each for each in found if each["state"] in {"new", "open"}]
    for severity in Severity:
        group = [each for each in live if each["severity"] == severity]
        if group:
            yield ""
            yield f"{HEADINGS[severity]} ({len(group)})"
            yield from _group(group, severity)
    yield from _others("Fixed", [each for each in fixed if each not in live])
    yield from _others("Set aside", [each for each in found if each["state"] == "set-aside"])


def _group(group: Sequence[Shape], severity: Severity) -> Iterator[str]:
    by_code: dict[str, list[Shape]] = defaultdict(list)
    for each in group:
        by_code[each["code"]].append(each)
    for code, listed in by_code.items():
        yield f"  {output.colour(code, STYLES[severity])}  {CODES[code].title}"
        # What to do is the same for all of a kind: said once.
        yield output.colour(f"        {spoken(CODES[code].help)}", "dim")
        most = len(listed) if severity != Severity.NOTE else NAMED
        yield from map(_one, listed[:most])
        if len(listed) > most:
            yield f"        and {len(listed) - most} more; --format lines lists them all"


def spoken(help_: str) -> str:
    """The help of a code, with CLAIM where the number of a claim goes."""
    return re.sub(r"\{(\w+)\}", lambda named: named[1].upper(), help_)


def _one(each: Shape) -> str:
    from factcheck.cli.views import clean

    named = [f"claim {each['claim']}"] if each["claim"] else []
    if each["record"]["kind"] not in {"claim", "source"}:
        named.append(f"{each['record']['kind']} {each['record']['id']}")
    about = f"{', '.join(named)}: " if named else ""
    fresh = output.colour("new", "bold") + " " if each["state"] == "new" else ""
    return f"  {each['id']:>5} {fresh}{clean(about + each['message'])}"


def _others(heading: str, listed: Sequence[Shape]) -> Iterator[str]:
    from factcheck.cli.views import clean

    if listed:
        yield f"\n{heading} ({len(listed)})"
    for each in listed:
        aside = each["set_aside"]
        by = f" - {aside['by']}: {aside['because']}" if aside else ""
        told = clean(f"{each['code']}  {each['message']}{by}")
        yield output.colour(f"  {each['id']:>5} {told}", "dim")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
