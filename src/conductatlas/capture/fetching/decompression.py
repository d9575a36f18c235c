"""Bodies decompressed within a limit.

A few kilobytes can decompress to gigabytes. So every step gives at most what is still allowed, and stops there.
"""

from __future__ import annotations

import zlib

import brotli
import zstandard

from conductatlas.capture.fetching.outcomes import FetchError, Reason

ACCEPTED = "gzip, deflate, br, zstd"
_GZIP_MAGIC = b"\x1f\x8b"
_MOST_CODINGS = 3
# RFC 9659 limits the window of zstd in HTTP to 8 MB.
_ZSTD_WINDOW = 8 * 2**20
_STEP = 2**20
# A block of zstd is at most 128 KB and may take four bytes: 256 bytes in are at most 8 MB out.
_ZSTD_STEP = 256
# Parts of one stream, each with a header of its own. Real bodies have one.
_MOST_PARTS = 100


def decompress(raw: bytes, codings: str, limit: int) -> bytes:
    """Undo the content codings that a Content-Encoding header names, in the order in which they were applied.

    Raises FetchError: too-large where more than `limit` bytes come out, truncated where the stream ends early, and
    bad-encoding where it is no such stream or the coding is not known.
    """
    names = [name for coding in codings.split(",") if (name := coding.strip().lower()) not in ("", "identity")]
    if len(names) > _MOST_CODINGS:
        raise FetchError(Reason.BAD_ENCODING, f"{len(names)} codings over each other")
    body = raw
    for name in reversed(names):
        # An error page often has the header and no body at all.
        if body:
            body = _undo(body, name, limit)
    return body


def _undo(raw: bytes, name: str, limit: int) -> bytes:
    try:
        if name in ("gzip", "x-gzip"):
            return _gzip(raw, limit)
        if name == "deflate":
            return _deflate(raw, limit)
        if name == "br":
            return _brotli(raw, limit)
        if name == "zstd":
            return _zstd(raw, limit)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise FetchError(Reason.BAD_ENCODING, f"{name}: {error}") from error
    raise FetchError(Reason.BAD_ENCODING, f"unknown coding {name[:40]!r}")


def _gzip(raw: bytes, limit: int) -> bytes:
    """All members of a gzip stream; what follows the last one and is none is passed over, as browsers do."""
    parts: list[bytes] = []
    left = limit
    while len(parts) < _MOST_PARTS:
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        parts.append(_inflate(stream, raw, left))
        left -= len(parts[-1])
        raw = stream.unused_data
        if not raw.startswith(_GZIP_MAGIC):
            return b"".join(parts)
    raise _too_many_parts("gzip")


def _deflate(raw: bytes, limit: int) -> bytes:
    """A zlib stream (RFC 9110, section 8.4.1.2), or the bare deflate stream that some servers send instead."""
    bare = raw[0] & 0x0F != 8 or int.from_bytes(raw[:2], "big") % 31 != 0
    return _inflate(zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS), raw, limit)


def _inflate(stream: zlib._Decompress, raw: bytes, limit: int) -> bytes:
    # One byte more than is allowed tells 'too large' from 'just as large'.
    body = stream.decompress(raw, limit + 1)
    _check_size(len(body), limit)
    _check_whole(stream.eof)
    return body


def _brotli(raw: bytes, limit: int) -> bytes:
    stream = brotli.Decompressor()
    parts = [stream.process(raw, output_buffer_limit=_STEP)]
    size = len(parts[0])
    while not stream.is_finished() and not stream.can_accept_more_data():
        part = stream.process(b"", output_buffer_limit=_STEP)
        parts.append(part)
        size += len(part)
        _check_size(size, limit)
    _check_size(size, limit)
    _check_whole(stream.is_finished())
    return b"".join(parts)


def _zstd(raw: bytes, limit: int) -> bytes:
    """All frames of a zstd stream. The size that a frame announces is not trusted."""
    parts: list[bytes] = []
    size = 0
    for _ in range(_MOST_PARTS):
        stream = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        read = 0
        while read < len(raw) and not stream.eof:
            parts.append(stream.decompress(raw[read : read + _ZSTD_STEP]))
            read += _ZSTD_STEP
            size += len(parts[-1])
            _check_size(size, limit)
        _check_whole(stream.eof)
        raw = stream.unused_data + raw[read:]
        if not raw:
            return b"".join(parts)
    raise _too_many_parts("zstd")


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise FetchError(Reason.TOO_LARGE, f"more than {limit:,} bytes after decompression")


def _check_whole(whole: bool) -> None:
    if not whole:
        raise FetchError(Reason.TRUNCATED, "the compressed stream ends early")


def _too_many_parts(name: str) -> FetchError:
    return FetchError(Reason.BAD_ENCODING, f"{name}: a stream of more than {_MOST_PARTS} parts")
