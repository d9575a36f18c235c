"""What the pages of two clauses tell of their words, as comparisons between them: the sentences of 'what it is' that
hold only for clauses with certain words.

What is told of one clause alone is a difference only where the other has none of the words, nor any of the same family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from conductatlas.catalogue import PLATFORM, SERVICE, Condition, load_prose, placeholders
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.likeness import weigh
from conductatlas.comparison.told import Found, Told
from conductatlas.reading import visible_text

# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000
# Sentences that stand for the whole of a clause, or lean on the one before them, say nothing beside another clause.
_OF_THE_WHOLE = re.compile(
    r"\A(?:(?:In|By|Under) (?:it|this clause)\b|This clause\b|Clauses of this kind\b|As a rule\b|If you send\b"
    r"|(?:The|Whether a|You confirm|You accept|You can|You must|You answer|Your side|Payments that|Data about)\b)"
    r"|\bdo so\b|\bsays so\b|\bdoes so\b|\banother step\b|\bamong them\b|\bfor that\b|\bto that\b|\bwith that\b"
    r"|\bthose that\b|\bthose others\b|\bnot all of them\b|\bin so many words\b|\bholds? for you\b|\bleave a list open\b"
    r"|\bthe cases that it excepts\b|\bfor it\b|\bby it\b",
)
# What a reader of that clause alone is told to do.
_ADVICE = re.compile(r"[,;] (?:so (?:read|look|see)\b|see\b|and what it\b|which (?:is|can)\b|so that\b|so it\b).*\Z")
# Of these a sentence that begins with 'it' speaks of the clause.
_SAYS = re.compile(
    r"It (?:also |speaks in particular )?(?:speaks|says|names|asks|forbids|rules|leaves|makes|covers|deals|limits|gives"
    r"|provides|sets|treats|bars|adds|warns|points|takes|has|puts|keeps|lays|describes|binds|reaches|shelters|declines"
    r"|tells|promises|turns|needs|excepts)\b"
)
# Of these types clauses have little in common but the name, where their pages tell nothing in common.
_OF_SEVERAL_SUBJECTS = frozenset(
    (
        *("data-processing-terms", "prohibited-conduct", "third-party-conduct-disclaimer", "regulator-complaint"),
        *("device-data-access", "confidentiality"),
    )
)
# Words that weigh less say nothing by themselves; a clause that has so much of the weight of the others may say the same.
_WEIGHT_OF_WORDS, _MOST_IN_COMMON = 1.6, 0.5
# Words that say much the same: a clause with one of a family may say what another says with another one of it.
_FAMILIES = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        r"delet|remov|eras|destr|discard|purg|dispos|expung|wip(?:e|ing)",
        r"notif|notic|inform(?!ation)|tell|told|warn|alert|announc|advis|let you know|contact|e-?mail|messag|report",
        r"consent|agree|permi|approv|authori[sz]|choos|chos|choice|opt|allow|accept|prefer|setting|control|object|refus"
        r"|declin|withdr|disabl|turn",
        r"terminat|suspend|clos|cancel|end|deactivat|disabl|ceas|stop|discontinu|restrict|block|limit|ban|revok|withdr",
        r"refund|reimburs|money back|credit|repa(?:y|id)|return|compensat",
        r"anonym|aggregat|de-?identif|pseudonym|statistic|non-?personal|not (?:\w+ ){0,2}identif",
        r"attorney|lawyer|legal|counsel|solicitor|advocate",
        r"train|machine|learn|model|improv|develop|\bAI\b",
        r"appeal|review|contest|complain|counter|dispute|challeng|reconsider|reinstat|object",
        r"minor|child|teen|young|\bage|parent|guardian|\bkid|family|school|student",
        r"except|unless|other than|save|provided that|notwithstanding|subject to|exclu|limit|condition|only|but\b|if\b",
        r"law|statut|legal|regulat|jurisdiction|mandator|right",
        r"human|person|people|manual|staff|employee|reviewer|moderator|individual",
        r"automat|software|bot|algorithm|tool|technolog|system|filter|machine|crawl|scrap|program",
        r"employ|organi[sz]ation|compan|business|enterprise|administrat|entity|workspace|team",
        r"secur|safe|protect|encrypt|confiden|secret|password|credential|fraud|abuse",
        r"advertis|market|promot|sponsor|\bads?\b|campaign",
        r"retain|retention|keep|kept|stor|preserv|sav(?:e|ing)|maintain|hold|remain|archiv|back-?up",
        r"share|sharing|disclos|transfer|pass|provid|sell|sold|sale|giv|make available|send|access",
        r"fee|cost|charge|price|pay|paid|sum|amount|expens|money|invoice|bill",
        r"liab|responsib|answer|risk|damag|loss|harm|indemn|remed",
        r"either|both|each|mutual|part(?:y|ies)\b|neither|you and\b|and you\b|or you\b|you or\b",
        r"post|publish|page|site|display|revis|updat|date|version|here\b",
        r"emergenc|danger|life|lives|safe|bodily|harm|imminent|injur|threat",
        r"connect|carrier|internet|network|mobile|operator|roaming|data plan|telecom",
        r"know|knew|aware|actual|belie",
        r"present|current|now\b|today|at this time|yet\b",
        r"copy|copies|back-?up|download|export",
        r"account|profile|user|log-?in|sign|regist",
        r"partner|third|vendor|supplier|provider|other|affiliat|subsidiar|group|parent|licensor|contractor",
        r"locat|place|position|gps|geo|region|countr|where|address|\bIP\b",
        r"verif|identi|proof|prov(?:e|ing)|confirm|check|authenticat|valid",
        r"violat|breach|infring|misus|abus|fail|illegal|unlawful|fraud|non-?compl",
        r"output|result|respons|generat|answer|content",
        r"similar|same|identical|unique|alike|resembl",
        r"accura|correct|true|error|mistake|reliab|complete|wrong|mislead",
        r"day|week|month|year|time|period|hour|long|until|term\b|promptly|immediately|delay",
        r"injuncti|equit|order|remed|relief|specific performance",
        r"merg|acqui|sale|sold|sell|reorgani|bankrupt|insolv|success|restructur|liquidat|dissol|transaction|change of",
        r"program|reward|creator|affiliate|promotion|referral|loyalty",
        r"trial|beta|free|preview|evaluation|experimental|no charge|without charge",
    )
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the prose that holds for clauses with certain words, and the words."""

    said: str
    condition: Condition

    @property
    def of_the_clause(self) -> bool:
        """Whether its subject is the clause."""
        return _SAYS.match(self.said) is not None

    @property
    def predicate(self) -> str:
        """What follows on 'it'."""
        return self.said.removeprefix("It ")

    @property
    def lowered(self) -> str:
        """As part of a sentence."""
        return f"{self.said[0].lower()}{self.said[1:]}"


def composed(clause_type: str, this: Clause, other: Clause) -> Iterator[Found]:
    """What the page of one clause would tell and that of the other would not, or what both would tell.

    What the other tells and a clause beside this one may tell as well is told without a word on this one, and only
    where there is nothing else.
    """
    contrasts = False
    alone: list[Found] = []
    for sentence in _sentences(clause_type):
        ours, theirs = _place(sentence, this), _place(sentence, other)
        if ours and theirs:
            if sentence.of_the_clause:
                yield True, Told(sentence.predicate, theirs)
        elif theirs and _is_silent(this, sentence, other):
            if _is_beside(this, sentence):
                alone.append((False, Told(sentence.lowered, theirs)))
            else:
                contrasts = True
                yield False, Told(f"{sentence.lowered}, where no such words were found in this one", theirs)
        elif ours and _is_silent(other, sentence, this) and not _is_beside(other, sentence):
            contrasts = True
            yield False, Told(f"no words were found in it for what is told of this one: “{sentence.said}”", None)
    if not contrasts:
        yield from alone


def subjects(clause_type: str, clause: Clause) -> frozenset[str]:
    """What the page of a clause tells of its words, in a type that holds several subjects; else nothing."""
    if clause_type not in _OF_SEVERAL_SUBJECTS:
        return frozenset()
    return frozenset(one.said for one in _sentences(clause_type) if _place(one, clause))


@lru_cache(maxsize=128)
def _sentences(clause_type: str) -> tuple[_Sentence, ...]:
    prose = load_prose().get(clause_type)
    if prose is None:
        return ()
    with_words = ((_named(one), prose.conditions[one]) for one in prose.what if placeholders(one) <= {PLATFORM, SERVICE})
    return tuple(
        _Sentence(_ADVICE.sub("", said).rstrip("."), condition)
        for said, condition in with_words
        if condition.when is not None and not _OF_THE_WHOLE.search(said)
    )


def _named(sentence: str) -> str:
    """A sentence in which platforms have no names."""
    said = sentence.replace(f"{{{PLATFORM}}}", "the provider").replace(f"{{{SERVICE}}}", "the service")
    return f"{said[0].upper()}{said[1:]}"


def _place(sentence: _Sentence, clause: Clause) -> tuple[int, int] | None:
    """Where a clause has the words of a sentence that holds for it."""
    words = sentence.condition.when
    if words is None or not sentence.condition.holds(_visible(clause.text)):
        return None
    for start, end in clause.spans:
        found = words.search(clause.text, start, min(end, _MOST_CHARACTERS))
        if found and found.end() > found.start():
            return found.span()
    return None


@lru_cache(maxsize=4096)
def _visible(text: str) -> str:
    return visible_text(text)


def _is_silent(clause: Clause, sentence: _Sentence, model: Clause) -> bool:
    """Whether a clause surely has nothing of what another one says in the words of a sentence."""
    words = sentence.condition.when
    if words is None or clause.goes_on:
        return False
    own = _visible(f"{clause.heading}\n{clause.text}")
    if words.search(own):
        return False
    theirs = _visible(model.text)
    said = "\n".join(_whole_words(theirs, *found.span()) for found in words.finditer(theirs))
    known = weigh(own).words
    telling = {stem: weight for stem, weight in weigh(said).words.items() if weight >= _WEIGHT_OF_WORDS}
    meant = [family for family in _FAMILIES if family.search(sentence.said) and family.search(said)]
    if not meant:
        return known.keys().isdisjoint(telling)
    in_common = sum(weight for stem, weight in telling.items() if stem in known)
    return in_common <= _MOST_IN_COMMON * sum(telling.values()) and not all(family.search(own) for family in meant)


def _is_beside(clause: Clause, sentence: _Sentence) -> bool:
    """Whether a clause beside one in its document has words of a sentence."""
    words = sentence.condition.when
    return words is not None and words.search(clause.beside) is not None


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
