"""The vendor list of a workspace, with what the register has on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from conductatlas.accounts.models import Membership
from conductatlas.records.models import Change, Document, Platform, Provision, ProvisionState, Verdict
from conductatlas.site.presenters.links import PlatformLink, platform_link
from conductatlas.site.presenters.workbench.frame import Frame, frame
from conductatlas.workbench.models import Vendor
from conductatlas.workbench.scope import vendor_platforms


@dataclass(frozen=True, slots=True)
class VendorLine:
    """A vendor; `id` is empty for a platform that is only watched. No `platform` where the register has none."""

    id: int | None
    name: str
    platform: PlatformLink | None
    reference: str
    owner: str
    criticality: str
    documents: int
    high: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Vendors:
    """The list, by name."""

    frame: Frame
    vendors: tuple[VendorLine, ...]
    unknown: int


def present_vendors(membership: Membership) -> Vendors:
    """All vendors of a workspace, and the platforms that it watches without having them in the list."""
    workspace = membership.workspace
    listed = list(Vendor.objects.filter(workspace=workspace).select_related("platform"))
    platforms = {one.id: one for one in vendor_platforms(workspace)}
    documents, high, changed = _figures(list(platforms))
    in_list = {one.platform_id for one in listed}

    def line(vendor: Vendor, platform: Platform | None) -> VendorLine:
        number = platform.id if platform else None
        return VendorLine(
            vendor.pk,
            vendor.name,
            platform_link(platform) if platform else None,
            vendor.reference,
            vendor.owner,
            vendor.criticality,
            documents.get(number, 0),
            high.get(number, 0),
            changed.get(number),
        )

    lines = [line(one, one.platform) for one in listed]
    # What is only watched is shown as a vendor of whom nothing else is known.
    lines += [line(Vendor(name=one.name), one) for one in platforms.values() if one.id not in in_list]
    lines.sort(key=lambda one: one.name.casefold())
    return Vendors(frame(membership), tuple(lines), sum(one.platform is None for one in lines))


_PlatformId = int | None


def _figures(
    platforms: list[int],
) -> tuple[dict[_PlatformId, int], dict[_PlatformId, int], dict[_PlatformId, datetime]]:
    """For each platform its documents, its standing provisions of high severity, and its last substantive change."""
    documents = Document.listed().filter(platform__in=platforms).order_by()
    graded = Provision.objects.filter(document__platform__in=platforms, document__taken_back=False, severity="high")
    standing = graded.filter(state=ProvisionState.STANDING).order_by()
    changes = Change.listed().filter(document__platform__in=platforms, verdict=Verdict.SUBSTANTIVE).order_by()
    return (
        dict(documents.values_list("platform").annotate(Count("id"))),
        dict(standing.values_list("document__platform").annotate(Count("id"))),
        dict(changes.values_list("document__platform").annotate(Max("recorded_at"))),
    )


def platform_choices() -> tuple[tuple[int, str], ...]:
    """All platforms that can be chosen, by name."""
    return tuple(Platform.objects.filter(~Q(documents=None)).order_by("name").values_list("id", "name").distinct())
