"""Days of birth and death in a passage, for the age that a claim gives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.value import Value
from factcheck.words import ValueKind

_REACH = 60
BORN = r"\b(?:born|birth\w*|b\.|geboren|geburt\w*|née?|naissance|nacid[ao]|nació)(?!\w)"
_DIED = r"\b(?:died|dies|dead|death|killed|passed away|gestorben|starb|mort|murió)\b"
_CLOSE = r"[^.;]{0,40}$"
_DAY = len("2023-09-11")
# A stretch this long in brackets behind a name is a life.
_YEARS = 15


@dataclass(frozen=True, slots=True)
class Life:
    born: Value
    died: date | None


def life(text: str, values: list[Value]) -> Life | None:
    """The first birth of `text`, with a death where one is told; None without a birth."""
    dates = [value for value in values if value.kind is ValueKind.DATE and value.iso][:20]
    spans = next(_spans(text, dates), None)
    if spans:
        return spans
    born = next((day for day in dates if _is_told(BORN, text, day)), None)
    if born is None:
        return None
    dead = (_day(day.iso) for day in dates if day is not born and _is_told(_DIED, text, day))
    return Life(born, next((day for day in dead if day), None))


def speaks_of_death(claim: str, age: Value) -> bool:
    """`was 91 when she died`, `died aged 91`."""
    around = claim[max(0, age.start - _REACH) : age.end + _REACH]
    return anywhere(_DIED).search(around) is not None


def _is_told(pattern: str, text: str, day: Value) -> bool:
    before = text[max(0, day.start - _REACH) : day.start]
    # The nearest of the two words says what the day is.
    ends = {
        word: max((found.end() for found in anywhere(word).finditer(before)), default=-1)
        for word in (BORN, _DIED)
    }
    return ends[pattern] == max(ends.values()) > -1 and (
        anywhere(pattern + _CLOSE).search(before) is not None
    )


def _spans(text: str, dates: list[Value]) -> Iterator[Life]:
    """`(3 October 1932 - 12 May 2024)`."""
    for value in dates:
        first, _, last = (value.iso or "").partition("/")
        if not last or text[max(0, value.start - 1) : value.start] != "(":
            continue
        if last[:4].isdigit() and first[:4].isdigit() and int(last[:4]) - int(first[:4]) > _YEARS:
            yield Life(replace(value, iso=first), _day(last))


def _day(iso: str | None) -> date | None:
    if iso is None or len(iso) != _DAY:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
