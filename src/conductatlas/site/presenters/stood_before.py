"""Where the words with which a record begins stood in the same document before, under records of their own.

A page that is captured in turns in two variants loses a passage and has it again. Where the record that had it ended
or went on with other words meanwhile, what comes back begins another record: it is first seen then, its words are not.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from conductatlas.records.models import TAKEN_BACK, Kind, Provision, Wording
from conductatlas.site.presenters.links import VersionLink, record_path
from conductatlas.site.presenters.versions import version_link


@dataclass(frozen=True, slots=True)
class StoodBefore:
    """A record that had the words, from and to which version; `last_version` is None where it has them still."""

    provision: str
    path: str
    first_version: VersionLink
    last_version: VersionLink | None


def stood_before(provision: Provision, begins: Wording) -> tuple[StoodBefore, ...]:
    """The records of its document and type that had the words of its first wording before it, the earliest first.

    Those that were taken back are left out, and those that went on as this one, which are named as such. They are
    looked up by the passage, which is stored once for all that have it.
    """
    if begins.first_version.ordinal == 1:
        return ()
    wordings = (
        Wording.objects.filter(
            passage=begins.passage_id,
            provision__document=provision.document_id,
            provision__clause_type=provision.clause_type,
            first_version__ordinal__lt=begins.first_version.ordinal,
        )
        .exclude(Q(provision=provision) | Q(provision__state__in=TAKEN_BACK))
        .exclude(provision__successor__isnull=False, provision__successor=provision)
        .select_related("provision", "first_version", "last_version")
        .order_by("first_version__ordinal", "id")
    )
    return tuple(
        StoodBefore(
            one.provision.permanent_id,
            record_path(Kind.PROVISION, one.provision_id),
            version_link(one.first_version),
            version_link(one.last_version) if one.last_version else None,
        )
        for one in wordings
    )
