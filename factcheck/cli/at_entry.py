"""`--capture`: the page is kept, and the quotation looked for, when evidence is recorded."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.errors import BadInput, Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Evidence
    from factcheck.services.evidence import NewEvidence
    from factcheck.services.looking import Seen

Capture = Annotated[
    bool,
    typer.Option("--capture", help="Keep the page, and refuse a quotation that is not on it."),
]
Anyway = Annotated[
    bool, typer.Option("--anyway", help="Record it all the same; the next audit says so.")
]


@dataclass(frozen=True, slots=True)
class Look:
    """What was fetched before the record is written."""

    seen: "Seen"
    anyway: bool

    def keep(self, session: "Session", evidence: "Evidence") -> None:
        from factcheck.audit import entry

        entry.keep(session, evidence, self.seen, anyway=self.anyway)


def look(
    piece: "NewEvidence | None", article: str | None, allow: list[str] | None, *,
    capture: bool, anyway: bool,
) -> Look | None:  # fmt: skip
    """The page that new evidence is from; None where nobody asked for it."""
    from factcheck.audit import entry
    from factcheck.audit.runner import Request
    from factcheck.cli.network import fetching

    if not capture:
        if anyway:
            raise Usage("--anyway goes with --capture.")
        return None
    if piece is None:
        raise Usage("--capture needs evidence.", hint="Add --source URL --evidence QUOTE.")
    url = _address(piece, article)
    return Look(entry.look(url, Request(**fetching(0, allow))), anyway)


def _address(piece: "NewEvidence", article: str | None) -> str:
    from factcheck.cli.context import reading
    from factcheck.services import lookup
    from factcheck.text.addresses import checked_url, looks_like_url

    word = piece.source or (piece.place or "").split(" ")[0]
    if looks_like_url(word):
        return checked_url(word)
    with reading() as session:
        within: Any = lookup.article(session, article) if article else None
        source = lookup.source(session, word, within)
        key, url = source.key, source.url
    if not url:
        hint = f"factcheck source capture {key} --file FILE"
        raise BadInput(f"{key} has no address to fetch.", hint=hint)
    return url
