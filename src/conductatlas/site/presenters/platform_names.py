"""Platforms by the names that people use: their own, those of their companies and products, and nearly those."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models.functions import Lower

from conductatlas.catalogue import company_of, group_named
from conductatlas.records.models import Platform

_NEAR_SHOWN = 6
_LEAST_LIKENESS = 0.7
# Shorter names lie near too many others.
_SHORTEST_NEAR = 4


@dataclass(frozen=True, slots=True)
class Named:
    """The platform that a name stands for, or else those that may be meant, the likeliest first."""

    platform: Platform | None
    near: tuple[Platform, ...]


def platform_named(name: str) -> Named:
    """Find a platform by its slug or its name, as one that begins with the name, or as the only one of its company."""
    asked = name.casefold()
    platforms = list(Platform.objects.order_by(Lower("name"), "id"))
    for one in platforms:
        if asked in (one.slug.casefold(), one.name.casefold()):
            return Named(one, ())
    beginning = [one for one in platforms if _begins_with(one.name, asked)]
    of_company = platforms_of_company(name, platforms)
    for found in (beginning, of_company):
        if len(found) == 1:
            return Named(found[0], ())
    near = dict.fromkeys((*beginning, *of_company, *_alike(asked, platforms)))
    return Named(None, tuple(near)[:_NEAR_SHOWN])


def platforms_of_company(name: str, platforms: Sequence[Platform]) -> list[Platform]:
    """Those of some platforms that belong to the company, or the company of the product, that has a name."""
    group = group_named(name)
    return [one for one in platforms if group and company_of(one.name) == group.company]


def _begins_with(name: str, asked: str) -> bool:
    """Whether a name begins with another one as a word of its own."""
    return bool(asked) and re.match(rf"{re.escape(asked)}(?!\w)", name.casefold()) is not None


def _alike(asked: str, platforms: Sequence[Platform]) -> list[Platform]:
    """Those that hold what is asked for, or are spelt nearly so."""
    if len(asked) < _SHORTEST_NEAR:
        return []
    by_name = {one.name.casefold(): one for one in platforms}
    holding = [name for name in by_name if asked in name]
    return [by_name[name] for name in (*holding, *get_close_matches(asked, by_name, _NEAR_SHOWN, _LEAST_LIKENESS))]
