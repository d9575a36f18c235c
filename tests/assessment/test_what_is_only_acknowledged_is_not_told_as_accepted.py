"""A composed sentence says no more than the words: what is acknowledged, deleted as a whole, or said of one role."""

from __future__ import annotations

from tests.assessment.composed import composed, written


def test_to_acknowledge_is_not_to_accept() -> None:
    told = written(composed("business-transfer", "You acknowledge that data can be transferred to a buyer."))
    assert "you acknowledge in advance that it can happen" in told
    assert "accept it in advance" not in told
    both = written(composed("business-transfer", "You acknowledge and agree that data is transferred to a buyer."))
    assert "By its words you accept it in advance." in both
    assert "acknowledge in advance" not in both


def test_to_delete_all_is_not_to_delete_some_things() -> None:
    told = written(composed("deletion-right", "If you want to leave, you may choose to delete your entire account."))
    assert "The account you can delete yourself" in told
    assert "Some things" not in told


def test_whom_to_ask_is_not_answered_by_one_role_alone() -> None:
    question = "Whom do I ask about my data"
    alone = composed("data-processing-terms", "Larkwell handles customer data as a data controller.")
    assert not any(question in one.question for one in alone.faq)
    both = "Larkwell is a data controller of account data. For all other data it is a processor for the customer."
    assert any(question in one.question for one in composed("data-processing-terms", both).faq)


def test_an_advert_has_an_audience_without_data_on_people() -> None:
    fits = "By its words data are used to choose adverts"
    shown = "Once displayed, ads may be shown outside of the targeted audience, with the page that runs the ads."
    assert fits not in written(composed("targeted-advertising", shown))
    assert fits in written(composed("targeted-advertising", "We use what we know of you to show targeted ads."))


def test_that_a_right_is_explained_is_no_way_to_delete_things() -> None:
    told = written(composed("deletion-right", "You have special rights. These include how you can erase data on you."))
    assert "Some things you can delete yourself" not in told
    assert "Some things" in written(composed("deletion-right", "In the settings you can erase songs and lists."))
