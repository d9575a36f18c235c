"""A document in another language than the model reads is recorded, and holds no wrongly found provisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from conductatlas.commands import main
from conductatlas.records.models import Change, Document, Provision
from tests.records.worlds import history

_DANISH = """\
# Brugsvilkår

Disse vilkår gælder for alle brugere af vores tjenester. Ved at bruge dem accepterer du vilkårene.

Vi kan til enhver tid ændre disse vilkår og giver dig besked mindst tredive dage før pr. e-mail.

Dansk ret gælder, og sager føres ved retten i København, hvis loven tillader det.
"""


@pytest.mark.django_db
def test_its_versions_are_followed_without_provisions_and_its_page_says_so(client: Client) -> None:
    (change,) = history(_DANISH.encode(), _DANISH.replace("tredive", "fjorten").encode())
    document = Document.objects.get()
    assert document.language == "da"
    assert not Provision.objects.exists()
    assert Change.objects.get() == change
    page = client.get(f"/{document.permanent_id}").content.decode()
    assert "This document is written in Danish." in page
    assert client.get(f"/{document.permanent_id}.json").json()["provisions_found"] is False


def test_analyse_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "vilkår.md"
    path.write_text(_DANISH, encoding="utf-8")
    assert main(["analyse", "--format", "jsonl", str(path)]) == 0
    said = capsys.readouterr()
    assert "is written in another language (da); not judged" in said.err
    assert said.out == ""
