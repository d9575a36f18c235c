"""A page says of which graver types single sentences of its words are, where no record on these words tells."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_SAFEGUARDS = "We protect your data with encryption, access controls and other technical and organisational measures."
_INDEMNITY = "You agree to indemnify and hold us harmless from any claims of third parties that arise from your use."


def _page(client: Client, words: str, *others: str) -> str:
    version = make_version(make_document("Larkwell"), words, at(2026, 1, 1))
    provision = make_provision(version, "security-measures", words)
    for other in others:
        make_provision(version, other, words)
    return client.get(f"/{provision.permanent_id}").content.decode()


def test_a_sentence_of_another_type_is_told(client: Client) -> None:
    seen = _page(client, f"{_SAFEGUARDS} {_INDEMNITY}")
    assert "its words also read as: Indemnification by the user. The grade is for the type named at the top." in seen


def test_what_a_record_on_the_same_words_tells_is_told_once(client: Client) -> None:
    seen = _page(client, f"{_SAFEGUARDS} {_INDEMNITY}", "user-indemnification")
    assert "These words were found to contain other clauses, too" in seen
    assert "its words also read as" not in seen


def test_what_is_no_graver_is_not_told(client: Client) -> None:
    version = make_version(make_document("Larkwell"), words := f"{_INDEMNITY} {_SAFEGUARDS}", at(2026, 1, 1))
    provision = make_provision(version, "user-indemnification", words)
    assert "its words also read as" not in client.get(f"/{provision.permanent_id}").content.decode()


def test_a_single_sentence_is_what_the_page_is_about(client: Client) -> None:
    assert "its words also read as" not in _page(client, _INDEMNITY)
