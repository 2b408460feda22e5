"""Snapshots as a WARC file (ISO 28500, version 1.1), which web archives read.

One record of the file itself; then for each snapshot a response, or a resource where it is no
answer of a web server, and a metadata record with what else we know of it. Each record is
compressed by itself. The same snapshots give the same bytes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from factcheck.errors import Refused

FORMAT = "WARC File Format 1.1"
#: Bytes of headers; readers give up on a file at the first answer with more.
LARGEST_HEAD = 30_000
STANDARD = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

_NAMESPACE = uuid5(NAMESPACE_URL, "https://schema.org/ClaimReview#factcheck-warc")
_FIELDS = "application/warc-fields"
_ANSWER = "application/http; msgtype=response"
_BYTES = "application/octet-stream"
#: What they say is not true of the body as it is kept: unpacked, and whole.
_PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length"})

_WEB = re.compile(r"(https?)(?=://[^/])", re.IGNORECASE)
_NO_TOKEN = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MEDIA_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}(?:; ?[\w-]{1,40}=[\w.+-]{1,80})?", re.ASCII)
#: Half a character is encoded as it is.
_WHOLE = "surrogatepass"
_PATH = "%!$&'()*+,;=:@/?#[]-._~"


@dataclass(frozen=True, slots=True)
class Kept:
    """A snapshot with its body; `hops` are the status and address of each redirect."""

    uid: str
    at: datetime
    #: fetched, file or archive.
    how: str
    url: str | None
    final_url: str | None
    #: Of a file.
    name: str | None
    status: int | None
    media_type: str | None
    headers: Sequence[Sequence[str]]
    hops: Sequence[tuple[int, str]]
    #: Of the body, as it was when it was taken.
    sha256: str
    #: Unpacked.
    body: bytes
    #: The version of what took the text out.
    extractor: int


def write(snapshots: Iterable[Kept], out: BinaryIO, *, version: str | None = None) -> int:
    """Write them, one in memory at a time, and say how many; nothing for none.

    Raises Refused where warcio is not installed. `version` is that of factcheck.
    """
    file = _File(out, version)
    count = 0
    for count, kept in enumerate(snapshots, 1):  # noqa: B007  it is what is returned
        file.add(kept)
    return count


class _File:
    def __init__(self, out: BinaryIO, version: str | None) -> None:
        try:
            from warcio.statusandheaders import (  # type: ignore[import-untyped]  # it carries none  # noqa: PLC0415  an extra
                StatusAndHeaders,
            )
            from warcio.warcwriter import (  # type: ignore[import-untyped]  # it carries none  # noqa: PLC0415  an extra
                WARCWriter,
            )
        except ModuleNotFoundError as error:
            msg = "WARC needs a package that is not installed: warcio."
            raise Refused(msg, hint="pip install 'factcheck-desk[warc]'") from error
        self._writer = WARCWriter(out, gzip=True, warc_version="1.1")
        self._head = StatusAndHeaders
        self._software = f"factcheck/{version}" if version else "factcheck"
        #: The record of the file itself.
        self._info: str | None = None

    def add(self, kept: Kept) -> None:
        if self._info is None:
            self._info = self._begin(kept)
        name, target = _id("capture", kept.uid), _target(kept)
        shared = {
            "WARC-Date": _date(kept.at),
            "WARC-Target-URI": target,
            "WARC-Warcinfo-ID": self._info,
        }
        named = {"WARC-Record-ID": name, **shared}
        left_out = 0
        if _is_answer(kept, target):
            left_out = self._answer(named, kept)
        else:
            self._resource(named, kept)
        about = {"WARC-Record-ID": _id("metadata", kept.uid), **shared, "WARC-Refers-To": name}
        self._put("metadata", about, _fields(_known(kept, left_out)), _FIELDS)

    def _begin(self, first: Kept) -> str:
        """The record of the file: it says what wrote it, and is as old as the first snapshot."""
        name = _id(f"file {self._software}", first.uid)
        about = [("software", self._software), ("format", FORMAT), ("conformsTo", STANDARD)]
        named = {"WARC-Record-ID": name, "WARC-Date": _date(first.at)}
        self._put("warcinfo", named, _fields(about), _FIELDS)
        return name

    def _answer(self, named: dict[str, str], kept: Kept) -> int:
        """Returns how many headers there was no room for."""
        headers = list(_fitting(_headers(kept)))
        length = ("Content-Length", str(len(kept.body)))
        head = self._head(_status_line(kept.status or 0), [*headers, length], "HTTP/1.1")
        self._put("response", named, kept.body, _ANSWER, head)
        return len(kept.headers) - len(headers)

    def _resource(self, named: dict[str, str], kept: Kept) -> None:
        said = (kept.media_type or "").strip()
        media_type = said if _MEDIA_TYPE.fullmatch(said) else _BYTES
        self._put("resource", named, kept.body, media_type)

    def _put(
        self, kind: str, named: dict[str, str], body: bytes, media_type: str, head: Any = None
    ) -> None:
        block = sha256(head.to_ascii_bytes() if head else b"")
        block.update(body)
        named["WARC-Block-Digest"] = f"sha256:{block.hexdigest()}"
        if kind != "warcinfo":
            named["WARC-Payload-Digest"] = f"sha256:{sha256(body).hexdigest()}"
        record = self._writer.create_warc_record(
            "", kind, payload=BytesIO(body), length=len(body), warc_content_type=media_type,
            warc_headers_dict=named, http_headers=head,
        )  # fmt: skip
        self._writer.write_record(record)


def _id(kind: str, uid: str) -> str:
    return f"<{uuid5(_NAMESPACE, f'{kind} {uid}').urn}>"


def _date(at: datetime) -> str:
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)  # as SQLite gives it
    return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _target(kept: Kept) -> str:
    """The address that answered; of a file its name, never where it lay, else a number."""
    web = None if kept.how == "file" else _web(kept.final_url) or _web(kept.url)
    if web:
        return web
    name = re.split(r"[\\/]", kept.name or "")[-1]
    if not name.strip("."):
        return _id("capture", kept.uid)[1:-1]
    return f"file:///{quote(name, safe='', errors=_WHOLE)}"


def _web(url: str | None) -> str | None:
    """A web address in ASCII and without blanks; None for anything else."""
    if not url or not _WEB.match(url):
        return None
    # Readers look for the scheme in lower case.
    lower = _WEB.sub(lambda match: match[0].lower(), url, count=1)
    return quote(lower, _PATH, errors=_WHOLE)


def _is_answer(kept: Kept, target: str) -> bool:
    return target.startswith("http") and kept.status is not None and 100 <= kept.status <= 999


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} "


def _headers(kept: Kept) -> Iterator[tuple[str, str]]:
    """The headers of the answer, each on one line; those of the packing under another name."""
    for name, value in kept.headers:
        token = _NO_TOKEN.sub(_quoted, name.strip())
        if not token:
            continue
        if token.lower() in _PACKING:
            token = f"X-Archive-Orig-{token}"
        yield token, _NOT_ASCII.sub(_quoted, _one_line(value))


def _fitting(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    room = LARGEST_HEAD
    for name, value in headers:
        size = len(name) + len(value) + len(": \r\n")
        if size <= room:
            room -= size
            yield name, value


def _quoted(match: re.Match[str]) -> str:
    return quote(match[0], safe="", errors=_WHOLE)


def _one_line(text: str) -> str:
    return _CONTROLS.sub(" ", text).strip()


def _known(kept: Kept, left_out: int) -> Iterator[tuple[str, str]]:
    yield "uid", kept.uid
    yield "how", kept.how
    for name, value in (("url", kept.url), ("finalUrl", kept.final_url), ("name", kept.name)):
        if value:
            yield name, value
    for status, url in kept.hops:
        yield "hop", f"{status} {url}"
    if left_out:
        yield "headersLeftOut", str(left_out)
    yield "sha256", kept.sha256
    yield "extractor", str(kept.extractor)


def _fields(pairs: Iterable[tuple[str, str]]) -> bytes:
    lines = (f"{name}: {_one_line(value)}\r\n" for name, value in pairs)
    return "".join(lines).encode("utf-8", "replace")
