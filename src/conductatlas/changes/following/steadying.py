"""The types of a new version's units: what the finder says of each, steadied by what stood before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from conductatlas.changes.aligning.alignment import Alignment
from conductatlas.changes.following.lapsing import STATES_NOTHING
from conductatlas.changes.following.standing import JudgedText, Standing
from conductatlas.changes.language.effect import says_the_same
from conductatlas.changes.language.words import FEWEST_WORDS_TO_STAND_FOR, in_order
from conductatlas.provisions import Finder, Unit
from conductatlas.reading import words

# A type that stands keeps standing over an edited passage while its confidence is above this share of its threshold, …
_KEPT_ABOVE = 0.5
# … or while the edit lowered the confidence by less than this; a type is new on edited text only if it rose as much.
_REAL_DIFFERENCE = 0.2
# What a block said is still said where this share of its words stands in order.
_KEPT_WORDS = 0.85


def steadied_types(
    finder: Finder,
    old: JudgedText,
    provisions: Sequence[Standing],
    blocks_of: Mapping[int, frozenset[int]],
    new: JudgedText,
    alignment: Alignment,
) -> tuple[dict[str, float], ...]:
    """The types of each new unit, with their confidences: what the finder says, steadied by what stood before.

    A classifier wavers over texts that hardly differ. So where the words are the same, the types are the same, with the
    confidence that they had; where they were edited, a type goes or comes only if its confidence really moved. What the
    words of a unit rule out does not stand on it, whatever it stood with before. A unit that was cut otherwise, or
    edited, and in which the finder no longer sees a type, keeps it at a confidence that says so, and that makes no
    record anew: of the parts into which a list fell, not all state what it stated.
    """
    # Of each old block the types that stand there, with the confidence of a provision that is one unit: of several some
    # may only be carried along.
    types_of_block: dict[int, dict[str, float]] = defaultdict(dict)
    for one in provisions:
        whole = len({old.unit_of_block.get(block) for block in blocks_of[one.identity]}) == 1
        for block in blocks_of[one.identity]:
            types = types_of_block[block]
            types[one.clause_type] = max(one.confidence if whole else 0.0, types.get(one.clause_type, 0.0))
    origins = _Origins(old, new, alignment)
    result: list[dict[str, float]] = []
    # Of units that repeat each other, as they stand in the old version, each would be told by all the old ones.
    repeated: dict[str, tuple[Mapping[str, float], dict[str, float]]] = {}
    for unit, confidences in zip(new.units, new.confidences, strict=True):
        known = repeated.get(unit.key)
        if known is not None and known[0] == confidences:
            result.append(dict(known[1]))
            continue
        # What only came out of a larger block, and stands elsewhere as it is, states what it states there.
        same = origins.same_as(unit)
        unchanged = same is not None
        blocks = origins.of(unit) if same is None else same
        if not blocks:
            result.append(finder.accepted(confidences))
            continue
        stood = {clause_type for block in blocks if block in types_of_block for clause_type in types_of_block[block]}
        if unchanged and not stood:
            result.append({})
            if origins.has_whole(unit):
                repeated[unit.key] = confidences, {}
            continue
        earlier = [old.confidences[old.unit_of_block[block]] for block in blocks if block in old.unit_of_block]
        types = {}
        for clause_type in sorted(stood):
            now, then = confidences.get(clause_type, 0.0), _highest(earlier, clause_type)
            if not now and not finder.can_state(clause_type, unit):
                continue
            had = _highest([types_of_block[block] for block in blocks if block in types_of_block], clause_type)
            threshold = finder.threshold(clause_type)
            steady = now >= _KEPT_ABOVE * threshold or (then >= threshold and then - now < _REAL_DIFFERENCE)
            holders = [block for block in blocks if clause_type in types_of_block.get(block, ())]
            if not steady and origins.have_lost_words(holders):
                continue
            if unchanged or origins.are_kept(holders, unit):
                types[clause_type] = max(now, then, had)
            elif steady:
                types[clause_type] = now
            if clause_type in types and now < STATES_NOTHING and not origins.has_whole(unit):
                types[clause_type] = min(types[clause_type], unseen(finder, clause_type))
        if not unchanged:
            for clause_type, now in finder.accepted(confidences).items():
                if clause_type not in types and now - _highest(earlier, clause_type) >= _REAL_DIFFERENCE:
                    types[clause_type] = now
        if origins.has_whole(unit):
            repeated[unit.key] = confidences, types
        result.append(types)
    return tuple(result)


def unseen(finder: Finder, clause_type: str) -> float:
    """The confidence of what is still taken to state a type, while the finder does not see it there."""
    return _KEPT_ABOVE * finder.threshold(clause_type)


class _Origins:
    """Where the blocks of a new version stood in the old one: those they came from, and those of the same words."""

    def __init__(self, judged: JudgedText, new: JudgedText, alignment: Alignment) -> None:
        self._old = old = judged.document
        self._units = judged.units
        self._unit_of_block = judged.unit_of_block
        self._gone = frozenset(alignment.removed)
        self._new = new.document
        self._alignment = alignment
        # The blocks of the old units, by what these say.
        self._wholes: dict[str, list[int]] = {}
        for unit in judged.units:
            self._wholes.setdefault(unit.text, []).extend(range(unit.first, unit.last + 1))
        lines = new.document.word_lines
        others = [unit for unit in new.units if not self.has_whole(unit)]
        sought = {lines[block] for unit in others for block in range(unit.first, unit.last + 1)}
        self._by_words: dict[str, list[int]] = defaultdict(list)
        for block, line in enumerate(old.word_lines):
            if line in sought and old.word_counts[block] >= FEWEST_WORDS_TO_STAND_FOR:
                self._by_words[line].append(block)

    def of(self, unit: Unit) -> list[int]:
        """The old blocks that a unit of the new version came from, or repeats word for word."""
        from_new, by_words, lines = self._alignment.from_new, self._by_words, self._new.word_lines
        found: set[int] = set()
        for block in range(unit.first, unit.last + 1):
            for edge in from_new.get(block, ()):
                found.add(edge.old)
            found.update(by_words.get(lines[block], ()))
        return sorted(found)

    def same_as(self, unit: Unit) -> Sequence[int] | None:
        """The old blocks that say the same, but for the letter, as those of a unit of the new version.

        Those of the units of the same text, where there are any: the line that announces its list may announce others.
        None where one of its blocks that has words says what no old block says.
        """
        if self.has_whole(unit):
            return self._wholes[unit.text]
        lines, found = self._new.word_lines, set[int]()
        for block in range(unit.first, unit.last + 1):
            same = {*self._by_words.get(lines[block], ()), *self._saying_the_same(block)}
            if lines[block] and not same:
                return None
            found |= same
        return sorted(found)

    def has_whole(self, unit: Unit) -> bool:
        """Whether the old version has a unit of the same text, cut as it is."""
        return unit.text in self._wholes

    def are_kept(self, blocks: Sequence[int], unit: Unit) -> bool:
        """Whether a unit of the new version still holds nearly all words, in order, of one of some old blocks."""
        return any(
            self._old.word_counts[block] >= FEWEST_WORDS_TO_STAND_FOR
            and in_order(words(self._old.visible[block]), words(unit.text), _KEPT_WORDS) >= _KEPT_WORDS
            for block in blocks
        )

    def have_lost_words(self, blocks: Sequence[int]) -> bool:
        """Whether each of some old blocks was a unit with others, such as a list, of which some went altogether.

        What the unit stated may have gone with those, however well the rest is kept.
        """
        units = {self._unit_of_block[block] for block in blocks if block in self._unit_of_block}
        runs = [range(self._units[one].first, self._units[one].last + 1) for one in units]
        return bool(runs) and all(not self._gone.isdisjoint(run) for run in runs)

    def _saying_the_same(self, new: int) -> list[int]:
        """The old blocks from which a new one came whole, saying the same."""
        edges = [edge for edge in self._alignment.from_new.get(new, ()) if not edge.part]
        return [
            edge.old
            for edge in edges
            if edge.likeness == 1.0 or says_the_same(self._old.visible[edge.old], self._new.visible[new])
        ]


def _highest(confidences: Sequence[Mapping[str, float]], clause_type: str) -> float:
    return max((one.get(clause_type, 0.0) for one in confidences), default=0.0)
