"""Pages, redirects and headers; test_hostile.py has the servers that mean no good."""

import asyncio
import gzip
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from factcheck import fetch
from factcheck.errors import BadInput, ExitStatus
from factcheck.fetch import failures
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client
from factcheck.fetch.failures import Hop
from tests.fetch.conftest import Serve
from tests.fetch.servers import PUBLIC, Network, Talk, answer, leads_to, redirect

LOOPBACK = ["127.0.0.1"]


def fetched(
    url: str, headers: Mapping[str, str] | None = None, *, partial: bool = False, **settings: Any
) -> Answer:
    async def one() -> Answer:
        async with Client(**settings) as client:
            return await client.get(url, headers=headers, partial=partial)

    return asyncio.run(one())


def test_a_page_comes_with_all_that_was_said_about_it(serve: Serve) -> None:
    server = serve(answer(b"caf\xe9", "Content-Type: text/html; charset=latin-1", 'ETag: "x"'))
    before = datetime.now(UTC)
    got = fetch.get(f"{server.url}/page#top", allow=LOOPBACK)
    assert before <= got.when <= datetime.now(UTC)
    assert got == Answer(
        url=f"{server.url}/page#top",
        final_url=f"{server.url}/page#top",
        status=200,
        headers=(
            ("content-type", "text/html; charset=latin-1"),
            ("etag", '"x"'),
            ("content-length", "4"),
        ),
        body=b"caf\xe9",
        hops=(),
        when=got.when,
    )
    assert server.heads[0].startswith(b"GET /page HTTP/1.1\r\n")


@pytest.mark.parametrize(
    "status",
    ["204 No Content", "304 Not Modified", "403 Forbidden", "404 Gone?", "429 Slow", "999 No"],
)
def test_a_status_is_an_answer(serve: Serve, status: str) -> None:
    got = fetch.get(serve(answer(b"", "Retry-After: 99", status=status)).url, allow=LOOPBACK)
    assert (got.status, got.header("retry-after")) == (int(status[:3]), "99")


def test_who_asks_is_said(serve: Serve) -> None:
    server = serve(answer())
    fetched(server.url, allow=LOOPBACK, contact="https://desk.example/J\u00f6rg", language="de")
    assert server.heads[0].decode().split("\r\n") == [
        "GET / HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "user-agent: factcheck/0.1.0 (+https://desk.example/J\u00f6rg)",
        "accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "accept-language: de",
        "accept-encoding: gzip",
        "",
        "",
    ]


def test_nothing_of_the_environment_is_used(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert fetch.get(serve(answer()).url, allow=LOOPBACK).body == b"hello"


def test_headers_may_be_added_and_replaced(serve: Serve) -> None:
    server = serve(answer(b"", status="304 Not Modified"))
    given = {"If-None-Match": '"x"', "Accept": "text/plain"}
    assert fetched(server.url, given, allow=LOOPBACK).status == 304
    assert b'\r\nif-none-match: "x"\r\n' in server.heads[0]
    assert server.heads[0].count(b"accept: text/plain\r\n") == 1


@pytest.mark.parametrize("value", ["a\r\nY: b", "\0", "\udce9"])
def test_headers_that_cannot_be_one_line_are_not_sent(serve: Serve, value: str) -> None:
    server = serve(answer())
    with pytest.raises(BadInput) as refused:
        fetched(server.url, {"X": value}, allow=LOOPBACK)
    assert refused.value.message.startswith(f"The headers for {server.url} cannot be sent: ")
    assert server.heads == []


def test_09_user_and_password_are_neither_sent_nor_kept(serve: Serve) -> None:
    server = serve(answer())
    got = fetch.get(f"http://me:secret@127.0.0.1:{server.port}/x", allow=LOOPBACK)
    assert (got.url, got.final_url) == (f"{server.url}/x", f"{server.url}/x")
    assert b"secret" not in server.heads[0]
    assert b"uthorization" not in server.heads[0]


def test_a_packed_body_is_unpacked(serve: Serve) -> None:
    packed = gzip.compress(b"hello" * 100)
    server = serve(answer(packed, "Content-Encoding: gzip"))
    assert fetch.get(server.url, allow=LOOPBACK).body == b"hello" * 100


def test_redirects_are_followed_and_recorded(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        onward = {
            "/a": redirect("/b", status="301 Moved"),
            "/b": redirect("c?d"),
            "/c?d": answer(b"end", status="404 None"),
        }
        talk.send(onward[talk.path])

    server = serve(manner)
    got = fetch.get(f"{server.url}/a#part", allow=LOOPBACK)
    assert (got.status, got.body, got.final_url) == (404, b"end", f"{server.url}/c?d#part")
    assert got.hops == (Hop(301, f"{server.url}/a#part"), Hop(302, f"{server.url}/b#part"))


def test_a_cookie_lives_as_long_as_its_chain_of_redirects(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        known = talk.header("cookie") == "seen=1"
        # The server closes after each answer, and must say so: else the line may be used again.
        closing = "Connection: close"
        talk.send(answer(b"in", closing) if known else redirect("/", "Set-Cookie: seen=1", closing))

    server = serve(manner)

    async def twice() -> list[bytes]:
        async with Client(allow=LOOPBACK) as client:
            return [(await client.get(server.url + "/")).body for _ in range(2)]

    assert asyncio.run(twice()) == [b"in", b"in"]
    assert len(server.heads) == 4


def test_secrets_do_not_travel_to_another_host(serve: Serve) -> None:
    there = serve(answer(b"there"))
    here = serve(redirect(there.url))
    given = {"Authorization": "LOW a:b", "Cookie": "c=d", "If-None-Match": '"x"'}
    assert fetched(here.url, given, allow=LOOPBACK).body == b"there"
    assert b"authorization: LOW a:b" in here.heads[0]
    assert b"authorization" not in there.heads[0]
    assert b"ookie" not in there.heads[0]
    assert b"if-none-match" in there.heads[0]


def test_many_pages_over_one_client(serve: Serve) -> None:
    server = serve(lambda talk: talk.send(answer(talk.path.encode())))

    async def many() -> list[bytes]:
        async with Client(allow=LOOPBACK) as client:
            asked = [client.get(f"{server.url}/{number}") for number in range(50)]
            return [got.body for got in await asyncio.gather(*asked)]

    assert asyncio.run(many()) == [f"/{number}".encode() for number in range(50)]


def test_a_redirect_is_an_answer_where_it_is_not_followed(serve: Serve) -> None:
    server = serve(redirect("http://10.0.0.1/", status="301 Moved"))

    async def one() -> Answer:
        async with Client(allow=LOOPBACK) as client:
            return await client.get(server.url, follow=False)

    got = asyncio.run(one())
    assert (got.status, got.header("location"), got.hops) == (301, "http://10.0.0.1/", ())
    assert got.final_url == server.url


def posted(url: str, data: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
    async def one() -> Answer:
        async with Client(allow=LOOPBACK) as client:
            return await client.post(url, data=data, headers=headers)

    return asyncio.run(one())


def test_a_form_is_posted(serve: Serve) -> None:
    server = serve(lambda talk: talk.send(answer(talk.read())))
    got = posted(server.url, {"url": "http://a.org/?b=c&d", "n\u00e9e": "1 2"}, {"Accept": "x/y"})
    assert got.body == b"url=http%3A%2F%2Fa.org%2F%3Fb%3Dc%26d&n%C3%A9e=1+2"
    assert server.heads[0].startswith(b"POST / HTTP/1.1\r\n")
    assert b"\r\ncontent-type: application/x-www-form-urlencoded\r\n" in server.heads[0]
    assert b"\r\naccept: x/y\r\n" in server.heads[0]


def test_an_empty_form_is_posted(serve: Serve) -> None:
    server = serve(lambda talk: talk.send(answer(talk.read())))
    assert posted(server.url, {}).body == b""
    assert server.heads[0].startswith(b"POST / HTTP/1.1\r\n")


def test_a_form_goes_nowhere_else(serve: Serve) -> None:
    there = serve(answer())
    here = serve(redirect(there.url, status="307 Onward"))
    got = posted(here.url, {"key": "secret"})
    assert (got.status, got.header("location"), there.heads) == (307, there.url, [])


def test_a_form_is_posted_under_the_same_policy(serve: Serve) -> None:
    with pytest.raises(failures.Unsafe):
        posted("http://10.0.0.1/", {})
    with pytest.raises(BadInput):
        posted("nowhere", {})


# Limits


def test_18_a_large_body_is_an_error_or_its_beginning(serve: Serve) -> None:
    server = serve(answer(bytes(3000)))
    with pytest.raises(failures.TooLarge) as failed:
        fetch.get(server.url, allow=LOOPBACK, limit=1000)
    assert failed.value.message == f"{server.url} is larger than 0.001 MB."
    assert fetch.get(server.url, allow=LOOPBACK, limit=3000).partial is False

    async def beginning() -> Answer:
        async with Client(allow=LOOPBACK) as client:
            return await client.get(server.url, size=1000, partial=True)

    got = asyncio.run(beginning())
    assert (got.body, got.partial) == (bytes(1000), True)


# Names and addresses


def test_the_host_stays_a_name_for_the_server(serve: Serve) -> None:
    server = serve(answer())
    network = Network(server.port)
    got = fetched("http://a.org/x", resolve=leads_to(PUBLIC), network=network)
    assert (got.body, network.reached) == (b"hello", [PUBLIC])
    assert b"\r\nHost: a.org\r\n" in server.heads[0]


def test_13_a_name_in_other_letters_is_asked_for_in_ascii(serve: Serve) -> None:
    server = serve(answer())
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return [PUBLIC]

    url = "http://m\u00fcnchen.de/\u00fc"
    got = fetched(url, resolve=resolve, network=Network(server.port))
    assert (got.url, asked) == (url, ["xn--mnchen-3ya.de"])
    assert server.heads[0].startswith(b"GET /%C3%BC HTTP/1.1\r\nHost: xn--mnchen-3ya.de\r\n")


def test_failures_say_what_when_and_what_next(serve: Serve) -> None:
    server = serve(redirect("http://10.0.0.1/"))
    with pytest.raises(failures.Unsafe) as failed:
        fetch.get(server.url, allow=LOOPBACK)
    assert failed.value.exit_status == ExitStatus.NETWORK
    assert failed.value.message == (
        "http://10.0.0.1/ is refused: 10.0.0.1 is on a private network."
    )
    assert failed.value.hint == (
        "Only pages of the public web are fetched; save the page and give the file, "
        "or add --allow-private HOST."
    )
    assert (failed.value.url, failed.value.state) == ("http://10.0.0.1/", "unsafe")
    assert failed.value.hops == (Hop(302, server.url),)


def test_httpx_is_loaded_by_the_first_page_and_not_before() -> None:
    script = "import sys, factcheck.fetch; print('httpx' in sys.modules, 'asyncio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == [b"False", b"False"]
