"""The archives that a script reads from: git repositories on this machine, each under the name of its collection."""

from __future__ import annotations

import argparse
import subprocess
import sys


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
