"""How the words of one passage stand in another of its type: whole, as a part of it, or nearly; and which records had
them when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet

from conductatlas.changes import is_same_provision
from conductatlas.reading import visible_text, word_line
from conductatlas.records.models import TAKEN_BACK, Kind, Passage, Provision, Version, Wording, permanent_id
from conductatlas.site.presenters.links import VersionLink, record_path
from conductatlas.site.presenters.versions import version_link

# Fewer words stand within others by accident.
FEWEST_WITHIN = 5
# Words are nearly those of another passage from this likeness on.
_NEARLY = 0.8


class How(Enum):
    """How the words of a passage stand in another one, the nearest first."""

    SAME, WITHIN, NEARLY = range(3)


@dataclass(frozen=True, slots=True)
class HasWords:
    """A record that had some words, from and to which version; `last_version` is None where none ended that.

    `nearly`: it had nearly these words; `within`: they were a part of its passage.
    """

    provision: str
    path: str
    first_version: VersionLink
    last_version: VersionLink | None
    nearly: bool
    within: bool


class Run(NamedTuple):
    """How a record had words from one of the good versions to another, by their places; None while it has them."""

    first: int
    record: int
    how: How
    last: int | None

    def told(self, good: Sequence[Version]) -> HasWords:
        """The record and its versions; `good` are those of its document, in order."""
        return HasWords(
            permanent_id(Kind.PROVISION, self.record),
            record_path(Kind.PROVISION, self.record),
            version_link(good[self.first]),
            None if self.last is None else version_link(good[self.last]),
            nearly=self.how is How.NEARLY,
            within=self.how is How.WITHIN,
        )


def others_of_type(provision: Provision) -> QuerySet[Wording]:
    """The wordings of the other records of a document and type, without those that were taken back."""
    same = Wording.objects.filter(
        provision__document=provision.document_id, provision__clause_type=provision.clause_type
    )
    return same.exclude(provision=provision.pk).exclude(provision__state__in=TAKEN_BACK)


def runs_with(words: str, wordings: QuerySet[Wording], place: Mapping[int, int]) -> list[Run]:
    """Which records had the words of a passage, and when: the runs of each record behind each other.

    `place` has the places of the good versions of their document by their ids.
    """
    ordered = wordings.order_by("provision_id", "first_version__ordinal", "id")
    spans = list(ordered.values_list("provision_id", "passage_id", "first_version_id", "last_version_id"))
    texts = dict(Passage.objects.filter(id__in={one[1] for one in spans}).values_list("id", "text"))
    how_of = {key: how_it_stands(words, text) for key, text in texts.items()}
    runs: list[Run] = []
    for record, passage, first_id, last_id in spans:
        how, first, last = how_of[passage], place[first_id], None if last_id is None else place[last_id]
        if how is None:
            continue
        before = runs[-1] if runs else None
        if before and (before.record, before.how) == (record, how) and before.last == first - 1:
            runs[-1] = before._replace(last=last)
        else:
            runs.append(Run(first, record, how, last))
    return runs


@lru_cache(maxsize=4096)
def how_it_stands(words: str, other: str) -> How | None:
    """How the words of a passage stand in another one of its type; None where they do not."""
    line, whole = word_line(visible_text(words)), word_line(visible_text(other))
    if line == whole:
        return How.SAME
    if line.count(" ") + 1 < FEWEST_WITHIN:
        return None
    if f" {line} " in f" {whole} ":
        return How.WITHIN
    return How.NEARLY if is_same_provision(words, other, _NEARLY) else None
