"""Words that a clause type can't do without, words that rule it out, and words that settle it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.yaml_data import parse_yaml


@dataclass(frozen=True, slots=True)
class Cue:
    """What the visible text of a passage must hold to state a clause type, what it must not, and what settles it."""

    needs: re.Pattern[str] | None
    never: re.Pattern[str] | None
    says: re.Pattern[str] | None = None

    def fits(self, visible: str) -> bool:
        """Whether a text can state the clause type."""
        if self.needs and not self.needs.search(visible):
            return False
        return not (self.never and self.never.search(visible))

    def settles(self, visible: str) -> bool:
        """Whether a text says in so many words what the clause type is."""
        return self.says is not None and self.says.search(visible) is not None


@lru_cache(maxsize=1)
def load_cues() -> dict[str, Cue]:
    """The cues that come with the system, by clause type."""
    raw = files(__package__).joinpath("cues.yaml").read_bytes()
    data: dict[str, dict[str, str]] = parse_yaml(raw)
    return {
        name: Cue(*(_compiled(entry.get(key)) for key in ("needs", "never", "says"))) for name, entry in data.items()
    }


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None
