"""Which watches a plan covers, and what is said where it covers no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from conductatlas.accounts.entitlements import EVERYTHING, Entitlements
from conductatlas.accounts.limits import Watched, may_watch, which_count
from conductatlas.accounts.models import Feature, Plan, Timing
from conductatlas.accounts.subscriptions import assign
from tests.accounts.people import NOW, plan, workspace

_WATCHES = st.lists(st.builds(Watched, st.sampled_from(["", "larkwell", "brindle", "hearthbook"]), st.booleans()))


def _opened(platforms: int | None, *features: Feature) -> Entitlements:
    return Entitlements("x", platforms, 1, Timing.WEEKLY, frozenset(features))


def test_the_platforms_that_were_watched_first_count() -> None:
    watches = [Watched("larkwell"), Watched("brindle"), Watched("larkwell"), Watched("hearthbook")]
    assert which_count(watches, _opened(1)) == [True, False, True, False]
    assert which_count(watches, _opened(2)) == [True, True, True, False]
    assert which_count(watches, _opened(0)) == [False] * 4
    assert which_count(watches, EVERYTHING) == [True] * 4


def test_what_a_plan_does_not_open_takes_no_room() -> None:
    watches = [Watched("larkwell", closely=True), Watched(""), Watched("brindle")]
    assert which_count(watches, _opened(1)) == [False, False, True]
    assert which_count(watches, _opened(1, Feature.PROVISIONS)) == [True, True, False]


@given(_WATCHES, st.integers(0, 4))
def test_a_larger_plan_covers_all_that_a_smaller_one_does(watches: list[Watched], most: int) -> None:
    smaller = which_count(watches, _opened(most, Feature.PROVISIONS))
    larger = which_count(watches, _opened(most + 1, Feature.PROVISIONS))
    assert all(large or not small for small, large in zip(smaller, larger, strict=True))
    covered = {watch.platform for watch, counts in zip(watches, smaller, strict=True) if counts and watch.platform}
    assert len(covered) <= most


@pytest.mark.django_db
def test_the_sentence_says_what_bites_and_which_plan_lifts_it(settings: Settings) -> None:
    settings.PLANS = True
    ours = workspace()
    assert may_watch(ours, set(), NOW) is None
    assert str(may_watch(ours, {"larkwell"}, NOW)) == (
        "Your plan, Free, watches 1 platform, and you watch 1 already. The plan Monitor lifts this."
    )
    assert may_watch(ours, {"larkwell"}, NOW, Watched("larkwell")) is None
    closely = may_watch(ours, set(), NOW, Watched("larkwell", closely=True))
    assert closely is not None
    assert closely.lifted_by == plan("monitor")
    assert "does not open watching single provisions and clause types" in closely.sentence
    assign(ours, plan("monitor"), by="Ops", now=NOW)
    many = {f"platform-{number}" for number in range(25)}
    limit = may_watch(ours, many, NOW, Watched("one-more"))
    assert limit is not None
    assert limit.lifted_by == plan("compliance")
    Plan.objects.filter(key="compliance").update(offered=False)
    assert str(may_watch(ours, many, NOW)).endswith("you watch 25 already.")


@pytest.mark.django_db
def test_without_plans_nothing_is_limited() -> None:
    ours = workspace()
    assert may_watch(ours, {str(number) for number in range(500)}, NOW, Watched("", closely=True)) is None
