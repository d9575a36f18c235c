"""A full stop behind the number of a section, within brackets or of an abbreviation ends no sentence."""

from __future__ import annotations

import pytest

from conductatlas.changes.language.sentence_ends import cut_at_sentences
from conductatlas.changes.sentences.said import said_in
from conductatlas.reading import read_markdown

_WHOLE = [
    "Boats may be moored at the quay or by a keeper (as told in Section 4.4. (Keepers of the quay) of these rules).",
    "The rules of the quay stand above these: 4.2. (Moorings), 6 (Lamps and oars) and 9 (Papers of the crew).",
    "We send boats to keepers (as told in part IV. Whom We Send To) of the other harbour.",
    "Some of the crew (e.g. The Keeper) may read the papers of a boat.",
    "Keepers are Quayside Sdn. Bhd. (of the east), Harbour S.p.A. (of the west) and Lamps Sp. z o.o. Lodz for lamps.",
    "All lamps are bound by the Lamps Act, Pub. L. No. 7-12, Div. K, 24 Stat. 61 (1912), and by no other law.",
    "What a keeper owes is told in the Code of the Harbour, Tit. 12, Ch. IV, for all boats of the harbour.",
]


@pytest.mark.parametrize("sentence", _WHOLE)
def test_it_goes_on_behind(sentence: str) -> None:
    text = f"{sentence} Then the boats leave the quay."
    assert [one.text for one in said_in(read_markdown(text))] == [sentence, "Then the boats leave the quay."]
    assert cut_at_sentences(text) == [f"{sentence} ", "Then the boats leave the quay."]


def test_a_sentence_ends_behind_the_number_of_a_section() -> None:
    text = "All boats are bound by what is said in Section 4.4. Boats without papers leave the quay (at once)."
    assert len(said_in(read_markdown(text))) == len(cut_at_sentences(text)) == 2


def test_a_sentence_ends_behind_such_a_word_where_another_one_begins() -> None:
    text = "The lamps of the boats are kept by the Lamps Div. A boat without lamps leaves the quay at once."
    assert len(said_in(read_markdown(text))) == len(cut_at_sentences(text)) == 2


@pytest.mark.parametrize("company", ["Quayside Inc.", "Harbour B.V.", "Lamps Sdn. Bhd."])
def test_a_sentence_ends_behind_a_company_where_another_one_begins(company: str) -> None:
    text = f"All boats of the harbour are kept by {company} You pay for each boat that is kept there."
    assert len(said_in(read_markdown(text))) == len(cut_at_sentences(text)) == 2


@pytest.mark.parametrize("asking", ["How long a boat is kept there", "What a boat costs", "Who may row it"])
def test_a_sentence_ends_behind_letters_that_stand_for_a_name_where_one_begins_with_what_asks(asking: str) -> None:
    text = f"Some of the boats of the harbour may be kept outside the U.M. {asking} depends on the harbour."
    assert len(said_in(read_markdown(text))) == len(cut_at_sentences(text)) == 2


def test_a_sentence_goes_on_behind_the_initial_of_a_name() -> None:
    text = "You may write to us at 12 Anna T. Larkwell Square, Quayside. We answer within a week."
    assert len(said_in(read_markdown(text))) == len(cut_at_sentences(text)) == 2


def test_a_sentence_ends_behind_a_letter_that_numbers_a_part() -> None:
    text = "What a boat costs in a year is told in Schedule B. Harbour Guests pay for each night."
    assert len(said_in(read_markdown(text))) == len(cut_at_sentences(text)) == 2
