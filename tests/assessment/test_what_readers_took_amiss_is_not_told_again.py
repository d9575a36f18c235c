"""Words in the sense of another actor, a denial or a limb of a list are told, and grade, as what they are."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.provisions import grade
from tests.assessment.composed import composed, written

_PRESERVED = "Larkwell preserves data for 90 days when law enforcement asks for that, until an order comes."
_HANDED_OVER = "Larkwell gives data to the police where a court orders it."
_TEAM = "You are responsible for ensuring that your team members are old enough to use the service."


@pytest.mark.parametrize(
    ("clause_type", "words", "told", "untold"),
    [
        (
            "government-disclosure",
            _PRESERVED,
            "Data can be handed over",
            "data that is gone cannot be handed over",
        ),
        (
            "government-disclosure",
            _HANDED_OVER,
            "data that is gone cannot be handed over",
            "On telling those concerned",
        ),
        (
            "user-indemnification",
            "Whoever seeks indemnity must give notice. THE INDEMNITY IS A PARTY'S ONLY REMEDY FOR SUCH CLAIMS.",
            "shuts out other remedies",
            "Lawyers' fees are included",
        ),
        (
            "auto-renewal",
            "It renews for a like term unless either party gives 30 days’ written notice before the end of the term.",
            "notice against a renewal has to be given some time before",
            "a reminder some days ahead",
        ),
        (
            "auto-renewal",
            "It renews unless you cancel at least 24 hours before the end of the term.",
            "the last day on which renewal can be stopped",
            "a reminder some days ahead",
        ),
        (
            "auto-renewal",
            "It renews each year. We send a reminder notice 15 days before the end of the term.",
            "a reminder some days ahead",
            "some time before",
        ),
        ("age-requirement", _TEAM, "answer for whether others", "your right to act for a company"),
        (
            "user-termination",
            "You can end this contract at any time. If you do not agree to these terms, do not use Larkwell.",
            "You can leave when you like",
            "On a change that you do not accept",
        ),
        (
            "user-termination",
            "You can end this contract at any time. If you do not agree to the new terms, do not use Larkwell.",
            "On a change that you do not accept",
            "On refunds",
        ),
        (
            "rights-limits",
            "We will not deny you our goods when you use your rights, and you will not be charged a different price.",
            "rights",
            "narrowed by the limits",
        ),
        (
            "arbitration-opt-out",
            "You may reject any such change within 30 days. By rejecting it you agree that you will arbitrate.",
            "still goes to arbitration",
            "keep a path open",
        ),
        ("arbitration-opt-out", "You may opt out of arbitration.", "keep a path open", "as they were, if you reject"),
        (
            "identity-verification",
            "What you state in connection with a purchase must be accurate and complete.",
            "details that you give in a purchase",
            "ties what you do there to you",
        ),
        ("identity-verification", "Your account details must be accurate.", "ties what you do", "in a purchase"),
        (
            "international-transfer",
            "Your use of the charts is subject to your compliance with the clauses when they leave Norway.",
            "What you take abroad",
            "Choose a storage region",
        ),
        ("international-transfer", "We store data in Norway.", "Data can leave the country", "What you take abroad"),
        (
            "ai-no-training-commitment",
            "We do not access your charts and do not train our models on them.",
            "keep my data out",
            "Look for a separate passage",
        ),
        (
            "retention-period",
            "We keep the data that we describe, as set out in this Privacy Notice, as long as you use our services.",
            "Some of it stays for as long as",
            "refers to another text",
        ),
        (
            "government-disclosure",
            "We notify users of malicious software on their boats.",
            "Do not count on a message",
            "The clause says:",
        ),
        (
            "termination-effects",
            "These terms remain in effect for one year. Rights then end.",
            "end",
            "On what goes on after the end, it says:",
        ),
        (
            "ai-use-disclosure-duty",
            "(c) remove any watermark or disclosure that the boat puts on outputs;",
            "labels that are there must stay",
            "It asks that the use of AI be told",
        ),
        (
            "account-creation",
            "Sign up for an account. You can edit it through your Google Account settings.",
            "accounts",
            "signing in through another service",
        ),
        (
            "childrens-data",
            "Data of pupils under 13 passes on in a sale, merger or other transfer of the business.",
            "children",
            "It speaks of sale",
        ),
        (
            "cookies-and-trackers",
            "Cookies serve sales and marketing.",
            "cookies",
            "sale of data",
        ),
        (
            "targeted-advertising",
            "If she doesn't want to see ads, she can hide them.",
            "bear on the adverts",
            "is ruled out",
        ),
        (
            "location-tracking",
            "Even if you don't agree to share your address book, we suggest friends. We know your location.",
            "How closely you can be found depends on the source",
            "even where a setting is off",
        ),
        (
            "device-data-access",
            "If you do not share your contacts, we use your camera.",
            "Share selected contacts",
            "not passed on",
        ),
        (
            "moderation-appeal",
            "By our appeals process you can tell us if you think we got something wrong.",
            "looked at again",
            "On reports, it says",
        ),
        (
            "governing-law",
            "Alder law governs. Mandatory laws of the country in which you reside protect you besides.",
            "mandatory rules",
            "Which law counts is not the same",
        ),
        (
            "price-change",
            "On a change of the fee Larkwell gives the customer 60 days' notice.",
            "do not settle",
            "can change prices",
        ),
        ("price-change", "We may change the fee on 60 days' notice.", "can change prices", "do not settle"),
        (
            "personal-data-collected",
            "The browser sends a unique number, from which we draw up aggregate data.",
            "Data about you",
            "not tied to names",
        ),
        ("acceptance-by-use", "By using the site you accept these terms.", "is for the law to say", "As a rule, yes"),
        ("security-measures", "We protect data. Limit access to your devices.", "protect", "Limits on who has access"),
        (
            "account-security-duty",
            "You are responsible for all uses of your login credentials, authorised or not.",
            "answer for what happens under the account",
            "A shift from keeping the password safe",
        ),
    ],
)
def test_what_is_told_follows_from_whose_act_it_is(clause_type: str, words: str, told: str, untold: str) -> None:
    text = written(composed(clause_type, words))
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    ("clause_type", "words", "severity"),
    [
        (
            "unilateral-termination",
            "You can leave for any reason. We close accounts that violate these rules.",
            "medium",
        ),
        ("unilateral-termination", "We can close accounts for any reason. You can leave for any reason.", "high"),
        ("unilateral-termination", "We may suspend the service if your balance is insufficient.", "medium"),
        ("jurisdiction-venue", "Mandatory provisions of consumer law stay. Alder courts alone decide.", "medium"),
        ("jurisdiction-venue", "The court in your domicile decides if you are a consumer.", "none"),
        (
            "government-disclosure",
            "We disclose data if we believe it is necessary to (a) comply with laws; (b) to enforce our terms.",
            "high",
        ),
        ("ai-output-ownership", "You have no authority to use generated content in any commercial manner.", "medium"),
    ],
)
def test_a_grade_follows_from_whose_act_it_is(clause_type: str, words: str, severity: str) -> None:
    assert grade(load_catalogue()[clause_type], words).severity.value == severity


def test_a_sale_that_is_denied_is_told_so_and_no_advertising_is_read_into_it() -> None:
    text = written(composed("childrens-data", "We do not knowingly collect, share or sell data of children under 13."))
    assert "data of people younger than 13 years is not knowingly sold or shared" in text
    assert "It speaks of advertising" not in text
    assert "It speaks of a sale" not in text


def test_whom_a_notice_of_processing_terms_is_for_is_told() -> None:
    words = "If Customer subscribes to emails about processors, Larkwell will notify Customer at least 15 days before."
    text = written(composed("data-processing-terms", words))
    assert "The customer is to be told at least 15 days ahead" in text
    assert "A notice period that it states is" not in text


def test_help_from_others_is_no_help_for_the_other_side() -> None:
    words = "Larkwell engages subprocessors to assist Larkwell with storage."
    assert "help for the other side" not in written(composed("data-processing-terms", words))


def test_the_law_of_a_seat_is_no_age() -> None:
    words = "Each customer, if a company, warrants that it is in good standing under the laws of the jurisdiction."
    assert "age that the law of a place sets" not in written(composed("age-requirement", words))
    minimum = "You must have reached the age that the laws of your country ask for."
    assert "age that the law of a place sets" in written(composed("age-requirement", minimum))


def test_what_is_not_construed_to_create_something_is_no_rule_of_reading() -> None:
    partners = "Nothing in this agreement shall be construed to create a partnership between Larkwell and you."
    told = "On how words are to be read, it says"
    assert told not in written(composed("general-provisions", partners))
    assert told in written(composed("general-provisions", "The word 'including' shall be construed without limit."))


def test_children_are_named_without_a_sentence_that_tells_of_them() -> None:
    words = "We do not knowingly collect data from anybody under 16."
    text = written(composed("childrens-data", words, Severity.NONE))
    assert "Data of children, or of people below an age that it names, is not knowingly collected" in text
    assert "such children" not in text


def test_mandatory_rules_of_a_home_are_told_with_the_courts() -> None:
    words = (
        "Claims must be brought in the courts of Larkton. If you reside in a place that requires its own courts, "
        "those rules apply instead."
    )
    told = composed("jurisdiction-venue", words)
    assert "requires its own rules or courts, those count instead" in " ".join(told.faq[0].answer)
    assert "Look elsewhere" not in written(told)


def test_what_is_not_knowingly_collected_is_told_with_its_exception() -> None:
    rule = "The service is not directed to children. We do not knowingly collect data of children"
    plain = written(composed("childrens-data", f"{rule}.", Severity.NONE))
    assert "is not knowingly collected, by its words" in plain
    limited = written(composed("childrens-data", f"{rule}, unless a parent has agreed to it.", Severity.NONE))
    assert "not knowingly collected, but for an exception" in limited
    assert "not knowingly collected, by its words" not in limited


def test_whom_a_clause_on_events_excuses_is_told_and_not_asked() -> None:
    both = "Neither party is liable for a failure of any obligation by events such as storms."
    told = written(composed("force-majeure", both))
    assert "Yes, in events of the kind that it describes" in told
    assert "Are payments excepted?" not in told
    one_side = written(composed("force-majeure", "In no event shall Larkwell be liable to you for a delay by a storm."))
    assert "those of this clause speak of Larkwell" in one_side
    assert "excuse both sides?" not in one_side


@pytest.mark.parametrize(
    ("words", "of_messages"),
    [
        ("You can opt out of these messages at any time by answering STOP.", True),
        ("You can opt out of the use of your letters for training.", False),
        ("You can opt out of e-mails and of sharing with partners.", False),
    ],
)
def test_a_choice_on_messages_is_told_as_one(words: str, of_messages: bool) -> None:
    said = written(composed("objection-opt-out-right", words))
    assert ("lets you say no to some messages" in said) is of_messages
    assert ("lets you say no to a use of your data" in said) is not of_messages
