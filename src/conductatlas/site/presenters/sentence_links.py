"""Which provisions the weightiest sentences of a change bear out: the record before, and the record now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from statistics import fmean

from conductatlas.changes import SentenceChange, can_state
from conductatlas.provisions import LIKELY, STATES, Part, default_finder, is_glossed, weighed_sentences
from conductatlas.reading import padded_line, visible_text, word_count, word_line
from conductatlas.records.models import ChangeItem
from conductatlas.site.presenters.changed_sentences import ChangedSentences
from conductatlas.site.presenters.links import ClauseTypeLink, ProvisionLink, provision_link
from conductatlas.site.presenters.unsettled import Unsettled

# So many are named of each side: the others are on the page too.
_MOST_NAMED = 2
# A sentence bears out a type that it states with this probability; or with this one, where none is likelier of it. Of
# sixty less sure than the first a quarter did not; of those of which another type was likelier, half.
_SURE, _LIKELIEST = 0.9, 0.8
# Fewer words of a sentence are no part of it: a label, or what stands in it by accident.
_FEWEST_OF_A_PART = 4


@dataclass(frozen=True, slots=True)
class LinkedSentence(SentenceChange):
    """A sentence, and the provisions that it bears out in whose words it stood (`was`), and in whose it stands now."""

    was: tuple[ProvisionLink, ...] = ()
    now: tuple[ProvisionLink, ...] = ()

    @property
    def stays_of_its_types(self) -> bool:
        """Whether the provisions in whose words it stands now are of the clause types of those before."""
        was, now = ([link.clause_type for link in links] for links in (self.was, self.now))
        return bool(now) and was == now


@dataclass(frozen=True, slots=True)
class _Told:
    """A provision of a change with its passage, as it stands and as a line of words."""

    link: ProvisionLink
    passage: str
    line: str

    def holds(self, line: str) -> bool:
        """Whether a sentence, as a line of words, stands in the passage."""
        return f" {line} " in self.line

    def chance(self, line: str, *, is_weighed: bool) -> float:
        """How likely a sentence of the passage, given so, states the type by itself: under its heading, and without it.

        A heading lends its type to all that stands under it, so it counts for half. Of a language whose sentences are
        not weighed one by one, it is all that a single one has, and nothing is likely of one beside others.
        """
        if not is_weighed:
            return 1.0 if len(self._weighed(self.link.heading)) <= 1 else 0.0
        return fmean(
            max((one.chance for one in self._weighed(above) if _are_one(self._line_of(one), line)), default=0.0)
            for above in (self.link.heading, "")
        )

    def _weighed(self, heading: str) -> tuple[Part, ...]:
        return weighed_sentences(self.link.clause_type.id, self.passage, heading)

    def _line_of(self, part: Part) -> str:
        return word_line(visible_text(self.passage[part.start : part.end]))


def with_links(
    sentences: ChangedSentences, items: Iterable[ChangeItem], unsettled: Sequence[Unsettled], language: str
) -> ChangedSentences:
    """Sentences with the provisions whose clause types they bear out, as far as the change touched these.

    A passage has other sentences than those by which it was found. `language` is that of the document.
    """
    before, after = _told(items, unsettled)
    is_weighed = not is_glossed(language)
    shown = tuple(_linked(one, before, after, is_weighed=is_weighed) for one in sentences.shown)
    return replace(sentences, shown=shown)


def _told(items: Iterable[ChangeItem], unsettled: Sequence[Unsettled]) -> tuple[list[_Told], list[_Told]]:
    """The provisions of a change with their words before and after; those that it tells of first."""
    before = [_Told(one.provision, one.quote, padded_line(one.quote)) for one in unsettled if not one.came]
    after = [_Told(one.provision, one.quote, padded_line(one.quote)) for one in unsettled if one.came]
    for item in sorted(items, key=lambda one: one.is_beside):
        link = provision_link(item.provision)
        for finding, told in ((item.before, before), (item.after, after)):
            text = finding.passage.text if finding else ""
            told += [_Told(link, text, padded_line(text))] if text else []
    return before, after


def _linked(
    one: SentenceChange, before: Sequence[_Told], after: Sequence[_Told], *, is_weighed: bool
) -> LinkedSentence:
    known = {field.name: getattr(one, field.name) for field in fields(SentenceChange)}
    was, now = (
        _chances(said, told, one.lead_in, is_weighed=is_weighed)
        for said, told in ((one.before, before), (one.after, after))
    )
    by_themselves = tuple(_by_itself(said, is_weighed=is_weighed) for said in (one.before, one.after))
    return LinkedSentence(
        **known, was=_borne_out(was, now, by_themselves), now=_borne_out(now, was, by_themselves[::-1])
    )


_Chances = Mapping[ProvisionLink, float]


def _chances(sentence: str, told: Sequence[_Told], lead_in: str, *, is_weighed: bool) -> _Chances:
    """The provisions in whose words a sentence stands, and how likely it states the type of each by itself.

    Those left out have a type that its words, with what leads into them, can't state.
    """
    line = word_line(sentence)
    seen = f"{lead_in} {sentence}"
    holding = [
        one for one in told if line and one.holds(line) and (not is_weighed or can_state(one.link.clause_type.id, seen))
    ]
    return {one.link: one.chance(line, is_weighed=is_weighed) for one in holding}


def _by_itself(sentence: str, *, is_weighed: bool) -> Mapping[str, float]:
    """The types that a sentence may state, read alone, by their ids; none of one that isn't there, or isn't weighed."""
    return default_finder().chances_of(visible_text(sentence)) if sentence and is_weighed else {}


def _borne_out(own: _Chances, other: _Chances, read: Sequence[Mapping[str, float]] = ()) -> tuple[ProvisionLink, ...]:
    """The provisions whose clause types a sentence bears out, of each type one; first those that its other state does.

    `other` is what holds of its other state: where that stands in a passage of the type, too, both are told or neither,
    as an edit of few words makes it no other type. `read` is what each state may state, read alone, its own first: what
    the other may state, without standing in a passage of the type, is told of neither.
    """
    beside: dict[ClauseTypeLink, float] = {}
    for link, chance in other.items():
        beside[link.clause_type] = max(chance, beside.get(link.clause_type, 0.0))
    likeliest = {max(chances, key=chances.__getitem__) for chances in read if chances}
    found: dict[ClauseTypeLink, ProvisionLink] = {}
    for link, chance in sorted(own.items(), key=lambda one: one[0].clause_type not in beside):
        kind = link.clause_type
        if kind not in beside and any(chances.get(kind.id, 0.0) >= LIKELY for chances in read[1:]):
            continue
        least, most = sorted((chance, beside.get(kind, chance)))
        enough = _LIKELIEST if not likeliest or kind.id in likeliest else _SURE
        if most >= enough and least >= STATES:
            found.setdefault(kind, link)
    return tuple(found.values())[:_MOST_NAMED]


def _are_one(part: str, line: str) -> bool:
    """Whether a part of a passage is a sentence, or one of its parts, or has it in it; each as a line of words."""
    if f" {line} " in f" {part} ":
        return True
    return word_count(part) >= _FEWEST_OF_A_PART and f" {part} " in f" {line} "
