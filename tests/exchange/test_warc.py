import gzip
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio import checker, cli  # type: ignore[import-untyped]  # it carries none
from warcio.archiveiterator import (  # type: ignore[import-untyped]  # it carries none
    ArchiveIterator,
)

from factcheck.errors import Refused
from factcheck.exchange.warc import Kept, write

BODY = b"<p>Up to 60 kilometers per hour</p>"
PAGE = Kept(
    uid="0192a5c0-0000-7000-8000-000000000001",
    at=datetime(2026, 11, 23, 9, 0, 0, 120000, tzinfo=UTC),
    how="fetched",
    url="http://example.org/train",
    final_url="https://www.example.org/train",
    name=None,
    status=200,
    media_type="text/html",
    headers=[("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("content-length", "9")],
    hops=[(301, "https://example.org/train"), (302, "https://www.example.org/train")],
    sha256=sha256(BODY).hexdigest(),
    body=BODY,
    extractor=3,
)
FILE = replace(
    PAGE, uid="0192-2", how="file", url="https://example.org/train", final_url=None,
    name="C:\\desk\\page \u00fc.pdf", status=None, media_type="application/pdf", headers=[],
    hops=[],
)  # fmt: skip

Record = tuple[str, dict[str, str], str | None, list[tuple[str, str]], bytes]


def written(*kept: Kept, **options: Any) -> bytes:
    """The file; every one passes the check of the library that reads it."""
    out = BytesIO()
    assert write(kept, out, **options) == len(kept)
    data = out.getvalue()
    check = checker.Checker(Namespace(inputs=[BytesIO(data)], verbose=False))
    assert check.process_all() == 0
    return data


def records(*kept: Kept) -> list[Record]:
    found = []
    for record in ArchiveIterator(BytesIO(written(*kept)), check_digests="raise"):
        http = record.http_headers
        found.append(
            (
                record.rec_type,
                dict(record.rec_headers.headers),
                f"{http.protocol} {http.statusline}" if http else None,
                http.headers if http else [],
                record.content_stream().read(),
            )
        )
    return found


def answer(**parts: Any) -> Record:
    """What becomes of a page with these parts."""
    _, record, _ = records(replace(PAGE, **parts))
    return record


def test_file_begins_with_what_wrote_it() -> None:
    kind, named, _, _, content = records(PAGE)[0]
    assert (kind, named["WARC-Date"]) == ("warcinfo", "2026-11-23T09:00:00.120000Z")
    assert content == (
        b"software: factcheck\r\nformat: WARC File Format 1.1\r\nconformsTo: https://iipc.github.io/"
        b"warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    )
    assert gzip.decompress(written(PAGE)).startswith(b"WARC/1.1\r\n")
    assert b"software: factcheck/0.1.0\r\n" in gzip.decompress(written(PAGE, version="0.1.0"))


def test_page_is_a_response_with_the_body_as_it_was_unpacked() -> None:
    info, (kind, named, status, headers, body), _ = records(PAGE)
    assert (kind, status, body) == ("response", "HTTP/1.1 200 OK", BODY)
    assert headers == [
        ("Content-Type", "text/html"),
        ("X-Archive-Orig-Content-Encoding", "gzip"),
        ("X-Archive-Orig-content-length", "9"),
        ("Content-Length", str(len(BODY))),
    ]
    head = "HTTP/1.1 200 OK\r\n" + "".join(f"{one}: {two}\r\n" for one, two in headers) + "\r\n"
    block = head.encode() + BODY
    assert named == {
        "WARC-Type": "response",
        "WARC-Record-ID": named["WARC-Record-ID"],
        "WARC-Date": "2026-11-23T09:00:00.120000Z",
        "WARC-Target-URI": "https://www.example.org/train",
        "WARC-Warcinfo-ID": info[1]["WARC-Record-ID"],
        "WARC-Block-Digest": f"sha256:{sha256(block).hexdigest()}",
        "WARC-Payload-Digest": f"sha256:{sha256(BODY).hexdigest()}",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }


def test_metadata_tells_the_redirects_and_what_read_it() -> None:
    _, response, (kind, named, _, _, content) = records(PAGE)
    assert (kind, named["WARC-Refers-To"]) == ("metadata", response[1]["WARC-Record-ID"])
    assert named["WARC-Target-URI"] == "https://www.example.org/train"
    assert content.decode() == (
        "uid: 0192a5c0-0000-7000-8000-000000000001\r\n"
        "how: fetched\r\n"
        "url: http://example.org/train\r\n"
        "finalUrl: https://www.example.org/train\r\n"
        "hop: 301 https://example.org/train\r\n"
        "hop: 302 https://www.example.org/train\r\n"
        f"sha256: {sha256(BODY).hexdigest()}\r\n"
        "extractor: 3\r\n"
    )


def test_file_given_by_hand_is_a_resource_by_its_name_alone() -> None:
    _, (kind, named, status, _, body), metadata = records(FILE)
    assert (kind, status, body) == ("resource", None, BODY)
    assert named["WARC-Target-URI"] == "file:///page%20%C3%BC.pdf"
    assert named["Content-Type"] == "application/pdf"
    assert named["WARC-Payload-Digest"] == f"sha256:{sha256(BODY).hexdigest()}"
    assert b"url: https://example.org/train\r\n" in metadata[4]


@pytest.mark.parametrize("name", [None, "", "..", "folder/"])
def test_file_without_a_name_goes_by_its_number(name: str | None) -> None:
    _, (_, named, *_), _ = records(replace(FILE, name=name))
    assert f"<{named['WARC-Target-URI']}>" == named["WARC-Record-ID"]


def test_page_whose_status_is_not_known_is_a_resource_at_its_address() -> None:
    kind, named, *_ = answer(status=None, final_url=None)
    assert (kind, named["WARC-Target-URI"]) == ("resource", "http://example.org/train")


@pytest.mark.parametrize(
    ("media_type", "found"),
    [
        (None, "application/octet-stream"),
        ("", "application/octet-stream"),
        ("text/html\r\nX: y", "application/octet-stream"),
        ("text/html; charset=utf-8", "text/html; charset=utf-8"),
    ],
)
def test_media_type_of_a_resource_is_one(media_type: str | None, found: str) -> None:
    _, (_, named, *_), _ = records(replace(FILE, media_type=media_type))
    assert named["Content-Type"] == found


@pytest.mark.parametrize(
    ("status", "line"),
    [(404, "HTTP/1.1 404 Not Found"), (299, "HTTP/1.1 299"), (999, "HTTP/1.1 999")],
)
def test_status_is_kept(status: int, line: str) -> None:
    assert answer(status=status)[2] == line


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("HTTPS://example.org/A b", "https://example.org/A%20b"),
        ("https://example.org/\u00fc\r\nX: y", "https://example.org/%C3%BC%0D%0AX:%20y"),
        ("https://example.org/%C3%BC?a=[1]#x", "https://example.org/%C3%BC?a=[1]#x"),
    ],
)
def test_target_is_an_address_in_one_line(url: str, target: str) -> None:
    assert answer(final_url=url)[1]["WARC-Target-URI"] == target


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (("Set-Cookie", "a=1\r\nX-Evil: yes\r\n\r\n<p>"), ("Set-Cookie", "a=1 X-Evil: yes <p>")),
        (("X-A\r\nX-B", "1"), ("X-A%0D%0AX-B", "1")),
        (("X A:", "1"), ("X%20A%3A", "1")),
        (("\u00dcber", "caf\u00e9 \u2603"), ("%C3%9Cber", "caf%C3%A9 %E2%98%83")),
        (("X", "\x00\x7f a\tb \ud800"), ("X", "a b %ED%A0%80")),
        (("X", ""), ("X", "")),
        ((" Transfer-Encoding ", "chunked"), ("X-Archive-Orig-Transfer-Encoding", "chunked")),
    ],
)
def test_header_stays_one_line(given: tuple[str, str], kept: tuple[str, str]) -> None:
    *_, headers, body = answer(headers=[given])
    assert (headers, body) == ([kept, ("Content-Length", str(len(BODY)))], BODY)


def test_header_without_a_name_is_left_out() -> None:
    _, (*_, headers, _), metadata = records(replace(PAGE, headers=[("", "a"), ("  ", "b")]))
    assert headers == [("Content-Length", str(len(BODY)))]
    assert b"headersLeftOut: 2\r\n" in metadata[4]


def test_headers_without_end_are_left_out_and_counted() -> None:
    many = [(f"X-{number:05}", "v" * 39) for number in range(20_000)]
    _, (*_, headers, body), metadata = records(replace(PAGE, headers=[("X", "v" * 2**21), *many]))
    assert (headers[:-1], body) == (many[:600], BODY)
    assert b"headersLeftOut: 19401\r\n" in metadata[4]


def test_body_may_be_empty_or_look_like_a_record() -> None:
    for body in (b"", b"\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n", bytes(range(256)) * 5000):
        for kept in (PAGE, FILE):
            assert records(replace(kept, body=body))[1][4] == body


def test_date_is_in_utc() -> None:
    bare = datetime(2026, 11, 23, 9)  # noqa: DTZ001  as SQLite gives it
    east = datetime(2026, 11, 23, 11, tzinfo=timezone(timedelta(hours=2)))
    assert {answer(at=at)[1]["WARC-Date"] for at in (bare, east)} == {"2026-11-23T09:00:00Z"}


def test_same_snapshots_are_the_same_bytes() -> None:
    assert written(PAGE, FILE) == written(PAGE, FILE)


def test_each_record_has_a_number_of_its_own() -> None:
    numbers = [named["WARC-Record-ID"] for _, named, *_ in records(PAGE, FILE)]
    assert len(set(numbers)) == len(numbers) == 5
    assert all(number.startswith("<urn:uuid:") for number in numbers)


def test_records_are_compressed_one_by_one() -> None:
    data = written(PAGE, FILE)
    assert data.count(b"\x1f\x8b\x08") == 5


def test_nothing_kept_is_nothing_written() -> None:
    out = BytesIO()
    assert (write([], out), out.getvalue()) == (0, b"")


def test_command_of_the_reader_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "kept.warc.gz"
    path.write_bytes(written(PAGE, FILE))
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", str(path)])
    assert ended.value.code == 0


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.warcwriter", None)
    with pytest.raises(Refused) as refused:
        write([PAGE], BytesIO())
    assert refused.value.message == "WARC needs a package that is not installed: warcio."
    assert refused.value.hint == "pip install 'factcheck-desk[warc]'"


WILD = st.text(st.characters(exclude_categories=()))
NAMES = WILD | st.sampled_from(["Content-Encoding", "transfer-encoding", "CONTENT-LENGTH"])


@given(
    st.lists(st.tuples(NAMES, WILD | st.sampled_from(["gzip", "chunked", "br", "7"]))),
    st.binary(),
    WILD,
    st.sampled_from(["fetched", "file", "archive"]),
)
def test_anything_from_a_server_gives_a_sound_file(
    headers: list[tuple[str, str]], body: bytes, text: str, how: str
) -> None:
    kept = replace(
        PAGE, headers=headers, body=body, how=how, name=text, media_type=text,
        final_url=f"https://example.org/{text}", hops=[(301, text)],
    )  # fmt: skip
    assert [record[0] for record in records(kept)] == [
        "warcinfo", "resource" if how == "file" else "response", "metadata",
    ]  # fmt: skip
    assert records(kept)[1][4] == body
