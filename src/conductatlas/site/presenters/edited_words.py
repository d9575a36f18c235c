"""How one wording of a provision differs from the one before it, in a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from conductatlas.assessment import without_title
from conductatlas.changes import (
    SegmentKind,
    exchanged_names,
    have_little_in_common,
    links_came,
    marks_nothing,
    only_names_exchanged,
    says_the_same,
)
from conductatlas.provisions import LIKELY
from conductatlas.reading import visible_text, word_count, word_line
from conductatlas.records.models import Change, ItemKind, Wording
from conductatlas.records.review import SURE
from conductatlas.site.presenters.earlier_words import Stated
from conductatlas.site.presenters.named_edits import (
    ONLY_DIVIDED,
    differ_in_addresses_only,
    differ_in_numbers_only,
    named_edit,
    telling_edit,
)
from conductatlas.site.presenters.redlines import (
    differ_in_markup_only,
    redline_of_passages,
    words_of,
    words_without_footnotes,
)
from conductatlas.site.presenters.stored_texts import TwoTexts

# For so many pairs of wordings their texts are asked whether words changed, or only the bounds of the quotation.
_MOST_LOOKED_UP = 3
_SAME = "the same words, "
# A number or letter by which sections and items are counted.
_NUMBER = re.compile(r"(?:\d+\w?|[a-z]|[ivx]+)(?:\.(?:\d+\w?|[a-z]|[ivx]+))*")
# What may be a title, or a label, in words.
_LONGEST_TITLE = 8
# Which of the words before and after a change state the clause.
_BY_STATED = {
    (Stated.NO, Stated.YES): "the words that state it were added",
    (Stated.YES, Stated.NO): "the words that state it were removed",
    (Stated.NO, Stated.NO): "other words of its passage changed",
}
NUMBERED_ANEW = f"{_SAME}numbered otherwise"
_ADDRESSED_ANEW = f"{_SAME}with another address in them"
IN_OTHER_WORDS = "other words, or another passage of this type"
_PERHAPS_OF_ANOTHER = "its words gave way to others, of which the program is unsure that they state this"
# What no change tells of, since none of its words came or went in the text, or none that it states.
DRAWN_ANEW = "the quotation begins or ends elsewhere (the text itself may be unchanged)"
CAME_OR_WENT = "some of its words changed"
# Of words that went from within a sentence, or came into one, where links of a capture lost theirs.
MAY_LACK_LINKS = "the newer capture may only lack the words of its links"
_MAY_HAVE_LACKED_LINKS = "the capture before may only have lacked the words of its links"
_ENDS_A_SENTENCE = re.compile(r"[.!?]\W*\Z")


def was_reworded(wordings: Sequence[Wording]) -> bool:
    """Whether words of a record came into its text, or went from it, since it began; `wordings` are all, in order.

    Other bounds of the quotation, numbers, capitals and the like are no other words. Texts are looked up for the first
    few in doubt alone; any more are taken to be other words.
    """
    in_doubt = []
    for old, new in pairwise(wordings):
        how = differs(old.passage.text, new.passage.text)
        if how == DRAWN_ANEW:
            in_doubt.append((old, new))
        elif _is_of_words(how):
            return True
    return len(in_doubt) > _MOST_LOOKED_UP or any(
        _is_of_words(
            named_edit(
                old.passage.text, new.passage.text, TwoTexts(old.last_version or old.first_version, new.first_version)
            )
        )
        for old, new in in_doubt
    )


def _is_of_words(how: str) -> bool:
    return how not in ("", ONLY_DIVIDED) and not how.startswith(_SAME)


def with_links_in_doubt(told: str, change: Change, before: str, after: str) -> str:
    """What is told of an edit, with the doubt whether a capture only lacks the words of its links, where that is so.

    They are within sentences, and only went or only came.
    """
    came = links_came(change.reasons)
    if came is None or told.startswith(_SAME):
        return told
    edits = [
        one
        for one in redline_of_passages(before, after)
        if one.kind in (SegmentKind.DELETED, SegmentKind.INSERTED) and word_count(one.text)
    ]
    kind = SegmentKind.INSERTED if came else SegmentKind.DELETED
    may_be = all(one.kind is kind and not _ENDS_A_SENTENCE.search(one.text) for one in edits)
    return f"{told}; {_MAY_HAVE_LACKED_LINKS if came else MAY_LACK_LINKS}" if edits and may_be else told


def in_other_words(before: Wording, after: Wording) -> str:
    """What is told of a wording that has too little in common with the one before it to be compared with that."""
    return _PERHAPS_OF_ANOTHER if before.confidence >= SURE > LIKELY > after.confidence else IN_OTHER_WORDS


def differs(before: str, after: str) -> str:
    """How a passage differs from the one before it, in words; empty where a reader sees the same words in both.

    That is so where only markup, blanks, numbers of footnotes and addresses that are hidden changed. Only where the
    words of one stand whole in the other did its bounds move.
    """
    if before == after or differ_in_markup_only(before, after):
        return ""
    segments = redline_of_passages(before, after)
    if marks_nothing(segments):
        return ""
    went, came = (
        " ".join(one.text for one in segments if one.kind is kind)
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    )
    bare, now = words_without_footnotes(before), words_without_footnotes(after)
    said, says = (f" {word_line(passage)} " for passage in (bare, now))
    if said.casefold() == says.casefold() or says_the_same(went, came):
        return reworded(bare, now)
    if differ_in_title_only(before, after):
        return titled(before, after)
    if differ_in_numbers_only(before, after):
        return NUMBERED_ANEW
    if have_little_in_common(before, after):
        return IN_OTHER_WORDS
    return DRAWN_ANEW if said in says or says in said else CAME_OR_WENT


def differ_in_title_only(before: str, after: str) -> bool:
    """Whether two passages have the same words but for a few at their beginning that are no sentence."""
    shorter, longer = sorted((words_without_footnotes(before), words_without_footnotes(after)), key=len)
    title = longer.removesuffix(shorter)
    bare = title.strip(" .:*")
    ends = title.rstrip().endswith((".", ":")) or _is_in_bold(bare, before, after)
    alone = title != longer and ends and bool(word_line(shorter))
    return alone and len(word_line(title).split()) <= _LONGEST_TITLE and ". " not in bare


def _is_in_bold(title: str, before: str, after: str) -> bool:
    """Whether one of two passages begins with words in bold that are the title of its sentence."""
    return any(
        below != one and word_line(visible_text(one[: -len(below)])).endswith(word_line(title))
        for one in (before, after)
        if (below := without_title(one))
    )


def titled(before: str, after: str) -> str:
    """What became of the words before those that two passages have in common: a number, or a title."""
    shorter, longer = sorted((words_without_footnotes(before), words_without_footnotes(after)), key=len)
    numbered = all(_NUMBER.fullmatch(one) for one in word_line(longer.removesuffix(shorter)).split())
    what = "number" if numbered else "title"
    added = len(words_without_footnotes(after)) > len(words_without_footnotes(before))
    return f"{_SAME}now with a {what} before them" if added else f"{_SAME}now without the {what} before them"


def _spelled_anew(before: str, after: str) -> str:
    """How two passages of the same letters differ."""
    if "".join(before.split()) == "".join(after.split()):
        return f"{_SAME}with other spacing"
    cased, cased_now = ("".join(filter(str.isalnum, one)) for one in (before, after))
    if cased == cased_now:
        return f"{_SAME}with other punctuation"
    alike = "".join(before.split()).casefold() == "".join(after.split()).casefold()
    return f"{_SAME}with other capitals" if alike else f"{_SAME}with other punctuation or capitals"


def _letters(said: str) -> str:
    return "".join(filter(str.isalnum, said)).casefold()


def _as_written(name: str, text: str) -> str:
    """A name with the signs between its words, as a text has them."""
    found = re.search(r"\b" + r"\W{1,3}".join(map(re.escape, name.split())), words_of(text))
    return found.group() if found else name


def reworded(before: str, after: str, texts: TwoTexts | None = None) -> str:
    """What was edited in a clause to the letter: which names gave way to others, if that can be told.

    That no effect was found in it is not told: of a long edit a reader would learn only that.
    """
    if _letters(before) == _letters(after):
        return _spelled_anew(before, after)
    if differ_in_numbers_only(before, after):
        return NUMBERED_ANEW
    if differ_in_addresses_only(before, after):
        return _ADDRESSED_ANEW
    pairs = [
        (_as_written(went, before), _as_written(came, after))
        for went, came in exchanged_names(before, after)
        if _letters(went) != _letters(came)
    ]
    exchanged = "; ".join(f"“{went}” became “{came}”" for went, came in pairs)
    if exchanged and only_names_exchanged(before, after):
        return f"{ItemKind.REWORDED.value}: {exchanged}"
    if exchanged:
        return among_others(exchanged)
    edit = named_edit(before, after, texts)
    if edit == ONLY_DIVIDED:
        return edit
    return f"{ItemKind.REWORDED.value}: {edit}" if edit else among_others(telling_edit(before, after, texts))


def among_others(edit: str, how: str = ItemKind.REWORDED.value) -> str:
    """That a clause was reworded, with one of many edits where there is one to tell."""
    if not edit:
        return how
    # What is news in the text is no matter of the bounds of a quotation.
    return f"{CAME_OR_WENT if how == DRAWN_ANEW else how}; among other edits, {edit}"


def by_stated(before: int | None, after: int | None, stated: Mapping[int, Stated]) -> str:
    """What is told of an edit, by which of two wordings state the clause; empty where both do, or that is unsure.

    They are named by their ids; `stated` says of which it is known.
    """
    was, now = (stated.get(one or 0, Stated.UNSURE) for one in (before, after))
    return _BY_STATED.get((was, now), "")
