"""Which graver types single sentences of a passage state, where no record on its words tells of them."""

from __future__ import annotations

from collections.abc import Collection

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.provisions import is_glossed, weighed_parts
from conductatlas.records.models import Provision

# A single sentence is read without what stands around it, so it must be surer than a passage.
_SURE, _MOST = 0.9, 4


def other_types_of_sentences(provision: Provision, passage: str, told: Collection[str]) -> tuple[str, ...]:
    """The titles of the types, but for those `told`, that single sentences of a passage surely state.

    Only such as are usually graver than what the record is graded count; the surest come first. Rows of a table are no
    sentences, and sentences in another language are not weighed.
    """
    if is_glossed(provision.document.language) or "\n|" in f"\n{passage}":
        return ()
    graded = Severity(provision.severity).rank
    chances: dict[str, float] = {}
    for one in load_catalogue():
        if one.id == provision.clause_type or one.id in told or one.severity.rank <= graded:
            continue
        parts = weighed_parts(one.id, passage, provision.heading)
        if len(parts) > 1:
            chances[one.title] = max(part.chance for part in parts)
    sure = sorted((title for title, chance in chances.items() if chance >= _SURE), key=lambda title: -chances[title])
    return tuple(sure[:_MOST])
