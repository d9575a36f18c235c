"""What denies or limits the items of several lists below it, each under a label: 'The following is forbidden here.'"""

from __future__ import annotations

import re

from conductatlas.changes.language.quotations import denies
from conductatlas.changes.layout.title_lines import is_item
from conductatlas.reading import BlockKind, Document, sentences, word_count

_FOLLOWING = re.compile(r"\b(?:the following|below|these examples)\b", re.IGNORECASE)
_FORBIDS = re.compile(
    r"\b(?:prohibited|forbidden|disallowed|banned)\b"
    # Shown to some only, which is no ban.
    r"|\b(?:restrict|limit)(?:s|ed)? (?:the )?(?:visibility|ability|access)\b",
    re.IGNORECASE,
)
# It stands so many blocks above an item at most, with labels of no more words between.
_FARTHEST, _LONGEST_LABEL = 60, 8
# 'Boats that:' leads into a list, and says nothing of what becomes of them.
_MOST_WORDS_OF_BARE = 3


def is_bare_lead_in(visible: str) -> bool:
    """Whether what leads into a list only begins what its items say."""
    return visible.endswith(":") and word_count(visible) <= _MOST_WORDS_OF_BARE


def far_lead_in(document: Document, number: int) -> str:
    """The sentence that denies or limits what an item says where its list has no lead-in of its own, or a bare one."""
    if not is_item(document.blocks[number]):
        return ""
    for place in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        block, visible = document.blocks[place], document.visible[place]
        if block.kind is BlockKind.HEADING:
            return ""
        is_label = document.word_counts[place] <= _LONGEST_LABEL and not visible.endswith((".", ":", ";"))
        if is_item(block) or is_label or is_bare_lead_in(visible):
            continue
        said = [one for one in sentences(visible) if _FOLLOWING.search(one)]
        return next((one for one in said if denies(one.split()) or _FORBIDS.search(one)), "")
    return ""
