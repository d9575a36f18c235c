"""What the page of one clause tells of its words and that of another one does not: sentences of 'what it is' that hold
only for clauses with certain words.

They are a difference only where the other has none of the words, nor any of the same family. That both pages tell the
same is no likeness worth telling: such words stand in clauses of many kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conductatlas.catalogue import PLATFORM, SERVICE, Condition, load_prose, placeholders
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.likeness import weigh
from conductatlas.comparison.told import Told
from conductatlas.reading import visible_text

# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000
# Sentences that stand for the whole of a clause, or lean on the one before them, say nothing beside another clause.
_OF_THE_WHOLE = re.compile(
    r"\A(?:(?:In|By|Under) (?:it|this clause)|In the sense|This clause|The same passage|Clauses of this kind|As a rule"
    r"|If you send|Whether a plan|They)\b"
    r"|\b(?:speaks of limits|a reserve|more than is told here|what is allowed)\b|\bsomething\b"
    r"|\b(?:do|does|says) so\b|\banother step\b|\bamong them\b|\bnot all of them are\b|\bholds for you\b"
    r"|\bleave a list open\b|\bin so many words\b|\b(?:for|to|with) that\b|\b(?:for|by) it\b"
)
# What a reader of that clause alone is told to do.
_ADVICE = re.compile(
    r"[,;] (?:so (?:read|look|see)\b|see\b|read\b|and what it\b|which (?:is|can)\b|so that\b|so it\b).*\Z"
)
# That something is spoken of says nothing of the effect: two clauses may do so to opposite ones.
_TELLS_LITTLE = re.compile(
    r"It (?:also |even |in particular )?(?:speaks|names|mentions|deals|points|refers|describes|touches|gives examples"
    r"|(?:says|tells|lays down|sets out) (?:what|how|when|whether|who|whom|where|which|why|more|of)\b)"
    r"|.*\b(?:are|is) (?:among|part of|named|meant|spoken of|covered)\b"
)
# Of these types clauses have little in common but the name, where their pages tell nothing in common.
_OF_SEVERAL_SUBJECTS = frozenset(
    (
        *("data-processing-terms", "prohibited-conduct", "third-party-conduct-disclaimer", "regulator-complaint"),
        *("device-data-access", "confidentiality"),
    )
)
# Words that weigh less say nothing by themselves; a clause with so much of the weight of the others may say the same.
_WEIGHT_OF_WORDS, _MOST_IN_COMMON = 1.6, 0.5


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the prose that holds for clauses with certain words, and the words."""

    said: str
    condition: Condition

    @property
    def tells_effect(self) -> bool:
        """Whether it says what the words do, and not only what they speak of."""
        return _TELLS_LITTLE.match(self.said) is None

    @property
    def lowered(self) -> str:
        """As part of a sentence."""
        return f"{self.said[0].lower()}{self.said[1:]}"


def composed(clause_type: str, this: Clause, other: Clause) -> Iterator[Told]:
    """What the page of the other clause would tell, and neither this one nor one beside it says."""
    for sentence in _sentences(clause_type):
        theirs = _place(sentence, other) if sentence.tells_effect and not _place(sentence, this) else None
        if theirs and _is_silent(this, sentence, other) and not _is_beside(this, sentence):
            yield Told(sentence.lowered, theirs)


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
    without_facts = [one for one in prose.what if placeholders(one) <= {PLATFORM, SERVICE}]
    return tuple(
        _Sentence(_ADVICE.sub("", said).rstrip("."), condition)
        for said, condition in ((_named(one), prose.conditions[one]) for one in without_facts)
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
    named = [family for family in _families() if family.search(sentence.said)]
    meant = [family for family in named if family.search(said)]
    if not meant and not known.keys().isdisjoint(telling):
        return False
    if (meant or named) and all(family.search(own) for family in meant or named):
        return False
    return sum(weight for stem, weight in telling.items() if stem in known) <= _MOST_IN_COMMON * sum(telling.values())


@lru_cache(maxsize=1)
def _families() -> tuple[re.Pattern[str], ...]:
    """Words that say much the same: a clause with one of them may say what another one says with another."""
    lines = files(__package__).joinpath("word_families.txt").read_text("utf-8").splitlines()
    return tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in lines)


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
