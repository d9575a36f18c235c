"""A provision is one record through rewording, moves, failed captures and returns."""

from __future__ import annotations

import pytest

from conductatlas.records.models import Document, Provision, ProvisionState, Version
from tests.records import worlds
from tests.records.worlds import (
    AGE,
    ARBITRATION,
    CHANGES,
    COOKIES,
    INTRODUCTION,
    LAW,
    LIABILITY,
    RETENTION,
    history,
    record,
    text,
    version,
)

pytestmark = pytest.mark.django_db

FULL = (INTRODUCTION, AGE, ARBITRATION, LAW, LIABILITY, RETENTION, CHANGES)


def _items(change: object) -> list[tuple[str, str]]:
    return [(item.kind, item.provision.clause_type) for item in change.items.order_by("position")]  # type: ignore[attr-defined]


def test_the_first_version_makes_provisions_and_no_change() -> None:
    assert history(text(*FULL)) == []
    types = set(Provision.objects.values_list("clause_type", flat=True))
    assert {"mandatory-arbitration", "governing-law", "liability-limitation", "age-requirement"} <= types


def test_a_rewording_keeps_the_record_and_adds_a_wording() -> None:
    shorter = tuple(paragraph.replace("30 days", "14 days") for paragraph in FULL)
    (change,) = history(text(*FULL), text(*shorter))
    provision = Provision.objects.get(clause_type="unilateral-terms-change")
    assert ("reworded", "unilateral-terms-change") in _items(change)
    assert {kind for kind, _ in _items(change)} == {"reworded"}
    assert change.verdict == "substantive"
    assert [wording.passage.text for wording in provision.wordings.order_by("id")] == [
        CHANGES,
        CHANGES.replace("30 days", "14 days"),
    ]


def test_a_moved_paragraph_is_moved_and_nothing_else() -> None:
    moved = (INTRODUCTION, ARBITRATION, LAW, LIABILITY, RETENTION, AGE, CHANGES)
    (change,) = history(text(*FULL), text(*moved))
    assert {kind for kind, _ in _items(change)} == {"moved"}
    assert change.verdict == "technical"


def test_a_real_removal_is_told_as_one() -> None:
    (change,) = history(text(*FULL, day=1), text(*(one for one in FULL if one != LAW), day=2))
    assert _items(change) == [("removed", "governing-law")]
    assert change.verdict == "substantive"
    provision = Provision.objects.get(clause_type="governing-law")
    assert (provision.state, provision.last_version.ordinal if provision.last_version else 0) == ("removed", 1)


@pytest.mark.parametrize("day", [0, 1])
def test_a_version_of_no_later_day_tells_of_words_that_came_and_went_and_no_more(day: int) -> None:
    (change,) = history(text(*FULL, day=day), text(*(one for one in FULL if one != LAW), COOKIES, day=day))
    assert (_items(change), change.verdict) == ([], "substantive")
    assert "can't tell" in change.reasons[-1]
    assert Provision.objects.get(clause_type="governing-law").state == ProvisionState.UNCLEAR


def test_a_collapsed_text_removes_nothing() -> None:
    failed, back = history(
        text(*FULL, day=1), b"Redirecting to accounts.hearthbook.example", text(*FULL, COOKIES, day=2)
    )
    assert (failed.verdict, _items(failed)) == ("failed", [])
    assert {kind for kind, _ in _items(back)} == {"added"}
    assert not Provision.objects.exclude(state=ProvisionState.STANDING).exists()
    assert list(Version.objects.order_by("ordinal").values_list("failed", flat=True)) == [False, True, False]


def test_a_clause_that_comes_back_is_the_same_record() -> None:
    changes = history(text(*FULL, day=1), text(*(one for one in FULL if one != LAW), day=2), text(*FULL, day=3))
    (item,) = changes[-1].items.all()
    assert (item.kind, item.returned) == ("added", True)
    provision = Provision.objects.get(clause_type="governing-law")
    assert provision.state == ProvisionState.STANDING
    assert [
        (one.first_version.ordinal, one.last_version and one.last_version.ordinal)
        for one in provision.wordings.order_by("id")
    ] == [(1, 1), (3, None)]


def test_a_clause_that_stands_twice_is_one_record_with_two_places() -> None:
    history(text(*FULL, "## Summary", LAW))
    provision = Provision.objects.get(clause_type="governing-law")
    assert provision.wordings.get().places == 2


@pytest.mark.parametrize("days", [(0, 0), (1, 2)], ids=["of no day", "of a later day"])
def test_a_clause_that_goes_to_another_document_moved_there(days: tuple[int, int]) -> None:
    policy = "Hearthbook/Privacy Policy.md"
    record(
        version(1, text(*FULL, day=days[0])),
        version(2, text(INTRODUCTION, COOKIES, title="Privacy Policy"), policy),
        version(3, text(*(one for one in FULL if one != RETENTION), day=days[1])),
        version(4, text(INTRODUCTION, COOKIES, RETENTION, title="Privacy Policy"), policy),
    )
    before, after = Provision.objects.filter(clause_type="retention-period").order_by("id")
    assert (before.state, before.successor) == (ProvisionState.MOVED, after)
    assert after.document.terms_type == "Privacy Policy"
    for removal in before.items.all():
        assert (removal.kind, removal.counterpart) == ("moved", after)
        assert removal.change.summary.endswith("2 passages went that another document of the platform has.")
        assert removal.change.severity == "none"
    assert before.items.count() == (1 if any(days) else 0)
    arrival = after.items.get()
    assert (arrival.kind, arrival.counterpart) == ("moved", before)


def test_the_markup_around_words_is_no_change_of_them() -> None:
    marked = tuple(
        one.replace("terms", "**terms**").replace("service", "[service](https://a.example/?utm_source=x)")
        for one in FULL
    )
    (change,) = history(text(*FULL), text(*marked))
    assert (change.verdict, _items(change)) == ("technical", [])


def test_later_runs_go_on_where_the_earlier_ended() -> None:
    texts = [text(*FULL), text(*FULL[:-1]), text(*FULL), text(*FULL, COOKIES)]
    versions = [version(number, content) for number, content in enumerate(texts, 1)]
    record(*versions[:2])
    tally = record(*versions)
    assert (tally.read, tally.new) == (4, 2)
    assert Provision.objects.filter(clause_type="unilateral-terms-change").count() == 1
    assert record(*versions).new == 0


def test_ids_are_given_in_order_and_without_gaps() -> None:
    history(text(*FULL), text(*FULL, COOKIES))
    assert list(Provision.objects.order_by("id").values_list("id", flat=True)) == list(
        range(1, Provision.objects.count() + 1)
    )
    assert Document.objects.get().permanent_id == "CA-D-000001"


def test_bytes_that_are_no_text_are_kept_and_set_aside() -> None:
    tally = record(
        version(1, text(*FULL)),
        version(2, b"caf\xe9 " * 100),
        version(3, b""),
        version(4, b"\0\1\2"),
        version(5, text(*FULL)),
    )
    assert len(tally.unusable) == 2
    assert "not UTF-8 from byte 3" in tally.unusable[0]
    assert list(Version.objects.order_by("ordinal").values_list("failed", flat=True)) == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert Version.objects.get(ordinal=2).text.content == b"caf\xe9 " * 100
    assert Version.objects.get(ordinal=1).recorded_at > worlds.START


def test_a_page_that_flaps_between_two_texts_tells_its_news_once() -> None:
    one, other = text(*FULL, day=1), text(*(paragraph for paragraph in FULL if paragraph != LAW), day=2)
    changes = history(one, other, one, other, one)
    assert [change.verdict for change in changes] == ["substantive", "technical", "failed"]
    assert changes[1].reasons[0] == "The text is again that of version 1, word for word."
    assert changes[2].reasons[0] == "The page flaps: the text is like that of version 2, which soon gave way."
    assert sum(change.items.count() for change in changes) == 1
    assert Provision.objects.filter(clause_type="governing-law").count() == 1
