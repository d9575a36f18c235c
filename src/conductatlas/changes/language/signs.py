"""Words as single signs: rows of words are strings then, which are compared in a third of the time."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import count


class Signs:
    """A sign for each of some words. Only rows of words that were written by the same one can be compared."""

    def __init__(self) -> None:
        # Words beyond a million would share signs with others.
        signs = (chr(number % (sys.maxunicode + 1)) for number in count())
        self._sign_of: defaultdict[str, str] = defaultdict(signs.__next__)

    def of(self, words: Iterable[str]) -> str:
        """A row of words, with a sign in place of each."""
        return "".join(map(self._sign_of.__getitem__, words))

    def of_line(self, line: str) -> str:
        """The same of a line of words."""
        return self.of(line.split())
