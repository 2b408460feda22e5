"""Documents from files and from the network."""

from collections.abc import Collection
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from factcheck import documents, fetch
from factcheck.documents.document import Document
from factcheck.errors import FetchFailed
from factcheck.services.originals import KEPT, File
from factcheck.words import Format

#: Bytes that a page may have, and a feed of a year's checks.
PAGE, FEED = 25_000_000, 100_000_000


class Came(NamedTuple):
    """A document, and the file that it was read from where that is to be kept."""

    document: Document
    file: File | None


def read(data: bytes, name: str, form: Format | None = None) -> Came:
    """The document in these bytes. Raises BadInput for what cannot be taken."""
    return _came(documents.read(data, name=name, format=form), data, name)


def fetched(url: str, form: Format | None = None, allow: Collection[str] = ()) -> Came:
    """The document at an address; what it redirects to counts.

    Raises FetchFailed where there is none, BadInput where it cannot be taken.
    """
    answer = answered(url, allow)
    name = PurePosixPath(urlsplit(answer.final_url).path).name
    document = documents.read(answer.body, name=name, format=form, charset=answer.charset)
    document.url = document.url or answer.final_url
    return _came(document, answer.body, name)


def answered(url: str, allow: Collection[str] = (), limit: int = PAGE) -> fetch.Answer:
    """What an address answers with. Raises FetchFailed where that is no page."""
    answer = fetch.get(url, allow=allow, limit=limit)
    if answer.status >= 400:
        hint = "Look at it in a browser, or save the page and add the file."
        raise FetchFailed(f"{url} answers with status {answer.status}.", hint=hint)
    return answer


def _came(document: Document, data: bytes, name: str) -> Came:
    kept = document.format in KEPT
    return Came(document, File(name, document.format, data) if kept else None)
