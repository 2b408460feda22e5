"""A checker at work: each command, and each look at what it stored, has its own connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from factcheck.db import backup
from factcheck.db.engine import make_engine
from factcheck.db.session import reading, writing
from factcheck.models import Article, Claim
from factcheck.models.base import Record
from factcheck.services import (
    articles,
    claims,
    comparing,
    history,
    lookup,
    revising,
    shapes,
    undo,
    verdicts,
)
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.drafts import Draft
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.sources import add as add_source
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import Action, Conclusion

WHO = "Ann Checker"
TEXT = (
    "Kim\N{RIGHT SINGLE QUOTATION MARK}s train left Pyongyang on Monday with 20 carriages.\n"
    "It can reach 37 mph. Some say that 37 mph is slow.\n"
)


@lru_cache(maxsize=8)
def engine_of(url: str, *, writing: bool) -> Engine:
    """Kept while a test lasts for its compiled statements; it pools no connections."""
    return make_engine(url, writing=writing)


@dataclass(frozen=True)
class Desk:
    """Shortcuts for what nearly every test needs first; numbers go out, never objects."""

    url: str

    @contextmanager
    def writing(self, command: str = "test", who: str = WHO) -> Iterator[Session]:
        with writing(self._engine(), who=who, command=command) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with reading(engine_of(self.url, writing=False)) as session:
            yield session

    def _engine(self) -> Engine:
        return engine_of(self.url, writing=True)

    def execute(self, statement: str, **values: object) -> None:
        """Behind the back of the program, as somebody with a SQL client would."""
        with self._engine().begin() as connection:
            connection.execute(text(statement), values)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with engine_of(self.url, writing=False).connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    def article(self, body: str = TEXT, slug: str = "kim", **fields: Any) -> int:
        with self.writing("article add") as session:
            return articles.add(session, NewArticle(text=body, slug=slug, **fields)).id

    def revise(self, body: str, **fields: Any) -> dict[str, Any]:
        """The next draft as plain text; what `article revise --json` prints."""
        zone = fields.pop("zone", None)
        with self.writing("article revise") as session:
            found = article(session)
            done = revising.revise(session, found, Draft(body, **fields), zone=zone)
            number = done.after.number
            return comparing.shape(
                comparing.planned(found, done.before, done.draft, number, done.found)
            )

    def source(self, what: str = "https://example.org/atlas", key: str = "atlas", **f: Any) -> int:
        with self.writing("source add") as session:
            return add_source(session, NewSource(what, key=key, **f))[0].id

    def claim(self, words: str | None = "The train has 20 carriages", **fields: Any) -> int:
        with self.writing("add", fields.pop("who", WHO)) as session:
            article = lookup.an_article(session, fields.pop("article", None))
            return claims.add(session, NewClaim(text=words, **fields), article).id

    def decide(self, number: int, conclusion: Conclusion | None = None, **fields: Any) -> None:
        """A decision; `place` is `SOURCE PLACE`, `fix` the new wording."""
        who = fields.pop("who", WHO)
        place, fix = fields.pop("place", None), fields.pop("fix", None)
        if place:
            fields["evidence"] = NewEvidence(place=place)
        if isinstance(fix, str):
            fix = NewFix(Action.CHANGE, wording=fix)
        with self.writing("verify", who) as session:
            decision = Decision(conclusion=conclusion, fix=fix, **fields)
            verdicts.decide(session, [lookup.claim(session, number)], decision)

    def supported(self, **fields: Any) -> int:
        """A claim that rests on page 12 of the atlas."""
        self.source()
        number = self.claim(**fields)
        self.decide(number, Conclusion.SUPPORTED, place="atlas p. 12")
        return number

    def edit(self, number: int, **changes: Any) -> None:
        with self.writing("edit") as session:
            claims.edit(session, lookup.claim(session, number), changes)

    def shape(self, number: int) -> dict[str, Any]:
        with self.reading() as session:
            return shapes.claim(session, number)

    def row(self, cls: type[Record], number: int) -> Any:
        """The record as a new connection sees it."""
        with self.reading() as session:
            return session.get(cls, number)

    def steps(self) -> int:
        """The number of the newest step."""
        return int(self.ask("SELECT max(id) FROM step")[0][0])

    def undo(self, number: int | None = None, who: str = WHO) -> list[dict[str, Any]]:
        """Take a step back, the newest of all unless it is named; the events reversed."""
        number = number or self.steps()
        with self.writing("undo", who) as session:
            return undo.undo(session, history.step(session, number))

    def faults(self) -> list[str]:
        """What `db check` says."""
        with self.reading() as session:
            return list(backup.check(session.connection()))


def claim(session: Session, number: int) -> Claim:
    return session.get_one(Claim, number)


def article(session: Session, number: int = 1) -> Article:
    return session.get_one(Article, number)
