"""What stands between a piece and print: what is open in this record, never that it may run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.codes import CODES, Severity
from factcheck.db import derived, rechecks, standing
from factcheck.db.standing import Facts
from factcheck.errors import NotFound
from factcheck.models import Article, Claim
from factcheck.models.claim import NOWHERE
from factcheck.services import coverage, lifts, listing, shapes
from factcheck.services.findings import Finding, basis
from factcheck.services.listing import Filter
from factcheck.services.needs import NEEDS_EVIDENCE, told, unmet
from factcheck.services.signing import Seat
from factcheck.words import Conclusion, FixState, Outcome, SpanState


@dataclass(slots=True)
class Gate:
    """What is open, what is worth a word, what was lifted; claims that the editor lets stand."""

    article: Article
    open: Sequence[Finding]
    warnings: Sequence[Finding]
    lifted: Sequence[Finding]
    #: Numbers of claims.
    stet: Sequence[int]


def gate(session: Session, article: Article) -> Gate:
    """Everything that keeps this piece from print, in reading order."""
    found: list[Finding] = []
    stet: set[int] = set()
    watch = _Watch(session, article)
    ids = listing.chosen(session, Filter(article=article))
    for facts in _facts(session, ids):
        if facts.claim.same_as_id is not None:
            continue
        if facts.claim.outcome == Outcome.STET:
            stet.add(facts.claim.id)
        else:
            found += watch.about(facts)
    found += watch.gaps()
    lifted = lifts.every(session)
    found = [replace(each, lifted=lifted.get(each.basis)) for each in sorted(found, key=_place)]
    return Gate(
        article,
        open=[each for each in found if each.severity == Severity.ERROR and not each.lifted],
        warnings=[each for each in found if each.severity != Severity.ERROR and not each.lifted],
        lifted=[each for each in found if each.lifted],
        stet=[number for number in ids if number in stet],
    )


def _place(each: Finding) -> int:
    return each.position


def _facts(session: Session, ids: Sequence[int]) -> Iterator[Facts]:
    for chunk in derived.chunks(ids):
        yield from derived.facts(session.connection(), chunk)


def _start(spans: Sequence[Any]) -> int:
    """Where a claim stands in this article; after all others where it stands nowhere."""
    there = [span.start for span in spans if span.state != SpanState.LOST]
    return min(there, default=NOWHERE)


class _Watch:
    """Looks at the claims of one article by the rules of the house."""

    def __init__(self, session: Session, article: Article) -> None:
        self._session, self._article = session, article
        self._seat = Seat(session)
        self._rules, self._origins = self._seat.rules, self._seat.origins

    def about(self, facts: Facts) -> Iterator[Finding]:
        """What is open about one claim."""
        spans = [span for span in facts.spans if span.article_id == self._article.id]
        if spans and all(span.state == SpanState.LOST for span in spans):
            yield replace(_made("A502", facts, gone(spans[0].exact)), position=NOWHERE)
            return
        yield from (replace(each, position=_start(spans)) for each in self._open(facts))

    def _open(self, facts: Facts) -> Iterator[Finding]:
        yield from _words(facts)
        if facts.verdict is None:
            if facts.claim.outcome != Outcome.OK_AS_CHANGED:
                yield _made("A506", facts, UNDECIDED)
            return
        yield from _rechecks(facts)
        yield from self._sourcing(facts)
        if self._rules["second_person"] and not _calls(facts) and self._seat.waits(facts):
            yield _made("V409", facts, "not signed off", Severity.ERROR)

    def _sourcing(self, facts: Facts) -> Iterator[Finding]:
        if _unseen(facts):
            cited = [e for e in facts.evidence if e.retracted_at is None]
            code = "S311" if cited else "S301"
            yield _made(code, facts, CODES[code].title)
            return
        missed = unmet(facts, self._rules["needs"], self._origins)
        if missed:
            yield _made("S302", facts, *told(missed))
        if facts.claim.outcome == Outcome.OK_ON_AUTHOR:
            yield _made("S312", facts, "rests on the author's word alone")

    def gaps(self) -> Iterator[Finding]:
        """What is checkable and in no claim, where the house wants that."""
        if not self._rules["gate_coverage"]:
            return
        found = coverage.coverage(self._session, self._article)
        for number, gap in enumerate(found.gaps, 1):
            yield Finding(
                "A501", "article", self._article.id, uncovered(gap.text), Severity.ERROR,
                basis("A501", self._article.uid, gap.text), key=number,
                detail={"start": gap.span.start, "end": gap.span.end, "line": gap.line},
                position=gap.span.start,
            )  # fmt: skip


def _words(facts: Facts) -> Iterator[Finding]:
    """Questions and fixes."""
    for query in facts.queries:
        if query.answered_at is None:
            told = _made("A507", facts, asked(query.question))
            yield replace(told, kind="query", number=query.id)
    fix, verdict = facts.fix, facts.verdict
    if fix is not None and not standing.in_draft(facts):
        yield _made("A508", facts, missing(facts, fix))
    wrong = verdict and verdict.conclusion in {Conclusion.REFUTED, Conclusion.MIXED}
    if wrong and fix is None:
        yield _made("A509", facts, unfixed(verdict.conclusion))


# What an audit says of the same things in the same words


UNDECIDED = "undecided"


def gone(words: str) -> str:
    return f'"{words}" is no longer in the text'


def uncovered(words: str) -> str:
    return f'in no claim: "{words}"'


def asked(question: str) -> str:
    return f'asked and not answered: "{question}"'


def unfixed(conclusion: str) -> str:
    what = "wrong" if conclusion == Conclusion.REFUTED else "right in part"
    return f"{what}, and no fix"


def missing(facts: Facts, fix: Any) -> str:
    """Of a fix that is not in the draft."""
    agreed = "agreed" if fix.state == FixState.AGREED else "proposed, not agreed"
    what = f'"{fix.wording}"' if fix.wording else fix.action
    if standing.in_draft(facts) is None:
        return f"{agreed}, and nobody can tell whether the draft has it: {what}"
    return f"{agreed} and not in the draft: {what}"


def _rechecks(facts: Facts) -> Iterator[Finding]:
    if not _calls(facts):
        return
    code = "V403" if facts.claim.stale else "V404"
    yield _made(code, facts, recheck(facts), Severity.ERROR)


def recheck(facts: Facts) -> str:
    return f"re-check: {'; '.join(rechecks.because(facts))}"


def _calls(facts: Facts) -> bool:
    return bool(standing.calls(facts.claim))


def _unseen(facts: Facts) -> bool:
    """Decided on what must be carried by evidence, and nothing that counts is there."""
    verdict = facts.verdict
    carried = verdict.conclusion in NEEDS_EVIDENCE and not verdict.exception
    return carried and not any(standing.counts(piece) for piece in facts.evidence)


def _made(code: str, facts: Facts, message: str, severity: Severity | None = None) -> Finding:
    claim, verdict = facts.claim, facts.verdict
    made_of = (claim.uid, claim.text, verdict.uid if verdict else None, message)
    return Finding(
        code, "claim", claim.id, message, severity or CODES[code].severity,
        basis(code, *made_of), claim=claim.id,
    )  # fmt: skip


# Lifting


def lift(session: Session, article: Article, word: str, because: str | None) -> Finding:
    """Let a finding stand, by its name `A506:12` or its number. Raises NotFound if not open."""
    told = lifts.reason(because, f"Lifting {word}")
    shown = gate(session, article)
    named = word.strip().casefold()
    for each in (*shown.open, *shown.warnings):
        if named in {each.name.casefold(), str(each.id)}:
            bases = [each.basis, *lifts.of_audits(session, each.code, each.claim)]
            about = lifts.About(each.code, each.claim, article.id)
            lifts.add(session, about, bases, told)
            return each
    msg = f"{word!r:.60} is not open in {article.slug}."
    raise NotFound(msg, hint=f"factcheck gate {article.slug} lists what is, as A506:12.")


def bases(session: Session, code: str, claim: int) -> list[str]:
    """What the gate makes a finding of that code about that claim of; none where it has none."""
    article = session.scalar(select(Article).join(Claim).where(Claim.id == claim))
    if article is None:
        return []
    shown = gate(session, article)
    return [e.basis for e in (*shown.open, *shown.warnings) if (e.code, e.claim) == (code, claim)]


def shape(session: Session, found: Gate) -> dict[str, Any]:
    """The gate as JSON."""
    return {
        "article": {"id": found.article.id, "slug": found.article.slug},
        "open": [each.shape() for each in found.open],
        "warnings": [each.shape() for each in found.warnings],
        "lifted": [each.shape() for each in found.lifted],
        "stet": list(shapes.claims(session, found.stet)),
    }
