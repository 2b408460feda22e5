"""What is known about letters: accents, scripts without blanks, characters that do not show."""

import re
import unicodedata

# Han, Hiragana, Katakana, Bopomofo, Thai, Lao, Myanmar and Khmer set no blanks between words.
BLANKLESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f"
    "\u3031-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff"
    "\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af"
)

# Letters that have no canonical decomposition, though readers type them without the stroke.
PLAIN = str.maketrans(
    {
        "\N{LATIN SMALL LETTER AE}": "ae",
        "\N{LATIN SMALL LIGATURE OE}": "oe",
        "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
        "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
        "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
        "\N{LATIN SMALL LETTER H WITH STROKE}": "h",
        "\N{LATIN SMALL LETTER ETH}": "d",
        "\N{LATIN SMALL LETTER THORN}": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)

# The marks that make ga from ka and pa from ha are letters to their readers, not accents.
_VOICED = "\u3099\u309a"


class _Stripped(dict[int, str | int | None]):
    """A table for str.translate that drops marks, and learns each character once."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        self[code] = kept = None if is_mark(char) and char not in _VOICED else code
        return kept


_STRIPPED = _Stripped(PLAIN)


def bare(text: str) -> str:
    """`text` in lower case without accents or other combining marks."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", apart.translate(_STRIPPED))


def is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


# The apostrophe stands first because the engine skips to it; see folding.
_WORD_APOSTROPHE = re.compile("['\u2019](?<=[^\\W\\d_].)(?=[^\\W\\d_])")


def without_apostrophes(text: str) -> str:
    """`don't` -> `dont`: the apostrophes between two letters go."""
    return _WORD_APOSTROPHE.sub("", text)
