"""The values of following: a version that was judged, the provisions that stand in it, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from conductatlas.changes.aligning.division import Letters
from conductatlas.provisions import Finding, Unit
from conductatlas.reading import Document


class ChangeKind(StrEnum):
    """What happened to a provision."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True)
class JudgedText:
    """A version's text with its units, what the finder said of each, and which blocks belong to the page around it.

    `language` (ISO 639-1) is the one that it was judged in; where it is not known, as English.
    """

    document: Document
    units: tuple[Unit, ...]
    confidences: tuple[Mapping[str, float], ...]
    of_page: frozenset[int]
    language: str | None = None

    @cached_property
    def unit_of_block(self) -> dict[int, int]:
        """Which unit each block belongs to; headings belong to none."""
        return {
            block: position for position, unit in enumerate(self.units) for block in range(unit.first, unit.last + 1)
        }

    @cached_property
    def letters(self) -> Letters:
        """The letters of the text, whatever the breaks in it."""
        return Letters(self.document)

    def units_of(self, blocks: Iterable[int]) -> list[int]:
        """The positions of the units that hold any of some blocks, in the order of the text."""
        return sorted({self.unit_of_block[block] for block in blocks if block in self.unit_of_block})

    def chances(self, clause_type: str, blocks: Iterable[int]) -> list[float]:
        """How likely each unit that holds any of some blocks states a type by itself, in the order of the text."""
        return [self.confidences[unit].get(clause_type, 0.0) for unit in self.units_of(blocks)]


class Standing(NamedTuple):
    """A provision that stands in a version: who it is, and the words that state it, with what confidence they do."""

    identity: int
    clause_type: str
    quote: str
    severity: str
    stance: str
    confidence: float = 0.0

    def blocks(self, document: Document) -> frozenset[int]:
        """The ordinals of the blocks that state it, in all its places."""
        return frozenset(document.ordinals(self.quote))


@dataclass(frozen=True, slots=True)
class Dormant:
    """A provision that went lately: if it comes back, it is the same one. `told`: it was told as removed."""

    identity: int
    clause_type: str
    quote: str
    told: bool = True


class Followed(NamedTuple):
    """What became of one provision.

    `before` is None for one that was added, `after` for one that is gone. `kind` is None where nothing was done to its
    words or its place (its marked-up source may differ), where the text said before what is only now found, and where
    that went, and came again, of which nobody can be sure. `returned`: it had been removed and stands again.
    `counterpart`: the provision of the same document that it was split from, or that it was merged into.
    `may_have_moved`: it came or went with its passage, whose words state its type, so that another document of the
    platform may say it; a passage that was edited says there what it said here.
    """

    identity: int
    clause_type: str
    kind: ChangeKind | None
    before: Standing | None
    after: Finding | None
    returned: bool = False
    counterpart: int | None = None
    may_have_moved: bool = True

    @property
    def quote(self) -> str:
        """Its words: as they stood before, or else as they stand now."""
        passage = self.before or self.after
        return passage.quote if passage else ""

    @property
    def is_of_one_text(self) -> bool:
        """Whether only one of the two versions is found to state it."""
        return (self.before is None) is not (self.after is None)

    @property
    def is_told_anew(self) -> bool:
        """Whether it is told as removed, or as added and never there before."""
        return self.comes_or_goes and not self.returned

    @property
    def is_beside(self) -> bool:
        """Whether its passage is told to have come beside others of its type, or to have gone while they stay."""
        return self.kind is ChangeKind.MOVED and self.is_of_one_text

    @property
    def comes_or_goes(self) -> bool:
        """Whether it is told as removed, or as added, be it again."""
        return self.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)


def standing(identity: int, finding: Finding) -> Standing:
    """The provision that a finding is, under the identity given."""
    grade = finding.severity.value, finding.stance.value
    return Standing(identity, finding.clause_type, finding.quote, *grade, finding.confidence)
