"""`conductatlas bounce`: take a report that a mail of ours came back (RFC 3464), and stop its channel."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database


def run(options: argparse.Namespace) -> int:
    """Read a report; 1 where it is none, or not of a mail that was sent from here."""
    prepare_database()
    from conductatlas.monitoring.bounces import LARGEST, BounceError, take_bounce

    try:
        if options.file == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(options.file).open("rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{options.file}: {error.strerror}") from error
    try:
        sys.stdout.write(f"{take_bounce(content, datetime.now(UTC))}\n")
    except BounceError as error:
        sys.stderr.write(f"{options.file}: {error}\n")
        return 1
    return 0
