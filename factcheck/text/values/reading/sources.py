"""Two figures for one thing from two sources."""

from factcheck.text.values.reading import told as reading_told
from factcheck.text.values.reading.cues import anywhere
from factcheck.text.values.reading.pairing import Met
from factcheck.text.values.value import Value

_PUTS = (
    r"\b((?:[\w'-]+ ){1,4})(?:puts?|put|estimates?|estimated|counts?|counted|says?|said|sees?)"
    r" (?:it|them|that|there (?:are|were|is|was)|the (?:\w+ ){1,2})"
    r" ?(?:was |is |were |are |at |to be |only |about |just )*$"
)


def disputed(pairs: list[tuple[Met, Met]]) -> bool:
    """Whether figures of one kind are each told by somebody else, and the claim names none."""
    told = [(right.value, _source(right)) for left, right in pairs if not left.reading.source]
    for place, (one, source) in enumerate(told):
        for other, another in told[place + 1 :]:
            if source and another and _is_one_thing(one, other) and not _same(source, another):
                return True
    return False


def _source(right: Met) -> str | None:
    puts = anywhere(_PUTS).search(right.context.lead)
    return puts[1].strip() if puts else right.reading.source


def _is_one_thing(one: Value, other: Value) -> bool:
    nouns = {value.of for value in (one, other) if value.of}
    return (
        one.unit == other.unit
        and len(nouns) < 2
        and (one.low, one.high)
        != (
            other.low,
            other.high,
        )
    )


def _same(one: str, other: str) -> bool:
    return reading_told.same(other, reading_told.named(one))
