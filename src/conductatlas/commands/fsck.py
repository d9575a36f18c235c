"""`conductatlas fsck`: look whether everything that captures brought is still what it was.

Where there is a database, it tells which snapshots must be there, and the date and result are kept in it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import asdict

from django.conf import settings
from django.db import DatabaseError

from conductatlas.capture.snapshots import Report, SnapshotError, SnapshotStore, WarcFolder, check_all
from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import database_exists, prepare_database
from conductatlas.english import count

_ALL = 100.0


def run(options: argparse.Namespace) -> int:
    """Check all, or a sample; 1 where something is wrong."""
    try:
        store = SnapshotStore(settings.SNAPSHOTS)
    except SnapshotError as error:
        raise CommandError(error) from error
    chance = random.SystemRandom().random
    known = _known()
    report = check_all(
        store, WarcFolder(settings.WARCS), expected=known or (), sample=options.sample / _ALL, chance=chance
    )
    if options.format == "json":
        dates = {"started_at": report.started_at.isoformat(), "finished_at": report.finished_at.isoformat()}
        sys.stdout.write(json.dumps(asdict(report) | dates | {"sound": report.sound}, indent=2) + "\n")
    else:
        _write(report)
    if known is not None:
        _record(report, known)
    return 0 if report.sound else 1


def _known() -> dict[str, int] | None:
    """The snapshots that must be there, each with its source; None, and a line, where no database tells that."""
    if not database_exists():
        _say("there is no database", known=False)
        return None
    try:
        prepare_database()
        from conductatlas.tracking import known_snapshots

        return known_snapshots()
    except (CommandError, DatabaseError) as error:
        _say(str(error), known=False)
        return None


def _record(report: Report, known: dict[str, int]) -> None:
    from conductatlas.tracking import record_check

    try:
        record_check(report, known)
    except DatabaseError as error:
        _say(str(error), known=True)


def _say(why: str, *, known: bool) -> None:
    reason = (why.strip().splitlines() or ["it did not say why"])[0]
    missing = "" if known else ", and snapshots that are missing are not noticed"
    sys.stderr.write(f"this run is not recorded{missing}: {reason}\n")


def _write(report: Report) -> None:
    for problem in report.problems:
        sys.stderr.write(f"{problem.where}: {problem.what}\n")
    share = "" if report.sample == 1 else f", a sample of {report.sample:.4g} of all"
    files = f"{count(report.records, 'record')} in {count(report.files, 'WARC file')}"
    sys.stdout.write(
        f"{report.finished_at:%Y-%m-%d %H:%M} UTC: "
        f"{count(report.snapshots, 'snapshot')} ({count(report.bytes, 'byte')}) and {files} "
        f"looked at{share}; "
        f"{count(len(report.problems), 'problem')}\n"
    )
