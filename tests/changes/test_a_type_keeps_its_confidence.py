"""A provision whose words stay keeps the confidence that it had, however often the text around it is set anew."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.following.standing import JudgedText, Standing
from conductatlas.changes.following.steadying import steadied_types
from conductatlas.provisions import Unit, default_finder
from conductatlas.reading import read_markdown

_TYPE = "governing-law"
_LAW = "The laws of the Kingdom of Larkwell govern this agreement and all that follows from it."


def _judged(text: str, confidence: float) -> JudgedText:
    def judge(units: Sequence[Unit]) -> tuple[dict[str, float], ...]:
        return tuple({_TYPE: confidence} for _ in units)

    finder = default_finder()
    document = read_markdown(text)
    units = finder.units(document)
    return JudgedText(document, units, judge(units), frozenset(), "en")


def _confidence(old: JudgedText, new: JudgedText, had: float) -> float:
    provision = Standing(1, _TYPE, old.document.text.strip(), "low", "neutral", had)
    blocks = {1: provision.blocks(old.document)}
    (types,) = steadied_types(default_finder(), old, [provision], blocks, new, align(old.document, new.document))
    return types.get(_TYPE, 0.0)


def test_words_that_stay_keep_the_confidence_that_they_had() -> None:
    assert _confidence(_judged(_LAW, 0.01), _judged(f"**{_LAW}**", 0.01), had=0.93) == 0.93


def test_words_that_are_surer_now_are_surer() -> None:
    assert _confidence(_judged(_LAW, 0.01), _judged(f"**{_LAW}**", 0.97), had=0.93) == 0.97


def test_other_words_do_not_keep_it() -> None:
    other = "Whoever visits the house by the lake may borrow a boat, and must bring it back before dusk."
    assert _confidence(_judged(_LAW, 0.01), _judged(other, 0.01), had=0.93) == 0.0
