"""What an answer amounts to, from the server's first byte to the page's last word."""

import asyncio
from collections.abc import Iterator

import pytest

from factcheck.documents.pool import Pool
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.failures import Hop
from factcheck.looks import Look
from factcheck.services import looking
from factcheck.services.looking import Seen
from tests.fetch.conftest import Serve, serve
from tests.fetch.servers import Manner, Server, Talk, answer, redirect
from tests.web import page

__all__ = ["serve"]

HTML = "Content-Type: text/html; charset=utf-8"
CLOSE = "Connection: close"
QUOTE = "The county closed eleven harbours in the spring of 2019"
PAGE = answer(page(f"{QUOTE}, and said so.").body, HTML, CLOSE)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool() as reading:
        yield reading


def looked(pool: Pool, url: str, headers: dict[str, str] | None = None) -> Seen:
    async def one() -> Seen:
        async with Client(allow=["127.0.0.1"], limits=Limits(tries=1)) as client:
            return await looking.look(client, pool, url, headers)

    return asyncio.run(one())


def html(body: str, *headers: str, status: str = "200 OK") -> bytes:
    return answer(f"<!doctype html>{body}".encode(), HTML, CLOSE, *headers, status=status)


def site(**pages: bytes) -> Manner:
    """Pages by the name of their path."""

    def manner(talk: Talk) -> None:
        missing = answer(b"", CLOSE, status="404 Not Found")
        talk.send(pages.get(talk.path.strip("/").partition("?")[0], missing))

    return manner


def test_a_page_is_read(pool: Pool, serve: Serve) -> None:
    url = serve(PAGE).url + "/page"
    seen = looked(pool, url)
    assert (seen.url, seen.state, seen.message, seen.hops) == (url, Look.READ, None, ())
    assert seen.page is not None
    assert QUOTE in seen.page.text
    assert (seen.detail, seen.partial, seen.answered) == ({}, False, True)


@pytest.mark.parametrize(
    ("status", "state", "message"),
    [
        ("401 No", Look.LOGIN, "the server asks for a password (status 401)"),
        ("402 No", Look.PAYWALL, "the server wants to be paid (status 402)"),
        ("403 No", Look.REFUSED, "the server refuses us (status 403)"),
        ("404 No", Look.NOT_FOUND, "the server says that there is no such page (status 404)"),
        ("407 No", Look.REFUSED, "the server is behind a proxy that refuses us (status 407)"),
        ("410 No", Look.NOT_FOUND, "the server says that the page is gone (status 410)"),
        ("418 No", Look.REFUSED, "the server does not answer this question (status 418)"),
        ("429 No", Look.THROTTLED, "the server has had enough questions for now (status 429)"),
        ("451 No", Look.REFUSED, "the server may not show it, for legal reasons (status 451)"),
        ("500 No", Look.SERVER_ERROR, "the server has trouble of its own (status 500)"),
        ("599 No", Look.SERVER_ERROR, "the server has trouble of its own (status 599)"),
        ("999 No", Look.REFUSED, "the server refuses us (status 999)"),
        ("300 No", Look.BAD_REDIRECT, "the server leads nowhere (status 300)"),
    ],
)
def test_a_status_is_told(pool: Pool, serve: Serve, status: str, state: Look, message: str) -> None:
    seen = looked(pool, serve(html("<p>No.</p>", status=status)).url)
    assert (seen.state, seen.message, seen.answered) == (state, message, True)


@pytest.mark.parametrize(
    ("after", "state"),
    [
        ("86400", Look.THROTTLED),
        ("Fri, 31 Dec 2100 23:59:59 GMT", Look.THROTTLED),
        (None, Look.SERVER_ERROR),
    ],
)
def test_34_a_server_that_says_when_it_is_back_has_not_failed(
    pool: Pool, serve: Serve, after: str | None, state: Look
) -> None:
    headers = (f"Retry-After: {after}",) if after else ()
    seen = looked(pool, serve(html("<p>Back soon.</p>", *headers, status="503 No")).url)
    assert seen.state == state


def test_39_only_who_asked_is_told_that_nothing_changed(pool: Pool, serve: Serve) -> None:
    server = serve(answer(b"", CLOSE, status="304 Not Modified"))
    assert looked(pool, server.url, {"if-none-match": '"a"'}).state == Look.UNCHANGED
    seen = looked(pool, server.url)
    assert (seen.state, seen.message) == (
        Look.BAD_ANSWER, "the server says that nothing has changed, and was not asked",
    )  # fmt: skip


def refresh(target: str) -> bytes:
    return html(f'<meta http-equiv="refresh" content="0; url={target}">')


def test_29_one_refresh_is_followed(pool: Pool, serve: Serve) -> None:
    server = serve(site(old=refresh("/new"), new=PAGE))
    seen = looked(pool, f"{server.url}/old")
    assert (seen.state, seen.hops) == (Look.READ, (Hop(200, f"{server.url}/old"),))
    assert seen.detail == {"moved_to": f"{server.url}/new", "permanent": False}


@pytest.mark.parametrize(
    ("target", "state"),
    [
        ("/gone", Look.NOT_FOUND),
        ("/further", Look.BAD_REDIRECT),
        ("http://10.0.0.1/", Look.UNSAFE),
        ("http://a..b/", Look.UNREADABLE),
        (f"http://{'a' * 300}.org/", Look.BAD_REDIRECT),
        ("javascript:alert(1)", Look.UNREADABLE),
        ("data:text/html,hello", Look.UNREADABLE),
    ],
)
def test_29_a_refresh_may_lead_nowhere(pool: Pool, serve: Serve, target: str, state: Look) -> None:
    server = serve(site(old=refresh(target), further=refresh("/old")))
    seen = looked(pool, f"{server.url}/old")
    assert (seen.state, bool(seen.message)) == (state, True)


def test_a_page_that_is_gone_is_not_led_on_by_its_refresh(pool: Pool, serve: Serve) -> None:
    gone = html('<meta http-equiv="refresh" content="0; url=/new">', status="404 Not Found")
    assert looked(pool, serve(site(old=gone, new=PAGE)).url + "/old").state == Look.NOT_FOUND


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_27_where_a_page_moved_and_whether_for_good(pool: Pool, serve: Serve, status: int) -> None:
    server = serve(site(old=redirect("/new", CLOSE, status=f"{status} Moved"), new=PAGE))
    seen = looked(pool, f"{server.url}/old")
    assert seen.state == Look.READ
    assert seen.detail == {"moved_to": f"{server.url}/new", "permanent": status in {301, 308}}


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("ftp://a.example/b", Look.UNSAFE),
        ("http://10.0.0.1/", Look.UNSAFE),
        ("http://a\\b/", Look.BAD_ADDRESS),
        ("http://", Look.BAD_ADDRESS),
        ("", Look.BAD_ADDRESS),
        ("http://xn--/", Look.BAD_ADDRESS),
    ],
)
def test_what_is_no_address_is_told_and_nobody_is_asked(pool: Pool, url: str, state: Look) -> None:
    seen = looked(pool, url)
    assert (seen.state, seen.answered) == (state, False)
    assert seen.message


def test_only_what_came_from_outside_is_an_answer(pool: Pool, serve: Serve) -> None:
    server: Server = serve(b"")
    assert looked(pool, server.url).answered
    assert looked(pool, serve(redirect("http://10.0.0.1/", CLOSE)).url).answered
    assert not looked(pool, "http://127.0.0.1:9/").answered


@pytest.mark.parametrize(
    ("said", "quote", "state"),
    [
        ("<title>Just a moment...</title><p>{}.</p>", QUOTE, Look.READ),
        ("<title>Just a moment...</title><p>{}.</p>", f"{QUOTE} and more", Look.CHALLENGED),
        ("<h1>Buy this domain</h1><p>{}.</p>", QUOTE, Look.READ),
        ("<p>Accept all cookies</p><p>{}</p>", QUOTE, Look.READ),
        ("<p>{}</p><input type=password>", QUOTE, Look.READ),
        ("<h1>Buy this domain</h1>", "domain", Look.PARKED),
    ],
)
def test_a_page_with_what_is_quoted_is_the_page(
    pool: Pool, serve: Serve, said: str, quote: str, state: Look
) -> None:
    seen = looking.confirmed(looked(pool, serve(html(said.format(QUOTE))).url), [quote])
    assert seen.state == state


def test_a_refusal_that_has_what_is_quoted_is_a_refusal(pool: Pool, serve: Serve) -> None:
    seen = looked(pool, serve(html(f"<p>{QUOTE}</p>", status="403 Forbidden")).url)
    assert looking.confirmed(seen, [QUOTE]) == seen
