"""A look becomes a capture; a version comes only where the text is another one."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from conductatlas.capture import READING_METHOD, Answer, Terms, Text, Unusable, read_terms
from conductatlas.capture.fetching import Reason
from conductatlas.capture.snapshots import SnapshotStore
from conductatlas.records.models import (
    Capture,
    Change,
    DecisionKind,
    Document,
    Outcome,
    Provision,
    TrackedDocument,
    Verdict,
    Version,
)
from conductatlas.records.review import decide
from conductatlas.tracking import Recorder, keeping, reading, recording
from tests.tracking.worlds import ADDRESS, CLAUSES, START, World, declare, page, watching

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return watching(tmp_path)


def test_the_first_look_makes_the_document_and_its_provisions(world: World) -> None:
    capture = world.look(0)
    assert capture.outcome == Outcome.RECORDED
    document = Document.objects.get()
    assert (document.path, document.platform.name) == ("Hearthbook/Terms of Service.md", "Hearthbook")
    assert Provision.objects.filter(document=document).count() >= 3
    assert Version.objects.get().sources == [ADDRESS]


def test_an_unchanged_page_makes_a_capture_and_no_version(world: World) -> None:
    world.look(0)
    assert world.look().outcome == Outcome.UNCHANGED
    assert Version.objects.count() == 1
    assert TrackedDocument.objects.get().succeeded_at == START + timedelta(days=1)


def test_markup_tokens_and_menus_around_the_document_make_no_version(world: World) -> None:
    world.look(0)
    for day in range(3):
        around = f'<nav class="x{day}"><a href="/?utm_source={day}">Menu {day}</a></nav><input value="token{day}">'
        world.answers[ADDRESS] = page(*CLAUSES, around=around)
        assert world.look().outcome == Outcome.UNCHANGED
    assert Version.objects.count() == 1


def test_one_changed_word_is_a_change_on_its_day(world: World) -> None:
    world.look(0)
    world.answers[ADDRESS] = page(*CLAUSES[:2], CLAUSES[2].replace("30 days", "90 days"), CLAUSES[3])
    world.look(5)
    change = Change.objects.get()
    assert (change.verdict, change.recorded_at) == (Verdict.SUBSTANTIVE, START + timedelta(days=5))
    assert "90" in change.explanation + change.summary


def test_a_page_that_says_it_is_unmodified_is_not_read_again(world: World) -> None:
    world.etags[ADDRESS] = '"1"'
    world.look(0)
    capture = world.look()
    assert (capture.outcome, capture.pages[0]["status"]) == (Outcome.UNCHANGED, 304)
    assert capture.pages[0]["sha256"] == Capture.objects.first().pages[0]["sha256"]  # type: ignore[union-attr]


def test_the_bytes_of_the_last_success_are_not_read_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Terms] = []

    def counted(terms: Terms, answers: Mapping[str, Answer]) -> Text | Unusable:
        read.append(terms)
        return read_terms(terms, answers)

    for module in (reading, recording):
        monkeypatch.setattr(module, "read_terms", counted)
    world.look(0)
    assert (world.look().outcome, len(read)) == (Outcome.UNCHANGED, 1)
    world.answers[ADDRESS] = Reason.TIMEOUT
    world.look()
    world.answers[ADDRESS] = page(*CLAUSES)
    assert (world.look().outcome, len(read)) == (Outcome.UNCHANGED, 1)
    world.declared(declare(world.folder / "declarations", "body"))
    world.look(0.01)
    assert len(read) > 1


@pytest.mark.parametrize("number", [1, 2])
def test_attributes_and_tracking_parameters_alone_make_no_version(world: World, number: int) -> None:
    linked = 'Read <a href="https://hearthbook.example/privacy?{}page=%20a">our policy</a>, <a href="/help{}">help</a>.'
    world.answers[ADDRESS] = page(*CLAUSES, linked.format("", "?"))
    world.look(0)
    changed = page(*CLAUSES, linked.format(f"gclid={number}&amp;", f"?utm_source={number}"))
    world.answers[ADDRESS] = changed.replace(b"<p>", f'<p class="c{number}" data-request="{number}">'.encode())
    assert world.look().outcome == Outcome.UNCHANGED
    assert Version.objects.count() == 1


def test_failures_are_kept_with_their_reason_and_change_nothing(world: World) -> None:
    world.look(0)
    world.answers[ADDRESS] = Reason.TIMEOUT
    capture = world.look()
    assert (capture.outcome, capture.reason) == (Outcome.FAILED, "timeout")
    assert "did not answer in time" in capture.message
    world.answers[ADDRESS] = b"<html><title>Just a moment...</title><body>Checking your browser</body></html>"
    assert world.look().outcome == Outcome.FAILED
    tracked = TrackedDocument.objects.get()
    assert (tracked.failures, tracked.succeeded_at) == (2, START)
    assert Version.objects.count() == 1
    assert SnapshotStore(world.folder / "snapshots").get(Capture.objects.latest("id").pages[0]["sha256"])
    world.answers[ADDRESS] = page(*CLAUSES)
    assert world.look().outcome == Outcome.UNCHANGED
    tracked.refresh_from_db()
    assert (tracked.failures, tracked.reason, tracked.message) == (0, "", "")


def test_a_failed_look_is_repeated_sooner_than_a_regular_one(world: World) -> None:
    world.look(0)
    world.answers[ADDRESS] = Reason.DNS
    world.look()
    assert TrackedDocument.objects.get().next_look_at - world.now <= timedelta(minutes=30)


def test_a_changed_declaration_makes_a_technical_version(world: World) -> None:
    world.answers[ADDRESS] = page(*CLAUSES, around="<footer><p>Hearthbook is a company of Ghent.</p></footer>")
    world.look(0)
    world.declared(declare(world.folder / "declarations", "body"))
    world.look(0.01)
    change = Change.objects.get()
    assert change.verdict == Verdict.TECHNICAL
    assert "declaration" in change.reasons[0]
    assert TrackedDocument.objects.get().changed_at is None
    assert world.look().outcome == Outcome.UNCHANGED


@pytest.mark.parametrize("unmodified", [True, False])
def test_pages_are_read_again_when_the_method_of_reading_is_another(
    world: World, monkeypatch: pytest.MonkeyPatch, unmodified: bool
) -> None:
    world.etags[ADDRESS] = '"1"' if unmodified else ""
    world.look(0)

    def otherwise(terms: Terms, answers: Mapping[str, Answer]) -> Text | Unusable:
        read = read_terms(terms, answers)
        assert isinstance(read, Text)
        return replace(read, markdown=read.markdown.replace("30 days", "*30* days"))

    for module in (reading, recording):
        monkeypatch.setattr(module, "read_terms", otherwise)
    assert world.look().outcome == Outcome.UNCHANGED
    assert Version.objects.count() == 1, "the method says that it is as it was"
    for module in (keeping, recording):
        monkeypatch.setattr(module, "READING_METHOD", "another")
    capture = world.look()
    assert (capture.outcome, capture.pages[0]["status"]) == (Outcome.UNCHANGED, 304 if unmodified else 200)
    change = Change.objects.get()
    assert (change.verdict, change.reasons[0]) == (
        Verdict.TECHNICAL,
        "The method by which pages are read was changed; the pages were not.",
    )
    tracked = TrackedDocument.objects.get()
    assert (tracked.read_by, tracked.changed_at) == ("another", None)
    assert world.look().outcome == Outcome.UNCHANGED
    assert Version.objects.count() == 2


def test_another_method_that_reads_the_same_leaves_no_version(world: World) -> None:
    world.look(0)
    assert TrackedDocument.objects.get().read_by == READING_METHOD
    TrackedDocument.objects.update(read_by="")
    assert world.look().outcome == Outcome.UNCHANGED
    assert TrackedDocument.objects.get().read_by == READING_METHOD
    assert Version.objects.count() == 1


def test_an_unmodified_page_whose_bytes_are_lost_is_asked_for_anew(world: World) -> None:
    world.etags[ADDRESS] = '"1"'
    world.look(0)
    TrackedDocument.objects.update(read_by="former")
    shutil.rmtree(world.folder / "snapshots")
    assert world.look().reason == "snapshot-lost"
    capture = world.look()
    assert (capture.outcome, capture.pages[0]["status"]) == (Outcome.UNCHANGED, 200)
    assert world.look().pages[0]["status"] == 304


def test_a_declaration_that_is_changed_during_a_look_is_read_by_at_the_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.answers[ADDRESS] = page(*CLAUSES, around="<footer><p>Hearthbook is a company of Ghent.</p></footer>")
    record = Recorder.record

    def record_later(recorder: Recorder, *given: Any, **options: Any) -> Any:
        world.declared(declare(world.folder / "declarations", "body"))
        return record(recorder, *given, **options)

    monkeypatch.setattr(Recorder, "record", record_later)
    world.look(0)
    assert world.asked == [ADDRESS, ADDRESS], "the document is due again at once"
    tracked = TrackedDocument.objects.get()
    assert tracked.declaration["sources"][0]["select"] == ["body"]
    assert tracked.read_as == tracked.declared_as
    assert (Version.objects.count(), Capture.objects.count()) == (1, 1), "the look by the former one does not count"


def test_what_stood_long_enough_is_confirmed_by_looking_again(world: World) -> None:
    world.answers[ADDRESS] = page(*CLAUSES, *(f"You must not use the service to harm {n} others." for n in range(9)))
    world.look(0)
    world.answers[ADDRESS] = page(CLAUSES[0], "We write the other terms anew, and they will be here again some day.")
    world.look()
    assert Version.waiting().count() == 1
    for _ in range(14):
        world.look()
    assert Version.waiting().count() == 0


def test_what_is_no_longer_declared_rests_and_goes_on_when_it_is_declared_again(world: World) -> None:
    world.look(0)
    world.declared(declare(world.folder / "others", service="Larkwell", address="https://larkwell.example/"))
    assert not TrackedDocument.objects.get(service="Hearthbook").active
    world.declared(declare(world.folder / "declarations"))
    assert TrackedDocument.objects.get(service="Hearthbook").active
    assert world.look().outcome == Outcome.UNCHANGED
    assert Document.objects.count() == 1


def test_a_page_that_is_empty_without_its_scripts_is_opened_in_the_browser_and_from_then_on_at_once(
    world: World,
) -> None:
    world.answers[ADDRESS] = (
        b"<html><head><title>Hearthbook</title><script src=a.js></script></head><body></body></html>"
    )
    world.rendered[ADDRESS] = page(*CLAUSES)
    assert world.look(0).outcome == Outcome.RECORDED
    assert world.look().outcome == Outcome.UNCHANGED
    assert world.asked == [ADDRESS, f"{ADDRESS} in a browser", f"{ADDRESS} in a browser"]


def test_a_document_that_waits_in_line_for_its_host_has_not_failed(world: World) -> None:
    world.answers[ADDRESS] = Reason.WAITING
    world.now += timedelta(hours=1)
    asyncio.run(world.worker().work(once=True))
    assert not Capture.objects.exists()
    tracked = TrackedDocument.objects.get()
    assert (tracked.failures, tracked.leased_until) == (0, None)
    assert tracked.next_look_at > world.now


def test_what_a_server_sends_in_its_headers_and_errors_can_always_be_stored(world: World) -> None:
    world.content_type = "text/html; charset=utf-8; odd=\udcff\x00"
    world.etags[ADDRESS] = '"\x00"'
    kept = world.look(0).pages[0]
    assert (kept["etag"], kept["content_type"]) == ('"\\x00"', "text/html; charset=utf-8; odd=\\xff\\x00")
    world.answers[ADDRESS], world.detail = Reason.PROTOCOL, "bad line \udcff\x00\ud800"
    assert r"(bad line \xff\x00\ud800)" in world.look().message
    world.answers[ADDRESS] = page(*CLAUSES, "You may \x00 use it.").replace(b"use it", b"use \xff it")
    world.etags.clear()
    assert world.look().outcome == Outcome.RECORDED


def test_a_worker_that_goes_on_heeds_what_people_decided_meanwhile(world: World) -> None:
    worker = world.worker()
    asyncio.run(worker.work(once=True))
    provision = Provision.objects.get(clause_type="governing-law")
    decide(provision.id, DecisionKind.DISMISS, reviewer="Ada", reason="No such clause.", at=world.now)
    world.answers["https://larkwell.example/"] = page(*CLAUSES)
    world.declared(declare(world.folder / "declarations", service="Larkwell", address="https://larkwell.example/"))
    asyncio.run(worker.work(once=True))
    stated = Provision.objects.filter(document__platform__name="Larkwell").values_list("clause_type", flat=True)
    assert "mandatory-arbitration" in stated
    assert "governing-law" not in stated
