"""Which clause types a single sentence can't state, whatever the finder thinks: what it denies, or has no word for.

A passage is read with all that stands in it. Of one sentence of it that came, went or was edited the finder sees few
words, and none that turn them round: 'you have no right to a refund' is to it much like the right.
"""

from __future__ import annotations

from functools import lru_cache
from statistics import fmean

from conductatlas.changes.language.words_of_types import BY_ITSELF
from conductatlas.provisions import is_glossed

# So likely a sentence must state a type for that to be told, or graded, of it alone: of passages of which none was as
# likely to, three in four did not.
_SURE = 0.65
_SENTENCES_KEPT = 32_768


def sureness(under_heading: float, without: float) -> float:
    """How surely a sentence states a type, by how likely it does under its heading and how likely without one.

    A heading lends its type to all that stands under it, so it counts for half.
    """
    return fmean((under_heading, without))


def is_sure(under_heading: float, without: float) -> bool:
    """Whether a sentence surely states a type, by how likely it does under its heading and how likely without one."""
    return sureness(under_heading, without) >= _SURE


# A sentence of a passage is asked about under its heading, without it, and for each type that its passage states.
@lru_cache(maxsize=_SENTENCES_KEPT)
def can_state(clause_type: str, sentence: str, language: str | None = None) -> bool:
    """Whether a sentence, as a reader sees it, can state a clause type by itself.

    `language` (ISO 639-1) is the one it is read in; of those that are read through a glossary nothing is ruled out.
    """
    form = BY_ITSELF.get(clause_type)
    if form is None or is_glossed(language):
        return True
    if form.needs and not form.needs.search(sentence):
        return False
    return form.never is None or form.never.search(sentence) is None
