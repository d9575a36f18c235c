"""Which sentences of a clause do not say what it does: those about refusing it, and those for some people alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.assessment.limits import condition_of
from conductatlas.assessment.quoting import STATES

_USER = r"(?:you|(?:the |a )?(?:customers?|users?|members?|subscribers?))"
_NOT_WANT = r"(?:(?:do|does|did) not|(?:do|does|did)n['’]t) (?:want|wish|allow|agree|accept|consent)"
_REFUSE = (
    r"(?:opt(?:s|ed|ing)?[- ]?out|refus\w+|declin\w+|reject\w*|disabl\w+|withdr[ae]w\w*|object\w*"
    rf"|turn\w* (?:\w+ ){{0,3}}off|{_NOT_WANT})\b"
)
_CHOOSE = (
    r"(?:(?:have|has) (?:the )?control|(?:manage|control|change|adjust|choose) "
    r"(?:your|their|the|its|whether|how|which|not))\b"
)
_ABOUT_REFUSING = re.compile(
    # 'If you have opted out, …', 'To opt out, …'.
    rf"\W*(?:(?:if|where|when|once|unless|should) {_USER} (?:\w+ ){{0,3}}?{_REFUSE}|(?:to|for) {_REFUSE}"
    # 'Your opt-out only counts for …'.
    r"|(?:your|(?:the )?(?:customer|user)['’]s|an|any|this|such) (?:opt[- ]?out|objection|refusal|choices?)\b"
    # 'You have control over …', 'You can disable it'; not 'You can't refuse'.
    rf"|{_USER} (?:\w+ ){{0,2}}?(?:may|can|could|have|has|are|is|will)\b(?![^.;]*\b(?:not|cannot|unable)\b)"
    rf"[^.;]{{0,200}}?\b(?:{_REFUSE}|{_CHOOSE}))",
    re.IGNORECASE,
)
# What those are bound to who get something is no more than beside that they get it.
_BINDS_OTHERS = re.compile(
    r"\W*(?:(?:the|these|those|such|our|any|all|each|of|also) )*"
    r"(?:sub-?contractors?|sub-?processors?|(?:[\w-]+ ){0,2}(?:providers?|vendors?|part(?:y|ies)|partners?|companies)"
    r"|recipients?|they|contractors?|agents?)\b[^.;]{0,100}?"
    r"\b(?:only|not|obligated|obliged|required|bound|must|restricted|prohibited|contractually)\b",
    re.IGNORECASE,
)
_ADDS = re.compile(r"(?:[\w'’]+ ){1,3}also\b", re.IGNORECASE)


def is_about_refusing(sentence: str) -> bool:
    """Whether a sentence only says how to refuse what a clause does, or what follows from that."""
    return _ABOUT_REFUSING.match(sentence) is not None


def which_stand_back(
    weighed: Sequence[tuple[str, float]], *, gives: bool, is_passing_on: bool = False
) -> tuple[bool, ...]:
    """Which sentences, each with the probability that it states a type, give way to the others where these state it.

    Those for some people alone, where another stands before them; those that only bind whoever gets something, where
    the type `is_passing_on` to others; and those about refusing, unless the clause `gives` a
    reader something, as a way to refuse may be that.
    """
    said = [one for one, _ in weighed]
    for_some = [bool(condition_of(one)) for one in said]
    # What a sentence leads into goes with it: 'If you live in Ostmark, you waive a law, which says: …'.
    led = [False, *(some and one.endswith(":") for some, one in zip(for_some, said, strict=True))]
    for_some = [some or by_other for some, by_other in zip(for_some, led, strict=False)]
    refusing = [
        not gives and (is_about_refusing(one) or (is_passing_on and _BINDS_OTHERS.match(one) is not None))
        for one in said
    ]
    stating = [
        place
        for place, (one, chance) in enumerate(weighed)
        # What only adds to another sentence is not what the clause does.
        if chance >= STATES and not (for_some[place] or refusing[place] or _ADDS.match(one))
    ]
    return tuple(
        bool(stating) and (refusing[place] or (for_some[place] and stating[0] < place)) for place in range(len(said))
    )
