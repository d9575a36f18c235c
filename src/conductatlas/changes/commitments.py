"""What an edit moves between a reader and the other side: what that may do, what it promises, and what is left to do.

What it may do with data that it might not, and what it promised and does no longer, or only in some cases, is most;
then rights that went, ways to opt out, ages, and what a reader may not do any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from conductatlas.changes.quotations import Edit, denies, edits, plain, turning
from conductatlas.changes.table_rows import has_rows
from conductatlas.changes.words import has_digit, likeness
from conductatlas.provisions import content_stems

# Who promises or may do something: not the reader.
_NOT_THEY = (
    r"(?!(?:you|users?|customers?|developers?|licensees?|minors|children|they|it|this|that|there|these|who|which|and|or"
    r"|do|please)\b)"
)
_DATA_VERB = (
    r"(?:use|us(?:ed|ing)|train\w*|learn\w*|shar\w+|s[eo]ll\w*|sold|disclos\w+|collect\w*|stor\w+|retain\w*|log(?:ged)?"
    r"|process\w*|transfer\w*|provid\w+|access\w*|track\w*|read|review\w*|monitor\w*|identif\w+|keep|kept|link\w*"
    r"|combin\w+|profil\w+|scan\w*)"
)
# 'We do not use your prompts …', 'customer data will not be shared …', 'none of your code is stored'.
_PROMISE = re.compile(
    rf"\b{_NOT_THEY}\w+ (?:do|does|will|shall|would)(?:n['’]t| not| never)\b(?: \w+){{0,3}}? [\"“]?{_DATA_VERB}\b"
    rf"|\b{_NOT_THEY}\w+ never {_DATA_VERB}\b"
    rf"|(?<!\byou )\b(?:(?:is|are)(?:n['’]t| not| never)|(?:will|shall|would)(?: not| never) be)"
    rf" (?:\w+ ){{0,2}}?{_DATA_VERB}\b"
    r"|\b(?:none|no part) of (?:your|the|this|that|these) (?:\w+ ){1,3}?(?:is|are|will)\b"
    rf"|\bwithout (?:your|the user['’]s) (?:\w+ ){{0,3}}(?:consent|permission|approval)\b",
    re.IGNORECASE,
)
# Without one of these a sentence promises nothing of the kind, or does not speak of training.
_SIGNS_OF_DENIAL = ("not", "n't", "n’t", "never", "none", "no part", "without")
_SIGNS_OF_TRAINING = ("train", "tun", "model")
# Whatever else the other side does not do, or only with the reader's say.
_OTHER_PROMISE = re.compile(
    r"(?<!and )\b(?!(?:You|Users?|Customers?|They|It|This|That|There|These)\b)(?:we|[A-Z]\w+) "
    r"(?:do|does|will|shall|would)(?:n['’]t| not| never)\b|\b[Ww]e never\b"
)
_TRAINS = re.compile(
    r"\b(?:train|fine-?tun)\w*\b.{0,60}\b(?:models?|ai|algorithms?|machine learning|llms?)\b"
    r"|\b(?:models?|ai|machine learning) training\b|\bmodels?\b.{0,30}\btrained\b"
    r"|\bimprov\w+ (?:our |the |its )?(?:\w+ ){0,2}(?:(?:ai|language|artificial intelligence) )?models?\b"
    r"|\bfor (?:\w+ )?training\b",
    re.IGNORECASE,
)
# 'We may use …', 'Acme processes …', 'your prompts are used …'
_USES = re.compile(
    r"\b(?:[Ww]e|(?!(?:If|When|Where|You|Your|Users?|Customers?|To|By|The|Our|In|For|And|Or)\b)[A-Z][\w.]*)"
    r"(?: (?!you\b|not\b)[\w,()]+){0,5}? (?:uses?|(?:may|will|can) process|processes"
    r"|analy[sz]es?|trains?|improves?|collects?)\b"
    r"|\b(?:is|are|be|been)(?: (?!not\b)\w+){0,2} (?:used|processed|analy[sz]ed|shared|collected)\b"
    r"|\b(?:[Yy]ou|[Cc]ustomers?|[Uu]sers?)(?: hereby)? (?:grants?|authori[sz]es?)\b"
)
# What lessens a use is no permission.
_LESSENS = re.compile(r"\b(?:minimi[sz]|eliminat|reduc|filter|remov|de-?identif|protect)\w*\b", re.IGNORECASE)
_SHARES = re.compile(
    r"\b(?:may|will|can|could)(?: also)? (?:be )?(?:shar|disclos|sell|sold|transfer|provide)\w*\b"
    r"[^.;]{0,90}\b(?:third[- ]part\w+|partners?|affiliates?|advertis\w+|employers?|data brokers?)\b",
    re.IGNORECASE,
)
# What a text says of itself, or of what it is about, permits nothing.
_OF_ITSELF = re.compile(
    r"\b(?:polic(?:y|ies)|terms|agreement|notice|statement)\b[^.;]{0,40}\b(?:describes?|appl(?:y|ies)|governs?|explains?)\b",
    re.IGNORECASE,
)
_OF_READER = re.compile(
    r"\b(?:your?|users?['’]?|customer|personal|content|inputs?|outputs?|prompts?|materials|conversations?|feedback"
    r"|(?:this|these|such|the) (?:data|information))\b",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"\b(?:you|users?|customers?) (?:(?:may|must|shall|will|can|should|agree)(?: \w+){0,2}? ?(?:not|never)\b|cannot)"
    r"|\A\W*(?:do not|don['’]t|never)\b"
    r"|\b(?:(?:is|are) (?:strictly )?prohibited|(?:not|n['’]t) (?:be )?(?:permitted|allowed?))\b",
    re.IGNORECASE,
)
# What the reader does, or may not, is nothing that the other side may.
_BY_READER = re.compile(
    r"\b(?:you|users?|customers?) (?:may|can|must|will|shall|should|agree|represent|do)\b(?! be\b)"
    r"(?:(?!\b(?:we|us)\b)[^.;,]){0,80}\b(?:train|develop|improve)"
    r"|\A\W*(?:to )?(?:train|develop|us(?:e|ing)|build)\b"
    r"|\bgrants? (?:you|customer)\b"
    r"|\b(?:if|when) you (?:use|train|fine-?tune|develop|create)\b.*\byou (?:shall|must|may|will|agree)\b",
    re.IGNORECASE,
)
# What is excepted from a permission, and where one refuses it, denies nothing of it.
_EXCEPTED = re.compile(
    r"\b(?:unless|except)\b[^.;]*|\b(?:if|where|when|who) (?:\w+ ){1,4}?(?:not|n['’]t)\b[^,.;]*|\bopt\w*[- ]out\b"
    r"|\w+n['’]t (?:opted?|object)\w*|\bnot limited to\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\byou (?:\([^)]*\) )?(?:will |shall |do )?(?:retain|keep|own|remain the owners?)\b"
    r"[^.;]{0,60}\b(?:rights?|ownership|title|interest|content|inputs?|outputs?)\b"
    r"|\byou (?:\w+ )?have (?:the|a|an|all|certain)(?: \w+){0,2} rights?\b"
    r"|\byou (?:may|can) (?:also )?(?:\w+ )?(?:object|withdraw|appeal|delete|refuse|decline)\b",
    re.IGNORECASE,
)
# 'We will let you know before the change takes effect.'
_NOTICE = re.compile(
    r"\b(?:we|\w+) (?:will|shall)(?: \w+){0,3}? (?:notify|let (?:you|users|customer) know|inform|give|provide)\b"
    r".{0,120}\b(?:prior|before|advance|\d+\)? days)",
    re.IGNORECASE,
)
_OPT_OUT = re.compile(r"\bopt(?:s|ed|ing)?[- ]?(?:out|in)\b|\bdo not (?:sell|share)\b", re.IGNORECASE)
# What a newsletter says.
_OF_MAIL = re.compile(
    r"\bunsubscrib\w*|\bnewsletters?\b|\b(?:marketing|promotional) (?:e-?mails?|messages|communications|materials)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:at least|under|over|older than|the age of|above|between|below|minimum age(?: is| of)?) (?:the age of )?"
    r"(\d{1,2})\b(?! (?:days?|hours?|months?|minutes?|weeks?|business|percent|per|GB|MB))"
    r"|\b(\d{1,2})(?: and \d{1,2})? (?:years? (?:old|of age)|or older)\b",
    re.IGNORECASE,
)
# What limits a promise to some cases begins so.
_LIMITING = frozenset(
    (
        *("unless", "except", "if", "when", "where", "while", "on", "in", "with", "for", "during", "under", "provided"),
        *("only", "solely", "until", "outside", "other", "subject", "without", "beyond", "excluding"),
    )
)
_JOINING = frozenset(("and", "or", "nor"))
_EXCEPTING = frozenset(("unless", "except", "excepting", "excluding"))
# Of two sentences that have less in common no edit tells anything.
_ONE_SENTENCE = 0.5
# Words that gave way to so many times more or fewer are no other name for the same.
_LOPSIDED = 2


class Moved(IntEnum):
    """How much a change moves: nothing, something that a reader may or has to do, or what the other side may do."""

    NOTHING = 0
    SOMETHING = 1
    MOST = 2


@lru_cache(maxsize=8192)
def what_moved(before: str, after: str, lead_in: str = "") -> Moved:
    """How much it moves that a sentence came (`before` is empty), went (`after` is empty) or was edited."""
    if not before:
        return _by_coming(after, lead_in)
    if not after:
        return _by_going(before)
    ages = _ages(before), _ages(after)
    if _is_narrowed(before, after) or _is_widened(before, after) or (ages[0] - ages[1] and ages[1] - ages[0]):
        return Moved.MOST
    if _is_of_opting_out(after) != _is_of_opting_out(before) or _loses(before, after):
        return Moved.SOMETHING
    return Moved.NOTHING


def said_of_training(sentence: str) -> tuple[int, int] | None:
    """Where a sentence speaks of training on data: from which character to which; None where it does not."""
    found = _TRAINS.search(sentence)
    return found.span() if found else None


def _by_coming(sentence: str, lead_in: str) -> Moved:
    permitted = _permits(sentence) if not _denies(lead_in) else Moved.NOTHING
    bids = _BIDS.search(sentence) or (_denies(lead_in) and _BIDS.search(lead_in))
    return max(permitted, Moved(bool(bids or _is_of_opting_out(sentence) or _ages(sentence))))


def _by_going(sentence: str) -> Moved:
    if _promises(sentence):
        return Moved.MOST
    denied = any(sign in sentence.lower() for sign in _SIGNS_OF_DENIAL)
    promised = denied and (_PROMISE.search(sentence) or _OTHER_PROMISE.search(sentence))
    return Moved(bool(promised or _gives_right(sentence) or _gives_notice(sentence) or _is_of_opting_out(sentence)))


def _promises(sentence: str) -> bool:
    """Whether a sentence says what the other side does not do with what is a reader's."""
    small = sentence.lower()
    if not any(sign in small for sign in _SIGNS_OF_DENIAL):
        return False
    return _PROMISE.search(sentence) is not None and (_OF_READER.search(sentence) is not None or _trains(sentence))


def _permits(sentence: str) -> Moved:
    """What a sentence lets the other side do with what is a reader's: to train on it is most."""
    trains = _trains(sentence) and _USES.search(sentence) and not _LESSENS.search(sentence)
    if not (trains or _SHARES.search(sentence)):
        return Moved.NOTHING
    if not _OF_READER.search(sentence) or _BY_READER.search(sentence) or _OF_ITSELF.search(sentence):
        return Moved.NOTHING
    if _denies(_EXCEPTED.sub(" ", sentence)):
        return Moved.NOTHING
    return Moved.MOST if trains else Moved.SOMETHING


def _trains(sentence: str) -> bool:
    small = sentence.lower()
    return any(sign in small for sign in _SIGNS_OF_TRAINING) and _TRAINS.search(sentence) is not None


def _denies(sentence: str) -> bool:
    return denies(sentence.split())


def _is_of_opting_out(sentence: str) -> bool:
    return _OPT_OUT.search(sentence) is not None and _OF_MAIL.search(sentence) is None


def _ages(sentence: str) -> frozenset[str]:
    return frozenset(one or other for one, other in _AGE.findall(sentence)) if has_digit(sentence) else frozenset()


def _gives_right(sentence: str) -> bool:
    return "you" in sentence.lower() and _RIGHT.search(sentence) is not None


def _gives_notice(sentence: str) -> bool:
    small = sentence.lower()
    return (" will " in small or " shall " in small) and _NOTICE.search(sentence) is not None


def _loses(before: str, after: str) -> bool:
    """Whether a sentence gave a right, or promised a notice, and does no longer."""
    return any(one(before) and not one(after) for one in (_gives_right, _gives_notice))


def _is_narrowed(before: str, after: str) -> bool:
    """Whether a sentence promised what it does no longer, or promises less, or in fewer cases."""
    if not _promises(before):
        return False
    if not _denies(after):
        return True
    old, new = before.split(), after.split()
    if likeness(old, new) < _ONE_SENTENCE:
        return False
    return any(_adds_limit(old, new, left, right) or _strikes(old, new, left, right) for left, right in edits(old, new))


def _is_widened(before: str, after: str) -> bool:
    """Whether a sentence permits what it did not, or in more cases: a condition was struck, or put to others."""
    if _permits(after) is not Moved.MOST:
        return False
    if _permits(before) is not Moved.MOST:
        return True
    old, new = before.split(), after.split()
    if has_rows(after) or likeness(old, new) < _ONE_SENTENCE:
        return False
    return any(
        _adds_limit(new, old, right, left) or _adds_case(old, new, left, right) for left, right in edits(old, new)
    )


def _adds_case(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit puts something beside what a sentence speaks of."""
    went, came = old[left.first : left.stop], new[right.first : right.stop]
    anew = set(content_stems(" ".join(came))) - set(content_stems(" ".join(went)))
    return bool(anew) and len(came) >= _LOPSIDED * len(went) and not _JOINING.isdisjoint(map(plain, came))


def _adds_limit(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit puts a condition to a sentence, or more cases to what it excepts."""
    went, came = old[left.first : left.stop], new[right.first : right.stop]
    if len(came) < _LOPSIDED * len(went) or not content_stems(" ".join(came)):
        return False
    shown = [word for word in map(plain, came) if word]
    begins = shown[:1] and shown[0] in _LIMITING and shown[1:2] not in (["example"], ["instance"])
    excepted = not _EXCEPTING.isdisjoint(map(plain, new[: right.first]))
    return bool(begins) or excepted or any(plain(came[place]) in _LIMITING for place in turning(came))


def _strikes(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit strikes something that a promise spoke of."""
    went, came = old[left.first : left.stop], new[right.first : right.stop]
    listed = {plain(went[0]), plain(went[-1])} & _JOINING or any(word.endswith(",") for word in went) if went else False
    # A word less that only tells which is meant makes a promise wider.
    if not listed or len(went) < _LOPSIDED * len(came) or not _EXCEPTING.isdisjoint(map(plain, old[: left.first])):
        return False
    return not set(content_stems(" ".join(went))) <= set(content_stems(" ".join(new)))
