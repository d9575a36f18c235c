"""Where the words with which a record begins stood in the same document before.

A record begins where a passage is first found as one of its type. That is no news where its words stood in the text
already: under a record that ended then and there, in a larger passage, in a table, or in an earlier variant of a page
that flaps. Words are compared, without markup, and never a type alone; and what began later is nobody's predecessor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import timedelta

from conductatlas.changes import goes_on_in
from conductatlas.reading import visible_text, word_count
from conductatlas.records.models import TAKEN_BACK, Provision, Version, Wording
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import ProvisionLink, VersionLink, provision_link
from conductatlas.site.presenters.stored_texts import ByHash, kept_text
from conductatlas.site.presenters.unsettled import ended_as_it_begins
from conductatlas.site.presenters.versions import version_link
from conductatlas.site.presenters.words_alike import (
    FEWEST_WITHIN,
    HasWords,
    How,
    Run,
    others_of_type,
    runs_with,
)

# How many of them stand in a text that has this share of their runs.
_SHARES = ((0.8, "nearly all"), (0.5, "most"))
# How many records that had the words a page names.
_MOST_SHOWN = 4
# A record that another one continues may stand beside it for so long, as where a page has its old and new terms.
_STOOD_BESIDE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words with which a record begins stood before it.

    `words_since`: the first version, or else the one before the record, where they stood in the text. `how_many` says
    how many of them the version before the record had, where not all; empty where few. `continued` is the last wording
    of the latest of the records of its document that it continues.
    """

    continues: tuple[ProvisionLink, ...] = ()
    stood_before: tuple[HasWords, ...] = ()
    words_since: VersionLink | None = None
    how_many: str = ""
    continued: Wording | None = field(default=None, metadata=PAGE_ONLY)
    # Records of its type of which it is unclear what became of them as it begins.
    ended: tuple[ProvisionLink, ...] = ()

    @property
    def is_first(self) -> bool:
        """Whether its words were first seen as the record begins, as far as is known."""
        return not (self.continues or self.words_since) and all(one.nearly for one in self.stood_before)

    @property
    def earliest(self) -> HasWords | None:
        """The earliest record that had the words, or where none had, nearly these words."""
        return min(self.stood_before, key=lambda one: (one.nearly, one.first_version.number), default=None)

    @property
    def shown_records(self) -> tuple[tuple[HasWords, ...], ...]:
        """Those that a page names, by their records; of each the earliest first."""
        names = dict.fromkeys(one.provision for one in self.shown)
        return tuple(tuple(one for one in self.shown[::-1] if one.provision == name) for name in names)

    @property
    def shown(self) -> tuple[HasWords, ...]:
        """Those that a page names, the latest first: of several that had them in the same versions, the first."""
        of_versions = {
            (one.first_version, one.last_version, one.nearly, one.within): one for one in reversed(self.stood_before)
        }
        return tuple(of_versions.values())[:_MOST_SHOWN]


def origin_of(provision: Provision, begins: Wording, good: Sequence[Version]) -> Origin:
    """Where the words of a record's first wording stood before; `good` are its document's good versions, in order."""
    before = [version for version in good if version.ordinal < begins.first_version.ordinal]
    continued = sorted(_continued(provision, begins), key=lambda one: one.provision_id)
    if not before:
        return Origin(tuple(provision_link(one.provision) for one in continued))
    here = [one for one in continued if one.provision.document_id == provision.document_id]
    latest = max(here, key=lambda one: one.last_version.ordinal if one.last_version else 0, default=None)
    stood = tuple(_stood_before(provision, begins, {one.provision_id for one in continued}, good))
    words = visible_text(begins.passage.text)
    since, how_many = None, ""
    if not continued and word_count(words) >= FEWEST_WITHIN:
        since = _words_since(words, before)
        since = _earliest(since, stood)
        how_many = "" if since else _how_many(words, before[-1], begins.first_version)
    links = tuple(provision_link(one.provision) for one in continued)
    ended = () if links or since else ended_as_it_begins(provision, before[-1])
    named = {one.provision for one in stood}
    ended = tuple(one for one in ended if one.id not in named)
    return Origin(links, stood, since, how_many, latest, ended)


def _continued(provision: Provision, begins: Wording) -> Iterator[Wording]:
    """The last wordings of the records that one continues: begun before it, ended about then, and near in words."""
    began = begins.first_version.recorded_at
    ended = provision.predecessors.filter(first_version__recorded_at__lt=began, last_version__isnull=False)
    for one in ended.exclude(state__in=TAKEN_BACK).select_related("document__platform", "last_version"):
        last = one.wordings.select_related("passage", "provision__document__platform", "last_version")
        wording = last.order_by("first_version__ordinal", "id").last()
        in_time = one.last_version is not None and one.last_version.recorded_at - began <= _STOOD_BESIDE
        if wording is not None and in_time and goes_on_in(wording.passage.text, begins.passage.text):
            yield wording


def _stood_before(
    provision: Provision, begins: Wording, continued: Set[int], good: Sequence[Version]
) -> Iterator[HasWords]:
    """The records of its document and type that had the words of its first wording before it, the earliest first.

    Those that it continues are left out, which are named as such; so are passages that have nearly the same words, and
    stood beside it. What still had them as it began did so up to then, as far as that is told.
    """
    place = {version.pk: number for number, version in enumerate(good)}
    start = place[begins.first_version_id]
    earlier = others_of_type(provision).filter(first_version__ordinal__lt=begins.first_version.ordinal)
    runs = [
        one._replace(last=None) if one.last is not None and one.last >= start else one
        for one in runs_with(begins.passage.text, earlier.exclude(provision__in=continued), place)
    ]
    whole = [one for one in runs if one.how is not How.NEARLY]
    for run in sorted(runs, key=lambda one: (one.first, one.record)):
        # What has nearly the words beside what has them is another passage.
        beside = run.last is None or any(_stood_together(run, other) for other in whole)
        if run.how is not How.NEARLY or not beside:
            yield run.told(good)


def _stood_together(one: Run, other: Run) -> bool:
    return not any(a.last is not None and a.last < b.first for a, b in ((one, other), (other, one)))


def _words_since(words: str, versions: Sequence[Version]) -> VersionLink | None:
    """The first of some versions, or else the last, where words stand in the text in a row; None where that lacks them.

    Those in between are not read: of a long history that would take too long.
    """
    stated = [one for one in (versions[-1], versions[0]) if kept_text(ByHash(one.text)).times(words)]
    return version_link(stated[-1]) if versions[-1] in stated else None


def _earliest(since: VersionLink | None, stood: Sequence[HasWords]) -> VersionLink | None:
    """The earliest version known to have had words that the one before a record has; a record may tell of it."""
    had = [one.first_version for one in stood if not one.nearly]
    return min((since, *had), key=lambda one: one.number) if since else None


def _how_many(words: str, version: Version, begins: Version) -> str:
    """How many of the words of a version stand in one before; empty where few do, or only in what is beside them."""
    kept, later = kept_text(ByHash(version.text)), kept_text(ByHash(begins.text))
    return next((how_many for share, how_many in _SHARES if kept.held_for(later, words, share)), "")
