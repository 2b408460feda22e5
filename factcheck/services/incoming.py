"""Documents from files and from the network."""

from collections.abc import Collection
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from factcheck import documents, fetch
from factcheck.documents.document import Document
from factcheck.errors import FetchFailed
from factcheck.words import Format


def read(data: bytes, name: str, form: Format | None = None) -> Document:
    """The document in these bytes. Raises BadInput for what cannot be taken."""
    return documents.read(data, name=name, format=form)


def fetched(url: str, form: Format | None = None, allow: Collection[str] = ()) -> Document:
    """The document at an address; what it redirects to counts.

    Raises FetchFailed where there is none, BadInput where it cannot be taken.
    """
    answer = fetch.get(url, allow=allow)
    if answer.status >= 400:
        hint = "Look at it in a browser, or save the page and add the file."
        raise FetchFailed(f"{url} answers with status {answer.status}.", hint=hint)
    name = PurePosixPath(urlsplit(answer.final_url).path).name
    document = documents.read(answer.body, name=name, format=form, charset=answer.charset)
    document.url = document.url or answer.final_url
    return document
