"""Text that was only divided into other blocks: the same letters in the same order, with other breaks between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain

from conductatlas.changes.language.words import letters_of
from conductatlas.reading import BLOCKS_IN_MEMORY, BlockKind, Document

# Fewer letters stand in another text by accident: a shorter block is looked for together with so many beside it.
_FEWEST_LETTERS = 24
# Above this many comparisons of letters, nothing is looked for.
_LONGEST_SEARCH = 1_000_000_000
_FIGURE = re.compile(r"[\d.]+")
_NUMBER = re.compile(r"\d+")
# A longer number is none of an item or of a page.
_LONGEST_NUMBER = 2
# The last line of a page in print: '6' or '6 / 18'.
_NUMBER_OF_PAGE = re.compile(r"\n[ \t]*(\d[\d ]{0,3}(?:/[ \d]{1,5})?)\s*$")


class Divisions:
    """What of two versions stands in the other one, whatever the breaks in it.

    Letters are compared, not words: where a break is lost, the words around it often run into each other. Where the
    breaks are others, the numbers of pages and items between the letters may come and go, as where a PDF is read
    anew; not in tables, and a number that gave way to another is none of those.
    """

    def __init__(self, old: Letters, new: Letters, differing: int) -> None:
        """`differing` says how many blocks will be looked for at most."""
        self._of_old, self._of_new = old, new
        self._differing = differing

    def are_kept(self, olds: Sequence[int], news: Sequence[int]) -> bool:
        """Whether each of some old blocks stands in the new version, and each of some new ones in the old version."""
        if max(self._of_old.length, self._of_new.length) * self._differing > _LONGEST_SEARCH:
            return False
        sides = ((self._of_old, self._of_new, olds), (self._of_new, self._of_old, news))
        changed = (
            (here, there, block)
            for here, there, blocks in sides
            for block in blocks
            if not here.is_part_of(there, block)
        )
        first = next(changed, None)
        if first is None:
            return True
        # Between the same breaks a number that came or went is an edit.
        anew = self._of_old.without_figures(olds) != self._of_new.without_figures(news)
        return anew and all(here.is_renumbered_in(there, block) for here, there, block in chain((first,), changed))


class Letters:
    """The letters of a text in one line, and where each block begins in it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = list(map(_letters, document.word_lines))
        self._line = "".join(self._blocks)
        self._starts = [0, *accumulate(map(len, self._blocks))]
        self.length = len(self._line)

    def is_part_of(self, other: Letters, block: int) -> bool:
        """Whether the letters of a block stand in another text, those of a short one with some beside them."""
        start, end = self._starts[block], self._starts[block + 1]
        if end - start >= _FEWEST_LETTERS:
            return self._line[start:end] in other._line
        before, after = max(0, start - _FEWEST_LETTERS), end + _FEWEST_LETTERS
        with_a_neighbour = (self._line[before:end], self._line[start:after])
        return any(len(part) >= _FEWEST_LETTERS and part in other._line for part in with_a_neighbour)

    def is_renumbered_in(self, other: Letters, block: int) -> bool:
        """Whether they do but for numbers, those of a block that is neither short nor a table."""
        short = self._starts[block + 1] - self._starts[block] < _FEWEST_LETTERS
        if short or self._document.blocks[block].kind is BlockKind.TABLE:
            return False
        letters = self._blocks[block]
        page = _NUMBER_OF_PAGE.search(self._document.source(block))
        if page:
            letters = letters.replace(".", "").removesuffix("".join(_NUMBER.findall(page[1])))
        bare, numbers = _without_numbers(letters)
        start = other._bare.find(bare) if len(bare) >= _FEWEST_LETTERS else -1
        if start < 0:
            return False
        others, places = other._numbers
        inside = places[bisect_left(places, start) : bisect_right(places, start + len(bare))]
        for place in {*numbers, *(one - start for one in inside)}:
            own, its = numbers.get(place, ""), others.get(start + place, "")
            # At its ends the numbers of the blocks beside it follow.
            of_both = (place == 0 and its.endswith(own)) or (place == len(bare) and its.startswith(own))
            if own != its and not of_both and ((own and its) or len(own or its) > _LONGEST_NUMBER):
                return False
        return True

    def without_figures(self, blocks: Sequence[int]) -> list[str]:
        """The words of some blocks but for the figures in them."""
        return _FIGURE.sub("", " ".join(self._document.word_lines[block] for block in blocks)).split()

    @cached_property
    def _bare(self) -> str:
        """The line without points and numbers."""
        return "".join([_without_numbers(letters)[0] for letters in self._blocks])

    @cached_property
    def _numbers(self) -> tuple[dict[int, str], list[int]]:
        """The numbers by where they stood in that line, and these places in order."""
        found: dict[int, str] = {}
        begun = 0
        for letters in self._blocks:
            bare, numbers = _without_numbers(letters)
            for place, number in numbers.items():
                # The number at the end of a block and the one that the next begins with are one.
                found[begun + place] = found.get(begun + place, "") + number
            begun += len(bare)
        return found, list(found)


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _without_numbers(letters: str) -> tuple[str, Mapping[int, str]]:
    """Some letters without points and numbers, and the numbers by where they stood between those that are left."""
    letters = letters.replace(".", "")
    numbers: dict[int, str] = {}
    gone = 0
    for number in _NUMBER.finditer(letters):
        numbers[number.start() - gone] = number[0]
        gone += len(number[0])
    return _NUMBER.sub("", letters) if numbers else letters, numbers


_letters = lru_cache(maxsize=BLOCKS_IN_MEMORY)(letters_of)
