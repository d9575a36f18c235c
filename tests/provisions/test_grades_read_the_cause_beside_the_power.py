"""Words such as 'discretion', 'notice' or 'consent' grade a clause by what they stand with, not by themselves."""

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions.grading import grade


def _grade(clause_type: str, text: str) -> str:
    return grade(load_catalogue()[clause_type], text).severity.value


@pytest.mark.parametrize(
    "text",
    [
        "We may remove what infringes and will terminate accounts of repeat infringers at our sole discretion.",
        (
            "Larkwell may at its sole discretion end the accounts of, or limit access for, users who infringe the "
            "rights of others. It is our policy to terminate users who repeatedly infringe."
        ),
        (
            "In the event of any of the acts set forth above, the Company may, at its discretion and without notice, "
            "suspend the account."
        ),
        "You have thirty days to remedy the breach. Failing that, we may terminate without further notice.",
        "We may suspend the service without prior notice to the extent reasonably necessary to end the emergency.",
    ],
)
def test_a_named_cause_outweighs_discretion_over_it(text: str) -> None:
    assert _grade("unilateral-termination", text) == "medium"


@pytest.mark.parametrize(
    "text",
    [
        "We may terminate your account at our sole discretion. We also terminate accounts of repeat infringers.",
        "We may suspend your access for any reason. We also end accounts of repeat infringers.",
        "We may terminate accounts without notice. In the event of any of the acts above, we may do so at discretion.",
        "We may end this contract in our sole discretion: if you break it; if you are a repeat infringer.",
    ],
)
def test_discretion_of_another_sentence_still_counts(text: str) -> None:
    assert _grade("unilateral-termination", text) == "high"


def test_any_reason_is_not_looked_for_within_other_words() -> None:
    text = "We may suspend access where Company reasonably finds that your use breaches the terms."
    assert _grade("unilateral-termination", text.replace("Company reasonably", "Companyreasonably")) == "medium"


def test_content_does_not_go_without_reason_where_only_accounts_do() -> None:
    text = "We may delete what is alleged to infringe and end accounts of repeat infringers at our sole discretion."
    assert _grade("content-removal", text) == "medium"


@pytest.mark.parametrize(
    "text",
    [
        "We keep different types of data for different periods, depending on the purposes and our business needs.",
        "Retention periods vary by the kind of data and why we collect it.",
        "How long we keep personal data depends on several factors.",
        "To determine the appropriate retention period, we consider the sensitivity of the data.",
    ],
)
def test_criteria_that_name_no_time_are_no_better_than_as_long_as_necessary(text: str) -> None:
    assert _grade("retention-period", text) == "medium"


@pytest.mark.parametrize(
    "text",
    [
        "We keep different logs for different periods: at most 30 days.",
        "The retention period of cookies depends on their purpose.",
    ],
)
def test_a_stated_time_and_cookies_are_graded_as_usual(text: str) -> None:
    assert _grade("retention-period", text) == "low"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("* **Consent.** We may also disclose your data with your permission.", "low"),
        ("7. any other person, with your consent to the disclosure.", "low"),
        ("We share data with your consent or as necessary to complete a purchase.", "medium"),
        ("We share your data with advertisers. Others receive it with your consent.", "medium"),
    ],
)
def test_an_item_that_lets_data_go_with_consent_alone_is_mild(text: str, severity: str) -> None:
    assert _grade("third-party-sharing", text) == severity


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("We may change these terms. Unless otherwise required by law, we will notify you before.", "medium"),
        ("We may change these terms. Where required by law, we will provide additional notice.", "high"),
        ("Changes apply upon posting or, if we notify you by e-mail, as the e-mail says.", "high"),
        ("We will notify you by posting the revised terms on this page.", "high"),
        ("We will notify you by posting the revised terms here or by e-mail.", "medium"),
    ],
)
def test_only_a_promised_notice_is_one(text: str, severity: str) -> None:
    assert _grade("unilateral-terms-change", text) == severity


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("We keep copies for backups, analytics, or where we otherwise reasonably believe that we may.", "high"),
        ("We keep it as needed to comply with our duties, resolve disputes or for other legitimate purposes.", "high"),
        ("After deletion we keep what is needed to comply with tax law.", "medium"),
    ],
)
def test_an_open_list_of_needs_is_no_stated_need(text: str, severity: str) -> None:
    assert _grade("indefinite-retention", text) == severity


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("We are not liable for unintentional interruptions, including those of networks, and do not apply.", "high"),
        ("You may have warranty rights which may not be waived. We are not liable for any loss.", "high"),
        ("We are not liable, except for intentional harm.", "medium"),
        ("Some states do not allow limits on damages, so they may not apply to you.", "high"),
    ],
)
def test_liability_is_carved_out_by_words_on_liability(text: str, severity: str) -> None:
    assert _grade("liability-limitation", text) == severity


def test_courts_that_depend_on_the_home_are_not_those_of_the_home() -> None:
    text = "Disputes go to the courts of Linden or of Alder, depending on where you reside."
    assert _grade("jurisdiction-venue", text) == "medium"
    assert _grade("jurisdiction-venue", "You may go to the courts of the country where you reside.") == "none"


def test_what_is_believed_to_be_appropriate_is_no_legal_process() -> None:
    text = "We may disclose data if we, in good faith, believe doing so is required or appropriate to: protect rights."
    assert _grade("government-disclosure", text) == "high"
    assert _grade("government-disclosure", "We disclose data where we are served with a court order.") != "high"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("When you choose to buy, or otherwise choose to share details with a seller, we share them.", "low"),
        ("When you choose to [send\\[1\\]](https://larkwell.example/a.html) a file, we share it there.", "low"),
        ("If you direct us to share a file with another service, we send it there. We keep a copy.", "low"),
        ("If you choose to connect an app, we share your files with it. We share logs with our partners.", "medium"),
        ("If you choose to share a file, its recipient may use it for its own purposes.", "medium"),
    ],
)
def test_sharing_that_hangs_on_choosing_to_share_is_low(text: str, severity: str) -> None:
    assert _grade("third-party-sharing", text) == severity


def test_a_ban_on_putting_in_the_data_of_children_is_no_use_of_them() -> None:
    ban = "(c) submit any personal data of children under 13, or let minors in without consent from their parent;"
    assert _grade("childrens-data", ban) == "low"
    assert _grade("childrens-data", "We collect data of children with consent from their parent.") == "medium"
