"""What is told of a clause in French or German rests on the English words for it, as its type does."""

from __future__ import annotations

import pytest

from conductatlas.records.models import Collection, Document, Passage, Platform, Provision, Wording
from conductatlas.site.presenters.analysis import analyse_provision

pytestmark = pytest.mark.django_db

_ENGLISH = "You can cancel your subscription at any time. The contract then ends at the end of the month."
_GERMAN = "Sie können Ihr Abonnement jederzeit kündigen. Der Vertrag endet dann am Ende des Monats."


def _told(quote: str, language: str) -> str:
    platform = Platform(name="Larkwell")
    document = Document(platform=platform, collection=Collection(name="sample"), language=language)
    provision = Provision(document=document, clause_type="user-termination", severity="none", stance="protective")
    wording = Wording(provision=provision, passage=Passage(text=quote, sha256="0" * 64), facts=[], stance="protective")
    assessment = analyse_provision(provision, wording, "Larkwell", confidence=0.95).assessment
    assert assessment is not None
    return " ".join((*assessment.what, *assessment.do, *assessment.impact))


def test_a_german_clause_is_told_by_its_english_words() -> None:
    assert _told(_GERMAN, "de") == _told(_ENGLISH, "en")
    assert _told(_GERMAN, "de") != _told(_GERMAN, "en")
