"""Bodies unpacked under a cap, whatever their packing promises.

httpx would unpack each chunk whole before anybody could count: 200 kB become 200 MB.
"""

import zlib
from collections.abc import Iterator, Sequence

PIECE = 65_536
MOST_MEMBERS = 100

_ANY_HEADER = 47
_NO_HEADER = -15
_GZIP = 0x1F
_DEFLATE = 8
_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")


class CannotUnpack(ValueError):
    """The text says why, as a clause."""


class Full(Exception):
    """There is more than the limit."""


class CutShort(Exception):
    """The packed bytes end before their end; the text says so, as a clause."""


class Body:
    """Collects a body: `add` what arrives, then `finish`; never more than `limit` bytes.

    `add` raises Full past the limit, packed or unpacked; `held` are the bytes so far. Both
    raise CannotUnpack; `finish` raises CutShort.
    """

    def __init__(self, encodings: Sequence[str], limit: int) -> None:
        self._packing = _packing(encodings)
        self._limit = limit
        self._arrived = 0
        self._held = bytearray()

    @property
    def held(self) -> bytes:
        return bytes(self._held)

    def add(self, chunk: bytes) -> None:
        self._arrived += len(chunk)
        for piece in self._packing.unpack(chunk) if self._packing else (chunk,):
            self._held += piece[: self._limit - len(self._held) + 1]
            if len(self._held) > self._limit:
                del self._held[self._limit :]
                raise Full
        # Some packed bytes unpack to nothing, for ever.
        if self._arrived > self._limit:
            raise Full

    def finish(self) -> bytes:
        if self._packing and self._arrived and not self._packing.ended:
            raise CutShort("its packed bytes end too early")
        return self.held


def _packing(encodings: Sequence[str]) -> "_Packing | None":
    named = [name.strip().lower() for value in encodings for name in value.split(",")]
    layers = [name for name in named if name not in _PLAIN]
    if not layers:
        return None
    if len(layers) > 1:
        raise CannotUnpack(f"it is packed {len(layers)} times over")
    if layers[0] not in _PACKED:
        raise CannotUnpack(f"it is packed as {layers[0][:40]!r}, which was not asked for")
    return _Packing(layers[0])


class _Packing:
    """gzip or deflate; of deflate both readings that servers have of the word."""

    def __init__(self, name: str) -> None:
        self.ended = False
        self._bare_too = name == "deflate"
        self._head = b""
        self._members = 0
        self._over = False
        self._stream = zlib.decompressobj(_ANY_HEADER)

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        """What `chunk` unpacks to, in pieces of at most 64 kB."""
        data = self._head + chunk
        self._head = b""
        if not self._members:
            # Two bytes tell what it is.
            if len(data) < 2:  # noqa: PLR2004  the header
                self._head = data
                return
            self._begin(_NO_HEADER if self._bare_too and not _has_header(data) else _ANY_HEADER)
        while data and not self._over:
            if self.ended:
                self._next(data)
                continue
            yield from self._member(data)
            self.ended = self._stream.eof
            data = self._stream.unused_data

    def _next(self, data: bytes) -> None:
        """Begin another member; zeros and rubbish after the last one are left alone."""
        if data[0] == _GZIP:
            self._begin(_ANY_HEADER)
        else:
            self._over = True

    def _begin(self, window: int) -> None:
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise CannotUnpack(f"it has more than {MOST_MEMBERS} parts")
        self._stream = zlib.decompressobj(window)
        self.ended = False

    def _member(self, data: bytes) -> Iterator[bytes]:
        while data and not self._stream.eof:
            try:
                piece = self._stream.decompress(data, PIECE)
            except zlib.error as error:
                raise CannotUnpack("its bytes are not packed as it says") from error
            data = self._stream.unconsumed_tail
            yield piece


def _has_header(data: bytes) -> bool:
    zlib_header = data[0] & 15 == _DEFLATE and (data[0] * 256 + data[1]) % 31 == 0
    return zlib_header or data[0] == _GZIP
