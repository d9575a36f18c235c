"""When the words of a record were not found in its document: between two wordings of it, and since its last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from conductatlas.records.models import Version, Wording
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import VersionLink
from conductatlas.site.presenters.versions import version_link


@dataclass(frozen=True, slots=True)
class Absence:
    """From which good version on words were not found, and with which they were found again; None where they weren't.

    `before` is the wording that gave way to nothing.
    """

    since: VersionLink
    until: VersionLink | None
    before: Wording = field(metadata=PAGE_ONLY)


def absences_of(wordings: Sequence[Wording], good: Sequence[Version]) -> tuple[Absence, ...]:
    """When the words of a record were absent, the earliest first.

    `wordings` are all of it, and `good` the good versions of its document, both the earliest first.
    """
    found = []
    for wording, following in zip(wordings, [*wordings[1:], None], strict=True):
        since = version_after(wording, good)
        if since is None or (following and following.first_version.ordinal <= since.number):
            continue
        found.append(Absence(since, version_link(following.first_version) if following else None, wording))
    return tuple(found)


def gone_since(absent: Sequence[Absence]) -> dict[int, VersionLink]:
    """Since when words were absent, by the numbers of the versions with which they were found again."""
    return {one.until.number: one.since for one in absent if one.until}


def version_after(wording: Wording, good: Sequence[Version]) -> VersionLink | None:
    """The good version with which a wording gave way; None while it stands, or where none followed."""
    last = wording.last_version
    following = (one for one in good if last is not None and one.ordinal > last.ordinal)
    return next((version_link(one) for one in following), None)
