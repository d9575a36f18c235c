"""Other numbers of notes and sections, and another day of the version, reword no clause."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, ChangeKind, Followed, Meaning, Pair, meanings
from conductatlas.changes.following.standing import standing
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_NOTICE = (
    "We may change this policy at any time. We will tell you by mail before a change that matters takes effect."
    " This policy was last modified {}."
)
_LICENCE = (
    "Unless Section {} (Transfer) says otherwise, you grant Larkwell a licence to host, copy and show what you store in"
    " the mill, as far as the service needs it."
)
_SECTIONS = "\n\n## {}. Transfer\n\nLarkwell may transfer this contract to a mill of its own group of companies.\n"
_ERASURE = "You have the right to ask us to delete your personal data[{}]. We delete your account within thirty days."


def _told(clause_type: str, before: str, after: str, old: str = "", new: str = "") -> list[Meaning]:
    documents = read_markdown(f"# Terms\n\n{before}{old}\n"), read_markdown(f"# Terms\n\n{after}{new}\n")
    finder = default_finder()
    ends = []
    for document, quote in zip(documents, (before, after), strict=True):
        first, last = document.places(quote)[0]
        spans = ((document.blocks[first].start, document.blocks[last].end),)
        ends.append(finder.finding(document, clause_type, first, last, spans, (0.95,)))
    one = Followed(1, clause_type, ChangeKind.REWORDED, standing(1, ends[0]), ends[1])
    return [means for _, means in meanings(load_catalogue(), Bearing(finder), [one], Pair(*documents))]


@pytest.mark.parametrize("clause_type", ["unilateral-terms-change", "terms-change-notice"])
def test_another_day_of_the_version_rewords_no_clause(clause_type: str) -> None:
    assert not _told(clause_type, _NOTICE.format("3 May 2026"), _NOTICE.format("9 July 2026"))


def test_a_section_under_another_number_rewords_no_clause() -> None:
    before, after = _LICENCE.format(4), _LICENCE.format(7)
    assert not _told("content-licence", before, after, _SECTIONS.format(4), _SECTIONS.format(7))


def test_a_reference_to_another_section_is_told() -> None:
    before, after = _LICENCE.format(4), _LICENCE.format(7)
    assert _told("content-licence", before, after, _SECTIONS.format(4), _SECTIONS.format(4))


def test_notes_under_other_numbers_reword_no_clause() -> None:
    assert not _told("deletion-right", _ERASURE.format(69), _ERASURE.format(71))


def test_the_label_of_the_next_note_is_no_word_of_a_passage() -> None:
    before, after = f"{_ERASURE.format(69)}\n\n72", _ERASURE.format(71)
    assert not _told("deletion-right", before, after)


def test_another_time_is_told() -> None:
    before = _ERASURE.format(69)
    assert _told("deletion-right", before, before.replace("69", "71").replace("thirty", "ninety"))


def test_a_spelling_in_a_sentence_about_something_else_rewords_no_clause() -> None:
    law = "These terms are governed by the laws of Ireland, without regard to its conflict of law rules."
    passage = f"{law} We never sell your personal data to anybody."
    assert not _told("no-sale-commitment", passage, passage.replace("the laws", "the law"))
    assert _told("governing-law", passage, passage.replace("the laws", "the law"))
