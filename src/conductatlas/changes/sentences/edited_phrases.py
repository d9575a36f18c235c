"""What an edit made of a sentence, in a phrase: what became what, or what it says now, with what came and went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from conductatlas.changes.language.cutting import cut_short
from conductatlas.changes.language.effect import canonical_word, says_the_same, words_of_effect
from conductatlas.changes.language.quotations import (
    CLAUSE_ENDS,
    FEWEST_LEFT_OUT,
    Edit,
    alone,
    edits,
    limits,
    plain,
    quoted_around,
    turning,
    with_ellipses,
)
from conductatlas.changes.language.sentence_ends import whole_sentences
from conductatlas.changes.language.words import has_digit, in_order, spaced_line
from conductatlas.changes.layout.lists import goes_on
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.redlines.quoting import weight_of_edit
from conductatlas.changes.redlines.redline import SegmentKind
from conductatlas.changes.sentences.promises import JOINING
from conductatlas.changes.sentences.referring import refers_back
from conductatlas.changes.sentences.sentence_weights import SentenceChange, points_elsewhere
from conductatlas.english import series
from conductatlas.provisions import content_stems
from conductatlas.reading import sentences, word_line, words

# What is quoted as it stood and stands has no more characters, where a phrase on another sentence was told before; …
LONGEST_OF_BOTH = 260
# … and so long are those that are told before all else, and a sentence that was divided, each part of which says half.
LONGEST_OF_FIRST = 440
# Of a longer one all words that changed are quoted, with so many around each, up to here; fewer where several did.
_AROUND, _AROUND_ONE_OF_SEVERAL, _LONGEST_OF_PIECES = 7, 4, 440
# A sentence that is quoted as it is now may be so long, and what came and went in it.
LONGEST_OF_REWORDED, _LONGEST_OF_EDITS = 480, 160
# What was struck from a sentence and the sentence are quoted together up to here.
_LONGEST_STRUCK_AND_LEFT = 540
# Two wordings so long are not told side by side for an edit so short: a reader had to look for it.
_LONG_TWICE, _LONGEST_OF_EDIT = 200, 80
# Between what is quoted of it, and up to where its clause ends, so many words are left out at least; fewer if that
# makes it too long.
_FEWEST_BETWEEN = (16, 8, FEWEST_LEFT_OUT)
# So much of its beginning, and of what a word behind it turns, is quoted where the edits stand behind that.
_BEGINNING, _AFTER_TURNING, _MOST_TURNING = 5, 4, 2
# … and so much of that of another sentence behind it: who acts in it may stand behind what goes before.
_BEGINNING_OF_NEXT = 10
# Of so many words that were struck such a share stands in their sentence still, in order, where it says them again.
_FEWEST_AGAIN, _AGAIN = 6, 0.85
_CONDITIONS = frozenset(("if", "provided", "until"))
# Of a longer sentence no fewer characters are quoted.
SHORTEST_QUOTE = 80
# A sentence of so many words is quoted whole: a gap in it may take what it turns on.
_MOST_WORDS = 60
# What was put ahead of a sentence is a clause from so many words on.
_FEWEST_OF_A_CLAUSE = 9
# A row is named up to so many characters.
_LONGEST_NAME_OF_ROW = 80
# Such words say nothing by themselves: what was struck of them is told in its sentence.
_BARE = frozenset(
    (
        *("will", "would", "shall", "can", "could", "may", "might", "be", "been", "being", "is", "are", "was", "were"),
        *("do", "does", "did", "has", "have", "had", "it", "its", "them", "they", "their", "we", "us", "our", "you"),
        *("your", "he", "she", "that", "which", "who", "this", "these", "those", "to", "of", "and", "or", "the", "a"),
        *("an", "in", "on", "at", "by", "for", "with", "as", "so", "such", "also", "then", "there"),
    )
)
# So few words that were struck are shown with those around them.
_FEW_STRUCK = 3
# What joins an item to the next one.
_TO_THE_NEXT = re.compile(r"[;,]\s*(?:and|or|and/or)\s*\Z", re.IGNORECASE)


def edited(change: SentenceChange, longest: int) -> str:
    """What became what in the weightiest of the edits that the redline of a sentence marks.

    The sentence is quoted as it stood and stands where both have no more characters than `longest`.
    """
    old, new = change.before.split(), change.after.split()
    marked = {
        kind: frozenset(word for one in change.segments if one.kind is kind for word in words(one.text))
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    }
    found = []
    for left, right in (_as_item(old, new, *pair) for pair in edits(old, new)):
        went, came = " ".join(old[left.first : left.stop]), " ".join(new[right.first : right.stop])
        told = (
            marked[SegmentKind.DELETED].intersection(words(went)),
            marked[SegmentKind.INSERTED].intersection(words(came)),
        )
        if any(told) and not says_the_same(went, came) and not (not came and _still_says(new, went)):
            by = weight_of_edit(went if told[0] else "", came if told[1] else "")
            found.append(((by, bool(came)), left, right))
    if not found and says_the_same(change.before, change.after):
        # Another section, or another address, is what is told of it.
        found = [((0, True), left, right) for left, right in edits(old, new)]
    if not found:
        return ""
    # What only points elsewhere goes behind all else.
    found = [one for one in found if not (_points_elsewhere(old, one[1]) and _points_elsewhere(new, one[2]))] or found
    _, left, right = max(found, key=lambda one: one[0])
    was, says = _with_list(change.before, _quoted(old, left)), _with_list(change.after, _quoted(new, right))
    is_whole = max(len(old), len(new)) <= _MOST_WORDS
    is_divided = len(sentences(change.before)) != len(sentences(change.after))
    struck = " ".join(old[left.first : left.stop])
    only_went = not _BARE.issuperset(words(struck)) and not _says_anything(" ".join(new[right.first : right.stop]))
    lost = _with_less(old, new, left, right) if len(found) == 1 and not only_went else ""
    in_scraps = only_went and _in_scraps([old[one.first : one.stop] for _, one, _ in found])
    most = LONGEST_OF_FIRST if is_divided or in_scraps else LONGEST_OF_BOTH if only_went or lost else longest
    added = _put_behind(old, new, left, right) if is_whole and len(found) == 1 else ""
    if added:
        return f"to {'the row ' if has_rows(change.after) else ''}“{was}”, it adds “{added}”"
    if _stands_ahead(old, new, left, right):
        return f"it adds “{alone(' '.join(new[: right.stop]))}”"
    wholes = ((_has_figures(new, one), by, _whole_sentences_at(new, other, one)) for by, other, one in found)
    has_figures, _, whole = max((one for one in wholes if one[-1]), default=(False, None, ""))
    if whole and (has_figures or whole == _whole_sentences_at(new, left, right)):
        return whole
    if is_whole and len(was) + len(says) <= most:
        once = _with_its_edit(change, left, right, was, says) if len(found) == 1 else ""
        return once or f"“{was}” becomes “{says}”"
    cut = _cut(change, [one for _, *one in found], (left, right)) if only_went else lost
    return cut or _edited_at_length(change, [one for _, *one in found])


def _cut(change: SentenceChange, found: Sequence[Sequence[Edit]], weightiest: tuple[Edit, Edit]) -> str:
    """What a sentence lost, of which the rest stood before: a few words with those around them, before and after.

    Of more words, or of several cuts, which went, and from which sentence; empty where that one is too long.
    """
    old, new = change.before.split(), change.after.split()
    struck = [" ".join(old[left.first : left.stop]) for left, _ in found]
    left, right = weightiest
    if len(found) == 1 and left.stop - left.first <= _FEW_STRUCK:
        was, says = quoted_around(old, left), quoted_around(new, right)
        if was != says and len(was) + len(says) <= LONGEST_OF_FIRST:
            return f"“{was}” becomes “{says}”"
    are_cuts = not any(_says_anything(" ".join(new[other.first : other.stop])) for _, other in found)
    went = struck if are_cuts else [" ".join(old[left.first : left.stop])]
    whole = whole_of(change.after)
    says = whole if len(whole) <= LONGEST_OF_FIRST else pieces(new, [right], FEWEST_LEFT_OUT)
    says = says if len(says) <= LONGEST_OF_REWORDED else _sentence_at(new, right)
    named = series([f"“{one}”" for one in dict.fromkeys(map(alone, went)) if one])
    if not 0 < len(says) <= LONGEST_OF_REWORDED:
        return ""
    is_long = len(named) + len(says) > _LONGEST_STRUCK_AND_LEFT
    return f"it no longer says {named}{'' if is_long else f' in “{says}”'}"


def _as_item(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> tuple[Edit, Edit]:
    """Where words were struck, and as well so many ahead of them that end an item: 'the blue seal,', not 'seal, the'.

    Of 'the blue seal, the blue box' either may have left 'the blue box'. As it is where no such item ends there.
    """
    if right.first != right.stop:
        return left, right
    for back in range(1, left.stop - left.first):
        if back > min(left.first, right.first) or plain(old[left.first - back]) != plain(old[left.stop - back]):
            break
        if old[left.stop - back - 1].endswith(","):
            at = right.first - back
            return Edit(left.first - back, left.stop - back), Edit(at, at)
    return left, right


def _with_less(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> str:
    """An edit that put only some of its own words in place of them, with those around, before and after.

    'Letter, card or parcel' became 'letter or card'. Empty where it took much, or nothing that says something.
    """
    went, came = (words(" ".join(one)) for one in (old[left.first : left.stop], new[right.first : right.stop]))
    lost, more = Counter(went) - Counter(came), Counter(came) - Counter(went)
    if more or not came or lost.total() > _FEW_STRUCK or _BARE.issuperset(lost):
        return ""
    was, says = quoted_around(old, left), quoted_around(new, right)
    return f"“{was}” becomes “{says}”" if was != says and len(was) + len(says) <= LONGEST_OF_FIRST else ""


def _in_scraps(struck: Sequence[Sequence[str]]) -> bool:
    """Whether several cuts were made of which one is no more than a name of a list: 'and Larkwell'."""
    return len(struck) > 1 and any(
        len(one) <= _FEW_STRUCK and not JOINING.isdisjoint((word_line(one[0]), word_line(one[-1])))
        for one in struck
        if one
    )


def _with_its_edit(change: SentenceChange, left: Edit, right: Edit, was: str, says: str) -> str:
    """A sentence as it is now, with what came and went in it, where that is little and both wordings are long.

    Empty where they are sooner read side by side, and where it leads into a list.
    """
    if change.cut_off or goes_on(change.after) or len(was) + len(says) < _LONG_TWICE:
        return ""
    old, new = change.before.split(), change.after.split()
    told = _edits_told([(old[left.first : left.stop], new[right.first : right.stop])])
    noun = "row" if has_rows(change.after) else "sentence"
    return f"a reworded {noun} now says “{says}”{told}" if 0 < len(told) <= _LONGEST_OF_EDIT else ""


def _edited_at_length(change: SentenceChange, found: Sequence[Sequence[Edit]]) -> str:
    """What became what in a sentence that is too long to be told twice, by its edits: where each stands in both.

    As it is now, with what came and went in it; or all its edits, as one of several may be what limits another.
    """
    old, new = change.before.split(), change.after.split()
    noun = "row" if has_rows(change.after) else "sentence"
    pairs = [(old[one.first : one.stop], new[other.first : other.stop]) for one, other in found]
    told = _edits_told(pairs)
    whole = whole_of(change.after)
    if told and len(whole) <= LONGEST_OF_REWORDED:
        return f"a reworded {noun} now says “{whole}”{told}"
    went, came = [one for one, _ in found], [one for _, one in found]
    for fewest in _FEWEST_BETWEEN:
        says = _with_list(change.after, pieces(new, came, fewest))
        # Of whom it speaks is told by what it says now.
        for quote in (pieces(old, went, fewest), pieces(old, went, FEWEST_LEFT_OUT, bare=True)):
            was = _with_list(change.before, quote)
            # What is cut to the same words shows nothing of its edit.
            if was != says and len(was) + len(says) <= _LONGEST_OF_PIECES:
                return f"“{was}” becomes “{says}”"
    in_row = _sentences_of_row(new, found) if has_rows(change.after) else ""
    if in_row:
        return in_row
    says = cut_short(whole, LONGEST_OF_REWORDED, SHORTEST_QUOTE)
    last = max(one.stop for one in came)
    is_cut = says.endswith("…") and not goes_on(change.after)
    if not says or (is_cut and len(" ".join(new[:last])) > len(says)):
        says = _with_list(change.after, pieces(new, came, FEWEST_LEFT_OUT))
    if len(says) <= LONGEST_OF_REWORDED:
        return f"a reworded {noun} now says “{says}”{told or _longest_told(pairs)}" if says else ""
    # Of several edits the one with figures is told, or else the longest that can be quoted.
    weightiest = sorted(
        found, key=lambda pair: (_has_figures(new, pair[1]), pair[1].stop - pair[1].first), reverse=True
    )
    return next(filter(None, (_one_of_several(new, *pair) for pair in weightiest)), "")


def _sentences_of_row(shown: Sequence[str], found: Sequence[Sequence[Edit]]) -> str:
    """What the sentences of a row say now that its longest edit touched, where these are whole ones and not too many.

    Nothing of an edit that took words, and put none there.
    """
    _, edit = max(found, key=lambda pair: pair[1].stop - pair[1].first)
    touched = [span for span in _spans_of_sentences(shown) if span[0] < edit.stop and edit.first < span[1]]
    if len(touched) < 2 or not all(one[1] == other[0] for one, other in pairwise(touched)):
        return ""
    first, stop = touched[0][0], touched[-1][1]
    says = whole_of(" ".join(shown[first:stop]))
    row = _in_row(shown, Edit(first, stop))
    return f"{row}reworded sentences now say “{says}”" if row and len(says) <= LONGEST_OF_FIRST else ""


def _points_elsewhere(shown: Sequence[str], edit: Edit) -> bool:
    """Whether an edit took out, or put in, no more than whole sentences that point elsewhere."""
    if edit.first == edit.stop:
        return True
    said = whole_sentences(sentences(" ".join(shown[edit.first : edit.stop])))
    return all(map(points_elsewhere, said)) and _is_of_whole_sentences(shown, edit)


def _is_of_whole_sentences(shown: Sequence[str], edit: Edit) -> bool:
    spans = _spans_of_sentences(shown)
    return edit.first in {first for first, _ in spans} and edit.stop in {stop for _, stop in spans}


def _has_figures(shown: Sequence[str], edit: Edit) -> bool:
    return any(map(has_digit, shown[edit.first : edit.stop]))


def _whole_sentences_at(shown: Sequence[str], left: Edit, right: Edit) -> str:
    """That whole sentences of several came, where an edit is these, and they are not too long; or else nothing."""
    added = " ".join(shown[right.first : right.stop])
    is_short = left.first == left.stop and len(added) <= LONGEST_OF_REWORDED
    if not is_short or not _is_of_whole_sentences(shown, right) or refers_back(added):
        return ""
    return f"{_in_row(shown, right)}it adds “{alone(added)}”"


def _one_of_several(shown: Sequence[str], left: Edit, right: Edit) -> str:
    """What the one of several sentences says, given by their words, in which an edit lies; or nothing.

    Nothing is told of one that lies in none alone.
    """
    added = _whole_sentences_at(shown, left, right)
    if added:
        return added
    first, stop = _span_at(shown, right)
    if not 0 < stop - first < len(shown):
        return ""
    says = cut_short(whole_of(" ".join(shown[first:stop])), LONGEST_OF_REWORDED, SHORTEST_QUOTE)
    noun = "row" if "|" in shown else "sentence"
    is_told = len(says.split()) >= right.stop - first
    return f"{_in_row(shown, right)}a reworded {noun} now says “{says}”" if is_told else ""


def _sentence_at(shown: Sequence[str], edit: Edit) -> str:
    """The one of several sentences, given by their words, in which an edit lies; empty where it lies in none alone."""
    first, stop = _span_at(shown, edit)
    return whole_of(" ".join(shown[first:stop]))


def _span_at(shown: Sequence[str], edit: Edit) -> tuple[int, int]:
    """Where the one of several sentences begins and ends in which an edit lies; 0 and 0 where it lies in none alone."""
    its = (span for span in _spans_of_sentences(shown) if span[0] <= edit.first and edit.stop <= span[1])
    return next(its, (0, 0))


def _in_row(shown: Sequence[str], edit: Edit) -> str:
    """The row in which an edit lies, by the first sentence of its first cell, where that is short and another one."""
    first, stop = next(iter(_spans_of_sentences(shown)), (0, 0))
    name = alone(" ".join(shown[first:stop]).strip("*_ "))
    is_named = "|" in shown and edit.first >= stop and 0 < len(name) <= _LONGEST_NAME_OF_ROW
    return f"in the row “{name}”, " if is_named else ""


def _spans_of_sentences(shown: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the sentences of some words begin and end; one of a row ends with its cell."""
    return _spans_in(" ".join(shown))


# It is asked of each edit of a row, before and after.
@lru_cache(maxsize=4)
def _spans_in(said: str) -> tuple[tuple[int, int], ...]:
    shown = said.split()
    cells = [at for at, word in enumerate(shown) if word == "|"]
    found = []
    for begun, end in zip([0, *(at + 1 for at in cells)], [*cells, len(shown)], strict=True):
        first = begun
        for one in whole_sentences(sentences(" ".join(shown[begun:end]))):
            stop = first + len(one.split())
            if stop > first:
                found.append((first, stop))
            first = stop
    return tuple(found)


def _edits_told(some: Iterable[tuple[Sequence[str], Sequence[str]]]) -> str:
    """What came and went in a sentence that is quoted as it is now, if that is short."""
    told = (_edit_told(alone(" ".join(went)), alone(" ".join(came))) for went, came in some)
    said = "; ".join(dict.fromkeys(told))
    return f" ({said})" if len(said) <= _LONGEST_OF_EDITS else ""


def _longest_told(some: Collection[tuple[Sequence[str], Sequence[str]]]) -> str:
    """The longest words that only came, or only went, in a sentence that is quoted as it is now, if that is short."""
    only = [(alone(" ".join(went)), alone(" ".join(came))) for went, came in some if not (went and came)]
    longest = max(only, key=lambda pair: len("".join(pair)), default=("", ""))
    told = _edit_told(*longest)
    if not content_stems("".join(longest)) or len(told) > _LONGEST_OF_EDITS:
        return ""
    return f" ({'among other edits, ' if len(some) > 1 else ''}{told})"


def _edit_told(went: str, came: str) -> str:
    if went and came:
        return f"“{went}” became “{came}”"
    return f"“{came}” is new" if came else f"“{went}” is struck"


def _put_behind(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> str:
    """What an edit put behind a sentence that says no less than before; empty where it did another thing."""
    ends = left.stop == len(old) and right.stop == len(new) and right.stop - right.first > left.stop - left.first
    went = word_line(" ".join(old[left.first : left.stop]))
    return alone(" ".join(new[right.first : right.stop])) if ends and not went else ""


def _stands_ahead(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit only put a clause, or more, ahead of a sentence that was one before, not too long a one."""
    said, came = old[left.first : left.stop], new[right.first : right.stop]
    is_clause = bool(came) and came[-1].endswith((";", ".")) and len(came) >= _FEWEST_OF_A_CLAUSE
    return right.first == 0 and not word_line(" ".join(said)) and is_clause and len(" ".join(came)) <= LONGEST_OF_FIRST


def whole_of(sentence: str) -> str:
    """A sentence or an item as it is quoted, without what joins it to the next one."""
    return _with_list(sentence, alone(_TO_THE_NEXT.sub("", sentence)))


def _with_list(sentence: str, quote: str) -> str:
    """A quote of a sentence with … for the items that it leads into."""
    return f"{quote} …" if goes_on(sentence) and not quote.endswith("…") else quote


def pieces(shown: Sequence[str], changed: Sequence[Edit], fewest: int, *, bare: bool = False) -> str:
    """The words of all edits of a sentence with those around each, … for others that are so many or more.

    With its beginning, and up to where a clause ends, unless they are quoted `bare`.
    """
    around = _AROUND if len(changed) == 1 else _AROUND_ONE_OF_SEVERAL
    kept = {place for one in changed for place in range(one.first - around, one.stop + around)}
    # What denies or limits the words of the edits is not cut off.
    last = max(one.first for one in changed)
    ahead = [at for at in turning(shown) if at < last and word_line(shown[at]) not in _CONDITIONS][-_MOST_TURNING:]
    kept |= {near for place in ahead for near in range(place - 1, place + _AFTER_TURNING)}
    if not bare:
        kept |= {*range(_BEGINNING)}
        kept |= {
            at
            for first, stop in _spans_of_sentences(shown)
            if first and any(first <= one.first < stop for one in changed)
            for at in range(first, min(first + _BEGINNING_OF_NEXT, stop))
        }
        end = max(kept) + 1
        clause = next((at + 1 for at in range(end - 1, len(shown)) if shown[at].endswith(CLAUSE_ENDS)), len(shown))
        kept |= {*range(end, len(shown) if limits(shown[clause:]) else clause)}
    edges = sorted({-1, *(place for place in kept if 0 <= place < len(shown))})
    kept |= {at for one, other in pairwise(edges) if other - one <= fewest for at in range(one, other)}
    kept = _up_to_clauses(shown, kept)
    # Half a pair of quotation marks may be in a gap.
    text = alone(with_ellipses(shown, kept)).replace('"', "")
    return text if min(kept) < FEWEST_LEFT_OUT else f"… {text}"


def _up_to_clauses(shown: Sequence[str], kept: set[int]) -> set[int]:
    """The places of words that are quoted, with those beside each gap up to where a clause begins or ends."""
    ends = [at + 1 for at, word in enumerate(shown) if word.endswith(CLAUSE_ENDS)]
    found = set(kept)
    inside = sorted(place for place in kept if 0 <= place < len(shown))
    begins = max((end for end in ends if end <= inside[0]), default=0)
    closes = next((end for end in ends if end > inside[-1]), len(shown))
    found |= {*range(begins, inside[0]), *range(inside[-1], closes)}
    for one, other in pairwise(inside):
        first = next((end for end in ends if one < end <= other), other)
        stop = next((end for end in reversed(ends) if first <= end <= other), first)
        if other - one > 1:
            found |= {*range(one, first), *range(stop, other)}
    return found


def _says_anything(came: str) -> bool:
    """Whether words that came say something: by themselves, by whom they bind to what, or as a number."""
    said = words(came)
    return bool(content_stems(came) or words_of_effect(said)) or any(canonical_word(one).isdigit() for one in said)


def _still_says(shown: Sequence[str], went: str) -> bool:
    """Whether words that were struck stand in the sentence all the same, which had them twice, or nearly so."""
    line, struck = spaced_line(" ".join(shown)), word_line(went).split()
    if not struck or spaced_line(went) in line:
        return bool(struck)
    return len(struck) >= _FEWEST_AGAIN and in_order(struck, line.split(), _AGAIN) >= _AGAIN


def _quoted(shown: Sequence[str], edit: Edit) -> str:
    return alone(" ".join(shown)) if len(shown) <= _MOST_WORDS else quoted_around(shown, edit)
