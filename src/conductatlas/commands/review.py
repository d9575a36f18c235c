"""`conductatlas review`: the least sure findings, what people decide and write about them, the decisions as labels."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from conductatlas.catalogue import load_catalogue
from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.commands.naming import record_named
from conductatlas.reading import visible_text

if TYPE_CHECKING:
    from pathlib import Path

_WORDS_SHOWN = 200


def run(options: argparse.Namespace) -> int:
    """List, decide, settle, take back or export."""
    prepare_database()
    actions = {
        "list": _list,
        "decide": _decide,
        "write": _write,
        "export": _export,
        "held": _held,
        "confirm": _settle,
        "refuse": _settle,
        "withdraw": _take_back,
        "merge": _take_back,
        "reinstate": _take_back,
    }
    actions[options.action](options)
    return 0


def _list(options: argparse.Namespace) -> None:
    from conductatlas.records.review import queue

    waiting, catalogue = queue(), load_catalogue()
    sys.stdout.write(f"{waiting.count():,} findings wait for a decision\n")
    for wording in waiting[: max(0, options.limit)]:
        provision = wording.provision
        document = provision.document
        title = catalogue[provision.clause_type].title if provision.clause_type in catalogue else provision.clause_type
        sys.stdout.write(
            f"\n{provision.permanent_id}  {title} [{provision.clause_type}], confidence {wording.confidence:.2f}\n"
            f"  {document.platform.name}, {document.terms_type}\n"
            f"  {visible_text(wording.passage.text)[:_WORDS_SHOWN]}\n"
        )


def _decide(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.records.models import DecisionKind, Kind
    from conductatlas.records.review import ReviewError, decide

    try:
        decision = decide(
            record_named(options.record, Kind.PROVISION)[1],
            DecisionKind(options.kind),
            reviewer=options.by,
            reason=options.reason,
            at=timezone.now(),
            new_type=options.type,
            severity=options.severity,
            stance=options.stance,
        )
    except ReviewError as error:
        raise CommandError(f"{options.record}: {error}") from error
    sys.stdout.write(
        f"{decision.provision.permanent_id} {decision.get_kind_display()} by {decision.reviewer}: "
        f"{decision.new_type}, {decision.severity}, {decision.stance}\n"
    )


def _write(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.records.models import Kind
    from conductatlas.records.review import ReviewError
    from conductatlas.records.writing import write

    _, number = record_named(options.record, Kind.PROVISION)
    text = "" if options.withdraw else _text(options.file)
    try:
        written = write(number, options.section, text, reviewer=options.by, reason=options.reason, at=timezone.now())
    except ReviewError as error:
        raise CommandError(f"{options.record}: {error}") from error
    done = "written" if written.text else "composed again"
    sys.stdout.write(f"{options.record.upper()} {written.get_section_display()}: {done}, by {written.reviewer}\n")


def _text(file: Path) -> str:
    """The words in a file. Raises CommandError where there are none or they can't be read."""
    try:
        text = file.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file}: is not UTF-8 (byte {error.start + 1:,})") from error
    if not text or "\0" in text:
        raise CommandError(f"{file}: {'holds no text' if not text else 'is no text: it holds a null byte'}")
    return text


def _take_back(options: argparse.Namespace) -> None:
    from django.utils import timezone

    from conductatlas.records.retraction import merge, reinstate, withdraw
    from conductatlas.records.review import ReviewError

    kind, number = record_named(options.record)
    who = {"reviewer": options.by, "reason": options.reason, "at": timezone.now()}
    try:
        if options.action == "withdraw":
            withdraw(kind, number, **who)
            done = "withdrawn"
        elif options.action == "merge":
            done = f"merged into {merge(kind, number, record_named(options.into, kind)[1], **who).target}"
        else:
            reinstate(kind, number, **who)
            done = "reinstated"
    except ReviewError as error:
        raise CommandError(f"{options.record}: {error}") from error
    sys.stdout.write(f"{options.record.upper()} {done} by {options.by.strip()}\n")


def _held(options: argparse.Namespace) -> None:
    from conductatlas.records.models import Version

    waiting = Version.waiting().select_related("document__platform").order_by("recorded_at", "id")
    sys.stdout.write(f"{waiting.count():,} versions wait to be confirmed\n")
    for version in waiting:
        document = version.document
        sys.stdout.write(
            f"\n{document.permanent_id}  {document.platform.name}, {document.terms_type}, version {version.ordinal} "
            f"of {version.recorded_at:%Y-%m-%d %H:%M} UTC\n  {version.held}\n"
        )


def _settle(options: argparse.Namespace) -> None:
    from conductatlas.records.holding import settle_held
    from conductatlas.records.models import Kind
    from conductatlas.records.review import ReviewError

    number = record_named(options.record, Kind.DOCUMENT)[1]
    confirm = options.action == "confirm"
    try:
        version = settle_held(number, confirm=confirm, by=options.by, reason=options.reason)
    except ReviewError as error:
        raise CommandError(f"{options.record}: {error}") from error
    done = "confirmed" if confirm else "refused"
    sys.stdout.write(f"{options.record.upper()} version {version.ordinal}: {done} by {options.by.strip()}\n")


def _export(options: argparse.Namespace) -> None:
    from conductatlas.records.review import as_labels

    try:
        with options.file.open("w", encoding="utf-8") as output:
            count = 0
            for row in as_labels():
                output.write(json.dumps(row) + "\n")
                count += 1
    except OSError as error:
        raise CommandError(f"{options.file}: {error.strerror}") from error
    sys.stdout.write(f"{count:,} decisions written to {options.file}\n")
