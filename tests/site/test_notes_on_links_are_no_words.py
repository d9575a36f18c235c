"""'here (opens in a new tab)': what a link's label says to those who listen is no word of a clause."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import SegmentKind
from conductatlas.reading import without_link_notes
from conductatlas.records.models import ItemKind, Verdict
from conductatlas.site.presenters.redlines import differ_in_markup_only, redline_of_passages
from conductatlas.site.rendering.inline import render_inline
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

_PLAIN = "You pay as it says [here](https://larkwell.example/pay)."
_NOTED = "You pay as it says [here(opens in new tab)](https://larkwell.example/pay)."


@pytest.mark.parametrize(
    "note",
    [
        *("(opens in new tab)", " (opens in a new window)", "(new window)", "\u2060(opens in a new window)"),
        *(" (external link)", " (Link opens in new window)", "(opens email client)"),
        *(" (öffnet in neuem Fenster)", " (s’ouvre dans un nouvel onglet)"),
        *(" (opens an external site)", " (OPENS IN NEW PAGE)", " (new tab)"),
        *(" (wird in einem neuen Fenster geöffnet)", " (öffnet in neuem Tab)", " (s'ouvre dans une nouvelle fenêtre)"),
    ],
)
def test_a_parenthesis_at_the_end_of_a_label_is_left_out(note: str) -> None:
    assert without_link_notes(_PLAIN.replace("here", f"here{note}")) == _PLAIN
    assert without_link_notes(f"See [**here**{note}](https://larkwell.example).").startswith("See [**here**](")


@pytest.mark.parametrize(
    "text",
    [
        "The help page (opens in a new tab) tells more.",
        "[The window (opens in spring)](https://larkwell.example)",
        "[(opens in a new tab) here](https://larkwell.example)",
        "[Learn more](https://larkwell.example)",
    ],
)
def test_what_the_text_itself_says_stays(text: str) -> None:
    assert without_link_notes(text) == text


@given(st.text())
def test_nothing_else_is_lost(text: str) -> None:
    assert without_link_notes(text) == text or "](" in text


def test_redlines_and_quotations_are_without_them() -> None:
    assert differ_in_markup_only(_PLAIN, _NOTED)
    assert not differ_in_markup_only(_PLAIN, _PLAIN)
    assert all(one.kind is SegmentKind.SAME for one in redline_of_passages(_PLAIN, _NOTED))
    assert "opens" not in render_inline(_NOTED)
    assert ">here</a>" in render_inline(_NOTED)


@pytest.mark.django_db
def test_a_wording_with_other_notes_is_not_what_changed_last(client: Client) -> None:
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, _PLAIN, at(2026, 1, 1)), "price-changes", _PLAIN)
    version = make_version(document, _NOTED, at(2026, 5, 1))
    before, after = reword(provision, version, _NOTED, severity="medium")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert told["last_event"] is None
    assert [one["told"] for one in told["events"]] == ["the same words, marked up otherwise"]
    assert told["quote"] == _NOTED, "the recorded words stay what they are"
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "No change of its words on record since it was first seen" in page
    assert "opens in new tab" not in page
