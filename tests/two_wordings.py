"""A rule in two wordings that have little in common, and a long text that stands beside either."""

from __future__ import annotations

REST = "\n\n".join(
    f"In house {number} of Larkwell the {number * 7}th clerk counts wool, salt and every {thing} at noon."
    for number in range(40)
    for thing in [("barge that moors", "ban", "ticket", "account of a user")[number % 4]]
)
BEFORE = "If a barge was under a ban, users must not moor with another account or a fresh ticket to get past it."
NOW = "Users who moor a barge with another account, though under a ban, shall lose it."
