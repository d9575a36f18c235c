"""On a record the sentences are marked by which the type is found: on the page, in its JSON and on paper."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from conductatlas.records.models import Provision, Wording
from conductatlas.site.presenters.papers import paper_of
from conductatlas.site.presenters.provisions import present_provision
from conductatlas.site.rendering.blocks import render_passage
from tests.records_factory import World, at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_SENTENCE = "Your continued use of the Services after the change means that you accept the modified Terms."
_PASSAGE = (
    f"Larkwell can add charts to the service. {_SENTENCE} Charts are drawn in two colours. "
    "The harbour office is open on weekdays. Its keeper takes down the names of the boats that come in, and of "
    "those that leave, in a book that lies on the desk."
)


@pytest.fixture
def record() -> Provision:
    document = make_document("Larkwell")
    version = make_version(document, f"# Terms\n\n{_PASSAGE}\n", at(2026, 1, 10))
    return make_provision(version, "acceptance-by-use", _PASSAGE)


def test_the_sentence_is_marked_on_the_page_in_json_and_on_paper(client: Client, record: Provision) -> None:
    page = client.get(f"/{record.permanent_id}").content.decode()
    assert f"<mark>{_SENTENCE}</mark>" in page
    assert "only one speaks for this type by itself, as marked" in page
    data = client.get(f"/{record.permanent_id}.json").json()
    assert [data["quote"][one["start"] : one["end"]] for one in data["marked"]] == [_SENTENCE]
    loaded = Provision.objects.select_related("document__platform", "document__collection", "first_version").get()
    paper = paper_of(present_provision(loaded, 1, timezone.now()))
    runs = paper.values["clause"][0]["runs"]
    assert [run["text"] for run in runs if run["marked"]] == [_SENTENCE]
    assert "".join(run["text"] for run in runs) == _PASSAGE


def test_nothing_is_marked_where_the_finding_is_unsure(client: Client, record: Provision) -> None:
    Wording.objects.update(confidence=0.61)
    assert "<mark>" not in client.get(f"/{record.permanent_id}").content.decode()
    assert client.get(f"/{record.permanent_id}.json").json()["marked"] == []


def test_a_short_clause_is_shown_without_marks(client: Client, world: World) -> None:
    page = client.get(f"/{world.training.permanent_id}").content.decode()
    assert "<mark>" not in page
    assert "Marked: " not in page


def _drawn(passage: str, *marked: str) -> str:
    slices = [(passage.index(one), passage.index(one) + len(one)) for one in marked]
    return "".join(block.html for block in render_passage(passage, slices))


def test_marks_and_other_elements_never_overlap() -> None:
    passage = "**One. Two [three. Four](https://a.example/b) five.** Six & seven."
    assert _drawn(passage, "Two [three.", "Six & seven.") == (
        '<strong>One. <mark>Two </mark><a href="https://a.example/b" rel="nofollow noopener"><mark>three.</mark> '
        "Four</a> five.</strong> <mark>Six &amp; seven.</mark>"
    )
    assert _drawn("One. Two.\n\nThree. Four.", "One.", "Three.") == "<mark>One.</mark> Two.<mark>Three.</mark> Four."
    assert _drawn("*   One **two** three. Four.", "*   One **two** three.") == (
        "<mark>One <strong>two</strong> three.</mark> Four."
    )


def test_the_cells_of_a_row_are_marked_each_by_itself() -> None:
    drawn = _drawn("| A | B |\n| --- | --- |\n| c | d e |\n| f | g |", "| c | d e |")
    assert "<td><mark>c</mark></td><td><mark>d e</mark></td>" in drawn
    assert drawn.count("<mark>") == 2


def test_what_a_text_brings_along_of_signs_and_elements_is_never_a_mark() -> None:
    assert _drawn("\ue0f0One.\ue0f1 Two <mark>three</mark>.", "Two") == "One. Two three."


def test_a_short_sentence_that_is_marked_stands_at_the_top_of_what_it_is(client: Client, record: Provision) -> None:
    written = client.get(f"/{record.permanent_id}.json").json()["analysis"]["assessment"]
    assert written["what"][0] == f"It says, among other things: “{_SENTENCE.rstrip('.')}”."


def test_one_that_goes_on_with_another_is_quoted_with_it(client: Client) -> None:
    sentence = f"However, {_SENTENCE[:1].lower()}{_SENTENCE[1:]}"
    passage = _PASSAGE.replace(_SENTENCE, sentence)
    version = make_version(make_document("Larkwell"), f"# Terms\n\n{passage}\n", at(2026, 1, 10))
    record = make_provision(version, "acceptance-by-use", passage)
    data = client.get(f"/{record.permanent_id}.json").json()
    assert [data["quote"][one["start"] : one["end"]] for one in data["marked"]] == [sentence]
    assert data["analysis"]["assessment"]["what"][0] == (
        f"It says, among other things: “Larkwell can add charts to the service. {sentence.rstrip('.')}”."
    )


def test_what_is_told_of_all_such_clauses_stands_apart_and_says_so(client: Client, record: Provision) -> None:
    page = client.get(f"/{record.permanent_id}").content.decode()
    bound = page.index("Clauses of this type in general")
    assert page.index("What it is") < bound < page.index("the words above may be narrower or milder")
    for heading in ("Why such clauses matter", "What they can do", "What one can do about them"):
        assert page.index(heading) > bound


def test_short_items_are_counted_as_others_are(client: Client) -> None:
    passage = "\n".join(
        (
            "Of each boat we keep:",
            "- Device signals",
            "- Cookies",
            "- The precise location of your device, which we collect by GPS while you use the app",
            "- Our locks. We note how each of our locks performs",
            "- The names of all boats that lie in the harbour on the first day of a month",
            "- What the keeper of the lock notes down about ropes, anchors and buoys",
        )
    )
    version = make_version(make_document("Larkwell"), f"# Terms\n\n{passage}\n", at(2026, 1, 10))
    provision = make_provision(version, "location-tracking", passage)
    assert (
        "of the sentences and items of this passage only one speaks"
        in client.get(f"/{provision.permanent_id}").content.decode()
    )


def test_what_is_told_of_a_short_clause_is_not_called_what_it_is(client: Client, record: Provision) -> None:
    long_one = client.get(f"/{record.permanent_id}").content.decode()
    assert '<h2 id="what-it-is">What it is</h2>' in long_one
    words = "Neither party is liable for storms, other than for its payment obligations, by these words."
    version = make_version(make_document("Corvid Mail"), f"# Terms\n\n{words}\n", at(2026, 1, 10))
    short = client.get(f"/{make_provision(version, 'force-majeure', words).permanent_id}").content.decode()
    assert '<h2 id="what-it-is">What to note in it</h2>' in short
    assert "From “What to note in it” to here" in short
