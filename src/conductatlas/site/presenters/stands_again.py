"""Where the words of a record that ended stand in its document later on, and until when that was looked for.

A passage that comes back after long is a record of its own. Whoever reads that its words went must be led to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.changes import goes_on_in
from conductatlas.reading import visible_text, word_count
from conductatlas.records.models import TAKEN_BACK, Provision, ProvisionState, Version, Wording
from conductatlas.site.presenters.links import ProvisionLink, VersionLink, provision_link
from conductatlas.site.presenters.stored_texts import ByHash, kept_text
from conductatlas.site.presenters.versions import stated_in, version_link
from conductatlas.site.presenters.words_alike import FEWEST_WITHIN, How, how_it_stands

# So many records are named.
_MOST_NAMED = 3
_ENDED = (ProvisionState.UNCLEAR, ProvisionState.REMOVED)


@dataclass(frozen=True, slots=True)
class StandsAgain:
    """A later record of the same type that has the words, `nearly` these, or `within` a larger passage."""

    provision: ProvisionLink
    first_version: VersionLink
    last_version: VersionLink | None
    nearly: bool
    within: bool


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What is known of words after they went: the records that have them, or whether the `latest` text does.

    `in_latest` is None where the words are too few to tell.
    """

    again: tuple[StandsAgain, ...]
    latest: VersionLink
    in_latest: bool | None


def afterwards(provision: Provision, last: Wording) -> Afterwards | None:
    """What is known of a record's words after they went; None where they did not go. `last` is its last wording."""
    if provision.state not in _ENDED or last.last_version is None:
        return None
    latest = provision.document.good_versions().select_related("text").first()
    if latest is None or latest.ordinal <= last.last_version.ordinal:
        return None
    again = _again(provision, last)
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


def _again(provision: Provision, last: Wording) -> tuple[StandsAgain, ...]:
    """The later records with the words: those that have them to the letter, or else those that come nearest."""
    assert last.last_version is not None  # noqa: S101 (asked only of what ended)
    later = (
        Wording.objects.filter(
            provision__document=provision.document_id,
            provision__clause_type=provision.clause_type,
            first_version__ordinal__gt=last.last_version.ordinal,
        )
        .exclude(provision=provision.pk)
        .exclude(provision__state__in=TAKEN_BACK)
        .select_related("provision__document__platform", "passage", "first_version", "last_version")
        .order_by("first_version__ordinal", "provision_id")
    )
    found: dict[How, dict[int, Wording]] = {}
    for one in later:
        how = how_it_stands(last.passage.text, one.passage.text)
        if how is not None:
            found.setdefault(how, {}).setdefault(one.provision_id, one)
    if not found:
        return ()
    best = min(found, key=lambda how: how.value)
    return tuple(
        StandsAgain(
            provision_link(one.provision),
            version_link(one.first_version),
            version_link(one.provision.last_version) if one.provision.last_version else None,
            nearly=best is How.NEARLY,
            within=best is How.WITHIN,
        )
        for one in list(found[best].values())[:_MOST_NAMED]
    )


def _stands_in(quote: str, version: Version) -> bool | None:
    words = visible_text(quote)
    return None if word_count(words) < FEWEST_WITHIN else bool(kept_text(ByHash(version.text)).times(words))
