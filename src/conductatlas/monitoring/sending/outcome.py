"""How handing a message over ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from conductatlas.capture.fetching import plain

_LONGEST = 500


class Fault(Enum):
    """Why a message was not taken, as far as it says what to do next."""

    PASSING = "it may be taken later"
    OURS = "our side is at fault, and the channel is not"
    MESSAGE = "this message will never be taken"
    CHANNEL = "nothing will ever be taken there"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the other side said; `fault` where it did not take the message."""

    detail: str
    fault: Fault | None = None

    @property
    def line(self) -> str:
        """What was said, in a line that can be stored."""
        return " ".join(plain(self.detail).split())[:_LONGEST]
