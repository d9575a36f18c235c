"""`conductatlas tell`: news and deliveries are worked off, once or until it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import mail

from conductatlas.commands.main import main
from conductatlas.monitoring.models import Delivery, Preferences, WatchKind
from conductatlas.records.models import News
from tests.monitoring.worlds import person, watches
from tests.records_factory import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two platforms with their records."""
    return make_world()


def test_what_is_due_is_told_and_the_command_ends(world: World) -> None:
    reader = person()
    watches(reader, WatchKind.PLATFORM, "larkwell")
    # A digest is due long since, too.
    Preferences.objects.create(user=reader, digest="never")
    News.objects.create(change=world.substantive)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        assert main(["tell", "--once"]) == 0
        assert main(["tell", "--once"]) == 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert [one.to for one in mail.outbox] == [["ada@reader.example"]]
    assert Delivery.objects.get().state == "sent"


def test_it_waits_for_more_and_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "CONDUCTATLAS_DATABASE"}
    environment["CONDUCTATLAS_DATA"] = str(tmp_path)
    command = [sys.executable, "-m", "conductatlas", "tell"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "Telling of what is due (stop with Ctrl-C)\n"
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0
        assert running.stderr.read() == ""
