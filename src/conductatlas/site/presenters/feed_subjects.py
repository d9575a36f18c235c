"""What can be followed: which changes each feed tells of, and what of them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet

from conductatlas.catalogue import ClauseType
from conductatlas.records.models import (
    Change,
    ChangeItem,
    Document,
    Kind,
    Platform,
    Provision,
    UnsettledClause,
    Verdict,
)
from conductatlas.records.search import items_found
from conductatlas.site.citing import one_line
from conductatlas.site.feeds import CALENDAR, FEED_FORMS, FeedForm
from conductatlas.site.presenters.change_filters import DOCUMENTED, Wanted, touching
from conductatlas.site.presenters.following import Follow, follow
from conductatlas.site.presenters.links import clause_type_link, platform_link, record_path
from conductatlas.site.presenters.search import Search


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed follows: some changes, or what they did to some provisions.

    The feed is at `path` with its form's ending, and `query` (encoded). The page at `page` shows the same.
    Where `items` are given, changes with none of them and nothing `unsettled` of the same are left out, and entries
    tell of these only; `focus` then says what is looked at, as entries of one change that look at different things need
    different ids.
    `forms` are those in which it can be had.
    """

    title: str
    description: str
    path: str
    changes: QuerySet[Change]
    query: str = ""
    items: QuerySet[ChangeItem] | None = None
    unsettled: QuerySet[UnsettledClause] | None = None
    focus: str = ""
    forms: tuple[FeedForm, ...] = FEED_FORMS
    page_elsewhere: str = ""

    @property
    def page(self) -> str:
        """The address of its page: that of the feed without an ending, unless it is elsewhere."""
        return self.page_elsewhere or self.path + (f"?{self.query}" if self.query else "")

    @property
    def follow(self) -> Follow:
        """The links to it."""
        return follow(self.title, self.path, self.query, self.forms)


def all_changes(wanted: Wanted, platform: str = "") -> Subject:
    """All changes that are wanted, but for failed captures; `platform` is the name of the platform, if it is one's."""
    verdict = f"{wanted.verdict} changes" if wanted.verdict else "all changes"
    told = one_line(wanted.told(platform))
    return Subject(
        title=f"ConductAtlas: {verdict}{told}",
        description=f"{verdict.capitalize()}{told}, in the governance documents of online platforms.",
        path="/changes",
        query=wanted.query,
        changes=touching(_recorded_once(), wanted),
        items=wanted.items() if wanted.of_provisions else None,
        unsettled=wanted.unsettled() if wanted.of_provisions else None,
        focus=urlencode(wanted.of_provisions),
    )


def effective_dates() -> Subject:
    """The changes with which documents named the days from which on they apply."""
    return Subject(
        title="Effective dates",
        description="Changes with which documents named the days from which on they apply.",
        path="/calendar",
        changes=_documented().filter(effective_date__isnull=False),
        forms=(CALENDAR,),
    )


def changes_of_platform(platform: Platform) -> Subject:
    """What a platform did to its documents."""
    name = one_line(platform.name)
    return Subject(
        title=f"Changes of {name}",
        description=f"Substantive and editorial changes of the governance documents of {name}.",
        path=platform_link(platform).path,
        changes=_documented_once().filter(document__platform=platform),
        forms=(*FEED_FORMS, CALENDAR),
    )


def changes_of_document(document: Document) -> Subject:
    """What a platform did to a document; its platform must be loaded."""
    name = _name(document)
    return Subject(
        title=f"Changes of {name}",
        description=f"Substantive and editorial changes of {name} ({document.permanent_id}).",
        path=record_path(Kind.DOCUMENT, document.id),
        changes=_documented().filter(document=document),
        forms=(*FEED_FORMS, CALENDAR),
    )


def changes_of_provision(provision: Provision) -> Subject:
    """What became of a provision; its document and platform must be loaded."""
    title = clause_type_link(provision.clause_type).title
    name = _name(provision.document)
    return Subject(
        title=f"{title}: {name}",
        description=f"What became of the provision {provision.permanent_id}, {title}, in {name}.",
        path=record_path(Kind.PROVISION, provision.id),
        changes=_recorded(),
        items=ChangeItem.objects.filter(provision=provision),
        focus=provision.permanent_id,
    )


def changes_of_clause_type(clause_type: ClauseType) -> Subject:
    """What became of the provisions of a clause type on all platforms."""
    return Subject(
        title=f"Changes of clauses: {clause_type.title}",
        description=f"What became of the provisions of the type “{clause_type.title}” on all platforms.",
        path=clause_type_link(clause_type.id).path,
        changes=_documented_once(),
        items=(wanted := Wanted(clause_type=clause_type.id)).items(),
        unsettled=wanted.unsettled(),
        focus=urlencode(wanted.of_provisions),
    )


def changes_found(search: Search) -> Subject:
    """Changes of the provisions that a search finds, where the words stand in them before or after the change."""
    words = one_line(search.query)
    return Subject(
        title=f"Changes of clauses that hold: {words}",
        description=f"Changes of provisions that hold the words “{words}”, before the change or after it.",
        path="/search",
        query=search.address_query,
        changes=_documented(),
        items=items_found(
            search.query,
            clause_type=search.clause_type,
            severity=search.grade,
            platform=search.platform,
            standing_only=search.standing,
        ),
        focus=search.address_query,
    )


def _name(document: Document) -> str:
    return one_line(f"{document.platform.name}, {document.terms_type}")


def _recorded() -> QuerySet[Change]:
    """Changes that are no failed captures. A version that is held has no change before it is confirmed."""
    return Change.listed().exclude(verdict=Verdict.FAILED)


def _recorded_once() -> QuerySet[Change]:
    """The same, each once that several collections recorded."""
    return Change.listed_once().exclude(verdict=Verdict.FAILED)


def _documented_once() -> QuerySet[Change]:
    return Change.listed_once().filter(verdict__in=DOCUMENTED)


def _documented() -> QuerySet[Change]:
    return Change.listed().filter(verdict__in=DOCUMENTED)
