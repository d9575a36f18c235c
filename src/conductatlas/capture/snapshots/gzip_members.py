"""Where the last whole member of a gzip file ends.

A file of WARC records is a row of gzip members, one for each record. A process that was killed leaves at most its
last member unfinished; everything before it is whole.
"""

from __future__ import annotations

import zlib
from enum import StrEnum
from typing import BinaryIO

_CHUNK = 2**20


class Tail(StrEnum):
    """How a file ends: with a whole member, in the midst of one, or with what is no gzip."""

    WHOLE = "whole"
    TORN = "torn"
    DAMAGED = "damaged"


def last_whole_member(file: BinaryIO, start: int = 0) -> tuple[int, Tail]:
    """Read a file from an offset at which a member begins; gives where the last whole member ends, and what follows."""
    file.seek(start)
    end = position = start
    stream: zlib._Decompress | None = None
    data = b""
    while True:
        if not data:
            data = file.read(_CHUNK)
            position += len(data)
        if not data:
            return end, Tail.WHOLE if stream is None else Tail.TORN
        stream = stream or zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            # The output is thrown away in steps: only where the member ends is of interest.
            stream.decompress(data, _CHUNK)
        except zlib.error:
            return end, Tail.DAMAGED
        if stream.eof:
            data = stream.unused_data
            end = position - len(data)
            stream = None
        else:
            data = stream.unconsumed_tail
