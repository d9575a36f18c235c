"""What texts often say in passing, in a few words of a passage on something else: asked only to rule that out.

The finder weighs a whole passage, and a disclaimer of warranties that names security among ten other things is to it no
clause on security. A platform that says it there says it.
"""

from __future__ import annotations

import re

_DENIED = r"(?:\b(?:no|not|nor|neither|never|cannot|without|disclaim\w*)\b|n['’]t\b)"
_ASSURED = r"\b(?:warrant|guarant|represent|promis|ensur|assur|liab|responsib)\w*"
# Who ends something, and how.
_WHO_ENDS = r"\b(?:you|(?:the )?(?:customer|user|subscriber)|either party) (?:may|can|are free to|has the right to)\b"
_ENDS = r"\b(?:terminate|cancel|close|delete|de-?activate|stop using)\b"
_IN_PASSING = {
    "no-security-guarantee": re.compile(
        rf"{_DENIED}[^.]{{0,60}}{_ASSURED}[^.]{{0,400}}"
        r"\b(?:secure|security(?! (?:practices|polic))|hack\w*|unauthori[sz]ed access|(?<!non-)confidential(?:ity)?)\b"
        rf"|(?<!non-)\bconfidential(?:ity)?\b[^.]{{0,60}}{_DENIED}[^.]{{0,20}}{_ASSURED}",
        re.IGNORECASE,
    ),
    "class-action-waiver": re.compile(
        rf"(?:\bwaiv\w*|{_DENIED})[^.]{{0,120}}\bclass[- ](?:action|arbitration|wide)"
        r"|\bclass[- ]actions?\b[^.]{0,60}\bwaive",
        re.IGNORECASE,
    ),
    "jury-trial-waiver": re.compile(rf"(?:\bwaiv\w*|{_DENIED})[^.]{{0,120}}\bjury\b", re.IGNORECASE),
    "liability-preserved": re.compile(
        r"\b(?:some|certain|many) (?:\w+ )?(?:states|jurisdictions|countries|provinces|laws)\b[^.]{0,60}"
        r"\b(?:not|prohibit|restrict|limit)",
        re.IGNORECASE,
    ),
    # A promise not to share is as strong as one not to sell, or stronger.
    "no-sale-commitment": re.compile(
        rf"{_DENIED}[^.;]{{0,80}}\b(?:sell|sold|sale|rent(?:ed)?|lease|trade[ds]?|share[ds]?|disclose[ds]?|sharing)\b"
        r"[^.;]{0,60}\b(?:data|information|details|addresses?)\b",
        re.IGNORECASE,
    ),
    "user-termination": re.compile(
        rf"{_WHO_ENDS}[^.;]{{0,40}}{_ENDS}[^.;]{{0,40}}\b(?:accounts?|services?|agreement|terms|membership|subscription)\b",
        re.IGNORECASE,
    ),
    "cancellation-terms": re.compile(
        rf"{_WHO_ENDS}[^.;]{{0,40}}\bcancel|\bnot to renew\b|\bnon-?renewal\b",
        re.IGNORECASE,
    ),
}


def may_be_stated_in_passing(clause_type: str, visible: str) -> bool:
    """Whether a passage, given as visible text, may state a clause type in passing, whatever else it is about."""
    pattern = _IN_PASSING.get(clause_type)
    return pattern is not None and pattern.search(visible) is not None
