"""What is told of models, minors and moderation claims no more than the clause: it is quoted, or nothing is told."""

from __future__ import annotations

import pytest

from conductatlas.assessment import compose
from conductatlas.catalogue import Severity, load_catalogue, load_prose
from conductatlas.provisions import find_facts
from tests.assessment.composed import composed, written

_SHUT_OUT = "lets an age through that the clause shuts out"
_ENFORCES = "asks for what the clause says of age"
_LOOKED_AT = "a decision can be looked at again"
_BY_PARENT = "On the agreement of a parent, it says:"
_SAYS_USE = "It asks users to say where AI was used."
_OF_OTHERS = "We do not use third-party content to train our models."

# A type of clause, words of one, a part of a sentence, and whether it is told.
_CASES = [
    # That a service is not directed to children shuts nobody out.
    ("childrens-data", "Larkwell is not directed to children under 13.", "not directed to children, or", True),
    ("childrens-data", "Larkwell is not directed to children under 13.", _SHUT_OUT, False),
    ("childrens-data", "Larkwell is not directed to children under 13.", "not meant", False),
    ("childrens-data", "Larkwell is not intended for children under 13.", "is not meant for children, or", True),
    ("childrens-data", "You may not use Larkwell if you are under 13.", _SHUT_OUT, True),
    ("childrens-data", "You may not use Larkwell if you are under 13.", "are not to use the service", True),
    ("age-requirement", "Larkwell does not address anyone under the age of 13.", _ENFORCES, False),
    ("age-requirement", "Larkwell is not directed to children; you must be at least 13.", _ENFORCES, True),
    ("age-requirement", "You must be at least 16 years old.", "Users have to be at least 16", True),
    ("age-requirement", "Citizens of Ostmark must be at least 16 years old.", "Users have to be at least 16", False),
    ("age-requirement", "A minor needs the consent of a parent to use Larkwell.", _BY_PARENT, True),
    ("age-requirement", "We delete data that we collected under 13 without parental consent.", _BY_PARENT, False),
    ("age-requirement", "Posts of an account holder under 16 years old are hidden.", _ENFORCES, False),
    # An age for one feature is none for the service.
    ("age-requirement", "You must be 18 and older to go on air.", "Not below the age that the clause sets", False),
    ("age-requirement", "You must be 18 and older to go on air.", _ENFORCES, False),
    ("age-requirement", "You must be 18 and older to go on air.", "Who may use", False),
    ("age-requirement", "You must be 18 and older to use Larkwell.", "Not below the age that the clause sets", True),
    # Who asks for a person, and who only tells that people take part.
    ("ai-automated-decisions", "Automated tools and human moderators find spam.", "Yes, you can always ask.", True),
    (
        "ai-automated-decisions",
        "You can request human review of a decision.",
        "clause says: “You can request",
        True,
    ),
    (
        "ai-automated-decisions",
        "You have the right to opt out of profiling. We do not engage in such profiling.",
        "The clause says: “You have the right to opt out",
        False,
    ),
    # What people read must be something that is written.
    ("ai-human-review", "We apply manual review to information.", "The clause says:", False),
    ("ai-human-review", "Our staff may review chats that were reported.", "The clause says:", True),
    # A promise on what others wrote.
    ("ai-no-training-commitment", _OF_OTHERS, "Not by these words, which are on content of third parties:", True),
    ("ai-no-training-commitment", _OF_OTHERS, "Yes, as far as your data is", False),
    ("ai-no-training-commitment", "We do not train on your files.", "The clause says:", True),
    (
        "ai-feedback-training-grant",
        "We train on chats (unless users opt out), on letters, and on feedback.",
        "names feedback among the exceptions",
        False,
    ),
    (
        "ai-feedback-training-grant",
        "Even if you opt out, we train on chats that go with feedback.",
        "names feedback among the exceptions",
        True,
    ),
    # Whose duty a label is.
    ("ai-use-disclosure-duty", "A visible attribution badge is added; any user may remove it.", _SAYS_USE, False),
    ("ai-use-disclosure-duty", "You must disclose that content was generated.", _SAYS_USE, True),
    ("ai-use-disclosure-duty", "The role of AI is clearly disclosed.", _SAYS_USE, True),
    (
        "ai-training-on-user-content",
        "We train models to expand our business activities.",
        "data processing terms of your plan",
        False,
    ),
    (
        "ai-human-review",
        "We apply manual review to verify accounts and activity.",
        "The clause says:",
        False,
    ),
    # A report is no way to contest a decision, and one of a flaw none to report what others do.
    ("moderation-appeal", "You can report this post for review via the form in the app.", "How do I contest", False),
    ("moderation-appeal", "You can request a review via the form in the app.", "How do I contest", True),
    (
        "moderation-appeal",
        "To report a security issue, please write to care@larkwell.example.",
        "The clause says:",
        False,
    ),
    ("moderation-appeal", "To report a post, please write to care@larkwell.example.", "It says:", True),
    # That one can write in is no second look.
    ("moderation-appeal", "See what you can do if your channel was closed by mistake.", _LOOKED_AT, False),
    ("moderation-appeal", "You may file an appeal within a month.", _LOOKED_AT, True),
    ("moderation-appeal", "You get instructions on how to file a counter-notice.", _LOOKED_AT, True),
    ("moderation-appeal", "You cannot appeal; our decisions are final.", _LOOKED_AT, False),
]


@pytest.mark.parametrize(("clause_type", "words", "part", "told"), _CASES)
def test_a_sentence_is_told_only_where_the_words_bear_it(clause_type: str, words: str, part: str, told: bool) -> None:
    severity = Severity.NONE if clause_type == "childrens-data" else None
    assert (part in written(composed(clause_type, words, severity))) is told


def test_a_request_beside_a_ban_is_no_mere_request() -> None:
    asked = "Users should clearly disclose when posts were made by AI."
    words = f"{asked} You may not show events that never were without a label."
    one = load_catalogue()["ai-use-disclosure-duty"]
    for said, told in ((asked, True), (words, False)):
        found = compose(
            *(one, load_prose().get(one.id), one.severity, list(find_facts(said)), "Larkwell"), words=said, stated=asked
        )
        assert found is not None
        assert ("worded as a request" in " ".join(found.what)) is told
