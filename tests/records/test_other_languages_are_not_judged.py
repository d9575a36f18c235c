"""A document in another language than the model reads is recorded, and holds no wrongly found provisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from conductatlas.commands import main
from conductatlas.records.models import Change, Document, Provision
from tests.records.worlds import history

_GERMAN = """\
# Nutzungsbedingungen

Diese Bedingungen gelten für alle Nutzerinnen und Nutzer unserer Dienste. Mit der Nutzung stimmen Sie ihnen zu.

Wir können diese Bedingungen jederzeit ändern und benachrichtigen Sie mindestens dreißig Tage vorher per E-Mail.

Es gilt das Recht der Bundesrepublik Deutschland, und Gerichtsstand ist Hamburg, soweit das Gesetz es erlaubt.
"""


@pytest.mark.django_db
def test_its_versions_are_followed_without_provisions_and_its_page_says_so(client: Client) -> None:
    (change,) = history(_GERMAN.encode(), _GERMAN.replace("dreißig", "vierzehn").encode())
    document = Document.objects.get()
    assert document.language == "de"
    assert not Provision.objects.exists()
    assert Change.objects.get() == change
    page = client.get(f"/{document.permanent_id}").content.decode()
    assert "This document is written in German." in page
    assert client.get(f"/{document.permanent_id}.json").json()["provisions_found"] is False


def test_analyse_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bedingungen.md"
    path.write_text(_GERMAN, encoding="utf-8")
    assert main(["analyse", "--format", "jsonl", str(path)]) == 0
    said = capsys.readouterr()
    assert "is written in another language (de); not judged" in said.err
    assert said.out == ""
