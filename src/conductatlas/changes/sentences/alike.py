"""What many edits did alike, as where a name goes from each row of a table, or gives way to another throughout."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import NamedTuple

from conductatlas.changes.language.quotations import alone
from conductatlas.changes.language.words import has_digit
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.redline import SegmentKind
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.provisions import content_stems
from conductatlas.reading import word_line

# So many edits are many, and such a share of all that changed; of longer words it is not told.
_FEWEST, _LEAST, _LONGEST = 5, 1 / 3, 80
# So many kinds of words that gave way to one are named.
_MOST_NAMED = 3
# Where one name of a thing takes the place of several, so many edits do that, each with so few words, and those that
# come are so many.
_MOSTLY, _MOST_EXCHANGED, _LENGTHS = 1 / 2, 5, (2, 3, 4)
# A name is the same as whose something is, of several, and behind 'the'.
_ENDING, _ARTICLE = re.compile(r"(?<=\w{2})(?:['’]s?|s['’]?)\Z"), "the"
# So is a sentence under another number; of that a redline may mark the figure alone.
_NUMBER = r"\A\W*\d{1,2}(?:\.\d{1,2})*"
_NUMBERING, _MARKED_NUMBERING = re.compile(rf"{_NUMBER}[.)](?=\s)"), re.compile(rf"{_NUMBER}(?:\Z|[.)](?=\s))")
_Form = tuple[str, ...]


class Alike(NamedTuple):
    """Words that went, came, or gave way to others in so many sentences, or rows; `under` which heading, if one.

    `for_several`: what came took the place of several words, here of these and there of those; `others` are the most
    frequent of these, `are_all`: whether there are no more.
    """

    went: str
    came: str
    number: int
    noun: str
    under: str
    for_several: bool = False
    others: tuple[str, ...] = ()
    are_all: bool = False

    def tells_all_of(self, change: SentenceChange) -> bool:
        """Whether a sentence was edited in no other words than these, so that no more is left to tell of it."""
        if change.how != "edited":
            return False
        went, came = (_marked(change, kind) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED))
        if not self.for_several:
            return (went, came) == (
                frozenset(filter(None, [self.went])),
                frozenset(filter(None, [self.came])),
            ) or _only_did(change, self.went, self.came)
        # A word that stood beside may be marked with it, or not.
        says = Counter(content_stems(self.came))
        return len(came) == 1 and went <= set(self.others) and all(Counter(content_stems(one)) == says for one in came)


def edited_alike(changes: Collection[SentenceChange]) -> Alike | None:
    """What most of those edits did that each did one thing; None where so many did not."""
    groups: dict[tuple[_Form, _Form], list[SentenceChange]] = defaultdict(list)
    for one in changes:
        marked = [_forms(one, kind) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)]
        if one.how == "edited" and max(map(len, marked)) == 1:
            groups[next(iter(marked[0]), ()), next(iter(marked[1]), ())].append(one)
    most = max(groups.values(), key=len, default=[])
    went, came = (_commonest(most, kind) for kind in (SegmentKind.DELETED, SegmentKind.INSERTED))
    few = len(most) < max(_FEWEST, _LEAST * len(changes))
    if few or max(len(went), len(came)) > _LONGEST:
        return _taken_up(changes)
    # In others the same words were put in, or taken out, at another place or beside others.
    largest = [one for one in changes if one in most or _did(one, went, came)]
    number = len({(one.before, one.after) for one in largest})
    under = {one.under for one in largest}
    rows = all(has_rows(one.after) for one in largest)
    return Alike(went, came, number, "row" if rows else "sentence", under.pop() if len(under) == 1 else "")


def _taken_up(changes: Collection[SentenceChange]) -> Alike | None:
    """The words that most sentences took up in place of others, whatever these were; None where so many did not."""
    taking: dict[str, list[SentenceChange]] = defaultdict(list)
    for one in changes:
        for run in _runs_taken_up(one):
            taking[run].append(one)
    # Of those that as many took up the longest says most.
    run, some = max(taking.items(), key=lambda group: (len(group[1]), len(group[0])), default=("", []))
    number = len({(one.before, one.after) for one in some})
    if number < max(_FEWEST, _MOSTLY * len(changes)):
        return None
    under = {one.under for one in some}
    where = under.pop() if len(under) == 1 else ""
    struck = [_marked(one, SegmentKind.DELETED) for one in some]
    others = tuple(kind for kind, _ in Counter(kind for one in struck for kind in one if len(one) == 1).most_common())
    are_all = len(others) <= _MOST_NAMED and all(len(one) == 1 for one in struck)
    told = others[:_MOST_NAMED]
    return Alike("", run, number, "sentence", where, for_several=True, others=told, are_all=are_all)


def _runs_taken_up(change: SentenceChange) -> set[str]:
    """The runs of words with something to say that an edit put in place of a few others, with one that stood beside."""
    if change.how != "edited" or has_rows(change.after):
        return set()
    said, says = (word_line(one).split() for one in (change.before, change.after))
    lost, new = Counter(said) - Counter(says), Counter(says) - Counter(said)
    if not lost or not new or max(lost.total(), new.total()) > _MOST_EXCHANGED:
        return set()
    line = f" {' '.join(said)} "
    runs = {" ".join(says[at : at + length]) for length in _LENGTHS for at in range(len(says) - length + 1)}
    return {run for run in runs if f" {run} " not in line and len(content_stems(run)) * 2 >= run.count(" ") + 1}


def _did(change: SentenceChange, went: str, came: str) -> bool:
    """Whether an edited sentence lost some words, and took up others, wherever in it, and in whatever form."""
    if change.how != "edited":
        return False
    gone, fresh = _gone_and_fresh(change)
    lost, new = Counter(_form(went)), Counter(_form(came))
    return bool(lost or new) and lost <= gone and new <= fresh


def _only_did(change: SentenceChange, went: str, came: str) -> bool:
    """Whether an edit took out and put in no more than some words, once or several times, with what joins them."""
    lost, new = Counter(_form(went)), Counter(_form(came))
    gone, fresh = _gone_and_fresh(change)
    times = max(gone.total() // (lost.total() or 1), fresh.total() // (new.total() or 1))
    if times and (gone, fresh) == tuple(Counter({word: times * by for word, by in one.items()}) for one in (lost, new)):
        return True
    if any(map(has_digit, (*gone, *fresh))):
        return False
    said, says = (Counter(content_stems(word_line(one))) for one in (change.before, change.after))
    return (said - says, says - said) == (Counter(content_stems(went)), Counter(content_stems(came)))


def _gone_and_fresh(change: SentenceChange) -> tuple[Counter[str], Counter[str]]:
    """The words that a sentence lost and took up, in that form, but for its number."""
    said, says = (Counter(_form(_NUMBERING.sub("", one))) for one in (change.before, change.after))
    return said - says, says - said


def _runs(change: SentenceChange, kind: SegmentKind) -> list[str]:
    """The words that the redline of a sentence marks, run by run, without the number of the sentence."""
    marked = [(at, one.text) for at, one in enumerate(change.segments) if one.kind is kind]
    return [_MARKED_NUMBERING.sub("", text) if at <= 1 else text for at, text in marked]


def _form(text: str) -> _Form:
    """Words in the form in which a name is the same wherever it stands."""
    return tuple(_ENDING.sub("", word) for word in word_line(text).split() if word != _ARTICLE)


def _forms(change: SentenceChange, kind: SegmentKind) -> frozenset[_Form]:
    """The words that the redline of a sentence marks, each run in that form."""
    return frozenset(filter(None, map(_form, _runs(change, kind))))


def _commonest(some: Collection[SentenceChange], kind: SegmentKind) -> str:
    """The words that the redlines of most sentences mark, as most of them write these; sooner not in capitals."""
    written = Counter(run for one in some for run in {alone(run) for run in _runs(one, kind) if _form(run)})
    return max(written, key=lambda run: (written[run], not run.isupper(), run), default="")


def _marked(change: SentenceChange, kind: SegmentKind) -> frozenset[str]:
    """The words that the redline of a sentence marks, run by run."""
    return frozenset(filter(None, (alone(one.text) for one in change.segments if one.kind is kind)))
