"""The regulatory mapping of a period: which provisions of law speak to what changed, and in which changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from conductatlas.accounts.models import Membership
from conductatlas.assessment import ClauseAtLaw
from conductatlas.catalogue import REGIONS, Law, load_laws
from conductatlas.records.models import ChangeItem, Kind
from conductatlas.site.presenters.laws import LawLink, law_link
from conductatlas.site.presenters.links import ClauseTypeLink, clause_type_link, record_path
from conductatlas.site.presenters.workbench.frame import Frame, Period, frame
from conductatlas.workbench.scope import clauses_changed, inbox_changes, meant

# Beside a law stand no more changes than this; the others are counted.
_MOST_SHOWN = 3
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class TouchedClause:
    """A clause that changed and that a law speaks to."""

    change: str
    path: str
    recorded_at: datetime
    vendor: str
    document: str
    kind: str
    done: str
    clause_type: ClauseTypeLink
    severity_before: str | None
    severity_after: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A provision of law and why it speaks to clauses of a type that changed."""

    ref: str
    how: str
    clause_type: str
    why: str


@dataclass(frozen=True, slots=True)
class MappedLaw:
    """A law with the clauses that it speaks to: `shown` are the latest of its `total`, `reasons` the first ones."""

    law: LawLink
    only_for: str
    reasons: tuple[Reason, ...]
    more_reasons: int
    total: int
    shown: tuple[TouchedClause, ...]

    @property
    def more(self) -> int:
        """How many clauses are not shown."""
        return self.total - len(self.shown)


@dataclass(frozen=True, slots=True)
class Regulations:
    """The mapping of a period: the laws that speak to most of what changed first. `region` is empty for all."""

    frame: Frame
    period: Period
    region: str
    clauses: int
    laws: tuple[MappedLaw, ...]
    method: str


@dataclass(frozen=True, slots=True)
class _Touched:
    clause: TouchedClause
    at_law: ClauseAtLaw


def present_regulations(membership: Membership, over: Period, region: str) -> Regulations:
    """What the register of laws says to the clauses that changed in a period."""
    touched = _touched(membership, over)
    register = load_laws()
    laws = [
        mapped
        for law in register.shown()
        if region in ("", law.jurisdiction.region) and (mapped := _mapped(law, touched)) is not None
    ]
    laws.sort(key=lambda one: -one.total)
    clauses = sum(map(len, touched.values()))
    return Regulations(frame(membership), over, region, clauses, tuple(laws), register.method)


def regions() -> tuple[tuple[str, str], ...]:
    """The regions that the mapping can be limited to."""
    return tuple(REGIONS.items())


def _touched(membership: Membership, over: Period) -> Mapping[str, list[_Touched]]:
    """The clauses that changed in the period, by clause type, the latest first."""
    changes = inbox_changes(membership.workspace).filter(recorded_at__gte=over.start, recorded_at__lt=over.end)
    items = meant(ChangeItem.objects.filter(change__in=changes.values("id")))
    found: dict[str, list[_Touched]] = defaultdict(list)
    for item, at_law in clauses_changed(items.order_by("-change__recorded_at", "-change_id", "position")):
        path, document = record_path(Kind.CHANGE, item.change_id), item.provision.document
        clause = TouchedClause(
            path[1:],
            path,
            item.change.recorded_at,
            document.platform.name,
            document.terms_type,
            item.kind,
            item.done,
            clause_type_link(at_law.clause_type),
            item.before.severity if item.before else None,
            item.after.severity if item.after else None,
        )
        found[at_law.clause_type].append(_Touched(clause, at_law))
    return found


def _mapped(law: Law, touched: Mapping[str, list[_Touched]]) -> MappedLaw | None:
    """What a law says to the clauses; None where it speaks to none of them."""
    clauses: dict[tuple[str, str], TouchedClause] = {}
    reasons = []
    for part in law.provisions:
        for one in part.speaks_to:
            bears = [
                found.clause
                for found in touched.get(one.clause_type, [])
                if found.at_law.is_spoken_to(part, one) and found.at_law.is_under(law)
            ]
            if bears:
                reasons.append(Reason(part.ref, one.how.value, bears[0].clause_type.title, one.why))
                clauses |= {(clause.change, clause.clause_type.id): clause for clause in bears}
    if not clauses:
        return None
    latest = sorted(clauses.values(), key=lambda one: one.recorded_at, reverse=True)
    return MappedLaw(
        law=law_link(law),
        only_for=law.only_for,
        reasons=tuple(reasons[:_MOST_REASONS]),
        more_reasons=max(0, len(reasons) - _MOST_REASONS),
        total=len(latest),
        shown=tuple(latest[:_MOST_SHOWN]),
    )
