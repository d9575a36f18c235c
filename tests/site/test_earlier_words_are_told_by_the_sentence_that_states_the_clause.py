"""Earlier words of which the finder is unsure state a clause where its sentence stood there, and not where it came."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from conductatlas.records.models import ChangeItem, ItemKind, Passage, Provision, Verdict, Wording
from conductatlas.site.presenters.earlier_words import statement_that_came
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db

_WATCH = "We may monitor what you do on Larkwell from our own systems."
_DRAWER = "The song of each morning is kept in a drawer of the house."
_MORE = "Whoever hears a song in the night writes it down by hand."


def _history(first: str, then: str, *, at_first: float, unsure: bool = False) -> Provision:
    """A provision whose first words the finder was not sure of, and whose later ones it is."""
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, first, at(2026, 1, 1)), "monitoring-rights", first)
    version = make_version(document, then, at(2026, 2, 1))
    before, after = reword(provision, version, then, severity="medium")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    ChangeItem.objects.update(unsure=unsure)
    Wording.objects.filter(pk=before.pk).update(confidence=at_first)
    return provision


def _seen(client: Client, provision: Provision) -> str:
    page = client.get(f"/{provision.permanent_id}").content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_where_its_sentence_stood_the_clause_was_stated(client: Client) -> None:
    seen = _seen(client, _history(f"{_WATCH} {_MORE}", _WATCH, at_first=0.6, unsure=True))
    assert "First seen 1 Jan 2026 , version 1 , in words that have changed since Last recorded" in seen
    assert "if it is a clause of this type" not in seen
    assert "may not state" not in seen


def test_a_sentence_that_states_it_and_was_edited_stated_it_before(client: Client) -> None:
    edited = "We may monitor what you and your friends do on Larkwell, from our own systems or from those of others."
    seen = _seen(client, _history(f"{_WATCH} {_MORE}", edited, at_first=0.6, unsure=True))
    assert "First seen 1 Jan 2026 , version 1 , in words that have changed since Last recorded" in seen


def test_another_sentence_that_surely_states_it_stated_it_before(client: Client) -> None:
    first = "Our wardens reserve the right to monitor all use of the hall and to review any message."
    kept = f"{_DRAWER} {_MORE}"
    seen = _seen(client, _history(f"{first} {kept}", f"{_WATCH} {kept}", at_first=0.6, unsure=True))
    assert "First seen 1 Jan 2026 , version 1 , in words that have changed since Last recorded" in seen
    assert "may not state" not in seen


def test_that_a_list_is_not_all_turns_no_sentence(client: Client) -> None:
    listed = (
        "We may monitor what you do on Larkwell, including without limitation from our own systems, by day and night."
    )
    then = listed.replace(" without limitation", "")
    seen = _seen(client, _history(f"{listed} {_MORE}", then, at_first=0.6, unsure=True))
    assert "First seen 1 Jan 2026 , version 1 , in words that have changed since Last recorded" in seen


def test_where_its_sentence_came_it_is_first_seen_then(client: Client) -> None:
    provision = _history(_DRAWER, f"{_DRAWER} {_WATCH}", at_first=0.4, unsure=True)
    seen = _seen(client, provision)
    assert (
        "First seen 1 Feb 2026 , version 2 , when the words that state it came into a passage on record since 1 Jan"
        in seen
    )
    assert "What changed last The words that state it were added , on 1 Feb 2026" in seen
    assert "1 Jan 2026 to 1 Feb 2026 its passage, without the words that state this" in seen
    assert "First seen 1 Feb 2026 ." in seen
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert told["stated_in_new_words"]
    assert [one["lacks_it"] for one in told["wordings"]] == [False, True]


def test_a_lesser_sentence_that_stood_does_not_carry_a_clause_back_to_before_the_one_that_states_it(
    client: Client,
) -> None:
    lesser = "Larkwell may review messages from its own desks."
    foremost = "Larkwell has wardens who monitor the boards."
    seen = _seen(client, _history(f"{lesser} {_MORE}", f"{lesser} {_MORE} {foremost}", at_first=0.4, unsure=True))
    assert "First seen 1 Jan 2026" not in seen
    assert "1 Feb 2026" in seen.split("First seen", 1)[-1][:40] or "sure only of the words since 1 Feb 2026" in seen


def test_an_edited_sentence_stated_it_before_though_it_was_likelier_not_to(client: Client) -> None:
    before = "Our wardens monitor what you write and say on the boards and in rooms of Larkwell from their own desks."
    after = "Our wardens monitor the boards of Larkwell and all of its rooms from their own desks."
    seen = _seen(client, _history(f"{before} {_MORE}", after, at_first=0.4, unsure=True))
    assert "First seen 1 Jan 2026 , version 1 , in words that have changed since Last recorded" in seen
    assert "may not state" not in seen


def test_where_neither_is_sure_the_page_says_since_when_it_is(client: Client) -> None:
    seen = _seen(
        client,
        _history(
            "We monitor some of what you do on Larkwell, with systems of others and our own.",
            _WATCH,
            at_first=0.6,
            unsure=True,
        ),
    )
    assert "Record begins 1 Jan 2026 , version 1 ; the program is sure only of the words since 1 Feb 2026" in seen
    assert "Reworded (the words before may not state this)" in seen
    assert "if it is a clause of this type" not in seen
    assert "1 Jan 2026 to 1 Feb 2026 ◆" not in seen


def test_a_record_in_doubt_has_its_doubt_on_each_wording(client: Client) -> None:
    provision = _history(_WATCH, f"{_WATCH} {_MORE}", at_first=0.95)
    Wording.objects.filter(provision=provision, last_version=None).update(confidence=0.6)
    wordings = _seen(client, provision).split("Wordings over time")[1]
    assert wordings.count("if it is a clause of this type") == 2


def test_a_sentence_that_was_turned_round_did_not_stand_before(client: Client) -> None:
    seen = _seen(client, _history(_WATCH.replace("may", "may not"), _WATCH, at_first=0.6))
    assert "the program is sure only of the words since 1 Feb 2026" in seen


def test_where_much_changed_the_sentence_that_states_it_is_told(client: Client) -> None:
    before, after = (
        "Be kind to all. Leave the keys here, and lock the gate.",
        "Be good! Take the keys, and go home then.",
    )
    seen = _seen(client, _history(f"{_WATCH} {before}", f"{_WATCH.replace('our own', 'all')} {after}", at_first=1.0))
    assert "Reworded; in the sentence that states it, “our own” became “all”" in seen
    assert "went or gave way" not in seen


def test_beside_an_edit_it_is_told_that_sentences_went(client: Client) -> None:
    leave = "The keeper of the house decides at her sole discretion who may come to the mill in winter."
    stays = f"{_DRAWER} {_MORE}"
    before, after = f"{stays} Be kind to all. {leave}", f"{stays} Be good! Take the keys, and go home then."
    seen = _seen(client, _history(f"{_WATCH} {before}", f"{_WATCH.replace('our own', 'all')} {after}", at_first=1.0))
    assert "“our own” became “all”; a sentence of it went or gave way to another" in seen


def test_where_the_present_words_may_not_state_it_no_day_is_told_since_which_they_do(client: Client) -> None:
    provision = _history(_DRAWER, f"{_WATCH} {_MORE}", at_first=0.6)
    later = make_version(provision.document, _MORE, at(2026, 3, 1))
    _, now = reword(provision, later, _MORE, severity="medium")
    Wording.objects.filter(pk=now.pk).update(confidence=0.5)
    seen = _seen(client, provision)
    assert "sure only of the words since" not in seen
    assert "when the words that state it came" not in seen


def test_where_the_type_is_unsure_throughout_that_is_told_once_and_what_changed_beside_it(client: Client) -> None:
    before = "We monitor some of what you do on Larkwell, with systems of others and our own."
    provision = _history(before, before.replace("some", "parts"), at_first=0.6, unsure=True)
    Wording.objects.update(confidence=0.6)
    seen = _seen(client, provision)
    assert "in words that may not state this, on" not in seen
    assert "Words of its passage changed: “monitor some of” became “monitor parts of”" in seen


def test_a_sentence_that_may_have_been_turned_is_not_told_as_added() -> None:
    stood = (
        "We may monitor what you do on Larkwell, as the wardens of the marsh and the keepers of its boats agreed among "
        "themselves in spring, from towers and from gardens, from our systems or those of the marsh, by day or by "
        "night, in fog or in sun, with owls or with larks, alone or in the company of whoever keeps the hall, the "
        "gate, the roof, the well and the road to Ostmark and back again."
    )
    came = "We may monitor what you do on Larkwell from our systems, and not from towers."
    before, after = (Wording(passage=Passage(text=text)) for text in (f"{stood} {_MORE}", f"{came} {_MORE}"))
    assert statement_that_came(before, after, "monitoring-rights", "") == ""
    new = Wording(passage=Passage(text=_DRAWER))
    assert statement_that_came(new, after, "monitoring-rights", "") == came.removesuffix(".")


def test_what_only_names_what_readers_send_is_not_told_as_what_came() -> None:
    names = 'You may send us feedback and suggestions about the mill (collectively, "Feedback").'
    uses = "We may use your Feedback for any purpose without any compensation or credit to you."
    before, after = (Wording(passage=Passage(text=text)) for text in (_DRAWER, f"{names} {uses}"))
    assert statement_that_came(before, after, "suggestions-grant", "") == uses.removesuffix(".")
    only_named = Wording(passage=Passage(text=names))
    assert statement_that_came(before, only_named, "suggestions-grant", "") == ""
