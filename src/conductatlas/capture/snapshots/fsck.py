"""Looking whether everything that was kept is still what it was."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.limitreader import LimitReader

from conductatlas.capture.snapshots.gzip_members import Tail, last_whole_member
from conductatlas.capture.snapshots.store import SnapshotError, SnapshotStore
from conductatlas.capture.snapshots.warc import WarcFolder


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not what it was: where it is, and what is wrong with it, in words."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `sample` is the share that was looked at, 1 for all.

    `snapshots` and `bytes` were hashed again, `records` in `files` had their digests compared. `problems` are in the
    order of the files.
    """

    started_at: datetime
    finished_at: datetime
    sample: float
    snapshots: int
    bytes: int
    files: int
    records: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was wrong with what was looked at."""
        return not self.problems


def check_all(
    store: SnapshotStore,
    warcs: WarcFolder,
    *,
    expected: Iterable[str] = (),
    sample: float = 1.0,
    chance: Callable[[], float],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Report:
    """Hash snapshots again and compare the digests of WARC records; a `sample` of them, each with that probability.

    `expected` are hashes that must be there, as the database knows them; which are missing is told whatever the sample.
    """
    started = now()
    problems: list[Problem] = []
    snapshots = size = files = records = 0
    there = list(store.hashes())
    problems += [Problem(sha256, "is missing") for sha256 in sorted(set(expected) - set(there))]
    for sha256 in there:
        if chance() < sample:
            snapshots += 1
            try:
                size += len(store.get(sha256))
            except (SnapshotError, OSError) as error:
                problems.append(Problem(sha256, str(error).removeprefix(f"{sha256}: ")))
    for path in warcs.files():
        if chance() < sample:
            files += 1
            number, problem = check_warc(path)
            records += number
            if problem:
                problems.append(Problem(path.name, problem))
    return Report(started, now(), sample, snapshots, size, files, records, tuple(problems))


def check_warc(path: Path) -> tuple[int, str]:
    """Compare the digests of a file's records; gives how many are right, and what is wrong, empty where nothing is."""
    records = 0
    try:
        with path.open("rb") as file:
            # Nobody appends meanwhile: half an exchange would look like a torn one.
            fcntl.flock(file, fcntl.LOCK_SH)
            end, tail = last_whole_member(file)
            file.seek(0)
            for record in ArchiveIterator(LimitReader(file, end), check_digests=True):
                record.raw_stream.read()
                if record.digest_checker.passed is False:
                    return records, f"record {record.rec_headers.get_header('WARC-Record-ID')} has another digest"
                records += 1
    except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
        return records, f"can't be read after {records:,} records ({error})"
    if tail is Tail.DAMAGED:
        return records, f"can't be read after {records:,} records"
    if tail is Tail.TORN:
        return records, f"its last record is unfinished; the {records:,} before it are whole"
    return records, ""
