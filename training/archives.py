"""The archives that a script reads from: git repositories on this machine, each under the name of its collection."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator


def add_archive_option(parser: argparse.ArgumentParser) -> None:
    """Let a script take `--archive NAME=GITDIR`, once or more; `archives_of` reads it."""
    parser.add_argument("--archive", action="append", default=[], metavar="NAME=GITDIR", required=True)


def archives_of(options: argparse.Namespace) -> dict[str, str]:
    """The repositories by the names of their collections."""
    return dict(one.split("=", 1) for one in options.archive)


def bytes_at(repository: str, commit: str, path: str) -> bytes:
    """A file as it was at a commit; ends the run where there is none."""
    command = ["git", "-C", repository, "show", f"{commit}:{path}"]
    found = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    if found.returncode:
        sys.exit(f"{repository}: has no {path} at {commit[:8]}")
    return found.stdout


def texts_of(repository: str) -> Iterator[str]:
    """The text of every version of every document, each different one once, in no particular order."""
    listed = subprocess.run(  # noqa: S603
        ["git", "-C", repository, "rev-list", "--all", "--objects"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    ids = [line.split(" ", 1)[0] for line in listed.stdout.splitlines() if line.endswith(".md")]
    command = ["git", "-C", repository, "cat-file", "--batch"]
    with tempfile.TemporaryFile() as asked:
        asked.write("\n".join([*ids, ""]).encode())
        asked.seek(0)
        with subprocess.Popen(command, stdin=asked, stdout=subprocess.PIPE) as git:  # noqa: S603
            if git.stdout is None:
                raise OSError("git gives nothing")
            for _ in ids:
                size = int(git.stdout.readline().split()[2])
                yield git.stdout.read(size + 1)[:-1].decode("utf-8", "replace")
