"""What an edit moves between a reader and the other side: what that may do, what it promises, and what is left to do.

What it may do with data that it might not, what it promised and does no longer, or only in some cases, and whether one
may say no to training on one's data, is most; then rights that went, other ways to opt out, ages, and what a reader may
not do any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from conductatlas.changes.language.quotations import Edit, denies, edits, plain
from conductatlas.changes.language.readers_data import speaks_of_readers, speaks_of_training
from conductatlas.changes.language.words import has_digit, likeness
from conductatlas.changes.layout.table_rows import has_rows
from conductatlas.changes.sentences.binding import lays_down, promises_to_pay
from conductatlas.changes.sentences.promises import (
    JOINING,
    LOPSIDED,
    ONE_SENTENCE,
    adds_limit,
    promises,
    promises_anything,
    takes_back,
)
from conductatlas.changes.verdicts.letters import names_another_law, names_other_parties
from conductatlas.provisions import content_stems
from conductatlas.reading import word_line

# 'We may use …', 'Acme processes …', 'your prompts are used …'
_USES = re.compile(
    r"\b(?:[Ww]e|(?!(?:If|When|Where|You|Your|Users?|Customers?|To|By|The|Our|In|For|And|Or)\b)[A-Z][\w.]*)"
    r"(?: (?!you\b|not\b)[\w,()]+){0,5}? (?:uses?|(?:may|will|can) process|processes"
    r"|analy[sz]es?|trains?|improves?|collects?)\b"
    r"|\b(?:is|are|be|been)(?: (?!not\b)\w+){0,2} (?:used|processed|analy[sz]ed|shared|collected)\b"
    r"|\b(?:[Yy]ou|[Cc]ustomers?|[Uu]sers?)(?: hereby)? (?:grants?|authori[sz]es?)\b"
)
# What lessens a use is no permission, nor is the choice of it.
_LESSENS = re.compile(
    r"\b(?:elect|choos|control|decid|select)\w* (?:whether|if)\b"
    r"|\b(?:minimi[sz]|eliminat|reduc|filter|remov|de-?identif|protect)\w*\b",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"\b(?:may|will|can|could)(?: also)? (?:be )?(?:shar|disclos|sell|sold|transfer|provide)\w*\b"
    r"[^.;]{0,140}\b(?:third[- ]part\w+|partners?|affiliates?|advertis\w+|employers?|data brokers?)\b"
    r"|\b(?:agree|consent)\w* to (?:the |our )?(?:data )?(?:sharing|disclosure)\b"
    # 'The administrators of an account may be able to see your letters.'
    r"|\b(?:administrators?|employers?|schools?|organi[sz]ations?)\b[^.;]{0,60}"
    r"\b(?:may|will|can|could)(?: also)? (?:be able to )?(?:access|see|view|read|monitor|control)\b",
    re.IGNORECASE,
)
# 'You permit our tools to send your letters to the other service.'
_LETS_SEND = re.compile(
    r"\b(?:grants?|gives?|permits?|allows?|authori[sz]es?|consents?|permission)\b[^.;]{0,100}?\b(?:send|transmit|share"
    r"|disclose|transfer|provide)s?\b (?:\w+ ){0,3}?(?:your|customer|personal)\b[^.;]{0,60}\bthird[- ]part",
    re.IGNORECASE,
)
# Where data are kept, by the names of the places.
_KEPT_IN = re.compile(
    r"\b(?:[Ss]tor(?:es?|ed|ing)|[Hh]ost(?:s|ed|ing)?|[Kk]ept|[Ll]ocated)\b[^.;]{0,80}? in"
    r"((?:,? (?:the |and |or )*(?!We\b|You\b|Our\b|This\b|If\b)[A-Z][\w-]+,?)+)"
)
_DATA = re.compile(r"\b(?:data|information)\b", re.IGNORECASE)
_JOINS_PLACES = frozenset(("the", "and", "or"))
# What a text says of itself, or of what it is about, permits nothing.
_OF_ITSELF = re.compile(
    r"\b(?:polic(?:y|ies)|terms|agreement|notice|statement)\b[^.;]{0,40}\b(?:describes?|appl(?:y|ies)|governs?|explains?)\b",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"\b(?:you|users?|customers?) (?:(?:may|must|shall|will|can|should|agree)(?: \w+){0,2}? ?(?:not|never)\b|cannot)"
    r"|\bmust (?:not|never)\b|\A\W*(?:do not|don['’]t|never)\b"
    r"|\bwill (?:\w+ )?be (?:denied|removed|rejected|prohibited)\b"
    r"|\b(?:(?:is|are) (?:strictly )?prohibited|(?:not|n['’]t) (?:be )?(?:permit(?:ted)?|allow(?:ed)?|tolerated?))\b",
    re.IGNORECASE,
)
# What leads into a list, or stands over it, forbids what the items name, unless it says that they violate nothing.
_FORBIDS = re.compile(
    r"\bprohibit(?:s|ed)\b|\b(?:(?:do|must|may|shall|should|will|can) ?not|(?:do|ca)n['’]t)\b"
    r"(?! (?:\w+ )?(?:violat|break|breach|infring|prohibit|go against)\w*)"
    r"|\bnot (?:be )?(?:allowed|permitted)\b",
    re.IGNORECASE,
)
_BY_US = re.compile(r"\bwe\b", re.IGNORECASE)
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
_EXCEPTED_AHEAD = re.compile(
    r"\W*(?:except(?: for)?|other than|excluding|with the exception of) [^,.;:]{2,80}, ", re.IGNORECASE
)
_RIGHT = re.compile(
    r"\byou (?:\([^)]*\) )?(?:will |shall |do )?(?:retain|keep|own|remain the owners?)\b"
    r"[^.;]{0,60}\b(?:rights?|ownership|title|interest|content|inputs?|outputs?)\b"
    r"|\byou (?:\w+ )?have (?:the|a|an|all|certain)(?: \w+){0,2} rights?\b"
    r"|\byou (?:may|can) (?:also )?(?:\w+ )?(?:object|withdraw|appeal|delete|refuse|decline|turn off|disable)\b"
    r"|\byou (?:may|can) (?:also )?(?:request|ask)\b[^.;,]{0,40}\b(?:delet|eras|remov)\w*",
    re.IGNORECASE,
)
# 'We will let you know before the change takes effect.'
_NOTICE = re.compile(
    r"\b(?:we|\w+) (?:will|shall)(?: \w+){0,3}? (?:notify|let (?:you|users|customer) know|inform|give|provide)\b"
    r".{0,120}\b(?:prior|before|advance|\d+\)? days)",
    re.IGNORECASE,
)
# 'On a complaint, we will:'
_COMMITS = re.compile(r"\b(?:[Ww]e|(?!(?:You|They|It)\b)[A-Z]\w+) (?:will|shall|undertakes? to|commits? to)\s?:\Z")
_OPT_OUT = re.compile(r"\bopt(?:s|ed|ing)?[- ]?(?:outs?|ins?)\b|\bdo not (?:sell|share)\b", re.IGNORECASE)
# Other words for it than 'opt out', in a sentence that speaks of training.
_REFUSES = re.compile(
    r"\b(?:you|your|users?|customers?)\b[^.;]{0,80}\b(?:opt(?:s|ed|ing)?[- ]?(?:outs?|ins?)\b|object(?:s|ed|ing)?\b"
    r"|refus|declin|disabl|deactivat|turn(?:ed|ing)? (?:it |this )?off|withdraw|not (?:want|wish) )"
    r"|\bopt[- ]?(?:out|in)s?\b",
    re.IGNORECASE,
)
NEWSLETTERS = r"\bunsubscrib\w*|\bnewsletters?\b"
_OF_MAIL = re.compile(
    rf"{NEWSLETTERS}|\b(?:marketing|promotional) (?:e-?mails?|messages|communications|materials)\b",
    re.IGNORECASE,
)
_OF_LAW = re.compile(r"\bgovern(?:s|ed|ing)?\b|\bcourts?\b|\bjurisdiction\b|\bdisputes?\b|\barbitrat", re.IGNORECASE)
# With whom an agreement is.
_OF_PARTIES = re.compile(
    r"\b(?:agreement|contract|relationship|terms)\b[^.;]{0,80}\b(?:with|between|by and between)\b"
    r"|\bcontracting (?:with|party|entity)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:at least|under|over|older than|the age of|above|between|below|minimum age(?: is| of)?) (?:the age of )?"
    r"(\d{1,2})\b(?![,.]\d|%)"
    r"(?! (?:days?|hours?|months?|minutes?|weeks?|business|percent|per|GB|MB|companies|countries)\b)"
    r"|\b(\d{1,2})(?: and \d{1,2})? (?:years? (?:old|of age)|or older)\b",
    re.IGNORECASE,
)


# What an address begins with or not, and what goes with the form of a word.
_WRITTEN_ADDRESS = re.compile(r"\w\.\w+(?:\.\w+)*(?:/|\W*\Z)")
_BEGINS_ADDRESS = re.compile(r"\A(?:https?://)?(?:www\.)?")
_OF_FORM = frozenset(("to", "of", "the", "a", "an"))


class Moved(IntEnum):
    """How much a change moves: nothing, something that a reader may or has to do, or what the other side may do."""

    NOTHING = 0
    SOMETHING = 1
    MOST = 2


@lru_cache(maxsize=8192)
def what_moved(before: str, after: str, lead_in: str = "", under: str = "") -> Moved:
    """How much it moves that a sentence came (`before` is empty), went (`after` is empty) or was edited.

    `lead_in` leads into its list, `under` is the heading over it; each may be empty.
    """
    # A question moves nothing.
    if (after or before).endswith("?"):
        return Moved.NOTHING
    if not before:
        return _by_coming(after, lead_in, under)
    if not after:
        return _by_going(before, lead_in)
    moved = _by_editing(before, after, lead_in)
    return Moved.NOTHING if moved and _is_put_otherwise(before, after) else moved


def _by_editing(before: str, after: str, lead_in: str) -> Moved:
    chose, chooses = map(_is_choice_of_training, (before, after))
    ages = _ages(before), _ages(after)
    if (
        takes_back(before, after)
        or _is_widened(before, after)
        or _is_case_widened(before, after, lead_in)
        or _loses_exception(before, after)
        or _excepts_otherwise(before, after)
        or (_lets_send(after) and not _lets_send(before))
        or (ages[0] - ages[1] and ages[1] - ages[0])
        or chose != chooses
        or (chose and _narrows(before, after))
    ):
        return Moved.MOST
    if _is_of_opting_out(after) != _is_of_opting_out(before) or _loses(before, after) or _narrows(before, after):
        return Moved.SOMETHING
    return Moved(_is_with_others(before, after) or _is_kept_elsewhere(before, after))


def reaches_otherwise(before: str, after: str) -> bool:
    """Whether what a sentence lays down before and after is for other cases: one came or went, or a limit did."""
    if not lays_down(before) & lays_down(after) or has_rows(after):
        return False
    old, new = before.split(), after.split()
    if likeness(old, new) < ONE_SENTENCE:
        return False
    return any(
        adds_limit(one, other, its, theirs) or _adds_case(one, other, its, theirs)
        for left, right in edits(old, new)
        for one, other, its, theirs in ((old, new, left, right), (new, old, right, left))
    )


def _by_coming(sentence: str, lead_in: str, under: str) -> Moved:
    permitted = _permits(sentence) if not _denies(lead_in) else Moved.NOTHING
    if _is_choice_of_training(sentence):
        return Moved.MOST
    # What the other side does itself is not forbidden by the heading over it.
    bids = _BIDS.search(sentence) or (_FORBIDS.search(lead_in or under) and not _BY_US.search(sentence))
    return max(permitted, Moved(bool(bids or _is_of_opting_out(sentence) or _ages(sentence))))


def _by_going(sentence: str, lead_in: str) -> Moved:
    """What a promise, a right or a notice that went takes from a reader; an item is one where its lead-in makes it so.

    What goes on a promise may be an exception from it.
    """
    if _COMMITS.search(lead_in) and not promises_anything(lead_in):
        return Moved.SOMETHING
    if promises(sentence) or _is_choice_of_training(sentence):
        return Moved.MOST
    given = (promises_anything, promises_to_pay, _gives_right, _gives_notice, _is_of_opting_out)
    return Moved(any(says(sentence) for says in given))


def _permits(sentence: str) -> Moved:
    """What a sentence lets the other side do with what is a reader's: to train on it is most."""
    trains = speaks_of_training(sentence) and _USES.search(sentence) and not _LESSENS.search(sentence)
    if not (trains or _SHARES.search(sentence)):
        return Moved.NOTHING
    if not speaks_of_readers(sentence) or _BY_READER.search(sentence) or _OF_ITSELF.search(sentence):
        return Moved.NOTHING
    if _denies(_EXCEPTED.sub(" ", sentence)):
        return Moved.NOTHING
    return Moved.MOST if trains else Moved.SOMETHING


def _lets_send(sentence: str) -> bool:
    """Whether by a sentence a reader lets what is theirs be sent to others."""
    return _LETS_SEND.search(sentence) is not None and not _denies(_EXCEPTED.sub(" ", sentence))


def _is_kept_elsewhere(before: str, after: str) -> bool:
    """Whether two sentences both name where a reader's data are kept, and not the same places."""
    said, says = map(_places, (before, after))
    return bool(said and says) and said != says


def _places(sentence: str) -> frozenset[str]:
    """The words of the names of the places where by a sentence data are kept."""
    found = _KEPT_IN.findall(sentence) if _DATA.search(sentence) and speaks_of_readers(sentence) else []
    return frozenset(word_line(" ".join(found)).split()) - _JOINS_PLACES


def _denies(sentence: str) -> bool:
    return denies(sentence.split())


def _is_of_opting_out(sentence: str) -> bool:
    return _OPT_OUT.search(sentence) is not None and not _is_of_mail(sentence)


def _is_choice_of_training(sentence: str) -> bool:
    """Whether a sentence speaks of training on a reader's data, and of saying no to it, or yes."""
    is_of_training = speaks_of_training(sentence) and speaks_of_readers(sentence)
    return is_of_training and _REFUSES.search(sentence) is not None and not _is_of_mail(sentence)


def _is_of_mail(sentence: str) -> bool:
    """Whether a sentence speaks of newsletters and the like: to say no to these keeps nobody from using data."""
    return _OF_MAIL.search(sentence) is not None


def _ages(sentence: str) -> frozenset[str]:
    return frozenset(one or other for one, other in _AGE.findall(sentence)) if has_digit(sentence) else frozenset()


def _gives_right(sentence: str) -> bool:
    return "you" in sentence.lower() and _RIGHT.search(sentence) is not None


def _gives_notice(sentence: str) -> bool:
    small = sentence.lower()
    return (" will " in small or " shall " in small) and _NOTICE.search(sentence) is not None


def _loses(before: str, after: str) -> bool:
    """Whether a sentence gave a right, or promised a notice, and does no longer, or in no given time."""
    if _gives_notice(before) and has_digit(before) and not has_digit(after):
        return True
    return any(one(before) and not one(after) for one in (_gives_right, _gives_notice))


def _is_with_others(before: str, after: str) -> bool:
    """Whether another law applies, other courts decide, or the agreement is with another company."""
    if _OF_LAW.search(before) and names_another_law(before, after):
        return True
    return _OF_PARTIES.search(before) is not None and names_other_parties("contracting-entity-contact", before, after)


def _narrows(before: str, after: str) -> bool:
    """Whether a way to opt out is given in fewer cases: one of several was struck, or a limit came."""
    old, new = before.split(), after.split()
    if not (_is_of_opting_out(before) and _is_of_opting_out(after)) or likeness(old, new) < ONE_SENTENCE:
        return False
    return any(
        adds_limit(old, new, left, right) or _adds_case(new, old, right, left) for left, right in edits(old, new)
    )


def _is_widened(before: str, after: str) -> bool:
    """Whether a sentence permits what it did not, or in more cases: a condition was struck, or put to others."""
    if _permits(after) is not Moved.MOST:
        return False
    if _permits(before) is not Moved.MOST:
        return True
    old, new = before.split(), after.split()
    if has_rows(after) or likeness(old, new) < ONE_SENTENCE:
        return False
    return any(
        adds_limit(new, old, right, left) or _adds_case(old, new, left, right) for left, right in edits(old, new)
    )


def _excepts_otherwise(before: str, after: str) -> bool:
    """Whether a promise not to train on a reader's data stays, but has other exceptions."""
    if not all(speaks_of_training(one) and promises(one) for one in (before, after)):
        return False
    said, says = (_EXCEPTED.findall(one) for one in (before, after))
    return bool(said and says) and set(content_stems(" ".join(said))) != set(content_stems(" ".join(says)))


def _is_put_otherwise(before: str, after: str) -> bool:
    """Whether words only have another form, 'training' for 'to train', or an address is written otherwise."""
    old, new = before.split(), after.split()
    return before != after and all(
        _as_meant(old[left.first : left.stop]) == _as_meant(new[right.first : right.stop])
        for left, right in edits(old, new)
    )


def _as_meant(some: Sequence[str]) -> list[str]:
    """Words by their stems, without those that only go with a form, and without 'www.' of an address."""
    meant: list[str] = []
    for one in some:
        word = plain(one)
        if _WRITTEN_ADDRESS.search(one):
            meant.append(_BEGINS_ADDRESS.sub("", one.strip("()[],;:")))
        elif word not in _OF_FORM:
            # All figures have one stem.
            stems = () if has_digit(word) else content_stems(word)
            meant += stems or (word,)
    return meant


def _is_case_widened(before: str, after: str, lead_in: str) -> bool:
    """Whether of a case in which a reader's data are trained on, as what leads into its list says, words were struck.

    Not one of several cases, which are fewer then.
    """
    old, new = before.split(), after.split()
    if _permits(lead_in.rstrip(" :")) is not Moved.MOST or likeness(old, new) < ONE_SENTENCE:
        return False
    return any(
        left.first < left.stop
        and right.first == right.stop
        and content_stems(" ".join(old[left.first : left.stop]))
        and JOINING.isdisjoint(map(plain, old[left.first : left.stop]))
        for left, right in edits(old, new)
    )


def _loses_exception(before: str, after: str) -> bool:
    """Whether what a permission for the other side excepted ahead was struck: 'Except for letters, you grant …'."""
    excepted = _EXCEPTED_AHEAD.match(before)
    rest = before[excepted.end() :] if excepted else ""
    return bool(rest) and _USES.search(after) is not None and word_line(rest) == word_line(after)


def _adds_case(old: Sequence[str], new: Sequence[str], left: Edit, right: Edit) -> bool:
    """Whether an edit puts something beside what a sentence speaks of."""
    went, came = old[left.first : left.stop], new[right.first : right.stop]
    anew = set(content_stems(" ".join(came))) - set(content_stems(" ".join(went)))
    return bool(anew) and len(came) >= LOPSIDED * len(went) and not JOINING.isdisjoint(map(plain, came))
