"""Comparisons as they are kept, told apart from those that were made of other words since.

The same SHA-256 as in comparisons.py, the part of the claim worked out once for all of its
evidence. Whatever does not match here is left to comparisons.py, which then compares anew.
"""

import hashlib
import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.models.base import canonical
from factcheck.words import FINDER

if TYPE_CHECKING:
    from hashlib import _Hash

_HEAD = len('{"basis":"')
_DIGITS = 64


class Known(NamedTuple):
    """What came of a comparison; `raw` is as it is kept, with its explanation."""

    result: str
    raw: str

    @property
    def explanation(self) -> str:
        return str(json.loads(self.raw)["explanation"])


def begun(claim: Any, words: str | None) -> "_Hash":
    """Of what a claim brings to each comparison: a row with its article's day and language."""
    on, language = claim.said_on or claim.published, claim.language or "en"
    mine = canonical([FINDER, claim.kind, claim.text, words, claim.claimant, on, language])
    return hashlib.sha256(f"{mine[:-1]},".encode())


def known(start: "_Hash", piece: Any) -> Known | None:
    """What is kept of a piece of evidence in `kept`; None where it is of other words."""
    raw: str | None = piece.kept
    if raw is None:
        return None
    whole = start.copy()
    mine = (piece.quote, piece.says, piece.source_published)
    whole.update(f"{','.join(map(_json, mine))}]".encode())
    if raw[_HEAD : _HEAD + _DIGITS] != whole.hexdigest():
        return None
    return Known(raw[raw.rindex(':"') + 2 : -2], raw)


def _json(text: str | None) -> str:
    return "null" if text is None else encode_basestring(text)


def made(found: Any) -> Known:
    """A comparison that was made anew, in the same form."""
    return Known(str(found["result"]), canonical(found))
