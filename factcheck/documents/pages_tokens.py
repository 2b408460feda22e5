"""The tags and texts of a page in order, from the markup that Resiliparse writes of its tree.

Resiliparse parses; what it writes back is closed, quoted and escaped everywhere, whatever came
in, so that one pattern finds its way through it. Walking the tree from Python takes five times
as long, because every node that is handed over costs 2.5 microseconds.
"""

import html
import re

from resiliparse.parse.html import HTMLParserException, HTMLTree

# What is never closed.
VOID = frozenset(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source
    track wbr
    """.split()  # noqa: SIM905  a table of words, not forty lines of quotes
)
# Possessive throughout: no input makes the engine go back.
_ATTRIBUTES = r'((?: =?[^ \t\n\f\r/>=]*+="[^"]*+")*+)'
#: Its groups: the text before; an element that holds no markup, its attributes, its content;
#: a tag, with a slash where it closes, and its attributes; a `<` that begins nothing.
#: Texts are still escaped.
TOKEN = re.compile(
    r"([^<]*+)(?:"
    rf"<(iframe|noembed|noframes|plaintext|script|style|xmp){_ATTRIBUTES}>"
    r"((?:[^<]++|<(?!/\2>))*+)</\2>"
    rf"|<(/?[a-zA-Z][^ \t\n\f\r/>]*+){_ATTRIBUTES}>"
    r"|<!--(?:[^-]++|-(?!->))*+-->"
    r"|<[!?][^>]*+>"
    r"|(<)|\Z)"
)
_ATTRIBUTE = re.compile(r' (=?[^ \t\n\f\r/>=]*+)="([^"]*+)"')
# Nobody writes more of them by hand.
_MOST_ATTRIBUTES = 64


def markup_of(text: str) -> str:
    """The markup of a page as its parser understands it."""
    try:
        tree = HTMLTree.parse(text).document
    except HTMLParserException as error:
        # Any text is a page; the parser gives up where it gets no more memory.
        raise MemoryError from error
    return tree.html if tree is not None else ""


def attributes(attrs: str) -> dict[str, str]:
    """The first of them by their names, in lower case."""
    found: dict[str, str] = {}
    for number, match in enumerate(_ATTRIBUTE.finditer(attrs)):
        if number >= _MOST_ATTRIBUTES:
            break
        found[match[1].lower()] = html.unescape(match[2])
    return found
