"""Servers of every manner on loopback, and a network on which names lead to them."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer

import httpcore

from factcheck.fetch.backend import Option
from factcheck.fetch.resolving import Resolve

KEYS = Path(__file__).parent / "keys"
#: An address of the public internet; `Network` leads it back to loopback.
PUBLIC = "93.184.216.34"
PUBLIC_SIX = "2606:2800:220:1::1"

Manner = Callable[["Talk"], None]


@dataclass
class Talk:
    """One request to a server: the socket, the head that came, and the end of the test."""

    socket: socket.socket
    head: bytes
    over: threading.Event
    #: What came with the head, and belongs to the body.
    rest: bytes = b""

    @property
    def path(self) -> str:
        return self.head.split(b" ")[1].decode()

    def header(self, name: str) -> str | None:
        for line in self.head.decode().split("\r\n")[1:]:
            key, _, value = line.partition(": ")
            if key.lower() == name:
                return value
        return None

    def read(self) -> bytes:
        """The body of the request, as long as was announced."""
        body = self.rest
        while len(body) < int(self.header("content-length") or 0):
            body += self.socket.recv(65_536)
        return body

    def send(self, *parts: bytes) -> None:
        for part in parts:
            self.socket.sendall(part)

    def drip(self, parts: Iterable[bytes]) -> None:
        """Send `parts` slowly, until the test is over or nobody listens."""
        for part in parts:
            if self.over.wait(0.02):
                return
            self.send(part)


@dataclass
class Server:
    """A running server, and the heads of the requests it had."""

    port: int
    scheme: str = "http"
    heads: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.at("127.0.0.1")

    def at(self, host: str) -> str:
        return f"{self.scheme}://{host}:{self.port}"


def answer(body: bytes = b"hello", *headers: str, status: str = "200 OK") -> bytes:
    """A whole, well-formed answer; the length is announced unless a header does."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if not any(line.lower().startswith(("content-length", "transfer-")) for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(location: str, *headers: str, status: str = "302 Found") -> bytes:
    return answer(b"", f"Location: {location}", *headers, status=status)


def says(*parts: bytes) -> Manner:
    """The manner of a server that says the same to everybody, and closes."""

    def manner(talk: Talk) -> None:
        talk.send(*parts)

    return manner


@contextlib.contextmanager
def serving(manner: Manner, certificate: str | None = None) -> Iterator[Server]:
    """A server of this manner; with TLS where a file of `keys` is named."""
    over = threading.Event()
    context = _context(certificate) if certificate else None

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError), _secured(self.request, context) as connection:
                head, rest = _head(connection)
                if head:
                    server.heads.append(head)
                    manner(Talk(connection, head, over, rest))
                    # Closing with bytes unread would take back what was sent.
                    connection.shutdown(socket.SHUT_WR)

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as listening:
        server = Server(listening.server_address[1], "https" if certificate else "http")
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            over.set()
            listening.shutdown()
            thread.join()


def _context(certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(KEYS / certificate)
    return context


@contextlib.contextmanager
def _secured(plain: socket.socket, context: ssl.SSLContext | None) -> Iterator[socket.socket]:
    plain.settimeout(30)
    if context is None:
        yield plain
        return
    with context.wrap_socket(plain, server_side=True) as secured:
        yield secured


def _head(connection: socket.socket) -> tuple[bytes, bytes]:
    head = b""
    while b"\r\n\r\n" not in head:
        part = connection.recv(65_536)
        if not part:
            return b"", b""
        head += part
    head, end, rest = head.partition(b"\r\n\r\n")
    return head + end, rest


class Network(httpcore.AnyIOBackend):
    """A network of one machine: every address leads to loopback, some answer never or refuse."""

    def __init__(
        self, port: int, *, refusing: Collection[str] = (), silent: Collection[str] = ()
    ) -> None:
        self._port = port
        self._refusing = refusing
        self._silent = silent
        self.reached: list[str] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,  # noqa: ARG002  every port leads to ours
        timeout: float | None = None,  # noqa: ASYNC109  the name is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[Option] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.reached.append(host)
        if host in self._refusing:
            raise httpcore.ConnectError(ConnectionRefusedError(f"{host} refuses"))
        if host in self._silent:
            await self.sleep(3600)
        return await super().connect_tcp(
            "127.0.0.1", self._port, timeout, local_address, socket_options
        )


def leads_to(*addresses: str) -> Resolve:
    """A directory in which every name has these addresses."""

    def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolve


def leads_in_turn(*answers: str) -> Resolve:
    """A directory that gives another address each time it is asked."""
    left = iter(answers)

    def resolve(host: str, port: int) -> Sequence[str]:
        return [next(left)]

    return resolve
