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
