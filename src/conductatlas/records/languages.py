"""The names of languages."""

from __future__ import annotations

from django.conf.locale import LANG_INFO

# Of which the table of names knows the scripts alone.
_NAMES = {"zh": "Chinese"}


def language_name(code: str) -> str:
    """A language's English name; its code where it has none here, nothing where it is not known."""
    return _NAMES.get(code) or str(LANG_INFO.get(code, {}).get("name", code))
