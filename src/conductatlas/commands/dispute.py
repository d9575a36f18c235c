"""`conductatlas dispute`: what platforms say against a record, in their own words."""

from __future__ import annotations

import argparse
import sys

from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.commands.naming import record_named

# A statement has 10,000 characters at most; no file needs to be read further than that many can be long.
_MOST_BYTES = 100_000


def run(options: argparse.Namespace) -> int:
    """Add, list or remove."""
    prepare_database()
    {"add": _add, "list": _list, "remove": _remove}[options.action](options)
    return 0


def _add(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.records.disputes import add_note
    from conductatlas.records.models import permanent_id
    from conductatlas.records.retraction import find_record
    from conductatlas.records.review import ReviewError

    kind, number = record_named(options.record)
    try:
        find_record(kind, number)
        note = add_note(
            permanent_id(kind, number),
            options.by,
            _statement(options),
            options.verified,
            operator=options.operator,
            at=timezone.now(),
        )
    except ReviewError as error:
        raise CommandError(f"{options.record}: {error}") from error
    sys.stdout.write(f"{note.record}: statement {note.pk} of {note.party} added by {note.added_by}\n")


def _statement(options: argparse.Namespace) -> str:
    try:
        with options.text_file.open("rb") as file:
            content: bytes = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise CommandError(
                f"{options.text_file}: has more than {_MOST_BYTES:,} bytes, more than a statement can have"
            )
        return content.decode("utf-8")
    except OSError as error:
        raise CommandError(f"{options.text_file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{options.text_file}: is not UTF-8 from byte {error.start:,} on") from error


def _list(options: argparse.Namespace) -> None:
    from conductatlas.records.models import DisputeNote

    notes = DisputeNote.objects.filter(removed_at=None).order_by("id")
    sys.stdout.write(f"{notes.count():,} statements of platforms stand on records\n")
    for note in notes:
        sys.stdout.write(f"\n{note.pk}  {note.record}  {note.party}, {note.added_at:%Y-%m-%d}\n  {note.verified}\n")


def _remove(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.records.disputes import remove_note
    from conductatlas.records.review import ReviewError

    try:
        note = remove_note(options.number, operator=options.operator, reason=options.reason, at=timezone.now())
    except ReviewError as error:
        raise CommandError(f"{options.number}: {error}") from error
    sys.stdout.write(f"{note.record}: statement {note.pk} of {note.party} removed by {note.removed_by}\n")
