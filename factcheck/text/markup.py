"""Words without the markup around them: addresses, targets of links, references to notes."""

import re

# `](target "title")`, `][ref]`, `[^1]`, `[^1]:`, `<https://...>`, a bare address; then `[` and `![`
# of what was a link.
_MARKUP = re.compile(
    r"\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,500}\")?\)|\[\^[^\]\s]{1,80}\]:?"
    r"|<https?://[^\s<>]{1,2000}>|\bhttps?://[^\s<>()\[\]]{1,2000}"
)
_OPENING = re.compile(r"!?\[(?=[^\[\]]{0,500}\x00)")
_BEFORE_STOP = re.compile(r"\s+(?=[,.;:!?])")


def veiled(text: str) -> str:
    """`text` with its markup as blanks, of the same length, so that places stay what they are."""
    if "](" not in text and "[^" not in text and "://" not in text:
        return text
    # NUL, which no text of ours has, marks where the target of a link was until its [ is found.
    marked = _MARKUP.sub(lambda found: "\0" * len(found[0]), text)
    return _OPENING.sub(lambda found: " " * len(found[0]), marked).replace("\0", " ")


def plain(text: str, start: int, end: int) -> str:
    """`text[start:end]` as it is read: without markup, on one line."""
    words = veiled(text[start:end])
    if words == text[start:end]:
        return " ".join(words.split())
    return _BEFORE_STOP.sub("", " ".join(words.split()))
