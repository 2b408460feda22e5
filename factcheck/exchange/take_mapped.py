"""Claims from any CSV: what its rows cite is cited, and what they conclude is not taken."""

from contextlib import nullcontext
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from factcheck.db.session import attempt
from factcheck.errors import BadInput, FactcheckError
from factcheck.exchange import mapped
from factcheck.exchange.mapped import Map
from factcheck.models import Article, Claim
from factcheck.services import claims, lookup, sources
from factcheck.services.evidence import NewEvidence
from factcheck.services.intake import Incoming
from factcheck.services.sources import NewSource
from factcheck.text.addresses import looks_like_url


@dataclass(slots=True)
class MappedResult:
    """What a table brought; claims by number."""

    added: list[int] = field(default_factory=list)
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    #: Columns that were left out, by their names.
    unmapped: list[str] = field(default_factory=list)


def take(
    session: Session,
    data: bytes,
    mapping: Map,
    article: Article | None = None,
    keep_going: bool = False,  # noqa: FBT001, FBT002  the command's own option, passed by name
) -> MappedResult:
    """A claim a row, of `article` if the row names none.

    Raises BadInput or Refused, with the line; with `keep_going` rows that are wrong are left out
    and listed.
    """
    table = mapped.read(data, mapping)
    result = MappedResult(unmapped=table.unmapped)
    for line, item in table.items:
        try:
            if isinstance(item, BadInput):
                raise item
            with attempt(session) if keep_going else nullcontext():
                new = _add(session, item, article)
                result.unchanged += new is None
                result.added += [] if new is None else [new.id]
        except FactcheckError as error:
            error.line = error.line or line
            if not keep_going:
                raise
            result.refused.append((line, error.message))
    return result


def _add(session: Session, item: Incoming, article: Article | None) -> Claim | None:
    """The new claim; None where it is here already."""
    if item.article:
        article = lookup.article(session, item.article)
    elif article is None and item.claim.quote:
        article = lookup.the_article(session, None)
    if claims.same_as(session, item.claim, article) is not None:
        return None
    for piece in item.claim.evidence:
        piece.seen = False
        _name_source(session, piece, article)
    return claims.add(session, item.claim, article)


def _name_source(session: Session, piece: NewEvidence, article: Article | None) -> None:
    """A name that is not known yet is a new source: nobody typed it for a key."""
    name = (piece.source or "").strip()
    if not name or looks_like_url(name) or name.startswith("source:"):
        return
    if lookup.known_source(session, name, article) is None:
        made, _ = sources.add(session, NewSource(name))
        piece.source = f"source:{made.id}"
