"""Documents, words and headings tell whether a clause is between businesses, and for the people of which places."""

from __future__ import annotations

import pytest

from conductatlas.assessment.addressees import (
    between_businesses,
    for_businesses,
    people_at_outset,
    people_left_out,
    people_under,
    people_who_use_it,
)


@pytest.mark.parametrize(
    ("terms_type", "words", "so"),
    [
        ("Terms of Service", "You may cancel at any time.", False),
        ("Terms of Service", "Customer shall pay all fees within 30 days.", True),
        ("Terms of Service", "CUSTOMER IS SOLELY RESPONSIBLE FOR ITS USE OF THE MODELS.", True),
        ("Privacy Policy", "Categories of the California Customer Records statute.", False),
        ("Terms of Service", "Customers can reach our team by e-mail.", False),
        ("Terms of Service", "As our Customer, you shall pay all fees.", False),
        ("Terms of Service", "Fees are stated in your order form.", True),
        ("Developer Terms", "You may not sell the interface.", True),
        ("Privacy Policy", "We keep data for a year.", False),
    ],
)
def test_a_clause_between_businesses_is_told_by_document_or_words(terms_type: str, words: str, *, so: bool) -> None:
    assert between_businesses(terms_type, words) is so


@pytest.mark.parametrize(
    ("heading", "people"),
    [
        ("Your rights under the GDPR", {"EEA residents"}),
        ("European Economic Area, United Kingdom or Switzerland", {"EEA residents", "UK residents", "Swiss residents"}),
        ("4. For consumers residing in Poland", {"EEA residents"}),
        ("CCPA privacy", {"California residents"}),
        ("Colorado/Connecticut/Virginia", {"Colorado residents", "residents of other US states"}),
        ("U.S. state disclosures", {"US residents"}),
        ("Addendum for Korea", {"residents elsewhere"}),
        ("If you live outside the European Union", set()),
        ("Transfers to the United States", set()),
        ("CONTACT US ABOUT USAGE", set()),
        ("UKRAINE", set()),
        ("", set()),
    ],
)
def test_a_heading_tells_the_people_of_which_places_it_is_for(heading: str, people: set[str]) -> None:
    assert people_under([heading]) == people


def test_the_innermost_heading_that_names_a_place_counts() -> None:
    assert people_under(["Notice for California", "Your rights"]) == {"California residents"}
    assert people_under(["Regional terms", "United Kingdom", "Brazil"]) == {"Brazilian residents"}
    assert people_under([]) == set()


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("If you live in Brazil, we answer within 15 days.", {"Brazilian residents"}),
        (
            "(d) if your billing address is in Japan, A sells it; (e) if your billing address is in Australia, B does.",
            {"residents elsewhere", "Australian residents"},
        ),
        (
            "If the User is in India: this law counts. Courts sit in Alder. If the User is in the USA: others do.",
            {"Indian residents", "US residents"},
        ),
        ("As a Utah resident, you may ask us.", {"residents of other US states"}),
        (
            "NEVADA SPECIFIC DISCLOSURES. You may tell us not to sell data. We sell none.",
            {"residents of other US states"},
        ),
        ("California law permits you to ask once a year. We answer then.", {"California residents"}),
        ("Tax law requires that we keep invoices.", set()),
        ("If you are in India, A answers. It is kind. If you are in Brazil, B does. Otherwise C does.", set()),
        # What comes after it is for everybody, or for those of a place that no register knows.
        ("If you reside in the European Union, you may turn to a body. No claim may be made after one year.", set()),
        ("If you live in Brazil, A answers. If you live in our Pacific Region, B answers.", set()),
        ("If you live outside the European Union, we answer within 15 days.", set()),
        ("We answer within 15 days if you live in Brazil.", set()),
    ],
)
def test_first_words_tell_for_whom_a_clause_is(words: str, people: set[str]) -> None:
    assert people_at_outset(words) == people


@pytest.mark.parametrize(
    ("line", "so"),
    [
        ("For business users and organisations only", True),
        ("If you're a business user or organisation:", True),
        ("For commercial users or consumers", False),
        ("How we use business data", False),
        ("Fernpost Suite – Enterprise Additional Terms of Service", True),
        ("Business use of the Services addendum", True),
        ("In addition to our Commercial Terms, the following counts:", False),
    ],
)
def test_what_stands_above_a_clause_tells_that_it_is_for_businesses(line: str, *, so: bool) -> None:
    assert for_businesses(["Liabilities", line]) is so


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Venue. If you are not a resident of Germany, all suits go to Alder County.", {"EEA residents"}),
        ("If you are not a user in the United Kingdom, Alder. If you are a user in the United Kingdom, Ash.", set()),
        ("If you live outside the United States, you agree to the courts of Alder besides.", set()),
    ],
)
def test_a_clause_says_whom_it_leaves_out(words: str, people: set[str]) -> None:
    assert people_left_out(words) == people


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("We ask users under 13 on a separate version of our services in the United States.", {"US residents"}),
        ("For users of our app in the European region, Fernpost Ireland is in charge.", {"EEA residents"}),
        ("Children who use our services in Ostmark ask their parents.", set()),
        ("Our servers in the United States run the services that users like.", set()),
        ("Users may visit us. We run our services in the United States.", set()),
    ],
)
def test_a_clause_says_where_those_of_whom_it_speaks_use_the_service(words: str, people: set[str]) -> None:
    assert people_who_use_it(words) == people
