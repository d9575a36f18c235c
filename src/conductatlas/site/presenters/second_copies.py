"""The copies of captured pages in a web archive, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from conductatlas.records.models import SecondCopy


@dataclass(frozen=True, slots=True)
class SecondCopyLine:
    """A page for a web archive to save: `copy` is the address of its copy once confirmed, `why` what hinders it."""

    address: str
    state: str
    submitted_at: datetime | None
    checked_at: datetime | None
    copy: str
    why: str


def second_copy_lines(copies: Iterable[SecondCopy]) -> tuple[SecondCopyLine, ...]:
    """Second copies in the order in which they are given."""
    return tuple(
        SecondCopyLine(one.address, one.state, one.submitted_at, one.checked_at, one.copy, one.why) for one in copies
    )
