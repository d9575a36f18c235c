"""How to cite a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

_BIBTEX_SPECIAL = {character: f"\\{character}" for character in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in words and as BibTeX."""

    text: str
    bibtex: str


def cite(
    *, record: str, title: str, platform: str, document: str, recorded_at: datetime, sha256: str, accessed: datetime
) -> Citation:
    """Cite a record by its permanent address; the hash is that of the version's text, the day that of its recording."""
    address = f"{settings.PUBLIC_ADDRESS}/{record}"
    text = (
        f"ConductAtlas, “{title}”, record {record}, in: {platform}, {document}, as recorded on {_day(recorded_at)} "
        f"(SHA-256 {sha256}). {address}, accessed {_day(accessed)}."
    )
    fields = {
        "author": "{ConductAtlas}",
        "title": f"{_tex(title)} ({_tex(platform)}, {_tex(document)})",
        "year": str(recorded_at.year),
        "note": f"Record {record}, text recorded {recorded_at:%Y-%m-%d}, SHA-256 {sha256}",
        "url": address,
        "urldate": f"{accessed:%Y-%m-%d}",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return Citation(text, f"@misc{{{record},\n{lines}}}")


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"


def _tex(text: str) -> str:
    return "".join(_BIBTEX_SPECIAL.get(character, character) for character in text)
