"""Small versions repositories for tests, written with git fast-import."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

START = datetime(2024, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Commit:
    """One recorded version: a path and its bytes, a day after the one before unless `hours` says otherwise."""

    path: str
    content: bytes | None
    subject: str = "Record new changes"
    hours: int = 24
    mode: str = "100644"


def write_repository(directory: Path, commits: Sequence[Commit], start: float = START.timestamp()) -> Path:
    """Write a bare repository, its first commit at a time; a commit without content deletes its path."""
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(directory)], check=True)
    stream = bytearray()
    moment = start
    for number, commit in enumerate(commits, 1):
        message = (
            f"{commit.subject}\n\nThis version was recorded after extracting from snapshot https://s.example/{number}\n"
        )
        stream += b"commit refs/heads/main\n"
        stream += f"committer Archive <archive@a.example> {int(moment)} +0000\n".encode()
        stream += f"data {len(message.encode())}\n{message}".encode()
        if commit.content is None:
            stream += f'D "{commit.path}"\n'.encode()
        else:
            stream += (
                f'M {commit.mode} inline "{commit.path}"\ndata {len(commit.content)}\n'.encode()
                + commit.content
                + b"\n"
            )
        moment += commit.hours * 3600
    subprocess.run(["git", "-C", str(directory), "fast-import", "--quiet"], input=bytes(stream), check=True)
    return directory
