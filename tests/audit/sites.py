"""Sites by name on one server of this machine, and sources that are there, in bulk."""

import contextlib
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pytest
from sqlalchemy import select

from factcheck.audit import runner
from factcheck.audit.runner import Audit, Request
from factcheck.db import holdings
from factcheck.models import Claim, Evidence
from factcheck.services import claims, verdicts
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence, of_source
from factcheck.services.sources import NewSource
from factcheck.services.sources import add as add_source
from factcheck.services.verdicts import Decision
from factcheck.words import Conclusion
from tests.fetch.servers import KEYS, Manner, Server, Talk, answer, serving
from tests.services.desk import Desk
from tests.web import page

#: Under this no name leads anywhere but to this machine.
TOP = ".test"
LOOPBACK = "127.0.0.1"
CLOSE = "Connection: close"
HTML = "Content-Type: text/html; charset=utf-8"
QUOTE = "The county closed eleven harbours in the spring of 2019"

#: What a host says to a path: bytes, or whatever a manner does.
Said = bytes | Manner


def html(*paragraphs: str, **more: Any) -> bytes:
    """A page of some length with these paragraphs, as an answer."""
    return reply(page(*paragraphs, **more).body)


def bare(body: str, title: str = "", head: str = "") -> bytes:
    """A page that has nothing but `body`."""
    return reply(f"<!DOCTYPE html><title>{title}</title>{head}<body>{body}</body>".encode())


def reply(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An answer in HTML, unless a header says what else it is."""
    said = [] if any(each.lower().startswith("content-type:") for each in headers) else [HTML]
    return answer(body, *said, *headers, CLOSE, status=status)


def named(host: str) -> str:
    return host if "." in host else f"{host}{TOP}"


@dataclass
class Sites:
    """Pages by host and path; of a host that is not among them the name leads nowhere."""

    server: Server = field(init=False)
    hosts: dict[str, dict[str, Said]] = field(default_factory=dict)
    #: Names that lead to this machine at another port, or that cannot be looked up now.
    ports: dict[str, int] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    #: Names that are in no directory, and may be asked for.
    gone: set[str] = field(default_factory=set)
    #: Whether this machine has no network.
    unplugged: bool = False
    #: The host and the path of every request, in order.
    asked: list[tuple[str, str]] = field(default_factory=list)
    #: The newest request for each of them.
    heard: dict[tuple[str, str], Talk] = field(default_factory=dict)

    def put(self, host: str, said: Said, path: str = "/page") -> str:
        """Let `host` say this at `path`; the address."""
        self.hosts.setdefault(named(host), {})[path] = said
        return self.at(host, path)

    def at(self, host: str, path: str = "/page", scheme: str = "http") -> str:
        port = self.ports.get(named(host), self.server.port)
        return f"{scheme}://{named(host)}:{port}{path}"

    def times(self, host: str, path: str = "/page") -> int:
        """How often a page was asked for."""
        return self.asked.count((named(host), path))

    @property
    def allowed(self) -> list[str]:
        return [*self.hosts, *self.ports, *self.lost, *self.gone]

    def manner(self, talk: Talk) -> None:
        host = (talk.header("host") or "").partition(":")[0]
        self.asked.append((host, talk.path))
        self.heard[host, talk.path] = talk
        pages = self.hosts.get(host, {})
        said = pages.get(talk.path, pages.get("*", reply(b"<h1>Not here</h1>", status="404 None")))
        if talk.path == "/robots.txt" and talk.path not in pages:
            said = answer(b"", CLOSE, status="404 Not Found")
        if isinstance(said, bytes):
            talk.send(said)
        else:
            said(talk)

    def addresses(self, host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if not (name.endswith(TOP) or name in self.ports):
            return _addresses(host, port, *rest, **more)
        if self.unplugged or name in self.lost:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        if name not in self.hosts and name not in self.ports:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return _addresses(LOOPBACK, port, *rest, **more)


_addresses = socket.getaddrinfo


@contextlib.contextmanager
def sites() -> Iterator[Sites]:
    """Sites to be written; the directory of this machine knows their names meanwhile."""
    found = Sites()
    with serving(found.manner) as found.server, pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", found.addresses)
        # Certificates of the tests' own authority are believed.
        patch.setitem(os.environ, "SSL_CERT_FILE", str(KEYS / "authority.pem"))
        yield found


class Cited(NamedTuple):
    """A source that one claim rests on, by their numbers."""

    source: int
    evidence: int
    claim: int


class Outcome(NamedTuple):
    """What is stored of a source after an audit."""

    state: str | None
    presence: str | None
    codes: list[str]
    stale: bool


BLIND = "could-not-look"
READ = Outcome("read", "exact", [], stale=False)


def blind(state: str, code: str = "L106 note") -> Outcome:
    """Nothing was seen, and so nothing is called absent."""
    return Outcome(state, BLIND, [code], stale=False)


def refused(status: str, *headers: str) -> bytes:
    return reply(b"<h1>No</h1><p>Not for you.</p>", *headers, status=status)


def cite(desk: Desk, pages: Mapping[str, tuple[str, str | None]]) -> dict[str, Cited]:
    """Sources by key, each an address and a quotation on which a claim of its own rests."""
    found = {}
    with desk.writing("test") as session:
        for key, (url, quote) in pages.items():
            source = add_source(session, NewSource(url, key=key))[0]
            claim = claims.add(session, NewClaim(text=f"What {key} says is so"))
            new = NewEvidence(source=source.key, quote=quote)
            verdicts.decide(
                session, [claim], Decision(conclusion=Conclusion.SUPPORTED, evidence=new)
            )
            session.flush()
            (evidence,) = of_source(session, claim, source)
            found[key] = Cited(source.id, evidence.id, claim.id)
    return found


def audit(desk: Desk, sites: Sites, **given: Any) -> Audit:
    """An audit of everything; these sites may be asked as fast as they answer."""
    request = Request(**{"interval": 0.0, "allow": sites.allowed, **given})
    return runner.audit(desk.writing, request)


def outcome(desk: Desk, cited: Cited) -> Outcome:
    """What is stored of one source, read through a new connection."""
    with desk.reading() as session:
        newest = holdings.newest_visits(session.connection(), [cited.source])
        state = newest[cited.source].state if newest else None
        piece = session.get_one(Evidence, cited.evidence)
        claim = session.get_one(Claim, cited.claim)
        stale, presence = claim.stale, piece.presence
    return Outcome(state, presence and presence["state"], codes(desk, cited), stale)


def codes(desk: Desk, cited: Cited, families: Sequence[str] = "LD") -> list[str]:
    """The code and the severity of what is open about a source, but for L108."""
    table = holdings.findings
    wanted = table.c.source_id == cited.source, table.c.fixed_at.is_(None)
    with desk.reading() as session:
        listed = select(table.c.code, table.c.severity).where(*wanted)
        rows = session.execute(listed.order_by(table.c.code, table.c.id)).all()
    return [
        f"{code} {severity}" for code, severity in rows if code[0] in families and code != "L108"
    ]
