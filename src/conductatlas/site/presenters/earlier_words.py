"""Whether wordings of which the finder is unsure state their clause, by the sentences of surer ones that do.

A record often begins with words of which the finder was unsure. Where the very sentence that states the clause later
stood there, they state it; where they lack it and nothing in its place went, they say nothing of the matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from conductatlas.assessment import named_for_others
from conductatlas.changes import is_same_provision, stands_nearly_in
from conductatlas.provisions import LIKELY, STATES, Part, is_glossed, part_spans, weighed_parts
from conductatlas.reading import word_count, word_line, words
from conductatlas.records.models import Version, Wording
from conductatlas.records.review import SURE
from conductatlas.site.presenters.links import VersionLink
from conductatlas.site.presenters.named_edits import has_half_of, named_edit
from conductatlas.site.presenters.redlines import words_of
from conductatlas.site.presenters.stored_texts import ByHash, kept_text
from conductatlas.site.presenters.versions import version_link

# From this likeness on a sentence is another one, from that it may have become it, and from that is its counterpart.
_SAME, _EDITED, _COUNTERPART = 0.8, 0.5, 0.4
# What so much of its runs of words stands in a text is said there, wherever.
_HELD = 0.6
# About as likely is what is less so by no more than this.
_ABOUT = 0.25
# Fewer words stand for nothing by themselves.
_FEWEST = 5
# Longer sentences are not quoted whole.
_LONGEST_QUOTED = 40
# What turns a sentence, so that two alike may say the opposite.
_TURNING = frozenset(
    ("not", "no", "never", "cannot", "nor", "without", "unless", "except", "may", "must", "if", "only")
)
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
# That a list is not all turns nothing.
_AMONG_OTHERS = re.compile(
    r"\b(?:without limit(?:ation|ing)|(?:but )?not (?:be )?limited to|whether or not)\b", re.IGNORECASE
)


class Stated(Enum):
    """Whether some words state a clause."""

    YES, NO, UNSURE = range(3)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Since when a record's words state its clause, where its first ones may not.

    `sure_since`: the first version that surely does. `came_then`: what states it came with that version, into a passage
    that was on record before.
    """

    sure_since: VersionLink
    came_then: bool


def stated_by(wordings: Sequence[Wording], heading: str, language: str) -> Mapping[int, Stated]:
    """Whether each wording of a record states its clause, by their ids; `wordings` are all, the earliest first.

    One of which the finder is unsure is compared with the next sure one, or else with the last before it. Of the
    current one nothing is said that its page doubts.
    """
    sure = [place for place, one in enumerate(wordings) if one.confidence >= SURE]
    found: dict[int, Stated] = {}
    for place, wording in enumerate(wordings):
        if wording.confidence >= SURE:
            found[wording.pk] = Stated.YES
        elif not sure or place == len(wordings) - 1 or is_glossed(language):
            found[wording.pk] = Stated.UNSURE
        else:
            nearest = next((one for one in sure if one > place), sure[-1])
            found[wording.pk] = _stated(wording, wordings[nearest], heading)
    return found


def beginning_of_record(wordings: Sequence[Wording], stated: Mapping[int, Stated]) -> Beginning | None:
    """Since when a record's words state its clause; None where its first ones do, or where its last ones may not."""
    first = next((place for place, one in enumerate(wordings) if stated[one.pk] is Stated.YES), 0)
    if not first or stated[wordings[-1].pk] is not Stated.YES:
        return None
    before = {stated[one.pk] for one in wordings[:first]}
    return Beginning(version_link(wordings[first].first_version), before == {Stated.NO})


def _stated(unsure: Wording, sure: Wording, heading: str) -> Stated:
    clause_type = sure.provision.clause_type
    had, has = unsure.passage.text, sure.passage.text
    parts = weighed_parts(clause_type, has, heading)
    stating = [_shown(has, part) for part in _core(parts)]
    stood = [words_of(had[start:end]) for start, end in part_spans(had)]
    standing = [_stands(_shown(has, part), stood) for part in _foremost(parts)]
    # Where no sentence states it by itself, all that may do so must stand, in a passage that is nearly the same.
    if any(standing) if stating else all(standing) and is_same_provision(had, has, _SAME):
        return Stated.YES
    perhaps = [part for part in weighed_parts(clause_type, had, heading) if part.chance >= STATES]
    foremost = [_shown(has, part) for part in _foremost(_core(parts))]
    if any(_became(_shown(had, part), foremost) for part in perhaps):
        return Stated.YES
    if any(part.chance >= SURE and _says_it_itself(_shown(had, part), stating) for part in perhaps):
        return Stated.YES
    may_state = any(part.chance >= LIKELY or not stands_nearly_in(_shown(had, part), has) for part in perhaps)
    likelier_not = unsure.confidence < LIKELY and not may_state
    if not stating or not likelier_not or any(_has_counterpart(one, had, stood) for one in stating):
        return Stated.UNSURE
    return Stated.UNSURE if _stands_in_text(stating, unsure.last_version or unsure.first_version) else Stated.NO


def edit_of_statement(before: Wording, after: Wording, clause_type: str, heading: str) -> str:
    """What was edited in the one sentence that states a clause before and after, quoted; empty where that is no one."""
    said, says = (
        [text[part.start : part.end] for part in _core(weighed_parts(clause_type, text, heading))]
        for text in (before.passage.text, after.passage.text)
    )
    if len(said) != 1 or len(says) != 1 or not is_same_provision(said[0], says[0], _COUNTERPART):
        return ""
    return named_edit(said[0], says[0])


def statement_that_came(before: Wording, after: Wording, clause_type: str, heading: str) -> str:
    """The likeliest sentence of a clause after that states it and has nothing like it before, if short; else empty."""
    had, has = before.passage.text, after.passage.text
    stood = [words_of(had[start:end]) for start, end in part_spans(had)]
    stating = [(part.chance, _shown(has, part)) for part in _core(weighed_parts(clause_type, has, heading))]
    came = [
        one
        for one in stating
        if word_count(one[1]) >= _FEWEST
        and not named_for_others(one[1].strip())
        and not _has_counterpart(one[1], had, stood)
        and not any(has_half_of(one[1], other) for other in stood)
    ]
    said = max(came, default=(0.0, ""))[1].strip()
    whole = said.endswith((".", "!", "?")) and said[:1].isupper() and said.count("(") == said.count(")")
    return said[:-1] if whole and word_count(said) <= _LONGEST_QUOTED else ""


def _core(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.chance >= LIKELY]


def _foremost(parts: Sequence[Part]) -> list[Part]:
    """Those that are about as likely to state a clause as the likeliest."""
    best = max((part.chance for part in parts), default=0.0)
    return [part for part in parts if part.chance >= max(STATES, best - _ABOUT)]


def _shown(passage: str, part: Part) -> str:
    return words_of(passage[part.start : part.end])


def _stands(sentence: str, others: Sequence[str]) -> bool:
    """Whether a sentence is among others, or one of them with no word that turns it more or less."""
    line = word_line(sentence)
    return any(
        line == word_line(one)
        or (word_count(sentence) >= _FEWEST and is_same_provision(sentence, one, _SAME) and _turn_alike(sentence, one))
        for one in others
    )


def _became(sentence: str, stating: Sequence[str]) -> bool:
    """Whether a sentence that is likely to state a clause became one that states it later."""
    return word_count(sentence) >= _FEWEST and any(
        is_same_provision(sentence, one, _EDITED) and _turn_alike(sentence, one) for one in stating
    )


def _says_it_itself(sentence: str, stating: Sequence[str]) -> bool:
    """Whether a sentence that surely states a clause is none that another one turned round."""
    return word_count(sentence) >= _FEWEST and all(
        _turn_alike(sentence, one) for one in stating if is_same_provision(sentence, one, _EDITED)
    )


def _turn_alike(one: str, other: str) -> bool:
    plain = (_NOT.sub(" not", _AMONG_OTHERS.sub("", text)) for text in (one, other))
    said, says = (sorted(filter(_TURNING.__contains__, words(text))) for text in plain)
    return said == says


def _has_counterpart(sentence: str, passage: str, stood: Sequence[str]) -> bool:
    """Whether a passage may say a sentence in other words, or the sentence is too short to tell."""
    return (
        word_count(sentence) < _FEWEST
        or stands_nearly_in(sentence, passage)
        or any(is_same_provision(sentence, one, _COUNTERPART) for one in stood)
        or any(word_count(one) >= _FEWEST and stands_nearly_in(one, sentence) for one in stood)
    )


def _stands_in_text(sentences: Sequence[str], version: Version) -> bool:
    kept = kept_text(ByHash(version.text))
    return any(kept.holds(one, _HELD) for one in sentences)
