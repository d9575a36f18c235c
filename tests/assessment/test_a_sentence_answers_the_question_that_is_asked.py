"""What is told of a clause, or answers a question, rests on the sentence that says it."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written


@pytest.mark.parametrize(
    ("clause_type", "words", "said", "unsaid"),
    [
        (
            "access-portability-right",
            "You can access or correct notes by editing them. You can download a copy of notes in the settings.",
            "get a copy of my data from Larkwell? The clause says, among other things: “You can download a copy",
            "“You can access or correct",
        ),
        (
            "access-portability-right",
            "You can access your Larkwell shop profile by visiting the settings page.",
            "Where can I see data that Larkwell has about me? On access, it says",
            "get a copy of my data",
        ),
        (
            "age-requirement",
            "Minors may use Larkwell only with the consent of a parent.",
            "with my permission? On use by children, it says: “Minors may use",
            "On the agreement of a parent",
        ),
        (
            "data-loss-backup",
            "If you do not pay, we may permanently delete the account and all the data in it.",
            "",
            "a deletion is final",
        ),
        (
            "account-security-duty",
            "Keep your password confidential and notify us of any unauthorized access.",
            "On what has to be reported, it says: “Keep your password confidential and notify us of any unauthorized",
            "answer for what happens under the account.”",
        ),
        (
            "unilateral-termination",
            "A strike follows a violation of the rules. We terminate a channel for repeated violations.",
            "On grounds, it says: “We terminate a channel",
            "it says: “A strike",
        ),
        (
            "content-responsibility",
            "You are responsible for ensuring that this information is complete and accurate for each ad.",
            "It makes you see to it that details are right, complete or current.",
            "outputs",
        ),
        (
            "unilateral-termination",
            "We may suspend accounts that violate these rules.",
            "A breach is among the grounds.",
            "at will",
        ),
        (
            "no-refund",
            "All payments are non-refundable, except where required by law.",
            "Payments that it names are not paid back, by its words. It makes an exception for what the law requires.",
            "that were mistaken",
        ),
        (
            "warranty-disclaimer",
            "To the extent permitted by law, Larkwell disclaims all warranties.",
            "It points to limits that the law sets.",
            "Its own words limit",
        ),
        (
            "liability-limitation",
            "We disclaim all liability for letters. To the extent permitted by law we are not liable for lost profits.",
            "",
            "It points to limits that the law sets.",
        ),
        (
            "access-portability-right",
            "If we deny your request, you may appeal by emailing us at help@larkwell.example.",
            "The clause speaks of an appeal",
            "On access, it says",
        ),
        (
            "age-requirement",
            "Children under 13 need the consent of a parent. You may only be asked for the year of your birth.",
            "On the agreement of a parent, it says: “Children under 13 need the consent of a parent”",
            "The clause says",
        ),
        (
            "age-requirement",
            "You have reached the age of “majority”.",
            "It goes by a legal age.",
            "also",
        ),
        (
            "childrens-data",
            "We do not intentionally collect data of children. We reserve the right to delete it.",
            "",
            "knowingly",
        ),
        ("liability-limitation", "We are not liable for a loss of notes if you lose them.", "", "has exceptions"),
        (
            "informal-dispute-first",
            "You contact us before a lawsuit. Statutes of limitations stop on receipt of your notice.",
            "What should the notice contain? Give your account details",
            "The clause says: “Statutes",
        ),
        (
            "ai-competing-model-restriction",
            "You may not extract data or use output to train models that compete with us.",
            "Watch for new acts that it names.",
            "such as the extraction of data",
        ),
        (
            "retention-period",
            "In this section, we explain how we keep notes to obey laws. Conversely, we keep bills as laws ask.",
            "“… we keep bills as laws ask”",
            "In this section",
        ),
    ],
)
def test_the_sentence_that_says_it_is_told(clause_type: str, words: str, said: str, unsaid: str) -> None:
    told = written(composed(clause_type, words))
    assert said in told
    assert unsaid not in told


def test_a_way_out_that_stands_beside_the_duty_is_told() -> None:
    duty = "You agree to arbitrate all disputes."
    words = f"{duty} You can opt out of arbitration as told in section 11."
    told = composed("mandatory-arbitration", words, stated=duty)
    assert "If you want to keep the courts, opt out in time and in the exact form asked for." in told.in_general.do
    answer = " ".join(told.faq[0].answer)
    assert answer.startswith("Not over what these words send to arbitration")
    assert "Opting out as these words tell" in answer


def _answer(clause_type: str, words: str, question: str) -> str:
    return " ".join(
        " ".join(one.answer) for one in composed(clause_type, words).faq if one.question.startswith(question)
    )


def test_what_only_tells_how_an_arbitration_goes_sends_nothing_there() -> None:
    sent = "You and Larkwell agree that all disputes shall be settled by arbitration."
    assert _answer("mandatory-arbitration", sent, "Can I still").startswith("Not over what these words send")
    seat = "The seat of arbitration shall be Ostmark."
    start = "If we do not agree within 30 days, you or Larkwell may commence an arbitration."
    for words in (seat, start):
        answer = _answer("mandatory-arbitration", words, "Can I still")
        assert answer.startswith("These words by themselves do not settle that"), words


def test_a_court_near_home_is_told_for_those_for_whom_it_is() -> None:
    words = (
        "All claims go to the courts of Ostmark alone. For residents of Alder who act as a consumer, claims are heard "
        "by a court in the country where you reside."
    )
    answer = _answer("jurisdiction-venue", words, "Where would")
    assert "For some of its users, by these words, it can be a court near home." in answer
    assert "By these words it can be" not in answer


def test_leave_to_share_with_consent_does_not_say_who_gets_data() -> None:
    assert not _answer("third-party-sharing", "We may share your data with your permission.", "Who gets")
    assert _answer("third-party-sharing", "We share your data with Corvid Mail.", "Who gets")


def test_what_is_forbidden_after_a_ban_is_not_what_follows_from_a_breach() -> None:
    words = "Do not lie to others. If your account is banned, you may not open another account."
    assert "may not open another" not in _answer("prohibited-conduct", words, "What happens")


def test_access_that_ends_for_no_debt_is_not_told_as_the_end_for_a_late_payment() -> None:
    words = "If we suspend your access to the lock, you owe the fees until that day."
    assert "late or fails" not in " ".join(composed("late-payment", words).what)
    late = "If you fail to pay on time, we may suspend your access."
    assert "late or fails" in " ".join(composed("late-payment", late).what)


def test_the_rule_behind_an_answer_that_excepts_from_itself_takes_nothing_back() -> None:
    words = "Your plan will automatically renew each year. Except as set out below, all fees are non-refundable."
    assert "non-refundable" not in _answer("auto-renewal", words, "Will Larkwell charge")


def test_the_company_of_the_contract_is_no_other_one_of_its_group() -> None:
    words = (
        "The entity providing the Service is Larkwell Harbours Limited. References to “Affiliates” means the other "
        "companies within Larkwell Group Inc."
    )
    answer = _answer("contracting-entity-contact", words, "Which company")
    assert "Larkwell Harbours Limited" in answer and "Affiliates" not in answer


def test_leave_to_use_a_service_reserves_nothing() -> None:
    words = "Larkwell lets you use the locks, also for boats that you lend to its own guests."
    assert "What the clause reserves" not in " ".join(composed("provider-ip-reserved", words).impact)


def test_what_the_provider_keeps_correct_is_not_asked_of_users() -> None:
    told = "It asks for details that are both correct and complete."
    holds = "The information that we hold is accurate and complete, and we may check your identity."
    assert told not in composed("identity-verification", holds).what
    asks = "You must provide accurate and complete information."
    assert told in composed("identity-verification", asks).what


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Larkwell, safe for people under 18: we limit letters that may not be appropriate for people under 18.", ()),
        ("You affirm that you are over the age of 18 and, if applicable, have the consent of any guardian.", ()),
        (
            "You must be at least 18, or 13 with the consent of a parent.",
            ("Can my child use Larkwell with my permission?",),
        ),
        (
            "If you accept on behalf of an organisation, you have the authority to bind it.",
            ("Who may accept for another?",),
        ),
    ],
)
def test_who_may_use_a_service_is_answered_by_what_lets_in(words: str, asked: tuple[str, ...]) -> None:
    told = composed("age-requirement", words)
    assert tuple(one.question for one in (*told.faq, *told.in_general.faq)) == asked


def test_how_a_vendor_is_bound_is_no_reason_to_share() -> None:
    bound = "Where firms of our group are our service providers, we require them to use your data on our behalf."
    helped = "We share data with firms of our group that are service providers and help us run Larkwell."
    reason = "On the reason, it says"
    assert reason not in written(composed("service-provider-sharing", bound))
    assert reason in written(composed("service-provider-sharing", helped))
