"""What is quoted of a clause is told as a part of it, and is a sentence that says something by itself."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment import key_sentence
from conductatlas.assessment.quoting import is_for_others, sentence_with, stands_alone, way_with
from conductatlas.assessment.worded import worded
from tests.assessment.composed import composed, written

_RULE = "You and Larkwell agree to settle any claim about a berth by binding arbitration and not in a court of law."
_FILLER = "The harbour office keeps a book of all arrivals, which lies open at the quay on every day of the week."


def _key(*said: tuple[str, float]) -> str:
    passage = "\n".join(one for one, _ in said)
    places, start = [], 0
    for one, chance in said:
        places.append((start, start + len(one), chance))
        start += len(one) + 1
    return key_sentence(passage, places)


@pytest.mark.parametrize(
    "banner",
    [
        "READ THIS SECTION CAREFULLY BECAUSE IT REQUIRES YOU TO SETTLE CLAIMS AGAINST LARKWELL BY ARBITRATION.",
        "Please read the following terms with care, since they send all of your claims to binding arbitration.",
        "This section contains an agreement by which claims about a berth are settled by binding arbitration.",
        "We understand that a claim about a berth which is settled by binding arbitration can be a burden to you.",
        "What holds for claims about a berth that are settled by binding arbitration is set out below.",
    ],
)
def test_a_banner_does_not_stand_for_the_rule(banner: str) -> None:
    assert _key((banner, 0.99), (_RULE, 0.8), (_FILLER, 0.0), (_FILLER, 0.0)) == _RULE


def test_lines_that_ran_together_are_not_quoted() -> None:
    for glued in (
        "Information from harboursIf we show a chart to you, we use the data of your boat.",
        "Charts on the water:Our programs read the data of your boat and of others.",
        "No liability:** We are not liable for any loss at the quay.",
    ):
        assert not stands_alone(glued)
    ahead = "Larkwell grants each guest a licence to use the charts of the harbour and of the coast solely to: 1."
    assert _key((ahead, 0.9), (_FILLER, 0.0), (_FILLER, 0.0), (_FILLER, 0.0)) == ""


def test_a_rule_of_its_own_is_no_item_of_the_list_above_it() -> None:
    lead = "This rule does not apply to:"
    duty = "Boats cannot carry fireworks, signal rockets or anything else that burns."
    assert _key((lead, 0.1), (duty, 0.9), (_FILLER, 0.0), (_FILLER, 0.0), (_FILLER, 0.0)) == duty
    bare = "Must not carry fireworks, signal rockets or anything else that burns."
    assert _key((lead, 0.1), (bare, 0.9), (_FILLER, 0.0), (_FILLER, 0.0), (_FILLER, 0.0)) == ""


def test_what_says_something_by_itself_is_no_later_item_of_a_list() -> None:
    lead, first = "Notices for boats on hire must disclose:", "The price"
    other = "Notices for divers are prohibited in all of the inner harbours"
    assert _key((lead, 0.1), (first, 0.1), (other, 0.9), (_FILLER, 0.0), (_FILLER, 0.0), (_FILLER, 0.0)) == ""


def test_a_list_is_not_cut_within_brackets() -> None:
    sections = "; ".join(f"{number} (Berths; Boats that lie in them; Charts of the quay)" for number in range(12, 28))
    cut = _key((f"The sections that stay in force after the end are {sections}.", 0.9), *[(_FILLER, 0.0)] * 12)
    assert cut.count("(") == cut.count(")") > 0


def test_the_rule_for_businesses_is_not_told_alone() -> None:
    business = "Business Users: All fees of an arbitration are split in half."
    consumers = "Consumers pay no fees of an arbitration but those that they agree to."
    fees = re.compile("fees")
    assert sentence_with(fees, f"{business} {consumers}") == f"“{consumers[:-1]}”"
    assert sentence_with(fees, business) == f"“{business[:-1]}”"
    assert is_for_others("If you are using the Services for commercial purposes, each side pays.", consumers)
    written_to = "For business accounts, you can write to desk@larkwell.example."
    assert way_with(re.compile("write"), f"{written_to} Consumers use the desk at the quay.") == ""


def test_a_sentence_is_told_with_the_one_before_it_in_the_clause() -> None:
    condition, training = "If you leave Quiet Mode off, we keep your charts.", "We use this data to train models."
    told = sentence_with(re.compile("train"), training, whole=f"{condition} {training}")
    assert told == f"“{condition} {training[:-1]}”"


def test_an_answer_is_told_as_a_part_of_a_longer_clause() -> None:
    sharing = "We share your data with the ports that you call at."
    answer = "Who gets my data from Larkwell? The clause says"
    assert f"{answer}: “We share" in written(composed("third-party-sharing", sharing))
    assert f"{answer}, among other things: “We share" in written(
        composed("third-party-sharing", f"{sharing} {_FILLER}")
    )
    friends = "Your friends can choose to share the list with the same harbour."
    assert answer not in written(composed("third-party-sharing", friends))


def test_words_are_quoted_that_limit_what_is_disclosed() -> None:
    words = "Answers to requests that we are not required by law to meet hold little data."
    told = written(composed("government-disclosure", "Answers where we are not compelled by law hold little data."))
    assert "On cases in which the law does not call for it, it says: “Answers where" in told
    assert "others than" not in written(composed("government-disclosure", words))


def test_a_contact_that_is_not_given_is_not_named() -> None:
    lost = "If a child under 13 gave us data, contact us using the below information and we will delete it."
    assert "contact that the clause gives" not in written(composed("childrens-data", lost))
    officer = "If a child gave us data, contact our DPO and we will delete it."
    assert "address in the privacy documents" not in written(composed("childrens-data", officer))


def test_a_question_is_answered_by_words_that_answer_it() -> None:
    after = "After a notice containing all of the details above is received, the sides talk for sixty days."
    assert "What should the notice contain? The" not in written(composed("informal-dispute-first", after))
    unsure = "If you are unsure whether to file a counter-notice, you may contact a lawyer."
    assert "On reporting it" not in written(composed("copyright-takedown", unsure))


def test_a_country_with_full_stops_is_quoted_whole() -> None:
    one = worded("At this time only persons located in the U.S. age twenty and older may use it.")
    assert one["residence"] == "“located in the U.S.”"
    assert (
        worded("You must live within the harbour or be based in the U.S. or Ostmark.")["residence"]
        == "“be based in the U.S. …”"
    )


def test_of_a_clause_that_may_be_another_no_sentence_is_quoted_that_hardly_states_its_type() -> None:
    words = "Please name the laws that are deemed to be broken. The keeper of the lock reads each letter himself."
    pattern = re.compile("deemed")
    assert sentence_with(pattern, words, lambda _: 0.1)
    assert sentence_with(pattern, words, lambda _: 0.1, at_all=True) == ""
    assert sentence_with(pattern, words, lambda _: 0.3, at_all=True)
