"""What happened to a provision along time is drawn, where that is more than one event."""

from __future__ import annotations

import re

from django.test import Client

from conductatlas.records.models import ItemKind, Provision, Verdict
from tests.records_factory import (
    TRAINING,
    World,
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    make_wording,
    remove,
    reword,
)


def _figure(client: Client, path: str) -> str:
    found = re.search(r'<figure class="timeline-figure">.*?</figure>', client.get(path).content.decode(), re.DOTALL)
    return found.group() if found else ""


def _ticks(figure: str) -> dict[str, list[int]]:
    paths = re.findall(r'<path class="tick (\w+)" d="([^"]+)"', figure)
    return {kind: [int(x) for x in re.findall(r"M(\d+) ", drawn)] for kind, drawn in paths}


def test_the_first_sight_and_each_event_have_a_tick(client: Client, world: World) -> None:
    figure = _figure(client, "/CA-P-000001")
    ticks = _ticks(figure)
    assert set(ticks) == {"added", "reworded"}
    assert ticks["added"] == [8], "the beginning of the line"
    assert 8 < ticks["reworded"][0] < 992, "the line goes on to the latest version that states it"
    assert "2 events: added once, reworded once. The list of events says the same." in figure
    assert 'class="key added"' in figure
    assert 'class="key removed"' not in figure, "the legend names what occurs"


def test_a_removal_ends_the_line(client: Client, world: World) -> None:
    assert _ticks(_figure(client, "/CA-P-000003")) == {"added": [8], "removed": [992]}


def test_a_provision_that_nothing_happened_to_has_no_drawing(client: Client, world: World) -> None:
    assert _figure(client, "/CA-P-000002") == ""


def test_one_that_was_added_by_a_change_is_not_told_twice(client: Client, world: World) -> None:
    version = make_version(world.terms, "A text with one more clause.", at(2026, 4, 1))
    provision = make_provision(version, "data-sale", "We sell what we know of you.")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.ADDED, provision, None, provision.wordings.get())
    assert _figure(client, f"/{provision.permanent_id}") == ""


def test_what_came_from_another_record_is_seen_for_the_first_time(client: Client, world: World) -> None:
    version = make_version(world.terms, "A text with one more clause.", at(2026, 4, 1))
    provision = make_provision(version, "data-sale", "We sell what we know of you.")
    make_item(make_change(version, Verdict.TECHNICAL), ItemKind.MOVED, provision, None, provision.wordings.get())
    version = make_version(world.terms, "A text with another.", at(2026, 5, 1))
    before, after = reword(provision, version, "We sell all that we know of you.", severity="high")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    assert set(_ticks(_figure(client, f"/{provision.permanent_id}"))) == {"added", "reworded"}


def test_all_kinds_of_events_are_drawn_each_at_its_place(client: Client, db: None) -> None:
    provision = _eventful()
    figure = _figure(client, f"/{provision.permanent_id}")
    ticks = _ticks(figure)
    assert {kind: len(places) for kind, places in ticks.items()} == {
        "added": 1,
        "reworded": 1,
        "moved": 1,
        "removed": 1,
        "returned": 1,
    }
    order = sorted(ticks, key=lambda kind: ticks[kind])
    assert order == ["added", "reworded", "moved", "removed", "returned"]
    for kind in order:
        assert f'class="key {kind}"' in figure


def test_more_events_than_the_list_shows_are_all_drawn(client: Client, db: None) -> None:
    document = make_document("Hearthbook")
    provision = make_provision(make_version(document, TRAINING, at(2026, 1, 1)), "data-sale", TRAINING)
    for month in range(2, 12):
        for day in (1, 9, 17):
            version = make_version(document, f"{TRAINING} {month} {day}", at(2026, month, day))
            before, after = reword(provision, version, f"{TRAINING} {month} {day}", severity="high")
            make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    figure = _figure(client, f"/{provision.permanent_id}")
    assert len(_ticks(figure)["reworded"]) == 30
    assert "31 events: added once, reworded 30 times." in figure


def _eventful() -> Provision:
    """A provision that was reworded, moved, removed, and came back."""
    document = make_document("Hearthbook")
    provision = make_provision(make_version(document, TRAINING, at(2026, 1, 1)), "data-sale", TRAINING)
    version = make_version(document, f"{TRAINING} Reworded.", at(2026, 2, 1))
    before, after = reword(provision, version, f"{TRAINING} Reworded.", severity="high")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    version = make_version(document, f"Else. {TRAINING}", at(2026, 3, 1))
    make_item(make_change(version, Verdict.TECHNICAL), ItemKind.MOVED, provision, after, after)
    version = make_version(document, "Something else.", at(2026, 4, 1))
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REMOVED, provision, remove(provision, version))
    version = make_version(document, TRAINING, at(2026, 5, 1))
    again = make_wording(provision, version, TRAINING, severity="medium")
    item = make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.ADDED, provision, None, again)
    item.returned = True
    item.save()
    return provision
