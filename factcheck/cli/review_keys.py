"""What is typed in a review: single keys, and the questions that a key asks."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from factcheck.cli.output import complain
from factcheck.cli.review_page import CONCLUDING, cut, fill, flat, place, size
from factcheck.words import Action, Conclusion, Stance, Why

if TYPE_CHECKING:
    from factcheck.services.evidence import NewEvidence
    from factcheck.services.verdicts import Decision

Shape = Mapping[str, Any]

PLACE = "SOURCE PLACE, as in atlas p. 212"
#: Typed alone at a question: back to the claim.
BACK = "."
#: Ctrl-D, also where it was typed ahead of us: the terminal makes a NUL of it then.
END = ("\x04", "\0")
ENTER = ("\n", "\r")

_ESCAPE = 27
_HIGH = 0x80  # bytes from here on belong to letters that are no keys
_MOMENT = 0.1  # seconds that the rest of an arrow key may take

# Arrow keys at a question leave these; and other controls have no place in an answer.
_CONTROLS = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?|[\x00-\x08\x0b-\x1f\x7f]")

_STANCES: dict[str, str | None] = {
    "s": Stance.SUPPORTS, "r": Stance.REFUTES, "c": Stance.CONTEXT, "\n": None, "\r": None,
}  # fmt: skip
#: Nobody's words carry these.
_LOOKED = {Conclusion.NOT_ENOUGH_EVIDENCE, Conclusion.NOT_CHECKABLE}
#: More sources than this are not offered: they are typed.
_OFFERED = 4


class Back(Exception):
    """A question was not answered: nothing is recorded, the claim stays."""


class Leave(Exception):
    """The walk ends: q, Ctrl-C or Ctrl-D, or the terminal is gone."""


class Keyboard:
    """Keys one by one, and lines with what the terminal offers to edit them.

    It reads past sys.stdin, whose buffer would keep what was typed ahead for a key.
    """

    def __init__(self) -> None:
        self._terminal = sys.stdin.fileno()
        self._typed = b""

    def __enter__(self) -> Self:
        import termios

        self._before = termios.tcgetattr(self._terminal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        import termios

        termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)

    def _set(self, *, single: bool) -> None:
        """Each time anew: whoever stops us with Ctrl-Z and comes back has another terminal."""
        import termios

        mode = [*self._before[:6], list(self._before[6])]
        if single:
            mode[3] &= ~(termios.ICANON | termios.ECHO)
            mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._terminal, termios.TCSANOW, mode)

    def key(self) -> str:
        """The next key, small; nothing for one that is no letter. Raises Leave."""
        self._set(single=True)
        byte = self._byte()
        while byte >= _HIGH:
            byte = self._byte()
        if byte == _ESCAPE:
            self._pass_sequence()
            return ""
        if chr(byte) in END:
            raise Leave
        return chr(byte).casefold()

    def _byte(self) -> int:
        if not self._typed:
            self._typed = self._read()
        byte, self._typed = self._typed[0], self._typed[1:]
        return byte

    def _read(self) -> bytes:
        try:
            found = os.read(self._terminal, 4096)
        except OSError as error:  # the other end of the line hung up
            raise Leave from error
        if not found:
            raise Leave
        return found

    def _pass_sequence(self) -> None:
        """The rest of an arrow or function key."""
        import select

        while self._typed or select.select([self._terminal], [], [], _MOMENT)[0]:
            byte = self._byte()
            if chr(byte) not in "[O;" and not chr(byte).isdigit():
                return

    def line(self, question: str) -> str:
        """What is typed until Enter, on one line. Raises Leave at Ctrl-D."""
        self._set(single=False)
        complain(question, end="")
        ahead = self._typed.partition(b"\n")[0].decode("utf-8", "replace")
        complain(flat(ahead), end="\n" if b"\n" in self._typed else "")
        while b"\n" not in self._typed and not _ended(self._typed):
            self._typed += self._read()
        data, _, self._typed = self._typed.partition(b"\n")
        if _ended(data):
            raise Leave
        text = data.decode(sys.stdin.encoding or "utf-8", "surrogateescape")
        return _CONTROLS.sub("", text).strip()

    def forget(self) -> None:
        """What was typed ahead was meant for another claim."""
        import termios

        self._typed = b""
        termios.tcflush(self._terminal, termios.TCIFLUSH)


def _ended(data: bytes) -> bool:
    return any(end.encode() in data for end in END)


@dataclass
class Desk:
    """Whom to ask, and what was answered before."""

    keyboard: Keyboard
    #: The source and place used last, as they are typed.
    last: str | None = None
    #: Answers about the claim on the screen, so that no reason is typed twice.
    kept: dict[str, str] = field(default_factory=dict)

    def optional(self, question: str) -> str | None:
        """An answer, None for Enter alone. Raises Back."""
        answer = self.keyboard.line(f"{question}: ")
        if answer == BACK:
            raise Back
        return answer or None

    def needed(self, question: str) -> str:
        """An answer; Enter alone repeats the one that was given before, or goes back."""
        before = self.kept.get(question)
        told = f'{question} (Enter: "{_brief(before)}")' if before else question
        answer = self.optional(told) or before
        if answer is None:
            raise Back
        self.kept[question] = answer
        return answer

    def choice(self, question: str, options: list[str]) -> int:
        """The index of one of at most nine options, chosen by its number. Raises Back."""
        say(question)
        for number, option in enumerate(options, 1):
            say(f"  {number}  {option}", most=1)
        key = self.keyboard.key()
        if not ("1" <= key <= "9") or int(key) > len(options):
            raise Back
        return int(key) - 1


def say(text: str, *, most: int = 3) -> None:
    """A few lines under the page, fitted to the terminal."""
    width = size()[0] - 1
    lead = text[: len(text) - len(text.lstrip(" "))]
    for line in cut(fill(flat(text), width - len(lead)), most, width - len(lead)):
        complain(f"{lead}{line}")


def _brief(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:27]}..."


# What each key asks


def conclude(desk: Desk, claim: Shape, key: str) -> "Decision":
    """A verdict: why, the reason, the source, new wording, as far as the conclusion needs them."""
    from factcheck.services.evidence import NewEvidence
    from factcheck.services.verdicts import Decision, NewFix

    conclusion = CONCLUDING[key]
    why = _why(desk) if conclusion == Conclusion.NOT_ENOUGH_EVIDENCE else None
    because = desk.needed("The reason") if _needs_reason(claim, conclusion) else None
    evidence = NewEvidence() if conclusion in _LOOKED else _seen_in(desk, claim)
    wording = None
    if conclusion in {Conclusion.REFUTED, Conclusion.MIXED}:
        wording = desk.optional("New wording (Enter: none)")
    fix = NewFix(Action.CHANGE, wording=wording) if wording else None
    return Decision(conclusion, why=why, because=because, evidence=evidence, fix=fix)


def _needs_reason(claim: Shape, conclusion: Conclusion) -> bool:
    before = claim["verdict"]
    changed = before is not None and before["conclusion"] != conclusion
    return changed or conclusion != Conclusion.SUPPORTED


def _why(desk: Desk) -> str:
    words = "  ".join(f"{n} {why.replace('-', ' ')}" for n, why in enumerate(Why, 1))
    say(f"Why?  {words}")
    key = desk.keyboard.key()
    if not ("1" <= key <= "9") or int(key) > len(Why):
        raise Back
    return list(Why)[int(key) - 1].value


def _seen_in(desk: Desk, claim: Shape) -> "NewEvidence":
    """The source: one that is offered, one that is typed, or what was seen before."""
    from factcheck.services.evidence import NewEvidence

    offers = _offers(desk, claim)
    seen = [piece for piece in _standing(claim) if piece["seen"]]
    names = [f"[{n}] {name}" for n, (name, _) in enumerate(offers, 1)]
    if seen:
        kept = ", ".join(place(piece) for piece in seen)
        say("  ".join([f"Enter keeps what was seen: {kept}.", *names]), most=2)
    elif offers:
        say("  ".join(["Seen in:", *names]), most=2)
    while True:
        answer = desk.optional(_ask_source(names, seen=bool(seen)))
        if answer is None and (seen or offers):
            return NewEvidence() if seen else offers[0][1]
        if answer and re.fullmatch("[1-9]", answer) and int(answer) <= len(offers):
            return offers[int(answer) - 1][1]
        if answer:
            return NewEvidence(place=answer)


def _ask_source(names: list[str], *, seen: bool) -> str:
    if seen:
        return "Enter, a number, or SOURCE PLACE" if names else "Enter, or SOURCE PLACE"
    return "Enter takes [1]; a number, or SOURCE PLACE" if names else PLACE


def _standing(claim: Shape) -> list[Shape]:
    return [piece for piece in claim["evidence"] if not piece["retracted"]]


def _offers(desk: Desk, claim: Shape) -> "list[tuple[str, NewEvidence]]":
    """What is cited and was not looked at yet, and the source used last."""
    from factcheck.services.evidence import NewEvidence

    cited = [piece for piece in _standing(claim) if not piece["seen"]]
    offers = [(f"{place(piece)} (cited)", _taken(piece)) for piece in cited[:_OFFERED]]
    if desk.last:
        offers.append((f"{_brief(desk.last)} (last used)", NewEvidence(place=desk.last)))
    return offers


def _taken(piece: Shape) -> "NewEvidence":
    """The same again, so that it is marked as seen and not recorded twice."""
    from factcheck.services.evidence import NewEvidence

    said = ("quote", "says", "stance", "locator", "how", "on", "tier")
    return NewEvidence(
        source=f"source:{piece['source']['id']}", **{name: piece[name] for name in said}
    )


def used(claim: Shape, piece: "NewEvidence") -> str | None:
    """`atlas p. 212`: the source of a decision as it is typed."""
    for known in claim["evidence"]:
        if piece.source == f"source:{known['source']['id']}":
            return " ".join(part for part in (known["source"]["key"], piece.locator) if part)
    return piece.place


def change(desk: Desk, _claim: Shape, _key: str) -> "Decision":
    from factcheck.services.verdicts import Decision, NewFix

    wording = desk.needed("New wording")
    agreed = desk.optional("Agreed with (Enter: not yet)")
    return Decision(fix=NewFix(Action.CHANGE, wording=wording, agreed_with=agreed))


def question(desk: Desk, _claim: Shape, _key: str) -> "Decision":
    from factcheck.services.verdicts import Decision

    return Decision(question=desk.needed("Question to the author"))


def evidence(desk: Desk, _claim: Shape, _key: str) -> "Decision":
    from factcheck.services.evidence import NewEvidence
    from factcheck.services.verdicts import Decision

    told = f'SOURCE PLACE (Enter: "{_brief(desk.last)}")' if desk.last else PLACE
    where = desk.optional(told) or desk.last
    if where is None:
        raise Back
    quote = desk.optional("Its words, verbatim (Enter: none)")
    say("It  s supports  r refutes  c is context  Enter: not said yet")
    key = desk.keyboard.key()
    if key not in _STANCES:
        raise Back
    return Decision(evidence=NewEvidence(place=where, quote=quote, stance=_STANCES[key]))


def note(desk: Desk, _claim: Shape, _key: str) -> str:
    return desk.needed("Note")


DECIDING = dict.fromkeys(CONCLUDING, conclude) | {"f": change, "a": question, "e": evidence}
