"""Beside a grade stands what moves others of its type, without a word on what the clause lacks."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from conductatlas.catalogue import load_catalogue
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_WORDS = "We may end your account at our sole discretion, and for no reason at all."


@pytest.mark.parametrize(
    ("clause_type", "words", "severity", "raised", "lowered"),
    [
        ("unilateral-termination", _WORDS, "high", False, True),
        ("unilateral-termination", _WORDS, "medium", False, False),
        ("unilateral-termination", "We end your account at our discretion if you break a rule.", "high", False, False),
        ("third-party-sharing", "Others receive what you post.", "medium", True, True),
        ("third-party-sharing", "Others receive what you post.", "high", False, True),
        ("third-party-sharing", "Others receive what you post.", "low", True, False),
        ("third-party-sharing", "Others receive what you post to market their wares.", "medium", False, True),
        ("government-disclosure", "We tell the police what we believe an emergency calls for.", "medium", False, False),
        ("indefinite-retention", "We keep your letters for archival purposes.", "high", False, False),
        ("indefinite-retention", "We keep your letters forever.", "high", False, True),
    ],
)
def test_only_what_the_words_do_not_touch_is_told(
    client: Client, clause_type: str, words: str, severity: str, *, raised: bool, lowered: bool
) -> None:
    version = make_version(make_document("Larkwell", "Terms of Service"), words, at(2026, 3, 1))
    provision = make_provision(version, clause_type, words, severity=severity)
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert ("raised to high when" in page) is raised
    assert ("lowered to" in page) is lowered


def test_what_a_clause_does_not_say_is_not_sought_in_its_words(client: Client) -> None:
    version = make_version(make_document("Larkwell"), "We move data to Ostmark.", at(2026, 3, 1))
    provision = make_provision(version, "international-transfer", "We move data to Ostmark.", severity="low")
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "merely by using the service." in page
    assert "no safeguard" not in page


def test_a_grade_is_not_said_to_be_raised_without_notice(client: Client) -> None:
    words = "We may change our prices."
    version = make_version(make_document("Larkwell"), words, at(2026, 3, 1))
    provision = make_provision(version, "price-change", words, severity="medium")
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "raised to high when it says that prices can change without notice" in page
    assert "raised to high without" not in page


def test_every_note_on_what_moves_a_grade_ends_a_sentence() -> None:
    grades = r"(?:none|low|medium|high)(?: or high|, or none and protective,| and protective)?"
    no_subject = r"(?:also |only )?(?:for|on|with|by|limited|narrow|voluntary|at)\b|only '"
    reads_on = re.compile(rf"{grades} when (?!{no_subject})")
    notes = [note for one in load_catalogue() for note in (one.raise_note, one.lower_note) if note]
    assert notes
    assert [part for note in notes for part in note.split("; ") if not reads_on.match(part)] == []


def test_the_grade_and_the_citations_of_a_doubted_finding_say_so(client: Client) -> None:
    version = make_version(make_document("Larkwell"), _WORDS, at(2026, 3, 1))
    provision = make_provision(version, "unilateral-termination", _WORDS, severity="high")
    path = f"/{provision.permanent_id}"
    assert "[type in doubt, not reviewed]" not in client.get(f"{path}.txt").content.decode()
    provision.wordings.update(confidence=0.6)
    page = client.get(path).content.decode()
    assert (
        "adverse, if it is a clause of this type. In the catalogue every clause of this type starts at this grade."
        in page
    )
    for form in ("txt", "bib", "ris"):
        assert "[type in doubt, not reviewed]" in client.get(f"{path}.{form}").content.decode()
