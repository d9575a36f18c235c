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
# That what users make stays theirs, or is not claimed by others.
_OWNED = (
    r"\b(?:your?|users?)\b[^.;]{0,60}\b(?:remain|is|are|be)\b[^.;]{0,30}\b(?:yours|your (?:own|property))\b"
    rf"|{_DENIED}[^.;]{{0,20}}\bclaim\w*\b[^.;]{{0,30}}\b(?:own|title)|\byou\b[^.;]{{0,30}}\b(?:retain|keep|own)\b[^.;]{{0,80}}"
    r"\b(?:content|rights|ownership|submi|material|posts?)"
)
# A release of claims and the assumption of a risk are of one type, so either says the like.
_RELEASED = re.compile(
    r"\bown risk\b|\bassum\w* (?:\w+ ){0,3}risks?\b"
    r"|\breleas\w+\b[^.;]{0,200}\bfrom\b[^.;]{0,60}\b(?:claims?|liabilit\w+|demands?|damages)\b",
    re.IGNORECASE,
)
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
    "profiling-personalisation": re.compile(r"\bpersonali[sz]|\btailor|\brelevant\b|\byour interests\b", re.IGNORECASE),
    "release-of-claims": _RELEASED,
    "user-termination": re.compile(
        rf"{_WHO_ENDS}[^.;]{{0,40}}{_ENDS}[^.;]{{0,40}}\b(?:accounts?|services?|agreement|terms|membership|subscription)\b",
        re.IGNORECASE,
    ),
    "cancellation-terms": re.compile(
        rf"{_WHO_ENDS}[^.;]{{0,40}}\bcancel|\bnot to renew\b|\bnon-?renewal\b",
        re.IGNORECASE,
    ),
}
# What another text says in so many words, wherever it says it: beside that the like is neither new nor gone.
_SAID_OUTRIGHT = {
    "aggregated-data-use": re.compile(r"\baggregat|\banonymi[sz]|\bde-?identif|\bstatistic", re.IGNORECASE),
    "age-requirement": re.compile(
        r"\b(?:under|below|over|at least|older than|attained|minimum)\b[^.]{0,25}"
        r"\b(?:(?:1[2-9]|2[01])\b(?! (?:day|hour|month|minute|percent))|age\b)|\bverify your age\b",
        re.IGNORECASE,
    ),
    "ai-output-ownership": re.compile(_OWNED, re.IGNORECASE),
    "auto-renewal": re.compile(
        r"\bautomatic\w*[^.]{0,40}\brenew|\brenew\w*[^.]{0,40}\bautomatic|\bterm renews\b|\brecurring\b", re.IGNORECASE
    ),
    "class-action-waiver": re.compile(r"\bclass[- ]action waiver\b", re.IGNORECASE),
    "content-ownership-retained": re.compile(_OWNED, re.IGNORECASE),
    "data-loss-backup": re.compile(r"\bloss (?:or \w+ )?of (?:\w+ or )?data\b|\bback-?ups?\b", re.IGNORECASE),
    "export-sanctions": re.compile(r"\bexport (?:control|law|regulation)|\bembargo|\bsanctioned\b", re.IGNORECASE),
    "fees-and-billing": re.compile(r"(?<!attorneys. )(?<!legal )\bfees?\b|\bavailable for purchase\b", re.IGNORECASE),
    "identity-verification": re.compile(r"\bverif\w* (?:your|their|the user.s) identity\b", re.IGNORECASE),
    "informal-dispute-first": re.compile(
        r"\b(?:resolv\w*|settl\w*|address)\b[^.]{0,80}\b(?:informal|amicabl|outside assistance)"
        r"|\b(?:informal|amicabl)\w*[^.]{0,60}\b(?:resol|settl)"
        r"|\b(?:contact|write to|notify|email|reach) us\b[^.]{0,30}\bfirst\b"
        r"|\bfirst (?:contact|write to|notify|email) us\b",
        re.IGNORECASE,
    ),
    "jurisdiction-venue": re.compile(r"\bexclusive jurisdiction\b|\bjurisdiction and venue\b", re.IGNORECASE),
    "mandatory-arbitration": re.compile(r"\b(?:binding|mandatory) (?:\w+ )?arbitration\b", re.IGNORECASE),
    "payment-authorisation": re.compile(
        r"\b(?:bill|charge) (?:the )?(?:you|your|customer|customers|client)\b"
        r"|\bauthori[sz]\w*[^.;]{0,60}\b(?:bill|charge)",
        re.IGNORECASE,
    ),
    "release-of-claims": _RELEASED,
    "retention-period": re.compile(
        r"\b(?:retain|retention|keep|kept|stored?|storage|archiv)\w*\b[^.]{0,120}"
        r"\b(?:as long as|so long as|longer|required by|business purposes|until|\d+ (?:days|months|years))",
        re.IGNORECASE,
    ),
    "security-measures": re.compile(
        r"\bsecurity (?:measures|standards|practices|safeguards|controls|policy)\b|\bsafeguard|\bencrypt"
        r"|\b(?:keep|protect)\w*\b[^.]{0,60}\b(?:safe|secure)\b|\bconfidentiality and security\b",
        re.IGNORECASE,
    ),
    "sensitive-data-collection": re.compile(
        r"\bsensitive (?:\w+ )?(?:data|information)|\bspecial categor|\bbiometric|\bfingerprint(?!ing)"
        r"|\b(?:racial|ethnic)\b"
        r"|\breligio|\bhealth (?:data|information)|\bsocial security|\bpassport|\bdriver.{0,2}s.{0,2} licen[cs]e"
        r"|\btax(?:payer)? id|\bgovernment[- ](?:issued |id)|\bfac(?:e|ial) (?:recogni|detect|scan|image|data)",
        re.IGNORECASE,
    ),
}

# Whoever complains under such a framework of the law may ask for an arbitration, and agrees to none by that.
_OF_A_FRAMEWORK = re.compile(r"\bDPF\b|\bprivacy (?:framework|shield)\b", re.IGNORECASE)


def is_of_another_matter(clause_type: str, visible: str) -> bool:
    """Whether a passage of another document has the words of a type, and speaks of another matter by them."""
    return clause_type == "mandatory-arbitration" and _OF_A_FRAMEWORK.search(visible) is not None


def is_said_outright(clause_type: str, visible: str) -> bool:
    """Whether a passage, given as visible text, says in so many words what clauses of a type say."""
    pattern = _SAID_OUTRIGHT.get(clause_type)
    return pattern is not None and pattern.search(visible) is not None


def may_be_stated_in_passing(clause_type: str, visible: str) -> bool:
    """Whether a passage, given as visible text, may state a clause type in passing, whatever else it is about."""
    pattern = _IN_PASSING.get(clause_type)
    return pattern is not None and pattern.search(visible) is not None
