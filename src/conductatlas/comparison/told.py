"""One thing that is told of a clause beside another one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told of a clause ('it names 30 days of notice'), and the words of it that show it.

    `place` is None where it rests on what the clause does not say.
    """

    phrase: str
    place: tuple[int, int] | None

    def is_within(self, start: int, end: int) -> bool:
        """Whether a slice of the clause shows it, as far as words can."""
        return self.place is None or (start <= self.place[0] and self.place[1] <= end)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether some of the words that show it lie in a slice of the clause."""
        return self.place is not None and self.place[0] < end and start < self.place[1]


Found = tuple[bool, Told]
"""What two clauses were found to say: whether they say it alike, and how it is told."""
