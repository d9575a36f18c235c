"""What became of a clause that its document no longer has is told wherever its page tells what happened to it."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from conductatlas.records.models import Change, Document, ItemKind, Provision, ProvisionState, Verdict
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

_LETTERS = "You can delete your letters and your account in the settings of Corvid Mail."
_MILL = "The mill stands by the river, and is painted once a year."
_KEEPS = "We keep your letters for three years, whatever you ask us to do."


def _text(*paragraphs: str) -> str:
    return "\n\n".join(["# Terms", *paragraphs]) + "\n"


def _taken_out(document: Document, *next_text: str, clause_type: str = "deletion-right") -> Provision:
    """A record of the letters in the first version that the second one, of these paragraphs, does not have."""
    first = make_version(document, _text(_MILL, _LETTERS), at(2026, 1, 10))
    provision = make_provision(first, clause_type, _LETTERS)
    second = make_version(document, _text(*next_text), at(2026, 2, 10))
    make_change(second, Verdict.SUBSTANTIVE)
    remove(provision, second)
    provision.state = ProvisionState.UNCLEAR
    provision.save()
    return provision


def _seen(client: Client, provision: Provision) -> str:
    page = client.get(f"/{provision.permanent_id}").content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_words_that_were_taken_out_changed_last_by_that(client: Client) -> None:
    provision = _taken_out(make_document("Corvid Mail"), _MILL, "You may ask us to erase what we know of you.")
    seen = _seen(client, provision)
    assert "What changed last Words gone, perhaps still said in other words , on 10 Feb 2026" in seen
    assert "Whether the document said it in other words after that, the program can’t tell" in seen
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert (event["told"], event["change"]) == ("words gone, perhaps still said in other words", "CA-C-000001")


def test_where_no_sentence_may_state_the_type_that_is_said(client: Client) -> None:
    provision = _taken_out(make_document("Corvid Mail"), _MILL)
    seen = _seen(client, provision)
    assert "In the next version the program found no sentence that may state such a clause." in seen
    assert "perhaps still said" not in seen
    assert "What changed last Words gone , on 10 Feb 2026" in seen
    assert "taken out" not in seen.lower()
    assert client.get(f"/{provision.permanent_id}.json").json()["taken_out"]["unsaid"] is True


def test_what_a_change_tells_as_removed_is_told_once(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = make_provision(make_version(document, _text(_LETTERS), at(2026, 1, 10)), "deletion-right", _LETTERS)
    second = make_version(document, _text(_MILL), at(2026, 2, 10))
    make_item(make_change(second, Verdict.SUBSTANTIVE), ItemKind.REMOVED, provision, remove(provision, second))
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == "removed"
    assert "What changed last Removed , on 10 Feb 2026" in _seen(client, provision)


def test_the_same_words_in_a_later_version_lead_to_their_record(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL)
    third = make_version(document, _text(_MILL, _LETTERS), at(2026, 8, 10))
    make_change(third, Verdict.SUBSTANTIVE)
    later = make_provision(third, "deletion-right", _LETTERS)
    told = f"were found in the document again later: as {later.permanent_id} , from version 3 of 10 Aug 2026 on."
    assert told in _seen(client, provision)
    (again,) = client.get(f"/{provision.permanent_id}.json").json()["afterwards"]["again"]
    assert (again["provision"], again["nearly"], again["within"]) == (later.permanent_id, False, False)


def test_the_same_words_in_a_later_version_are_told_up_to_when_their_record_had_them(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL)
    third = make_version(document, _text(_MILL, _LETTERS), at(2026, 8, 10))
    later = make_provision(third, "deletion-right", _LETTERS)
    fourth = make_version(document, _text(_MILL, _KEEPS), at(2026, 9, 10))
    reword(later, fourth, _KEEPS, severity="medium")
    told = f"were found in the document again later: as {later.permanent_id} , in version 3 of 10 Aug 2026 ."
    assert told in _seen(client, provision)


def test_words_that_stand_again_without_a_record_are_told_too(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL)
    make_version(document, _text(_MILL, _LETTERS), at(2026, 8, 10))
    assert "They stand word for word in the latest version on record, though no record" in _seen(client, provision)


def test_it_is_said_until_when_was_looked(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL)
    make_version(document, _text(_MILL, "Be kind."), at(2026, 8, 10))
    told = "The latest version on record does not have them word for word: version 3 of 10 Aug 2026 ."
    assert told in _seen(client, provision)


def test_what_became_a_part_of_another_record_leads_to_it(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL, f"{_LETTERS} {_KEEPS}")
    Provision.objects.filter(pk=provision.pk).update(state=ProvisionState.MOVED)
    second = document.versions.get(ordinal=2)
    whole = make_provision(second, "deletion-right", f"{_LETTERS} {_KEEPS}")
    seen = _seen(client, provision)
    assert f"What changed last Went on as a part of {whole.permanent_id} , on 10 Feb 2026" in seen
    assert f"Since then the program takes it to be a part of what Deletion right {whole.permanent_id} states." in seen


def test_what_goes_on_as_another_record_is_told_so_where_its_change_names_none(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL, f"{_LETTERS} {_KEEPS}")
    second = document.versions.get(ordinal=2)
    successor = make_provision(second, "deletion-right", f"{_LETTERS} {_KEEPS}")
    Provision.objects.filter(pk=provision.pk).update(state=ProvisionState.MOVED, successor=successor)
    item = make_item(Change.objects.get(version=second), ItemKind.MOVED, provision, provision.wordings.get(), None)
    item.summary = "A passage of this type went, others stand: Deletion right."
    item.save()
    assert f"What changed last Went on as {successor.permanent_id} , on 10 Feb 2026" in _seen(client, provision)


def test_what_is_near_in_words_alone_is_not_shown_as_the_nearest(client: Client) -> None:
    settings = "In the settings of Corvid Mail you choose its colour, and a bell that rings when the mill stands still."
    erase = "You may ask us to delete your letters and your account."
    provision = _taken_out(make_document("Corvid Mail"), f"## {_LETTERS}", settings, erase, erase)
    assert client.get(f"/{provision.permanent_id}.json").json()["taken_out"]["nearest"] == [erase]


def test_other_markup_is_no_other_words(client: Client) -> None:
    document = make_document("Corvid Mail")
    first = make_version(document, _text(_LETTERS), at(2026, 1, 10))
    provision = make_provision(first, "deletion-right", _LETTERS)
    second = make_version(document, _text(f"**{_LETTERS}**"), at(2026, 2, 10))
    make_change(second, Verdict.TECHNICAL)
    reword(provision, second, f"**{_LETTERS}**", severity="medium")
    make_change(make_version(document, _text(_MILL), at(2026, 3, 10)), Verdict.SUBSTANTIVE)
    third = make_version(document, _text(_LETTERS), at(2026, 4, 10))
    make_change(third, Verdict.SUBSTANTIVE)
    before, _ = reword(provision, third, _LETTERS, severity="medium")
    before.last_version = second
    before.save()
    seen = _seen(client, provision)
    assert "in words that have changed since" not in seen
    assert "What changed last Found again (not found since 10 Mar 2026) , on 10 Apr 2026" in seen
    assert "2 entries, one for each wording and for each time that one came back or was found again" in seen
    assert "Not found from 10 Mar 2026 to 10 Apr 2026 , then found again." in seen
    assert "inserted" not in seen.split("Wordings over time")[1]


def test_as_many_wordings_are_announced_as_can_be_read(client: Client) -> None:
    document = make_document("Corvid Mail")
    quotes = [f"You can delete {number} letters." for number in range(2, 9)]
    provision = make_provision(make_version(document, quotes[0], at(2026, 1, 1)), "deletion-right", quotes[0])
    for month, quote in enumerate([f"**{quotes[0]}**", *quotes[1:]], 2):
        version = make_version(document, quote, at(2026, month, 1))
        make_change(version, Verdict.SUBSTANTIVE)
        reword(provision, version, quote, severity="medium")
    pages = [client.get(f"/{provision.permanent_id}", {"page": number}).content.decode() for number in (1, 2)]
    assert "7 wordings, the latest first (5 of them on this page; the pages are linked below)" in pages[0]
    assert [page.count('<article class="wording">') for page in pages] == [5, 2]


def test_words_that_end_at_a_broken_line_say_so(client: Client) -> None:
    document = make_document("Corvid Mail")
    cut, rest = "You can write letters by day. You can delete", "your letters in the settings."
    provision = make_provision(make_version(document, _text(cut, rest), at(2026, 1, 1)), "deletion-right", cut)
    second = make_version(document, _text(f"{cut} {rest}"), at(2026, 2, 1))
    make_change(second, Verdict.SUBSTANTIVE)
    reword(provision, second, f"{cut} {rest}", severity="medium")
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert [one["broken_off"] for one in told["wordings"]] == [False, True]
    assert "These words end within a sentence, which goes on in the next line" in _seen(client, provision)


@pytest.mark.parametrize("behind", [_MILL, "d) in the settings", "o The letters of others"])
def test_a_line_before_another_paragraph_is_not_broken(client: Client, behind: str) -> None:
    document = make_document("Corvid Mail")
    provision = make_provision(
        make_version(document, _text("How you delete letters", behind), at(2026, 1, 1)),
        "deletion-right",
        "How you delete letters",
    )
    (wording,) = client.get(f"/{provision.permanent_id}.json").json()["wordings"]
    assert wording["broken_off"] is False


def test_the_document_does_not_tell_as_removed_what_became_a_part_of_another_record(client: Client) -> None:
    document = make_document("Corvid Mail")
    provision = _taken_out(document, _MILL, f"{_LETTERS} {_KEEPS}")
    Provision.objects.filter(pk=provision.pk).update(state=ProvisionState.MOVED)
    page = client.get(f"/{document.permanent_id}").content.decode()
    (gone,) = re.findall(r'<section aria-labelledby="gone">.*?</section>', page, re.DOTALL)
    assert "went on as a part of another passage, last stated" in gone
    assert "removed" not in gone
