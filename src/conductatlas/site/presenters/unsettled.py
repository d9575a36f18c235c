"""What came or went with a version, of which the text can't tell whether the document says it: beside what is nearest.

No row tells of it. It is what the wordings of two neighbouring versions say that no item of the change between them
speaks of (decision 22).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet

from conductatlas.changes import WordPlaces
from conductatlas.reading import visible_text
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    Kind,
    Provision,
    ProvisionState,
    StoredText,
    Verdict,
    Wording,
)
from conductatlas.site.presenters.links import ProvisionLink, provision_link, record_path
from conductatlas.site.presenters.stored_texts import ByHash

# How many characters of passages a page shows, of each, and what its surroundings weigh; the JSON has them all.
_SHOWN, _LONGEST, _AROUND = 3_000, 500, 300
_LONGEST_NEAR = 300
# Of a change with more of them, the nearest passages are looked for beside so many.
_MOST_LOOKED_FOR = 40


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A passage that came or went; the nearest passages of the version that lacks it, where they were looked for."""

    came: bool
    provision: ProvisionLink
    quote: str
    nearest: tuple[str, ...]

    @property
    def words(self) -> str:
        """The words of the passage, as its readers see them; of a long one the beginning."""
        return _beginning(visible_text(self.quote), _LONGEST)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Where the words of a provision were taken out, and the nearest passages that stood thereafter."""

    change: str
    change_path: str
    nearest: tuple[str, ...]


def unsettled_in(change: Change) -> tuple[Unsettled, ...]:
    """What came or went with a change that none of its items tells; its versions and their texts must be loaded."""
    if change.verdict == Verdict.FAILED:
        return ()
    wordings = Wording.objects.filter(provision__document=change.document_id)
    wordings = wordings.exclude(provision__state__in=TAKEN_BACK).exclude(provision__items__change=change)
    ended, begun = wordings.filter(last_version=change.previous), wordings.filter(first_version=change.version)
    went = _without(ended, begun)
    came = _without(begun, ended)
    found = [
        *((one, change.version.text, False) for one in went),
        *((one, change.previous.text, True) for one in came),
    ]
    return tuple(
        _entry(one, text, came=came, look_for=place < _MOST_LOOKED_FOR) for place, (one, text, came) in enumerate(found)
    )


def first_of(entries: tuple[Unsettled, ...]) -> tuple[Unsettled, ...]:
    """As many of some entries as a page shows."""
    shown, left = [], _SHOWN
    for one in entries:
        left -= len(one.words) + sum(map(len, one.nearest)) + _AROUND
        if left < 0:
            break
        shown.append(one)
    return tuple(shown)


def taken_out(provision: Provision) -> TakenOut | None:
    """Where the words of a provision were taken out; None unless it is unclear whether the document still says it."""
    if provision.state != ProvisionState.UNCLEAR or provision.last_version_id is None:
        return None
    changes = Change.objects.filter(document=provision.document_id, previous=provision.last_version_id)
    change = changes.exclude(verdict=Verdict.FAILED).select_related("version__text").first()
    last = provision.wordings.select_related("passage").order_by("-first_version__ordinal").first()
    if change is None or last is None:
        return None
    return TakenOut(
        change.permanent_id, record_path(Kind.CHANGE, change.id), _nearest(last.passage.text, change.version.text)
    )


def _without(wordings: QuerySet[Wording], others: QuerySet[Wording]) -> QuerySet[Wording]:
    kept = wordings.exclude(provision__in=others.values("provision"))
    return kept.select_related("provision", "passage").order_by("provision_id")


def _entry(wording: Wording, other: StoredText, *, came: bool, look_for: bool) -> Unsettled:
    quote = wording.passage.text
    return Unsettled(came, provision_link(wording.provision), quote, _nearest(quote, other) if look_for else ())


def _nearest(quote: str, text: StoredText) -> tuple[str, ...]:
    return tuple(_beginning(one, _LONGEST_NEAR) for one in _places(ByHash(text)).nearest(quote))


def _beginning(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]} …"


@lru_cache(maxsize=8)
def _places(of: ByHash) -> WordPlaces:
    return WordPlaces(of.read())
