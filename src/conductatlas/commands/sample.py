"""`conductatlas sample`: the sample archive as a versions repository."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from conductatlas.commands.main import CommandError
from conductatlas.sample import SampleError, build_archive


def run(options: argparse.Namespace) -> int:
    """Write the archive into a directory that does not exist yet, or is empty."""
    directory: Path = options.directory
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise CommandError(f"{directory}: exists and is not empty")
    try:
        built = build_archive(directory)
    except (SampleError, OSError) as error:
        raise CommandError(error) from error
    sys.stdout.write(
        f"{directory}: {built.platforms} platforms, {built.documents} documents, {built.versions} versions\n"
    )
    return 0
