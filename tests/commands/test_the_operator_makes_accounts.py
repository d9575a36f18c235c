"""`user add`, `user list`, `user staff`: the first operator, on an instance that takes no sign-ups."""

from __future__ import annotations

import io
import re

import pytest
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry, User
from conductatlas.commands import main
from tests.accounts_factory import sign_in

pytestmark = pytest.mark.django_db

_PASSWORD = "a-quiet-register-of-terms"


def test_an_operator_sets_a_password_by_the_printed_link(
    capsys: pytest.CaptureFixture[str], client: Client, settings: Settings
) -> None:
    settings.ACCOUNTS = "closed"
    assert main(["user", "add", "Ada@Example.org", "--staff"]) == 0
    said = capsys.readouterr().out
    assert "ada@example.org is an operator now." in said
    found = re.search(r"http://localhost:8000(/account/password/reset/key/\S+)", said)
    assert found is not None
    form = client.get(found.group(1))["Location"]
    client.post(form, {"password1": _PASSWORD, "password2": _PASSWORD})
    assert sign_in(client, "ada@example.org", _PASSWORD) == "/account"
    assert User.objects.get().is_staff
    entry = AuditEntry.objects.filter(action="account.created").get()
    assert (entry.actor, entry.subject) == ("command line", "ada@example.org")


def test_a_password_comes_from_standard_input(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{_PASSWORD}\nmore\n"))
    assert main(["user", "add", "ada@example.org", "--password-stdin"]) == 0
    sign_in(client, "ada@example.org", _PASSWORD)
    assert not User.objects.get().is_staff


def test_accounts_are_listed_and_the_operators_pages_opened_and_closed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["user", "list"]) == 0
    assert "there are no accounts" in capsys.readouterr().out
    main(["user", "add", "ada@example.org"])
    assert main(["user", "staff", "ADA@example.org", "on"]) == 0
    assert "may open the operators' pages" in capsys.readouterr().out
    main(["user", "list"])
    assert re.search(r"^ada@example\.org  since \d{4}-\d\d-\d\d, never signed in, operator$", capsys.readouterr().out)
    assert main(["user", "staff", "ada@example.org", "off"]) == 0
    assert not User.objects.get().is_staff


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (["add", "no address"], "", "no address: Enter a valid email address."),
        (["add", "ben@example.org"], "", "ben@example.org: there is an account with this address already"),
        (["add", "ada@example.org", "--password-stdin"], "short\n", "at least 10 characters"),
        (["add", "ada@example.org", "--password-stdin"], "", "there is no password on standard input"),
        (["staff", "ada@example.org", "on"], "", "ada@example.org: there is no account with this address"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    arguments: list[str],
    stdin: str,
    says: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    main(["user", "add", "ben@example.org"])
    monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
    assert main(["user", *arguments]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
    assert User.objects.count() == 1
