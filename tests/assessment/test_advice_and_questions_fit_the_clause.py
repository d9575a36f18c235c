"""Advice, questions and answers are told of what the clause speaks of; where its words answer, they are the answer."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_NEED = "We keep data while we have an ongoing legitimate need to do so."
_PURPOSES = "Some data is retained indefinitely to train our systems."
_AFTER_DELETION = "After you delete your account, we keep some of your data indefinitely."
_REQUIRED = "Required cookies are essential for the site and cannot be disabled through our cookie banner."
_REQUIRED_AND_OTHERS = "Required cookies cannot be disabled. Analytics cookies can be refused in the banner."
_REQUIRED_AND_CHOSEN = "You may choose which cookies are used. Those that are necessary cannot be disabled."
_PLAIN_SALE = "We do not sell your personal data."
_SALE_AND_ADVERTS = "We do not sell your personal data or share it for cross-context advertising."
_DASHBOARD = "A parent can view and delete a child's data on the privacy dashboard, and may revoke the consent given."
_MAIL = "If you believe that a child has used Larkwell, please contact us at help@larkwell.test."
_UNDER = "Users under the age of 16 may not create accounts."
_WITH_PARENTS = "If you are under 16, you may use Larkwell only with the consent of a parent."
_PRODUCT = "You may not access the services to build a similar or competitive product."
_MODEL = "You may not use outputs to train models that compete with us."
_WORKSPACE = "Workspace owners can turn off training on your inputs in the settings of the workspace."
_PERSONAL = "You can turn off training on your chats in your settings."
_FEEDBACK = "Even if you opt out, we will use chats to train models when you provide feedback on them."
_HUMAN = "You must not represent that an output was made by a human when it was not."
_MARKS = "You must not remove watermarks from outputs, nor represent that a human made them."
_REACTIVATION = "Your account data is kept for 30 days, in which you can reactivate your account."
_AGREEMENT = "Upon termination of the agreement the customer pays all fees and exports its data within 30 days."
_FEATURES = "To use certain features of our services, you may be required to create an account."
_ALL = "You must create an account to use our services."
_OWN = "We may train on content; you do not claim rights against us due to this use."
_OTHERS = "You release us from claims that arise from disputes with other members."
_TRIAL = "Trial period. Larkwell may offer a free trial, which is provided as is and without any warranty."
_GENERAL = "The services are provided as is, without warranty of any kind."
_WHO_PAYS = "Disputes are settled by arbitration. We will pay all filing fees under 10,000 dollars."
_NO_COSTS = "All disputes are settled by binding arbitration."
_UNIT = "You may contact the Complaint Assistance Unit of the Department of Consumer Affairs."
_SUPERVISION = "You may lodge a complaint with your supervisory authority."
_IN_SETTINGS = "You can delete your account in the settings."
_BY_MAIL = "Write to us at rooks@corvid.test to have your data deleted."
_ELSE_BY_MAIL = (
    "You can erase most letters by opening your drawer. If you cannot do this, email us at rooks@corvid.test."
)
_LABEL = "You must label outputs as made by AI when you share them."
_NO_WAY = "You have the right to erasure of your personal data."
_COUNTER = "To submit a counter-notice, provide a physical or electronic signature and your full name."
_NOTICE = "If you believe that content infringes your copyright, send a notice to our agent."
_COUNTER_CIVIL = "To submit a counter-notification, provide your name and accept service of process."
_JUST_AUTHORITY = "If you accept on behalf of a company, you represent that you have full legal authority to bind it."
_DIRECTED = "Larkwell is not directed to children, and we do not knowingly collect their data."
_LINKED = "Teens and their parents can link their accounts, so that the parent manages settings. We disclose alerts."
_BALANCE = "We take particular care of those below the age of majority when we balance our interests and theirs."
_ASSOCIATED = (
    "Thumbs up and down are feedback, and we use feedback as well as the associated input to train our models."
)
_OPEN_SOURCE = "We make no warranty for third-party open-source software."
_OUR_COMPANY = "These terms are an agreement with Larkwell Ltd; write to us at help@larkwell.test."
_DATES = "Larkwell Ltd is the controller. This policy was last updated on 1 May 2026."
_YOURS = "You may not assign the agreement to a third party without our prior written consent."
_THEIRS = "We may assign the agreement to another company."
_ALL_APPLY = "You may not use the services unless all of this applies: you are at least 18 years old."
_PROGRAM = "The program and all its elements are provided on an “as is” basis, without warranties of merchantability."
_CLOSING = "You can deactivate your account for a while, or delete your account for good."


def _told(clause_type: str, words: str) -> str:
    return written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "told", "words", "other"),
    [
        ("indefinite-retention", "what remains after deletion", _AFTER_DELETION, _PURPOSES),
        ("indefinite-retention", "which data is kept so", _PURPOSES, _AFTER_DELETION),
        ("indefinite-retention", "Which categories of data survive deletion", _AFTER_DELETION, _PURPOSES),
        ("cookies-and-trackers", "refuse what is not needed", _REQUIRED_AND_OTHERS, _REQUIRED),
        ("cookies-and-trackers", "refuse what is not needed", _REQUIRED_AND_CHOSEN, _REQUIRED),
        ("cookies-and-trackers", "Is refusing as easy", _REQUIRED_AND_OTHERS, _REQUIRED),
        ("no-sale-commitment", "certain kinds of passing on", _SALE_AND_ADVERTS, _PLAIN_SALE),
        ("no-sale-commitment", "Not by itself: it is about sale.", _PLAIN_SALE, _SALE_AND_ADVERTS),
        ("childrens-data", "at the dashboard that the clause names", _DASHBOARD, _MAIL),
        ("childrens-data", "changed or taken back", _DASHBOARD, _MAIL),
        ("childrens-data", "Write to the contact that the clause gives", _MAIL, _DASHBOARD),
        ("age-requirement", "below the age that the clause sets", _UNDER, _WITH_PARENTS),
        ("age-requirement", "On use by children, it says", _WITH_PARENTS, _UNDER),
        ("ai-competing-model-restriction", "any data set meant for training", _MODEL, _PRODUCT),
        (
            "ai-competing-model-restriction",
            "In general not: such a rule is about building something",
            _PRODUCT,
            _MODEL,
        ),
        ("ai-training-on-user-content", "for each workspace", _WORKSPACE, _PERSONAL),
        ("ai-training-on-user-content", "data processing terms of your plan", _WORKSPACE, _PERSONAL),
        ("ai-training-on-user-content", "Give no feedback on what is confidential", _FEEDBACK, _PERSONAL),
        ("ai-use-disclosure-duty", "Leave watermarks", _MARKS, _HUMAN),
        ("termination-effects", "by reactivating the account in time", _REACTIVATION, _AGREEMENT),
        ("termination-effects", "Settle who pays for help", _AGREEMENT, _REACTIVATION),
        ("termination-effects", "invoices included", _AGREEMENT, _REACTIVATION),
        ("account-creation", "On needing one, it says", _FEATURES, _ALL),
        ("account-creation", "you need one", _ALL, _FEATURES),
        ("release-of-claims", "harm that the platform itself causes", _OTHERS, _OWN),
        ("release-of-claims", "for conduct of the platform itself", _OTHERS, _OWN),
        ("warranty-disclaimer", "Obtain express warranties", _GENERAL, _TRIAL),
        ("mandatory-arbitration", "On who pays, it says:", _WHO_PAYS, _NO_COSTS),
        ("regulator-complaint", "Search the published decisions", _SUPERVISION, _UNIT),
        ("deletion-right", "The clause says: “", _IN_SETTINGS, _NO_WAY),
        (
            "deletion-right",
            "Use the way that the text names; where it names none, write to the privacy contact of the platform",
            _NO_WAY,
            _IN_SETTINGS,
        ),
        ("deletion-right", "The clause provides for a request.", _BY_MAIL, _ELSE_BY_MAIL),
        ("deletion-right", "“You can erase most letters by opening your drawer”", _ELSE_BY_MAIL, _BY_MAIL),
        ("ai-use-disclosure-duty", "May I edit an output and present it as mine?", _HUMAN, _LABEL),
        ("deletion-right", "Is deactivating the same as deleting?", _CLOSING, _IN_SETTINGS),
        ("copyright-takedown", "How do I report an infringement", _NOTICE, _COUNTER),
        ("copyright-takedown", "How do I answer a complaint", _COUNTER, _NOTICE),
        ("copyright-takedown", "How do I answer a complaint", _COUNTER_CIVIL, _NOTICE),
        ("age-requirement", "below the age that the clause sets", _ALL_APPLY, _WITH_PARENTS),
        ("contracting-entity-contact", "Which company do I contract with", _OUR_COMPANY, _DATES),
        ("contracting-entity-contact", "How do I send a formal complaint", _OUR_COMPANY, _DATES),
        ("provider-assignment", "Would another company have to keep to", _THEIRS, _YOURS),
        ("age-requirement", "needs the right to bind them", _JUST_AUTHORITY, _UNDER),
        ("age-requirement", "before you pay for or store anything", _UNDER, _JUST_AUTHORITY),
        ("childrens-data", "Write to the platform to ask for access", _DIRECTED, _BALANCE),
        ("childrens-data", "How can a parent have", _MAIL, _BALANCE),
        ("childrens-data", "How can a parent have", _DIRECTED, _LINKED),
        ("ai-training-on-user-content", "Give no feedback on what is confidential", _ASSOCIATED, _PERSONAL),
        ("warranty-disclaimer", "Obtain express warranties", _GENERAL, _OPEN_SOURCE),
        ("warranty-disclaimer", "Obtain express warranties", _GENERAL, _PROGRAM),
    ],
)
def test_it_is_told_of_a_clause_that_speaks_of_it_alone(clause_type: str, told: str, words: str, other: str) -> None:
    assert told in _told(clause_type, words)
    assert told not in _told(clause_type, other)


def test_words_in_quotation_marks_are_not_put_into_the_mouth_of_a_clause() -> None:
    assert "as long as necessary" not in _told("retention-period", _NEED)


def test_backups_are_asked_about_where_there_is_a_period_that_they_could_follow() -> None:
    asked = "Do copies held by vendors and in backups follow the same period?"
    assert asked in composed("retention-period", "We delete logs after 30 days.").in_general.questions
    assert asked not in composed("retention-period", _NEED).questions


def test_a_clause_that_only_asks_for_the_right_to_act_for_a_company_is_asked_about_that() -> None:
    assessment = composed("age-requirement", _JUST_AUTHORITY)
    assert [one.answer for one in assessment.in_general.faq] == [
        ("Whoever accepts for another needs the right to bind them.",)
    ]
    assert assessment.in_general.questions == ("Who in the organisation is allowed to accept, and is that recorded?",)
    assert assessment.in_general.watch == (
        "Watch for further confirmations that are asked of whoever accepts for a company.",
    )
