"""What differs in a version that its collection records as a technical one is recorded with that doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.changes import CAPTURED_OTHERWISE
from conductatlas.records.models import Change
from tests.records.worlds import (
    AGE,
    ARBITRATION,
    CHANGES,
    COOKIES,
    INTRODUCTION,
    LAW,
    LIABILITY,
    RETENTION,
    record,
    text,
    version,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("technical", [True, False])
def test_the_note_is_told_with_the_reasons_and_in_the_summary(technical: bool) -> None:
    first, second = version(1, text(INTRODUCTION, COOKIES, LAW)), version(2, text(INTRODUCTION, COOKIES, LAW, AGE))
    note = "Apply technical or declaration upgrade on Hearthbook" if technical else second.note
    record(first, replace(second, note=note))
    change = Change.objects.get()
    assert (CAPTURED_OTHERWISE in change.reasons) is technical
    assert ("it captures the page otherwise" in change.summary) is technical


_ALL = (INTRODUCTION, AGE, ARBITRATION, LAW, LIABILITY, RETENTION, COOKIES, CHANGES)
_FEW = (INTRODUCTION, AGE, "This page has a new layout, and everything else has found a home elsewhere for now.")


@pytest.mark.parametrize("refiltered", [True, False])
def test_a_later_capture_by_the_same_rules_confirms_none(refiltered: bool) -> None:
    anew = (LAW.replace("Netherlands", "Azores"), RETENTION.replace("30", "60"), COOKIES.replace("service", "shop"))
    whole, few = version(1, text(*_ALL)), version(2, text(*_FEW))
    more = version(3, text(*_FEW, *anew, CHANGES.replace("30", "60"), LIABILITY.replace("service", "shop")))
    record(whole, replace(few, note="Refilter Hearthbook Terms" if refiltered else few.note), more)
    change = Change.objects.get(version__ordinal=2)
    assert ("A later capture confirmed it." in change.reasons) is not refiltered
    assert ("A later capture, made in the same new way, agrees." in change.reasons) is refiltered
    assert (CAPTURED_OTHERWISE in change.reasons) is refiltered
