"""Where a long clause is told by no sentence of its own, what only bounds it is not told as if it were all."""

from __future__ import annotations

from conductatlas.assessment import compose, exception_behind, key_sentence
from conductatlas.catalogue import load_catalogue, load_prose

_WORDS = "You can link an account elsewhere. We do not receive your passwords for that account."


def _what(clause_type: str, words: str, *, own_words: tuple[str, ...] = ()) -> str:
    one = load_catalogue()[clause_type]
    prose = load_prose().get(one.id)
    told = compose(one, prose, one.severity, (), "Larkwell", words=words, own_words=own_words)
    assert told is not None
    return " ".join(told.what)


def test_a_bound_alone_is_not_told() -> None:
    assert "A part of it says" not in _what("third-party-data-sources", _WORDS)


def test_it_is_told_beside_the_sentence_that_a_clause_is_told_by() -> None:
    own = ("You can link an account elsewhere.",)
    assert "A part of it says: “We do not receive" in _what("third-party-data-sources", _WORDS, own_words=own)


def test_it_is_told_of_what_is_about_bounds() -> None:
    words = "You may have the right to see data about you, subject to certain exceptions of the law."
    assert "A part of it says: “You may have the right" in _what("rights-limits", words)


def test_where_a_right_does_not_apply_is_an_exception_from_it() -> None:
    excepts = "The right to erasure does not apply if the law asks us to keep data."
    assert exception_behind(["You have the right to erasure.", excepts], 0) == excepts
    assert exception_behind(["You have the right to erasure.", "The right to object is told below."], 0) == ""


def _key(lead_in: str, item: str) -> str:
    filler = "The harbour of Ostmark has opening hours that depend on the tide. " * 8
    passage = f"{lead_in}\n\n* {item}\n\n{filler}"
    start = passage.index(item)
    return key_sentence(passage, ((0, len(lead_in), 0.1), (start, start + len(item), 0.9)))


def test_a_condition_in_a_list_is_told_with_what_it_is_one_of() -> None:
    item = "Fees are not paid back to you for the rest of the year or of the month."
    assert _key("You may leave the berth early under all of these conditions:", item) == (
        f"You may leave the berth early under all of these conditions: {item}"
    )
    assert _key("You should know this of fees:", item) == item
