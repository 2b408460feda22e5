"""Files on their way into a hand-over: one folder in a zip, each file with its SHA-256."""

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import BinaryIO, NamedTuple

#: What a zip can say of a time: whole years from here on, and seconds by twos.
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
LATEST = datetime(2107, 12, 31, tzinfo=UTC)

#: Characters of a name that is made of somebody's words.
LONGEST_NAME = 60

_ODD = re.compile(r"[^A-Za-z0-9._-]+")
#: No file may be called so on Windows, with whatever ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)

#: The endings of what sources send, by media type.
ENDINGS = {
    "application/epub+zip": ".epub",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/msword": ".doc",
    "application/pdf": ".pdf",
    "application/rss+xml": ".xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xhtml+xml": ".xhtml",
    "application/xml": ".xml",
    "audio/mpeg": ".mp3",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/xml": ".xml",
    "video/mp4": ".mp4",
}


class Packed(NamedTuple):
    """One file of the folder; the name is that within the folder."""

    name: str
    size: int
    sha256: str
    what: str
    media_type: str


class Folder:
    """A folder that becomes a zip; the same files give the same bytes."""

    def __init__(self, out: BinaryIO, name: str, moment: datetime | None) -> None:
        self.name = name
        self.files: list[Packed] = []
        at = min(max(moment or EARLIEST, EARLIEST), LATEST)
        self._at = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        self._zip = zipfile.ZipFile(out, "w", allowZip64=True)

    def add(self, name: str, data: bytes, what: str, media_type: str) -> None:
        self.stream(name, [data], what, media_type)

    def stream(self, name: str, data: Iterable[bytes], what: str, media_type: str) -> None:
        """A file whose bytes come in pieces."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(self._info(name), "w", force_zip64=True) as file:
            for piece in data:
                digest.update(piece)
                size += len(piece)
                file.write(piece)
        self.files.append(Packed(name, size, digest.hexdigest(), what, media_type))

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(f"{self.name}/{name}", self._at)
        info.compress_type = zipfile.ZIP_DEFLATED
        # The same on every system that writes it: a plain file that all may read.
        info.create_system = 3
        info.external_attr = 0o100644 << 16
        return info

    def close(self) -> None:
        self._zip.close()


class FileNames:
    """Names for files made of people's words, safe on every system, and no two alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, words: str, otherwise: str) -> str:
        """A name for these words; `otherwise`, which is safe, where none can be made of them."""
        name = safe(words) or otherwise
        count = 2
        free = name
        while free.casefold() in self._taken:
            stem, dot, ending = name.rpartition(".")
            free = f"{stem}-{count}{dot}{ending}" if stem else f"{name}-{count}"
            count += 1
        self._taken.add(free.casefold())
        return free


def safe(words: str) -> str:
    """Latin letters, digits, dots, hyphens; "" where none of them is left."""
    plain = unicodedata.normalize("NFKD", words[:1000]).encode("ascii", "ignore").decode()
    name = _ODD.sub("-", plain)[:LONGEST_NAME].strip(".-")
    return f"_{name}" if _RESERVED.match(name) else name


def ending(media_type: str | None) -> str:
    """`.html` for `text/html; charset=utf-8`; `.bin` for what is not known."""
    bare = (media_type or "").partition(";")[0].strip().lower()
    return ENDINGS.get(bare, ".bin")
