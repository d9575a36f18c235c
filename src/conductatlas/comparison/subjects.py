"""What the page of a clause would tell of its words, in types that hold several subjects: whether two are on different
ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from conductatlas.catalogue import PLATFORM, SERVICE, ClauseProse, load_prose, placeholders
from conductatlas.comparison.clause import Clause
from conductatlas.reading import visible_text

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


def told_of(clause_type: str, text: str, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    """What the page of a clause with some words tells of those slices of them that state its type."""
    prose = load_prose().get(clause_type)
    if prose is None:
        return frozenset()
    without_facts = (one for one in prose.what if placeholders(one) <= {PLATFORM, SERVICE})
    return frozenset(one for one in without_facts if not _OF_THE_WHOLE.search(one) and _tells(prose, one, text, spans))


def _tells(prose: ClauseProse, sentence: str, text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words of a clause are those of a sentence where they state its type."""
    condition = prose.conditions[sentence]
    words = condition.when
    if words is None or not condition.holds(_visible(text)):
        return False
    found = (words.search(text, start, min(end, _MOST_CHARACTERS)) for start, end in spans)
    return any(one and one.end() > one.start() for one in found)


@lru_cache(maxsize=4096)
def _visible(text: str) -> str:
    return visible_text(text)
