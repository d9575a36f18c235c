"""What of a recorded clause decides which laws have a say about it: its words, and for whom it and its document are.

Pages, watches, feeds and the workbench all ask here, so that each of them names the same laws of a clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conductatlas.assessment import ClauseAtLaw
from conductatlas.catalogue import Stance
from conductatlas.provisions import facts_of_parts, find_limits, parts_of_clause
from conductatlas.reading import visible_text
from conductatlas.records.models import ChangeItem, Provision, Version, Wording
from conductatlas.records.surroundings import Surroundings, surroundings_in, text_of

# Of so many clauses the texts are loaded at once.
_LOADED_AT_ONCE = 50


class Stated(NamedTuple):
    """A wording of a provision, and the id of a version that states it."""

    provision: Provision
    wording: Wording
    version: int


def clause_at_law(provision: Provision, wording: Wording, above: Surroundings) -> ClauseAtLaw:
    """A wording of a provision, with its passage; `above` is what stands above it in a text that states it.

    The provision's document and platform must be loaded.
    """
    words, document = wording.passage.text, provision.document
    return ClauseAtLaw.of(
        provision.clause_type,
        visible_text(words),
        Stance(wording.stance),
        platform=document.platform.name,
        terms_type=document.terms_type,
        headings=(*above.headings, provision.heading, above.title),
        lead_ins=above.lead_ins,
        applies_to=_people_of_clause(provision.clause_type, words, provision.heading),
        lead_ins_for=_people_named(above.lead_ins),
        opening=above.opening,
        language=document.language,
    )


def before_and_after(item: ChangeItem) -> tuple[Stated, ...]:
    """The clause of an item before its change and after it, as far as it stood; the change must be loaded."""
    change = item.change
    stood = ((item.before, change.previous_id), (item.after, change.version_id))
    return tuple(Stated(item.provision, wording, version) for wording, version in stood if wording)


def clauses_at_law(stated: Sequence[Stated]) -> Iterator[ClauseAtLaw]:
    """Each of some clauses as it stands in its version, in their order; a few versions are in memory at a time."""
    for start in range(0, len(stated), _LOADED_AT_ONCE):
        some = stated[start : start + _LOADED_AT_ONCE]
        versions = Version.objects.select_related("text").in_bulk({one.version for one in some})
        texts = {number: text_of(version) for number, version in versions.items()}
        for provision, wording, version in some:
            yield clause_at_law(provision, wording, surroundings_in(wording.passage.text, texts[version]))


def _people_of_clause(clause_type: str, passage: str, heading: str) -> frozenset[str]:
    """The people whom the clause of one type in a passage, or the heading above it, limits itself to."""
    named = find_limits(passage)
    own = facts_of_parts(named, passage, parts_of_clause(clause_type, passage, heading)) if named else ()
    return frozenset(fact.value for fact in own) | _people_named([heading])


def _people_named(lines: Iterable[str]) -> frozenset[str]:
    """The people to whom lines limit themselves, such as headings and what leads into a list."""
    return frozenset(fact.value for line in lines for fact in find_limits(line))
