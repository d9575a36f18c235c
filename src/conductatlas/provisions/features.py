"""What the model reads of a unit: its words and word pairs, and those of the headings and the lead-in above it."""

from __future__ import annotations

import re
from itertools import pairwise

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[$€£%]")


def tokens(visible: str) -> list[str]:
    """Words in lower case; all numbers are the same token."""
    return ["#" if token[0].isdigit() else token for token in _TOKEN.findall(visible.lower())]


def features(text: str, context: str, lead_in: str) -> list[str]:
    """The features of a unit, repeated as often as they occur.

    Plain: words and pairs of neighbouring words. `h:` those of the nearest heading, `H:` words of the two nearest
    headings, `l:` words and pairs of the lead-in.
    """
    words = tokens(text)
    nearest = tokens(context.rsplit(" > ", 1)[-1])
    lead = tokens(lead_in)
    found = words + _pairs(words)
    found += ["h:" + feature for feature in nearest + _pairs(nearest)]
    found += ["H:" + word for word in tokens(context)]
    found += ["l:" + feature for feature in lead + _pairs(lead)]
    return found


def _pairs(words: list[str]) -> list[str]:
    return [f"{left} {right}" for left, right in pairwise(words)]
