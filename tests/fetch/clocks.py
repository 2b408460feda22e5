"""Time that passes as fast as it is waited for."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from factcheck.fetch.gate import Gate


@dataclass
class Time:
    """Seconds since the test began, and how long was waited, wait for wait."""

    at: float = 0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds
        await asyncio.sleep(0)

    def gate(self, interval: float = 1.0) -> Gate:
        return Gate(interval, **self.times)

    @property
    def times(self) -> dict[str, Any]:
        return {"now": self.now, "sleep": self.sleep}
