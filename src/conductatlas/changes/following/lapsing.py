"""Passages that go on with other words, of which none states the clause: the provision ends there.

A type is carried along the blocks of a passage, also those that do not state it by themselves. Where those that did
went, what is left was not reworded: it is something else that stood beside the clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conductatlas.changes.following.standing import JudgedText, Standing
from conductatlas.changes.language.words import has_same_words
from conductatlas.provisions import Finding

# Below this probability a passage does not state a type. It is far below the threshold of any, so that no wavering of
# the finder brings a clause there, and it counts only where those words are no longer what they were.
STATES_NOTHING = 0.05

# What no passage says without this word, unless it is one that never had it, as in another language.
_WORDS = {
    "class-action-waiver": re.compile(
        r"\bclass(?:es)?\b|\brepresentative|\bcollective|\bconsolidat|\bjoin|\bindividual", re.IGNORECASE
    ),
    "jury-trial-waiver": re.compile(r"\bjur(?:y|ies)\b", re.IGNORECASE),
    "mandatory-arbitration": re.compile(r"\barbit", re.IGNORECASE),
}


def has_its_word(clause_type: str) -> bool:
    """Whether a type has a word without which no passage states it: of others nothing is lost, and no text is read."""
    return clause_type in _WORDS


def lost_its_word(clause_type: str, said: str, says: str) -> bool:
    """Whether edited words lost the one without which they do not state a type, which they had."""
    word = _WORDS.get(clause_type)
    return word is not None and word.search(said) is not None and word.search(says) is None


def is_silent(finding: Finding, text: JudgedText) -> bool:
    """Whether a finding in a text does not state its type, by the confidence carried along or by its units."""
    if finding.confidence >= STATES_NOTHING:
        return False
    chances = text.chances(finding.clause_type, range(finding.first, finding.last + 1))
    return max(chances, default=0.0) < STATES_NOTHING


def lapsed(
    provisions: Sequence[Standing], findings: Sequence[Finding], matched: Mapping[int, int], new: JudgedText
) -> frozenset[int]:
    """The positions of findings that are provisions, and whose words changed so that they state the clause no more.

    `matched` are the identities of `provisions` by the positions of `findings`, in the text `new`.
    """
    by_identity = {one.identity: one for one in provisions}
    return frozenset(
        position
        for position, identity in matched.items()
        if is_silent(findings[position], new)
        and not has_same_words(by_identity[identity].quote, findings[position].quote)
    )
