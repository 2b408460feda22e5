"""A whole audit of thousands of pages: CPU time a source, and memory.

The server is one process on loopback that answers at every address of 127.0.0.0/8, after a
twentieth of a second, with a page of its own for each path.
"""

import multiprocessing
import resource
from collections.abc import Iterator
from pathlib import Path

from factcheck.audit import runner
from factcheck.audit.runner import Request
from factcheck.db import create
from factcheck.db.engine import make_engine
from factcheck.db.session import writing
from factcheck.services import claims, house, sources
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.settings import sqlite_url
from tests.bench.loopback import host, serving
from tests.bench.measure import Measured

HOSTS = 250
PAGES = 2000
QUOTES = 3
#: CPU seconds that a source may take, whatever the audit does for it.
SECONDS = 0.010
MEMORY = 250
WHO = "Ann Checker"


def run(folder: Path) -> Iterator[Measured]:
    path = folder / "visits.db"
    with serving(_answer) as port:
        _fill(path, port)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            first, memory = pool.apply(measured, (str(path),))
            again, _ = pool.apply(measured, (str(path),))
    each = f"{PAGES} sources, {QUOTES} quotations each"
    yield Measured("an audit, ms CPU a source", first / PAGES * 1000, SECONDS * 1000, each)
    yield Measured("the same again, ms CPU a source", again / PAGES * 1000, SECONDS * 1000, each)
    yield Measured("an audit, MB with its reader", memory, MEMORY, each)


def measured(path: str) -> tuple[float, float]:
    """CPU seconds of an audit with its children, and megabytes."""
    before = _used()
    engine = make_engine(sqlite_url(Path(path)))
    request = Request(interval=0, allow=[host(number) for number in range(HOSTS)])
    done = runner.audit(lambda: writing(engine, who=WHO, command="audit"), request)
    assert done.tally.looked == PAGES, done.tally
    return _used() - before, _peak()


def _used() -> float:
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, both))


def _peak() -> float:
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in both) / 1024


def _fill(path: Path, port: int) -> None:
    url = sqlite_url(path)
    with create.database(url, path) as new:
        engine = make_engine(new)
        with writing(engine, who=WHO, command="init", kind="setup") as session:
            house.seed(session)
        with writing(engine, who=WHO, command="add") as session:
            for number in range(PAGES):
                address = f"http://{host(number % HOSTS)}:{port}/{number}"
                key = f"s{number}"
                sources.add(session, NewSource(address, key=key))
                evidence = [NewEvidence(key, quote=_quote(number, n)) for n in range(QUOTES)]
                claims.add(session, NewClaim(f"Claim {number}", evidence=evidence), None)


def _quote(number: int, which: int) -> str:
    return f"the harbour of county {number} has {which + 3} piers and one light"


def _page(number: int) -> bytes:
    quotes = "".join(f"<p>In its report <b>{_quote(number, n)}</b>.</p>" for n in range(QUOTES))
    filler = "".join(
        f"<div class='row' id='r{n}'><p>Paragraph {n} of page {number} is about the northern"
        f" coast and <a href='/{n}'>its fishermen</a>, whom nobody disputes.</p></div>"
        for n in range(120)
    )
    head = f"<html lang='en'><head><title>Page {number}</title></head>"
    return f"<!DOCTYPE html>{head}<body>{filler}{quotes}</body></html>".encode()


def _answer(asked: bytes) -> bytes:
    found = asked.isdigit()
    body = _page(int(asked)) if found else b"nothing"
    head = b"200 OK" if found else b"404 Not Found"
    kind = b"Content-Type: text/html; charset=utf-8\r\n"
    return b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s" % (head, kind, len(body), body)
