"""Whether the line above a clause makes it something that users guarantee, and not only do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.reading import visible_text

_GUARANTEES = re.compile(
    r"\b(?:you|customers?|users?|creators?|developers?|members?|partners?|licensees?|each party)\b"
    r"(?:(?!\b(?:not|we|if)\b)[^.;:]){0,60}?\b(?:warrants?|guarantees?)\b",
    re.IGNORECASE,
)


def warranty_told(lead_ins: Sequence[str]) -> str:
    """The sentence that tells it of a clause below these lines, the outermost first; empty where none says so."""
    guarantees = any(_GUARANTEES.search(visible_text(one)) for one in lead_ins)
    return "By the line above it this is something that is guaranteed, and not only asked for." if guarantees else ""
