"""Sentences with offsets: lines first, then the full stops, question marks and ellipses in them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.text.abbreviations import Words, words
from factcheck.text.letters import is_mark
from factcheck.text.spans import Span

# Possessive quantifiers throughout, and a match for every run of marks: nothing is read twice.
_MARKS = ".!?\u2026\u203c\u203d\u2047-\u2049\u061f\u06d4\u0589\u1362\u1367\u1368\u104b\u17d4\u17d5"
_WIDE = "\u3002\uff01\uff1f\uff61\u0964\u0965"
_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_QUOTES = "\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a"
_CLOSE = f"{_QUOTES})\\]}}*_\u300d\u300f\uff09\u300b\u3009\u3011\u00b9\u00b2\u00b3\u2070-\u2079"
# A quotation mark after a blank closes in French, unless a word follows at once, as in German.
_CLOSED = f"(?:[{_CLOSE}{_INVISIBLE}]|\\[\\d{{1,3}}\\]|[ \u00a0\u202f][\u00bb\u203a](?!\\w))*+"
_OPENING = re.compile(
    f"[\\s{_QUOTES}{_INVISIBLE}(\\[{{\u00bf\u00a1\u2010-\u2015\\-*_#\u2022\u300c\u300e\uff08"
    "\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]{0,12}+",
)
_NAMED = re.compile(r"(?:[^\W\d_][\w.'\u2019-]*+ ){1,4}?([a-z]++)\b")
_WORD = re.compile(r"[^\W_][\w'\u2019]*+")
_DAYS = re.compile(r"\d{1,2}\.[/\u2013-](\d{1,2})")
_ROMAN = re.compile(r"[IVX]{1,6}\b")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+(?:-?[^\W\d_]{1,2})")
_KANA = re.compile("[\u3041-\u309f]")
_TOLD = re.compile(
    "[^\u3002\uff0c\uff01\uff1f\\s]{0,6}?[\u8bf4\u8aaa\u9053\u95ee\u554f\u79f0\u7a31\u7b54]"
)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]{3}")
# What goes on after a full stop, whatever it stood for.
_GOES_ON = frozenset(",;:&/+=|%)]}\u060c\u061b\uff0c\u3001\uff1b\uff1a")
_ALONE = re.compile(r"#{1,6}\s.*+|\|.*\||[-=*_|:+ ]{3,}+$|\[\^[^\]\n]{1,40}\]:$")
_BULLET = re.compile(
    "(?:[-*+\u2022\u2023\u2043\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25ba\u27a2\u2713\u00b7]"
    r"|\[\^[^\]\n]{1,40}\]:|\(?[a-z]\)|\(?[ivx]{1,4}\))\s++"
)
_NUMBER = re.compile("(?:\\(?\\d{1,3}[.)]|[\u2013\u2014])\\s++")


class _Mark(NamedTuple):
    """A run of marks in a block: what stands before it, and where the next words are."""

    text: str
    start: int
    at: int
    match: re.Match[str]
    next: int

    @property
    def closers(self) -> str:
        return self.match[2]

    @property
    def following(self) -> str:
        """The first character of the next words."""
        return self.text[self.next]

    @property
    def word(self) -> str:
        found = _WORD.match(self.text, self.next, self.next + 40)
        return found[0] if found else ""

    def starts(self, known: Words) -> bool:
        """Whether a word follows that likes to begin a sentence, or a quotation does."""
        word = self.word
        if word in known.starters or word.partition("\u2019")[0] in known.starters:
            # An initial is no word: A. Smith.
            return len(word) > 1 or self.text[self.next + 1 : self.next + 2] != "."
        opening = self.text[self.match.end() : self.next]
        return self.following.isupper() and any(quote in opening for quote in '"\u201c\u201e\u00ab')


def split(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text`, trimmed and in order, offsets in code points.

    `language` is a BCP 47 tag. An unknown one gets the rules without most abbreviations.
    """
    tag = language.replace("_", "-").partition("-")[0].lower()
    marks, known = _marks(tag), words(tag)
    found: list[Span] = []
    for block in _blocks(text):
        if _ALONE.fullmatch(text, *block):
            found.append(block)
        else:
            found.extend(_sentences(text, block, marks, known))
    return found


@cache
def _marks(tag: str) -> re.Pattern[str]:
    """Marks, what closes behind them, marks and closers again, blanks."""
    more = ";\u037e" if tag == "el" else ""
    run = f"[{_MARKS}{_WIDE}{more}]"
    spaced = "\\.(?:[ \u00a0]\\.++(?!\\w))++"
    return re.compile(f"({spaced}|{run}++)({_CLOSED})((?:{run}++{_CLOSED})?+)(\\s*+)")


def _sentences(text: str, block: Span, marks: re.Pattern[str], known: Words) -> Iterator[Span]:
    start, end = block
    item = _BULLET.match(text, start, end) or _NUMBER.match(text, start, end)
    for match in marks.finditer(text, item.end() if item else start, end):
        if match.end() == end:
            break
        if _ends(text, start, end, match, known):
            yield Span(start, match.end(3))
            start = match.end()
    yield Span(start, end)


def _ends(text: str, start: int, end: int, match: re.Match[str], known: Words) -> bool:
    after = match.end()
    if match.start(4) == after:
        return _ends_glued(text, match, known)
    place = after if text[after].isalnum() else _opening(text, after, end)
    if place == end or text[place] in _GOES_ON:
        return False
    mark = _Mark(text, start, match.start(), match, place)
    if match.end(1) - mark.at == 1 and text[mark.at] == ".":
        return _full_stop(mark, known)
    return not _lower(mark) and _other_mark(mark, known)


def _opening(text: str, at: int, end: int) -> int:
    found = _OPENING.match(text, at, end)
    return found.end() if found else at


def _lower(mark: _Mark) -> bool:
    """Whether the sentence goes on in lower case; iPhone and al-Assad may begin one."""
    first = mark.following
    # Georgian letters count as lower case, though they have no capitals in a text.
    if not first.islower() or "\u10d0" <= first <= "\u10ff":
        return False
    text, place = mark.text, mark.next
    if text[place + 1 : place + 2].isupper() or text.startswith("al-", place):
        return False
    apart = text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isupper()
    return not (apart and text[place - 1] in "'\u2019")


def _other_mark(mark: _Mark, known: Words) -> bool:
    """Question and exclamation marks, ellipses."""
    before = mark.text[max(mark.start, mark.at - 40) : mark.at]
    if before[-1:] in {"(", "["} or not any(map(str.isalnum, before)):
        return False
    if mark.match[3]:
        return True
    if mark.text[mark.at] in ".\u2026":
        inside = not mark.following.isupper() and _quoted(mark)
    else:
        inside = _exclaimed(mark, before, known) or _asked(mark, known)
    return not inside and not _in_bracket(mark)


def _exclaimed(mark: _Mark, before: str, known: Words) -> bool:
    """Whether a crowd goes on with "Shame! Shame!", or a name has its mark: Yahoo! Japan."""
    if mark.text[mark.at] != "!":
        return False
    if before.endswith(("Yahoo", "Jeopardy")):
        return not mark.starts(known)
    return mark.word != "" and before.endswith(mark.word)


def _quoted(mark: _Mark) -> bool:
    """Whether a quotation that opened inside the sentence is still open."""
    before = mark.text[max(mark.start, mark.at - 400) : mark.match.end(3)]
    return any(before.count(a) > before.count(b) for a, b in ("\u00ab\u00bb", "\u201c\u201d"))


def _asked(mark: _Mark, known: Words) -> bool:
    """Whether a name and a verb follow, as in "Why?" Ann Smith asked."""
    if not known.speech or not mark.closers or mark.next != mark.match.end():
        return False
    if mark.word in known.speech:
        return True
    found = _NAMED.match(mark.text, mark.next, mark.next + 80)
    return found is not None and found[1] in known.speech


def _in_bracket(mark: _Mark) -> bool:
    """Whether a bracket closes here that opened inside the sentence."""
    if ")" not in mark.closers:
        return False
    opened = mark.text.rfind("(", max(mark.start, mark.at - 400), mark.at)
    return opened > mark.start


def _full_stop(mark: _Mark, known: Words) -> bool:
    if mark.at == mark.start or _lower(mark):
        return False
    last = mark.text[mark.at - 1]
    if mark.match[3] or not (last.isalnum() or is_mark(last)):
        return True
    if _in_bracket(mark):
        return False
    word, before = _last_words(mark)
    days = _DAYS.fullmatch(word)
    if days or word.isdigit():
        return _number(mark, days[1] if days else word, before, known)
    joined = before + word if before.endswith(".") and len(before) < 7 else word
    for form in (joined, word):
        ends = _abbreviation(mark, form, known)
        if ends is not None:
            return ends
    return _short(mark, word, before, known)


def _last_words(mark: _Mark) -> tuple[str, str]:
    """The word before the mark, and the one before that; "" at the start of the sentence."""
    near = mark.text[max(mark.start, mark.at - 24) : mark.at].rsplit(None, 2)
    before = near[-2].lstrip("([\"'\u201c\u201e\u00ab\u2018\u201a") if len(near) > 1 else ""
    word = near[-1].lstrip(
        "([{<\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u201a\u200e\u200f*_-\u2013\u2014"
    )
    head, _, tail = word.replace("\u2019", "'").rpartition("'")
    return (tail if len(head) == 1 else word), before


def _abbreviation(mark: _Mark, word: str, known: Words) -> bool | None:
    """Whether the sentence ends after this word; None where it is no abbreviation."""
    # ING is not ing., though INC. and A.M. occur in capitals as well.
    lower = word if word.isupper() and "." not in word and len(word) > 1 else word.lower()
    forms = {word, lower}
    if not forms.isdisjoint(known.inner):
        return False
    if not forms.isdisjoint(known.numbered) and _numeral(mark):
        return False
    if not forms.isdisjoint(known.closing):
        return mark.following.isupper() and mark.word not in known.clock
    if not forms.isdisjoint(known.either):
        return mark.starts(known) or bool(mark.closers.strip(")"))
    return None


def _numeral(mark: _Mark) -> bool:
    return mark.following.isdigit() or _ROMAN.match(mark.text, mark.next) is not None


def _short(mark: _Mark, word: str, before: str, known: Words) -> bool:
    """Initials, acronyms with full stops, and all other words."""
    if len(word) == 1 and word.isalpha():
        return _letter(mark, word, before, known)
    if "." in word and _ACRONYM.fullmatch(word):
        return mark.starts(known)
    if known.counted and (_ROMAN.fullmatch(word) or word.endswith("str")):
        return mark.starts(known)
    return not "\u0e00" <= word[-1] <= "\u0e7f"


def _letter(mark: _Mark, word: str, before: str, known: Words) -> bool:
    if word.isupper():
        if word == "I" and before in {"War", "Part"}:
            return True
        titled = before.rstrip(".").lower() in known.inner
        return bool(before) and not titled and mark.starts(known)
    if word.islower():
        return before[-1:].isdigit() and mark.starts(known)
    # Arabic and Hebrew letters abbreviate; after a year they stand for the era.
    return before.isdigit() if "\u0590" <= word <= "\u06ff" else True


def _number(mark: _Mark, word: str, before: str, known: Words) -> bool:
    """A number ends a sentence, except where a full stop makes it an ordinal."""
    if len(word) > 3:
        return True
    if not known.counted:
        return True
    if mark.following.isdigit() or mark.word in known.counted:
        return False
    if known.determiners and before.lower().rstrip(",") not in known.determiners:
        return True
    return mark.starts(known)


def _ends_glued(text: str, match: re.Match[str], known: Words) -> bool:
    """No blank follows: wide marks end sentences, others only before a sure beginning."""
    after, at = match.end(), match.start()
    if text[after] in _GOES_ON:
        return False
    if text[match.end(1) - 1] in _WIDE:
        return not (match[2] and (_KANA.match(text, after) or _TOLD.match(text, after)))
    if _ARABIC.match(text, after):
        return text[at] != "." or _ARABIC.match(text, max(0, at - 3)) is not None
    if not (text[after].isupper() and text[at - 1 : at].islower() and text[at] != "\u2026"):
        return False
    found = _WORD.match(text, after, after + 20)
    near = text[max(0, at - 24) : at].rsplit(None, 1)[-1]
    return found is not None and found[0] in known.starters and not set(near) & set("/@.")


def _blocks(text: str) -> Iterator[Span]:
    """Stretches whose borders end a sentence, whatever stands there.

    A blank line always is a border. So is each line break, unless the text is hard-wrapped:
    most breaks come where the next word would not have fitted, and few of them after a full stop.
    A paragraph of some length answers that for itself, a short one as the whole text does.
    """
    paragraphs = list(_paragraphs(text))
    common = _width(text, [pair for lines in paragraphs for pair in pairwise(lines)])
    for lines in paragraphs:
        width = _width(text, list(pairwise(lines))) if len(lines) > 5 else common
        start = lines[0].start
        for line, following in pairwise(lines):
            if _breaks(text, line, following, width):
                yield Span(start, line.end)
                start = following.start
        yield Span(start, lines[-1].end)


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """Lines without their blanks, a list for each stretch between blank lines."""
    lines: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(body)))
        elif lines:
            yield lines
            lines = []
        at += len(line)
    if lines:
        yield lines


def _width(text: str, pairs: list[tuple[Span, Span]]) -> int:
    """The width a text is wrapped to; 0 where each line is a paragraph."""
    breaks = [pair for pair in pairs if not _listed(text, pair[1])]
    width = max((line.end - line.start for line, _ in breaks), default=0)
    if not 30 <= width <= 160:
        return 0
    full = [pair for pair in breaks if _full(text, *pair, width)]
    inside = [pair for pair in full if not _stops(text, pair[0])]
    lower = sum(text[following.start].islower() for _, following in inside)
    upper = sum(text[following.start].isupper() for _, following in inside)
    enough = len(full) >= 0.6 * len(breaks) and len(inside) > 0.5 * len(full)
    # Headlines are as long as each other too, but they all begin with a capital.
    cased = lower >= 0.3 * upper if lower + upper else len(breaks) > 2
    return width if enough and cased else 0


def _listed(text: str, line: Span) -> bool:
    return any(shape.match(text, *line) for shape in (_ALONE, _BULLET, _NUMBER))


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the next line would not have fitted; ragged by a little."""
    word = text[following.start : min(following.end, following.start + 15)].split(None, 1)[0]
    return line.end - line.start + 1 + len(word) > 0.85 * width


def _stops(text: str, line: Span) -> bool:
    tail = text[max(line.start, line.end - 6) : line.end].rstrip(f"{_QUOTES})]*_ \u00a0\u202f")
    return not tail or re.search(f"[{_MARKS}{_WIDE}:;]$", tail) is not None


def _breaks(text: str, line: Span, following: Span, width: int) -> bool:
    if _ALONE.fullmatch(text, *line) or _ALONE.fullmatch(text, *following):
        return True
    if _BULLET.match(text, *following):
        return True
    stops = _stops(text, line)
    room = not (width and _full(text, line, following, width))
    if _NUMBER.match(text, *following):
        return room or stops
    if width and not room:
        return False
    # In a text of other shape, or on a short line, only a small letter carries a sentence on.
    goes_on = text[following.start].islower() and line.end - line.start >= 40
    return stops or not goes_on
