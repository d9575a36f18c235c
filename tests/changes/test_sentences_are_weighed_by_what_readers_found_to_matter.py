"""Which sentences are told first was learned from changes that readers judged, by signs that each sentence has."""

from __future__ import annotations

import numpy as np
import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.language.related_words import direction_of, related_words, stems_in
from conductatlas.changes.sentences.choosing import LEAST_OF_A_KIND
from conductatlas.changes.sentences.importance import Weighing, vectors_of
from conductatlas.changes.sentences.learned import learned
from conductatlas.changes.sentences.nearest import Nearest, states_nothing
from conductatlas.changes.sentences.what_moved import Moved
from conductatlas.reading import read_markdown
from tests.two_wordings import REST

_RULE = "We share private messages with advertisers."
_DETAIL = "Every carter must keep the granary of Larkwell dry, and shall not light any of its seven stoves."


def _first(*, judged: bool) -> str:
    old, new = read_markdown(REST), read_markdown(f"{REST}\n\n{_DETAIL}\n\n{_RULE}")
    return foremost(sentence_changes(old, new, 4, ungraded, states_nothing if judged else None))[0]


def test_what_is_done_with_messages_goes_before_a_longer_rule_on_stoves() -> None:
    assert _DETAIL[:40] in _first(judged=False)
    assert _RULE.rstrip(".") in _first(judged=True)


def test_words_that_stand_beside_the_same_others_are_near() -> None:
    def near(one: str, other: str) -> float:
        return float(direction_of(one) @ direction_of(other))

    assert near("minors", "children") > 0.5 > near("minors", "invoices")
    assert near("we sell your data", "we sell your data") == pytest.approx(1.0)
    assert not direction_of("zzzzqq").any()


def test_every_word_with_a_vector_is_a_stem_as_lines_are_read() -> None:
    words = related_words()
    assert words.vectors.shape == (len(words.places), *direction_of("advertisers").shape)
    assert np.isfinite(words.vectors).all()
    assert stems_in("advertisers share private messages") <= words.places.keys()


def test_the_weights_are_of_the_signs_and_vectors_that_sentences_have() -> None:
    found = sentence_changes(read_markdown(REST), read_markdown(f"{REST}\n\n{_RULE}"), 4, ungraded, states_nothing)
    model, vectors = learned("importance"), vectors_of(found.told[0])
    assert {name: its.shape for name, its in model.vectors.items()} == {n: v.shape for n, v in vectors.items()}
    signs = dict.fromkeys(model.signs, 1.0)
    with pytest.raises(KeyError):
        model.of({"another": 1.0}, vectors)
    assert model.of(signs, vectors) == pytest.approx(
        model.intercept + sum(model.signs.values()) + sum(float(model.vectors[n] @ v) for n, v in vectors.items()),
        rel=1e-5,
    )


def test_a_promise_that_was_narrowed_is_of_substance_however_short_the_edit() -> None:
    promise = 'We do not "sell" or "share" personal information, nor have we done so in the last twelve months.'
    old = read_markdown(f"{REST}\n\n{promise}")
    new = read_markdown(f"{REST}\n\n" + promise.replace(' or "share"', ""))
    (told,) = sentence_changes(old, new, 4, ungraded, states_nothing).told
    assert told.moved is Moved.MOST
    nearest = (Nearest(text, (), {}, states_nothing) for text in (old, new))
    (weight,) = Weighing(ungraded, states_nothing, *nearest).weights({told: 0.1}).values()
    assert weight > 4 * LEAST_OF_A_KIND
