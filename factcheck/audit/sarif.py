"""Findings as SARIF 2.1.0 (OASIS), the form that editors and code hosts show in place."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import Any, TypeGuard
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from factcheck.codes import CODES, FAMILIES
from factcheck.text.show import harmless

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

Finding = Mapping[str, Any]

_BASELINE = {"new": "new", "open": "unchanged", "set-aside": "unchanged", "fixed": "absent"}
# These stand by themselves; all other records belong to a claim or a source.
_APART = frozenset({"claim", "source", "article"})
_OF_SOURCES = frozenset({"snapshot", "visit"})

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")
_LONGEST_HOST = 253


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding shows: at a web address, or in an article named by its slug.

    `start` and `end` are code points of the article's text, `line` counts from 1.
    """

    url: str | None = None
    article: str | None = None
    start: int | None = None
    end: int | None = None
    line: int | None = None


def place_of(finding: Finding) -> Place | None:
    """The place that a finding's own `detail` names."""
    detail = finding.get("detail") or {}
    if web_uri(detail.get("url")):
        return Place(url=detail["url"])
    article = detail.get("article")
    slug = article.get("slug") if isinstance(article, Mapping) else article
    if not isinstance(slug, str):
        return None
    return Place(None, slug, detail.get("start"), detail.get("end"), detail.get("line"))


def document(
    findings: Iterable[Finding],
    places: Callable[[Finding], Place | None] = place_of,
    *,
    version: str | None = None,
) -> dict[str, Any]:
    """The SARIF log of one audit, from findings as JSON; `version` is that of factcheck."""
    found = list(findings)
    codes = sorted({str(finding["code"]) for finding in found})
    index = {code: at for at, code in enumerate(codes)}
    driver: dict[str, Any] = {"name": "factcheck", "rules": [_rule(code) for code in codes]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index, places(finding)) for finding in found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    known = CODES.get(code)
    if known is None:  # kept by a later version
        return {"id": code}
    advice = _PLACEHOLDER.sub(lambda match: match[1].upper(), known.help)
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.why},
        "help": {"text": advice},
        "defaultConfiguration": {"level": known.severity.value},
        "properties": {"tags": [FAMILIES[code[0]]]},
    }


def _result(finding: Finding, index: Mapping[str, int], place: Place | None) -> dict[str, Any]:
    code = str(finding["code"])
    made: dict[str, Any] = {
        "ruleId": code,
        "ruleIndex": index[code],
        "level": str(finding["severity"]),
        "message": {"text": _message(finding["message"])},
        "locations": [_location(finding, place)],
        "partialFingerprints": {"record/v1": f"{code}/{_qualified(finding)}"},
        "baselineState": _BASELINE.get(finding.get("state", "open"), "unchanged"),
        # All results of a run have this, or none.
        "suppressions": _suppressions(finding),
        "properties": _properties(finding),
    }
    prints = {f"{part}/v1": str(finding[part]) for part in ("uid", "basis") if finding.get(part)}
    return made | ({"fingerprints": prints} if prints else {})


def _properties(finding: Finding) -> dict[str, Any]:
    """What SARIF has no word for."""
    texts = {
        name: harmless(str(finding[name]))
        for name in ("name", "state", "help")
        if finding.get(name)
    }
    numbers = {name: finding[name] for name in ("claim", "source") if finding.get(name)}
    return texts | numbers


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    # The gate's findings, which are not kept, say `lifted`.
    aside = finding.get("set_aside") or finding.get("lifted")
    if not aside and finding.get("state") != "set-aside":
        return []
    aside = aside or {}
    made: dict[str, Any] = {"kind": "external", "status": "accepted"}
    if aside.get("because"):
        made["justification"] = harmless(str(aside["because"]))
    who = {name: harmless(str(aside[name])) for name in ("by", "at") if aside.get(name)}
    return [made | ({"properties": who} if who else {})]


def _message(text: str) -> str:
    """`text` as a plain message: braces would be placeholders, `[a](b)` would be a link."""
    shown = harmless(str(text)).replace("](", "] (")
    return shown.replace("{", "{{").replace("}", "}}")


# Where


def _location(finding: Finding, place: Place | None) -> dict[str, Any]:
    kind, number = str(finding["record"]["kind"]), finding["record"]["id"]
    logical = {
        "name": f"{kind}:{number}",
        "kind": kind,
        "fullyQualifiedName": _qualified(finding),
    }
    physical = _physical(place) if place else None
    return {"logicalLocations": [logical]} | ({"physicalLocation": physical} if physical else {})


def _qualified(finding: Finding) -> str:
    """`claim/11/evidence/4`."""
    kind, number = finding["record"]["kind"], finding["record"]["id"]
    owner = "source" if kind in _OF_SOURCES or not finding.get("claim") else "claim"
    if kind in _APART or not finding.get(owner):
        return f"{kind}/{number}"
    return f"{owner}/{finding[owner]}/{kind}/{number}"


def _physical(place: Place) -> dict[str, Any] | None:
    uri = web_uri(place.url) if place.url else _relative(place.article)
    if not uri:
        return None
    region = _region(place)
    return {"artifactLocation": {"uri": uri}} | ({"region": region} if region else {})


def _relative(slug: str | None) -> str | None:
    """A slug as a relative reference; dots alone would name a folder."""
    return quote(slug, safe="", errors="surrogatepass") if slug and slug.strip(".") else None


def _region(place: Place) -> dict[str, int] | None:
    start, end = place.start, place.end
    if _is_number(start) and _is_number(end) and 0 <= start <= end:
        return {"charOffset": start, "charLength": end - start}
    return {"startLine": place.line} if _is_number(place.line) and place.line > 0 else None


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def web_uri(text: object) -> str | None:
    """An http or https address in ASCII as RFC 3986 has it, without user; None for all else."""
    try:
        parts = urlsplit(text.strip()) if isinstance(text, str) else None
        if parts is None or parts.scheme not in {"http", "https"}:
            return None
        place = _authority(parts)
    except ValueError:
        return None
    rest = (_escaped(part) for part in parts[2:])
    return urlunsplit((parts.scheme, place, *rest))


def _authority(parts: SplitResult) -> str:
    """Raises ValueError for what is no host and port."""
    host = _host(parts)
    return host if parts.port is None else f"{host}:{parts.port}"


def _host(parts: SplitResult) -> str:
    name = parts.hostname or ""
    if "\\" in parts.netloc:  # programs disagree on whether it ends the host
        raise ValueError(name)
    if "[" in parts.netloc:
        return f"[{IPv6Address(name.partition('%')[0])}]"
    # The codec takes long over what can be no name.
    if len(name) <= _LONGEST_HOST and not name.isascii():
        name = name.encode("idna").decode()
    if len(name) > _LONGEST_HOST or not _HOST.fullmatch(name):
        raise ValueError(name)
    return name


def _escaped(text: str) -> str:
    """`text` with what stands in no URI percent-encoded; its own escapes stay."""
    whole = _STRAY.sub("%25", text)
    return quote(whole, safe="%!$&'()*+,;=:@/?-._~", errors="surrogatepass")
