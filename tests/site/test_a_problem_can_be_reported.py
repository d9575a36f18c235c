"""The form on every record: what it takes, what it refuses, and that nothing else on the site stores anything."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.db import OperationalError
from django.test import Client
from django.urls import URLPattern, get_resolver
from pytest_django import Settings

from conductatlas.records.models import LONGEST_REPORT, CorrectionRequest, Kind, RequestState, SenderCount
from conductatlas.records.retraction import withdraw
from conductatlas.records.senders import PER_SENDER_AND_DAY
from conductatlas.site import private
from tests.records_factory import World, at

_RECORDS = ["CA-D-000001", "CA-P-000002", "CA-C-000002", "platforms/larkwell"]
_REPORT = {"problem": "severity", "text": "It is graver.\r\nSee section 4.", "email": "reader@example.org"}
_FORM = "/CA-P-000002/problem"


def _send(client: Client, path: str = _FORM, **changed: str) -> Any:
    return client.post(path, {**_REPORT, **changed})


@pytest.mark.parametrize("record", _RECORDS)
def test_every_record_has_a_form_that_stores_a_report_under_a_public_number(
    client: Client, world: World, record: str
) -> None:
    page = client.get(f"/{record}").content.decode()
    assert "See a problem?" in page
    assert f'href="/{record}/problem"' in page
    form = client.get(f"/{record}/problem")
    assert form.status_code == 200
    assert form["X-Robots-Tag"] == "noindex"
    assert "<script" not in form.content.decode()
    sent = _send(client, f"/{record}/problem")
    stored = CorrectionRequest.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/corrections/{stored.pk}")
    assert (stored.record, stored.problem, stored.text, stored.email, stored.state) == (
        record,
        "severity",
        "It is graver.\nSee section 4.",
        "reader@example.org",
        "received",
    )


def test_its_page_shows_where_it_stands_and_neither_sender_nor_words(client: Client, world: World) -> None:
    path = _send(client)["Location"]
    for answer in (client.get(path), client.get(f"{path}.json")):
        assert answer.status_code == 200
        assert answer["X-Robots-Tag"] == "noindex"
        said = answer.content.decode()
        assert "CA-P-000002" in said
        assert "eceived" in said
        assert "reader@example.org" not in said
        assert "graver" not in said


@pytest.mark.parametrize("published", [True, False])
def test_the_words_are_shown_escaped_once_an_operator_published_them(
    client: Client, world: World, published: bool
) -> None:
    path = _send(client, text="<script>alert(1)</script> & so on")["Location"]
    request = CorrectionRequest.objects.get()
    request.state, request.published, request.settled_by = RequestState.ACCEPTED, published, "Ada"
    request.resolution, request.settled_at = "So it is.", at(2026, 4, 1)
    request.save()
    page = client.get(path).content.decode()
    assert ("&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on" in page) is published
    assert "<script" not in page
    assert (client.get(f"{path}.json").json()["text"] != "") is published
    record = client.get("/CA-P-000002")
    assert f'href="{path}"' in record.content.decode()
    assert "alert(1)" not in record.content.decode()
    (note,) = client.get("/CA-P-000002.json").json()["notes"]["corrections"]
    assert (note["path"], note["resolution"]) == (path, "So it is.")


def test_what_waits_or_was_refused_is_not_on_the_record(client: Client, world: World) -> None:
    for state in (RequestState.RECEIVED, RequestState.REFUSED, RequestState.WITHDRAWN):
        path = _send(client)["Location"]
        CorrectionRequest.objects.filter(id=int(path.rsplit("/", 1)[1])).update(state=state)
    assert "/corrections/" not in client.get("/CA-P-000002").content.decode()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"problem": ""}, "Choose what is wrong."),
        ({"problem": "nonsense"}, "Choose one of the kinds"),
        ({"text": ""}, "Say how you know."),
        ({"text": " \x00\x07\u202e\r\n"}, "Say how you know."),
        ({"text": "x" * (LONGEST_REPORT + 1)}, "The text has 4001 characters; at most 4,000 are taken."),
        ({"email": "nobody"}, "This is no e-mail address"),
        ({"email": f"{'x' * 300}@example.org"}, "This is no e-mail address"),
        ({"website": "https://spam.example"}, "A field that people do not see was filled in"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_the_field_and_nothing_is_lost(
    client: Client, world: World, changed: dict[str, str], says: str
) -> None:
    answer = _send(client, **changed)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert says in page
    assert "Not stored." in page
    assert (changed.get("text", "It is graver.").strip() or "</textarea>") in page
    assert "spam.example" not in page
    assert not CorrectionRequest.objects.exists()
    assert not SenderCount.objects.exists()


def test_a_text_of_just_the_allowed_length_is_taken_however_its_lines_end(client: Client, world: World) -> None:
    lines = ("x" * 99 + "\r\n") * 40
    assert _send(client, text=lines).status_code == 303
    assert len(CorrectionRequest.objects.get().text) == LONGEST_REPORT - 1
    assert _send(client, text="𐎠" * LONGEST_REPORT).status_code == 303


def test_control_characters_and_html_are_harmless(client: Client, world: World) -> None:
    hostile = "a\x00b\x1b[31mc\u202ed</textarea><script>alert(1)</script>"
    again = _send(client, text=hostile, problem="")
    assert "</textarea><script>" not in again.content.decode()
    _send(client, text=hostile)
    assert CorrectionRequest.objects.get().text == "ab[31mcd</textarea><script>alert(1)</script>"


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])
def test_a_megabyte_is_refused_before_it_is_read(client: Client, world: World, kind: str) -> None:
    answer = client.generic("POST", _FORM, urlencode({**_REPORT, "text": "x" * 1_000_000}), content_type=kind)
    assert answer.status_code == 413
    assert "larger than the 65,536 bytes" in answer.content.decode()
    assert len(answer.content) < 60_000
    assert not CorrectionRequest.objects.exists()


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe\x00", b"problem=type&text=%ff%fe%00", b"&=&=&", b'{"problem": "type"}']
)
def test_bytes_that_are_no_form_are_no_fault_of_ours(client: Client, world: World, body: bytes) -> None:
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "x/y"):
        assert client.generic("POST", _FORM, body, content_type=kind).status_code in (303, 400)
    for stored in CorrectionRequest.objects.all():
        assert "\0" not in stored.text


def test_more_than_a_few_a_day_are_refused_and_the_words_stay_in_the_form(client: Client, world: World) -> None:
    for _ in range(PER_SENDER_AND_DAY):
        assert _send(client).status_code == 303
    answer = _send(client)
    assert answer.status_code == 429
    assert "5 reports came from your address today" in answer.content.decode()
    assert "It is graver." in answer.content.decode()
    assert client.post(_FORM, _REPORT, REMOTE_ADDR="192.0.2.9").status_code == 303


def test_behind_a_proxy_the_address_that_it_saw_counts_and_none_that_the_sender_made_up(
    client: Client, world: World, settings: Settings
) -> None:
    for number in range(PER_SENDER_AND_DAY):
        assert client.post(_FORM, _REPORT, HTTP_X_FORWARDED_FOR=f"10.0.0.{number}").status_code == 303
    assert client.post(_FORM, _REPORT, HTTP_X_FORWARDED_FOR="10.9.9.9").status_code == 429, "no proxy is trusted"
    settings.PROXIES = 1
    for number in range(PER_SENDER_AND_DAY):
        made_up = f"10.0.0.{number}, 192.0.2.1"
        assert client.post(_FORM, _REPORT, HTTP_X_FORWARDED_FOR=made_up).status_code == 303
    assert client.post(_FORM, _REPORT, HTTP_X_FORWARDED_FOR="10.7.7.7, 192.0.2.1").status_code == 429


def test_a_database_that_is_being_written_to_is_said_so_and_the_words_stay(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*arguments: object, **options: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("conductatlas.site.views.problems.receive", locked)
    answer = _send(client)
    assert answer.status_code == 503
    assert "Send it again in a minute." in answer.content.decode()
    assert "It is graver." in answer.content.decode()


def _guarded() -> Client:
    return Client(enforce_csrf_checks=True)


def test_a_form_of_another_site_is_refused(world: World, settings: Settings) -> None:
    client = _guarded()
    refused = client.post(_FORM, _REPORT)
    assert refused.status_code == 403
    assert "did not come from a page of this site" in refused.content.decode()
    form = client.get(_FORM)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.content.decode())
    assert token is not None
    cookie = form.cookies["csrftoken"]
    assert (cookie["samesite"], cookie["httponly"]) == ("Strict", True)
    with_token = {**_REPORT, "csrfmiddlewaretoken": token.group(1)}
    assert client.post(_FORM, with_token, HTTP_ORIGIN="https://evil.example").status_code == 403
    assert client.post(_FORM, {**with_token, "csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert not CorrectionRequest.objects.exists()
    # The site answers to more names than the public one; behind a proxy with TLS the browser names the public one.
    assert client.post(_FORM, with_token, HTTP_ORIGIN=settings.PUBLIC_ADDRESS).status_code == 303


@pytest.mark.parametrize(
    "path", ["/CA-P-999999/problem", "/CA-X-000001/problem", "/platforms/nobody/problem", "/corrections/99"]
)
def test_what_is_not_there_has_no_form(client: Client, world: World, path: str) -> None:
    assert client.get(path).status_code == 404
    if path.endswith("problem"):
        assert _send(client, path).status_code == 404
    assert not CorrectionRequest.objects.exists()


def test_an_id_in_another_form_leads_to_the_right_form(client: Client, world: World) -> None:
    assert client.get("/ca-p-2/problem")["Location"] == "/CA-P-000002/problem"


def test_a_withdrawn_record_can_be_reported_too(client: Client, world: World) -> None:
    withdraw(Kind.PROVISION, world.arbitration.id, reviewer="Ada", reason="Twice.", at=at(2026, 4, 1))
    assert _send(client).status_code == 303


def _rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("records").get_models()}


_PART = re.compile(r"<((?:\w+:)?(\w+))>")
_VALUES = {"record": "CA-P-000001", "slug": "larkwell", "name": "data-sale", "address": "x", "ordinal": "1"}
_VALUES |= {
    "old": "1",
    "new": "2",
    "day": "2026-02-01",
    "slug:kind": "pages",
    "kind:kind": "p",
    "number": "1",
    "form": "bib",
    "feed:form": "atom",
}


def test_only_the_form_stores_anything_and_only_when_it_is_posted(client: Client, world: World) -> None:
    before = _rows()
    # What is not for everybody is tested by itself.
    public = [one for one in get_resolver().url_patterns if one not in private.urlpatterns]
    patterns = [one for one in public if isinstance(one, URLPattern)]
    assert len(patterns) > 30
    for pattern in patterns:
        path = "/" + _PART.sub(lambda part: _VALUES.get(part[1]) or _VALUES[part[2]], str(pattern.pattern))
        path = "/x/" if path.startswith("/^") else path
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            answer = client.generic(method, path, urlencode(_REPORT), "application/x-www-form-urlencoded")
            form = path.endswith("/problem")
            if method == "POST" and form:
                assert answer.status_code == 303
                CorrectionRequest.objects.all().delete()
                continue
            allowed = method in ("GET", "HEAD")
            assert (answer.status_code == 405) is not allowed, (method, path)
    after = _rows()
    assert after.pop("DailySalt") == after.pop("SenderCount") == 1
    del before["DailySalt"], before["SenderCount"]
    assert after == before
