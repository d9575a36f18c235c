"""What the other side promises not to do: which sentences promise that, and whether an edit leaves less of it.

Of a sentence among others it is asked what an edit of it took back (`takes_back`). A passage of a type that is a
promise has no grade, as it burdens nobody; how grave it is that it promises less is told by its redline, and only of
exceptions that came and acts that were struck (`grade_of_loss`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from conductatlas.catalogue import Severity
from conductatlas.changes.following.standing import ChangeKind
from conductatlas.changes.language.quotations import Edit, denies, edits, plain, turning
from conductatlas.changes.language.readers_data import speaks_of_readers, speaks_of_training
from conductatlas.changes.language.words import likeness
from conductatlas.changes.redlines.redline import SegmentKind, redline
from conductatlas.provisions import content_stems
from conductatlas.reading import BLOCKS_IN_MEMORY, visible_text

# Who promises or may do something: not the reader.
_NOT_THEY = (
    r"(?!(?:you|users?|customers?|developers?|licensees?|minors|children|they|it|this|that|there|these|who|which|and|or"
    r"|do|please)\b)"
)
_DATA_VERB = (
    r"(?:use|us(?:ed|ing)|train\w*|learn\w*|shar\w+|s[eo]ll\w*|sold|disclos\w+|collect\w*|stor\w+|retain\w*|log(?:ged)?"
    r"|process\w*|transfer\w*|provid\w+|access\w*|track\w*|read|review\w*|monitor\w*|identif\w+|keep|kept|link\w*"
    r"|combin\w+|profil\w+|scan\w*|purchas\w+|buy|bought|rent|trade|lease)"
)
# Who does not warrant something, or is not able or allowed to do it, promises nothing.
_NO_MORE = (
    r"(?! (?:be )?(?:warrant|guarantee|represent|commit|control|cover|apply|endorse|ensure|require|permit|allow|need"
    r"|expect|able|required|permitted|allowed|obligated|responsible|liable|aware)\b)"
)
_DATA = (
    r"(?:data|information|content|code|inputs?|outputs?|prompts?|conversations?|recordings?|messages|files|letters"
    r"|details|images|photos)"
)
# 'We do not use your prompts …', 'customer data will not be shared …', 'none of your code is stored'.
_PROMISE = re.compile(
    rf"\b{_NOT_THEY}\w+ (?:do|does|will|shall|would)(?:n['’]t| not| never)\b{_NO_MORE}(?: \w+){{0,3}}? [\"“]?"
    rf"{_DATA_VERB}\b"
    rf"|\b{_NOT_THEY}\w+ never {_DATA_VERB}\b"
    rf"|(?<!\byou )\b(?:(?:is|are)(?:n['’]t| not| never)|(?:will|shall|would)(?: not| never) be)"
    rf"{_NO_MORE} (?:\w+ ){{0,2}}?{_DATA_VERB}\b"
    rf"|\b(?:none|no part) of (?:your|the|this|that|these) (?:\w+ ){{0,2}}?{_DATA} (?:is|are|will)\b"
    r"|\b(?:not|never|n['’]t)\b[^.;]{0,120}\bwithout (?:your|the user['’]s) (?:\w+ ){0,3}"
    r"(?:consent|permission|approval)\b",
    re.IGNORECASE,
)
# Whatever else the other side does not do, or only with the reader's say.
_OTHER_PROMISE = re.compile(
    r"(?<!and )\b(?!(?:You|Users?|Customers?|They|It|This|That|There|These)\b)(?:we|[A-Z]\w+) "
    rf"(?:do|does|will|shall|would)(?:n['’]t| not| never)\b{_NO_MORE}|\b[Ww]e never\b"
)
# What is not done in a condition is not promised: 'If we do not process your letters, …'.
_CONDITION = re.compile(
    r"\b(?:if|when|where|in case) [^,.;:]{0,200}?(?:\b(?:do|does|did|will|are|is) not\b|n['’]t\b|\bnever\b)"
    r"[^,.;:]{0,200},",
    re.IGNORECASE,
)
# What holds for both sides is promised to neither: 'an offer made by you or Larkwell shall not be disclosed'.
_OF_BOTH = re.compile(
    r"\b(?:by|of|between) (?:either )?you (?:or|and) (?:us\b|we\b|(?-i:[A-Z])\w+)"
    r"|\b(?:either|neither|each|both) part(?:y|ies)\b",
    re.IGNORECASE,
)
# Without one of these a sentence promises nothing of the kind.
_SIGNS_OF_DENIAL = ("not", "n't", "n’t", "never", "none", "no part", "without")
# What limits a promise to some cases begins so.
_LIMITING = frozenset(
    (
        *("unless", "except", "if", "when", "where", "while", "on", "in", "with", "for", "during", "under", "provided"),
        *("only", "solely", "until", "outside", "other", "subject", "without", "beyond", "excluding"),
    )
)
# What holds by default need not hold.
_BY_DEFAULT = ["by", "default"]
JOINING = frozenset(("and", "or", "nor"))
# Who may not do something for purposes of their own may for others.
_FOR_OWN_PURPOSES = re.compile(r"\bfor (?:their|its|our|his|her) own\b", re.IGNORECASE)
_EXCEPTING = frozenset(("unless", "except", "excepting", "excluding"))
# Of two sentences that have less in common no edit tells anything.
ONE_SENTENCE = 0.5
# Words that gave way to so many times more or fewer are no other name for the same.
LOPSIDED = 2
# Words that are written together, or apart, with no more other letters are the same ones.
_LETTERS_PUT_RIGHT = 2
# The ids of clause types that promise not to do something end so.
_COMMITMENT = "-commitment"
# What else gives a reader something whose loss is no mild change.
_KEPT = "content-ownership-retained"
# What makes an exception from a promise.
_EXCEPTS = re.compile(
    r"\b(?:unless|except|although|however|other than|by default|only if|may still|opt(?:ed)?[- ]?in)\b", re.IGNORECASE
)
# 'We never share it, or sell it': what, the sentence before tells.
_PASSES_IT_ON = re.compile(r"\b(?:sell|share|rent|disclose) (?:it|them)\b", re.IGNORECASE)
_SELLS = re.compile(r"\b(?:sell|sold|sale)\b", re.IGNORECASE)
# What it is promised not to do.
_ACTS = re.compile(
    r"\b(?:sell|sold|share[ds]?|sharing|rent(?:ed)?|trade[ds]?|lease[ds]?|disclose[ds]?|transfer(?:red)?|train(?:ed|ing)?"
    r"|fine-?tune[ds]?|improve[ds]?|develop(?:ed)?)\b",
    re.IGNORECASE,
)


# Each sentence of a text is asked about, of which most stood in the version before.
@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def promises(sentence: str) -> bool:
    """Whether a sentence says what the other side does not do with what is a reader's."""
    return (
        _may_promise(sentence)
        and not _OF_BOTH.search(sentence)
        and _PROMISE.search(_CONDITION.sub(" ", sentence)) is not None
        and (speaks_of_readers(sentence) or speaks_of_training(sentence) or _PASSES_IT_ON.search(sentence) is not None)
    )


def promised_act(sentence: str) -> str:
    """Which act with a reader's data a sentence promises not to do: 'sale', 'training', or none that is told apart."""
    if not promises(sentence):
        return ""
    return "training" if speaks_of_training(sentence) else "sale" if _SELLS.search(sentence) else ""


def promises_anything(sentence: str) -> bool:
    """Whether a sentence says what the other side does not do, whatever it is."""
    rest = _CONDITION.sub(" ", sentence) if _may_promise(sentence) else ""
    return bool(_PROMISE.search(rest) or _OTHER_PROMISE.search(rest))


def takes_back(before: str, after: str) -> bool:
    """Whether a sentence promised what it does no longer, or promises less, or in fewer cases."""
    if not promises(before):
        return False
    if not denies(after.split()):
        return True
    old, new = before.split(), after.split()
    if likeness(old, new) < ONE_SENTENCE:
        return False
    return any(adds_limit(old, new, left, right) or _strikes(old, new, left, right) for left, right in edits(old, new))


def adds_limit(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit puts a condition to a sentence, or more cases to what it excepts."""
    went, came = old[left.first : left.stop], new[right.first : right.stop]
    if len(came) < LOPSIDED * len(went) or not content_stems(" ".join(came)):
        return False
    shown = [word for word in map(plain, came) if word]
    begins = bool(shown) and shown[0] in _LIMITING and shown[1:2] not in (["example"], ["instance"])
    begins = begins or shown[:2] == _BY_DEFAULT or bool(_FOR_OWN_PURPOSES.search(" ".join(came)))
    excepted = not _EXCEPTING.isdisjoint(map(plain, new[: right.first]))
    return begins or excepted or any(plain(came[place]) in _LIMITING for place in turning(came))


def grade_of_loss(clause_type: str, kind: str, before: str, after: str) -> Severity:
    """How grave it is what became of a promise, given as it stood and as it stands; none for what is none, or stays.

    A promise burdens nobody, and has no grade of its own. That a reader keeps what is theirs is as good as one, where
    it goes.
    """
    if clause_type == _KEPT and kind == ChangeKind.REMOVED:
        return Severity.MEDIUM
    if not clause_type.endswith(_COMMITMENT):
        return Severity.NONE
    lost = kind == ChangeKind.REMOVED or (
        kind == ChangeKind.REWORDED and promises_less(visible_text(before), visible_text(after))
    )
    return Severity.MEDIUM if lost else Severity.NONE


def promises_less(before: str, after: str) -> bool:
    """Whether an exception came into a promise, or an act that it excludes was struck with nothing in its place."""
    if Counter(_excepted(after)) - Counter(_excepted(before)):
        return True
    segments = redline(before, after)
    came = [one.text for one in segments if one.kind is SegmentKind.INSERTED]
    return any(
        one.kind is SegmentKind.DELETED
        and _ACTS.search(one.text) is not None
        and not (place + 1 < len(segments) and segments[place + 1].kind is SegmentKind.INSERTED)
        and not any(_ACTS.search(text) for text in came)
        for place, one in enumerate(segments)
    )


def _excepted(said: str) -> list[str]:
    return [found[0].lower() for found in _EXCEPTS.finditer(said)]


def _may_promise(sentence: str) -> bool:
    small = sentence.lower()
    return any(sign in small for sign in _SIGNS_OF_DENIAL)


def _strikes(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit strikes something that a promise spoke of."""
    went, came = old[left.first : left.stop], new[right.first : right.stop]
    if [plain(word) for word in went[:2]] == _BY_DEFAULT:
        return False
    joins = bool(went) and not JOINING.isdisjoint((plain(went[0]), plain(went[-1])))
    listed = joins or any(word.endswith(",") for word in went)
    # A word less that only tells which is meant makes a promise wider.
    if not listed or len(went) < LOPSIDED * len(came) or not _EXCEPTING.isdisjoint(map(plain, old[: left.first])):
        return False
    # 'voice email' that became 'voicemail' was put right.
    if came and Levenshtein.distance(*("".join(map(plain, some)) for some in (went, came))) <= _LETTERS_PUT_RIGHT:
        return False
    return not set(content_stems(" ".join(went))) <= set(content_stems(" ".join(new)))
