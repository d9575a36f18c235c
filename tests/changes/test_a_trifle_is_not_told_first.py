"""What a version did above all is no edit that says hardly anything, however grave the clause that it is in."""

from dataclasses import replace

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    ChangeKind,
    Direction,
    Meaning,
    Shift,
    Told,
    Verdict,
    direction_of,
    moved_words,
    summarise,
)

_CATALOGUE = load_catalogue()


def _told(clause_type: str, severity: Severity, phrase: str, weight: int) -> Told:
    return Told(ChangeKind.REWORDED, clause_type, severity, severity, phrases=(phrase,), moved_words=weight)


def test_words_that_say_something_are_counted_and_those_that_turn_a_sentence_count_more() -> None:
    before = "We may report this to the appropriate police, and we keep a copy for 30 days."
    assert moved_words(before, before.replace("appropriate ", "")) == 1
    assert moved_words(before, before.replace("may", "will")) >= 3
    assert moved_words(before, before.replace("30", "60")) >= 3
    assert moved_words(before, "We keep a copy for 30 days, and we may report this to the appropriate police.") == 0


def test_a_trifle_in_a_grave_clause_comes_after_what_says_more() -> None:
    trifle = _told("unilateral-termination", Severity.HIGH, "it leaves out “appropriate”", 1)
    more = _told("price-change", Severity.MEDIUM, "it adds “We may raise prices once a year”", 5)
    assert "(Price changes and Suspension" in summarise(_CATALOGUE, Verdict.SUBSTANTIVE, [trifle, more])
    grave = _told("unilateral-termination", Severity.HIGH, "it adds “We may close accounts at will”", 5)
    assert "(Suspension or termination by the provider and Price" in summarise(
        _CATALOGUE, Verdict.SUBSTANTIVE, [more, grave]
    )


def test_a_version_favours_somebody_only_where_much_of_what_it_touched_does() -> None:
    worse = replace(
        _told("price-change", Severity.MEDIUM, "it adds “We may raise prices”", 5), direction=Direction.WORSE
    )
    others = [_told("fees-and-billing", Severity.LOW, f"it adds “We bill on day {day} of a month”", 5) for day in "123"]
    assert direction_of([worse, *others[:2]]) is Direction.WORSE
    assert direction_of([worse, *others]) is Direction.UNJUDGED


def test_whom_a_clause_speaks_of_is_told_after_its_words() -> None:
    people = Shift("applies-to", "minors", "", Direction.UNJUDGED, "it no longer speaks of minors")
    period = Shift("notice-period", "7 days", "30 days", Direction.UNJUDGED, "the notice period rises")
    means = Meaning(Direction.UNJUDGED, (people, period), "", "it adds “by post”", to_the_letter=False, elsewhere=False)
    assert means.phrases == ("the notice period rises", "it adds “by post”", "it no longer speaks of minors")
