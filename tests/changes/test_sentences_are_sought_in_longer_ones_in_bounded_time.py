"""Which sentences went into longer ones is asked of so many words at most, however long the sentences are."""

from __future__ import annotations

from random import Random

from conductatlas.changes import merged_sentences
from conductatlas.reading import Document, read_markdown

_WAS = "We weigh and understand the reason behind a quarrel before closing the gate of the mill."
_NOW = f"{_WAS[:-1]}, and we allow loud songs at the wheel where nobody sleeps nearby."
_SYLLABLES = ("bra", "cle", "dri", "flo", "gru", "sta", "tre", "pli", "wro", "sku")


def _text(random: Random, words: int, sentences: int) -> str:
    """Sentences that have the same words, each in an order of its own."""
    known = [f"{one}{two}{three}" for one in _SYLLABLES for two in _SYLLABLES for three in _SYLLABLES][:words]
    return "\n\n".join(" ".join(random.sample(known, words)).capitalize() + "." for _ in range(sentences))


def _beside(*, words: int, sentences: int = 30) -> tuple[Document, Document]:
    """Two texts of such sentences, with one that went into a longer one."""
    random = Random(7)  # noqa: S311 (no secret)
    old, new = (_text(random, words, sentences) for _ in range(2))
    return read_markdown(f"{old}\n\n{_WAS}\n"), read_markdown(f"{_NOW}\n\n{new}\n")


def test_a_sentence_is_found_among_many_of_the_same_words() -> None:
    assert merged_sentences(*_beside(words=40)) == ((_WAS, _NOW),)


def test_texts_of_endless_sentences_are_not_asked() -> None:
    assert merged_sentences(*_beside(words=1000, sentences=40)) == ()
