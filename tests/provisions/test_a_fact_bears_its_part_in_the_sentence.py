"""A word makes a fact by what it does in its sentence: whose task, whose time, whose step it is."""

from __future__ import annotations

import pytest

from conductatlas.provisions import find_facts, qualifier


def _values(text: str, kind: str) -> list[str]:
    return [fact.value for fact in find_facts(text) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We share data with vendors in Alder for providing SMS services.", "providing the service"),
        ("Data is used by vendors to provide services to us.", "providing the service"),
        ("We process data to provide better service recommendations.", "providing the service"),
        ("We use data to provide security for our websites.", "providing the service"),
        ("We use data to run our service, for example to respond to your questions for LarkGPT.", "customer support"),
        ("We use your data to send you technical notices, security alerts and bills.", "security and fraud prevention"),
        (
            "Vendors process data under appropriate confidentiality and security measures.",
            "security and fraud prevention",
        ),
        ("We use a cookie named security\\_ticket.", "security and fraud prevention"),
        ("We use cookies of partners: personalization\\_id, guest.", "personalisation"),
        ("We use lists that protect against phishing, malicious ads and more.", "advertising"),
        ("Partners use cookies for us and the businesses that advertise here.", "advertising"),
        ("We use data to monitor your use of it for compliance with applicable laws.", "legal compliance"),
        ("Due to regulatory requirements, we use another processor.", "legal compliance"),
        ("We use data for promoting software development, improving customer service and more.", "developing products"),
        (
            "We may use it for research, but such use shall not include the training of our models.",
            "training AI models",
        ),
        ("Once you post an answer to a question, we use it as shown.", "customer support"),
        ("We use it as content that you provide through our camera feature.", "providing the service"),
        ("We use suppliers who may provide services such as hosting.", "providing the service"),
        (
            "Vendors get the data and may not use it for any purpose except performing the contract.",
            "providing the service",
        ),
        ("We use cookies, and you can customise your choices.", "personalisation"),
        ("We use vendors and see to it that such providers comply with applicable law.", "legal compliance"),
    ],
)
def test_a_purpose_is_one_that_the_data_serves(text: str, value: str) -> None:
    assert value not in _values(text, "purpose")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We use data to provide and support our services.", "providing the service"),
        ("We use data to provide and improve our Lark products.", "providing the service"),
        ("We use data to provide better services.", "providing the service"),
        ("We use data to answer your requests for help.", "customer support"),
        ("We use data to protect the security of our users.", "security and fraud prevention"),
        ("We use data for the development and improvement of our services.", "developing products"),
        ("We use data to show you ads.", "advertising"),
    ],
)
def test_a_purpose_stated_is_found(text: str, value: str) -> None:
    assert value in _values(text, "purpose")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "You must also delete any data that you have stored of that user as soon as you can, within 7 days.",
            "retention-period",
        ),
        ("To keep the service safe we check every 30 days and delete what is not used.", "retention-period"),
        ("Deletion from our servers may not occur within 90 days where it was shared.", "retention-period"),
        ("You shall have a period of thirty days to remedy the breach notified by us.", "notice-period"),
        ("Upon your notification within 30 days after the termination, we return all data.", "notice-period"),
        (
            "You may opt out of arbitration by notice within 30 days after the second mediation session.",
            "opt-out-deadline",
        ),
        ("You can ask for a copy within 90 days of cancellation, termination or downgrade.", "refund-period"),
        ("Ads, whether they are active or inactive, are shown for 7 years.", "inactivity-period"),
        ("The clauses hold until the entry into force of the 25 September 2020 revised act.", "effective-date"),
        ("The arbitrator will be a lawyer licensed to practice law in the State of Alder.", "governing-law"),
        ("We grant you a licence to use it. Fees are exclusive of taxes.", "licence-term"),
        ("It goes on for successive one (1) year terms unless either party gives notice.", "notice-period"),
        ("We may end access not used within a 28-day period with or without notice to you.", "notice-period"),
        ("The creator will refund to us any amounts owed within thirty days.", "refund-period"),
        ("The licence is set out below. Your use is limited solely to research.", "licence-term"),
        ("Credits are not refundable and expire one year after the purchase.", "refund-period"),
        ("Before a child's claim, the heads must have had at least five business days to settle it.", "minimum-age"),
        (
            "You may opt out of changes to arbitration within 30 days of when we tell you of the change.",
            "opt-out-deadline",
        ),
    ],
)
def test_a_figure_or_name_for_something_else_is_none(text: str, kind: str) -> None:
    assert not _values(text, kind)


def test_what_other_users_may_do_is_no_act_of_the_licence_to_the_provider() -> None:
    text = "You grant a licence to us to use and copy it; and to users of your app to use and modify it."
    assert sorted(_values(text, "licence-act")) == ["copy", "use"]


def test_a_page_to_learn_more_on_is_no_channel() -> None:
    text = "You can opt out of sharing. To learn more, [click here](https://larkwell.example/cookies)."
    assert _values(text, "opt-out") == ["no channel named"]


def test_an_opt_out_that_does_not_apply_is_none() -> None:
    text = (
        "The opt-out preferences you selected for other products (also by a separate agreement) do not apply to Labs."
    )
    assert not _values(text, "opt-out")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Notice of non-renewal must be given at least 30 days before the next term.", "for not renewing"),
        ("Each audit must be announced with written notice of at least 90 days.", "before an audit"),
        ("Refunds may take up to 7 business days to appear in your account.", "for paying back"),
        (
            "Marks are retained never longer than ninety (90) days for tide cookies, and then deleted.",
            "for tide cookies",
        ),
        ("We keep the charts no longer than 90 days for this.", ""),
    ],
)
def test_a_time_says_what_it_is_for(text: str, said: str) -> None:
    assert [qualifier(fact, text) for fact in find_facts(text) if fact.unit.endswith("days")] == [said]


def test_times_in_a_list_of_what_is_stored_for_how_long_are_those_of_retention() -> None:
    text = (
        "* Customer data is stored until it is deleted by the customer.\n* Account data: for as long as the "
        "registration lasts and for 1 year from its end.\n* Support data: for the time needed and for five (5) "
        "additional years for evidence."
    )
    assert _values(text, "retention-period") == ["12", "60"]
    assert _values("Chats are still saved for 72 hours.", "retention-period") == ["72"]
    assert _values("We keep them for thirty (30) rolling days.", "retention-period") == ["30"]
    assert _values("Reviewed chats are saved for 3 years.", "retention-period") == ["36"]


def test_time_without_use_is_told_by_the_words_for_it() -> None:
    assert _values("We may reclaim the name if you have not logged into it for 6 months.", "inactivity-period") == ["6"]
    assert _values("It ends if you fail to log-in for more than one year.", "inactivity-period") == ["12"]
    assert _values("If you do not come online for at least 6 months, it is deleted.", "inactivity-period") == ["6"]


def test_what_an_act_of_a_licence_is_done_for_is_no_act() -> None:
    granted = "You grant us a licence to store, modify for formatting for display and transfer your posts."
    assert _values(granted, "licence-act") == ["host", "modify"]


def test_a_name_alone_is_no_contact_data() -> None:
    assert _values("Others see your name and photo.", "data-category") == ["people's names"]
    assert _values("We collect your name and email address.", "data-category") == ["people's names", "contact data"]


def test_a_plan_that_costs_nothing_is_named_as_well() -> None:
    text = "Under an unpaid subscription we train on inputs; under a paid subscription you can refuse."
    assert _values(text, "applies-to") == ["free plans", "paid plans"]


def test_places_are_named_with_their_short_forms() -> None:
    text = "For residents of the European Economic Area (EEA), United Kingdom (UK), or Switzerland, clauses apply."
    assert set(_values(text, "applies-to")) == {"EEA residents", "UK residents", "Swiss residents"}


def test_an_age_beside_which_another_one_counts_says_so() -> None:
    def holds_for(text: str) -> list[str]:
        return [qualifier(fact, text) for fact in find_facts(text) if fact.kind == "minimum-age"]

    assert holds_for("Keep out data of children under 13 or the applicable age of digital consent.") == [
        "or another age that applies"
    ]
    assert holds_for("You must be at least 16 years old (or such older age as your law asks for).") == [
        "or another age that applies"
    ]
    assert holds_for("Keep out data of children under 13 or of pupils of any age.") == [""]
