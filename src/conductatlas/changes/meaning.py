"""What became of one provision, for its reader: whom it favours, which facts and grades moved, whom it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from conductatlas.catalogue import Catalogue, Severity, Stance
from conductatlas.changes.effect import says_the_same
from conductatlas.changes.redline import Segment, SegmentKind, redline
from conductatlas.changes.shifts import Direction, Shift, overall, shifts
from conductatlas.changes.standing import ChangeKind, Followed
from conductatlas.provisions import find_facts, find_limits, grade
from conductatlas.reading import visible_text, words

_BY_STANCE = {Stance.ADVERSE: Direction.WORSE, Stance.PROTECTIVE: Direction.BETTER, Stance.NEUTRAL: Direction.NEUTRAL}
# How many words of a run are quoted.
_MOST_WORDS = 18
_MOST_WORDS_SWAPPED = 8
_REVERSED = {Direction.WORSE: Direction.BETTER, Direction.BETTER: Direction.WORSE}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a change of one provision means.

    `shifts` are the facts that moved; `regraded` says in words how severity moved and why, `reworded` which words came
    or went; both are empty where there is nothing to say. `to_the_letter`: reworded without any effect that words tell.
    `affected` are the people or plans that the clause, before or after, limits itself to.
    """

    direction: Direction
    shifts: tuple[Shift, ...]
    regraded: str
    reworded: str
    to_the_letter: bool
    affected: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """What moved, in words, without capital or full stop: what favours or burdens the user first."""
        ordered = sorted(self.shifts, key=lambda one: one.direction is Direction.NEUTRAL)
        said = (*(one.phrase for one in ordered), self.regraded, self.reworded)
        return tuple(phrase for phrase in said if phrase)


def meaning(catalogue: Catalogue, one: Followed) -> Meaning:
    """Work out what became of a provision."""
    before = one.before.quote if one.before else ""
    after = one.after.quote if one.after else ""
    reworded = one.kind is ChangeKind.REWORDED
    segments = redline(visible_text(before), visible_text(after)) if reworded else ()
    reads_facts = one.after is None or one.after.reads_facts
    moved = shifts(catalogue[one.clause_type], before, after) if reworded and reads_facts else ()
    return Meaning(
        direction=overall([_direction(one), *(shift.direction for shift in moved)]),
        shifts=moved,
        regraded=_regraded(catalogue, one) if reworded else "",
        reworded=_reworded(segments),
        to_the_letter=reworded and not moved and _to_the_letter(before, after, segments),
        affected=_affected(one, after or before) if reads_facts else (),
    )


def meanings(catalogue: Catalogue, followed: Sequence[Followed]) -> tuple[tuple[Followed, Meaning], ...]:
    """The provisions that a version touched, each with what its change means."""
    return tuple((one, meaning(catalogue, one)) for one in followed if one.kind is not None)


def _affected(one: Followed, quote: str) -> tuple[str, ...]:
    # All facts are told of new wordings alone.
    facts = find_facts(quote) if one.kind in (ChangeKind.ADDED, ChangeKind.REWORDED) else find_limits(quote)
    return tuple(dict.fromkeys(fact.value for fact in facts if fact.kind == "applies-to"))


def _direction(one: Followed) -> Direction:
    """Whom a change favours by the stance and the severity of what came, went, or was graded anew."""
    if one.kind is ChangeKind.ADDED and one.after is not None:
        return _BY_STANCE[one.after.stance]
    if one.kind is ChangeKind.REMOVED and one.before is not None:
        favours = _BY_STANCE[Stance(one.before.stance)]
        return _REVERSED.get(favours, favours)
    if one.kind is not ChangeKind.REWORDED or one.before is None or one.after is None:
        return Direction.NEUTRAL
    stance_before, stance_after = Stance(one.before.stance), one.after.stance
    if stance_before is not stance_after:
        burdened = stance_after is Stance.ADVERSE or stance_before is Stance.PROTECTIVE
        return Direction.WORSE if burdened else Direction.BETTER
    rise = one.after.severity.rank - Severity(one.before.severity).rank
    if rise == 0 or stance_after is Stance.PROTECTIVE:
        return Direction.NEUTRAL
    return Direction.WORSE if rise > 0 else Direction.BETTER


def _regraded(catalogue: Catalogue, one: Followed) -> str:
    """How severity moved, and the modifier that moved it: the one that came, or else the one that went."""
    if one.before is None or one.after is None or one.before.severity == one.after.severity.value:
        return ""
    verb = "rises" if one.after.severity.rank > Severity(one.before.severity).rank else "falls"
    said = f"severity {verb} from {one.before.severity} to {one.after.severity.value}"
    reasons = one.after.reasons or grade(catalogue[one.clause_type], one.before.quote).reasons
    if not reasons:
        return said
    why = reasons[0].explanation.partition(": ")[2] or reasons[0].explanation
    return f"{said} ({why})" if one.after.reasons else f"{said} (it was graded so because: {why})"


def _to_the_letter(before: str, after: str, segments: Sequence[Segment]) -> bool:
    """Whether nothing that can carry an effect changed, or only names gave way to others."""
    if says_the_same(visible_text(before), visible_text(after)):
        return True
    swapped = {kind: [one.text for one in segments if one.kind is kind] for kind in SegmentKind}
    went, came = " ".join(swapped[SegmentKind.DELETED]).split(), " ".join(swapped[SegmentKind.INSERTED]).split()
    return bool(went) and bool(came) and all(word[0].isupper() for word in (*went, *came))


def _reworded(segments: Sequence[Segment]) -> str:
    """The longest run of words that came into a passage, or else that went from it; empty where none did."""
    runs = [
        (before.text if before.kind is SegmentKind.DELETED else "", one.text)
        for before, one in pairwise((Segment(SegmentKind.SAME, ""), *segments))
        if one.kind is SegmentKind.INSERTED
    ]
    went, came = max(runs, key=lambda run: (len(words(run[1])), run), default=("", ""))
    if words(went) and words(came) and max(len(words(went)), len(words(came))) <= _MOST_WORDS_SWAPPED:
        return f"“{went.strip()}” becomes “{came.strip()}”"
    if words(came):
        return f"it adds “{_shortened(came)}”"
    gone = max((one.text for one in segments if one.kind is SegmentKind.DELETED), key=len, default="")
    return f"it leaves out “{_shortened(gone)}”" if words(gone) else ""


def _shortened(run: str) -> str:
    shown = run.split()
    return " ".join(shown[:_MOST_WORDS]) + (" …" if len(shown) > _MOST_WORDS else "")
