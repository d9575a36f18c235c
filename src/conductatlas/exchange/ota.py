"""Reading a versions repository as Open Terms Archive writes it: one commit for each recorded version.

Each commit changes one file `SERVICE/TERMS TYPE.md`; its committer date is when the version was recorded, its subject
says what it is, and its body names the snapshots. See https://docs.opentermsarchive.org.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from conductatlas.exchange.archive import Archive, ArchiveError, git_environment
from conductatlas.recorded import RecordedVersion

# A text larger than this is no governance document; its hash and size are kept, its bytes stay in the archive.
LARGEST_TEXT = 16 * 2**20
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_COMMITTER = re.compile(rb"^committer .*? (\d+) [+-]\d{4}$", re.MULTILINE)
_CHUNK = 2**20
# The modes of files in git; links and other repositories have others.
_FILES = (b"100644", b"100755")


@dataclass(frozen=True, slots=True)
class _Change:
    commit: str
    blob: str
    path: str


def list_services(archive: Archive) -> tuple[str, ...]:
    """The services that ever had a document in an archive, in alphabetical order."""
    return tuple(sorted({change.path.split("/")[0] for change in _changes(archive)}))


def read_history(archive: Archive, services: frozenset[str] | None = None) -> tuple[int, Iterator[RecordedVersion]]:
    """Read the whole history in the order in which it was recorded.

    Returns the number of versions, and an iterator that reads them one by one through one git process. `services`
    limits it to some. Raises ArchiveError where git can't go on.
    """
    changes = [one for one in _changes(archive) if services is None or one.path.split("/")[0] in services]
    return len(changes), _versions(archive, changes)


def _is_document(path: str) -> bool:
    """Documents lie one folder deep; a licence, a readme and settings of the repository lie elsewhere."""
    _, slash, name = path.partition("/")
    return bool(slash) and "/" not in name and name.endswith(".md") and not path.startswith(".") and name != ".md"


def _changes(archive: Archive) -> list[_Change]:
    """All additions and modifications of documents, oldest first.

    Documents that the archive itself has deleted (examples of the template that it began with, withdrawn folders) are
    no part of it any more and are left out.
    """
    commits = _run(archive.git_directory, "rev-list", "--reverse", "--topo-order", archive.head)
    listed = _run(archive.git_directory, "ls-tree", "-r", "-z", "--name-only", archive.head)
    kept = {name.decode("utf-8", "replace") for name in listed.split(b"\0")}
    raw = _run(
        archive.git_directory,
        *("diff-tree", "--stdin", "-r", "-z", "--root", "--no-renames", "--no-abbrev", "--diff-filter=AM"),
        given=commits,
    )
    changes: list[_Change] = []
    commit = ""
    fields = iter(raw.split(b"\0"))
    for entry in fields:
        if entry.startswith(b":"):
            path = next(fields, b"").decode("utf-8", "replace")
            if path in kept and _is_document(path) and entry.split()[1] in _FILES:
                changes.append(_Change(commit, entry.split()[3].decode(), path))
        elif entry:
            commit = entry.decode()
    return changes


def _versions(archive: Archive, changes: list[_Change]) -> Iterator[RecordedVersion]:
    with subprocess.Popen(  # noqa: S603
        ["git", "-C", str(archive.git_directory), "cat-file", "--batch"],  # noqa: S607
        env=git_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin and process.stdout  # noqa: S101
        for change in changes:
            process.stdin.write(f"{change.commit}\n{change.blob}\n".encode())
            process.stdin.flush()
            _, _, commit = _object(process.stdout, change.commit)
            sha256, size, content = _object(process.stdout, change.blob)
            yield _version(change, commit or b"", sha256, size, content)
        process.stdin.close()


def _object(stream: IO[bytes], name: str) -> tuple[str, int, bytes | None]:
    """Read one object that git was asked for: its SHA-256, its size and, unless it is too large, its bytes."""
    header = stream.readline().split()
    if len(header) != 3:
        raise ArchiveError(f"object {name} is missing or damaged in the archive")
    size = int(header[2])
    digest = hashlib.sha256()
    kept: list[bytes] = []
    left = size
    while left:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            raise ArchiveError(f"object {name} is cut off in the archive")
        left -= len(chunk)
        digest.update(chunk)
        if size <= LARGEST_TEXT:
            kept.append(chunk)
    stream.read(1)
    return digest.hexdigest(), size, b"".join(kept) if size <= LARGEST_TEXT else None


def _version(change: _Change, commit: bytes, sha256: str, size: int, content: bytes | None) -> RecordedVersion:
    header, _, message = commit.partition(b"\n\n")
    committer = _COMMITTER.search(header)
    if committer is None:
        raise ArchiveError(f"commit {change.commit} has no date")
    subject, _, body = message.decode("utf-8", "replace").partition("\n")
    service, _, name = change.path.partition("/")
    try:
        recorded_at = datetime.fromtimestamp(int(committer.group(1)), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ArchiveError(f"commit {change.commit} has a date that no calendar holds") from error
    return RecordedVersion(
        path=change.path,
        service=service,
        terms_type=name.removesuffix(".md"),
        reference=change.commit,
        recorded_at=recorded_at,
        note=subject[:300],
        sources=tuple(dict.fromkeys(found.rstrip(".,;)") for found in _ADDRESS.findall(body))),
        sha256=sha256,
        size=size,
        content=content,
    )


def _run(directory: Path, *arguments: str, given: bytes = b"") -> bytes:
    result = subprocess.run(  # noqa: S603
        ["git", "-C", str(directory), *arguments],  # noqa: S607
        env=git_environment(),
        input=given,
        capture_output=True,
        check=False,
    )
    if result.returncode:
        said = result.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ArchiveError(f"{directory}: {said[0]}")
    return result.stdout
