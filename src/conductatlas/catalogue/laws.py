"""The register of laws and agencies: which provisions of law speak to which clause types, how and why.

What nobody has read at a source yet is kept, and never shown; decision 9 says what counts as read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from conductatlas.catalogue.catalogue import load_catalogue
from conductatlas.catalogue.data_files import CatalogueError, data_place, entry_label, mapping, read_yaml, text, texts

_LAWS, _AGENCIES = "laws.yaml", "agencies.yaml"
# What a provision of law may leave out.
_OPTIONAL = ("applies_from", "of_individuals", "of_processors")
# By which words a provision speaks to clauses of a type, where it does not to all of them.
_WORDS = ("only_with", "not_with", "also_with")


class How(StrEnum):
    """What a provision of law does to clauses of a type."""

    FORBIDS = "forbids"
    LIMITS = "limits"
    REQUIRES = "requires"
    CONDITIONS = "conditions"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Where a law holds; `region` is the wider area that readers choose by."""

    id: str
    title: str
    region: str


class SourceKind(StrEnum):
    """What kind of source somebody read: that of the legislature or government, of academics, or of somebody else."""

    OFFICIAL = "official"
    SCHOLARLY = "scholarly"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Verified:
    """That what is said of a law or an agency was read at a source on a day.

    `version` is the state of the text that was read, as far as the source shows it.
    """

    source: str
    on: date
    kind: SourceKind
    version: str


@dataclass(frozen=True, slots=True)
class SpeaksTo:
    """That a provision of law bears on clauses of a type.

    `only_with`: beginnings of words, one of which a clause must say, where the law is about a subject that not all
    clauses of the type have; empty where it bears on all of them. `also_with`: more of which it must say one, where
    two things decide. `not_with`: such beginnings that show that the clause is about something else.
    """

    clause_type: str
    how: How
    why: str
    only_with: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    also_with: tuple[str, ...] = ()

    def bears_on(self, words: str) -> bool:
        """Whether it bears on a clause of its type in these words."""
        asked = (one for one in (self.only_with, self.also_with) if one)
        if not all(_beginning_so(one).search(words) for one in asked):
            return False
        return not (self.not_with and _beginning_so(self.not_with).search(words))


@dataclass(frozen=True, slots=True)
class LawProvision:
    """An article or section of a law, in our words; `applies_from` where it applies later than its law.

    `of_individuals`: whether what it asks is owed to people themselves, so that it has no say between businesses;
    `of_processors`: whether it is a duty of whoever handles data for a customer, so that it has a say between
    businesses alone.
    """

    ref: str
    says: str
    of_individuals: bool
    of_processors: bool
    applies_from: date | None
    verified: Verified | None
    speaks_to: tuple[SpeaksTo, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """A law with the provisions of it that bear on clause types; `until` is its last day where it has one.

    `only_for` says whom it binds or protects where that is not everybody: of a clause alone one can't tell whether it
    applies. `of_consumers`: whether it protects consumers alone, so that it has no say in terms between businesses;
    `of_data`: whether it is on personal data alone, so that it has no say about a clause that speaks of none;
    `of_businesses`: whether it protects businesses alone, so that it has a say in no others. `of_platforms`: the
    platforms, by name, that it was found to bind, where it binds those alone that an authority names.
    `holds_in` names where it holds, as a sentence says it, where that is more than its jurisdiction.
    """

    id: str
    title: str
    citation: str
    jurisdiction: Jurisdiction
    address: str
    in_force_since: date
    until: date | None
    only_for: str
    holds_in: str
    of_consumers: bool
    of_data: bool
    of_businesses: bool
    of_platforms: tuple[str, ...]
    provisions: tuple[LawProvision, ...]

    def holds(self, platform: str, *, between_businesses: bool) -> bool:
        """Whether it can have a say in terms of a platform that are between businesses, or are not."""
        if self.of_platforms and platform not in self.of_platforms:
            return False
        return not (self.of_consumers if between_businesses else self.of_businesses)

    def spoken_to(self) -> tuple[SpeaksTo, ...]:
        """How and why each of its provisions speaks to which clause types."""
        return tuple(one for part in self.provisions for one in part.speaks_to)

    def clause_types(self) -> frozenset[str]:
        """The clause types that its provisions speak to."""
        return frozenset(one.clause_type for one in self.spoken_to())


@dataclass(frozen=True, slots=True)
class Agency:
    """A public body that enforces laws of the register, and where it takes complaints."""

    id: str
    name: str
    jurisdiction: Jurisdiction
    remit: str
    complaint: str
    laws: tuple[str, ...]
    verified: Verified | None


@dataclass(frozen=True)
class LawRegister:
    """All laws and agencies, in the order of their files."""

    laws: tuple[Law, ...]
    agencies: tuple[Agency, ...]
    method: str

    def law(self, law: str) -> Law | None:
        """The law with an id, if there is one that anything verified is said of."""
        return next((one for one in self.shown() if one.id == law), None)

    def shown(self) -> tuple[Law, ...]:
        """The laws that may be shown, with their verified provisions only."""
        return self._shown

    def begun_by(self, day: date) -> LawRegister:
        """The register with those laws and provisions alone that had begun to apply on a day."""
        begun = (
            replace(
                law, provisions=tuple(one for one in law.provisions if not one.applies_from or one.applies_from <= day)
            )
            for law in self.laws
            if law.in_force_since <= day
        )
        return replace(self, laws=tuple(law for law in begun if law.provisions))

    @cached_property
    def _shown(self) -> tuple[Law, ...]:
        verified = (replace(law, provisions=tuple(one for one in law.provisions if one.verified)) for law in self.laws)
        return tuple(law for law in verified if law.provisions)


# Where laws hold, in the order in which pages list them.
JURISDICTIONS: Mapping[str, Jurisdiction] = {
    one.id: one
    for one in (
        Jurisdiction("EU", "European Union", "eu"),
        Jurisdiction("UK", "United Kingdom", "uk"),
        Jurisdiction("US", "United States, federal", "us"),
        Jurisdiction("US-CA", "California", "us"),
        Jurisdiction("US-CO", "Colorado", "us"),
        Jurisdiction("US-IL", "Illinois", "us"),
        Jurisdiction("CA", "Canada", "ca"),
        Jurisdiction("BR", "Brazil", "br"),
        Jurisdiction("AU", "Australia", "au"),
        Jurisdiction("IN", "India", "in"),
    )
}
# The wider areas, in the same order, by what the address of a page calls them.
REGIONS: Mapping[str, str] = {
    "eu": "European Union",
    "uk": "United Kingdom",
    "us": "United States",
    "ca": "Canada",
    "br": "Brazil",
    "au": "Australia",
    "in": "India",
}


@lru_cache(maxsize=8)
def load_laws(laws: Path | None = None, agencies: Path | None = None) -> LawRegister:
    """Read and check the register; the one that comes with the system where no paths are given.

    Raises CatalogueError.
    """
    law_file, agency_file = data_place(_LAWS, laws), data_place(_AGENCIES, agencies)
    law_bytes, law_data = read_yaml(law_file, law_file.name)
    agency_bytes, agency_data = read_yaml(agency_file, agency_file.name)
    found = tuple(_law(label, entry) for label, entry in _entries(law_file.name, "law", law_data, "laws"))
    known = frozenset(law.id for law in found)
    bodies = tuple(
        _agency(label, entry, known) for label, entry in _entries(agency_file.name, "agency", agency_data, "agencies")
    )
    return LawRegister(found, bodies, f"laws-{hashlib.sha256(law_bytes + agency_bytes).hexdigest()[:8]}")


def _entries(file: str, kind: str, data: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Each entry with the label for messages on it; no id may stand twice."""
    listed = data.get(name) if isinstance(data, dict) and set(data) == {name} else data
    if not isinstance(listed, list):
        raise CatalogueError(f"{file}: must be a list of {name}")
    seen: set[str] = set()
    for number, entry in enumerate(listed, 1):
        label = entry_label(file, kind, number, entry)
        if label in seen:
            raise CatalogueError(f"{label} stands twice")
        seen.add(label)
        yield label, entry


def _law(label: str, entry: Any) -> Law:
    fields = ("id", "title", "citation", "jurisdiction", "address", "in_force_since", "provisions")
    optional = (
        "until",
        "only_for",
        "holds_in",
        "of_consumers",
        "of_data",
        "of_businesses",
        "of_platforms",
    )
    values = mapping(label, entry, fields, optional)
    provisions = values["provisions"]
    if not isinstance(provisions, list) or not provisions:
        raise CatalogueError(f"{label}: provisions must be a list")
    return Law(
        id=text(f"{label}: id", values["id"]),
        title=text(f"{label}: title", values["title"]),
        citation=text(f"{label}: citation", values["citation"]),
        jurisdiction=_jurisdiction(label, values["jurisdiction"]),
        address=_address(label, values["address"]),
        in_force_since=_day(f"{label}: in_force_since", values["in_force_since"]),
        until=_day_or_none(f"{label}: until", values.get("until")),
        only_for=text(f"{label}: only_for", values["only_for"]) if "only_for" in values else "",
        holds_in=text(f"{label}: holds_in", values["holds_in"]) if "holds_in" in values else "",
        of_consumers=_flag(f"{label}: of_consumers", values.get("of_consumers", False)),
        of_data=_flag(f"{label}: of_data", values.get("of_data", False)),
        of_businesses=_flag(f"{label}: of_businesses", values.get("of_businesses", False)),
        of_platforms=texts(f"{label}: of_platforms", values["of_platforms"]) if "of_platforms" in values else (),
        provisions=tuple(_provision(label, one) for one in provisions),
    )


def _flag(label: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise CatalogueError(f"{label} must be true or false, not {value!r}")
    return value


def _provision(label: str, entry: Any) -> LawProvision:
    values = mapping(f"{label}: a provision", entry, ("ref", "says", "verified", "speaks_to"), _OPTIONAL)
    label = f"{label}: {values['ref']}"
    if not isinstance(values["speaks_to"], list) or not values["speaks_to"]:
        raise CatalogueError(f"{label}: speaks_to must be a list")
    return LawProvision(
        ref=text(f"{label}: ref", values["ref"]),
        says=text(f"{label}: says", values["says"]),
        of_individuals=_flag(f"{label}: of_individuals", values.get("of_individuals", False)),
        of_processors=_flag(f"{label}: of_processors", values.get("of_processors", False)),
        applies_from=_day_or_none(f"{label}: applies_from", values.get("applies_from")),
        verified=_verified(label, values["verified"]),
        speaks_to=tuple(_speaks_to(label, one) for one in values["speaks_to"]),
    )


def _speaks_to(label: str, entry: Any) -> SpeaksTo:
    values = mapping(f"{label}: speaks_to", entry, ("type", "how", "why"), _WORDS)
    if values["type"] not in load_catalogue():
        raise CatalogueError(f"{label}: the catalogue has no type {values['type']!r}")
    if values["how"] not in list(How):
        raise CatalogueError(f"{label}: how must be one of {', '.join(How)}, not {values['how']!r}")
    only_with, not_with, also_with = (
        texts(f"{label}: {name}", values[name]) if name in values else () for name in _WORDS
    )
    return SpeaksTo(
        values["type"], How(values["how"]), text(f"{label}: why", values["why"]), only_with, not_with, also_with
    )


@cache
def _beginning_so(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of words that begin in one of some ways, if no 'non-' denies them; a register has a few hundred."""
    return re.compile(rf"(?<!\bnon-)\b(?:{'|'.join(map(re.escape, beginnings))})", re.IGNORECASE)


def _agency(label: str, entry: Any, known: frozenset[str]) -> Agency:
    values = mapping(label, entry, ("id", "name", "jurisdiction", "remit", "complaint", "laws", "verified"))
    laws = values["laws"]
    unknown = [str(one) for one in laws if one not in known] if isinstance(laws, list) else ["list"]
    if unknown:
        raise CatalogueError(f"{label}: laws names unknown {', '.join(unknown)}")
    return Agency(
        id=text(f"{label}: id", values["id"]),
        name=text(f"{label}: name", values["name"]),
        jurisdiction=_jurisdiction(label, values["jurisdiction"]),
        remit=text(f"{label}: remit", values["remit"]),
        complaint=_address(label, values["complaint"]),
        laws=tuple(laws),
        verified=_verified(label, values["verified"]),
    )


def _jurisdiction(label: str, value: Any) -> Jurisdiction:
    if value not in JURISDICTIONS:
        raise CatalogueError(f"{label}: unknown jurisdiction {value!r}")
    return JURISDICTIONS[value]


def _address(label: str, value: Any, schemes: tuple[str, ...] = ("https://",)) -> str:
    address = text(f"{label}: address", value)
    if not address.startswith(schemes):
        raise CatalogueError(f"{label}: an address must begin with {' or '.join(schemes)}, not {address!r}")
    return address


def _verified(label: str, value: Any) -> Verified | None:
    if value is None:
        return None
    if isinstance(value, dict):
        # YAML 1.1 takes the bare key `on` for the truth value.
        value = {"on" if key is True else key: one for key, one in value.items()}
    label = f"{label}: verified"
    values = mapping(label, value, ("source", "on", "kind"), ("version",))
    if values["kind"] not in list(SourceKind):
        raise CatalogueError(f"{label}: kind must be one of {', '.join(SourceKind)}, not {values['kind']!r}")
    return Verified(
        # Some sources have no other address.
        source=_address(label, values["source"], ("https://", "http://")),
        on=_day(label, values["on"]),
        kind=SourceKind(values["kind"]),
        version=text(f"{label}: version", values["version"]) if "version" in values else "",
    )


def _day_or_none(label: str, value: Any) -> date | None:
    return None if value is None else _day(label, value)


def _day(label: str, value: Any) -> date:
    """A day, given as YAML's own date or in ISO 8601."""
    try:
        return value if type(value) is date else date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise CatalogueError(f"{label} must be a day such as 2018-05-25, not {value!r}") from error
