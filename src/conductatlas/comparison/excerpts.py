"""Part of a long clause: whole sentences, and those that speak of what another clause speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from conductatlas.assessment import goes_back
from conductatlas.comparison.likeness import Weights, weigh
from conductatlas.reading import visible_text

_SENTENCE_END = re.compile(r"(?:[.!?][\"”’)*_]{0,3}(?=\s)|\n)\s*")
_PART_END = re.compile(r"[;:,]\s+")
# A part that ends so breaks off just where what bounds it begins.
_LEADS_ON = re.compile(
    r"\b(?:provided|providing|unless|except|save|however|notwithstanding|subject to"
    r"|including|such as|in (?:each|any|either) case|without limitation)"
    r"(?:,? (?:that|however|further|for|but not limited to|without limitation))*[;:,]\s+\Z",
    re.IGNORECASE,
)
# So many characters hold the longest of these.
_LONGEST_LEAD = 60
# A full stop after these, after a single letter or after a number, ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|\d+|e\.g|i\.e|etc|inc|ltd|co|corp|no|nos|art|sec|vs|st|approx|incl))\.\Z", re.I
)
# Where a numbered section begins: '2.8 Assessing compliance', 'D.2. …'.
_SECTION = re.compile(r"^[ \t>]*(?:[-*+•·][ \t]*)*[*_]{0,3}(?:\d{1,3}|[A-Z])(?:\.\d{1,3})+\b", re.MULTILINE)
# What ends so goes on: a sentence that leads into a list, or stands before the last item of one.
_GOES_ON = re.compile(r"(?:[:,]|\b(?:and|or))[*_\s]*\Z")
# A text that ends so was cut off itself: at 'please see our'.
_CUT_OFF = re.compile(
    r"\b(?:an?|the|our|your|their|its|of|to|for|with|by|from|shall|will|may|must|is|are)\W*\Z", re.IGNORECASE
)
# A title, or the label of an item, has few words and none of these.
_MOST_OF_TITLE, _MOST_OF_LABEL = 14, 5
SAYS_SOMETHING = re.compile(
    r"\b(?:we|you|they|it|may|will|shall|must|can|cannot|is|are|be|has|have|do|does|agrees?|grants?|waives?|uses?"
    r"|governed?|applies|apply)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[*+•·-]|\d+[.)])\s")
# What is printed so before the rest of its line is a label, whatever it says.
_LABEL = re.compile(r"\s*(?:[*+•·-]\s+)?(?P<mark>\*\*|__)[^*_]+(?P=mark)[.:]?\Z")
# What begins so is half of what the sentence before it says.
_ADDS = re.compile(r"\W*(?:For (?:example|instance)|However|But)\b")
# The mark of an item within a paragraph: '(i)', '(b)', '(3)'; behind other words it names a section.
_MARK = re.compile(r"(?:\A|[:;,.]\s+|\b(?:and|or)\s+|\n\s*(?:[*+-]\s+)?)\((?P<mark>\d{1,2}|[a-z]|[ivx]{2,4})\)\s")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# An excerpt of whole sentences is taken where it says so much of what the best one says.
_ENOUGH_SAID = 0.9
# So much longer it may be for the sentence to which its first words go back.
_FOR_WHAT_IT_GOES_BACK_TO = 1.5
# Of a passage of many pages, or of many short pieces, only the beginning is looked at.
_MOST_CHARACTERS = 20_000
_MOST_STARTS = 300


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A slice of a clause as it stands in its document: `text` is `clause[start:end]`.

    `from_within`: whether it begins within a sentence, as only a sentence too long by itself makes necessary; `cut`:
    whether it begins or ends within one, where what bounds it may not be seen.
    """

    text: str
    start: int
    end: int
    whole: bool
    from_within: bool
    cut: bool


def excerpt(
    clause: str,
    length: int,
    subject: Weights,
    holding: tuple[int, int] | None = None,
    places: Sequence[tuple[int, int]] = (),
) -> Excerpt:
    """The sentences of a clause, `length` characters at most, that hold most of the words of `subject`.

    A clause that is short enough is given whole, and so is a sentence that holds what must be shown and is up to twice
    as long; where one is longer still, a part of it is. It ends with its section at the latest. `holding` is a stretch
    of the clause that the excerpt holds, or, where that is too long, begins with; of excerpts that do, one is taken
    that breaks off within no sentence, and holds most of other `places`. One whose first words go back to the sentence
    before it has that, too, and may be half as long again.
    """
    if len(clause) <= length:
        return Excerpt(
            clause, 0, len(clause), True, False, _CUT_OFF.search(clause, max(0, len(clause) - 20)) is not None
        )
    text = clause[:_MOST_CHARACTERS]
    sentences = sentence_ends(text)
    if long := _long_sentence(sentences, holding, length):
        start, end = long[0], long[0] + len(clause[slice(*long)].rstrip())
        return Excerpt(clause[start:end], start, end, False, False, False)
    ends = _ends(text, sentences, length)
    starts = [0, *ends[:-1]][:_MOST_STARTS]
    held_until = 0
    if holding:
        holding = (holding[1] - len(clause[slice(*holding)].lstrip()), holding[1])
        if near := [start for start in starts if _holds(start, length, holding)]:
            starts, held_until = near, holding[1]
    best, most = (0, 0), (False, -1, -1.0)
    best_sound, most_sound = best, most
    sections = [found.start() for found in _SECTION.finditer(text)]
    sound = [end for end in sentences if not _GOES_ON.search(text, max(0, end - _LONGEST_LEAD), end)]
    for start in starts:
        limit = _section_end(sections, max(start, held_until - 1), start + length)
        end = _last(sound, limit)
        if end <= start or end < min(held_until, start + length):
            end = _last(ends, limit)
        if end <= start or end > start + length:
            end = _word_end(clause, start, start + length)
        # A stretch that is too long is never held to its end.
        holds = end >= min(held_until, start + length)
        held = sum(1 for first, last in places if start <= first and last <= end)
        found = sum(weight for stem, weight in weigh(clause[start:end]).words.items() if stem in subject.words)
        if (holds, held, found) > most:
            best, most = (start, end), (holds, held, found)
        if end in sound and (start == 0 or start in sentences) and (holds, held, found) > most_sound:
            best_sound, most_sound = (start, end), (holds, held, found)
    start, end = best_sound if _says_enough(most_sound, most) else best
    start, end = _without_torn_ends(text, sentences, start, end, (holding, *places) if holding else places)
    start = _with_what_it_goes_back_to(text, sentences, start, end, length)
    end = start + len(clause[start:end].rstrip())
    from_within = start not in (0, *sentences)
    ends_within = not any(end <= one and not clause[end:one].strip() for one in sentences)
    cut = from_within or ends_within or _GOES_ON.search(clause, max(start, end - _LONGEST_LEAD), end) is not None
    return Excerpt(clause[start:end], start, end, False, from_within, cut)


def list_goes_on(clause: str, end: int) -> bool:
    """Whether a quotation of a clause that ends there breaks off its list: at '(i) a fee.' where '(ii)' follows."""
    if clause[:end].rstrip().endswith(";"):
        return bool(clause[end:].strip())
    last = next(iter([*_MARK.finditer(clause[:end])][::-1]), None)
    following = _MARK.search(clause, end)
    return last is not None and following is not None and following["mark"] in _marks_behind(last["mark"])


def _marks_behind(mark: str) -> tuple[str, ...]:
    """With which marks a list may go on behind an item: behind '(i)' with '(ii)' or '(j)'."""
    if mark.isdigit():
        return (str(int(mark) + 1),)
    letter = (chr(ord(mark) + 1),) if len(mark) == 1 else ()
    return (*letter, *_NUMERALS[_NUMERALS.index(mark) + 1 :][:1]) if mark in _NUMERALS else letter


def _with_what_it_goes_back_to(text: str, sentences: Sequence[int], start: int, end: int, length: int) -> int:
    """Where an excerpt begins that is not torn from the sentence of its paragraph to which its first words go back."""
    if start not in sentences or not needs_sentence_before(text[start:end]):
        return start
    before = max((one for one in (0, *sentences) if one < start), default=start)
    apart = "\n" in text[before:start] or end - before > _FOR_WHAT_IT_GOES_BACK_TO * length
    return start if apart else before


def needs_sentence_before(said: str) -> bool:
    """Whether the first words of a text go back to the sentence before it, or say half of what that one says."""
    visible = visible_text(said).strip()
    return goes_back(visible) or _ADDS.match(visible) is not None


def leads_on(said: str) -> bool:
    """Whether a text goes on behind its end: it leads into a list, or stands before the last item of one."""
    return _GOES_ON.search(said.rstrip(), max(0, len(said.rstrip()) - _LONGEST_LEAD)) is not None


def _without_torn_ends(
    text: str, sentences: Sequence[int], start: int, end: int, held: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """An excerpt without the tail of a paragraph that it begins with, and without titles that it ends with.

    What overlaps a stretch that is to be held stays; where there is none, what it begins with does.
    """
    line = text.find("\n", start, end) + 1
    is_tail = start > 0 and not text[:start].rstrip(" \t").endswith("\n")
    if held and is_tail and line and not overlaps(start, line, held):
        start = line + len(text[line:end]) - len(text[line:end].lstrip())
    while (last := max((one for one in (0, *sentences) if one < end and text[one:end].strip()), default=0)) > start:
        if overlaps(last, end, held) or not is_title(text, last, end):
            break
        end = last
    return start, end


def overlaps(start: int, end: int, held: Sequence[tuple[int, int]]) -> bool:
    """Whether a slice of a clause overlaps one of some stretches of it."""
    return any(first < end and start < last for first, last in held)


def is_title(text: str, start: int, end: int) -> bool:
    """Whether a sentence says nothing by itself: a title, or the label of an item that goes on behind it."""
    said = text[start:end].rstrip()
    if text[text.rfind("\n", 0, start) + 1 :].lstrip().startswith("|"):
        return False
    if len(visible_text(said).split()) > _MOST_OF_TITLE or said.endswith((";", ":")):
        return False
    line_goes_on = "\n" not in text[start + len(said) : end] and end < len(text)
    if SAYS_SOMETHING.search(said):
        return line_goes_on and _LABEL.match(said) is not None
    return line_goes_on or _ITEM.match(said) is None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether a title is one beyond doubt: few words, or such as are printed apart from the rest of their line."""
    said = text[start:end].rstrip()
    few = len(visible_text(said).split()) <= _MOST_OF_LABEL
    return is_title(text, start, end) and (few or _LABEL.match(said) is not None)


def _says_enough(some: tuple[bool, int, float], most: tuple[bool, int, float]) -> bool:
    """Whether an excerpt holds what another one holds, and says nearly as much."""
    return some[:2] == most[:2] and some[2] >= _ENOUGH_SAID * most[2]


def _last(ends: Sequence[int], limit: int) -> int:
    """The last of some ends up to a limit; 0 for none."""
    found = bisect_right(ends, limit)
    return ends[found - 1] if found else 0


def _section_end(sections: Sequence[int], after: int, limit: int) -> int:
    """Where the section ends in which a place stands, or the limit, if that comes before."""
    following = bisect_right(sections, after)
    return min(sections[following], limit) if following < len(sections) else limit


def _long_sentence(sentences: Sequence[int], holding: tuple[int, int] | None, length: int) -> tuple[int, int] | None:
    """The sentence that holds a stretch and is too long for an excerpt, yet no more than twice as long."""
    for start, end in pairwise((0, *sentences)):
        if holding and start <= holding[0] and holding[1] <= end and length < end - start <= 2 * length:
            return start, end
    return None


def _holds(start: int, length: int, holding: tuple[int, int]) -> bool:
    """Whether an excerpt from `start` on holds a whole stretch, or begins with one that is too long."""
    first, last = holding
    return start <= first and last <= start + length if last - first <= length else start == first


def _ends(text: str, sentences: list[int], length: int) -> list[int]:
    """Where an excerpt may end: with a sentence, or, within one that is too long by itself, with a part of it."""
    ends: list[int] = []
    for end in sentences:
        start = ends[-1] if ends else 0
        if end - start > length:
            parts = (found.end() for found in _PART_END.finditer(text, start, end - 1))
            ends.extend(part for part in parts if not _LEADS_ON.search(text[max(start, part - _LONGEST_LEAD) : part]))
        ends.append(end)
    return ends


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of a text end, with the space behind them; never within the label of a link."""
    ends: list[int] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        sentence = text[start : found.end()]
        if sentence.count("[") > sentence.count("]"):
            continue
        if "\n" in found.group() or not _ABBREVIATION.search(text[max(0, found.start() - 8) : found.start() + 1]):
            ends.append(found.end())
            start = found.end()
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def _word_end(text: str, start: int, limit: int) -> int:
    space = text.rfind(" ", start, limit)
    return space if space > start else limit
