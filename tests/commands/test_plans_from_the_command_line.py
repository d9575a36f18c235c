"""`conductatlas plan`: who has which plan, assigned and ended by an operator without a browser."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.models import AuditEntry
from conductatlas.accounts.subscriptions import start_trial
from conductatlas.commands.main import main
from tests.accounts.people import organisation, person, plan, workspace

pytestmark = pytest.mark.django_db
_BY = ("--by", "Olu")


@pytest.fixture(autouse=True)
def _with_plans(settings: Settings) -> None:
    settings.PLANS = True


def test_a_plan_is_assigned_by_slug_or_address_and_ended(capsys: pytest.CaptureFixture[str]) -> None:
    ada = person()
    ours, own = organisation(ada), workspace()
    assert main(["plan", "assign", ours.slug, "compliance", *_BY, "--reason", "Invoice 17"]) == 0
    assert main(["plan", "assign", "Ada@Example.org", "monitor", *_BY, "--until", "2999-12-31"]) == 0
    assert "Monitor is assigned until 2999-12-31 by Olu" in capsys.readouterr().out
    now = timezone.now()
    assert [entitlements(one, now).plan for one in (ours, own)] == ["compliance", "monitor"]
    assert main(["plan", "list"]) == 0
    listed = capsys.readouterr().out
    assert "compliance  Compliance: EUR 149 a month; had by 1" in listed
    assert "free  Free: free; had by 0" in listed
    assert main(["plan", "end", ours.slug, *_BY]) == 0
    assert entitlements(ours, now).plan == "free"
    assert list(AuditEntry.objects.filter(actor="Olu").order_by("id").values_list("action", flat=True)) == [
        "plan.assigned",
        "plan.assigned",
        "plan.ended",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["assign", "none", "monitor", *_BY], "there is no workspace with this slug"),
        (["assign", "nobody@example.org", "monitor", *_BY], "nobody has an account with this address"),
        (["assign", "ada@example.org", "gold", *_BY], "there are free, monitor, compliance"),
        (["assign", "ada@example.org", "monitor", *_BY, "--until", "soon"], "is no day"),
        (["assign", "ada@example.org", "monitor", *_BY, "--until", "2020-01-01"], "can't end before it begins"),
        (["assign", "ada@example.org", "monitor", "--by", " "], "needs a name"),
        (["end", "ada@example.org", *_BY], "no plan to end"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace()
    assert main(["plan", *arguments]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
    assert not AuditEntry.objects.exists()


def test_what_is_over_is_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    start_trial(workspace(), plan("monitor"), by="Ada", now=timezone.now() - timedelta(days=20))
    assert main(["plan", "settle"]) == 0
    assert capsys.readouterr().out == "over: 1\n"
    assert AuditEntry.objects.filter(action="trial.ended").count() == 1
