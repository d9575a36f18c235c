"""Where to read or ask, what a page is called and where somebody lives change to the letter, in a provision too."""

from __future__ import annotations

import pytest

from conductatlas.changes.layout.itself import is_pointer
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.verdicts.differences import Weight, weight_of_block, weight_of_edit
from conductatlas.reading import read_markdown


def _edited(old: str, new: str) -> Weight:
    before, after = (read_markdown(f"{visible}\n\nThe Harbour Rules bind each harbour.") for visible in (old, new))
    names = Names(before, after, [(old, new)])
    return weight_of_edit(old, new, names, in_provision=True)


def _lone(visible: str) -> Weight:
    return weight_of_block(visible, visible, stands_in_other=False, in_provision=True)


_RULES = (
    "Learn more about our rules for those who keep boats, our rules for those who mend nets, our rules for those who "
    "build piers, our rules for those who paint hulls, our rules for those who sell ropes, our rules for buoys and our "
    "rules for contests."
)
_ADDRESS = (
    "If anybody wants to lay a claim to a boat that was found by those who keep the harbour for those of the town, "
    "then such a claim may be made by a letter sent to us at 12 Quay Street B2, Lower Town, NV 89012, and it must be "
    "signed by whoever owns the boat."
)
_ANNOUNCED = (
    "We're updating our Terms of Service on 30 July 2026 to make it easier for you to see what to expect from Corvid, "
    "and what Corvid expects from you, as you use the harbours. "
)
_WHOM_TO_WRITE_TO = (
    "If you have any specific question about how Corvid keeps to the laws of Kestrel or uses your data, contact our "
    "officer at Raven Group Ltd, Upper Offices, Quay Park, Lower Town, KS2 6JT, rook@raven.example."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "To use these rights, please email help@corvid.example.",
            "To use these rights, please submit a data request.",
        ),
        ("You must pay by the list of prices.", "You must pay by the list of prices, available here."),
        ("You must watch the Status Dashboard.", "You must watch the Corvid Office Status Dashboard."),
        ("You must follow our Boat Owners Policy.", "You must follow our Corvid Boat Owners Policy."),
        (_ADDRESS, _ADDRESS.replace("12 Quay Street B2, Lower Town, NV 89012", "P.O. Box 609, Upper Town, TN 37206")),
        (
            "To learn more, please see our rules at https://corvid.example/rules. You may refuse.",
            "To learn more, please see our rules. You may refuse.",
        ),
        ("Refunds. If you purchased a credit, it may end.", "Refunds. f you purchased a credit, it may end."),
        (_RULES, _RULES.replace(" our rules for buoys and", " and")),
        (
            "See how we close accounts. Visit our Harbour Rights page for more information.",
            "See how we close accounts. Visit our Harbour Rights page for more information, including how agents ask.",
        ),
        ("The form is here.", 'The form is <%= link_to "here", form_path("Refund.pdf") %>.'),
        ("Please contact us by the methods provided below:", "Please contact us:"),
    ],
)
def test_such_differences_are_editorial(old: str, new: str) -> None:
    assert _edited(old, new) < Weight.SUBSTANTIVE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "To use these rights, please email help@corvid.example.",
            "To use these rights, please submit a data request within 30 days.",
        ),
        ("You must pay by the list of prices.", "You must pay by the list of prices, available to members."),
        ("You must watch the Status Dashboard.", "You must watch the Status Dashboard and all notices."),
        ("You must follow our Boat Owners Policy.", "You must follow no Boat Owners Policy."),
        ("We and Heron have access to it.", "We and Raven Harbour Ltd have access to it."),
        (_RULES, _RULES.replace("for contests.", "for contests. You may opt out.")),
        (
            "See how we close accounts. Visit our Harbour Rights page for more information.",
            "See how we close accounts. Visit our Harbour Rights page for more information. You must pay for it.",
        ),
        ("Please contact us by the methods provided below:", "Please contact us within 30 days:"),
    ],
)
def test_what_only_looks_like_them_is_substantive(old: str, new: str) -> None:
    assert _edited(old, new) is Weight.SUBSTANTIVE


@pytest.mark.parametrize(
    "visible",
    [
        "Raven, Inc., located at 12 Quay Street, Lower Town, NV 89012.",
        "You may also reach out to our officer directly: Rook Starling rook@corvid.example.",
        "To submit a request about your data, please go here.",
        "If you would like to review our other terms, please use these links: Heron – https://heron.example/terms",
        f"{_ANNOUNCED}Until then, the terms below continue to apply.",
        "2 May 2026 “Article 3. Storage” and “Article 7. Shipping” were modified.",
        "For details about what happens to boats that nobody claims, please see this page.",
        "If you are a resident of Kestrel, you can find specific information on boats here.",
        "For the harbours of the north, please click here for a summary and here for other information.",
        "You can find our figures on claims in the last year here.",
        "Read Corvid's rules of the pier.",
        "More information on the lamps of the pier.",
        "Complaints on what a harbour charges can be sent to Rook Starling.",
        "If you want to be listed, you can send an e-mail to boats@corvid.example.",
        "Contactez le bureau des ports de Corvid.",
        _WHOM_TO_WRITE_TO,
    ],
)
def test_where_to_write_and_what_to_read_is_editorial_where_it_comes(visible: str) -> None:
    assert _lone(visible) is Weight.EDITORIAL


@pytest.mark.parametrize(
    "visible",
    [
        "Do you have JavaScript turned off? Sorry, but this form won't work.",
        "Enter your email to be added.",
        "Get started for free, or ask for a demo to discuss larger boats",
    ],
)
def test_what_a_form_says_is_none_of_the_text(visible: str) -> None:
    assert _lone(visible) is Weight.TECHNICAL


@pytest.mark.parametrize(
    "visible",
    [
        "Raven, Inc., located at 12 Quay Street, may refuse it.",
        "To submit a request about your data, you must pay here.",
        "If you are a resident of Kestrel, you can opt out here.",
        "Data may be sent to the Kestrel Islands.",
        "We may reach out to the harbours of your friends.",
        f"{_ANNOUNCED}If you stay with us then, you agree to the new terms.",
    ],
)
def test_what_only_looks_like_that_is_substantive(visible: str) -> None:
    assert _lone(visible) is Weight.SUBSTANTIVE


def test_another_invitation_to_a_visitor_is_none_of_the_text() -> None:
    old, new = (f"Register now for Corvid Days in Lower Town, {rest}." for rest in ("from 2 to 4 May", "and save $99"))
    assert _edited(old, new) is Weight.TECHNICAL


@pytest.mark.parametrize("noun", ["guidance", "details", "information"])
def test_what_one_can_read_about_is_nothing_that_is_said(noun: str) -> None:
    pointer = f"Further {noun} on forbidden cargo that breaks our rules can be found here"
    assert _lone(f"{pointer}.") is Weight.EDITORIAL
    assert _lone(f"{pointer}, and you must not carry it.") is Weight.SUBSTANTIVE


def test_to_whom_information_is_open_is_no_pointer() -> None:
    assert is_pointer("Review a summary of key changes")
    assert not is_pointer("More information about guests may be sold.")
    assert _lone("Information on sales is available to our partners.") is Weight.SUBSTANTIVE
