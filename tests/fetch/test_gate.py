import asyncio
from datetime import UTC, datetime
from math import inf

import pytest

from factcheck.fetch import failures
from factcheck.fetch.failures import Failure, Hop
from factcheck.fetch.gate import AT_ONCE, Gate, seconds_until
from factcheck.fetch.urls import Place
from tests.fetch.clocks import Time

A = Place("a.org", 443)
B = Place("b.org", 443)
URL = "https://a.org/page"


async def turn(gate: Gate, place: Place = A) -> None:
    await gate.enter(place, URL)
    gate.leave(place)


def turns(gate: Gate, *places: Place) -> None:
    async def one_after_the_other() -> None:
        for place in places:
            await turn(gate, place)

    asyncio.run(one_after_the_other())


def refused(gate: Gate, place: Place = A) -> Failure:
    with pytest.raises(Failure) as caught:
        turns(gate, place)
    return caught.value


def test_requests_to_a_host_are_an_interval_apart() -> None:
    time = Time()
    turns(time.gate(1.5), A, A, A)
    assert time.slept == [1.5, 1.5]


def test_a_long_interval_is_waited_for() -> None:
    time = Time()
    turns(time.gate(90), A, A)
    assert time.slept == [90]


def test_hosts_do_not_wait_for_each_other() -> None:
    time = Time()
    turns(time.gate(), A, B, Place("127.0.0.1", 8001), Place("127.0.0.1", 8002))
    assert time.slept == []


def test_two_schemes_of_a_host_wait_for_each_other() -> None:
    time = Time()
    turns(time.gate(), A, Place("a.org", 80))
    assert time.slept == [1]


@pytest.mark.parametrize(("interval", "most"), [(1.0, 1), (0, AT_ONCE)])
def test_so_many_at_once_are_at_a_host(interval: float, most: int) -> None:
    gate = Time().gate(interval)
    inside: list[int] = []

    async def visit() -> None:
        await gate.enter(A, URL)
        inside.append(1)
        for _ in range(5):
            await asyncio.sleep(0)
        assert len(inside) <= most
        inside.pop()
        gate.leave(A)

    async def crowd() -> None:
        await asyncio.gather(*(visit() for _ in range(20)))

    asyncio.run(crowd())
    assert gate.open(A) is (interval == 0)


def test_who_gives_up_waiting_leaves_the_place_to_others() -> None:
    gate = Gate(50)

    async def given_up() -> bool:
        await turn(gate)
        waiting = asyncio.ensure_future(turn(gate))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return gate._doors["a.org"].room.locked()

    assert asyncio.run(given_up()) is False


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("9" * 5000, 9_999_999_999),
        ("Sun, 01 Mar 2026 12:01:00 GMT", 60),
        ("Sun, 01 Mar 2026 12:01:00", 60),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("Sun, 01 Mar 2026 12:01:00 +0100", 0),
        ("Sunday, 01-Mar-26 12:01:00 GMT", 60),
        *((said, None) for said in (None, "", "soon", "-5", "1.5", "\xb2", "1e9", "x" * 9999)),
        *((said, None) for said in ("Sun, 99 Mar 2026 12:01:00 GMT", "Sun, 01 Mar 99999999")),
    ],
)
def test_33_what_retry_after_means(header: str | None, seconds: float | None) -> None:
    assert seconds_until(header, NOW) == seconds


@pytest.mark.parametrize("status", [429, 503])
def test_33_34_a_short_park_is_waited_for(status: int) -> None:
    time = Time()
    gate = time.gate()
    gate.answered(A, status, "45")
    turns(gate, A)
    assert time.slept == [45]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("header", ["86400", "Fri, 31 Dec 2099 23:59:59 GMT"])
def test_33_34_a_long_park_ends_the_rest_without_requests(status: int, header: str) -> None:
    time = Time()
    gate = time.gate()
    gate.answered(A, status, header)
    error = refused(gate)
    assert (type(error), error.state, error.transient) == (failures.Throttled, "throttled", True)
    assert error.message == f"{URL} was left out: a.org wants no request for 60 minutes."
    turns(gate, B)
    assert time.slept == []


def test_33_a_park_is_an_hour_at_most() -> None:
    time = Time()
    gate = time.gate()
    gate.answered(A, 429, "86400")
    assert gate.wait(A) == 3600
    time.at = 3550
    turns(gate, A)
    assert time.slept == [50]


def test_33_nonsense_is_no_park() -> None:
    gate = Time().gate()
    gate.answered(A, 429, "soon")
    assert gate.wait(A) == 1


def test_41_each_refusal_doubles_the_pause_and_the_fifth_is_the_last() -> None:
    time = Time()
    gate = time.gate()
    for _ in range(4):
        gate.answered(A, 429)
        turns(gate, A)
    assert time.slept == [1, 2, 4, 8]
    gate.answered(A, 429)
    error = refused(gate)
    assert type(error) is failures.Throttled
    assert error.message == f"{URL} was left out: a.org refused every request of late."
    assert gate.wait(A) == inf


def test_41_a_success_forgives_all_refusals() -> None:
    time = Time()
    gate = time.gate(0)
    for _ in range(4):
        gate.answered(A, 429)
    gate.answered(A, 404)
    gate.arrived(A)
    time.at = 60
    for _ in range(4):
        gate.answered(A, 429)
    turns(gate, A)
    assert time.slept == [4]


def test_41_pages_forbidden_one_after_the_other_are_a_ban_where_pages_were_served() -> None:
    gate = Time().gate()
    for _ in range(100):
        gate.answered(B, 403)
    turns(gate, B)
    gate.answered(A, 200)
    for _ in range(9):
        gate.answered(A, 403)
    turns(gate, A)
    gate.answered(A, 403)
    assert type(refused(gate)) is failures.Throttled


def test_a_server_out_of_order_is_left_alone_later_than_one_that_refuses() -> None:
    time = Time()
    gate = time.gate()
    for _ in range(9):
        gate.answered(A, 502)
        turns(gate, A)
    assert time.slept == [1, 2, 4, 8, 16, 30, 30, 30, 30]
    gate.answered(A, 504)
    assert type(refused(gate)) is failures.Throttled


GONE = failures.NoSuchName("https://a.org/1 cannot be reached: there is no such name.", url=URL)


@pytest.mark.parametrize(
    "failure",
    [
        GONE,
        failures.Unreachable("x", url=URL),
        failures.TlsTrouble("x", url=URL, transient=True),
        failures.TooSlow("x", url=URL),
    ],
)
def test_three_failures_to_connect_in_a_row_are_the_failure_of_all(failure: Failure) -> None:
    gate = Time().gate(0)
    gate.failed(A, failure)
    gate.failed(A, failure)
    gate.answered(A, 200)
    gate.failed(A, failure)
    gate.failed(A, failure)
    turns(gate, A)
    gate.failed(A, failure)
    with pytest.raises(type(failure)) as caught:
        asyncio.run(gate.enter(A, URL, [Hop(301, "http://b.org/")]))
    assert (type(caught.value), caught.value.transient) == (type(failure), failure.transient)
    assert caught.value.hops == (Hop(301, "http://b.org/"),)
    assert caught.value.message == (
        f"{URL} was left out, since a.org failed 3 times in a row: {failure.message}"
    )
    turns(gate, Place("a.org", 80))


def test_other_failures_are_of_the_page_alone() -> None:
    time = Time()
    gate = time.gate(0)
    for kind in (failures.TooLarge, failures.Undecodable, failures.BadRedirect, failures.Unsafe):
        for _ in range(20):
            gate.failed(A, kind("x", url=URL))
    turns(gate, A)
    assert time.slept == []


def test_what_may_pass_is_waited_for_until_an_answer_came_whole() -> None:
    time = Time()
    gate = time.gate(0)
    for _ in range(3):
        gate.answered(A, 200)
        gate.failed(A, failures.BadAnswer("x", url=URL))
        turns(gate, A)
    gate.arrived(A)
    gate.failed(A, failures.BadAnswer("x", url=URL))
    turns(gate, A)
    assert time.slept == [0.5, 1, 2, 0.5]


@pytest.mark.parametrize(("asked", "kept"), [(3, 3), (0.5, 1), (3600, 10)])
def test_40_what_robots_txt_asks_for_is_kept_within_reason(asked: float, kept: float) -> None:
    time = Time()
    gate = time.gate()
    gate.delay(A, asked)
    turns(gate, A, A)
    assert time.slept == [kept]
