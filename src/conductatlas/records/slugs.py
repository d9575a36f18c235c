"""Names as parts of addresses."""

from __future__ import annotations

from collections.abc import Container

from django.utils.text import slugify


def free_slug(name: str, taken: Container[str]) -> str:
    """The name in lower-case letters, digits and hyphens; with a number where another record has that already."""
    stem = slugify(name)[:100] or slugify(name, allow_unicode=True)[:100] or "unnamed"
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
