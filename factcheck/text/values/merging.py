"""Figures and dates of one text in one row."""

from dataclasses import replace

from factcheck.text.values.value import Value


def merged(figures: list[Value], dates: list[Value]) -> list[Value]:
    """Both in reading order, none over another: a date holds against a figure of the same words."""
    row: list[Value] = []
    at = 0
    for figure in figures:
        while at < len(dates) and dates[at].end <= figure.start:
            row.append(dates[at])
            at += 1
        if at == len(dates) or dates[at].start >= figure.end:
            row.append(figure)
    return row + dates[at:]


def moved(values: list[Value], by: int) -> list[Value]:
    """The values of a block, which begins at `by`, with the offsets of the whole text."""
    if not by:
        return values
    return [replace(each, start=each.start + by, end=each.end + by) for each in values]
