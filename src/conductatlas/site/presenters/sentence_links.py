"""Which provisions the weightiest sentences of a change are of: the record before, and the record now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from conductatlas.changes import SentenceChange
from conductatlas.reading import padded_line, word_line
from conductatlas.records.models import ChangeItem
from conductatlas.site.presenters.changed_sentences import ChangedSentences
from conductatlas.site.presenters.links import ProvisionLink, provision_link
from conductatlas.site.presenters.unsettled import Unsettled

# So many are named of each side: the others are on the page too.
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class LinkedSentence(SentenceChange):
    """A sentence of which it is known in whose words it stood (`was`), and in whose it stands now (`now`)."""

    was: tuple[ProvisionLink, ...] = ()
    now: tuple[ProvisionLink, ...] = ()

    @property
    def stays_of_its_types(self) -> bool:
        """Whether the provisions in whose words it stands now are of the clause types of those before."""
        was, now = ([link.clause_type for link in links] for links in (self.was, self.now))
        return bool(now) and was == now


_Said = tuple[ProvisionLink, str]


def with_links(
    sentences: ChangedSentences, items: Iterable[ChangeItem], unsettled: Sequence[Unsettled]
) -> ChangedSentences:
    """Sentences with the provisions in whose words they stand, as far as the change touched these."""
    before, after = _said(items, unsettled)
    return replace(sentences, shown=tuple(_linked(one, before, after) for one in sentences.shown))


def _said(items: Iterable[ChangeItem], unsettled: Sequence[Unsettled]) -> tuple[list[_Said], list[_Said]]:
    """The provisions of a change with their words in a line, before and after; those that it tells of first."""
    before = [(one.provision, padded_line(one.quote)) for one in unsettled if not one.came]
    after = [(one.provision, padded_line(one.quote)) for one in unsettled if one.came]
    for item in sorted(items, key=lambda one: one.is_beside):
        link = provision_link(item.provision)
        before += [(link, padded_line(item.before.passage.text))] if item.before else []
        after += [(link, padded_line(item.after.passage.text))] if item.after else []
    return before, after


def _linked(one: SentenceChange, before: Sequence[_Said], after: Sequence[_Said]) -> LinkedSentence:
    known = {field.name: getattr(one, field.name) for field in fields(SentenceChange)}
    return LinkedSentence(**known, was=_holding(one.before, before), now=_holding(one.after, after))


def _holding(sentence: str, said: Sequence[_Said]) -> tuple[ProvisionLink, ...]:
    """The provisions in whose words a sentence stands, of each clause type one."""
    line = word_line(sentence)
    found = {link.clause_type: link for link, words in reversed(said) if line and f" {line} " in words}
    return tuple(reversed(found.values()))[:_MOST_NAMED]
