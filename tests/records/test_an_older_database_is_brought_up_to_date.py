"""A database of the schema before holds and meanings keeps its rows when it is brought up to date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.records.older_schema import document_with_text, schema

pytestmark = pytest.mark.django_db(transaction=True)
_AT = datetime(2024, 3, 1, 9, tzinfo=UTC)


def test_changes_and_versions_stay_and_get_their_new_fields() -> None:
    with schema("0003_decisions") as old:
        document, text = document_with_text(old)
        versions = [
            old.get_model("records", "Version").objects.create(
                document=document, ordinal=ordinal, recorded_at=_AT, reference=str(ordinal), text=text
            )
            for ordinal in (1, 2)
        ]
        old.get_model("records", "Change").objects.create(
            id=9,
            version=versions[1],
            previous=versions[0],
            document=document,
            recorded_at=_AT,
            verdict="substantive",
            severity="high",
            summary="1 provision removed.",
            method="changes-1",
        )
    from conductatlas.records.models import Change, Version

    change = Change.objects.get(id=9)
    assert (change.summary, change.direction, change.explanation) == ("1 provision removed.", "unjudged", "")
    assert change.effective_date is None
    assert list(Version.objects.order_by("ordinal").values_list("held", "held_until")) == [("", None), ("", None)]
