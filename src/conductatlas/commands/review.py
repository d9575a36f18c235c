"""`conductatlas review`: the least sure findings, what people decide about them, and the decisions as labels."""

from __future__ import annotations

import argparse
import json
import sys

from conductatlas.catalogue import load_catalogue
from conductatlas.commands.main import CommandError
from conductatlas.commands.migrate import prepare_database
from conductatlas.reading import visible_text

_WORDS_SHOWN = 200


def run(options: argparse.Namespace) -> int:
    """List, decide or export."""
    prepare_database()
    actions = {"list": _list, "decide": _decide, "export": _export}
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
    from conductatlas.records.models.identifiers import parse_permanent_id
    from conductatlas.records.review import ReviewError, decide

    named = parse_permanent_id(options.record.upper())
    if named is None or named[0] is not Kind.PROVISION:
        raise CommandError(f"{options.record}: is no id of a provision, such as CA-P-000123")
    try:
        decision = decide(
            named[1],
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
