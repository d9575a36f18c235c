"""Pages are read and first texts judged beside the worker: with the same outcome, and what ends that ends no more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conductatlas.capture import Terms, read_terms
from conductatlas.processes import InThread, ProcessEndedError
from conductatlas.records.models import Capture, Outcome, StoredJudgement, TrackedDocument, Wording
from conductatlas.tracking import Reader
from conductatlas.tracking.keeping import Kept
from conductatlas.tracking.reading import Reading
from tests.tracking.worlds import ADDRESS, CLAUSES, World, declare, page

pytestmark = pytest.mark.django_db(transaction=True)

_OTHER = "https://larkwell.example/"


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    for service, address in (("Hearthbook", ADDRESS), ("Larkwell", _OTHER)):
        made.answers[address] = page(*CLAUSES)
        declare(tmp_path / "declarations", service=service, address=address)
    made.declared(tmp_path / "declarations")
    return made


class _JudgesNothing(Reader):
    """Leaves it to the worker to judge first texts."""

    async def read(self, tracked: TrackedDocument, terms: Terms, kept: Kept) -> Reading:
        return replace(await super().read(tracked, terms, kept), first=None)


class _Ends(InThread):
    """What reads the pages of one service ends."""

    async def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        if function is read_terms and arguments[0].service_id == "Hearthbook":
            raise ProcessEndedError("it ended")
        return await super().call(function, *arguments)


def _look(world: World, reader: Reader, service: str = "") -> None:
    worker = world.worker()
    worker.reader = reader
    if service:
        due = worker.candidates
        worker.candidates = lambda now: due(now).filter(service=service)
    asyncio.run(worker.work(once=True))


def _stated(service: str) -> list[tuple[object, ...]]:
    fields = ("provision__clause_type", "provision__heading", "passage__text", "severity", "stance", "confidence")
    rows = Wording.objects.filter(provision__document__platform__name=service).order_by("provision_id")
    return list(rows.values_list(*fields, "reasons", "facts", "places", "method"))


def test_a_text_that_was_judged_beforehand_states_what_it_states_otherwise(world: World) -> None:
    _look(world, Reader(), "Hearthbook")
    judgements = list(StoredJudgement.objects.order_by("id").values_list("key", "confidences"))
    StoredJudgement.objects.all().delete()
    _look(world, _JudgesNothing(), "Larkwell")
    assert len(_stated("Hearthbook")) >= 3
    assert _stated("Hearthbook") == _stated("Larkwell")
    assert judgements == list(StoredJudgement.objects.order_by("id").values_list("key", "confidences"))


def test_a_page_that_ends_the_process_that_reads_it_is_unreadable_and_the_worker_goes_on(world: World) -> None:
    _look(world, Reader(_Ends()))
    ended = Capture.objects.get(tracked__service="Hearthbook")
    assert (ended.outcome, ended.reason) == (Outcome.FAILED, "unreadable")
    assert ended.message == f"{ADDRESS} can't be read (it ended)"
    assert Capture.objects.get(tracked__service="Larkwell").outcome == Outcome.RECORDED
