"""Vocabularies: values of one kind, each with the phrases that stand for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import merge

from conductatlas.provisions.facts.letters import occurrences, small_letters, words_of

# How far a phrase may reach before the anchor within it, and behind that.
_BEFORE_ANCHOR, _BEHIND_ANCHOR = 40, 80
# A word, and whether its last letter, an ending or what follows an apostrophe may be missing.
_ANCHOR = re.compile(r"([a-z]+)(\?|\(\?:es\)\?|\['’\].*)?")

_LISTED = r"(?:[\w,"
# Between two words a link or bold type may begin.
_SPACE = r"[\s-]{1,2}[\[*]{0,3}"


class Vocabulary:
    """Phrases by value, found by the words that they turn on.

    A phrase is a row of patterns divided by spaces: `a|b` for either word, `[a]` for one that may be missing, and
    `(?!...)` for a condition on what follows. The pattern marked `*`, or else the first, is the anchor: it consists of
    plain words, and a value is looked for only where one of its anchors stands.
    """

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        """Take the phrases of each value. Raises ValueError where an anchor is no plain word."""
        self._at_anchor = {value: _alternation(rows, marked=False) for value, rows in phrases.items()}
        self._around_anchor = {value: _alternation(rows, marked=True) for value, rows in phrases.items()}
        values: defaultdict[str, set[str]] = defaultdict(set)
        for value, rows in phrases.items():
            for anchor in (anchor for row in rows for anchor in _anchors(row)):
                values[anchor].add(value)
        self._values = {anchor: tuple(sorted(named)) for anchor, named in values.items()}
        self._anchors = frozenset(values)

    def places(self, text: str) -> Iterator[tuple[str, Iterator[re.Match[str]]]]:
        """Each value that may stand in `text`, with its places in the order of the text."""
        anchors = self._anchors & words_of(text)
        if not anchors:
            return
        named: defaultdict[str, list[str]] = defaultdict(list)
        for anchor in anchors:
            for value in self._values[anchor]:
                named[value].append(anchor)
        lowered = small_letters(text)
        for value, words in named.items():
            yield value, self._matches(value, lowered, words)

    def values(self, text: str) -> frozenset[str]:
        """The values that `text` names at all."""
        return frozenset(value for value, places in self.places(text) if next(places, None))

    def _matches(self, value: str, lowered: str, anchors: list[str]) -> Iterator[re.Match[str]]:
        at_anchor, around_anchor = self._at_anchor[value], self._around_anchor[value]
        found_in_order = [occurrences(lowered, anchor) for anchor in anchors]
        for place in merge(*found_in_order) if len(anchors) > 1 else found_in_order[0]:
            found = at_anchor.match(lowered, place) if at_anchor else None
            if found is None and around_anchor:
                end = place + _BEHIND_ANCHOR
                found = around_anchor.search(lowered, max(0, place - _BEFORE_ANCHOR), end)
                # A match up to the edge of the window may be part of a word.
                found = None if found and found.end() == end else found
            if found:
                yield found


def _anchors(row: str) -> Iterator[str]:
    tokens = row.split()
    anchor = next((token for token in tokens if token.startswith("*")), tokens[0])
    for alternative in anchor.lstrip("*").split("|"):
        found = _ANCHOR.fullmatch(alternative)
        if found is None:
            raise ValueError(f"no plain word to look for: {row!r}")
        word = found[1][:-1] if found[2] == "?" else found[1]
        yield from (word, f"{word}s", f"{word}es")


def _alternation(rows: tuple[str, ...], *, marked: bool) -> re.Pattern[str] | None:
    """The phrases whose anchor is marked, or those that begin with it, as one pattern."""
    rows = tuple(row for row in rows if ("*" in row) == marked)
    return re.compile(rf"\b(?:{'|'.join(map(_pattern, rows))})(?!\w)") if rows else None


def _pattern(row: str) -> str:
    """One phrase as a pattern; what may be missing takes the space before it along."""
    pattern = ""
    for token in row.split():
        if token.startswith("(?!"):
            pattern += token
        elif token.startswith("["):
            pattern += rf"(?:{_SPACE}(?:{token.strip('[]')}))?"
        else:
            # Words that may stand between can be those of a list.
            between = (r",?" if token.startswith(_LISTED) else "") + _SPACE
            pattern += (between if pattern else "") + f"(?:{token.removeprefix('*')})"
    return pattern
