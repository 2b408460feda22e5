"""The next draft of a long article, stored: 500 claims carried over, in one step of the history."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck.db.create import database
from factcheck.db.engine import make_engine
from factcheck.db.session import writing
from factcheck.models import Article
from factcheck.services import articles, claims, revising
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.drafts import Draft
from factcheck.services.places import Place
from tests.bench.bench_carry import SECONDS, SIZE, SPANS, long_article, next_draft, places_of
from tests.bench.measure import Measured


def run(folder: Path) -> Iterator[Measured]:
    path = folder / "revise.db"
    url = f"sqlite:///{path}"
    with database(url, path):
        pass
    rng = random.Random(7)  # noqa: S311  (no secret: every run must measure the same text)
    text = long_article(rng)
    _fill(url, text, rng.sample(places_of(text), SPANS))
    began = time.perf_counter()
    _revise(url, next_draft(rng, text, places_of(text)))
    took = time.perf_counter() - began
    yield Measured(f"store draft 2 of {SIZE} characters, {SPANS} claims, s", took, SECONDS)


def _fill(url: str, text: str, places: list[tuple[int, int]]) -> None:
    with writing(make_engine(url, writing=True), who="Ann", command="bench") as session:
        article = articles.add(session, NewArticle(text, slug="long"))
        revision = articles.newest(session, article)
        for start, end in places:
            claims.add(session, NewClaim(), article, Place(revision, start, end))


def _revise(url: str, text: str) -> None:
    with writing(make_engine(url, writing=True), who="Ann", command="revise") as session:
        revising.revise(session, session.get_one(Article, 1), Draft(text))
