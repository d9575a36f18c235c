"""A version that its collection dates before the one that it follows is told under the date of that one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from conductatlas.records.models import Change, Provision, Version
from tests.records.older_schema import document_with_text, schema
from tests.records.worlds import AGE, INTRODUCTION, LAW, START, record, text, version

_OLD, _NEW = text(INTRODUCTION, AGE), text(INTRODUCTION, AGE, LAW)
_AT = datetime(2024, 3, 1, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_an_earlier_date_is_kept_beside_that_of_the_version_before(client: Client) -> None:
    record(version(1, _OLD, days=10), version(2, _NEW, days=20), version(3, _NEW + b"\n", days=15))
    later = record(version(4, _NEW, days=30))
    assert later.new == 1
    rows = list(Version.objects.order_by("ordinal").values_list("recorded_at", "dated_at"))
    assert [at - START for at, _ in rows] == [timedelta(days=number) for number in (10, 20, 20, 30)]
    assert [dated for _, dated in rows] == [None, None, START + timedelta(days=15), None]
    law = Provision.objects.get(clause_type="governing-law")
    assert law.first_version.ordinal == 2
    told = client.get(f"/{law.document.permanent_id}/versions/3").content.decode()
    assert "16 Mar 2024" in told.split("Its date there")[1].split("</dd>")[0]
    assert "Its date there" not in client.get(f"/{law.document.permanent_id}/versions/2").content.decode()


@pytest.mark.django_db
def test_it_makes_no_difference_whether_an_import_goes_on() -> None:
    record(version(1, _OLD, days=10), version(2, _NEW, days=20))
    record(version(3, _NEW + b"\n", days=15))
    last = Version.objects.get(ordinal=3)
    assert (last.recorded_at - START, last.dated_at) == (timedelta(days=20), START + timedelta(days=15))


@pytest.mark.django_db(transaction=True)
def test_versions_of_an_older_database_are_put_in_order() -> None:
    with schema("0018_version_by_time") as old:
        document, stored = document_with_text(old)
        versions = [
            old.get_model("records", "Version").objects.create(
                document=document,
                ordinal=ordinal,
                recorded_at=_AT + timedelta(days=day),
                reference=str(ordinal),
                text=stored,
            )
            for ordinal, day in enumerate((3, 1, 2, 5), 1)
        ]
        old.get_model("records", "Change").objects.create(
            id=9,
            version=versions[2],
            previous=versions[1],
            document=document,
            recorded_at=_AT + timedelta(days=2),
            verdict="technical",
            severity="none",
            summary="No provision changed.",
            method="changes-1",
        )
    rows = Version.objects.order_by("ordinal").values_list("recorded_at", "dated_at")
    assert [at - _AT for at, _ in rows] == [timedelta(days=day) for day in (3, 3, 3, 5)]
    assert [dated and dated - _AT for _, dated in rows] == [None, timedelta(days=1), timedelta(days=2), None]
    assert Change.objects.get(id=9).recorded_at == _AT + timedelta(days=3)
