"""A text filed under several kinds is told by what it calls itself, and moved nowhere between them."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from conductatlas.records.models import Provision, ProvisionState
from conductatlas.site.presenters.filed_as import named_otherwise
from tests.records_factory import at, make_document, make_provision, make_version, remove

_CAP = "Corvid Mail is not liable for ravens that lose their way, as Section 4 of these Terms of Use says."


@pytest.mark.parametrize(
    ("words", "filed_as", "also", "named"),
    [
        (_CAP, "Privacy Policy", ("Terms of Service",), "Terms of Use"),
        (_CAP, "Privacy Policy", ("Terms of Service (for couriers)",), "Terms of Use"),
        (_CAP, "Privacy Policy", ("Trackers Policy",), ""),
        (_CAP, "Privacy Policy", (), ""),
        (_CAP, "Terms of Service", ("Privacy Policy",), ""),
        ("The Terms of Use say more.", "Privacy Policy", ("Terms of Service",), ""),
        (f"{_CAP} This Privacy Policy is a part of them.", "Privacy Policy", ("Terms of Service",), ""),
    ],
)
def test_what_words_call_their_document(words: str, filed_as: str, also: tuple[str, ...], named: str) -> None:
    assert named_otherwise(words, filed_as, also) == named


def _seen(client: Client, provision: Provision) -> str:
    page = client.get(f"/{provision.permanent_id}").content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.django_db
def test_a_record_says_how_its_document_was_filed(client: Client) -> None:
    terms = make_provision(
        make_version(make_document("Corvid Mail"), _CAP, at(2026, 1, 10)), "liability-limitation", _CAP
    )
    policy = make_document("Corvid Mail", "Privacy Policy")
    filed = make_provision(make_version(policy, _CAP, at(2026, 1, 10)), "liability-limitation", _CAP)
    page = _seen(client, filed)
    assert page.count("Filed by the collection as Privacy Policy; its own words call it") == 2
    assert "Filed by the collection" not in _seen(client, terms)
    remove(filed, make_version(policy, "We keep what you write for a year.", at(2026, 2, 10)))
    filed.state, filed.successor = ProvisionState.MOVED, terms
    filed.save()
    page = _seen(client, filed)
    assert f"The Terms of Service stated the clause by then, too: {terms.permanent_id}" in page
    assert "no longer here; the Terms of Service stated it, too" in page
    assert "Since then the program takes the clause to be" not in page
