"""Sentences that went into a longer one somewhere else in the text, or came out of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from conductatlas.changes.language.common_words import sharing_words
from conductatlas.changes.language.conditions import begins_with_condition, hold_in_the_same_cases
from conductatlas.changes.language.words import in_order
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.sentences.other_words import rarity, share_of_rare, words_in_common
from conductatlas.changes.sentences.said import Said, said_alone
from conductatlas.reading import Document, sentences, word_count, word_line

# So much of the shorter one stands in the longer one, in its order, and as much of its words that say something, of
# which it has so many; in words of a redline, too.
_NEARLY_ALL, _FEWEST_TELLING = 0.85, 5
# So many pairs of sentences are compared at most, and so many pairs of their words: one sentence may be endless.
_MOST_COMPARED, _MOST_WORDS_COMPARED = 250_000, 10**9


@lru_cache(maxsize=32)
def merged_sentences(old: Document, new: Document) -> tuple[tuple[str, str], ...]:
    """The sentences that one text has alone and that a longer one, which the other text has alone, nearly holds.

    Each with that one, what went first. A condition or a denial makes another sentence.
    """
    went, came = ([one for one in some if _says_something(one)] for some in said_alone(old, new))
    if len(went) * len(came) > _MOST_COMPARED or _words(went) * _words(came) > _MOST_WORDS_COMPARED:
        return ()
    rare = rarity(old, new)
    found = list(_within(went, came, rare))
    found += [(other, one) for one, other in _within(came, went, rare)]
    return tuple(dict.fromkeys((one.text, other.text) for one, other in found))


def hold_sentence(words: str, sentence: str) -> bool:
    """Whether some words of a text, which are no rows of a table, hold nearly all of a sentence in one of theirs."""
    if has_rows(words):
        return False
    line = word_line(sentence).split()
    said = (word_line(one).split() for part in words.split("\n") for one in sentences(part))
    return any(in_order(line, one, _NEARLY_ALL) >= _NEARLY_ALL for one in said)


def _within(some: Sequence[Said], others: Sequence[Said], rare: Mapping[str, float]) -> Iterator[tuple[Said, Said]]:
    """Those of some sentences of which a longer one of others says nearly all, each with the first such one."""
    lines, its = [one.line for one in some], [other.line for other in others]
    for place, pairs in groupby(sharing_words(lines, its, _NEARLY_ALL), key=itemgetter(0)):
        one = some[place]
        words = one.line.split()
        longer = (
            other
            for _, its_place in pairs
            for other in [others[its_place]]
            if len(other.line) > len(one.line)
            and in_order(words, other.line.split(), _NEARLY_ALL) >= _NEARLY_ALL
            and share_of_rare(one.line, other.line, rare) >= _NEARLY_ALL
            and _holds_as_it_is(one, other)
        )
        first = next(longer, None)
        if first is not None:
            yield one, first


def _holds_as_it_is(one: Said, other: Said) -> bool:
    """Whether a longer sentence says a shorter one in the same cases; what it denies besides is of no matter."""
    if f" {one.line} " in f" {other.line} ":
        return begins_with_condition(one.text) == begins_with_condition(other.text)
    return hold_in_the_same_cases(one.text, other.text)


def _words(some: Sequence[Said]) -> int:
    return sum(word_count(one.line) for one in some)


def _says_something(one: Said) -> bool:
    """Whether a sentence is no row, leads into no list, and has enough words that say something."""
    leads_in = one.text.endswith(":")
    return not one.is_row and not leads_in and words_in_common(one.line, one.line) >= _FEWEST_TELLING
