"""A site on this machine alone, whose pages a test writes and rewrites."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

#: Enough other text that a page is no error page, and one changed sentence no new page.
FILLER = "".join(
    f"<p>Paragraph {number} is about the harbours of the northern county, and nobody disputes"
    " what it says about their piers, their lights and their fishermen.</p>"
    for number in range(12)
)


class Reply(NamedTuple):
    """What a path answers with."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed


def page(*paragraphs: str, title: str = "A page", head: str = "") -> Reply:
    """A page with these paragraphs of markup, and others around them."""
    said = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    start = f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>"
    return Reply(f"{start}<h1>{title}</h1>{said}{FILLER}</body></html>".encode())


class Web:
    """Its pages by path; what is not among them answers 404."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.pages: dict[str, Reply] = {}
        #: Every path that was asked for, in order.
        self.asked: list[str] = []
        #: Request headers by path, of the newest request.
        self.heard: dict[str, dict[str, str]] = {}

    def put(self, path: str, *paragraphs: str, **more: Any) -> str:
        """Write a page; its address."""
        self.pages[path] = page(*paragraphs, **more)
        return f"{self.base}{path}"

    def reply(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        """Write any answer; `content_type=...` is a header."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Reply(body, status, named)
        return f"{self.base}{path}"

    def answer(self, path: str, headers: dict[str, str]) -> Reply:
        self.asked.append(path)
        self.heard[path] = headers
        found = self.pages.get(path)
        if found is None:
            return Reply(b"<h1>Not found</h1>", 404)
        tag = found.headers.get("etag")
        if tag and headers.get("if-none-match") == tag:
            return Reply(b"", 304, {"etag": tag})
        return found


@contextmanager
def serving() -> Iterator[Web]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        server.web = web = Web(server.server_port)  # type: ignore[attr-defined]  # for the handler
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        web: Web = self.server.web  # type: ignore[attr-defined]  # as above
        given = {name.lower(): value for name, value in self.headers.items()}
        reply = web.answer(self.path, given)
        self.send_response(reply.status)
        headers = {"content-type": "text/html; charset=utf-8", **reply.headers}
        if reply.status != 304:
            headers["content-length"] = str(len(reply.body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if reply.status != 304:
            self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Keep still."""
