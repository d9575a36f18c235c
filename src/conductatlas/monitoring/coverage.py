"""Which watches of a workspace its plan covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.limits import Watched, which_count
from conductatlas.accounts.models import Workspace
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.records.models import Document, Provision, parse_permanent_id

_CLOSELY = frozenset({WatchKind.PROVISION, WatchKind.CLAUSE_TYPE})


def covered_watches(workspace: Workspace, now: datetime) -> list[tuple[Watch, bool]]:
    """The watches of a workspace that are not paused, the oldest first, and whether its plan covers each."""
    watches = list(Watch.objects.filter(workspace=workspace, paused=False).order_by("id"))
    platforms = platforms_of(watches)
    watched = [Watched(platforms.get(one.pk, ""), one.kind in _CLOSELY) for one in watches]
    return list(zip(watches, which_count(watched, entitlements(workspace, now)), strict=True))


def platforms_of(watches: Iterable[Watch]) -> Mapping[int, str]:
    """The slugs of the platforms whose documents watches look at; none for those that look at all platforms."""
    found = {one.pk: one.target for one in watches if one.kind == WatchKind.PLATFORM}
    of_documents, of_provisions = _numbers(watches, WatchKind.DOCUMENT), _numbers(watches, WatchKind.PROVISION)
    documents = dict(Document.objects.filter(pk__in=of_documents.values()).values_list("pk", "platform__slug"))
    provisions = Provision.objects.filter(pk__in=of_provisions.values()).values_list("pk", "document__platform__slug")
    found |= {watch: documents.get(number, "") for watch, number in of_documents.items()}
    slugs = dict(provisions)
    return found | {watch: slugs.get(number, "") for watch, number in of_provisions.items()}


def _numbers(watches: Iterable[Watch], kind: WatchKind) -> dict[int, int]:
    named = {one.pk: parse_permanent_id(one.target) for one in watches if one.kind == kind}
    return {watch: name[1] for watch, name in named.items() if name is not None}
