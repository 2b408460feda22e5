"""Words near a quotation, or left out of it, that turn what it says.

The tables hold several languages together, as those of anchors do: a word too many costs an
answer, a "not" that is overlooked makes a wrong one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.text.anchors.kinds import is_negation
from factcheck.text.lexicon.shape import words as table
from factcheck.text.wording.rows import Row, stops

# How many words of a clause are looked at before a quotation, and behind it.
BEFORE = 5
BEHIND = 2
# A "could" that is left out by itself changes what is said; in a long sentence it does not.
SHORT = 3

_CONTRARY = table("""
    but however unless if except although though instead rather despite until only stop stopped
    wrong refuse refusing deny denying reject rejected rejects lie lies lied impossible unlikely
    aber jedoch wenn falls au\u00dfer sondern obwohl statt nur falsch bis
    mais si sauf cependant pourtant sinon seulement faux quoique
    pero sino si excepto aunque solo s\u00f3lo falso salvo
    \u0644\u0643\u0646 \u0625\u0644\u0627 \u0625\u0630\u0627
    \u043d\u0435 \u043d\u0438 \u043d\u0435\u0442 \u0431\u0435\u0437 \u043d\u043e
    \u0435\u0441\u043b\u0438 \u043d\u0438\u043a\u043e\u0433\u0434\u0430
    nie bez ale jedno non mai senza ma se niet geen maar als tenzij inte ikke
    \u4f46 \u5982 \u9664 \u5047
    """)
_HEDGES = table("""
    could might may would should can allegedly reportedly perhaps maybe probably possibly almost
    nearly supposedly apparently k\u00f6nnte vielleicht angeblich fast pourrait peut-\u00eatre
    presque podr\u00eda quiz\u00e1s casi
    """)
_OTHER_NEGATIONS = table(
    "\u043d\u0435 \u043d\u0438 \u043d\u0435\u0442 \u0431\u0435\u0437 nie non niet geen "
    "inte ikke \u043d\u0438\u043a\u043e\u0433\u0434\u0430"
)
_CONDITIONS = table("if unless except wenn falls sauf excepto salvo")
_DENIED = re.compile(
    r"\b(?:fake[ds]?|fabricat\w{1,5}|invented|hoax\w{0,2}|misquot\w{1,5}|misattribut\w{1,5}"
    r"|mistransl\w{1,8}|debunk\w{0,3}|doctored|bogus|apocryphal|false(?:ly)?|untrue|incorrect(?:ly)?"
    r"|satir\w{1,5}|never (?:said|say|used|uttered|wrote|tweeted|called|made|described)"
    r"|(?:not|n't) (?:said|say|saying|use|used|utter|write|tweet|call|make|describe)"
    r"|den(?:y|ies|ied|ying)|no (?:record|evidence|trace)|wrongly|out of context"
    r"|taken back|retracted"
    r"|gef\u00e4lscht\w{0,2}|erfunden\w{0,2}|falsch\w{0,2}|dementier\w{1,3}"
    r"|faux|fausse|fausses|invent\u00e9e?s?|d\u00e9ment\w{0,3}|jamais (?:dit|\u00e9crit)"
    r"|fals[oa]s?|inventad[oa]s?|desmient\w{1,2}|desminti\w{1,2}|nunca dijo)\b",
    re.IGNORECASE,
)
_ABOUT_WORDS = re.compile(
    r"\b(?:quot(?:e[ds]?|ation|ations)|words?|statements?|remarks?|claims?|posts?|tweets?|captions?"
    r"|memes?|videos?|images?|phrase|comments?|headline|letter|this is|that is|it is|it was"
    r"|said|say"
    r"|zitate?s?|worte|aussagen?|citation|propos|phrase|cita|frase|palabras|declaraci\u00f3n)\b",
    re.IGNORECASE,
)
_SENTENCE = 400
_STOP = re.compile("[.!?\u3002\uff01\uff1f\u061f][\"')\\]]{0,3}(?=\\s|\\Z)")


def reversal(row: Row, first: int, last: int) -> str | None:
    """A word among these, left out of a quotation, that may turn what the rest says."""
    for at in range(first, last):
        word = row.words[at].lower()
        if is_negation(word) or word in _CONTRARY:
            return row.words[at]
        if word in _HEDGES and last - first <= SHORT:
            return row.words[at]
    return None


def turned(row: Row, first: int, last: int, outer: frozenset[str]) -> str | None:
    """A word right beside the words `first` to `last` that turns them, and is not in `outer`."""
    near = [*_before(row, first), *_behind(row, last)]
    for at in near:
        word = row.words[at].lower()
        if is_no(word) and not any(is_no(one) for one in outer):
            return row.said(at, first) if at < first else row.said(last, at + 1)
    if last < row.size and not stops(row.gap(last)):
        word = row.words[last].lower()
        if word in _CONDITIONS and word not in outer:
            return row.said(last, last + 1)
    return None


def is_turned_in(outer: Iterable[str], row: Row, first: int, last: int) -> bool:
    """Whether the claim denies the words beside its quotation and the passage does not."""
    if not any(is_no(word) for word in outer):
        return False
    near = [*_before(row, first, 2 * BEFORE), *_behind(row, last)]
    return not any(is_no(row.words[at].lower()) for at in near)


@cache
def is_no(word: str) -> bool:
    return is_negation(word) or word in _OTHER_NEGATIONS


def _before(row: Row, first: int, most: int = BEFORE) -> Iterator[int]:
    """The words of the clause before `first`, the nearest first; a quotation mark ends none."""
    opens = '"' in row.gap(first) or "'" in row.gap(first)
    for at in range(first - 1, max(first - 1 - most, -1), -1):
        gap = row.gap(at + 1)
        if at + 1 == first and opens:
            gap = gap.replace(",", "").replace(":", "")
        if stops(gap) or "," in gap or "(" in gap:
            return
        yield at


def _behind(row: Row, last: int) -> Iterator[int]:
    for at in range(last, min(last + BEHIND, row.size)):
        if stops(row.gap(at)) or not {",", '"'}.isdisjoint(row.gap(at)):
            return
        yield at


def denied(row: Row, first: int, last: int) -> str | None:
    """The word by which the passage calls these words false or never said."""
    start, end = row.starts[first], row.ends[last - 1]
    before, behind = row.text[max(0, start - _SENTENCE) : start], row.text[end : end + _SENTENCE]
    ends = [0, *(match.end() for match in _STOP.finditer(before))]
    stop = _STOP.search(behind)
    # The mark that closes the quotation may end its own sentence: `... blunder," he lied.`
    cut = stop.end() if stop else len(behind)
    there = _said_false(before[ends[-1] :]) or _said_false(behind[:cut])
    if there:
        return there
    following = _STOP.search(behind, cut)
    after = behind[cut : following.end() if following else len(behind)]
    for sentence in (before[ends[-2] if len(ends) > 1 else 0 : ends[-1]], after):
        if _ABOUT_WORDS.search(sentence) and _said_false(sentence):
            return _said_false(sentence)
    return None


def _said_false(text: str) -> str | None:
    found = _DENIED.search(text)
    return found[0] if found else None


def asked(row: Row, first: int, last: int, quotation: str) -> bool:
    """Whether these words are a whole question in the passage, and none in the quotation."""
    if first and not stops(row.gap(first)) and '"' not in row.gap(first):
        return False
    behind = row.gap(last).lstrip()
    return behind[:1] in {"?", "\uff1f", "\u061f"} and quotation.rstrip(" \"')")[-1:] not in {
        "?",
        "\uff1f",
        "\u061f",
    }
