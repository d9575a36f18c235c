"""A reviewer's text stands in place of the composed one, says whose it is, and ends when the words change."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from conductatlas.commands import main
from conductatlas.records.models import Erratum, Provision, Section, Writing
from conductatlas.records.review import ReviewError
from conductatlas.records.writing import write
from tests.records.worlds import ARBITRATION, LAW, record, text, version

pytestmark = pytest.mark.django_db


@pytest.fixture
def law() -> Provision:
    """A standing provision."""
    record(version(1, text(ARBITRATION, LAW)))
    return Provision.objects.get(clause_type="governing-law")


def _write(provision: Provision, section: str, words: str, *, reviewer: str = "Ada") -> Writing:
    return write(provision.id, section, words, reviewer=reviewer, reason="It was off.", at=timezone.now())


def test_a_text_replaces_the_composed_one_and_says_so(client: Client, law: Provision) -> None:
    composed = client.get(f"/{law.permanent_id}.json").json()["analysis"]["assessment"]
    _write(law, Section.WHY, "A first\nparagraph.\n\nA <second> one.")
    page = client.get(f"/{law.permanent_id}").content.decode()
    analysis = client.get(f"/{law.permanent_id}.json").json()["analysis"]
    assert analysis["assessment"]["why"] == ["A first paragraph.", "A <second> one."]
    assert analysis["assessment"]["what"] == composed["what"]
    assert [(one["section"], one["reviewer"]) for one in analysis["written"]] == [("why", "Ada")]
    assert "Written by a reviewer" in page
    assert "A &lt;second&gt; one." in page
    assert composed["in_general"]["why"][0] not in page


def test_a_text_on_the_exposure_takes_the_place_of_the_composed_one(client: Client, law: Provision) -> None:
    assert client.get(f"/{law.permanent_id}.json").json()["institutional"]["exposure"]
    _write(law, Section.EXPOSURE, "Little exposed: a court said so.")
    page = client.get(f"/{law.permanent_id}").content.decode()
    assert "Little exposed: a court said so." in page
    assert "This counts what the register holds" not in page
    values = client.get(f"/{law.permanent_id}.json").json()["institutional"]
    assert values["exposure"] is None
    assert values["groups"]


def test_the_latest_text_holds_and_none_is_lost(client: Client, law: Provision) -> None:
    _write(law, Section.WHAT, "One.")
    _write(law, Section.WHAT, "Two.", reviewer="Ben")
    assert client.get(f"/{law.permanent_id}.json").json()["analysis"]["assessment"]["what"] == ["Two."]
    _write(law, Section.WHAT, "")
    assert client.get(f"/{law.permanent_id}.json").json()["analysis"]["written"] == []
    assert list(Writing.objects.order_by("id").values_list("text", "superseded")) == [
        ("One.", True),
        ("Two.", True),
        ("", False),
    ]


def test_each_text_that_changes_a_record_stands_in_the_errata_log(client: Client, law: Provision) -> None:
    _write(law, Section.WHAT, "")
    assert not Erratum.objects.exists()
    _write(law, Section.WHAT, "One.")
    _write(law, Section.WHAT, "One.")
    _write(law, Section.WHAT, "Two. " * 200, reviewer="Ben")
    _write(law, Section.WHAT, "")
    two, composed = f"What it is: {' '.join(['Two.'] * 200)}", "What it is: as the program composes it."
    assert list(Erratum.objects.order_by("id").values_list("record", "kind", "before", "after", "decided_by")) == [
        (law.permanent_id, "corrected", composed, "What it is: One.", "Ada"),
        (law.permanent_id, "corrected", "What it is: One.", two, "Ben"),
        (law.permanent_id, "corrected", two, composed, "Ada"),
    ]
    page = client.get("/errata").content.decode()
    assert "<dt>It said</dt><dd>What it is: One.</dd>" in page
    assert two not in page
    assert client.get("/errata.json").json()["errata"][0]["before"] == two


def test_a_text_ends_when_the_words_change(client: Client, law: Provision) -> None:
    _write(law, Section.WHAT, "On the old words.")
    record(version(1, text(ARBITRATION, LAW)), version(2, text(ARBITRATION, LAW.replace("Netherlands", "Ireland"))))
    assert Provision.objects.get(clause_type="governing-law") == law
    assert "On the old words." not in client.get(f"/{law.permanent_id}").content.decode()


@pytest.mark.parametrize(
    ("section", "words", "reviewer", "says"),
    [
        ("all", "Words.", "Ada", "'all' is no section"),
        ("what", "Words.", " ", "needs a reviewer"),
        ("what", "x" * 5_001, "Ada", "has 5,001 characters"),
    ],
)
def test_a_text_that_is_not_fit_is_refused(law: Provision, section: str, words: str, reviewer: str, says: str) -> None:
    with pytest.raises(ReviewError, match=says):
        _write(law, section, words, reviewer=reviewer)
    assert not Writing.objects.exists()
    assert not Erratum.objects.exists()


def test_a_text_is_written_and_withdrawn_from_the_command_line(
    tmp_path: Path, law: Provision, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "text.txt"
    file.write_text("It names a law.\n", encoding="utf-8")
    said = ["--by", "Ada", "--reason", "Plainer."]
    assert main(["review", "write", law.permanent_id, "what", "--file", str(file), *said]) == 0
    assert capsys.readouterr().out == f"{law.permanent_id} what it is: written, by Ada\n"
    assert main(["review", "write", law.permanent_id, "what", "--withdraw", *said]) == 0
    assert "composed again" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "holds no text"), (b"\xff\xfe", "is not UTF-8 (byte 1)"), (b"a\0b", "null byte")]
)
def test_a_file_that_holds_no_text_is_told_in_one_line(
    tmp_path: Path, law: Provision, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(content)
    arguments = ["review", "write", law.permanent_id, "what", "--file", str(file), "--by", "Ada", "--reason", "Plain."]
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert not Writing.objects.exists()
