"""What became of the claims between two drafts, and what is new: one screen of it, and as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from factcheck.models import Article, Revision
from factcheck.services import carrying, zones
from factcheck.services.carrying import Carried
from factcheck.services.coverage import line_of
from factcheck.services.drafts import Draft
from factcheck.services.zones import Zones
from factcheck.text import sentences, worth
from factcheck.text.folding import folded
from factcheck.text.markup import veiled
from factcheck.text.spans import Span
from factcheck.words import Fate, SpanState

Shape = dict[str, Any]

#: Of a claim that stands at several places, the fate that asks for most work counts.
WORST = (
    Fate.LOST, Fate.CHANGED, Fate.CUT, Fate.AGREED, Fate.RETURNED, Fate.CARRIED,
)  # fmt: skip


@dataclass(slots=True)
class Comparison:
    """Two drafts side by side."""

    article: Article
    before: int
    after: int
    found: Sequence[Carried]
    #: Checkable sentences of the draft after that the one before does not have.
    new: Sequence[Span]
    text: str
    zones: Zones
    remarks: Sequence[str] = ()


def between(session: Session, article: Article, before: Revision, after: Revision) -> Comparison:
    """Two stored drafts."""
    draft = Draft(after.text, zones.of_revision(session, after).parts)
    return with_draft(session, article, before, draft, after.number)


def with_draft(
    session: Session, article: Article, before: Revision, draft: Draft, number: int
) -> Comparison:
    """A stored draft, and one that has come in as `number`."""
    return planned(article, before, draft, number, carrying.plan(session, before, draft.text))


def planned(
    article: Article, before: Revision, draft: Draft, number: int, plan: Iterable[Carried]
) -> Comparison:
    """The same where it is known already what became of the claims."""
    found = [e for e in plan if not e.claim.hidden and e.claim.same_as_id is None]
    new = new_sentences(before.text, draft.text, found, article.language)
    shown = Zones(draft.zones)
    return Comparison(article, before.number, number, found, new, draft.text, shown, draft.remarks)


def new_sentences(before: str, after: str, found: Iterable[Carried], language: str) -> list[Span]:
    """Checkable sentences, in order, that were not in the draft before and hold no claim."""
    page = folded(before)
    known = {folded(before[start:end]) for start, end in sentences.split(before, language)}
    taken = [Span(each.start, each.end) for each in found if each.state != SpanState.LOST]
    proposals = [each.span for each in worth.rank(veiled(after), language) if each.checkable]
    words = {span: folded(after[span.start : span.end]) for span in proposals}
    # Most sentences are known as they are: looking through the whole text is for the others.
    fresh = [span for span, said in words.items() if said not in known and said not in page]
    return sorted(span for span in fresh if not any(span.meets(other) for other in taken))


def fate(each: Carried) -> Fate:
    """What became of one place of a claim."""
    if each.state == SpanState.LOST:
        return Fate.CUT if each.as_agreed else Fate.LOST
    if each.state == SpanState.CHANGED:
        return Fate.AGREED if each.as_agreed else Fate.CHANGED
    return Fate.RETURNED if each.returned else Fate.CARRIED


def fates(comparison: Comparison) -> dict[int, Fate]:
    """The fate of each claim by its number."""
    worst: dict[int, Fate] = {}
    for each in news(comparison):
        known = worst.get(each.claim.id, Fate.CARRIED)
        worst[each.claim.id] = min(known, fate(each), key=WORST.index)
    return worst


def news(comparison: Comparison) -> list[Carried]:
    """All but what was lost in the draft before already, and still is."""
    lost = SpanState.LOST
    return [e for e in comparison.found if not (e.state == lost and e.span.state == lost)]


def counts(comparison: Comparison) -> dict[str, int]:
    """How many claims met which fate, and how many sentences are new."""
    every = list(fates(comparison).values())
    return {**{each.value: every.count(each) for each in Fate}, "new": len(comparison.new)}


def fixes(comparison: Comparison) -> tuple[list[int], list[int]]:
    """The claims whose agreed fix is in the draft, and those whose fix is not yet."""
    agreed = {each.claim.id for each in comparison.found if each.fix is not None}
    done = {each.claim.id for each in comparison.found if each.fixed}
    return sorted(done), sorted(agreed - done)


def shape(comparison: Comparison) -> Shape:
    """The comparison as JSON."""
    done, missing = fixes(comparison)
    article = comparison.article
    return {
        "article": {"id": article.id, "slug": article.slug, "title": article.title},
        "from": comparison.before,
        "to": comparison.after,
        "summary": counts(comparison),
        "fixes": {"agreed": len(done) + len(missing), "in_draft": done, "missing": missing},
        "claims": [place(each) for each in news(comparison)],
        "new": [_sentence(span, comparison) for span in comparison.new],
        "remarks": list(comparison.remarks),
    }


def place(each: Carried) -> Shape:
    """One place of a claim in both drafts."""
    return {
        "claim": each.claim.id,
        "fate": fate(each).value,
        "state": each.state.value,
        "before": each.before,
        "after": each.after,
        "start": each.start,
        "end": each.end,
        "changed": [
            {"what": d.what.value, "before": d.before, "after": d.after} for d in each.changed
        ],
        "ambiguous": each.ambiguous,
        "fix": each.fix.wording or each.fix.action if each.fix else None,
        "fix_in_draft": each.fixed if each.fix else None,
    }


def _sentence(span: Span, comparison: Comparison) -> Shape:
    return {
        "text": comparison.text[span.start : span.end],
        "start": span.start,
        "end": span.end,
        "zone": comparison.zones.at(span.start),
        "line": line_of(comparison.text, span.start),
    }
