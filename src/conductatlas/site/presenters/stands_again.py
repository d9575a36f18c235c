"""Where the words of a record that ended stand in its document later on, and until when that was looked for.

A passage that comes back after long is a record of its own. Whoever reads that its words went must be led to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conductatlas.changes import goes_on_in
from conductatlas.reading import visible_text, word_count
from conductatlas.records.models import Provision, ProvisionState, Version, Wording
from conductatlas.site.presenters.links import ProvisionLink, VersionLink, provision_link
from conductatlas.site.presenters.stored_texts import ByHash, kept_text
from conductatlas.site.presenters.versions import stated_in, version_link
from conductatlas.site.presenters.words_alike import FEWEST_WITHIN, HasWords, how_it_stands, others_of_type, runs_with

# So many records are named.
_MOST_NAMED = 3
_ENDED = (ProvisionState.UNCLEAR, ProvisionState.REMOVED)


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What is known of words after they went: the records that have them, or whether the `latest` text does.

    `in_latest` is None where the words are too few to tell.
    """

    again: tuple[HasWords, ...]
    latest: VersionLink
    in_latest: bool | None


def afterwards(provision: Provision, last: Wording, good: Sequence[Version]) -> Afterwards | None:
    """What is known of a record's words after they went; None where they did not go.

    `last` is its last wording, and `good` are the good versions of its document, in order.
    """
    if provision.state not in _ENDED or last.last_version is None or good[-1].ordinal <= last.last_version.ordinal:
        return None
    latest, again = good[-1], _again(provision, last, last.last_version, good)
    return Afterwards(again, version_link(latest), None if again else _stands_in(last.passage.text, latest))


def taken_up_by(provision: Provision, last: Wording, number: int) -> ProvisionLink | None:
    """The record whose passage states what a record said that ended without a successor; None where that is unclear.

    `last` is its last wording, and `number` that of the version from which on it has none.
    """
    standing = (
        Wording.objects.filter(stated_in(provision.document, number), provision__clause_type=provision.clause_type)
        .exclude(provision=provision.pk)
        .select_related("provision__document__platform", "passage")
        .order_by("provision_id")
    )
    others = list(standing)
    alike = [one for one in others if how_it_stands(last.passage.text, one.passage.text) is not None]
    near = alike or [one for one in others if goes_on_in(last.passage.text, one.passage.text)]
    return provision_link(near[0].provision) if near else None


def _again(provision: Provision, last: Wording, last_version: Version, good: Sequence[Version]) -> tuple[HasWords, ...]:
    """The later records with the words: those that have them to the letter, or else those that come nearest."""
    place = {version.pk: number for number, version in enumerate(good)}
    later = others_of_type(provision).filter(first_version__ordinal__gt=last_version.ordinal)
    runs = sorted(runs_with(last.passage.text, later, place), key=lambda one: (one.how.value, one.first, one.record))
    first = {one.record: one for one in reversed(runs) if one.how is runs[0].how}
    return tuple(one.told(good) for one in sorted(first.values())[:_MOST_NAMED])


def _stands_in(quote: str, version: Version) -> bool | None:
    words = visible_text(quote)
    return None if word_count(words) < FEWEST_WITHIN else bool(kept_text(ByHash(version.text)).times(words))
