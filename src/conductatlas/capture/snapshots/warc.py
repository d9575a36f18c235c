"""Each exchange as WARC records (ISO 28500), appended to one file a day.

An exchange is a response with its request, or a page as the browser showed it, and beside it a metadata record with
what the format has no place for: the redirects, the facts of the TLS connection, the hash of the decompressed body.
Bytes that an earlier record holds are not repeated: a `revisit` record names that one.

Appending is safe: one process writes at a time, an exchange is written at once and flushed to the disk before its place
is given out, and what a killed process left unfinished at the end of a file is cut off before the next is appended.
Earlier records are never touched. A file that is damaged anywhere else is left as it is, and another one begun.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import conductatlas
from conductatlas.capture.fetching import Fetched
from conductatlas.capture.snapshots.gzip_members import Tail, last_whole_member
from conductatlas.capture.snapshots.store import sync_directory

_VERSION = "WARC/1.1"
# How WARC writes a header whose meaning the stored bytes do not have any more.
_NO_LONGER_TRUE = "X-Archive-Orig-Transfer-Encoding"


@dataclass(frozen=True, slots=True)
class WarcPlace:
    """Where an exchange stands: the file's name in the folder, where its first record begins, how long its records are.

    `record` is the id of the response (or resource) record, `address` and `date` are what a later revisit refers to.
    """

    file: str
    offset: int
    length: int
    record: str
    address: str
    date: str


class _ExactHeaders(StatusAndHeaders):  # type: ignore[misc]
    """Headers written byte for byte as they came; warcio would percent-encode some of them."""

    def compute_headers_buffer(self, header_filter: Any = None) -> None:
        """Called by warcio before it writes a record."""
        lines = [f"{self.protocol} {self.statusline}", *(f"{name}: {value}" for name, value in self.headers), "", ""]
        self.headers_buff = "\r\n".join(lines).encode("utf-8", "surrogateescape")


class WarcFolder:
    """A folder of WARC files; any number of processes may append to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Up to where a file is known to be whole.
        self._whole: dict[Path, int] = {}

    def append(self, page: Fetched, earlier: WarcPlace | None = None) -> WarcPlace:
        """Write an exchange and give its place once it is safe on the disk.

        `earlier` is where the same bytes stand already, or for an unchanged page (304) where the last ones do.
        Raises OSError where the disk does not take it; nothing is left half written then.
        """
        day = page.fetched_at.astimezone(UTC).date()
        with self._open(day) as (path, file):
            start = self._whole[path]
            record, stamp, data = _records(page, earlier)
            if not start:
                data = _warcinfo(path.name, page.fetched_at) + data
            try:
                file.seek(start)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), start)
                raise
            self._whole[path] = start + len(data)
            if not start:
                sync_directory(path.parent)
        name = path.relative_to(self._folder).as_posix()
        return WarcPlace(name, start, len(data), record, page.final_address, stamp)

    def files(self) -> list[Path]:
        """The files, the earliest first."""
        return sorted(self._folder.glob("*/*.warc.gz"))

    @contextmanager
    def _open(self, day: date) -> Iterator[tuple[Path, BinaryIO]]:
        """The file of a day, locked, and cut to its last whole record; `_whole` says where that ends."""
        number = 1
        while True:
            suffix = "" if number == 1 else f"-{number}"
            path = self._folder / f"{day:%Y}" / f"conductatlas-{day:%Y%m%d}{suffix}.warc.gz"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            with path.open("r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                size = os.fstat(file.fileno()).st_size
                known = self._whole.get(path, 0)
                end, tail = (known, Tail.WHOLE) if known == size else last_whole_member(file, min(known, size))
                if tail is not Tail.DAMAGED:
                    if tail is Tail.TORN:
                        os.ftruncate(file.fileno(), end)
                    self._whole[path] = end
                    yield path, file
                    return
            number += 1


def read_exchange(folder: Path, place: WarcPlace) -> bytes:
    """The records of an exchange as they stand in their file, compressed; a WARC file of their own."""
    with (folder / place.file).open("rb") as file:
        file.seek(place.offset)
        return file.read(place.length)


def _records(page: Fetched, earlier: WarcPlace | None) -> tuple[str, str, bytes]:
    """The records of an exchange: the id and date of the first, and the bytes of all."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=_VERSION)
    stamp = _stamp(page.fetched_at)
    common = {"WARC-Date": stamp} | ({"WARC-IP-Address": page.peer} if page.peer else {})
    if page.rendered:
        first = writer.create_warc_record(
            page.final_address,
            "resource",
            payload=io.BytesIO(page.body),
            length=len(page.body),
            warc_content_type=page.content_type or "text/html",
            warc_headers_dict=common | {"WARC-Payload-Digest": _digest(page.body)},
        )
    else:
        first = _response(writer, page, earlier, common)
    record = str(first.rec_headers.get_header("WARC-Record-ID"))
    writer.write_record(first)
    beside = common | {"WARC-Concurrent-To": record}
    if page.request_headers and not page.rendered:
        writer.write_record(_request(writer, page, beside))
    # A line for each field, its value in JSON.
    fields = sorted(_metadata(page).items())
    metadata = "".join(f"{name}: {json.dumps(value, sort_keys=True)}\r\n" for name, value in fields).encode()
    writer.write_record(
        writer.create_warc_record(
            page.final_address,
            "metadata",
            payload=io.BytesIO(metadata),
            length=len(metadata),
            warc_content_type="application/warc-fields",
            warc_headers_dict=beside,
        )
    )
    return record, stamp, out.getvalue()


def _response(writer: WARCWriter, page: Fetched, earlier: WarcPlace | None, common: dict[str, str]) -> Any:
    headers = _ExactHeaders(
        f"{page.status} {page.status_text}".rstrip(),
        [(_NO_LONGER_TRUE if name.lower() == "transfer-encoding" else name, value) for name, value in page.headers],
        protocol=f"HTTP/{page.http_version}",
    )
    kind = "response" if earlier is None else "revisit"
    common = common | {"WARC-Payload-Digest": _digest(page.raw)}
    if earlier is not None:
        profile = "server-not-modified" if page.unchanged else "identical-payload-digest"
        common |= {
            "WARC-Profile": f"http://netpreserve.org/warc/1.1/revisit/{profile}",
            "WARC-Refers-To": earlier.record,
            "WARC-Refers-To-Target-URI": earlier.address,
            "WARC-Refers-To-Date": earlier.date,
        }
        if page.unchanged:
            del common["WARC-Payload-Digest"]
    payload = page.raw if earlier is None else b""
    return writer.create_warc_record(
        page.final_address,
        kind,
        payload=io.BytesIO(payload),
        length=len(payload),
        http_headers=headers,
        warc_headers_dict=common,
    )


def _request(writer: WARCWriter, page: Fetched, common: dict[str, str]) -> Any:
    parts = urlsplit(page.final_address)
    target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    headers = _ExactHeaders(f"{target} HTTP/1.1", list(page.request_headers), protocol="GET")
    return writer.create_warc_record(
        page.final_address, "request", payload=io.BytesIO(), length=0, http_headers=headers, warc_headers_dict=common
    )


def _metadata(page: Fetched) -> dict[str, Any]:
    tls = asdict(page.tls) if page.tls else None
    return {
        "requested": page.address,
        "redirects": [asdict(redirect) for redirect in page.redirects],
        "status": page.status,
        "rendered": page.rendered,
        "started": _stamp(page.started_at),
        "body_sha256": hashlib.sha256(page.body).hexdigest(),
        "tls": tls and {name: _stamp(value) if isinstance(value, datetime) else value for name, value in tls.items()},
    }


def _warcinfo(name: str, at: datetime) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=_VERSION)
    software = {"software": f"ConductAtlas/{conductatlas.__version__}", "format": "WARC File Format 1.1"}
    record = writer.create_warcinfo_record(name, software)
    record.rec_headers.replace_header("WARC-Date", _stamp(at))
    writer.write_record(record)
    return out.getvalue()


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _digest(body: bytes) -> str:
    return f"sha256:{base64.b32encode(hashlib.sha256(body).digest()).decode()}"
