"""A person's decision outranks the method, is not overwritten by it, and stays on record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from conductatlas.records.models import Decision, DecisionKind, Provision, ProvisionState
from conductatlas.records.review import ReviewError, as_labels, decide, queue
from tests.records.worlds import AGE, ARBITRATION, COOKIES, LAW, LIABILITY, record, text, version

pytestmark = pytest.mark.django_db

_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
_FIRST = text(ARBITRATION, LAW, LIABILITY)
_SECOND = text(ARBITRATION, LAW, LIABILITY, COOKIES)


def _decide(provision: Provision, kind: DecisionKind, **more: Any) -> Decision:
    return decide(provision.id, kind, reviewer="Ada", reason="The words are plain.", at=_AT, **more)


def _law() -> Provision:
    return Provision.objects.get(clause_type="governing-law")


def test_a_new_grade_stays_through_later_versions_and_is_explained(client: Client) -> None:
    record(version(1, _FIRST))
    _decide(_law(), DecisionKind.REGRADE, severity="high", stance="adverse")
    record(version(1, _FIRST), version(2, _SECOND))
    assert (_law().severity, _law().stance) == ("high", "adverse")
    page = client.get(f"/{_law().permanent_id}").content.decode()
    assert "graded on review by Ada: The words are plain." in page
    assert "Reviewed: graded anew by Ada" in page


def test_a_dismissed_finding_is_withdrawn_and_does_not_come_back(client: Client) -> None:
    record(version(1, _FIRST))
    law = _law()
    _decide(law, DecisionKind.DISMISS)
    record(version(1, _FIRST), version(2, _SECOND))
    law.refresh_from_db()
    assert law.state == ProvisionState.WITHDRAWN
    assert Provision.objects.filter(clause_type="governing-law").count() == 1
    assert "Withdrawn on review by Ada" in client.get(f"/{law.permanent_id}").content.decode()


def test_a_finding_keeps_its_id_under_another_type() -> None:
    record(version(1, _FIRST))
    law = _law()
    _decide(law, DecisionKind.RETYPE, new_type="general-provisions")
    record(version(1, _FIRST), version(2, _SECOND))
    law.refresh_from_db()
    assert (law.clause_type, law.state) == ("general-provisions", ProvisionState.STANDING)
    assert not Provision.objects.filter(clause_type="governing-law").exists()


def test_a_decision_holds_for_the_same_words_in_a_new_document() -> None:
    record(version(1, _FIRST))
    _decide(_law(), DecisionKind.DISMISS)
    record(version(1, _FIRST), version(7, _FIRST, path="Quillpost/Terms of Service.md"))
    others = Provision.objects.filter(document__platform__name="Quillpost")
    assert others.exists()
    assert not others.filter(clause_type="governing-law").exists()


def test_when_the_words_change_the_method_judges_them_again() -> None:
    record(version(1, _FIRST))
    _decide(_law(), DecisionKind.REGRADE, severity="high")
    record(
        version(1, _FIRST), version(2, text(ARBITRATION, LAW.replace("Netherlands", "Republic of Ireland"), LIABILITY))
    )
    assert _law().severity == "low"


def test_the_queue_holds_what_is_unsure_and_undecided_the_least_sure_first() -> None:
    record(version(1, text(ARBITRATION, LAW, LIABILITY, AGE)))
    for confidence, provision in zip((0.4, 0.3, 0.5), Provision.objects.order_by("id"), strict=False):
        provision.wordings.update(confidence=confidence)
    waiting = [wording.confidence for wording in queue()]
    assert waiting[:3] == [0.3, 0.4, 0.5]
    first = queue()[0].provision
    _decide(first, DecisionKind.ACCEPT)
    assert first not in [wording.provision for wording in queue()]
    assert Provision.objects.get(id=first.id).state == ProvisionState.STANDING


def test_a_later_decision_supersedes_an_earlier_one_and_none_is_lost() -> None:
    record(version(1, _FIRST))
    _decide(_law(), DecisionKind.ACCEPT)
    _decide(_law(), DecisionKind.REGRADE, severity="medium")
    assert list(Decision.objects.order_by("id").values_list("kind", "superseded")) == [
        ("accept", True),
        ("regrade", False),
    ]


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        (DecisionKind.RETYPE, {}, "another type"),
        (DecisionKind.RETYPE, {"new_type": "no-such-type"}, "no clause type"),
        (DecisionKind.REGRADE, {}, "needs a severity or a stance"),
        (DecisionKind.REGRADE, {"severity": "grave"}, "severity is one of"),
        (DecisionKind.ACCEPT, {"severity": "low"}, "only with another type or a new grade"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(kind: DecisionKind, more: dict[str, str], says: str) -> None:
    record(version(1, _FIRST))
    with pytest.raises(ReviewError, match=says):
        _decide(_law(), kind, **more)
    assert not Decision.objects.exists()


def test_what_does_not_stand_cannot_be_decided_about() -> None:
    record(version(1, _FIRST))
    law = _law()
    _decide(law, DecisionKind.DISMISS)
    with pytest.raises(ReviewError, match="does not stand today"):
        _decide(law, DecisionKind.ACCEPT)


def test_decisions_are_exported_as_labels_that_point_into_the_text() -> None:
    record(version(1, _FIRST))
    _decide(_law(), DecisionKind.REGRADE, severity="high")
    _decide(Provision.objects.get(clause_type="liability-limitation"), DecisionKind.DISMISS)
    kept, dismissed = as_labels()
    assert _FIRST.decode()[kept["start"] : kept["end"]] == LAW
    assert {"type": "governing-law", "severity": "high", "stance": "neutral"} in kept["labels"]
    assert "liability-limitation" not in [label["type"] for label in dismissed["labels"]]
    assert "text" not in kept
