"""Bodies are decompressed as browsers do, and no bomb goes off."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.fetching.decompression import decompress
from conductatlas.capture.fetching.outcomes import FetchError, Reason

_LIMIT = 2**20


def _bare_deflate(body: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(body) + stream.flush()


_CODINGS = {
    "gzip": gzip.compress,
    "X-GZip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", _CODINGS)
@given(st.binary(max_size=2000))
def test_what_was_compressed_comes_back(name: str, body: bytes) -> None:
    assert decompress(_CODINGS[name](body), name, _LIMIT) == body


@given(st.binary(min_size=1, max_size=2000))
def test_deflate_without_its_frame_is_read_too(body: bytes) -> None:
    assert decompress(_bare_deflate(body), "deflate", _LIMIT) == body


def test_codings_are_undone_from_the_last_to_the_first() -> None:
    assert decompress(brotli.compress(gzip.compress(b"terms")), "gzip, br", _LIMIT) == b"terms"
    assert decompress(b"terms", "identity", _LIMIT) == b"terms"
    assert decompress(b"", "gzip", _LIMIT) == b""


def test_streams_of_several_parts_are_read_whole() -> None:
    assert decompress(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0trailing", "gzip", _LIMIT) == b"one two"
    frame = zstandard.ZstdCompressor().compress
    assert decompress(frame(b"one ") + frame(b"two"), "zstd", _LIMIT) == b"one two"


@pytest.mark.parametrize("name", _CODINGS)
def test_a_body_of_just_the_limit_passes_and_one_byte_more_does_not(name: str) -> None:
    assert len(decompress(_CODINGS[name](b"a" * _LIMIT), name, _LIMIT)) == _LIMIT
    with pytest.raises(FetchError) as caught:
        decompress(_CODINGS[name](b"a" * (_LIMIT + 1)), name, _LIMIT)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("name", _CODINGS)
def test_a_bomb_takes_no_more_memory_than_the_limit(name: str) -> None:
    bomb = _CODINGS[name](bytes(50 * 2**20))
    tracemalloc.start()
    with pytest.raises(FetchError) as caught:
        decompress(bomb, name, _LIMIT)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.reason is Reason.TOO_LARGE
    assert peak < 20 * 2**20


def test_a_bomb_in_a_bomb_neither() -> None:
    bomb = gzip.compress(gzip.compress(bytes(50 * 2**20)))
    with pytest.raises(FetchError) as caught:
        decompress(bomb, "gzip, gzip", _LIMIT)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("part", [gzip.compress(b"", mtime=0), zstandard.ZstdCompressor().compress(b"")])
def test_a_stream_of_countless_empty_parts_is_refused(part: bytes) -> None:
    with pytest.raises(FetchError, match="more than 100 parts"):
        decompress(part * 10_000, "gzip" if part[0] == 0x1F else "zstd", _LIMIT)


@pytest.mark.parametrize("name", _CODINGS)
def test_a_stream_that_ends_early_is_truncated(name: str) -> None:
    whole = _CODINGS[name](bytes(range(256)) * 100)
    for length in (len(whole) // 2, len(whole) - 1):
        with pytest.raises(FetchError) as caught:
            decompress(whole[:length], name, _LIMIT)
        assert caught.value.reason is Reason.TRUNCATED


@pytest.mark.parametrize("name", ["gzip", "br", "zstd", "compress", "made-up", "gzip,gzip,gzip,gzip"])
def test_what_is_no_such_stream_is_named(name: str) -> None:
    with pytest.raises(FetchError) as caught:
        decompress(b"<html>plain after all</html>", name, _LIMIT)
    assert caught.value.reason is Reason.BAD_ENCODING


@pytest.mark.parametrize("name", _CODINGS)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_at_all_end_in_a_body_or_a_named_reason(name: str, raw: bytes) -> None:
    try:
        assert len(decompress(raw, name, _LIMIT)) <= _LIMIT
    except FetchError as error:
        assert error.reason in (Reason.BAD_ENCODING, Reason.TRUNCATED, Reason.TOO_LARGE)
