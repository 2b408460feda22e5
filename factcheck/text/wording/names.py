"""The names of a claim against those of a passage, form for form."""

import re
from typing import NamedTuple

from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.lexicon.shape import words as table
from factcheck.text.wording.forms import (
    LONGEST_RUN,
    claimed,
    is_before,
    is_behind,
    is_capital,
    is_headline,
    joint,
    named,
)
from factcheck.text.wording.found import Found, agrees, quoted, unclear
from factcheck.text.wording.likeness import Vocabulary, unlike
from factcheck.text.wording.rows import Codes, Row
from factcheck.words import Kind

MOST_NAMES = 100
MOST_PLACES = 500

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")
_PARTICLES = re.compile(
    "(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|께서|측|씨|이다|이라고|라고|부터|까지)"
)
_CLITICS = ("\u0648\u0628", "\u0648\u0644", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643")


class Stand(NamedTuple):
    """A name in the passage: the words `first` to `last`, and the run of which it is a part."""

    first: int
    last: int
    run_first: int
    run_last: int

    @property
    def is_whole(self) -> bool:
        return self.first == self.run_first and self.last == self.run_last


def found(claim: str, passage: str, kind: Kind, language: str) -> list[Found]:
    names = claimed(claim, kind, language)
    if not names:
        return [unclear("no name is found in the claim")]
    if len(names) > MOST_NAMES:
        return [unclear(f"the claim has more than {MOST_NAMES} names")]
    codes = Codes()
    known = Vocabulary(named(passage, codes))
    return [compared(named(name, codes), known, kind, language) for name in names]


def compared(name: Row, known: Vocabulary, kind: Kind, language: str) -> Found:
    """One name against a passage."""
    words, row = lexicon(language), known.row
    text = quoted(name.text.strip())
    if not name.size:
        return unclear(f"{text} is no name")
    stands = standing(name, row, kind, words)
    if any(each.is_whole for each in stands):
        return agrees(f"{text} stands in the passage in the same form")
    if stands:
        return _within(name, row, stands, kind, words)
    hung = _hung(name, row)
    if hung:
        return agrees(f"{text} stands in the passage, as in {quoted(hung)}")
    return unlike(name, known, words, language)


def standing(name: Row, row: Row, kind: Kind, words: Lexicon) -> list[Stand]:
    """Where a name stands with the same letters, joints and order."""
    found = []
    at = row.code.find(name.code)
    for _ in range(MOST_PLACES):
        if at < 0:
            break
        if _is_same(name, row, at):
            found.append(_stand(row, at, at + name.size, kind, words))
        at = row.code.find(name.code, at + 1)
    return found


def _is_same(name: Row, row: Row, at: int) -> bool:
    if any(joint(name, k) != joint(row, at + k) for k in range(1, name.size)):
        return False
    if any(joint(row, at + k) == "," for k in range(1, name.size)):
        return False
    there = row.words[at : at + name.size]
    if any(map(is_capital, name.words)) and not any(map(is_capital, there)):
        return name.size > 1 and not _is_acronym(name.words)
    # Nato is NATO; "Us" is not US, nor "Who" WHO.
    return not any(
        len(one) in {2, 3} and one.isupper() and not other.isupper() and other.isalpha()
        for one, other in zip(name.words, there, strict=True)
    )


def _is_acronym(words: list[str]) -> bool:
    return any(len(word) > 1 and word.isupper() for word in words)


def _stand(row: Row, first: int, last: int, kind: Kind, words: Lexicon) -> Stand:
    """Widened by the capitals, the hyphens and the "of" that make it a part of another name."""
    quiet = is_headline(row, first, last, words) or not any(map(is_capital, row.words[first:last]))
    run_first = _edge(row, first, -1, words, quiet=quiet)
    run_last = _edge(row, last, 1, words, quiet=quiet)
    if kind in {Kind.PLACE, Kind.ORGANISATION}:
        run_first, run_last = _with_of(row, run_first, run_last, words)
    return Stand(first, last, run_first, run_last)


def _edge(row: Row, border: int, step: int, words: Lexicon, *, quiet: bool) -> int:
    """How far a name goes on, before its border (step -1) or behind it (step 1)."""
    for _ in range(LONGEST_RUN):
        at = border - 1 if step < 0 else border
        if not 0 <= at < row.size or row.words[at] == "'s":
            break
        if not _is_hung(row, border, at) and not _is_more(row, border, at, words, quiet=quiet):
            break
        border += step
    return border


def _is_hung(row: Row, border: int, at: int) -> bool:
    """Whether a word hangs on its neighbour by a hyphen, a point or as katakana do."""
    word, hangs = row.words[at], joint(row, border)
    if hangs == "-":
        return is_capital(word) or (len(word) <= 3 and word.isalpha() and word != "led")
    return hangs == "\u00b7" or (hangs == "" and _is_katakana(row, border))


def _is_more(row: Row, border: int, at: int, words: Lexicon, *, quiet: bool) -> bool:
    """Whether the capital beside the border of a name is more of the name."""
    word = row.words[at]
    if joint(row, border) != " " or not is_capital(word):
        return False
    small = word.lower()
    if small in words.organisations or small in words.places or _turns(small):
        return True
    apart = is_before(word, words) if at < border else is_behind(word, words)
    return not quiet and not apart


def _is_katakana(row: Row, border: int) -> bool:
    return all(_KATAKANA.match(row.words[at]) for at in (border - 1, border))


def _turns(word: str) -> bool:
    """Words that make another place of a place: North Korea is not Korea."""
    return word in _DIRECTIONS


_DIRECTIONS = table(
    "north south east west northern southern eastern western central upper lower new old great "
    "nord s\u00fcd ost sud est ouest norte sur este oeste"
)


def _with_of(row: Row, first: int, last: int, words: Lexicon) -> tuple[int, int]:
    before = _of_before(row, first, words)
    if before is not None:
        capital = row.words[before].lower()
        if capital not in words.roles and capital not in words.function:
            first = before
    if _goes_on_with_of(row, first, last, words):
        last += 2
        while last < row.size and joint(row, last) == " " and is_capital(row.words[last]):
            last += 1
    return first, last


def _goes_on_with_of(row: Row, first: int, last: int, words: Lexicon) -> bool:
    """Whether a name is the beginning of a longer one: the Ministry of Defence."""
    if last + 1 >= row.size or row.gap(last) != " " or row.gap(last + 1) != " ":
        return False
    # "in Vladivostok on Monday" has no name behind its "on".
    behind = row.words[last + 1]
    if not is_capital(behind) or is_behind(behind, words):
        return False
    inner = row.words[last].lower() in words.of | words.inner
    return inner and _is_body(row, first, last, words)


def _of_before(row: Row, first: int, words: Lexicon) -> int | None:
    """The capital before the "of" of a name: Gulf of Mexico, Republic of the Congo."""
    at = first - 1
    if at > 0 and row.words[at].lower() in words.the:
        at -= 1
    if at < 1 or row.words[at].lower() not in words.of or not is_capital(row.words[at - 1]):
        return None
    plain = all(row.gap(between) == " " for between in range(at, first + 1))
    return at - 1 if plain else None


def _is_body(row: Row, first: int, last: int, words: Lexicon) -> bool:
    """Whether a name is one that may go on with "of": the Ministry of Defence."""
    tables = words.organisations | words.places
    return any(row.words[at].lower() in tables for at in range(first, last))


def _within(name: Row, row: Row, stands: list[Stand], kind: Kind, words: Lexicon) -> Found:
    """A name that stands in the passage within longer ones only."""
    longer = list(dict.fromkeys(row.said(each.run_first, each.run_last).strip() for each in stands))
    text = quoted(name.text.strip())
    if any(_is_short_form(name, row, each, kind, words) for each in stands) and (
        len({one.lower() for one in longer}) == 1
    ):
        return agrees(f"{text} stands in the passage, which has the longer {quoted(longer[0])}")
    said = " and ".join(quoted(one) for one in longer[:2])
    return unclear(f"{text} stands in the passage only within {said}")


def _is_short_form(name: Row, row: Row, each: Stand, kind: Kind, words: Lexicon) -> bool:
    """`Putin` of Vladimir Putin, `Kim` of Kim Jong Un; not `Kim Jong`, not `York` of New York."""
    if any(joint(row, at) == "-" for at in (each.first, each.last) if 0 < at < row.size):
        return False
    behind = [row.words[at].lower() for at in range(each.last, each.run_last)]
    before = [row.words[at].lower() for at in range(each.run_first, each.first)]
    bodies = words.organisations | words.places
    if kind == Kind.NAME:
        if any(map(_turns, before)) or any(one in bodies for one in behind):
            return False
        return name.size == 1 or not behind
    if kind == Kind.PLACE or before or not behind:
        return False
    return all(one in words.organisations for one in behind) or (
        name.size > 1 and (behind[0] in words.of or behind[0] in words.inner)
    )


def _hung(name: Row, row: Row) -> str | None:
    """The name with a Korean particle behind it, or an Arabic one before it."""
    first, last = name.words[0], name.words[-1]
    if "\uac00" <= last[-1] <= "\ud7af":
        for at in _ending(name, row):
            if _PARTICLES.fullmatch(row.words[at][len(last) :]):
                return row.said(at - name.size + 1, at + 1)
    if "\u0621" <= first[0] <= "\u06ff" and (name.size > 1 or len(first) > 3):
        return _with_clitic(name, row)
    return None


def _ending(name: Row, row: Row) -> list[int]:
    last, head = name.words[-1], name.code[:-1]
    return [
        at
        for at, word in enumerate(row.words)
        if word.startswith(last) and row.code[max(0, at - len(head)) : at] == head
    ]


def _with_clitic(name: Row, row: Row) -> str | None:
    tail = name.code[1:]
    for at, word in enumerate(row.words):
        before = word.removesuffix(name.words[0])
        if before in _CLITICS and row.code.startswith(tail, at + 1):
            return row.said(at, at + name.size)
    return None
