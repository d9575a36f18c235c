"""How to cite each kind of record, in every form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.conf import settings

from conductatlas.english import day
from conductatlas.records.models import Change, Document, Kind, Platform, Provision, Version
from conductatlas.site.citing import FORMS, Cited, one_line
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import clause_type_link, platform_link, record_path, short_path

_IN_DOUBT = " [type in doubt, not reviewed]"


@dataclass(frozen=True, slots=True)
class CitationForm:
    """The citation in one form, and the address at which it can be had alone."""

    id: str
    name: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A record's permanent and its short address, and its citation in each form, the plain one first."""

    address: str
    short_address: str
    forms: tuple[CitationForm, ...]
    cited: Cited = field(metadata=PAGE_ONLY)


def cite_provision(provision: Provision, stated_in: Version, now: datetime, *, in_doubt: bool) -> Citation:
    """Cite a provision as the last version that states it has it; that version's text must be loaded.

    `in_doubt`: whether the program is unsure of its type, and nobody has decided about it.
    """
    title = clause_type_link(provision.clause_type).title + (_IN_DOUBT if in_doubt else "")
    return _cite(Kind.PROVISION, provision.id, title, _inside(provision.document), stated_in, now)


def cite_change(change: Change, now: datetime) -> Citation:
    """Cite a change by its day, since its summary can come to be put otherwise; its version's text must be loaded."""
    title = f"Change of {day(change.version.recorded_at.astimezone(UTC).date())}"
    return _cite(Kind.CHANGE, change.id, title, _inside(change.document), change.version, now)


def cite_document(document: Document, latest: Version | None, now: datetime) -> Citation:
    """Cite a document as its latest good version has it, where it has one; that version's text must be loaded."""
    return _cite(Kind.DOCUMENT, document.id, document.terms_type, (document.platform.name,), latest, now)


def cite_platform(platform: Platform, now: datetime) -> Citation:
    """Cite the page of a platform, which rests on no single text."""
    path = platform_link(platform).path
    key = "conductatlas-" + re.sub(r"[^A-Za-z0-9]+", "-", platform.slug).strip("-")
    title = one_line(f"Governance documents of {platform.name}")
    cited = Cited(key, "", title, (), None, "", f"{settings.PUBLIC_ADDRESS}{path}", now.astimezone(UTC).date())
    return _in_all_forms(cited, path, path)


def _inside(document: Document) -> tuple[str, ...]:
    return document.platform.name, document.terms_type


def _cite(
    kind: Kind, number: int, title: str, inside: tuple[str, ...], version: Version | None, now: datetime
) -> Citation:
    path = record_path(kind, number)
    record = path.removeprefix("/")
    cited = Cited(
        key=record,
        record=record,
        title=one_line(title),
        inside=tuple(one_line(name) for name in inside),
        recorded=version.recorded_at.astimezone(UTC).date() if version else None,
        sha256=version.text.sha256 if version else "",
        address=f"{settings.PUBLIC_ADDRESS}{path}",
        accessed=now.astimezone(UTC).date(),
    )
    return _in_all_forms(cited, path, short_path(kind, number))


def _in_all_forms(cited: Cited, path: str, short: str) -> Citation:
    forms = tuple(CitationForm(form.id, form.name, f"{path}.{form.ending}", form.write(cited)) for form in FORMS)
    return Citation(cited.address, f"{settings.PUBLIC_ADDRESS}{short}", forms, cited)
