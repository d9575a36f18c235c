"""A change has the severity of what changed in it; that of a clause in which some words did is told beside it."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    Bearing,
    ChangeKind,
    Pair,
    Told,
    compare_states,
    gravest_severity,
    gravest_touched,
    meanings,
    summarise,
    tell,
)
from conductatlas.changes.verdicts.verdict import Verdict
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_INDEMNITY = (
    "You agree to indemnify, defend and hold harmless Larkwell and its affiliates from and against all claims, damages "
    "and expenses, including reasonable legal fees, arising out of (a) your use of the Services, (b) your breach "
    "of these Terms, and (c) content of yours that is unlawful, {}obscene or misleading."
)
_AROUND = (
    "# Larkwell Terms\n\nThese terms tell what Larkwell does for the people who plan their gardens with it.\n\n{}\n\n"
    "Seeds are sent in spring. Bulbs are sent in autumn, as long as the ground is not frozen.\n"
)


def _told(old: str, new: str) -> list[Told]:
    before, after = (read_markdown(_AROUND.format(text)) for text in (old, new))
    step = compare_states(default_finder(), before, after, "en")
    found = meanings(load_catalogue(), Bearing(default_finder()), step.followed, Pair(before, after), step)
    return [tell(one, means) for one, means in found]


def test_a_word_in_the_list_of_a_grave_clause_has_no_grade_of_its_own() -> None:
    for old, new in (("", "defamatory, "), ("defamatory, ", "")):
        told = _told(_INDEMNITY.format(old), _INDEMNITY.format(new))
        (indemnity,) = [one for one in told if one.clause_type == "user-indemnification"]
        assert not indemnity.is_slight
        assert not indemnity.graded
        assert gravest_severity(told) is Severity.NONE
        assert gravest_touched(told) is indemnity.severity is Severity.HIGH


def test_a_sentence_that_states_the_clause_has_its_grade() -> None:
    more = "You also agree to indemnify Larkwell against every claim that neighbours bring for what you planted."
    for old, new in (("", more), (more, "")):
        told = _told(f"{_INDEMNITY.format('')} {old}".strip(), f"{_INDEMNITY.format('')} {new}".strip())
        assert [one.graded for one in told if one.clause_type == "user-indemnification"] == [True]
        assert gravest_severity(told) is gravest_touched(told) is Severity.HIGH


@pytest.mark.parametrize("kind", [ChangeKind.ADDED, ChangeKind.REMOVED])
def test_what_is_new_or_gone_has_the_grade_of_its_clause(kind: ChangeKind) -> None:
    grades = (None, Severity.HIGH) if kind is ChangeKind.ADDED else (Severity.HIGH, None)
    assert gravest_severity([Told(kind, "user-indemnification", *grades)]) is Severity.HIGH


def test_what_has_a_grade_is_named_before_what_is_only_in_a_graver_clause() -> None:
    only = [
        Told(ChangeKind.REWORDED, kind, Severity.HIGH, Severity.HIGH, graded=False)
        for kind in ("user-indemnification", "jurisdiction-venue")
    ]
    low = Told(ChangeKind.REWORDED, "age-requirement", Severity.LOW, Severity.LOW)
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, [*only, low])
    assert said.startswith("3 provisions edited (Age and eligibility requirement, "), said
    assert gravest_severity([*only, low]) is Severity.LOW
