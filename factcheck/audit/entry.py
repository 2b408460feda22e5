"""A quotation checked when it is recorded: about a tenth are wrong on their first day."""

import asyncio
from dataclasses import replace

from sqlalchemy.orm import Session

from factcheck.audit.runner import Request
from factcheck.db import presence
from factcheck.documents.pool import Pool
from factcheck.errors import FetchFailed, Refused
from factcheck.fetch.client import Client
from factcheck.fetch.gate import Gate
from factcheck.looks import Capture, Presence
from factcheck.models import Evidence
from factcheck.services import looking, snapshots
from factcheck.services.looking import Seen
from factcheck.services.snapshots import Kept
from factcheck.text.show import shorten

#: Characters of a quotation in a message.
LONGEST = 100

#: What may be recorded without a word.
FINE = frozenset({
    Presence.EXACT, Presence.FOLDED, Presence.AMBIGUOUS, Presence.NO_QUOTE,
})  # fmt: skip

_SAID = {
    Presence.ALTERED_MINOR: "reads a little otherwise on the page",
    Presence.ALTERED_MATERIAL: "reads otherwise on the page",
    Presence.MOVED_OR_REPLACED: "is not on the page as it is",
    Presence.CONTEXT_CHANGED: "is taken back on the page",
    Presence.ABSENT: "is not on the page",
    Presence.COULD_NOT_LOOK: "could not be looked for",
}


def look(url: str, request: Request) -> Seen:
    """The page at an address, as a checker who cites it would see it."""

    async def one() -> Seen:
        with Pool() as pool:
            async with Client(
                allow=request.allow, contact=request.contact, gate=Gate(request.interval)
            ) as client:
                return await looking.look(client, pool, url)

    return replace(asyncio.run(one()), how=Capture.FETCHED)


def keep(session: Session, evidence: Evidence, seen: Seen, *, anyway: bool = False) -> Kept:
    """Keep the page with new evidence from it.

    Raises Refused where it does not have the quotation, FetchFailed where there is no page;
    with `anyway` neither: the next audit says so.
    """
    seen = looking.confirmed(seen, [evidence.quote or ""])
    kept = snapshots.keep(session, evidence.source_id, seen)
    session.refresh(evidence, ["presence"])
    if anyway:
        return kept
    hint = "Mend it, or add --anyway to record it with a finding."
    if kept.snapshot is None:
        told = seen.message or seen.state.value
        raise FetchFailed(f"The page could not be captured: {told.rstrip('.')}.", hint=hint)
    state = kept.presence[evidence.id]
    read = presence.read(evidence) or {}
    if read.get("hidden"):
        msg = f'"{shorten(evidence.quote or "", LONGEST)}" stands only where readers do not see it.'
        raise Refused(msg, hint=hint)
    if state not in FINE:
        why = (presence.newest(evidence) or {}).get("why")
        told = f": {why}" if why else ""
        words = shorten(" ".join((evidence.quote or "").split()), LONGEST)
        raise Refused(f'"{words}" {_SAID[state]}{told}.', hint=hint)
    return kept
