"""What of a recorded clause decides which laws have a say about it: its words, and for whom it and its document are.

Pages, watches, feeds and the workbench all ask here, so that each of them names the same laws of a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conductatlas.assessment import ClauseAtLaw, live_in_a_place
from conductatlas.catalogue import Stance
from conductatlas.provisions import facts_of_parts, find_limits, parts_of_clause
from conductatlas.reading import visible_text
from conductatlas.records.models import ChangeItem, Provision, Version, Wording
from conductatlas.records.surroundings import Surroundings, surroundings_in, text_of

# Of so many clauses the texts are loaded at once.
_LOADED_AT_ONCE = 200
# Clauses by all that they depend on; beyond so many all are worked out anew.
_MOST_KNOWN = 10_000
_known: dict[tuple[str, ...], ClauseAtLaw] = {}


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
        # The nearest title is the surest; the one on record can be that of an earlier section.
        headings=(*above.headings, provision.heading, *filter(None, above.nearest.split(" > ")), above.title),
        lead_ins=above.lead_ins,
        applies_to=_people_of_clause(provision.clause_type, words, provision.heading),
        lead_ins_for=_people_named(above.lead_ins),
        opening=above.opening,
        language=document.language,
        businesses_alone=above.audience is not None and above.audience.businesses,
        parts_begin=above.parts_begin,
    )


def before_and_after(item: ChangeItem) -> tuple[Stated, ...]:
    """The clause of an item before its change and after it, as far as it stood; the change must be loaded."""
    change = item.change
    stood = ((item.before, change.previous_id), (item.after, change.version_id))
    return tuple(Stated(item.provision, wording, version) for wording, version in stood if wording)


def clauses_at_law(stated: Sequence[Stated]) -> Iterator[ClauseAtLaw]:
    """Each of some clauses as it stands in its version, in their order; a few versions are in memory at a time.

    What was worked out before is not worked out again, whoever asks.
    """
    for start in range(0, len(stated), _LOADED_AT_ONCE):
        some = stated[start : start + _LOADED_AT_ONCE]
        versions = Version.objects.filter(id__in={one.version for one in some})
        hashes = dict(versions.values_list("id", "text__sha256"))
        known = [_known.get(_key(one, hashes[one.version])) for one in some]
        new = {one.version for one, clause in zip(some, known, strict=True) if clause is None}
        texts = {one.id: text_of(one) for one in versions.filter(id__in=new).select_related("text")}
        for one, clause in zip(some, known, strict=True):
            yield _worked_out(one, texts[one.version], hashes[one.version]) if clause is None else clause


def _worked_out(stated: Stated, text: str, sha256: str) -> ClauseAtLaw:
    """A clause in a text with a hash."""
    above = surroundings_in(stated.wording.passage.text, text)
    clause = clause_at_law(stated.provision, stated.wording, above)
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[_key(stated, sha256)] = clause
    return clause


def _key(stated: Stated, sha256: str) -> tuple[str, ...]:
    """All that a clause at law depends on, which stands in a text with a hash."""
    provision, wording, document = stated.provision, stated.wording, stated.provision.document
    of_document = (document.platform.name, document.terms_type, document.language)
    return sha256, wording.passage.sha256, provision.clause_type, provision.heading, wording.stance, *of_document


def _people_of_clause(clause_type: str, passage: str, heading: str) -> frozenset[str]:
    """The people of places to whom the clause of one type in a passage, or the heading above it, limits itself."""
    # Which parts state the type is asked only where it matters: to judge them costs more than all else here.
    named = [fact for fact in find_limits(passage) if live_in_a_place(fact.value)]
    own = facts_of_parts(named, passage, parts_of_clause(clause_type, passage, heading)) if named else ()
    return frozenset(fact.value for fact in own) | _people_named((heading,))


# The clauses of a document stand under the same lines.
@lru_cache(maxsize=1024)
def _people_named(lines: tuple[str, ...]) -> frozenset[str]:
    """The people of places to whom lines limit themselves, such as headings and what leads into a list."""
    return frozenset(fact.value for line in lines for fact in find_limits(line) if live_in_a_place(fact.value))
