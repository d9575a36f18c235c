"""What a run of the pipeline read and made, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """What a run read and made."""

    read: int = 0
    new: int = 0
    texts: int = 0
    documents: int = 0
    platforms: int = 0
    units_judged: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)
    unusable: list[str] = field(default_factory=list)
