"""A text that is like an earlier one, or was seen long after its day, is another edition: nothing came or went."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from conductatlas.records.models import Change
from tests.records.worlds import ARBITRATION, CHANGES, COOKIES, INTRODUCTION, LAW, LIABILITY, record, text, version

pytestmark = pytest.mark.django_db

_HERE = tuple(f"In the house by the lake, room {number} is let with its boat and its lamps." for number in range(12))
_ELSEWHERE = tuple(f"In our house on the hill you find in room {number} a sledge and a stove." for number in range(12))
_COMMON = (INTRODUCTION, LIABILITY, CHANGES, COOKIES)


def _kinds(*pages: tuple[int, bytes]) -> list[list[str]]:
    record(*[version(number, content, days=day) for number, (day, content) in enumerate(pages, 1)])
    changes = Change.objects.order_by("version__ordinal")
    return [sorted(item.kind for item in one.items.all() if item.kind in ("added", "removed")) for one in changes]


def test_a_text_that_is_more_like_an_earlier_one_tells_of_no_removals() -> None:
    here = text(*_COMMON, *_HERE, day=1)
    there = text(*_COMMON, *_ELSEWHERE, ARBITRATION, day=2)
    later = text(*_COMMON, *_HERE, "There is a new jetty.", day=3)
    assert _kinds((1, here), (30, there), (80, later)) == [["added"], []]
    reasons = Change.objects.get(version__ordinal=3).reasons
    assert reasons[-1] == "The text has more in common with that of version 1 than with the one before it."


def test_an_edited_text_is_no_more_like_an_earlier_one() -> None:
    first = text(*_COMMON, *_HERE, day=1)
    second = text(*_COMMON, *_HERE, ARBITRATION, day=2)
    third = text(*_COMMON, *_HERE, LAW, day=3)
    assert _kinds((1, first), (30, second), (60, third)) == [["added"], ["added", "removed"]]


@pytest.mark.parametrize(("before", "told"), [(200, []), (20, ["removed"])])
def test_a_text_that_is_seen_long_after_its_day_tells_of_no_removals(before: int, told: list[str]) -> None:
    first = version(1, text("Last updated: 3 May 2001", *_COMMON, ARBITRATION), days=1)
    at = first.recorded_at + timedelta(days=300)
    named: date = at.date() - timedelta(days=before)
    second = text(f"Last updated: {named:%d.%m.%Y}", *_COMMON)
    assert _kinds((1, text("Last updated: 3 May 2001", *_COMMON, ARBITRATION)), (301, second)) == [told]
    reasons = Change.objects.get(version__ordinal=2).reasons
    assert any(f"{before} days before it was seen" in one for one in reasons) is (before > 90)
