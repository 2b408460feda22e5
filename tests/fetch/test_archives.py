"""Copies found, listed and fetched; test_archives_saving.py has those that are asked for."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import pytest

from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.archives import Archive, Copy, CouldNotLook, NotArchived
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.failures import Failure
from factcheck.fetch.gate import Gate
from tests.fetch.conftest import Serve
from tests.fetch.servers import Manner, Server, Talk, answer, redirect

T = TypeVar("T")

PAGE = "https://example.org/birds/?a=1"
WHEN = datetime(2017, 11, 24, 15, 13, 15, tzinfo=UTC)
STAMP = "20171124151315"
MEMENTO = "Memento-Datetime: Fri, 24 Nov 2017 15:13:15 GMT"
#: Every way in which JSON is none, or too much of it.
NO_JSON = [
    b"",
    b"<html><body>Sign in to the hotel</body></html>",
    b"\xff\xfe\x00",
    b'{"a": 1',
    b"9" * 5000,
    b"[" * 200_000,
    b'["' + b"x" * 10_000_000 + b'"]',
]


def hurried() -> Gate:
    """A gate that waits in no time."""
    passed = [0.0]

    async def sleep(seconds: float) -> None:
        passed.append(passed[-1] + seconds)

    return Gate(0, now=lambda: passed[-1], sleep=sleep)


def asked(
    base: str, question: Callable[[Archive], Awaitable[T]], keys: tuple[str, str] | None = None
) -> T:
    async def one() -> T:
        limits = Limits(tries=1)
        async with Client(allow=["127.0.0.1"], limits=limits, gate=hurried()) as client:
            return await question(Archive(client, base, keys))

    return asyncio.run(one())


def found(server: Server, url: str = PAGE, near: datetime | None = None) -> Copy | None:
    return asked(server.url, lambda archive: archive.find(url, near))


def listed(server: Server, url: str = PAGE, **wishes: Any) -> list[Copy]:
    return asked(server.url, lambda archive: archive.timeline(url, **wishes))


def copy_at(base: str, original: str = PAGE, stamp: str = STAMP) -> Copy:
    return Copy(
        url=f"{base}/web/{stamp}/{original}",
        raw=f"{base}/web/{stamp}id_/{original}",
        at=datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC),
        original=original,
    )


def paths(server: Server) -> list[str]:
    return [head.split(b" ")[1].decode() for head in server.heads]


# find


def test_an_archive_has_an_address_of_the_web() -> None:
    with pytest.raises(BadInput) as refused:
        asked("ftp://archive.example", lambda archive: archive.find(PAGE))
    assert refused.value.message == (
        "'ftp://archive.example' cannot be asked: ftp: is no scheme of the web."
    )


@pytest.mark.parametrize(
    ("near", "path"),
    [
        (None, "/web/https://example.org/birds/?a=1"),
        (WHEN, "/web/20171124151315/https://example.org/birds/?a=1"),
        (WHEN.replace(tzinfo=None), "/web/20171124151315/https://example.org/birds/?a=1"),
        (
            WHEN.astimezone(timezone(timedelta(hours=9))),
            "/web/20171124151315/https://example.org/birds/?a=1",
        ),
    ],
)
def test_a_redirect_to_a_time_is_a_copy(serve: Serve, near: datetime | None, path: str) -> None:
    server = serve(redirect(f"/web/20171201000000/{PAGE}"))
    assert found(server, f" {PAGE}#top ", near) == copy_at(server.url, stamp="20171201000000")
    assert paths(server) == [path]


@pytest.mark.parametrize(
    ("location", "original"),
    [
        ("/web/{}/http://www.example.org:80/birds/", "http://www.example.org/birds/"),
        ("/web/{}/http://www2.example.org/", "http://www2.example.org/"),
        ("{base}/web/{}/HTTPS://EXAMPLE.org/birds//x/?b#c", "https://example.org/birds//x/?b"),
        ("/web/{}/https://example.org./", "https://example.org/"),
    ],
)
def test_an_archive_folds_spellings_of_one_page(serve: Serve, location: str, original: str) -> None:
    def manner(talk: Talk) -> None:
        talk.send(redirect(location.format(STAMP, base=f"http://{talk.header('host')}")))

    server = serve(manner)
    assert found(server) == copy_at(server.url, original)


@pytest.mark.parametrize(
    "location", ["https://b\u00fccher.example/\u00e9", "https://xn--bcher-kva.example/%C3%A9"]
)
def test_names_in_other_letters_are_the_same_name(serve: Serve, location: str) -> None:
    server = serve(redirect(f"/web/{STAMP}/{location}"))
    assert found(server, "https://b\u00fccher.example/\u00e9") == copy_at(
        server.url, "https://xn--bcher-kva.example/%C3%A9"
    )
    assert paths(server) == ["/web/https://xn--bcher-kva.example/%C3%A9"]


def test_an_archive_may_stand_in_a_folder(serve: Serve) -> None:
    server = serve(redirect(f"/wayback/web/{STAMP}/{PAGE}"))
    base = f"{server.url}/wayback"
    assert asked(f"{base}/", lambda archive: archive.find(PAGE)) == copy_at(base)
    assert paths(server) == [f"/wayback/web/{PAGE}"]


def test_no_copy_is_none(serve: Serve) -> None:
    assert found(serve(answer(b"<html>", status="404 Not Found"))) is None


@pytest.mark.parametrize("status", ["200 OK", "404 Not Found", "429 Slow", "301 Moved"])
def test_a_capture_of_the_very_second_is_a_copy(serve: Serve, status: str) -> None:
    elsewhere = "Location: /web/20200101000000/https://example.org/other"
    server = serve(answer(b"x" * 100_000, MEMENTO, elsewhere, status=status))
    assert found(server, near=WHEN) == copy_at(server.url)


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("javascript:alert(1)", "it leads to 'javascript:alert(1)', and javascript: is no scheme"),
        (f"https://evil.example/web/{STAMP}/{PAGE}", "it leads to 'https://evil.example/web/"),
        (f"http://127.0.0.1:1/web/{STAMP}/{PAGE}", "it leads to 'http://127.0.0.1:1/web/"),
        (f"//evil.example/web/{STAMP}/{PAGE}", "it leads to 'http://evil.example/web/"),
        (f"/web/2017/{PAGE}", "it leads to '"),
        (f"/web/20171399999999/{PAGE}", "20171399999999 is no time"),
        (f"/web/00000000000000/{PAGE}", "00000000000000 is no time"),
        (f"/web/{STAMP * 20}/{PAGE}", "it leads to '"),
        (f"/web/\u0661{STAMP[1:]}/{PAGE}", "it leads to '"),
        (f"/web/{STAMP}/javascript:alert(1)", "it leads to '"),
        (f"/web/{STAMP}/https://evil.example/", "it leads to a copy of 'https://evil.example/'"),
        (f"/web/{STAMP}/https://example.org.evil.example/", "it leads to a copy of 'https://exam"),
        (
            f"/web/{STAMP}/https://example.org:99999/",
            "'https://example.org:99999/' is no address of a page",
        ),
        (f"/web/{STAMP}/https:///birds", "'https:///birds' is no address of a page"),
        (f"/web/{STAMP}/../../save", "it leads to '"),
        ("/login", "it leads to '"),
        ("https://[", "is no host"),
        ("", "it is empty"),
        ("/web/" + "x" * 9000, "it is 9005 characters long"),
    ],
)
def test_a_redirect_elsewhere_is_no_answer(serve: Serve, location: str, why: str) -> None:
    server = serve(redirect(location))
    with pytest.raises(failures.BadAnswer) as caught:
        found(server)
    assert why.lower() in caught.value.message.lower()
    assert "does not answer as it should: " in caught.value.message
    assert len(server.heads) == 1


@pytest.mark.parametrize("headers", [[], ["Location: /a", "Location: /b"]])
def test_a_redirect_has_one_address(serve: Serve, headers: list[str]) -> None:
    server = serve(answer(b"", *headers, status="302 Found"))
    with pytest.raises(failures.BadAnswer, match=f"it redirects with {len(headers)} addresses"):
        found(server)


@pytest.mark.parametrize("given", ["yesterday", "Fri, 99 Nov 2017 15:13:15 GMT", ", ,", "\xff"])
def test_a_garbled_time_is_no_answer(serve: Serve, given: str) -> None:
    server = serve(answer(b"", f"Memento-Datetime: {given}"))
    with pytest.raises(failures.BadAnswer, match="its Memento-Datetime is no time"):
        found(server)


def test_a_page_in_place_of_an_answer_says_neither_yes_nor_no(serve: Serve) -> None:
    with pytest.raises(failures.BadAnswer) as caught:
        found(serve(answer(b"<html>Sign in to the hotel</html>")))
    assert (caught.value.state, caught.value.transient) == ("bad-answer", True)


@pytest.mark.parametrize(
    ("status", "transient"),
    [("403 Excluded", False), ("429 Slow", True), ("503 Down", True), ("400 Bad", False)],
)
def test_a_refusal_is_not_the_absence_of_copies(
    serve: Serve, status: str, *, transient: bool
) -> None:
    server = serve(answer(b"", "Connection: close", status=status))
    for question in (found, listed):
        with pytest.raises(CouldNotLook) as caught:
            question(server)
        error = caught.value
        assert (error.state, error.transient) == ("could-not-look", transient)
        assert error.status == int(status[:3])
        assert error.message.endswith(f" answers with status {status[:3]}.")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "https://wiki.intranet/minutes",
        "http://nas/",
        "http://169.254.169.254/",
        "ftp://example.org/",
        "javascript:alert(1)",
    ],
)
def test_an_archive_hears_nothing_of_inner_pages(serve: Serve, url: str) -> None:
    server = serve(answer())
    for question in (found, listed):
        with pytest.raises(failures.Unsafe):
            question(server, url)
    assert server.heads == []


def test_an_archive_hears_no_passwords(serve: Serve) -> None:
    server = serve(answer(b"", status="404 None"))
    found(server, "https://me:secret@example.org/")
    assert paths(server) == ["/web/https://example.org/"]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.org/../../../save/x", "/web/https://example.org/save/x"),
        ("https://example.org?/../../save", "/web/https://example.org?/../../save"),
        ("https://example.org/%2e%2e/%2e%2e/", "/web/https://example.org/%2e%2e/%2e%2e/"),
    ],
)
def test_an_address_cannot_climb_out_of_the_archive(serve: Serve, url: str, path: str) -> None:
    server = serve(answer(b"", status="404 None"))
    assert found(server, url) is None
    assert paths(server) == [path]


@pytest.mark.parametrize("url", ["", "example.org", "https://", "https://a b", "https://x\\@y"])
def test_what_is_no_address_is_not_looked_for(serve: Serve, url: str) -> None:
    server = serve(answer())
    for question in (found, listed):
        with pytest.raises(BadInput):
            question(server, url)
    assert server.heads == []


# timeline


def test_the_copies_that_differ_are_listed(serve: Serve) -> None:
    rows = [
        ["timestamp", "original"],
        [STAMP, "http://www.example.org:80/birds/?a=1"],
        ["20180101000000", PAGE],
    ]
    server = serve(answer(json.dumps(rows).encode()))
    assert listed(server, f"{PAGE}&b=*#top", since=WHEN, until=WHEN.replace(year=2019)) == [
        copy_at(server.url, "http://www.example.org/birds/?a=1"),
        copy_at(server.url, stamp="20180101000000"),
    ]
    path, query = urlsplit(paths(server)[0])[2:4]
    assert (path, parse_qs(query)) == (
        "/cdx/search/cdx",
        {
            "url": [f"{PAGE}&b=*"],
            "matchType": ["exact"],
            "output": ["json"],
            "fl": ["timestamp,original"],
            "filter": ["statuscode:200"],
            "collapse": ["digest"],
            "limit": ["-100"],
            "from": [STAMP],
            "to": ["20191124151315"],
        },
    )
    assert b"accept: application/json\r\n" in server.heads[0]


def test_columns_are_read_by_name(serve: Serve) -> None:
    rows = [["urlkey", "original", "statuscode", "timestamp"], ["org,x)/", PAGE, "200", STAMP]]
    server = serve(answer(json.dumps(rows).encode()))
    assert listed(server) == [copy_at(server.url)]


def test_no_more_copies_are_listed_than_are_wanted(serve: Serve) -> None:
    rows = [["timestamp", "original"], *([f"{year}0101000000", PAGE] for year in range(2000, 2020))]
    server = serve(answer(json.dumps(rows).encode()))
    assert [copy.at.year for copy in listed(server, limit=3)] == [2017, 2018, 2019]


@pytest.mark.parametrize("body", [b"[]", b'[["timestamp", "original"]]'])
def test_a_page_without_copies_has_an_empty_timeline(serve: Serve, body: bytes) -> None:
    assert listed(serve(answer(body))) == []


def test_broken_lines_are_passed_over_where_others_can_be_read(serve: Serve) -> None:
    broken = [["2017", PAGE], [STAMP, "javascript:alert(1)"], [STAMP], [], [STAMP, "http://a b/"]]
    rows = [["timestamp", "original"], *broken, [STAMP, PAGE, "more"]]
    server = serve(answer(json.dumps(rows).encode()))
    assert listed(server) == [copy_at(server.url)]
    server = serve(answer(json.dumps(rows[:-1]).encode()))
    with pytest.raises(failures.BadAnswer, match="it lists no copy that can be read"):
        listed(server)


@pytest.mark.parametrize(
    "body",
    [b"{}", b"null", b"7", b'"rows"', b"[1]", b"[[1]]", b'[["timestamp"], null]', b"[[[[]]]]"],
)
def test_a_list_of_another_shape_is_no_answer(serve: Serve, body: bytes) -> None:
    with pytest.raises(failures.BadAnswer, match="it sends no table"):
        listed(serve(answer(body)))


@pytest.mark.parametrize("body", NO_JSON, ids=range(len(NO_JSON)))
def test_a_list_that_is_no_json_is_no_answer(serve: Serve, body: bytes) -> None:
    with pytest.raises(Failure) as caught:
        listed(serve(answer(body)))
    assert isinstance(caught.value, failures.BadAnswer | failures.TooLarge)


# fetch


def fetched(server: Server, size: int | None = None) -> Any:
    return asked(server.url, lambda archive: archive.fetch(copy_at(server.url), size=size))


@pytest.mark.parametrize("status", ["200 OK", "404 Not Found", "429 Slow", "503 Down"])
def test_a_capture_is_fetched_with_the_status_it_had(serve: Serve, status: str) -> None:
    server = serve(answer(b"caf\xe9", MEMENTO, status=status))
    got = fetched(server)
    assert (got.status, got.body) == (int(status[:3]), b"caf\xe9")
    assert paths(server) == [f"/web/{STAMP}id_/{PAGE}"]


@pytest.mark.parametrize("status", ["200 OK", "404 Not Found", "403 Forbidden"])
def test_a_notice_of_the_archive_is_no_capture(serve: Serve, status: str) -> None:
    server = serve(answer(b"taken down", status=status))
    with pytest.raises(NotArchived) as caught:
        fetched(server)
    error = caught.value
    assert (error.state, error.transient) == ("not-archived", False)
    assert error.message.endswith(f" is no capture (status {status[:3]}).")


@pytest.mark.parametrize("status", ["429 Slow", "502 Bad Gateway"])
def test_a_busy_archive_is_not_one_without_the_copy(serve: Serve, status: str) -> None:
    with pytest.raises(CouldNotLook) as caught:
        fetched(serve(answer(b"", status=status)))
    assert caught.value.transient


def onward(location: str) -> Manner:
    def manner(talk: Talk) -> None:
        first = talk.path.startswith(f"/web/{STAMP}id_/{PAGE}")
        closing = "Connection: close"
        talk.send(redirect(location, closing) if first else answer(b"end", MEMENTO, closing))

    return manner


def test_an_archived_redirect_is_followed_within_the_archive(serve: Serve) -> None:
    server = serve(onward("/web/20171124151316id_/https://example.org/new"))
    got = fetched(server)
    assert got.body == b"end"
    assert got.final_url == f"{server.url}/web/20171124151316id_/https://example.org/new"


def test_a_page_of_today_cannot_claim_to_be_a_capture(serve: Serve) -> None:
    today = serve(answer(b"forged", MEMENTO))
    for place in (f"{today.url}/web/{STAMP}id_/{PAGE}", "/about"):
        with pytest.raises(NotArchived):
            fetched(serve(onward(place)))


def test_a_capture_over_the_size_is_not_fetched(serve: Serve) -> None:
    with pytest.raises(failures.TooLarge):
        fetched(serve(answer(b"x" * 2000, MEMENTO)), size=1000)
