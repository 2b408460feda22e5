"""A small web for the desk: sites by name, served by this machine, the same bytes each time.

    desk.web.put("https://news.example/1971/opening", "The tunnel is open", "It was ...")

A desk that has pages reaches these names and no others: nothing leaves this machine.
"""

# ruff: noqa: TID253  nothing here is part of the program's start

import html
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import httpcore

from factcheck.audit import visiting
from factcheck.fetch.backend import Guarded
from factcheck.fetch.resolving import LookupFailed

LOOPBACK = "127.0.0.1"
HTML = "text/html; charset=utf-8"
#: Words around the text, so that nobody takes it for an error page.
FRAME = (
    "Varde County lies on the northern coast. Its offices are in Varde, and they are open to the"
    " public from Monday to Friday."
)


class Web:
    """Answers by address; where a site has none, it says that there is no such page."""

    def __init__(self) -> None:
        #: Status, headers and body, by host and path.
        self.pages: dict[tuple[str, str], tuple[int, dict[str, str], bytes]] = {}
        self._port = 0

    def put(self, url: str, title: str, *paragraphs: str) -> None:
        """Let a page say this from now on."""
        self.reply(url, page(title, *paragraphs).encode())

    def reply(self, url: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        """Let an address answer with this."""
        given = {"content-type": HTML} | {k.replace("_", "-"): v for k, v in headers.items()}
        self.pages[_place(url)] = (status, given, body)

    def hosts(self) -> set[str]:
        return {host for host, _ in self.pages}

    # Documents show https; what is asked needs no certificates.

    def typed(self, text: str) -> str:
        for host in self.hosts():
            text = text.replace(f"https://{host}", f"http://{host}")
        return text

    def shown(self, text: str) -> str:
        for host in self.hosts():
            text = text.replace(f"http://{host}", f"https://{host}")
        return text

    @contextmanager
    def reached(self) -> Iterator[None]:
        """The names of the sites lead to this machine, all others nowhere; one page at a time."""
        ours, hosts = self._started(), self.hosts()

        async def connect(
            guarded: Guarded, host: str, **options: Any
        ) -> httpcore.AsyncNetworkStream:
            if host not in hosts:
                raise LookupFailed("there is no such name", gone=True)
            return await guarded.network.connect_tcp(LOOPBACK, **{**options, "port": ours})

        with patch.object(Guarded, "connect_tcp", connect), patch.object(visiting, "WORKERS", 1):
            yield

    def _started(self) -> int:
        if not self._port:
            server = ThreadingHTTPServer((LOOPBACK, 0), self._handler())
            self._port = server.server_port
            Thread(target=server.serve_forever, daemon=True).start()
        return self._port

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        pages = self.pages
        nowhere = (404, {"content-type": HTML}, page("Not found", "No such page.").encode())

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host = self.headers["host"].partition(":")[0]
                status, headers, body = pages.get((host, self.path), nowhere)
                # Neither a date nor the version of Python.
                self.send_response_only(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Not a word."""

        return Handler


def page(title: str, *paragraphs: str) -> str:
    """HTML of a page with these paragraphs."""
    text = "\n".join(f"<p>{html.escape(each, quote=False)}</p>" for each in (*paragraphs, FRAME))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}</title></head>\n'
        f"<body><main>\n<h1>{title}</h1>\n{text}\n</main></body></html>\n"
    )


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.netloc, parts.path + (f"?{parts.query}" if parts.query else "")
