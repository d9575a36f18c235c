"""Small versions repositories for tests, written with git fast-import."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2024, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Commit:
    """One recorded version: a path and its bytes, a day after the one before unless `hours` says otherwise."""

    path: str
    content: bytes | None
    subject: str = "Record new changes"
    hours: int = 24


def write_repository(directory: Path, commits: Sequence[Commit]) -> Path:
    """Write a bare repository; a commit without content deletes its path."""
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(directory)], check=True)
    stream = bytearray()
    moment = START
    for number, commit in enumerate(commits, 1):
        message = (
            f"{commit.subject}\n\nThis version was recorded after extracting from snapshot https://s.example/{number}\n"
        )
        stream += b"commit refs/heads/main\n"
        stream += f"committer Archive <archive@a.example> {int(moment.timestamp())} +0000\n".encode()
        stream += f"data {len(message.encode())}\n{message}".encode()
        if commit.content is None:
            stream += f'D "{commit.path}"\n'.encode()
        else:
            stream += f'M 100644 inline "{commit.path}"\ndata {len(commit.content)}\n'.encode() + commit.content + b"\n"
        moment += timedelta(hours=commit.hours)
    subprocess.run(["git", "-C", str(directory), "fast-import", "--quiet"], input=bytes(stream), check=True)
    return directory
