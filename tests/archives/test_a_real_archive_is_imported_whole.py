"""A real collection with its noise: every version is taken, and one known provision lives through all of it."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from conductatlas.commands import main
from conductatlas.records.models import Change, Document, Provision, Version

pytestmark = [pytest.mark.archives, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def imported(archives: Path, settings: object, tmp_path: Path) -> None:
    settings.DATA_DIRECTORY = tmp_path  # type: ignore[attr-defined]
    assert main(["import", "ota", str(archives / "genai-eu-versions.bundle")]) == 0


def _reworded_on(provision: Provision) -> set[date]:
    return {item.change.recorded_at.date() for item in provision.items.filter(kind="reworded").select_related("change")}


def test_the_small_collection(imported: None, archives: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Document.objects.count() == 63
    assert Version.objects.count() == 1017
    document = Document.objects.get(platform__name="Le Chat", terms_type="Terms of Service")

    # The clause by which rating an answer grants training stands from the first version on, without interruption.
    (feedback,) = Provision.objects.filter(document=document, clause_type="ai-feedback-training-grant")
    assert (feedback.severity, feedback.state) == ("high", "standing")
    assert feedback.first_version.recorded_at.date() == date(2025, 11, 11)
    wordings = list(feedback.wordings.select_related("passage", "first_version", "last_version").order_by("id"))
    assert all(wording.passage.text.startswith("**Feedback.**") for wording in wordings)
    assert all("\n\n" not in wording.passage.text for wording in wordings)
    assert [wording.places for wording in wordings] == [1] + [2] * (len(wordings) - 1)
    good = list(document.versions.filter(failed=False).order_by("ordinal").values_list("ordinal", flat=True))
    for wording, following in itertools.pairwise(wordings):
        assert wording.last_version is not None
        after = good.index(wording.last_version.ordinal) + 1
        assert good[after] == following.first_version.ordinal
    assert set(feedback.items.values_list("kind", flat=True)) == {"reworded"}

    # The page that failed to load on 15 December removed nothing; the renamed product of 28 May reworded it.
    failed = Change.objects.get(document=document, verdict="failed")
    assert (failed.recorded_at.date(), failed.version.text.size, failed.items.count()) == (date(2025, 12, 15), 31, 0)
    assert date(2026, 5, 28) in _reworded_on(feedback)

    # Versions in which only drawn characters and tokens in image addresses move are technical and touch nothing.
    shuffles = Change.objects.filter(
        document=document, recorded_at__date__gte=date(2026, 2, 26), recorded_at__date__lte=date(2026, 3, 9)
    ).exclude(version__reference__startswith="01828f1")
    assert shuffles.count() == 11
    assert {(change.verdict, change.items.count()) for change in shuffles} == {("technical", 0)}

    # A second run takes nothing.
    before = Change.objects.count()
    capsys.readouterr()
    assert main(["import", "ota", str(archives / "genai-eu-versions.bundle")]) == 0
    assert Change.objects.count() == before
