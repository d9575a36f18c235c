"""Which platforms belong to one company, by their names."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from conductatlas.yaml_data import parse_yaml


@lru_cache(maxsize=4096)
def company_of(platform: str) -> str:
    """The company that a platform belongs to, under the name that the catalogue has for it.

    Platforms of which the catalogue knows no company stand for themselves.
    """
    for names in _companies():
        if any(platform == name or platform.startswith(f"{name} ") for name in names):
            return names[0]
    return platform


@lru_cache(maxsize=1)
def _companies() -> tuple[tuple[str, ...], ...]:
    raw = files(__package__).joinpath("companies.yaml").read_bytes()
    return tuple(tuple(names) for names in parse_yaml(raw))
