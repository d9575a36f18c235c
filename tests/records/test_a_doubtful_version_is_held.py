"""A version that would remove much, or that looks failed, says nothing until it is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client

from conductatlas.commands.main import main
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import Change, Document, Provision, ProvisionState, Version
from tests.records.worlds import (
    AGE,
    ARBITRATION,
    CHANGES,
    COOKIES,
    INTRODUCTION,
    LAW,
    LIABILITY,
    RETENTION,
    START,
    record,
    text,
    version,
)

pytestmark = pytest.mark.django_db
_ALL = (INTRODUCTION, AGE, ARBITRATION, LAW, LIABILITY, RETENTION, COOKIES, CHANGES)
_WHOLE = text(*_ALL)
_FEW = text(INTRODUCTION, AGE, "This page has a new layout, and everything else has found a home elsewhere for now.")


def _moment(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def _at(number: int, content: bytes, hours: float) -> RecordedVersion:
    return replace(version(number, content), recorded_at=_moment(hours))


def _standing() -> int:
    return Provision.objects.filter(state=ProvisionState.STANDING).count()


def test_a_version_that_would_remove_much_waits() -> None:
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24))
    held = Version.objects.get(ordinal=2)
    assert held.held.startswith("It would remove ")
    assert not held.failed
    assert not Change.objects.exists()
    assert _standing() == Provision.objects.count()
    document = Document.objects.get()
    assert list(document.good_versions().values_list("ordinal", flat=True)) == [1]
    page = Client().get(f"/{document.permanent_id}").content.decode()
    assert "waits to be confirmed" in page
    assert "Held" in Client().get(f"/{document.permanent_id}/versions/2").content.decode()


def test_one_that_is_gone_at_the_next_look_was_a_failed_capture() -> None:
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24), _at(3, _WHOLE, 36))
    assert Version.objects.get(ordinal=2).failed
    (change,) = Change.objects.all()
    assert change.verdict == "failed"
    assert change.reasons[-1] == "12 hours later the page had what it had before."
    assert _standing() == Provision.objects.count()


def test_the_doubt_goes_on_with_one_that_is_like_it() -> None:
    like_it = _FEW.replace(b"home", b"place")
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24), _at(3, like_it, 30))
    assert [one.ordinal for one in Version.waiting().order_by("ordinal")] == [2, 3]
    assert len({one.held_until for one in Version.waiting()}) == 1
    assert not Change.objects.exists()
    record(_at(4, _WHOLE, 40))
    assert list(Version.objects.order_by("ordinal").values_list("failed", flat=True)) == [False, True, True, False]
    assert _standing() == Provision.objects.count()


def test_those_that_stood_together_for_long_enough_are_confirmed_each_for_its_own_day() -> None:
    like_it = _FEW.replace(b"home", b"place")
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24), _at(3, like_it, 30), _at(4, like_it + b"\n\nMore.\n", 24 * 20))
    first, second = Change.objects.order_by("recorded_at")[:2]
    assert (first.recorded_at, second.recorded_at) == (_moment(24), _moment(30))
    assert first.verdict == "substantive"
    held = first.reasons.index("At first it was held back, as the capture may have been a faulty one.")
    assert first.reasons[held + 1] == "It has stood so long since that it counts as confirmed."
    assert not any("It would remove" in reason for reason in first.reasons)
    assert not second.items.filter(kind="removed").exists()
    # What it would have done beside the text before both is not what it did.
    assert not any("It would remove" in reason for reason in second.reasons)
    assert any("the version before it may have been" in reason for reason in second.reasons)
    assert _standing() < Provision.objects.count()


def test_one_that_stood_for_two_weeks_is_confirmed_by_that() -> None:
    other = "Larkwell/Terms of Service.md"
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24), version(8, _WHOLE, other, days=5))
    assert Version.waiting().count() == 1
    record(version(9, _WHOLE.replace(b"16", b"18"), other, days=20))
    assert Version.objects.get(document__platform__name="Hearthbook", ordinal=2).held == ""
    assert Change.objects.get(document__platform__name="Hearthbook").verdict == "substantive"


def test_what_would_add_much_is_confirmed_after_three_days() -> None:
    other = "Larkwell/Terms of Service.md"
    record(_at(1, _FEW, 0), _at(2, _WHOLE, 24), version(8, _FEW, other, days=5))
    assert not Version.waiting().exists()
    assert Change.objects.get(document__platform__name="Hearthbook").verdict == "substantive"


_ABOUT = "Hearthbook is a place for people and their photographs: come in and look around a little"
_OTHER = "Larkwell/Terms of Service.md"


def _another_page(words: int) -> bytes:
    rooms = (f"{_ABOUT} in room {number}." for number in range(words // len(_ABOUT.split())))
    return text(*rooms, title="A tour of the house")


def test_one_that_looks_failed_must_stand_longer() -> None:
    long = text(*_ALL * 6)
    another = _another_page(len(long.split()) // 2)
    record(_at(1, long, 0), _at(2, another, 24), version(8, _WHOLE, _OTHER, days=9))
    assert "another page" in Version.objects.get(document__platform__name="Hearthbook", ordinal=2).held
    record(version(9, _WHOLE.replace(b"16", b"18"), _OTHER, days=20))
    assert Change.objects.filter(document__platform__name="Hearthbook").get().verdict == "substantive"


def test_another_and_much_smaller_page_is_confirmed_by_nobody_but_a_person() -> None:
    long = text(*_ALL * 6)
    another = _another_page(len(long.split()) // 5)
    record(_at(1, long, 0), _at(2, another, 24), version(8, _WHOLE, _OTHER, days=400))
    held = Version.objects.get(document__platform__name="Hearthbook", ordinal=2)
    assert "another page" in held.held
    assert held.held_until is None
    assert not Change.objects.filter(document__platform__name="Hearthbook").exists()


_LONG = text(*_ALL * 6)
_COLLAPSED = text("Hearthbook is a place for people and their photographs. Come in and look around a little.")


def test_one_that_collapsed_is_not_confirmed_by_time_nor_by_another_that_did() -> None:
    other = "Larkwell/Terms of Service.md"
    broken_too = _COLLAPSED.replace(b"little", b"while")
    record(_at(1, _LONG, 0), _at(2, _COLLAPSED, 24), _at(3, broken_too, 48), version(9, _WHOLE, other, days=400))
    assert [one.held.split(" from")[0] for one in Version.waiting()] == ["The text collapsed"]
    assert set(Change.objects.filter(document__platform__name="Hearthbook").values_list("verdict", flat=True)) == {
        "failed"
    }
    assert _standing() == Provision.objects.count()


def test_a_whole_text_after_one_that_collapsed_is_compared_with_the_one_before_it() -> None:
    record(_at(1, _LONG, 0), _at(2, _COLLAPSED, 24), _at(3, _LONG.replace(b"30 days", b"90 days"), 48))
    assert Version.objects.get(ordinal=2).failed
    assert Change.objects.get(version__ordinal=3).verdict == "substantive"
    assert Provision.objects.exclude(state=ProvisionState.STANDING).count() == 0


def test_a_person_can_confirm_that_a_text_collapsed() -> None:
    record(_at(1, _LONG, 0), _at(2, _COLLAPSED, 24))
    name = Document.objects.get().permanent_id
    assert main(["review", "confirm", name, "--by", "Ada", "--reason", "the page is a stub now"]) == 0
    assert _standing() <= 1 < Provision.objects.count()


def test_a_hold_outlives_the_process() -> None:
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24))
    record(_at(3, _WHOLE, 36))
    assert Version.objects.get(ordinal=2).failed


@pytest.mark.parametrize(("action", "failed"), [("confirm", False), ("refuse", True)])
def test_a_person_can_settle_it(action: str, failed: bool, capsys: pytest.CaptureFixture[str]) -> None:
    record(_at(1, _WHOLE, 0), _at(2, _FEW, 24))
    name = Document.objects.get().permanent_id
    assert main(["review", "held"]) == 0
    assert "1 versions wait" in capsys.readouterr().out
    assert main(["review", action, name, "--by", "Ada", "--reason", "looked at the page"]) == 0
    held = Version.objects.get(ordinal=2)
    assert (held.held, held.failed) == ("", failed)
    assert any(reason.endswith("by Ada: looked at the page") for reason in Change.objects.get().reasons)
    assert main(["review", action, name, "--by", "Ada", "--reason", "again"]) == 2


def test_a_text_that_soon_gave_way_waits_when_it_comes_again() -> None:
    without_law = text(*(one for one in _ALL if one != LAW))
    record(_at(1, _WHOLE, 0), _at(2, without_law, 24), _at(3, _WHOLE, 36), _at(4, without_law, 60))
    assert Version.objects.get(ordinal=4).held.startswith("The page flaps: the text is like that of version 2")
    assert Provision.objects.get(clause_type="governing-law").state == ProvisionState.STANDING
    record(_at(5, text(*_ALL, "See also our help pages."), 60 + 73))
    assert Provision.objects.get(clause_type="governing-law").state == ProvisionState.STANDING
    assert Change.objects.get(version__ordinal=4).verdict == "technical"


def test_what_is_only_like_a_text_that_gave_way_waits_in_a_later_run_too() -> None:
    without_law = tuple(one for one in _ALL if one != LAW)
    before = [_at(1, _WHOLE, 0), _at(2, text(*without_law), 24), _at(3, _WHOLE, 36)]
    like_it = _at(4, text(*without_law, "See also our help pages."), 60)
    record(*before)
    record(*before, like_it)
    assert Version.objects.get(ordinal=4).held.startswith("The page flaps: the text is like that of version 2")


_PART = tuple(f"{_ABOUT} in room {number} of the house that we keep open for them." for number in range(80))


def test_what_went_with_a_part_that_is_missing_is_no_longer_found_and_comes_back_as_itself() -> None:
    rest, part = (
        (INTRODUCTION, AGE, ARBITRATION, LIABILITY, CHANGES, *_PART[:20]),
        (LAW, RETENTION, COOKIES, *_PART[20:]),
    )
    record(_at(1, text(*rest, *part), 0), _at(2, text(*rest), 24), _at(3, text(*rest), 24 * 20))
    change = Change.objects.get(version__ordinal=2)
    assert not change.items.filter(kind="removed").exists()
    assert "can no longer be found. The program can't tell whether" in " ".join(change.reasons)
    law = Provision.objects.get(clause_type="governing-law")
    assert law.state == ProvisionState.UNCLEAR
    record(_at(4, text(*rest, *part), 24 * 30), _at(5, text(*rest, *part), 24 * 40))
    law.refresh_from_db()
    assert law.state == ProvisionState.STANDING
    assert not Change.objects.get(version__ordinal=4).items.filter(kind="added").exists()
