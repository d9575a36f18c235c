"""A database of the schema before holds and meanings keeps its rows when it is brought up to date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)
_BEFORE = [("records", "0003_decisions")]
_AT = datetime(2024, 3, 1, 9, tzinfo=UTC)


def test_changes_and_versions_stay_and_get_their_new_fields() -> None:
    executor = MigrationExecutor(connection)
    latest = [node for node in executor.loader.graph.leaf_nodes() if node[0] == "records"]
    executor.migrate(_BEFORE)
    try:
        old = executor.loader.project_state(_BEFORE).apps
        platform = old.get_model("records", "Platform").objects.create(slug="larkwell", name="Larkwell")
        collection = old.get_model("records", "Collection").objects.create(slug="old", name="old")
        document = old.get_model("records", "Document").objects.create(
            id=7, platform=platform, collection=collection, terms_type="Terms of Service", path="Larkwell/Terms.md"
        )
        text = old.get_model("records", "StoredText").objects.create(sha256="a" * 64, size=1, compressed=b"")
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
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(latest)
    from conductatlas.records.models import Change, Version

    change = Change.objects.get(id=9)
    assert (change.summary, change.direction, change.explanation) == ("1 provision removed.", "neutral", "")
    assert change.effective_date is None
    assert list(Version.objects.order_by("ordinal").values_list("held", "held_until")) == [("", None), ("", None)]
