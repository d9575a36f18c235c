"""How common a clause type is, in words."""

from __future__ import annotations

from conductatlas.english import count


def prevalence(stating: int, platforms: int, *, states_itself: bool, companies: tuple[int, int] | None = None) -> str:
    """'212 of 343 platforms', or, where none but the platform at hand states it, 'Unique: 0 of 342 other platforms'.

    `stating` of all `platforms` state the type today; `states_itself` tells whether the one at hand is among them.
    `companies` are those that the platforms which state it belong to, and all of them; they are told where they are
    fewer: '37 of 78 platforms (31 of 66 companies)'.
    """
    if states_itself and stating <= 1 < platforms:
        return f"Unique: 0 of {count(platforms - 1, 'other platform')}"
    said = f"{stating:,} of {count(platforms, 'platform')}"
    if companies is None or companies == (stating, platforms):
        return said
    return f"{said} ({companies[0]:,} of {companies[1]:,} {'company' if companies[1] == 1 else 'companies'})"
