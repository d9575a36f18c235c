"""`conductatlas import ota`: the whole history of a versions repository, or what is new in it."""

from __future__ import annotations

import argparse
import difflib
import resource
import sys
import time
from pathlib import Path

from django.conf import settings

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.commands.progress import Progress
from conductatlas.english import count
from conductatlas.exchange import Archive, ArchiveError, list_services, open_archive, read_history
from conductatlas.processes import look_seldom_for_rings
from conductatlas.provisions import default_finder

_WARNINGS_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Import what the options name."""
    import_source(options.source, options.collection, options.only, options.jobs)
    return 0


def import_source(source: str, collection: str | None, services: list[str], jobs: int) -> None:
    """Import a source and print a table of what was read and what was made of it.

    The collection is called after the source where it is given no name; without `services` all are taken.
    """
    started = time.monotonic()
    try:
        archive = open_archive(source, Path(settings.DATA_DIRECTORY) / "archives")
        only = _services(archive, services)
        total, versions = read_history(archive, only)
        if not total:
            raise CommandError(f"{source}: holds no versions (files SERVICE/TERMS TYPE.md)")
        prepare_database()
        # Imported here: the models can be imported only once Django is set up.
        from conductatlas.records.pipeline import Pipeline, WorkerLostError

        pipeline = Pipeline(default_finder(), collection or archive.name, jobs, archive.address)
        progress = Progress(total, "versions")
        look_seldom_for_rings()
        try:
            tally = pipeline.run(versions, progress)
        except WorkerLostError as error:
            raise CommandError(error) from error
        progress.close(tally.read)
    except ArchiveError as error:
        raise CommandError(error) from error
    for line in tally.unusable[:_WARNINGS_SHOWN]:
        sys.stderr.write(f"set aside: {line}\n")
    if len(tally.unusable) > _WARNINGS_SHOWN:
        sys.stderr.write(f"set aside: and {len(tally.unusable) - _WARNINGS_SHOWN} more\n")
    _write_table(
        [
            ("collection", collection or archive.name),
            ("versions read", f"{tally.read:,}"),
            ("of them new", f"{tally.new:,}"),
            ("distinct texts added", f"{tally.texts:,}"),
            ("platforms added", f"{tally.platforms:,}"),
            ("documents added", f"{tally.documents:,}"),
            ("passages judged", f"{tally.units_judged:,}"),
            *((f"verdict {verdict}", f"{number:,}") for verdict, number in sorted(tally.verdicts.items())),
            *((f"provisions {kind}", f"{number:,}") for kind, number in sorted(tally.items.items())),
            ("time", f"{time.monotonic() - started:,.1f} s"),
            ("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"),
        ]
    )


def _services(archive: Archive, only: list[str]) -> frozenset[str] | None:
    """Check the names given with `--only` against those in the archive."""
    if not only:
        return None
    known = list_services(archive)
    for name in only:
        if name not in known:
            close = difflib.get_close_matches(name, known, 3, 0.5)
            hint = f"did you mean {' or '.join(close)}?" if close else f"it has {count(len(known), 'service')}"
            raise CommandError(f"--only {name}: no such service in the archive; {hint}")
    return frozenset(only)


def _write_table(rows: list[tuple[str, str]]) -> None:
    width = max(len(name) for name, _ in rows)
    sys.stdout.write("".join(f"{name:{width}s}  {value:>14s}\n" for name, value in rows))
