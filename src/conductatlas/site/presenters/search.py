"""What a search found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models.functions import Lower

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.records.models import Platform, Wording
from conductatlas.records.review import unsure_among
from conductatlas.records.search import Hits, Run, parse_query, search_passages, telling_words, types_found
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    PlatformLink,
    ProvisionLink,
    VersionLink,
    clause_type_link,
    document_link,
    platform_link,
    provision_link,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.platform_names import platforms_of_company
from conductatlas.site.presenters.recency import Recency, recency_of
from conductatlas.site.presenters.versions import version_link

_PER_PAGE = 20
_NAMES_SHOWN = 6
_TYPES_SUGGESTED = 4
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words, and filters of which the empty ones do not apply; a platform by its slug."""

    query: str
    clause_type: str = ""
    severity: str = ""
    platform: str = ""
    standing: bool = False

    @property
    def grade(self) -> Severity | None:
        """The severity that is looked for, if one is."""
        return Severity(self.severity) if self.severity else None

    @property
    def address_query(self) -> str:
        """What is looked for as the query of an address."""
        standing = "1" if self.standing else ""
        named = {
            "q": self.query,
            "type": self.clause_type,
            "severity": self.severity,
            "platform": self.platform,
            "standing": standing,
        }
        return urlencode({name: value for name, value in named.items() if value})


@dataclass(frozen=True, slots=True)
class HitLine:
    """A provision that was found, with the wording that matches: a past one where `is_past`.

    Hits with the same `passage` are found in the same words of the same document. `unsure`: whether the program is
    unsure that this wording is of its type, and nobody has reviewed it. `recency` is of the document.
    """

    provision: ProvisionLink
    document: DocumentLink
    collection: str
    recency: Recency | None
    severity: str
    unsure: bool
    first_version: VersionLink
    last_version: VersionLink | None
    is_past: bool
    passage: str
    snippet: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class WithinPlatform:
    """A search that names a platform, as one for its other words in the documents of that platform."""

    platform: PlatformLink
    query: str
    path: str = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was asked, and what was found: names first, then clauses.

    Where nothing holds all of the words, `telling` are those of them that say something, if any clause holds these.
    """

    query: str
    clause_type: str
    severity: str
    platform: PlatformLink | None
    standing: bool
    platforms: tuple[PlatformLink, ...]
    within: tuple[WithinPlatform, ...]
    clause_types: tuple[ClauseTypeLink, ...]
    paging: Paging
    hits: tuple[HitLine, ...]
    telling: str
    telling_path: str = field(metadata=PAGE_ONLY)

    @property
    def only_term(self) -> str:
        """The one word or phrase that is looked for; empty where there are several."""
        terms = parse_query(self.query)
        return terms[0].text if len(terms) == 1 else ""

    @property
    def of_several_collections(self) -> bool:
        """Whether what is shown is of several collections, of which two can have the same document."""
        return len({hit.collection for hit in self.hits}) > 1


def present_search(search: Search, page: int) -> SearchPage:
    """Search names of platforms and clause types, and the words of all wordings."""
    found = _found(search, page)
    # A page past the end tells of no total.
    total = found.total if found.hits or page == 1 else _found(search, 1).total
    telling = "" if total else telling_words(search.query)
    if telling and not (telling != search.query and _found(replace(search, query=telling), 1).total):
        telling = ""
    wordings = {
        wording.id: wording
        for wording in Wording.objects.filter(id__in=[hit.wording_id for hit in found.hits]).select_related(
            "provision__document__platform", "provision__document__collection", "first_version", "last_version"
        )
    }
    unsure = unsure_among(wordings.values())
    platforms = list(Platform.objects.order_by(Lower("name"), "id"))
    recency = recency_of(one.provision.document for one in wordings.values())
    hits = tuple(
        _hit(
            one := wordings[hit.wording_id],
            recency.get(one.provision.document_id),
            hit.snippet,
            unsure=hit.wording_id in unsure,
        )
        for hit in found.hits
    )
    return SearchPage(
        query=search.query,
        clause_type=search.clause_type,
        severity=search.severity,
        platform=next((platform_link(one) for one in platforms if one.slug == search.platform), None),
        standing=search.standing,
        platforms=_platforms(search.query, platforms),
        within=() if search.platform else _within(search, platforms),
        clause_types=_clause_types(search.query),
        paging=paging(page, total, _PER_PAGE),
        hits=hits,
        telling=telling,
        telling_path=f"/search?{replace(search, query=telling).address_query}",
    )


def _found(search: Search, page: int) -> Hits:
    return search_passages(
        search.query,
        clause_type=search.clause_type,
        severity=search.grade,
        platform=search.platform,
        standing_only=search.standing,
        limit=_PER_PAGE,
        offset=(page - 1) * _PER_PAGE,
    )


def _hit(wording: Wording, recency: Recency | None, snippet: tuple[Run, ...], *, unsure: bool) -> HitLine:
    document = wording.provision.document
    return HitLine(
        provision_link(wording.provision),
        document_link(document),
        document.collection.name,
        recency,
        wording.severity,
        unsure,
        version_link(wording.first_version),
        version_link(wording.last_version) if wording.last_version else None,
        wording.last_version_id is not None,
        f"{wording.provision.document_id}-{wording.passage_id}",
        snippet,
    )


def _name(query: str) -> str:
    return query.replace('"', "").replace("\0", "").strip()


def _platforms(query: str, platforms: Sequence[Platform]) -> tuple[PlatformLink, ...]:
    """The platforms whose name holds the query or stands in it, and those of the company that it names."""
    name = _name(query)
    if len(name) < _SHORTEST_NAME:
        return ()
    holding = [one for one in platforms if name.casefold() in one.name.casefold() or _named_in(query, one)]
    found = dict.fromkeys((*holding, *platforms_of_company(name, platforms)))
    return tuple(map(platform_link, found))[:_NAMES_SHOWN]


def _named_in(query: str, platform: Platform) -> re.Match[str] | None:
    """Where a query has the name of a platform, as words of their own."""
    return re.search(rf"(?<!\w){re.escape(platform.name)}(?!\w)", query, re.IGNORECASE)


def _within(search: Search, platforms: Sequence[Platform]) -> tuple[WithinPlatform, ...]:
    """The search for the other words of its query, in the documents of each platform that it names."""
    narrowed: list[WithinPlatform] = []
    for platform in platforms:
        if (found := _named_in(search.query, platform)) is None:
            continue
        rest = telling_words(f"{search.query[: found.start()]} {search.query[found.end() :]}")
        if rest:
            address = replace(search, query=rest, platform=platform.slug).address_query
            narrowed.append(WithinPlatform(platform_link(platform), rest, f"/search?{address}"))
    return tuple(narrowed[:_NAMES_SHOWN])


def _clause_types(query: str) -> tuple[ClauseTypeLink, ...]:
    """The clause types whose title holds all telling words of the query, then those that its words are most of."""
    telling = telling_words(_name(query))
    words = telling.lower().split()
    titled = [one.id for one in load_catalogue() if words and all(word in one.title.lower() for word in words)]
    found = dict.fromkeys((*titled, *types_found(telling, _TYPES_SUGGESTED)))
    return tuple(map(clause_type_link, found))[:_NAMES_SHOWN]
