"""A change page shows, beside a sentence that came or went, what the other text has nearest to it."""

from __future__ import annotations

import pypdfium2
import pytest
from django.test import Client

from conductatlas.records.models import Verdict
from tests.records_factory import at, make_change, make_document, make_version

_REST = "\n\n".join(
    f"In house {number} of Larkwell the {number * 7}th clerk counts wool, salt and every {thing} at noon."
    for number in range(40)
    for thing in [("barge that moors", "ban", "ticket", "account of a user")[number % 4]]
)
_BEFORE = "If a barge was under a ban, users must not moor with another account or a fresh ticket to get past it."
_NOW = "Users who moor a barge with another account, though under a ban, shall lose it."


@pytest.mark.django_db
def test_each_of_the_two_is_shown_with_the_other(client: Client) -> None:
    document = make_document("Larkwell")
    make_version(document, f"# Rules\n\n{_BEFORE}\n\n{_REST}\n", at(2026, 1, 10))
    change = make_change(
        make_version(document, f"# Rules\n\n{_REST}\n\n{_NOW}\n", at(2026, 2, 10)), Verdict.SUBSTANTIVE
    )
    html = client.get(f"/{change.permanent_id}").content.decode()
    assert f"Nearest in the text now: <q>{_NOW}</q>" in html
    assert f"Nearest in the text before: <q>{_BEFORE}</q>" in html
    assert "it may be another rule." in html
    shown = client.get(f"/{change.permanent_id}.json").json()["sentences"]["shown"]
    assert sorted(one["nearest"] for one in shown) == [_BEFORE, _NOW]
    paper = pypdfium2.PdfDocument(client.get(f"/{change.permanent_id}.pdf").content)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in paper).split())
    assert f"Nearest in the text now: “{_NOW}”" in words
    assert "it may be another rule." in words
