"""What another document of the platform may say otherwise was neither removed nor added for sure: it is unclear."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import (
    Change,
    ChangeItem,
    ItemKind,
    Provision,
    ProvisionState,
    UnsettledClause,
    Version,
)
from tests.records.worlds import AGE, CHANGES, COOKIES, INTRODUCTION, LAW, LIABILITY, RETENTION, record, text, version

pytestmark = pytest.mark.django_db
_PRIVACY = "Hearthbook/Privacy Policy.md"
# The finder takes it for no provision: it is a question.
_ASKED = "Are these terms governed by the laws of the Netherlands, without regard to conflict of laws rules?"
_WITH = text(INTRODUCTION, AGE, LAW, LIABILITY, CHANGES, day=1)
_WITHOUT = text(INTRODUCTION, AGE, LIABILITY, CHANGES, day=2)
_SIBLING = text(RETENTION, COOKIES, title="Privacy Policy")
_DOUBTING = text(RETENTION, COOKIES, _ASKED, title="Privacy Policy")


def _law() -> Provision:
    return Provision.objects.get(clause_type="governing-law")


def test_without_such_a_sibling_it_was_removed() -> None:
    record(version(1, _SIBLING, _PRIVACY), version(2, _WITH), version(3, _WITHOUT))
    assert _law().state == ProvisionState.REMOVED
    assert ChangeItem.objects.filter(kind=ItemKind.REMOVED).exists()
    # What an item tells of is settled.
    assert not UnsettledClause.objects.exists()


def test_with_one_no_removal_is_told_but_what_was_taken_out_is_shown() -> None:
    record(version(1, _DOUBTING, _PRIVACY), version(2, _WITH), version(3, _WITHOUT))
    assert _law().state == ProvisionState.UNCLEAR
    assert not ChangeItem.objects.filter(kind=ItemKind.REMOVED).exists()
    change = Change.objects.get(document=_law().document)
    assert "another document of the platform" in change.reasons[-1]
    (unsettled,) = UnsettledClause.objects.filter(change=change)
    assert (unsettled.clause_type, unsettled.came, unsettled.provision) == ("governing-law", False, _law())
    page = Client().get(f"/{change.permanent_id}").content.decode()
    assert "Clauses that count as neither added nor removed" in page
    assert f"<del>{LAW}</del>" in page
    (entry,) = Client().get(f"/{change.permanent_id}.json").json()["unsettled"]
    assert (entry["came"], entry["quote"], entry["provision"]["id"]) == (False, LAW, _law().permanent_id)
    provision = Client().get(f"/{_law().permanent_id}").content.decode()
    assert "In the next version the program found no sentence that may state such a clause." in provision
    assert "or another document say it; so it does not count as one" in provision
    assert change.permanent_id in provision
    taken_out = Client().get(f"/{_law().permanent_id}.json").json()["taken_out"]
    assert taken_out["change"] == change.permanent_id
    assert "no longer states" not in provision
    document = Client().get(f"/{_law().document.permanent_id}").content.decode()
    assert "words gone, perhaps still said in other words" in document


def test_with_one_no_addition_is_told() -> None:
    with_it = text(INTRODUCTION, AGE, LAW, LIABILITY, CHANGES, day=3)
    record(version(1, _DOUBTING, _PRIVACY), version(2, _WITHOUT), version(3, with_it))
    assert _law().state == ProvisionState.STANDING
    assert not ChangeItem.objects.filter(kind=ItemKind.ADDED).exists()
    change = Change.objects.get(document=_law().document)
    (entry,) = Client().get(f"/{change.permanent_id}.json").json()["unsettled"]
    assert (entry["came"], entry["provision"]["id"]) == (True, _law().permanent_id)
    (unsettled,) = UnsettledClause.objects.filter(change=change)
    assert (unsettled.clause_type, unsettled.came, unsettled.provision) == ("governing-law", True, _law())
    assert f"<ins>{LAW}</ins>" in Client().get(f"/{change.permanent_id}").content.decode()


def test_a_sibling_that_waits_to_be_confirmed_leaves_a_doubt_too() -> None:
    many = text(RETENTION, COOKIES, INTRODUCTION, AGE, LIABILITY, CHANGES, title="Privacy Policy")
    cut = text(_ASKED, "This page has a new layout, and everything else is elsewhere.", title="Privacy Policy")
    record(version(1, many, _PRIVACY), version(2, _WITH), version(3, cut, _PRIVACY), version(4, _WITHOUT))
    assert Version.objects.get(document__path=_PRIVACY, ordinal=2).held
    assert _law().state == ProvisionState.UNCLEAR
    assert not ChangeItem.objects.filter(kind=ItemKind.REMOVED, provision=_law()).exists()


def test_what_went_untold_and_comes_back_much_later_was_not_added() -> None:
    record(
        version(1, _DOUBTING, _PRIVACY),
        version(2, _WITH),
        version(3, _WITHOUT),
        version(4, _SIBLING, _PRIVACY, days=20),
        version(5, _WITH, days=200),
    )
    assert not ChangeItem.objects.filter(kind__in=(ItemKind.ADDED, ItemKind.REMOVED)).exists()
    assert Provision.objects.filter(clause_type="governing-law").count() == 2
