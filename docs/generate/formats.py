"""The tables of the formats that go out and come in, written from the code that they describe."""

import re
from collections.abc import Iterable, Iterator

from docs.generate.pages import ROOT, table
from factcheck.cli.reporting import WRITERS

#: `case.warning(2, "short-url"`: how the rules say what they find.
_CASE = re.compile(r'(error|warning|of_house|make)\(\s*([0-9]+), "([a-z-]+)"')
_PROBLEM = re.compile(r'Problem\("([a-z-]+)", .*?Severity\.(ERROR|WARNING), .*?, ([0-9]+)\)')
#: What finds by another name: whose severity depends on who published it.
_GRAVE = {"make": "error", "of_house": "warning"}


def formats(meanings: dict[str, tuple[str, str]]) -> str:
    """Formats of a report; a format without a meaning is a KeyError."""
    rows = [(f"`{name}`", *meanings[name]) for name in WRITERS]
    return table(["format", "file", "what it is"], rows)


def named(names: Iterable[str], meanings: dict[str, str]) -> str:
    """A table of formats; one without a meaning is a KeyError."""
    return listed("format", names, meanings)


def listed(head: str, names: Iterable[str], meanings: dict[str, str]) -> str:
    """A table of names and what they mean; one without a meaning is a KeyError."""
    return table([head, "is"], [(f"`{name}`", meanings[name]) for name in names])


def review_rules(meanings: dict[str, str]) -> str:
    """The rules for ClaimReview by number, with what stops a report and what is only told."""
    found: dict[int, dict[str, list[str]]] = {}
    for rule, severity, code in _review_codes():
        known = found.setdefault(rule, {"error": [], "warning": []})[severity]
        if meanings[code] not in known:
            known.append(meanings[code])
    rows = [
        (str(rule), *("; ".join(each[kind]) for kind in ("error", "warning")))
        for rule, each in sorted(found.items())
    ]
    return table(["rule", "stops the report", "is told"], rows)


def _review_codes() -> Iterator[tuple[int, str, str]]:
    for name in ("claimreview_rules.py", "claimreview.py"):
        source = (ROOT / "factcheck" / "exchange" / name).read_text(encoding="utf-8")
        for how, rule, code in _CASE.findall(source):
            yield int(rule), _GRAVE.get(how, how), code
        for code, severity, rule in _PROBLEM.findall(source):
            yield int(rule), severity.lower(), code
