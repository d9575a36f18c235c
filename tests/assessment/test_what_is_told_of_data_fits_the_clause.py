"""Of clauses on data, their sharing and the young, what the words settle is told, and what does not fit is left out."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity
from tests.assessment.composed import composed, written

_CLEAR_RECIPIENT = "If you connect a calendar to Larkwell, we share your events with that calendar."
_OPEN_RECIPIENT = "We share your data with partners and other companies for their business."
_NO_SENSITIVE_DATA = "We do not seek data on health or beliefs and ask that you do not send us any."
_SENSITIVE_DATA = "With your consent we collect a scan of your face to unlock the archive."
_ROUGH_PLACE = "We infer your general location from your IP address to fend off fraud."
_EXACT_PLACE = "The app records your precise location by GPS, also while it runs in the background."
_CONSENT_TO_DEAL = "In a merger we pass on your data after obtaining your consent."
_ANY_DEAL = "In a merger or a bankruptcy your data is among the assets that pass to the buyer."
_PUBLIC_TASK = "We keep these records for a task in the public interest."
_CONTRACT = "We use your address as the contract with you requires."


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("third-party-sharing", _CLEAR_RECIPIENT, "Sharing that you ask for or agree to begins with a step of yours"),
        ("third-party-sharing", _OPEN_RECIPIENT, "by name or only by kind"),
        ("third-party-sharing", "We never share your name with advertisers unless you ask.", "what is not passed on"),
        ("sensitive-data-collection", _NO_SENSITIVE_DATA, "On what is held back, it says:"),
        ("sensitive-data-collection", _SENSITIVE_DATA, "a PIN or a password"),
        ("location-tracking", _ROUGH_PLACE, "shows only roughly"),
        ("location-tracking", _EXACT_PLACE, "a home, a workplace"),
        ("business-transfer", _CONSENT_TO_DEAL, "Refuse when you are asked"),
        ("business-transfer", _ANY_DEAL, "Do not count on notice"),
        ("business-transfer", "You agree that data is transferred with the business.", "you accept it in advance"),
        ("legal-basis", _PUBLIC_TASK, "Object where the ground is a public task"),
        ("do-not-track-ignored", "We do not respond to Do Not Track signals.", "is not acted on"),
        (
            "do-not-track-ignored",
            "We honour the Global Privacy Control signal.",
            "Yes, as to one: by this clause a signal that it names is acted on",
        ),
        (
            "device-data-access",
            "You can sync your address book.",
            "The clause says: “You can sync your address book”.",
        ),
        ("communications-scanning", "When you contact customer support, calls are recorded.", "support desk"),
        ("communications-scanning", "We scan private messages for spam.", "conversation partner"),
        ("broad-purpose-use", "We use data to improve the service.", "'improve' or 'enhance'"),
        ("third-party-data-sources", "If you sign in with Google we receive your name.", "do not connect it"),
        ("data-combination", "We share cookies with partners, who may combine them.", "others who receive the data"),
        (
            "international-transfer",
            "By using Larkwell you agree to the transfer to Ostmark.",
            "On what you agree to, it says: “By using Larkwell you agree to the transfer to Ostmark”.",
        ),
        (
            "international-transfer",
            "In some cases, we rely on standard contractual clauses.",
            "On a safeguard, it says: “In some cases, we rely on standard contractual clauses”.",
        ),
        (
            "account-security-duty",
            "You must tell us of a lost key, a stolen password and of a person who left you.",
            "On what has to be reported, it says: “You must tell us of a lost key, a stolen password and of a person",
        ),
        (
            "government-disclosure",
            "We will notify users before we comply with an order.",
            "The clause says:",
        ),
        ("government-disclosure", "We disclose data where we believe it is proper.", "the view of Larkwell"),
        ("no-sale-commitment", "We do not currently sell personal data.", "done at present"),
        ("service-provider-sharing", "Vendors may act on our instructions alone.", "how such vendors are bound"),
        (
            "public-by-default",
            "Your posts can be seen by others.",
            "Such a clause tells you what others can see of you or of yours",
        ),
        ("age-requirement", "You confirm that you have the authority to bind the firm.", "right to act for a company"),
        ("age-requirement", "Only adults are eligible to join the Creator Program.", "taking part in a programme"),
        ("aggregated-data-use", "We use totals and will not re-identify anyone.", "are not identified by it"),
    ],
)
def test_what_the_words_settle_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("third-party-sharing", _CLEAR_RECIPIENT, "by name or only by kind"),
        ("third-party-sharing", _OPEN_RECIPIENT, "Sharing that you ask for or agree to begins with a step of yours"),
        ("third-party-sharing", "We never share your e-mail address unless you ask.", "The data it names"),
        ("sensitive-data-collection", _NO_SENSITIVE_DATA, "only inferred"),
        ("sensitive-data-collection", _SENSITIVE_DATA, "On what is held back, it says:"),
        ("location-tracking", _ROUGH_PLACE, "location permission"),
        ("location-tracking", _EXACT_PLACE, "rough position only"),
        ("location-tracking", _EXACT_PLACE, "in the background as well"),
        ("business-transfer", _CONSENT_TO_DEAL, "Do not count on notice"),
        ("business-transfer", "Your data passes on without your consent.", "subject to the choice"),
        ("business-transfer", "Your data passes on without your consent.", "Refuse when"),
        ("legal-basis", _PUBLIC_TASK, "withdraw"),
        ("legal-basis", _CONTRACT, "Object where"),
        (
            "do-not-track-ignored",
            "We do not respond to Do Not Track signals.",
            "Yes, as to one: by this clause a signal that it names is acted on",
        ),
        # Of a text in another language it is not told what it does not name.
        ("communications-scanning", "When you contact customer support, calls are recorded.", "conversation partner"),
        ("broad-purpose-use", "We use data for our business needs.", "'improve' or"),
        ("third-party-data-sources", "We buy data from data brokers.", "Register with e-mail"),
        ("third-party-data-sources", "In connection with a joint event we get lists from a registrar.", "sign in with"),
        ("targeted-advertising", "We send you marketing e-mails.", "Does opting out remove the adverts?"),
        ("government-disclosure", "We disclose data without notifying users.", "The clause says:"),
        ("no-sale-commitment", "We do not sell personal data.", "A part of it says:"),
        ("age-requirement", "You confirm that you have the authority to bind the firm.", "true age"),
        ("age-requirement", "Only adults are eligible to join the Creator Program.", "Who may use Larkwell?"),
        ("affiliate-sharing", "See the list of group companies.", "Which companies make up the group"),
    ],
)
def test_what_does_not_fit_the_words_is_left_out(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "severity", "words", "told", "untold"),
    [
        (
            "childrens-data",
            "none",
            "You may not use Larkwell if you are under 13.",
            "Children, or people below an age that it names, are not to use the service",
            "Deletion",
        ),
        (
            "communications-scanning",
            "medium",
            "Our staff will not read your files, except to fight abuse.",
            "has words against such reading",
            "The clause confines it",
        ),
        ("business-transfer", "low", _CONSENT_TO_DEAL, "subject to the choice", "speaks of notice"),
        (
            "sensitive-data-collection",
            "none",
            _NO_SENSITIVE_DATA,
            "Its words limit what happens to such data",
            "by your own doing",
        ),
        (
            "cookies-and-trackers",
            "low",
            "You can delete cookies in your browser.",
            "you can control cookies or similar files",
            "ruled out",
        ),
        (
            "international-transfer",
            "medium",
            "By using Larkwell you agree to the transfer.",
            "using the service counts as your agreement",
            "no safeguard",
        ),
    ],
)
def test_a_mild_or_harsh_clause_is_told_by_its_own_reason(
    clause_type: str, severity: str, words: str, told: str, untold: str
) -> None:
    impact = " ".join(composed(clause_type, words, Severity(severity)).impact)
    assert told in impact
    assert untold not in impact
