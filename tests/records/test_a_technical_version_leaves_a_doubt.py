"""What differs in a version that its collection records as a technical one is recorded with that doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.changes import CAPTURED_OTHERWISE
from conductatlas.records.models import Change
from tests.records.worlds import AGE, COOKIES, INTRODUCTION, LAW, record, text, version

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("technical", [True, False])
def test_the_note_is_told_with_the_reasons_and_in_the_summary(technical: bool) -> None:
    first, second = version(1, text(INTRODUCTION, COOKIES, LAW)), version(2, text(INTRODUCTION, COOKIES, LAW, AGE))
    note = "Apply technical or declaration upgrade on Hearthbook" if technical else second.note
    record(first, replace(second, note=note))
    change = Change.objects.get()
    assert (CAPTURED_OTHERWISE in change.reasons) is technical
    assert ("records this version as a technical upgrade" in change.summary) is technical
