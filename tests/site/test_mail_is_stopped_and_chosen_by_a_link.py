"""Mail can be stopped by one click, and chosen without signing in; links that are not whole open nothing."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from email.message import Message as Mail
from typing import Any

import pytest
import time_machine
from django.core import signing
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry, Membership, User
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.monitoring.links import LinkFor, channel_of, revoke_links, token
from conductatlas.monitoring.models import Channel, Preferences, WatchKind
from tests.monitoring.readers import make_reader, prefer, reader_of, watch
from tests.records_factory import World, at

_ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def channel(world: World) -> Channel:
    return make_reader()


@pytest.fixture
def strict() -> Client:
    """A client that is asked for a CSRF token wherever one is needed."""
    return Client(enforce_csrf_checks=True)


def _stop_path(channel: Channel) -> str:
    return f"/unsubscribe/{token(channel, LinkFor.UNSUBSCRIBE)}"


def _path(channel: Channel) -> str:
    return f"/preferences/{token(channel, LinkFor.PREFERENCES)}"


def _stopped(channel: Channel) -> bool:
    channel.refresh_from_db()
    return channel.stopped_at is not None


@pytest.mark.parametrize("form", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_mail_program_stops_it_with_one_request(strict: Client, channel: Channel, form: str) -> None:
    """RFC 8058, section 3.2: either form of body, no cookies, no redirection."""
    body: Any = "List-Unsubscribe=One-Click"
    if form.startswith("multipart"):
        answer = strict.post(_stop_path(channel), _ONE_CLICK)
    else:
        answer = strict.post(_stop_path(channel), body, content_type=form)
    assert answer.status_code == 200
    assert answer.cookies == {}
    assert _stopped(channel)
    assert channel.stopped_why == "unsubscribed"
    assert AuditEntry.objects.get().action == "channel.stopped"


def test_asking_twice_is_answered_alike_and_noted_once(strict: Client, channel: Channel) -> None:
    answers = [strict.post(_stop_path(channel), _ONE_CLICK).status_code for _ in range(2)]
    assert answers == [200, 200]
    assert AuditEntry.objects.count() == 1


def test_looking_at_the_link_stops_nothing(strict: Client, channel: Channel) -> None:
    for method in ("get", "head"):
        answer = getattr(strict, method)(_stop_path(channel))
        assert answer.status_code == 200
    assert not _stopped(channel)
    page = strict.get(_stop_path(channel)).content.decode()
    assert "Nothing is changed until you press the button." in page
    assert 'method="post"' in page
    assert "<script" not in page


def test_the_button_of_the_page_stops_it(strict: Client, channel: Channel) -> None:
    path = _stop_path(channel)
    answer = strict.post(path, {"do": "stop"}, follow=True)
    assert answer.redirect_chain == [(path, 303)]
    assert "No more mail" in answer.content.decode()
    assert _stopped(channel)


def test_anything_else_that_is_sent_changes_nothing(strict: Client, channel: Channel) -> None:
    assert strict.post(_stop_path(channel), {"other": "1"}).status_code == 400
    assert not _stopped(channel)


def test_the_link_in_a_mail_is_the_one_that_stops_it(strict: Client, channel: Channel, world: World) -> None:
    from conductatlas.monitoring.messages import compose_alert

    message = compose_alert(world.substantive, [], [], channel)
    mail = Mail()
    for name, value in message.headers.items():
        mail[name] = value
    address = re.fullmatch(r"<http://localhost:8000(/[^>]+)>", mail["List-Unsubscribe"])
    assert address is not None
    assert strict.post(address[1], _ONE_CLICK).status_code == 200
    assert _stopped(channel)


def test_links_to_stop_never_run_out_and_those_to_choose_do(client: Client, channel: Channel) -> None:
    with time_machine.travel(at(2026, 3, 2), tick=False):
        stop, choose = _stop_path(channel), _path(channel)
    with time_machine.travel(at(2026, 3, 2) + timedelta(days=59)):
        assert client.get(choose).status_code == 200
    with time_machine.travel(at(2026, 3, 2) + timedelta(days=61)):
        assert client.get(choose).status_code == 404
        assert client.post(choose, {"do": "stop", "channel": channel.pk}).status_code == 404
    with time_machine.travel(at(2036, 3, 2)):
        assert client.get(stop).status_code == 200
    assert not _stopped(channel)


def test_a_link_opens_only_what_it_was_made_for(client: Client, channel: Channel) -> None:
    for purpose, other in ((LinkFor.UNSUBSCRIBE, LinkFor.PREFERENCES), (LinkFor.PREFERENCES, LinkFor.UNSUBSCRIBE)):
        assert channel_of(token(channel, purpose), other) is None
        assert client.post(f"/{other}/{token(channel, purpose)}", _ONE_CLICK).status_code == 404
    assert not _stopped(channel)


def test_revoked_links_open_nothing(client: Client, channel: Channel) -> None:
    paths = [_stop_path(channel), _path(channel)]
    revoke_links(channel)
    for path in paths:
        answer = client.post(path, _ONE_CLICK)
        assert answer.status_code == 404
        assert "leads nowhere" in answer.content.decode()
    assert client.get(_path(channel)).status_code == 200
    assert not _stopped(channel)


def test_links_of_another_channel_or_key_open_nothing(client: Client, channel: Channel, settings: Settings) -> None:
    other = make_reader("other@example.org")
    number, _, rest = token(other, LinkFor.UNSUBSCRIBE).partition("~")
    assert number == str(other.pk)
    assert channel_of(f"{channel.pk}~{rest}", LinkFor.UNSUBSCRIBE) is None
    assert channel_of(f"999999~{rest}", LinkFor.UNSUBSCRIBE) is None
    with_channels_secret = signing.TimestampSigner(key=channel.secret, sep="~", salt="conductatlas.unsubscribe")
    assert channel_of(with_channels_secret.sign(str(channel.pk)), LinkFor.UNSUBSCRIBE) is None
    kept = token(channel, LinkFor.UNSUBSCRIBE)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    assert channel_of(kept, LinkFor.UNSUBSCRIBE) is None
    settings.SECRET_KEY_FALLBACKS = [old]
    assert channel_of(kept, LinkFor.UNSUBSCRIBE) == channel


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=80), st.from_regex(r"\A[0-9]{1,20}~[0-9A-Za-z]{1,12}~[0-9A-Za-z_-]{20,64}\Z")))
def test_nothing_that_was_made_up_opens_anything(channel: Channel, made_up: str) -> None:
    for purpose in LinkFor:
        assert channel_of(made_up, purpose) is None


def test_what_a_link_opens_is_kept_by_nobody_and_told_to_nobody(
    client: Client, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stop, choose = _stop_path(channel), _path(channel)
    for path in (stop, choose, f"{choose}.json"):
        answer = client.get(path)
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "Access-Control-Allow-Origin" not in answer
    client.post(stop, _ONE_CLICK)
    client.post(choose, {"do": "start", "channel": channel.pk})
    assert client.post(choose, {"do": "digest", "digest": "hourly"}).status_code == 400
    assert client.post(stop).status_code == 400
    said = "\n".join(record.getMessage() for record in caplog.records if record.levelno >= logging.INFO)
    assert not any(path.rpartition("~")[2] in said for path in (stop, choose))


def test_the_page_shows_what_is_chosen(client: Client, channel: Channel) -> None:
    prefer(channel, weekday=2, hour=17, time_zone="Europe/Paris")
    watch(channel)
    watch(channel, WatchKind.CLAUSE_TYPE, "deletion-right", paused=True)
    page = client.get(_path(channel)).content.decode()
    assert "A digest is sent every Wednesday at 17:00 (Europe/Paris)." in page
    assert re.search(r'value="\d+" checked> <label for="watch-\d+">all of Larkwell', page)
    assert re.search(r'value="\d+"> <label for="watch-\d+">the clause type “Deletion right”', page)
    assert len(page.encode()) < 60_000
    values = client.get(f"{_path(channel)}.json").json()
    assert values["digest"]["time_zone"] == "Europe/Paris"
    assert [one["paused"] for one in values["watches"]] == [False, True]


def test_a_digest_is_chosen_without_signing_in(strict: Client, channel: Channel) -> None:
    chosen = {"do": "digest", "digest": "daily", "weekday": "4", "hour": "6", "time_zone": "Asia/Tokyo"}
    path = _path(channel)
    answer = strict.post(path, chosen)
    assert (answer.status_code, answer["Location"]) == (303, f"{path}?saved")
    stored = Preferences.objects.get()
    assert (stored.digest, stored.weekday, stored.hour, stored.time_zone) == ("daily", 4, 6, "Asia/Tokyo")
    assert "Saved." in strict.get(f"{_path(channel)}?saved").content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"digest": "hourly"}, "Choose how often."),
        ({"weekday": "7"}, "Choose a day of the week."),
        ({"hour": "24"}, "Choose an hour."),
        ({"time_zone": "Mars/Olympus"}, "There is no time zone of that name."),
        ({"time_zone": "../../etc/passwd"}, "There is no time zone of that name."),
        ({"time_zone": ""}, "Choose a time zone."),
    ],
)
def test_what_can_not_be_chosen_is_said_beside_its_field(
    client: Client, channel: Channel, wrong: dict[str, str], said: str
) -> None:
    chosen = {"do": "digest", "digest": "daily", "weekday": "4", "hour": "6", "time_zone": "Asia/Tokyo"}
    answer = client.post(_path(channel), chosen | wrong)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert said in page
    assert page.count('aria-invalid="true"') == 1
    assert not Preferences.objects.filter(digest="daily").exists()


def test_watches_are_paused_and_taken_up(client: Client, channel: Channel) -> None:
    first, second = watch(channel), watch(channel, target="tidewater-chat", paused=True)
    unseen = watch(channel, WatchKind.CLAUSE_TYPE, "deletion-right")
    client.post(_path(channel), {"do": "watches", "shown": [first.pk, second.pk], "active": [second.pk]})
    for one in (first, second, unseen):
        one.refresh_from_db()
    assert (first.paused, second.paused, unseen.paused) == (True, False, False)


def test_nobody_pauses_the_watches_of_others(client: Client, channel: Channel) -> None:
    other = make_reader("other@example.org")
    theirs = watch(other)
    client.post(_path(channel), {"do": "watches", "shown": [theirs.pk, "x", "9" * 30], "active": []})
    theirs.refresh_from_db()
    assert not theirs.paused
    client.post(_path(channel), {"do": "stop", "channel": other.pk})
    assert not _stopped(other)


def test_of_an_organisations_watches_a_member_chooses_whether_to_be_told(client: Client, channel: Channel) -> None:
    organisation = create_organisation("Harbour Ltd", User.objects.create_user("owner@example.org"))
    member = Membership.objects.create(workspace=organisation, user=reader_of(channel))
    theirs = Membership.objects.get(workspace=organisation, user__email="owner@example.org")
    assert "Harbour Ltd" in client.get(_path(channel)).content.decode()
    client.post(_path(channel), {"do": "organisations", "shown": [member.pk, theirs.pk]})
    member.refresh_from_db()
    theirs.refresh_from_db()
    assert (member.told, theirs.told) == (False, True)


def test_a_stopped_channel_can_be_started_again(client: Client, channel: Channel) -> None:
    client.post(_path(channel), {"do": "stop", "channel": channel.pk})
    assert _stopped(channel)
    page = client.get(_path(channel)).content.decode()
    assert "nothing is sent to <strong>reader@example.org</strong> (unsubscribed)" in page
    prefer(channel)
    client.post(_path(channel), {"do": "start", "channel": channel.pk})
    assert not _stopped(channel)
    # What came while nothing was to be sent is not sent now.
    assert Preferences.objects.get().digest_until is not None


def test_the_channel_of_an_organisation_has_no_ones_digest(client: Client, world: World) -> None:
    organisation = create_organisation("Harbour Ltd", User.objects.create_user("owner@example.org"))
    shared = Channel.objects.create(workspace=organisation, kind="email", address="law@example.org")
    page = client.get(_path(shared)).content.decode()
    assert "law@example.org" in page
    assert "Save the digest" not in page
    assert client.post(_path(shared), {"do": "digest", "digest": "never"}).status_code == 303
    assert not Preferences.objects.exists()


def test_signed_in_people_choose_on_their_own_page(channel: Channel) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.get("/account/preferences").status_code == 302
    client.force_login(reader_of(channel), backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get("/account/preferences")
    assert page["Cache-Control"] == "private, no-store"
    chosen = {"do": "digest", "digest": "never", "weekday": "4", "hour": "6", "time_zone": "UTC"}
    assert client.post("/account/preferences", chosen).status_code == 403
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
    assert found is not None
    sent = client.post("/account/preferences", chosen | {"csrfmiddlewaretoken": found[1]})
    assert sent.status_code == 303
    assert Preferences.objects.get().digest == "never"
    assert "No digest is sent." in client.get("/account/preferences").content.decode()
    values = client.get("/account/preferences.json")
    assert values.json()["digest"]["digest"] == "never"
    assert "Access-Control-Allow-Origin" not in values


def test_links_in_old_mails_are_ended_by_who_is_signed_in(client: Client, channel: Channel) -> None:
    old = _path(channel)
    client.post(old, {"do": "revoke", "channel": channel.pk})
    assert client.get(old).status_code == 200
    client.force_login(reader_of(channel), backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post("/account/preferences", {"do": "revoke", "channel": channel.pk})
    assert client.get(old).status_code == 404
