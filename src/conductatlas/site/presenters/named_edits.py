"""What became of the words of a passage, where so little did that it can be quoted whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from conductatlas.changes import FOOTNOTE, Segment, SegmentKind, is_same_provision, more_in, stands_nearly_in
from conductatlas.comparison import rarity
from conductatlas.english import series
from conductatlas.provisions import content_stems, whole_spans
from conductatlas.reading import word_count, word_line, words
from conductatlas.site.presenters.edit_weights import weight_of_edit
from conductatlas.site.presenters.redlines import redline_of_passages, words_of
from conductatlas.site.presenters.stored_texts import TwoTexts

# So many edits, with so many words that went and as many that came, are quoted; and sentences of so many words.
_MOST_EDITS, _MOST_WORDS, _MOST_OF_SENTENCE = 2, 12, 30
# Of fewer words in all it can't be told what they turn, so that those beside them are quoted too.
_FEWEST_ALONE = 3
_MOST_SENTENCES = 3
# Of a sentence that tells most more words are quoted.
_FEWEST_OF_TELLING, _MOST_OF_TELLING = 8, 50
_ADDED, _REMOVED = "added", "removed"
# What a passage only took in of its text, or left to it, neither came nor went.
ONLY_DIVIDED = "the quotation begins or ends elsewhere; what it gained or lost stands in both versions"
# Of fewer words, or of words that weigh less, a reader learns nothing.
_FEWEST_OF_SENTENCE, _LEAST_TELLING = 5, 6.0
_NUMBERS = ("no", "one", "two", "three")
_ENDS, _BRACKETS = " ,;:.\n•·‣◦", (("(", ")"), ("[", "]"))
# Of a passage with more edits one is quoted by itself, where these are no more: it was not written anew.
_MOST_IN_ALL = 12
# What only sends elsewhere tells nothing.
_POINTS = re.compile(
    r"\W*(?:please )?(?:also )?(?:learn|read|review|see|visit|click|refer to|consult|check|for (?:more|further|details)"
    r"|to (?:learn|find out|read|see)|if you have (?:any )?(?:more |further )?questions?)\b",
    re.IGNORECASE,
)
# So much like a sentence of the other wording, one has become it.
_BECAME, _PLAINLY_BECAME = 0.4, 0.7
# What has so much of its words in a sentence that came or went instead of it may have become that.
_STANDS_FOR = 0.3
# What has so much of its words in the other wording may be said there.
_HELD = 0.7
_HALF = 0.5
_FIRST_WORD = re.compile(r"\s*\S+")
# A word, or all of a name up to it.
_LAST_WORD = re.compile(r"(?:(?<!\S)(?:[A-Z][\w’'-]* ){1,4}(?=[A-Z]))?\S*[^\s.!?:;]\s*\Z")
_LONGEST_IN_BRACKETS = 6
# So few words between two edits belong to both.
_MOST_BETWEEN = 1
# What sets a phrase off from its sentence.
_FEWEST_OF_PHRASE, _MOST_OF_PHRASE = 2, 24
_OPENS_PHRASE, _CLOSES_PHRASE = re.compile(r"[,;(\[]|[–—-] "), re.compile(r"[,;:.!?)\]\n]|[–—-] ")
_BEFORE_PHRASE, _ENDS_PHRASE = re.compile(r"(?:[,;:.!?(\[\n]| [–—-])\Z"), re.compile(r"(?:[,;:.!?)\]]| [–—-])\Z")
_LABEL = re.compile(r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)")
# So many words of its sentence must part one edit from the next where only one of them is told.
_FEWEST_APART, _ENDS_WITHIN = 4, re.compile(r"[.!?;:]\s|\n")
_LETTER = re.compile(r"[a-z]|[ivx]{2,4}")
_SIGN = re.compile(rf"(?:(?:{_LETTER.pattern}|\d+)(?:[ .]|\Z))+")
# The number of a section says nothing of its sentence.
_COUNTED = re.compile(r"\A\W*\d+(?:\.\d+)*\.?\s+(?=[A-Z])")
# The label of the item that follows, or what leads on to it.
_LABEL_BEHIND = re.compile(r"[;,.]\s*(?:(?:and|or)\s*)?(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\))?\Z")
_DOTTED = re.compile(r"(?=\S*\d)(?:\d+|[a-z])(?:\.(?:\d+|[a-z]))+")
_NEXT_SENTENCE = re.compile(r"[.!?]\s+\W*[A-Z]")
_ENDS_SENTENCE = re.compile(r"[.!?:;]\s*\Z")


class _Edit(NamedTuple):
    """Words that went and that came in one place; either may be empty. `left` and `right` stand beside them."""

    left: str
    went: str
    came: str
    right: str


def named_edit(before: str, after: str, texts: TwoTexts | None = None) -> str:
    """What came into a passage and what went from it, quoted: '“solely” was removed'; empty where that is too much.

    Whole sentences are counted where they are too long to be quoted. What the `texts` of both versions have is none
    that was added or removed; where there is nothing else, it is `ONLY_DIVIDED`.
    """
    return _sentences_that_moved(before, after, texts) or _words_that_moved(before, after, texts)


def _sentences_that_moved(before: str, after: str, texts: TwoTexts | None) -> str:
    """Which whole sentences came or which went, where nothing else changed."""
    moved, how = _moved_one_way(before, after)
    if not moved:
        return ""
    news = [one for one in moved if _is_news(one, how, texts)]
    if not news:
        return ONLY_DIVIDED if texts and all(map(texts.both_have, moved)) else ""
    # What a sentence right beside the passage says, edited, neither came nor went.
    news = [one for one in news if not (texts and texts.one_says_next_to(one, before, after))]
    if not news or len(moved) > _MOST_SENTENCES:
        return ""
    uncounted = len(news) < len(moved)
    moved = news
    if max(map(word_count, moved)) < _FEWEST_ALONE:
        # A number, or the mark of an item.
        return ""
    if len(moved) == 1 and word_count(moved[0]) <= _MOST_OF_SENTENCE:
        return f"“{_trimmed(moved[0])}” was {how}"
    if any(map(_begins_within, moved)) or not all(one.rstrip('*_ "”').endswith((".", "!", "?")) for one in moved):
        # Lines of an address, rows of a table, or items.
        return f"words were {how}"
    if uncounted:
        # A number of sentences would be taken for that of all that the redline marks.
        return ""
    return f"{_NUMBERS[len(moved)]} {'sentence was' if len(moved) == 1 else 'sentences were'} {how}"


@lru_cache(maxsize=512)
def _moved_one_way(before: str, after: str) -> tuple[Sequence[str], str]:
    """The sentences that a passage has more than before, or else fewer, and which of both; none where it has both."""
    had, has = _sentences(before), _sentences(after)
    went, came = more_in(had, has), more_in(has, had)
    if went and came:
        return [], ""
    return (came, _ADDED) if came else (went, _REMOVED)


def _is_news(said: str, how: str, texts: TwoTexts | None) -> bool:
    """Whether words that a passage gained or lost are none that its text only has elsewhere, or had; else few."""
    if texts is None or word_count(said) < _FEWEST_OF_SENTENCE:
        return True
    return texts.have_gained(said) if how == _ADDED else texts.have_lost(said)


def _begins_within(said: str) -> bool:
    """Whether what stands as a sentence begins within one: an item, or the rest of one whose line was broken."""
    return said.lstrip(" *_(“\"'•·-")[:1].islower()


def telling_edit(before: str, after: str, texts: TwoTexts | None = None) -> str:
    """Of more edits than can be quoted those that tell most: a whole sentence and a whole phrase; empty for none.

    None is told of what the `texts` of both versions have.
    """
    sentence, phrase = _telling_sentence(before, after, texts), _telling_phrase(before, after, texts)
    # What came as a sentence is no phrase besides.
    return _together([sentence] if word_line(phrase) in word_line(sentence) else list(filter(None, (sentence, phrase))))


def _telling_sentence(before: str, after: str, texts: TwoTexts | None) -> str:
    """The weightiest of the short sentences that one of two passages has alone, and nothing like it; empty for none."""
    found = sorted(_sentences_of_one(before, after), reverse=True)
    # The weightiest first, so that few are looked up.
    news = (
        f"“{_trimmed(said)}” was {how}"
        for _, said, how in found
        if _is_news(said, how, texts)
        and not (texts and (texts.both_nearly_have(said) or texts.one_says_next_to(said, before, after)))
    )
    return next(news, "")


def sentences_that_differ(before: str, after: str) -> tuple[list[str], list[str]]:
    """The sentences that went from a passage, and those that came into it."""
    had, has = _sentences(before), _sentences(after)
    return more_in(had, has), more_in(has, had)


def sentences_struck(before: str, after: str, texts: TwoTexts | None = None) -> int:
    """How many whole sentences of a passage went, with nothing like them in it after, nor in the later text."""
    had, has = _sentences(before), _sentences(after)
    others = " ".join(has)
    return sum(
        word_count(said) >= _FEWEST_OF_TELLING
        and _is_whole(said)
        and not any(is_same_provision(said, one, _BECAME) for one in has)
        and not stands_nearly_in(said, others)
        and not _is_spoken_of(said, others)
        and _is_news(said, _REMOVED, texts)
        and not (texts and texts.one_says_next_to(said, before, after))
        for said in more_in(had, has)
    )


@lru_cache(maxsize=512)
def _sentences_of_one(before: str, after: str) -> Sequence[tuple[float, str, str]]:
    """The short sentences that one of two passages has alone, and nothing like it: how weighty, and which has it."""
    had, has = _sentences(before), _sentences(after)
    came, went = more_in(has, had), more_in(had, has)
    # What has plainly become another sentence stands for none.
    gave_way, took_place = (
        [one for one in some if not any(is_same_provision(one, other, _PLAINLY_BECAME) for other in others)]
        for some, others in ((went, has), (came, had))
    )
    sides = ((came, had, gave_way, _ADDED), (went, has, took_place, _REMOVED))
    return [
        (weight_of_edit("", said), said, how)
        for moved, others, instead, how in sides
        for said in moved
        if _FEWEST_OF_TELLING <= word_count(said) <= _MOST_OF_TELLING
        and _is_whole(said)
        and not any(is_same_provision(said, other, _BECAME) for other in others)
        and not stands_nearly_in(said, " ".join(others))
        and not _is_spoken_of(said, " ".join(others))
        and not any(_may_stand_for(one, said) for one in instead)
    ]


def _is_whole(said: str) -> bool:
    """Whether what stands as a sentence is one that says something: no part of one, nor a mere pointer."""
    bare = said.rstrip("*_ ")
    balanced = all(said.count(opens) == said.count(closes) for opens, closes in _BRACKETS)
    return bare.endswith((".", "!", "?")) and balanced and "://" not in said and not _POINTS.match(said)


def _is_spoken_of(said: str, others: str) -> bool:
    """Whether most words of a sentence stand in the other passage, in whatever order: it may be said there."""
    stems = set(content_stems(said))
    return len(stems & set(content_stems(others))) >= _HELD * len(stems)


def _may_stand_for(one: str, other: str) -> bool:
    """Whether of two sentences, of which one came and one went, one may be what became of the other."""
    stems, others = set(content_stems(one)), set(content_stems(other))
    return len(stems & others) >= _STANDS_FOR * max(1, min(len(stems), len(others)))


def _telling_phrase(before: str, after: str, texts: TwoTexts | None) -> str:
    """The weightiest phrase that came into a sentence, or left it, whole; empty for none."""
    edits = _edits_of(before, after)
    if len(edits) > _MOST_IN_ALL:
        return ""
    had, has = (f" {word_line(words_of(text))} " for text in (before, after))
    exchanged = {one for pair in pairwise(edits) if _is_exchange(*pair) for one in pair}
    found = [
        one
        for one in edits
        if _is_phrase(one)
        and one not in exchanged
        and not _stands_elsewhere(one, had, has)
        and not _spans_sentences(one)
        and not any(_may_have_become(one, other) for other in edits)
        and _is_new_or_gone(one, texts)
    ]
    best = max(found, key=lambda one: weight_of_edit(one.went, one.came), default=None)
    return _told(best) if best and rarity(f"{best.went} {best.came}") >= _LEAST_TELLING else ""


def _is_phrase(edit: _Edit) -> bool:
    """Whether words only came, or only went, that marks set off from their sentence on both sides.

    Any other run of words that a comparison finds may begin and end in the middle of what they mean.
    """
    went, came = edit.went.strip(), edit.came.strip()
    said = went or came
    if (went and came) or not _FEWEST_OF_PHRASE <= word_count(said) <= _MOST_OF_PHRASE:
        return False
    if "://" in said or "\n" in said or _LABEL.search(said, 1):
        return False
    if said.endswith((".", "!", "?")) and not _OPENS_PHRASE.match(said):
        # A whole sentence is none.
        return False
    begins = _OPENS_PHRASE.match(said) or not edit.left.strip() or _BEFORE_PHRASE.search(edit.left.rstrip(" "))
    ends = _ENDS_PHRASE.search(said) or not edit.right.strip() or _CLOSES_PHRASE.match(edit.right.lstrip(" "))
    return bool(begins and ends)


def _can_be_quoted(edit: _Edit) -> bool:
    return all(word_count(one) <= _MOST_WORDS and "://" not in one for one in (edit.went, edit.came))


def _is_exchange(one: _Edit, other: _Edit) -> bool:
    """Whether words only came within few words of others that went, so that they say little without these.

    Or the other way round.
    """
    between = one.right
    if not 0 < word_count(between) < _FEWEST_APART or _ENDS_WITHIN.search(between):
        return False
    return any(
        (not first.went.strip() and word_count(second.went) >= _FEWEST_ALONE)
        or (not first.came.strip() and word_count(second.came) >= _FEWEST_ALONE)
        for first, second in ((one, other), (other, one))
    )


def _may_have_become(edit: _Edit, other: _Edit) -> bool:
    """Whether words that only came, or only went, are much of what went, or came, with another edit."""
    went, came = edit.went.strip(), edit.came.strip()
    if bool(went) is bool(came):
        return False
    instead = other.came if went else other.went
    return bool(content_stems(instead)) and _may_stand_for(went or came, instead)


def _spans_sentences(edit: _Edit) -> bool:
    """Whether words of two sentences came or went at once."""
    return any(_NEXT_SENTENCE.search(one.strip()) for one in (edit.went, edit.came))


def _stands_elsewhere(edit: _Edit, had: str, has: str) -> bool:
    """Whether words that went still stand in the passage, or words that came stood there."""
    went, came = word_line(edit.went), word_line(edit.came)
    if (went and f" {went} " in has) or (came and f" {came} " in had):
        return True
    # Of a word or two in another form, such as 'exclusive' and 'exclusively', nothing is new.
    return not (went and came) and _is_in_other_form(went or came, had if came else has)


def _is_in_other_form(said: str, other: str) -> bool:
    return word_count(said) <= _FEWEST_ALONE and has_half_of(said, other)


def has_half_of(said: str, other: str) -> bool:
    """Whether other words have half of what some say, be it in other forms or turned round."""
    stems, others = set(content_stems(said)), set(content_stems(other))
    return bool(stems) and len(stems & others) >= _HALF * len(stems)


def _sentences(passage: str) -> list[str]:
    shown = (_COUNTED.sub("", words_of(passage[start:end])) for start, end in _spans(passage))
    return [one for one in shown if word_line(one)]


def _spans(passage: str) -> list[tuple[int, int]]:
    """Where the sentences of a passage stand, none of which ends within brackets or the address of a link."""
    whole: list[tuple[int, int]] = []
    for start, end in whole_spans(passage):
        if whole and _is_open(passage[slice(*whole[-1])]) and "\n\n" not in passage[slice(*whole[-1])]:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _is_open(said: str) -> bool:
    return any(said.count(opens) > said.count(closes) for opens, closes in _BRACKETS)


def _words_that_moved(before: str, after: str, texts: TwoTexts | None) -> str:
    edits = _edits_of(before, after)
    if not 0 < len(edits) <= _MOST_EDITS or not all(_can_be_quoted(one) or _is_phrase(one) for one in edits):
        return ""
    went, came = (sorted(words(" ".join(side))) for side in zip(*((one.went, one.came) for one in edits), strict=True))
    # Else they only stand elsewhere in it, or in its text.
    if went == came or not all(_is_new_or_gone(one, texts) for one in edits):
        return ""
    return _together(list({one.casefold(): one for one in map(_told, reversed(edits))}.values())[::-1])


def differ_in_numbers_only(before: str, after: str) -> bool:
    """Whether two passages differ, and do so in nothing but numbers or letters of lines and sentences."""
    edits = _all_edits(before, after)
    return bool(edits) and all(map(_numbers, edits))


def differ_in_addresses_only(before: str, after: str) -> bool:
    """Whether two passages differ, and do so in nothing but the addresses of pages that they name."""
    sides = [side for one in _all_edits(before, after) for side in (one.went, one.came)]
    return bool(sides) and all("://" in side and len(side.split()) == 1 for side in sides)


def _edits_of(before: str, after: str) -> Sequence[_Edit]:
    """The places of a passage where words came or went that are no number of a note or an item."""
    return [one for one in _all_edits(before, after) if not _is_sign(one)]


@lru_cache(maxsize=512)
def _all_edits(before: str, after: str) -> Sequence[_Edit]:
    segments = redline_of_passages(FOOTNOTE.sub("", before), FOOTNOTE.sub("", after))
    return [one for one in _edits(segments) if word_line(one.went) != word_line(one.came)]


def _is_new_or_gone(edit: _Edit, texts: TwoTexts | None) -> bool:
    went, came = edit.went.strip(), edit.came.strip()
    return bool(went and came) or _is_news(went or came, _REMOVED if went else _ADDED, texts)


def _together(told: Sequence[str]) -> str:
    """What is told of some edits; of those that only added words, or only removed some, in one."""
    for how in (f" was {_ADDED}", f" was {_REMOVED}"):
        if len(told) > 1 and all(one.endswith(how) for one in told):
            return series([one.removesuffix(how) for one in told]) + how.replace("was", "were")
    return series(list(told))


def _edits(segments: Sequence[Segment]) -> list[_Edit]:
    """The places where words came or went, in the order of the passage.

    Where words gave way to others on both sides of a single word that stayed, that word belongs to them.
    """
    edits: list[_Edit] = []
    for edit in _single_edits(segments):
        last = edits[-1] if edits else edit
        near = word_count(last.right) <= _MOST_BETWEEN and not _ENDS_SENTENCE.search(last.right)
        if edits and near and all(one.went.strip() and one.came.strip() for one in (last, edit)):
            went, came = (
                f"{one}{last.right}{other}" for one, other in ((last.went, edit.went), (last.came, edit.came))
            )
            edits[-1] = _Edit(last.left, went, came, edit.right)
        else:
            edits.append(edit)
    return edits


def _single_edits(segments: Sequence[Segment]) -> Iterator[_Edit]:
    """Each place where words came or went by itself."""
    left, went, came = "", "", ""
    for segment in (*segments, Segment(SegmentKind.SAME, "")):
        if segment.kind is SegmentKind.DELETED:
            went += segment.text
        elif segment.kind is SegmentKind.INSERTED:
            came += segment.text
        else:
            # What opens a bracket is quoted to its end.
            within = _up_to_closing((went, came), segment.text)
            went, came = f"{went}{within}", f"{came}{within}"
            same = segment.text.removeprefix(within)
            if within and not same:
                continue
            if went or came:
                yield _Edit(left, went, came, same)
            left, went, came = same, "", ""


def _up_to_closing(sides: Sequence[str], same: str) -> str:
    """So much of the words behind an edit as goes up to the end of a bracket that opens in it; empty if far."""
    for opens, closes in _BRACKETS:
        if any(one.count(opens) > one.count(closes) for one in sides):
            head, closing, _ = same.partition(closes)
            if opens not in head and word_count(head) <= _LONGEST_IN_BRACKETS:
                return f"{head}{closing}"
    return ""


def _is_sign(edit: _Edit) -> bool:
    """Whether only the number or letter of an item or a note came or went, or gave way to another."""
    sides = _sides(edit)
    signs = _LETTER if edit.left.strip() else _SIGN
    return _numbers(edit) or (len(sides) == 1 and bool(signs.fullmatch(sides[0])))


def _numbers(edit: _Edit) -> bool:
    """Whether only what numbers a line, a sentence or an item in one came or went, or gave way to another."""
    sides, left, right = _sides(edit), edit.left.rstrip(" "), edit.right.strip()
    if not right:
        return False
    begins_line = not left or left.endswith("\n")
    in_brackets = left.endswith("(") and right.startswith(")") and len(sides) > 1
    dotted = bool(_ENDS_SENTENCE.search(left)) and all(map(_DOTTED.fullmatch, sides))
    return dotted or ((begins_line or in_brackets) and all(map(_SIGN.fullmatch, sides)))


def _sides(edit: _Edit) -> list[str]:
    """The words that went and those that came, where there are any."""
    return [word_line(one) for one in (edit.went, edit.came) if one.strip()]


def _told(edit: _Edit) -> str:
    went, came = _without_common(_trimmed(edit.went), _trimmed(edit.came))
    if word_count(went) + word_count(came) < _FEWEST_ALONE:
        # What ends a sentence has no neighbour behind it, nor then what it gave way to, which would seem to be that.
        within = not any(_ENDS_SENTENCE.search(said) for said in (edit.went, edit.came))
        sides = (edit.went, edit.came)
        went, came = (_with_neighbours(edit, said, behind=within) for said in sides)
    if went and came:
        return f"“{went}” became “{came}”"
    return f"“{went}” was {_REMOVED}" if went else f"“{came}” was {_ADDED}"


def _trimmed(said: str) -> str:
    """Words without the signs at their ends, nor a bracket there whose fellow they lack."""
    trimmed = _LABEL_BEHIND.sub("", said.strip(_ENDS)).strip(_ENDS)
    for opens, closes in _BRACKETS:
        if trimmed.startswith(opens) and trimmed.endswith(closes) and trimmed.count(opens) == 1:
            trimmed = trimmed[1:-1].strip(_ENDS)
        if trimmed.count(opens) < trimmed.count(closes):
            trimmed = trimmed.strip(f"{closes}{_ENDS}")
        elif trimmed.count(opens) > trimmed.count(closes):
            trimmed = trimmed.lstrip(f"{opens}{_ENDS}") if trimmed.startswith(opens) else f"{trimmed} …"
    return trimmed


def _without_common(went: str, came: str) -> tuple[str, str]:
    """What went and what came, without what the one has at its end of the other but for capitals, if that is all."""
    for shorter, longer in ((went, came), (came, went)):
        if shorter and longer.lower().endswith(f" {shorter.lower()}"):
            rest = _trimmed(longer[: -len(shorter)])
            return (rest, "") if longer is went else ("", rest)
    return went, came


def _with_neighbours(edit: _Edit, said: str, *, behind: bool) -> str:
    """Words with the one ahead of them, and the one `behind` them, in their sentence."""
    ahead, follows = _LAST_WORD.search(edit.left), _FIRST_WORD.match(edit.right)
    left = ahead.group() if ahead else ""
    right = follows.group() if follows and behind else ""
    return _trimmed(" ".join(f"{left}{said}{right}".split()))
