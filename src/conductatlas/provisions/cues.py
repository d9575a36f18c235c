"""Words that a clause type can't do without, words that rule it out, and words that settle it or leave no doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.yaml_data import parse_yaml

_SIGN_OR_CAPITAL = re.compile(r"\\.|[A-Z]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cue:
    """What the visible text of a passage must hold to state a clause type, what it must not, and what settles it.

    Capitals are no difference: the patterns are of small letters, which are found in half the time.
    """

    needs: re.Pattern[str] | None
    never: re.Pattern[str] | None
    says: re.Pattern[str] | None = None

    def fits(self, visible: str) -> bool:
        """Whether a text can state the clause type."""
        small = visible.lower()
        if self.needs and not self.needs.search(small):
            return False
        return not (self.never and self.never.search(small))

    def settles(self, visible: str) -> bool:
        """Whether a text says in so many words what the clause type is."""
        return self.says is not None and self.says.search(visible.lower()) is not None


@lru_cache(maxsize=1)
def load_cues() -> dict[str, Cue]:
    """The cues that come with the system, by clause type."""
    raw = files(__package__).joinpath("cues.yaml").read_bytes()
    data: dict[str, dict[str, str]] = parse_yaml(raw)
    return {
        name: Cue(*(_compiled(entry[key]) if key in entry else None for key in ("needs", "never", "says")))
        for name, entry in data.items()
    }


@lru_cache(maxsize=1)
def load_plain_words() -> dict[str, re.Pattern[str]]:
    """The words, by clause type, that leave no doubt of a type which the model finds; to be sought in small letters."""
    raw = files(__package__).joinpath("plain_words.yaml").read_bytes()
    data: dict[str, str] = parse_yaml(raw)
    return {name: _compiled(pattern) for name, pattern in data.items()}


def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern in small letters, but for what a backslash makes a sign of a kind: `\\S` is not `\\s`."""
    return re.compile(_SIGN_OR_CAPITAL.sub(lambda one: one[0] if one[0][0] == "\\" else one[0].lower(), pattern))
