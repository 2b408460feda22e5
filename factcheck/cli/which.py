"""Which claims a command is about: numbers and ranges, or the filters of `list`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.cli import listing
from factcheck.cli.options import parse_ids
from factcheck.errors import Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.cli.options import Ids
    from factcheck.models import Claim


@dataclass(frozen=True, slots=True)
class Which:
    """The claims that the command line names, by number or by filters."""

    ids: "Ids | None"
    filters: dict[str, Any]

    @property
    def single(self) -> bool:
        return self.ids is not None and self.ids.single

    def find(self, session: "Session") -> "list[Claim]":
        from factcheck.services import listing as service
        from factcheck.services import lookup

        if self.ids is not None:
            return lookup.claims(session, self.ids.numbers, self.ids.ranges)
        given = dict.fromkeys(("claimant", "source", "by", "since", "waiting", "hidden"))
        wanted = listing.filter_of(session, {**given, **self.filters})
        return lookup.claims(session, service.chosen(session, wanted))


def which(claims: list[str] | None, every: bool, filters: dict[str, Any]) -> Which | None:
    """None for lines from stdin."""
    filtered = every or any(value for value in filters.values())
    if claims and filtered:
        raise Usage("Numbers and filters do not go together.", hint="Leave one of them out.")
    if not claims and not filtered:
        raise Usage("Which claims?", hint="Numbers as in 3 8-12, - for lines, filters, or --all.")
    if claims == ["-"]:
        return None
    return Which(parse_ids(claims) if claims else None, filters)
