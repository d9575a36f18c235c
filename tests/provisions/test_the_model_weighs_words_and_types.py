"""The model weighs words for each type, then what its strongest rivals score; and says what it weighed."""

from __future__ import annotations

import math
import pickle
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import default_finder
from conductatlas.provisions.feature_rows import FeatureRows
from conductatlas.provisions.features import features
from conductatlas.provisions.finder import Finder
from conductatlas.provisions.model import Model, load_model, rivals
from conductatlas.provisions.units import Unit
from conductatlas.reading import read_markdown

_TYPES = ("governing-law", "jurisdiction-venue", "mandatory-arbitration")


def _unit(text: str, context: str = "", lead_in: str = "") -> Unit:
    return Unit(0, 0, 0, len(text), context, lead_in, text, "")


def _small_model(rival_weights: tuple[float, float]) -> Model:
    """Three words, each of which speaks for one of three types."""
    return Model(
        types=_TYPES,
        method="small",
        vocabulary={"laws": 0, "courts": 1, "arbitration": 2},
        idf=np.ones(3, np.float32),
        weights=np.diag([100, 100, 100]).astype(np.int8),
        scales=np.array([0.03, 0.03, 0.03], np.float32),
        intercepts=np.array([-1.0, -1.0, -1.5], np.float32),
        slopes=np.array([2.0, 1.0, 1.0], np.float32),
        offsets=np.array([-1.0, 0.5, 0.0], np.float32),
        rival_weights=np.array(rival_weights, np.float32),
        threshold=0.5,
    )


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def test_each_type_hears_its_two_strongest_rivals() -> None:
    (chances,) = _small_model((-0.5, 0.25)).probabilities([_unit("laws")])
    own = (100 * 0.03 - 1, -1.0, -1.5)
    said = (-0.5 * own[1] + 0.25 * own[2], -0.5 * own[0] + 0.25 * own[2], -0.5 * own[0] + 0.25 * own[1])
    assert chances[0] == pytest.approx(_logistic(2 * own[0] - 1 + said[0]), abs=1e-4)
    assert chances[1] == pytest.approx(_logistic(own[1] + 0.5 + said[1]), abs=1e-4)
    assert chances[2] == pytest.approx(_logistic(own[2] + said[2]), abs=1e-4)


_WORDS = st.text("abc de's 12%>: ", max_size=40)


@given(st.tuples(_WORDS, _WORDS, _WORDS), st.tuples(_WORDS, _WORDS, _WORDS))
def test_rows_are_those_of_the_features(known: tuple[str, str, str], unit: tuple[str, str, str]) -> None:
    vocabulary = {one: row for row, one in enumerate(dict.fromkeys(features(*known) + features("a b", "a", "b")))}
    rows = pickle.loads(pickle.dumps(FeatureRows(vocabulary)))  # noqa: S301 (our own bytes)
    assert list(rows.of(*unit)) == [vocabulary.get(one) for one in features(*unit)]
    assert list(rows.of(*known)) == [vocabulary.get(one) for one in features(*known)]


def test_units_that_read_the_same_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    model = _small_model((0.0, 0.0))
    finder, asked, weigh = Finder(model, load_catalogue()), list[Unit](), model.probabilities

    def noted(_: Model, units: Sequence[Unit]) -> NDArray[np.float64]:
        asked.extend(units)
        return weigh(units)

    monkeypatch.setattr(Model, "probabilities", noted)
    law, courts = _unit("the laws of the land"), _unit("the courts")
    (first,) = finder.judge([law])
    assert finder.judge([courts, law, courts])[1] == first
    assert asked == [law, courts]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=4, max_size=4), max_size=5))
def test_rivals_are_the_highest_scores_of_other_types(rows: list[list[float]]) -> None:
    highest, second = rivals(np.array(rows).reshape(-1, 4))
    for row, scores in enumerate(rows):
        for column in range(4):
            others = sorted(scores[:column] + scores[column + 1 :])
            assert (second[row, column], highest[row, column]) == (others[-2], others[-1])


def test_what_is_said_to_have_been_weighed_makes_the_probability() -> None:
    model = load_model()
    unit = _unit("These terms are governed by the laws of Ireland, and its courts decide.", "Law")
    (chances,) = model.probabilities([unit])
    for name in _TYPES:
        column = model.types.index(name)
        own = sum(amount for _, amount in model.contributions(unit, name)) + float(model.intercepts[column])
        rivals_of_it = model.said_by_rivals(unit, name)
        assert len(rivals_of_it) == 2
        assert name not in [rival for rival, _ in rivals_of_it]
        log_odds = float(model.slopes[column]) * own + float(model.offsets[column])
        log_odds += sum(amount for _, amount in rivals_of_it)
        assert chances[column] == pytest.approx(_logistic(log_odds), abs=0.01)


def test_units_are_judged_alike_together_and_apart() -> None:
    texts = ("We may end the service.", "You pay each month.", "", "Disputes go to arbitration. " * 30)
    together = load_model().probabilities([_unit(text, "Terms") for text in texts])
    apart = [load_model().probabilities([_unit(text, "Terms")])[0] for text in texts]
    assert np.array_equal(together, np.stack(apart))
    assert load_model().probabilities([]).shape == (0, len(load_model().types))


def test_content_words_pair_across_stop_words() -> None:
    one, other = (features(text, "", "") for text in ("He terminates the account", "We terminated your account"))
    assert "p:~terminat~account" in one
    assert "p:~terminat~account" in other
    assert not [feature for feature in features("to the", "of the", "") if feature.startswith("p:")]


def test_a_passage_is_as_sure_as_its_units_are_on_average() -> None:
    document = read_markdown(
        "# Law\n\nThe laws of Ireland apply to these terms.\n\nThe laws of Malta apply elsewhere.\n"
    )
    finder = Finder(_small_model((0, 0)), load_catalogue())
    candidates = finder.units(document)
    (found,) = finder.assemble(document, candidates, [{"governing-law": 0.9}, {"governing-law": 0.6}])
    assert (found.first, found.last, found.confidence) == (1, 2, 0.75)


def test_one_threshold_holds_for_all_types_of_the_catalogue() -> None:
    finder = default_finder()
    assert {finder.threshold(clause_type.id) for clause_type in load_catalogue()} == {load_model().threshold}
    assert finder.threshold("no-such-type") == 1.0
