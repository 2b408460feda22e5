"""How an outcome looks: a sign, a tone and its colours. Never a colour alone."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.words import LABELS, House, Outcome


class Look(NamedTuple):
    """The sign before an outcome, its tone, and how much it wants to be noticed."""

    sign: str
    tone: str
    weight: int


LOOKS: Mapping[str, Look] = {
    Outcome.WRONG: Look("\u2717", "loud", 0),
    Outcome.CHANGE: Look("\u2192", "loud", 1),
    Outcome.CUT_ASKED: Look("\u2212", "loud", 2),
    Outcome.ATTRIBUTE: Look("@", "loud", 3),
    Outcome.PARTLY: Look("\u00bd", "partly", 4),
    Outcome.SOURCES_DIFFER: Look("\u2260", "doubt", 5),
    Outcome.CANT_CONFIRM: Look("~", "doubt", 6),
    Outcome.ASK: Look("?", "wait", 7),
    Outcome.OPEN: Look("\u25cb", "wait", 8),
    Outcome.OK_ON_AUTHOR: Look("(\u2713)", "own", 9),
    Outcome.OK_AS_CHANGED: Look("\u2713", "good", 10),
    Outcome.OK: Look("\u2713", "good", 11),
    Outcome.STET: Look("=", "quiet", 12),
    Outcome.NO_FACT: Look("\u25c7", "quiet", 13),
    Outcome.CUT: Look("\u00d7", "quiet", 14),
}

#: An outcome of a later version: shown plainly, its code for a label.
UNKNOWN = Look("\u2022", "quiet", 15)

TONES = ("loud", "partly", "doubt", "wait", "own", "good", "quiet")

#: Each tone as the colour of words, and as the paper behind them.
LIGHT: Mapping[str, str] = {
    "page": "#faf8f3", "card": "#ffffff", "ink": "#1d1b18", "faint": "#5c574e",
    "line": "#d8d2c5", "link": "#1b4a80", "focus": "#1b4a80",
    "loud": "#a3180f", "loud-paper": "#fbe2de",
    "partly": "#854700", "partly-paper": "#fcecd2",
    "doubt": "#643a99", "doubt-paper": "#eee6f7",
    "wait": "#1b4a80", "wait-paper": "#e3ecf6",
    "own": "#585f10", "own-paper": "#eff0d8",
    "good": "#1d6436", "good-paper": "#e3f1e6",
    "quiet": "#5c574e", "quiet-paper": "#eeebe3",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "page": "#171613", "card": "#201f1b", "ink": "#ebe7de", "faint": "#b0a99c",
    "line": "#403c35", "link": "#9fc5f1", "focus": "#9fc5f1",
    "loud": "#ffa198", "loud-paper": "#4a1b17",
    "partly": "#f0b765", "partly-paper": "#3e2b10",
    "doubt": "#cfb5f3", "doubt-paper": "#322546",
    "wait": "#9fc5f1", "wait-paper": "#1c3049",
    "own": "#ccd27d", "own-paper": "#303217",
    "good": "#92d3a1", "good-paper": "#1d3524",
    "quiet": "#b5afa2", "quiet-paper": "#2c2a25",
}  # fmt: skip


def pairs() -> list[tuple[str, str]]:
    """Every colour of words with each paper that it stands on."""
    plain = [(ink, paper) for ink in ("ink", "faint", "link") for paper in ("page", "card")]
    toned = [(tone, paper) for tone in TONES for paper in ("page", "card", f"{tone}-paper")]
    # Words with an outcome of their own inside louder ones; open words keep their colour.
    inside = [(tone, "loud-paper") for tone in TONES]
    kept = [(ink, f"{tone}-paper") for ink in ("ink", "faint") for tone in TONES]
    return [*plain, *toned, *inside, *kept]


def look(outcome: str) -> Look:
    return LOOKS.get(outcome, UNKNOWN)


def named(words: str, outcome: str) -> str:
    """What the house calls an outcome, without wording or name.

    A desk has no word for what only line checkers decide; it reads theirs.
    """
    labels = LABELS.get(words, LABELS[House.LINE])
    found = labels.get(outcome, outcome)
    return found if found != "-" else LABELS[House.LINE].get(outcome, outcome)


def variables(colours: Mapping[str, str]) -> str:
    """The colours as CSS variables."""
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
