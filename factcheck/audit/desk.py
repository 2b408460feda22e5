"""What the families of an audit share: the records that are meant, and the rules of the house."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session

from factcheck.codes import CODES, Severity
from factcheck.models import Article, Claim, Evidence, Source
from factcheck.models.base import table_of
from factcheck.services import house
from factcheck.services.findings import Finding, basis
from factcheck.services.needs import Origins

claims, evidence, sources, articles = map(table_of, (Claim, Evidence, Source, Article))

#: More numbers than this are compared here and not by the database.
MOST_ASKED = 10_000

Numbers = frozenset[int]

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Scope:
    """The records that are meant, by number; None for all that are not hidden."""

    claims: Numbers | None = None
    sources: Numbers | None = None
    articles: Numbers | None = None

    @classmethod
    def of(cls, shape: Mapping[str, Any]) -> "Scope":
        """The scope of a run, as it is kept."""
        numbers = (shape[name] for name in ("claims", "sources", "articles"))
        return cls(*(None if each is None else frozenset(each) for each in numbers))

    def shape(self) -> dict[str, list[int] | None]:
        return {
            name: None if numbers is None else sorted(numbers)
            for name, numbers in (
                ("claims", self.claims), ("sources", self.sources), ("articles", self.articles),
            )
        }  # fmt: skip


class Desk:
    """One audit's view of the database; `rows` asks only for records that are meant."""

    def __init__(self, session: Session, scope: Scope | None = None) -> None:
        self.session = session
        self.scope = scope or Scope()
        self.connection: Connection = session.connection()
        self.origins = Origins(self.connection)
        self._parts: dict[Any, Any] = {}

    @cached_property
    def rules(self) -> dict[str, Any]:
        return house.every(self.session)

    def once(self, make: Callable[["Desk"], Part]) -> Part:
        """What several checks look at, made for the first of them."""
        if make not in self._parts:
            self._parts[make] = make(self)
        return cast(Part, self._parts[make])

    def of_claims(self, statement: Select[Any]) -> Iterator[Any]:
        """Rows of a statement that has the claim's number as `claim`; hidden ones left out.

        A claim that is the same as another is judged as that one.
        """
        shown = ~claims.c.hidden & claims.c.same_as_id.is_(None)
        return self._rows(statement.where(shown), claims.c.id, "claim", self.scope.claims)

    def of_sources(self, statement: Select[Any]) -> Iterator[Any]:
        """Rows of a statement that has the source's number as `source`."""
        shown = ~sources.c.hidden
        return self._rows(statement.where(shown), sources.c.id, "source", self.scope.sources)

    def of_articles(self, statement: Select[Any]) -> Iterator[Any]:
        """Rows of a statement that has the article's number as `article`."""
        shown = ~articles.c.hidden
        return self._rows(statement.where(shown), articles.c.id, "article", self.scope.articles)

    def _rows(
        self, statement: Select[Any], column: Any, name: str, wanted: Collection[int] | None
    ) -> Iterator[Any]:
        if wanted is not None and len(wanted) <= MOST_ASKED:
            statement = statement.where(column.in_(sorted(wanted)))
        for row in self.connection.execute(statement):
            if wanted is None or getattr(row, name) in wanted:
                yield row

    @cached_property
    def veiled(self) -> dict[int, str]:
        """Protected sources, by number, and what they are called."""
        listed = select(sources.c.id, sources.c.alias).where(sources.c.protected)
        return {
            row.id: row.alias or "a protected source" for row in self.connection.execute(listed)
        }

    def graded(self, each: Finding) -> Finding:
        """A finding as grave as the house says."""
        word = self.rules["severity"].get(each.code)
        return replace(each, severity=Severity(word)) if word else each

    def name(self, source: Any) -> str:
        """How a message names a source, from its row with `id` and `key`."""
        return self.veiled.get(source.id) or str(source.key)


def made(  # noqa: PLR0913  a finding has as many parts
    code: str,
    kind: str,
    number: int,
    message: str,
    *made_of: Any,
    claim: int | None = None,
    source: int | None = None,
    severity: Severity | None = None,
    detail: dict[str, Any] | None = None,
    place: str = "",
) -> Finding:
    """A finding; `made_of` is what it rests on, so that a change of it is noticed."""
    return Finding(
        code, kind, number, message, severity or CODES[code].severity,
        basis(code, kind, number, place, *made_of), claim=claim, source=source,
        detail=detail or {}, place=place,
    )  # fmt: skip


Check = Callable[[Desk], Iterator[Finding]]
