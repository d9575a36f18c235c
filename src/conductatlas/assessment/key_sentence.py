"""What a clause says in its own words: the sentence that most surely states its type, with its condition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conductatlas.assessment.quoting import (
    KEPT_LONGER,
    behind_bold_title,
    ends_abbreviated,
    goes_back,
    introduces,
    is_for_others,
    is_glued,
    stands_alone,
)
from conductatlas.reading import sentences, visible_text

# What is read at a glance where it stands is not said twice.
_AT_A_GLANCE, _SHORT, _FEW = 300, 600, 2
# Of most of a passage the same holds.
_MOST = 0.75
# A longer sentence is cut where an item of its list ends, if the rest of it limits nothing.
_LONG, _TOO_LONG, _LONGEST_WITH_EXCEPTION = 600, 700, 900
_SURE, _HALF = 0.75, 0.5
# Where the surest can't be quoted, the next ones may.
_MOST_TRIED = 3
_ABOUT_AS_SURE = 0.15
# A shorter sentence says too little to come before a surer one.
_FEWEST_WORDS = 8
_NUMBER = re.compile(
    r"\W*(?:\(?(?:\d[\d.]*|[a-zA-Z]|[ivx]{1,4})[.)] ?)+(?=[\"“(]?[A-Z])|\W*\d{1,3}(?:\.\d{1,3})+\s+(?=[\"“(]?[A-Z])"
    r"|\W*\((?:\d+|[a-zA-Z]|[ivx]{1,4})\) ?|[^\w(\"“]*"
)
# What stands before the first word of an item in its line: a mark or a number.
_BEFORE_ITEM = re.compile(r"[\W_]*(?:\(?(?:\d[\d.]*|[a-zA-Z]|[ivx]{1,4})[.)]\W*)?")
_ITEM_ENDS = re.compile(r";(?= )|,(?= (?:(?:and|or) )?\((?:[a-z]|[ivx]{1,4}|\d{1,2})\))")
_LIMITS = re.compile(
    r"\b(?:unless|except\w*|provided|only|subject to|until|without|however|but|not|solely|if|where|extent)\b",
    re.IGNORECASE,
)
# Of several grounds the one that takes in all the others.
_SWEEPING = re.compile(
    r"\bfor (?:any|no) (?:other )?reason\b|\b(?:sole|absolute|own) (?:and absolute )?discretion\b"
    r"|\bwithout (?:prior )?(?:notice|cause)\b",
    re.IGNORECASE,
)
# It goes on with the sentence before it, and is no item of a list.
_REFERS = re.compile(
    r"(?:(?:in|on|under|for|to|with|after|before|until|since|if) )?"
    r"(?:this|these|those|that|such|it|they|so|not|which case|doing so)\b"
    r"|(?:as a result|as such|instead|therefore|accordingly|consequently|here['’]s|here (?:is|are))\b"
    r"|(?:but|and|or|however|otherwise|then|also|additionally|furthermore|in addition(?! to\b)|thus"
    r"|for (?:example|instance))\b",
    re.IGNORECASE,
)
# 'You may send us ideas (“Ideas”).': what a sentence only lets readers do, or asks of them, to give it a name.
_ONLY_NAMES = re.compile(
    r"(?:(?:from time to time|at times),? )?"
    r"(?:(?:you|users?|customers?|members?) (?:may|can|might|are (?:free|welcome) to),? (?:\([^()]{3,60}\),? )?"
    r"(?:(?:also|voluntarily|choose to|wish to|elect to) )*(?:submit|send|provide|give|offer|share|communicate|make)\b"
    r"|we (?:welcome|appreciate|encourage|invite|value)\b).*"
    r"\((?:[^()“”\"]{0,40} )?[“\"](?P<term>[^“”\"]{2,40})[”\"]\)\W*",
    re.IGNORECASE,
)
# A line that needs an item to be a sentence: 'The provider shall:', 'we have the right to:'.
_OPEN_LEAD = re.compile(
    r"\b(?:to|will|shall|must|may|can|not|by|that|if|when|where|agrees?|are|is|for|from|and|or|with):\W*\Z",
    re.IGNORECASE,
)
# A line that says of its items in which cases, or on which conditions, something holds: these say nothing without it.
_OF_CASES = re.compile(
    r"\b(?:conditions?|cases?|circumstances?|situations?|exceptions?|events?)\b[^.:]{0,30}:\W*\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:we|you|they|our|your|the|an?|any|all|if|no|each|notwithstanding|in no event|under no circumstances)\b",
    re.IGNORECASE,
)
# 'If the agreement ends: (a) …'.
_LEADS_INTO_OWN = re.compile(r"(?P<lead>[A-Z][^.:;!?]{2,80}):(?= \((?:a|i|1|A)\))")
_TITLE_LINE = re.compile(r"[\s#*_>]*(?P<title>[A-Z][^\n.:;!?]{2,80}?)[ \t*_]*\n[\s#*_>=-]*(?=[A-Z])")
_SAYS = re.compile(
    r"\b(?:we|you|they|it|if|when|upon|will|shall|must|may|can|is|are|was|has|have|does|do|not|agrees?|grants?)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"[A-Z][^.:;]{2,60}: (?=[A-Z])")
# It begins with who does what, and is no bare name of a thing: 'A statement that it is true'.
_CLAUSE = re.compile(
    r"[\w’'\"“(]+(?:,? (?!(?:that|which|who|whose)\b)[\w’'\"“”()/-]+){0,7}? "
    r"(?:is|are|was|were|will|would|shall|must|may|might|can(?:not)?|do|does|did|has|have|had|agrees?|grants?|retains?|warrants?"
    r"|represents?|acknowledges?|reserves?|owns?|uses?|collects?|shares?|provides?|process(?:es)?|stores?|keeps?"
    r"|needs?|appl(?:y|ies)|covers?|means?|includes?|ends?|renews?|allows?|requires?)\b"
    r"|(?:please|do not|don['’]t|never)\b",
    re.IGNORECASE,
)
# What has a subject or a duty of its own is no item of the list above it: 'Ads must not show it', 'Must not show it'.
_OWN_DUTY = re.compile(r"(?:[A-Z][\w’'-]*s )?(?P<duty>(?:may|should|will) not|must|cannot)\b", re.IGNORECASE)
# 'By using the controls in your account'.
_BY_WHICH = re.compile(r"(?:by|through|via|with|in|for|to)\b(?!.*, (?:we|you|they|our|your|the)\b)", re.IGNORECASE)
_FEWEST_OF_ITEM = 4
# What is left of the next item: 'in connection with these events; 3.7.'
_NEXT_NUMBER = re.compile(r"[;,] \(?\d{1,2}(?:\.\d{1,2})*[.)]*\Z|(?<=[a-z]{3}\.)[a-h]\.?\Z")
_AHEAD_OF_LIST = re.compile(r":\W*(?:\d{1,2}\W*)?\Z")
# So many titled items in a row are particulars, as in a schedule: 'Purpose: To provide the service'.
_FEWEST_PARTICULARS = 3
_ENDS_AN_ITEM = re.compile(r"[;,:]\W*\Z|; (?:and|or)\W*\Z", re.IGNORECASE)
_ITEM_GOES_ON = re.compile(r"[;,](?: and| or)?\W*\Z")
_TIED = re.compile(
    r"(?:however|in addition(?! to)|additionally|furthermore|moreover|also|but|and|therefore),? (?=\w)", re.IGNORECASE
)
# What comes next are the words of a law, which the clause may waive: 'Section 9 of the Code, which says:'.
_CITES = re.compile(
    r"\b(?:says|states|provides|reads)(?: (?:that|as follows|in (?:part|substance)))?,?:\W*\Z", re.IGNORECASE
)
# It only adds to the sentence before it, and can stand without that.
_ADDS = re.compile(r"(?:in addition(?! to)|additionally|furthermore|moreover|also),? (?=\w)", re.IGNORECASE)
_EXCEPTS = re.compile(
    r"(?:however|unless|except|but"
    # Of what another text says it excepts nothing: 'Notwithstanding any other agreement, …'.
    r"|notwithstanding (?:the )?(?:foregoing|above|preceding|this|that|these|any(?:thing| provision) (?:above|herein))"
    # 'This right does not apply where …'.
    r"|(?:this|these) (?:do|does|shall|will) not"
    r"|(?:(?:this|these|that|those|such) [\w-]+|the right)(?: [\w-]+){0,2} "
    r"(?:(?:do|does|shall|will|may|can) not|(?:do|does)n['’]t)"
    r" (?:apply|extend|cover|include|limit|affect|hold|prevent|preclude|exist)"
    # 'If, however, this waiver is invalid, …'
    r"|(?:if|where|when),? however)\b"
    rf"|{KEPT_LONGER}",
    re.IGNORECASE,
)
# 'Except for the licence above, you keep all rights' excepts from what it says itself, and not from what goes before.
_RULE_OF_ITS_OWN = re.compile(
    r"(?:unless|except)\b(?!(?: \w+){0,2} (?:this|these|the foregoing|such|the above)\b)[^.;]{3,160},"
    r" (?:[\w’']+ ){1,6}\w+",
    re.IGNORECASE,
)


def is_short(passage: str) -> bool:
    """Whether all of a passage is read at a glance, so that nothing in it need be quoted to say what it is."""
    said = _sentences(passage)
    length = sum(map(len, said))
    return length <= _AT_A_GLANCE or (len(said) <= _FEW and length <= _SHORT)


def key_sentence(passage: str, stating: Sequence[tuple[int, int, float]], lead_in: str = "") -> str:
    """The words of a long passage that say most surely what it was found to state; empty where none can be quoted.

    `stating` are its sentences, items and rows in their order: where each stands, and the probability that it states
    the type; `lead_in` is the line above the passage that its list hangs on. A sentence that leans on the one before
    it, or an item on the line that leads into it, is told with that; one that is followed by its exception, with this.
    """
    if is_short(passage) or not stating:
        return ""
    said = [_shown(passage[start:end]) for start, end, _ in stating]
    # A banner is the plainest of all and states nothing.
    chances = [0.0 if introduces(one) else chance for one, (_, _, chance) in zip(said, stating, strict=True)]
    surest = sorted(range(len(chances)), key=lambda place: -chances[place])
    least = max(_SURE, chances[surest[0]] - _ABOUT_AS_SURE)
    # What is stated comes before what limits it or adds to it.
    as_sure = (place for place, chance in enumerate(chances) if chance >= least)
    first = next(
        (place for place in as_sure if len(said[place].split()) >= _FEWEST_WORDS and not _leads_in(said, place)), None
    )
    sure = [place for place in surest if chances[place] >= least and place != first][:_MOST_TRIED]
    sure = sure if first is None else [first, *sure]
    starts = [start for start, _, _ in stating]
    told = {place: _told(passage, said, starts, place, lead_in) for place in sure}
    found = [place for place in sure if told[place]]
    # What stands for itself comes before what is told with a neighbour that is about something else.
    torn = [place for place in found if place and _borrows(told[place], said, place) and chances[place - 1] < _HALF]
    alone = [place for place in found if place not in torn]
    chosen = next(iter(alone or found), None)
    if chosen is not None and (sweeping := _sweeping_item(passage, said, starts, chances, chosen, lead_in)):
        return sweeping
    return "" if chosen is None or _is_lesser_particular(chosen, said, chances, told) else told[chosen]


def _sweeping_item(
    passage: str, said: Sequence[str], starts: Sequence[int], chances: Sequence[float], chosen: int, lead_in: str
) -> str:
    """The item of the list that the chosen one is of which takes in all others, told; empty where none does."""
    if not _begins_an_item(passage, said, starts[chosen], chosen) or _SWEEPING.search(said[chosen]):
        return ""
    items = (
        place
        for place, chance in enumerate(chances)
        if place != chosen and chance >= _HALF and _SWEEPING.search(said[place])
    )
    told = (
        _told(passage, said, starts, one, lead_in) for one in items if _begins_an_item(passage, said, starts[one], one)
    )
    return next(filter(None, told), "")


def _leads_in(said: Sequence[str], place: int) -> bool:
    """Whether a sentence only lets readers give something, or asks for it, and names it for the next sentence."""
    term = named_for_others(said[place])
    return bool(term) and any(term in one.lower() for one in said[place + 1 : place + 2])


def named_for_others(sentence: str) -> str:
    """What a sentence, as a reader sees it, calls the thing that it only lets readers give, or asks for; else empty."""
    found = _ONLY_NAMES.fullmatch(_without_number(sentence))
    return found["term"].lower() if found else ""


def _is_lesser_particular(chosen: int, said: Sequence[str], chances: Sequence[float], told: Mapping[int, str]) -> bool:
    """Whether a sentence is one of titled particulars, and nothing else, of which surer ones can't be quoted.

    It says no more of what the clause is than they do, and was chosen for its form alone.
    """
    particulars = len(said) >= _FEWEST_PARTICULARS and all(_TITLED.match(_without_number(one)) for one in said)
    return particulars and any(not told[place] and chances[place] > chances[chosen] for place in told)


def _borrows(told: str, said: Sequence[str], place: int) -> bool:
    """Whether a sentence is told with the one before it, on which it leans."""
    return told.startswith(_without_number(said[place - 1])) and not told.startswith(_without_number(said[place]))


def _told(passage: str, said: Sequence[str], starts: Sequence[int], place: int, lead_in: str) -> str:
    """One of the sentences with what it needs and what is excepted from it; empty where it can't be quoted."""
    is_item = _begins_an_item(passage, said, starts[place], place)
    own = _NEXT_NUMBER.sub("", _with_what_it_needs(said, place, lead_in, is_item=is_item))
    with_lead_in = own != _without_number(said[place])
    if (
        own
        and is_item
        and (_ITEM_GOES_ON.search(own) or (with_lead_in and _another_follows(passage, said, starts, place)))
    ):
        own = f"{_ITEM_GOES_ON.sub('', own).rstrip('. ')} …"
    excepted = exception_behind(said, place) if own else ""
    own = f"{own} {excepted}" if excepted else own
    # What is told with its exception may be longer.
    fits = excepted and len(own) <= _LONGEST_WITH_EXCEPTION
    shown = "" if is_glued(own) or _is_torn(own) or is_for_others(own, passage) else own if fits else _cut(own)
    return "" if len(shown) > _MOST * len(visible_text(passage)) else shown


def _is_torn(words: str) -> bool:
    """Whether words end in brackets, quotation marks or ahead of a list, as where a number was taken for their end."""
    if _AHEAD_OF_LIST.search(words):
        return True
    pairs = (("[", "]"), ("(", ")"), ("“", "”"))
    return any(words.count(opens) > words.count(closes) for opens, closes in pairs) or words.count('"') % 2 == 1


def _shown(source: str) -> str:
    """A sentence as a reader sees it; empty where it goes over more than one cell of a table."""
    return "" if "|" in source.strip(" |\n") else visible_text(without_title(source)).strip()


def _excepts(sentence: str) -> bool:
    """Whether a sentence excepts something from the one before it."""
    return _EXCEPTS.match(sentence) is not None and _RULE_OF_ITS_OWN.match(sentence) is None


def exception_behind(said: Sequence[str], place: int) -> str:
    """The sentence right behind one of these that excepts something from it; empty where none does."""
    behind = said[place + 1] if place + 1 < len(said) else ""
    return behind if _excepts(behind) else ""


def _another_follows(passage: str, said: Sequence[str], starts: Sequence[int], place: int) -> bool:
    """Whether the list of an item goes on after it."""
    return place + 1 < len(said) and _begins_an_item(passage, said, starts[place + 1], place + 1)


def _begins_an_item(passage: str, said: Sequence[str], start: int, place: int) -> bool:
    """Whether a sentence is the first of an item of a list, and not one that follows within it."""
    line = passage[passage.rfind("\n", 0, start) + 1 : start]
    own_line = _BEFORE_ITEM.fullmatch(line) is not None
    numbered = _without_number(said[place]) != said[place]
    return own_line or numbered or (place > 0 and said[place - 1].endswith((":", ";", ",", "; and", "; or")))


def _with_what_it_needs(said: Sequence[str], place: int, lead_in: str = "", *, is_item: bool) -> str:
    """A sentence or item with what it leans on; empty where that is not found, or it is a row or a piece of one.

    Where other items stand between an item and the line above its list, that they are left out is marked.
    """
    own = _without_number(said[place])
    if place and ends_abbreviated(said[place - 1]):
        return ""
    if place and _CITES.search(said[place - 1]):
        cited = f"{_without_number(said[place - 1])} {own}"
        return cited if _alone(cited) else ""
    torn = place > 0 and not is_item and goes_back(own)
    leads = next((one for one in range(place - 1, -1, -1) if said[one].endswith(":")), None)
    above = said[leads] if leads is not None else lead_in
    hangs = is_item and _hangs(own, above)
    duty = _OWN_DUTY.match(own) if is_item and leads is not None else None
    if duty and not duty.start("duty"):
        return ""
    if is_item and len(own.split()) < _FEWEST_OF_ITEM and own.endswith("."):
        return ""
    if _alone(own) and not torn and not hangs:
        return own
    if "|" in own or own.endswith(":"):
        return ""
    adds = None if hangs or torn else _ADDS.match(own)
    if adds and _alone(f"{own[adds.end()].upper()}{own[adds.end() + 1 :]}"):
        return f"… {own[adds.end() :]}"
    if not hangs and (torn or _REFERS.match(own)):
        before = _without_number(said[place - 1]) if place else ""
        return f"{before} {own}" if before and _alone(before) and own.endswith((".", "!")) else ""
    if leads is None and hangs and all(_ENDS_AN_ITEM.search(one) for one in said[:place]):
        leads = -1
    if leads is None or not is_item or any(map(_alone, map(_without_number, said[leads + 1 : place]))):
        return ""
    lead = _without_number(above)
    if _TIED.match(lead):
        lead = f"… {_TIED.sub('', lead)}"
    elif _REFERS.match(lead):
        # What it follows from, or is about, stands in the sentence before it.
        before = _without_number(said[leads - 1]) if leads > 0 else ""
        lead = f"{before} {lead}" if before and _alone(before) else ""
    if not lead or lead[:1].islower():
        return ""
    cut = "" if leads + 1 == place else "… "
    if cut and not hangs:
        return ""
    return f"{lead} {cut}{own}" if _alone(f"{lead.removeprefix('… ').capitalize()[:-1]}.") else ""


def _hangs(item: str, lead_in: str) -> bool:
    """Whether an item needs the line above its list to be a sentence."""
    if _OWN_DUTY.match(item):
        return False
    if _BY_WHICH.match(item):
        return bool(lead_in)
    if _OF_CASES.search(lead_in):
        return True
    if _OPEN_LEAD.search(lead_in):
        return not _SUBJECT.match(item)
    titled = _TITLED.match(item)
    return lead_in.endswith(":") and not _CLAUSE.match(item, titled.end() if titled else 0)


def without_title(source: str) -> str:
    """What stands in a part of a passage below a line, or behind words in bold, that are a title and end like none."""
    below = behind_bold_title(source)
    found = _TITLE_LINE.match(source) if below == source else None
    return source[found.end() :] if found and _SAYS.search(found["title"]) is None else below


def _alone(sentence: str) -> bool:
    """Whether a sentence stands for itself; in capitals, too, and with a list of its own."""
    listed = _LEADS_INTO_OWN.match(sentence)
    if listed and _SAYS.search(listed["lead"]):
        sentence = f"{listed['lead']}{sentence[listed.end() :]}"
    return stands_alone(sentence if any(map(str.islower, sentence)) else sentence.capitalize())


def _without_number(sentence: str) -> str:
    found = _NUMBER.match(sentence)
    return sentence[found.end() :] if found else sentence


def _cut(words: str) -> str:
    """Words as they are, or cut at the end of an item and marked; empty where they are too long for either."""
    if len(words) <= _LONG:
        return words
    found = (one.start() for one in _ITEM_ENDS.finditer(words, 0, _LONG))
    ends = [end for end in found if not _is_torn(words[:end])]
    if ends and not _LIMITS.search(words, ends[-1]):
        return f"{words[: ends[-1]].rstrip()} …"
    return words if len(words) <= _TOO_LONG else ""


def _sentences(passage: str) -> list[str]:
    lines = (visible_text(line).strip() for line in passage.splitlines())
    return [one for line in lines if line for one in sentences(line)]
