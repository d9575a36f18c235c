"""Of texts that differ in sentences of very many words neither sentences nor the words of clauses are told."""

from __future__ import annotations

from itertools import product

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, ChangeKind, Pair, compare_states, meanings, ungraded
from conductatlas.changes.sentences import sentences_apart as bounds
from conductatlas.changes.sentences.differing import differing
from conductatlas.changes.sentences.telling_sentences import sentence_changes
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_SHARED = (
    "We may share your personal data with advertising partners and {} at any time and without notice, for as long as "
    "you use the mill, and we keep a copy of your letters for {} days after you leave."
)
_NAMES = [f"{start}{middle}" for start, middle in product("bdfgklmnprst", ("ale", "ern", "ill", "oor"))]
_OLD, _NEW = (
    read_markdown(
        "\n\n".join(
            f"# The {name} mill\n\n{_SHARED.format(f'the {name} {beside}', place + days)}"
            for place, name in enumerate(_NAMES)
        )
    )
    for beside, days in (("wharf", 30), ("weir", 90))
)


def _forget() -> None:
    for one in (differing, bounds.sentences_apart, bounds._differ_in_too_many, bounds._words_alone):
        one.cache_clear()


@pytest.fixture(autouse=True)
def _fresh() -> None:
    _forget()


def _words_alone() -> int:
    return bounds._words_alone(_OLD, _NEW)


def test_sentences_of_many_words_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sentence_changes(_OLD, _NEW, 8, ungraded).edited == len(_NAMES)
    words = _words_alone()
    _forget()
    monkeypatch.setattr(bounds, "_MOST_WORDS_DIFFERENT", words - 1)
    found = sentence_changes(_OLD, _NEW, 8, ungraded)
    assert not found.compared
    assert found.told == ()
    _forget()


def test_of_what_was_reworded_no_words_are_told_beyond_that(monkeypatch: pytest.MonkeyPatch) -> None:
    step = compare_states(default_finder(), _OLD, _NEW, "en")

    def told() -> list[str]:
        found = meanings(load_catalogue(), Bearing(default_finder()), step.followed, Pair(_OLD, _NEW), step)
        return [means.reworded for one, means in found if one.kind is ChangeKind.REWORDED]

    assert any(told())
    words = _words_alone()
    monkeypatch.setattr(bounds, "_MOST_WORDS_DIFFERENT", words - 1)
    reworded = told()
    assert reworded
    assert not any(reworded)
    _forget()
