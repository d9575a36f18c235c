"""In a passage that says much besides, the sentences are marked by which a clause type is found, if they are clear."""

from __future__ import annotations

from conductatlas.provisions import marked_words

_CHANGES = (
    "**Changes.** Larkwell can add charts to the service. We may modify these Terms at any time in our sole "
    "discretion. Your continued use of the Services after the change means that you accept the modified Terms. "
    "Charts are drawn in two colours. The harbour office is open on weekdays."
)


def _marked(clause_type: str, passage: str) -> list[str]:
    return [passage[start:end] for start, end in marked_words(clause_type, passage, "")]


def test_only_the_sentences_that_state_the_type_are_marked() -> None:
    assert _marked("unilateral-terms-change", _CHANGES) == [
        "We may modify these Terms at any time in our sole discretion."
    ]
    assert _marked("acceptance-by-use", _CHANGES) == [
        "Your continued use of the Services after the change means that you accept the modified Terms."
    ]


def test_of_a_short_passage_and_of_one_that_is_all_about_it_nothing_is_marked() -> None:
    change = "We may modify these Terms at any time in our sole discretion."
    assert _marked("unilateral-terms-change", f"{change} The sun rises.") == []
    assert _marked("unilateral-terms-change", f"{change} {change} {change} The sun rises.") == []


def test_nothing_is_marked_where_no_sentence_is_sure_to_state_the_type() -> None:
    assert _marked("jury-trial-waiver", _CHANGES) == []


def test_a_sentence_that_an_abbreviation_cuts_is_marked_as_a_whole() -> None:
    passage = (
        "Larkwell draws charts. You can pay by card. All fees are stated in U.S. Dollars and are non-refundable, "
        "except as required by law. The harbour office is open on weekdays. Charts are drawn in two colours."
    )
    assert _marked("no-refund", passage) == [
        "All fees are stated in U.S. Dollars and are non-refundable, except as required by law."
    ]


def test_a_head_of_a_table_and_a_title_are_no_sentences() -> None:
    passage = (
        "| Training of AI models | What for |\n| --- | --- |\n"
        "| We use your content to train our AI models. | Better answers |\n"
        "| Your email address | To write to you about the weather |\n| Your name | To greet you |"
    )
    assert _marked("ai-training-on-user-content", passage) == [
        "| We use your content to train our AI models. | Better answers |"
    ]
