"""A change page shows, beside a sentence that came or went, what the other text has nearest to it."""

from __future__ import annotations

import pypdfium2
import pytest
from django.test import Client

from conductatlas.records.models import Verdict
from tests.records_factory import at, make_change, make_document, make_version
from tests.two_wordings import REST

_BEFORE = "In no event shall the mill be liable for indirect, incidental or consequential damages."
_NOW = "The mill excludes all liability for indirect or consequential loss of its customers, however it arose."


@pytest.mark.django_db
def test_each_of_the_two_is_shown_with_the_other(client: Client) -> None:
    document = make_document("Larkwell")
    make_version(document, f"# Rules\n\n{_BEFORE}\n\n{REST}\n", at(2026, 1, 10))
    change = make_change(make_version(document, f"# Rules\n\n{REST}\n\n{_NOW}\n", at(2026, 2, 10)), Verdict.SUBSTANTIVE)
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
