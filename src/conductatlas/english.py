"""Lists and counts as English sentences say them."""

from __future__ import annotations

from collections.abc import Sequence


def series(names: Sequence[str], word: str = "and") -> str:
    """Names as a reader lists them: 'a, b and c'."""
    return f" {word} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def short_series(names: Sequence[str], most: int) -> str:
    """The same with the first `most` names, and the others counted: 'a, b and 3 more'."""
    return series(names if len(names) <= most else [*names[:most], f"{len(names) - most} more"])


def count(number: int, noun: str) -> str:
    """A number of things: '1 block', '1,200 blocks'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
