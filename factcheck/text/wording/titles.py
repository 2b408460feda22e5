"""The office and the name of a claim against a passage: both, and of one another."""

from factcheck.text.anchors.kinds import weight
from factcheck.text.lexicon import Lexicon, lexicon
from factcheck.text.lexicon.shape import words as table
from factcheck.text.wording import near
from factcheck.text.wording.forms import is_capital, joint, named
from factcheck.text.wording.found import Found, agrees, differs, quoted, unclear
from factcheck.text.wording.likeness import Vocabulary
from factcheck.text.wording.names import Stand, compared, standing
from factcheck.text.wording.offices import OF_A_TIME, RESTRICTING, Office, offices
from factcheck.text.wording.rows import Codes, Row, cuts, key, stops
from factcheck.text.wording.senses import denied, turned
from factcheck.words import Kind, Result

MOST_PLACES = 300
MOST_NAMES = 20
APART = 8
ALIKE = 0.5
# How far before an office a "former" still belongs to it: former Russian president.
REACH = 3

_APPOSED = table("""
    the a an who is was as his her its their now also current currently longtime then serves
    served serving der die das ein eine ist war als le la un une est qui el es un una
    """)
_INNER = table("of for the at in von der des f\u00fcr de du la le del los las y")
_BEHIND = table("general designate elect emeritus adjoint")


def found(claim: str, passage: str, language: str) -> list[Found]:
    said, people = offices(claim, language)
    if len(people) + len(said) > MOST_NAMES:
        return [unclear(f"the claim has more than {MOST_NAMES} names and offices")]
    codes = Codes()
    known = Vocabulary(named(passage, codes))
    names = [compared(named(name, codes), known, Kind.NAME, language) for name in people]
    if not said:
        return [*names, unclear("no office is found in the claim")]
    words = lexicon(language)
    return [*names, *(_found(each, known.row, codes, words) for each in said)]


def _found(said: Office, row: Row, codes: Codes, words: Lexicon) -> Found:
    holder = named(said.holder, codes)
    people = standing(holder, row, Kind.NAME, words) if holder.size else None
    return _office(named(said.words, codes), people, row, words)


def _office(held: Row, people: list[Stand] | None, row: Row, words: Lexicon) -> Found:
    """The best place of an office, with the person if there is one."""
    text = quoted(held.text)
    doubts: list[Found] = []
    for first in _places(held, row):
        last = first + held.size
        doubt = _other(held, row, first, last, words) or _said_of_nobody(text, row, first, last)
        if doubt is None and (people is None or _is_of(people, row, first, last, words)):
            return agrees(f"{text} stands in the passage word for word")
        doubts.append(doubt or unclear(f"{text} stands in the passage, not beside the name"))
    if doubts:
        # Of another person the passage may say another office; it is no difference.
        beside = [one for one in doubts if one.result != Result.DISAGREES or people is None]
        return (beside or doubts)[0] if people is None or people else unclear(doubts[0].words)
    return _unlike(held, people, row, words)


def _places(held: Row, row: Row) -> list[int]:
    found: list[int] = []
    at = row.code.find(held.code) if held.size else -1
    while at >= 0 and len(found) < MOST_PLACES:
        borders = cuts(row, at + held.size) and row.words[at + held.size] != "'s"
        inner = any(
            stops(row.gap(at + k)) and joint(row, at + k) == "," for k in range(1, held.size)
        )
        if not borders and not inner:
            found.append(at)
        at = row.code.find(held.code, at + 1)
    return found


def _other(held: Row, row: Row, first: int, last: int, words: Lexicon) -> Found | None:
    """Another office of which the words are a part: vice president, secretary general."""
    text = quoted(held.text)
    own = {word.lower() for word in held.words}
    if last < row.size and joint(row, last) in {" ", "-"} and row.words[last].lower() in _BEHIND:
        return unclear(f"{text}: the passage has {quoted(row.said(first, last + 1))}")
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if joint(row, at + 1) not in {" ", "-"}:
            return None
        word = row.words[at].lower()
        if word in RESTRICTING and word not in own:
            return differs(f"{text}: the passage has {quoted(row.said(at, last))}")
        if at == first - 1 and (joint(row, first) == "-" or _is_more(word, words)):
            return unclear(f"{text}: the passage has {quoted(row.said(at, last))}")
    return None


def _is_more(word: str, words: Lexicon) -> bool:
    """Whether a word before an office makes a narrower one of it: foreign minister."""
    return word in words.role_words or word in words.subjects


def _said_of_nobody(text: str, row: Row, first: int, last: int) -> Found | None:
    beside = turned(row, first, last, frozenset()) or denied(row, first, last)
    return unclear(f"{text}: the passage has it beside {quoted(beside)}") if beside else None


def _is_of(people: list[Stand], row: Row, first: int, last: int, words: Lexicon) -> bool:
    return any(
        _leads(row, last, each.run_first, words) or _follows(row, each.run_last, first, last, words)
        for each in people
    ) or any(each.run_first <= first and last <= each.run_last for each in people)


def _leads(row: Row, last: int, name: int, words: Lexicon) -> bool:
    """Whether a name stands right behind an office: President of Russia, Vladimir Putin."""
    if not 0 <= name - last <= APART or any(stops(row.gap(at)) for at in range(last, name)):
        return False
    # "Chancellor Angela Merkel and Olaf Scholz": the first name behind it has the office.
    if name > last and is_capital(row.words[last]) and joint(row, last) == " ":
        return False
    return all(_is_inner(row.words[at], words) for at in range(last, name)) and _hangs(row, name)


def _hangs(row: Row, name: int) -> bool:
    return '"' not in row.gap(name) and not (stops(row.gap(name)) and joint(row, name) == ",")


def _is_inner(word: str, words: Lexicon) -> bool:
    small = word.lower()
    return not word[0].islower() or small in _INNER or small in words.of


def _follows(row: Row, name: int, first: int, last: int, words: Lexicon) -> bool:
    """Whether an office stands right behind a name, and before no other name."""
    if not 0 <= first - name <= APART:
        return False
    if any(stops(row.gap(at)) and joint(row, at) == "," for at in range(name, first + 1)):
        return False
    if last < row.size and joint(row, last) == " " and is_capital(row.words[last]):
        return False
    return all(_is_apposed(row, at, words) for at in range(name, first))


def _is_apposed(row: Row, at: int, words: Lexicon) -> bool:
    word = row.words[at]
    small = word.lower()
    # "Russia's" before "foreign minister".
    if small == "'s" or row.words[at + 1] == "'s":
        return at > 0 and is_capital(row.words[at - (small == "'s")])
    return (
        small in _APPOSED
        or word[0].isdigit()
        or small in words.demonyms
        or (is_capital(word) and small.endswith(words.demonym_ends or ("\0",)))
    )


def _unlike(held: Row, people: list[Stand] | None, row: Row, words: Lexicon) -> Found:
    """What is said of an office that does not stand in the passage in its words."""
    text = quoted(held.text)
    core = _without_time(held)
    if core and row.code.find(core) >= 0:
        at = row.code.find(core)
        return unclear(f"{text}: the passage has {quoted(row.said(at, at + len(core)))}")
    match = near.match(held, row)
    if match is None or near.share(match) < ALIKE:
        return unclear(f"{text}: this office is not in the passage")
    said = f"{text}: {near.told(match)}"
    if not _is_head_kept(match, words) or (near.share(match) < near.SHARED and held.size > 2):
        return unclear(said)
    if _is_small(match, words) or (people is not None and not _is_close(people, match)):
        return unclear(said)
    return differs(said)


def _without_time(held: Row) -> str | None:
    kept = [
        code for word, code in zip(held.words, held.code, strict=True) if key(word) not in OF_A_TIME
    ]
    return "".join(kept) if 0 < len(kept) < held.size else None


def _is_head_kept(match: near.Match, words: Lexicon) -> bool:
    """Whether the word that names the office, president or minister, is in both."""
    roles = {at for at, word in enumerate(match.quote.words) if key(word) in words.roles}
    kept = {block.old + at for block in match.blocks for at in range(block.size)}
    return not roles or not roles.isdisjoint(kept)


def _is_small(match: near.Match, words: Lexicon) -> bool:
    """Whether only small words differ: the chair of a school, the chair at it."""
    changed = [
        word
        for old, end, new, last in near.hunks(match)
        for word in (*match.quote.words[old:end], *match.row.words[new:last])
    ]
    return all(weight(key(word)) < 1 or key(word) in words.function for word in changed)


def _is_close(people: list[Stand], match: near.Match) -> bool:
    """Whether the person stands beside the place."""
    return any(
        0 <= match.first - each.run_last <= APART or 0 <= each.run_first - match.last <= 2
        for each in people
    )
