"""Captured bytes, kept under their SHA-256, compressed, once each; in a folder or in any store that fsspec opens.

What is written is written whole or not at all: in a folder by a temporary file, flushed to the disk and renamed, in an
object store by one upload. Whatever has been put can be got back byte for byte, or is reported as damaged.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zstandard
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

# A higher level takes twice the time to save two per cent.
_LEVEL = 6
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"sha256/([0-9a-f]{2})/([0-9a-f]{2})/([0-9a-f]{60})\.zst")
# No snapshot is larger; a damaged file may claim to be.
_LARGEST = 2**30


class SnapshotError(Exception):
    """A snapshot that is not there or not what it was; the message is one line that names it."""


class SnapshotMissingError(SnapshotError):
    """No bytes are stored under this hash."""


class SnapshotDamagedError(SnapshotError):
    """What is stored under this hash is something else."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes in the store: their hash and size, and whether this put brought them (False: they were there)."""

    sha256: str
    size: int
    new: bool


class SnapshotStore:
    """A store at an address: a path of a folder, or what fsspec opens (`s3://bucket/path`, `memory://…`)."""

    def __init__(self, address: str | Path, **options: Any) -> None:
        """`options` go to fsspec (keys, endpoints). Raises SnapshotError where nothing can be opened."""
        try:
            self._files, root = url_to_fs(str(address), **options)
        except (ImportError, ValueError, OSError) as error:
            raise SnapshotError(f"{address}: can't be opened as a store of snapshots ({error})") from error
        self.address = str(address)
        self._root = root.rstrip("/")

    def put(self, body: bytes) -> Stored:
        """Keep bytes. Where the same are there already nothing is written, unless they were damaged."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self._path(sha256)
        try:
            if self.get(sha256) == body:
                return Stored(sha256, len(body), new=False)
        except SnapshotError:
            pass
        data = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(body)
        if isinstance(self._files, LocalFileSystem):
            _write_whole(Path(path), data)
        else:
            self._files.pipe_file(path, data)
        return Stored(sha256, len(body), new=True)

    def get(self, sha256: str) -> bytes:
        """The bytes with a hash, checked; raises SnapshotMissingError or SnapshotDamagedError."""
        try:
            data = self._files.cat_file(self._path(sha256))
        except FileNotFoundError as error:
            raise SnapshotMissingError(f"{sha256}: no such snapshot in {self.address}") from error
        try:
            if not 0 <= zstandard.get_frame_parameters(data).content_size <= _LARGEST:
                raise SnapshotDamagedError(f"{sha256}: the file says that it is larger than any snapshot")
            body = zstandard.ZstdDecompressor().decompress(data, allow_extra_data=False)
        except zstandard.ZstdError as error:
            raise SnapshotDamagedError(f"{sha256}: the file can't be decompressed ({error})") from error
        if hashlib.sha256(body).hexdigest() != sha256:
            raise SnapshotDamagedError(f"{sha256}: the bytes have another hash")
        return body

    def __contains__(self, sha256: str) -> bool:
        return bool(self._files.exists(self._path(sha256)))

    def hashes(self) -> Iterator[str]:
        """The hashes of all that is stored, in order. What a killed process left half written is not among them."""
        self._files.invalidate_cache()
        if not self._files.exists(self._root):
            return
        for path in sorted(self._files.find(self._root)):
            name = _NAME.fullmatch(str(path)[-len("sha256/00/00/.zst") - 60 :])
            if name:
                yield "".join(name.groups())

    def _path(self, sha256: str) -> str:
        if not _HASH.fullmatch(sha256):
            raise SnapshotError(f"{sha256[:80]!r} is no SHA-256 in hexadecimal")
        return f"{self._root}/sha256/{sha256[:2]}/{sha256[2:4]}/{sha256[4:]}.zst"


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there as a whole or not at all, also after the power failed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Make the names in a folder survive a power failure."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
