"""How few of the sentences of a passage state its type."""

from __future__ import annotations

from conductatlas.provisions import LIKELY, STATES, Part, is_glossed, weighed_sentences
from conductatlas.reading import visible_text, word_count
from conductatlas.records.models import Provision

# Few of the sentences of a passage state a type where all are so many times more, in number and in words; there must be
# enough of them.
_TIMES_MORE, _FEWEST_SENTENCES, _FEWEST_OF_SENTENCE = 3, 4, 4


def few_stating(provision: Provision, passage: str) -> int | None:
    """How many sentences of a passage state the type of a provision, if few; None where many do, or none is likely to.

    Of how many is not told: who reads the passage may divide it into others.
    """
    if not _are_weighed(provision, passage):
        return None
    said = weighed_sentences(provision.clause_type, passage, provision.heading)
    parts = [one for one in said if not _is_title_in_line(passage, one)]
    lengths = [(part, word_count(visible_text(passage[part.start : part.end]))) for part in parts]
    least = [length for part, length in lengths if part.chance >= STATES]
    likely = any(part.chance >= LIKELY for part in parts)
    few = _TIMES_MORE * sum(least) <= sum(length for _, length in lengths) and _TIMES_MORE * len(least) <= len(parts)
    return len(least) if likely and few and len(parts) >= _FEWEST_SENTENCES else None


def _is_title_in_line(passage: str, part: Part) -> bool:
    """Whether a few words only open a line that goes on, as the title of an item does."""
    said = passage[part.start : part.end]
    goes_on = not said.endswith("\n") and passage[part.end :].partition("\n")[0].strip() != ""
    return goes_on and word_count(visible_text(said)) < _FEWEST_OF_SENTENCE


def _are_weighed(provision: Provision, passage: str) -> bool:
    """Whether a passage has sentences to weigh: rows of a table are none, nor are those in another language weighed."""
    return not (is_glossed(provision.document.language) or "\n|" in f"\n{passage}")
