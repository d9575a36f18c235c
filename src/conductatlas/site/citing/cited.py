"""What a citation is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AUTHOR = "ConductAtlas"


@dataclass(frozen=True, slots=True)
class Cited:
    """A record as it is cited. Every text is one line without control characters: `one_line` makes it so.

    `key` names it to reference managers; `record` is its permanent id, empty for a platform, which has none. `inside`
    says what it belongs to, the widest first. `recorded` and `sha256` are of the version that it rests on; None and
    empty where it rests on no single one.
    """

    key: str
    record: str
    title: str
    inside: tuple[str, ...]
    recorded: date | None
    sha256: str
    address: str
    accessed: date

    @property
    def full_title(self) -> str:
        """The title with what it belongs to: 'Sale of data (Larkwell, Terms of Service)'."""
        return f"{self.title} ({', '.join(self.inside)})" if self.inside else self.title

    @property
    def note(self) -> str:
        """What the fields of a reference manager have no place for: the record's id, and the hash of its text."""
        parts = (
            self.record and f"Record {self.record}",
            self.recorded and f"text recorded {self.recorded.isoformat()}",
            self.sha256 and f"SHA-256 {self.sha256}",
        )
        return ", ".join(part for part in parts if part)
