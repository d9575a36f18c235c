"""How many words came or went is counted without a redline, and what is asked of a sentence again is not read again."""

from __future__ import annotations

import pytest

from conductatlas.changes import moved_words
from conductatlas.changes.redlines import moved_words as counting
from conductatlas.changes.sentences import other_words, promises
from conductatlas.changes.sentences.of_one_text import spoken_of
from conductatlas.reading import read_markdown

_KEPT = "We keep your letters for thirty days and may then burn them at the mill."


def _counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[None]:
    """A list that grows with each call of a function."""
    calls: list[None] = []
    function = getattr(owner, name)

    def counted(*arguments: object) -> object:
        calls.append(None)
        return function(*arguments)

    monkeypatch.setattr(owner, name, counted)
    return calls


def test_plain_words_are_counted_without_a_redline(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _counted(monkeypatch, counting, "redline")
    assert moved_words(_KEPT, _KEPT.replace("thirty", "ninety").replace("may", "will")) >= 8
    assert not calls


def test_a_lost_blank_moves_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _counted(monkeypatch, counting, "redline")
    assert moved_words(f"{_KEPT} No goose waits.", f"{_KEPT}No goose waits.") == 0
    assert calls


def test_whether_a_sentence_promises_something_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [f"We do not sell your letters to the {name}." for name in ("heron", "egret", "stork")]
    calls = _counted(monkeypatch, promises, "speaks_of_readers")
    promises.promises.cache_clear()
    for more in ("The mill is old.", "The weir is older.", "The wharf is oldest of all."):
        assert "sale" in spoken_of(read_markdown("\n\n".join([*said, more])))
    assert len(calls) == len(said)


def test_whether_a_sentence_speaks_of_somebody_is_asked_once() -> None:
    describes, binds = "the mill stands at the weir", "you must keep the gate of the mill"
    assert other_words._only_describes(describes, binds)
    assert other_words._only_describes(binds, describes)
    assert not other_words._only_describes(binds, "we may open the gate")
    assert not other_words._only_describes(describes, describes)
