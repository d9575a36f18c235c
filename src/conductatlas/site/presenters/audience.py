"""For whom a document says that it is, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.assessment import Audience
from conductatlas.records.models import Document, Kind, Version
from conductatlas.site.presenters.links import record_path
from conductatlas.site.presenters.texts import block_anchor


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """The words by which a document says for whom it is, and the path to their place in its text.

    `businesses`: whether it says that it is for businesses alone, and not for consumers; `of_part`: whether that is for
    whom the part of it is in which the clause stands, and others are for others.
    """

    businesses: bool
    said: str
    path: str
    of_part: bool = False


def audience_line(audience: Audience | None, document: Document, version: Version) -> AudienceLine | None:
    """What a page says of the audience of a document, as a version tells it; None where that says nothing."""
    if audience is None:
        return None
    base = record_path(Kind.DOCUMENT, document.id)
    block = audience.block
    path = f"{base}/text?version={version.ordinal}&block={block + 1}#{block_anchor(block)}"
    return AudienceLine(audience.businesses, audience.said, path, audience.of_part)
