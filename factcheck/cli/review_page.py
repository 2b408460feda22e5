"""One claim on one screen: whatever it holds, the keys stay in sight."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.cli.output import colour, in_colour
from factcheck.words import DECIDED, Conclusion, SpanState, label

if TYPE_CHECKING:
    from factcheck.services.reviewing import Passage

Shape = Mapping[str, Any]

#: More of a text than this no screen shows.
MOST = 3000
#: Lines kept free under the keys, for the questions that they ask.
FREE = 3

# Between these stand the words; no other text has them, for harmless() makes them visible.
_OPEN, _CLOSE = "\u2061", "\u2062"
_REVERSED, _UPRIGHT = "\x1b[7m", "\x1b[27m"

_SIGNS = {"supports": "+", "refutes": "-", "context": "~", None: "?"}

#: The keys of conclusions, shown in the words of the house.
CONCLUDING: dict[str, Conclusion] = {
    "o": Conclusion.SUPPORTED,
    "w": Conclusion.REFUTED,
    "p": Conclusion.MIXED,
    "d": Conclusion.CONFLICTING,
    "c": Conclusion.NOT_ENOUGH_EVIDENCE,
    "x": Conclusion.NOT_CHECKABLE,
}
_OTHERS = {
    "f": "change", "a": "ask author", "e": "evidence", "b": "open", "n": "note",
    "s": "skip", "u": "undo", "q": "quit", "?": "",
}  # fmt: skip
_MEANINGS = {
    "o": "the fact holds; Enter takes the source that is offered",
    "w": "it does not: a reason, a source, new wording if there is one",
    "p": "right in part, or right and misleading: the same questions",
    "d": "good sources say different things: the same questions",
    "c": "looked for and not found: why, and a reason",
    "x": "nothing to check in it: a reason",
    "f": "change the words: the new wording, and who agreed",
    "a": "a question to the author; open until it is answered",
    "e": "add evidence: source and place, quotation, what it does to the claim",
    "b": "open the source in the browser, or show its address",
    "n": "keep a note on the claim",
    "s": "go on; the claim comes again in the next walk",
    "u": "take back the last step of this walk, and go to its claim",
    "q": "leave; so do Ctrl-D and Ctrl-C. All is saved already",
}


@dataclass(frozen=True, slots=True)
class View:
    """What one screen is about."""

    claim: Shape
    passage: "Passage | None"
    progress: str
    words: str
    notes: Sequence[Shape] = field(default_factory=tuple)
    message: str = ""


class Level(NamedTuple):
    """How many lines each part may have; air is blank lines between them."""

    text: int
    passage: int
    piece: int
    pieces: int
    facts: int
    air: bool


LEVELS = (
    Level(3, 9, 3, 9, 6, air=True),
    Level(3, 6, 2, 9, 5, air=True),
    Level(2, 4, 2, 6, 4, air=True),
    Level(2, 4, 2, 6, 4, air=False),
    Level(2, 4, 1, 6, 4, air=False),
    Level(2, 4, 1, 4, 3, air=False),
    Level(1, 3, 1, 3, 2, air=False),
    Level(1, 2, 1, 2, 1, air=False),
    Level(1, 2, 1, 1, 0, air=False),
    Level(1, 1, 0, 0, 0, air=False),
)


def size() -> tuple[int, int]:
    """Columns and rows of the terminal that the walk is shown on."""
    given = [os.environ.get(name, "") for name in ("COLUMNS", "LINES")]
    try:
        real = list(os.get_terminal_size(sys.stderr.fileno()))
    except (OSError, ValueError):
        real = [0, 0]
    told = [int(word) if re.fullmatch("[0-9]{1,4}", word) else 0 for word in given]
    columns, rows = (a or b or usual for a, b, usual in zip(told, real, (80, 24), strict=True))
    return max(columns, 30), max(rows, 8)


def page(view: View, columns: int, rows: int) -> str:
    """The claim, what was said of the last key, and the keys, in so many rows and FREE below."""
    width = columns - 1
    free, most = (FREE, 3) if rows > 15 else (1, 2)
    told = cut(fill(flat(view.message), width), most, width) if view.message else []
    keys = key_lines(view.words, width, max(2, rows // 5))
    room = max(rows - free - len(keys) - len(told), 3)
    body: list[str] = []
    for level in LEVELS:
        body = list(_body(view, level, width))
        if len(body) <= room:
            break
    told = [colour(line, "yellow", stream=sys.stderr) for line in told]
    return "\n".join([*body[:room], *told, *keys])


def key_lines(words: str, width: int, most: int) -> list[str]:
    """The keys with what they do; only the letters where that takes too many lines."""
    lines: list[list[tuple[str, str]]] = [[]]
    for key, meaning in key_words(words).items():
        new = [*lines[-1], (key, meaning)]
        if key == "f" or len(_joined(new)) > width:
            lines.append([(key, meaning)])
        else:
            lines[-1] = new
    if len(lines) > most:
        return fill(" ".join(key_words(words)), width)
    return [_joined([(colour(k, "bold", stream=sys.stderr), word) for k, word in line])
            for line in lines]  # fmt: skip


def _joined(items: Sequence[tuple[str, str]]) -> str:
    return "  ".join(f"{key} {word}".rstrip() for key, word in items)


def key_words(words: str) -> dict[str, str]:
    """Each key with its word, a conclusion's in the house's words."""
    concluding = {key: label(words, DECIDED[each]).lower() for key, each in CONCLUDING.items()}
    return concluding | _OTHERS


def help_lines(words: str, width: int) -> list[str]:
    """What each key does, a line a key where it fits."""
    concluding = {key: f"{key_words(words)[key]}: " for key in CONCLUDING}
    lines = ["+ supports  - refutes  ~ context  ? not yet said; at a question . goes back"]
    lines += [f"{key}  {concluding.get(key, '')}{text}" for key, text in _MEANINGS.items()]
    return [short for line in lines for short in _hung(line, width, 3)]


def _body(view: View, level: Level, width: int) -> Iterator[str]:
    claim, air = view.claim, [""] if level.air else []
    yield shortened(view.progress, width)
    yield from _head(view, width)
    yield from cut(fill(flat(claim["text"]), width), level.text, width)
    yield from air
    yield from _passage_lines(view.passage, width, level.passage)
    yield from air
    yield from [shortened(fact, width) for fact in _facts(view)][: level.facts]
    if level.pieces:
        yield from _evidence(claim, level, width)
    yield from air


def _head(view: View, width: int) -> Iterator[str]:
    from factcheck.cli.views import outcome_label, recheck

    claim = view.claim
    shown = shortened(f"Claim {claim['id']}: {outcome_label(claim, view.words)}", width)
    yield colour(shown, "bold", stream=sys.stderr)
    if claim["stale"]:
        again = shortened(recheck(claim["stale_because"]), width)
        yield colour(again, "red", stream=sys.stderr)


def _facts(view: View) -> Iterator[str]:
    """What else is known, a line each, what matters most first."""
    from factcheck.cli.evidence_views import points
    from factcheck.cli.views import by_and_when, note_line, query_line

    claim, verdict, fix = view.claim, view.claim["verdict"], view.claim["fix"]
    yield ", ".join(_kind(claim))
    if claim["suggestion"] and not verdict:
        yield f"The evidence points {points(claim['suggestion'])}."
    if verdict:
        reason = f": {verdict['reason']}" if verdict["reason"] else ""
        shown = label(view.words, DECIDED[verdict["conclusion"]])
        yield f"decided: {shown}, {by_and_when(verdict)}{reason}"
    for short in claim["below_need"]:
        wanted = "needs" if short["blocks"] else "better with"
        yield f"{wanted} {short['needs']}; has {short['has']}"
    if fix:
        yield f"fix: {fix['action']}{_wording(fix)}, {fix['state']}, {by_and_when(fix)}"
    for query in reversed(claim["queries"]):
        yield f"asked {query_line(query)}"
    for note in reversed(view.notes):
        yield f"note: {note_line(note)}"


def _wording(fix: Shape) -> str:
    return f' to "{fix["wording"]}"' if fix["wording"] else ""


def _kind(claim: Shape) -> Iterator[str]:
    yield claim["kind"]
    if claim["claimant"]:
        role = claim["claimant_detail"]["role"]
        yield f"said by {claim['claimant']}" + (f" ({role})" if role else "")
    if claim["priority"] != "normal":
        yield f"{claim['priority']} priority"
    yield from (f"#{tag}" for tag in claim["tags"])


def _passage_lines(passage: "Passage | None", width: int, most: int) -> list[str]:
    if passage is None:
        return ["  It stands nowhere in the text."]
    state = passage.state
    if state == SpanState.LOST:
        gone = shortened(f"  Not in draft {passage.revision} any more:", width)
        return [gone, *_marked(passage, width, max(most - 1, 1))]
    return _marked(passage, width, most)


def _marked(passage: "Passage", width: int, most: int) -> list[str]:
    """The paragraph with the words marked; of a long one the lines around them."""
    before, after = _spaced(passage.before[-MOST:]), _spaced(passage.after[:MOST])
    text = f"{before}{_OPEN}{_spaced(passage.words[:MOST]).strip()}{_CLOSE}{after}".strip()
    # Room for the indent, "..." at both ends, and brackets where nothing is reversed.
    lines = [line for part in text.split("\n") for line in fill(part.strip(), width - 12)]
    marked = [at for at, line in enumerate(lines) if _OPEN in line or _CLOSE in line]
    first = _window(marked[0], marked[-1], len(lines), most)
    kept = lines[first : first + most]
    if first:
        kept[0] = f"...{kept[0]}"
    if first + most < len(lines):
        kept[-1] = f"{kept[-1]}..."
    if in_colour(sys.stderr):
        return [f"  {line}" for line in _painted(kept)]
    return [f"  {line.replace(_OPEN, '[[').replace(_CLOSE, ']]')}" for line in kept]


def _window(first: int, last: int, count: int, most: int) -> int:
    """The first line shown: the marked lines in the middle, or their beginning at the top."""
    spare = max(0, most - (last - first + 1))
    return max(0, min(first - spare // 2, count - most))


def _painted(lines: Sequence[str]) -> Iterator[str]:
    """Marks as reversed video, ended with each line and taken up in the next."""
    inside = False
    for line in lines:
        shown = f"{_REVERSED}{line}" if inside else line
        inside = line.rfind(_OPEN) > line.rfind(_CLOSE) or (inside and _CLOSE not in line)
        shown = shown.replace(_OPEN, _REVERSED).replace(_CLOSE, _UPRIGHT)
        yield f"{shown}{_UPRIGHT}" if inside else shown


def _evidence(claim: Shape, level: Level, width: int) -> Iterator[str]:
    from factcheck.cli.evidence_views import compared

    pieces = [piece for piece in claim["evidence"] if not piece["retracted"]]
    if not pieces:
        yield "No evidence yet."
    for piece in pieces[: level.pieces]:
        yield from cut(_hung(_piece(piece), width, 2), level.piece, width)
        told = compared(piece["comparison"], claim["kind"])
        if told:
            lines = cut(fill(flat(told), width - 4), level.piece, width - 4)
            yield from (f"    {line}" for line in lines)
    more = len(pieces) - level.pieces
    if more > 0:
        yield shortened(f"... and {more} more: factcheck show {claim['id']}", width)


def _piece(piece: Shape) -> str:
    """`+ atlas, p. 212: "20 carriages"`, and whether anybody looked."""
    what = f'"{piece["quote"]}"' if piece["quote"] else piece["says"] or piece["note"]
    seen = "" if piece["seen"] else " (cited, not seen)"
    said = what or piece["source"]["title"] or ""
    return f"{_SIGNS[piece['stance']]} {place(piece)}{seen}: {said[:MOST]}"


def place(piece: Shape) -> str:
    """`atlas, p. 212`."""
    return ", ".join(part for part in (piece["source"]["key"], piece["locator"]) if part)


# Text into lines


def flat(text: str) -> str:
    """Text from anywhere on one line, so that it cannot act on the terminal."""
    return _spaced(text[:MOST]).replace("\n", " ").strip()


def _spaced(text: str) -> str:
    from factcheck.text.show import harmless

    return harmless(re.sub(r"[^\S\n]+", " ", text))


def shortened(text: str, width: int) -> str:
    from factcheck.text.show import shorten

    lead = text[: len(text) - len(text.lstrip(" "))]
    return lead + shorten(text[:MOST], width - len(lead))


def fill(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells; a word that is longer is broken."""
    from factcheck.text.show import width_of

    lines: list[list[str]] = [[]]
    used = 0
    for piece in (piece for word in text.split(" ") for piece in _pieces(word, width)):
        cells = width_of(piece)
        if lines[-1] and used + 1 + cells > width:
            lines.append([])
            used = 0
        used += cells + (1 if lines[-1] else 0)
        lines[-1].append(piece)
    return [" ".join(line) for line in lines]


def _pieces(word: str, width: int) -> Iterator[str]:
    from factcheck.text.show import width_of

    if width_of(word) <= width:
        yield word
        return
    start = used = 0
    for at, char in enumerate(word):
        cells = width_of(char)
        if used + cells > width:
            yield word[start:at]
            start, used = at, 0
        used += cells
    yield word[start:]


def cut(lines: Sequence[str], most: int, width: int) -> list[str]:
    """The first lines, "..." where more follow."""
    if len(lines) <= most:
        return list(lines)
    kept = list(lines[:most])
    if kept:
        kept[-1] = shortened(f"{kept[-1]} {'.' * width}", width).rstrip(".").rstrip() + "..."
    return kept


def _hung(text: str, width: int, indent: int) -> list[str]:
    """Lines with all but the first indented."""
    first, *rest = fill(flat(text), width - indent)
    return [first, *(f"{' ' * indent}{line}" for line in rest)]
