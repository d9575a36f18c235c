"""What a sentence says that speaks for or against one of the eight kinds of unfair clauses, as hand-written cues.

The kinds are those of Lippi et al., CLAUDETTE: an automated detector of potentially unfair clauses in online terms of
service (Artificial Intelligence and Law 27, 2019). The cues were written from their definitions and from sentences of
the training part; the validation part was not looked at. A cue decides nothing by itself: a classifier for each kind
weighs all of them, so that a cue of one kind can speak against another.
"""

from __future__ import annotations

import re

_CHANGE = r"(?:chang|modif|amend|revis|updat|alter|replac|supplement)\w*"
_TERMS = r"(?:terms|agreements?|eula|polic(?:y|ies)|conditions|statement|tos|guidelines|rules|provisions?)"
_CONTENT = (
    r"(?:content|materials?|postings?|submissions?|photos?|user[- ]?names?|messages?|reviews?"
    r"|virtual (?:items|goods|money)|communications?|information|data|files)"
)
_REMOVE = (
    r"(?:remov|delet|reject|disabl|eliminat|block|purg|tak\w+ down|edit"
    r"|refus\w+ to (?:post|display|publish|distribut))\w*"
)
_END = (
    r"(?:terminat|suspend|suspension|cancel|deactivat|disabl|block|clos|ban|revok|restrict|refus|withdraw|discontinu"
    r"|limit)\w*"
)
_RIGHT = (
    r"(?:reserves?\s+the\s+right|\bmay\b|\bcan\b|\bha(?:s|ve) the right|entitled|sole (?:and absolute )?discretion"
    r"|at any ?time|any ?time|without (?:any |prior )?notice)"
)
_USE = r"(?:us(?:e|ing)|access|install|download|brows|visit|regist|sign|click|play|creat|continu|ma(?:ke|king))\w*"

# Upper and lower case count only in a cue that says so.
_CUES = {
    # Arbitration before or instead of a court
    "arbitration": r"arbitrat",
    "binding arbitration": r"binding,?\s+(?:and\s+final\s+)?(?:individual\s+)?,?\s*(?:individual\s+)?arbitrat",
    "settled by arbitration": r"(?:settled|resolved?|determined|decided|conducted|submit\w*)\b.{0,80}\barbitrat",
    "disputes go to arbitration": r"(?:agree|must|exclusive|any dispute|all disputes|disputes?)\b.{0,250}\barbitrat",
    "opt-out or exception": r"opt[- ]?out|except|small claims",
    # Changes by the provider alone
    "change": r"\b" + _CHANGE,
    "right to change": _RIGHT + r".{0,80}\b" + _CHANGE,
    "somebody may change": (
        r"\b[a-z0-9.]+(?:, inc)?\s*"
        r"(?:also |further |,? ?(?:in|at) (?:its|our) (?:sole )?(?:and absolute )?discretion,? )?"
        r"(?:may|can|might|reserves? the right|(?:is|are) entitled|shall have the right)(?: to)?.{0,60}\b" + _CHANGE
    ),
    "change of terms": _CHANGE + r".{0,80}\b" + _TERMS + r"\b|\b" + _TERMS + r"\b.{0,80}\b" + _CHANGE,
    "change of the service": (
        r"\b(?:chang|modif|updat|add|upgrad|alter|vary)\w*.{0,60}"
        r"\b(?:services?|features?|functionalit\w+|software|products?|site|website)\b"
    ),
    "continued use": r"continu\w+ (?:to )?(?:us|access|participat|visit|play)\w*",
    "takes effect": r"effective (?:immediately|when|upon|as of|date)|become effective|post(?:ed|ing)",
    "from time to time": r"from time to time|periodically",
    "end of the service": r"\b(?:discontinu|suspend|terminat)\w*",
    # Removal of content
    "removal": r"\b" + _REMOVE,
    "removal of content": r"\b" + _REMOVE + r"\b.{0,110}\b" + _CONTENT + r"\b",
    "right to remove": _RIGHT + r".{0,140}\b" + _REMOVE,
    "users' content": (
        r"\b(?:your|users?|subscribers?|submitted|uploaded|posted|member)\b.{0,30}\b" + _CONTENT + r"\b"
    ),
    "content": r"\b" + _CONTENT,
    "the user's own removal": r"\byou (?:may|can|should|must|delete|remove|choose)|if you\b",
    "forbidden content": r"violat|infring|objectionable|offensive|unlawful|breach|inappropriate",
    "as it pleases": (
        r"any reason|no reason|sole (?:and absolute )?discretion|without (?:prior |any )?notice|at any ?time"
        r"|reserves? the right"
    ),
    "virtual goods": r"virtual|digital goods|gifts|trading items|currency",
    "retention": r"retain|back-?up|cop(?:y|ies)|store",
    # Courts
    "court": r"\bcourts?\b",
    "jurisdiction": r"jurisdiction",
    "exclusive": r"exclusive(?:ly)?\b",
    "submission to a court": r"(?:submit|consent|irrevocabl|agree)\w*.{0,120}\b(?:courts?|jurisdiction)\b",
    "place of a court": (
        r"(?:courts?|county|district|judicial)\b.{0,60}"
        r"\b(?:county|district|england|states?|california|city|province|country)\b"
    ),
    "dispute": r"dispute|claim|controvers|legal (?:matter|action|proceeding)|litigation|action",
    "other reason for a court": r"arbitrator|infring|copyright|takedown|dmca|subpoena|court order|local law",
    # Governing law
    "law": r"\blaws?\b",
    "governing law": (
        r"govern(?:ed|s|ing)?\b.{0,120}\blaws?\b|\blaws?\b.{0,120}\b(?:govern|will apply|shall apply|applies)"
    ),
    "law of a state": (
        r"\blaws? of (?:the )?(?:state|republic|england|province|commonwealth)"
        r"|\b(?:english|dutch|irish|california|french|german|canadian|finnish|swedish|delaware|texas|new york)\s+law"
    ),
    "law of a name": r"(?-i:\blaws? of (?:the )?[A-Z]|\b[A-Z][a-z]+ law\b|LAWS? OF)",
    "conflict of laws": r"conflicts? of laws?|choice of law|conflict.{0,12}provisions|sale of goods",
    "duty under a law": r"comply|complian|violat|applicable laws? and regulations|required by|permitted by",
    "another law": r"export|copyright|privacy|data protection|tax",
    # Limits of liability
    "liability": r"\bliab(?:le|ility|ilities)\b",
    "no liability": (
        r"\b(?:not|no|never|nor|neither|without|non)\b\W+(?:[\w'’]+\W+){0,7}?(?:liable|liabilit(?:y|ies))\b"
    ),
    "no responsibility": (r"\b(?:not|no|never|nor|neither)\b\W+(?:[\w'’]+\W+){0,5}?(?:responsible|responsibility)\b"),
    "loss or damage": r"\bloss(?:es)?\b|\bdamages?\b",
    "in no event": r"in no event|under no circumstances|to the (?:fullest|maximum|greatest) extent",
    "third parties": r"third[- ]part|external|linked|other (?:users|sites|websites)|advertis|merchant",
    "no refund": r"\b(?:no|not)\b.{0,50}\b(?:refund|reimburs|compensat|credit)|non-?refundable",
    "arising from": r"arising (?:from|out of)|result(?:ing|s)? (?:from|of)|caused by|in connection with",
    "some places do not allow it": r"\b(?:some|certain)\b.{0,60}\bnot allow|may not apply to you",
    # Termination
    "end of access": (
        r"\b"
        + _END
        + r"\b.{0,120}\b(?:accounts?|access|services?|agreement|use|licen[cs]e|membership|subscription|eula"
        + r"|registration|right)\b"
    ),
    "right to end": _RIGHT + r".{0,140}\b" + _END,
    "for any reason": r"(?:any|no) reason|(?:with or )?without cause|for cause|sole (?:and absolute )?discretion",
    "at once": r"immediate|without (?:prior |any |advance )?notice|with or without notice|at any ?time",
    "for a breach": r"breach|violat|fail(?:s|ure)? to comply|not comply|abus|misus|infring|fraud",
    "termination": r"\bterminat",
    "suspension": r"\bsuspen",
    "by the user": (
        r"\byou (?:may|can|have the right to|wish to|want to|decide to|choose to|must) (?:\w+ ){0,3}"
        r"(?:terminat|cancel|clos|delet|deactivat|stop)"
    ),
    # A contract by using
    "agreement by using": (
        r"\b(?:by|when|if|through|upon)\b.{0,120}\b"
        + _USE
        + r".{0,160}\b(?:agree|accept|consent|acknowledge|bound|indicate|enter|confirm|signif)"
    ),
    "begins with by using": r"^\W*(?:\w+\W+){0,3}by\b.{0,80}(?:using|accessing|use|access)",
    "use means": (
        r"\b(?:use|access|installation|download)\b.{0,100}"
        r"\b(?:constitut|signif|means|indicat|deemed|subject to your|conditioned|acknowledg)\w*"
    ),
    "agreement to terms": (
        r"\b(?:agree|accept|consent)(?:s|ed|ing|ance)?\b.{0,60}\b" + _TERMS + r"\b|" + _TERMS + r"\b.{0,60}\baccept"
    ),
    "privacy": r"privacy",
    "use of data": r"collect|process|transfer|disclos|shar(?:e|ing)",
    "continuing": r"\bcontinu",
    "terms": r"\b" + _TERMS + r"\b",
    "applies": r"\bapply|applies|subject to|govern",
    "purchase": r"purchas|pay|order|buy|subscri",
    # How it is said
    "the provider": r"\b(?:we|us|our|company|provider|licensor)\b",
    "the user": r"\byour?\b",
    "may": r"\bmay\b",
    "reserves the right": r"reserves? the right",
    "discretion": r"(?:sole|absolute) (?:and absolute )?discretion",
    "item of a list": r"^\W*(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s*\S",
    "begins in lower case": r"(?-i:^\W*[a-z])",
    "begins with the user": r"^\W*(?:you|if you)\b",
    "example": r"for example|such as|including",
    "as the law allows": r"(?:required|permitted|allowed) by (?:applicable )?law|to the extent",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE | re.DOTALL) for name, pattern in _CUES.items()}
_LENGTHS = (11, 19, 40)
# Of the letters of a sentence: more than of a heading, fewer than all, since a link in it stays in lower case.
_CAPITALS = 0.6
NAMES = (*_CUES, "in capitals", *(f"over {words} words" for words in _LENGTHS))


def cues(sentence: str) -> frozenset[str]:
    """The names of the cues that stand in a sentence."""
    found = {name for name, pattern in _PATTERNS.items() if pattern.search(sentence)}
    found.update(f"over {words} words" for words in _LENGTHS if len(sentence.split()) > words)
    if sum(letter.isupper() for letter in sentence) > _CAPITALS * max(1, sum(letter.isalpha() for letter in sentence)):
        found.add("in capitals")
    return frozenset(found)
