"""Text fragments of a URL (`#:~:text=`), so that a link opens a page at its quotation.

The form is that of URL Fragment Text Directives, WICG: `[prefix-,]start[,end][,-suffix]`.
"""

import re
from urllib.parse import quote as percent_encoded

from factcheck.text.anchors import find
from factcheck.text.folding import fold

#: Words of the quotation that stand in the link, at each end of a longer one.
ENDS = 5
#: A quotation of so many words stands in the link as a whole.
WHOLE = 12
#: Words of the context, where the quotation alone could be elsewhere.
CONTEXT = 3

_LINE = re.compile(r"\s*[\n\r\u2028\u2029]\s*")


def fragment(text: str, start: int, end: int) -> str:
    """The directive for `text[start:end]`, to be put behind the `#` of an address.

    Context is given only where the words stand elsewhere too.
    """
    words = text[start:end]
    terms = _terms(words)
    if not terms:
        return ""
    if len(find(words, text, fold(text))) > 1:
        before = _last_words(text[:start])
        after = _first_words(text[end:])
        terms = [*([f"{before}-"] if before else []), *terms, *([f"-{after}"] if after else [])]
    return f":~:text={','.join(terms)}"


def of_quote(words: str) -> str:
    """The directive for a quotation from a page that is not at hand; empty for no words."""
    terms = _terms(words)
    return f":~:text={','.join(terms)}" if terms else ""


def link(url: str, words: str | None) -> str:
    """The address that opens at the words; as it is where it has a fragment, or there are none."""
    directive = of_quote(words or "")
    return f"{url}#{directive}" if directive and "#" not in url else url


def _terms(words: str) -> list[str]:
    """The quotation as one term, or its first and its last words as two."""
    lines = [line for line in _LINE.split(words.strip()) if line]
    pieces = [word for line in lines for word in line.split()]
    if not pieces:
        return []
    if len(lines) == 1 and len(pieces) <= WHOLE:
        return [_encoded(pieces)]
    # A term never runs over the end of a paragraph: browsers look for it within one block.
    first, last = lines[0].split()[:ENDS], lines[-1].split()[-ENDS:]
    return [_encoded(first), _encoded(last)]


def _last_words(text: str) -> str:
    return _encoded(_LINE.split(text[-200:])[-1].split()[-CONTEXT:])


def _first_words(text: str) -> str:
    return _encoded(_LINE.split(text[:200])[0].split()[:CONTEXT])


def _encoded(words: list[str]) -> str:
    # Comma and hyphen part the terms, an ampersand the directives.
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
