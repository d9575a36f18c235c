"""What a passage says is done, and what it says is not done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from conductatlas.provisions.facts.letters import occurrences, small_letters, words_of
from conductatlas.provisions.facts.vocabulary import Vocabulary

# A list that a colon or comma leads into belongs to its sentence.
# The one set of characters at its head lets the search leap.
SENTENCE_END = re.compile(r"[.!?\n](?:(?<!\n)[\"”’)*_]{0,3}\s|(?<=\n)(?<![:;,]\n)\s*\n)")
_CLAUSE_START = re.compile(
    r"[;:]|\b(?:but|however|except|unless|although|though|while|whereas|instead)\b"
    r"|[,)]\s(?:and\s|or\s|so\s|then\s)?(?:we|they|you|it)\b"
)
_NOT = re.compile(
    r"\b(?:do|does|did|will|would|shall|may|must|can|could|should)\s?not\b(?! only)|\bnever\b|n[’']t\b|\bneither\b"
    r"|\bnot(?:\s\w+){0,2}\s\Z|\b(?:without|no|refrains? from)\s(?:\w+\s)?\Z|^\W*(?:no|none)\b"
)
# 'To operate the service, excluding model training'.
_LEFT_OUT = re.compile(
    r"\b(?:excludes?|excluding|but not|(?:shall|will|does|do|may|must) not include)\s(?:\w+\s){0,2}\Z"
)
_EXCEPT = re.compile(r"\b(?:except|other than|unless|only|apart from|but)\b")
_REACH = 160


def affirmed(
    text: str,
    vocabulary: Vocabulary,
    verbs: frozenset[str],
    phrases: tuple[str, ...] = (),
    *,
    unless: Callable[[str, re.Match[str]], bool] | None = None,
) -> Iterator[tuple[str, re.Match[str]]]:
    """Each value of `vocabulary` at its first place in `text` that an affirmed verb governs.

    `verbs` are single words, `phrases` verbs of several, all in small letters; see `Speech.affirms`. Places for which
    `unless` holds are passed over.
    """
    if verbs.isdisjoint(words_of(text)) and not any(phrase in small_letters(text) for phrase in phrases):
        return
    speech: Speech | None = None
    for value, places in vocabulary.places(text):
        for place in places:
            speech = speech or Speech(text, verbs, phrases)
            if speech.affirms(place.start()) and not (unless and unless(value, place)):
                yield value, place
                break


class Speech:
    """The verbs of one sort in a passage, each affirmed or denied."""

    def __init__(self, text: str, verbs: frozenset[str], phrases: tuple[str, ...] = ()) -> None:
        self._text = small_letters(text)
        named = [*(verbs & words_of(text)), *(phrase for phrase in phrases if phrase in self._text)]
        self._verbs = sorted(place for verb in named for place in self._places(verb))
        self._ends = [found.end() for found in SENTENCE_END.finditer(self._text)] if self._verbs else []

    def _places(self, verb: str) -> Iterator[int]:
        """Where a verb stands as a word of its own; what 'you use' is no use that is made of anything."""
        text = self._text
        for place in occurrences(text, verb):
            end = place + len(verb)
            alone = not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum()
            if alone and not text.endswith("you ", 0, place):
                yield place

    def affirms(self, place: int) -> bool:
        """Whether the verb that governs what stands at `place` says that something is done.

        That verb is the last before the place in its sentence, else the first after it there, else the last before it
        in the passage, else the next one. What is excepted from a denial is affirmed. Without a verb: no.
        """
        if not self._verbs or _LEFT_OUT.search(self._text, max(0, place - _REACH), place):
            return False
        index = bisect_left(self._verbs, place)
        start, end = self._sentence(place)
        if index and self._verbs[index - 1] >= start:
            verb = self._verbs[index - 1]
        elif index < len(self._verbs) and self._verbs[index] < end:
            verb = self._verbs[index]
        else:
            verb = self._verbs[max(0, index - 1)]
            # Of another sentence: what this one denies with a verb of another sort is not affirmed either.
            if _NOT.search(self._text, start, place) and not _EXCEPT.search(self._text, start, place):
                return False
        return not self._denied(verb) or (verb < place and self._excepted(verb, place))

    def _sentence(self, place: int) -> tuple[int, int]:
        index = bisect_left(self._ends, place + 1)
        start = self._ends[index - 1] if index else 0
        return start, self._ends[index] if index < len(self._ends) else len(self._text)

    def _denied(self, verb: int) -> bool:
        start = max(self._sentence(verb)[0], verb - _REACH)
        before = self._text[start:verb]
        breaks = [found.start() for found in _CLAUSE_START.finditer(before)]
        return _NOT.search(before[breaks[-1] :] if breaks else before) is not None

    def _excepted(self, verb: int, place: int) -> bool:
        return _EXCEPT.search(self._text, max(verb, place - _REACH), place) is not None
