"""A change that two collections recorded of one document is listed once; that of another text is listed as well."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Change, Verdict
from tests.records_factory import at, make_change, make_document, make_version

pytestmark = pytest.mark.django_db
_TEXTS = ("# Rules\n\nThe mill is closed on Sundays.\n", "# Rules\n\nThe mill is closed on Mondays.\n")


def _recorded(collection: str, texts: tuple[str, ...] = _TEXTS) -> Change:
    document = make_document("Larkwell", collection=collection)
    *_, version = [make_version(document, text, at(2026, number, 10)) for number, text in enumerate(texts, 1)]
    return make_change(version, Verdict.SUBSTANTIVE)


def test_it_is_listed_once_and_both_records_stand() -> None:
    first, again = _recorded("Mills"), _recorded("Weirs")
    other = _recorded("Carts", (_TEXTS[0], "# Rules\n\nThe mill is closed at night.\n"))
    listed = Client().get("/changes").content.decode()
    assert first.permanent_id in listed
    assert again.permanent_id not in listed
    assert other.permanent_id in listed
    assert Client().get(f"/{again.permanent_id}").status_code == 200
