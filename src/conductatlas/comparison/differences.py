"""How another platform's clause differs from the one at hand, in a sentence from grades, facts and points of both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conductatlas.catalogue import ClauseType
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.compared_facts import compared_facts
from conductatlas.comparison.contrasts import contrasts
from conductatlas.comparison.likeness import weigh
from conductatlas.comparison.points import Point, Said, point_said, points_of
from conductatlas.comparison.same_effect import are_to_one_effect
from conductatlas.comparison.shared_words import shared_words
from conductatlas.comparison.subjects import subjects
from conductatlas.comparison.told import Found, Told

_MOST_PHRASES = 3
_MOST_SHARED = 2
# A stem that is as rare as this says what a reason is about: a clause that has it may say what the reason is.
_TELLING_WEIGHT, _TELLING_WEIGHT_OF_REASON = 2.6, 3.4
# A clause that gives way to the law in words of its own, or names that of the home, may save what another one was
# graded lower for saving.
_GIVES_WAY = re.compile(
    r"\b(?:except|unless|save|notwithstanding|subject to|without prejudice|to the (?:fullest |maximum )?extent)\b"
    r"[^.;]{0,90}\b(?:law|laws|statut\w+|mandatory|legal)\b"
    r"|\blaws?\b[^.;]{0,80}\b(?:where|in which) (?:you|the consumer|a consumer)"
    r" (?:lives?|resides?|(?:are|is) (?:an? )?resident)",
    re.IGNORECASE,
)
_SAVES = re.compile(r"\b(?:law|laws|statut\w+|mandatory|legal)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a clause differs from the one at hand, and what it says like it.

    `grades` says plainly which two grades they have, and is empty where these are the same. `unsure`: whether the
    grades differ by what the other clause may say as well. `hidden`: whether it differs most in what is not quoted.
    """

    told: tuple[Told, ...]
    shared: tuple[Told, ...]
    grades: str
    unsure: bool
    hidden: bool = False

    @property
    def grade(self) -> bool:
        """Whether its grade is another."""
        return bool(self.grades)

    @property
    def tells(self) -> bool:
        """Whether anything is told of the words of the two: what differs, or what they have in common."""
        return bool(self.told or self.shared)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where what is told stands in the other clause, the most telling first."""
        return [one.place for one in self.told or self.shared if one.place is not None]

    @property
    def facts(self) -> int:
        """How much differs besides the grade."""
        return len(self.told) - self.grade

    @property
    def sentence(self) -> str:
        """The difference in a sentence that speaks of the clause as 'it' and of the one at hand as 'this one'.

        Empty where nothing is told: that the two differ in nothing would say too much.
        """
        said = "; ".join(one.phrase for one in self.told[:_MOST_PHRASES])
        if not said:
            alike = " and ".join(one.phrase for one in self.shared[:_MOST_SHARED])
            said = f"like this one, it {alike}" if alike else ""
        return f"{said[0].upper()}{said[1:]}." if said else ""

    def untold(self) -> Difference:
        """The same of which nothing can be told, as no whole sentence shows it."""
        return replace(self, told=(), shared=(), grades="", hidden=bool(self.told))

    def shown_in(self, start: int, end: int) -> Difference:
        """Only what a slice of the other clause shows, and what rests on its silence."""
        told = tuple(one for one in self.told if one.is_within(start, end))
        shared = tuple(one for one in self.shared if one.is_within(start, end))
        # What differs less is not told as if it were all, and a likeness not as if nothing differed.
        hidden = bool(self.told) and self.told[0] not in told
        return replace(self, told=told, shared=shared, hidden=hidden)


def difference(clause_type: ClauseType, this: Clause, other: Clause) -> Difference:
    """Tell how `other` differs from `this`, both of one clause type: in grade first, then in facts and points."""
    graded = tuple(_grade(this, other))
    told: list[Told] = []
    shared: list[Told] = []
    points = _points(clause_type, this, other, graded=bool(graded))
    stands = contrasts(clause_type.id, this, other)
    for alike, one in (*stands, *compared_facts(clause_type, this, other), *points):
        (shared if alike else told).append(one)
    unsure = bool(graded) and (_may_be_graded_like(this, other) or _may_be_graded_like(other, this))
    return Difference((*graded, *told), tuple(shared), _grades(this, other), unsure)


def _grade(this: Clause, other: Clause) -> Iterator[Told]:
    shown = other.evidence if other.reason and other.evidence[1] else None
    if this.severity is not other.severity:
        yield Told(f"it is graded {_with_reason(other)}, where this one is graded {_with_reason(this)}", shown)
    elif this.stance is not other.stance:
        yield Told(_grades(this, other), shown)


def _grades(this: Clause, other: Clause) -> str:
    """The grades of two clauses without their reasons; empty where they are the same."""
    if this.severity is not other.severity:
        return f"it is graded {other.severity.value}, where this one is graded {this.severity.value}"
    if this.stance is not other.stance:
        return f"it is {other.stance.value} to users, where this one is {this.stance.value}"
    return ""


def _with_reason(clause: Clause) -> str:
    return f"{clause.severity.value} ({clause.reason})" if clause.reason else clause.severity.value


def _may_be_graded_like(clause: Clause, model: Clause) -> bool:
    """Whether a clause that no reason moved may say what moved the grade of another one."""
    if clause.reason or not model.reason:
        return False
    start, end = model.evidence
    if _SAVES.search(model.text, start, end) and _GIVES_WAY.search(clause.text):
        return True
    own = weigh(clause.text).words
    moved = ((model.text[start:end], _TELLING_WEIGHT), (model.reason, _TELLING_WEIGHT_OF_REASON))
    return any(stem in own for text, least in moved for stem, weight in weigh(text).words.items() if weight >= least)


def _points(clause_type: ClauseType, this: Clause, other: Clause, *, graded: bool) -> Iterator[Found]:
    """The points that both make, and those that the other one names alone.

    Where the two are `graded` apart, without those that a reason told them as.
    """
    for point in points_of(clause_type.id):
        ours, theirs = point_said(point, this), point_said(point, other)
        if graded and (_is_reason(this, ours) or _is_reason(other, theirs)):
            continue
        place = (theirs.start, theirs.end) if theirs else None
        if ours and theirs and ours.predicate == theirs.predicate:
            places = (ours.start, ours.end), (theirs.start, theirs.end)
            tells = point.has_values or (
                point.weighs and are_to_one_effect(this.text, places[0], other.text, places[1])
            )
            if tells:
                yield True, Told(theirs.predicate, place)
        elif ours and theirs:
            if point.up_to and _are_one_limit(ours.values, theirs.values):
                continue
            if not _may_name(this, theirs, ours) and not _may_name(other, ours, theirs):
                yield False, Told(f"it {theirs.predicate}, where this one {ours.predicate}", place)
        elif theirs and point.is_told_alone and _is_silent_on(point, this):
            yield False, Told(f"it {theirs.predicate}", place)


def _are_one_limit(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether what only one of two clauses names may be a limit of the other, told by the number next to it."""
    alone = {int(one) for one in ours} ^ {int(one) for one in theirs}
    return any({one - 1, one + 1} & alone for one in alone)


def _is_reason(clause: Clause, said: Said | None) -> bool:
    """Whether a clause makes a point in the words that its grade rests on, which the reason of the grade tells."""
    start, end = clause.evidence
    return bool(clause.reason and said and said.start < end and start < said.end)


def speak_of_other_subjects(clause_type: ClauseType, this: Clause, other: Clause) -> bool:
    """Whether two clauses of a type that holds several subjects are on different ones, as far as these are known."""
    points = [point for point in points_of(clause_type.id) if point.subject]
    ours, theirs = (
        {point.says for point in points if point_said(point, one)} | subjects(clause_type.id, one)
        for one in (this, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_silent_on(point: Point, clause: Clause) -> bool:
    """Whether a clause has no word that may speak of a point, and no clause beside it makes it, nor a line above it."""
    if clause.goes_on:
        return False
    # Figures are often named in a clause of their own, and in other words.
    own = f"{clause.heading}\n{clause.text}\n{clause.beside if point.has_values else ''}"
    if point.may_be_meant(own):
        return False
    return not clause.beside or point.said_in(clause.beside, [(0, len(clause.beside))]) is None


def _may_name(clause: Clause, said: Said, own: Said) -> bool:
    """Whether a clause may name a value after all that only another one was found to name."""
    alone = [value for value in said.values if value not in own.values]
    # Of '12 months' the figure is enough, however its unit is written.
    names = (value.split()[0] if value[:1].isdigit() else value for value in alone)
    return any(re.search(rf"\b{re.escape(name)}\b", clause.text, re.IGNORECASE) for name in names)


def in_words(this: Clause, other: Clause, found: Difference) -> Difference:
    """A difference; where it has nothing to tell, with the words that both clauses have in a row."""
    place = None if found.tells else shared_words(this.text, this.spans, other.text, other.spans)
    return replace(found, shared=(Told(f"says “{other.text[slice(*place)]}”", place),)) if place else found
