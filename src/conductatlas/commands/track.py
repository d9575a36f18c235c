"""`conductatlas track`: take up a folder of declarations; what they declare is looked at from then on."""

from __future__ import annotations

import argparse
import re
import sys

from conductatlas.capture import DeclarationsError, read_declarations
from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.english import count

_COLLECTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def run(options: argparse.Namespace) -> int:
    """Read, tell what is wrong, take up the rest; 1 where something could not be used."""
    if not _COLLECTION.fullmatch(options.collection):
        raise CommandError(f"--collection {options.collection}: must be small letters, digits and hyphens")
    try:
        declared = read_declarations(options.directory)
    except DeclarationsError as error:
        raise CommandError(error) from error
    for problem in declared.problems:
        sys.stderr.write(f"{problem}\n")
    serious = sum(problem.serious for problem in declared.problems)
    if serious and not any(service.terms for service in declared.services):
        raise CommandError(f"{options.directory}: nothing that is declared can be used")
    prepare_database()
    from conductatlas.tracking import system_time, track

    tally = track(declared.services, options.collection, system_time())
    sys.stdout.write(
        f"{options.collection}: {count(tally.added, 'document')} new, {tally.changed:,} with another declaration, "
        f"{tally.resumed:,} taken up again, {tally.kept:,} as before, {tally.stopped:,} no longer declared\n"
    )
    return 1 if serious else 0
