"""Of those whom a clause is for none is dropped, and no part is told for the whole, nor the whole for a part."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Stating, limit_of

_ROW = "If you are in the EEA, the United Kingdom, or Sudmark, you may write to the officer below."
_ADDRESS = "Larkwell Ltd. Attn: Data Officer, 3 Quay Road, Ostford"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (_ROW, "if you are in the EEA, the United Kingdom, or Sudmark"),
        ("If you live in the EU or Thailand, you may object.", "if you live in the EU or Thailand"),
        (
            "If you live in Canada, Taiwan, or North Sudmark, you may object.",
            "if you live in Canada, Taiwan, or North Sudmark",
        ),
    ],
)
def test_a_row_of_places_is_told_to_its_end(words: str, said: str) -> None:
    assert limit_of(words, (), ()).told == f"By its words this holds only “{said}”."


def test_an_address_below_a_sentence_is_for_those_for_whom_the_sentence_is() -> None:
    limit = limit_of(f"{_ROW} {_ADDRESS}", (), (), (Stating(_ROW), Stating(_ADDRESS)))
    assert limit.told == "By its words this holds only “if you are in the EEA, the United Kingdom, or Sudmark”."


def test_a_sentence_for_all_is_no_address() -> None:
    for_all = "Write to us at 3 Quay Road if you have a question."
    limit = limit_of(f"{_ROW} {for_all}", (), (), (Stating(_ROW), Stating(for_all)))
    assert "a part of it" in limit.told


def test_each_part_is_told_with_its_people() -> None:
    sentences = (
        "We answer for the data of all users who write to us.",
        "If you live in the United States, Larkwell Inc. answers for your data.",
        "If you live in Switzerland, you can also write to Larkwell AG.",
    )
    limit = limit_of(" ".join(sentences), (), (), tuple(map(Stating, sentences)))
    assert limit.told == (
        "Not all of this clause is for everybody: parts of it hold only “if you live in the United States” and “if you "
        "live in Switzerland”."
    )


def test_the_last_sentence_above_a_list_leads_into_it() -> None:
    line = "State law gives some people rights. If you are a resident of California, you have these rights: […]"
    limit = limit_of("The right to say no.", (line,), ())
    assert limit.told == "By the line above it, this holds only “if you are a resident of California”."


def test_a_condition_that_is_whole_is_not_marked_as_cut() -> None:
    words = "If you live in the European Region, the laws of your country or region apply. In all other cases ours do."
    first, second = (
        "If you live in the European Region, the laws of your country or region apply.",
        "In all other cases ours do.",
    )
    assert "“if you live in the European Region”" in limit_of(words, (), (), (Stating(first), Stating(second))).told
