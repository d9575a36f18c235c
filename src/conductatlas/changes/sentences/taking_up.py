"""Which of the sentences that came take up which of those that went: two halves of one edit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from conductatlas.changes.language.quotations import denies
from conductatlas.changes.sentences.other_words import Sharers, share_of_rare
from conductatlas.changes.sentences.referring import refers_back
from conductatlas.changes.sentences.said import Said
from conductatlas.reading import word_line

# One that came takes up one that went where either says this much of the other, and one so much, or both nearly that;
# in so many words, in fewer where both deny something, as promises do.
_TAKEN_UP, _OF_EACH, _FEWEST_TAKEN_UP, _FEWEST_WITH_DENIAL = (0.2, 0.5), 0.35, 4, 3
# 'If you live in Ruritania, …', 'For the avoidance of doubt, …'
HOLDS_FOR = re.compile(r"\A(?:If|Where|When|For)\b[^,]{1,160},\s*")


class _Statement(NamedTuple):
    """A sentence, the words of what it says, and whether they deny something.

    For whom or when it holds is no part of what it says.
    """

    said: Said
    line: str
    denies: bool


class _Side:
    """The sentences that only one of two texts has, each text once."""

    def __init__(self, some: Sequence[Said]) -> None:
        first = {one.text: one for one in reversed(some)}
        self._statements = [_statement(one) for one in first.values()]
        self._by_text = dict(zip(first, self._statements, strict=True))

    @cached_property
    def _sharers(self) -> Sharers:
        return Sharers(one.line for one in self._statements)

    def get(self, text: str) -> _Statement | None:
        return self._by_text.get(text)

    def sharing_words(self, other: _Statement) -> Iterator[_Statement]:
        """Those that have enough words in common with one of the other side, and deny something only if that does."""
        fewest = _FEWEST_WITH_DENIAL if other.denies else _FEWEST_TAKEN_UP
        found = (self._statements[place] for place in self._sharers.with_words_of(other.line, fewest))
        return (one for one in found if one.denies == other.denies)


class Takers:
    """Which of the sentences that came take up which of those that went: either says most of the other."""

    def __init__(
        self,
        went: Sequence[Said],
        came: Sequence[Said],
        taken: Collection[str],
        rare: Mapping[str, float],
    ) -> None:
        """`taken`: the text of those that came and are another sentence edited."""
        self._went = _Side(went)
        self._came = _Side(came)
        self._taken = taken
        self._rare = rare

    def of(self, text: str) -> Said | None:
        """The one that came and takes up most of one that went."""
        one = self._went.get(text)
        if one is None:
            return None
        # What denies something, as a promise does, stands where another such sentence became the like of it too.
        perhaps = (other for other in self._came.sharing_words(one) if one.denies or other.said.text not in self._taken)
        found = [(share, other.said) for other in perhaps if (share := self._share(one, other))]
        return max(found, key=itemgetter(0))[1] if found else None

    def taken_up_by(self, text: str, became: Collection[str]) -> Said | None:
        """The one that went and is taken up most by one that came, and by no other one more; not one of some others."""
        other = self._came.get(text)
        if other is None:
            return None
        # What speaks of another sentence would hang in the air without that.
        perhaps = (
            one
            for one in self._went.sharing_words(other)
            if one.said.text not in became and not refers_back(one.said.text)
        )
        found = [(share, one.said) for one in perhaps if (share := self._share(one, other))]
        best = max(found, key=itemgetter(0))[1] if found else None
        return best if best is not None and self.of(best.text) is other.said else None

    def _share(self, one: _Statement, other: _Statement) -> float:
        """How much one that went and one that came say of each other; 0 where that is not most."""
        if other.said.text.endswith("?"):
            return 0.0
        shares = (share_of_rare(*lines, self._rare) for lines in ((one.line, other.line), (other.line, one.line)))
        least, most = sorted(shares)
        if least < _OF_EACH and (least < _TAKEN_UP[0] or most < _TAKEN_UP[1]):
            return 0.0
        return least + most


def _statement(one: Said) -> _Statement:
    line = word_line(HOLDS_FOR.sub("", one.text))
    return _Statement(one, line, denies(line.split()))
