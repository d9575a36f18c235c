"""The words of a text, as comparisons see them."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from conductatlas.reading.visible import BLOCKS_IN_MEMORY

# Scripts without spaces between words are taken sign by sign.
_SIGN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# A number and a full stop are no part of the word after them: '5.Fees'.
_JOINT = r"(?:['’@/-]|\.(?!(?<=\d\.)[^\W\d]))"
_WORD = re.compile(rf"[^\W{_SIGN}]++(?:{_JOINT}[^\W{_SIGN}]++)*+|[{_SIGN}]")
# The same in ASCII, which most texts are in: sooner found.
_PLAIN_WORD = re.compile(rf"\w++(?:{_JOINT}\w++)*+", re.ASCII)
# Tokens that a page makes anew at each load: long, and mixing digits with letters as no word does.
_RANDOM_TOKEN = re.compile(r"(?=\w*\d)(?=\w*[a-zA-Z])[\w-]{16,}|[0-9a-fA-F]{12,}")
_SHORTEST_RANDOM_TOKEN = 12
# The number of a note right behind what it is on, or behind the end of a sentence: 'examples[12].', 'our site. [3]'. A
# figure in brackets among words is none, as where a draft leaves it open: 'within [30] days'.
_NOTE_NUMBER = re.compile(r"(?<=[\w.,;:!?)\]\"'])\[\^?\d{1,3}\]|(?<=[.!?] )\[\^?\d{1,3}\](?= [A-Z]|\Z)")
_LETTERS = bytes(range(ord("a"), ord("z") + 1))
_DIVIDED = bytes(code if code in _LETTERS else ord(" ") for code in range(256))


@lru_cache(maxsize=32768)
def words(visible: str) -> tuple[str, ...]:
    """The words of a visible text in lower case, without punctuation, numbers of notes and random tokens."""
    return tuple(map(intern, word_line(visible).split()))


def passing_words(visible: str) -> list[str]:
    """The same, of a text that is hardly asked about again: they are not kept."""
    visible = without_note_numbers(visible)
    # Elsewhere than in ASCII, a letter may become two when it is made small.
    plain = visible.isascii()
    found = _PLAIN_WORD.findall(visible.lower()) if plain else _WORD.findall(visible)
    if max(map(len, found), default=0) >= _SHORTEST_RANDOM_TOKEN:
        found = [word for word in found if len(word) < _SHORTEST_RANDOM_TOKEN or not _RANDOM_TOKEN.fullmatch(word)]
    return found if plain else [word.lower() for word in found]


def without_note_numbers(visible: str) -> str:
    """A visible text without the numbers of notes behind its words: a page that prints them says nothing else."""
    return _NOTE_NUMBER.sub("", visible) if "[" in visible else visible


def word_line(visible: str) -> str:
    """The words of a visible text with a space between each two: equal lines are equal words, and soon told apart."""
    return counted_line(visible)[0]


def word_count(visible: str) -> int:
    """How many words a visible text has."""
    return counted_line(visible)[1]


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def counted_line(visible: str) -> tuple[str, int]:
    """The words of a visible text with a space between each two, and how many they are."""
    found = passing_words(visible)
    return " ".join(found), len(found)


def letter_runs(small: str) -> frozenset[str]:
    """The runs of the letters a to z in a text in small letters: hyphens, figures and marks divide words.

    What is asked before a text is looked at closer: it takes a third of the time of a pattern.
    """
    return frozenset(small.encode("ascii", "replace").translate(_DIVIDED).decode("ascii").split())
