"""Words that a page quotes from a wording are shown without markup, and never cut within a word."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Segment, SegmentKind, beginning
from conductatlas.records.models import ItemKind, Verdict
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

_MARKED = """**Similarity of content.** Write to [members\\_en@larkwell.example](mailto:x@larkwell.example).

| Who stores | What |
| --- | --- |
| [](#a)Larkwell | _all_ of it |"""


@pytest.mark.django_db
def test_an_earlier_wording_is_shown_as_read(client: Client) -> None:
    document = make_document("Larkwell")
    first = make_version(document, _MARKED, at(2026, 1, 1))
    provision = make_provision(first, "data-sale", _MARKED)
    version = make_version(document, "We sell nothing.", at(2026, 2, 1))
    before, after = reword(provision, version, "We sell nothing.", severity="low")
    make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    page = client.get(f"/{provision.permanent_id}").content.decode()
    *_, shown = re.findall(r"<summary>Its words</summary><p class=\"redline\">(.*?)</p>", page, re.DOTALL)
    words = html.unescape(shown)
    assert words.split("\n\n")[0] == "Similarity of content. Write to members_en@larkwell.example."
    assert words.split("\n\n")[1] == "Who stores | What\nLarkwell | all of it"


@given(words=st.lists(st.text("abc", min_size=1, max_size=9), min_size=2, max_size=30), most=st.integers(9, 60))
def test_a_redline_is_cut_where_a_word_ends(words: list[str], most: int) -> None:
    text = " ".join(words)
    shown = "".join(one.text for one in beginning([Segment(SegmentKind.SAME, text)], most))
    if len(text) <= most:
        assert shown == text
    else:
        kept = shown.removesuffix(" […]")
        assert text.startswith(kept)
        assert text[len(kept)] == " "


def test_what_has_no_end_of_a_word_is_cut_where_it_must_be() -> None:
    shown = list(beginning([Segment(SegmentKind.INSERTED, "x" * 90)], 40))
    assert [one.text for one in shown] == ["x" * 40, " [… with more that was inserted]"]
    assert [one.text for one in beginning([Segment(SegmentKind.SAME, "a b")], 0)] == ["", " […]"]


def test_what_is_left_out_of_a_redline_does_not_seem_to_have_stayed() -> None:
    went, came = "Each sailor waives the hearing. ", "All sailors waive the hearing and the vote."
    kept = Segment(SegmentKind.SAME, "The harbour of Larkwell is open to whoever comes. ")
    segments = [kept, Segment(SegmentKind.DELETED, went), Segment(SegmentKind.INSERTED, came)]

    def end(most: int, of: list[Segment] = segments) -> str:
        return list(beginning(of, most))[-1].text

    assert end(70) == " [… with more that was inserted and deleted]"
    assert end(100) == " [… with more that was inserted]"
    assert end(1000) == came
    assert end(90, [*segments[:2], kept]) == " […]"


@pytest.mark.django_db
def test_a_clause_that_is_graded_otherwise_says_what_its_type_is(client: Client) -> None:
    version = make_version(make_document("Larkwell"), "We never sell data.", at(2026, 1, 1))
    usual = make_provision(version, "data-sale", "We sell data.")
    other = make_provision(version, "data-sale", "We never sell data.", severity="none", stance="protective")
    leads = [
        re.findall(r'<p class="lead">(.*?)</p>', client.get(f"/{one.permanent_id}").content.decode())[0]
        for one in (usual, other)
    ]
    assert leads[0].startswith("What clauses of this type are usually about: ")
    assert leads[1] == (f"{leads[0]} In the catalogue such clauses start as adverse; this one is graded protective.")


@pytest.mark.django_db
def test_where_it_comes_from_leads_to_the_document(client: Client) -> None:
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, "We sell data.", at(2026, 1, 1)), "data-sale", "We sell data.")
    page = client.get(f"/{provision.permanent_id}").content.decode()
    comes_from, *_ = re.findall(r'<dl class="provenance">.*?</dl>', page, re.DOTALL)
    assert f'href="/{document.permanent_id}"' in comes_from


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("in which case the content is kept for no longer than we need it.", True),
        ("The content is kept for no longer than we need it.", False),
        ("trial periods. During a trial we may end the service at any time.", False),
    ],
)
def test_that_words_begin_within_a_sentence_is_told(client: Client, words: str, within: bool) -> None:
    version = make_version(make_document("Larkwell"), words, at(2026, 1, 1))
    provision = make_provision(version, "retention-period", words)
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert ("These words begin within a sentence" in page) is within


@pytest.mark.django_db
def test_a_way_out_is_told_with_its_sentence_where_it_leads_out(client: Client) -> None:
    words = (
        "You can [opt out](https://larkwell.example/out) of ads. Read [all](https://larkwell.example/all), and opt out "
        "in the settings, or see [more](https://larkwell.example/more)."
    )
    version = make_version(make_document("Larkwell"), words, at(2026, 1, 1))
    facts = [
        {
            "kind": "opt-out",
            "value": value,
            "unit": "channel",
            "start": words.index(value),
            "end": words.index(value) + len(value),
        }
        for value in ("https://larkwell.example/out", "https://larkwell.example/all", "settings")
    ]
    provision = make_provision(version, "objection-opt-out-right", words, facts=facts)
    (told,) = client.get(f"/{provision.permanent_id}.json").json()["facts"]
    assert (told["value"], told["quote"]) == (facts[0]["value"], "You can opt out of ads.")
