"""What a quotation has is not told again by a sentence that only names it, nor quoted twice in one section."""

from __future__ import annotations

from conductatlas.assessment import compose
from conductatlas.catalogue import load_catalogue, load_prose
from conductatlas.provisions import find_facts
from tests.assessment.composed import composed, written

_VENUE = "All disputes shall be resolved exclusively by the courts of Alderton, Ostmark."


def test_a_place_that_is_quoted_is_not_named_again() -> None:
    answers = [one for answer in composed("jurisdiction-venue", _VENUE).faq for one in answer.answer]
    assert any("Alderton, Ostmark”" in one for one in answers)
    assert not any("names Alderton" in one for one in answers)


def test_a_sentence_that_was_quoted_is_not_quoted_with_the_next_again() -> None:
    first = "If we are sold, data about you will be one of the assets that are transferred."
    second = (
        "You acknowledge that such transfers may occur, and that the buyer may use data as set forth in this policy."
    )
    one = load_catalogue()["business-transfer"]
    told = compose(
        one,
        load_prose().get(one.id),
        one.severity,
        list(find_facts(first)),
        "Larkwell",
        words=f"{first} {second}",
        own_words=(first,),
    )
    assert told is not None
    assert " ".join(told.what).count("one of the assets that are transferred") == 1
    assert f"it says: “… {second.rstrip('.')}”" in " ".join(told.what)


def test_what_is_done_to_a_service_is_no_step_against_an_account() -> None:
    change = "We may close accounts. We may change the features that we offer, without notice to you."
    assert "On acting without notice" not in written(composed("unilateral-termination", change))
    close = "We may close accounts without notice to you."
    assert "On acting without notice" in written(composed("unilateral-termination", close))


def test_plain_words_do_not_repeat_the_sentence_that_a_clause_is_told_by() -> None:
    one, words = load_catalogue()["price-change"], "Larkwell may change prices for songs at any time."

    def told(own_words: tuple[str, ...]) -> str:
        said = compose(one, load_prose().get(one.id), one.severity, (), "Larkwell", words=words, own_words=own_words)
        assert said is not None
        return " ".join(said.what)

    plain = "By its words the price can change at any time."
    assert plain in told(())
    assert plain not in told((words,))


def test_a_law_that_is_quoted_is_not_named_again() -> None:
    words = "In all other cases, you agree that the laws of Ireland will govern these Terms."
    told = written(composed("governing-law", words))
    assert "laws of Ireland will govern these Terms”" in told
    assert "This clause names Ireland" not in told
