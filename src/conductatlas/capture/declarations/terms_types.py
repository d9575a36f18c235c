"""The types of terms that Open Terms Archive knows, and how platforms call such documents in links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.yaml_data import parse_yaml


@dataclass(frozen=True, slots=True)
class TermsType:
    """A type of terms: the names that links give it, in several languages, and the ends of its usual paths."""

    name: str
    links: tuple[str, ...]
    paths: tuple[str, ...]


@lru_cache(maxsize=1)
def terms_types() -> Mapping[str, TermsType]:
    """All types by name, the most common first."""
    raw = files(__package__).joinpath("terms_types.yaml").read_bytes()
    return {
        name: TermsType(name, tuple((known or {}).get("links", ())), tuple((known or {}).get("paths", ())))
        for name, known in parse_yaml(raw).items()
    }
