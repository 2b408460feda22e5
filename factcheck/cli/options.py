"""Options that many commands share, and the forms in which ids and days are typed."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from factcheck.errors import BadInput, Usage

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Print JSON, one object a line.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who does it.  [FACTCHECK_USER]")
]
Because = Annotated[str | None, typer.Option("--because", metavar="REASON", help="Why.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Show what would be done; change nothing.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help='Write to a file; "-" is stdout.'),
]
KeepGoing = Annotated[
    bool, typer.Option("--keep-going", help="Leave out what cannot be taken, and say so.")
]
Article = Annotated[
    str | None,
    typer.Option(
        "--article", "-a", metavar="ARTICLE", help="Its number or slug.  [FACTCHECK_ARTICLE]"
    ),
]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="May be repeated.")]
Hidden = Annotated[bool, typer.Option("--hidden", help="Also what was hidden by rm.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]

LARGEST_RANGE = 100_000
SHOWN = 40
DIGITS = 18  # more do not fit a number in the database
ID = re.compile(r"(?:(?P<noun>[a-z]+):|#)?(?P<first>[0-9]+)(?:[-\u2013](?P<last>[0-9]+))?")


class Ids(NamedTuple):
    """Numbers in the order typed. Gaps are allowed in `ranges`, not among the others."""

    numbers: list[int]
    single: bool
    ranges: frozenset[int]


def parse_ids(tokens: list[str], noun: str = "claim") -> Ids:
    """`3 5 8-12`, `3,5`, `claim:3`, `#3`; one plain id is `single`."""
    words = [word for token in tokens for word in token.replace(",", " ").split()]
    if not words:
        raise Usage(f"There is no {noun} number in {' '.join(tokens)!r}.")
    spans = [_id_span(word, noun) for word in words]
    numbers = dict.fromkeys(number for span, _ in spans for number in span)
    plain = {span[0] for span, is_range in spans if not is_range}
    ranged = frozenset(number for span, is_range in spans if is_range for number in span)
    return Ids(list(numbers), len(words) == 1 and not ranged, ranged - plain)


def _id_span(word: str, noun: str) -> tuple[range, bool]:
    """The numbers of one word, and whether it is a range."""
    shown = word if len(word) <= SHOWN else f"{word[:SHOWN]}..."
    match = ID.fullmatch(word)
    if match is None:
        raise Usage(f"{shown!r} is no {noun} number.", hint="Numbers look like 3, 3,5 or 8-12.")
    if match["noun"] not in (None, noun):
        raise Usage(f"{shown!r} is a {match['noun']}, but a {noun} is needed here.")
    ends = [match["first"], match["last"] or match["first"]]
    if any(len(digits) > DIGITS for digits in ends):
        raise Usage(f"{shown!r} is too large for a {noun} number.")
    first, last = map(int, ends)
    _check_range(first, last, shown, noun)
    return range(first, last + 1), match["last"] is not None


def _check_range(first: int, last: int, shown: str, noun: str) -> None:
    if first == 0:
        raise Usage(f"{shown!r} is no {noun} number: they begin with 1.")
    if last < first:
        raise Usage(f"The range {shown!r} is backwards.", hint=f"Did you mean {last}-{first}?")
    if last - first >= LARGEST_RANGE:
        raise Usage(f"The range {shown!r} holds more than {LARGEST_RANGE:,} numbers.")


MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]
SHORT = {name[:3]: name for name in MONTHS} | {"sept": "september"}
NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
DAY_FORMS = "Days look like 2026-11-23, 23 Nov, 23 November 2026, today or tomorrow."


def parse_day(text: str, *, partial: bool = False, today: date | None = None) -> str:
    """A day as YYYY-MM-DD; with `partial` also a month or a year.

    A day without a year is the one nearest to today.
    """
    word = " ".join(text.split()).casefold()
    now = today or date.today()  # noqa: DTZ011  the user's own day
    if word in NEAR_DAYS:
        return (now + timedelta(days=NEAR_DAYS[word])).isoformat()
    try:
        found = _iso_day(word, partial=partial) or _written_day(word, now)
    except ValueError as error:
        raise BadInput(f"{text!r} is a day that does not exist.", hint=DAY_FORMS) from error
    if found is None:
        raise BadInput(f"{text!r} is no day.", hint=DAY_FORMS)
    return found


def _iso_day(word: str, *, partial: bool) -> str | None:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", word)
    if match is None or not (partial or match[3]):
        return None
    date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    return word


def _written_day(word: str, now: date) -> str | None:
    """`23 Nov`, `23 November 2026`, `Nov 23, 2026`."""
    match = re.fullmatch(r"([0-9]{1,2})\.? ([a-z]+)\.?(?:,? ([0-9]{4}))?", word)
    day, name, year = match.groups() if match else (None, None, None)
    if match is None:
        match = re.fullmatch(r"([a-z]+)\.? ([0-9]{1,2})(?:,? ([0-9]{4}))?", word)
        name, day, year = match.groups() if match else (None, None, None)
    month = _month(name) if name else None
    if month is None or day is None:
        return None
    if year:
        return date(int(year), month, int(day)).isoformat()
    return _nearest_year(month, int(day), now).isoformat()


def _month(name: str) -> int | None:
    whole = SHORT.get(name, name)
    return MONTHS.index(whole) + 1 if whole in MONTHS else None


def _nearest_year(month: int, day: int, now: date) -> date:
    near = []
    for year in range(now.year - 1, now.year + 2):
        try:
            near.append(date(year, month, day))
        except ValueError:  # 29 February has a year only now and then
            continue
    if not near:
        raise ValueError(f"no such day in the years around {now.year}")
    return min(near, key=lambda day: abs(day - now))


def parse_when(text: str) -> str:
    """A day, or a moment in UTC from an ISO date and time or from `HH:MM` of today.

    A time without a zone is the user's own.
    """
    word = text.strip()
    if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", word):
        word = f"{date.today().isoformat()}T{word:0>5}"  # noqa: DTZ011  the user's own day
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]", word):
        return parse_day(text)
    try:
        moment = datetime.fromisoformat(word.upper()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        hint = "Times look like 2026-11-23T14:30, 14:30 or 2026-11-23T14:30+01:00."
        raise BadInput(f"{text!r} is no date and time.", hint=hint) from error
    return moment.isoformat().replace("+00:00", "Z")
