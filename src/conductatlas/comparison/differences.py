"""How another platform's clause differs from the one at hand, in a sentence from grades, facts and points of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from conductatlas.catalogue import ClauseType
from conductatlas.comparison.clause import Clause
from conductatlas.comparison.compared_facts import compared_facts, may_differ
from conductatlas.comparison.contrasts import contrasts
from conductatlas.comparison.grounds import tell_grades_apart
from conductatlas.comparison.one_question import answer_one_question
from conductatlas.comparison.points import Point, Said, point_said, points_of
from conductatlas.comparison.same_effect import are_to_one_effect
from conductatlas.comparison.shared_sentence import shared_sentence
from conductatlas.comparison.subjects import subjects
from conductatlas.comparison.told import Found, Told

_MOST_PHRASES = 3
_MOST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """How a clause differs from the one at hand, and what it says like it.

    `grade`: whether its grade is another, by a ground that only one of the two has; `unsure`: whether it is another
    without such a ground. `hidden`: whether it differs most in what is not quoted; `veiled`: whether it may differ in
    what its type turns on, of which nothing can be told, so that no likeness is told either.
    """

    told: tuple[Told, ...]
    shared: tuple[Told, ...]
    grade: bool
    unsure: bool
    hidden: bool = False
    veiled: bool = False

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

    def of_part(self, start: int, end: int) -> Difference:
        """What a part of the other clause shows, or nothing where what differs most stands elsewhere in it."""
        shown = self.shown_in(start, end)
        return replace(self, told=(), shared=(), grade=False) if shown.hidden else shown

    def shown_in(self, start: int, end: int) -> Difference:
        """Only what a slice of the other clause shows, and what rests on its silence."""
        told = tuple(one for one in self.told if one.is_within(start, end))
        shared = tuple(one for one in self.shared if one.is_within(start, end))
        # What differs less is not told as if it were all, and a likeness not as if nothing differed.
        hidden = bool(self.told) and self.told[0] not in told
        return replace(self, told=told, shared=shared, hidden=hidden)


def difference(clause_type: ClauseType, this: Clause, other: Clause) -> Difference:
    """Tell how `other` differs from `this`, both of one clause type: in grade first, then in facts and points."""
    apart = this.severity is not other.severity
    unsure = apart and not tell_grades_apart(clause_type.id, this, other)
    graded = (_grade(this, other),) if apart and not unsure else ()
    told: list[Told] = []
    shared: list[Told] = []
    facts = list(compared_facts(clause_type, this, other))
    points = list(_points(clause_type, this, other, graded=bool(graded)))
    for alike, one in (*contrasts(clause_type.id, this, other), *facts, *points):
        (shared if alike else told).append(one)
    differs = may_differ(clause_type, this, other)
    # What differs most may be what nothing can be told of.
    veiled = (differs and not any(not alike for alike, _ in facts)) or _leave_open(clause_type, this, other)
    # What a grade rests on is told with it.
    lesser = () if veiled else tuple(one for one in told if not (graded and one.overlaps(*other.evidence)))
    return Difference(
        (*graded, *lesser), () if differs or veiled else tuple(shared), bool(graded), unsure, veiled=veiled
    )


def _leave_open(clause_type: ClauseType, this: Clause, other: Clause) -> bool:
    """Whether both clauses may say what clauses of the type turn on first, and it isn't known what one of them says."""
    return any(
        point.may_be_meant(this.stating)
        and point.may_be_meant(other.stating)
        and not (point_said(point, this) and point_said(point, other))
        for point in points_of(clause_type.id)
        if clause_type.id in point.leads
    )


def _grade(this: Clause, other: Clause) -> Told:
    shown = other.evidence if other.reason and other.evidence[1] else None
    return Told(f"it is graded {_with_reason(other)}, where this one is graded {_with_reason(this)}", shown)


def _with_reason(clause: Clause) -> str:
    return f"{clause.severity.value} ({clause.reason})" if clause.reason else clause.severity.value


def _points(clause_type: ClauseType, this: Clause, other: Clause, *, graded: bool) -> Iterator[Found]:
    """The points that both make, and those that the other one names alone.

    Where the two are `graded` apart, without those that a reason told them as.
    """
    for point in points_of(clause_type.id):
        ours, theirs = point_said(point, this), point_said(point, other)
        if graded and (_is_reason(this, ours) or _is_reason(other, theirs)):
            continue
        place = (theirs.start, theirs.end) if theirs else None
        if ours and theirs:
            yield from _of_both(point, this, ours, other, theirs)
        elif theirs and point.is_told_alone and _is_silent_on(point, this):
            yield False, Told(f"it {theirs.predicate}", place)


def _of_both(point: Point, this: Clause, ours: Said, other: Clause, theirs: Said) -> Iterator[Found]:
    """What two clauses that both make a point say alike by it, or with another value in answer to the same question."""
    at, other_at = (ours.start, ours.end), (theirs.start, theirs.end)
    if point.has_values:
        if not point.settled and not answer_one_question(this.text, at, other.text, other_at):
            return
        if ours.predicate == theirs.predicate:
            yield True, Told(theirs.predicate, other_at)
        elif not (_may_name(point, this, theirs, ours) or _may_name(point, other, ours, theirs)):
            # 'names 13 as the lowest age' is clear beside another age when it is 'names 13'.
            said = f"names {ours.values[0]}" if point.says.startswith("names {} as") else ours.predicate
            yield False, Told(f"it {theirs.predicate}, where this one {said}", other_at)
    elif point.is_likeness and (point.settled or are_to_one_effect(this.text, at, other.text, other_at)):
        yield True, Told(theirs.predicate, other_at)


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


def _may_name(point: Point, clause: Clause, said: Said, own: Said) -> bool:
    """Whether a clause may name a value after all that only another one was found to name."""
    alone = [value for value in said.values if value not in own.values]
    # Of '12 months' the figure is enough, however its unit is written.
    names = [value.split()[0] if value[:1].isdigit() else value for value in alone]
    written = [other for other, value in point.same.items() if value in alone and value.isdigit()]
    return any(re.search(rf"\b{re.escape(name)}\b", clause.text, re.IGNORECASE) for name in (*names, *written))


def in_words(this: Clause, other: Clause, found: Difference) -> Difference:
    """A difference; where it has nothing to tell, with the sentence that both clauses have word for word."""
    place = None if found.tells or found.veiled else shared_sentence(this.text, this.spans, other.text, other.spans)
    return replace(found, shared=(Told(f"says “{other.text[slice(*place)]}”", place),)) if place else found
