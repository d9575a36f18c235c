"""Where a clause's own sentence is the answer, it is quoted: once, whole, and only if it can stand alone."""

from __future__ import annotations

from conductatlas.assessment import compose
from conductatlas.catalogue import load_catalogue, load_prose
from tests.assessment.composed import composed, written

_LINK = "You can opt out by following the steps behind the Choices link in the footer."
_TIED = "Your choice applies only to that browser."


def _answer(clause_type: str, words: str, question: str) -> tuple[str, ...]:
    return next((one.answer for one in composed(clause_type, words).faq if one.question == question), ())


def test_the_way_that_a_clause_names_is_the_answer() -> None:
    answer = _answer("objection-opt-out-right", _LINK, "How do I say no at Larkwell?")
    assert answer == (f"The clause says: “{_LINK.rstrip('.')}”.",)


def test_a_clause_that_names_no_way_is_not_given_one() -> None:
    told = composed("objection-opt-out-right", "You may object to this use.")
    assert told.faq == ()
    assert ("Where the words name no way, ask the platform how to refuse.",) in {
        one.answer for one in told.in_general.faq
    }


def test_what_another_does_is_no_way_and_neither_is_more_to_read() -> None:
    question = "How do I say no at Larkwell?"
    for words in (
        "We may contact you by e-mail if you opt out of this use.",
        "To learn more about how to opt out you can visit our website.",
    ):
        assert not any("In the words" in one for one in _answer("objection-opt-out-right", words, question))


def test_what_the_words_answer_is_not_asked() -> None:
    asked = "Is the choice tied to the account, the browser or the device?"
    assert asked in composed("objection-opt-out-right", "You can opt out in the cookie settings.").in_general.questions
    told = composed("objection-opt-out-right", f"You can opt out in the cookie settings. {_TIED}")
    assert asked not in told.questions
    assert f"On the browser or the device, it says: “{_TIED.rstrip('.')}”." in told.what
    assert any("Repeat the choice" in one for one in told.do)


def test_a_sentence_that_leans_on_another_or_is_long_is_not_quoted() -> None:
    leaning = "They may also be kept unless you ask."
    cut = "We collect what you enter unless you live in the U.S. Virgin Islands"
    long = f"We collect your name{', your name' * 40}, unless you object to that."
    for words in (leaning, long, cut):
        assert "A part of it says:" not in written(composed("personal-data-collected", words))


def test_a_word_that_ties_a_sentence_to_the_one_before_is_cut_and_shown_as_cut() -> None:
    told = composed("no-security-guarantee", "We take measures. However, no transmission is ever fully secure.")
    assert "It warns: “… no transmission is ever fully secure”." in told.what


def test_a_sentence_is_quoted_once_in_a_section() -> None:
    words = "We may end your account for any reason, at our sole discretion and without notice to you."
    assert " ".join(composed("unilateral-termination", words).what).count("for any reason") == 1
    kind = load_catalogue()["unilateral-termination"]
    told = compose(kind, load_prose().get(kind.id), kind.severity, (), "Larkwell", words=words, own_words=(words,))
    assert told is not None
    assert " ".join(told.what).count("for any reason") == 1


def test_words_that_stand_for_those_of_another_language_are_not_quoted() -> None:
    kind = load_catalogue()["objection-opt-out-right"]
    told = compose(kind, load_prose().get(kind.id), kind.severity, (), "Larkwell", words=_LINK, glossed=True)
    assert told is not None
    assert "Choices link" not in written(told)


def test_what_one_clause_of_a_type_says_is_not_told_of_another() -> None:
    told = written(composed("ai-competing-model-restriction", "You must not use output to train rival AI models."))
    assert "other products or AI models" not in told
    assert "competes or is similar" not in told
    retention = written(
        composed("retention-period", "We delete it in 30 days, unless we are required to keep it by law.")
    )
    assert "or claims" not in retention


def test_a_full_ban_or_waiver_is_not_told_as_a_limit() -> None:
    assert "narrows" not in " ".join(composed("class-action-waiver", "You waive all class actions.").what)
    shared = written(composed("account-non-transferable", "You must not lend your account to others."))
    assert "limits" not in shared


def test_no_question_on_a_refused_guarantee_where_none_is_refused() -> None:
    question = "Why does a platform promise safeguards and refuse a guarantee at once?"
    warns = composed("no-security-guarantee", "We take measures, but no transmission is ever completely secure.")
    refuses = composed("no-security-guarantee", "We take measures, but we cannot guarantee that data is secure.")
    assert question not in {one.question for one in warns.in_general.faq}
    assert question in {one.question for one in refuses.in_general.faq}


def test_the_way_to_answer_a_complaint_is_none_to_complain() -> None:
    words = "To submit a counter-notice, please use our web form."
    told = composed("copyright-takedown", words)
    report = next((one.answer for one in told.faq if one.question.startswith("How do I report")), ())
    assert not any("web form" in one for one in report)
    assert any("web form" in one for one in _answer("copyright-takedown", words, told.faq[-1].question))
