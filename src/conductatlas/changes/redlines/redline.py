"""A word-level redline: what stayed, what was struck and what was inserted, in runs that a reader can follow."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, islice
from typing import NamedTuple

from rapidfuzz.distance import Indel

from conductatlas.changes.aligning.alignment import out_of_order
from conductatlas.changes.language.words import hashed_runs, in_order
from conductatlas.changes.layout.table_rows import has_rows, paired_cells, paired_rows
from conductatlas.changes.redlines.sentences_beside import sentences_beside

# Chinese and Japanese have no white space between words, so that each sign is taken by itself.
_SIGN_OF_A_SCRIPT = "\u3040-\u30ff\u3400-\u9fff"
_LETTER = rf"[^\W{_SIGN_OF_A_SCRIPT}]"
# White space; such a sign; a short form such as 'e.g.'; what a page shows in place of an address; an address; words,
# and what is joined of words without white space by signs that don't end a sentence: a domain, a path, '1,000',
# 'and/or', 'opt-out'; any other sign. None of them is cut.
_TOKEN = re.compile(
    rf"\s+|[{_SIGN_OF_A_SCRIPT}]"
    r"|(?:[^\W\d_]\.){2,}(?!\w)"
    r"|\[email\s?protected\]"
    r"|\w+://[^\s<>\"“”|]*[\w/]"
    rf"|{_LETTER}++(?:"
    # Behind a full stop a word with a capital begins a sentence whose space was lost.
    r"(?:['’/@‐‑–&=#+~-]++|(?<=\d)[.,:](?=\d)|\?(?=\w+=)|\.(?![A-Z][a-z]*(?:[^\w./@]|[./@](?!\w)|\Z)))"
    rf"{_LETTER}++)*+(?:(?<=\w)/(?![^\s.,;)\]]))?"
    r"|[^\w\s]"
)
_WORD = re.compile(r"\w")
# One word that stayed between two edits that each put several words for several others is struck and inserted again
# with them: a redline that jumps in and out at every 'of' and 'the' can't be read. So is a comma or a short word
# between edits that together put several for several, of so many words in all.
_SEVERAL = 2
_SHORT_WORD, _MANY = 3, 6
# Of a script without white space so many signs say about as much; a single one, or a comma, that stayed between words
# which gave way to others stayed by accident.
_SEVERAL_SIGNS, _OF_A_SCRIPT = 4, re.compile(f"[{_SIGN_OF_A_SCRIPT}]")
# So many tokens in a row that stayed are kept together, where no much longer redline comes of it.
_LONG_RUN, _NEARLY_AS_MUCH = 8, 0.75
# Word alignment takes time and memory with the product of both lengths; beyond this a text is shown as replaced.
_LARGEST_PRODUCT = 400_000_000
_DRAWN = " \t\r\n\u00a0●•◦▪▸‣■□○∙·"
_SIGN = re.compile(r"[\W\d]*\d[\W\d]*|\(?\w{1,4}[.)]\s*")
_ENDS_TITLE = frozenset(".:–—-")
_ENDS_SENTENCE, _ENDS_PART = frozenset(".!?"), frozenset(",;:")
_ENDING = frozenset(".!?;:\n")
# What joins the last thing of several to those before it; and a word that is one of them.
_JOINING, _SEVERAL_LETTERS = frozenset(("and", "or", "and/or", "&", ",")), re.compile(r"\w{3}")
# The rest of a sentence, of so many words, is said in others where so much of it is.
_FEWEST_OF_A_REST, _SAID = 4, 0.6
# 'i.e. by people', 'No. 5' and 'U.S. law' end none.
SENTENCE_END = re.compile(r"(?<!\bNo)(?<!\bArt)(?<!\bSec)(?<!\b[A-Z])[.!?][\"')\]]*(?=\s+[^a-z\s]|\s*\Z)")


class SegmentKind(StrEnum):
    """What happened to a run of text."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


_IN_ORDER = (SegmentKind.SAME, SegmentKind.DELETED, SegmentKind.INSERTED)


class Segment(NamedTuple):
    """A run of text with what happened to it."""

    kind: SegmentKind
    text: str


# One passage may state several clause types, and pages flap; a version may edit a thousand sentences.
@lru_cache(maxsize=4096)
def redline(old: str, new: str) -> tuple[Segment, ...]:
    """Compare two texts word by word.

    The `same` and `deleted` segments joined are exactly `old`, the `same` and `inserted` ones exactly `new`. Where both
    change, the deletion stands first. Rows of tables are compared with those that they were.
    """
    if old == new:
        return (Segment(SegmentKind.SAME, old),) if old else ()
    if not (has_rows(old) and has_rows(new)):
        return tuple(coalesced(_by_sentences(old, new)))
    cells = (pair for rows in paired_rows(old, new) for pair in paired_cells(*rows))
    return tuple(coalesced(segment for one, other in cells for segment in _by_sentences(one, other)))


def _by_sentences(old: str, new: str) -> Iterable[Segment]:
    """Two texts compared by their sentences, and word by word those that are one before and after.

    Where sentences have other bounds, so that more stays in long runs of words, the texts are compared by these alone.
    """
    pairs = sentences_beside(old, new) if old and new and old != new else [(old, new)]
    found = tuple(_in_usual_order(segment for one, other in pairs for segment in _of_words(one, other)))
    if len(pairs) < _SEVERAL or not _puts_in_again(found):
        return found
    by_words = tuple(_in_usual_order(_of_words(old, new)))
    return by_words if _stayed_in_long_runs(by_words) >= _stayed_in_long_runs(found) + _LONG_RUN else found


def _puts_in_again(segments: Iterable[Segment]) -> bool:
    """Whether some words in a row were struck in one place and inserted in another."""
    runs: dict[SegmentKind, set[int]] = {kind: set() for kind in SegmentKind}
    for kind, text in segments:
        if kind is not SegmentKind.SAME and len(text) >= _LONG_RUN:
            runs[kind].update(hashed_runs(_TOKEN.findall(text), _LONG_RUN))
    return not runs[SegmentKind.DELETED].isdisjoint(runs[SegmentKind.INSERTED])


def _stayed_in_long_runs(segments: Iterable[Segment]) -> int:
    """How many words stayed that stand in long runs of such."""
    counts = (_words_in(_TOKEN.findall(text)) for kind, text in segments if kind is SegmentKind.SAME)
    return sum(count for count in counts if count >= _LONG_RUN)


def _in_usual_order(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The same redline with neighbours of one kind joined, and what was struck ahead of what was inserted.

    The number or title that both begin with stayed, and so did all of one of them that the other begins or ends with.
    """
    for same, run in groupby(segments, key=lambda segment: segment.kind is SegmentKind.SAME):
        some = list(run)
        if same:
            yield Segment(SegmentKind.SAME, "".join(one.text for one in some))
            continue
        went, came = ("".join(one.text for one in some if one.kind is kind) for kind in _IN_ORDER[1:])
        if not (went and came):
            if went or came:
                yield Segment(SegmentKind.DELETED if went else SegmentKind.INSERTED, went or came)
            continue
        stayed = _beginning_that_stayed(_TOKEN.findall(went), _TOKEN.findall(came))
        went, came = went[len(stayed) :], came[len(stayed) :]
        # '.' and '; and logs.'
        shorter, longer = sorted((_TOKEN.findall(went), _TOKEN.findall(came)), key=len)
        ends = "".join(shorter) if shorter and longer[-len(shorter) :] == shorter else ""
        parts = (stayed, went[: len(went) - len(ends)], came[: len(came) - len(ends)], ends)
        for kind, text in zip((*_IN_ORDER, SegmentKind.SAME), parts, strict=True):
            if text:
                yield Segment(kind, text)


def _beginning_that_stayed(went: Sequence[str], came: Sequence[str]) -> str:
    """What words that were struck begin with and those that were inserted: a number, a title, or all of one side."""
    common = length = _common_prefix(went, came)
    while length and length < min(len(went), len(came)) and not _ends_title(went, came, length):
        length -= 1
    # With a title stays what divides it from what stands behind it.
    while length and length < common and not _WORD.search(went[length]):
        length += 1
    return "".join(went[:length])


def _ends_title(went: Sequence[str], came: Sequence[str], length: int) -> bool:
    """Whether what both sides begin with is a number, or stands ahead of signs on either side, as a title does."""
    if _SIGN.fullmatch("".join(went[:length])):
        return True
    return all(side[length][0] in _ENDS_TITLE for side in (went, came))


def _of_words(old: str, new: str) -> tuple[Segment, ...]:
    if old == new or not old or not new:
        kind = SegmentKind.SAME if old == new else SegmentKind.DELETED if old else SegmentKind.INSERTED
        return (Segment(kind, old or new),) if old or new else ()
    start = _end_of_common_words(old, new)
    same = _length_of_common_end(old[start:], new[start:])
    before, after = _TOKEN.findall(old, start, len(old) - same), _TOKEN.findall(new, start, len(new) - same)
    hunks = _without_soup(list(_hunks(before, after)))
    hunks[0] = hunks[0]._replace(same=(*_TOKEN.findall(old[:start]), *hunks[0].same))
    end = (*hunks.pop().same, *_TOKEN.findall(old[len(old) - same :]))
    segments = list(coalesced(_segments(_slid(hunks, end))))
    return tuple(coalesced(_by_sentence(list(_with_what_stood(segments)))))


def marks_nothing(segments: Iterable[Segment]) -> bool:
    """Whether a redline shows no change of words."""
    return all(segment.kind is SegmentKind.SAME or is_drawn(segment.text) for segment in segments)


def is_drawn(text: str) -> bool:
    """Whether a run is nothing but white space and the dots that some texts draw before the items of a list."""
    return not text.strip(_DRAWN)


def _end_of_common_words(old: str, new: str) -> int:
    """Where the tokens end that two texts begin with alike. Most of them are passed over letter by letter."""
    common = bisect(range(min(len(old), len(new))), 0, key=lambda last: old[: last + 1] != new[: last + 1])
    start = old.rfind(" ", 0, max(0, common - 1)) + 1
    if start and old[start].isspace():
        start = 0
    for left, right in zip(_TOKEN.finditer(old, start), _TOKEN.finditer(new, start), strict=False):
        if left[0] != right[0]:
            break
        start = left.end()
    return start


def _length_of_common_end(old: str, new: str) -> int:
    """How many letters two texts end with alike, from a space on that stands behind a word; 0 where there is none."""
    common = bisect(range(min(len(old), len(new))), 0, key=lambda last: old[-last - 1 :] != new[-last - 1 :])
    space = old.find(" ", len(old) - common + 1)
    return 0 if space < 0 or old[space - 1].isspace() else len(old) - space


def _common_prefix(old: Sequence[str], new: Sequence[str]) -> int:
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


class _Hunk(NamedTuple):
    """An edit, as tokens: those that stayed ahead of it, those that were struck and those that were inserted."""

    same: tuple[str, ...]
    deleted: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()

    @property
    def puts_several_for_several(self) -> bool:
        return _has_several_words(self.deleted) and _has_several_words(self.inserted)


def _has_several_words(tokens: Iterable[str]) -> bool:
    return sum(1 for _ in islice(filter(_WORD.search, tokens), _SEVERAL)) == _SEVERAL


def _words_in(tokens: Iterable[str]) -> int:
    return sum(_WORD.search(token) is not None for token in tokens)


def _hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Hunk]:
    """The edits between two texts; the last one is none, and has what stayed behind them all.

    White space is in every place and tells nothing of what stayed, nor do drawn dots: the texts are compared without.
    """
    same: list[str] = []
    left = right = 0
    for place, other in (*_kept(old, new), (len(old), len(new))):
        deleted, inserted = old[left:place], new[right:other]
        if deleted == inserted:
            same += old[left : place + 1]
            left, right = place + 1, other + 1
            continue
        ahead = _common_prefix(deleted, inserted)
        same += deleted[:ahead]
        deleted, inserted = deleted[ahead:], inserted[ahead:]
        behind = _common_prefix(deleted[::-1], inserted[::-1])
        stayed = deleted[len(deleted) - behind :]
        deleted, inserted = deleted[: len(deleted) - behind], inserted[: len(inserted) - behind]
        if deleted or inserted:
            yield _Hunk(tuple(same), tuple(deleted), tuple(inserted))
            same = []
        same += stayed
        same += old[place : place + 1]
        left, right = place + 1, other + 1
    yield _Hunk(tuple(same))


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the tokens stand, but for white space and drawn dots, that two texts have in common, in order."""
    lefts, rights = ([place for place, token in enumerate(some) if not is_drawn(token)] for some in (old, new))
    if len(lefts) * len(rights) > _LARGEST_PRODUCT:
        return
    before, after = [old[place] for place in lefts], [new[place] for place in rights]
    most = _most_kept(before, after)
    runs = _long_runs(before, after)
    by_runs = list(_between(before, after, runs)) if runs else []
    for left, right in by_runs if len(by_runs) >= _NEARLY_AS_MUCH * len(most) else most:
        yield lefts[left], rights[right]


def _most_kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """As many tokens as two texts can have in common, in order, in as few runs as are found from either end."""
    found = _in_common(old, new)
    if _runs(found) < _SEVERAL:
        return found
    backwards = _in_common(old[::-1], new[::-1])
    others = [(len(old) - 1 - left, len(new) - 1 - right) for left, right in reversed(backwards)]
    return min(found, others, key=_runs)


def _in_common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    return [
        pair
        for step in Indel.opcodes(old, new)
        if step.tag == "equal"
        for pair in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
    ]


def _runs(kept: Sequence[tuple[int, int]]) -> int:
    """In how many runs so many tokens stand in both texts."""
    return sum(two != (one[0] + 1, one[1] + 1) for one, two in zip([(-1, -1), *kept], kept, strict=False))


def _long_runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The tokens of long runs that each text has once, as far as they are in the same order.

    A sentence that stayed is one run, while as many words or more may stand here and there in another order.
    """
    places, others = _once(old), _once(new)
    same = {place: others[run] for run, place in places.items() if run in others}
    moved = out_of_order(same)
    kept: list[tuple[int, int]] = []
    for place in sorted(same.keys() - moved):
        for pair in ((place + at, same[place] + at) for at in range(_LONG_RUN)):
            if not kept or (pair[0] > kept[-1][0] and pair[1] > kept[-1][1]):
                kept.append(pair)
    return kept


def _once(tokens: Sequence[str]) -> dict[int, int]:
    """The long runs of tokens that a text has once, each with its place."""
    runs = list(hashed_runs(tokens, _LONG_RUN))
    times = Counter(runs)
    return {run: place for place, run in enumerate(runs) if times[run] == 1}


def _between(old: Sequence[str], new: Sequence[str], runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The tokens of some runs, and those that the texts between these have in common."""
    left = right = 0
    for place, other in (*runs, (len(old), len(new))):
        for pair in _most_kept(old[left:place], new[right:other]):
            yield left + pair[0], right + pair[1]
        if place < len(old):
            yield place, other
        left, right = place + 1, other + 1


def _without_soup(hunks: Sequence[_Hunk]) -> list[_Hunk]:
    """Join edits between which too little stayed to help a reader."""
    joined: list[_Hunk] = []
    for hunk in hunks:
        last = joined[-1] if joined else _Hunk(())
        is_soup = last.puts_several_for_several and hunk.puts_several_for_several and not _has_several_words(hunk.same)
        if is_soup or _is_hardly_kept(last, hunk) or _stayed_by_accident(last, hunk):
            deleted, inserted = (
                (*one, *hunk.same, *other)
                for one, other in ((last.deleted, hunk.deleted), (last.inserted, hunk.inserted))
            )
            joined[-1] = _Hunk(last.same, deleted, inserted)
        else:
            joined.append(hunk)
    return joined


def _is_hardly_kept(last: _Hunk, hunk: _Hunk) -> bool:
    """Whether between two edits of a sentence no more than a comma or a short word stayed, which put much for much."""
    stayed = [token for token in hunk.same if _WORD.search(token)]
    if len("".join(stayed)) > _SHORT_WORD or len(stayed) >= _SEVERAL or not _ENDING.isdisjoint("".join(hunk.same)):
        return False
    sides = [[_words_in(one.deleted), _words_in(one.inserted)] for one in (last, hunk)]
    went, came = (sum(side) for side in zip(*sides, strict=True))
    is_much = min(went, came) >= _SEVERAL and went + came >= _MANY and all(max(side) >= _SEVERAL for side in sides)
    return is_much and any(map(all, sides))


def _stayed_by_accident(last: _Hunk, hunk: _Hunk) -> bool:
    """Whether between two edits of a script without white space no more than signs stayed that stand everywhere.

    One of these, or a comma, between edits of which one puts some for others; a few, where both together put several.
    """
    went, came = (*last.deleted, *hunk.deleted), (*last.inserted, *hunk.inserted)
    is_edit = [bool(one.deleted or one.inserted) for one in (last, hunk)]
    if not (all(is_edit) and _signs_in(went) and _signs_in(came)):
        return False
    stayed = _words_in(hunk.same)
    puts_others = any(_words_in(one.deleted) and _words_in(one.inserted) for one in (last, hunk))
    return (stayed < _SEVERAL and puts_others) or (
        stayed < _SEVERAL_SIGNS and min(map(_signs_in, (went, came))) >= 2 * _SEVERAL_SIGNS
    )


def _signs_in(tokens: Iterable[str]) -> int:
    return sum(_OF_A_SCRIPT.match(token) is not None for token in tokens)


def _slid(hunks: Sequence[_Hunk], end: tuple[str, ...]) -> list[_Hunk]:
    """Edits that begin where a sentence does, of those that are the same: 'We {+eat. We +}sleep', '{+We eat. +}We'."""
    slid: list[_Hunk] = []
    left = [*hunks, _Hunk(end)]
    for place in range(len(hunks)):
        hunk, following = left[place : place + 2]
        run = hunk.deleted or hunk.inserted
        if hunk.deleted and hunk.inserted:
            slid.append(hunk)
            continue
        back = _turns(hunk.same[::-1], run[::-1])
        if slid and back == len(hunk.same) and not _words_in(hunk.same):
            # Nothing but signs stayed since the edit before: both are one, ahead of these.
            last, moved = slid[-1], (*hunk.same, *run)[: len(run)]
            deleted, inserted = (*last.deleted, *(hunk.deleted and moved)), (*last.inserted, *(hunk.inserted and moved))
            slid[-1] = _Hunk(last.same, deleted, inserted)
            left[place + 1] = following._replace(same=((*hunk.same, *run)[len(run) :] + following.same))
            continue
        # Between two edits something must stay, to tell them apart.
        back = min(back, len(hunk.same) - 1) if slid else back
        free = following.same[:-1] if place + 1 < len(hunks) else following.same
        line = (*hunk.same, *run, *free[: _turns(free, run)])
        starts = range(len(hunk.same) - back, len(line) - len(run) + 1)
        start = max(starts, key=lambda at: (*_order(line, at, len(run)), -abs(at - len(hunk.same))))
        moved = line[start : start + len(run)]
        slid.append(_Hunk(line[:start], moved if hunk.deleted else (), moved if hunk.inserted else ()))
        left[place + 1] = following._replace(same=(*hunk.same, *run, *following.same)[start + len(run) :])
    return [*slid, left[-1]]


def _turns(same: Sequence[str], run: Sequence[str]) -> int:
    """How many tokens beside an edit are those that it has on its other side, so that it may as well stand there."""
    return next((at for at, token in enumerate(same) if token != run[at % len(run)]), len(same))


def _order(line: Sequence[str], at: int, length: int) -> tuple[bool, bool, int]:
    """How well a run of tokens may be marked: from where a sentence begins, with its brackets and quotes in pairs."""
    begins = _begins(line, at)
    return begins > 1, _is_whole("".join(line[at : at + length])), begins


def _is_whole(run: str) -> bool:
    """Whether the brackets and quotation marks in some words are in pairs."""
    opened = run.find("("), run.find(")")
    return run.count("(") == run.count(")") and opened[0] <= opened[1] and run.count('"') % 2 == 0


def _begins(line: Sequence[str], at: int) -> int:
    """How much of a beginning a place in a text is: of a paragraph, a sentence, a part of one, or none."""
    if not at or "\n" in line[at - 1]:
        return 3
    ahead = line[at - 2 : at - 1] if line[at - 1].isspace() else line[at - 1 : at] if line[at].isspace() else ()
    if not ahead:
        return 0
    return 2 if ahead[0][-1] in _ENDS_SENTENCE else 1 if ahead[0] in _ENDS_PART else 0


def _segments(hunks: Iterable[_Hunk]) -> Iterator[Segment]:
    for hunk in hunks:
        for kind, tokens in zip(_IN_ORDER, hunk, strict=True):
            if tokens:
                yield Segment(kind, "".join(tokens))


def _with_what_stood(segments: Sequence[Segment]) -> Iterator[Segment]:
    """A redline in which no word is struck that was put in ahead of an 'and', as it may as well be the one that stood.

    'Seeds{+, tools,+} and [-tools-]{+pots+}' has the tools that it had: 'seeds[- and -]{+, +}tools{+, and pots+}'.
    """
    place = 0
    while place < len(segments):
        found = _rejoined(segments[place : place + 4])
        if found is None:
            yield segments[place]
            place += 1
        else:
            yield from found
            has_more = place + 3 < len(segments) and segments[place + 3].kind is SegmentKind.INSERTED
            place += 4 if has_more else 3


def _rejoined(some: Sequence[Segment]) -> list[Segment] | None:
    """What was inserted, stayed, was struck and inserted, where what was struck is among the first of these."""
    if [one.kind for one in some[:3]] != [SegmentKind.INSERTED, SegmentKind.SAME, SegmentKind.DELETED]:
        return None
    (_, first), (_, kept), (_, struck) = some[:3]
    if not _JOINING.issuperset(kept.lower().split()) or not _SEVERAL_LETTERS.search(struck):
        return None
    again = re.search(rf"(?<!\w){re.escape(struck.strip())}(?!\w)", first)
    if again is None:
        return None
    last = some[3].text if len(some) > 3 and some[3].kind is SegmentKind.INSERTED else ""
    after = struck[len(struck.rstrip()) :]
    parts = (
        Segment(SegmentKind.DELETED, kept + struck[: len(struck) - len(struck.lstrip())]),
        Segment(SegmentKind.INSERTED, first[: again.start()]),
        Segment(SegmentKind.SAME, again[0]),
        Segment(SegmentKind.DELETED, after),
        Segment(SegmentKind.INSERTED, first[again.end() :] + kept + last),
    )
    return [one for one in parts if one.text]


def _by_sentence(segments: Sequence[Segment]) -> Iterator[Segment]:
    """A redline in which a sentence that was edited, and got another one like it behind it, is compared with itself.

    'At least {+13 years old. A teenager between 13 and +}18 years old' has the old figure in another sentence.
    """
    place = 0
    while place < len(segments):
        one = segments[place]
        end = _end_of_sentence(one.text) if one.kind is SegmentKind.INSERTED and place else 0
        rest, behind = _rest_of_sentence(segments, place + 1) if end and _goes_on(segments[place - 1]) else ("", 0)
        if not end or not _is_said(rest, one.text[:end]):
            yield one
            place += 1
            continue
        yield from _of_words(rest, one.text[:end])
        last = segments[behind].text
        cut = _end_of_sentence(last)
        between = "".join(two.text for two in segments[place + 1 : behind])
        yield Segment(SegmentKind.INSERTED, one.text[end:] + between + last[:cut])
        if last[cut:]:
            yield Segment(SegmentKind.SAME, last[cut:])
        place = behind + 1


def _goes_on(kept: Segment) -> bool:
    """Whether what stayed breaks off within a sentence."""
    ahead = kept.text.rstrip()
    return kept.kind is SegmentKind.SAME and bool(ahead) and ahead[-1] not in _ENDS_SENTENCE


def _rest_of_sentence(segments: Sequence[Segment], start: int) -> tuple[str, int]:
    """The words that stayed up to where their sentence ends, and the segment of that; empty where some went."""
    kept = ""
    for place in range(start, len(segments)):
        kind, text = segments[place]
        if kind is SegmentKind.DELETED:
            break
        if kind is SegmentKind.SAME:
            end = _end_of_sentence(text)
            if end:
                return kept + text[:end], place
            kept += text
    return "", 0


def _end_of_sentence(text: str) -> int:
    end = SENTENCE_END.search(text)
    return end.end() if end else 0


def _is_said(rest: str, said: str) -> bool:
    """Whether the rest of a sentence is said, edited, in words that were put ahead of it."""
    words, its = (_TOKEN.findall(one.lower()) for one in (rest, said))
    return (
        _words_in(words) >= _FEWEST_OF_A_REST
        and in_order([one for one in words if _WORD.match(one)], [one for one in its if _WORD.match(one)]) >= _SAID
    )


def coalesced(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind."""
    for kind, run in groupby(segments, key=lambda segment: segment.kind):
        yield Segment(kind, "".join(segment.text for segment in run))
