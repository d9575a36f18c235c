"""Which words of a long passage a reader is shown as those that state a clause type.

Fewer than those that state it: only where its sentences fall apart clearly into such that do and such that don't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from conductatlas.provisions.parts import SURE_OF_A_ROW, Part, stating_of, weighed_parts
from conductatlas.provisions.sentences import goes_on, is_numbered, is_row, marked_as_item
from conductatlas.reading import visible_text

_FEWEST_SENTENCES = 3
# Where more of a passage would be marked, all of it may as well be.
_MOST = 2 / 3
_MARKED_FROM = 0.6
# One sentence at least must be sure …
_SURE = 0.8
# … and those between the marked and these must be fewer than the marked, unless all that are marked are surer still.
_CLEARLY_NOT = 0.25
_SURER = 0.9
# What has none of these, and few words, is a title or a number.
_SAYS = re.compile(
    r"\b(?:we|you|is|are|was|were|will|may|shall|must|can|do|does|has|have|not|agrees?|owns?|retains?)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 6
_DASHES = re.compile(r"\s*\|(?=[ \t:|]*-)[ \t:|-]*\Z")


@lru_cache(maxsize=1024)
def marked_words(clause_type: str, passage: str, heading: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences, items and rows of a passage stand by which it is found to state a type, in their order.

    `heading` is the one above the passage. None where it has few sentences, where most of them state the type, or where
    too many may state it or not.
    """
    said = weighed_sentences(clause_type, passage, heading)
    marked = [one for one in said if one.chance >= (SURE_OF_A_ROW if is_row(passage, one.start) else _MARKED_FROM)]
    if len(said) < _FEWEST_SENTENCES or all(one.chance < _SURE for one in marked):
        return ()
    between = sum(1 for one in said if one.chance >= _CLEARLY_NOT) - len(marked)
    if between >= len(marked) and any(one.chance < _SURER for one in marked):
        return ()
    length = sum(one.end - one.start for one in said)
    if len(marked) > _MOST * len(said) or sum(one.end - one.start for one in marked) > _MOST * length:
        return ()
    return tuple(_trimmed(passage, one) for one in marked)


def stating_sentences(clause_type: str, passage: str, heading: str) -> Iterator[tuple[str, str]]:
    """The sentences and items that state a type, or else the likeliest, each with what leads into its list.

    Both as a reader sees them; of what is in no list, or in one that nothing leads into, the latter is empty.
    """
    said = weighed_sentences(clause_type, passage, heading)
    stating = frozenset(stating_of(said))
    lead_in = ""
    for one in said:
        words = visible_text(passage[one.start : one.end])
        in_list = is_numbered(passage, one.start)
        if one in stating:
            yield words, lead_in if in_list else ""
        if not in_list:
            lead_in = words if words.endswith(":") else ""


def weighed_sentences(clause_type: str, passage: str, heading: str) -> tuple[Part, ...]:
    """The sentences of a passage, no titles and numbers, with the probability that each states a type."""
    return tuple(_sentences(passage, weighed_parts(clause_type, passage, heading)))


def _sentences(passage: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that say something: no titles, numbers and heads of tables; one that an abbreviation cuts is whole."""
    whole: list[Part] = []
    for part in parts:
        before = whole[-1] if whole else None
        if before and goes_on(passage, (before.start, before.end), part.start):
            whole[-1] = Part(before.start, part.end, max(before.chance, part.chance))
        else:
            whole.append(part)
    for part, after in zip(whole, [*whole[1:], None], strict=True):
        is_head = after is not None and is_row(passage, part.start) and _DASHES.match(passage[after.start : after.end])
        if not is_head and not _is_label(passage, part):
            yield part


def _is_label(passage: str, part: Part) -> bool:
    words = visible_text(passage[part.start : part.end])
    if not any(map(str.isalpha, words)) or passage[part.start : part.end].lstrip().startswith("#"):
        return True
    if is_row(passage, part.start):
        return False
    item = marked_as_item(passage, part.start)
    if item and any(map(str.isalpha, passage[item.end() : part.end])):
        return False
    return len(words.split()) <= _LONGEST_LABEL and _SAYS.search(words) is None


def _trimmed(passage: str, part: Part) -> tuple[int, int]:
    words = passage[part.start : part.end]
    return part.start + len(words) - len(words.lstrip()), part.start + len(words.rstrip())
