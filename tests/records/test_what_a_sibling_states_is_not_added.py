"""A clause that comes into a document is no addition where another document of the platform states it."""

from __future__ import annotations

import pytest

from conductatlas.records.models import ChangeItem, ItemKind
from tests.records.worlds import AGE, CHANGES, COOKIES, INTRODUCTION, LAW, RETENTION, record, text, version

pytestmark = pytest.mark.django_db
_PRIVACY = "Hearthbook/Privacy Policy.md"


def test_it_is_told_as_stated_here_too() -> None:
    record(
        version(1, text(INTRODUCTION, AGE, LAW)),
        version(2, text(RETENTION, COOKIES, CHANGES), _PRIVACY),
        version(3, text(RETENTION, COOKIES, CHANGES, LAW), _PRIVACY),
    )
    (item,) = ChangeItem.objects.filter(provision__clause_type="governing-law")
    assert item.kind == ItemKind.MOVED
    assert item.summary.startswith("Stands in the Terms of Service, too: ")
    assert item.counterpart is not None
    assert item.counterpart.document.terms_type == "Terms of Service"
    assert item.provision.document.terms_type == "Privacy Policy"
    assert not ChangeItem.objects.filter(kind=ItemKind.ADDED).exists()
    assert item.change.summary.endswith("1 passage came that another document of the platform had already.")


def test_another_platform_has_no_part_in_it() -> None:
    record(
        version(1, text(INTRODUCTION, AGE, LAW), "Larkwell/Terms of Service.md"),
        version(2, text(RETENTION, COOKIES, CHANGES, day=2)),
        version(3, text(RETENTION, COOKIES, CHANGES, LAW, day=3)),
    )
    (item,) = ChangeItem.objects.filter(provision__clause_type="governing-law")
    assert item.kind == ItemKind.ADDED
