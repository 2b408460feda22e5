"""What a numeral is."""

from decimal import Decimal
from typing import NamedTuple

from factcheck.words import Bound

_NO_REMARKS: tuple[str, ...] = ()


class Numeral(NamedTuple):
    """An amount in words `first` up to `last`, that one left out."""

    first: int
    last: int
    amount: Decimal
    step: Decimal
    digits: bool = True
    #: 1000000 of "7 million".
    scale: Decimal = Decimal(1)
    #: "half", "two-thirds": a share, if no unit follows.
    share: bool = False
    #: About, for "a couple of"; at least, for "a few hundred".
    vague: Bound | None = None
    remarks: tuple[str, ...] = _NO_REMARKS

    @property
    def scaled(self) -> bool:
        return self.scale > 1
