"""That another document of a platform is about the same leaves a doubt; it is not told to state what came or went."""

from __future__ import annotations

import pytest

from conductatlas.records.models import ChangeItem, ItemKind, Provision, ProvisionState
from tests.records.worlds import AGE, CHANGES, COOKIES, INTRODUCTION, LAW, RETENTION, record, text, version

pytestmark = pytest.mark.django_db
_PRIVACY = "Hearthbook/Privacy Policy.md"
# It has the content words of the clause on the law, in another order, and says something else.
_ABOUT_LAW = (
    "Where laws of other countries conflict, the Netherlands and its rules have no regard to what the governed terms "
    "say of laws elsewhere, and nothing in our policy on personal data gives you a right against anybody abroad."
)


def test_a_clause_that_came_is_not_told_as_stated_there() -> None:
    record(
        version(1, text(INTRODUCTION, AGE, _ABOUT_LAW)),
        version(2, text(RETENTION, COOKIES, CHANGES), _PRIVACY),
        version(3, text(RETENTION, COOKIES, CHANGES, LAW), _PRIVACY),
    )
    assert Provision.objects.filter(clause_type="governing-law", document__terms_type="Privacy Policy").exists()
    assert not ChangeItem.objects.filter(kind=ItemKind.MOVED).exists()


def test_a_clause_that_went_does_not_go_on_there() -> None:
    record(
        version(1, text(INTRODUCTION, AGE, _ABOUT_LAW)),
        version(2, text(RETENTION, COOKIES, CHANGES, LAW), _PRIVACY),
        version(3, text(RETENTION, COOKIES, CHANGES), _PRIVACY),
    )
    gone = Provision.objects.get(clause_type="governing-law", document__terms_type="Privacy Policy")
    assert gone.state in (ProvisionState.UNCLEAR, ProvisionState.REMOVED)
    assert gone.successor is None


def test_a_clause_that_stands_there_word_for_word_does() -> None:
    record(
        version(1, text(INTRODUCTION, AGE, LAW)),
        version(2, text(RETENTION, COOKIES, CHANGES, LAW), _PRIVACY),
        version(3, text(RETENTION, COOKIES, CHANGES), _PRIVACY),
    )
    gone = Provision.objects.get(clause_type="governing-law", document__terms_type="Privacy Policy")
    assert gone.state == ProvisionState.MOVED
    assert gone.successor is not None
    assert gone.successor.document.terms_type == "Terms of Service"
