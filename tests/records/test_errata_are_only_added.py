"""Each decision that changes what a record says stands in the errata log, which is only ever added to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from conductatlas.records.disputes import LONGEST_STATEMENT, add_note, remove_note
from conductatlas.records.models import DecisionKind, DisputeNote, ErrataAreKeptError, Erratum, Kind, Provision
from conductatlas.records.retraction import merge, reinstate, withdraw
from conductatlas.records.review import ReviewError, decide
from tests.records.worlds import ARBITRATION, LAW, record, text, version

pytestmark = pytest.mark.django_db

_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "The words are plain.", "at": _AT}


@pytest.fixture(autouse=True)
def _recorded() -> None:
    record(version(1, text(ARBITRATION, LAW)))


def _law() -> Provision:
    return Provision.objects.get(clause_type="governing-law")


def _log() -> list[tuple[str, str, str]]:
    return list(Erratum.objects.order_by("id").values_list("kind", "before", "after"))


def test_a_decision_that_changes_a_record_is_logged_with_what_it_said_and_says() -> None:
    law = _law()
    decide(law.id, DecisionKind.REGRADE, severity="high", stance="adverse", **_WHO)
    decide(law.id, DecisionKind.RETYPE, new_type="general-provisions", severity="low", stance="neutral", **_WHO)
    decide(law.id, DecisionKind.DISMISS, **_WHO)
    assert _log() == [
        ("corrected", "Governing law: low severity, neutral.", "Governing law: high severity, adverse."),
        ("corrected", "Governing law: high severity, adverse.", "General provisions: low severity, neutral."),
        ("withdrawn", "General provisions: low severity, neutral.", "Withdrawn: no such clause."),
    ]
    entry = Erratum.objects.order_by("id")[0]
    assert (entry.record, entry.reason, entry.decided_by, entry.decided_at) == (
        law.permanent_id,
        "The words are plain.",
        "Ada",
        _AT,
    )


def test_a_decision_that_changes_nothing_is_none() -> None:
    decide(_law().id, DecisionKind.ACCEPT, **_WHO)
    decide(_law().id, DecisionKind.REGRADE, severity=_law().severity, **_WHO)
    assert _log() == []


def test_retractions_are_logged() -> None:
    arbitration, law = Provision.objects.get(clause_type="mandatory-arbitration"), _law()
    withdraw(Kind.PROVISION, law.id, **_WHO)
    reinstate(Kind.PROVISION, law.id, **_WHO)
    merge(Kind.PROVISION, law.id, arbitration.id, **_WHO)
    said = "Governing law: low severity, neutral."
    assert _log() == [
        ("withdrawn", said, "Withdrawn."),
        ("reinstated", "Withdrawn.", said),
        ("merged", said, f"Merged into {arbitration.permanent_id}."),
    ]


def test_no_entry_is_ever_changed_or_deleted() -> None:
    withdraw(Kind.PROVISION, _law().id, **_WHO)
    entry = Erratum.objects.get()
    entry.reason = "Another."
    for attempt in (
        entry.save,
        entry.delete,
        lambda: Erratum.objects.update(reason="Another."),
        lambda: Erratum.objects.all().delete(),
        lambda: Erratum.objects.bulk_update([entry], ["reason"]),
    ):
        with pytest.raises(ErrataAreKeptError), transaction.atomic():
            attempt()
    assert Erratum.objects.get().reason == "The words are plain."


def test_a_statement_is_added_and_taken_off_with_an_entry_each() -> None:
    record_id = _law().permanent_id
    note = add_note(record_id, "Hearthbook", "We\r\ndo\x1b[31m not.", "Signed.", operator="Ada", at=_AT)
    assert note.text == "We\ndo[31m not."
    remove_note(note.pk, operator="Ada", reason="They took it back.", at=_AT)
    with pytest.raises(ReviewError, match="no statement with this number"):
        remove_note(note.pk, operator="Ada", reason="Again.", at=_AT)
    assert [kind for kind, _, _ in _log()] == ["disputed", "undisputed"]
    kept = DisputeNote.objects.get()
    assert (kept.removed_by, kept.removed_because) == ("Ada", "They took it back.")


@pytest.mark.parametrize("statement", ["", " \x00\x07 ", "x" * (LONGEST_STATEMENT + 1)])
def test_a_statement_that_is_none_or_too_long_is_refused(statement: str) -> None:
    with pytest.raises(ReviewError, match="the statement has"):
        add_note(_law().permanent_id, "Hearthbook", statement, "Signed.", operator="Ada", at=_AT)
    assert _log() == []
