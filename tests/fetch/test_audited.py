"""What a run over many sources meets, and what it is told of it."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.failures import Failure, Hop
from tests.fetch.clocks import Time
from tests.fetch.conftest import Serve
from tests.fetch.servers import (
    PUBLIC,
    PUBLIC_SIX,
    Network,
    Server,
    Talk,
    answer,
    leads_to,
    redirect,
)
from tests.fetch.test_client import fetched

CLOSE = "Connection: close"
PAGE = answer(b"page", CLOSE)

Outcome = Answer | Failure


def outcomes(
    server: Server, *urls: str, time: Time | None = None, **settings: Any
) -> list[Outcome]:
    """What becomes of `urls`, one after the other; all names lead to `server`."""
    given: dict[str, Any] = {
        "gate": (time or Time()).gate(0),
        "resolve": leads_to(PUBLIC),
        "network": Network(server.port),
    }

    async def one(client: Client, url: str) -> Outcome:
        try:
            return await client.get(url)
        except Failure as failure:
            return failure

    async def all_of_them() -> list[Outcome]:
        async with Client(**(given | settings)) as client:
            return [await one(client, url) for url in urls]

    return asyncio.run(all_of_them())


def outcome(server: Server, url: str = "http://a.org/x", **settings: Any) -> Outcome:
    return outcomes(server, url, **settings)[0]


def in_turn(*said: bytes) -> Callable[[Talk], None]:
    """The manner of a server that says one thing after the other, the last for ever."""
    left = list(said)

    def manner(talk: Talk) -> None:
        talk.send(left.pop(0) if len(left) > 1 else left[0])

    return manner


def site(pages: Mapping[str, bytes]) -> Callable[[Talk], None]:
    """Pages by host and path; all others are missing."""

    def manner(talk: Talk) -> None:
        where = f"{talk.header('host')}{talk.path}"
        talk.send(pages.get(where, answer(b"", CLOSE, status="404 Not Found")))

    return manner


# Addresses


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://0177.0.0.1/", BadInput),
        ("http://a.org/\x1b[31m", BadInput),
        ("http://a.org:99999/", BadInput),
        ("http://a.org:0/", BadInput),
        ("mailto:me@a.org", failures.Unsafe),
        ("about:blank", failures.Unsafe),
    ],
)
def test_01_02_12_more_that_is_not_fetched(serve: Serve, url: str, kind: type[Exception]) -> None:
    server = serve(PAGE)
    with pytest.raises(kind):
        fetched(url, resolve=leads_to(PUBLIC), network=Network(server.port))
    assert server.heads == []


@pytest.mark.parametrize("name", ["intranet", "wiki.local", "a.onion", "localhost"])
def test_14_a_name_of_the_inner_network_is_fetched_where_the_user_says_so(
    serve: Serve, name: str
) -> None:
    found = outcome(serve(PAGE), f"http://{name}/", allow=[name], resolve=leads_to("10.0.0.1"))
    assert isinstance(found, Answer)
    assert found.body == b"page"


@pytest.mark.parametrize("port", [1, 22, 25, 3306, 6379, 8000, 9999, 65535])
def test_15_other_ports_are_refused_unless_they_are_allowed(serve: Serve, port: int) -> None:
    server = serve(PAGE)
    url = f"http://a.org:{port}/"
    assert type(outcome(server, url)) is failures.Unsafe
    assert type(outcome(server, url, allow=[f"a.org:{port}"])) is Answer


def test_16_spellings_of_a_page_lead_to_one_final_address(serve: Serve) -> None:
    home = "http://www.a.org/page"
    pages = {"a.org/page": redirect(home, CLOSE), "a.org/page?utm_source=x": redirect(home, CLOSE)}
    server = serve(site(pages | {"www.a.org/page": PAGE}))
    urls = ["http://A.org/page", "http://a.org/page?utm_source=x", home]
    found = [one for one in outcomes(server, *urls) if isinstance(one, Answer)]
    assert [one.url for one in found] == urls
    assert [one.final_url for one in found] == [home] * 3


# Transport


def test_18_a_beginning_is_marked_as_such(serve: Serve) -> None:
    server = serve(lambda talk: talk.drip([b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 1000] * 99]))
    got = fetched(server.url, allow=["127.0.0.1"], partial=True, limits=Limits(size=1500))
    assert (got.body, got.partial, got.ok) == (b"x" * 1500, True, True)


@pytest.mark.parametrize(
    ("cut", "state"),
    [
        (answer(b"half", "Content-Length: 8"), "incomplete"),
        (answer(b"5\r\nhel", "Transfer-Encoding: chunked"), "incomplete"),
        (b"", "bad-answer"),
        (b"HTTP/0.9 is no more", "bad-answer"),
        (b"\x15\x03\x01\x00\x02\x02\x46", "bad-answer"),
        (answer(b"zz\r\nhello\r\n", "Transfer-Encoding: chunked"), "bad-answer"),
    ],
)
def test_19_25_what_may_pass_is_tried_again(serve: Serve, cut: bytes, state: str) -> None:
    time = Time()
    healed = serve(in_turn(cut, cut, PAGE))
    found = outcome(healed, time=time)
    assert isinstance(found, Answer)
    assert (found.body, time.slept, len(healed.heads)) == (b"page", [0.5, 1], 3)
    broken = serve(in_turn(cut))
    lost = outcome(broken)
    assert isinstance(lost, Failure)
    assert (lost.state, lost.transient, len(broken.heads)) == (state, True, 3)


@pytest.mark.parametrize("status", ["502 Bad Gateway", "503 Unavailable", "504 Timeout"])
def test_what_a_gateway_says_is_asked_again(serve: Serve, status: str) -> None:
    trouble = answer(b"", CLOSE, status=status)
    found = outcome(serve(in_turn(trouble, trouble, PAGE)))
    assert isinstance(found, Answer)
    assert found.status == 200
    server = serve(trouble)
    found = outcome(server)
    assert isinstance(found, Answer)
    assert (found.status, len(server.heads)) == (int(status[:3]), 3)


def test_a_gateway_that_stays_out_of_order_is_asked_less_and_less(serve: Serve) -> None:
    time = Time()
    server = serve(answer(b"", CLOSE, status="502 Bad Gateway"))
    found = outcomes(server, *(f"http://a.org/{n}" for n in range(20)), time=time)
    asked = [head.split()[1] for head in server.heads]
    assert asked == [b"/0"] * 3 + [b"/1"] * 3 + [b"/2", b"/3", b"/4", b"/5"]
    assert time.slept == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert {type(one) for one in found[6:]} == {failures.Throttled}


@pytest.mark.parametrize(
    "said",
    [
        answer(b"", CLOSE, status="500 Oh"),
        answer(b"", CLOSE, status="404 None"),
        answer(b"x", CLOSE, "Content-Encoding: br"),
        redirect("nowhere:x", CLOSE),
    ],
)
def test_what_will_not_pass_is_asked_once(serve: Serve, said: bytes) -> None:
    server = serve(said)
    outcome(server)
    assert len(server.heads) == 1


def test_a_redirect_s_target_is_tried_again_without_the_way_to_it(serve: Serve) -> None:
    later = [b"", PAGE]

    def manner(talk: Talk) -> None:
        talk.send(redirect("/b", CLOSE) if talk.path == "/a" else later.pop(0))

    server = serve(manner)
    found = outcome(server, "http://a.org/a")
    assert isinstance(found, Answer)
    assert found.hops == (Hop(302, "http://a.org/a"),)
    assert [head.split()[1] for head in server.heads] == [b"/a", b"/b", b"/b"]


def test_a_form_is_sent_once(serve: Serve) -> None:
    server = serve(answer(b"", CLOSE, status="503 Unavailable"))

    async def posted() -> int:
        async with Client(allow=["127.0.0.1"], gate=Time().gate()) as client:
            return (await client.post(server.url, data={})).status

    assert (asyncio.run(posted()), len(server.heads)) == (503, 1)


def test_there_is_no_other_try_after_the_deadline(serve: Serve) -> None:
    server = serve(b"")
    lost = outcome(server, limits=Limits(deadline=0.4))
    assert type(lost) is failures.BadAnswer
    assert len(server.heads) == 1


def test_26_each_way_into_the_woods_has_a_state_of_its_own(serve: Serve) -> None:
    server = serve(
        site(
            {
                "a.org/circle": redirect("/circle", CLOSE),
                "a.org/none": answer(b"", CLOSE, status="301 Moved"),
                "a.org/odd": redirect("http://[", CLOSE),
            }
        )
    )
    names = ("circle", "none", "odd")
    found = outcomes(server, *(f"http://a.org/{name}" for name in names))
    states = [one.state for one in found if isinstance(one, Failure)]
    assert states == ["too-many-redirects", "bad-redirect", "bad-redirect"]


@pytest.mark.parametrize("status", [301, 308, 302, 303, 307])
def test_27_a_page_that_moved_says_where_and_for_how_long(serve: Serve, status: int) -> None:
    server = serve(
        site({"a.org/x": redirect("http://b.org/y", CLOSE, status=f"{status} On"), "b.org/y": PAGE})
    )
    found = outcome(server)
    assert isinstance(found, Answer)
    assert (found.url, found.final_url) == ("http://a.org/x", "http://b.org/y")
    assert found.hops == (Hop(status, "http://a.org/x"),)


@pytest.mark.parametrize("target", ["/", "/login?next=/x", "/404", "/error", "http://consent.org/"])
def test_28_where_a_page_sends_visitors_is_told(serve: Serve, target: str) -> None:
    server = serve(lambda talk: talk.send(redirect(target, CLOSE) if talk.path == "/x" else PAGE))
    found = outcome(server)
    assert isinstance(found, Answer)
    assert (found.status, found.hops) == (200, (Hop(302, "http://a.org/x"),))
    assert found.final_url == (target if target.startswith("http") else f"http://a.org{target}")


@pytest.mark.parametrize(
    "body",
    [b'<meta http-equiv="refresh" content="0; url=/y">', b"<script>location = '/y'</script>"],
)
def test_29_a_page_that_would_send_a_browser_on_comes_as_it_is(serve: Serve, body: bytes) -> None:
    server = serve(answer(body, CLOSE, "Content-Type: text/html", "Refresh: 0; url=/y"))
    found = outcome(server)
    assert isinstance(found, Answer)
    assert (found.body, found.final_url, len(server.heads)) == (body, "http://a.org/x", 1)


@pytest.mark.parametrize("certificate", ["good.pem", "expired.pem", "self-signed.pem"])
def test_30_without_proof_only_when_that_is_asked_for(serve: Serve, certificate: str) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    server = serve(PAGE, certificate)
    assert type(outcome(server, "https://a.org/")) is failures.TlsTrouble
    assert type(outcome(server, "https://a.org/", context=trusting)) is Answer


@pytest.mark.parametrize(
    ("number", "state", "transient"),
    [
        (socket.EAI_NONAME, "no-such-name", False),
        (socket.EAI_AGAIN, "unreachable", True),
        (socket.EAI_FAIL, "unreachable", True),
    ],
)
def test_31_names_are_looked_up_once_an_errand(
    serve: Serve, number: int, state: str, *, transient: bool
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        raise socket.gaierror(number, "x")

    found = outcomes(serve(PAGE), *["http://a.org/"] * 5, resolve=resolve)
    assert [(one.state, one.transient) for one in found if isinstance(one, Failure)] == [
        (state, transient)
    ] * 5
    assert len(asked) == 3


def test_32_a_host_with_one_family_of_addresses(serve: Serve) -> None:
    server = serve(PAGE)
    for address in (PUBLIC, PUBLIC_SIX):
        assert type(outcome(server, resolve=leads_to(address))) is Answer


def test_32_a_host_all_of_whose_addresses_refuse(serve: Serve) -> None:
    network = Network(serve(PAGE).port, refusing=[PUBLIC, PUBLIC_SIX])
    lost = outcome(serve(PAGE), network=network, resolve=leads_to(PUBLIC, PUBLIC_SIX))
    assert type(lost) is failures.Unreachable
    assert network.reached == [PUBLIC, PUBLIC_SIX] * 3
