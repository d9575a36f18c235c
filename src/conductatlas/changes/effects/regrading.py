"""Whether and how the severity of a clause moved: only where the words that its grade rests on came or went."""

from __future__ import annotations

import re

from conductatlas.catalogue import Catalogue, ClauseType, Severity
from conductatlas.changes.aligning.pair import Pair
from conductatlas.changes.aligning.standing_words import did_not_come, did_not_go, sentence_at
from conductatlas.changes.following.standing import Standing
from conductatlas.changes.language.quotations import alone
from conductatlas.changes.language.words import in_order, likeness
from conductatlas.changes.layout.headings import title_over
from conductatlas.changes.redlines.nearby import around
from conductatlas.changes.redlines.redline import SegmentKind, redline
from conductatlas.changes.sentences.said import said_in
from conductatlas.provisions import Finding, Reason, grade, has_modifier
from conductatlas.reading import Document, visible_text, word_line, words

# Of the words that a grade rests on, such a share must have come, or gone.
_MOST = 0.5
# Both passages must be as sure as this to state the clause, and have so much in common.
_SURE, _ALIKE = 0.75, 0.5
# … or the longer one so much of the shorter one.
_HELD = 0.8
# A sentence of so much in common with another one was that one, or is.
_MUCH_THE_SAME = 0.7
_PLANS = r"(?:paid|paying|free|trial|premium|plus|pro|team|business|enterprise|consumer|commercial|education)"
_PLACES = (
    r"(?:(?-i:EU|EEA|UK|U\.?S\.?)|European|(?:United|certain|some) (?:Kingdom|States|countries|regions)|California)"
)
# A sentence that holds for some people, for some plans or in some places.
_FOR_SOME = re.compile(
    rf"\b{_PLANS}(?: \w+){{0,2}} (?:services?|plans?|versions?|tiers?|users?|customers?|accounts?|members?)\b"
    r"|\bsubscribers\b|\bresidents?\b|\b(?:certain|some|eligible) (?:users|customers|people|members|accounts)\b"
    r"|\b(?:consumers?|users?|customers?|live|reside|located|you are) (?:in|within|outside) (?:the )?"
    rf"{_PLACES}\b|\b(?:when|where|if) such \w+ is available\b",
    re.IGNORECASE,
)


def is_regraded(catalogue: Catalogue, before: Standing, after: Finding, pair: Pair) -> bool:
    """Whether a wording has another grade than the one before, for words that its text has not in both versions.

    Of the two, the modifier that outweighs the other made the difference, by coming or by going. It did neither where
    it still holds, or held before, right beside the passage, nor where most of its words are in both passages.
    """
    if (before.severity, before.stance) == (after.severity.value, after.stance.value):
        return False
    if min(before.confidence, after.confidence) < _SURE or not are_alike(before.quote, after.quote):
        return False
    clause_type = catalogue[after.clause_type]
    was, now = (grade(clause_type, quote).reasons for quote in (before.quote, after.quote))
    both = {one.modifier for one in grade(clause_type, f"{before.quote}\n\n{after.quote}").reasons}
    moved = [
        *(one for one in was if _went(clause_type, one, before.quote, after.quote, pair)),
        *(one for one in now if _came(clause_type, one, before.quote, after.quote, pair)),
    ]
    decisive = [one for one in (*was, *now) if one.modifier in both] or [*was, *now]
    return all(one in moved for one in decisive)


def are_alike(before: str, after: str) -> bool:
    """Whether two quotes have so much in common that the one is the other edited, and can be weighed against it."""
    said, says = words(visible_text(before)), words(visible_text(after))
    shorter, longer = sorted((said, says), key=len)
    return likeness(said, says) >= _ALIKE or in_order(shorter, longer) >= _HELD


def _went(clause_type: ClauseType, reason: Reason, before: str, after: str, pair: Pair) -> bool:
    sentence = sentence_at(before, reason.start, reason.end)
    return (
        not did_not_go(sentence, pair.after)
        and not has_modifier(clause_type, reason.modifier, around(after, pair.new))
        and not _is_said(clause_type, reason.modifier, sentence, pair.new)
        and _share_alone(reason, before, after) >= _MOST
    )


def _came(clause_type: ClauseType, reason: Reason, before: str, after: str, pair: Pair) -> bool:
    # That something is not there did not come.
    if _why(reason).startswith("no "):
        return False
    sentence = sentence_at(after, reason.start, reason.end)
    return (
        not did_not_come(sentence, pair.before, pair.after)
        and not has_modifier(clause_type, reason.modifier, around(before, pair.old))
        and not _is_said(clause_type, reason.modifier, sentence, pair.old)
        and _share_alone(reason, after, before) >= _MOST
    )


def _is_said(clause_type: ClauseType, modifier: str, sentence: str, document: Document) -> bool:
    """Whether a text has a sentence much like another one, anywhere, that says what a modifier is about."""
    line = word_line(sentence).split()
    return any(
        likeness(line, one.line.split(), _MUCH_THE_SAME) and has_modifier(clause_type, modifier, one.text)
        for one in said_in(document)
    )


def _share_alone(reason: Reason, passage: str, other: str) -> float:
    """Of the words of a passage that a grade rests on, how many another passage has not there, from 0 to 1."""
    start, end = reason.start, reason.end
    while start > 0 and passage[start - 1].isalnum():
        start -= 1
    while end < len(passage) and passage[end].isalnum():
        end += 1
    sought = list(words(visible_text(passage[start:end])))
    shown = [
        (word, one.kind is SegmentKind.DELETED)
        for one in redline(visible_text(passage), visible_text(other))
        if one.kind is not SegmentKind.INSERTED
        for word in words(one.text)
    ]
    for place in range(len(shown) - len(sought) + 1):
        if [word for word, _ in shown[place : place + len(sought)]] == sought:
            return sum(struck for _, struck in shown[place : place + len(sought)]) / max(1, len(sought))
    there = frozenset(words(visible_text(other)))
    return sum(word not in there for word in sought) / max(1, len(sought))


def regraded(catalogue: Catalogue, before: Standing, after: Finding, document: Document) -> str:
    """How severity moved, under which title, and the modifier that moved it: the one that came, or else that went.

    `document` is the new text. Of a modifier of whose words some stand in both passages it is not said that it is what
    moved: "without notice and liability" may only have got the half of it.
    """
    if before.severity == after.severity.value:
        return ""
    verb = "rises" if after.severity.rank > Severity(before.severity).rank else "falls"
    title = title_over(document, after.first)
    under = f" under “{alone(title)}”" if title else ""
    said = f"severity {verb} from {before.severity} to {after.severity.value}{under}"
    reasons = after.reasons or grade(catalogue[after.clause_type], before.quote).reasons
    passages = (after.quote, before.quote) if after.reasons else (before.quote, after.quote)
    if not reasons or _share_alone(reasons[0], *passages) < 1 or not rests_on_all(catalogue, before, after):
        return said
    return f"{said} ({'now' if after.reasons else 'before'}: {_why(reasons[0])})"


def rests_on_all(catalogue: Catalogue, before: Standing, after: Finding) -> bool:
    """Whether no sentence that either grade rests on is, by its words, for some people or plans alone.

    Where one is, nothing tells that what it grants, or takes, was there for the others.
    """
    return not any(
        _FOR_SOME.search(sentence_at(quote, one.start, one.end))
        for quote in (before.quote, after.quote)
        for one in grade(catalogue[after.clause_type], quote).reasons
    )


def _why(reason: Reason) -> str:
    """What the modifier of a grade says of the words that it rests on: 'notice is promised'."""
    return reason.explanation.partition(": ")[2] or reason.explanation
