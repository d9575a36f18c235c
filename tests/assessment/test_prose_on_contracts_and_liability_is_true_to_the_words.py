"""What is told of clauses on contracts and liability holds for these words, in sentences that stand by themselves."""

from __future__ import annotations

import pytest

from conductatlas.assessment.quoting import quoted
from tests.assessment.composed import composed, written

_CAP = "Our total liability is limited to EUR 100."
_BOTH = f"{_CAP} We are not liable for any indirect loss."
_WAIVED = (
    "If you are a resident of Alder, you waive Civil Code section 1542, which says that a general release does not "
    "extend to claims that the releasing party does not know."
)
_NOT_ALLOWED = "Some states do not allow the limitation of certain damages, so these limits may not apply to you."
_LEFT = "If you do not agree with such material changes, you may terminate during the notice period."
_EMBARGO = "You warrant that you are not in a country embargoed by the U.S. government."
_AGENCY = "If you are an agency of the U.S. Government, you get the rights of all other users."
_SCHEDULE = "Either party may use subcontractors, its affiliates among them. You may not assign the contract."
_ONE_SIDE = (
    "Neither party may transfer the contract without consent. However, such consent shall not be required if Larkwell "
    "transfers it to an affiliate."
)


@pytest.mark.parametrize(
    ("clause_type", "words", "sentence", "is_told"),
    [
        ("export-sanctions", _EMBARGO, "the government of the United States", False),
        ("export-sanctions", _EMBARGO, "a public body of the United States", False),
        ("export-sanctions", _AGENCY, "the government of the United States", True),
        ("unilateral-terms-change", "You accept the changes in any new Legal Terms.", "On reasons for", False),
        ("unilateral-terms-change", "We make changes to reflect changes in law.", "On reasons for", True),
        ("unilateral-terms-change", "Other than for legal reasons, we tell you of changes.", "On reasons for", False),
        ("terms-change-notice", _LEFT, "On notice of weighty changes", False),
        ("terms-change-notice", "You get notice of material changes.", "On notice of weighty changes", True),
        (
            "user-indemnification",
            "You indemnify us for use of User Content of other users.",
            "put in or post",
            False,
        ),
        ("user-indemnification", "You indemnify us for your content.", "put in or post", True),
        ("beta-features", "We may end a beta without liability.", "It limits liability", False),
        ("beta-features", "We have no liability for betas.", "It limits liability", True),
        ("provider-assignment", _SCHEDULE, "within a group or in a sale", False),
        ("provider-assignment", "We may assign it to an affiliate.", "within a group or in a sale", True),
        ("provider-assignment", _ONE_SIDE, "It binds both sides", False),
        ("provider-assignment", "Neither party may assign it without consent.", "It binds both sides", True),
        ("liability-limitation", _CAP, "what it excludes altogether", False),
        ("liability-limitation", _BOTH, "what it excludes altogether", True),
        ("liability-preserved", _NOT_ALLOWED, "Some states", False),
        ("liability-preserved", "Nothing here will affect your statutory rights.", "Nothing here will", True),
        ("release-of-claims", _WAIVED, "is given up", False),
        ("release-of-claims", "You release us from all claims.", "is given up", True),
        ("release-of-claims", "You assume full responsibility and risk of loss.", "a risk is yours to bear", True),
        ("release-of-claims", "You release us from all claims.", "a risk is yours to bear", False),
        ("electronic-communications", "You may opt out of our newsletter.", "you can stop some messages", True),
        ("electronic-communications", "You may not be able to opt out of them.", "you can stop some", False),
        ("confidentiality", "A recipient is who gets such information.", "more than one side. ", False),
        (
            "contracting-entity-contact",
            "Larkwell Inc is data controller under contract.",
            "the words of the",
            False,
        ),
    ],
)
def test_a_sentence_is_told_only_where_the_words_bear_it(
    clause_type: str, words: str, sentence: str, is_told: bool
) -> None:
    told = written(composed(clause_type, words))
    if clause_type == "confidentiality":
        told = " ".join(f"{line} " for one in composed(clause_type, words).faq for line in one.answer)
    assert (sentence in told) is is_told


@pytest.mark.parametrize(
    ("clause_type", "words", "sentence"),
    [
        (
            "liability-preserved",
            "Liability for fraud stays; else we are not liable.",
            "In other cases it limits",
        ),
        ("export-sanctions", "No material that requires a government license.", "It bars material"),
        (
            "contracting-entity-contact",
            "The contract is between you and Larkwell.",
            "It is the company that the",
        ),
    ],
)
def test_a_sentence_stands_by_itself(clause_type: str, words: str, sentence: str) -> None:
    assert sentence in written(composed(clause_type, words))


def test_a_quotation_ends_with_its_last_word() -> None:
    assert quoted("We may change these terms from time to time .") == "“We may change these terms from time to time”"
