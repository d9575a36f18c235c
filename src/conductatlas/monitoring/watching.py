"""What can be watched, by its name, and what a workspace will hear of it when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.limits import Limit, may_watch
from conductatlas.accounts.models import Timing, Workspace
from conductatlas.catalogue import load_catalogue, load_laws
from conductatlas.english import series
from conductatlas.monitoring.audience import watched
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.records.models import Direction, Document, Kind, Platform, Provision, Verdict, parse_permanent_id
from conductatlas.records.search import parse_query

LONGEST_TARGET = 300


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be watched; `target` is how a watch of its kind writes it."""

    kind: WatchKind
    target: str
    title: str


def find_target(kind: str, target: str) -> Target | None:
    """What a kind and a target name, None where there is no such thing."""
    if kind not in WatchKind.values or not target or len(target) > LONGEST_TARGET or "\0" in target:
        return None
    title = _title(WatchKind(kind), target)
    return None if title is None else Target(WatchKind(kind), target, title)


_HEARS_OF = {
    WatchKind.PLATFORM: "every change of its documents",
    WatchKind.DOCUMENT: "every change of the document",
    WatchKind.PROVISION: "every change that touches this provision: reworded, removed, moved or back again",
    WatchKind.CLAUSE_TYPE: "every change, on any platform, that touches a clause of this type",
    WatchKind.CATEGORY: "every change, on any platform, that touches a clause of this category",
    WatchKind.LAW: "every change, on any platform, that touches a clause of a type that the law speaks to",
    WatchKind.SEARCH: "every change, on any platform, that touches a clause with all of these words, before or after",
}


def hears_of(kind: WatchKind) -> str:
    """What one hears of who watches something of a kind, in a sentence."""
    return f"You hear of {_HEARS_OF[kind]}, where it passes what you choose here."


def limit_of(workspace: Workspace, target: Target, now: datetime) -> Limit | None:
    """The limit of a workspace's plan that keeps it from watching something more; None where it may."""
    others = Watch.objects.filter(workspace=workspace, paused=False)
    wanted = watched(Watch(kind=target.kind, target=target.target))
    others = others.exclude(kind=target.kind, target=target.target)
    return may_watch(workspace, {one.platform for other in others if (one := watched(other)).platform}, now, wanted)


def timing_in_words(workspace: Workspace, now: datetime, *, at_once: bool = True) -> str:
    """When a workspace is told, in a sentence."""
    timing = entitlements(workspace, now).timing
    if timing == Timing.SAME_DAY and at_once:
        return "You are told within minutes after a change is recorded, and again in your digest."
    if timing == Timing.SAME_DAY:
        return "You are told in your digest."
    often = "daily" if timing == Timing.DAILY else "weekly"
    return f"With your plan you are told in a {often} digest."


def filters_in_words(watch: Watch) -> str:
    """Which changes a watch asks for, in a sentence."""
    verdicts = [Verdict(one).label.lower() for one in watch.verdicts] or [Verdict.SUBSTANTIVE.label]
    said = f"{series(verdicts, 'or')} changes"
    if watch.least_severity != "none":
        said += f" of {'high' if watch.least_severity == 'high' else f'at least {watch.least_severity}'} severity"
    if watch.directions:
        said += f", {series([Direction(one).label for one in watch.directions], 'or')}"
    if watch.language:
        said += f", in documents in {watch.language}"
    if watch.region:
        said += f", for {watch.region}"
    return f"{said[0].upper()}{said[1:]}."


def _title(kind: WatchKind, target: str) -> str | None:
    catalogue = load_catalogue()
    if kind is WatchKind.PLATFORM:
        return Platform.objects.filter(slug=target).values_list("name", flat=True).first()
    if kind in (WatchKind.DOCUMENT, WatchKind.PROVISION):
        return _record_title(kind, target)
    if kind is WatchKind.CLAUSE_TYPE:
        return catalogue[target].title if target in catalogue else None
    if kind is WatchKind.CATEGORY:
        return next((one.title for one in catalogue.categories if one.id == target), None)
    if kind is WatchKind.LAW:
        law = load_laws().law(target)
        return law.title if law is not None else None
    return f"“{target}”" if parse_query(target) else None


def _record_title(kind: WatchKind, target: str) -> str | None:
    named = parse_permanent_id(target)
    if named is None or named[0] is not (Kind.DOCUMENT if kind is WatchKind.DOCUMENT else Kind.PROVISION):
        return None
    if kind is WatchKind.DOCUMENT:
        document = Document.objects.filter(id=named[1]).select_related("platform").first()
        return None if document is None else f"{document.platform.name}, {document.terms_type}"
    provision = Provision.objects.filter(id=named[1]).select_related("document__platform").first()
    if provision is None:
        return None
    catalogue = load_catalogue()
    known = provision.clause_type in catalogue
    title = catalogue[provision.clause_type].title if known else provision.clause_type
    return f"{title} ({provision.document.platform.name}, {provision.document.terms_type})"
