"""What is wrong with declarations, told by file, line and service."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from conductatlas.capture.declarations.located import Located
from conductatlas.english import series


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong or worth knowing. `serious`: what it stands in is left out; otherwise it is used all
    the same. `line` is 0 where it concerns the file as a whole.
    """

    file: str
    line: int
    service: str
    message: str
    serious: bool

    @property
    def in_place(self) -> str:
        """What to say to who has this one declaration before them: the line and the message."""
        return f"Line {self.line}: {self.message}" if self.line else self.message

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.service}: {self.message}"


class Problems:
    """Collects the problems of one file of one service."""

    def __init__(self, file: str, service: str) -> None:
        self.file = file
        self.service = service
        self.found: list[Problem] = []

    def serious(self, line: int, message: str) -> None:
        self._add(line, message, True)

    def note(self, line: int, message: str) -> None:
        self._add(line, message, False)

    def _add(self, line: int, message: str, serious: bool) -> None:
        problem = Problem(self.file, line, self.service, message, serious)
        if problem not in self.found:
            self.found.append(problem)

    def mapping(self, value: Located, label: str, known: Iterable[str] = ()) -> dict[str, Located] | None:
        """The entries of a mapping. Keys that are not `known` (where any are) or repeated are noted."""
        if not isinstance(value.value, dict):
            self.serious(value.line, f"{label} must be a mapping, not {kind(value)}")
            return None
        names = tuple(known)
        for key, entry in value.value.items():
            if names and key not in names:
                self.note(entry.line, f"{label} has the unknown key “{key}”; it is not used{self._meant(key, names)}")
        for key, line in value.repeated:
            self.note(line, f"{label} has “{key}” more than once; the last counts")
        return value.value

    def _meant(self, key: str, names: tuple[str, ...]) -> str:
        folded = {name.lower(): name for name in names}
        close = get_close_matches(key.lower(), folded, n=1, cutoff=0.8)
        return f" (is “{folded[close[0]]}” meant?)" if close else f" (known are {series(names)})"

    def text(self, value: Located, label: str) -> str:
        """A text that is not empty; empty where it is none, which is serious."""
        if isinstance(value.value, str) and value.value.strip():
            return value.value
        shown = "not an empty one" if isinstance(value.value, str) else f"not {kind(value)}"
        self.serious(value.line, f"{label} must be a text, {shown}")
        return ""


def kind(value: Located) -> str:
    """How messages call a value."""
    match value.value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case other:
            return f"a {type(other).__name__}"
