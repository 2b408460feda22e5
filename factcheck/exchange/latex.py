r"""Text as LaTeX writes it, to and fro: `G{\"o}del \& Co` <-> `Gödel & Co`."""

import codecs
import re

import latexcodec  # noqa: F401  it adds the codec "ulatex"

# Characters that mean something in LaTeX, and how they are written when they mean themselves.
_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "%&_#$"},
}
# Pairs that LaTeX would join: -- becomes a dash, '' a quotation mark.
_JOINED = re.compile(r"-(?=-)|`(?=`)|'(?=')|,(?=,)|[!?](?=`)|<(?=<)|>(?=>)")

_NAMED = {
    "textbackslash": "\\", "backslash": "\\", "textbraceleft": "{", "lbrace": "{",
    "textbraceright": "}", "rbrace": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textdollar": "$", "textunderscore": "_", "textquotesingle": "'", "textasciigrave": "`",
    "textquotedbl": '"', "textquotedblleft": "\u201c", "textquotedblright": "\u201d",
    "textquoteleft": "\u2018", "textquoteright": "\u2019", "texteuro": "\u20ac",
    "euro": "\u20ac", "dots": "\u2026", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX",
}  # fmt: skip
_MEANT = re.compile(
    r"\\(?:(\\)|([{}$%&_#])|(" + "|".join(_NAMED) + r")(?![A-Za-z])(?:\{\}|\s)?)|(%)"
)
# What stands for itself is put away while the codec reads the rest: it knows no noncharacters.
_AWAY = {char: chr(0xFDD0 + at) for at, char in enumerate("\\{}~^%&_#$'`\"")}
_BACK = {ord(away): char for char, away in _AWAY.items()}
_APART = chr(0xFDEF)
_NONCHARACTERS = dict.fromkeys(range(0xFDD0, 0xFDF0))

_SPECIAL = re.compile(r"[\\{}~$%`'<>,-]")
_MATHS = re.compile(r"\$(?:([^$]*)\$)?")
_HIDDEN_PART = re.compile(r"\\(?:href|textcolor|color)\s*\{[^{}]*\}")
# An accent stands on a dotless i; the codec knows it without the braces only.
_DOTLESS = re.compile(r"""(\\['`^"~=.uvHcdbkr])\s*\{\s*\\([ij])\s*\}""")
_SPACE = re.compile(r"\\[,;: ]|~")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?[ ]?|.)?", re.DOTALL)
_GROUPING = dict.fromkeys(map(ord, "{}$"))

_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_IN_ADDRESS = re.compile(r"\\textasciitilde(?:\{\})?|\\~\{\}|\\([%&_#~$^])")


def decoded(text: str) -> str:
    """What a reader would see, in one line; unknown commands go, what they are put around stays."""
    if _SPECIAL.search(text):
        shown = _HIDDEN_PART.sub("", text.translate(_NONCHARACTERS))
        shown = _DOTLESS.sub(r"\1{\2}", shown)
        shown = _MATHS.sub(_told_apart, _MEANT.sub(_put_away, shown))
        read = codecs.decode(shown, "ulatex", "ignore")  # type: ignore[call-overload]  # from text
        read = _COMMAND.sub("", _SPACE.sub(" ", read)).translate(_GROUPING)
        text = read.translate(_BACK)
    return " ".join(text.split())


def _put_away(match: re.Match[str]) -> str:
    if match[1]:
        # Two backslashes end a line.
        return " "
    char = match[2] or match[4] or _NAMED[match[3]]
    return _AWAY.get(char, char)


def _told_apart(match: re.Match[str]) -> str:
    """`$x^2$` is a formula; "$5 to $10" are sums of money."""
    formula = match[1] or " "
    if re.search(r"[\\^_{=]", formula) or not re.search(r"\s", formula):
        return match[0]
    return match[0].replace("$", _AWAY["$"])


def escaped(text: str) -> str:
    """In one line, as BibTeX and LaTeX take it inside of braces; letters stay as they are."""
    line = " ".join(text.translate(_NONCHARACTERS).split())
    apart = _JOINED.sub(lambda match: match[0] + _APART, line)
    return "".join(_WRITTEN.get(char, char) for char in apart).replace(_APART, "{}")


def address(text: str) -> str:
    r"""A web address without what LaTeX needs around it: `\url{http://a.org/b\_c}`."""
    wrapped = _ADDRESS.search(text)
    bare = wrapped[1] if wrapped else text
    return (
        _IN_ADDRESS.sub(lambda match: match[1] or "~", bare)
        .replace("{", "")
        .replace("}", "")
        .strip()
    )
