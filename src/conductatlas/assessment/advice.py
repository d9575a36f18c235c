"""What no assessment is, in one sentence: for whatever tells of one."""

from __future__ import annotations

NO_ADVICE = (
    "ConductAtlas describes what governance documents state. It gives no legal advice, and does not decide whether a "
    "clause is lawful or can be enforced."
)
