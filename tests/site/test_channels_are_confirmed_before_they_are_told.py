"""Channels: added, confirmed each in its way, tested, stopped and deleted; and what was sent there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.models import Membership, Plan, Role, User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring import confirming
from conductatlas.monitoring.models import Attempt, Channel, ChannelKind, Delivery
from conductatlas.monitoring.sending import Fault, MailLine, Outcome
from tests.monitoring.worlds import NOW, channel, organisation, person
from tests.records_factory import World


@pytest.fixture
def ada(client: Client, world: World) -> User:
    """Somebody who is signed in."""
    user = person()
    client.force_login(user)
    return user


def _root(user: User) -> str:
    return f"/workspaces/{personal_workspace(user).slug}/channels"


def _add(client: Client, user: User, kind: str, address: str) -> Any:
    return client.post(f"{_root(user)}/add", {"kind": kind, "address": address}, follow=True)


def test_an_address_confirms_by_the_link_that_it_is_sent(client: Client, ada: User) -> None:
    page = _add(client, ada, "email", " Other@Reader.example ").content.decode()
    assert "A mail with a link is on its way to other@reader.example" in page
    assert "Not confirmed yet." in page
    (sent,) = mail.outbox
    assert sent.to == ["other@reader.example"]
    link = re.search(r"/channels/confirm/\S+", str(sent.body))
    assert link is not None
    stranger = Client()
    shown = stranger.get(link[0])
    assert "Yes, tell this address" in shown.content.decode()
    made = Channel.objects.get(address="other@reader.example")
    assert made.confirmed_at is None, "opening the link does nothing: programs open links too"
    assert stranger.post(link[0]).status_code == 303
    assert "is told of what" in stranger.get(link[0]).content.decode()
    made.refresh_from_db()
    assert made.confirmed_at is not None


@pytest.mark.parametrize("token", ["x", "WzEsICJ4Il0:1abc:def", "a" * 400])
def test_a_link_that_was_made_up_confirms_nothing(client: Client, world: World, token: str) -> None:
    assert client.get(f"/channels/confirm/{token}").status_code == 404
    assert client.post(f"/channels/confirm/{token}").status_code == 404


def test_a_webhook_confirms_by_giving_the_challenge_back(
    client: Client, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted: list[Any] = []
    answers = iter([b"fine", b'{"challenge": "CHALLENGE"}'])

    def post(address: str, secret: str, values: Any, at: Any) -> tuple[Outcome, bytes]:
        posted.append(values)
        return Outcome("answered 200"), next(answers).replace(b"CHALLENGE", values["challenge"].encode())

    monkeypatch.setattr(confirming, "post", post)
    assert "did not answer with it" in _add(client, ada, "webhook", "https://hook.example/x").content.decode()
    made = Channel.objects.get(kind=ChannelKind.WEBHOOK)
    again = client.post(f"{_root(ada)}/{made.pk}/ask", follow=True)
    assert "Wait ten minutes" in again.content.decode()
    Channel.objects.update(asked_at=NOW)
    assert "is confirmed" in client.post(f"{_root(ada)}/{made.pk}/ask", follow=True).content.decode()
    made.refresh_from_db()
    assert made.confirmed_at is not None
    assert posted[0]["type"] == "challenge"
    assert made.secret in client.get(_root(ada)).content.decode()


def test_a_chat_confirms_by_the_code_that_it_shows(client: Client, ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []

    def send(address: str, title: str, text: str) -> Outcome:
        sent.append(text)
        return Outcome("taken by the service")

    monkeypatch.setattr(confirming, "send_by_apprise", send)
    page = _add(client, ada, "apprise", "tgram://123456789:abcdefg_hijklmnop/12315544/").content.decode()
    assert "A code was sent there" in page
    assert "abcdefg_hijklmnop" not in page, "the token is a secret"
    made = Channel.objects.get(kind=ChannelKind.APPRISE)
    path = f"{_root(ada)}/{made.pk}/confirm"
    assert "not the code" in client.post(path, {"code": "AAAAAAAA"}, follow=True).content.decode()
    code = sent[0].rpartition(" ")[2]
    assert "is confirmed" in client.post(path, {"code": f" {code.lower()} "}, follow=True).content.decode()
    own = Channel.objects.get(kind=ChannelKind.EMAIL)
    wrong_kind = client.post(f"{_root(ada)}/{own.pk}/confirm", {"code": confirming.code(own)}, follow=True)
    assert "not confirmed by a code" in wrong_kind.content.decode()


@pytest.mark.parametrize(
    ("kind", "address", "says"),
    [
        ("email", "nobody", "This is no e-mail address."),
        ("email", "ada@reader.example", "stands in the list already"),
        ("webhook", "ftp://hook.example/", "only http and https"),
        ("webhook", "http://user:secret@hook.example/", "user name or password"),
        ("apprise", "syslog://", "acts on the machine"),
        ("apprise", "nonsense", "no address that apprise knows"),
        ("pigeon", "loft 3", "Choose one of the list."),
        ("email", "", "Enter an address."),
        ("webhook", "https://hook.example/\x00", "Null characters"),
    ],
)
def test_what_can_be_no_channel_is_said_beside_the_field(
    client: Client, ada: User, kind: str, address: str, says: str
) -> None:
    answer = _add(client, ada, kind, address)
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert Channel.objects.count() == 1


def test_nobody_can_have_many_strangers_written_to(client: Client, ada: User) -> None:
    for number in range(confirming.MOST_UNCONFIRMED):
        _add(client, ada, "email", f"stranger{number}@reader.example")
    assert "wait to be confirmed" in _add(client, ada, "email", "one@reader.example").content.decode()
    assert len(mail.outbox) == confirming.MOST_UNCONFIRMED


def test_it_is_tested_stopped_and_goes_on(client: Client, ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Channel.objects.get()
    assert "The test was sent" in client.post(f"{_root(ada)}/{own.pk}/test", follow=True).content.decode()
    assert mail.outbox[0].subject == "ConductAtlas: a test of this channel"
    Delivery.objects.create(channel=own, kind="change", subject="CA-C-000002")
    page = client.post(f"{_root(ada)}/{own.pk}/stop", follow=True).content.decode()
    assert "stopped by ada@reader.example" in page
    assert Delivery.objects.get().state == "dropped"
    assert "not stopped can be tested" in client.post(f"{_root(ada)}/{own.pk}/test", follow=True).content.decode()
    client.post(f"{_root(ada)}/{own.pk}/stop")
    assert Channel.objects.get().stopped_at is None
    failing = Outcome("the mail server can't be reached: refused", Fault.OURS)
    monkeypatch.setattr(MailLine, "send", lambda *arguments: failing)
    page = client.post(f"{_root(ada)}/{own.pk}/test", follow=True).content.decode()
    assert "The test was not taken: the mail server can&#x27;t be reached" in page


def test_it_is_deleted_but_for_the_address_of_the_account(client: Client, ada: User) -> None:
    own = Channel.objects.get()
    other = channel(personal_workspace(ada), ChannelKind.EMAIL, "other@reader.example")
    assert "Stop it instead" in client.post(f"{_root(ada)}/{own.pk}/delete", follow=True).content.decode()
    assert "is deleted" in client.post(f"{_root(ada)}/{other.pk}/delete", follow=True).content.decode()
    assert list(Channel.objects.all()) == [own]


def test_the_plan_opens_webhooks_and_chats(client: Client, ada: User, settings: Settings) -> None:
    settings.PLANS = True
    Plan.objects.update(offered=False)
    Plan.objects.create(key="little", name="Little", price=0)
    Plan.objects.create(key="more", name="More", price=900, features=["channels"])
    answer = _add(client, ada, "webhook", "https://hook.example/x")
    assert answer.status_code == 403
    assert "it does not open webhooks and chat channels. The plan More does." in answer.content.decode()
    assert _add(client, ada, "email", "other@reader.example").status_code == 200


def test_members_of_an_organisation_see_its_channels_and_administrators_change_them(client: Client, ada: User) -> None:
    shared = organisation(person("grace@reader.example"))
    made = channel(shared, ChannelKind.WEBHOOK, "https://hook.example/x")
    Membership.objects.create(workspace=shared, user=ada, role=Role.MEMBER)
    root = f"/workspaces/{shared.slug}/channels"
    page = client.get(root).content.decode()
    assert "https://hook.example/x" in page
    assert made.secret not in page
    assert client.get(f"{root}.json").json()["channels"][0]["secret"] == ""
    for path in ("add", f"{made.pk}/test", f"{made.pk}/stop", f"{made.pk}/delete", f"{made.pk}/ask"):
        assert client.post(f"{root}/{path}").status_code == 403
    other = Channel.objects.get(address="grace@reader.example")
    assert client.post(f"{_root(ada)}/{other.pk}/stop").status_code == 404


def test_what_was_sent_is_listed_with_every_try(client: Client, ada: User) -> None:
    own = Channel.objects.get()
    sent = Delivery.objects.create(
        channel=own, kind="change", subject="CA-C-000002", state="sent", sent_at=NOW, tries=2
    )
    Attempt.objects.create(delivery=sent, worked=False, detail="451 <b>busy</b>")
    Attempt.objects.create(delivery=sent, worked=True, detail="taken by the mail server")
    Delivery.objects.create(channel=own, kind="digest", subject="digest:weekly:2026-04-06", next_try_at=timezone.now())
    path = _root(ada).replace("channels", "deliveries")
    page = client.get(path).content.decode()
    assert "2 deliveries" in page
    assert 'href="/CA-C-000002"' in page
    assert "451 &lt;b&gt;busy" in page
    values = client.get(f"{path}.json")
    assert [one["state"] for one in values.json()["deliveries"]] == ["due", "sent"]
    assert [one["worked"] for one in values.json()["deliveries"][1]["attempts"]] == [False, True]
    assert "Access-Control-Allow-Origin" not in values
