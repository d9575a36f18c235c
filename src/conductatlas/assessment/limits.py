"""To whom a clause limits itself, or what stands above it does: in the words that say so.

A condition that governs all that the clause states is told otherwise than one that governs a part of it, or nothing of
what is told here; a heading is told as the place where the clause stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conductatlas.assessment.addressees import people_of
from conductatlas.catalogue import without_language
from conductatlas.reading import sentences

# Whom a condition or a line must name to be about people: where they live, what they are, or what they pay for.
_PLACE = (
    r"(?:(?-i:EEA|EU|E\.U\.|UK|U\.K\.|US|U\.S\.|USA)(?!\w)"
    r"|(?:European?|EEA|United Kingdom|United States|Switzerland|Swiss|Californian?|Colorado"
    r"|Brazil(?:ian)?|Canad(?:a|ian)|Qu[eé]bec|Australian?|Indian?|Japan(?:ese)?|Korean?"
    r"|EFTA|German(?:y)?|France|French|Ital(?:y|ian)|Spain|Spanish|Poland|Polish|Texas|Virginia|Nevada|Utah|Connecticut"
    r"|Thailand|Singapore|Taiwan|Turkey|T[uü]rkiye|Vietnam|Indonesia|Malaysia|Mexico|Argentina|Israel|Ukraine|Russia"
    r"|China|Hong Kong|New Zealand|South Africa|Norway|Iceland|Liechtenstein)\b)"
)
_WHO = (
    r"(?:consumers?|business(?:es)?(?: users?| customers?)?|traders?|students?|teachers?|educators?|schools?|minors?"
    r"|teens?|parents?|creators?|developers?|advertisers?|sellers?|publishers?|employees?|job applicants?"
    r"|(?:government|enterprise|API|commercial|education\w*|free|paid|premium|pro|business|corporate) "
    r"(?:users?|customers?|subscribers?|accounts?|entit(?:y|ies)|agenc(?:y|ies)))"
)
# Who begins to use a service, or did so already.
_NEWCOMERS = r"(?:new|existing) (?:[\w.’'-]+ ){0,2}?(?:users?|customers?|members?|subscribers?)"
_LIVE = (
    r"(?:(?:currently |ordinarily |habitually )?"
    r"(?:live|reside|are (?:an? )?(?:\w+ )?(?:resident|located|based|residing|living|established|citizen)\b"
    rf"|are(?= (?:in|outside(?: of)?) (?:the )?{_PLACE})))"
)
_YOUNG = r"(?:under|younger than|below|between) (?:the ages? of |age )?(?:1\d|thirteen|sixteen|eighteen)\b"
_REST = r"[^.;:,]{0,120}?"
_CUSTOMER = r"(?:the |a |each )?(?:customer|subscriber|user|client|creator)"
_PLAN = r"(?:free|paid|unpaid|premium|enterprise|business|education|trial) (?:plan|account|subscription|tier|version)"
# The main clause may begin without a comma: 'If you live in Ostmark or Westmark you have …'.
_MAIN = r" you (?:have|may|can|will|must|also|are)\b"
_NEXT_PLACE = rf" (?:(?:and|or|an?|the) ){{0,3}}{_PLACE}"
# What stands behind one place ends where the next one begins: else there are too many ways to read a long row of them.
_MORE_PLACES = (
    rf"(?:,?{_NEXT_PLACE}(?:(?!{_MAIN}|{_NEXT_PLACE})[^.;:,]){{0,40}}){{0,8}}"
    # The last of a row may be a place that is not known here.
    r"(?:,? (?:and|or) (?:the )?(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})(?=[,:]))?"
)
_ENDS = rf"(?:(?=[,:]| then\b)|(?<!where)(?<!which)(?<!that)(?<!when)(?={_MAIN}))"
# 'If you are on a free plan, or if you have not refused, …': one of two conditions is told for neither.
_OR_IF = re.compile(r",? (?:or|and/or)(?: only)? (?:if|where|when)\b", re.IGNORECASE)
# 'If you live in Ostmark, …', 'As a European consumer, you …', 'California residents may …', 'For students, …'
_CONDITION = (
    rf"(?:if|where|when) you(?:r (?:billing address|principal place of business|country of residence) is in {_REST}"
    rf"|(?:['’]re| are) (?:an? |the )?(?:[\w-]{{1,30}} ){{0,2}}?(?:(?:{_WHO}|{_NEWCOMERS})\b{_REST}|{_YOUNG}{_REST})"
    rf"| {_LIVE}(?: (?:in|of|outside)\b{_REST}|\b{_REST})"
    rf"|(?: use| access| purchase| have| subscribe to)\b[^.;:,]{{0,40}}\b(?:as an? {_WHO}|(?:an? )?{_PLAN})\b{_REST}"
    # 'If you accept these Terms on behalf of a company, …'
    r"|(?:['’]re| are)? (?:[\w-]{1,30} ){1,8}?on behalf of (?:an? |your |the |another )?(?:[\w-]{1,30} ){0,3}?"
    rf"(?:compan|entit|organi[sz]ation|business|employer|person|client)\w*{_REST}"
    rf"){_MORE_PLACES}{_ENDS}"
)
_OUTSET = re.compile(
    rf"(?P<said>{_CONDITION}"
    rf"|(?:if|where|when) {_CUSTOMER} (?:is|resides?|lives?)\b{_REST}\b{_PLACE}[^.;:,]{{0,40}}(?=[,:])"
    rf"|(?:if|where|when) {_CUSTOMER} (?:uses|accesses|has|purchases)\b[^.;:,]{{0,60}}?"
    rf"\b(?:{_PLAN}|(?:free|paid|unpaid) (?:services?|products?))\b{_REST}(?=[,:]| and if\b)"
    rf"|{_CUSTOMER},? (?:if|where) (?:it is )?an? (?:legal )?(?:entity|company|organi[sz]ation)(?=,)"
    r"|(?:developers?|advertisers?|sellers?|merchants?|publishers?|partners?|affiliates?)\b[^.;:,]{0,60}?"
    r"(?= (?:must|shall|agrees?|(?:are|is) (?:required|responsible))\b)"
    r"|[\w() -]{3,70} (?:listed|enrolled|participating) in (?:our|the) [^.;:,]{3,40}?(?= (?:must|may|shall|can)\b)"
    # Without a comma behind it: 'IF YOU ARE AN E.W. OR SUDMARK RESIDENT YOU AGREE …'
    r"|(?:if|where) you(?:['’]re| are) an? (?:\b[A-Z]\.|[^.;:,]){2,50}? (?:residents?|citizens?|nationals?)(?= you\b)"
    # The first words of a paragraph among several: 'You are a Consumer. …'
    rf"|you(?:['’]re| are) an? (?:[\w-]{{1,30}} )?{_WHO}(?=[.:])"
    r"|as an? (?:[\w-]{1,30}[ -]){0,2}?"
    rf"(?:{_WHO}|resident of {_REST}|{_PLACE}[ -](?:resident|consumer|user|customer))(?=,? you\b)"
    r"|for (?:(?:all|our|those) )?(?:(?:users?|customers?|consumers?|residents?|individuals|people|visitors|members) "
    rf"(?:who )?(?:(?:are )?(?:located |based |residing |reside |live )?(?:in|of)\b){_REST}"
    rf"|{_PLACE}(?:[^.;:,]{{0,40}}) (?:residents?|users?|customers?|consumers?)|{_WHO}"
    rf"|others (?:outside (?:of )?|in )[^.;:,]{{2,80}}?){_MORE_PLACES}(?=[,:]| (?:we|you)\b)"
    # 'In Ostmark, you can …'.
    rf"|in (?:the )?{_PLACE}(?: [^.;:,]{{1,40}})?{_MORE_PLACES}(?=, (?:you|users|customers|residents|consumers)\b)"
    r"|(?:residents? of [^.;:,]{2,40}?"
    rf"|{_PLACE}(?:,? (?:and|or|/) {_PLACE})* (?:residents?|consumers?|users?|citizens?)"
    r"(?: (?:under|below|over|between) [^.;:,]{2,40}?)?)"
    r"(?= (?:may|can|have|has|also|are|who)\b))",
    re.IGNORECASE,
)
# 'Under Section 12 of the Code, users of the Service from California are entitled …'
_AMONG_USERS = re.compile(
    r"(?:\A|(?:\A|\s)(?:under|pursuant to|in accordance with|in line with)\b(?:[^.;]|\.\d){0,100}, )(?:all |any |our )?"
    r"(?P<said>(?:users|customers|consumers|residents|individuals|people|visitors|members)\b"
    rf"(?: of (?:the |our )?(?:\w+ )?(?:services?|site|platform|app))? (?:who (?:live|reside|are) )?"
    rf"(?:located |residing |based )?(?:from|in|of) (?:the )?(?:State of )?{_PLACE}"
    rf"(?: Union| Economic Area)?(?:(?:,| and|,? or)? (?:the )?{_PLACE}){{0,4}})",
    re.IGNORECASE,
)
# 'Contrary to the section above, with respect to Ostmark consumers, we may …'
_WITH_RESPECT_TO = re.compile(
    r"\b(?:with respect to|in respect of|as regards|in the case of) (?:(?:all|any|our|those) )?"
    rf"(?P<said>{_PLACE}(?:/{_PLACE})?[- ](?:residents?|consumers?|users?|customers?))\b",
    re.IGNORECASE,
)
# What a clause gives away or declines for a trial alone, it does not for what is paid.
_OF_TRIALS = re.compile(
    r"\b(?P<said>(?:with respect to|in respect of|as regards|regarding|in relation to|during|for) "
    r"(?:(?:the|a|an|any|all|such|our|your|applicable|free) ){0,3}"
    r"(?:trials|trial (?:periods?|services?|subscriptions?|versions?)|(?<=free )trial|(?<=your )trial"
    r"|(?:free|evaluation|beta|pre-?release|preview)"
    r" (?:services?|versions?|features?|periods?|products?|software|plans?|tiers?)))\b",
    re.IGNORECASE,
)
_TRIALS_ALONE = "Part of this clause, at least, is about trials, tests or what is free: it says"
_NUMBER = r"[\W_]*(?:\(?[a-zA-Z0-9]{1,4}(?:[.)]\d{0,3})+ ?)*"
_NUMBERED = re.compile(_NUMBER)
_NUMBER_OR_TITLE = re.compile(rf"{_NUMBER}(?:[A-Z][^.:;!?,]{{2,48}}[.:] )?")
# A heading that is for some people alone, and names no subject by what is done about them.
_HEADING_FOR = re.compile(
    rf"\b(?:for|only) (?:(?!all\b|other\b)[\w-]+,? ){{0,3}}?(?:{_WHO}(?! purposes)|(?<=[a-z] )users|residents)\b(?!:)"
    rf"|\b{_PLACE}[^.;:]{{0,30}}\b"
    r"(?:residents?|users?|consumers?|customers?|specific|terms|supplement\w*|notice|addendum|rights|privacy)\b"
    rf"|\b(?:supplement\w*|additional|specific)\b[^.;:]{{0,40}}\b{_PLACE}"
    r"|\b(?:residents of|(?:users|consumers|customers) (?:who (?:live|reside) |located |residing )?in) "
    r"|\A\W*if you(?:['’]re(?! \w+ing\b)| live| reside| are)\b"
    # 'Larkwell Terms if you live outside Ostmark'.
    r"|\bif you (?:live|reside|are (?:located|based|an? (?:\w+ )?resident)) (?:in|outside|of)\b"
    r"|\b(?:program|programme|fund) terms\b"
    r"|\busers of the under 13\b",
    re.IGNORECASE,
)
# What stands under these with a date ahead of it tells how a text was changed, and not what holds.
_OF_HISTORY = re.compile(
    r"\W*(?:\d[\d.]*\W*)?(?:the )?(?:change ?logs?|(?:change|revision|version|update|amendment)s? history"
    r"|history of (?:the )?(?:changes|revisions|updates|amendments)|release notes"
    r"|(?:previous|prior|past|earlier|older|archived) (?:versions?|changes|updates|revisions)(?: of [^.:]{2,60})?"
    r"|(?:summary|overview|list|log|record) of (?:(?:the|our|recent|latest|key|main) )*(?:changes|updates|revisions)"
    r"|(?:recent|latest|key|main) (?:changes|updates)(?: to [^.:]{2,60})?"
    r"|what(?:['’]s| is| has) (?:new|changed|changing)(?: in [^.:?]{2,60})?)\W*",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\W*(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2},? )?\d{4}"
    r"|(?:version|v\.?) ?\d+(?:\.\d+)*)\b",
    re.IGNORECASE,
)
# 'Europe', 'EEA, UK and Switzerland'.
_PLACES_ALONE = re.compile(
    rf"\W*(?:[\dA-Z]{{1,3}}[.)] )?(?:the )?{_PLACE}(?:(?:,|/| and| or| &|, and)* ?(?:the )?{_PLACE}){{0,4}}\W*",
    re.IGNORECASE,
)
# 'Governing law (business use)'.
_IN_BRACKETS = re.compile(
    r"\((?:for )?(?:business|commercial|consumer|personal|enterprise) (?:use|users?|customers?|purposes|accounts?)\)",
    re.IGNORECASE,
)
_NO_SECTION = re.compile(
    r"\b(?:transfers?|contact|representative|law|courts?|about|shield|framework|changes|not apply|cookies)\b",
    re.IGNORECASE,
)
# A heading that is a condition, such as 'If backups are switched off:', and no question and no way to get help.
_HEADING_IF = re.compile(
    r"\A\W*if\b(?! you (?:have|need|want|wish|would like|comply)\b| you['’]re \w+ing\b)"
    # A whole sentence is none.
    r"(?!.*, (?:then )?(?:you|we|your|our|these|this)\b)[^?]{4,}\Z",
    re.IGNORECASE,
)
# 'This section applies only to residents of Ostmark.'
_APPLIES_ONLY = re.compile(
    r"(?P<said>this (?:section|clause|paragraph|provision|part|article|annex|addendum|module|notice) "
    r"(?:only (?:applies|covers|concerns)|(?:applies|is applicable|holds) (?:only|solely|exclusively)"
    r"|(?:shall|will) (?:only apply|apply (?:only|solely|exclusively))) [^.;:]{3,160})(?=[.;])",
    re.IGNORECASE,
)
_LONGEST = 160
# Whom the first sentence is about is told in so many characters.
_FIRST_WORDS = 260
_MOST_CONDITIONS = 2
# So many words, with a full stop, are no title.
_FEWEST_WORDS = 5
# What developers and the like agree to is no matter of those who only use a service.
_ROLES = {
    "Advertising Content Policy": "advertisers",
    "Content Monetisation Policy": "those who earn money with what they publish",
    "Developer Terms": "developers",
    "Marketplace Sellers Conditions": "sellers",
    "Premium Partner Conditions": "partners",
}
_CUSTOMERS = re.compile(
    r"\b(?:Customer|CUSTOMER|Subscriber|SUBSCRIBER)(?:['’][sS])?\b"
    r"(?! (?:Personal |User )?(?:Data|DATA|Content|CONTENT|Information|Applications?)\b)"
)
# The title of another section, behind its number: '4 (Customer Data)'.
_TITLE_OF_OTHER = re.compile(r"(?<=\d )\([A-Z][^()]{1,120}\)")
# Others than the customer who act or use the service, of whom a clause speaks as well.
_TO_READERS = re.compile(
    r"\b(?:you|your|yours|data[ -]subjects?|individuals?|natural persons?"
    r"|users?(?! (?:data|content|property|documentation|guides?)\b)"
    r"|(?:authori[sz]ed|permitted|designated)[ -](?:users?|purchasers?|buyers?|persons?|administrators?|individuals)"
    r"|(?:customer|subscriber)(?:['’]s|s['’])?(?: and its| or its)?"
    r" (?:employees|personnel|staff|contractors|representatives))\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\Afor (?:all |any |our |those )?", re.IGNORECASE)
_AS_ONE = re.compile(r"as an? ", re.IGNORECASE)
_IN_PLACE = re.compile(r"in (?!the case|respect)", re.IGNORECASE)
_IS_CONDITION = re.compile(r"(?:if|where|when)\b", re.IGNORECASE)
# What else a condition has before its main clause: ', courts, or other rules, then …'.
_UP_TO_THEN = re.compile(r"(?P<rest>,[^.;:]{1,160}?)\W+then\b", re.IGNORECASE)
_ROW_BEHIND = re.compile(
    r",(?: (?!(?:you|we|then|your|our|these|this|laws?|will|shall|may|must|is|are|any|all)\b)[\w-]+){1,5},? (?:and|or) "
    r"|, (?:and|or) ",
    re.IGNORECASE,
)
# Of a row of places that goes on with one that is not known here.
_MORE_NAMED = re.compile(r"(?:,| and| or)+ (?:the )?[A-Z]")
_TELLS_WHO = re.compile(r"you(?:['’]re| are)\b", re.IGNORECASE)
# The first letter of a sentence, not that of words in capitals.
_SET_IN = re.compile(r"\A[A-Z](?![A-Z])")
_UNCLOSED = re.compile(r"\s*\([^()]*\Z")
# What is left out between a line and the item that hangs on it.
_LEFT_OUT = " […]"
# What has a figure, a mailbox or a person to turn to in it, and ends like no sentence, may be an address.
_DETAIL = re.compile(r"\A(?=.*(?:\d|@|\bAttn\b)).*(?<![.;:])\Z", re.DOTALL)
_SAYS_SOMETHING = re.compile(
    r"\b(?:is|are|was|were|be|may|might|will|shall|must|should|can(?:not)?|do|does|did|has|have|had|you|we|they|it"
    r"|[a-z]{3,}(?:s|es) (?:the|an?|your|our|to|that|not))\b",
)
_BARE_ROLE = re.compile(
    r"(?:developers?|advertisers?|sellers?|merchants?|publishers?|partners?|affiliates?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Limit:
    """For whom alone a clause is.

    `told` is the sentence that says so. `own`: whether its own words, or the line that leads into it, say it of all
    that it states; `of_document`: whether it is known by its document alone, and says nothing of the clause by itself;
    `by_heading`: whether a heading above it says it, so that it may hold of all that it states;
    `of_history`: whether the clause may tell how the text was changed once, and not what holds.
    """

    told: str = ""
    own: bool = False
    of_document: bool = False
    of_history: bool = False
    by_heading: bool = False


NO_LIMIT = Limit()
_OF_CUSTOMERS = Limit(
    "It speaks of the customer, who has the contract, and not of those who use the service only through a customer, "
    "such as staff.",
    of_document=True,
)


@dataclass(frozen=True, slots=True)
class Stating:
    """A sentence or item that states the type of a clause, and the line within the clause that leads into its list."""

    words: str
    lead_in: str = ""


def limit_of(
    words: str,
    lead_ins: Sequence[str],
    headings: Sequence[str],
    stating: Sequence[Stating] = (),
    *,
    terms_type: str = "",
    also_as: Sequence[str] = (),
    between_businesses: bool = False,
    case: str = "",
) -> Limit:
    """By which words a clause is for some people alone; nothing where none show that.

    `words` are those that a reader sees; `stating` those sentences of them that state the type, all of the words where
    none are named. `lead_ins` are the lines that its list hangs on, `headings` those of its section, the outermost
    first, without the title of the document, which is of a type of terms, and may stand between businesses; the same
    text may be on record `also_as` other types of terms. `case` are words ahead of the clause in its own paragraph by
    which that goes on for those who contract with one of several companies.
    """
    history = next(filter(_OF_HISTORY.fullmatch, reversed(headings)), "")
    if history and any(_DATED.match(one) for one in (words, *headings[headings.index(history) + 1 :])):
        told = (
            f"It stands under “{_shown(history)}”: it may tell how the text was changed once, and not what holds now."
        )
        return Limit(told, of_history=True)
    role = role_of((terms_type, *also_as))
    own = _own_limit(words, stating or (Stating(words),), of_role=bool(role))
    if own.own:
        return own
    if case:
        return Limit(f"Ahead of it, in the same paragraph, stands “{_shown(case)}”: it may hold in that case only.")
    above = _limit_above(lead_ins, headings)
    if above.told and not own.told:
        return above
    if not own.told and (trials := _OF_TRIALS.search(words)):
        own = Limit(f"{_TRIALS_ALONE} “{_shown(trials['said'])}”.")
    if own.told:
        return own
    if role:
        return Limit(f"The document that it stands in is recorded as one for {role}.", of_document=True)
    to_customers = _CUSTOMERS.search(_TITLE_OF_OTHER.sub("", words)) is not None and _TO_READERS.search(words) is None
    return _OF_CUSTOMERS if between_businesses and to_customers else NO_LIMIT


def role_of(terms_types: Sequence[str]) -> str:
    """For people of which role a text is that is filed as these types of terms: 'developers'; empty for everybody."""
    roles = {_ROLES.get(without_language(one), "") for one in terms_types}
    # What is filed for others, too, is not for people of one role.
    return next(iter(roles)) if len(roles) == 1 else ""


def _own_limit(words: str, stating: Sequence[Stating], *, of_role: bool) -> Limit:
    """What the sentences that state the type say of those whom they are for, or else how the clause begins.

    `of_role`: whether its document is for people of one role, so that to name them again says nothing.
    """
    said = [condition_of(one.words) or condition_of(one.lead_in) for one in stating]
    said = ["" if of_role and _BARE_ROLE.match(one) else one for one in said]
    if len(governs := [one for one, line in zip(said, stating, strict=True) if not _is_detail(line.words)]) < len(said):
        # An address holds for those alone for whom the sentence is that leads to it.
        said = governs or said
    # What stands ahead of the first of them is for everybody, be it found to state the type or not.
    if all(said) and not _says_before(words, stating[0]):
        told = list(dict.fromkeys(map(_shown, said)))
        people = {people_of(one) for one in told}
        if len({one.lower() for one in told}) == 1 or (len(people) == 1 and all(people)):
            return _for_those(told[0], "By its words")
        quoted = " and ".join(f"“{one}”" for one in told[:_MOST_CONDITIONS])
        more = " and others" if len(told) > _MOST_CONDITIONS else ""
        return Limit(f"It says different things to different people: it speaks of {quoted}{more}.", own=True)
    if only := _APPLIES_ONLY.match(words, _number_ends(words)):
        return Limit(f"It begins with whom or what it is for: “{_shown(only['said'])}”.", own=True)
    begins = _OUTSET.match(words, _number_ends(words))
    if begins and not (of_role and _BARE_ROLE.match(begins["said"])):
        return _for_some("begins with", begins["said"], words)
    if len(parts := list(dict.fromkeys(one for one in map(_shown, said) if _IS_CONDITION.match(one)))) > 1:
        return _for_parts(parts)
    if within := next(filter(None, said), "") or ("" if of_role else condition_of(words)):
        return _for_some("says", within, words)
    first_words = words[:_FIRST_WORDS]
    if among := _AMONG_USERS.search(first_words) or _WITH_RESPECT_TO.search(first_words):
        cut = " …" if _MORE_NAMED.match(words, among.end("said")) else ""
        return Limit(f"Not all of this clause is for everybody: it speaks of “{_shown(among['said'])}{cut}”.")
    return NO_LIMIT


def _says_before(words: str, first: Stating) -> bool:
    """Whether whole sentences stand ahead of the first that states the type, or of the line that leads into it."""
    ahead = words[: max(0, words.find(first.lead_in or first.words))]
    return any(one.strip().endswith(".") and len(one.split()) >= _FEWEST_WORDS for one in sentences(ahead))


def _limit_above(lead_ins: Sequence[str], headings: Sequence[str]) -> Limit:
    for line in reversed(lead_ins):
        # Only its last sentence leads into the list.
        leads = next(reversed(sentences(line.removesuffix(_LEFT_OUT))), line)
        if found := _OUTSET.match(leads, _number_ends(leads)):
            return _for_those(_shown(found["said"]), "By the line above it,")
    for heading in reversed(headings):
        of_people = _HEADING_FOR.search(heading) and not _NO_SECTION.search(heading)
        for_some = of_people or _PLACES_ALONE.fullmatch(heading)
        if len(heading) <= _LONGEST and (for_some or _IN_BRACKETS.search(heading)):
            shown = _shown(heading)
            told = f"The heading above it is “{shown}”, so it may hold only for those whom this part is for."
            return Limit(told, by_heading=True)
        if len(heading) <= _LONGEST and _HEADING_IF.match(heading):
            return Limit(f"This clause is for one case: it stands under “{_shown(heading)}”.")
        if people_of(heading):
            break
    return NO_LIMIT


def _for_those(said: str, by: str) -> Limit:
    """A limit by words that name people: 'If you live in Ostmark', 'For residents of Ostmark'."""
    if _IS_CONDITION.match(said):
        return Limit(f"{by} this holds only “{_SET_IN.sub(lambda first: first[0].lower(), said, count=1)}”.", own=True)
    if _TELLS_WHO.match(said):
        return Limit(f"{by} this is only for those of whom it can say “{said}”.", own=True)
    if _IN_PLACE.match(said):
        return Limit(f"{by} this holds “{_SET_IN.sub(lambda first: first[0].lower(), said, count=1)}”.", own=True)
    if _AS_ONE.match(said):
        role = _SET_IN.sub(lambda first: first[0].lower(), said, count=1)
        return Limit(f"{by} this holds for you only “{role}”.", own=True)
    return Limit(f"{by} this is only for “{_FOR.sub('', said)}”.", own=True)


def _for_some(how: str, said: str, words: str) -> Limit:
    """A limit of a part of a clause; a condition is told as one, and whole, since it has no main clause by itself."""
    if not _IS_CONDITION.match(said):
        return Limit(f"Not all of this clause is for everybody: it {how} “{_shown(said)}”.")
    behind = words.partition(said)[2]
    if goes_on := _UP_TO_THEN.match(behind):
        said = f"{said}{goes_on['rest']}"
    condition = _SET_IN.sub(lambda first: first[0].lower(), _shown(said), count=1)
    cut = " …" if not goes_on and _ROW_BEHIND.match(behind) else ""
    return Limit(f"Not all of this clause is for everybody: a part of it holds only “{condition}{cut}”.")


def _for_parts(conditions: Sequence[str]) -> Limit:
    """A limit of several parts of a clause, each for others."""
    lower = [_SET_IN.sub(lambda first: first[0].lower(), one, count=1) for one in conditions]
    told = " and ".join(f"“{one}”" for one in lower[:_MOST_CONDITIONS])
    more = ", and others have other conditions" if len(lower) > _MOST_CONDITIONS else ""
    return Limit(f"Not all of this clause is for everybody: parts of it hold only {told}{more}.")


def _is_detail(words: str) -> bool:
    """Whether words are no sentence, but an address or the like that stands below one."""
    return _DETAIL.search(words) is not None and _SAYS_SOMETHING.search(words) is None


def condition_of(words: str) -> str:
    """Whom a sentence names as those it is for before it says anything; behind its number, or a title."""
    start = _NUMBER_OR_TITLE.match(words)
    begins = dict.fromkeys((start.end() if start else 0, _number_ends(words)))
    found = next(filter(None, (_OUTSET.match(words, begin) for begin in begins)), None)
    return found["said"] if found and not _OR_IF.match(words, found.end()) else ""


def _number_ends(words: str) -> int:
    found = _NUMBERED.match(words)
    return found.end() if found else 0


def _shown(words: str) -> str:
    return _UNCLOSED.sub("", words).strip(" :*_.").replace("“", "‘").replace("”", "’").replace('"', "'")
