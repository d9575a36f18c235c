"""A database of the schema before the errata log keeps its rows, and its decisions become the first entries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.records.older_schema import document_with_text, schema

pytestmark = pytest.mark.django_db(transaction=True)
_AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_records_stay_listed_and_decisions_are_logged() -> None:
    with schema("0005_held") as old:
        document, text = document_with_text(old)
        version = old.get_model("records", "Version").objects.create(
            document=document, ordinal=1, recorded_at=_AT, reference="1", text=text
        )
        passage = old.get_model("records", "Passage").objects.create(sha256="b" * 64, text="The law of Larkland.")
        provision = old.get_model("records", "Provision").objects.create(
            id=3,
            document=document,
            clause_type="governing-law",
            state="withdrawn",
            first_version=version,
            severity="low",
            stance="neutral",
        )
        for kind, new_type in (("accept", "data-sale"), ("retype", "governing-law"), ("dismiss", "governing-law")):
            old.get_model("records", "Decision").objects.create(
                provision=provision,
                passage=passage,
                kind=kind,
                clause_type="data-sale",
                new_type=new_type,
                severity="low",
                stance="neutral",
                unit_keys=[],
                reason=f"To {kind}.",
                reviewer="Ada",
                decided_at=_AT,
            )
    from conductatlas.records.models import Document, Erratum, Provision

    assert Document.listed().get().id == 7
    assert Provision.objects.get().state == "withdrawn"
    assert list(Erratum.objects.order_by("id").values_list("record", "kind", "before", "after", "reason")) == [
        ("CA-P-000003", "corrected", "Data sale.", "Governing law: low severity, neutral.", "To retype."),
        ("CA-P-000003", "withdrawn", "Data sale.", "Withdrawn.", "To dismiss."),
    ]
