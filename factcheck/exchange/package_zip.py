"""A hand-over as it came: a zip that anybody may have made, opened with care.

Nothing in it is unpacked under its own name; a file is read only where the manifest names it,
and only after its SHA-256 was found to be right.
"""

import hashlib
import json
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from factcheck.errors import BadInput
from factcheck.exchange.package import (
    FORMAT,
    LARGEST,
    LOOKS_FILE,
    MANIFEST,
    RECORDS_FILE,
    SUMS,
    VERSION,
)

#: Bytes of all files together; of what lists them; and of what the manifest may be.
LARGEST_SUM = 4_000_000_000
LARGEST_LIST = 64_000_000
LARGEST_MANIFEST = 64_000_000
#: What is never in memory as a whole.
READ_BY_LINES = (RECORDS_FILE, LOOKS_FILE)
#: A zip that unpacks to more than this must not do so from next to nothing.
SUSPECT_SUM, SUSPECT_RATIO = 200_000_000, 200

_CHUNK = 1 << 20
_SUM = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_DRIVE = re.compile(r"[A-Za-z]:")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_AGAIN = "Have it sent again, as one file."
_END, _END64, _LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"

#: What the library raises for a file that is not as it should be.
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError, struct.error, OverflowError, RecursionError,
)  # fmt: skip


def is_package(source: Path | BinaryIO) -> bool:
    """Whether it is a hand-over; one that is cut off is one too, and is refused when taken in."""
    with opened(source) as file:
        head = file.read(400)
        if not head.startswith(b"PK\x03\x04"):
            return False
        if b"-handover/" in head:
            return True
        try:
            _check_list(file)
            with zipfile.ZipFile(file) as whole:
                return any(name.split("/")[-1:] == [SUMS] for name in whole.namelist())
        except (*_BROKEN, BadInput):
            return False


@contextmanager
def opened(source: Path | BinaryIO) -> Iterator[BinaryIO]:
    """The file from its beginning; one that was open stands there again afterwards."""
    if isinstance(source, Path):
        try:
            file = source.open("rb")
        except OSError as error:
            raise BadInput(f"{source} cannot be read: {error.strerror}.") from error
        with file:
            yield file
        return
    source.seek(0)
    try:
        yield source
    finally:
        source.seek(0)


@contextmanager
def reading() -> Iterator[None]:
    """What the library says of a broken zip, as a sentence for people."""
    try:
        yield
    except _BROKEN as error:
        said = str(error).split("\n", maxsplit=1)[0] or type(error).__name__
        raise BadInput(f"The package is damaged: {said:.200}.", hint=_AGAIN) from error


class Package:
    """The files of a hand-over, each by its name within the folder."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises BadInput for what is no hand-over, or none that can be read safely."""
        _check_list(file)
        with reading():
            self._zip = zipfile.ZipFile(file)
        found = self._zip.infolist()
        _check_names(found)
        _check_kinds(found)
        _check_sizes(found, _length(file))
        names = {info.filename: info for info in found if not info.is_dir()}
        self.root = _root(names)
        self._infos = {
            name.removeprefix(self.root): info
            for name, info in names.items()
            if name.startswith(self.root)
        }
        self.manifest = self._manifest()
        #: SHA-256 of each file that the manifest names, by its name; and the other way round.
        self.sums = {each["name"]: each["sha256"] for each in self.manifest["files"]}
        self.by_sha256 = {sha256: name for name, sha256 in self.sums.items()}
        known = {*self.sums, MANIFEST, SUMS}
        #: What somebody put beside it: nothing is done with that.
        self.extra = sorted(
            name for name in names if name.removeprefix(self.root) not in known
        )  # fmt: skip

    def _manifest(self) -> dict[str, Any]:
        if self._infos[MANIFEST].file_size > LARGEST_MANIFEST:
            raise BadInput(f"{MANIFEST} is longer than {LARGEST_MANIFEST // 1_000_000} MB.")
        with reading():
            found = json.loads(self._zip.read(self._infos[MANIFEST]).decode())
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            msg = f"{MANIFEST} is not that of a hand-over."
            raise BadInput(msg, hint="factcheck export --package FILE.zip makes one.")
        _check_manifest(found)
        return found

    def verify(self) -> None:
        """Raises BadInput, with its name, for the first file that is missing or another."""
        listed = self._listed()
        # The manifest first: what it says of the others is only then worth looking at.
        for name in (MANIFEST, *self.sums):
            if name not in listed:
                raise BadInput(f"{SUMS} does not list {name!r:.200}.", hint=_AGAIN)
            self._check(name, listed.pop(name))
        for name, sha256 in listed.items():
            self._check(name, sha256)

    def _check(self, name: str, sha256: str) -> None:
        if name not in self._infos:
            raise BadInput(f"The package lacks {name!r:.200}.", hint=_AGAIN)
        if self._sha256(name) != sha256 or self.sums.get(name, sha256) != sha256:
            msg = f"{name!r:.200} is not as it was packed: its SHA-256 is another."
            raise BadInput(msg, hint=_AGAIN)

    def _listed(self) -> dict[str, str]:
        """The SHA-256 of each file, by its name, as the list of them says."""
        if SUMS not in self._infos:
            raise BadInput(f"The package lacks {SUMS!r}.", hint=_AGAIN)
        found = {}
        for number, line in enumerate(self.read(SUMS).decode("utf-8", "replace").splitlines(), 1):
            match = _SUM.fullmatch(line)
            if match is None or match[2] in found:
                raise BadInput(f"Line {number} of {SUMS} is no sum of a file.", hint=_AGAIN)
            found[match[2]] = match[1]
        return found

    def _sha256(self, name: str) -> str:
        digest = hashlib.sha256()
        with reading(), self._zip.open(self._infos[name]) as file:
            while piece := file.read(_CHUNK):
                digest.update(piece)
        return digest.hexdigest()

    def read(self, name: str) -> bytes:
        with reading():
            return self._zip.read(self._infos[name])

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        with reading():
            file = self._zip.open(self._infos[name])
        with file:
            yield file  # type: ignore[misc]  # it reads as one

    def has(self, name: str) -> bool:
        return name in self.sums

    def close(self) -> None:
        self._zip.close()


# Before the library reads the list of files


def _length(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)


def _check_list(file: BinaryIO) -> None:
    """Raises BadInput for what is no zip, and for a list of files that would fill the memory."""
    length = _length(file)
    file.seek(max(0, length - 65_557))
    tail = file.read()
    at = tail.rfind(_END)
    file.seek(0)
    if not file.read(4).startswith(b"PK") or at < 0 or len(tail) - at < 22:
        msg = "This is no zip file, or one that is cut off."
        raise BadInput(msg, hint=_AGAIN)
    (size,) = struct.unpack_from("<I", tail, at + 12)
    if at >= 20 and tail[at - 20 :].startswith(_LOCATOR):
        size = max(_large_size(file, tail[at - 20 :], length), 0 if size == 0xFFFFFFFF else size)
    file.seek(0)
    if size > min(LARGEST_LIST, length):
        raise BadInput("The list of files in this zip is too long.", hint=_AGAIN)


def _large_size(file: BinaryIO, locator: bytes, length: int) -> int:
    """The size of the list where the zip has more files than the first zips could have."""
    (at,) = struct.unpack_from("<Q", locator, 8)
    if at + 56 > length:
        return length + 1
    file.seek(at)
    end = file.read(56)
    return struct.unpack_from("<Q", end, 40)[0] if end.startswith(_END64) else length + 1


# What it says of its files


def _check_names(found: list[zipfile.ZipInfo]) -> None:
    seen: dict[str, str] = {}
    for info in found:
        # As it stands in the file: the library cuts a name at a NUL, and turns slashes round.
        name = info.orig_filename
        _check_name(name)
        folded = unicodedata.normalize("NFC", name.rstrip("/")).casefold()
        if folded in seen:
            what = "twice" if seen[folded] == name else f"beside {seen[folded]!r:.100}"
            raise BadInput(f"{name!r:.200} is in the package {what}.", hint=_AGAIN)
        seen[folded] = name


def _check_name(name: str) -> None:
    parts = name.removesuffix("/").split("/")
    odd = any(unicodedata.category(character) in _UNSEEN for character in name)
    if odd or "\\" in name or _DRIVE.match(name) or any(p in {"", ".", ".."} for p in parts):
        msg = f"{name!r:.200} is no name for a file in a package."
        raise BadInput(msg, hint="It was not made by factcheck; take nothing out of it.")


def _check_kinds(found: list[zipfile.ZipInfo]) -> None:
    for info in found:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
            msg = f"{info.filename!r:.200} is a link or a device, and no file."
            raise BadInput(msg, hint="It was not made by factcheck; take nothing out of it.")
        if info.flag_bits & 0x1:
            msg = f"{info.filename!r:.200} is encrypted."
            raise BadInput(msg, hint="Unpack it with its password, and pack it again without.")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            msg = f"{info.filename!r:.200} is packed in a way that is not read here."
            raise BadInput(msg, hint="Pack the folder again, as a plain zip.")


def _check_sizes(found: list[zipfile.ZipInfo], length: int) -> None:
    """No more is ever read of a file than it says that it holds."""
    for info in found:
        largest = LARGEST_SUM if info.filename.endswith(READ_BY_LINES) else LARGEST
        if info.file_size > largest:
            raise _too_large(f"{info.filename!r:.200} is", largest)
    whole, packed = sum(i.file_size for i in found), sum(i.compress_size for i in found)
    if whole > LARGEST_SUM:
        raise _too_large("The files are together", LARGEST_SUM)
    if packed > length:
        raise BadInput("The files in this zip overlap.", hint=_AGAIN)
    if whole > SUSPECT_SUM and whole > SUSPECT_RATIO * packed:
        msg = f"This zip would unpack to {whole // max(packed, 1):,} times its size."
        raise BadInput(msg, hint="It was not made by factcheck; take nothing out of it.")


def _too_large(what: str, largest: int) -> BadInput:
    msg = f"{what} longer than {largest // 1_000_000:,} MB."
    return BadInput(msg, hint="Hand over fewer articles or claims at once.")


# What the manifest says


def _root(names: dict[str, zipfile.ZipInfo]) -> str:
    """The folder with the manifest, with its slash; "" where it lies at the top."""
    found = [name for name in names if name.split("/")[-1] == MANIFEST and name.count("/") < 2]
    if len(found) != 1:
        msg = "There is no hand-over in this zip, or more than one."
        raise BadInput(msg, hint="factcheck export --package FILE.zip makes one.")
    return found[0].removesuffix(MANIFEST)


def _check_manifest(found: dict[str, Any]) -> None:
    if type(found.get("version")) is not int:
        raise BadInput(f"{MANIFEST} does not say which version it is of.", hint=_AGAIN)
    if found["version"] > VERSION:
        msg = f"This package is of a newer factcheck: version {found['version']}."
        raise BadInput(msg, hint=f"Install the newer one; this one knows {VERSION}.")
    files = found.get("files")
    if not isinstance(files, list) or not all(map(_is_file, files)):
        raise BadInput(f"{MANIFEST} does not say what the files are.", hint=_AGAIN)
    names = [each["name"] for each in files]
    missing = {RECORDS_FILE, LOOKS_FILE} - set(names)
    if missing or len(names) != len(set(names)):
        what = min(missing) if missing else "each file once"
        raise BadInput(f"{MANIFEST} does not name {what}.", hint=_AGAIN)


def _is_file(each: Any) -> bool:
    if not isinstance(each, dict):
        return False
    return all(isinstance(each.get(name), str) for name in ("name", "sha256"))
