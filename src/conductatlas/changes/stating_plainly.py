"""Whether the words of a passage themselves state its type, so plainly that it can be told as added or removed.

The finder weighs words. It takes a denial for what is denied, a list of changes for what changed, and what often stands
beside a clause for the clause. A type that its words do not name is no fact to tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.reading import word_count

# What only asks, be it in quotation marks and behind a title.
_ASKS = re.compile(r"\?[\"”’')*_]*\s*\Z")
# What only points elsewhere, or gives examples of what may be meant.
_POINTS = re.compile(
    r"\W*(?:for (?:\w+ )?(?:information|details)\b|to learn more\b|examples? (?:include|are)\b)", re.IGNORECASE
)
# What tells of changes of a text or a service, and states none of what changed.
_OF_CHANGES = re.compile(
    r"\W*(?:a )?(?:brief )?(?:summary of (?:the |our |key |main |these |recent )*(?:changes|updates)"
    r"|what(?:['’]s| is| has)(?: been)? (?:new|changed|changing|different)"
    r"|(?:key|main|recent) (?:changes|updates)\b|change ?log)",
    re.IGNORECASE,
)
_NOT = r"(?:\b(?:not|never|neither|nor|cannot)\b|n['’]t\b)"
_DENIES = re.compile(
    rf"{_NOT}|\bno (?:\w+ )?(?:automated|profiling|biometric|sensitive|personal|human)\b|\bunder human review\b"
    r"|\brights? (?:not|to (?:object|be informed|request))\b|\bobject(?:ing)? to\b",
    re.IGNORECASE,
)
_DENIED_AHEAD, _AHEAD = re.compile(_NOT, re.IGNORECASE), 40
# So few words are a title, unless there is nothing else.
_FEWEST_WORDS = 6
# Types that say what is done; to say that it is not states another clause.
_OF_DOING = frozenset(
    (
        *("ai-automated-decisions", "ai-human-review", "ai-training-on-user-content", "communications-scanning"),
        *("cross-site-tracking", "data-combination", "location-tracking"),
        *("profiling-personalisation", "sensitive-data-collection", "targeted-advertising", "third-party-sharing"),
    )
)
_WILL = r"\b(?:will|shall|must|agrees?)\b(?! (?:have no|not)\b)"
# What a sentence that states a type names, if it does so plainly.
_NAMES = {
    "ai-automated-decisions": r"\A(?=.*(?:\bautomat|\bwithout human\b|\balgorithm))"
    r"(?=.*\b(?:decision|decid|determin|reject|suspen|deactivat|restrict|eligib|scor))",
    "arbitration-opt-out": r"\bopt(?:s|ing|ed)?[ -]?out|\breject|\bdeclin(?:e|ing)|\bchoose not to"
    r"|\bnot (?:wish|want) to",
    "class-action-waiver": r"\bwaiv|\bindividual|\b(?:not|nor|neither|never|no|only)\b|n['’]t\b",
    "communications-scanning": r"\brecord|\bmonitor|\bscan|\btranscri|\breview|\bread\b|\banaly[sz]"
    r"|\blisten|\bintercept",
    "confidentiality": r"\bconfiden|\bsecre|\bdisclos|\bproprietary",
    "content-ownership-retained": r"\b(?:own|owns|ownership|retain|retains|remain|remains|belongs?|title)\b",
    "do-not-track-ignored": rf"{_NOT}[^.]{{0,80}}\b(?:respon|honou?r|recogni|support|alter|chang|act\b"
    r"|action|process|react|accept|obey|follow|acknowledg|monitor|commit)|\b(?:disregard|ignor)",
    "electronic-communications": r"\bconsent|\bagree|\bauthori[sz]|\bby (?:providing|giving|using|signing|registering)",
    "jury-trial-waiver": r"\bwaiv|\bgiv(?:e|ing) up|\bforgo|\b(?:not|nor|neither|no|without|limits?)\b"
    r"|n['’]t\b|\binstead\b",
    "mandatory-arbitration": r"\bbinding|\bshall\b|\bmust\b|\bwill\b|\bagree|\bexclusive|\bfinal",
    "moderation-appeal": r"\bappeal|\bcontest|\bchalleng|\breconsider|\bcounter|\bdisput|\bdecision|\breinstat",
    "provider-assignment": r"\bwe (?:may|can|reserve)\b[^.]{0,60}\b(?:assign|transfer|delegat)|\bfreely assign"
    r"|(?<!\bYou )\bmay (?:freely )?(?:assign|transfer|delegate)",
    "provider-indemnification": rf"{_WILL}[^.]{{0,40}}\b(?:indemnif|defend|hold)",
    "retention-period": r"\b(?:retain|retention|keep|kept|stor(?:e|ed|age)|delet|eras|archiv|anonymi[sz]|maintain)",
    "revocable-access-licence": r"\blicen[cs]|\bpermission|\bright to (?:access|use)|\brevo(?:ke|cable)",
    "suggestions-grant": r"\bgrant|\blicen[cs]|\bfree to\b|\b(?:may|can|to) use\b|\bassign|\bown\b"
    r"|\bproperty\b|\bwithout\b",
    "user-indemnification": rf"{_WILL}[^.]{{0,60}}\b(?:indemnif|defend|hold|compensate|reimburse)",
    "security-measures": r"\bsecur|\bsafeguard|\bencrypt|\bprotect",
}
# … and what it does not.
_CONTRADICTS = {
    "do-not-track-ignored": r"\b(?:honou?rs?|recogni[sz]es?|process(?:es)?|respects?|responds? to|treats?|support)\b"
    r"[^.]{0,60}\b(?:signals?|preferences?|control|gpc)\b",
    "electronic-communications": r"\bopt(?:ing)?[ -]?out of|\bunsubscrib|\b(?:only|not) send you\b",
}
_COMPILED_NAMES = {name: re.compile(pattern, re.IGNORECASE | re.DOTALL) for name, pattern in _NAMES.items()}
_COMPILED_CONTRADICTIONS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _CONTRADICTS.items()}


def tells_of_changes(visible: str) -> bool:
    """Whether a passage tells of changes that were made, rather than holds them."""
    return _OF_CHANGES.match(visible) is not None


def is_stated_plainly(clause_type: str, sentences: Sequence[str]) -> bool:
    """Whether the sentences of a passage that may state a type do so by what they name, and none denies it.

    A title states nothing beside them.
    """
    said = [one for one in sentences if word_count(one) >= _FEWEST_WORDS] or sentences
    if clause_type in _OF_DOING and any(map(_DENIES.search, said)):
        return False
    return any(_states_plainly(clause_type, sentence) for sentence in said)


def _states_plainly(clause_type: str, sentence: str) -> bool:
    if _ASKS.search(sentence) or _POINTS.match(sentence):
        return False
    names, contradicts = _COMPILED_NAMES.get(clause_type), _COMPILED_CONTRADICTIONS.get(clause_type)
    if contradicts and any(_is_affirmed(sentence, found.start()) for found in contradicts.finditer(sentence)):
        return False
    return names is None or names.search(sentence) is not None


def _is_affirmed(sentence: str, place: int) -> bool:
    """Whether no denial stands shortly before a place of a sentence."""
    return _DENIED_AHEAD.search(sentence, max(0, place - _AHEAD), place) is None
