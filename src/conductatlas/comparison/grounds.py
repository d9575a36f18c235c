"""Whether a clause lacks the ground that moved the grade of another one. Read from `grounds.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from conductatlas.comparison.clause import Clause
from conductatlas.reading import visible_text
from conductatlas.yaml_data import parse_yaml

# Grounds that stand outside the clause, which only points to them.
_GROUNDS_ELSEWHERE = re.compile(
    r"\b(?:above|foregoing|aforementioned|preceding) (?:[\w-]+ ){0,2}"
    r"(?:reason|purpose|ground|circumstance|case|situation)s?\b"
    r"|\b(?:reason|purpose|ground|circumstance|case|situation)s? (?:[\w-]+ ){0,3}above\b",
    re.IGNORECASE,
)


def tell_grades_apart(clause_type: str, this: Clause, other: Clause) -> bool:
    """Whether two grades differ by grounds that only one of two clauses has, as far as the words of both can show.

    That one is milder must be said in it: one that only lacks what makes the other harsher may ask for less still.
    """
    if other.severity.rank < this.severity.rank and not other.reason:
        return False
    moved = [(one, beside) for one, beside in ((this, other), (other, this)) if one.reason]
    return bool(moved) and all(_lacks_ground_of(clause_type, beside, one) for one, beside in moved)


def _lacks_ground_of(clause_type: str, clause: Clause, graded: Clause) -> bool:
    """Whether a clause has no word that may say what moved the grade of another one, and is a clause by itself."""
    words = grounds().get(clause_type, {}).get(graded.modifier)
    if words is None or clause.goes_on or _GROUNDS_ELSEWHERE.search(clause.text):
        return False
    return words.search(f"{clause.heading}\n{visible_text(clause.text)}") is None


@lru_cache(maxsize=1)
def grounds() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """By clause type and modifier, words that may say the same as the ground of a grade."""
    found = parse_yaml(files(__package__).joinpath("grounds.yaml").read_bytes())
    return {
        clause_type: {one: re.compile(rf"\b(?:{words})", re.IGNORECASE) for one, words in modifiers.items()}
        for clause_type, modifiers in found.items()
    }
