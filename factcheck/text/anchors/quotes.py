"""Where a quotation stands in a text."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.text.folding import Folded, fold, folded
from factcheck.text.letters import BLANKLESS, is_mark

LONGEST_PASSAGE = 200
LONGEST_PATTERN = 5000
ALIKE = 60

# Decimal points, thousands separators of English, German and Swiss.
_IN_NUMBERS = ".,'"
# French and scientific thousands: a blank that is never broken.
_THIN_BLANKS = "\u00a0\u2007\u2009\u202f"
# Korean sets blanks but hangs its particles on the noun.
_BORDERLESS = re.compile(f"[{BLANKLESS}\uac00-\ud7af]")
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


def find(quote: str, text: str, folded: Folded | None = None) -> list[tuple[int, int]]:
    """Every place (start, end in code points of `text`) where `quote` stands after folding.

    Places do not overlap, cut no number and no word. Give `folded`, the fold of `text`, when
    one text is searched for many quotes.
    """
    wanted = fold(quote).text.strip()
    if not wanted:
        return []
    page = folded or fold(text)
    return list(_stands(wanted, page)) or list(_stands_broken(wanted, page))


def _stands(wanted: str, page: Folded) -> Iterator[tuple[int, int]]:
    at = page.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        place = _place(page, at, end)
        if place:
            yield place
        at = page.text.find(wanted, end if place else at + 1)


def _stands_broken(wanted: str, page: Folded) -> Iterator[tuple[int, int]]:
    """Places where a hyphen of the quote was taken for a division at the end of a line."""
    parts = _INNER_HYPHEN.split(wanted)
    # A pattern of a pasted book would take longer to compile than the book to read.
    if len(parts) == 1 or len(wanted) > LONGEST_PATTERN:
        return
    for match in re.finditer("-?".join(map(re.escape, parts)), page.text):
        place = _place(page, *match.span())
        if place and len(page.source[slice(*place)].splitlines()) > 1:
            yield place


def _place(page: Folded, start: int, end: int) -> tuple[int, int] | None:
    """The place in the original text, unless a border cuts a word, a number or a character."""
    if any(_cuts(page.text, at) or _cuts_character(page, at) for at in (start, end)):
        return None
    place = page.original(start, end)
    if any(_cuts_thousands(page.source, at) for at in place):
        return None
    return place


def _cuts(text: str, at: int) -> bool:
    """Whether a border before character `at` would cut a word or a number in two."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return _cuts_word(before, after) or _cuts_number(text, at)


def _cuts_character(page: Folded, at: int) -> bool:
    """Whether both sides of `at` came from one character: an ellipsis, a ligature."""
    if not 0 < at < len(page.text):
        return False
    return page.original(at - 1, at)[1] > page.original(at, at + 1)[0]


def _cuts_word(before: str, after: str) -> bool:
    if is_mark(after):
        return True
    # "CO2" and "F16" are one word, "60km" is a number with its unit.
    if not before.isalpha() or not after.isalnum():
        return False
    return not (_BORDERLESS.match(before) or _BORDERLESS.match(after))


def _cuts_number(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _is_digit(before) and _is_digit(after):
        return True
    if before in _IN_NUMBERS and _is_digit(after):
        return at > 1 and _is_digit(text[at - 2])
    return _is_digit(before) and after in _IN_NUMBERS and _is_digit(text[at + 1 : at + 2])


def _cuts_thousands(text: str, at: int) -> bool:
    """Whether `at` is next to the thin blank of 1 200, which folding makes a plain one."""
    for blank in (at - 1, at):
        if 0 < blank < len(text) and text[blank] in _THIN_BLANKS:
            after = text[blank + 1 : blank + 4]
            return _is_digit(text[blank - 1]) and len(after) == 3 and after.isdecimal()
    return False


def _is_digit(char: str) -> bool:
    """A digit, a superscript or a fraction; not a Han numeral, which is a word."""
    return char.isnumeric() and not char.isalpha()


def nearest(quote: str, text: str) -> str | None:
    """The passage of `text` most like `quote`, for a message; None where nothing is like it.

    At most about 200 characters, folded, from word to word. Only the beginning of a very long
    quote is looked for.
    """
    # A few times what is shown is enough to know the place, whatever was pasted in.
    wanted = folded(quote[: 4 * LONGEST_PASSAGE]).strip()[:LONGEST_PASSAGE]
    page = folded(text).strip()
    if not wanted or not page:
        return None
    if len(page) <= len(wanted):
        return page if fuzz.ratio(wanted, page) >= ALIKE else None
    found = fuzz.partial_ratio_alignment(wanted, page, score_cutoff=ALIKE)
    return _to_words(page, found.dest_start, found.dest_end) if found else None


def _to_words(text: str, start: int, end: int) -> str:
    """`text[start:end]` widened to whole words, as long as these are not endless."""
    before = re.search(r"\S{0,20}\Z", text[max(0, start - 20) : start])
    after = re.match(r"\S{0,20}", text[end : end + 20])
    start -= len(before[0]) if before else 0
    end += len(after[0]) if after else 0
    return text[start:end].strip()
