"""Everything that touches the network."""

from collections.abc import Collection

from factcheck.fetch.answers import Answer
from factcheck.fetch.failures import Hop

__all__ = ["Answer", "Hop", "get"]


def get(
    url: str,
    *,
    allow: Collection[str] = (),
    deadline: float = 60,
    limit: int = 25_000_000,
    contact: str | None = None,
) -> Answer:
    """The page at `url`; `deadline` in seconds, `limit` in bytes, `allow` as in Client.

    Raises BadInput where `url` is no address, a Failure (failures.py) where there is no answer.
    """
    # httpx takes a tenth of a second to load.
    import asyncio  # noqa: PLC0415

    from factcheck.fetch.client import Client, Limits  # noqa: PLC0415

    async def one() -> Answer:
        limits = Limits(deadline=deadline, size=limit)
        async with Client(allow=allow, contact=contact, limits=limits) as client:
            return await client.get(url)

    return asyncio.run(one())
