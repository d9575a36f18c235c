"""Documents in a language with a glossary are judged and say so; a document's language follows its text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from conductatlas.changes import comparison
from conductatlas.commands import main
from conductatlas.provisions import default_finder
from conductatlas.records.models import Change, DecisionKind, Document, Provision, StoredJudgement, Wording
from conductatlas.records.review import decide
from tests.records.worlds import (
    AGE,
    ARBITRATION,
    CHANGES,
    COOKIES,
    INTRODUCTION,
    LAW,
    LIABILITY,
    RETENTION,
    history,
    record,
    text,
    version,
)

_WELCOME = (
    "Bienvenue chez Hearthbook. Cette page vous dit comment le service fonctionne et ce que vous pouvez attendre."
)
_ENDING = "Nous pouvons suspendre ou résilier votre compte à tout moment, sans préavis."
_NO_SALE = "Nous ne vendons pas vos données personnelles à des tiers."
_FRENCH = text(_WELCOME, _ENDING, _NO_SALE, title="Conditions d’utilisation")
_GERMAN = text(
    "Willkommen bei Hearthbook. Auf dieser Seite lesen Sie, wie der Dienst arbeitet und was Sie erwarten dürfen.",
    "Sie müssen mindestens 16 Jahre alt sein, um ein Konto zu erstellen und unsere Dienste zu nutzen.",
    title="Datenschutzerklärung",
)


@pytest.mark.django_db
def test_provisions_are_recorded_with_their_own_method_and_the_pages_say_so(client: Client) -> None:
    history(_FRENCH)
    document = Document.objects.get()
    assert document.language == "fr"
    assert set(Provision.objects.values_list("clause_type", flat=True)) == {
        "unilateral-termination",
        "no-sale-commitment",
    }
    method = default_finder().reading("fr").method
    assert set(Wording.objects.values_list("method", flat=True)) == {method}
    assert set(StoredJudgement.objects.values_list("method", flat=True)) == {method}
    assert not any(Wording.objects.values_list("facts", flat=True))
    ending = Provision.objects.get(clause_type="unilateral-termination")
    for address in (document.permanent_id, ending.permanent_id):
        page = client.get(f"/{address}").content.decode()
        assert "Judged through a glossary." in page
        assert "This document is written in French" in page
        assert 'href="/methodology#glossaries"' in page
        assert "judged through a glossary" in client.get(f"/{address}.json").json()["reading_note"]
    assert client.get(f"/{document.permanent_id}.json").json()["provisions_found"] is True
    page = client.get(f"/{ending.permanent_id}.json").json()
    assert (page["quote"], page["severity"], page["facts"]) == (_ENDING, "high", [])
    assert [one["quote"] for one in page["reasons"]] == [_ENDING]


@pytest.mark.django_db
def test_what_a_reviewer_gives_another_type_is_graded_by_its_words_in_english() -> None:
    history(_FRENCH)
    ending = Provision.objects.get(clause_type="unilateral-termination")
    decide(
        ending.id,
        DecisionKind.RETYPE,
        reviewer="Ada",
        reason="It is content that may be taken down.",
        at=datetime(2024, 3, 2, 9, tzinfo=UTC),
        new_type="content-removal",
    )
    ending.refresh_from_db()
    # Without notice, which raises it: an English pattern finds that in the gloss, and not in the French.
    assert (ending.clause_type, ending.severity) == ("content-removal", "high")


@pytest.mark.django_db
def test_an_english_document_says_nothing_of_a_glossary(client: Client) -> None:
    history(text(INTRODUCTION, ARBITRATION))
    (document, provision) = Document.objects.get(), Provision.objects.get()
    for address in (document.permanent_id, provision.permanent_id):
        assert "glossary" not in client.get(f"/{address}").content.decode()
        assert client.get(f"/{address}.json").json()["reading_note"] == ""


@pytest.mark.django_db
def test_their_changes_are_told_by_provision() -> None:
    later = _FRENCH.replace(_NO_SALE.encode(), b"").replace("sans préavis".encode(), b"avec motif")
    (change,) = history(
        *(f"Mis à jour le {day} mars 2024\n\n".encode() + one for day, one in ((1, _FRENCH), (2, later)))
    )
    items = {item.provision.clause_type: item for item in change.items.select_related("provision")}
    assert {name: item.kind for name, item in items.items()} == {
        "unilateral-termination": "reworded",
        "no-sale-commitment": "removed",
    }
    assert not any(item.shifts for item in items.values())
    assert change.method.endswith(default_finder().reading("fr").method)


@pytest.mark.django_db
def test_german_is_judged_beside_french_in_one_import() -> None:
    record(version(1, _FRENCH), version(2, _GERMAN, "Hearthbook/Privacy Policy.md"), version(3, text(AGE), "Tern/T.md"))
    assert dict(Document.objects.values_list("path", "language")) == {
        "Hearthbook/Terms of Service.md": "fr",
        "Hearthbook/Privacy Policy.md": "de",
        "Tern/T.md": "",
    }
    assert StoredJudgement.objects.values("method").distinct().count() == 3


@pytest.mark.django_db
def test_what_was_recorded_before_its_language_was_read_has_its_provisions_from_its_last_text_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = version(1, _FRENCH), version(2, _FRENCH + "\n\nMerci de votre visite et à bientôt.\n".encode())
    with monkeypatch.context() as before:
        before.setattr(comparison, "reads_language", lambda language: language == "en")
        record(first)
    assert not Provision.objects.exists()
    record(first, second)
    assert set(Provision.objects.values_list("clause_type", "first_version__ordinal")) == {
        ("unilateral-termination", 1),
        ("no-sale-commitment", 1),
    }
    assert not Change.objects.get().items.exists()
    record(first, second, version(3, _FRENCH))
    assert Provision.objects.count() == 2


@pytest.mark.django_db
def test_a_document_whose_text_comes_to_be_in_a_language_that_is_read_is_judged_from_then_on() -> None:
    danish = (
        "Velkommen til Hearthbook. Denne side fortæller, hvordan tjenesten virker, og hvad du kan forvente af os.",
        "Du skal være mindst 16 år for at oprette en konto, og du skal passe godt på din adgangskode.",
    )
    grown = text(*danish, ARBITRATION, LAW, LIABILITY, RETENTION, COOKIES, CHANGES)
    record(version(1, text(*danish)), version(2, grown), version(3, grown + b"\n", days=90))
    assert Document.objects.get().language == "en"
    assert {"mandatory-arbitration", "governing-law"} <= set(Provision.objects.values_list("clause_type", flat=True))


def test_analyse_and_explain_read_them_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "conditions.md"
    path.write_bytes(_FRENCH)
    assert main(["analyse", "--format", "jsonl", str(path)]) == 0
    said = capsys.readouterr()
    assert "is written in another language (fr); judged by a glossary" in said.err
    assert '"clause_type": "no-sale-commitment"' in said.out
    assert main(["explain", str(path), str(_FRENCH.decode().index("sans"))]) == 0
    assert "graded high, adverse" in capsys.readouterr().out
