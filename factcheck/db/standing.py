"""How a claim stands, worked out from its rows: status, outcome, re-check.

Pure functions over rows or mapped objects alike: whatever has the attributes named here.
A verdict keeps its *grounds*: the words it was about and the evidence it rested on. The same
grounds worked out again today, and found to differ, mean that the verdict calls for a re-check.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from factcheck.db import presence
from factcheck.models.base import canonical
from factcheck.text.folding import folded
from factcheck.words import (
    DECIDED,
    UNVERIFIED,
    Action,
    Conclusion,
    FixState,
    Outcome,
    SpanState,
    Stance,
)

Grounds = dict[str, Any]

_BOTH: set[str | None] = {Stance.SUPPORTS, Stance.REFUTES}
#: Weighed by a person who did not say which way: part of a mixed picture.
_ANY: set[str | None] = {*_BOTH, None}

#: Which stances a conclusion rests on, and which speak against it.
RESTS_ON: dict[str, set[str | None]] = {
    Conclusion.SUPPORTED: {Stance.SUPPORTS},
    Conclusion.REFUTED: {Stance.REFUTES},
    Conclusion.MIXED: _ANY,
    Conclusion.CONFLICTING: _ANY,
    Conclusion.NOT_ENOUGH_EVIDENCE: set(),
    Conclusion.NOT_CHECKABLE: set(),
}
AGAINST: dict[str, set[str | None]] = {
    Conclusion.SUPPORTED: {Stance.REFUTES},
    Conclusion.REFUTED: {Stance.SUPPORTS},
    Conclusion.MIXED: {Stance.REFUTES},
    Conclusion.CONFLICTING: set(),
    Conclusion.NOT_ENOUGH_EVIDENCE: _BOTH,
    Conclusion.NOT_CHECKABLE: set(),
}


@dataclass(slots=True)
class Facts:
    """All rows that bear on one claim; spans are those of the newest revisions, in order."""

    claim: Any
    spans: Sequence[Any] = ()
    evidence: Sequence[Any] = ()
    verdicts: Sequence[Any] = ()
    fixes: Sequence[Any] = ()
    queries: Sequence[Any] = ()
    sign_offs: Sequence[Any] = ()
    rechecks: Sequence[Any] = ()
    ratings: Sequence[Any] = ()
    tags: Sequence[str] = ()
    #: The claim's article: its day of publication, language, and when it ran.
    article: Any = None
    #: The newest text of the claim's article; asked for only where a fix needs it.
    newest_text: Callable[[], str | None] = lambda: None

    @property
    def verdict(self) -> Any:
        """The verdict in force."""
        return max(self.verdicts, key=_age, default=None)

    @property
    def fix(self) -> Any:
        """The fix in force: the newest, unless it was overruled."""
        newest = max(self.fixes, key=_age, default=None)
        return None if newest is None or newest.state == FixState.OVERRULED else newest

    @property
    def rating(self) -> Any:
        """What the house publishes of the verdict in force."""
        verdict = self.verdict
        mine = [row for row in self.ratings if verdict and row.verdict_id == verdict.id]
        return max(mine, key=attrgetter("id"), default=None)

    @property
    def signed(self) -> list[Any]:
        """The sign-offs of the verdict in force, the first one first; they fall with a re-check."""
        verdict = self.verdict
        if verdict is None or calls(self.claim):
            return []
        return sorted((e for e in self.sign_offs if e.verdict_id == verdict.id), key=_age)

    @property
    def sign_off(self) -> Any:
        """The one that shows: a second person's before one's own."""
        others = [row for row in self.signed if row.person_id != self.verdict.person_id]
        return next(iter([*others, *self.signed]), None)


def _age(row: Any) -> tuple[Any, str]:
    return row.at, row.uid


def counts(evidence: Any) -> bool:
    """Only seen evidence that was not retracted counts."""
    return evidence.seen_at is not None and evidence.retracted_at is None


def status(facts: Facts) -> str:
    verdict = facts.verdict
    return UNVERIFIED if verdict is None else str(verdict.conclusion)


def in_draft(facts: Facts) -> bool | None:
    """Whether the fix in force is in the newest text; None where that cannot be told."""
    fix = facts.fix
    if fix is None or fix.action == Action.STET or not facts.spans:
        return None
    if fix.action == Action.CUT:
        return all(span.state == SpanState.LOST for span in facts.spans)
    from factcheck.text import anchors  # lists need it for few claims, if for any

    there = [span for span in facts.spans if span.state != SpanState.LOST]
    if any(anchors.find(fix.wording or "", span.exact) for span in there):
        return True
    text = facts.newest_text()
    if not fix.wording or text is None:
        return None
    # The same words elsewhere in the article are no change of this claim.
    return any(near(fix.wording, text, span.start, span.end) for span in there)


def near(wording: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the wording stands at `text[start:end]`, across a border of it, or beside it."""
    from factcheck.text import anchors

    # One character more than fits: at the edge of a window a cut word would look whole.
    first = max(0, start - len(wording) - 1)
    hits = anchors.find(wording, text[first : end + len(wording) + 1])
    places = [(first + a, first + b) for a, b in hits]
    return min(places, key=lambda hit: abs(hit[0] - start) + abs(hit[1] - end), default=None)


def as_agreed(before: str, after: str, wording: str) -> bool:
    """Whether the agreed words, and nothing else, took the place of words of `before`.

    All three folded. A wording may be the whole new text, or the part of it that changed.
    """
    if after == wording:
        return True
    at = after.find(wording)
    while at >= 0:
        head, tail = after[:at], after[at + len(wording) :]
        kept = len(head) + len(tail) <= len(before)
        if kept and before.startswith(head) and before.endswith(tail):
            return True
        at = after.find(wording, at + 1)
    return False


def outcome(facts: Facts) -> Outcome:
    """What to do about the claim now: the first that fits."""
    return _fixed(facts) or _by_words(facts) or _by_verdict(facts)


def _fixed(facts: Facts) -> Outcome | None:
    fix = facts.fix
    if fix is None:
        return None
    if fix.action == Action.STET:
        return Outcome.STET
    return Outcome.CUT if fix.action == Action.CUT and in_draft(facts) else None


def _by_words(facts: Facts) -> Outcome | None:
    if any(query.answered_at is None for query in facts.queries):
        return Outcome.ASK
    fix = facts.fix
    if fix is None:
        return None
    if fix.state == FixState.AGREED and in_draft(facts):
        return Outcome.OK_AS_CHANGED
    return {
        Action.CHANGE: Outcome.CHANGE,
        Action.ATTRIBUTE: Outcome.ATTRIBUTE,
        Action.CUT: Outcome.CUT_ASKED,
    }[Action(fix.action)]


def _by_verdict(facts: Facts) -> Outcome:
    verdict = facts.verdict
    if verdict is None:
        return Outcome.OPEN
    if verdict.conclusion == Conclusion.SUPPORTED and _author_alone(facts.evidence):
        return Outcome.OK_ON_AUTHOR
    return DECIDED[verdict.conclusion]


def _author_alone(evidence: Iterable[Any]) -> bool:
    supports = [e for e in evidence if counts(e) and e.stance == Stance.SUPPORTS]
    return bool(supports) and all(e.is_author for e in supports)


def grounds(facts: Facts, conclusion: str) -> Grounds:
    """What a verdict made now rests on."""
    return {
        "text": folded(facts.claim.text),
        "words": _words(facts),
        "evidence": {
            uid: digest + (f"~{gone}" if gone else "")
            for uid, digest, gone in _rested(facts.evidence, RESTS_ON[conclusion])
        },
        "against": _digests(facts.evidence, AGAINST[conclusion]),
    }


def grounds_now(facts: Facts, verdict: Any) -> Grounds:
    """The grounds of an earlier verdict as they are today.

    Whatever is no reason for a re-check is left as it was then: support that was added,
    evidence against that is gone, words that changed as agreed.
    """
    then = verdict.grounds
    agreed = _agreed_words(facts)
    words = _words(facts)
    mine = {e.uid: (_digest(e), presence.lost(e)) for e in facts.evidence}
    against = _digests(facts.evidence, AGAINST[verdict.conclusion])
    rested = then["evidence"]
    return {
        "text": _unless(folded(facts.claim.text), agreed, then["text"]),
        "words": {
            place: _unless(words.get(place), agreed, then["words"].get(place))
            for place in sorted(then["words"].keys() | words.keys())
        },
        "evidence": {uid: _held(digest, mine.get(uid)) for uid, digest in rested.items()},
        "against": then["against"] | {u: d for u, d in against.items() if u not in rested},
    }


def _words(facts: Facts) -> dict[str, str | None]:
    """What stands at each place; a place that is lost has no words."""
    found = [span for span in facts.spans if span.state != SpanState.LOST]
    return {span.place: folded(span.exact) for span in found}


def basis(grounds: Grounds) -> str:
    """SHA-256 of the grounds."""
    return hashlib.sha256(canonical(grounds).encode()).hexdigest()


def recheck_by(facts: Facts, intervals: Mapping[str, int]) -> str | None:
    """The day from which the verdict in force is too old; None where it never is.

    `intervals` are days by kind, or by tag as `tag:death-toll`; they end when the article runs.
    A day that was set for the claim is met by a later verdict, made on that day or after it.
    """
    verdict = facts.verdict
    if verdict is None:
        return None
    decided = verdict.at.date()
    closed = facts.article is not None and facts.article.closed_at is not None
    names = () if closed else (facts.claim.kind, *(f"tag:{tag}" for tag in facts.tags))
    days = [decided + timedelta(intervals[name]) for name in names if name in intervals]
    due = [day.isoformat() for day in days]
    asked = asked_for(facts)
    if asked is not None and not _is_met(asked, verdict):
        due.append(asked.on)
    return min(due, default=None)


def asked_for(facts: Facts) -> Any:
    """The row of the day that somebody set for the claim; None where none is set."""
    newest = max(facts.rechecks, key=_age, default=None)
    return newest if newest is not None and newest.on else None


def _is_met(asked: Any, verdict: Any) -> bool:
    # Within a second the uids still tell which came first.
    return bool(verdict.uid > asked.uid and verdict.at.date().isoformat() >= asked.on)


def is_due(recheck_by: str | None, today: str) -> bool:
    return recheck_by is not None and recheck_by <= today


def today() -> str:
    """The checker's own day, ISO 8601."""
    return date.today().isoformat()  # noqa: DTZ011 - due on the checker's own calendar


def calls(claim: Any) -> bool:
    """Whether a claim calls for a re-check today."""
    return claim.stale or is_due(claim.recheck_by, today())


def _agreed_words(facts: Facts) -> list[str | None]:
    """What the words may become; None where they may go."""
    agreed = [fix for fix in facts.fixes if fix.wording and fix.state == FixState.AGREED]
    cut = facts.fix is not None and facts.fix.action == Action.CUT
    return [*(folded(fix.wording).strip() for fix in agreed), *([None] if cut else [])]


def _unless(now: str | None, agreed: Sequence[str | None], then: str | None) -> str | None:
    """The words as they were then, where they have only changed as agreed."""
    return then if then is not None and _is_agreed(then, now, agreed) else now


def _is_agreed(then: str, now: str | None, agreed: Sequence[str | None]) -> bool:
    if now is None:
        return None in agreed
    return any(as_agreed(then, now, wording) for wording in agreed if wording)


def _held(then: str, now: tuple[str, str] | None) -> str | None:
    """Its digest today; words that came back to their page are no reason for a re-check."""
    if now is None:
        return None
    digest, gone = now
    if gone:
        return f"{digest}~{gone}"
    return then if then.partition("~")[0] == digest else digest


def _rested(evidence: Iterable[Any], stances: set[str | None]) -> Iterator[tuple[str, str, str]]:
    """Each piece that carries a verdict: its uid, its digest, and whether its page lost it."""
    for piece in evidence:
        if counts(piece) and piece.stance in stances:
            yield piece.uid, _digest(piece), presence.lost(piece)


def _digests(evidence: Iterable[Any], stances: set[str | None]) -> dict[str, str]:
    return {e.uid: _digest(e) for e in evidence if counts(e) and e.stance in stances}


def _digest(evidence: Any) -> str:
    """Of what the evidence says, and that it stands; its note and tier are no part of it."""
    if not counts(evidence):
        return "retracted"
    said = [evidence.stance, folded(evidence.quote or ""), evidence.says, evidence.locator]
    return hashlib.sha256(canonical(said).encode()).hexdigest()[:16]
