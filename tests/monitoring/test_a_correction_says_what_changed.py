"""Who was told of a change is told what became of it."""

from __future__ import annotations

import json

import pytest

from conductatlas.monitoring.messages import compose_correction
from conductatlas.records.errata import log
from conductatlas.records.models import Erratum, ErratumKind, Kind
from conductatlas.records.retraction import merge, withdraw
from tests.monitoring.readers import make_reader
from tests.records_factory import World, at, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def test_a_withdrawn_change_is_told_with_its_reason(world: World) -> None:
    withdraw(Kind.CHANGE, world.substantive.id, reviewer="Ada", reason="The page\r\nwas cut.", at=at(2026, 3, 6))
    message = compose_correction(Erratum.objects.get(), world.substantive, make_reader())
    assert message.subject == "Correction: Larkwell – Terms of Service: CA-C-000002 withdrawn"
    text = " ".join(message.text.split())
    assert "You were told of the change of 5 Mar 2026 in Larkwell, Terms of Service (CA-C-000002)." in text
    assert "It said: 1 provision removed and 1 reworded." in text
    assert "It says now: Withdrawn." in text
    assert "Why: The page was cut." in text
    assert "http://localhost:8000/CA-C-000002" in text
    assert "Why: The page was cut." in message.html
    assert json.loads(json.dumps(message.values))["corrections"][0]["reason"] == "The page was cut."
    assert message.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_merged_provision_says_into_which(world: World) -> None:
    merge(Kind.PROVISION, world.training.id, world.arbitration.id, reviewer="Ada", reason="One.", at=at(2026, 3, 6))
    message = compose_correction(Erratum.objects.get(), world.substantive, make_reader())
    assert "CA-P-000001 merged into another record" in message.subject
    assert "It says now: Merged into CA-P-000002." in " ".join(message.text.split())
    assert message.values["corrections"][0]["target"] == "CA-P-000002"


def test_hostile_words_in_a_reason_stay_words(world: World) -> None:
    erratum = log(
        "CA-C-000002",
        ErratumKind.CORRECTED,
        before="<b>high</b>",
        after="",
        reason="<script>alert(1)</script>" * 400,
        by="Ada",
        at=at(2026, 3, 6),
    )
    message = compose_correction(erratum, world.substantive, make_reader())
    assert "<script" not in message.html and "<b>" not in message.html
    assert len(message.html) < 20_000
