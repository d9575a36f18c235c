"""What a figure holds for, where that is not what readers expect: who gives a notice, from when on data is kept.

Of an age it is whether another one counts beside it, of a law or a court for which disputes it is named.
"""

from __future__ import annotations

import re

from conductatlas.provisions.facts.disputes import disputes_meant, without_stops
from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters

_BY_THE_USER, _BY_EITHER = "given by the user", "given by either side"

_USERS = r"(?:you|customers?|users?|subscribers?|clients?|members?|licensees?)"
_REACH = 600
# Where another sentence begins, or what somebody else does: 'on 5 days' notice, and we may do so on 10 days' notice'.
_ENDS = re.compile(
    rf"[.;!?]\s|\n\s*\n|\s\|\s|<br>|(?<=\w)[’']?[^.;\w]{{1,2}}(?:and|but|while|whereas|except(?: that)?)\s"
    rf"(?:that\s)?(?:we|{_USERS}|either party)\s(?:must|may|can|will|shall|have|has)\b"
    r"|\bexcept (?:that )?(?=(?:[\w’'-]+ ){1,3}(?:must|may|will|shall)\b)"
)
_OF_EITHER = re.compile(
    r"\b(?:either|each|any|both|one) (?:of (?:the|us|our) )?part(?:y|ies)\b|\beither (?:you or|we or|us or|of us\b)"
    r"|\b(?:to|gives?|giving|notif(?:y|ies|ying)|provid(?:e|es|ing)) (?:the other|each other)\b"
)
_TO_USER = re.compile(
    r"\b(?:notif(?:y|ies|ying)|inform(?:s|ing)?|tell(?:s|ing)?|remind(?:s|ing)?|alert(?:s|ing)?|e-?mail(?:s|ing)?"
    r"|giv(?:e|es|ing)|provid(?:e|es|ing)(?: to)?|send(?:s|ing)?(?: to)?)"
    rf" (?:(?:all|our|the|each|affected|active) ){{0,2}}(?<!by ){_USERS}\b"
    rf"|\bnotice\b[^.;]{{0,40}}?\bto (?:the )?{_USERS}\b|\b{_USERS} (?:will|shall|must|may) (?:be|receive|get|have)\b"
)
_GIVES = (
    r"(?:giv|provid|send|notif|inform|terminat|cancel|end|submit|deliver|issu|remov|clos|reduc|discontinu|declin|opt)"
    r"(?:e|es|y|ies|ing|s)?\b"
)
_BY_USER = re.compile(rf"\b{_USERS} (?:(?!receiv|be\b|not\b)[\w’']+ ){{0,6}}?{_GIVES}")
_TO_PROVIDER = re.compile(
    r"\b(?:notif(?:y|ies|ying)|inform(?:s|ing)?|tell(?:s|ing)?|giv(?:e|es|ing)|provid(?:e|es|ing)|send(?:s|ing)?) us\b"
    r"|\bnotice\b[^.;]{0,40}?\bto us\b"
)
_BY_PROVIDER = re.compile(r"\bwe\b|\b(?:may|will|shall|can|reserves?)\b")
# What stands before the time of a notice that can be longer.
_NO_LESS = re.compile(r"\b(?:at least|(?:no|not) (?:less|fewer) than|a minimum of) (?:an? )?(?:[a-z-]+ \(\s*)?\Z")
_LONGEST_NO_LESS = 40
FOR_SOME_CHANGES = "for some changes"
_OF_SOME_CHANGES = re.compile(
    r"\b(?:material(?:ly)?|significant(?:ly)?|substantial(?:ly)?|substantive|adverse(?:ly)?|major)\b[^.;]{0,60}"
    r"\b(?:chang|modif|updat|amend|revis)|\b(?:chang|modif|updat|amend|revis)\w*\b[^.;]{0,60}"
    r"\b(?:material(?:ly)?|significant(?:ly)?|substantial(?:ly)?|adverse(?:ly)?|detrimental)\b"
)
# 'Unless the law asks for it sooner': of a notice of changes, and not of one to avoid a renewal.
_NOTICE_EXCEPTED = re.compile(
    r"\b(?:unless|except(?: (?:where|when|if|in|for|as))?)\b[^.;]{0,60}"
    r"\b(?:law|legal\w*|regulat\w+|safety|security|emergenc\w+|urgent\w*|(?:chang|modif|updat|amend|revis)\w*)\b"
)
_NOTICE_ATTEMPTED = re.compile(r"\breasonable (?:efforts?|endeavou?rs|attempts?)\b")
# What is told to the one whose books are looked at is no notice of the contract.
_OF_AUDIT = re.compile(r"\baudits?\b(?! (?:committee|reports?|logs?|trails?))")
# By what time one says that a contract shall not go on is no notice of what changes in it.
_OF_NON_RENEWAL = re.compile(
    r"\bnotice of (?:(?:its|their|your|the) )?(?:intent(?:ion)? )?(?:not to renew|non-?renewal)|\bnon-?renewal notice"
    r"|\bnot(?:ice|if(?:y|ies))\b[^.;]{0,60}\b(?:intent(?:ion)?|wish(?:es)?|decision|decides?|elects?) not to renew"
)

# From when on a time runs in which data goes, or stays once more: the deletion by the user, or an end.
_ENDED = (
    r"(?P<end>delet(?:e[ds]?|ing|ion)|remov(?:e[ds]?|ing|al)|eras(?:e[ds]?|ing|ure)|empt(?:y|ied)"
    r"|clos(?:e[ds]?|ing|ure)|deactivat(?:e[ds]?|ion)|terminat(?:e[ds]?|ion)|cancel(?:led|ed|lation)?"
    r"|expir(?:e[ds]?|y|ation)|end of|withdr(?:aw|ew|awn|awal)|unsubscrib(?:e[ds]?|ing))\b"
)
_OF_WHAT = r"[^.;,]{0,50}"
_UP_TO = r"(?:(?!\s(?:and|not|we)\s|\d|n['’]t\b)[^.;,])"
_AFTER_THAT = re.compile(rf"\s?\)?\s(?:after|of|from|following)\s{_UP_TO}{{0,60}}?\b{_ENDED}{_OF_WHAT}")
_ONCE = re.compile(
    rf"\b(?:if|when|once|after|upon|following|as soon as|should)\b{_UP_TO}{{0,70}}?\b{_ENDED}{_OF_WHAT}"
    r"|\b(?P<gone>deleted) (?!after|when|once|if|as|from|within|in|by|and|or)"
    r"(?:\w+ ){1,2}(?:are|is|will be|remains?|stays?)\b"
)
# Time by which data is gone, and that for which it stays on: both run from then on.
_RUNS_THEN = re.compile(
    r"\b(?:within|in|up to|for|after|take|wait|additional|another|further|approximately|about)\b[^.;]{0,30}\Z"
)
# 'It may take up to 30 days to delete it'.
_TAKES = re.compile(r"\btakes? (?:us )?(?:up to |about |approximately |around )(?:another )?\Z")
# What it runs from, where that is none that is told here: 'after we begin to delete', 'after the deletion begins'.
_BEGUN = re.compile(
    r"[^.;]{0,80}?\b(?:after|once|when) (?:we|the|it|this) (?:\w+ ){0,3}?(?:begin|start|commence|initiat)"
)
# 'To delete it', after a time that this takes.
_TO_DELETE = re.compile(r"\s(?:to|for (?:us|the deletion|the removal) to)\s(?:\w+ ){0,3}(?:delet|remov|eras|purg)")
# What is deleted lies in a folder of its own first: 'it stays in the trash for 14 days'.
_IN_TRASH = re.compile(
    r"\b(?:(?:in|into|to|from) (?:(?:the|your|our|an?|its) )?[“‘\"']?(?:trash|(?:recycle |rubbish )?bin"
    r"|(?:recently )?deleted (?:items|messages|photos|files|notes|folder))\b)[^.;]{0,80}"
    r"\b(?:remains?|stays?|kept|held|stored|for)\b[^.;]{0,30}\Z"
)
_UNTIL_GONE = re.compile(r"\s(?:before|until|prior to)\s(?:final|permanent|complete)\s(?:delet|remov|eras)")
_EMPTIED = re.compile(r"\bempt(?:y|ied)\b")
_IN_A_TIME = r"\b(?:within|(?:not|no) later than)\b[^.;]{0,20}\Z"
_PAYS_BACK = re.compile(
    rf"\b(?:we|will|shall|must) (?:\w+ )?(?:reimburse|refund|repay|pay back)\b[^.;]{{0,500}}{_IN_A_TIME}"
    r"|\brefunds? (?:will|may|can|are|should)\b[^.;]{0,80}\b(?:take|appear|issued|processed|credited)\b[^.;]{0,60}\Z"
    rf"|\bbe (?:reimbursed|refunded|repaid)\b[^.;]{{0,160}}{_IN_A_TIME}"
)
# 'For marketing, we keep it for two years', 'if you apply for a job, we store it for a year'.
_IN_ONE_CASE = re.compile(
    r"\W*(?:if|where|in the event|in case|for (?!up to|as long|at least|an?\b|the (?:period|duration|time)|\d)"
    r"|with (?:respect|regard) to|in respect of|as (?:for|to))\b[^,.;]{3,120},"
)
# 'No longer than eight weeks for chart logs'.
_FOR_A_KIND = re.compile(
    r"\)?,? (?:for|in the case of) (?P<kind>(?!(?:the|all|any|our|your|its|such|these|this)\b)(?:[\w-]+ ){0,2}"
    r"(?:cookies|logs|records|backups|data|identifiers|recordings|files|messages|accounts))\b(?! (?:to|that|which)\b)"
)
# 'Unless such exclusion cannot be enforced, in which case our liability shall not exceed 100 euros'.
_FALLBACK = re.compile(
    r"(?:\bunless|\b(?:if|where|should|in case|in the event)\b)[^.;]{0,200}?\b(?:unenforceable|invalid|ineffective"
    r"|not (?:be )?(?:enforceable|enforced|permitted|allowed|valid)|cannot be (?:enforced|excluded|disclaimed)"
    r"|(?:does|do|shall|will|may) not (?:permit|allow)|(?<!not )prohibited)\b"
)
_ACCOUNT = re.compile(r"\b(?:account|profile|channel|workspace)")
_CONTRACT = re.compile(r"\b(?:agreement|contract|subscription|services?|terms?|relationship|plan)\b")
_IS_ENDED = re.compile(r"\b(?:terminat|cancel)")
_DELETES = ("delet", "remov", "eras")
# 'Within 24 hours after everybody opened it or it expired': what is sent expires, and no contract.
_OPENED = re.compile(r"\b(?:opened|viewed|read|reads|seen|watched)\b")
_EXPIRES = ("expir",)
# 'After you submit the request to close your account, we wait 60 days': it is still open then.
_REQUESTED = re.compile(r"\brequest\w*\b[^.;,]{0,40}\b(?:clos|delet|remov|eras|deactivat|cancel|terminat)\w*")
# 'Under 13, or the age of digital consent where they live', 'at least 16 (or such older age as the law asks for)'.
_OR_ANOTHER_AGE = re.compile(
    r"(?: years?(?: of age| old)?)?,? ?\(?or,? (?:[^.;()]{0,60}, )?"
    r"(?:(?:the|an?|any|such|is|are|be|under|below|at least|if|has|have|not|reached|attained) ){0,3}"
    r"(?:(?:other|older|higher|lower|applicable|minimum|equivalent|relevant|legal|different|greater|local|required"
    r"|digital|lawful|full) ){0,3}age\b"
)
# 'If you are under 18, your parent must agree', 'with the consent of a guardian if you are younger than 16'.
_AGREED_TO_BY_PARENT = re.compile(
    r"(?=[^.;]{0,160}\b(?:consent|permission|agree|approv|allow|permit|authori[sz]|accept))"
    # Not 'at least 13 and, with a parent's consent, …', nor where the age for that comes after.
    r"(?!(?: years?(?: of age| old)?)?,? and\b)"
    r"[^.;\d]{0,120}\b(?:parent|guardian)(?![^.;]{0,60}\b(?:if|when|where|unless)\b[^.;]{0,40}\d)"
)
# 'If we learn that we collected it from a child under 13 without consent, we delete it': nobody is let in by that.
_LEARNED = re.compile(r"\b(?:learn|discover|aware|collected|received|inadvertently)\b")
_WITHOUT_CONSENT = re.compile(r"(?: years?(?: of age| old)?)? without\b")
# 'You must be at least 13', and not 'at least 13 or have the consent of a parent'.
_AT_LEAST = re.compile(
    r"\b(?:must|have to|need to|required to)\b[^.;]{0,40}\b(?:at least|over|minimum age of)\b[^.;\d]{0,24}\Z"
)
# 'Users above the age of 13 but below the age of consent need a parent's': below 13 none helps.
_ABOVE = re.compile(r"\b(?:above|over|older than)\b(?: the age of)?[^.;,\d]{0,12}\Z")
# 'You must be 18 to live stream', 'the chat feature is for those aged 16 and over': the age for a part alone.
_FOR_A_PART = "for a part of the service"
_TO_DO_ONE_THING = re.compile(
    r"\)?(?: years?(?: of age| old)?)?(?: or (?:older|over|above)| and (?:older|over|above))? (?:in order )?to "
    r"(?!(?:use|access|create|register|sign|open|join|enter|agree|accept|have|hold|form|be|become|download|visit|make"
    r"|set|subscribe|continue|log|install|apply|participate|order|contract)\b)\w"
)
_OF_A_FEATURE = re.compile(
    r"\b(?:features?|functions?)\b[^.;]{0,60}\b(?:only )?(?:available|open|limited|restricted|reserved)\b"
    r"|\bunavailable (?:to|for)\b|\b(?:some|certain|specific) (?:of our )?(?:other )?(?:features?|functions?|content"
    r"|services|videos?|products|parts)\b|\bsome of our other services\b"
)
# 'A minor is anyone under 18', 'minors (under the age of 18)': whom a word means, and who is not barred by that.
_AS_A_MINOR = "as who counts as a minor or child"
_AS_A_MEANING = re.compile(
    r"\b(?:define[sd]?|means?|defined as|refers? to)\b[^.;)]{0,80}\Z"
    r"|\b(?:minors?|child(?:ren)?|teens?|teenagers)\b[\"”’]? ?\((?:(?:which|that|who|is|are|i\.e\.,?|generally|usually"
    r"|meaning|individuals?|persons?|people|those|users?|anyone|children|minors|between|aged) )*"
    r"(?:under|below|younger than)?(?: the)?(?: ages?)?(?: of)? ?\Z"
)
_IN_ITS_PLACE = re.compile(r"(?:(?!parent|guardian).)*?\b(?:or|unless|otherwise|without)\b(?! (?:older|over|above)\b)")
_PARENT_AGREES = re.compile(r"\b(?:parent|guardian)[^.;\d]{0,60}\b(?:if|where|when|unless|until)\b[^.;\d]{0,40}\Z")
# Of those from 13 to 17 the second age is the last, and not that from which nobody has to agree.
_LAST_OF_SOME = re.compile(r"\d\d\)? ?(?:and|to|through|[-–]) ?(?:the age of )?\Z")
_CONSENT = re.compile(r"\b(?:consent|permission|agree|approv|allow|permit|authori[sz]|accept)")

# 'When you direct us, we share it with advertisers', 'you can choose to share it with other users'.
_ASKED_FOR = re.compile(
    r"\b(?:when|if|where|once) you (?:\w+ )?(?:direct|ask|instruct|request|tell|choose|decide|authori[sz]e|opt|consent"
    r"|agree)|\bat your (?:request|direction)\b|\bwith your (?:explicit |express |prior )?(?:consent|permission)\b"
    r"|\byou (?:can|may) (?:also )?(?:choose to |decide to )?share\b|\byou (?:request|direct|authori[sz]e|ask)\b"
)


# 'Unless prohibited by the law of your country, …', 'except where the law requires otherwise, …', of what follows.
_AS_ALLOWED = "as far as the law where one lives allows"
_UNLESS_THE_LAW = re.compile(
    r"\b(?:unless|except (?:where|as|to the extent)|save (?:where|as))\b[^.;]{0,30}"
    r"\b(?:prohibited|forbidden|required)\b[^.;,]{0,40}\blaws?\b"
    r"|\b(?:unless|except (?:where|if|to the extent))\b[^.;,]{0,40}\blaws?\b[^.;,]{0,40}"
    r"\b(?:prohibits?|forbids?|requires?|does not (?:allow|permit))\b"
)


# 'Except as required by law, we delete it within 30 days', 'barring legal requirements'.
_BUT_FOR_THE_LAW = re.compile(
    r"\b(?:unless|except(?:ions?)?|barring|save|subject to|other than)\b[^.;]{0,80}"
    r"\b(?:laws?|legal(?:ly)?|regulat\w+)\b"
)
# So a cap is told that is the most in all.
FOR_ALL_CLAIMS = "for all claims together"
# 'Our aggregate liability will not exceed …': so much in all, and not for each loss.
_IN_ALL = re.compile(r"\b(?:aggregate|cumulative(?:ly)?)\b|\btotal liab\w+|\bliab\w+ for (?:any and )?all claims\b")
_FOR_ONE_MATTER = re.compile(
    r"\bwarrant(?:y|ies)\b|(?<!in )\b(?:per|each|any (?:one|single|particular)|single|individual) "
    r"(?:claim|event|incident|occurrence|case|breach|loss|(?:contract |calendar )?year)\b"
)


def qualifier(fact: Fact, text: str) -> str:
    """What a fact of a passage holds for, as words to set beside it; empty where it needs none.

    Of a notice who gives it, where that is not the provider alone, or that it is one not to renew; of a time of
    retention what it runs from, where that is the end of the matter and not its beginning, or that it is for one case
    or kind of data; of a cap whether it holds only where liability is not excluded altogether; of a time for refunds
    whether it is the provider's to pay; of an age whether it is for a part of the service or only tells who is meant,
    another one can count in its place, or a parent must agree below it; of a law or a court the disputes that it is
    for, or that the law where one lives comes first; of those who get data whether the user asks for that or agrees to
    it.
    """
    lowered = small_letters(text)
    if fact.kind == "notice-period":
        return _giver(*_sentence(lowered, fact))
    if fact.kind == "retention-period":
        before, after = _sentence(lowered, fact)
        return _time_kept(before, after)
    if fact.kind == "liability-cap":
        return "if the exclusion does not hold" if _FALLBACK.search(_sentence(lowered, fact)[0]) else ""
    if fact.kind in ("governing-law", "venue"):
        said = _sentence(without_stops(lowered), fact)
        return disputes_meant(*said) or (_AS_ALLOWED if _UNLESS_THE_LAW.search(said[0]) else "")
    if fact.kind == "recipient":
        return "where you ask for it or agree" if _ASKED_FOR.search("\0".join(_sentence(lowered, fact))) else ""
    if fact.kind == "minimum-age":
        return _age_for(lowered, fact)
    if fact.kind == "refund-period":
        return "for paying back" if _PAYS_BACK.search(_sentence(lowered, fact)[0]) else ""
    return ""


def is_notice_to_user(fact: Fact, text: str) -> bool:
    """Whether a fact is the time of a notice that its sentence says users are given."""
    if fact.kind != "notice-period":
        return False
    said = "\0".join(_sentence(small_letters(text), fact))
    return _TO_USER.search(said) is not None and not any(
        one.search(said) for one in (_OF_EITHER, _OF_AUDIT, _TO_PROVIDER)
    )


def is_least_notice(fact: Fact, text: str) -> bool:
    """Whether a fact is the time of a notice that its sentence gives as the least."""
    if fact.kind != "notice-period":
        return False
    return _NO_LESS.search(small_letters(text), max(0, fact.start - _LONGEST_NO_LESS), fact.start) is not None


def limits_of_notice(fact: Fact, text: str) -> tuple[str, ...]:
    """In what the time of a notice is less than it looks, by its sentence, as words to set beside it."""
    if fact.kind != "notice-period" or qualifier(fact, text):
        return ()
    said = " ".join(_sentence(small_letters(text), fact))
    limits = {
        FOR_SOME_CHANGES: _OF_SOME_CHANGES,
        "with exceptions": _NOTICE_EXCEPTED,
        "by reasonable efforts": _NOTICE_ATTEMPTED,
    }
    return tuple(limit for limit, pattern in limits.items() if pattern.search(said))


def is_for_all_claims(fact: Fact, text: str) -> bool:
    """Whether a fact is a cap that its sentence sets for all claims together."""
    if fact.kind != "liability-cap":
        return False
    said = "\0".join(_sentence(without_stops(small_letters(text)), fact))
    return _IN_ALL.search(said) is not None and not _FOR_ONE_MATTER.search(said)


def yields_to_the_law(fact: Fact, text: str) -> bool:
    """Whether a fact is a time of retention that its sentence makes subject to what the law asks for."""
    if fact.kind != "retention-period":
        return False
    return _BUT_FOR_THE_LAW.search("\0".join(_sentence(small_letters(text), fact))) is not None


def _time_kept(before: str, after: str) -> str:
    """What a time of retention runs from, or else whether it is for one case or kind of data."""
    if told := _runs_from(before, after) or ("in one case" if _IN_ONE_CASE.match(before) else ""):
        return told
    kind = _FOR_A_KIND.match(after)
    return f"for {kind['kind']}" if kind else ""


def _age_for(lowered: str, fact: Fact) -> str:
    """Whether an age is for a part alone, or only of a word, another can count, or a parent must agree below it."""
    if _OR_ANOTHER_AGE.match(lowered, fact.end):
        return "or another age that applies"
    before, after = _sentence(lowered, fact)
    if _AS_A_MEANING.search(before):
        return _AS_A_MINOR
    if _TO_DO_ONE_THING.match(after) or _OF_A_FEATURE.search(f"{before}\0{after}"):
        return _FOR_A_PART
    if _LAST_OF_SOME.search(before):
        return ""
    if _ABOVE.search(before):
        return ""
    agreed = _AGREED_TO_BY_PARENT.match(after)
    if agreed and _AT_LEAST.search(before) and not _IN_ITS_PLACE.match(agreed.group()):
        agreed = None
    if _LEARNED.search(before) and _WITHOUT_CONSENT.match(after):
        return ""
    agrees = agreed or (_PARENT_AGREES.search(before) and _CONSENT.search(before))
    return "below which a parent or guardian must agree" if agrees else ""


def _sentence(lowered: str, fact: Fact) -> tuple[str, str]:
    """What stands before and after a fact in its sentence."""
    start, end = fact.start, fact.end
    begins = max((found.end() for found in _ENDS.finditer(lowered, max(0, start - _REACH), start)), default=0)
    ends = _ENDS.search(lowered, end)
    return lowered[max(begins, start - _REACH) : start], lowered[end : ends.start() if ends else end + _REACH]


def _giver(before: str, after: str) -> str:
    """Of what a notice is, or who gives it; empty for the provider, or where that is unclear."""
    said = f"{before}\0{after}"
    if _OF_AUDIT.search(said):
        return "before an audit"
    if _TO_USER.search(said):
        return ""
    if _OF_EITHER.search(said):
        return _BY_EITHER
    if _TO_PROVIDER.search(said):
        return _BY_THE_USER
    acts = list(_BY_USER.finditer(before))
    if acts and not _BY_PROVIDER.search(before, acts[-1].end()):
        return _BY_THE_USER
    return "for not renewing" if _OF_NON_RENEWAL.search(said) else ""


def _runs_from(before: str, after: str) -> str:
    """What a time of retention runs from: a deletion, or the end of an account, a contract or a consent."""
    if _IN_TRASH.search(before):
        return "in the trash"
    found = _AFTER_THAT.match(after)
    if found:
        return _end_meant(found["end"], found.group())
    once = [*_ONCE.finditer(before)] if _RUNS_THEN.search(before) else []
    if once:
        return _end_meant(once[-1]["end"] or once[-1]["gone"], once[-1].group())
    if _UNTIL_GONE.match(after):
        return "until final deletion"
    if not _TAKES.search(before):
        return ""
    if _REQUESTED.search(before) and not _BEGUN.match(after):
        return "after the request"
    return "until deletion" if _TO_DELETE.match(after) else "after deletion"


def _end_meant(end: str, said: str) -> str:
    if _REQUESTED.search(said):
        return "after the request"
    if _EMPTIED.search(said):
        return "after the trash is emptied"
    if end.startswith(("withdr", "unsubscrib")):
        return "after consent is withdrawn"
    if end.startswith(("clos", "deactivat")) or _ACCOUNT.search(said):
        return "after the account is closed"
    if end.startswith(_DELETES):
        return "after deletion"
    if _OPENED.search(said):
        return "after it is opened"
    if end.startswith(_EXPIRES) and not (_CONTRACT.search(said) or _IS_ENDED.search(said)):
        return ""
    return "after the contract ends" if end != "end of" or _CONTRACT.search(said) else ""
