"""Plain text: taken as it is, all of it body."""

import codecs
import re

from factcheck.documents.document import Document
from factcheck.text.plain import decode
from factcheck.words import Format

# Of Python's codecs those that documents are written in; punycode and its like take ages.
_CHARSET = re.compile(
    r"iso8859-\d+|cp\d+|koi8-\w|mac-\w+|shift_\w+|euc_\w+|gb\w+|big5\w*|tis-620|utf-(?:16|32)\w*"
)


def read(data: bytes, name: str = "The file", charset: str | None = None) -> Document:
    """The text of `data`. Raises BadInput as `decode` does."""
    return Document(decoded(data, name, charset), Format.TEXT)


def decoded(data: bytes, name: str, charset: str | None = None) -> str:
    """The text of `data`; `charset` is believed where the bytes are not UTF-8."""
    return decode(_recoded(data, charset) if charset else data, name)


def _recoded(data: bytes, charset: str) -> bytes:
    try:
        data.decode()
    except UnicodeDecodeError:
        return _by_charset(data, charset)
    return data


def _by_charset(data: bytes, charset: str) -> bytes:
    try:
        codec = codecs.lookup(charset).name
        return data.decode(codec).encode() if _CHARSET.fullmatch(codec) else data
    except (LookupError, ValueError):
        return data
