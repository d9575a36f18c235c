"""Where a record begins is no news where its words stood in the document before, and a page says so."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from conductatlas.records.models import Document, ItemKind, Provision, ProvisionState, Verdict
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

_WATCH = "We may monitor what you do on Larkwell from our own systems, and keep a note of it."
_MORE = "You must not disturb the monitoring of what others do on Larkwell."
_POSTS = "Whoever orders a poster warrants that nobody else has any claim to the picture on it."


def _seen(client: Client, provision: Provision) -> str:
    page = client.get(f"/{provision.permanent_id}").content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _json(client: Client, provision: Provision) -> dict[str, Any]:
    answer: dict[str, Any] = client.get(f"/{provision.permanent_id}.json").json()
    return answer


def _goes_on_as(ended: Provision, successor: Provision) -> None:
    ended.state, ended.successor = ProvisionState.MOVED, successor
    ended.save()


@pytest.fixture
def document() -> Document:
    return make_document("Larkwell")


def test_a_record_continues_one_that_ended_as_it_began(client: Client, document: Document) -> None:
    earlier = make_provision(make_version(document, _WATCH, at(2026, 1, 1)), "monitoring-rights", _WATCH)
    edited = _WATCH.replace("monitor", "monitor and judge")
    version = make_version(document, edited, at(2026, 2, 1))
    make_change(version, Verdict.SUBSTANTIVE)
    remove(earlier, version)
    later = make_provision(version, "monitoring-rights", edited)
    _goes_on_as(earlier, later)
    seen = _seen(client, later)
    assert f"continues {earlier.permanent_id}" in seen
    assert f"Compared with the last wording of {earlier.permanent_id} , which this record continues." in seen
    assert "One wording, compared with the last one of the record that this one continues: inserted" in seen
    assert "What changed last “monitor what” became “monitor and judge what” , on 1 Feb 2026" in seen
    assert "No change of its words" not in seen
    told = _json(client, later)
    assert [one["id"] for one in told["predecessors"]] == [earlier.permanent_id]
    assert {"kind": "inserted", "text": "and judge "} in told["wordings"][-1]["redline"]
    assert not told["begins_with_new_words"]


def test_a_record_that_began_later_is_no_predecessor(client: Client, document: Document) -> None:
    first = make_version(document, _WATCH, at(2026, 1, 1))
    older = make_provision(first, "monitoring-rights", _WATCH)
    newer = make_provision(make_version(document, f"{_WATCH}\n\n{_MORE}", at(2026, 2, 1)), "monitoring-rights", _MORE)
    remove(newer, make_version(document, _WATCH, at(2026, 3, 1)))
    _goes_on_as(newer, older)
    assert not _json(client, older)["predecessors"]
    assert "continues" not in _seen(client, older)


def test_another_clause_of_the_type_is_no_predecessor(client: Client, document: Document) -> None:
    earlier = make_provision(make_version(document, _POSTS, at(2026, 1, 1)), "monitoring-rights", _POSTS)
    version = make_version(document, _WATCH, at(2026, 2, 1))
    remove(earlier, version)
    later = make_provision(version, "monitoring-rights", _WATCH)
    _goes_on_as(earlier, later)
    assert not _json(client, later)["predecessors"]
    assert "First seen 1 Feb 2026" in _seen(client, later)


@pytest.mark.parametrize(
    "before",
    [f"| What | How |\n|---|---|\n| Watching | {_MORE}<br>{_WATCH} |", f"{_MORE} *{_WATCH}*", f"- {_WATCH}\n- {_MORE}"],
)
def test_words_that_were_part_of_something_else_are_no_news(client: Client, document: Document, before: str) -> None:
    make_version(document, before, at(2026, 1, 1))
    record = make_provision(make_version(document, _WATCH, at(2026, 2, 1)), "monitoring-rights", _WATCH)
    seen = _seen(client, record)
    assert "First seen 1 Feb" not in seen
    assert "Record begins 1 Feb 2026 , version 2 ; its words stood in this document before , already on 1 Jan" in seen
    assert "No change of its words on record since this record began" in seen
    assert _json(client, record)["words_since"]["number"] == 1


def test_a_passage_that_was_cut_out_of_another_record_names_it(client: Client, document: Document) -> None:
    whole = f"{_MORE} {_WATCH}"
    larger = make_provision(make_version(document, whole, at(2026, 1, 1)), "monitoring-rights", whole)
    record = make_provision(make_version(document, _WATCH, at(2026, 2, 1)), "monitoring-rights", _WATCH)
    (before,) = _json(client, record)["stood_before"]
    assert (before["provision"], before["within"], before["nearly"]) == (larger.permanent_id, True, False)
    assert (
        f"as {larger.permanent_id} (within a larger passage, since 1 Jan 2026 , and still when this record began)."
        in _seen(client, record)
    )


def test_words_that_come_back_all_but_the_same_after_a_gap_are_told(client: Client, document: Document) -> None:
    version = make_version(document, _WATCH, at(2026, 1, 1))
    earlier = make_provision(version, "monitoring-rights", _WATCH)
    remove(earlier, make_version(document, _POSTS, at(2026, 2, 1)))
    again = _WATCH.replace("a note", "notes")
    record = make_provision(make_version(document, again, at(2026, 3, 1)), "monitoring-rights", again)
    assert "nearly the same words stood here before , from 1 Jan 2026" in _seen(client, record)
    (before,) = _json(client, record)["stood_before"]
    assert (before["provision"], before["nearly"]) == (earlier.permanent_id, True)


def test_a_passage_like_it_that_still_stands_is_not_where_it_stood(client: Client, document: Document) -> None:
    beside = _WATCH.replace("a note", "notes")
    make_provision(make_version(document, beside, at(2026, 1, 1)), "monitoring-rights", beside)
    text = f"{beside}\n\n{_WATCH}"
    record = make_provision(make_version(document, text, at(2026, 2, 1)), "monitoring-rights", _WATCH)
    assert not _json(client, record)["stood_before"]


def test_words_that_another_clause_has_too_are_not_where_it_stood(client: Client, document: Document) -> None:
    beside = f"{_WATCH} {_POSTS}"
    make_version(document, beside, at(2026, 1, 1))
    anew = f"Please note: {_WATCH} Ask us for more."
    record = make_provision(make_version(document, f"{beside}\n\n{anew}", at(2026, 2, 1)), "monitoring-rights", anew)
    assert "First seen 1 Feb 2026" in _seen(client, record)
    assert _json(client, record)["words_in_version_before"] == ""


def test_what_begins_with_the_document_begins_there(client: Client, document: Document) -> None:
    record = make_provision(make_version(document, _WATCH, at(2026, 1, 1)), "monitoring-rights", _WATCH)
    told = _json(client, record)
    assert told["begins_with_new_words"]
    assert (told["words_since"], told["stood_before"], told["predecessors"]) == (None, [], [])
    assert "First seen 1 Jan 2026" in _seen(client, record)


def test_a_text_that_is_damaged_says_nothing(client: Client, document: Document) -> None:
    version = make_version(document, f"{_POSTS} {_WATCH}", at(2026, 1, 1))
    version.text.compressed = b"no zlib"
    version.text.save()
    record = make_provision(make_version(document, _WATCH, at(2026, 2, 1)), "monitoring-rights", _WATCH)
    assert _json(client, record)["words_since"] is None


def test_what_may_say_the_same_in_other_words_is_named_on_both_records(client: Client, document: Document) -> None:
    ended = make_provision(make_version(document, _WATCH, at(2026, 1, 1)), "monitoring-rights", _WATCH)
    version = make_version(document, _POSTS, at(2026, 2, 1))
    make_change(version, Verdict.SUBSTANTIVE)
    remove(ended, version)
    ended.state = ProvisionState.UNCLEAR
    ended.save()
    begun = make_provision(version, "monitoring-rights", _POSTS)
    assert f"With that change another record of this type begins: {begun.permanent_id} . It may say the same" in _seen(
        client, ended
    )
    told = f"another clause of this type left the text: {ended.permanent_id} . This one may stand in its place."
    assert told in _seen(client, begun)
    assert [one["id"] for one in _json(client, begun)["ended_as_it_begins"]] == [ended.permanent_id]
    begun.wordings.update(confidence=0.6)
    assert "of this type left the text" not in _seen(client, begun)
    assert _json(client, begun)["ended_as_it_begins"] == []


def test_the_earliest_day_on_which_the_words_stood_is_the_one_that_is_told(client: Client, document: Document) -> None:
    make_version(document, _POSTS, at(2025, 12, 1))
    larger = f"{_MORE} {_WATCH}"
    make_provision(make_version(document, larger, at(2026, 1, 1)), "monitoring-rights", larger)
    make_version(document, larger, at(2026, 1, 15))
    record = make_provision(
        make_version(document, f"{larger}\n\n{_WATCH}", at(2026, 2, 1)), "monitoring-rights", _WATCH
    )
    seen = _seen(client, record)
    assert "already on 1 Jan 2026" in seen
    assert "15 Jan 2026" not in seen.partition("Change history")[0]


def test_what_stood_before_is_told_of_the_words_with_which_a_record_began(client: Client, document: Document) -> None:
    earlier = make_provision(make_version(document, _WATCH, at(2026, 1, 1)), "monitoring-rights", _WATCH)
    remove(earlier, make_version(document, _POSTS, at(2026, 2, 1)))
    record = make_provision(make_version(document, _WATCH, at(2026, 3, 1)), "monitoring-rights", _WATCH)
    assert "the same words stood here before" in _seen(client, record)
    version = make_version(document, f"{_WATCH} {_MORE}", at(2026, 4, 1))
    before, after = reword(record, version, f"{_WATCH} {_MORE}", severity="medium")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, record, before, after)
    seen = _seen(client, record)
    assert "in words that have changed since; the words with which it began stood here before , from 1 Jan" in seen
    assert "the same words stood here before" not in seen
    assert "The words with which this record begins were on record in this document before: as" in seen


def test_a_record_that_goes_on_elsewhere_says_where(client: Client, document: Document) -> None:
    here, there = make_version(document, _WATCH, at(2026, 1, 1)), make_document("Larkwell", "Privacy Policy")
    earlier = make_provision(here, "monitoring-rights", _WATCH)
    later = make_provision(make_version(there, _WATCH, at(2026, 2, 1)), "monitoring-rights", _WATCH)
    remove(earlier, make_version(document, _POSTS, at(2026, 2, 1)))
    _goes_on_as(earlier, later)
    told = f"the program takes the clause to be what {later.permanent_id} states, in the Privacy Policy."
    assert told in _seen(client, earlier)


def test_a_text_that_is_on_record_under_another_name_leads_to_that(client: Client, document: Document) -> None:
    record = make_provision(make_version(document, _WATCH, at(2026, 1, 1)), "monitoring-rights", _WATCH)
    assert "is also on record as" not in _seen(client, record)
    make_version(make_document("Corvid Mail", "Law Enforcement Guidelines"), _WATCH, at(2026, 2, 1))
    told = "The same text is also on record as Law Enforcement Guidelines of Corvid Mail"
    assert told in _seen(client, record)
    cited = "The same text is on record under other names, too: Law Enforcement Guidelines of Corvid Mail."
    assert cited in _seen(client, record), "who copies a citation is told beside it"


def test_a_text_that_another_collection_has_under_the_same_name_has_no_other(
    client: Client, document: Document
) -> None:
    record = make_provision(make_version(document, _WATCH, at(2026, 1, 1)), "monitoring-rights", _WATCH)
    make_version(make_document("Larkwell", collection="another"), _WATCH, at(2026, 2, 1))
    assert "is also on record as" in _seen(client, record)
    assert "under other names" not in _seen(client, record)


def test_a_record_that_had_the_words_twice_is_named_once(client: Client, document: Document) -> None:
    around, apart = f"{_WATCH} {_MORE}", "Birds that nest under the roof of the Corvid hall are counted each spring."
    earlier = make_provision(make_version(document, around, at(2026, 1, 1)), "monitoring-rights", around)
    for month, quote in ((2, apart), (3, around)):
        reword(earlier, make_version(document, quote, at(2026, month, 1)), quote, severity="medium")
    version = make_version(document, _WATCH, at(2026, 4, 1))
    make_change(version, Verdict.SUBSTANTIVE)
    remove(earlier, version)
    seen = _seen(client, make_provision(version, "monitoring-rights", _WATCH))
    named = seen.split("were on record in this document before: ")[1]
    assert named.startswith(f"as {earlier.permanent_id} (within a larger passage, on 1 Jan 2026 and on 1 Mar 2026 ).")
