"""Two to four platforms side by side: the clauses of one type, or their gravest clause of every type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models.functions import Lower

from conductatlas.catalogue import ClauseType, load_catalogue
from conductatlas.comparison import excerpt, weigh
from conductatlas.records.models import Platform, Wording
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    PlatformLink,
    ProvisionLink,
    by_severity,
    clause_type_link,
    document_link,
    platform_link,
    provision_link,
    side_by_side_path,
)
from conductatlas.site.presenters.matrix import Cell, gravest_cells
from conductatlas.site.presenters.prevalence import counted_wordings_once, whether_unsure
from conductatlas.site.presenters.recency import Recency, recency_of
from conductatlas.site.presenters.stated_facts import StatedFact, stated_facts
from conductatlas.site.presenters.stating_words import first_stating
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

FEWEST, MOST = 2, 4
# Of a platform with many clauses of the type so many are shown.
_CLAUSES_SHOWN = 2
_LONGEST_QUOTE = 800
# Where there are more names than this, a list of them is too much for a page.
_MOST_NAMES = 200


@dataclass(frozen=True, slots=True)
class SideClause:
    """A clause of one of the platforms; `quote` is a slice of its words, the whole of them where `whole`.

    `recency` is that of its document, None where that has no good version. `unsure`: whether the program is unsure that
    it is of the type, and nobody has reviewed it.
    """

    provision: ProvisionLink
    document: DocumentLink
    recency: Recency | None
    quote: str
    whole: bool
    facts: tuple[StatedFact, ...]
    unsure: bool
    clause: tuple[RenderedBlock, ...] = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the platforms with some of its clauses of the type; `count` is how many wordings stand.

    Those that the program is sure of stand first, and of these the gravest.
    """

    platform: PlatformLink
    count: int
    clauses: tuple[SideClause, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A kind of fact, and what each platform states of it; empty where it states nothing."""

    kind: str
    stated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A clause type, and the gravest clause of it that each platform states; None where it states none."""

    clause_type: ClauseTypeLink
    path: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Platforms side by side: for one clause type `sides` and `facts`, or else `rows` for all types that any states.

    All are empty where fewer than two platforms are named.
    """

    clause_type: ClauseTypeLink | None
    platforms: tuple[PlatformLink, ...]
    sides: tuple[Side, ...]
    facts: tuple[FactRow, ...]
    rows: tuple[TypeRow, ...]
    names: tuple[str, ...] = field(metadata=PAGE_ONLY)


def present_side_by_side(platforms: Sequence[Platform], clause_type: ClauseType | None) -> SideBySide:
    """Set platforms side by side; with fewer than two there is only the form to choose them."""
    links = tuple(platform_link(platform) for platform in platforms)
    sides: tuple[Side, ...] = ()
    rows: tuple[TypeRow, ...] = ()
    if len(platforms) >= FEWEST and clause_type:
        sides = _sides(platforms, clause_type)
    elif len(platforms) >= FEWEST:
        rows = _rows(platforms, links)
    return SideBySide(
        clause_type=clause_type_link(clause_type.id) if clause_type else None,
        platforms=links,
        sides=sides,
        facts=_facts(sides),
        rows=rows,
        names=_names(),
    )


def _names() -> tuple[str, ...]:
    """The names that the form offers; none where they are too many."""
    names = tuple(Platform.objects.order_by(Lower("name")).values_list("name", flat=True)[: _MOST_NAMES + 1])
    return names if len(names) <= _MOST_NAMES else ()


def _sides(platforms: Sequence[Platform], clause_type: ClauseType) -> tuple[Side, ...]:
    found = (
        counted_wordings_once()
        .filter(provision__clause_type=clause_type.id, provision__document__platform__in=platforms)
        .annotate(rank=by_severity("severity"), unsure=whether_unsure())
        .select_related("passage", "provision__document__platform")
        .order_by("unsure", "-rank", "-confidence", "provision")
    )
    # What several documents of a platform say in the same words is shown once.
    by_platform: dict[int, dict[int, Wording]] = defaultdict(dict)
    for wording in found:
        by_platform[wording.provision.document.platform_id].setdefault(wording.passage_id, wording)
    shown = {one.id: list(by_platform[one.id].values())[:_CLAUSES_SHOWN] for one in platforms}
    recency = recency_of(wording.provision.document for some in shown.values() for wording in some)
    unsure = {wording.pk for wording in found if wording.unsure}
    subject = " ".join([clause_type.title, clause_type.means])
    return tuple(
        Side(
            platform_link(platform),
            len(by_platform[platform.id]),
            tuple(
                _clause(one, subject, recency.get(one.provision.document_id), unsure=one.pk in unsure)
                for one in shown[platform.id]
            ),
        )
        for platform in platforms
    )


def _clause(wording: Wording, subject: str, recency: Recency | None, *, unsure: bool) -> SideClause:
    text, provision = wording.passage.text, wording.provision
    # Of a long clause the part that states the type is shown.
    is_long = len(text) > _LONGEST_QUOTE
    stating = first_stating(provision.clause_type, text, provision.heading) if is_long else None
    shown = excerpt(text, _LONGEST_QUOTE, weigh(subject), (stating.start, stating.end) if stating else None)
    return SideClause(
        provision_link(wording.provision),
        document_link(wording.provision.document),
        recency,
        shown.text,
        shown.whole,
        stated_facts(wording),
        unsure,
        render_passage(shown.text),
    )


def _facts(sides: Sequence[Side]) -> tuple[FactRow, ...]:
    """What the first clause of each platform states, a row a kind, in the order in which kinds occur."""
    stated = [{fact.kind: fact.stated for fact in side.clauses[0].facts} if side.clauses else {} for side in sides]
    kinds = dict.fromkeys(kind for facts in stated for kind in facts)
    return tuple(FactRow(kind, tuple(facts.get(kind, "") for facts in stated)) for kind in kinds)


def _rows(platforms: Sequence[Platform], links: Sequence[PlatformLink]) -> tuple[TypeRow, ...]:
    catalogue = load_catalogue()
    ids = [platform.id for platform in platforms]
    cells = gravest_cells(ids, [one.id for one in catalogue])
    return tuple(
        TypeRow(
            clause_type_link(one.id),
            side_by_side_path(links, one.id),
            tuple(cells.get((platform, one.id)) for platform in ids),
        )
        for one in catalogue
        if any((platform, one.id) in cells for platform in ids)
    )
