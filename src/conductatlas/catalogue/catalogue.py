"""The catalogue of clause types: read from its file, checked, and given out as values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from conductatlas.catalogue.data_files import CatalogueError, data_place, entry_label, read_yaml

_DEFAULT = "clause_types.yaml"
_REQUIRED = ("id", "category", "title", "severity", "stance", "means")
_OPTIONAL = ("raise", "lower")


class Severity(StrEnum):
    """How much a provision takes from an ordinary user."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for none to 3 for high."""
        return _RANKS[self]

    @property
    def shape(self) -> str:
        """The sign that stands beside its word wherever it is shown, so that colour alone never tells it."""
        return _SHAPES[self.value]


_SHAPES = {"none": "○", "low": "●", "medium": "◆", "high": "▲"}
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Stance(StrEnum):
    """Whom a provision burdens or protects."""

    ADVERSE = "adverse"
    NEUTRAL = "neutral"
    PROTECTIVE = "protective"


@dataclass(frozen=True, slots=True)
class Category:
    """A group of clause types."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ClauseType:
    """A kind of provision: what it means, its base severity and stance, and what moves one clause away from them."""

    id: str
    category: str
    title: str
    means: str
    severity: Severity
    stance: Stance
    raise_note: str = ""
    lower_note: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All clause types, in the order of their file."""

    categories: tuple[Category, ...]
    types: tuple[ClauseType, ...]
    method: str

    def __iter__(self) -> Iterator[ClauseType]:
        return iter(self.types)

    def __len__(self) -> int:
        return len(self.types)

    def __contains__(self, clause_type: object) -> bool:
        return clause_type in self._by_id

    def __getitem__(self, clause_type: str) -> ClauseType:
        """The clause type with this id; KeyError where there is none."""
        return self._by_id[clause_type]

    @cached_property
    def _by_id(self) -> Mapping[str, ClauseType]:
        return {clause_type.id: clause_type for clause_type in self.types}

    def title(self, clause_type: str) -> str:
        """The title of a clause type; one that the catalogue no longer has goes by its id."""
        known = self._by_id.get(clause_type)
        return known.title if known else clause_type.replace("-", " ").capitalize()

    def category(self, category: str) -> Category:
        """The category with this id; KeyError where there is none."""
        return {one.id: one for one in self.categories}[category]

    def of_category(self, category: str) -> tuple[ClauseType, ...]:
        """The clause types of a category."""
        return tuple(one for one in self.types if one.category == category)


@lru_cache(maxsize=8)
def load_catalogue(path: Path | None = None) -> Catalogue:
    """Read and check a catalogue; the one that comes with the system where no path is given.

    Raises CatalogueError. `Catalogue.method` names the content, so that results can say which catalogue they rest on.
    """
    name = str(path or _DEFAULT)
    raw, data = read_yaml(data_place(_DEFAULT, path), name)
    if not isinstance(data, dict) or set(data) != {"categories", "types"}:
        raise CatalogueError(f"{name}: must hold exactly 'categories' and 'types'")
    categories = _categories(name, data["categories"])
    types = _types(name, data["types"], {category.id for category in categories})
    return Catalogue(categories, types, f"catalogue-{hashlib.sha256(raw).hexdigest()[:8]}")


def _categories(name: str, data: Any) -> tuple[Category, ...]:
    if not isinstance(data, dict) or not all(isinstance(title, str) and title for title in data.values()):
        raise CatalogueError(f"{name}: 'categories' must give a title to each id")
    return tuple(Category(str(key), title) for key, title in data.items())


def _types(name: str, data: Any, categories: set[str]) -> tuple[ClauseType, ...]:
    if not isinstance(data, list) or not data:
        raise CatalogueError(f"{name}: 'types' must be a list of clause types")
    types: list[ClauseType] = []
    for number, entry in enumerate(data, 1):
        label = entry_label(name, "type", number, entry)
        if not isinstance(entry, dict):
            raise CatalogueError(f"{label} is no mapping")
        types.append(_type(label, entry, categories))
        if any(other.id == types[-1].id for other in types[:-1]):
            raise CatalogueError(f"{label} stands twice")
    return tuple(types)


def _type(label: str, entry: dict[str, Any], categories: set[str]) -> ClauseType:
    missing = [key for key in _REQUIRED if key not in entry]
    unknown = [str(key) for key in entry if key not in (*_REQUIRED, *_OPTIONAL)]
    if missing or unknown:
        raise CatalogueError(f"{label}: " + "; ".join(filter(None, (_keys("lacks", missing), _keys("has", unknown)))))
    if not all(isinstance(value, str) and value.strip() for value in entry.values()):
        raise CatalogueError(f"{label}: every value must be a text that is not empty")
    if entry["category"] not in categories:
        raise CatalogueError(f"{label}: unknown category {entry['category']!r}")
    for key, values in (("severity", Severity), ("stance", Stance)):
        if entry[key] not in [value.value for value in values]:
            raise CatalogueError(f"{label}: {key} must be one of {', '.join(values)}, not {entry[key]!r}")
    return ClauseType(
        id=entry["id"],
        category=entry["category"],
        title=entry["title"],
        means=entry["means"],
        severity=Severity(entry["severity"]),
        stance=Stance(entry["stance"]),
        raise_note=entry.get("raise", ""),
        lower_note=entry.get("lower", ""),
    )


def _keys(verb: str, keys: list[str]) -> str:
    return f"{verb} {'unknown ' if verb == 'has' else ''}{', '.join(keys)}" if keys else ""
