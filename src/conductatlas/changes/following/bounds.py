"""The bounds of a provision: they move only where the text does, not where the finder draws them otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from conductatlas.changes.aligning.alignment import Alignment
from conductatlas.changes.following.standing import Standing
from conductatlas.provisions import Finder, Finding
from conductatlas.reading import Document


def keep_bounds(
    finder: Finder,
    provisions: Sequence[Standing],
    blocks_of: Mapping[int, frozenset[int]],
    findings: Sequence[Finding],
    matched: Mapping[int, int],
    alignment: Alignment,
    new: Document,
) -> tuple[list[Finding], dict[int, int], frozenset[int]]:
    """Draw findings that are provisions within the bounds that these had.

    A block that stands word for word as before states a provision after a change if it did before. `matched` are the
    identities of `provisions` by the positions of `findings`. Returned are the findings at their positions, followed by
    those of provisions that had been joined to others; which provision each is; and the positions of findings that were
    a part of another one, to be passed over.
    """
    bounds = _Bounds(provisions, blocks_of, findings, matched, alignment, new)
    drawn, identities = list(findings), dict(matched)
    passed_over: set[int] = set()

    def draw(clause_type: str, run: tuple[int, int], confidence: float) -> Finding:
        first, last = run
        span = (new.blocks[first].start, new.blocks[last].end)
        return finder.finding(new, clause_type, first, last, (span,), (confidence,))

    for position in matched:
        kept = bounds.kept(position)
        if kept is None:
            continue
        one = findings[position]
        drawn[position] = draw(one.clause_type, kept.run, one.confidence)
        passed_over |= kept.parts
        for identity, run in kept.joined.items():
            identities[len(drawn)] = identity
            drawn.append(draw(one.clause_type, run, one.confidence))
    return drawn, identities, frozenset(passed_over)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A run of blocks, the findings that are parts of it, and the provisions that were joined to it, by their runs."""

    run: tuple[int, int]
    parts: frozenset[int]
    joined: Mapping[int, tuple[int, int]]


@dataclass(frozen=True)
class _Bounds:
    """Where provisions that findings are stand in the new text, by the blocks that nobody edited."""

    provisions: Sequence[Standing]
    blocks_of: Mapping[int, frozenset[int]]
    findings: Sequence[Finding]
    matched: Mapping[int, int]
    alignment: Alignment
    new: Document

    # Most steps move no bounds, and ask for neither of these.
    @cached_property
    def _holder(self) -> Mapping[tuple[str, int], int]:
        """The provision that stated a clause type in a block of the old text."""
        return {
            (one.clause_type, block): one.identity for one in self.provisions for block in self.blocks_of[one.identity]
        }

    @cached_property
    def _finding_at(self) -> Mapping[tuple[str, int], int]:
        """The position of the finding of a clause type in a block of the new text."""
        return {
            (one.clause_type, block): position
            for position, one in enumerate(self.findings)
            for block in range(one.first, one.last + 1)
        }

    def kept(self, position: int) -> _Kept | None:
        """What a finding is within the bounds that its provision had; None where it is that already."""
        one = self.findings[position]
        if len(one.places) > 1:
            return None
        stood = self.blocks_of[self.matched[position]]
        own = [block for block in range(one.first, one.last + 1) if self.new.word_lines[block]]
        taken_in = [block for block in own if self._stood_outside(block, stood)]
        left_out = self._as_before(stood).difference(own)
        if not (taken_in or left_out) or len(taken_in) == len(own):
            return None
        inner = [block for block in own if block not in taken_in]
        first, last = self._grown(inner[0], -1, left_out), self._grown(inner[-1], 1, left_out)
        if (first, last) == (own[0], own[-1]):
            return None
        joined = self._joined(one.clause_type, [block for block in taken_in if not first <= block <= last])
        held = (self._finding_at.get((one.clause_type, block), position) for block in range(first, last + 1))
        parts = set(held) - {position}
        are_parts = all(part not in self.matched and self._is_within(part, first, last) for part in parts)
        if joined is None or not are_parts:
            return None
        return _Kept((first, last), frozenset(parts), joined)

    @cached_property
    def _origins(self) -> Mapping[int, int]:
        return {new: old for old, new in self.alignment.stayed.items()}

    def _stood_outside(self, block: int, stood: frozenset[int]) -> bool:
        """Whether a block stands as before, and neither it nor a part of it stood in some old blocks."""
        origin = self._origins.get(block)
        if origin is None or origin in stood:
            return False
        return not any(edge.old in stood for edge in self.alignment.from_new[block])

    def _as_before(self, olds: Iterable[int]) -> set[int]:
        """The new blocks that some old ones are, word for word."""
        stayed = self.alignment.stayed
        return {stayed[old] for old in olds if old in stayed}

    def _grown(self, end: int, step: int, left_out: set[int]) -> int:
        """How far a run reaches from one of its ends over blocks that it left out, and over those without words."""
        block = end + step
        while 0 <= block < len(self.new.blocks) and (block in left_out or not self.new.word_lines[block]):
            if block in left_out:
                end = block
            block += step
        return end

    def _joined(self, clause_type: str, blocks: Sequence[int]) -> dict[int, tuple[int, int]] | None:
        """The provisions that some blocks stated by themselves, with their runs; None where they were edited too."""
        joined: dict[int, tuple[int, int]] = {}
        for block in blocks:
            for edge in self.alignment.from_new[block]:
                identity = self._holder.get((clause_type, edge.old))
                if identity is None:
                    continue
                run = sorted(self._as_before(self.blocks_of[identity]))
                whole = len(run) == len({old for old in self.blocks_of[identity] if old in self.alignment.from_old})
                if identity in self.matched.values() or not whole or not set(run) <= set(blocks):
                    return None
                joined[identity] = (run[0], run[-1])
        return joined

    def _is_within(self, position: int, first: int, last: int) -> bool:
        one = self.findings[position]
        return first <= one.first and one.last <= last and len(one.places) == 1
