"""Exchanges stand in WARC files that other tools read, and no killed process harms what was written before."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from conductatlas.capture.snapshots import WarcFolder, WarcPlace, read_exchange
from conductatlas.capture.snapshots.fsck import check_warc
from tests.capture.pages import NOON, page


def _records(source: Path | bytes) -> list[tuple[dict[str, str], bytes, Any]]:
    """Every record of a file: its headers, its content, its HTTP headers. The digests are checked."""
    stream = io.BytesIO(source if isinstance(source, bytes) else source.read_bytes())
    return [
        (dict(record.rec_headers.headers), record.raw_stream.read(), record.http_headers)
        for record in ArchiveIterator(stream, check_digests="raise")
    ]


def _known(metadata: bytes) -> dict[str, Any]:
    """The fields of a metadata record."""
    return {name: json.loads(value) for name, value in (line.split(": ", 1) for line in metadata.decode().splitlines())}


def _file(folder: Path, name: str = "2026/conductatlas-20261125.warc.gz") -> Path:
    return folder / name


def test_an_exchange_is_a_response_its_request_and_what_else_is_known(tmp_path: Path) -> None:
    raw = gzip.compress(b"<p>The terms.</p>")
    place = WarcFolder(tmp_path).append(page(raw=raw))
    info, response, request, metadata = _records(_file(tmp_path))
    assert info[0]["WARC-Type"] == "warcinfo"
    assert info[0]["WARC-Filename"] == "conductatlas-20261125.warc.gz"
    headers, body, http = response
    assert (headers["WARC-Type"], headers["WARC-Record-ID"]) == ("response", place.record)
    assert headers["WARC-Target-URI"] == "https://www.hearthbook.example/legal/terms?v=2"
    assert headers["WARC-Date"] == "2026-11-25T12:00:00.250000Z" == place.date
    assert headers["WARC-IP-Address"] == "192.0.2.7"
    assert headers["WARC-Payload-Digest"] == f"sha256:{base64.b32encode(hashlib.sha256(raw).digest()).decode()}"
    assert body == raw
    assert http.get_header("X-Archive-Orig-Transfer-Encoding") == "chunked"
    assert request[0]["WARC-Concurrent-To"] == place.record
    assert request[2].statusline == "/legal/terms?v=2 HTTP/1.1"
    assert metadata[0]["WARC-Concurrent-To"] == place.record
    known = _known(metadata[1])
    assert known["body_sha256"] == hashlib.sha256(b"<p>The terms.</p>").hexdigest()
    assert known["redirects"][0]["status"] == 301
    assert known["tls"]["issuer"] == "O=Authority"
    assert known["started"] == "2026-11-25T11:59:59.250000Z"


def test_headers_stay_byte_for_byte(tmp_path: Path) -> None:
    place = WarcFolder(tmp_path).append(page())
    assert "X-Odd: ä".encode() + b"\xff\r\n" in gzip.decompress(read_exchange(tmp_path, place))


def test_the_place_of_an_exchange_is_a_file_of_its_own(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path)
    places = [folder.append(page(f"<p>Number {number}.</p>".encode())) for number in range(5)]
    for number, place in enumerate(places):
        records = _records(read_exchange(tmp_path, place))
        assert next(body for headers, body, _ in records if headers["WARC-Type"] == "response") == (
            f"<p>Number {number}.</p>".encode()
        )


def test_what_stands_already_is_only_referred_to(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path)
    first = folder.append(page(b"The terms." * 500))
    same = folder.append(page(b"The terms." * 500, fetched_at=NOON + timedelta(hours=6)), first)
    unchanged = folder.append(page(b"", raw=b"", status=304, fetched_at=NOON + timedelta(hours=7)), first)
    assert same.length < 2000
    for place, profile in ((same, "identical-payload-digest"), (unchanged, "server-not-modified")):
        headers, body, http = _records(read_exchange(tmp_path, place))[0]
        assert headers["WARC-Type"] == "revisit"
        assert headers["WARC-Profile"].endswith(profile)
        assert headers["WARC-Refers-To"] == first.record
        assert headers["WARC-Refers-To-Date"] == first.date
        assert headers["WARC-Refers-To-Target-URI"] == first.address
        assert body == b""
        assert http.get_statuscode() in ("200", "304")


def test_a_page_from_the_browser_is_a_resource(tmp_path: Path) -> None:
    place = WarcFolder(tmp_path).append(page(b"<p>Rendered.</p>", rendered=True))
    resource, metadata = _records(read_exchange(tmp_path, place))[:4][-2:]
    assert (resource[0]["WARC-Type"], resource[0]["Content-Type"]) == ("resource", "text/html; charset=utf-8")
    assert resource[1] == b"<p>Rendered.</p>"
    assert _known(metadata[1])["rendered"] is True


def test_each_day_has_its_file(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path)
    folder.append(page(fetched_at=NOON + timedelta(hours=11, minutes=59)))
    folder.append(page(fetched_at=NOON + timedelta(hours=12)))
    assert [path.name for path in folder.files()] == [
        "conductatlas-20261125.warc.gz",
        "conductatlas-20261126.warc.gz",
    ]


def test_several_writers_share_a_file(tmp_path: Path) -> None:
    one, two = WarcFolder(tmp_path), WarcFolder(tmp_path)
    places = [folder.append(page(os.urandom(3000))) for folder in (one, two, two, one, two, one)]
    assert [place.offset for place in places] == sorted({place.offset for place in places})
    assert len(_records(_file(tmp_path))) == 1 + 6 * 3
    assert check_warc(_file(tmp_path)) == (19, "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(share=st.floats(0, 1, exclude_max=True))
def test_wherever_a_write_was_cut_off_the_earlier_records_stand(tmp_path: Path, share: float) -> None:
    folder = tmp_path / f"{share!r}"
    writer = WarcFolder(folder)
    kept = [writer.append(page(b"one")), writer.append(page(b"two"))]
    path = _file(folder)
    before = path.read_bytes()
    torn = writer.append(page(b"three"))
    with path.open("r+b") as file:
        file.truncate(torn.offset + int(torn.length * share))
    # Another process takes over.
    kept.append(WarcFolder(folder).append(page(b"four")))
    assert path.read_bytes().startswith(before)
    bodies = [body for headers, body, _ in _records(path) if headers["WARC-Type"] == "response"]
    assert bodies[:2] == [b"one", b"two"]
    assert bodies[-1] == b"four"
    assert [_records(read_exchange(folder, place))[-3][1] for place in kept] == [b"one", b"two", b"four"]


@pytest.mark.parametrize("cut", [0, 1, 200])
def test_a_file_of_which_not_even_the_first_record_is_whole_is_begun_anew(tmp_path: Path, cut: int) -> None:
    WarcFolder(tmp_path).append(page())
    os.truncate(_file(tmp_path), cut)
    place = WarcFolder(tmp_path).append(page())
    assert [headers["WARC-Type"] for headers, _, _ in _records(_file(tmp_path))][:2] == ["warcinfo", "response"]
    assert place.offset == 0


def test_a_file_damaged_in_its_midst_is_left_as_it_is_and_another_begun(tmp_path: Path) -> None:
    writer = WarcFolder(tmp_path)
    first, second, third = (writer.append(page(os.urandom(500))) for _ in range(3))
    data = bytearray(_file(tmp_path).read_bytes())
    data[second.offset + 40 : second.offset + 60] = bytes(20)
    _file(tmp_path).write_bytes(data)
    place = WarcFolder(tmp_path).append(page(b"next"))
    assert place.file == "2026/conductatlas-20261125-2.warc.gz"
    assert _file(tmp_path).read_bytes() == data
    assert _records(read_exchange(tmp_path, first))
    assert _records(read_exchange(tmp_path, third))
    assert WarcFolder(tmp_path).append(page()).file == place.file
    assert "can't be read" in check_warc(_file(tmp_path))[1]


def test_zeros_at_the_end_as_a_power_failure_leaves_them_harm_nothing(tmp_path: Path) -> None:
    first = WarcFolder(tmp_path).append(page(b"one"))
    with _file(tmp_path).open("ab") as file:
        file.write(bytes(4096))
    assert WarcFolder(tmp_path).append(page(b"two")).file == "2026/conductatlas-20261125-2.warc.gz"
    assert _records(read_exchange(tmp_path, first))


def test_a_full_disk_takes_nothing_rather_than_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = WarcFolder(tmp_path)
    writer.append(page(b"one"))
    before = _file(tmp_path).read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            writer.append(page(b"two"))
    assert _file(tmp_path).read_bytes() == before
    writer.append(page(b"three"))
    assert check_warc(_file(tmp_path)) == (7, "")


_WRITER = """
import os, signal, sys
from pathlib import Path
from conductatlas.capture.snapshots import WarcFolder
from tests.capture.pages import page
folder = WarcFolder(Path(sys.argv[1]))
while True:
    place = folder.append(page(os.urandom(200_000)))
    print(place.offset, place.length, flush=True)
"""

# The same, but the third write is killed after a share of its bytes have reached the file.
_KILLED_WHILE_WRITING = """
import io, os, signal, sys
from pathlib import Path

class Fatal(io.BufferedRandom):
    writes = 0

    def write(self, data):
        Fatal.writes += 1
        if Fatal.writes < 3:
            return super().write(data)
        os.pwrite(self.fileno(), data[: int(len(data) * float(sys.argv[2]))], self.tell())
        os.kill(os.getpid(), signal.SIGKILL)

Path.open = lambda path, mode: Fatal(io.FileIO(path, mode))
"""


def _written(folder: Path, script: str, *arguments: str, delay: float | None = None) -> list[tuple[int, int]]:
    """Run a writer until it is killed, at the latest after `delay`; gives the places that it told."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([os.getcwd(), *sys.path])},  # noqa: PTH109
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        if delay is not None:
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return [(int(line.split()[0]), int(line.split()[1])) for line in said if line.endswith("\n")]


@pytest.mark.parametrize(("share", "whole"), [("0.001", 7), ("0.5", 7), ("0.999", 9)])
def test_killed_with_signal_9_in_the_midst_of_a_write(tmp_path: Path, share: str, whole: int) -> None:
    told = _written(tmp_path, _KILLED_WHILE_WRITING + _WRITER, share)
    assert len(told) == 2
    assert check_warc(_file(tmp_path))[1] == f"its last record is unfinished; the {whole} before it are whole"
    place = WarcFolder(tmp_path).append(page(b"after the kill"))
    assert check_warc(_file(tmp_path)) == (whole + 3, "")
    for offset, length in [*told, (place.offset, place.length)]:
        assert _records(read_exchange(tmp_path, WarcPlace(place.file, offset, length, "", "", "")))


def test_killed_with_signal_9_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(6)  # noqa: S311
    told: list[tuple[int, int]] = []
    for _ in range(5):
        told += _written(tmp_path, _WRITER, delay=chance.random() * 0.1)
        place = WarcFolder(tmp_path).append(page(b"after the kill"))
        told.append((place.offset, place.length))
        assert check_warc(_file(tmp_path))[1] == ""
    for offset, length in told:
        assert _records(read_exchange(tmp_path, WarcPlace(place.file, offset, length, "", "", "")))
    assert len(told) >= 10


def test_only_the_headers_that_are_there_are_written(tmp_path: Path) -> None:
    bare = replace(page(), tls=None, peer="", request_headers=(), redirects=(), status_text="")
    WarcFolder(tmp_path).append(bare)
    _, response, metadata = _records(_file(tmp_path))
    assert "WARC-IP-Address" not in response[0]
    assert _known(metadata[1])["tls"] is None
