"""The register of laws: the list of them, each of them, and those that speak to a clause type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from conductatlas.catalogue import JURISDICTIONS, Law, LawProvision, load_laws
from conductatlas.site.presenters.links import ClauseTypeLink, clause_type_link
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import counted_once

# The largest law has 27 parts, with some 3 types and 2 KB of HTML each.
_PARTS_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class LawLink:
    """A law, as others refer to it."""

    id: str
    title: str
    citation: str
    path: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law in the list: how much of it speaks to clause types, and to how many provisions on record."""

    law: LawLink
    in_force_since: date
    parts: int
    clause_types: int
    provisions: int


@dataclass(frozen=True, slots=True)
class LawGroup:
    """The laws of one jurisdiction."""

    id: str
    title: str
    laws: tuple[LawLine, ...]


@dataclass(frozen=True, slots=True)
class LawsPage:
    """The register; `unread` counts the laws in it of which nothing is shown, as nobody has read them at a source."""

    groups: tuple[LawGroup, ...]
    laws: int
    unread: int
    method: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words of a provision of law were read, what kind of place that is, and in which state."""

    address: str
    kind: str
    version: str
    read_on: date


@dataclass(frozen=True, slots=True)
class SpeaksLine:
    """How and why a provision of law speaks to a clause type, and how many provisions of the type stand on record.

    `only_with`: beginnings of words, one of which a clause must say; empty where it speaks to all of the type.
    `also_with`: more of which it must say one; `not_with`: those of which it may say none.
    """

    clause_type: ClauseTypeLink
    how: str
    why: str
    only_with: tuple[str, ...]
    also_with: tuple[str, ...]
    not_with: tuple[str, ...]
    provisions: int


@dataclass(frozen=True, slots=True)
class PartLine:
    """An article or section of a law."""

    ref: str
    says: str
    applies_from: date | None
    source: Source
    speaks_to: tuple[SpeaksLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """A public body that enforces a law, and where it takes complaints."""

    name: str
    remit: str
    complaint: str


@dataclass(frozen=True, slots=True)
class LawPage:
    """What a law says that bears on clause types; `only_for` whom it is for where that is not everybody.

    `parts` are those of one page of them, as `paging` says; `provisions` are all that stand of the types that the law
    speaks to, also those to which it does not speak for want of certain words.
    """

    law: LawLink
    only_for: str
    address: str
    in_force_since: date
    until: date | None
    parts: tuple[PartLine, ...]
    agencies: tuple[AgencyLine, ...]
    provisions: int
    method: str
    paging: Paging

    @property
    def needs_words(self) -> bool:
        """Whether the law speaks to some of the types only where a clause says certain words, or not others."""
        return any(line.only_with or line.also_with or line.not_with for part in self.parts for line in part.speaks_to)


def law_link(law: Law) -> LawLink:
    """Refer to a law."""
    return LawLink(law.id, law.title, law.citation, f"/laws/{law.id}", law.jurisdiction.title)


def present_laws() -> LawsPage:
    """All laws of which something was read at a source, by jurisdiction."""
    register, counts = load_laws(), _standing()
    shown = register.shown()
    groups = []
    for place in JURISDICTIONS.values():
        lines = tuple(_line(law, counts) for law in shown if law.jurisdiction == place)
        if lines:
            groups.append(LawGroup(place.id, place.title, lines))
    return LawsPage(tuple(groups), len(shown), len(register.laws) - len(shown), register.method)


def present_law(law: Law, page: int) -> LawPage:
    """A page of one law; it must be one of those that the register shows."""
    register, counts = load_laws(), _standing()
    parts = tuple(part for one in law.provisions for part in _part(one, counts))
    at = paging(page, len(parts), _PARTS_A_PAGE)
    return LawPage(
        law=law_link(law),
        only_for=law.only_for,
        address=law.address,
        in_force_since=law.in_force_since,
        until=law.until,
        parts=parts[at.offset : at.offset + at.per_page],
        agencies=tuple(
            AgencyLine(one.name, one.remit, one.complaint)
            for one in register.agencies
            if one.verified and law.id in one.laws
        ),
        provisions=_line(law, counts).provisions,
        method=register.method,
        paging=at,
    )


def laws_on(clause_type: str) -> tuple[LawLink, ...]:
    """The laws that speak to a clause type, in the order of the register."""
    return tuple(law_link(law) for law in load_laws().shown() if clause_type in law.clause_types())


def _standing() -> Mapping[str, int]:
    """How many provisions of each clause type count as stated today."""
    return dict(counted_once().order_by().values_list("clause_type").annotate(Count("id")))


def _line(law: Law, counts: Mapping[str, int]) -> LawLine:
    types = law.clause_types()
    provisions = sum(counts.get(one, 0) for one in types)
    return LawLine(law_link(law), law.in_force_since, len(law.provisions), len(types), provisions)


def _part(part: LawProvision, counts: Mapping[str, int]) -> tuple[PartLine, ...]:
    """The line of a part; none where nobody has read its words."""
    if part.verified is None:
        return ()
    read = part.verified
    speaks_to = tuple(
        SpeaksLine(
            clause_type_link(one.clause_type),
            one.how.value,
            one.why,
            one.only_with,
            one.also_with,
            one.not_with,
            counts.get(one.clause_type, 0),
        )
        for one in part.speaks_to
    )
    source = Source(read.source, read.kind.value, read.version, read.on)
    return (PartLine(part.ref, part.says, part.applies_from, source, speaks_to),)
