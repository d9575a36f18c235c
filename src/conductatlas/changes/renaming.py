"""Names that gave way to others: words that are proper names, and terms that a version renames throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from rapidfuzz.distance import Indel

from conductatlas.changes.effect import canonical_word, effective_words, states_effect
from conductatlas.reading import Document

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*")
_CAPITAL_INSIDE_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z]\w+|(?<=[A-Z]\w\w\w\w\w )[A-Z]\w+")
# A term is renamed throughout where the same words give way to the same others in so many blocks, …
_FEWEST_BLOCKS = 3
_LONGEST_TERM = 3
# … and hardly stand any more.
_LEFT_OVER = 0.2
# Where data lie and for whom a right holds: one place for another is another effect, though both are names.
_PLACES = frozenset(
    canonical_word(name)
    for name in (
        *("eea", "eu", "europe", "european", "uk", "united", "usa", "america", "california", "asia", "africa"),
        *("ireland", "germany", "france", "switzerland", "canada", "australia", "japan", "china", "india", "brazil"),
        *("singapore", "korea", "mexico", "israel", "netherlands", "sweden", "spain", "italy", "russia", "turkey"),
    )
)
_COMPANY_FORMS = frozenset(
    canonical_word(form)
    for form in (
        *("inc", "incorporated", "ltd", "limited", "unlimited", "llc", "llp", "corp", "corporation", "company", "co"),
        *("plc", "gmbh", "ag", "se", "sa", "sas", "bv", "b.v", "pbc", "group", "holding", "holdings"),
    )
)
_JOINING = frozenset(("and", "or"))

Swap = tuple[tuple[str, ...], tuple[str, ...]]


def swaps(before: Sequence[str], after: Sequence[str]) -> Iterator[Swap]:
    """The runs of words that gave way to others, in order; a side is empty where words only came or went."""
    went: list[str] = []
    came: list[str] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            if went or came:
                yield tuple(went), tuple(came)
            went, came = [], []
        elif step.tag == "delete":
            went += before[step.src_start : step.src_end]
        else:
            came += after[step.dest_start : step.dest_end]
    if went or came:
        yield tuple(went), tuple(came)


def is_other_place(found: Sequence[Swap]) -> bool:
    """Whether one country or region gave way to another."""
    went, came = ({word for swap in found for word in swap[side]} for side in (0, 1))
    return bool(_PLACES & (went - came)) and bool(_PLACES & (came - went))


class Names:
    """What two versions of a document tell of names: which words are some, and which terms were renamed."""

    def __init__(self, old: Document, new: Document, edited: Iterable[tuple[str, str]]) -> None:
        """`edited` are the blocks that changed, as the visible texts before and after."""
        self._old = old
        self._new = new
        self._edited = tuple(edited)

    def is_name(self, word: str) -> bool:
        """Whether a word is a proper name.

        It is where both documents write it with a capital wherever it stands, or where one document does so in the
        middle of sentences and the other never: a new name for a product.
        """
        return word in self._names

    def are_renamed(self, found: Sequence[Swap]) -> bool:
        """Whether names gave way to others, or the form of a company was added to or taken from its name."""
        rest = [swap for swap in found if swap not in self._renamed]
        went, came = ([word for swap in rest for word in swap[side]] for side in (0, 1))
        names = [word for word in (*went, *came) if self.is_name(word)]
        if any(word not in names and word not in _JOINING for word in (*went, *came)):
            return False
        one_of_them_more = set(went) <= set(came) or set(came) <= set(went)
        return not rest or not one_of_them_more or (bool(names) and _COMPANY_FORMS.issuperset((*went, *came)))

    @cached_property
    def _names(self) -> frozenset[str]:
        old, new = set(self._old.visible), set(self._new.visible)
        lower, upper, _ = _cases(old | new)
        # What stands in both as it is gives a word no other case in one than in the other.
        _, _, in_both = _cases(old & new)
        _, _, before = _cases(old - new)
        _, _, after = _cases(new - old)
        return frozenset((upper - lower) | ((before ^ after) - in_both))

    @cached_property
    def _renamed(self) -> frozenset[Swap]:
        blocks: Counter[Swap] = Counter()
        for before, after in dict.fromkeys(self._edited):
            blocks.update(set(swaps(effective_words(before), effective_words(after))))
        often = [swap for swap, count in blocks.items() if count >= _FEWEST_BLOCKS and _may_be_terms(swap)]
        if not often:
            return frozenset()
        stood, stand = _counts(self._old), _counts(self._new)
        return frozenset(swap for swap in often if all(stand[word] <= _LEFT_OVER * stood[word] for word in swap[0]))


def _may_be_terms(swap: Swap) -> bool:
    both = (*swap[0], *swap[1])
    short = 0 < len(swap[0]) <= _LONGEST_TERM and 0 < len(swap[1]) <= _LONGEST_TERM
    return short and all(word.isalpha() for word in both) and not states_effect(both) and not is_other_place([swap])


def _counts(document: Document) -> Counter[str]:
    return Counter(word for visible in document.visible for word in effective_words(visible))


def _cases(blocks: Iterable[str]) -> tuple[set[str], set[str], set[str]]:
    """The words of some visible texts in small letters, those with a capital, and those with one inside a sentence."""
    found = [_cases_of(visible) for visible in blocks]
    lower, upper, inside = (
        {canonical_word(token) for token in set[str]().union(*(cases[part] for cases in found))} for part in range(3)
    )
    return lower, upper, inside


@lru_cache(maxsize=32768)
def _cases_of(visible: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    tokens = set(_TOKEN.findall(visible))
    capital = {token for token in tokens if token[0].isupper()}
    return (
        frozenset(map(str.lower, tokens - capital)),
        frozenset(map(str.lower, capital)),
        frozenset(map(str.lower, _CAPITAL_INSIDE_SENTENCE.findall(visible))),
    )
