"""Whom it favours that a sentence became another one, where the two by themselves leave no doubt.

Grades and facts are of clauses; here one sentence of the text before is set beside what it became. Little is certain of
it: a promise that turned into its opposite, one that takes an exception, or that no longer speaks of something, a way
out of training that was struck, and the reader's consent to what is done with data. The other way round the same
favours the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from conductatlas.changes.effects.shifts import Direction, overall
from conductatlas.changes.language.quotations import Edit, denies, edits, plain, turning
from conductatlas.changes.language.readers_data import speaks_of_readers, speaks_of_training
from conductatlas.changes.language.words import likeness
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.sentences.promises import JOINING, ONE_SENTENCE, promises
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.changes.sentences.what_moved import Moved, what_moved
from conductatlas.provisions import content_stems

_EXCEPTING = frozenset(("unless", "except", "excepting", "excluding"))
_EXCEPTS = re.compile(
    r"\b(?:unless|except\w*|excluding|exclusion|other than|save as|only|without|outside|beyond)\b", re.IGNORECASE
)
# What is promised not to do.
_ACTS = re.compile(
    r"\b(?:sell|share|rent|trade|lease|disclose|transfer|train|fine-?tune|improve|develop|learn|use|store|retain)\b",
    re.IGNORECASE,
)
# 'We may use your files to train …', 'You agree that Acme may …'
_MAY_TRAIN = re.compile(
    r"\b(?:[Ww]e|(?!(?:You|Users?|Customers?|They|It|This|That)\b)[A-Z]\w+) (?:may|will|can)\b(?! not\b)"
    r"[^.;]{0,160}\b(?:train|fine-?tune)\b"
)
# What still needs the reader's say is no loss for certain.
_WITH_CONSENT = re.compile(
    r"\b(?:agree|authori[sz]|consent|permi|opt|instruct|request|ask|cho[io]s|choose)", re.IGNORECASE
)
# 'only with your consent', 'if you have agreed to it'
_CONSENT = re.compile(
    r"\b(?:with|upon|after|subject to)(?: \w+){0,2}? (?:your|users['’]|their)(?: \w+){0,2}? (?:consent|permission)\b"
    r"|\b(?:if|where|when|once) you (?:have )?(?:agree|consent|permit|opt(?:ed)?[- ]in)",
    re.IGNORECASE,
)
# What is done with data that their owner may have a say in.
_DONE = re.compile(r"\b(?:sell|share|rent|disclose|transfer|collect|use)\b", re.IGNORECASE)
_OPT_OUT = re.compile(r"\b(?:unless|if|subject to)\b[^.;]*\bopt\w*[- ]?out\b", re.IGNORECASE)
# What else of a sentence was edited may be another name for the same: no more than so many words that mean something.
_MOST_BESIDE = 2
# A direction is told only with the sentence that tells it, as it stood and as it stands: both have so many characters.
_LONGEST_OF_BOTH = 900


class Favouring(NamedTuple):
    """A sentence as it stood and as it stands, and whom it favours for certain that it became that."""

    direction: Direction
    before: str
    after: str


def favouring(changes: Iterable[SentenceChange]) -> tuple[Favouring, ...]:
    """Those of some edits of which it is certain whom they favour: the first for each that can be quoted whole."""
    found: dict[Direction, Favouring] = {}
    for one in changes:
        if one.how != "edited" or len(one.before) + len(one.after) > _LONGEST_OF_BOTH:
            continue
        direction = favoured(one.before, one.after)
        if direction is not Direction.UNJUDGED:
            found.setdefault(direction, Favouring(direction, one.before, one.after))
    return tuple(found.values())


def favoured_by(found: Iterable[Favouring]) -> Direction:
    """Whom edits favour together; not judged where there are none."""
    return overall([one.direction for one in found])


def favoured(before: str, after: str) -> Direction:
    """Whom it favours, for certain, that one sentence became the other; not judged where it is not."""
    worse, better = _loses(before, after), _loses(after, before)
    if worse == better:
        return Direction.UNJUDGED
    return Direction.WORSE if worse else Direction.BETTER


def _loses(before: str, after: str) -> bool:
    """Whether a reader surely loses by it that one sentence became the other."""
    if has_rows(before) or has_rows(after):
        return False
    if promises(before):
        return _is_reversed(before, after) or _promises_less(before, after)
    if _needs_no_consent(before, after):
        return True
    return _permits_training(before) and _permits_training(after) and _has_no_way_out(before, after)


def _is_reversed(before: str, after: str) -> bool:
    """Whether a promise not to train became the permission to."""
    return (
        speaks_of_training(before)
        and not _EXCEPTS.search(before)
        and not denies(after.split())
        and speaks_of_readers(after)
        and _MAY_TRAIN.search(after) is not None
    )


def _permits_training(sentence: str) -> bool:
    return what_moved("", sentence) is Moved.MOST


def _promises_less(before: str, after: str) -> bool:
    """Whether a promise took an exception, or lost an act or a thing of which it spoke, and is else the same."""
    if not promises(after):
        return False
    old, new = before.split(), after.split()
    if likeness(old, new) < ONE_SENTENCE:
        return False
    found = list(edits(old, new))
    telling = [one for one in found if _excepts(old, new, *one) or _strikes(old, new, *one)]
    beside = [one for one in found if one not in telling]
    return bool(telling) and _weight(old, new, beside) <= _MOST_BESIDE


def _excepts(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether nothing but an exception came with an edit, into a promise that had none."""
    came = new[right.first : right.stop]
    if _WITH_CONSENT.search(" ".join(came)):
        return False
    is_behind = any(place < right.first for place in turning(new))
    return left.first == left.stop and plain(came[0]) in _EXCEPTING and is_behind and not _EXCEPTS.search(" ".join(old))


def _strikes(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether nothing but an act that stood in a row behind a denial went with an edit."""
    went, came = (Counter(map(plain, some)) for some in (old[left.first : left.stop], new[right.first : right.stop]))
    lost = went - came
    acts = {word for word in lost if _ACTS.fullmatch(word)}
    is_behind = any(place < left.first for place in turning(old))
    is_excepted = _EXCEPTS.search(" ".join(old[: left.stop])) is not None
    return (
        not came - went
        and not JOINING.isdisjoint(lost)
        and bool(acts - set(map(plain, new)))
        and is_behind
        and not is_excepted
    )


def _has_no_way_out(before: str, after: str) -> bool:
    """Whether a way to opt out of what a sentence permits was struck, and nothing else."""
    if not _OPT_OUT.search(before) or re.search(r"\bopt", after, re.IGNORECASE):
        return False
    old, new = before.split(), after.split()
    found = list(edits(old, new))
    struck = [one for one in found if _OPT_OUT.search(" ".join(old[one[0].first : one[0].stop]))]
    return _is_most_of(struck, found, old, new)


def _needs_no_consent(before: str, after: str) -> bool:
    """Whether the reader's consent to what is done with readers' data was struck, and nothing else."""
    old, new = before.split(), after.split()
    if denies(old) or denies(new) or _WITH_CONSENT.search(after):
        return False
    if not (speaks_of_readers(after) and _DONE.search(after) and _CONSENT.search(before)):
        return False
    found = list(edits(old, new))
    struck = [one for one in found if _is_condition(old, one[0])]
    came = (new[right.first : right.stop] for _, right in struck)
    return not any(content_stems(" ".join(some)) for some in came) and _is_most_of(struck, found, old, new)


def _is_most_of(
    some: Sequence[tuple[Edit, Edit]], found: Sequence[tuple[Edit, Edit]], old: Sequence[str], new: Sequence[str]
) -> bool:
    """Whether some of the edits of a sentence are all that was done to it, but for a few words."""
    return bool(some) and _weight(old, new, [one for one in found if one not in some]) <= _MOST_BESIDE


def _is_condition(words: Sequence[str], edit: Edit) -> bool:
    """Whether an edit of a sentence is the reader's consent, and that no ground beside others, which it may stand for.

    So it is where it is the only one by its words, where the sentence begins with it, and where none is joined to it.
    """
    said = words[edit.first : edit.stop]
    if _CONSENT.search(" ".join(said)) is None or not JOINING.isdisjoint(map(plain, said)):
        return False
    return edit.first == 0 or "only" in map(plain, said) or JOINING.isdisjoint(map(plain, words))


def _weight(old: Sequence[str], new: Sequence[str], beside: Iterable[tuple[Edit, Edit]]) -> int:
    """How many words that mean something went and came with some edits."""
    return sum(
        max(
            len(content_stems(" ".join(old[left.first : left.stop]))),
            len(content_stems(" ".join(new[right.first : right.stop]))),
        )
        for left, right in beside
    )
