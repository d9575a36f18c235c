"""Where a record goes on with a passage that stood beside its own before, neither was reworded into the other."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import ItemKind, Verdict
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db

_JOINED = (
    "If you join your orchards, we put together what we know of your visits to each orchard and of your harvests. "
    "From it we show you fruit that suits you and measure how it sells."
)
_SHOWN = (
    "In every orchard you see fruit on show, such as pears at the gate. "
    "We want the fruit to suit you, so we choose it for you by your visits and measure how it sells. "
    "We use your harvests and your visits to each orchard for this."
)


@pytest.mark.parametrize(
    ("beside", "told"), [(_SHOWN, "other words, or another passage of this type"), ("We mend fences.", "reworded")]
)
def test_a_passage_that_only_stayed_is_told_as_other_words(client: Client, beside: str, told: str) -> None:
    document = make_document("Larkwell")
    first = make_version(document, f"{_JOINED}\n\n{beside}", at(2026, 1, 10))
    provision = make_provision(first, "data-combination", _JOINED)
    second = make_version(document, _SHOWN, at(2026, 2, 10))
    before, now = reword(provision, second, _SHOWN, severity="medium")
    make_item(make_change(second, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, now)
    assert client.get(f"/{provision.permanent_id}.json").json()["last_event"]["told"].startswith(told)
