"""What a report says, as data: the same for every format."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from factcheck.models import Article
from factcheck.services import article_shapes, house, lifts, listing, shapes
from factcheck.services.listing import Filter
from factcheck.words import Outcome

Shape = dict[str, Any]

#: Outcomes that say the words must change, or cannot stand as they are.
MUST_CHANGE = (
    Outcome.CHANGE, Outcome.ATTRIBUTE, Outcome.CUT_ASKED, Outcome.PARTLY, Outcome.WRONG,
)  # fmt: skip
#: Outcomes that wait for somebody.
OPEN = (Outcome.ASK, Outcome.OPEN)


def of_article(session: Session, article: Article, *, reveal: bool = False) -> Shape:
    """{"article", "words", "summary", "claims", "let_stand"}; claims in reading order."""
    ids = listing.chosen(session, Filter(article=article))
    content = of_claims(session, ids, reveal=reveal, article=article.id)
    notes = shapes.notes(session, article_id=article.id)
    content["article"] = {**article_shapes.article(session, article), "notes": notes}
    return content


def of_claims(
    session: Session, ids: Sequence[int], *, reveal: bool = False, article: int | None = None
) -> Shape:
    claims = list(shapes.claims(session, ids, reveal=reveal))
    for claim in claims:
        claim["notes"] = shapes.notes(session, claim_id=claim["id"])
    return {
        "article": None,
        "words": house.words(session),
        "summary": summary(claims),
        "claims": claims,
        "let_stand": lifts.about(session, ids, article),
    }


def summary(claims: Sequence[Shape]) -> Shape:
    """Counts by outcome, and the numbers of the claims that want something done."""
    outcomes: dict[str, int] = {}
    for claim in claims:
        outcomes[claim["outcome"]] = outcomes.get(claim["outcome"], 0) + 1
    return {
        "claims": len(claims),
        "outcomes": {o.value: outcomes[o] for o in Outcome if o in outcomes},
        "must_change": [c["id"] for c in claims if c["outcome"] in MUST_CHANGE],
        "recheck": [c["id"] for c in claims if c["stale"]],
        "open": [c["id"] for c in claims if c["outcome"] in OPEN],
    }
