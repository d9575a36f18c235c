"""How common a clause type is, in words."""

from __future__ import annotations

from conductatlas.english import count


def prevalence(stating: int, platforms: int, *, states_itself: bool) -> str:
    """'212 of 343 platforms', or, where none but the platform at hand states it, 'Unique: 0 of 342 other platforms'.

    `stating` of all `platforms` state the type today; `states_itself` tells whether the one at hand is among them.
    """
    if states_itself and stating <= 1 < platforms:
        return f"Unique: 0 of {count(platforms - 1, 'other platform')}"
    return f"{stating:,} of {count(platforms, 'platform')}"
