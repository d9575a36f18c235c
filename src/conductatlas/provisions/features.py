"""What the model reads of a unit: words, stems and word pairs of it and of the headings and the lead-in above it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_TOKEN = re.compile(r"[a-z]++(?:'[a-z]++)?|\d++|[$€£%]")
_ENDING = re.compile(r"(?:ing|ed|es|s|ion|ions|ment|ly)$")
# Shorter words keep their ending: what would be left of them says too little.
_SHORTEST_INFLECTED = 6
# How many words and texts are remembered to spare work: the sentences of two versions are asked about many times.
_MOST_WORDS, _MOST_TEXTS = 65_536, 32_768
# Words that say little by themselves: pairs of content words look past them.
STOP_WORDS = frozenset(
    [
        *("a", "an", "any", "are", "as", "at", "be", "been", "by", "for", "from", "in", "is", "it", "its", "of", "on"),
        *("and", "or", "our", "so", "such", "that", "the", "these", "this", "those", "to", "us", "we", "which"),
        *("with", "you", "your"),
    ]
)


def tokens(visible: str) -> list[str]:
    """Words in lower case; all numbers are the same token."""
    return ["#" if token.isdigit() else token for token in _TOKEN.findall(visible.lower())]


def features(text: str, context: str, lead_in: str) -> list[str]:
    """The features of a unit, repeated as often as they occur.

    Plain: words and pairs of neighbouring words. `h:` those of the nearest heading, `H:` words of the two nearest
    headings, `l:` words and pairs of the lead-in. `~` before any single word: its stem, so that 'terminates' and
    'terminated' speak for the same. `p:` pairs of the stems of neighbouring content words, stop words left out, so
    that 'terminates the account' and 'terminated your account' do too.
    """
    words = tokens(text)
    nearest = tokens(context.rsplit(" > ", 1)[-1])
    lead = tokens(lead_in)
    single = words + ["h:" + word for word in nearest]
    single += ["H:" + word for word in tokens(context)]
    single += ["l:" + word for word in lead]
    pairs = _pairs(words) + ["h:" + pair for pair in _pairs(nearest)] + ["l:" + pair for pair in _pairs(lead)]
    stems = [stem(word) for word in single]
    content = [stem for word, stem in zip(words, stems, strict=False) if word not in STOP_WORDS]
    return single + pairs + stems + [f"p:{left}{right}" for left, right in pairwise(content)]


@lru_cache(maxsize=_MOST_WORDS)
def stem(word: str) -> str:
    return "~" + _bare_stem(word)


@lru_cache(maxsize=_MOST_WORDS)
def _bare_stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) >= _SHORTEST_INFLECTED else word


def _pairs(words: list[str]) -> list[str]:
    return [f"{left} {right}" for left, right in pairwise(words)]


@lru_cache(maxsize=_MOST_TEXTS)
def content_stems(visible: str) -> tuple[str, ...]:
    """The stems of the words of a visible text that say something by themselves, in its order; all numbers are one."""
    return tuple([_bare_stem(word) for word in tokens(visible) if word not in STOP_WORDS])
