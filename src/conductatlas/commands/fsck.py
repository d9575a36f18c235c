"""`conductatlas fsck`: look whether everything that captures brought is still what it was."""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import asdict

from django.conf import settings

from conductatlas.capture.snapshots import Report, SnapshotError, SnapshotStore, WarcFolder, check_all
from conductatlas.commands.main import CommandError
from conductatlas.english import count

_ALL = 100.0


def run(options: argparse.Namespace) -> int:
    """Check all, or a sample; 1 where something is wrong."""
    try:
        store = SnapshotStore(settings.SNAPSHOTS)
    except SnapshotError as error:
        raise CommandError(error) from error
    chance = random.SystemRandom().random
    report = check_all(store, WarcFolder(settings.WARCS), sample=options.sample / _ALL, chance=chance)
    if options.format == "json":
        dates = {"started_at": report.started_at.isoformat(), "finished_at": report.finished_at.isoformat()}
        sys.stdout.write(json.dumps(asdict(report) | dates | {"sound": report.sound}, indent=2) + "\n")
    else:
        _write(report)
    return 0 if report.sound else 1


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
