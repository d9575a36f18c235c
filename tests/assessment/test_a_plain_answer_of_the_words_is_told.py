"""Where the words of a clause on money, storage, age or rights give a plain answer, it is told, and not beside it."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_CAP = "Our aggregate liability shall not exceed the fees paid in the 12 months before the event that gave rise to it."
_RENEWAL = "Plans renew automatically each month. After the discount period you pay the full fee."
_MISTAKE = "Fees are non-refundable. If you were charged in error, contact us within 30 days of the charge."
_ABROAD = "Customers outside Norway are responsible for any taxes on the service."
_DISPUTES = "Data relating to disputes: kept until the case ends; we may keep it longer for archival purposes."
_ACCOUNT = "We keep your photographs for as long as your account is open."
_PARENT = "The parent or guardian can view and delete a child's data in the family page."
_OWN = "You have the right to have your data deleted."
_IN_NO_WAY = "You can opt out of the sale of your data. We do not sell your data."
_AGE = "You must be at least 16 years old to use the service."
_NO_AGE = "If you do not accept these terms, you may not use the app. You must be of legal age."
_CREDITS = (
    "You can set an auto-reload, by which we charge your card monthly. Credits are not transferable or refundable."
)
_SAVED_UNLESS = "After the end we are not obliged, except as provided by law, to hand out data; we keep it anonymised."
_SWITCH = "You have the right to switch to another provider."
_UPDATES = "We keep appropriate measures to protect data, and updates will not materially reduce security."
_CHARGED = "When you start a purchase, you authorise us to charge your card, plus taxes and other charges."
_NOT_BY_DELETING = "You can cancel in the settings. Deleting the app does not cancel the plan."
_TOLD = "We may change the price at any time. Users will be notified before the new price takes effect."
_MODE = "Children under the age of 13 can use Larkwell in the Young Mode."
_SOME = "You are entitled to a refund of the remaining credits. Used credits are non-refundable."
_OVER = "Under no theory are we liable for damages in excess of EUR 500."


@pytest.mark.parametrize(
    ("clause_type", "words", "told", "untold"),
    [
        (
            "liability-limitation",
            _CAP,
            "By its words a limit depends on what was paid over 12 months.",
            "declines liability",
        ),
        ("liability-limitation", _OVER, "By its words no more than EUR 500", "another clause can set a cap"),
        ("auto-renewal", _RENEWAL, "The clause says, among other things: “Plans renew automatically", "at the price"),
        ("auto-renewal", _RENEWAL, "the full price is charged", "at the price that applies then"),
        ("no-refund", _MISTAKE, "“If you were charged in error, contact us within 30 days", "How are billing errors"),
        ("taxes-responsibility", _ABROAD, "“Customers outside Norway are responsible", "users bear it"),
        ("retention-period", _ACCOUNT, "for as long as there is an account", "for as long as the service is used"),
        ("indefinite-retention", _DISPUTES, "one kind of data only: “Data relating to disputes”", "in backups"),
        ("indefinite-retention", _SAVED_UNLESS, "without what identifies people", "legal reasons"),
        (
            "deletion-right",
            _PARENT,
            "A parent or guardian can have a child's data removed",
            "lets you have data removed",
        ),
        ("deletion-right", _OWN, "lets you have data removed", "A parent or guardian"),
        ("objection-opt-out-right", _IN_NO_WAY, "a use that it does not take place", "at present"),
        ("access-portability-right", _SWITCH, "switch to another provider", "On an appeal"),
        ("age-requirement", _AGE, "Users have to be at least 16 years old", "An age that it names"),
        ("age-requirement", _NO_AGE, "legal age", "The clause says: “If you do not accept"),
        ("fees-and-billing", _CREDITS, "Credits are not paid back", "Charges recur by its words"),
        ("security-measures", _UPDATES, "not so that the level of protection falls materially", "must not fall"),
        ("payment-authorisation", _CHARGED, "What are the other sums", "as they fall due"),
        (
            "cancellation-terms",
            _NOT_BY_DELETING,
            "among other things: “Deleting the app does not cancel the plan”",
            "a year",
        ),
        ("price-change", _TOLD, "On word beforehand, it says: “Users will be notified before", "at once"),
        ("age-requirement", _MODE, "On use by children, it says: “Children under", "Only where the terms allow"),
        ("no-refund", _SOME, "What has not been used can be paid back", "does not come back, as a rule"),
    ],
)
def test_a_plain_answer_is_told(clause_type: str, words: str, told: str, untold: str) -> None:
    text = written(composed(clause_type, words))
    assert told in text
    assert untold not in text
