"""The institutional part of a record: which laws speak to a clause type, who enforces them, how exposed a clause is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from conductatlas.catalogue import REGIONS, Agency, ClauseType, How, Law, LawRegister, Severity, Stance
from conductatlas.english import series

INSTITUTIONAL_METHOD = "institutional-1"
_HIGH_EXPOSURE, _MEDIUM_EXPOSURE = 5, 3
# Each with its verb for one law and for several.
_VERBS: Mapping[How, tuple[str, str, str]] = {
    How.FORBIDS: ("forbids", "forbid", "something that clauses of this type may do"),
    How.LIMITS: ("limits", "limit", "what they may do"),
    How.REQUIRES: ("requires", "require", "something that bears on them"),
    How.CONDITIONS: ("sets", "set", "conditions for them"),
}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class LawPoint:
    """What one provision of a law says, and how and why it speaks to the clause type."""

    ref: str
    says: str
    how: How
    why: str
    source: str
    verified_on: date


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law with its provisions that speak to the clause type; `applies_from` where that is yet to come."""

    id: str
    title: str
    citation: str
    address: str
    applies_from: date | None
    points: tuple[LawPoint, ...]


@dataclass(frozen=True, slots=True)
class JurisdictionGroup:
    """The laws of one jurisdiction."""

    id: str
    title: str
    region: str
    laws: tuple[LawLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency that enforces laws of those shown, where it takes complaints, and which laws these are."""

    name: str
    jurisdiction: str
    remit: str
    complaint: str
    laws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Institutional:
    """The laws and agencies for a clause, for a region or for all, and how exposed the clause is under all of them."""

    region: str
    regions: tuple[str, ...]
    groups: tuple[JurisdictionGroup, ...]
    agencies: tuple[AgencyLine, ...]
    exposure: str
    exposure_sentences: tuple[str, ...]
    method: str


def institutional(
    clause_type: ClauseType, severity: Severity, stance: Stance, register: LawRegister, on: date, region: str = ""
) -> Institutional | None:
    """What the law on a day has to say to a clause of a type; None where no verified provision of law speaks to it.

    `region` is one of REGIONS, or empty for all; one for which the register has nothing shows nothing.
    """
    lines = [(law, line) for law in register.laws if (line := _law_line(law, clause_type.id, on))]
    if not lines:
        return None
    chosen = [(law, line) for law, line in lines if region in ("", law.jurisdiction.region)]
    level, sentences = _exposure([line for _, line in lines], severity, stance)
    return Institutional(
        region=region,
        regions=tuple(one for one in REGIONS if any(law.jurisdiction.region == one for law, _ in lines)),
        groups=_groups(chosen),
        agencies=tuple(_agencies(register.agencies, [law for law, _ in chosen])),
        exposure=level,
        exposure_sentences=sentences,
        method=f"{INSTITUTIONAL_METHOD} {register.method}",
    )


def _law_line(law: Law, clause_type: str, on: date) -> LawLine | None:
    """The part of a law that speaks to a type; None where the law has ended or nothing of it does."""
    if law.until is not None and law.until < on:
        return None
    points = tuple(
        LawPoint(provision.ref, provision.says, one.how, one.why, provision.verified.source, provision.verified.on)
        for provision in law.provisions
        if provision.verified
        for one in provision.speaks_to
        if one.clause_type == clause_type
    )
    starts = law.in_force_since if law.in_force_since > on else None
    return LawLine(law.id, law.title, law.citation, law.address, starts, points) if points else None


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
            yield AgencyLine(agency.name, agency.jurisdiction.title, agency.remit, agency.complaint, enforced)


def _exposure(lines: list[LawLine], severity: Severity, stance: Stance) -> tuple[str, tuple[str, ...]]:
    """How exposed a clause is, as a level and in words: by what laws do to its type, and by its own grade."""
    counts = Counter(how for line in lines for how in {point.how for point in line.points})
    if stance is Stance.PROTECTIVE:
        judged = "The clause protects users, so the question is whether it gives all that these laws ask for."
        return "low", (_counted(counts), judged)
    points = severity.rank + (2 if counts[How.FORBIDS] else 1)
    if points >= _HIGH_EXPOSURE:
        level, advice = "high", "it should be reviewed under each of them first"
    elif points >= _MEDIUM_EXPOSURE:
        level, advice = "medium", "it is worth a review under each of them"
    else:
        level, advice = "low", "an ordinary review should do"
    graded = f"This wording is graded {severity.value}" if severity.rank else "This wording is of no severity"
    return level, (_counted(counts), f"{graded}, and {advice}.")


def _counted(counts: Counter[How]) -> str:
    """How many laws do what, in one sentence."""
    parts = []
    for how, (one, several, what) in _VERBS.items():
        if counts[how]:
            parts.append(f"{_number(counts[how])} {one if counts[how] == 1 else several} {what}")
    return f"Of the laws on record here, {series(parts)}."


def _number(count: int) -> str:
    return _SMALL[count] if count < len(_SMALL) else str(count)
