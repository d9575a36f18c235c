"""A list that shows a part of a long clause shows the sentence that states its type, wherever it stands in it."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Provision
from conductatlas.site.presenters.stating_words import stating_words
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db
_SETTING = (
    "Larkwell was founded beside a river, and its mills have ground the corn of the valley ever since. "
    "The wheels turn from dawn to dusk, and the miller writes the weight of each sack on a slate by the door."
)
_SALE = "We sell your personal information to data brokers and to advertisers for money."
_LIST = f"""{_SETTING}

We may disclose your personal information to:

- the carters who bring the flour to your door in the morning
- the police, a court or another government authority that asks for it by law"""


def _clause(clause_type: str, words: str, language: str = "en") -> Provision:
    document = make_document("Larkwell", "Privacy Policy")
    document.language = language
    document.save()
    return make_provision(make_version(document, words, at(2026, 1, 1)), clause_type, words, severity="high")


def _shown(provision: Provision, length: int = 150) -> str:
    return stating_words(provision.wordings.select_related("provision__document", "passage").get(), length)


def test_a_sentence_far_down_is_shown_from_its_beginning() -> None:
    clause = _clause("data-sale", f"{_SETTING} {_SALE}")
    assert _shown(clause) == f"… {_SALE}"


def test_the_pages_of_the_type_and_of_the_document_show_it() -> None:
    clause = _clause("data-sale", f"{_SETTING} {_SETTING} {_SALE}")
    for path in ("/clause-types/data-sale", f"/{clause.document.permanent_id}"):
        html = Client().get(path).content.decode()
        assert f"… {_SALE}" in html
        assert "Larkwell was founded" not in html


def test_an_item_is_shown_behind_the_line_that_leads_into_it() -> None:
    clause = _clause("government-disclosure", _LIST)
    assert _shown(clause, 200) == (
        "… We may disclose your personal information to: … the police, a court or another government authority that "
        "asks for it by law"
    )


def test_first_words_that_show_it_stay() -> None:
    clause = _clause("data-sale", f"{_SALE} {_SETTING}")
    assert _shown(clause).startswith("We sell your personal information")
    assert _shown(clause).endswith(" …")


def test_a_sentence_that_goes_back_to_the_one_before_is_shown_with_it() -> None:
    brokers = "Many brokers come to our door."
    sold = "They may buy your personal information from us: such a sale is made for monetary consideration."
    assert _shown(_clause("data-sale", f"{_SETTING} {brokers} {sold}")) == f"… {brokers} {sold}"


def test_of_a_language_in_which_no_sentence_is_judged_by_itself_the_first_words_are_shown() -> None:
    assert _shown(_clause("data-sale", f"{_SETTING} {_SALE}", "de")).startswith("Larkwell was founded")


def test_of_a_clause_that_no_sentence_states_by_itself_the_first_words_are_shown() -> None:
    assert _shown(_clause("data-sale", f"{_SETTING} {_SETTING}")).startswith("Larkwell was founded")
