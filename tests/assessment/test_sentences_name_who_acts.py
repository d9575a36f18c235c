"""Sentences on who does what name the company that a document names as its party, not the product that people use."""

from __future__ import annotations

import pytest

from conductatlas.assessment import company_named, compose
from conductatlas.catalogue import Severity, load_catalogue, load_prose


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ('These Terms are between you and Tidewater Labs, Inc. ("Tidewater," "we" or "us").', "Tidewater"),
        ('We at Tidewater (together with our affiliates, "Tidewater", "we", "our" or "us") care.', "Tidewater"),
        ('The app of tidewaterLabs LLC ("tLabs", "we", "us").', "tLabs"),
        ('Tidewater is a company of Norland ("We", "Us" or "Tidewater").', "Tidewater"),
        ("Our Services are provided to you by: Tidewater Labs Ireland Ltd, a company.", "Tidewater Labs"),
        ('between the organisation that agrees ("Customer") and the Tidewater Contracting Party', "Tidewater"),
        ("This is an agreement between Tidewater Labs and you.", "Tidewater Labs"),
        ('This policy tells how Tidewater Labs, Inc ("we", "our" or "us") uses data.', "Tidewater Labs"),
        ('Below, Tidewater Group is referred to as Tidewater, "our", "us" or "we".', "Tidewater"),
        ('Services provided by TW Corporation ("we," "us," or "our").', "TW Corporation"),
        ("The entity providing the Service in the European Economic Area is Tidewater Limited.", "Tidewater"),
        # The product bears the company's name, or nobody else is named.
        ("A contract between you and Larkwell Chat AB.", "Larkwell Chat"),
        ("A contract between you and us. The API is provided by Brook Inc.", "Larkwell Chat"),
        ("Disputes between you and the Merchant are yours.", "Larkwell Chat"),
        ("", "Larkwell Chat"),
    ],
)
def test_the_company_is_read_from_how_a_document_begins(text: str, company: str) -> None:
    assert company_named(text, "Larkwell Chat") == company


def test_who_acts_and_what_is_used_are_told_apart() -> None:
    kind = load_catalogue()["monitoring-rights"]
    prose = load_prose().get(kind.id)
    words = "We have no obligation to monitor content."
    assessment = compose(kind, prose, Severity.MEDIUM, [], "Larkwell Chat", company="Tidewater", words=words)
    assert assessment is not None
    assert assessment.what[-1] == "This is a document of the company behind Larkwell Chat, here called Tidewater."
    assert assessment.faq[0].question == "If Tidewater monitors the service, must it protect me from abuse?"
    assert assessment.what[0] == "It says that Tidewater need not watch or review."
    own = compose(kind, prose, Severity.MEDIUM, [], "Larkwell Chat")
    assert own is not None
    assert "Tidewater" not in " ".join(own.what)
