"""A server in a process of its own that answers at every address of 127.0.0.0/8, after a while."""

import asyncio
import contextlib
import multiprocessing
import os
import socket
from collections.abc import Callable, Iterator

#: Seconds until an answer comes.
LATENCY = 0.05

#: From the path that was asked, without its first slash, to a whole answer.
Answer = Callable[[bytes], bytes]


def host(number: int) -> str:
    """The address that stands for a host."""
    return f"127.0.{number // 250 + 1}.{number % 250 + 1}"


@contextlib.contextmanager
def serving(answer: Answer) -> Iterator[int]:
    """The port at which it listens."""
    with socket.create_server(("", 0), backlog=1000) as listening:
        server = multiprocessing.get_context("fork").Process(
            target=_serve, args=(listening, answer), daemon=True
        )
        server.start()
        try:
            yield listening.getsockname()[1]
        finally:
            server.terminate()
            server.join()


def _serve(listening: socket.socket, answer: Answer) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                asked = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1][1:]
                await asyncio.sleep(LATENCY)
                writer.write(answer(asked))
                await writer.drain()
        writer.close()

    async def serve() -> None:
        server = await asyncio.start_server(talk, sock=listening)
        await server.serve_forever()

    os.nice(5)
    asyncio.run(serve())
