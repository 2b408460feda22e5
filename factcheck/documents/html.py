"""A web page as text: what its reader sees of the article, and what the page says of itself.

html_charset.py   bytes to characters
html_tree.py      the page as a tree
html_roles.py     what an element is: chrome, a zone, a footnote
html_content.py   which part is the article
html_text.py      that part as text, with html_writer.py for blanks and lines
html_links.py     links, footnotes, highlights
html_metadata.py  title, authors, date ..., with html_jsonld.py
html_refusals.py  challenges, shells and signposts
"""

from factcheck.documents.document import Document
from factcheck.documents.html_charset import decoded
from factcheck.documents.html_content import article
from factcheck.documents.html_links import annotations
from factcheck.documents.html_metadata import metadata
from factcheck.documents.html_refusals import refuse_wall
from factcheck.documents.html_text import Written
from factcheck.documents.html_tree import parse
from factcheck.words import Format


def read(data: bytes, charset: str | None = None) -> Document:
    """The article of a page; `charset` is what the HTTP header says.

    Raises BadInput for a page that shows no text, or a challenge in place of it.
    """
    markup, remarks = decoded(data, charset)
    page = parse(markup)
    written = article(page)
    refuse_wall(page, markup, written.text)
    said = metadata(page)
    return Document(
        written.text,
        Format.HTML,
        zones=written.zones,
        annotations=annotations(written, said.base, said.language or "en"),
        title=said.title,
        authors=said.authors,
        publisher=said.publisher,
        published=said.published,
        language=said.language,
        url=said.url,
        remarks=[*remarks, *_remarks(written)],
    )


def _remarks(written: Written) -> list[str]:
    remarks = []
    if written.struck:
        remarks.append("Struck-out words were left out.")
    if written.notes:
        remarks.append("The marks of footnotes were taken out of the text; the notes are kept.")
    return remarks
