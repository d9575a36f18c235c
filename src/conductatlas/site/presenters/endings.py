"""What became of the record of a provision that no longer stands, as far as it is known."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.records.models import Provision, ProvisionState, Version, Wording
from conductatlas.site.presenters.absences import Absence
from conductatlas.site.presenters.links import ProvisionLink
from conductatlas.site.presenters.stands_again import taken_up_by
from conductatlas.site.presenters.unsettled import TakenOut


def moved_into(provision: Provision, last: Wording, absent: Sequence[Absence]) -> ProvisionLink | None:
    """The record of the same document that took up one which moved without a successor on record."""
    if provision.state != ProvisionState.MOVED or provision.successor_id is not None or not absent:
        return None
    return None if absent[-1].until else taken_up_by(provision, last, absent[-1].since.number)


def successor_in(provision: Provision) -> str:
    """The title of the document in which a record goes on, where that is another one; else empty."""
    there = provision.successor
    return there.document.terms_type if there and there.document_id != provision.document_id else ""


def successor_stood(provision: Provision, last: Version) -> bool:
    """Whether the record in another document, as which one goes on, stood by its `last` version."""
    there = provision.successor if successor_in(provision) else None
    return there is not None and there.first_version.recorded_at <= last.recorded_at


def end_told(provision: Provision, went: TakenOut | None, into: ProvisionLink | None) -> str:
    """How the end of a record is told; empty where it stands. `into`: the record of which it became a part."""
    if provision.successor:
        there = successor_in(provision)
        return f"went on{f' in the {there}' if there else ''} as {provision.successor.permanent_id}"
    if into:
        return f"went on as a part of {into.id}"
    if provision.state == ProvisionState.STANDING:
        return ""
    if provision.state == ProvisionState.MOVED:
        return "no longer a record by itself: another passage of its type may say it"
    return "no longer found" if went is None else taken_out_told(went)


def taken_out_told(went: TakenOut | None) -> str:
    """How it is told that words were taken out of a document, and whether it may still say the same in others."""
    return "words gone" if went is not None and went.unsaid else "words gone, perhaps still said in other words"
