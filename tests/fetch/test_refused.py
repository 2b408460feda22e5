"""Hosts that refuse, ban, park or never answer, met by a run over many sources."""

import asyncio

import pytest

from factcheck.fetch import failures
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.failures import Hop
from tests.fetch.clocks import Time
from tests.fetch.conftest import Serve
from tests.fetch.servers import PUBLIC, Network, Talk, answer, leads_to, redirect
from tests.fetch.test_audited import CLOSE, PAGE, in_turn, outcome, outcomes, site
from tests.fetch.test_client import fetched


@pytest.mark.parametrize("status", ["429 Slow", "503 Later"])
def test_33_34_a_short_wish_is_heeded(serve: Serve, status: str) -> None:
    time = Time()
    wish = answer(b"", CLOSE, "Retry-After: 30", status=status)
    found = outcome(serve(in_turn(wish, PAGE)), time=time)
    assert isinstance(found, Answer)
    assert (found.status, time.slept) == (200, [30])


def test_33_a_short_wish_is_heeded_once(serve: Serve) -> None:
    time = Time()
    server = serve(answer(b"", CLOSE, "Retry-After: 20", status="429 Slow"))
    found = outcome(server, time=time)
    assert isinstance(found, Answer)
    assert (found.status, time.slept, len(server.heads)) == (429, [20], 2)


@pytest.mark.parametrize("status", ["429 Slow", "503 Later"])
@pytest.mark.parametrize("wish", ["86400", "Fri, 31 Dec 2099 23:59:59 GMT"])
def test_33_34_a_long_wish_parks_the_host(serve: Serve, status: str, wish: str) -> None:
    time = Time()
    server = serve(answer(b"", CLOSE, f"Retry-After: {wish}", status=status))
    first, *others = outcomes(server, *["http://a.org/x"] * 9, time=time)
    assert isinstance(first, Answer)
    assert first.status == int(status[:3])
    assert {type(one) for one in others} == {failures.Throttled}
    assert (len(server.heads), time.slept) == (1, [])


@pytest.mark.parametrize("wish", ["soon", "-1", ""])
def test_33_a_wish_that_means_nothing_makes_pauses_longer(serve: Serve, wish: str) -> None:
    time = Time()
    server = serve(answer(b"", CLOSE, f"Retry-After: {wish}", status="429 Slow"))
    found = outcomes(server, *["http://a.org/x"] * 9, time=time)
    assert [one.status for one in found if isinstance(one, Answer)] == [429] * 5
    assert {type(one) for one in found[5:]} == {failures.Throttled}
    assert (len(server.heads), time.slept) == (5, [0.5, 1, 2, 4])


def test_33_a_parked_host_is_not_reached_through_redirects(serve: Serve) -> None:
    slow = answer(b"", CLOSE, "Retry-After: 999", status="429 Slow")
    server = serve(site({"a.org/": slow, "b.org/": redirect("http://a.org/", CLOSE)}))
    _, found = outcomes(server, "http://a.org/", "http://b.org/")
    assert isinstance(found, failures.Throttled)
    assert (found.url, found.hops) == ("http://a.org/", (Hop(302, "http://b.org/"),))
    assert found.message == ("http://a.org/ was left out: a.org wants no request for 17 minutes.")


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 407, 410, 451, 500, 999])
def test_35_36_refusals_are_answers_and_no_deaths(serve: Serve, status: int) -> None:
    server = serve(answer(b"why", CLOSE, "WWW-Authenticate: Basic", status=f"{status} No"))
    found = outcomes(server, *["http://a.org/x"] * 30)
    assert [(one.status, one.body) for one in found if isinstance(one, Answer)] == [
        (status, b"why")
    ] * 30
    assert len(server.heads) == 30


def test_37_a_page_that_is_not_there_and_its_neighbour_come_alike(serve: Serve) -> None:
    server = serve(answer(b"Sorry!", CLOSE))
    page, neighbour = outcomes(server, "http://a.org/x", "http://a.org/8f2c1e")
    assert isinstance(page, Answer)
    assert isinstance(neighbour, Answer)
    assert (page.status, page.body) == (neighbour.status, neighbour.body) == (200, b"Sorry!")


@pytest.mark.parametrize(
    "said",
    [
        answer(b"", CLOSE),
        answer(b"", CLOSE, status="204 No Content"),
        answer(b"", CLOSE, status="205 Reset Content"),
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        answer(b"", CLOSE, "Content-Encoding: gzip"),
        answer(b"0\r\n\r\n", CLOSE, "Transfer-Encoding: chunked"),
    ],
)
def test_38_an_empty_page_is_an_answer(serve: Serve, said: bytes) -> None:
    found = outcome(serve(said))
    assert isinstance(found, Answer)
    assert (found.body, found.partial, found.ok) == (b"", False, True)


@pytest.mark.parametrize(
    "condition",
    [{"If-None-Match": 'W/"x"'}, {"if-modified-since": "Sun, 01 Mar 2026 12:00:00 GMT"}],
)
@pytest.mark.parametrize("more", [[], ["Content-Length: 500"], ["Content-Encoding: gzip"]])
def test_39_what_is_unchanged_is_an_answer(
    serve: Serve, condition: dict[str, str], more: list[str]
) -> None:
    def manner(talk: Talk) -> None:
        known = any(talk.header(name.lower()) for name in condition)
        unchanged = answer(b"", CLOSE, *more, status="304 Not Modified")
        talk.send(unchanged if known else PAGE)

    url = serve(manner).url
    got = fetched(url, condition, allow=["127.0.0.1"])
    assert (got.status, got.body, got.when.tzinfo is not None) == (304, b"", True)
    assert fetched(url, allow=["127.0.0.1"]).body == b"page"


def test_39_a_condition_holds_over_redirects(serve: Serve) -> None:
    server = serve(
        site({"a.org/x": redirect("/y", CLOSE), "a.org/y": answer(b"", CLOSE, status="304 Same")})
    )
    got = fetched(
        "http://a.org/x",
        {"If-None-Match": '"x"'},
        resolve=leads_to(PUBLIC),
        network=Network(server.port),
    )
    assert (got.status, got.final_url) == (304, "http://a.org/y")
    assert b'if-none-match: "x"\r\n' in server.heads[1]


def test_41_a_host_that_bans_us_after_thousands_is_left_alone(serve: Serve) -> None:
    time = Time()
    fine = [answer(b"page", CLOSE)] * 200
    server = serve(in_turn(*fine, answer(b"", CLOSE, status="429 Enough")))
    found = outcomes(server, *(f"http://a.org/{n}" for n in range(500)), time=time)
    statuses = [one.status for one in found if isinstance(one, Answer)]
    assert statuses == [200] * 200 + [429] * 5
    assert {type(one) for one in found[205:]} == {failures.Throttled}
    assert (len(server.heads), time.slept) == (205, [0.5, 1, 2, 4])


def test_41_a_ban_may_be_a_403(serve: Serve) -> None:
    server = serve(in_turn(PAGE, answer(b"", CLOSE, status="403 Enough")))
    found = outcomes(server, *(f"http://a.org/{n}" for n in range(50)))
    statuses = [one.status for one in found if isinstance(one, Answer)]
    assert statuses == [200] + [403] * 10
    assert {type(one) for one in found[11:]} == {failures.Throttled}
    assert len(server.heads) == 11


def test_a_host_that_is_dead_is_not_asked_for_every_page(serve: Serve) -> None:
    network = Network(serve(PAGE).port, refusing=[PUBLIC])
    found = outcomes(serve(PAGE), *["http://a.org/x"] * 50, network=network)
    assert {type(one) for one in found} == {failures.Unreachable}
    assert network.reached == [PUBLIC] * 3


def test_a_host_that_never_answers_is_not_waited_for_on_every_page(serve: Serve) -> None:
    def silent(talk: Talk) -> None:
        talk.over.wait()

    server = serve(silent)
    found = outcomes(server, *["http://a.org/x"] * 9, limits=Limits(deadline=0.2))
    assert {type(one) for one in found} == {failures.TooSlow}
    assert len(server.heads) == 3


def test_waiting_for_a_turn_does_not_count_against_the_deadline(serve: Serve) -> None:
    def slow(talk: Talk) -> None:
        talk.over.wait(0.1)
        talk.send(PAGE)

    server = serve(slow)

    async def many() -> list[int]:
        async with Client(
            gate=Time().gate(1),
            limits=Limits(deadline=0.6),
            resolve=leads_to(PUBLIC),
            network=Network(server.port),
        ) as client:
            asked = [client.get(f"http://a.org/{n}") for n in range(9)]
            return [one.status for one in await asyncio.gather(*asked)]

    assert asyncio.run(many()) == [200] * 9
