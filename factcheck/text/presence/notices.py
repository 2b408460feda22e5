"""Corrections, clarifications and retractions that a page prints about itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.text.spans import Span

LONGEST = 300
# A page of corrections has more than one; none has more than this.
MOST = 500
# A paragraph longer than this is no notice from its first word to its last.
LONGEST_LEAD = 120
# A line as long as this that ends without a full stop goes on in the next one.
WRAPPED = 60
SENTENCE = 40
# How much of a notice in the middle of a paragraph may lie before the words that it speaks of.
LONGEST_BLOCK = 3000


class Notice(NamedTuple):
    """A notice of the page: `text[start:end]`, and its first sentence or line."""

    start: int
    end: int
    text: str


_DATE = r"[^\n:.]{0,40}"
_WORDS = (
    r"corrections?(?: and clarifications?| & clarifications?| notice)?|corrected|clarifications?"
    r"|retraction(?: notice| note)?|retracted(?: article)?|withdrawn(?: article)?|erratum|errata"
    r"|corrigend(?:um|a)|expression of concern|setting the record straight|for the record"
    r"|editors?'?s?'? (?:correction|clarification)"
    r"|korrektur(?:en|hinweis)?|berichtigung(?:en)?|richtigstellung|gegendarstellung|klarstellung"
    r"|rectificatifs?|rectification|r\u00e9tractation|mise au point"
    r"|correcci(?:\u00f3n|ones)|fe de (?:errores|erratas|errata)|rectificaci(?:\u00f3n|ones)"
    r"|retractaci\u00f3n|aclaraci\u00f3n|errata corrige|rettifica|correzione"
    r"|corre\u00e7\u00e3o|errata|rectificatie|correctie|r\u00e4ttelse|rettelse"
    "|\u8a02\u6b63|\u66f4\u6b63|\u52d8\u8bef|\u52d8\u8aa4"
    "|\u0438\u0441\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u0438\u0435"
    "|\u062a\u0635\u062d\u064a\u062d|\u062a\u0635\u0648\u064a\u0628"
)
# A heading by itself, or a word with a colon, a dash or a date behind it.
_LED = re.compile(
    rf"[\W_]{{0,6}}(?P<word>{_WORDS})"
    rf"(?P<rest> ?[:\uff1a\u2014|]| [-\u2013] |(?:,| \(| on | to this | appended| issued)"
    rf"{_DATE}(?:[:.)]|$)"
    rf"| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)[^\n:]{{0,30}}:|[\W_]{{0,6}}$)",
    re.IGNORECASE | re.MULTILINE,
)
_EDITOR = re.compile(
    r"[\W_]{0,6}(?:editor(?:'?s|s')? note|editors?' note|note to (?:our )?readers|update[ds]?"
    r"|anmerkung der redaktion|hinweis der redaktion|anm\. d\. red"
    r"|note de la r\u00e9daction|ndlr|nota de la redacci\u00f3n|nota del editor"
    r"|nota della redazione|nota da reda\u00e7\u00e3o)\b",
    re.IGNORECASE,
)
_OWNED = (
    r"(?:article|story|report|post|piece|column|headline|caption|photo caption|graphic|chart|map"
    r"|video|transcript|newsletter|review|obituary|op-ed|essay|press release|news release|page"
    r"|paper|study|blog post|fact[- ]check|interview|podcast|episode|summary|dispatch|item)"
)
_SAYS = re.compile(
    rf"\b(?:an?|the) (?:earlier|previous|prior|original|initial|first) version of"
    rf" (?:this|the|our|that) (?:\w+ ){{0,2}}?{_OWNED}\b"
    rf"|\b(?:an?) (?:earlier|previous|prior) version (?:incorrectly|mistakenly|wrongly|erroneously"
    rf"|misstated|misidentified|misspelled|misquoted)"
    rf"|\b(?:this|the above|our) (?:\w+ ){{0,2}}?{_OWNED} (?:(?:has|have) (?:since )?been|was|is)"
    rf" (?:\w+ )?(?:corrected|retracted|withdrawn|amended"
    rf"|updated to (?:correct|fix|clarify|remove|reflect th(?:e correct|at)))"
    rf"|\bthis (?:\w+ )?{_OWNED} (?:originally|initially|previously|incorrectly|mistakenly|wrongly"
    rf"|erroneously|misstated|misidentified|misspelled|misquoted)"
    rf"|\bwe (?:have retracted|are retracting|retract|have withdrawn) (?:this|the|our) "
    rf"|\bwe (?:regret|apologi[sz]e for) (?:the|this|our|any|these) (?:\w+ )?(?:error|mistake)s?\b"
    r"|\bin einer (?:fr\u00fcheren|vorherigen|ersten|\u00e4lteren) (?:version|fassung)\b"
    r"|\b(?:eine|die) (?:fr\u00fchere|vorherige|erste|urspr\u00fcngliche) (?:version|fassung)"
    r" (?:dieses|des) (?:artikels|textes|beitrags|berichts)"
    r"|\bdieser (?:artikel|text|beitrag) wurde (?:nachtr\u00e4glich )?"
    r"(?:korrigiert|berichtigt|zur\u00fcckgezogen)"
    r"|\b(?:une|la) (?:premi\u00e8re |pr\u00e9c\u00e9dente )?version"
    r"(?: pr\u00e9c\u00e9dente| ant\u00e9rieure| initiale)? de (?:cet article|ce texte|ce papier)"
    r"|\bcet article a \u00e9t\u00e9 (?:corrig\u00e9|rectifi\u00e9|retir\u00e9|d\u00e9publi\u00e9)"
    r"|\buna versi\u00f3n (?:anterior|previa) de est[ea] "
    r"|\best[ea] (?:art\u00edculo|nota|noticia|texto) (?:ha sido|fue)"
    r" (?:corregid|rectificad|retirad)[oa]",
    re.IGNORECASE,
)
_ERRORS = re.compile(
    r"\b(?:earlier|previous|prior|original) version|misstat|misidentif|misspel|misquot|incorrect"
    r"|inaccura|erroneous|\berrors?\b|mistake|retract|withdrawn|corrected|correction|clarif"
    r"|fr\u00fcheren (?:version|fassung)|korrigiert|berichtigt|fehler|corrig\u00e9|erreur"
    r"|rectifi|corregid|versi\u00f3n anterior|\berror(?:es)?\b",
    re.IGNORECASE,
)
# A block without any of these is read no further.
_ROOTS = (
    *("correct", "clarif", "retract", "withdr", "errat", "corrigend", "concern", "versi"),
    *("editor", "update", "note", "nota", "redakt", "redac", "record", "regret", "apolog"),
    *("original", "initial", "previous", "mistake", "wrong", "erroneous", "misstat", "misident"),
    *("misspel", "misquot", "korr", "bericht", "stellung", "rectif", "r\u00e9tract", "mise au"),
    *("correc", "fe de err", "aclarac", "rettific", "correzion", "corre\u00e7", "r\u00e4ttelse"),
    *("rettelse", "fassung", "zur\u00fcckgezogen", "retir", "d\u00e9publ", "ndlr", "amended"),
    *("\u8a02\u6b63", "\u66f4\u6b63", "\u52d8", "\u0438\u0441\u043f\u0440", "\u062a\u0635"),
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS = (".", "!", "?", ":", "\u3002", "\uff01", "\uff1f", '"', "\u201d", ")")
_SENTENCE = re.compile(r"[.!?\u3002](?=\s|$)[\"'\u201d\u2019)]?")
# "5 May 2021", "Sept. 5, 2021", "2021-05-05": a date is all that such a heading says.
_DAY = re.compile(
    r"[\s:]*(?:(?:\d{1,2}(?:st|nd|rd|th|\.)? )?[^\W\d_]{3,9}\.? (?:\d{1,2},? )?\d{4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4})?[\s)]*"
)
_BULLETS = ("-", "*", "\u2022", "\u2013", "\u2014")


def read(text: str) -> Iterator[Notice]:
    """The notices of a text, in order."""
    blocks = _blocks(text)
    done, left = -1, MOST
    for at in _worth_reading(text, blocks):
        if at <= done or not left:
            continue
        start = _begins(text, blocks[at])
        last = _last(text, blocks, at)
        if start is None or last is None:
            continue
        done, left = last, left - 1
        end = blocks[done].end
        yield Notice(start, end, _headed(text, start, end))


def _blocks(text: str) -> list[Span]:
    """Paragraphs: between blank lines, or lines where there are no blank ones."""
    if _BLANK_LINE.search(text.strip()):
        borders = [0, *(place for match in _BLANK_LINE.finditer(text) for place in match.span())]
        spans = zip(borders[::2], [*borders[1::2], len(text)], strict=True)
        return [Span(*span) for span in spans if span[0] < span[1]]
    return list(_lines(text))


def _lines(text: str) -> Iterator[Span]:
    """Lines, those joined that were wrapped."""
    start = at = 0
    for line in text.split("\n"):
        at += len(line) + 1
        is_wrapped = len(line) >= WRAPPED and not line.rstrip().endswith(_ENDS)
        if not is_wrapped:
            if text[start : at - 1].strip():
                yield Span(start, at - 1)
            start = at
    if start < len(text):
        yield Span(start, len(text))


def _worth_reading(text: str, blocks: list[Span]) -> list[int]:
    low = text.replace("\u0130", "i").lower()
    starts = [block.start for block in blocks]
    found = set()
    for root in _ROOTS:
        at = low.find(root)
        while at >= 0:
            one = bisect_right(starts, at) - 1
            found.add(one)
            # The rest of a block that is read anyway need not be searched.
            at = low.find(root, max(at + 1, blocks[one].end)) if one >= 0 else -1
    return sorted(found - {-1})


def _begins(text: str, block: Span) -> int | None:
    """Where the notice of a block begins; None if it has none."""
    words = text[block.start : min(block.end, block.start + LONGEST_BLOCK)]
    plain = words.replace("\u2019", "'").replace("\u00a0", " ")
    if _is_led(plain):
        return block.start
    if _EDITOR.match(plain) and _ERRORS.search(plain):
        return block.start if not _is_update(plain) or _SAYS.search(plain) else None
    said = _SAYS.search(plain)
    if said is None:
        return None
    ends = [match.end() for match in _SENTENCE.finditer(plain, 0, said.start())]
    return block.start + (ends[-1] + 1 if ends else 0)


def _is_led(words: str) -> bool:
    led = _LED.match(words)
    if led is None:
        return False
    # "corrected: ..." in the middle of a list is a word; a heading has its capital.
    first = led["word"][0]
    return first.isupper() or not first.islower()


def _is_update(words: str) -> bool:
    return words.lstrip("\"'*_-( [").lower().startswith("update")


def _last(text: str, blocks: list[Span], at: int) -> int | None:
    """The last block of a notice: a heading by itself leads the next one, and its list.

    None for a heading that leads nothing, as the links at the foot of a page do.
    """
    block = text[blocks[at].start : blocks[at].end].strip(" \n\t*_#-:\uff1a")
    if len(block) > LONGEST_LEAD or "appended" in block or not _is_heading(block):
        return at
    if at + 1 == len(blocks) or not _is_sentence(text, blocks[at + 1]):
        return None
    last = at + 1
    while last + 1 < len(blocks) and text.startswith(_BULLETS, blocks[last + 1].start):
        last += 1
    return last


def _is_sentence(text: str, block: Span) -> bool:
    words = text[block.start : min(block.end, block.start + LONGEST)]
    return len(words.strip()) >= SENTENCE or _SENTENCE.search(words) is not None


def _is_heading(block: str) -> bool:
    led = _LED.match(block)
    return led is not None and _DAY.fullmatch(block, led.end()) is not None


def _headed(text: str, start: int, end: int) -> str:
    words = text[start:end].lstrip()
    line, _, rest = words.partition("\n")
    line, rest = line.strip(), rest[: 2 * LONGEST]
    if rest.strip() and len(line) < WRAPPED and not line.endswith(_ENDS[:3]):
        # A heading by itself says little; what it leads says what was wrong.
        joint = " " if line.endswith((":", "\uff1a")) or not _is_heading(line) else ": "
        line = f"{line}{joint}{rest}"
    words = " ".join(line[: 2 * LONGEST].split())
    stop = _SENTENCE.search(words, min(len(words), 20))
    return words[: min(stop.end() if stop else LONGEST, LONGEST)].strip()
