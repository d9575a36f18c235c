"""Errors about a document lead back to it, and keep the form with what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from conductatlas.records.models import Document
from conductatlas.site.presenters.links import document_link
from conductatlas.site.views.responses import Lead, NotFound, Unreadable


@dataclass(frozen=True, slots=True)
class VersionForm:
    """The form for versions of a document, with what was asked: two versions' numbers, or a day."""

    path: str
    versions: int
    old: str
    new: str
    day: str


@contextmanager
def leading_back(document: Document, old: str = "", new: str = "", day: str = "") -> Iterator[None]:
    """Give what is not there, or can't be read, the way back to a document; its platform must be loaded."""
    try:
        yield
    except (NotFound, Unreadable) as error:
        link = document_link(document)
        error.leads = (
            Lead(f"{link.platform.name}: {link.title}", link.path),
            Lead("Its versions", f"{link.path}#versions"),
        )
        error.form = VersionForm(link.path, document.versions.count(), old, new, day)
        raise
