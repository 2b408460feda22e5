"""What of a hand-over's records may leave where protected sources are called by their alias."""

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from factcheck.db import holdings, standing
from factcheck.db.bulk import images
from factcheck.db.derived import chunks
from factcheck.db.standing import Facts
from factcheck.errors import DatabaseForeign, NotFound
from factcheck.exchange.forms import Image, form
from factcheck.exchange.names import NAMED
from factcheck.exchange.part import SOURCE, Chosen
from factcheck.models import Claim, Evidence, Note, Original, Revision
from factcheck.models.base import table_of
from factcheck.services.veils import Veil
from factcheck.text.folding import folded
from factcheck.words import Conclusion

#: What is the article's own text, and stands as it was printed.
PRINTED = {
    "revision": ("text",),
    "span": ("exact", "prefix", "suffix"),
    "annotation": ("exact", "prefix", "suffix"),
    "skip": ("exact", "prefix", "suffix"),
}

#: What a protected source says of itself, and what leads from it to others.
HIDDEN = ("url", "author", "publisher", "kept", "published", "origin_id", "merged_into_id")

#: What people call a record by, and what must stay a word: one with a name in it gets a number.
WORDS = {**NAMED, "tag": "name"}

#: Days; "2026" may well be the title of something.
DAYS = ("on", "next", "published", "said_on", "review_on")
#: An address with an alias in it leads nowhere.
ADDRESSES = ("url", "review_url")
LISTS = ("said_at", "urls")

_DAY = re.compile(r"\d{4}[\d:TZ.+/-]*", re.ASCII)
_MARKUP = re.compile(rb"<[^<>]*>")
#: Bytes of one part of a file that is looked through.
_LOOKED_THROUGH = 50_000_000

evidence, notes, originals = (table_of(cls) for cls in (Evidence, Note, Original))
claims, revisions = table_of(Claim), table_of(Revision)


class Masked:
    """Records with the alias wherever a name stood; `records` is a `part.Change`."""

    def __init__(self, connection: Connection, veil: Veil) -> None:
        self.connection = connection
        self.veil = veil
        self.needed = bool(veil.aliases)
        #: How many records leave otherwise than they are.
        self.changed = 0

    def records(self, table: str, found: list[Image]) -> list[Image]:
        if not self.needed:
            return found
        masked = [self._record(table, image) for image in found]
        if table == "verdict":
            self._ground(masked)
        self.changed += sum(old != new for old, new in zip(found, masked, strict=True))
        return masked

    def _record(self, table: str, image: Image) -> Image:
        new: Image = self.veil.over(image, keep=_kept(table))
        if table == SOURCE and image["id"] in self.veil.aliases:
            alias = new["alias"] or self.veil.aliases[image["id"]]
            new |= {**dict.fromkeys(HIDDEN), "title": alias, "key": image["key"]}
            return new
        for name in (name for name in image if new[name] != image[name]):
            new[name] = self._fitting(table, name, image, new[name])
        return new

    def _fitting(self, table: str, name: str, image: Image, masked: Any) -> Any:
        """What can stand in that column."""
        if name == WORDS.get(table):
            return f"{table}-{image['id']}"
        if name in DAYS and _DAY.fullmatch(image[name]):
            return image[name]
        if name in LISTS:
            return [each for each in image[name] if not self.veil.names_one(each)]
        return None if name in ADDRESSES else masked

    # Verdicts: what they rest on is masked as the records are, so that they still rest on it

    def _ground(self, verdicts: list[Image]) -> None:
        about = sorted({verdict["claim_id"] for verdict in verdicts})
        listed = select(claims.c.id, claims.c.text).where(claims.c.id.in_(about))
        texts = {row.id: row.text for row in self.connection.execute(listed)}
        digests = dict(self._digests(about))
        for verdict in verdicts:
            grounds = self._grounds(verdict["grounds"], texts[verdict["claim_id"]], digests)
            if grounds != verdict["grounds"]:
                verdict |= {"grounds": grounds, "basis": standing.basis(grounds)}

    def _grounds(self, grounds: Image, text: str, digests: Mapping[str, tuple[str, str]]) -> Image:
        parts: Image = {n: _renewed(grounds[n], digests) for n in ("evidence", "against")}
        then = text if grounds["text"] == folded(text) else grounds["text"]
        if self.veil.names_one(then):
            parts["text"] = folded(self.veil.mask(then))
        return {**grounds, **parts}

    def _digests(self, about: list[int]) -> Iterator[tuple[str, tuple[str, str]]]:
        """Of the evidence for these claims: its digest as it is, and as it leaves."""
        listed = select(evidence.c.id).where(evidence.c.claim_id.in_(about))
        numbers = sorted(self.connection.scalars(listed))
        for image in images(self.connection, "evidence", numbers).values():
            masked = self._record("evidence", image)
            if masked != image:
                yield image["uid"], (_digest(image), _digest(masked))

    # What is left out

    def without(self, part: Chosen) -> tuple[Chosen, list[str]]:
        """The part without what cannot be masked, and a sentence on what is missing."""
        if not self.needed:
            return part, []
        gone = {
            "note": set(self._notes(part)),
            "house": set(self._rules(part)),
            "original": set(self._originals(part)),
        }
        said = {
            "note": "notes on protected sources",
            "house": "rules of the house with the name of a protected source in them",
            "original": "files of drafts with the name of a protected source in them",
        }
        left = [f"{said[table]}: {len(numbers)}" for table, numbers in gone.items() if numbers]
        return {table: ids - gone.get(table, set()) for table, ids in part.items()}, left

    def _notes(self, part: Chosen) -> Iterator[int]:
        for chunk in chunks(sorted(self.veil.aliases)):
            listed = select(notes.c.id).where(notes.c.source_id.in_(chunk))
            yield from part.get("note", set()).intersection(self.connection.scalars(listed))

    def _rules(self, part: Chosen) -> Iterator[int]:
        for number, rule in images(self.connection, "house", sorted(part.get("house", ()))).items():
            if self.veil.over(rule["value"]) != rule["value"]:
                yield number

    def _originals(self, part: Chosen) -> Iterator[int]:
        rows = images(self.connection, "original", sorted(part.get("original", ())))
        for number, record in rows.items():
            try:
                data = holdings.load_bytes(self.connection, record["sha256"])
            except (NotFound, DatabaseForeign):
                continue
            if stands_in(self.veil, data):
                yield number


@cache
def _kept(table: str) -> frozenset[str]:
    """The columns that hold no words of people."""
    coded = (name for name, _words in form(table).words)
    fixed = ["uid", "sha256", "basis", "place", "grounds", "language"]
    fixed += ["key"] if table == "house" else []
    return frozenset((*fixed, *form(table).times, *coded, *PRINTED.get(table, ())))


def _renewed(digests: Mapping[str, str], known: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The digests of evidence that was as it is now when the verdict was made."""
    found = {}
    for uid, digest in digests.items():
        said, mark, gone = digest.partition("~")
        old, new = known.get(uid, (said, said))
        found[uid] = new + mark + gone if said == old else digest
    return found


def _digest(image: Image) -> str:
    """As the grounds of a verdict hold it; "" for what no verdict rests on."""
    piece = SimpleNamespace(**image, presence=None)
    facts = Facts(claim=SimpleNamespace(text=""), evidence=[piece])
    held: dict[str, str] = standing.grounds(facts, Conclusion.MIXED)["evidence"]
    return held.get(image["uid"], "")


def stands_in(veil: Veil, data: bytes) -> bool:
    """Whether a name stands anywhere in a file; True where that cannot be told."""
    if not data.startswith(b"PK"):
        return _named(veil, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return any(_named(veil, _small(file, info)) for info in file.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return True


def _small(file: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Raises ValueError for a part that is too large to be looked through."""
    with file.open(info) as part:
        data = part.read(_LOOKED_THROUGH + 1)
    if len(data) > _LOOKED_THROUGH:
        raise ValueError(info.filename)
    return data


def _named(veil: Veil, data: bytes) -> bool:
    """In the words, wherever markup divides them, or in the markup itself."""
    plain = _MARKUP.sub(b"", data), data
    return any(veil.names_one(html.unescape(each.decode("utf-8", "replace"))) for each in plain)
