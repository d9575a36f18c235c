"""What goes with a record when it is passed on: its picture, its files, and what machines read of it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from conductatlas.english import shortened
from conductatlas.site.presenters.cards import Card, card_of
from conductatlas.site.presenters.changes import ChangePage
from conductatlas.site.presenters.citation import Citation
from conductatlas.site.presenters.documents import DocumentPage
from conductatlas.site.presenters.linked_data import linked_data
from conductatlas.site.presenters.platforms import PlatformPage
from conductatlas.site.presenters.provisions import ProvisionPage

RecordPage = ProvisionPage | ChangePage | DocumentPage
_EXCERPT_OF_MAIL = 300
_LONGEST_DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the head of a record's page says of it to others. A platform has no card and no paper.

    `places` are services with an address that opens a draft of a post: plain links, which send nothing by being there.
    """

    title: str
    description: str
    address: str
    card: Card | None
    card_path: str
    paper_path: str
    verify_path: str
    mail: str
    places: tuple[tuple[str, str], ...]
    linked_data: SafeString


def share(page: RecordPage | PlatformPage) -> Sharing:
    """What goes with the page of a record, or of a platform."""
    citation = page.citation
    title = citation.cited.full_title
    description = _description(page)
    path = "" if isinstance(page, PlatformPage) else f"/{citation.cited.record}"
    return Sharing(
        title=title,
        description=description,
        address=citation.address,
        card=None if isinstance(page, PlatformPage) else card_of(page),
        card_path=path and f"{path}.png",
        paper_path=path and f"{path}.pdf",
        verify_path=path and f"{path}/verify",
        mail=_mail(title, citation),
        places=_places(title, citation),
        linked_data=linked_data(page),
    )


def _description(page: RecordPage | PlatformPage) -> str:
    if isinstance(page, ProvisionPage):
        clause = f"{page.provision.clause_type.title} in the {page.document.title} of {page.document.platform.name}"
        return f"{clause}: the exact words, their severity, and their history."
    if isinstance(page, ChangePage):
        told = shortened(page.summary, _LONGEST_DESCRIPTION, without=",;:")
        return f"{page.document.platform.name}, {page.document.title}: {told}"
    if isinstance(page, DocumentPage):
        source = f"{page.document.title} of {page.document.platform.name}"
        return f"What the {source} states, provision by provision, and how it changed."
    return f"What the governance documents of {page.platform.name} state, and how they changed."


def _mail(title: str, citation: Citation) -> str:
    body = f"{title}\n{citation.address}\n\n{citation.forms[0].text}"
    # A space is %20 here: mail programs show a plus sign as it is.
    return "mailto:?" + urlencode({"subject": title[:_EXCERPT_OF_MAIL], "body": body}).replace("+", "%20")


def _places(title: str, citation: Citation) -> tuple[tuple[str, str], ...]:
    post = f"{title[: _EXCERPT_OF_MAIL - len(citation.address) - 10]} {citation.address}"
    return (
        ("Bluesky", "https://bsky.app/intent/compose?" + urlencode({"text": post})),
        ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?" + urlencode({"url": citation.address})),
        ("X", "https://x.com/intent/post?" + urlencode({"text": title[:200], "url": citation.address})),
    )
