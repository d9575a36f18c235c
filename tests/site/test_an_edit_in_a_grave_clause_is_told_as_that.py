"""Where only words in a grave clause changed, its grade is told as the clause's, and lists still find it by that."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from conductatlas.monitoring.messages.told import Limits, tell
from conductatlas.records.models import Change, ItemKind, Verdict
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db
_INDEMNITY = "You hold Larkwell harmless from all claims about what you plant{}, and pay for its lawyers."
_AGE = "You must be {} years old to order seeds."


@pytest.fixture
def change() -> Change:
    """A word came into a clause graded high, and the age of one graded low is another."""
    document = make_document("Larkwell")
    before, after = (
        f"# Terms\n\n{_INDEMNITY.format(more)}\n\n{_AGE.format(age)}\n" for more, age in (("", 16), (" or prune", 18))
    )
    first = make_version(document, before, at(2026, 1, 10))
    age = make_provision(first, "age-requirement", _AGE.format(16), severity="low")
    indemnity = make_provision(first, "user-indemnification", _INDEMNITY.format(""), severity="high")
    second = make_version(document, after, at(2026, 2, 10))
    made = make_change(second, Verdict.SUBSTANTIVE, severity="low")
    made.touches = "high"
    made.save()
    words = _INDEMNITY.format(" or prune")
    slight = make_item(made, ItemKind.REWORDED, indemnity, *reword(indemnity, second, words, severity="high"))
    slight.edit_graded = False
    slight.save()
    make_item(made, ItemKind.REWORDED, age, *reword(age, second, _AGE.format(18), severity="low"))
    return made


def _read(path: str) -> str:
    return " ".join(re.sub("<[^>]*>", "", Client().get(path).content.decode()).split())


def test_the_page_tells_the_grade_of_the_edit_and_that_of_the_clause(change: Change) -> None:
    page = _read(f"/{change.permanent_id}")
    assert "● low severity, touches a clause graded ▲ high" in page
    assert "Words changed in clauses of ▲ high severity: Indemnification by the user." in page
    assert "Indemnification by the user clause graded ▲ high" in page.partition("What each provision did")[2]


def test_what_has_a_grade_of_its_own_comes_first_on_the_page(change: Change) -> None:
    told = json.loads(Client().get(f"/{change.permanent_id}.json").content)
    assert told["touches"] == "high"
    types = [passage["items"][0]["provision"]["clause_type"]["id"] for passage in told["passages"]]
    assert types == ["age-requirement", "user-indemnification"]


@pytest.mark.parametrize(("grade", "is_listed"), [("high", True), ("low", True), ("medium", False)])
def test_a_list_holds_it_under_both_grades(change: Change, grade: str, is_listed: bool) -> None:
    assert (change.permanent_id in Client().get(f"/changes?severity={grade}").content.decode()) is is_listed


def test_a_message_on_that_clause_alone_tells_whose_grade_it_is(change: Change) -> None:
    (item,) = change.items.filter(provision__clause_type="user-indemnification")
    told = tell(change, [item], Limits(1, 1, 500, 1, 1))
    assert (told.severity, told.touches, told.grade) == ("none", "high", "in a clause graded ▲ high")
    assert told.items[0].remarks == ("in a clause graded ▲ high",)
