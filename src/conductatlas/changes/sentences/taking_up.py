"""Which of the sentences that came take up which of those that went: two halves of one edit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter

from conductatlas.changes.language.quotations import denies
from conductatlas.changes.sentences.other_words import share_of_rare, words_in_common
from conductatlas.changes.sentences.referring import refers_back
from conductatlas.changes.sentences.said import Said
from conductatlas.reading import word_line

# One that came takes up one that went where either says this much of the other, and one so much, or both nearly that;
# in so many words, in fewer where both deny something, as promises do.
_TAKEN_UP, _OF_EACH, _FEWEST_TAKEN_UP, _FEWEST_WITH_DENIAL = (0.2, 0.5), 0.35, 4, 3
# 'If you live in Ruritania, …', 'For the avoidance of doubt, …'
HOLDS_FOR = re.compile(r"\A(?:If|Where|When|For)\b[^,]{1,160},\s*")


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
        self._went = {one.text: one for one in reversed(went)}
        self._came = {one.text: one for one in reversed(came)}
        self._taken = taken
        self._rare = rare

    def of(self, text: str) -> Said | None:
        """The one that came and takes up most of one that went."""
        one = self._went.get(text)
        if one is None:
            return None
        # What denies something, as a promise does, stands where another such sentence became the like of it too.
        denied = denies(word_line(HOLDS_FOR.sub("", text)).split())
        perhaps = (other for other in self._came.values() if denied or other.text not in self._taken)
        found = [(share, other) for other in perhaps if (share := self._share(one, other))]
        return max(found, key=itemgetter(0))[1] if found else None

    def taken_up_by(self, text: str, became: Collection[str]) -> Said | None:
        """The one that went and is taken up most by one that came, and by no other one more; not one of some others."""
        other = self._came.get(text)
        if other is None:
            return None
        # What speaks of another sentence would hang in the air without that.
        perhaps = (one for one in self._went.values() if one.text not in became and not refers_back(one.text))
        found = [(share, one) for one in perhaps if (share := self._share(one, other))]
        best = max(found, key=itemgetter(0))[1] if found else None
        return best if best is not None and self.of(best.text) is other else None

    def _share(self, one: Said, other: Said) -> float:
        """How much one that went and one that came say of each other; 0 where that is not most.

        For whom or when both hold is no part of what they say.
        """
        said, says = (word_line(HOLDS_FOR.sub("", side.text)) for side in (one, other))
        least, most = sorted((share_of_rare(said, says, self._rare), share_of_rare(says, said, self._rare)))
        if least < _OF_EACH and (least < _TAKEN_UP[0] or most < _TAKEN_UP[1]):
            return 0.0
        denied = denies(said.split())
        fewest = _FEWEST_WITH_DENIAL if denied else _FEWEST_TAKEN_UP
        if words_in_common(said, says) < fewest or denies(says.split()) != denied or other.text.endswith("?"):
            return 0.0
        return least + most
