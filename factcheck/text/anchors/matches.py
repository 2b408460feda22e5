"""Which token of one draft is matched to which of the next."""

from dataclasses import dataclass

from factcheck.text.anchors.tokens import Draft


@dataclass(frozen=True, slots=True)
class Alignment:
    """Token for token, -1 for none: `to` from old to new, `back` from new to old.

    `moved` and `doubt` say of each old token that it stands at another place, and that it
    might as well be another one; `units` pairs sentences that are one sentence, edited.
    """

    old: Draft
    new: Draft
    to: list[int]
    back: list[int]
    moved: bytearray
    doubt: bytearray
    units: dict[int, int]

    def match(self, old: int, new: int, size: int, *, moved: bool) -> None:
        self.to[old : old + size] = range(new, new + size)
        self.back[new : new + size] = range(old, old + size)
        if moved:
            self.moved[old : old + size] = b"\1" * size
