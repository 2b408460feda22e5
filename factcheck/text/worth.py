"""Which sentences of a text are worth checking, and why."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.text import clauses, elements, sentences, speech, tokens
from factcheck.text.elements import Element, What
from factcheck.text.folding import folded
from factcheck.text.judging import Judgement, Passage, Reason, has_verb, judge
from factcheck.text.layout import Line, lines
from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.spans import Span
from factcheck.text.speech import Attribution
from factcheck.text.speech.quotations import quotations
from factcheck.text.tokens import Row
from factcheck.words import Kind

__all__ = ["Proposal", "Reason", "by_element", "rank"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to check, or told apart from that; `score` is from 0 to 1."""

    span: Span
    score: float
    kind: Kind
    claimant: str | None
    why: tuple[Reason, ...]
    checkable: bool
    elements: tuple[Element, ...]


def rank(text: str, language: str = "en") -> list[Proposal]:
    """Statements of `text`, best first; opinions, questions and predictions come last.

    A sentence that says several things is several proposals; one with nothing to check is none.
    """
    found = _Reading(text, language).proposals()
    return sorted(found, key=lambda one: (not one.checkable, -one.score, one.span))


def by_element(text: str, language: str = "en") -> list[Proposal]:
    """Each figure, date, name, title and quotation of `text`, in reading order.

    A name is proposed once, where it first stands.
    """
    reading = _Reading(text, language)
    seen: set[str] = set()
    proposals = []
    for element in reading.elements:
        name = folded(text[element.span.start : element.span.end]).casefold()
        if element.what is What.NAME and name in seen:
            continue
        if element.what is What.NAME:
            seen.add(name)
        proposals.append(reading.of_element(element))
    return proposals


_WEIGHTS = {
    What.QUOTATION: 0.7,
    What.FIGURE: 0.6,
    What.DATE: 0.5,
    What.TITLE: 0.4,
    What.NAME: 0.3,
}


class _Reading:
    """A text taken apart once: words, sentences, elements, and who says what."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.words: Lexicon = lexicon(language)
        self.row: Row = tokens.read(text, self.words)
        parts = sentences.split(text, language)
        self.lines: list[Line] = lines(text, parts)
        self.elements = elements.read(self.row, self.lines, quotations(text), self.words)
        self.starts = [element.span.start for element in self.elements]
        self.told = _Told(speech.find(text, language), parts)

    def proposals(self) -> Iterator[Proposal]:
        for line in self.lines:
            if not line.heading or self.held(line.words):
                yield from self.of_line(line)

    def of_line(self, line: Line) -> Iterator[Proposal]:
        first, last = self.within(line.words)
        # A word or sign alone says something only where it is an element.
        if first == last or (last - first == 1 and not self.held(line.words)):
            return
        for one, two in self.clauses(first, last):
            passage = self.passage(one, two)
            verdict = judge(passage, self.words)
            if verdict:
                yield self.proposal(passage, verdict)

    def within(self, span: Span) -> tuple[int, int]:
        starts = self.row.starts
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        while first < last and self.row.kinds[last - 1] == "\n":
            last -= 1
        return first, last

    def held(self, span: Span) -> tuple[Element, ...]:
        """The elements that lie in `span`."""
        near = self.elements[
            bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)
        ]
        return tuple(one for one in near if one.span.end <= span.end)

    def passage(self, first: int, last: int) -> Passage:
        span = self.span(first, last)
        said = self.told.about(span)
        return Passage(
            self.row,
            first,
            last,
            self.held(span),
            self.claimant(said),
            told=said is not None,
            quoted=said is not None and said.kind is speech.Kind.DIRECT,
        )

    def span(self, first: int, last: int) -> Span:
        return Span(self.row.starts[first], self.row.ends[last - 1])

    def claimant(self, said: Attribution | None) -> str | None:
        """Whose words they are, in the words of the text, without an article."""
        if said is None or said.source is None:
            return None
        source = " ".join(self.text[said.source.start : said.source.end].split())
        article, _blank, rest = source.partition(" ")
        return rest if rest and article.lower() in self.words.articles else source

    def clauses(self, first: int, last: int) -> list[tuple[int, int]]:
        """The clauses that can each be checked; what cannot stays with its neighbour."""
        found = [first, *self.open_borders(first, last), last]
        joined = [(found[0], found[1])]
        for one, two in pairwise(found[1:]):
            if self.are_two(joined[-1][0], one, two):
                joined.append((one, two))
            else:
                joined[-1] = (joined[-1][0], two)
        return [self.trimmed(*each, first) for each in joined]

    def trimmed(self, one: int, two: int, first: int) -> tuple[int, int]:
        """A clause behind the first one stands without the "and" before it."""
        if one == first:
            return one, clauses.without_comma(self.row, one, two)
        return clauses.trimmed(self.row, one, two, self.words)

    def open_borders(self, first: int, last: int) -> Iterator[int]:
        """Where a clause may begin, but for the inside of quotations."""
        held = self.held(self.span(first, last))
        quoted = [one.span for one in held if one.what is What.QUOTATION]
        for at in clauses.borders(self.row, first, last, self.words):
            start = self.row.starts[at]
            if not any(span.start < start < span.end for span in quoted):
                yield at

    def are_two(self, first: int, border: int, last: int) -> bool:
        """Whether a clause ends before `border` and another begins there."""
        opens = self.row.small[border]
        if opens in self.words.alongside and not self.is_hard(border, last):
            return False
        # "The study, published in Nature, found it" is one.
        if opens in self.words.verbs and not self.is_hard(first, border):
            return False
        return self.stands(first, border) and self.stands(border, last)

    def is_hard(self, first: int, last: int) -> bool:
        """Whether there is more to check than names."""
        whats = {one.what for one in self.held(self.span(first, last))}
        return not whats <= {What.NAME, What.TITLE}

    def stands(self, first: int, last: int) -> bool:
        """Whether a clause has a verb, an element, and can be checked."""
        opening = self.words.saying | self.words.alongside
        verb = self.row.small[first] in opening or has_verb(self.row, first, last, self.words)
        return verb and self.can_check(first, last)

    def can_check(self, first: int, last: int) -> bool:
        passage = self.passage(*clauses.trimmed(self.row, first, last, self.words))
        verdict = judge(passage, self.words) if passage.elements else None
        return verdict is not None and verdict.checkable

    def proposal(self, passage: Passage, verdict: Judgement) -> Proposal:
        return Proposal(
            span=self.span(passage.first, passage.last),
            score=verdict.score,
            kind=verdict.kind,
            claimant=passage.claimant,
            why=verdict.why,
            checkable=verdict.checkable,
            elements=passage.elements,
        )

    def of_element(self, element: Element) -> Proposal:
        return Proposal(
            span=element.span,
            score=_WEIGHTS[element.what],
            kind=element.kind,
            claimant=self.claimant(self.told.holding(element.span)),
            why=(Reason(element.what),),
            checkable=True,
            elements=(element,),
        )


# Further back nothing is looked for: speech within speech is never deeper.
_NESTED = 8


class _Told:
    """Attributions by the sentences that they touch."""

    def __init__(self, attributions: list[Attribution], parts: list[Span]) -> None:
        self.ends = [part.end for part in parts]
        told = [(one.content, one) for one in attributions if one.content]
        self.told = sorted(told, key=lambda pair: pair[0])
        self.starts = [content.start for content, _one in self.told]
        self.said: dict[int, list[Attribution]] = {}
        for one in attributions:
            extent = _extent(one)
            for at in range(self.place(extent.start), self.place(extent.end - 1) + 1):
                self.said.setdefault(at, []).append(one)

    def place(self, at: int) -> int:
        """The number of the sentence that character `at` stands in."""
        return bisect_right(self.ends, at)

    def near(self, span: Span) -> list[Attribution]:
        return self.said.get(self.place(span.start), [])

    def about(self, span: Span) -> Attribution | None:
        """Who says most of `span`, or else who is said in it to say something."""
        near = self.near(span)
        best = max(near, key=lambda one: _shared(one.content, span), default=None)
        if best and _shared(best.content, span):
            return best
        return next((one for one in near if span.holds(one.cue)), None)

    def holding(self, span: Span) -> Attribution | None:
        """Who says what stands at `span`, the innermost where several do."""
        last = bisect_right(self.starts, span.start)
        near = reversed(self.told[max(0, last - _NESTED) : last])
        return next((one for content, one in near if content.holds(span)), None)


def _extent(said: Attribution) -> Span:
    spans = [span for span in (said.source, said.cue, said.content) if span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _shared(content: Span | None, span: Span) -> int:
    return max(0, min(content.end, span.end) - max(content.start, span.start)) if content else 0
