"""Which facts of a passage can be told of its clause as they stand, and which only in their sentence.

A figure that is one of several to choose from, or that is for something else than its kind says, would be told wrongly
by itself; so would an act that a licence allows for one end alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters
from conductatlas.provisions.facts.numbers import NUMBER
from conductatlas.provisions.facts.periods import periods
from conductatlas.provisions.facts.speech import SENTENCE_END

_KEPT, _ACT, _USE = "retention-period", "licence-act", "use"
_PERIODS = frozenset(
    (
        *("notice-period", "retention-period", "refund-period", "claim-deadline", "opt-out-deadline"),
        *("inactivity-period", "liability-period"),
    )
)
FIGURES = _PERIODS | {"liability-cap", "amount", "minimum-age"}

# 'For 7, 14, 30 or 90 days, as you choose', 'in five to ten days': the last of them alone is what no word says.
_ONE_OF_SEVERAL = re.compile(rf"(?<![\w.,$€£]){NUMBER},? ?(?:or |to |- ?|– ?)\Z")
_LONGEST_NUMBERS = 60
# The time to report a wrong charge is no time in which one can have money back.
_WRONG_CHARGE = re.compile(
    r"\b(?:erroneous|in error|errors?|incorrect(?:ly)?|by mistake|mistaken(?:ly)?|wrong(?:ly|ful)?|discrepanc(?:y|ies)"
    r"|unauthori[sz]ed|overcharg\w*|double[ -]charg\w*|disputed? (?:a |the |any )?(?:charge|payment|invoice|fee)s?)\b"
)
# Nor is the time in which one has to pay one in which something is kept.
_TO_PAY = re.compile(
    r"\b(?:pay|pays|paid|paying|payment|settle[sd]?)\b(?! (?:plan|account|service)s?\b)[^.;]{0,60}"
    r"\b(?:within|(?:not|no) later than) (?:a period of |the (?:first |next )?)?\Z"
)
_IS_KEPT = re.compile(
    r"\b(?:retain|retention|keep|kept|stor(?:e|ed|es|age|ing)\b|delet|eras|purg|remain|sav(?:e|ed|es|ing)\b|remov|destr"
    r"|anonymi|maintain|h[eo]ld|archiv|expir|dispos|available|log|back-?up|cache|preserv|queued|persist|last|recycl"
    r"|clear|de-?identif|irretriev|restor|recover|process|collect)"
)
# What stands in a list or a table, or in a line of its own, is led into by what stands above it.
_LISTED = re.compile(r"\s*(?:[-*+•·>|]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])")
# The column of a table need not say that something is kept.
_DURATION = re.compile(r"\b(?:duration|life(?:span|time)|time to live|ttl|how long)\b")
# 'You can set it to 3, 18 or 36 months', 'until the earlier of your request and 30 days after the end', 'it may not be
# deleted within 90 days'.
_AS_CHOSEN = re.compile(
    r"\byou (?:can|may) (?:also )?\[?(?:chang|choos|select|set|adjust|configur|extend|shorten)"
    r"|\b(?:earli(?:er|est)|lat(?:er|est)|longe[rs]t?|shorte[rs]t?) of\b|\bwhichever\b"
    r"|\bnot (?:be (?:deleted|removed|erased)|occur)\b[^.;]{0,30}\bwithin\b|\bwithin [^.;]{0,30} is not possible\b"
)
# A time in which the user deletes, or after which what nobody used goes, is none for which all is kept.
_ANOTHER_TIME = re.compile(
    r"\byou (?:can|may) (?:choose to |also )?(?:delet|remov|eras|recall|unsend|edit)\w*\b[^.;]{0,80}"
    r"\bwithin\b[^.;]{0,20}\Z"
    r"|(?:\bnot|n['’]t|\bwithout) (?:\w+ (?:or )?){0,2}?(?:access|us|log|sign|open|visit)\w*\b[^.;]{0,80}"
    r"\bfor\b[^.;]{0,30}\Z"
)
# 'You have 14 days, but we offer no right of withdrawal.'
_NONE_OFFERED = re.compile(
    r"\b(?:not (?:offer|provide|grant|have)|no) (?:an? |the |any )?(?:rights? (?:of withdrawal|to withdraw)|refunds?)\b"
)
# 'Between 13 and 17': neither is the age that counts.
_TO_AN_AGE = re.compile(r"(?: years?(?: of age| old)?)? ?(?:and|to|through|[-–]) ?(?:the age of )?\d\d\b")
_FROM_AN_AGE = re.compile(r"\d\d\)?(?: years?(?: of age| old)?)? ?(?:and|to|through|[-–]) ?(?:the age of )?\Z")
_LONGEST_AGE = 40
# 'Non-transferable (except to a successor)', 'irrevocable (for as long as we store it)'; and each licence is limited.
_BUT_FOR = re.compile(
    r",? \((?:except|other than|save|unless|solely|only|if|for (?:so|as) long as"
    r"|as (?:set|stated|described|permitted))\b"
)
_LIMITED = "limited"
# 'Modify for the purpose of formatting', 'create derivative works as authorized in these terms'.
_FOR_AN_END = re.compile(
    r"(?: works?| it| them| (?:your|such|the) [\w ]{2,20}?)? \(?"
    r"(?:(?:solely|only|for (?:the (?:sole )?)?purposes? of|for [\w ]{3,30}purposes only"
    r"|as (?:authori[sz]ed|permitted|necessary|needed|required))\b|to the extent\b|in order to\b)"
)
_LINE_END = re.compile(r"\n")
_ABBREVIATED = re.compile(r"(?:\b[a-z]\.[a-z]|\b(?:no|nos|inc|ltd|art|sec|rs|approx))\.\Z", re.IGNORECASE)
_LONGEST_ABBREVIATION = 8
_LONGEST_SENTENCE, _AROUND = 320, 130
# The rest of a link that begins ahead of a place, and a whole one.
_CUT_LINK = re.compile(r"[^\[\]]*\]\([^()\s]*(?: \"[^\"]*\")?\)")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*(?: \"[^\"]*\")?\)")


def told_by_themselves(facts: Sequence[Fact], passage: str) -> tuple[Fact, ...]:
    """The facts without those that say, each by itself, what the passage does not say.

    That a licence allows some use, and no more than that was read from it, is not told either.
    """
    lowered = small_letters(passage)
    own = [fact for fact in facts if not _is_one_of_several(lowered, fact) and not _is_for_another(lowered, fact)]
    has_kept = any(fact.kind == _KEPT for fact in own)
    timed = {(start, end) for start, end, _, _ in periods(passage)} if has_kept else set()
    found = timed - {(fact.start, fact.end) for fact in facts}
    acts = {fact.value for fact in own if fact.kind == _ACT}
    return tuple(
        fact
        for fact in own
        if not (fact.kind == _KEPT and _is_beside(passage, fact, found)) and not (fact.kind == _ACT and acts == {_USE})
    )


def _is_beside(passage: str, fact: Fact, places: Iterable[tuple[int, int]]) -> bool:
    """Whether something stands in the sentence of a fact at one of some places."""
    begins, stop = _bounds(passage, fact)
    return any(begins <= start < stop for start, _ in places)


def sentence_slice(passage: str, fact: Fact) -> tuple[int, int]:
    """Where the sentence of a fact starts and ends; of a very long one the words next to the fact."""
    begins, stop = _bounds(passage, fact)
    line, after = passage.rfind("\n", 0, fact.start) + 1, passage.find("\n", fact.end)
    if passage.startswith("|", line) and passage[begins:stop].strip(" |") == passage[fact.start : fact.end]:
        # A cell that holds nothing else says nothing without its row.
        begins, stop = line, after if after >= 0 else len(passage)
    ends = min(stop + 1, len(passage))
    if ends - begins <= _LONGEST_SENTENCE:
        return begins, ends
    start, end = _with_its_link(passage, fact)
    near, far = max(begins, start - _AROUND), min(ends, end + _AROUND)
    cut = near > begins and _CUT_LINK.match(passage, near, start)
    near = cut.end() if cut else near
    opened = passage.rfind("[", end, far) if far < ends else -1
    closed = _LINK.match(passage, opened) if opened >= 0 else None
    far = opened if opened >= 0 and (closed is None or closed.end() > far) else far
    return (
        near if near == begins else passage.find(" ", near, start) + 1 or start,
        far if far == ends else max(end, passage.rfind(" ", end, far)),
    )


def _with_its_link(passage: str, fact: Fact) -> tuple[int, int]:
    """Where a fact stands, or the link whose address it is."""
    opened = passage.rfind("[", 0, fact.start)
    link = _LINK.match(passage, opened) if opened >= 0 else None
    return link.span() if link and link.end() > fact.end else (fact.start, fact.end)


def _bounds(passage: str, fact: Fact) -> tuple[int, int]:
    """Where the sentence of a fact starts, and where the stop is that ends it."""
    begins = max((found.end() for found in _ends(passage, 0, fact.start)), default=0)
    return begins, min((found.start() for found in _ends(passage, fact.end, len(passage))), default=len(passage))


def _ends(passage: str, start: int, end: int) -> list[re.Match[str]]:
    """Where sentences end; each line is one at least, whatever it leads into."""
    sentences = [
        found
        for found in SENTENCE_END.finditer(passage, start, end)
        if not _ABBREVIATED.search(passage, max(0, found.start() - _LONGEST_ABBREVIATION), found.start() + 1)
    ]
    return [*_LINE_END.finditer(passage, start, end), *sentences]


def _is_one_of_several(lowered: str, fact: Fact) -> bool:
    if fact.kind == "minimum-age":
        before = max(0, fact.start - _LONGEST_AGE)
        return bool(_TO_AN_AGE.match(lowered, fact.end) or _FROM_AN_AGE.search(lowered, before, fact.start))
    if fact.kind not in _PERIODS:
        return False
    return _ONE_OF_SEVERAL.search(lowered, max(0, fact.start - _LONGEST_NUMBERS), fact.start) is not None


def _is_for_another(lowered: str, fact: Fact) -> bool:
    """Whether the sentence of a fact gives it for something else than its kind says."""
    if fact.kind in (_ACT, "licence-term"):
        return fact.value == _LIMITED or any(one.match(lowered, fact.end) for one in (_FOR_AN_END, _BUT_FOR))
    if fact.kind not in ("refund-period", _KEPT):
        return False
    begins, stop = _bounds(lowered, fact)
    sentence = lowered[begins:stop]
    if fact.kind == "refund-period":
        return _WRONG_CHARGE.search(sentence) is not None or _NONE_OFFERED.search(lowered) is not None
    if _AS_CHOSEN.search(sentence) or any(one.search(lowered, begins, fact.start) for one in (_TO_PAY, _ANOTHER_TIME)):
        return True
    return _IS_KEPT.search(sentence) is None and not _is_kept_by_what_leads_in(lowered, fact.start, stop)


def _is_kept_by_what_leads_in(lowered: str, place: int, stop: int) -> bool:
    """Whether a line is an item, a row or a heading's own, and what stands over it says that something is kept."""
    above = lowered[: place + 1].split("\n")
    line = above[-1] + lowered[place + 1 : stop]
    if _LISTED.match(line):
        lead_in = next((one for one in reversed(above[:-1]) if one.strip() and not _LISTED.match(one)), "")
        head = next((one for one in above if one.startswith("|")), "") if line.startswith("|") else ""
        return any(_IS_KEPT.search(one) or _DURATION.search(one) for one in (line, lead_in, head))
    return line.strip() == lowered[place:stop].strip()
