"""The inbox holds what the vendors changed and what the watches let through, and nothing else."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.monitoring.matching import facts_of, matching_items
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.records.models import (
    Change,
    ChangeItem,
    Direction,
    ItemKind,
    Provision,
    ProvisionState,
    UnsettledClause,
    Verdict,
)
from conductatlas.workbench.models import Vendor
from conductatlas.workbench.scope import inbox_changes
from tests.records_factory import World, at, make_change, make_item, make_version, reword
from tests.workbench.conftest import Team


@pytest.fixture
def rivals_change(world: World) -> str:
    """The rival, who is no vendor and writes English, rewords its clause on training."""
    world.rival.language = "en"
    world.rival.save()
    version = make_version(world.rival, "# Terms\n\nWe train our models on all that you post.", at(2026, 4, 1))
    before, after = reword(world.elsewhere, version, "We train our models on all that you post.", severity="high")
    change = make_change(version, Verdict.SUBSTANTIVE, severity="high")
    make_item(change, ItemKind.REWORDED, world.elsewhere, before, after)
    return change.permanent_id


def _inbox(team: Team) -> list[str]:
    return [one.permanent_id for one in inbox_changes(team.workspace).order_by("id")]


def _watch(team: Team, kind: str, target: str, **how: object) -> None:
    Watch.objects.create(workspace=team.workspace, kind=kind, target=target, **how)


def test_of_vendors_the_substantive_changes_come(team: Team, world: World, rivals_change: str) -> None:
    assert _inbox(team) == [world.substantive.permanent_id]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("platform", "tidewater-chat"),
        ("document", "CA-D-000003"),
        ("provision", "CA-P-000005"),
        ("clause-type", "ai-training-on-user-content"),
        ("category", "ai"),
        ("law", "eu-gdpr"),
    ],
)
def test_what_is_watched_comes_too(team: Team, world: World, rivals_change: str, kind: str, target: str) -> None:
    assert (world.rival.permanent_id, world.elsewhere.permanent_id) == ("CA-D-000003", "CA-P-000005")
    _watch(team, kind, target)
    assert _inbox(team) == [world.substantive.permanent_id, rivals_change]


@pytest.mark.parametrize(
    "how",
    [
        {"kind": "provision", "target": "CA-P-000001"},
        {"kind": "document", "target": "CA-P-000005"},
        {"kind": "clause-type", "target": "auto-renewal"},
        {"kind": "law", "target": "no-such-law"},
        {"kind": "search", "target": "models"},
        {"kind": "platform", "target": "tidewater-chat", "verdicts": ["editorial"]},
        {"kind": "platform", "target": "tidewater-chat", "directions": ["better"]},
        {"kind": "platform", "target": "tidewater-chat", "language": "fr"},
    ],
)
def test_what_a_watch_does_not_let_through_stays_out(
    team: Team, world: World, rivals_change: str, how: dict[str, object]
) -> None:
    Watch.objects.create(workspace=team.workspace, **how)
    assert _inbox(team) == [world.substantive.permanent_id]


def test_severity_is_that_of_the_clause_watched(team: Team, world: World) -> None:
    Vendor.objects.all().delete()
    _watch(team, "clause-type", "deletion-right", least_severity="high")
    assert _inbox(team) == [], "the change is of high severity for another clause"
    Watch.objects.update(least_severity="none")
    assert _inbox(team) == [world.substantive.permanent_id]


def test_failed_captures_and_what_was_taken_back_never_come(team: Team, world: World) -> None:
    _watch(team, "platform", "larkwell", verdicts=["failed", "substantive", "technical"])
    assert _inbox(team) == [world.substantive.permanent_id, world.technical.permanent_id]
    world.substantive.taken_back = True
    world.substantive.save()
    assert _inbox(team) == [world.technical.permanent_id]


def test_the_list_is_narrowed_down(as_owner: Client, team: Team, world: World, rivals_change: str) -> None:
    _watch(team, "platform", "tidewater-chat")

    def found(query: str) -> list[str]:
        page = as_owner.get(f"{team.path}/inbox.json?{query}").json()
        return [one["change"]["id"] for one in page["entries"]]

    both = [rivals_change, world.substantive.permanent_id]
    assert found("") == found("state=new") == found("severity=high") == both
    assert found("platform=tidewater-chat") == [rivals_change]
    assert found("state=reviewed") == found("mine=1") == found("severity=low") == []


_KINDS = {
    WatchKind.PLATFORM: ["larkwell", "tidewater-chat"],
    WatchKind.DOCUMENT: ["CA-D-000001", "CA-D-000003"],
    WatchKind.PROVISION: ["CA-P-000001", "CA-P-000003"],
    WatchKind.CLAUSE_TYPE: ["ai-training-on-user-content", "deletion-right"],
    WatchKind.CATEGORY: ["ai", "rights"],
}


def test_what_comes_is_what_people_are_told_of(team: Team, world: World, rivals_change: str) -> None:
    """The inbox asks of all changes at once what is asked of each when somebody is told of it."""
    Vendor.objects.all().delete()
    ChangeItem.objects.filter(kind=ItemKind.REWORDED).update(direction=Direction.WORSE)
    ChangeItem.objects.filter(kind=ItemKind.REMOVED).update(to_the_letter=True)
    facts = facts_of(list(Change.listed().exclude(verdict=Verdict.FAILED).select_related("document__platform")))
    found = 0
    for kind, targets in _KINDS.items():
        for target in targets:
            for least in ("none", "low", "high"):
                for directions in ([], ["worse"], ["unjudged", "better"]):
                    for verdicts in ([], ["technical", "substantive"]):
                        watch = Watch.objects.create(
                            workspace=team.workspace,
                            kind=kind,
                            target=target,
                            least_severity=least,
                            directions=directions,
                            verdicts=verdicts,
                        )
                        told = [one.change.permanent_id for one in facts if matching_items(watch, one) is not None]
                        assert _inbox(team) == sorted(told), (kind, target, least, directions, verdicts)
                        found += len(told)
                        watch.delete()
    assert found > 50


@pytest.mark.parametrize(
    ("kind", "target"), [("provision", "CA-P-000003"), ("clause-type", "deletion-right"), ("category", "rights")]
)
def test_what_was_taken_out_while_nobody_can_tell_more_comes_too(
    team: Team, world: World, kind: str, target: str
) -> None:
    Vendor.objects.all().delete()
    world.substantive.items.filter(provision=world.gone).delete()
    Provision.objects.filter(pk=world.gone.pk).update(
        state=ProvisionState.UNCLEAR, last_version=world.substantive.previous
    )
    _watch(team, kind, target)
    assert _inbox(team) == [world.substantive.permanent_id]
    Watch.objects.update(directions=["worse"])
    assert _inbox(team) == []


@pytest.mark.parametrize(("kind", "target"), [("clause-type", "mandatory-arbitration"), ("category", "disputes")])
def test_so_do_words_of_which_nobody_can_tell_what_they_mean(team: Team, world: World, kind: str, target: str) -> None:
    Vendor.objects.all().delete()
    UnsettledClause.objects.create(change=world.substantive, clause_type="mandatory-arbitration", came=True)
    _watch(team, kind, target)
    assert _inbox(team) == [world.substantive.permanent_id]
    Watch.objects.update(least_severity="high")
    assert _inbox(team) == [world.substantive.permanent_id]
    Watch.objects.update(directions=["worse"])
    assert _inbox(team) == []
