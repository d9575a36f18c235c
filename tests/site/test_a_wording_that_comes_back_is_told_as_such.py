"""A wording in the words of an earlier one is told as that; events of one day have their hour, and stand once."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.test import Client

from conductatlas.records.models import ItemKind, Provision, Verdict
from conductatlas.site.presenters.provision_life import reversions
from tests.records_factory import (
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    remove,
    reword,
)

pytestmark = pytest.mark.django_db

_HERE, _THERE = "You can adjust the right.", "You can adjust the rights that you have."


def _history(*quotes: str) -> Provision:
    """A provision whose words were these, each two hours after the one before."""
    document = make_document("Larkwell")
    first = make_version(document, quotes[0], at(2026, 1, 1))
    provision = make_provision(first, "deletion-right", quotes[0])
    for number, quote in enumerate(quotes[1:], 1):
        version = make_version(document, quote, at(2026, 8, 5) + timedelta(hours=2 * number))
        before, after = reword(provision, version, quote, severity="medium")
        make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    return provision


def _page(client: Client, provision: Provision) -> str:
    return client.get(f"/{provision.permanent_id}").content.decode()


def _seen(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def test_it_names_the_first_version_in_these_words_and_has_no_redline(client: Client) -> None:
    provision = _history(_HERE, _THERE, f"**{_HERE}**", _THERE)
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert [(one["returns_to"] or {}).get("number") for one in told["wordings"]] == [2, 1, None, None]
    assert [one["redline"] is None for one in told["wordings"]] == [True, True, False, True]
    assert [(one["kind"], one["told"]) for one in told["events"]] == [
        ("reverted", "back to the wording of 5 Aug 2026, 11:00 UTC"),
        ("reverted", "back to the wording of 1 Jan 2026"),
        ("reworded", "reworded: “right” became “rights that you have”"),
    ]
    page = _page(client, provision)
    assert page.count("word for word.</p>") == 2
    assert page.count("<ins>") == 1 + 1, "the legend, and the one redline"


def test_where_only_signs_went_to_and_fro_both_lists_tell_the_return(client: Client) -> None:
    document = make_document("Corvid Mail")
    plain, signed = "We read letters and notes that you send.", "We read letters, and notes, that you send."
    provision = make_provision(make_version(document, plain, at(2026, 1, 1)), "monitoring-rights", plain)
    for month, quote in ((2, signed), (3, plain)):
        version = make_version(document, quote, at(2026, month, 1))
        reword(provision, version, quote, severity="medium")
        # It tells of no provision.
        make_change(version, Verdict.SUBSTANTIVE)
    seen = _seen(_page(client, provision))
    assert "1 Mar 2026 Back to the wording of 1 Jan 2026" in seen
    assert "1 Feb 2026 The same words, with other punctuation" in seen
    assert "3 entries, one for each wording and for each time that one came back or was found again" in seen
    assert "2 wordings, the latest first" in _seen(_page(client, _history(_HERE, _THERE)))


def test_the_life_line_counts_it_as_what_it_is(client: Client) -> None:
    page = _page(client, _history(_HERE, _THERE, _HERE, _THERE))
    assert "4 events: added once, reworded once, reverted twice." in page
    assert 'class="key reverted"' in page


def test_the_same_words_marked_up_otherwise_are_no_return() -> None:
    provision = _history(_HERE, f"**{_HERE}**", _THERE)
    wordings = list(provision.wordings.select_related("passage").order_by("first_version__ordinal"))
    assert reversions(wordings) == {}


def test_what_happened_on_one_day_has_its_hour(client: Client) -> None:
    seen = _seen(_page(client, _history(_HERE, _THERE, _HERE)))
    assert "5 Aug 2026, 11:00 UTC to 5 Aug 2026, 13:00 UTC" in seen
    assert "5 Aug 2026, 13:00 UTC Back to the wording of 1 Jan 2026" in seen
    assert "1 Jan 2026 to 5 Aug 2026, 11:00 UTC " in seen, "days suffice where they have one wording only"
    assert "Back to the wording of 1 Jan 2026, on 5 Aug 2026, 13:00 UTC" in seen


def test_a_day_with_several_wordings_is_referred_to_by_its_hour(client: Client) -> None:
    provision = _history(_HERE, _THERE, "You can adjust nothing.", _THERE)
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert told["events"][0]["told"].startswith("back to the wording of 5 Aug 2026, ")
    assert "Back to the wording of 5 Aug 2026, 11:00 UTC, word for word." in _seen(_page(client, provision))


def test_new_numbers_of_footnotes_are_no_return_and_no_rewording(client: Client) -> None:
    said = r"We share it with [third parties\[{0}\]](https://larkwell.example/#note-{0}) too."
    provision = _history(said.format(49), said.format(50), said.format(49))
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert {one["told"] for one in told["events"]} == {"footnotes numbered anew"}
    assert "No change of its words on record since it was first seen" in _seen(_page(client, provision))


def test_the_legend_of_the_drawing_is_a_list_by_itself(client: Client) -> None:
    page = _page(client, _history(_HERE, _THERE, _HERE))
    (legend,) = re.findall(r'<ul class="keys" aria-label="Marks of the drawing">.*?</ul>', page)
    assert re.findall(r"<li[^>]*>([^<]*)</li>", legend) == [
        "added or first seen",
        "reworded",
        "back to an earlier wording",
    ]


def test_one_that_was_added_by_a_change_stands_once_in_its_history(client: Client) -> None:
    document = make_document("Larkwell")
    make_version(document, "Nothing yet.", at(2026, 1, 1))
    version = make_version(document, _HERE, at(2026, 2, 1))
    provision = make_provision(version, "deletion-right", _HERE)
    change = make_change(version, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.ADDED, provision, None, provision.wordings.get())
    gone = make_version(document, "Nothing more.", at(2026, 3, 1))
    make_item(make_change(gone, Verdict.SUBSTANTIVE), ItemKind.REMOVED, provision, remove(provision, gone))
    page = _page(client, provision)
    (events,) = re.findall(r'<ol class="events">.*?</ol>', page, re.DOTALL)
    assert events.count("<li>") == 2
    assert "2 events: added once, removed once." in page
    assert "1 Feb 2026 Added, first seen in version 2 " in _seen(events)
    assert client.get(f"/{provision.permanent_id}.json").json()["events"][-1]["begins"] is True
