"""What turns a clause on sharing, data rights or storage round is told: conditions, exceptions, ends and losses."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import grade
from tests.assessment.composed import composed, written

_WHERE_REQUIRED = "We share your data with partners, with your consent where required by law."
_WITH_CONSENT = "We share your data with partners with your consent."
_DEEMED = "You shall be deemed to have consented to our sharing your data with partners at your request."
_BY_USE = "By using the assistant, you instruct us to share your words with search partners."
_UNTIL_YOU = "We keep your files until you delete them. When you empty the bin, they stay for up to 30 days."
_AFTER_RUN = "The data is collected when a check is run and is deleted 12 months after the check was completed."
_WHILE_OPEN = "We keep account data for as long as your account is open."
_OPEN_END = "We keep data for as long as necessary to provide the services that you use."
_BY_LAW = "We do not keep your data for longer than the period set by law."
_SWITCHED_OFF = "Some features of the service may not work when the setting is switched off."
_REFUSAL = "We may decline a request that is excessive."
_FAIR = "We will not discriminate against you for using your privacy rights."
_CONNECTION = "You can deactivate the connection to another account, and we delete what we had from it."
_NOT_NOW = "You have the right to opt out of the sale of your data. We do not sell your data."
_TITLE_ONLY = "You can send a “Do Not Sell” request to opt out of the sale of your data."
_LIABLE = "We pass data to agents who act for us and remain liable for what they do."
_UNCONTROLLED = "Your words go to model providers under their own terms. We do not control what they do."
_SHARED_ALL_THE_SAME = "We do not sell personal data. However, we may share identifiers with advertising partners."
_AUDIT_TRAIL = "Every access leaves an audit trail."
_INCIDENT = "The archive is kept as the law requires, and the customer is told of any security incident in it."
_HELP = "Larkwell will give the customer reasonable help with its duty to report a breach, when required by law."
_UNLESS_ASKED = "We won't look at your contacts unless you ask us to, and discard them immediately afterward."
_JUDGED = "If we determine that it is necessary to accommodate your request, we will correct the data."
_CUSTOMER_TELLS = "Customer is solely responsible for notifying the breach to the data subjects."
_BY_ITSELF = "Your words are automatically deleted within 30 days."


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("third-party-sharing", _WHERE_REQUIRED, "so data can also be shared without it"),
        ("third-party-sharing", _WITH_CONSENT, "Sharing that you ask for or agree to begins with a step of yours"),
        ("third-party-sharing", _DEEMED, "as given in some cases"),
        ("third-party-sharing", _BY_USE, "as given in some cases"),
        ("service-provider-sharing", _LIABLE, "On who answers for such vendors, it says:"),
        ("service-provider-sharing", _UNCONTROLLED, "does not answer for such vendors"),
        ("no-sale-commitment", _SHARED_ALL_THE_SAME, "all the same"),
        ("government-disclosure", "We share data with police and with third parties.", "On other recipients"),
        (
            "international-transfer",
            "Where required by law, we use standard contractual clauses.",
            "On a safeguard, it says: “Where required by law, we use standard contractual clauses”.",
        ),
        ("retention-period", _UNTIL_YOU, "stays until you ask for its deletion"),
        ("retention-period", _WHILE_OPEN, "Some of it stays for as long as"),
        ("retention-period", _OPEN_END, "in open words"),
        ("rights-limits", _SWITCHED_OFF, "On what a choice can cost, it says:"),
        ("rights-limits", _SWITCHED_OFF, "Find out what stops working"),
        ("rights-limits", _REFUSAL, "Ask for the reason for a refusal"),
        ("rights-limits", _FAIR, "against being treated worse"),
        ("third-party-sharing", "We give advertisers aggregate reports.", "not tied to a person"),
        (
            "rights-limits",
            "Deletion may limit our ability to provide the service.",
            "On what a choice can cost, it says:",
        ),
        ("rights-limits", _JUDGED, "leaves it to Larkwell to judge"),
        (
            "breach-notification",
            _CUSTOMER_TELLS,
            "whether people affected hear of a breach lies with the customer that holds their data",
        ),
        ("objection-opt-out-right", "Requests to opt out may not take effect immediately.", "takes time to have"),
        ("objection-opt-out-right", _NOT_NOW, "It says of a use that it does not take place"),
        ("objection-opt-out-right", "You can unsubscribe, but will still receive notices.", "goes on all the same"),
        ("breach-notification", _HELP, "On what the law requires, it says:"),
        ("security-measures", "We use safeguards, yet you send data at your own risk.", "On risk, it says:"),
    ],
)
def test_what_turns_a_clause_round_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("third-party-sharing", _WHERE_REQUIRED, "Sharing that you ask for or agree to begins with a step of yours"),
        ("third-party-sharing", _WITH_CONSENT, "so data can also be shared without it"),
        ("third-party-sharing", _DEEMED, "Sharing that you ask for or agree to begins with a step of yours"),
        ("third-party-sharing", _BY_USE, "Sharing that you ask for or agree to begins with a step of yours"),
        ("service-provider-sharing", _LIABLE, "does not answer for such vendors"),
        ("retention-period", _AFTER_RUN, "On when a time begins, it says:"),
        ("retention-period", _OPEN_END, "Some of it stays for as long as"),
        ("retention-period", _UNLESS_ASKED, "stays until you ask for its deletion"),
        ("rights-limits", _JUDGED, "A part of it says:"),
        (
            "international-transfer",
            "Some countries may not offer the same level of data protection.",
            "same protection",
        ),
        (
            "government-disclosure",
            "We believe in free speech, but obey a court order.",
            "On the part that the view of Larkwell plays, it says:",
        ),
        (
            "deletion-right",
            _BY_ITSELF,
            "Such a right lets you have data removed; how much may stay is a matter of its exceptions",
        ),
        ("retention-period", _BY_LAW, "can lengthen the time"),
        ("indefinite-retention", _INCIDENT, "Safety is among the grounds"),
        ("rights-limits", _SWITCHED_OFF, "refuse my data request"),
        ("rights-limits", _SWITCHED_OFF, "reason for a refusal"),
        ("rights-limits", _FAIR, "can be refused"),
        ("deletion-right", _CONNECTION, "deactivated account"),
        ("objection-opt-out-right", _TITLE_ONLY, "It says of a use that it does not take place"),
        ("breach-notification", _HELP, "What triggers the duty to tell"),
        ("security-measures", _AUDIT_TRAIL, "Audits or certificates are named"),
    ],
)
def test_words_of_another_sense_do_not_count(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "modifier"),
    [
        ("third-party-sharing", _WITH_CONSENT, "sharing-only-by-choice"),
        ("third-party-sharing", _WHERE_REQUIRED, None),
        ("third-party-sharing", "We share it with your permission where we are required to ask.", None),
        ("third-party-sharing", _DEEMED, None),
        ("retention-period", _OPEN_END, "as-long-as-necessary"),
        ("retention-period", "With zero data retention it is kept for as long as necessary to answer.", None),
        ("international-transfer", "You are agreeing to your data being stored abroad.", "transfer-by-use"),
    ],
)
def test_a_grade_does_not_rest_on_what_the_words_take_back(clause_type: str, words: str, modifier: str | None) -> None:
    reasons = grade(load_catalogue()[clause_type], words).reasons
    assert [reason.modifier for reason in reasons] == ([modifier] if modifier else [])
