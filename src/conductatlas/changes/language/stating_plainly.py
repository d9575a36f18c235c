"""Whether the words of a passage themselves state its type, so plainly that it can be told as added or removed.

The finder weighs words. It takes a denial for what is denied, a list of changes for what changed, and what often stands
beside a clause for the clause. A type that its words do not name is no fact to tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.changes.language.words_of_types import NOT, PLAINLY
from conductatlas.reading import word_count

# What only asks, be it in quotation marks and behind a title.
_ASKS = re.compile(r"\?[\"”’')*_]*\s*\Z")
# What only points elsewhere, or gives examples of what may be meant.
_POINTS = re.compile(
    r"\W*(?:for (?:\w+ )?(?:information|details)\b|to learn more\b|examples? (?:include|are)\b)", re.IGNORECASE
)
# What tells of changes of a text or a service, and states none of what changed.
_OF_CHANGES = re.compile(
    r"\W*(?:a )?(?:brief )?(?:summary of (?:the |our |key |main |these |recent )*(?:changes|updates)"
    r"|what(?:['’]s| is| has)(?: been)? (?:new|changed|changing|different)"
    r"|(?:key|main|recent) (?:changes|updates)\b|change ?log)",
    re.IGNORECASE,
)
_DENIES = re.compile(
    rf"{NOT}|\bno (?:\w+ )?(?:automated|profiling|biometric|sensitive|personal|human)\b|\bunder human review\b"
    r"|\brights? (?:not|to (?:object|be informed|request))\b|\bobject(?:ing)? to\b",
    re.IGNORECASE,
)
_DENIED_AHEAD, _AHEAD = re.compile(NOT, re.IGNORECASE), 40
# So few words are a title, unless there is nothing else.
_FEWEST_WORDS = 6
# Types that say what is done; to say that it is not states another clause.
_OF_DOING = frozenset(
    (
        *("ai-automated-decisions", "ai-human-review", "ai-training-on-user-content", "communications-scanning"),
        *("cross-site-tracking", "data-combination", "location-tracking"),
        *("profiling-personalisation", "sensitive-data-collection", "targeted-advertising", "third-party-sharing"),
    )
)


def tells_of_changes(visible: str) -> bool:
    """Whether a passage tells of changes that were made, rather than holds them."""
    return _OF_CHANGES.match(visible) is not None


def is_stated_plainly(clause_type: str, sentences: Sequence[str]) -> bool:
    """Whether the sentences of a passage that may state a type do so by what they name, and none denies it.

    A title states nothing beside them.
    """
    said = [one for one in sentences if word_count(one) >= _FEWEST_WORDS] or sentences
    if clause_type in _OF_DOING and any(map(_DENIES.search, said)):
        return False
    return any(_states_plainly(clause_type, sentence) for sentence in said)


def has_words_for(clause_type: str, sentences: Sequence[str]) -> bool:
    """Whether any of the sentences of a passage has the words that state a type, whatever it says beside."""
    return any(_has_words_for(clause_type, sentence) for sentence in sentences)


def _states_plainly(clause_type: str, sentence: str) -> bool:
    return not (_ASKS.search(sentence) or _POINTS.match(sentence)) and _has_words_for(clause_type, sentence)


def _has_words_for(clause_type: str, sentence: str) -> bool:
    form = PLAINLY.get(clause_type)
    if form is None:
        return True
    if form.never and any(_is_affirmed(sentence, found.start()) for found in form.never.finditer(sentence)):
        return False
    return form.needs is None or form.needs.search(sentence) is not None


def _is_affirmed(sentence: str, place: int) -> bool:
    """Whether no denial stands shortly before a place of a sentence."""
    return _DENIED_AHEAD.search(sentence, max(0, place - _AHEAD), place) is None
