"""Words about plans."""

from __future__ import annotations

from django import template

from conductatlas.english import capitalised
from conductatlas.site.presenters.plans import number_of

register = template.Library()


@register.filter
def limit(most: int | None, noun: str) -> str:
    """A limit in words, with a capital letter: '25 platforms', 'Any number of platforms'."""
    return capitalised(number_of(most, noun))
