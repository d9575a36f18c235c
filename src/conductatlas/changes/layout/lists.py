"""Lists: the items of one, whether all must be met, and what another text has of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from conductatlas.changes.layout.headings import announcer
from conductatlas.changes.layout.title_lines import is_item
from conductatlas.reading import Document

# An item that ends so is met together with the next one, where what leads into them says what must be the case.
_JOINED = re.compile(r"\band\W*\Z", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|when|where|unless|provided(?: that)?|all of the (?:following|below)|each of the following)\W*\Z"
    r"|\b(?:is|are|means?|defined)\b.{0,80}\b(?:that|which|who)\W*\Z",
    re.IGNORECASE,
)
_ENDS = (";", ",", ".", ":", " or", " OR")
# What ends so goes on in a list.
_LEADING = frozenset(("that", "which", "who", "if", "when", "where", "unless", "for", "by", "including"))


def items_below(document: Document, above: int) -> tuple[int, ...]:
    """The items that a block leads into."""
    found: list[int] = []
    for place in range(above + 1, len(document.blocks)):
        if not is_item(document.blocks[place]):
            break
        if announcer(document, place) == above:
            found.append(place)
    return tuple(found)


def are_met_together(document: Document, items: Collection[int], lead_in: str) -> bool:
    """Whether the items of a list are conditions of which all must be met."""
    joined = any(_JOINED.search(document.visible[one]) for one in items)
    return joined and _CONDITION.search(lead_in) is not None


def all_gone(document: Document, items: Collection[int], other: Document) -> bool:
    """Whether another text has each item of a list nowhere, or in fewer places, as where other lists have it, too."""
    its, others = Counter(document.word_lines), Counter(other.word_lines)
    lines = (document.word_lines[one] for one in items)
    return bool(items) and all(others[line] < its[line] for line in lines)


def same_list(document: Document, above: int, other: Document) -> tuple[int, ...]:
    """The items that another text has below what leads into a list of this one; none where it has no such list."""
    line = document.word_lines[above]
    found = [place for place, one in enumerate(other.word_lines) if one == line]
    return items_below(other, found[0]) if len(found) == 1 else ()


def goes_on(sentence: str) -> bool:
    """Whether a sentence ends as one does that leads into a list."""
    return sentence.endswith(":") or sentence.rpartition(" ")[2].lower() in _LEADING


def in_a_row(items: Iterable[str]) -> str:
    """The items of a list in one line."""
    return " ".join(one if one.endswith(_ENDS) or _JOINED.search(one) else f"{one};" for one in items).rstrip(";")
