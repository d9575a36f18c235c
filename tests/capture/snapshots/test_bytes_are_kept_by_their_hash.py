"""What is put into the store comes back byte for byte, once, whatever else happens; damage is seen and mended."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.snapshots import (
    SnapshotDamagedError,
    SnapshotError,
    SnapshotMissingError,
    SnapshotStore,
)


@pytest.fixture(params=["folder", "memory"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> SnapshotStore:
    """A store in a folder, and one in an object store as fsspec has them."""
    return SnapshotStore(tmp_path / "deep" / "er" if request.param == "folder" else f"memory://{tmp_path.name}/deep")


def test_what_was_put_comes_back_and_is_kept_once(any_store: SnapshotStore) -> None:
    body = b"The terms. " * 1000
    first, again = any_store.put(body), any_store.put(body)
    assert first.sha256 == hashlib.sha256(body).hexdigest()
    assert (first.size, first.new, again.new) == (11_000, True, False)
    assert any_store.get(first.sha256) == body
    assert first.sha256 in any_store
    empty = any_store.put(b"")
    assert any_store.get(empty.sha256) == b""
    assert list(any_store.hashes()) == sorted([first.sha256, empty.sha256])


@given(st.binary(max_size=5000))
def test_any_bytes_come_back(body: bytes) -> None:
    kept = SnapshotStore("memory://any")
    assert kept.get(kept.put(body).sha256) == body


def test_what_is_not_there_is_missing(any_store: SnapshotStore) -> None:
    assert list(any_store.hashes()) == []
    assert "ab" * 32 not in any_store
    with pytest.raises(SnapshotMissingError, match="no such snapshot"):
        any_store.get("ab" * 32)
    for odd in ("", "../../etc/passwd", "AB" * 32, "ab" * 31):
        with pytest.raises(SnapshotError, match="is no SHA-256"):
            any_store.get(odd)


def test_a_store_that_can_not_be_opened_says_so() -> None:
    with pytest.raises(SnapshotError, match=r"carrier-pigeon://loft: can't be opened"):
        SnapshotStore("carrier-pigeon://loft")


def _file(folder: Path) -> Path:
    (path,) = folder.rglob("*.zst")
    return path


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"no zstd",
        zstandard.ZstdCompressor().compress(b"Other terms."),
        bytes.fromhex("28b52ffde0ffffffffffffff7f010000"),
    ],
)
def test_damage_is_seen_and_mended_by_the_next_put(tmp_path: Path, damage: bytes) -> None:
    kept = SnapshotStore(tmp_path)
    sha256 = kept.put(b"The terms.").sha256
    _file(tmp_path).write_bytes(damage)
    with pytest.raises(SnapshotDamagedError) as caught:
        kept.get(sha256)
    assert str(caught.value).startswith(f"{sha256}: ")
    assert "\n" not in str(caught.value)
    assert kept.put(b"The terms.").new
    assert kept.get(sha256) == b"The terms."


def test_any_single_bit_that_flips_is_seen(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path)
    sha256 = kept.put(b"The terms, in some words.").sha256
    good = _file(tmp_path).read_bytes()
    for position in range(len(good) * 8):
        bad = bytearray(good)
        bad[position // 8] ^= 1 << position % 8
        _file(tmp_path).write_bytes(bad)
        with contextlib.suppress(SnapshotDamagedError):
            assert kept.get(sha256) == b"The terms, in some words."


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = SnapshotStore(tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        kept.put(b"The terms.")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


_WRITER = """
import os, sys
from conductatlas.capture.snapshots import SnapshotStore
store = SnapshotStore(sys.argv[1])
while True:
    print(store.put(os.urandom(400_000)).sha256, flush=True)
"""


def test_a_killed_writer_leaves_whole_snapshots_only(tmp_path: Path) -> None:
    told = 0
    for delay in (0.02, 0.05, 0.09, 0.13, 0.2):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        ) as writer:
            assert writer.stdout is not None
            said = [writer.stdout.readline()]
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
            said += writer.stdout.readlines()
        kept = SnapshotStore(tmp_path)
        for line in said:
            if line.endswith("\n"):
                assert len(kept.get(line.strip())) == 400_000
                told += 1
    for sha256 in kept.hashes():
        kept.get(sha256)
    assert told >= 5
