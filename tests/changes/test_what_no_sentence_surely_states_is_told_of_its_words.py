"""Of a reworded passage that no sentence surely makes one of its clause type it is told that its words changed."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Meaning, Pair, compare, meanings
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TEXT = (
    "# Terms\n\n## Corvid\n\nThese workshop terms only apply to the making of custom {}, and do not apply to other "
    "services of Larkwell.{}\n\nThe mill is open on all days.\n"
)


def _meant(*texts: str) -> dict[str, Meaning]:
    before, after = map(read_markdown, texts)
    followed = compare(default_finder(), before, after).followed
    found = meanings(load_catalogue(), Bearing(default_finder()), followed, Pair(before, after))
    return {one.clause_type: means for one, means in found}


def test_a_type_that_no_sentence_surely_states_has_neither_grade_nor_effect() -> None:
    found = _meant(_TEXT.format("sieves and hoppers", ""), _TEXT.format("sieves, belts and hoppers", ""))
    assert found["incorporated-terms"].unsure
    assert not found["general-provisions"].unsure


def test_one_that_a_sentence_surely_states_is_told_with_its_effect() -> None:
    stated = " The Larkwell Rules of the House, which are incorporated by reference, are part of these terms{}."
    found = _meant(
        _TEXT.format("sieves and hoppers", stated.format("")),
        _TEXT.format("sieves and hoppers", stated.format(", and so is the price list")),
    )
    assert not found["incorporated-terms"].unsure
