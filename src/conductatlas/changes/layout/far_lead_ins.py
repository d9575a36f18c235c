"""What denies the items of several lists below it, each under a label: 'The following is not allowed on the quay.'"""

from __future__ import annotations

import re

from conductatlas.changes.language.quotations import denies
from conductatlas.changes.layout.title_lines import is_item
from conductatlas.reading import BlockKind, Document, sentences

_FOLLOWING = re.compile(r"\b(?:the following|below|these examples)\b", re.IGNORECASE)
_FORBIDS = re.compile(r"\b(?:prohibited|forbidden|disallowed|banned)\b", re.IGNORECASE)
# It stands so many blocks above an item at most, with labels of no more words between.
_FARTHEST, _LONGEST_LABEL = 40, 8


def far_lead_in(document: Document, number: int) -> str:
    """The sentence that denies what an item says where its list has no lead-in of its own; empty where none does."""
    if not is_item(document.blocks[number]):
        return ""
    for place in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        block, visible = document.blocks[place], document.visible[place]
        if block.kind is BlockKind.HEADING:
            return ""
        is_label = document.word_counts[place] <= _LONGEST_LABEL and not visible.endswith((".", ":", ";"))
        if is_item(block) or is_label:
            continue
        said = [one for one in sentences(visible) if _FOLLOWING.search(one)]
        return next((one for one in said if denies(one.split()) or _FORBIDS.search(one)), "")
    return ""
