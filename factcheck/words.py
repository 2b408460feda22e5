"""The vocabularies of the product: what is stored, and what each house calls it."""

from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from factcheck.errors import BadInput

Word = TypeVar("Word", bound=StrEnum)


class Kind(StrEnum):
    """What a claim is about, after the handbooks of line checkers."""

    NAME = "name"
    TITLE = "title"
    AGE = "age"
    DATE = "date"
    NUMBER = "number"
    CALCULATION = "calculation"
    MEASUREMENT = "measurement"
    MONEY = "money"
    STATISTIC = "statistic"
    SUPERLATIVE = "superlative"
    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    HISTORY = "history"
    PLACE = "place"
    DESCRIPTION = "description"
    SCIENCE = "science"
    LAW = "law"
    ORGANISATION = "organisation"
    IMAGE = "image"
    ATTRIBUTION = "attribution"
    CONTACT = "contact"
    OPINION = "opinion"
    PREDICTION = "prediction"
    OTHER = "other"


#: Kinds that are checked by their words, letter for letter; the others by figures and dates.
WORDED = frozenset({Kind.QUOTE, Kind.NAME, Kind.TITLE, Kind.ORGANISATION, Kind.PLACE})


class Priority(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Stance(StrEnum):
    """What a piece of evidence does to its claim (FEVER, AVeriTeC)."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Tier(StrEnum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class How(StrEnum):
    """How the checker met the source."""

    PAGE = "page"
    PRINT = "print"
    RECORDING = "recording"
    CALL = "call"
    MESSAGE = "message"
    MEETING = "meeting"
    NOTES = "notes"
    WITNESSED = "witnessed"
    CALCULATION = "calculation"


class SourceKind(StrEnum):
    PAGE = "page"
    DOCUMENT = "document"
    BOOK = "book"
    DATASET = "dataset"
    PERSON = "person"
    RECORDING = "recording"
    POST = "post"
    NOTES = "notes"
    OTHER = "other"


class Terms(StrEnum):
    """On what terms a person speaks."""

    ON_RECORD = "on-record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep-background"
    OFF_RECORD = "off-record"


class Conclusion(StrEnum):
    """What a checker concludes about the fact (AVeriTeC, with `mixed`)."""

    SUPPORTED = "supported"
    MIXED = "mixed"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not-enough-evidence"
    NOT_CHECKABLE = "not-checkable"


class Why(StrEnum):
    """Why there is not enough evidence."""

    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    NO_RECORD = "no-record"
    NO_TIME = "no-time"
    UNKNOWABLE = "unknowable"


UNVERIFIED = "unverified"


class Action(StrEnum):
    """What should happen to the words."""

    CHANGE = "change"
    ATTRIBUTE = "attribute"
    CUT = "cut"
    STET = "stet"


class FixState(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    OVERRULED = "overruled"


class CorrectionKind(StrEnum):
    """What readers are told: it was wrong, unclear, out of date, or should not have run."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


class CorrectionSeverity(StrEnum):
    MINOR = "minor"
    #: It bears on what the piece says.
    SUBSTANTIAL = "substantial"


class NoteKind(StrEnum):
    NOTE = "note"
    CALL = "call"
    MAIL = "mail"
    REPLY = "reply"
    WHY_CHOSEN = "why-chosen"
    LOOKED_AGAINST = "looked-against"


class SpanState(StrEnum):
    """How a span stands in the newest revision."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


class Fate(StrEnum):
    """What became of a claim from one draft to the next."""

    CARRIED = "carried"
    AGREED = "agreed"
    CHANGED = "changed"
    CUT = "cut"
    RETURNED = "returned"
    LOST = "lost"


class Zone(StrEnum):
    """Where in an article a span stands."""

    HEADLINE = "headline"
    DECK = "deck"
    BODY = "body"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    FOOTNOTE = "footnote"
    TABLE = "table"


class Format(StrEnum):
    """What a file is."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


class AnnotationKind(StrEnum):
    """What somebody put on words of a copy."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    LINK = "link"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"


class MadeOf(StrEnum):
    """What a proposal is made of."""

    SENTENCE = "sentence"
    ELEMENT = "element"


#: Raised when values are found or compared otherwise: what an older finder made is made again.
FINDER = 1


class ValueKind(StrEnum):
    """What a figure or a date in a text is."""

    QUANTITY = "quantity"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage-point"
    RATIO = "ratio"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"


class Bound(StrEnum):
    """How the words of a value limit it: "about", "up to", "at least", "fewer than", "over"."""

    EXACT = "exact"
    ABOUT = "about"
    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    MORE_THAN = "more-than"
    BETWEEN = "between"


class Result(StrEnum):
    """What comes of comparing a claim with a passage; a signal, never a verdict."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_COMPARABLE = "not-comparable"

    @property
    def said(self) -> str:
        """How an explanation of it ends."""
        return "differs" if self is Result.DISAGREES else self.value.replace("-", " ")


def unsaid(explanation: str) -> str:
    """An explanation without the result at its end, for where that stands before it already."""
    for end in (*(result.said for result in Result), "nothing to compare"):
        explanation = explanation.removesuffix(f": {end}")
    return explanation


class House(StrEnum):
    """Whose words are shown."""

    LINE = "line"
    DESK = "desk"


class Outcome(StrEnum):
    """What to do about a claim now, computed; the first that fits, in this order."""

    CUT = "cut"
    STET = "stet"
    ASK = "ask"
    OK_AS_CHANGED = "ok-as-changed"
    CHANGE = "change"
    ATTRIBUTE = "attribute"
    CUT_ASKED = "cut-asked"
    OPEN = "open"
    OK_ON_AUTHOR = "ok-on-author"
    OK = "ok"
    PARTLY = "partly"
    WRONG = "wrong"
    SOURCES_DIFFER = "sources-differ"
    CANT_CONFIRM = "cant-confirm"
    NO_FACT = "no-fact"


DECIDED: dict[str, Outcome] = {
    Conclusion.SUPPORTED: Outcome.OK,
    Conclusion.MIXED: Outcome.PARTLY,
    Conclusion.REFUTED: Outcome.WRONG,
    Conclusion.CONFLICTING: Outcome.SOURCES_DIFFER,
    Conclusion.NOT_ENOUGH_EVIDENCE: Outcome.CANT_CONFIRM,
    Conclusion.NOT_CHECKABLE: Outcome.NO_FACT,
}

LABELS: dict[str, dict[str, str]] = {
    House.LINE: {
        Outcome.CUT: "CUT",
        Outcome.STET: "STET",
        Outcome.ASK: "ASK AUTHOR",
        Outcome.OK_AS_CHANGED: "OK AS CHANGED",
        Outcome.CHANGE: "CHANGE TO",
        Outcome.ATTRIBUTE: "ATTRIBUTE",
        Outcome.CUT_ASKED: "CUT?",
        Outcome.OPEN: "OPEN",
        Outcome.OK_ON_AUTHOR: "OK, ON AUTHOR",
        Outcome.OK: "OK",
        Outcome.PARTLY: "PARTLY RIGHT",
        Outcome.WRONG: "WRONG",
        Outcome.SOURCES_DIFFER: "SOURCES DIFFER",
        Outcome.CANT_CONFIRM: "CAN'T CONFIRM",
        Outcome.NO_FACT: "OPINION",
    },
    House.DESK: {
        Outcome.CUT: "withdrawn",
        Outcome.STET: "-",
        Outcome.ASK: "waiting",
        Outcome.OK_AS_CHANGED: "corrected",
        Outcome.CHANGE: "-",
        Outcome.ATTRIBUTE: "-",
        Outcome.CUT_ASKED: "-",
        Outcome.OPEN: "open",
        Outcome.OK_ON_AUTHOR: "only the author's word",
        Outcome.OK: "true",
        Outcome.PARTLY: "partly true, misleading",
        Outcome.WRONG: "false",
        Outcome.SOURCES_DIFFER: "sources conflict",
        Outcome.CANT_CONFIRM: "unproven",
        Outcome.NO_FACT: "not checkable",
    },
}


def label(words: str, outcome: str, *, wording: str | None = None, name: str | None = None) -> str:
    """What a house calls an outcome: `CHANGE TO "On Sunday"`, `STET (Maria)`."""
    shown = LABELS[words][outcome]
    if words == House.LINE and outcome == Outcome.CHANGE and wording:
        return f'{shown} "{wording}"'
    if words == House.LINE and outcome == Outcome.STET and name:
        return f"{shown} ({name})"
    return shown


CONCLUSION_WORDS: dict[str, Conclusion] = {
    **{conclusion.value: conclusion for conclusion in Conclusion},
    "ok": Conclusion.SUPPORTED,
    "true": Conclusion.SUPPORTED,
    "partly": Conclusion.MIXED,
    "partly-right": Conclusion.MIXED,
    "partly-true": Conclusion.MIXED,
    "misleading": Conclusion.MIXED,
    "wrong": Conclusion.REFUTED,
    "false": Conclusion.REFUTED,
    "sources-differ": Conclusion.CONFLICTING,
    "sources-conflict": Conclusion.CONFLICTING,
    "cant-confirm": Conclusion.NOT_ENOUGH_EVIDENCE,
    "unproven": Conclusion.NOT_ENOUGH_EVIDENCE,
    "opinion": Conclusion.NOT_CHECKABLE,
    "no-fact": Conclusion.NOT_CHECKABLE,
}


def slugged(word: str) -> str:
    """`Can't confirm` -> `cant-confirm`: the form in which words are compared."""
    bare = word.strip().casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return "-".join(bare.replace(",", " ").replace("_", " ").replace("-", " ").split())


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that was probably meant, if any is close."""
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return close[0] if close else None


def pick(vocabulary: type[Word], word: str, *, what: str) -> Word:
    """The member that `word` names; BadInput with the nearest one otherwise."""
    known = [member.value for member in vocabulary]
    if slugged(word) in known:
        return vocabulary(slugged(word))
    raise _unknown(word, known, what)


def pick_conclusion(word: str) -> Conclusion:
    """A conclusion by its code or by the word of either house."""
    found = CONCLUSION_WORDS.get(slugged(word)) or _conclusion_by_label(slugged(word))
    if found:
        return found
    raise _unknown(word, list(CONCLUSION_WORDS), "conclusion")


def pick_outcome(word: str) -> Outcome:
    """An outcome by its code or by the label of either house."""
    for labels in LABELS.values():
        for outcome, label in labels.items():
            if slugged(label) and slugged(label) == slugged(word):
                return Outcome(outcome)
    return pick(Outcome, word, what="outcome")


def _conclusion_by_label(slug: str) -> Conclusion | None:
    for conclusion, outcome in DECIDED.items():
        if slug in {slugged(labels[outcome]) for labels in LABELS.values()}:
            return Conclusion(conclusion)
    return None


def _unknown(word: str, known: list[str], what: str) -> BadInput:
    guess = nearest(slugged(word), known)
    hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(known)}."
    return BadInput(f"{word!r} is no {what}.", hint=hint)
