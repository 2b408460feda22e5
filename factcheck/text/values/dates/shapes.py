"""What a date says by itself, before it is counted from a day."""

from typing import NamedTuple


class Point(NamedTuple):
    """A day, month, year or weekday; what it leaves out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    #: -1 for "last", 0 for "this", 1 for "next".
    near: int | None = None
    #: Of a weekday: weeks from the reference week.
    week: int | None = None
    #: Of a month or its day: years from the reference year.
    years: int | None = None
    remarks: tuple[str, ...] = ()


class Nth(NamedTuple):
    """The second Tuesday of a month; -1 is the last."""

    number: int
    weekday: int
    month: Point


class Stretch(NamedTuple):
    """From one point to another."""

    first: Point
    last: Point
    between: bool = False


class Years(NamedTuple):
    """A decade or a century."""

    first: int
    last: int
    remarks: tuple[str, ...] = ()


class Months(NamedTuple):
    """A quarter or half of a year; `near` is the distance from the reference year."""

    first: int
    last: int
    year: int | None = None
    near: int | None = None
    remarks: tuple[str, ...] = ()


class Shift(NamedTuple):
    """So many units from the reference day: "two days ago", "last week"."""

    unit: int
    amount: int
    remarks: tuple[str, ...] = ()


class Week(NamedTuple):
    """A week by its number, as ISO 8601 counts them."""

    year: int
    number: int
    #: 1 for Monday; None for the whole week.
    day: int | None = None


class Weekend(NamedTuple):
    near: int | None


class Vague(NamedTuple):
    """A time without days that could be named."""

    remark: str


class Event(NamedTuple):
    """The day by which an event is named, "the Sept. 11 attacks"; its year is not said."""

    month: int
    day: int


Reading = Event | Point | Nth | Stretch | Years | Months | Shift | Week | Weekend | Vague
