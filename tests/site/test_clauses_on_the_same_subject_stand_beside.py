"""A record names what its document says on the same subject, such as the way out of what the clause allows, first."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Wording
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_TRAINS = "We may use what you write to train our models."
_OPTS_OUT = "You can opt out of training in the settings of your account."
_SELLS = "We sell what we learn of you to whoever pays for it."


def test_the_way_out_is_named_before_the_gravest_of_the_rest(client: Client) -> None:
    version = make_version(make_document("Larkwell"), f"{_TRAINS}\n\n{_OPTS_OUT}\n\n{_SELLS}", at(2026, 1, 1))
    trains = make_provision(version, "ai-training-on-user-content", _TRAINS)
    opts_out = make_provision(version, "ai-training-opt-out", _OPTS_OUT)
    sells = make_provision(version, "data-sale", _SELLS)
    told = client.get(f"/{trains.permanent_id}.json").json()
    assert [one["id"] for one in told["on_subject"]] == [opts_out.permanent_id]
    assert [one["id"] for one in told["other_risks"]] == [sells.permanent_id]
    page = client.get(f"/{trains.permanent_id}").content.decode()
    assert page.index("On subjects beside this one") < page.index("The gravest of the rest")


def test_what_nobody_is_sure_of_is_not_named(client: Client) -> None:
    version = make_version(make_document("Larkwell"), f"{_TRAINS}\n\n{_OPTS_OUT}", at(2026, 1, 1))
    trains = make_provision(version, "ai-training-on-user-content", _TRAINS)
    opts_out = make_provision(version, "ai-training-opt-out", _OPTS_OUT)
    Wording.objects.filter(provision=opts_out).update(confidence=0.6)
    assert client.get(f"/{trains.permanent_id}.json").json()["on_subject"] == []


def test_other_records_of_the_same_type_are_named_the_gravest_first(client: Client) -> None:
    milder, mildest = "We may use your drawings to train our models.", "We train our models with what you rate."
    version = make_version(make_document("Larkwell"), f"{_TRAINS}\n\n{mildest}\n\n{milder}\n\n{_SELLS}", at(2026, 1, 1))
    here = make_provision(version, "ai-training-on-user-content", mildest, severity="low")
    medium = make_provision(version, "ai-training-on-user-content", milder, severity="medium")
    gravest = make_provision(version, "ai-training-on-user-content", _TRAINS, severity="high")
    make_provision(version, "data-sale", _SELLS)
    told = client.get(f"/{here.permanent_id}.json").json()
    assert [one["id"] for one in told["of_type"]] == [gravest.permanent_id, medium.permanent_id]
    assert told["more_of_type"] == 0
    page = client.get(f"/{here.permanent_id}").content.decode()
    assert page.index("Of the type at the top") < page.index("The gravest of the rest, one of each type")
    assert client.get(f"/{gravest.permanent_id}.json").json()["of_type"][0]["id"] == medium.permanent_id


def test_no_more_than_a_few_of_the_same_type_are_named_and_the_others_counted(client: Client) -> None:
    sentences = [f"We may use the {what} to train our models." for what in ("notes", "maps", "songs", "plans", "lists")]
    version = make_version(make_document("Larkwell"), "\n\n".join([*sentences, _TRAINS]), at(2026, 1, 1))
    here = make_provision(version, "ai-training-on-user-content", _TRAINS)
    for sentence in sentences:
        make_provision(version, "ai-training-on-user-content", sentence)
    told = client.get(f"/{here.permanent_id}.json").json()
    assert (len(told["of_type"]), told["more_of_type"]) == (4, 1)
    assert "1 more is of this type" in client.get(f"/{here.permanent_id}").content.decode()
