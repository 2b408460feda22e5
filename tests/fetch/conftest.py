from collections.abc import Iterator
from contextlib import ExitStack
from typing import Protocol

import pytest

from tests.fetch.servers import Manner, Server, says, serving


class Serve(Protocol):
    """`serve(manner)`, or the bytes that are said to everybody."""

    def __call__(self, manner: Manner | bytes, certificate: str | None = None) -> Server: ...


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as running:

        def start(manner: Manner | bytes, certificate: str | None = None) -> Server:
            spoken = says(manner) if isinstance(manner, bytes) else manner
            return running.enter_context(serving(spoken, certificate))

        yield start
