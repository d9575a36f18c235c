"""What a change did to the words of a provision that stood before it and after it, in a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from conductatlas.catalogue import Severity
from conductatlas.provisions import is_glossed
from conductatlas.reading import visible_text, word_count, word_line
from conductatlas.records.models import ChangeItem, Direction, ItemKind
from conductatlas.site.presenters.earlier_words import Stated, edit_of_statement, statement_that_came
from conductatlas.site.presenters.edited_words import NUMBERED_ANEW, among_others, by_stated, reworded
from conductatlas.site.presenters.named_edits import (
    ONLY_DIVIDED,
    differ_in_numbers_only,
    named_edit,
    sentences_struck,
    sentences_that_differ,
    telling_edit,
)
from conductatlas.site.presenters.redlines import (
    words_of,
    words_without_footnotes,
)
from conductatlas.site.presenters.stored_texts import TwoTexts

_WHERE_UNSURE = {
    (Stated.UNSURE, Stated.YES): "reworded (the words before may not state this)",
    (Stated.YES, Stated.UNSURE): "reworded (the words since then may not state this)",
}
_BESIDE = "words of its passage changed"
_OF_SENTENCES = re.compile(r"(?:a|one|two|three) sentences? w")
# What a change tells of a clause, where that quotes words that do not begin within a sentence.
_QUOTES, _LONGEST_TOLD = re.compile(r"(?:it adds |it leaves out )“(?![a-z])|“"), 200
_TELLS_OF_WORDS = re.compile(r"(?:(?:it adds|it leaves out|it no longer says|in the row) )“(?![a-z])|“")
_LONGEST_PHRASE = 340
_ADDED_OR_LEFT_OUT = re.compile(r"it (?:adds|leaves out|no longer says) “([^“”]*)”")
_BEHIND_AN_END, _FEWEST_OF_A_SENTENCE = re.compile(r"(?:[.!?:;\n•|][\W_]*|\(\w{1,3}\) |\b\d+\. )\Z"), 6
_QUOTED = re.compile(r"“([^“”]*)”")
_MOST_FACTS = 2
_TELLS_WHAT_WENT = re.compile(r"” (?:was|were) removed|\bit (?:leaves out|no longer says) “")
_CAME, _NEARLY_ALL = re.compile(r"“([^“”]*)” was added"), 0.75


def grades_told(item: ChangeItem) -> tuple[str | None, str | None]:
    """The grades before and after; none where they differ and nothing that moved in the clause bears that out.

    A grade rests on single words: that it fell is no step where nothing was found to be better for users, nor that it
    rose where nothing was worse.
    """
    before, after = (one.severity if one else None for one in (item.before, item.after))
    if item.is_beside or (before and after and before != after and not _is_step(item, before, after)):
        return None, None
    return before, after


def _is_step(item: ChangeItem, before: str, after: str) -> bool:
    fell = Severity(after).rank < Severity(before).rank
    return item.direction == (Direction.BETTER if fell else Direction.WORSE)


def edited(item: ChangeItem, before: str, after: str, stated: Mapping[int, Stated]) -> str:
    """What a change did to the words of a clause that stood before and after it."""
    was, now = (stated.get(one or 0, Stated.UNSURE) for one in (item.before_id, item.after_id))
    texts = TwoTexts(item.change.previous, item.change.version)
    if item.to_the_letter:
        return reworded(words_without_footnotes(before), words_without_footnotes(after), texts)
    if told := by_stated(item.before_id, item.after_id, stated):
        return told
    if differ_in_numbers_only(before, after):
        return NUMBERED_ANEW
    # Where the program is unsure of both wordings the page says so; here only what changed in them is told.
    in_doubt = item.unsure and Stated.UNSURE in (was, now)
    if in_doubt and (was, now) in _WHERE_UNSURE:
        return _WHERE_UNSURE[was, now]
    edit = named_edit(before, after, texts)
    if edit == ONLY_DIVIDED and not item.shifts:
        return edit
    edit = "" if edit == ONLY_DIVIDED else edit
    if in_doubt or (item.elsewhere and not item.unsure):
        return f"{_BESIDE}: {edit}" if edit else among_others(telling_edit(before, after, texts), _BESIDE)
    if edit and not _OF_SENTENCES.match(edit):
        return f"{ItemKind.REWORDED.value}: {edit}"
    other = (
        edit
        or _in_its_statement(item, texts)
        or _in_its_phrase(item)
        or among_others(telling_edit(before, after, texts))
    )
    told = other if other != ItemKind.REWORDED else _in_a_long_phrase(item) or other
    told = ItemKind.REWORDED.value if _is_nearly_all(told, after) else told
    return _facts_first(item, _with_those_that_went(told, before, after, texts))


def _with_those_that_went(told: str, before: str, after: str, texts: TwoTexts) -> str:
    """What is told of one edit of a clause, with that whole sentences of it went, of which that does not tell."""
    if "“" not in told or _TELLS_WHAT_WENT.search(told):
        return told
    went = sentences_struck(before, after, texts)
    if not went:
        return told
    one, others = "a sentence of it went or gave way to another", "some sentences of it went or gave way to others"
    return f"{told}; {one if went == 1 else others}"


def _is_nearly_all(told: str, after: str) -> bool:
    """Whether what is told to have come is nearly all that a clause says now: then it stands where other words went."""
    came = _CAME.search(told)
    return came is not None and word_count(came[1]) >= _NEARLY_ALL * word_count(visible_text(after))


def _facts_first(item: ChangeItem, told: str) -> str:
    """What was edited, behind the facts of the clause that moved: an age or a limit says more than any words.

    With such a fact the change tells the words that it rests on.
    """
    moved = [shift["phrase"] for shift in item.shifts][:_MOST_FACTS]
    if not moved:
        return told
    rest = (_in_a_long_phrase(item) or told).removeprefix(ItemKind.REWORDED.value).removeprefix("; ").removeprefix(": ")
    return f"{ItemKind.REWORDED.value}: {'; '.join([*moved, rest] if rest else moved)}"


def _in_its_statement(item: ChangeItem, texts: TwoTexts) -> str:
    """What was edited in the sentence that states the clause, where its passage has more edits than can be quoted."""
    provision = item.provision
    before, after = grades_told(item)
    # An edit told beside a step of the grade would be taken for its reason.
    if item.before is None or item.after is None or before != after or is_glossed(provision.document.language):
        return ""
    wordings = (item.before, item.after, provision.clause_type, provision.heading)
    if edit := edit_of_statement(*wordings):
        return f"{ItemKind.REWORDED.value}; in the sentence that states it, {edit}"
    came = statement_that_came(*wordings)
    return among_others(f"“{came}” was added") if came and texts.have_gained(came) else ""


def _in_its_phrase(item: ChangeItem) -> str:
    """What the change tells of it first, where that is a short quotation."""
    phrase = next(iter(item.phrases), "").replace("” becomes “", "” became “")
    fits = _QUOTES.match(phrase) and len(phrase) <= _LONGEST_TOLD and not _is_torn(phrase, item)
    return among_others(phrase) if fits else ""


def _in_a_long_phrase(item: ChangeItem) -> str:
    """The first quotation in what the change tells of it, where nothing shorter tells what was edited; empty for none.

    One that begins within a sentence is no sentence that came or went: a line was broken there.
    """
    quoting = [
        one
        for one in item.phrases
        if _TELLS_OF_WORDS.match(one) and len(one) <= _LONGEST_PHRASE and not _is_torn(one, item)
    ]
    if not quoting:
        return ""
    phrase = quoting[0].replace("” becomes “", "” became “")
    return f"{ItemKind.REWORDED.value}: {phrase}" if _tells_all(item) else among_others(phrase)


def _tells_all(item: ChangeItem) -> bool:
    """Whether what a change tells of a clause in one phrase quotes of every sentence that came, went or was edited."""
    if len(item.phrases) > 1 or item.before is None or item.after is None:
        return False
    quoted = [f" {word_line(one)} " for quote in _QUOTED.findall(item.phrases[0]) for one in quote.split("…")]
    differing = chain(*sentences_that_differ(item.before.passage.text, item.after.passage.text))
    lines = [f" {word_line(one)} " for one in differing]
    return all(any(one.strip() and (one in line or line in one) for one in quoted) for line in lines)


def _is_torn(phrase: str, item: ChangeItem) -> bool:
    """Whether a phrase tells so many words from within a sentence as added, or left out, that they seem to be one.

    Or only the beginning of such a sentence, which may end otherwise than it seems.
    """
    said = [words_of(one.passage.text) for one in (item.before, item.after) if one]
    quotes = _ADDED_OR_LEFT_OUT.findall(phrase)
    return any(quote.endswith("…") for quote in quotes) or any(
        text.find(quote) > 0 and not _BEHIND_AN_END.search(text[: text.find(quote)])
        for quote in quotes
        if word_count(quote) >= _FEWEST_OF_A_SENTENCE
        for text in said
    )
