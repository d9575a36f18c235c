"""What is written of a change: the same as text, HTML and JSON, and nothing that could mislead or break a mail."""

from __future__ import annotations

import json
import re
from email.message import Message as Mail
from html import unescape

import pytest
from django.core.mail import EmailMultiAlternatives
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Segment, SegmentKind, redline
from conductatlas.monitoring.messages import Message, compose_alert, compose_bundle
from conductatlas.monitoring.messages.letter import subject_line
from conductatlas.monitoring.messages.text import redline_text
from conductatlas.monitoring.models import Channel, ChannelKind, WatchKind
from conductatlas.records.models import ItemKind, Kind, ProvisionState, UnsettledClause, Verdict
from conductatlas.records.retraction import withdraw
from tests.monitoring.readers import make_reader, prefer, watch
from tests.records_factory import (
    World,
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    make_world,
    reword,
)

_HOSTILE = 'Ours"><script>alert(1)</script><img src=x onerror=alert(1)>\r\nBcc: all@example.org\u202eevil'
_LARGEST = 100_000


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def channel(world: World) -> Channel:
    return make_reader()


def _alert(world: World, channel: Channel) -> Message:
    watches = [watch(channel), watch(channel, WatchKind.CLAUSE_TYPE, "deletion-right")]
    return compose_alert(world.substantive, list(world.substantive.items.all()), watches, channel)


def _mail(message: Message) -> Mail:
    mail = EmailMultiAlternatives(message.subject, message.text, to=["reader@example.org"], headers=message.headers)
    mail.attach_alternative(message.html, "text/html")
    return mail.message()


def _flat(text: str) -> str:
    """The words of a text or of a page, without marks and line ends."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL))).split())


def test_it_says_whose_document_changed_and_how_in_the_subject(world: World, channel: Channel) -> None:
    message = _alert(world, channel)
    assert message.subject == "Larkwell – Terms of Service: AI training on user content reworded, and 1 more (▲ high)"


def test_a_single_clause_shows_its_step_of_severity_in_the_subject(world: World, channel: Channel) -> None:
    items = list(world.substantive.items.filter(provision=world.training))
    message = compose_alert(world.substantive, items, [watch(channel)], channel)
    assert message.subject.endswith("AI training on user content reworded (◆ medium → ▲ high)")


@pytest.mark.parametrize("form", ["text", "html"])
def test_text_and_html_say_the_same(world: World, channel: Channel, form: str) -> None:
    world.substantive.effective_date = at(2026, 4, 1).date()
    words = _flat(getattr(_alert(world, channel), form))
    for said in (
        "Larkwell – Terms of Service",
        "substantive change · ▲ high severity",
        "1 provision removed and 1 reworded.",
        "The document says that it applies from 1 April 2026; it was seen 27 days before.",
        "Recorded 5 March 2026, 09:00 (UTC).",
        "◆ medium → ▲ high",
        "all of Larkwell",
        "the clause type “Deletion right”",
        "put together by a program",
        "no legal advice",
    ):
        assert said in words, said


@pytest.mark.parametrize("form", ["text", "html"])
def test_it_leads_to_the_records_the_evidence_and_the_way_out(world: World, channel: Channel, form: str) -> None:
    body = getattr(_alert(world, channel), form)
    home = "http://localhost:8000"
    for path in ("CA-C-000002", "CA-P-000001", "CA-P-000003", "CA-D-000001", "CA-C-000002/verify"):
        assert re.search(rf"{home}/{path}(?![0-9/])", body), path
    assert re.search(rf"{home}/unsubscribe/\d+~\w+~[\w-]+", body)
    assert re.search(rf"{home}/preferences/\d+~\w+~[\w-]+", body)


def test_the_redline_is_marked_in_both_forms(world: World, channel: Channel) -> None:
    message = _alert(world, channel)
    assert re.search(r"<ins[^>]*underline[^>]*>and your private messages </ins>", message.html)
    assert re.search(r"<del[^>]*line-through[^>]*>You can delete your account", message.html)
    assert "[+and your private messages+]" in message.text
    assert "[-You can delete your account" in message.text


def test_the_mail_fetches_nothing_and_tells_nobody_that_it_was_opened(world: World, channel: Channel) -> None:
    html = _alert(world, channel).html
    assert not re.search(r"<(?:img|script|link|iframe|form|object|video|table)\b|url\(|@import|@font-face", html)
    assert "prefers-color-scheme: dark" in html
    assert 'name="color-scheme" content="light dark"' in html


def test_its_values_are_json_and_hold_the_same(world: World, channel: Channel) -> None:
    values = json.loads(json.dumps(_alert(world, channel).values))
    change = values["changes"][0]
    assert (values["event"], change["id"], change["severity"], change["item_count"]) == (
        "change",
        "CA-C-000002",
        "high",
        2,
    )
    assert change["recorded_at"] == "2026-03-05T09:00:00Z"
    item = change["passages"][0]["items"][0]
    assert (item["provision"]["id"], item["severity_before"], item["severity_after"]) == (
        "CA-P-000001",
        "medium",
        "high",
    )
    kinds = [segment["kind"] for segment in change["passages"][0]["redline"]]
    assert "inserted" in kinds
    assert values["because"][0]["name"] == "all of Larkwell"


def test_times_are_the_readers(world: World, channel: Channel) -> None:
    prefer(channel, time_zone="Pacific/Auckland")
    message = _alert(world, channel)
    assert "Recorded 5 March 2026, 22:00 (Pacific/Auckland)." in _flat(message.text)


def test_it_can_be_left_by_one_click_and_is_known_as_a_list(world: World, channel: Channel) -> None:
    headers = _alert(world, channel).headers
    assert re.fullmatch(r"<http://localhost:8000/unsubscribe/[\w~-]+>", headers["List-Unsubscribe"])
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Id"] == "ConductAtlas alerts <alerts.localhost>"
    assert headers["Auto-Submitted"] == "auto-generated"


def test_who_reads_along_in_a_chat_can_not_stop_it(world: World, channel: Channel) -> None:
    channel.kind = ChannelKind.APPRISE
    message = _alert(world, channel)
    assert message.headers == {}
    assert "unsubscribe" not in message.text + message.html


def test_a_change_without_provisions_is_told_as_a_whole(world: World, channel: Channel) -> None:
    message = compose_alert(world.technical, [], [watch(channel)], channel)
    assert message.subject == "Larkwell – Terms of Service: technical change"
    assert "No provision changed." in message.text


def test_what_was_withdrawn_meanwhile_is_left_out(world: World, channel: Channel) -> None:
    withdraw(Kind.PROVISION, world.gone.id, reviewer="Ada", reason="It is a menu.", at=at(2026, 3, 6))
    message = _alert(world, channel)
    assert "CA-P-000003" not in message.text
    assert message.values["changes"][0]["item_count"] == 1


def test_several_changes_come_as_one_mail_the_gravest_first(world: World, channel: Channel) -> None:
    changes = [(world.technical, []), (world.substantive, list(world.substantive.items.all()))]
    message = compose_bundle(changes, [watch(channel)], channel)
    assert message.subject == "2 changes at Larkwell (▲ high)"
    assert [one["id"] for one in message.values["changes"]] == ["CA-C-000002", "CA-C-000003"]


def test_hostile_names_and_words_stay_words(world: World, channel: Channel) -> None:
    world.terms.platform.name = _HOSTILE
    world.terms.platform.save()
    world.terms.terms_type = _HOSTILE
    world.terms.save()
    fifth = make_version(world.terms, "# Terms\n\nOther", at(2026, 4, 1))
    before, after = reword(
        world.arbitration, fifth, f"{_HOSTILE}\n\n<style>body{{display:none}}</style>", severity="high"
    )
    change = make_change(fifth, Verdict.SUBSTANTIVE, f"1 provision reworded. {_HOSTILE}", severity="high")
    make_item(change, ItemKind.REWORDED, world.arbitration, before, after)
    message = compose_alert(change, list(change.items.all()), [watch(channel)], channel)
    assert not re.search(r"<(?:script|img)\b", message.html)
    assert message.html.count("<style") == 1
    assert "\n" not in message.subject and "\r" not in message.subject
    mail = _mail(message)
    assert mail["Bcc"] is None
    assert "\u202e" not in message.subject + message.text + message.html


@given(st.text(max_size=400))
def test_no_subject_can_start_another_header(text: str) -> None:
    subject = subject_line(text)
    assert len(subject) <= 160
    assert subject.isprintable()
    EmailMultiAlternatives(subject, "", to=["reader@example.org"]).message()


_ALPHABETS = {
    "latin": "Wir teilen Ihre Daten mit Dritten. ",
    "japanese": "当社はお客様の情報を第三者と共有します。",
    "signs": "=<>&\"' ",
}


@pytest.mark.parametrize("script", _ALPHABETS)
def test_however_much_changed_the_mail_is_shown_whole(db: None, script: str) -> None:
    """Some mail programs cut what is longer than 102 KB."""
    channel = make_reader()
    document = make_document("Larkwell")
    first = make_version(document, "# Terms\n\nFirst", at(2026, 1, 1))
    provisions = [
        make_provision(first, "mandatory-arbitration", f"{number} {_ALPHABETS[script] * 400}") for number in range(60)
    ]
    second = make_version(document, "# Terms\n\nSecond", at(2026, 2, 1))
    change = make_change(second, Verdict.SUBSTANTIVE, _ALPHABETS[script] * 10, severity="high")
    for provision in provisions:
        # Five of them share a passage, and much moved in each.
        words = f"{_ALPHABETS[script] * 300}{provision.id // 5}"
        before, after = reword(provision, second, words, severity="high")
        item = make_item(change, ItemKind.REWORDED, provision, before, after)
        item.phrases = [f"it adds “{_ALPHABETS[script] * 8}{number}”" for number in range(12)]
        item.save()
    items = list(change.items.all())
    alert = compose_alert(change, items, [watch(channel)], channel)
    bundle = compose_bundle([(change, items)] * 120, [], channel)
    for message in (alert, bundle):
        assert len(_mail(message).as_bytes()) < _LARGEST
    assert re.search(r"And \d+ more provisions", _flat(alert.html))
    assert alert.values["changes"][0]["item_count"] == 60
    assert re.search(r"\d+ more changes are not shown here: http://localhost:8000/changes", _flat(bundle.text))


_SEGMENTS = st.tuples(st.text(max_size=200), st.text(max_size=200)).map(lambda pair: redline(*pair))


@given(_SEGMENTS)
def test_a_redline_as_text_keeps_every_word(segments: tuple[Segment, ...]) -> None:
    written = redline_text(segments)
    for segment in segments:
        assert segment.text.strip() in written
    assert redline_text([Segment(SegmentKind.SAME, "as it was ")]) == "as it was "


@pytest.mark.parametrize("form", ["text", "html", "values"])
def test_a_change_that_is_told_as_a_whole_says_of_what_words_came_or_went(
    world: World, channel: Channel, form: str
) -> None:
    world.gone.state, world.gone.last_version = ProvisionState.UNCLEAR, world.substantive.previous
    world.gone.save()
    UnsettledClause.objects.create(change=world.substantive, clause_type="refund-right", came=True)
    said = (
        "Words were taken out, and the program can't tell whether the document still says it: Deletion right. "
        "Words came in, and the program can't tell whether the document said it before: Refund or withdrawal right."
    )
    asked = [watch(channel, WatchKind.CLAUSE_TYPE, "deletion-right")]
    whole = compose_alert(world.substantive, [], asked, channel)
    by_items = compose_alert(world.substantive, list(world.substantive.items.all()), asked, channel)
    assert said in _flat(str(getattr(whole, form)))
    assert said not in _flat(str(getattr(by_items, form)))
