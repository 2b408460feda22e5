"""What of an article is in a claim, and what nobody has looked at yet."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy.orm import Session

from factcheck.models import Article, Revision
from factcheck.services import articles, claims, skips, zones
from factcheck.services.zones import Zones
from factcheck.text import worth
from factcheck.text.elements import What
from factcheck.text.folding import folded
from factcheck.text.markup import veiled
from factcheck.text.spans import Cover, Span
from factcheck.text.worth import Proposal
from factcheck.words import Zone

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Checkable:
    """One thing in the text that somebody must check, in its sentence."""

    span: Span
    sentence: Span
    what: What | None = None

    def is_covered(self, under: Cover, text: str) -> bool:
        """It lies in a claim, or a claim lies in it: "37 mph" checks "up to 37 mph"."""
        whole = self.what in {None, What.QUOTATION}
        return under.holds(words(self.span, text)) or (not whole and under.fills(self.span))


@dataclass(frozen=True, slots=True)
class Gap:
    """Something checkable that is in no claim."""

    span: Span
    sentence: Span
    text: str
    zone: str
    line: int


@dataclass(slots=True)
class Coverage:
    """Elements are counted first: a sentence is covered when each of its elements is."""

    checkable: int
    covered: int
    gaps: Sequence[Gap]
    sentences: int
    sentences_covered: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is nothing to check."""
        return round(self.covered / self.checkable, 4) if self.checkable else 1.0


def coverage(session: Session, article: Article) -> Coverage:
    """How much of the newest draft is in claims or skipped, and the gaps in reading order."""
    revision = articles.newest(session, article)
    under = cover(session, revision)
    shown = zones.of_revision(session, revision)
    found = checkables(revision.text, article.language, shown)
    open_ones = [each for each in found if not each.is_covered(under, revision.text)]
    sentences = {each.sentence for each in found}
    return Coverage(
        checkable=len(found),
        covered=len(found) - len(open_ones),
        gaps=[_gap(each, revision.text, shown) for each in open_ones],
        sentences=len(sentences),
        sentences_covered=len(sentences - {each.sentence for each in open_ones}),
    )


def cover(session: Session, revision: Revision) -> Cover:
    """The places of claims, and the words that are skipped."""
    return Cover(
        [*(span for span, _claim in claims.placed(session, revision)), *skipped(session, revision)]
    )


def words(span: Span, text: str) -> Span:
    """`span` without blanks and marks at its ends: nobody quotes the full stop."""
    start, end = span
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return Span(start, end) if start < end else span


def skipped(session: Session, revision: Revision) -> list[Span]:
    return [Span(row.start, row.end) for row in skips.of_revision(session, revision)]


def checkables(text: str, language: str, shown: Zones) -> list[Checkable]:
    """Every checkable element in reading order; a checkable sentence without any is one itself.

    A name counts where it stands first. Footnotes are left out: they name the sources.
    """
    named: set[str] = set()
    found: dict[Span, Checkable] = {}
    for proposal in in_order(worth.rank(veiled(text), language)):
        if proposal.checkable and shown.at(proposal.span.end - 1) != Zone.FOOTNOTE:
            elements = list(_elements(proposal, text, named))
            for each in elements or [Checkable(proposal.span, proposal.span)]:
                found.setdefault(each.span, each)
    return sorted(found.values(), key=lambda each: each.span)


def in_order(proposals: Sequence[Proposal]) -> list[Proposal]:
    return sorted(proposals, key=lambda proposal: proposal.span)


def _elements(proposal: Proposal, text: str, named: set[str]) -> Iterator[Checkable]:
    for element in proposal.elements:
        if element.what == What.NAME:
            name = folded(text[slice(*element.span)]).casefold()
            if name in named:
                continue
            named.add(name)
        yield Checkable(element.span, proposal.span, element.what)


def _gap(each: Checkable, text: str, shown: Zones) -> Gap:
    start, end = each.span
    return Gap(each.span, each.sentence, text[start:end], shown.at(start), line_of(text, start))


def line_of(text: str, at: int) -> int:
    """The line of a place, counted from 1."""
    return bisect_left(_breaks(text), at) + 1


@lru_cache(maxsize=2)  # a long text is asked for thousands of places
def _breaks(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def shape(found: Coverage) -> Shape:
    """Coverage as JSON."""
    return {
        "share": found.share,
        "checkable": found.checkable,
        "covered": found.covered,
        "sentences": {"checkable": found.sentences, "covered": found.sentences_covered},
        "gaps": [
            {"text": gap.text, "start": gap.span.start, "end": gap.span.end, "zone": gap.zone,
             "line": gap.line}
            for gap in found.gaps
        ],
    }  # fmt: skip
