import gzip
import zlib

import pytest

from factcheck.fetch.unpacking import Body, CannotUnpack, CutShort, Full

TEXT = b"The train left on Sunday. " * 40


def packed(data: bytes) -> bytes:
    """Without the time of day, which would name the tests otherwise in each process."""
    return gzip.compress(data, mtime=0)


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def unpacked(data: bytes, *encodings: str, limit: int = 1_000_000, step: int = 1) -> bytes:
    body = Body(encodings, limit)
    for start in range(0, len(data), step):
        body.add(data[start : start + step])
    return body.finish()


@pytest.mark.parametrize("step", [1, 7, 100_000])
@pytest.mark.parametrize(
    ("encodings", "data"),
    [
        ([], TEXT),
        (["identity"], TEXT),
        (["gzip"], packed(TEXT)),
        (["X-GZIP"], packed(TEXT)),
        (["identity, gzip"], packed(TEXT)),
        (["identity", " gzip "], packed(TEXT)),
        (["deflate"], zlib.compress(TEXT)),
        (["deflate"], bare(TEXT)),
        (["gzip"], packed(TEXT[:100]) + packed(TEXT[100:])),
        (["gzip"], packed(TEXT) + b"\0" * 100),
        (["gzip"], packed(TEXT) + b"rubbish \x1f"),
    ],
)
def test_bodies_that_are_unpacked(encodings: list[str], data: bytes, step: int) -> None:
    assert unpacked(data, *encodings, step=step) == TEXT


def test_nothing_unpacks_to_nothing() -> None:
    assert unpacked(b"", "gzip") == b""


@pytest.mark.parametrize(
    ("encodings", "data", "why"),
    [
        (["gzip"], b"plain text", "its bytes are not packed as it says"),
        (["deflate"], b"plain text", "its bytes are not packed as it says"),
        (["br"], b"x", "it is packed as 'br', which was not asked for"),
        (["gzip, gzip"], b"x", "it is packed 2 times over"),
        (["gzip, gzip, gzip", "br, br, deflate"], b"x", "it is packed 6 times over"),
        (["gzip"], packed(b"") * 200, "it has more than 100 parts"),
    ],
)
def test_bodies_that_cannot_be_unpacked(encodings: list[str], data: bytes, why: str) -> None:
    with pytest.raises(CannotUnpack) as refused:
        unpacked(data, *encodings)
    assert str(refused.value) == why


@pytest.mark.parametrize(
    ("encoding", "data"),
    [("gzip", packed(TEXT)), ("deflate", zlib.compress(TEXT)), ("deflate", bare(TEXT))],
)
def test_packed_bytes_without_their_end_are_cut(encoding: str, data: bytes) -> None:
    for end in (1, len(data) // 2, len(data) - 1):
        with pytest.raises(CutShort):
            unpacked(data[:end], encoding)


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("", bytes(200_000)),
        ("gzip", packed(bytes(50_000_000))),
        ("deflate", bare(bytes(50_000_000))),
        ("gzip", packed(bytes(60_000)) * 50),
    ],
)
def test_no_more_than_the_limit_is_held(encoding: str, data: bytes) -> None:
    body = Body([encoding], 100_000)
    with pytest.raises(Full):
        body.add(data)
    assert body.held == bytes(100_000)


def test_a_body_of_just_the_limit_fits() -> None:
    assert unpacked(bytes(1000), limit=1000) == bytes(1000)
    with pytest.raises(Full):
        unpacked(bytes(1001), limit=1000)


def test_packed_bytes_that_unpack_to_nothing_are_counted() -> None:
    body = Body(["deflate"], 1000)
    with pytest.raises(Full):
        # Empty blocks, for ever.
        body.add(b"\x00\x00\x00\xff\xff" * 1000)
    assert body.held == b""
