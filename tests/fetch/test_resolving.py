import asyncio
import socket
import threading
from collections.abc import Sequence

import pytest

from factcheck.fetch.resolving import AT_ONCE, Directory, LookupFailed, in_turn, system
from tests.fetch.servers import leads_to


def looked_up(directory: Directory, host: str = "a.org", seconds: float = 30) -> list[str]:
    return asyncio.run(directory.addresses(host, 80, seconds))


def failing(error: Exception) -> Directory:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise error

    return Directory(resolve)


def test_the_machine_s_own_resolver_knows_this_machine() -> None:
    assert "127.0.0.1" in system("localhost", 80)


def test_families_in_turn_and_no_address_twice() -> None:
    four, six = ["1.1.1.1", "2.2.2.2", "3.3.3.3"], ["2606::1", "2606::2"]
    assert in_turn([*four, *six]) == ["1.1.1.1", "2606::1", "2.2.2.2", "2606::2", "3.3.3.3"]
    assert in_turn([*six, *four, *six]) == ["2606::1", "1.1.1.1", "2606::2", "2.2.2.2", "3.3.3.3"]
    assert in_turn([]) == []


@pytest.mark.parametrize(
    ("error", "gone", "why"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), True, "there is no such name"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), False, "the name could not be looked up"),
        (socket.gaierror(socket.EAI_FAIL, "x"), False, "the name could not be looked up"),
        (OSError("x"), False, "the name could not be looked up"),
        (UnicodeError("label too long"), True, "the name cannot be looked up"),
    ],
)
def test_a_name_that_is_gone_is_told_from_bad_weather(
    error: Exception, *, gone: bool, why: str
) -> None:
    with pytest.raises(LookupFailed) as failed:
        looked_up(failing(error))
    assert (str(failed.value), failed.value.gone) == (why, gone)


def test_a_name_without_addresses_is_gone() -> None:
    with pytest.raises(LookupFailed) as failed:
        looked_up(Directory(leads_to()))
    assert failed.value.gone


def test_a_bug_of_the_resolver_reaches_whoever_waits() -> None:
    with pytest.raises(ZeroDivisionError):
        looked_up(failing(ZeroDivisionError()))


def test_a_slow_directory_is_not_waited_for() -> None:
    over = threading.Event()

    def resolve(host: str, port: int) -> Sequence[str]:
        over.wait()
        return ["1.1.1.1"]

    with pytest.raises(LookupFailed) as failed:
        looked_up(Directory(resolve), seconds=0.05)
    over.set()
    assert (str(failed.value), failed.value.gone) == ("the name was not found in time", False)


def test_dead_names_do_not_stop_the_others() -> None:
    over = threading.Event()

    def resolve(host: str, port: int) -> Sequence[str]:
        if host == "dead.org":
            over.wait()
        return ["1.1.1.1"]

    async def both() -> list[str]:
        directory = Directory(resolve)
        dead = [
            asyncio.ensure_future(directory.addresses("dead.org", 80, 600))
            for _ in range(AT_ONCE - 1)
        ]
        found = await directory.addresses("a.org", 80, 600)
        over.set()
        await asyncio.gather(*dead)
        return found

    assert asyncio.run(both()) == ["1.1.1.1"]
