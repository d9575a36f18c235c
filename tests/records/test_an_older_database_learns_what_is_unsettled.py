"""Of the changes of an older database it is found which clauses came or went untold, and that most were not judged."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from django.db.migrations.state import StateApps

from conductatlas.records.models import Change, ChangeItem, UnsettledClause
from tests.records.older_schema import document_with_text, schema

pytestmark = pytest.mark.django_db(transaction=True)
_AT = datetime(2024, 3, 1, 9, tzinfo=UTC)
_KEPT = "We will not use your plans to train any artificial intelligence models."
_LAW = "These terms are governed by the laws of the Netherlands."
_NEW = "These terms are governed by the laws of Belgium and of no other country."


def _version(old: StateApps, document: Any, ordinal: int, words: str) -> Any:
    text = old.get_model("records", "StoredText").objects.create(
        sha256=sha256(words.encode()).hexdigest(), size=len(words), compressed=zlib.compress(words.encode())
    )
    return old.get_model("records", "Version").objects.create(
        document=document, ordinal=ordinal, recorded_at=_AT, reference=str(ordinal), text=text
    )


def _provision(old: StateApps, number: int, clause_type: str, words: str, first: Any, last: Any) -> Any:
    provision = old.get_model("records", "Provision").objects.create(
        id=number,
        document=first.document,
        clause_type=clause_type,
        first_version=first,
        last_version=last,
        severity="none",
        stance="neutral",
    )
    passage, _ = old.get_model("records", "Passage").objects.get_or_create(
        sha256=sha256(words.encode()).hexdigest(), defaults={"text": words}
    )
    old.get_model("records", "Wording").objects.create(
        provision=provision,
        passage=passage,
        first_version=first,
        last_version=last,
        severity="none",
        stance="neutral",
        confidence=0.9,
        method="rules-1",
    )
    return provision


def test_only_what_really_came_or_went_is_unsettled_and_what_was_called_neutral_is_not_judged() -> None:
    with schema("0022_no_affected") as old:
        document, _ = document_with_text(old)
        document.language = "en"
        document.save()
        first = _version(old, document, 1, f"# Terms\n\n{_LAW}\n\n{_KEPT}\n")
        second = _version(old, document, 2, f"# Terms\n\n{_NEW}\n\n{_KEPT}\n")
        change = old.get_model("records", "Change").objects.create(
            id=9,
            version=second,
            previous=first,
            document=document,
            recorded_at=_AT,
            verdict="substantive",
            severity="none",
            summary="Some words.",
            method="changes-1",
        )
        _provision(old, 1, "governing-law", _LAW, first, first)
        told = _provision(old, 2, "governing-law", _NEW, second, None)
        # Its bounds wavered: the words stand in both texts.
        _provision(old, 3, "ai-no-training-commitment", _KEPT, first, first)
        old.get_model("records", "ChangeItem").objects.create(
            change=change,
            position=1,
            kind="added",
            provision=told,
            after=told.wordings.get(),
            summary="Added.",
            shifts=[
                {"kind": "notice-period", "before": "", "after": "1 day", "direction": "neutral", "phrase": "p"},
                {"kind": "refund-period", "before": "", "after": "1 day", "direction": "better", "phrase": "q"},
            ],
        )
    (found,) = UnsettledClause.objects.all()
    assert (found.change_id, found.clause_type, found.came, found.provision_id) == (9, "governing-law", False, 1)
    assert Change.objects.get().direction == "unjudged"
    item = ChangeItem.objects.get()
    assert (item.direction, [one["direction"] for one in item.shifts]) == ("unjudged", ["unjudged", "better"])
