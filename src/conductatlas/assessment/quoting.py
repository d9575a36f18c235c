"""A clause's own sentences, as they can be quoted by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from conductatlas.english import capitalised
from conductatlas.reading import sentences, visible_text

# A sentence, not a row or an item that only goes on with the line above it; a name may have its capital further on;
# and none that lost the words of a link at its end: 'by updating your .' …
_WHOLE = re.compile(r"[a-z]{0,2}[A-Z](?=.*[a-z])(?!.*\b(?:your|our|the|an?|their|its) ?[.!?]\Z)[^|]*[.!?]\Z")
# … nor one that only goes on with the sentence before it.
_DEPENDS = re.compile(
    r"in which (?:case|event)\b|(?:(?:in|on|under|for|to|with|after|before|until|since|some of|each of|all of) )?"
    r"(?:this|these|those|that|such|it|they|he|she|doing so"
    r"|if (?:so|not|(?:we|you) do(?: not|n['’]t)?(?=,)|it|they|this|that))\b"
    r"(?! (?:agreement|(?:privacy )?(?:policy|notice|statement)|terms|site|section|services?|document|limitations?"
    r"|exclusions?|disclaimers?)\b)"
    r"|(?:but|and|or|however|otherwise|then|also|additionally|furthermore"
    r"|in addition(?! to (?!this|that|these|those|it\b|the (?:above|foregoing)))|for (?:example|instance)|thus)\b"
    r"|(?:as such|after that(?=,))\b|(?:some )?examples? (?:(?:can|may) )?(?:include|are)\b"
    # An item that needs the line above it.
    r"|(?!.*\b(?:is|are|was|were|may|will|shall|must|can(?:not)?|does|do|has|have|had|we|you|please|agrees?"
    r"|appl(?:y|ies)|means?|includes?|requires?|needs?|gives?|keeps?|stays?|ends?|takes?|provides?|remains?|covers?"
    r"|governs?|renews?|belongs?|depends?|lasts?|becomes?|begins?|owns?"
    r"|(?:part(?:y|ies)|customer|users?) (?:\w+ )?(?:consents?|submits?|waives?|accepts?)"
    r"|retains?|collects?|shares?|uses|stores|processes|reserves?|allows?|permits?|forbids?|prohibits?|authori[sz]es)\b)",
    re.IGNORECASE,
)
# A title, which has a sentence behind it, or a sentence that leads into its own list.
_TITLED = re.compile(r"[A-Z][^.:;!?]{2,60}: (?=(?P<sentence>[A-Z“\"])|(?P<list>\((?:a|i|1|A)\))|)")
_WAY = re.compile(
    r"\b(?:by|through|via|using|use|in|from|within|under|at|on|to|behind|select(?:ing)?) "
    r"(?:(?!of\b)[\w’'‘\"“”&/-]+ ){0,9}?"
    r"[“‘'\"]?(?:links?|settings?|forms?|e-?mails?|page|websites?|button|banner|toggle|portal|preferences|menu|tool"
    r"|dashboard|profile|address)\b"
    r"|\bby (?:simply |also )?(?:clos|delet|cancel|send|giv|provid|writ|notify|adjust|chang|follow|select|turn|switch"
    r"|submitt|disconnect|uninstall|stop)\w*ing\b"
    r"|\bmak(?:e|ing) an? (?:\w+ )?request (?:on|in|through|via|at|by|to|with) (?!time|any\b)"
    r"|\b(?:click|press|tap)(?:ing)?\b|@\w|https?:|\bwww\.|\bunsubscribe\b"
    r"|\b(?:file|submit|open|raise) an? (?:\w+ )?(?:ticket|request|report|appeal|complaint)\b"
    r"|\b(?:visit|contact|e-?mail|write to|mail|reach(?: out to)?)(?:ing)? (?!your\b)\w+",
    re.IGNORECASE,
)
# It tells a reader what to do.
_TELLS = re.compile(
    r"\b(?:you|users?|members?|residents|consumers|parents?|guardians?|customers?|subscribers?|individuals)"
    r" (?:\w+ ){0,5}(?:can|may|could|must|should)\b(?! (?:also )?(?:be|need|notice|not)\b)"
    r"|\byou (?:\w+ ){0,2}have the (?:ability|option|choice|right) to\b"
    r"|\bplease\b|(?:\A|, )(?:go|click|visit|contact|e-?mail|send|write|use|open|select|tap|submit|file)\b",
    re.IGNORECASE,
)
# What sends a reader to more to read, or tells what else happens.
_NO_WAY = re.compile(
    r"\b(?:learn|read|find out|see|information|details)(?: \w+)? (?:more|about|on)\b|\bmore information\b"
    r"|\b(?:learn|read|find out|see) what (?:happens|we|is|will)\b"
    r"|\b(?:below|following|above)\W*\Z"
    r"|\A(?:please )?note\b|\bnotice changes\b|\bwe (?:may|will) need\b"
    r"|\b(?:we|our \w+) (?:may|will|can|might) (?:also )?(?:contact|e-?mail|ask|send|use)\b",
    re.IGNORECASE,
)
# 'Services With Which You Share Data.'
_TITLE = re.compile(r"[A-Z][\w’'/-]*(?:,? (?:&|[A-Z][\w’'/-]*|of|or|and|the|an?|in|to|with|for|on|by|from))+[.!?]\Z")
# '**Right to object** You may object': a title in bold, with what it is the title of in the same or the next line.
_BOLD_TITLE = re.compile(
    r"[\s>\u200b-\u200d\ufeff]*(?P<item>[*+-]\s+)?\*\*(?!(?:We|You|They|It|If|When|This|These)\b)"
    r"(?P<title>[A-Z][^*\n.:;!?,]{2,80}?):?\s*\*\*:?[\s\u200b-\u200d]+(?=[A-Z“\"](?!\w*\.))"
)
_FEWEST_OF_TITLE = 2
# '7. **Suggestions** You may …': of one word, or behind a number, where what follows begins a sentence of its own.
_TITLE_OF_SENTENCE = re.compile(
    r"[\s>\u200b-\u200d\ufeff]*(?:\d{1,3}(?:\.\d{1,3})*\\?[.)]?\s+)?"
    r"\*\*(?!(?:We|You|They|It|If|When|This|These)\b)[A-Z][^*\n.:;!?,]{2,80}?\s*\*\*[\s\u200b-\u200d]+"
    r"(?=(?:You|Your|We|Our|If|When|The|This|These|All|Any|Each|By|In|For(?= [a-z]))\s)"
)
# 'Choosing whether your data is used.': what is done is named, and nothing is said of it, as all that is said of
# anything in it is said behind the word that opens a clause of its own.
_GERUND = re.compile(
    r"(?!\w*thing\b)[A-Z]\w+ing\b(?!.*, (?:we|you|they|it|our|your|the|this|these|all|any|an?|users?|customers?)\b)"
)
_DEPENDING = re.compile(r"depending (?:up)?on\b", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:whether|how|what|when|where|if|that|which|who|why)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|shall|must|may|might|can|cannot|does|do|did|has|have|had|means|requires|needs"
    r"|constitutes|includes|allows|lets|ends|stops|deletes|removes|gives|takes|makes)\b",
    re.IGNORECASE,
)
# Where a sentence seems to end and does not.
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]\.[A-Z]|e\.g|i\.e|[Nn]o|[Aa]rt|[Ss]ec|[Ss]ect|vs|etc|Inc|Ltd|Co|Corp|St|Dr|Mrs?|Ms|Tex|Cal|Civ|Bus|Com|Prof|Rev|Stat|Gen|Comp|Ann)\.\Z"
)
# 'Your address book, if you share it with us.': an item with a condition, of which nothing is said.
_ITEM_IF = re.compile(
    r"(?P<item>(?:your|the|an?|any|our|other)\b[^.;:]{3,80}?),? (?:if|when|where) (?:you|we)\b[^,;:]*\Z", re.IGNORECASE
)
# A text that lost its line breaks, so that titles and sentences are glued to each other, or one that kept its marks.
_GLUED = re.compile(
    r"[a-z]{2}\.(?:\((?:[ivx]{1,4}|[a-h])\)|[a-h]\.) ?[A-Z]|[A-Za-z]{3}[.;:][A-Z][a-z]"
    r"|[a-z]{3}(?:If|We|You|Your|Our|The|When|This) |\*\*"
)
_LINK = re.compile(
    r"(?:however|in addition(?! to\b)|additionally|furthermore|moreover|unfortunately|therefore|accordingly"
    r"|nevertheless|conversely|similarly|likewise|also|otherwise|but|thus),? (?=\w)",
    re.IGNORECASE,
)
# It says what a section is about, and nothing of what that says.
_INTRODUCES = re.compile(
    r"(?:in|under) this (?:section|policy|notice|statement|part),? (?:we|you)\b"
    # 'Remember that these are only examples.'
    r"|(?:please )?(?:remember|note|keep in mind)(?: that)?,? (?:these|this|the (?:above|following)(?: \w+)?) "
    r"(?:is|are) (?:just|only|not)\b"
    # A banner, which says that something is there, or asks to read it, where another sentence says it.
    r"|we (?:also )?(?:recogni[sz]e|understand|appreciate) (?:that|how)\b"
    r"|(?:please )?(?:carefully )?(?:read|review) (?:carefully|this|these|the following)\b"
    r"|(?:this|these) (?:section|agreement|terms|document|provision|paragraph)s? (?:contains?|affects?)\b"
    r"|.{3,300}\b(?:is|are) (?:further )?(?:set out|set forth|described|listed|provided|detailed|explained) below\W*\Z"
    r"|the [“‘'\"][^”’'\"]{2,80}[”’'\"] section\b|the section (?:titled|called|entitled|headed|above|below)\b"
    r"|(?:this|the following) (?:section|part|policy|notice|statement) "
    r"(?:explains|describes|sets out|provides|covers|outlines|tells|governs|addresses|deals with|discusses)\b"
    r"|(?:to|if you want to|if you would like to) (?:learn|find out|know|read) more\b",
    re.IGNORECASE,
)
# What goes back to the sentence before it with its first words: 'You can opt out of such sharing', 'We use them to …'.
_OPENING = 90
_BACK = re.compile(
    r"\b(?:this|these|those|such)\s(?:an? )?(?!agreement|terms?\b|polic|notice|statement|services?\b|section|document"
    r"|sites?\b|website|page|platform|addendum|contract|clause|paragraph|privacy|article|apps?\b|application|cases?\b"
    r"|event|time|way|extent|limitations?|exclusions?|disclaimers?|as\b|other|who|that|which|of\b|in\b|with|under"
    r"|is\b|are\b|was|may\b|will|shall|can\b|does|do\b|means|includes|applies|apply|listed|described|set\b|for\b|to\b)"
    r"(?P<noun>(?-i:[a-z]{3,}))",
    re.IGNORECASE,
)
_STEM = 5
_INFORMATION = re.compile(r"\b(?:data|information|details)\b", re.IGNORECASE)
_THEM = re.compile(r"\b(?:them|they)\b", re.IGNORECASE)
# Of whom 'they' may tell: several, or one whose sex is left open.
_SOME = re.compile(
    r"\b(?:\w{3,}s|and|or|data|people|anyone|someone|person|child(?:ren)?|customer|user)\b", re.IGNORECASE
)
# 'You can do this in the settings': what is done stands in the sentence before.
_BACK_TO_DEED = re.compile(
    r"(?:[\w’'-]+ ){1,4}?(?:do|does|doing) (?:so|this|that)\b"
    r"|(?:when|if|where|once) (?:this|that) (?:happens|occurs|is the case)\b",
    re.IGNORECASE,
)
# How to refuse or to ask, and nothing of what is refused or asked for: 'To submit an opt-out request, please write'.
_NAMES_NO_OBJECT = re.compile(
    r"(?:if you (?:wish|want|would like|choose) )?"
    r"to (?:submit|make|send|file|exercise|opt[- ]?out|object|unsubscribe|withdraw)"
    r"(?: (?:an?|your|this|that|such|these) (?:(?:opt[- ]?out|objection) )?(?:requests?|rights?|choices?|objections?))?"
    r",? "
    r"(?:please|you (?:may|can|must|should)|contact|click|visit|go|e-?mail|use|write)\b",
    re.IGNORECASE,
)
_BACK_TO_ONE = re.compile(r"(?:we|you)(?: \w+){1,4} it\b(?! is\b)", re.IGNORECASE)
# A rule for those alone who use a service for a business.
_FOR_BUSINESSES = re.compile(
    r"(?:for |(?:if|where) (?:you|the customer|customer) (?:are|is) )?(?:using [^.;:,]{3,40} )?(?:for )?"
    r"(?:an? |the |your )?(?:business|commercial|enterprise|corporate|organi[sz]ation(?:al)?)"
    r"(?: (?:and|or) \w+)? (?:users?|customers?|accounts?|purposes?|use|plans?|subscriptions?|group subscriptions?)\b",
    re.IGNORECASE,
)
_OTHERS_THAN_BUSINESSES = re.compile(
    r"\bconsumers?\b|\bindividuals?\b|\bnon-?commercial|\bpersonal use\b", re.IGNORECASE
)
# 'In some cases we may keep it longer', behind how long something is kept.
KEPT_LONGER = (
    r"(?:please note that |note that )?(?:sometimes|(?:in|under) (?:some|certain|limited|exceptional|rare|special)"
    r"(?: \w+)? (?:cases|circumstances|situations|instances)),? (?:\w+ ){1,3}?(?:may|might|can|could|will|must)"
    r" (?:(?:still|also|have to|need to|be required to) )*(?:keep|retain|store|hold|be (?:kept|retained|stored|held))\b"
)
# What takes back, or bounds, what the sentence before it says: 'If you cannot do this, …', 'If you opted in, we may …'.
_TAKES_BACK = re.compile(
    r"(?:however|but|otherwise|nevertheless|nonetheless)\b"
    # 'Except as set out below, fees are not paid back' is a rule of its own.
    r"|(?:unless|except)\b(?! (?:as|where|if|when|to|for|in)\b[^.;]{3,160},)"
    r"|(?:if|where|when|once|after) (?!you (?:do not|don['’]t) (?:agree|accept)\b)"
    r"(?:you|we|this|that|it|they|the customer|customers?|users?)\b[^,.;]{0,60}?"
    r"(?:\b(?:not|cannot|unable|never|without|opt|opted|opt-in|consent(?:ed)?|allow(?:ed)?|enabled?)\b|n['’]t\b)"
    r"|(?:this|that|these|such|those)(?: \w+){0,4} (?:does|do|will|may|can|is|are) ?not\b"
    # 'This sharing only occurs if you agree.'
    r"|(?:this|that|these|such)(?: \w+){0,3} (?:only|solely) (?:\w+ ){0,2}(?:if|where|when|with|after|once)\b"
    rf"|{KEPT_LONGER}",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!]\Z")
# From this probability on a sentence states the type of its clause by itself.
STATES = 0.5
# One that does so much less surely than another comes after that.
_MUCH_LESS_SURE = 0.25
# Below this one it hardly does.
_MAY_STATE = 0.2
# What is quoted as an answer is no longer than this.
LONGEST, LONGEST_PAIR, _LONGEST_ANSWER = 360, 500, 700
_SINGLE = str.maketrans('“”"', "‘’'")


def stands_alone(sentence: str) -> bool:
    """Whether a sentence, as a reader sees it, is whole and leans on nothing before it."""
    whole = _WHOLE.match(sentence) is not None and _ABBREVIATED.search(sentence) is None and not is_glued(sentence)
    if not whole or any(one.match(sentence) for one in (_DEPENDS, _TITLE, _INTRODUCES)) or _only_names(sentence):
        return False
    item = _ITEM_IF.match(sentence)
    if item and _DEPENDS.match(item["item"]):
        return False
    titled = _TITLED.match(sentence)
    if titled is None or titled["list"]:
        return True
    behind = titled.end()
    return titled["sentence"] is not None and not any(one.match(sentence, behind) for one in (_DEPENDS, _INTRODUCES))


def _only_names(sentence: str) -> bool:
    """Whether a sentence is a title that names what is done, with a clause in it perhaps, and says nothing of it."""
    opens = list(_OPENS.finditer(sentence))
    if not opens or not _GERUND.match(sentence) or _FINITE.search(sentence, 0, opens[0].start()):
        return False
    on_which, comma, rest = sentence.partition(", ")
    if comma and _DEPENDING.match(on_which):
        # What it depends on is no deed, and the clause begins behind it.
        return _FINITE.search(rest) is None
    return len(_FINITE.findall(sentence)) <= len(opens)


def is_glued(words: str) -> bool:
    """Whether what stands in several lines of a text, or its marks, stand in one run of words."""
    return _GLUED.search(words) is not None


def ends_abbreviated(sentence: str) -> bool:
    """Whether what looks like a sentence ends with an abbreviation, so that what follows goes on with it."""
    return _ABBREVIATED.search(sentence) is not None


def behind_bold_title(source: str) -> str:
    """What stands behind words in bold that are a title of it, and end like none; all of it where none do.

    An item keeps its title, with a colon behind it, as the line above its list can go on with that; a number goes with
    the title where a sentence of its own follows.
    """
    before_sentence = _TITLE_OF_SENTENCE.match(source)
    if before_sentence:
        return source[before_sentence.end() :]
    found = _BOLD_TITLE.match(source)
    if found is None or len(found["title"].split()) < _FEWEST_OF_TITLE:
        return source
    return f"{found['title']}: {source[found.end() :]}" if found["item"] else source[found.end() :]


def introduces(sentence: str) -> bool:
    """Whether a sentence only says what is said elsewhere, or asks to read that."""
    return _INTRODUCES.match(sentence) is not None


def goes_back(sentence: str) -> bool:
    """Whether a sentence that is whole names in its first words what only the sentence before it tells."""
    them = _THEM.search(sentence, 0, _OPENING)
    if (
        _BACK_TO_DEED.match(sentence)
        or _NAMES_NO_OBJECT.match(sentence)
        or _BACK_TO_ONE.match(sentence)
        or (them and not _SOME.search(sentence, 0, them.start()))
    ):
        return True
    return any(not _is_named(found) for found in _BACK.finditer(sentence, 0, _OPENING))


def _is_named(back: re.Match[str]) -> bool:
    """Whether what words go back to is named before them in their sentence."""
    before, noun = back.string[: back.start()], back["noun"]
    is_information = _INFORMATION.fullmatch(noun) and _INFORMATION.search(before)
    return bool(is_information) or noun[:_STEM].lower() in before.lower()


def _without_link(sentence: str) -> str:
    """A sentence without a word that ties it to the one before, marked as cut."""
    tied = _LINK.match(sentence)
    return f"… {sentence[tied.end() :]}" if tied else sentence


def is_quotable(sentence: str) -> bool:
    """Whether a sentence stands alone, as it is or behind the word that tied it; a line of a broken one does not."""
    body = sentence.removeprefix("… ")
    return stands_alone(sentence if body == sentence else capitalised(body))


def quoted(sentence: str) -> str:
    """A sentence in quotation marks, without its full stop."""
    return f"“{within_quotation(sentence).rstrip('. ')}”"


def within_quotation(words: str) -> str:
    """Words as they stand within quotation marks, with single ones for their own."""
    return words.translate(_SINGLE)


def sentence_with(
    pattern: re.Pattern[str],
    words: str,
    chance: Callable[[str], float] | None = None,
    known: Sequence[str] = (),
    whole: str = "",
    *,
    answers: bool = False,
    at_all: bool = False,
) -> str:
    """The sentence of a clause, quoted, that a pattern matches and that can stand alone; empty where none does.

    One that goes back to the sentence before it in the `whole` of the clause is quoted with that; where it `answers` a
    question, also with one right behind it that takes it back or bounds it. One that is long is
    no answer, but for those that are `known`, with which the clause is told. `chance` is the probability that a
    sentence states the type of the clause: of those that match and surely do, those come first that do about as
    surely as the surest, and only where none does one is taken that may not; where it has to state it `at_all`, none
    that hardly does.
    """
    fit = [one for one in _shown_in(words, whole) if pattern.search(one[0]) and not is_for_others(one[0], words)]
    if chance is not None:
        chances = [chance(one) for one, _ in fit]
        surest = max(chances, default=0.0) - _MUCH_LESS_SURE
        stating = [(one, how_sure) for one, how_sure in zip(fit, chances, strict=True) if how_sure >= STATES]
        # In the order of the text, but those first that do about as surely as the surest.
        sure = [one for one, _ in sorted(stating, key=lambda pair: pair[1] < surest)]
        likeliest = sorted(zip(chances, fit, strict=True), key=lambda pair: -pair[0])
        least = _MAY_STATE if at_all else 0.0
        fit = sure or [one for how_sure, one in likeliest if how_sure >= least]
    quotes = ((_quotation(*one) or _known(one[0], known), one[0]) for one in fit)
    found, sentence = next((one for one in quotes if one[0]), ("", ""))
    return _with_what_takes_back(found, sentence, whole or words) if answers else found


def is_for_others(sentence: str, words: str) -> bool:
    """Whether a sentence is for businesses alone, and the words that it is from are for consumers, too."""
    return _FOR_BUSINESSES.match(sentence) is not None and _OTHERS_THAN_BUSINESSES.search(words) is not None


def _known(sentence: str, known: Sequence[str]) -> str:
    """That of the known sentences, quoted, which a sentence is or belongs to."""
    said = within_quotation(sentence.removeprefix("… "))
    return next((quoted(one) for one in known if said in within_quotation(one)), "")


def way_with(pattern: re.Pattern[str], words: str, *, answers: bool = False) -> str:
    """As `sentence_with`, of a sentence that also names the way: a link, a setting, an address."""
    fit = (
        one
        for one in _shown(words)
        if pattern.search(one[0]) and _names_a_way(one[0]) and not is_for_others(one[0], words)
    )
    found, sentence = next((pair for one in fit if (pair := (_quotation(*one), one[0]))[0]), ("", ""))
    return _with_what_takes_back(found, sentence, words) if answers else found


def _with_what_takes_back(quotation: str, sentence: str, words: str) -> str:
    """A quotation that ends with a sentence, with the one right behind that where it takes it back or bounds it."""
    said, ended = sentence.removeprefix("… "), quotation.removesuffix("”")
    behind = next((one for one, before in _in_order(words) if before and before.endswith(said)), "")
    bounds = _TAKES_BACK.match(behind) and _ENDS.search(behind) and not is_glued(behind)
    if not (quotation and bounds and ended.endswith(within_quotation(said).rstrip(". "))):
        return quotation
    longer = f"{ended}. {within_quotation(behind).rstrip('. ')}”"
    return longer if len(longer) <= _LONGEST_ANSWER else quotation


def _quotation(sentence: str, before: str) -> str:
    """A sentence, quoted, with the one before it where it goes back to that; empty where it can't be quoted."""
    if len(sentence) > LONGEST or not is_quotable(sentence):
        return ""
    if not before or not goes_back(sentence.removeprefix("… ")):
        return quoted(sentence)
    with_before = f"{before} {sentence}"
    # One in capitals stands alone as it would in small letters.
    shown = before if any(map(str.islower, before)) else before.capitalize()
    is_whole = len(with_before) <= LONGEST_PAIR and is_quotable(shown) and not goes_back(before)
    return quoted(with_before) if is_whole else ""


def _shown_in(words: str, whole: str) -> Iterator[tuple[str, str]]:
    """Some sentences of a clause as they are quoted, each with the one before it in the whole of it."""
    befores = dict(_shown(whole))
    for one, before in _shown(words):
        yield one, befores.get(one, before)


@lru_cache(maxsize=64)
def _shown(words: str) -> tuple[tuple[str, str], ...]:
    """The sentences of a clause as they are quoted, each with the one before it in its line."""
    return tuple(_each_shown(words))


def _each_shown(words: str) -> Iterator[tuple[str, str]]:
    for one, before in _in_order(words):
        yield _without_link(one), before


def _in_order(words: str) -> Iterator[tuple[str, str]]:
    """The sentences of a clause, each with the one before it in its line."""
    for line in words.splitlines():
        before = ""
        # A sentence does not go over the cells of a row.
        for part in line.split("|") if line.lstrip().startswith("|") else (line,):
            for one in _whole_sentences(visible_text(behind_bold_title(part))):
                yield one, before
                before = one


def _whole_sentences(line: str) -> Iterator[str]:
    """The sentences of a line; what begins behind an abbreviation, within a sentence, goes on with that."""
    whole = ""
    for one in sentences(line):
        if whole and not _ABBREVIATED.search(whole):
            yield whole
            whole = ""
        whole = f"{whole} {one}".strip()
    if whole:
        yield whole


def _names_a_way(sentence: str) -> bool:
    return _TELLS.search(sentence) is not None and _WAY.search(sentence) is not None and not _NO_WAY.search(sentence)
