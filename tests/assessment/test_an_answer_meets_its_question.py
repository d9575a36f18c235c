"""An answer meets the question that is asked, and what bounds a clause is told with it."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written


@pytest.mark.parametrize(
    ("clause_type", "words", "said", "unsaid"),
    [
        (
            "arbitration-opt-out",
            (
                "If Larkwell changes the rules on arbitration, you may reject the change by mail to no@larkwell.test. "
                "Rejecting it is not an opt-out of arbitration."
            ),
            "Can I refuse a change of the rules on arbitration? On refusing a change, it says: “If Larkwell changes",
            "How do I opt out of arbitration",
        ),
        (
            "arbitration-opt-out",
            "You may opt out of arbitration by writing to no@larkwell.test. You can reject any change by e-mail.",
            "How do I opt out of arbitration with Larkwell? The clause says, among other things: “You may opt out",
            "",
        ),
        (
            "mandatory-arbitration",
            (
                "For a claim of less than a hundred songs the one who asks may elect to resolve it through "
                "binding arbitration. Such an arbitration shall be held by letter and decided by one arbitrator."
            ),
            "court? On who may choose arbitration, it says: “For a claim",
            "Not over what these words send to arbitration",
        ),
        (
            "mandatory-arbitration",
            "A dispute will be resolved by binding arbitration. You may choose whether the arbitration is by letter.",
            "Not over what these words send to arbitration",
            "On who may choose arbitration",
        ),
        (
            "acceptance-by-use",
            (
                "Your continued use after a change accepts it. If a change is not acceptable to you, you may "
                "leave the programme by writing to us."
            ),
            "How can I refuse a new version? On refusing, it says: “If a change is not acceptable to you",
            "whoever goes on using the service is taken to agree",
        ),
        (
            "price-change",
            "Prices of songs can change. Lower prices are effective immediately, and higher ones after a month.",
            "On changes that take effect at once, it says: “Lower prices are effective immediately, and higher ones",
            "Some changes can take effect at once",
        ),
        (
            "age-requirement",
            "You affirm that you are over the age of 18 and able to enter into this agreement.",
            "",
            "Check the limits before",
        ),
        (
            "age-requirement",
            "You must be at least 16 years old. Children may use Larkwell with a parent until they are over 18.",
            "Check the limits before",
            "",
        ),
        (
            "government-disclosure",
            (
                "It depends on each mandatory request. Only the information necessary to comply with it is "
                "disclosed to the court."
            ),
            "On what limits the disclosure, it says: “Only the information necessary",
            "What threshold applies",
        ),
        (
            "service-provider-sharing",
            "If you buy a song, your card number is collected by our payment processor on our behalf.",
            "",
            "On the reason, it says",
        ),
        (
            "service-provider-sharing",
            "We share songs with companies of the Corvid group, which act as service providers to help us deliver.",
            "share my data with service providers? On the reason, it says: “We share songs with companies",
            "with vendors?",
        ),
        (
            "third-party-sharing",
            "We share songs with the Corvid choir, which uses them for itself. This sharing only occurs if you agree.",
            "uses them for itself. This sharing only occurs if you agree”",
            "",
        ),
        (
            "liability-limitation",
            "We will not be liable for indirect damages, lost profits or loss of use, goodwill or data.",
            "It excludes liability for indirect loss, by its words. Lost data is among what it excludes, by its words.",
            "",
        ),
        (
            "liability-limitation",
            "Nothing in these terms excludes our liability for loss of data by intent.",
            "",
            "Lost data is among",
        ),
        (
            "liability-limitation",
            "We are not liable beyond it: liability for indirect damages and loss of data will not exceed EUR 100.",
            "",
            "Lost data is among",
        ),
        (
            "moderation-appeal",
            "You can appeal the decision on the link in the notification that we send to you.",
            "",
            "How do I report something on Larkwell? It says",
        ),
    ],
)
def test_an_answer_meets_its_question(clause_type: str, words: str, said: str, unsaid: str) -> None:
    seen = written(composed(clause_type, words))
    assert said in seen, seen
    assert not unsaid or unsaid not in seen, seen


def test_how_much_can_be_had_is_no_sum_for_each_loss() -> None:
    seen = written(composed("liability-limitation", "Our aggregate liability to you will not exceed EUR 100."))
    assert "at most? By its words no more than EUR 100 for all claims together, as far as that holds." in seen


def test_what_happens_then_is_quoted_with_what_happens_first() -> None:
    words = "Some songs are too loud for the night. When that happens, we may remove the song from the hall."
    seen = written(composed("content-removal", words))
    assert "“When that happens" not in seen
    assert "“Some songs are too loud for the night. When that happens" in seen


def test_who_decides_on_data_is_answered_by_the_clause_that_says_it() -> None:
    decides = "Larkwell processes the data of owners as a data controller."
    told = written(composed("data-processing-terms", f"{decides} All else it does as a processor."))
    assert "the clause says: “Larkwell processes the data of owners as a data controller”" in told
    assert "commonly the customer" not in told
    assert "commonly the customer" in written(composed("data-processing-terms", "Larkwell helps with requests."))


def test_a_time_to_sue_that_binds_one_side_is_told_as_that() -> None:
    one_sided = "You must bring any claim against Larkwell within one year after the event."
    assert "It limits claims against Larkwell" in written(composed("claim-time-limit", one_sided))
    mutual = "You must bring any claim against us, and either party its claims, within one year."
    assert "It limits claims against" not in written(composed("claim-time-limit", mutual))


def test_a_party_to_contract_clauses_is_not_sent_to_ask_for_them() -> None:
    words = "For the purposes of the Clauses, Larkwell is the data exporter and you are the data importer."
    assert "copy of the contract clauses" not in written(composed("international-transfer", words))
