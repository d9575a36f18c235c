"""Which watches a change is for, by what they watch and by their thresholds; and who is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from conductatlas.accounts.models import Membership, Plan, Subscription, User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.catalogue import load_laws
from conductatlas.monitoring.happenings import latest_of
from conductatlas.monitoring.matching import facts_of, matching, matching_items
from conductatlas.monitoring.models import Channel, ChannelKind, Delivery, Watch, WatchKind
from conductatlas.monitoring.news import work_news
from conductatlas.records.models import (
    Change,
    Collection,
    News,
    Provision,
    ProvisionState,
    TrackedDocument,
    UnsettledClause,
)
from tests.monitoring.worlds import NOW, become_known, channel, organisation, person, told, watches
from tests.records_factory import World, rewrite

_LAW = next(
    law.id
    for law in load_laws().shown()
    if any(one.clause_type == "ai-training-on-user-content" and not one.only_with for one in law.spoken_to())
    and not any(one.clause_type == "deletion-right" for one in law.spoken_to())
)


def _matched(change: Change) -> list[tuple[str, list[str]]]:
    (facts,) = facts_of([Change.objects.select_related("document__platform").get(pk=change.pk)])
    return [(watch.target, [item.provision.permanent_id for item in items]) for watch, items in matching(facts)]


@pytest.mark.parametrize(
    ("kind", "target", "items"),
    [
        (WatchKind.PLATFORM, "larkwell", ["CA-P-000001", "CA-P-000003"]),
        (WatchKind.DOCUMENT, "CA-D-000001", ["CA-P-000001", "CA-P-000003"]),
        (WatchKind.PROVISION, "CA-P-000003", ["CA-P-000003"]),
        (WatchKind.CLAUSE_TYPE, "ai-training-on-user-content", ["CA-P-000001"]),
        (WatchKind.CATEGORY, "ai", ["CA-P-000001"]),
        (WatchKind.LAW, _LAW, ["CA-P-000001"]),
        (WatchKind.SEARCH, "private messages", ["CA-P-000001"]),
        (WatchKind.SEARCH, '"delete your account"', ["CA-P-000003"]),
        (WatchKind.SEARCH, "deleting accounts", ["CA-P-000003"]),
        (WatchKind.SEARCH, "messaged", ["CA-P-000001"]),
    ],
)
def test_a_watch_asks_for_its_own_items(world: World, kind: WatchKind, target: str, items: list[str]) -> None:
    watches(person(), kind, target)
    assert _matched(world.substantive) == [(target, items)]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (WatchKind.PLATFORM, "tidewater-chat"),
        (WatchKind.DOCUMENT, "CA-D-000002"),
        (WatchKind.PROVISION, "CA-P-000002"),
        (WatchKind.CLAUSE_TYPE, "mandatory-arbitration"),
        (WatchKind.CATEGORY, "payments"),
        (WatchKind.SEARCH, "binding arbitration"),
        (WatchKind.SEARCH, '"your delete account"'),
        (WatchKind.SEARCH, "private settings"),
    ],
)
def test_and_for_nothing_else(world: World, kind: WatchKind, target: str) -> None:
    watches(person(), kind, target)
    assert _matched(world.substantive) == []


@pytest.mark.parametrize(
    ("how", "items"),
    [
        ({"least_severity": "high"}, ["CA-P-000001"]),
        ({"least_severity": "low"}, ["CA-P-000001"]),
        ({"least_severity": "none"}, ["CA-P-000001", "CA-P-000003"]),
        ({"directions": ["worse"]}, ["CA-P-000003"]),
        ({"directions": ["worse"], "least_severity": "high"}, []),
        ({"verdicts": ["editorial"]}, []),
        ({"verdicts": ["editorial", "substantive"]}, ["CA-P-000001", "CA-P-000003"]),
        ({"paused": True}, []),
        ({"language": "fr"}, []),
        ({"language": "en"}, ["CA-P-000001", "CA-P-000003"]),
        ({"region": "US"}, []),
        ({"region": "eu"}, ["CA-P-000001", "CA-P-000003"]),
    ],
)
def test_thresholds_hold_for_the_items_that_are_watched(world: World, how: dict[str, Any], items: list[str]) -> None:
    world.substantive.items.filter(provision=world.gone).update(direction="worse")
    world.terms.language = "en"
    world.terms.save()
    _declared_for(world, "EU")
    watches(person(), WatchKind.PLATFORM, "larkwell", **how)
    assert _matched(world.substantive) == ([("larkwell", items)] if items else [])


def _declared_for(world: World, region: str) -> None:
    TrackedDocument.objects.create(
        collection=Collection.objects.get(),
        service="Larkwell",
        terms_type="Terms of Service",
        path=world.terms.path,
        declaration={"watch": {"region": region}},
        document=world.terms,
        next_look_at=NOW,
    )


@pytest.mark.parametrize("opening", ["These Terms apply to you only if you live in Brazil.", ""])
def test_a_law_is_watched_as_the_page_of_the_clause_names_it(world: World, opening: str) -> None:
    watches(person(), WatchKind.LAW, "eu-gdpr")
    for one in (world.versions[0], world.versions[2]):
        rewrite(one.text, f"# Terms of Service\n\n{opening}\n\n{one.text.text.partition(chr(10))[2]}")
    found = [provision for _, items in _matched(world.substantive) for provision in items]
    assert ("CA-P-000001" in found) == (not opening)


def test_what_is_not_known_of_a_document_keeps_nobody_from_hearing(world: World) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell", language="fr", region="EU")
    assert len(_matched(world.substantive)) == 1


def test_a_change_without_items_is_for_those_who_watch_the_whole(world: World) -> None:
    user = person()
    watches(user, WatchKind.DOCUMENT, "CA-D-000001", verdicts=["technical"])
    watches(user, WatchKind.PLATFORM, "larkwell", verdicts=["technical"], least_severity="low")
    watches(user, WatchKind.SEARCH, "train", verdicts=["technical"])
    assert _matched(world.technical) == [("CA-D-000001", [])]


def test_what_changed_to_the_letter_only_is_not_grave_beside_what_really_changed(world: World) -> None:
    world.substantive.items.filter(provision=world.training).update(to_the_letter=True)
    user = person()
    watches(user, WatchKind.PLATFORM, "larkwell", least_severity="high")
    assert _matched(world.substantive) == []
    watches(user, WatchKind.PROVISION, "CA-P-000001", least_severity="high")
    assert _matched(world.substantive) == [("CA-P-000001", ["CA-P-000001"])]


def test_provisions_that_were_taken_back_are_not_told_of(world: World) -> None:
    Provision.objects.filter(pk=world.training.pk).update(state=ProvisionState.WITHDRAWN)
    user = person()
    watches(user, WatchKind.PROVISION, "CA-P-000001")
    watches(user, WatchKind.PLATFORM, "larkwell")
    assert _matched(world.substantive) == [("larkwell", ["CA-P-000003"])]


def test_searches_match_as_the_search_of_the_site_does_however_many_there_are(world: World) -> None:
    user = person()
    for number in range(120):
        watches(user, WatchKind.SEARCH, f"nothing{number} train")
    watches(user, WatchKind.SEARCH, "TRAINING models")
    (facts,) = facts_of([world.substantive])
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert [watch.target for watch, _ in matching(facts)] == ["TRAINING models"]
    assert len(asked) < 13
    assert matching_items(Watch.objects.get(target="TRAINING models"), facts) is not None


def test_only_watches_of_what_changed_are_looked_at(world: World) -> None:
    user = person()
    for number in range(200):
        watches(user, WatchKind.PLATFORM, f"elsewhere-{number}")
    watches(user, WatchKind.PLATFORM, "larkwell")
    with CaptureQueriesContext(connection) as asked:
        assert len(_matched(world.substantive)) == 1
    assert len(asked) < 13


def test_a_person_is_told_once_however_many_watches_ask_for_it(world: World) -> None:
    user = person()
    ids = [watches(user, WatchKind.PLATFORM, "larkwell").pk, watches(user, WatchKind.DOCUMENT, "CA-D-000001").pk]
    become_known(world.substantive)
    become_known(world.substantive)
    assert told() == [("ada@reader.example", "CA-C-000002")]
    assert Delivery.objects.get().because == ids


def test_an_organisation_tells_its_shared_channels_and_the_members_who_wish_it(world: World) -> None:
    ada, grace, mary = person(), person("grace@reader.example"), person("mary@reader.example")
    shared = organisation(ada, grace, mary)
    Membership.objects.filter(user=mary, workspace=shared).update(told=False)
    channel(shared, ChannelKind.EMAIL, "team@reader.example")
    channel(shared, ChannelKind.EMAIL, "new@reader.example", confirmed_at=None)
    channel(shared, ChannelKind.EMAIL, "old@reader.example", stopped_at=NOW)
    channel(personal_workspace(grace), ChannelKind.WEBHOOK, "https://grace.example/hook")
    watches(shared, WatchKind.PLATFORM, "larkwell")
    watches(ada, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    assert [address for address, _ in told()] == ["ada@reader.example", "grace@reader.example", "team@reader.example"]
    assert len(Delivery.objects.get(channel__address="ada@reader.example").because) == 2


def test_an_address_that_was_entered_twice_is_told_once(world: World) -> None:
    ada = person()
    shared = organisation(ada)
    channel(shared, ChannelKind.EMAIL, "Ada@Reader.example")
    watches(shared, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    assert len(told()) == 1


def test_a_member_without_a_channel_gets_one_by_being_told(world: World) -> None:
    ada = person()
    shared = organisation(ada)
    grace = User.objects.create_user("grace@reader.example")
    Membership.objects.create(workspace=shared, user=grace)
    watches(shared, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    assert [address for address, _ in told()] == ["ada@reader.example", "grace@reader.example"]


def test_what_was_taken_back_before_it_was_told_tells_nobody(world: World) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell", verdicts=["substantive", "failed"])
    Change.objects.filter(pk=world.substantive.pk).update(taken_back=True)
    become_known(world.substantive, world.failed)
    assert told() == []
    assert not News.objects.filter(worked_at=None).exists()


def test_nothing_is_told_before_it_is_ready(world: World) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell")
    News.objects.create(change=world.substantive, at=NOW, ready_at=NOW + timedelta(hours=1))
    assert work_news(NOW) == 0
    assert work_news(NOW + timedelta(hours=1)) == 1
    assert len(told()) == 1


def test_one_piece_of_news_that_cannot_be_worked_off_holds_up_no_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    watches(person(), WatchKind.PLATFORM, "larkwell", verdicts=["technical", "substantive"])
    broken = world.technical.pk

    def facts(changes: list[Change]) -> Any:
        if changes[0].pk == broken:
            raise RuntimeError("it is broken")
        return facts_of(changes)

    monkeypatch.setattr("conductatlas.monitoring.news.facts_of", facts)
    become_known(world.technical, world.substantive)
    assert [subject for _, subject in told()] == ["CA-C-000002"]
    assert News.objects.get(worked_at=None).change_id == broken


@pytest.mark.parametrize(
    ("timing", "features", "at_once", "kind", "target", "hears"),
    [
        ("same-day", [], True, WatchKind.PLATFORM, "larkwell", True),
        ("same-day", [], False, WatchKind.PLATFORM, "larkwell", False),
        ("daily", [], True, WatchKind.PLATFORM, "larkwell", False),
        ("weekly", ["provisions"], True, WatchKind.CATEGORY, "ai", False),
        ("same-day", [], True, WatchKind.CATEGORY, "ai", False),
        ("same-day", ["provisions"], True, WatchKind.CATEGORY, "ai", True),
    ],
)
def test_the_plan_says_what_is_told_at_once(
    world: World, settings: Settings, timing: str, features: list[str], at_once: bool, kind: WatchKind, target: str,
    hears: bool,
) -> None:  # fmt: skip
    settings.PLANS = True
    plan = Plan.objects.create(key="test", name="Test", timing=timing, features=features, platforms=1, price=5)
    user = person()
    Subscription.objects.create(workspace=personal_workspace(user), plan=plan)
    watches(user, kind, target, at_once=at_once)
    become_known(world.substantive)
    assert bool(told()) is hears


def test_platforms_beyond_the_plan_rest_and_webhooks_need_theirs(world: World, settings: Settings) -> None:
    settings.PLANS = True
    plan = Plan.objects.create(key="test", name="Test", timing="same-day", platforms=1, price=5)
    ada, grace = person(), person("grace@reader.example")
    for user in (ada, grace):
        Subscription.objects.create(workspace=personal_workspace(user), plan=plan)
        channel(personal_workspace(user), ChannelKind.WEBHOOK, f"https://{user.email}/hook")
    watches(ada, WatchKind.PLATFORM, "tidewater-chat")
    watches(ada, WatchKind.PLATFORM, "larkwell")
    watches(grace, WatchKind.PLATFORM, "larkwell")
    become_known(world.substantive)
    assert [address for address, _ in told()] == ["grace@reader.example"]
    assert Channel.objects.count() == 4


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (WatchKind.PROVISION, "CA-P-000003"),
        (WatchKind.CLAUSE_TYPE, "deletion-right"),
        (WatchKind.CATEGORY, "rights"),
    ],
)
def test_what_was_taken_out_while_nobody_can_tell_more_is_told_by_the_change_alone(
    world: World, kind: WatchKind, target: str
) -> None:
    world.substantive.items.filter(provision=world.gone).delete()
    Provision.objects.filter(pk=world.gone.pk).update(
        state=ProvisionState.UNCLEAR, last_version=world.substantive.previous
    )
    user = person()
    watches(user, kind, target)
    assert _matched(world.substantive) == [(target, [])]
    assert [one.change for one in latest_of(Watch.objects.get())] == [world.substantive]


def test_whom_that_favours_is_not_known_and_its_severity_is_that_of_its_last_words(world: World) -> None:
    world.substantive.items.filter(provision=world.gone).delete()
    Provision.objects.filter(pk=world.gone.pk).update(
        state=ProvisionState.UNCLEAR, severity="medium", last_version=world.substantive.previous
    )
    user = person()
    watches(user, WatchKind.PROVISION, "CA-P-000003", directions=["worse"])
    watches(user, WatchKind.CLAUSE_TYPE, "deletion-right", least_severity="high")
    assert _matched(world.substantive) == []
    watches(user, WatchKind.CATEGORY, "rights", least_severity="medium")
    assert _matched(world.substantive) == [("rights", [])]


@pytest.mark.parametrize("came", [True, False])
@pytest.mark.parametrize(
    ("kind", "target", "of_provision"),
    [
        (WatchKind.PROVISION, "CA-P-000003", True),
        (WatchKind.CLAUSE_TYPE, "deletion-right", True),
        (WatchKind.CLAUSE_TYPE, "deletion-right", False),
        (WatchKind.CATEGORY, "rights", False),
    ],
)
def test_so_are_words_that_came_or_went_while_nobody_can_tell_what_that_means(
    world: World, kind: WatchKind, target: str, of_provision: bool, came: bool
) -> None:
    world.substantive.items.filter(provision=world.gone).delete()
    provision = world.gone if of_provision else None
    UnsettledClause.objects.create(
        change=world.substantive, clause_type="deletion-right", came=came, provision=provision
    )
    watches(person(), kind, target)
    assert _matched(world.substantive) == [(target, [])]
    assert [one.change for one in latest_of(Watch.objects.get())] == [world.substantive]
    Provision.objects.filter(pk=world.gone.pk).update(state=ProvisionState.WITHDRAWN)
    assert bool(_matched(world.substantive)) is not of_provision


def test_words_outside_of_all_provisions_are_as_grave_as_their_type(world: World) -> None:
    UnsettledClause.objects.create(change=world.substantive, clause_type="mandatory-arbitration", came=True)
    UnsettledClause.objects.create(change=world.substantive, clause_type="governing-law", came=True)
    user = person()
    watches(user, WatchKind.CLAUSE_TYPE, "governing-law", least_severity="high")
    watches(user, WatchKind.CLAUSE_TYPE, "mandatory-arbitration", least_severity="high", directions=["worse"])
    assert _matched(world.substantive) == []
    watches(user, WatchKind.CATEGORY, "disputes", least_severity="high")
    assert _matched(world.substantive) == [("disputes", [])]


def test_what_moved_has_no_severity(world: World) -> None:
    world.substantive.items.update(kind="moved")
    watches(person(), WatchKind.PLATFORM, "larkwell", least_severity="low")
    assert _matched(world.substantive) == []
