"""Signs of pages that stand in the way: walls, errors that answer 200, domains for sale.

Words alone never decide: an article may be about captchas, or say that a page has been removed.
So they count only on a page that has little else, in its title or in a line by themselves. What
an address says counts only where we were led there: a page may be called /errors/ from the first.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from factcheck.documents.page import Page
from factcheck.fetch.answers import Answer
from factcheck.looks import Look, PageMark
from factcheck.services import signs_words as words

#: A page of more words than this is read for what it says, not for what it lacks.
LITTLE = 250
#: Less than this is hardly a page.
SCANT = 120
#: Less than this beside a notice is its frame: a menu, a footer.
FRAME = 60
#: A line of more words is a paragraph, and no notice.
LINE = 40
#: A line of more words is a sentence about something, and no sign at a gate.
PLATE = 15
#: Words of a site's own name.
NAME = 4
#: What is left of a page that hides most of what it said before.
LEFT = 0.2

_LINES = 100
_TITLE = 300
_HEAD = 20_000
_BODY = 200_000

_Such = Callable[[SplitResult], object]


def wall(answer: Answer, page: Page | None) -> tuple[Look, str] | None:
    """What stands between us and the page: a test for robots, a login, a request for consent."""
    if _is_challenge(answer, page):
        return Look.CHALLENGED, "a wall against robots stands before it"
    if not answer.ok:
        return None
    if _led(answer, _is_login) or (page and page.password and page.words < SCANT):
        return Look.LOGIN, "it asks for a login"
    if _led(answer, _is_consent) or (page and _is_about_cookies(page)):
        return Look.CONSENT, "it asks for consent to cookies first"
    if page and page.words < SCANT and _has_line(page, words.ABROAD, LINE):
        return Look.REFUSED, "it is not shown in our country"
    return None


def _is_challenge(answer: Answer, page: Page | None) -> bool:
    for name, values in words.CHALLENGE_HEADERS.items():
        if (answer.header(name) or "").strip().lower() in values:
            return True
    if page is None or page.words > LITTLE:
        return False
    armed = words.ARMED.search(answer.body[:_BODY]) is not None
    told = _is_told(page, SCANT if answer.ok else LITTLE)
    # A server that hides a page from robots rarely says that there is none.
    return (armed and told) if answer.status in {404, 410} else (armed or told)


def _is_told(page: Page, most: int) -> bool:
    """Whether the page speaks to robots, and says hardly anything else."""
    if page.words >= most:
        return False
    if any(words.CHALLENGE_TITLE.fullmatch(part) for part in _parts(page.title)):
        return True
    # The request may stand in a <noscript>, which is hidden text.
    return any(words.CHALLENGE.search(line.text) for line in _lines(page.text))


def _is_login(place: SplitResult) -> bool:
    return bool(words.LOGIN_PATH.search(place.path) or words.LOGIN_HOST.match(place.netloc))


def _is_consent(place: SplitResult) -> bool:
    return bool(words.CONSENT_PATH.search(place.path) or words.CONSENT_HOST.match(place.netloc))


def _is_about_cookies(page: Page) -> bool:
    """Whether the page asks for consent, and has hardly a line about anything else."""
    if page.words > LITTLE or not words.CONSENT.search(_shown(page)[:_HEAD]):
        return False
    others = [line for line in _shown(page).split("\n") if not words.ABOUT_COOKIES.search(line)]
    return sum(len(line.split()) for line in others) < FRAME


def teaser(page: Page, before: int | None = None) -> bool:
    """Whether the page shows its beginning and wants to be paid; `before`: its words once."""
    little = page.words <= LITTLE or (before is not None and page.words < LEFT * before)
    return little and words.TEASER.search(_plain(_shown(page)[:_HEAD])) is not None


def parked(answer: Answer, page: Page) -> str | None:
    """Why the domain seems to be in other hands, as a clause."""
    host = urlsplit(answer.final_url).hostname or ""
    if _led(answer, _is_parker) or (page.words <= LITTLE and _led(answer, _is_another)):
        return f"the address leads to {host}, where domains are parked"
    if page.words > LITTLE:
        return None
    own = re.compile(
        rf"\b{re.escape(host.removeprefix('www.'))} (?:is|may be) for sale", re.IGNORECASE
    )
    said = page.words < SCANT and _has_line(page, words.PARKED, PLATE)
    if said or _has_line(page, own, PLATE) or words.PARKING.search(answer.body[:_BODY]):
        return "the domain seems to be for sale"
    return None


def _is_parker(place: SplitResult) -> bool:
    return bool(words.PARKERS.fullmatch(place.hostname or ""))


def _is_another(place: SplitResult) -> bool:
    return bool(words.ANOTHER.match(place.netloc))


def missing(answer: Answer, page: Page | None) -> str | None:
    """Why a page that answers 200 seems to be an error page, as a clause."""
    if _led(answer, _is_error):
        return "the address leads to an error page"
    if page is not None and page.words <= LITTLE and _says_missing(page):
        return "the page says that there is nothing here"
    return None


def home(answer: Answer) -> bool:
    """Whether the address leads to the front of a site now."""
    return _led(answer, _is_root)


def _is_error(place: SplitResult) -> bool:
    return bool(words.MISSING_PATH.search(place.path) or words.MISSING_QUERY.search(place.query))


def _is_root(place: SplitResult) -> bool:
    return not place.query and words.ROOT.fullmatch(place.path) is not None


def _says_missing(page: Page) -> bool:
    lines = list(_lines(_shown(page)))
    sentence = next((line for line in lines if words.MISSING_SENTENCE.match(line.text)), None)
    if sentence and page.words - sentence.size < FRAME:
        return True
    numbered, told = _titled(page)
    if told and page.words < FRAME:
        return True
    named = (words.MISSING_TITLE, words.MISSING_NUMBER)
    alone = any(pattern.fullmatch(line.text) for line in lines for pattern in named)
    return (told or numbered) and (alone or sentence is not None)


def _titled(page: Page) -> tuple[bool, bool]:
    """Whether the title is the number of an error, and whether it says so in words."""
    whole, *parts = _parts(page.title)
    if words.MISSING_TITLE.fullmatch(whole):
        return False, True
    told = {part for part in parts if words.MISSING_TITLE.fullmatch(part)}
    numbered = {part for part in parts if words.MISSING_NUMBER.fullmatch(part)}
    others = [part for part in parts if part not in told | numbered]
    # Beside an error there is the name of a site at most; more words are the title of a text.
    if sum(len(part.split()) for part in others) > NAME:
        return False, False
    return bool(numbered), bool(told)


# What is read of a page


class _Line(NamedTuple):
    text: str
    #: In words.
    size: int


def _led(answer: Answer, is_such: _Such) -> bool:
    """Whether redirects led to such an address, from one that was no such address."""
    if not answer.hops:
        return False
    return bool(is_such(urlsplit(answer.final_url))) and not is_such(urlsplit(answer.url))


def _has_line(page: Page, pattern: re.Pattern[str], most: int) -> bool:
    """Whether the title, or a line of `most` words, says so."""
    lines = [*_lines((page.title or "")[:_TITLE]), *_lines(_shown(page))]
    return any(line.size <= most and pattern.search(line.text) for line in lines)


def _lines(text: str) -> Iterator[_Line]:
    """The short lines of a text, as far as they matter."""
    for line in _plain(text[:_HEAD]).split("\n")[:_LINES]:
        size = len(line.split())
        if 0 < size <= LINE:
            yield _Line(line.strip(), size)


def _shown(page: Page) -> str:
    """The text that readers see."""
    hidden = (mark.start for mark in page.marks if mark.kind == PageMark.HIDDEN)
    return page.text[: min(hidden, default=len(page.text))]


def _parts(title: str | None) -> list[str]:
    """A title, then the parts that it is made of."""
    whole = " ".join(_plain((title or "")[:_TITLE]).split())
    return [whole, *words.BETWEEN.split(whole)]


def _plain(text: str) -> str:
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
