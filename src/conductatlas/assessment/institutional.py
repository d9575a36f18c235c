"""The institutional part of a record: which laws speak to a clause type, who enforces them, and what to check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from conductatlas.assessment.bearing import ClauseAtLaw
from conductatlas.assessment.exposure import Counted, Exposure, exposure
from conductatlas.assessment.named_laws import laws_named_beyond
from conductatlas.assessment.places import places_named
from conductatlas.assessment.shorter_terms import TimeAtLaw, time_beside
from conductatlas.catalogue import (
    REGIONS,
    Agency,
    How,
    Law,
    LawRegister,
    Severity,
    SourceKind,
)
from conductatlas.english import day, series

INSTITUTIONAL_METHOD = "institutional-30"
# How the laws of a whole country are told beside those of its parts.
_OF_ALL = "federal law"
# Words of so many letters say something by themselves; so many of them are enough to tell two apart.
_WORD = re.compile(r"[a-z]{4,}")
_STEM, _SAME = 5, 0.8
_LITTLE = frozenset(
    ("must", "with", "that", "this", "such", "what", "only", "their", "they", "than", "have", "need", "neede")
)
_STEPS: Mapping[How, str] = {
    How.FORBIDS: "Check first against what is forbidden",
    How.LIMITS: "Weigh the wording against the limits",
    How.CONDITIONS: "Establish whether these conditions apply, and whether they are met in practice",
    How.REQUIRES: "See that what is required, where it applies, is given in the text or in practice",
    How.SUPPORTS: "See how far what supports it reaches",
}


@dataclass(frozen=True, slots=True)
class LawPoint:
    """What one provision of a law says, how and why it speaks to the clause type, and where its words were read.

    `why` is empty where it would say the same in other words.
    `applies_from` stands where the provision is yet to apply; `version` is the state of the text that was read.
    """

    ref: str
    says: str
    how: How
    why: str
    applies_from: date | None
    source: str
    source_kind: SourceKind
    version: str
    verified_on: date


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law with its provisions that speak to the clause type; `applies_from` where that is yet to come.

    `holds_in` names the places where it holds if these are more than its jurisdiction, as a sentence says them.
    `only_for` says whom it is for where that is not everybody; `named` does where it is for those that an authority
    names, of whom the platform is one.
    """

    id: str
    title: str
    citation: str
    address: str
    holds_in: str
    only_for: str
    named: str
    applies_from: date | None
    points: tuple[LawPoint, ...]

    @property
    def begins(self) -> date | None:
        """The first day on which something of it applies, where that is yet to come."""
        days = [self.applies_from_of(point) for point in self.points]
        yet_to_come = [one for one in days if one]
        return min(yet_to_come) if len(yet_to_come) == len(days) else None

    def applies_from_of(self, point: LawPoint) -> date | None:
        """The day from which one of its points applies, where that is yet to come: its own, or that of the law."""
        return max((one for one in (self.applies_from, point.applies_from) if one), default=None)


@dataclass(frozen=True, slots=True)
class JurisdictionGroup:
    """The laws of one jurisdiction."""

    id: str
    title: str
    region: str
    laws: tuple[LawLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency that enforces laws of those shown, where it takes complaints, and why it stands here."""

    name: str
    jurisdiction: str
    remit: str
    complaint: str
    laws: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Institutional:
    """The laws and agencies for a clause, for a region or for all, and how exposed it is under all of them.

    No `exposure` where a reviewer wrote of it instead. `time_beside` sets a time that the clause gives beside a longer
    one of a law. `named` tells of laws that the clause names by titles that the register does not have.
    `diligence` is what to check under the laws shown, `watch` what of them may change; both are empty of words that
    stand no longer, of which `then` says how far the laws shown are those of their time.
    """

    region: str
    regions: tuple[str, ...]
    groups: tuple[JurisdictionGroup, ...]
    agencies: tuple[AgencyLine, ...]
    exposure: Exposure | None
    time_beside: str
    named: str
    diligence: tuple[str, ...]
    watch: tuple[str, ...]
    method: str
    then: str = ""

    @property
    def several(self) -> bool:
        """Whether more than one law is shown."""
        return _several(self.groups)

    def of_words_gone(self, last: date) -> Institutional:
        """The same of words that stand no longer, of which `last` is the last day: nothing to check or to watch."""
        then = (
            f"These words were last on record on {day(last)}. Laws that began later are left out; what is told of the "
            "others was read since, and they may have said something else then."
        )
        return replace(self, diligence=(), watch=(), then=then)


def institutional(
    clause: ClauseAtLaw, severity: Severity, register: LawRegister, on: date, region: str = ""
) -> Institutional | None:
    """What the law on a day has to say to a clause, graded `severity`; None where no verified provision speaks to it.

    A law about a subject that its words do not touch is left out; so is one that protects consumers alone, and what is
    owed to people themselves, where the clause stands between businesses, and one for businesses alone elsewhere. What
    forbids or limits has nothing to say to a clause that protects. `region` is one of REGIONS, or empty for all; one
    for which the register has nothing shows nothing.
    """
    lines = [(law, line) for law in register.laws if (line := _law_line(law, clause, on))]
    if not lines:
        return None
    chosen = [(law, line) for law, line in lines if region in ("", law.jurisdiction.region)]
    groups = _groups(chosen)
    provisions = [
        Counted(line.id, point.how, line.applies_from_of(point), bool(line.only_for))
        for _, line in lines
        for point in line.points
    ]
    return Institutional(
        region=region,
        regions=tuple(one for one in REGIONS if any(law.jurisdiction.region == one for law, _ in lines)),
        groups=groups,
        agencies=tuple(_agencies(register.agencies, [law for law, _ in chosen])),
        exposure=exposure(provisions, severity, clause.stance, _unread(clause, [law for law, _ in lines])),
        time_beside=time_beside(clause.words, [one for _, line in lines for one in _times(line) if not line.only_for]),
        named=laws_named_beyond(clause.words, register.laws),
        diligence=_diligence(groups),
        watch=tuple(_watch(groups)),
        method=f"{INSTITUTIONAL_METHOD} {register.method}",
    )


def consumer_laws_left_out(clause: ClauseAtLaw, register: LawRegister, on: date) -> bool:
    """Whether laws that protect consumers alone would speak to a clause on a day if it were not between businesses."""
    otherwise = replace(clause, between_businesses=False)
    return clause.between_businesses and any(
        law.of_consumers and _law_line(law, otherwise, on) is not None for law in register.laws
    )


def _times(line: LawLine) -> Iterator[TimeAtLaw]:
    """What the provisions of a law that applies say, as far as times may stand in it."""
    for point in line.points:
        if not line.applies_from_of(point):
            yield TimeAtLaw(f"the {line.title}, {point.ref}", point.says)


def _unread(clause: ClauseAtLaw, laws: list[Law]) -> list[str]:
    """The places that the words of a clause are for, of which no law that is shown is."""
    read = {law.jurisdiction.region for law in laws}
    return [title for region, title in places_named(clause.words, clause.applies_to) if region not in read]


def _law_line(law: Law, clause: ClauseAtLaw, on: date) -> LawLine | None:
    """The part of a law that speaks to a clause; None where the law has ended or nothing of it does."""
    if (law.until is not None and law.until < on) or not clause.is_under(law):
        return None
    points = tuple(
        LawPoint(
            ref=provision.ref,
            says=says,
            how=clause.done_by(law, one),
            why=why,
            applies_from=_later(provision.applies_from, on),
            source=provision.verified.source,
            source_kind=provision.verified.kind,
            version=provision.verified.version,
            verified_on=provision.verified.on,
        )
        for provision in law.provisions
        if provision.verified
        for one in provision.speaks_to
        if clause.is_spoken_to(provision, one)
        for says, why in [_once(provision.says, one.why)]
    )
    if not points:
        return None
    only_for, named = ("", law.only_for) if law.of_platforms else (law.only_for, "")
    starts = _later(law.in_force_since, on)
    about = (law.id, law.title, law.citation, law.address, law.holds_in)
    return LawLine(*about, only_for, named, starts, points)


def _once(says: str, why: str) -> tuple[str, str]:
    """What a provision says and why it speaks to a clause, without the reason where it only repeats what is said.

    A reason that picks one thing out of a long list stays. What a provision says is never left out: a reason alone
    lacks its conditions.
    """
    said, told = ({word[:_STEM] for word in _WORD.findall(one.lower())} - _LITTLE for one in (says, why))
    repeats = len(told & said) >= _SAME * len(told) and 2 * len(told) >= len(said)
    return says, "" if repeats else why


def _later(starts: date | None, on: date) -> date | None:
    return starts if starts is not None and starts > on else None


def _groups(chosen: list[tuple[Law, LawLine]]) -> tuple[JurisdictionGroup, ...]:
    """Lines by jurisdiction, in the order of the regions."""
    by_jurisdiction: dict[str, list[LawLine]] = {}
    known = {law.jurisdiction.id: law.jurisdiction for law, _ in chosen}
    for law, line in chosen:
        by_jurisdiction.setdefault(law.jurisdiction.id, []).append(line)
    order = sorted(by_jurisdiction, key=lambda one: list(REGIONS).index(known[one].region))
    return tuple(
        JurisdictionGroup(one, known[one].title, known[one].region, tuple(by_jurisdiction[one])) for one in order
    )


def _agencies(agencies: tuple[Agency, ...], laws: list[Law]) -> Iterator[AgencyLine]:
    titles = {law.id: law.title for law in laws}
    for agency in agencies:
        enforced = tuple(titles[law] for law in agency.laws if law in titles)
        if agency.verified and enforced:
            reason = f"Named for {series([f'the {title}' for title in enforced])}."
            yield AgencyLine(agency.name, agency.jurisdiction.title, agency.remit, agency.complaint, enforced, reason)


def _diligence(groups: tuple[JurisdictionGroup, ...]) -> tuple[str, ...]:
    """What to check, the gravest first, with the provisions to check against."""
    if not groups:
        return ()
    places = series(list(_places(groups)))
    several = _several(groups)
    which = "which of these laws apply" if several else "whether this law applies"
    steps = [f"Establish {which} to the service and its users: {'they hold' if several else 'it holds'} in {places}."]
    for how, step in _STEPS.items():
        found = [
            f"{line.title}, {series(refs)}"
            for group in groups
            for line in group.laws
            if (refs := [_ref(line, point) for point in line.points if point.how is how])
        ]
        if found:
            steps.append(f"{step}: {'; '.join(found)}.")
    return tuple(steps)


def _several(groups: tuple[JurisdictionGroup, ...]) -> bool:
    return sum(len(group.laws) for group in groups) > 1


def _places(groups: tuple[JurisdictionGroup, ...]) -> Iterator[str]:
    """Where the laws of some groups hold, as a sentence says it: states with their country, and what is yet to come."""
    for region in REGIONS:
        of_region = [group for group in groups if group.region == region]
        if not of_region:
            continue
        laws = [line for group in of_region for line in group.laws]
        place, wider = _country(region), {line.holds_in for line in laws if line.holds_in}
        if len(wider) == 1 and all(line.holds_in for line in laws):
            place = next(iter(wider))
        else:
            further = [f"the {line.title} in {line.holds_in}" for line in laws if line.holds_in]
            place = f"{place} ({series(further)})" if further else place
        parts = [part for part in map(_part, of_region) if part]
        yield f"{place} ({series(parts)})" if parts else place


def _country(region: str) -> str:
    """A region as a sentence names it."""
    country = REGIONS[region]
    return f"the {country}" if country.startswith(("European", "United")) else country


def _part(group: JurisdictionGroup) -> str:
    """Which part of a country the laws of a group hold in, and from when where that is yet to come."""
    state = "" if group.title in REGIONS.values() else group.title
    part = _OF_ALL if state.endswith(", federal") else state
    days = [line.begins for line in group.laws]
    yet_to_come = [one for one in days if one]
    begins = f"from {day(min(yet_to_come))}" if len(yet_to_come) == len(days) else ""
    return " ".join(filter(None, (part, begins)))


def _ref(line: LawLine, point: LawPoint) -> str:
    begins = line.applies_from_of(point)
    return f"{point.ref} (from {day(begins)})" if begins else point.ref


def _watch(groups: tuple[JurisdictionGroup, ...]) -> Iterator[str]:
    """What of the laws shown is yet to come, and that all may change."""
    for group in groups:
        for line in group.laws:
            if line.applies_from:
                yield f"{line.title} applies from {day(line.applies_from)}."
            for point in line.points:
                if point.applies_from:
                    yield f"{line.title}, {point.ref} applies from {day(point.applies_from)}."
    if groups:
        laws, page = ("laws", "the page of each") if _several(groups) else ("law", "its page")
        yield f"Amendments: this is what the {laws} said when read; {page} names the day and the state of it."
