"""Names looked up in threads of their own, with a time limit."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Sequence
from itertools import zip_longest
from threading import Thread

#: From a host and a port to addresses; OSError where there are none.
Resolve = Callable[[str, int], Sequence[str]]

#: A name that is not answered for holds its thread for half a minute, though nobody waits.
AT_ONCE = 256

_NO_NAME = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


class LookupFailed(Exception):
    """No addresses; `gone` when the directory says that there is no such name."""

    def __init__(self, why: str, *, gone: bool = False) -> None:
        super().__init__(why)
        self.gone = gone


def system(host: str, port: int) -> list[str]:
    """The addresses that this machine's own resolver gives."""
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class Directory:
    """Looks names up, at most AT_ONCE at once.

    The event loop's own threads are six on a small machine, so that a few dead names would stop
    all others, and leaving the loop waits for them; these threads nobody waits for.
    """

    def __init__(self, resolve: Resolve = system) -> None:
        self._resolve = resolve
        self._free = asyncio.Semaphore(AT_ONCE)

    async def addresses(self, host: str, port: int, seconds: float) -> list[str]:
        """Every address of `host`, the families in turn; LookupFailed where there is none."""
        # Waiting for others is no fault of this name.
        await self._free.acquire()
        try:
            async with asyncio.timeout(seconds):
                found = await self._started(host, port)
        except TimeoutError as error:
            raise LookupFailed("the name was not found in time") from error
        except (OSError, UnicodeError) as error:
            raise _failed(error) from error
        if not found:
            raise LookupFailed("the name has no address", gone=True)
        return in_turn(found)

    def _started(self, host: str, port: int) -> asyncio.Future[list[str]]:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()

        def settle(found: list[str], error: Exception | None) -> None:
            self._free.release()
            if answer.done():
                return
            if error:
                answer.set_exception(error)
            else:
                answer.set_result(found)

        def work() -> None:
            found: list[str] = []
            failed = None
            try:
                found = list(self._resolve(host, port))
            except Exception as error:  # noqa: BLE001  whoever waits must hear of it
                failed = error
            # A loop that is closed by now has nobody waiting.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(settle, found, failed)

        Thread(target=work, name=f"look up {host}", daemon=True).start()
        return answer


def _failed(error: Exception) -> LookupFailed:
    if isinstance(error, UnicodeError):
        return LookupFailed("the name cannot be looked up", gone=True)
    gone = isinstance(error, socket.gaierror) and error.errno in _NO_NAME
    why = "there is no such name" if gone else "the name could not be looked up"
    return LookupFailed(why, gone=gone)


def in_turn(addresses: Sequence[str]) -> list[str]:
    """Without repeats, IPv4 and IPv6 in turn; the family of the first one begins."""
    single = list(dict.fromkeys(addresses))
    six = [address for address in single if ":" in address]
    four = [address for address in single if ":" not in address]
    families = (six, four) if single and ":" in single[0] else (four, six)
    return [address for pair in zip_longest(*families) for address in pair if address]
