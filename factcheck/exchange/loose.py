"""Single values of data that was typed loosely: lists for texts, names for things, days in words.

What cannot be read for certain is left out, and a sentence says so.
"""

import html
import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

from factcheck.documents.html_tree import SILENT, Element, is_hidden, parse, words
from factcheck.errors import BadInput
from factcheck.exchange.json_items import Figure, local
from factcheck.text import languages, plain
from factcheck.text.addresses import checked_url, looks_like_url
from factcheck.text.values import find
from factcheck.words import Bound, ValueKind

Thing = dict[str, Any]

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_USER = re.compile(r"//[^/?#\s]*@")
_SPLIT = re.compile(r"[\t\r\n]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?![0-9])")
# Of an address as nearly all are, which needs no closer look.
_ORDINARY = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?][\w/?.=&%+~#,;:!-]{0,1000})?", re.ASCII
)
_LETTER = re.compile(r"[^\W\d_]{3}")
_SPOKEN = ("en", "de", "fr", "es")
_LONGEST_DAY = 60
_MOST_REMARKS = 50


class Loose:
    """Reads values for what they were meant, and keeps a remark on each that it had to change.

    `base` is what relative addresses start from; with `verbatim` texts are no HTML.
    """

    def __init__(self, base: str | None, *, verbatim: bool = False) -> None:
        self.base = base
        self.verbatim = verbatim
        self._remarks: dict[str, None] = {}

    @property
    def remarks(self) -> tuple[str, ...]:
        return tuple(self._remarks)

    def remark(self, sentence: str) -> None:
        """Once is enough, and after fifty nobody reads on."""
        if len(self._remarks) < _MOST_REMARKS:
            self._remarks[sentence] = None

    def one(self, value: Any, what: str) -> Any:
        """The value, or the first of a list of them; None for an empty one."""
        while isinstance(value, list):
            if len(value) > 1:
                left = ", ".join(shown(each) for each in value[1:6])
                more = ", ..." if len(value) > 6 else ""
                self.remark(f"The {what} is a list; left out: {left}{more}.")
            value = value[0] if value else None
        return value

    def thing(self, value: Any, what: str) -> Thing:
        """The value as a thing; a text is its name."""
        found = self.one(value, what)
        if isinstance(found, dict):
            return unprefixed(found)
        return {} if found is None else {"name": found}

    def text(self, value: Any, what: str) -> str | None:
        """Plain text; None where there is none."""
        found = self.one(value, what)
        if isinstance(found, dict):
            found = _named(found)
        if found is None or found == "":
            return None
        if not isinstance(found, str):
            self.remark(f"The {what} is no text, and was left out: {shown(found)}.")
            return None
        if type(found) is Figure:
            self.remark(f"The {what} is written as a number: {found}.")
        return self._kept(self._plain(found, what), what)

    def claim(self, value: Any, field: str) -> str:
        """The claim, which stands in `field`. Raises BadInput where there is none."""
        written = self.one(value, "claim")
        if isinstance(written, str):
            plain.check_characters(written, "claim")
        text = self.text(written, "claim")
        if text is None:
            why = "is missing" if written is None else "is empty, or no text"
            message = f"{field} {why}: there is no saying which claim is checked."
            raise BadInput(message, hint="Add it there, or leave this review out.")
        return plain.check_text(text, "claim")

    def _plain(self, text: str, what: str) -> str:
        if self.verbatim or ("<" not in text and "&" not in text):
            return text.strip()
        if _TAG.search(text):
            self.remark(f"The {what} is written in HTML, of which the text was taken.")
            return _seen(text) or text.strip()
        if _ENTITY.search(text):
            self.remark(f"HTML entities in the {what} were read as what they stand for.")
            return html.unescape(text).strip()
        return text.strip()

    def _kept(self, text: str, what: str) -> str | None:
        try:
            plain.check_characters(text, what)
        except BadInput as error:
            self.remark(f"{error.message} It was left out.")
            return None
        return text or None

    def figure(self, value: Any, what: str) -> str | None:
        """A decimal number as it is written."""
        found = self.one(value, what)
        if isinstance(found, dict):
            found = _named(found)
        if found is None or found == "":
            return None
        written = found.strip() if isinstance(found, str) else ""
        if not _DECIMAL.fullmatch(written):
            self.remark(f"The {what} is no decimal number, and was left out: {shown(found)}.")
            return None
        return written

    def address(self, value: Any, what: str) -> str | None:
        """An absolute web address."""
        found = self.one(value, what)
        if isinstance(found, dict):
            thing = unprefixed(found)
            found = self.one(thing.get("url") or thing.get("@id") or thing.get("@value"), what)
        if found is None or found == "":
            return None
        if type(found) is not str:
            self.remark(f"The {what} is no web address, and was left out: {shown(found)}.")
            return None
        return found if _ORDINARY.fullmatch(found) else self._resolved(found, what)

    def _resolved(self, found: str, what: str) -> str | None:
        bare = _SPLIT.sub("", found).strip()
        scheme = _SCHEME.match(bare)
        whole = bool(scheme) or bare.startswith("//") or looks_like_url(bare)
        try:
            if not whole and self.base is None:
                self.remark(f"The {what} is no whole address, and was left out: {shown(found)}.")
                return None
            url = bare if whole else urljoin(self.base or "", bare)
            url = checked_url(url.replace(" ", "%20"))
        except (BadInput, ValueError):
            self.remark(f"The {what} is no web address, and was left out: {shown(found)}.")
            return None
        if not whole or not scheme:
            self.remark(f"The {what} was read as {url}; it is written {shown(found)}.")
        return url

    def addresses(self, value: Any, what: str) -> tuple[str, ...]:
        listed = value if isinstance(value, list) else [value]
        found = (self.address(each, what) for each in listed)
        return tuple(dict.fromkeys(each for each in found if each))

    def moment(self, value: Any, what: str, language: str | None) -> str | None:
        """A day or a time (ISO 8601)."""
        written = self._day_text(value, what)
        if written is None:
            return None
        return _iso(written) or self._spoken(written, what, language)

    def day(self, value: Any, what: str, language: str | None) -> str | None:
        """A day (ISO 8601); a month or a year where it is written so."""
        written = self._day_text(value, what)
        if written is None:
            return None
        if _MONTH.fullmatch(written):
            return written
        return (_iso(written) or self._spoken(written, what, language) or "")[:10] or None

    def _day_text(self, value: Any, what: str) -> str | None:
        found = self.one(value, what)
        if isinstance(found, dict):
            found = _named(found)
        if found is None or found == "":
            return None
        if not isinstance(found, str):
            self.remark(f"The {what} is no day, and was left out: {shown(found)}.")
            return None
        return found.strip()

    def _spoken(self, written: str, what: str, language: str | None) -> str | None:
        # 03/05/2024 is another day in another language, 3. Mai 2024 is not.
        spoken = _SPOKEN if _LETTER.search(written) else ()
        tried = dict.fromkeys([languages.primary(language or "en"), *spoken])
        for each in tried if len(written) <= _LONGEST_DAY else ():
            if found := _full_day(written, each):
                self.remark(f"The {what} was read as {found}; it is written {shown(written)}.")
                return found
        self.remark(f"The {what} names no certain day, and was left out: {shown(written)}.")
        return None


def shown(value: Any) -> str:
    """A value in a sentence, on one short line, without a password."""
    if isinstance(value, dict):
        value = _named(value) or "a thing without a name"
    elif isinstance(value, list):
        value = "a list"
    text = _USER.sub("//...@", " ".join(str(value)[:200].split()))
    text = text.encode("ascii" if not text.isprintable() else "utf-8", "backslashreplace").decode()
    return f"{text[:60]}..." if len(text) > 60 else text


def unprefixed(thing: Thing) -> Thing:
    """A thing whose names are bare, as `schema:url` and `https://schema.org/url` are not."""
    if not any(":" in name for name in thing):
        return thing
    return {local(name): value for name, value in thing.items()}


def _named(thing: Thing) -> Any:
    """The text of a thing: its own, or its name."""
    bare = unprefixed(thing)
    found = bare.get("@value", bare.get("name"))
    return found if isinstance(found, str) else None


def _seen(markup: str) -> str:
    return words(parse(markup).body, len(markup), _unseen)


def _unseen(element: Element) -> bool:
    return element.tag in SILENT or is_hidden(element)


def _iso(written: str) -> str | None:
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written).isoformat()
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    # What is written well stays as it is, with its `Z`.
    return written if written[10:11] == "T" and written[4] == "-" else _short(moment)


def _short(moment: datetime) -> str:
    """Midnight in no zone is a day."""
    bare = moment.tzinfo is None and moment.time() == datetime.min.time()
    return moment.date().isoformat() if bare else moment.isoformat()


def _full_day(written: str, language: str) -> str | None:
    """The day that the words name, where they name one alone and for certain."""
    found = find(written, language=language)
    days = [each for each in found if each.kind == ValueKind.DATE]
    others = [each for each in found if each.kind not in {ValueKind.DATE, ValueKind.TIME}]
    if len(days) != 1 or others or days[0].remarks or days[0].bound != Bound.EXACT:
        return None
    day = days[0].iso or ""
    return day if _DAY.fullmatch(day) else None
