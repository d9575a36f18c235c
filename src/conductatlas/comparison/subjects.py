"""What words of a clause are on, in types that hold several subjects: whether two are on different ones.

That is what its page would tell of them, and what they name beside that. Read from `subjects.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from conductatlas.catalogue import PLATFORM, SERVICE, Condition, load_prose, placeholders
from conductatlas.comparison.clause import Clause
from conductatlas.reading import visible_text
from conductatlas.yaml_data import parse_yaml

# Of a passage of many pages only the beginning is looked at.
_MOST_CHARACTERS = 20_000
# Sentences that stand for the whole of a clause, or lean on the one before them, tell two subjects apart in nothing.
_OF_THE_WHOLE = re.compile(
    r"\A(?:(?:In|By|Under) (?:it|this clause)|In the sense|This clause|The same passage|Clauses of this kind|As a rule"
    r"|If you send|Whether a plan|They)\b"
    r"|\b(?:speaks of limits|a reserve|more than is told here|what is allowed)\b|\bsomething\b"
    r"|\b(?:do|does|says) so\b|\banother step\b|\bamong them\b|\bnot all of them are\b|\bholds for you\b"
    r"|\bleave a list open\b|\bin so many words\b|\b(?:for|to|with) that\b|\b(?:for|by) it\b"
)
# Of these types clauses have little in common but the name, where their pages tell nothing in common.
_OF_SEVERAL_SUBJECTS = frozenset(
    (
        *("data-processing-terms", "prohibited-conduct", "third-party-conduct-disclaimer", "regulator-complaint"),
        *("device-data-access", "confidentiality"),
    )
)


def subjects(clause_type: str, clause: Clause) -> frozenset[str]:
    """What the page of a clause tells of its words, in a type that holds several subjects; else nothing."""
    return told_of(clause_type, clause.text, clause.spans) if clause_type in _OF_SEVERAL_SUBJECTS else frozenset()


# One clause is set beside many.
@lru_cache(maxsize=2048)
def told_of(clause_type: str, text: str, spans: tuple[tuple[int, int], ...]) -> frozenset[str]:
    """What some words are on in those slices of them that state their type, by what tells it."""
    return frozenset(name for name, condition in _subjects(clause_type) if _is_on(condition, text, spans))


def _is_on(subject: Condition, text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words of a clause are on a subject where they state its type."""
    if subject.when is None or not subject.holds(_visible(text)):
        return False
    found = (subject.when.search(text, start, min(end, _MOST_CHARACTERS)) for start, end in spans)
    return any(one and one.end() > one.start() for one in found)


@cache
def _subjects(clause_type: str) -> tuple[tuple[str, Condition], ...]:
    """The subjects of a type by name: the sentences of its page that rest on words alone, and those of no page."""
    prose = load_prose().get(clause_type)
    told = ((said, prose.conditions.get(said)) for said in prose.what if _is_of_a_part(said)) if prose else ()
    return (
        *((said, condition) for said, condition in told if condition),
        *((one["words"], _condition(one)) for one in _untold().get(clause_type, ())),
    )


def _is_of_a_part(sentence: str) -> bool:
    return placeholders(sentence) <= {PLATFORM, SERVICE} and _OF_THE_WHOLE.search(sentence) is None


def _condition(entry: Mapping[str, str]) -> Condition:
    words, unless = (re.compile(entry[key], re.IGNORECASE) if key in entry else None for key in ("words", "unless"))
    return Condition(words, unless)


@lru_cache(maxsize=1)
def _untold() -> Mapping[str, Sequence[Mapping[str, str]]]:
    found: Mapping[str, Sequence[Mapping[str, str]]] = parse_yaml(
        files(__package__).joinpath("subjects.yaml").read_bytes()
    )
    return found


@lru_cache(maxsize=4096)
def _visible(text: str) -> str:
    return visible_text(text)
