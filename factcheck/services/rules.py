"""How a typed rule of the house is read, and what each house begins with.

Every reader takes what a person types and what is stored already, and gives the stored form.
"""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.codes import Severity, pick_code
from factcheck.errors import BadInput
from factcheck.text.addresses import checked_url
from factcheck.words import Conclusion, House, Kind, Priority, pick, pick_conclusion, slugged

Shape = dict[str, Any]

YES = {"yes", "true", "on", "1"}
NO = {"no", "false", "off", "0"}

#: More days than a verdict can be too old by.
LONGEST = 36_500


def words(value: Any) -> str:
    """`line` or `desk`."""
    return pick(House, str(value), what="house").value


def text(value: Any) -> str:
    return str(value).strip()


def address(value: Any) -> str:
    """An address of the web, or nothing."""
    return checked_url(str(value)) if str(value).strip() else ""


def domains(value: Any) -> list[str]:
    """`example.org,example.com`."""
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list):
        msg = f"own_domains is {value!r}, not a list of domains."
        raise BadInput(
            msg, hint="For example: factcheck house edit own_domains example.org,example.com"
        )
    return [str(item).strip().casefold() for item in items if str(item).strip()]


def switch(value: Any) -> bool:
    """`yes` or `no`."""
    word = slugged(str(value))
    if word not in YES | NO:
        raise BadInput(f"{value!r:.40} is neither yes nor no.", hint="Type yes or no.")
    return word in YES


# When a verdict is too old


def intervals(value: Any) -> dict[str, int]:
    """`title 30, money 7, tag:death-toll 1` -> days by kind or tag; `off` is none."""
    if isinstance(value, str):
        pairs = [] if slugged(value) in NO | {""} else [_pair(part) for part in value.split(",")]
    elif isinstance(value, dict):
        pairs = list(value.items())
    else:
        raise _no_interval(value)
    return {_interval_name(str(name)): _days(days) for name, days in pairs}


def _pair(part: str) -> tuple[str, str]:
    name, _, days = part.strip().rpartition(" ")
    if not name:
        raise _no_interval(part)
    return name.strip(" ="), days


def _interval_name(name: str) -> str:
    if name.startswith("tag:") and name != "tag:":
        return name
    return pick(Kind, name, what="kind").value


def _days(days: Any) -> int:
    word = str(days)
    if not (word.isascii() and word.isdigit() and 0 < int(word[:9]) <= LONGEST):
        msg = f"{word!r:.40} is no number of days."
        raise BadInput(msg, hint=f"A whole number from 1 to {LONGEST:,}.")
    return int(word)


def _no_interval(value: Any) -> BadInput:
    hint = "For example: factcheck house edit recheck 'title 30, money 7, tag:death-toll 1'"
    return BadInput(f"{value!r:.60} is no interval.", hint=hint)


# What a decision needs

#: `1 primary or 2 independent, warns`.
_PART = re.compile(r"([0-9]{1,2}) (seen|primary|independent)s?(?: sources?)?")
ANY = "any"
WHAT = ("seen", "primary", "independent")


def needs(value: Any) -> dict[str, list[Shape]]:
    """`any: 1 seen blocks; 1 primary or 2 independent warns / high: ...` -> needs by whose.

    A need is met by any of its numbers: {"seen", "primary", "independent", "blocks"}.
    """
    if isinstance(value, str) and slugged(value) in NO | {"none"}:
        return {}
    if isinstance(value, str):
        value = dict(_needs_of(part) for part in value.split("/") if part.strip())
    if not isinstance(value, dict):
        raise _no_need(value)
    return {_whose(str(name)): _needs(listed) for name, listed in value.items()}


def _needs_of(part: str) -> tuple[str, list[str]]:
    whose, colon, listed = part.partition(":")
    if not colon:
        whose, listed = ANY, part
    return whose.strip(), [each for each in listed.split(";") if each.strip()]


def _whose(name: str) -> str:
    known = [ANY, *Priority, *Kind]
    if slugged(name) in known:
        return slugged(name)
    hint = "any, a priority (low, normal, high) or a kind (quote, money, title ...)."
    raise BadInput(f"{name!r:.60} is nothing that needs are for.", hint=hint)


def _needs(listed: Any) -> list[Shape]:
    if not isinstance(listed, list):
        raise _no_need(listed)
    return [_stored_need(each) if isinstance(each, dict) else _need(str(each)) for each in listed]


def _need(phrase: str) -> Shape:
    plain = " ".join(phrase.replace(",", " ").split()).casefold()
    words, _, last = plain.rpartition(" ")
    if last not in {"blocks", "blocking", "warns", "warning"}:
        words, last = plain, "blocks"
    numbers: dict[str, int | None] = dict.fromkeys(WHAT)
    for part in words.split(" or "):
        match = _PART.fullmatch(part.strip())
        if match is None or int(match[1]) == 0:
            raise _no_need(phrase)
        numbers[match[2]] = int(match[1])
    return {**numbers, "blocks": last.startswith("block")}


def _stored_need(need: Shape) -> Shape:
    counts = [need.get(name) for name in WHAT]
    right = need.keys() == {*WHAT, "blocks"} and type(need["blocks"]) is bool and any(counts)
    if not right or not all(n is None or (type(n) is int and 0 < n < 100) for n in counts):
        raise _no_need(need)
    return need


def _no_need(value: Any) -> BadInput:
    hint = "For example: 'any: 1 seen; 1 primary or 2 independent warns / quote: 1 primary'"
    return BadInput(f"{str(value)!r:.60} is no need.", hint=hint)


def said(need: Shape) -> str:
    """`1 primary source or 2 independent sources`."""
    return " or ".join(_counted(need[name], name) for name in WHAT if need[name])


def _counted(count: int, name: str) -> str:
    return f"{count} {name} source{'s' if count > 1 else ''}"


# What an audit makes of things

DEFAULT_STRIKES = {"failures": 3, "days": 3}
IGNORED = "ignore"


def strikes(value: Any) -> dict[str, int]:
    """`3 failures, 3 days apart` -> {"failures": 3, "days": 3}."""
    if isinstance(value, dict):
        value = f"{value.get('failures')} {value.get('days')}"
    found = [int(digits[:4]) for digits in re.findall(r"[0-9]+", str(value))]
    if len(found) != 2 or not (0 < found[0] <= 100 and found[1] <= 365):
        hint = "For example: factcheck house edit strikes '3 failures, 3 days apart'"
        raise BadInput(f"{str(value)!r:.60} is no number of strikes.", hint=hint)
    return {"failures": found[0], "days": found[1]}


def severities(value: Any) -> dict[str, str]:
    """`S303 note, L103 ignore` -> by code; `off` is none."""
    if isinstance(value, str):
        parts = [] if slugged(value) in NO | {""} else value.split(",")
        value = dict(_severity_of(part) for part in parts)
    if not isinstance(value, dict):
        raise _no_severity(value)
    return {pick_code(str(code)): _severity(str(word)) for code, word in value.items()}


def _severity_of(part: str) -> tuple[str, str]:
    code, _, word = part.strip().partition(" ")
    if not word:
        raise _no_severity(part)
    return code, word.strip(" =")


def _severity(word: str) -> str:
    return IGNORED if slugged(word) == IGNORED else pick(Severity, word, what="severity").value


def _no_severity(value: Any) -> BadInput:
    hint = "For example: factcheck house edit severity 'S303 note, L103 ignore'"
    return BadInput(f"{str(value)!r:.60} is no severity of a code.", hint=hint)


# What the house publishes


def scale(value: Any) -> Shape:
    """A ready-made scale by its name, or `True=5 supported; Half true=3 mixed; False=1 refuted`.

    {"name", "labels": [{"label", "number", "goes_with": [conclusion]}]}
    """
    if isinstance(value, dict):
        return _stored_scale(value)
    word = slugged(str(value))
    if word in SCALES:
        return SCALES[word]
    if "=" not in str(value) and ";" not in str(value):
        hint = f"One of {', '.join(SCALES)}, or 'True=5 supported; False=1 refuted'."
        raise BadInput(f"{str(value)!r:.60} is no scale.", hint=hint)
    labels = [_label(part) for part in str(value).split(";") if part.strip()]
    return _stored_scale({"name": "our own", "labels": labels})


def _label(part: str) -> Shape:
    """`Half true=3 mixed, conflicting`."""
    match = re.fullmatch(r"([^=]+)=\s*(-?[0-9]{1,6})?\s+(\S.*)", part.strip(), re.DOTALL)
    if match is None:
        hint = "As in: Half true=3 mixed, conflicting"
        raise BadInput(f"{part.strip()!r:.60} is no label of a scale.", hint=hint)
    goes_with = [pick_conclusion(word).value for word in match[3].split(",")]
    number = int(match[2]) if match[2] else None
    return {"label": match[1].strip(), "number": number, "goes_with": goes_with}


def _stored_scale(value: Shape) -> Shape:
    labels = value.get("labels")
    known = set(Conclusion)
    right = value.keys() == {"name", "labels"} and isinstance(value["name"], str)
    if not right or not isinstance(labels, list) or not all(_is_label(e, known) for e in labels):
        raise BadInput("That is no scale of ratings.", hint=f"One of {', '.join(SCALES)}.")
    names = [slugged(each["label"]) for each in labels]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise BadInput(f"The scale has {twice!r} twice.", hint="Labels differ from one another.")
    return value


def _is_label(each: Any, known: set[Conclusion]) -> bool:
    if not isinstance(each, dict) or each.keys() != {"label", "number", "goes_with"}:
        return False
    named = isinstance(each["label"], str) and bool(slugged(each["label"]))
    goes_with = each["goes_with"]
    fits = isinstance(goes_with, list) and bool(goes_with) and known.issuperset(goes_with)
    return named and fits and type(each["number"]) in {int, type(None)}


def ends(scale: Shape) -> tuple[int | None, int | None]:
    """The best and the worst number of a scale."""
    numbers = [each["number"] for each in scale["labels"] if each["number"] is not None]
    return max(numbers, default=None), min(numbers, default=None)


def _ready(name: str, table: str) -> Shape:
    lines = [line for line in table.splitlines() if line.strip()]
    return {"name": name, "labels": [_label(line) for line in lines]}


SCALES: dict[str, Shape] = {
    "none": {"name": "none", "labels": []},
    "true-false": _ready(
        "true-false",
        """
        True=2 supported
        False=1 refuted
        """,
    ),
    "five-point": _ready(
        "five-point",
        """
        True=5 supported
        Mostly true=4 supported, mixed
        Half true=3 mixed, conflicting
        Mostly false=2 mixed, refuted
        False=1 refuted
        Unproven= not-enough-evidence, conflicting
        """,
    ),
    "politifact": _ready(
        "politifact",
        """
        True=6 supported
        Mostly True=5 supported, mixed
        Half True=4 mixed, conflicting
        Mostly False=3 mixed, refuted
        False=2 refuted
        Pants on Fire=1 refuted
        """,
    ),
}


#: Rules of names and words, and how both are typed.
_PAIRS = {"recheck": (" ", ", "), "severity": (" ", ", "), "outside_ratings": ("=", "; ")}


def shown(key: str, value: Any) -> str:
    """A rule as a person would type it."""
    if key == "needs":
        return " / ".join(f"{whose}: {'; '.join(map(_typed, n))}" for whose, n in value.items())
    if key == "scale":
        labels = (f"{e['label']}={_number(e)}" for e in value["labels"])
        return ": ".join(filter(None, (value["name"], "; ".join(labels))))
    if key in _PAIRS:
        between, after = _PAIRS[key]
        return after.join(f"{name}{between}{word}" for name, word in value.items()) or "off"
    if key == "strikes":
        return f"{value['failures']} failures, {value['days']} days apart"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _typed(need: Shape) -> str:
    return f"{' or '.join(_typed_counts(need))} {'blocks' if need['blocks'] else 'warns'}"


def _typed_counts(need: Shape) -> Iterator[str]:
    return (f"{need[name]} {name}" for name in WHAT if need[name])


def _number(label: Shape) -> str:
    number = "" if label["number"] is None else str(label["number"])
    return f"{number} {', '.join(label['goes_with'])}"
