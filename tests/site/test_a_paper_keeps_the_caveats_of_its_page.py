"""A PDF says nothing that its page doesn't: each line stands with what it is about, and each caveat is there."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from django.test import Client
from django.utils import timezone

from conductatlas.changes import Segment, SegmentKind
from conductatlas.records.models import ProvisionState, Verdict
from conductatlas.site.presenters.cards import card_of
from conductatlas.site.presenters.papers import paper_of
from conductatlas.site.presenters.provision_notes import as_text
from conductatlas.site.presenters.provisions import present_provision
from conductatlas.site.rendering.shown_redline import shown_redline
from conductatlas.site.typesetting import set_paper
from tests.records_factory import World, at, make_change, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db
_SAME, _DELETED, _INSERTED = SegmentKind.SAME, SegmentKind.DELETED, SegmentKind.INSERTED
_GRAIN = "We may sell the grain that you bring to the mill to any baker of the valley."
_TOLL = "You must pay a toll of ten coins for each sack that you carry over our bridge."
_NIGHT = "You must not grind after dark."
_OPEN = "The mill stands in the north of the valley, and has two wheels of oak."


def _lines(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    return [" ".join(line.split()) for line in text.splitlines()]


def test_what_a_sentence_stood_under_is_a_line_above_it() -> None:
    document = make_document("Larkwell")
    make_version(
        document, f"# Rules\n\n{_OPEN}\n\n## 4. Grain\n\n{_GRAIN}\n\n## 9. Bridge\n\n{_OPEN}\n", at(2026, 1, 1)
    )
    second = make_version(document, f"# Rules\n\n{_OPEN}\n\n## 9. Bridge\n\n{_OPEN}\n\n{_TOLL}\n", at(2026, 2, 1))
    change = make_change(second, Verdict.SUBSTANTIVE)
    html = Client().get(f"/{change.permanent_id}").content.decode()
    assert re.findall('<p class="note">(Before, under.*?|Under.*?)</p>', html) == [
        "Before, under “4. Grain”, which went too",
        "Under “9. Bridge”",
    ]
    lines = _lines(Client().get(f"/{change.permanent_id}.pdf").content)
    for caption, sentence in (("Before, under “4. Grain”, which went too", _GRAIN), ("Under “9. Bridge”", _TOLL)):
        assert sentence.startswith(lines[lines.index(caption) + 1][:40])


def test_what_counts_as_neither_is_printed() -> None:
    document = make_document("Larkwell")
    make_version(document, f"# Rules\n\n{_OPEN}\n", at(2026, 1, 1))
    second = make_version(document, f"# Rules\n\n{_OPEN}\n\n{_NIGHT}\n", at(2026, 2, 1))
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", _NIGHT)
    lines = _lines(Client().get(f"/{change.permanent_id}.pdf").content)
    assert "Clauses that count as neither added nor removed" in lines
    assert "Words that came: Prohibited conduct" in lines


@pytest.mark.parametrize(
    ("quote", "lead_ins", "noted"),
    [
        ("To exercise these rights, write to the rookery.", (), "speak of rights that something above"),
        ("To exercise these rights, write to the rookery.", ("You may look at your letters:",), ""),
        ("You have a right to look at them. To exercise these rights, write to the rookery.", (), ""),
        ("We may keep letters for the above reasons after you leave.", (), "speak of reasons that something above"),
        ("We may keep letters for the purposes set out above.", (), "speak of purposes that something above"),
        ("We may keep letters for the above reasons.", ("To count birds:",), ""),
        ("These terms hold for guests of Larkwell.", (), ""),
        ("In summary: if you break a nest, you pay for it.", (), "call themselves a summary"),
        ("A summary of each year is sent to our guests.", (), ""),
    ],
)
def test_words_that_lean_on_others_are_noted(world: World, quote: str, lead_ins: tuple[str, ...], noted: str) -> None:
    page = replace(present_provision(world.training, 1, timezone.now()), quote=quote, lead_ins=lead_ins, marked=())
    notes = " ".join(as_text(note) for note in page.notes_on_words)
    assert noted in notes
    assert bool(noted) is any(one in notes for one in ("that something above them names", "call themselves a summary"))


def test_what_must_be_known_of_the_words_is_on_page_and_paper(client: Client, world: World) -> None:
    page = replace(
        present_provision(world.training, 1, timezone.now()),
        quote="- ships that carry our grain to the market;\n- and all that",
        lead_ins=(),
        hides_address=True,
    )
    notes = [as_text(note) for note in page.notes_on_words]
    assert [note.partition(" ")[0] for note in notes] == ["These", "The"]
    paper = paper_of(page)
    printed = " ".join(_lines(set_paper(paper.template, paper.values, paper.at)))
    assert all(note in printed for note in notes)
    assert "How other platforms handle this" in printed


def test_words_that_were_taken_out_are_not_said_to_be_removed(client: Client, world: World) -> None:
    world.training.state = ProvisionState.UNCLEAR
    world.training.save()
    assert "words gone, perhaps still said in other words" in " ".join(_lines(client.get("/CA-P-000001.pdf").content))
    assert "words gone, perhaps still said in other words" in " ".join(_lines(client.get("/CA-D-000001.pdf").content))


def test_what_is_probably_no_clause_of_its_type_has_no_grade_on_paper(client: Client, world: World) -> None:
    assert "Why it is graded so" in " ".join(_lines(client.get("/CA-P-000001.pdf").content))
    world.training.wordings.update(confidence=0.4)
    printed = " ".join(_lines(client.get("/CA-P-000001.pdf").content))
    assert "no grade: too unsure whether it is a clause of this type" in printed
    assert "Why it is not graded" in printed
    assert "high severity" not in printed.partition("Institutional analysis")[0]
    card = card_of(present_provision(world.training, 1, timezone.now()))
    assert (card.severity, len(card.marks)) == ("", 1)


def test_the_paper_of_a_document_tells_what_the_program_is_unsure_of(client: Client) -> None:
    document = make_document("Larkwell")
    version = make_version(document, f"# Rules\n\n{_GRAIN}\n\n{_TOLL}\n", at(2026, 1, 1))
    make_provision(version, "data-sale", _GRAIN)
    unsure = make_provision(version, "fees-and-billing", _TOLL)
    caveat = "Unsure: the program is unsure that the clause is of its type"
    for confidence, is_unsure in ((0.9, False), (0.6, True)):
        unsure.wordings.update(confidence=confidence)
        said = " ".join(_lines(client.get(f"/{document.permanent_id}.pdf").content))
        assert ("unsure, since" in said, caveat in said) == (is_unsure, is_unsure)
        assert (caveat in client.get(f"/{document.permanent_id}").content.decode()) == is_unsure
        assert "What its latest version states" in said


def test_words_that_were_struck_and_put_in_stand_apart() -> None:
    struck, put_in = Segment(_DELETED, "ten"), Segment(_INSERTED, "two")
    assert "".join(one.text for one in shown_redline((struck, put_in))) == "ten two"
    assert "".join(one.text for one in shown_redline((struck, Segment(_INSERTED, ", or two")))) == "ten, or two"
    assert "".join(one.text for one in shown_redline((Segment(_DELETED, "ten "), put_in))) == "ten two"
    assert [one.kind for one in shown_redline((struck, Segment(_SAME, "x"), put_in))] == [_DELETED, _SAME, _INSERTED]
    assert [*shown_redline((Segment(_DELETED, " • "), put_in))] == [Segment(_SAME, " "), put_in]
