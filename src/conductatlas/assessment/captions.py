"""Words that are only a caption: they name a matter, and no sentence says what is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.reading import visible_text

_MOST_WORDS = 12
# Items of a list, rows of a table and pairs of a label with a value say something together with what is above them.
_ITEM = re.compile(r"\s*(?:>\s*)*(?:[*+•·-]\s|\||\(?[a-z]{1,3}[.)]\s)")
_LABELLED = re.compile(r":\s*\S|@|://|\d{4}")
_SAYS = re.compile(
    r"\b(?:we|you|they|it|may|will|shall|must|can|cannot|could|should|would|is|are|was|were|be|been|has|have|had|do|does"
    r"|did|not|no|never|agrees?|accepts?|grants?|please|if|uses?|collects?|shares?|keeps?|deletes?|sells?|provides?"
    r"|process(?:es)?|appl(?:y|ies)|contact|means?|refer|see|read|visit)\b|n['’]t\b",
    re.IGNORECASE,
)


def is_caption(words: str, above: Sequence[str] = ()) -> bool:
    """Whether a passage is one short line without a verb, that begins like a title and ends like none.

    With lines `above` it that make a sentence of it, it is none.
    """
    if above:
        return False
    shown = visible_text(words).strip()
    line = shown.strip("*_#>= -")
    if _ITEM.match(words) or "\n" in line or not 1 < len(line.split()) <= _MOST_WORDS:
        return False
    titled = line[:1].isupper() or line[:1].isdigit()
    return titled and line[-1] not in ".;!?,:" and not _LABELLED.search(line) and not _SAYS.search(line)
