"""What a page says in the vocabulary of schema.org, as JSON-LD inside the page.

Types and properties are those of https://schema.org/version/latest. A clause is a `Quotation` out of a
`DigitalDocument` that the platform publishes, based on (`isBasedOn`) the recorded version and its archived copies; the
page that describes it is a `WebPage` of ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from conductatlas.reading import visible_words, without_link_notes
from conductatlas.site.citing import Cited
from conductatlas.site.presenters.changes import ChangePage
from conductatlas.site.presenters.documents import DocumentPage
from conductatlas.site.presenters.json import to_json
from conductatlas.site.presenters.links import DocumentLink, VersionLink, excerpt
from conductatlas.site.presenters.platforms import PlatformPage
from conductatlas.site.presenters.provenance import Provenance
from conductatlas.site.presenters.provisions import ProvisionPage

# A longer clause is told by its beginning, as an abstract: the page holds all of it already.
_LONGEST_QUOTE = 3_000
_ABSTRACT = 500
# A script element ends at `</script`, whatever stands around it; these may not stand in one.
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def linked_data(page: ProvisionPage | ChangePage | DocumentPage | PlatformPage) -> SafeString:
    """The JSON-LD of a page, safe to stand inside a script element."""
    if isinstance(page, ProvisionPage):
        said = _provision(page)
    elif isinstance(page, ChangePage):
        said = _change(page)
    elif isinstance(page, DocumentPage):
        said = _document_page(page)
    else:
        said = {"about": _organization(page.platform.name, page.platform.path)}
    values = {"@context": "https://schema.org", **_web_page(page.citation.cited), **said}
    return mark_safe(json.dumps(to_json(values), ensure_ascii=False).translate(_ESCAPED))  # noqa: S308 (escaped)


def _web_page(cited: Cited) -> dict[str, Any]:
    return {
        "@type": "WebPage",
        "@id": cited.address,
        "url": cited.address,
        "name": cited.full_title,
        **({"identifier": cited.record} if cited.record else {}),
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": "ConductAtlas", "url": _address("/")},
    }


def _provision(page: ProvisionPage) -> dict[str, Any]:
    words = visible_words(without_link_notes(page.quote))
    still = page.state == "standing" and not (page.recency and page.recency.past)
    shown = {"text": words} if len(words) <= _LONGEST_QUOTE else {"abstract": excerpt(page.quote, _ABSTRACT)}
    return {
        "dateModified": page.last_version.recorded_at,
        "about": {
            "@type": "DefinedTerm",
            "name": page.provision.clause_type.title,
            "url": _address(page.provision.clause_type.path),
        },
        "mainEntity": {
            "@type": "Quotation",
            "name": page.provision.clause_type.title,
            **shown,
            "isPartOf": _document(page.document),
            "isBasedOn": _snapshot(page.last_version, page.provenance),
            "temporalCoverage": f"{page.first_version.recorded_at:%Y-%m-%d}/"
            + (".." if still else f"{page.last_version.recorded_at:%Y-%m-%d}"),
        },
    }


def _change(page: ChangePage) -> dict[str, Any]:
    return {
        "datePublished": page.recorded_at,
        "description": page.summary,
        "about": _document(page.document),
        "isBasedOn": [
            _snapshot(page.previous, page.provenance_before),
            _snapshot(page.version, page.provenance),
        ],
    }


def _document_page(page: DocumentPage) -> dict[str, Any]:
    latest = page.latest_version
    based = {"isBasedOn": _snapshot(latest, page.provenance)} if latest and page.provenance else {}
    language = {"inLanguage": page.language} if page.language else {}
    return {
        **({"dateModified": latest.recorded_at} if latest else {}),
        "mainEntity": {**_document(page.document), **language, **based},
    }


def _document(document: DocumentLink) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument",
        "@id": f"{_address(document.path)}#document",
        "name": document.title,
        "identifier": document.id,
        "publisher": _organization(document.platform.name, document.platform.path),
    }


def _organization(name: str, path: str) -> dict[str, Any]:
    # Its own page is not known; ours about it is its `mainEntityOfPage`.
    return {"@type": "Organization", "name": name, "mainEntityOfPage": _address(path)}


def _snapshot(version: VersionLink, provenance: Provenance) -> Mapping[str, Any]:
    """A recorded version: what a record is based on, and the copies that it was made from."""
    sources = (*provenance.archived, *provenance.sources)
    return {
        "@type": "DigitalDocument",
        "url": _address(version.path),
        "version": version.number,
        "dateCreated": version.recorded_at,
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": provenance.sha256},
        **({"isBasedOn": list(sources)} if sources else {}),
    }


def _address(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"
