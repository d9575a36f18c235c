"""A sentence of the prose does not rest on a duty that is denied, a cited title, or words for some people alone."""

from __future__ import annotations

import re

from conductatlas.assessment.counting import counts_for
from tests.assessment.composed import composed, written

_TOLD = "What is posted can be read."
_SECRETS = "Keep secrets that others trusted to you out of content that the platform can review."


def _counts(pattern: str, words: str, sentence: str = _TOLD) -> bool:
    return any(counts_for(sentence, found) for found in re.finditer(pattern, words, re.IGNORECASE))


def test_words_behind_a_denied_duty_do_not_count() -> None:
    for words in (
        "We are not required to monitor the content that members post.",
        "Larkwell has no obligation to check content.",
        "We do not undertake to look at any content.",
        "Without limiting what is said of content above, we may end your plan.",
    ):
        assert not _counts(r"\bcontent\b", words)
    assert _counts(r"no obligation to check content", "Larkwell has no obligation to check content.")


def test_words_count_where_something_else_begins_or_the_denial_only_qualifies_a_right() -> None:
    for words in (
        "We are not required to watch, but we may remove content.",
        "We may, but are not obliged to, remove content.",
        "While we are not obliged to watch it, we read content.",
        "We are not required to watch. Your content is stored.",
        "Content that you are not required to license as content stays with you.",
    ):
        assert _counts(r"\bcontent\b", words)


def test_the_title_of_a_section_that_is_cited_does_not_count() -> None:
    for words in (
        "This holds notwithstanding Section 8 (Ways to Cancel).",
        "More is said in the section titled “How to cancel”.",
        "These outlast the contract: 4.2, Section 9 (Cancel and Return).",
    ):
        assert not _counts(r"\bcancel\b", words)
    assert _counts(r"\bcancel\b", "You may cancel under Section 8 (Ways to Leave).")


def test_a_sentence_for_some_alone_bears_nothing_that_is_told_of_all() -> None:
    words = "We keep your orders. If you are a California resident, you may ask for a copy."
    assert not _counts(r"\bcopy\b", words)
    assert not _counts(r"\bidentity\b", "You may ask us. If an agent asks for you, we check the identity.")
    assert _counts(r"\bcopy\b", words, "It speaks of a copy.")
    assert _counts(r"\bcopy\b", words, "Some of those can have a copy.")
    assert _counts(r"\bcopy\b", words, "On copies, it says: {quoted}.")
    assert _counts(r"\bcopy\b", "If you are a California resident, you may write to us. You get a copy.")


def test_a_clause_that_only_denies_a_duty_to_watch_takes_no_right_to_look() -> None:
    told = composed("monitoring-rights", "We are not required to monitor the content that members share.")
    assert told.impact == ("By its words Larkwell does not, or need not, watch everything.",)
    assert "A right to look" not in written(told) and _SECRETS not in written(told)
    taken = composed("monitoring-rights", "We may review content, but are not required to monitor it.")
    assert "What is done on the service can be looked at." in taken.in_general.impact and _SECRETS in written(taken)
