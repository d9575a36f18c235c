"""What lays something heavy down that the other text has no word of: who decides quarrels, who pays, what is owned.

One side may say it in a new sentence or by an edit. Where the other text speaks of the same at all, in whatever words,
it is not asked here: a clause that is only reworded is told by its edits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from conductatlas.changes.sentences.promises import promised_act
from conductatlas.changes.sentences.said import said_in
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.reading import Document, kept_with_document

_READER = r"(?:you|users?|customers?|members?|subscribers?|developers?|licensees?|creators?|sellers?)"
_OWN = r"(?:contents?|inputs?|outputs?|prompts?|works?|materials|submissions|images|creations)"

# Where a sentence stands: its block, and which of all sentences it is.
_Place = tuple[float, int]


class _Heavy(NamedTuple):
    """What lays it down: a sign in small letters, and the words; and by which words a sentence speaks of it at all.

    Without one of the `signs`, in small letters, it does not.
    """

    sign: str
    lays_down: re.Pattern[str]
    speaks: re.Pattern[str]
    signs: tuple[str, ...]


def _heavy(sign: str, lays_down: str, speaks: str, *others: str) -> _Heavy:
    """`others`: the signs of speaking of it, where these are not the same."""
    return _Heavy(sign, re.compile(lays_down, re.IGNORECASE), re.compile(speaks, re.IGNORECASE), others or (sign,))


# That no adverts are shown, and nothing is set or used for them.
_NO_ADVERTISING = (
    r"\b(?:(?:do|does|will) not|(?:do|does)n['’]t|won['’]t|never)\b[^.;]{0,30}"
    r"\b(?:use|set|place|show|serve|display|run)\b[^.;]{0,60}\badvertis\w+"
)
_HEAVY = {
    "arbitration": _heavy(
        "arbitra",
        r"(?<!not )\bagrees? to\b[^.;]{0,160}\barbitrat"
        r"|\b(?:resolved|settled|determined|decided|submitted|referred)\b"
        r"(?:(?!\bmay\b|\bcan\b)[^.,;]){0,60}?\b(?:by|through|to|via|in|using)\b"
        r"(?: (?!arbitrat|may\b|can\b)[\w,-]+){0,5}? arbitration\b",
        r"\barbitrat",
    ),
    "class action": _heavy(
        "class",
        r"\b(?:waiv|not|nor|neither|never|no|only|prohibit)\w*\b[^.;]{0,200}"
        r"\bclass[ -](?:wide |action|arbitration|member)"
        r"|\bclass[ -](?:action|arbitration)s?\b[^.;]{0,120}\b(?:waive[sd]?|not|prohibited)\b",
        r"\bclass[ -](?:wide|action|arbitration|member)|\brepresentative (?:action|proceeding)",
        *("class", "representative"),
    ),
    "jury": _heavy(
        "jury",
        r"\bwaiv\w*\b[^.;]{0,140}\bjury\b|\bjury\b[^.;]{0,80}\b(?:is|are) waived\b"
        r"|\b(?:give|giving) up\b[^.;]{0,80}\bjury\b",
        r"\bjury\b",
    ),
    "cap": _heavy(
        "liab",
        r"\bliability\b[^.;]{0,300}\b(?:not|never) (?:\w+ )?(?:exceed|be (?:more|greater) than)\b"
        r"|\bliability\b[^.;]{0,120}\b(?:is|are|be|shall be|will be) (?:\w+ )?(?:limited|capped) (?:to|at)\b"
        r"|\bnot (?:be )?liable\b[^.;]{0,160}\b(?:in excess of|more than|exceeding)\b",
        r"\bliab\w+\b.{0,400}\b(?:exceed\w*|excess|limited to|capped|(?:more|greater) (?:than|of))\b",
    ),
    "indemnity": _heavy(
        "indemnif",
        rf"\b{_READER}(?:,| |\bhereby|\balso|\bagrees?|\bto|\bwill|\bshall|\bmust|\bfully|\bdefend|\band){{1,12}}"
        r"indemnif(?:y|ies)\b",
        r"\bindemnif|\bharmless\b",
        *("indemnif", "harmless"),
    ),
    "renewal": _heavy(
        "renew",
        r"\b(?:will|shall|is|are) (?:be )?auto(?:matically)?[ -]?renew(?:s|ed)?\b"
        r"|\b(?:subscriptions?|plans?|memberships?|terms?|agreements?|orders?)(?: will| shall)?(?: \w+)?"
        r" (?:auto(?:matically)?[ -]?renews?|renews? (?:\w+ ){0,2}automatically)\b"
        r"|\bbe renewed automatically\b",
        r"\brenew",
    ),
    "ownership": _heavy(
        "you",
        rf"\byou (?:will |shall |do )?(?:\([^)]*\) )?(?:retain|keep|own|remain the owners?)\b[^.;]{{0,80}}\b{_OWN}\b",
        rf"\b(?:own|owns|owned|owners?|ownership|retains?|title)\b.{{0,120}}\b{_OWN}\b"
        rf"|\b{_OWN}\b.{{0,120}}\b(?:owned|owners?|ownership|yours|belongs?)\b",
        *("own", "retain", "title", "yours", "belong"),
    ),
    "advertising": _heavy("advertis", _NO_ADVERTISING, _NO_ADVERTISING),
}
# What only asks, or tells of a case, lays nothing down.
_IN_A_CASE = re.compile(r"\?\W*\Z|\A\W*(?:if|unless)\b", re.IGNORECASE)
# What a reader may be glad of is heavy where it goes.
_HEAVY_WHERE_IT_GOES = frozenset(("advertising", "ownership", "sale", "training"))


def laid_down(sentence: str) -> frozenset[str]:
    """What heavy things a sentence surely lays down or promises; none of most sentences."""
    small = sentence.lower()
    perhaps = [kind for kind, one in _HEAVY.items() if one.sign in small and one.lays_down.search(sentence)]
    heavy = () if perhaps and _IN_A_CASE.search(sentence) else perhaps
    return frozenset((*heavy, *filter(None, (promised_act(sentence),))))


def where_laid_down(sentence: str) -> tuple[int, int] | None:
    """Where a sentence lays the first heavy thing down, by its characters; None where it lays none down."""
    if not laid_down(sentence):
        return None
    small = sentence.lower()
    found = (one.lays_down.search(sentence) for one in _HEAVY.values() if one.sign in small)
    return min((one.span() for one in found if one), default=None)


@kept_with_document
def spoken_of(document: Document) -> frozenset[str]:
    """Of which heavy things any sentence of a text speaks."""
    found: set[str] = set()
    for one in said_in(document):
        small = one.text.lower()
        found.update(
            kind
            for kind, its in _HEAVY.items()
            if kind not in found and any(map(small.__contains__, its.signs)) and its.speaks.search(one.text)
        )
        found.update(filter(None, (promised_act(one.text),)))
    return frozenset(found)


def speaks_of_limit(document: Document) -> bool:
    """Whether any sentence of a text limits what somebody is liable for."""
    return "cap" in spoken_of(document)


def with_heavy(changes: Mapping[_Place, SentenceChange], old: Document, new: Document) -> dict[_Place, SentenceChange]:
    """Changes of sentences by their places, with those marked that are heavy and of one text: of each thing the first.

    That is what a sentence of the old text laid down, or one of the new text does, of which the other has no word.
    """
    marked = dict(changes)
    told: set[tuple[bool, str]] = set()
    for place, one in sorted(changes.items(), key=lambda entry: entry[0]):
        laid, lays = laid_down(one.before), laid_down(one.after) - _HEAVY_WHERE_IT_GOES
        gone = {(True, kind) for kind in laid - spoken_of(new)} if laid else set()
        fresh = {(False, kind) for kind in lays - spoken_of(old)} if lays else set()
        if not (gone | fresh) <= told:
            marked[place] = replace(one, is_heavy=True)
        told |= gone | fresh
    return marked
