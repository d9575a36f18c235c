"""Of the changes of an older database only the grade of their clauses is known, which goes on counting as theirs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from conductatlas.records.models import Change, ChangeItem
from tests.records.older_schema import document_with_text, schema

pytestmark = pytest.mark.django_db(transaction=True)
_AT = datetime(2024, 3, 1, 9, tzinfo=UTC)


def test_an_older_change_touches_what_it_was_graded_by_and_its_items_count_as_graded() -> None:
    with schema("0025_favouring") as old:
        document, text = document_with_text(old)
        first, second = (
            old.get_model("records", "Version").objects.create(
                document=document, ordinal=ordinal, recorded_at=_AT, reference=str(ordinal), text=text
            )
            for ordinal in (1, 2)
        )
        change = old.get_model("records", "Change").objects.create(
            id=9,
            version=second,
            previous=first,
            document=document,
            recorded_at=_AT,
            verdict="substantive",
            severity="high",
            summary="Some words.",
            method="changes-1",
        )
        provision = old.get_model("records", "Provision").objects.create(
            id=1, document=document, clause_type="governing-law", first_version=first, severity="high", stance="adverse"
        )
        old.get_model("records", "ChangeItem").objects.create(
            change=change, position=1, kind="reworded", provision=provision, summary="Reworded."
        )
    kept = Change.objects.get()
    assert (kept.severity, kept.touches) == ("high", "high")
    assert ChangeItem.objects.get().edit_graded
