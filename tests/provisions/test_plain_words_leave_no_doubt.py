"""Plain words make the model sure of a type that it finds in a passage which says much else; alone they find none."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import Unit, default_finder
from conductatlas.provisions.cues import load_plain_words

_MIXED = "We collect what you enter and the messages that you write. We also note when you were last aboard. "


def _unit(passage: str) -> Unit:
    return Unit(0, 0, 0, len(passage), "", "", passage, "")


def _chances(passage: str) -> dict[str, float]:
    return dict(default_finder().judge([_unit(passage)])[0])


def test_one_plain_sentence_settles_a_type_amid_others() -> None:
    passage = f"{_MIXED}Please note that your profile may be visible to other users."
    explained = {one.clause_type: one for one in default_finder().explain(_unit(passage))}
    assert _chances(passage)["public-by-default"] == 0.85
    assert explained["public-by-default"].settled


def test_the_types_beside_it_stay_as_sure_as_they_were() -> None:
    passage = f"{_MIXED}Please note that your profile may be visible to other users."
    explained = {one.clause_type: one for one in default_finder().explain(_unit(passage))}
    assert not explained["personal-data-collected"].settled
    assert _chances(passage)["personal-data-collected"] < 0.8


@pytest.mark.parametrize(
    ("clause_type", "passage"),
    [
        ("third-party-data-sources", "The gulls get fish from other users of the pier."),
        ("age-requirement", "A mast must be at least 18 feet high."),
    ],
)
def test_plain_words_find_nothing_where_the_model_does_not(clause_type: str, passage: str) -> None:
    assert load_plain_words()[clause_type].search(passage.lower())
    assert _chances(passage).get(clause_type, 0.0) < default_finder().threshold(clause_type)


def test_what_the_model_is_surer_of_stays_so() -> None:
    passage = "We will notify you by e-mail at least 30 days before any changes to these terms take effect."
    assert load_plain_words()["terms-change-notice"].search(passage.lower())
    assert _chances(passage)["terms-change-notice"] > 0.9


def test_a_page_in_one_block_is_settled_by_no_plain_words() -> None:
    page = f"{_MIXED * 50}Please note that your profile may be visible to other users."
    assert _chances(page).get("public-by-default", 0.0) < 0.85


@pytest.mark.parametrize(
    ("clause_type", "passage", "is_plain"),
    [
        ("objection-opt-out-right", "You can opt out of the harbour letter.", True),
        ("objection-opt-out-right", "You may not opt out of the harbour letter.", False),
        ("deletion-right", "You can ask us to erase your personal data.", True),
        ("deletion-right", "We erase logs each night.", False),
        ("content-removal", "We may remove posts on other harbours.", True),
        ("content-removal", "We will not remove posts on other harbours.", False),
        ("content-removal", "When an account is closed, we will delete the content associated with it.", False),
        ("user-termination", "You may cancel your subscription in spring.", True),
        ("user-termination", "You may not cancel your subscription in spring.", False),
        ("unilateral-terms-change", "We may update these terms from time to time.", True),
        ("unilateral-terms-change", "You may update your profile from time to time.", False),
        ("terms-change-notice", "We will give you 14 days advance notice of changes that affect you.", True),
        ("terms-change-notice", "We may change these terms without notice.", False),
        ("retention-period", "Logs are kept until the end of the season.", True),
        ("retention-period", "Logs are kept in the tower.", False),
        ("age-requirement", "You must be at least 16 to row.", True),
        ("age-requirement", "A boat has at least 16 oars.", False),
    ],
)
def test_plain_words_say_who_does_what(clause_type: str, passage: str, is_plain: bool) -> None:
    assert (load_plain_words()[clause_type].search(passage.lower()) is not None) is is_plain


def test_plain_words_are_of_types_that_there_are() -> None:
    assert load_plain_words().keys() <= {one.id for one in load_catalogue()}


def test_no_words_settle_what_is_read_through_a_glossary() -> None:
    passage = "Votre profil peut être visible par les autres utilisateurs. Nous notons vos messages."
    explained = default_finder().reading("fr").explain(_unit(passage))
    assert not any(one.settled for one in explained)
