"""Which platforms belong to one company, and which of its names stand for products, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from conductatlas.yaml_data import parse_yaml


@dataclass(frozen=True, slots=True)
class Renaming:
    """That a platform goes on as another one: `since` is a month in words, `source` the address that tells of it."""

    platform: str
    to: str
    since: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """The names of one company: those that act by themselves, its own first, and those of products that people use."""

    companies: tuple[str, ...]
    products: tuple[str, ...] = ()
    renamed: tuple[Renaming, ...] = ()

    @property
    def company(self) -> str:
        """The name under which the catalogue has the company."""
        return self.companies[0]

    def has(self, name: str) -> bool:
        """Whether a name is one of these, or begins with one as a word of its own."""
        return _is_one_of(name, (*self.companies, *self.products))

    def is_company(self, name: str) -> bool:
        """The same of those alone that act by themselves."""
        return _is_one_of(name, self.companies)


def _is_one_of(name: str, names: Iterable[str]) -> bool:
    return any(name == own or name.startswith(f"{own} ") for own in names)


@lru_cache(maxsize=4096)
def group_of(platform: str) -> Group | None:
    """The names of the company that a platform belongs to; None where the catalogue knows no company of it."""
    return next((group for group in _groups() if group.has(platform)), None)


def group_named(name: str) -> Group | None:
    """The names of the company that has a name among them, in any case; None where no company has it."""
    asked = name.casefold()
    return next((group for group in _groups() if asked in map(str.casefold, (*group.companies, *group.products))), None)


def company_of(platform: str) -> str:
    """The company that a platform belongs to, under the name that the catalogue has for it.

    Platforms of which the catalogue knows no company stand for themselves.
    """
    group = group_of(platform)
    return group.company if group else platform


def renaming_of(platform: str) -> Renaming | None:
    """Under which name a platform goes on; None where the catalogue knows of no other."""
    group = group_of(platform)
    return next((one for one in group.renamed if one.platform == platform), None) if group else None


@lru_cache(maxsize=1)
def _groups() -> tuple[Group, ...]:
    raw = files(__package__).joinpath("companies.yaml").read_bytes()
    return tuple(map(_group, parse_yaml(raw)))


def _group(read: Mapping[str, Any]) -> Group:
    renamed = (Renaming(**one) for one in read.get("renamed", ()))
    return Group(tuple(read["companies"]), tuple(read.get("products", ())), tuple(renamed))
