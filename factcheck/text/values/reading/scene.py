"""What stands around the values of a text: sentences, quotations, and who says what."""

from bisect import bisect_right
from dataclasses import replace
from functools import cached_property

from factcheck.text import sentences, speech
from factcheck.text.spans import Span
from factcheck.text.speech import Attribution
from factcheck.text.speech.quotations import CLOSERS, SINGLE_CLOSERS, quotations
from factcheck.text.values.value import Value

# So much of a sentence is read on either side of a value.
REACH = 400
# A longer text is read in pieces, so that no text costs more than its values do.
_PIECE = 3000

_PLAIN = str.maketrans(
    {
        "\u2019": "'",
        "\u02bc": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
    }
)
_OPENERS = {**CLOSERS, **SINGLE_CLOSERS}


class Scene:
    """A text in plain typography, character for character, and what is known of its parts."""

    def __init__(self, text: str, language: str) -> None:
        self.marked = _unwrapped(text)
        self.text = self.marked.translate(_PLAIN)
        self.language = language

    @cached_property
    def sentences(self) -> list[Span]:
        return sentences.split(self.marked, self.language)

    @cached_property
    def quotes(self) -> list[Span]:
        return [*quotations(self.marked), *_half_open(self.marked)]

    @cached_property
    def told(self) -> list[Attribution]:
        return speech.find(self.marked, self.language)

    def sentence(self, at: int, step: int = 0) -> Span:
        """The sentence that holds `at`, or one beside it; an empty span where there is none."""
        place = bisect_right(self.sentences, (at, 2**62)) - 1 + step
        if 0 <= place < len(self.sentences):
            return self.sentences[place]
        return Span(0, len(self.text)) if step == 0 else Span(at, at)

    def before(self, value: Value) -> str:
        """Its sentence before the value, with the line break where one stands between."""
        start = max(self.sentence(value.start).start, value.start - REACH)
        return self.text[min(start, value.start) : value.start]

    def after(self, value: Value) -> str:
        end = min(self.sentence(value.start).end, value.end + REACH)
        return self.text[value.end : end]


class Scenes:
    """The scene of every value of a text, made once for the values that stand close together."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self._made: dict[int, Scene] = {}

    def around(self, value: Value) -> tuple[Scene, Value]:
        """The scene of `value`, and the value with its place in it."""
        if len(self.text) <= 2 * _PIECE:
            return self._scene(0, len(self.text), 0), value
        piece = value.start // _PIECE
        start = max(0, (piece - 1) * _PIECE)
        return self._scene(piece, (piece + 2) * _PIECE, start), _moved(value, -start)

    def _scene(self, piece: int, end: int, start: int) -> Scene:
        if piece not in self._made:
            self._made[piece] = Scene(self.text[start:end], self.language)
        return self._made[piece]


def _moved(value: Value, by: int) -> Value:
    return replace(value, start=value.start + by, end=value.end + by)


def _unwrapped(text: str) -> str:
    """`text` with blanks for the quotation marks around the whole of it, if there are such."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip().rstrip(".,;").rstrip())
    if start >= end or text[start] not in _OPENERS:
        return text
    whole = next((span for span in quotations(text[start:end]) if span.start == 0), None)
    if whole is None or whole.end != end - start:
        return text
    return f"{text[:start]} {text[start + 1 : end - 1]} {text[end:]}"


def _half_open(text: str) -> list[Span]:
    """What stands before a closing mark, or behind an opening one, whose other half is cut off."""
    rest = text
    for span in quotations(text):
        rest = f"{rest[: span.start]}{' ' * (span.end - span.start)}{rest[span.end :]}"
    marks = [at for at, char in enumerate(rest) if char in '"\u201c\u201d\u201e\u00ab\u00bb']
    # Two are inches, or seconds of arc, or anything.
    if len(marks) != 1:
        return []
    at = marks[0]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    # 27" is a size.
    if before.isdigit() and text[at] == '"':
        return []
    opens = not before.strip() and after.strip() != ""
    return [Span(at, len(text))] if opens else [Span(0, at + 1)]
