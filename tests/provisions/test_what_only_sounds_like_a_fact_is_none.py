"""Words that only sound like a fact are none: times of another kind, sums that limit nothing, those who give data."""

from __future__ import annotations

import pytest

from conductatlas.provisions import find_facts, named_values


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.value, fact.unit) for fact in find_facts(text)]


def _values(text: str, kind: str) -> list[str]:
    return [fact.value for fact in find_facts(text) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Our liability is limited to the amount you paid in the twelve (12) months prior to the claim.",
            "liability-period",
            ["12"],
        ),
        ("Our works are protected by laws worldwide. No licence to them is given.", "licence-term", []),
        ("You grant us a licence in all works worldwide.", "licence-term", ["worldwide"]),
        ("We give notice of new processors, and customers may object within ten (10) days.", "notice-period", []),
        ("You may end the agreement by written notice to us within five days of the update.", "notice-period", []),
        ("The old terms hold for twelve (12) months after you give such notice.", "notice-period", []),
        ("We send a notice no less than 15 days and no more than 45 days before renewal.", "notice-period", ["15"]),
        ("Your account may be deleted after three years of continuous inactivity.", "retention-period", []),
        ("Your account may be deleted after three years of continuous inactivity.", "inactivity-period", ["36"]),
        ("You must sign in at least once in a two-year period to keep your account.", "inactivity-period", ["24"]),
        ("We process deletion requests within 30 days of receipt.", "retention-period", []),
        ("The agreement remains in effect for one year.", "retention-period", []),
        ("Unused credits are valid for 12 months.", "inactivity-period", []),
        ("Earnings not claimed within 30 days are unavailable for withdrawal.", "refund-period", []),
        ("The period of fourteen days applies, and you waive your right to withdraw.", "refund-period", []),
        ("We delete your files within 90 days of cancellation.", "refund-period", []),
        ("We delete your files within 90 days of cancellation.", "retention-period", ["90"]),
        ("Marketing data: until consent is withdrawn. Statistics stay for up to 26 months.", "refund-period", []),
        ("An offer not accepted within 30 days is deemed withdrawn.", "refund-period", []),
        ("To cancel in the 14-day cancellation period, you must inform us of it.", "refund-period", ["14"]),
        ("To cancel in the 14-day cancellation period, you must inform us of it.", "notice-period", []),
        ("If we cannot resolve a claim after sixty (60) days, it goes to arbitration.", "claim-deadline", []),
        ("If 25 claims are filed within 90 days of each other, they are grouped.", "claim-deadline", []),
        ("A claim not commenced within this two-year and one-day period is barred.", "claim-deadline", []),
        ("You have one year to bring a claim.", "claim-deadline", ["12"]),
        ("We may suspend you upon notice if you are five (5) days past the applicable due date.", "notice-period", []),
        ("We give notice where a payment is ten days overdue.", "notice-period", []),
        ("No action may be brought by either party more than one (1) year after it arose.", "claim-deadline", ["12"]),
        ("We sold nothing in the past twelve months; you may opt out of future sales.", "opt-out-deadline", []),
        ("A cookie with a lifespan of 400 days helps you opt out of ads.", "opt-out-deadline", []),
        ("Costs are shared on request within 14 days of the ruling. You may opt out.", "opt-out-deadline", []),
        ("The notice must be sent to us within 30 days of registering.", "notice-period", []),
        ("We notify you of an offer lasting more than 31 days.", "notice-period", []),
        ("If it continues for 30 days after notice, we may stop.", "notice-period", []),
        ("For one year thereafter we may, with ten days' notice, look at the books.", "notice-period", ["10"]),
        ("A chart published within the two weeks prior to the review counts.", "notice-period", []),
        ("We notify you of it within the 14 days before renewal, and 9 days in advance.", "notice-period", ["9"]),
        ("Under the guarantee we are liable for faults found within two years.", "liability-period", []),
    ],
)
def test_a_period_is_of_the_kind_that_its_own_words_tell(text: str, kind: str, expected: list[str]) -> None:
    assert _values(text, kind) == expected


def test_a_notice_may_be_told_far_from_its_period() -> None:
    of_what = "of the changes to our boats and of the choices that you have in each of the harbours that we sail from"
    assert _values(f"We will notify you {of_what} at least 30 days before we make them.", "notice-period") == ["30"]
    assert _values(f"We will sail {of_what} at least 30 days before we make them.", "notice-period") == []


def test_business_days_are_days_of_their_own() -> None:
    assert ("notice-period", "10", "business days") in _found("We give ten (10) business days' notice.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Total damages, whatever the theory, will not exceed the greater of fees paid or $100.", "liability-cap"),
        ("In no event will our aggregate liability exceed one hundred U.S. dollars ($100).", "liability-cap"),
        ("If the amount in controversy does not exceed $10,000, no liability is heard in person.", "amount"),
    ],
)
def test_a_sum_limits_liability_by_its_own_sentence(text: str, expected: str) -> None:
    assert [fact.kind for fact in find_facts(text) if fact.unit == "USD"] == [expected]


def test_a_sum_given_as_an_example_is_not_stated_and_spaces_divide_thousands() -> None:
    assert _found("You may set a top-up (e.g., “below $100, reload to $150”).") == []
    assert _found("Fees are shared up to US $5\u202f000 each.") == [("amount", "5000", "USD")]


def test_the_dates_and_laws_of_others_are_left_out() -> None:
    assert _found("The addendum, version B1.0, in force 21 March 2022, is part of it.") == []
    assert _found("See the Act’s revised 25 September 2020 version.") == []
    assert _found("You grant us the exclusive right to control the defence.") == []
    assert _found("We can end it by notice where no order was in effect for more than 30 days.") == []
    assert _found("You grant us a right to use it, on a perpetual calendar.") == []
    assert _found("Larkwell SARL is a company organized under the laws of France.") == []
    assert _found("These terms are governed by the laws of the State of \\_\\_\\_\\_ .") == []
    assert _found("Users may report hateful conduct, as defined by New York law.") == []
    contract = "The governing law in Clause 17 is the law of France; the courts in Clause 18 are the courts of France."
    assert _found(contract) == []


def test_the_law_of_an_instrument_for_transfers_is_not_that_of_the_terms() -> None:
    text = (
        "This Policy is governed by the laws of Norway. Transfers are subject to the Standard Contractual Clauses "
        "governed by Danish law with the courts of Aarhus, and the UK Transfer Addendum governed by the laws of "
        "England. Apart from the Standard Contractual Clauses, this Policy is subject to the courts of Oslo."
    )
    assert _values(text, "governing-law") == ["Norway"]
    assert _values(text, "venue") == ["Oslo"]
    assert _values("Venue shall be in the State and Federal courts of New York.", "venue") == ["New York"]
    assert _values("The courts located in Marin County, California, United States, decide.", "venue") == [
        "Marin County, California, United States"
    ]


def test_what_is_called_limited_or_exclusive_need_be_no_licence() -> None:
    text = "All rights are the exclusive property of Fernpost; you get a licence for limited purposes."
    assert _values(text, "licence-term") == []
    assert _values("You get an exclusive, limited licence.", "licence-term") == ["exclusive", "limited"]


def test_content_of_users_that_is_deleted_is_nothing_that_users_do() -> None:
    text = "User Content will be deleted for good no later than 30 days after the session."
    assert _values(text, "retention-period") == ["30"]


@pytest.mark.parametrize(
    "text",
    [
        "A request must contain the name and contact information of the individual law enforcement agent.",
        "Requests come from an official email address.",
    ],
)
def test_the_address_of_an_authority_is_no_data_of_a_user(text: str) -> None:
    assert _values(text, "data-category") == []


def test_the_age_for_one_thing_alone_is_no_minimum_age() -> None:
    text = "No child under 13 may join. You must be at least 18 years old to view mature content."
    assert _values(text, "minimum-age") == ["13"]


@pytest.mark.parametrize(
    "text",
    [
        "You cannot opt out of these messages.",
        "Your opt-out does not apply to preview models.",
        "Figures are not reversed by an opt-out.",
        "We do not offer an opt-out for this.",
        "You may not opt-out of notices.",
    ],
)
def test_an_opt_out_that_there_is_not_is_none(text: str) -> None:
    assert _values(text, "opt-out") == []


def test_an_address_that_only_informs_is_no_channel() -> None:
    text = "You can opt out. [Learn more](https://larkwell.example/cookies) or read our [Privacy Policy](https://l.example)."
    assert _values(text, "opt-out") == ["no channel named"]
    text = "You can opt out [here](https://larkwell.example/choose)."
    assert _values(text, "opt-out") == ["https://larkwell.example/choose"]


def test_the_address_of_a_link_holds_no_words() -> None:
    assert _values("See [your choices](https://larkwell.example/policies/cookies/printable).", "data-category") == []
    assert _values("We share it with our [partners](https://larkwell.example/p).", "recipient") == ["business partners"]


@pytest.mark.parametrize(
    "text",
    [
        "We combine what is shared by advertisers.",
        "Our advertisers share information with us, which we disclose in this table.",
        "We share reports. We use information from the sites and apps of our advertisers.",
        "We disclose data to protect the rights of our affiliates.",
        "When you or other users post, we share what follows.",
    ],
)
def test_who_gives_or_is_protected_receives_nothing(text: str) -> None:
    assert _values(text, "recipient") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use data to comply with the law.", ["legal compliance"]),
        ("We use data to meet our legal obligations.", ["legal compliance"]),
        ("We use data in compliance with our policy.", []),
        ("Your app must comply with our legal terms; we use it.", []),
        ("We use it so as to respond to lawful requests.", []),
        ("We use posts so that you can build your community.", []),
        ("We collect data on interactions with ads.", []),
        ("We collect customer service data and research data.", []),
        ("We collect your address, advertising and other unique identifiers.", []),
        ("You can use privacy and security settings that we process.", []),
    ],
)
def test_a_purpose_is_the_platforms_own(text: str, expected: list[str]) -> None:
    assert [one for one in _values(text, "purpose") if one != "providing the service"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The data does not include your username or email address.",
        "Everything other than sensitive personal data is used.",
        "We keep an inference request for one hour.",
        "Inference models run in Norway.",
        "Error reports are health data about the system.",
        "The curriculum of our staff covers phishing.",
        "We don't show ads based on traits such as sexual orientation.",
    ],
)
def test_data_that_is_left_out_or_only_sounds_so_is_not_named(text: str) -> None:
    assert _values(text, "data-category") == []


def test_what_users_do_with_their_content_is_no_act_of_a_licence() -> None:
    text = "You grant us a licence to use the content that you upload, submit, store or send."
    assert _values(text, "licence-act") == ["use"]
    assert _values("You also grant each other user a licence to copy it.", "licence-act") == []


def test_a_plan_given_as_an_example_limits_nothing() -> None:
    assert _values("For services (such as a paid subscription) the law holds.", "applies-to") == []
    assert _values("A minor is someone under 18 years old.", "applies-to") == ["minors"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anybody may report content that is illegal, stolen, or dangerous for minors.", []),
        ("We remove imagery of minors, and challenges likely to be imitated by minors.", []),
        ("For minors we keep the settings strict.", ["minors"]),
        ("We keep the personal data of minors apart.", ["minors"]),
    ],
)
def test_what_content_is_like_tells_not_to_whom_a_clause_applies(text: str, expected: list[str]) -> None:
    assert _values(text, "applies-to") == expected


def test_values_are_named_whatever_is_said_of_them() -> None:
    named = named_values("Nobody but our vendors has 30 days, and never for ads or $5.")
    assert {("service providers", ""), ("30", "days"), ("advertising", ""), ("5", "USD")} <= named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This cookie is used to measure and improve the relevancy of ads.", []),
        ("We use it to improve our advertising services.", []),
        ("We use what we collect to enhance the security of your account.", []),
        ("We use it to enhance functionality, and for marketing.", ["improving the service"]),
        ("We use it to build, train and improve the accuracy of our automated methods, AI included.", []),
        ("We use it to improve our services and models.", ["improving the service"]),
        ("We use it to improve the security and performance of our services.", ["improving the service"]),
    ],
)
def test_what_improves_ads_or_security_improves_no_service(text: str, expected: list[str]) -> None:
    assert [one for one in _values(text, "purpose") if one == "improving the service"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Limited licence to Lumora.** You grant us a perpetual licence.", ["perpetual"]),
        ("## A limited licence\n\nYou grant us a worldwide licence.", ["worldwide"]),
        ("You grant us a **perpetual** licence.", ["perpetual"]),
    ],
)
def test_a_title_calls_no_licence_by_its_terms(text: str, expected: list[str]) -> None:
    assert _values(text, "licence-term") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you are between the ages of 13 and 17, a parent must agree.", ["13", "17"]),
        ("No child under the age of 13 (or 16) may join.", ["13", "16"]),
        ("Users who are younger than 18 need a parent.", ["18"]),
        ("It is for people aged 16 and over.", ["16"]),
        ("Users under the age of 13 and 20 days after that others.", ["13"]),
    ],
)
def test_of_two_ages_none_is_told_alone(text: str, expected: list[str]) -> None:
    assert _values(text, "minimum-age") == expected


def test_an_operating_system_provides_no_service() -> None:
    assert _values("We use your operating system and platform to count visits.", "purpose") == []
    assert _values("We use it for operating the platform.", "purpose") == ["providing the service"]


def test_to_tune_a_feature_is_no_training() -> None:
    assert "training AI models" not in _values("We use prompts to tune AI-driven features for you.", "purpose")
    assert "training AI models" in _values("We use prompts to tune our AI models.", "purpose")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For example, if a card is for people over 18, your age is checked.", []),
        ("Some offers have an age, for instance at least 21. You must be at least 16 years old.", ["16"]),
        ("You must be at least 16 years old, for example to borrow a boat.", ["16"]),
    ],
)
def test_the_age_of_an_example_is_none_of_the_clause(text: str, expected: list[str]) -> None:
    assert _values(text, "minimum-age") == expected


@pytest.mark.parametrize("word", ["irrevocable", "non-revocable", "nonrevocable", "not revocable"])
def test_a_licence_that_cannot_be_revoked_is_called_so(word: str) -> None:
    assert _values(f"You grant us a worldwide, {word} licence to show it.", "licence-term") == [
        "worldwide",
        "irrevocable",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larkwell is to be safe for everyone, especially for people under 18 years of age.", []),
        ("Content that is not suitable for people under 18 years of age is hidden from children.", []),
        ("Larkwell is not suitable for people under 18 years of age.", ["18"]),
    ],
)
def test_an_age_of_those_who_are_looked_after_bars_nobody(text: str, expected: list[str]) -> None:
    assert _values(text, "minimum-age") == expected
