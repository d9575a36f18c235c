"""Of a sentence that only lost words it is told which, and where; what stood in it before is not told as what came."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.language.withdrawing import declares_withdrawn, new_note_of_withdrawal
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.reading import read_markdown

_AROUND = "# Corvid Mail\n\nLetters go in spring, parcels in autumn.\n\n{}\n\nThe office is shut on Mondays.\n"
_LIMIT = (
    "You and Corvid Mail agree that you must begin any action about a parcel that was lost within {}two (2) years of "
    "the day of the event that gave rise to a dispute that is arising out of or related to these Terms or the Coach."
)
_OTHERS = (
    "This includes others whom you give a message about yourself as a part of a feature of Corvid Mail, for example, "
    "what you hand to the stamp maker when you use the {}Penny Box within Corvid Mail{}, and the keeper of its doors."
)
_ROW = "| {} | 24 hours | Counting of letters |\n"
_TABLE = f"| Cookie | Kept for | Used for |\n|---|---|---|\n{_ROW.format('Feather')}"


def _changes(old: str, new: str) -> SentenceChanges:
    before, after = (read_markdown(_AROUND.format(text)) for text in (old, new))
    return sentence_changes(before, after, 8, ungraded)


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(_changes(old, new))


def test_a_word_that_was_struck_is_shown_where_it_stood() -> None:
    (phrase,) = _phrases(_LIMIT.format("one "), _LIMIT.format(""))
    was, becomes, says = phrase.partition("” becomes “")
    assert becomes
    assert "within one two (2) years" in was
    assert "within two (2) years" in says


def test_all_that_was_cut_from_a_sentence_is_named() -> None:
    live = ", or what you hand to the owls of the night as a part of Corvid Songs"
    (phrase,) = _phrases(_OTHERS.format("Letter Club or ", live), _OTHERS.format("", ""))
    songs = "or what you hand to the owls of the night as a part of Corvid Songs"
    told = f"it no longer says “Letter Club or” and “{songs}” in “{_OTHERS.format('', '').rstrip('.')}”"
    assert phrase.endswith(told)


def test_a_name_that_a_list_lost_is_told_before_and_now() -> None:
    rule = (
        "When you pin a notice (including a letter, a card, {}) to an open board of Corvid Mail, every visitor of the "
        "hall will be able to read that notice, the name that is written below the notice, and the day and the hour at "
        "which you pinned the notice there for the first time."
    )
    (phrase,) = _phrases(rule.format("song sheet, or banner"), rule.format("or song sheet"))
    was, becomes, says = phrase.partition("” becomes “")
    assert becomes
    assert "song sheet, or banner) to an open board" in was
    assert "or song sheet) to an open board" in says
    assert len(phrase) < 300


def test_an_item_that_a_list_lost_is_named_whole() -> None:
    rule = (
        "To learn how letters are sorted by the keepers of the hall, and to teach it to those who will keep it after "
        "them, we count and weigh what you bring. Please note that we do not read your letters when you have Corvid "
        "Mail {}Large or the key of the yard. If you hang a letter on the open board of the hall, the keepers may read "
        "it there as any visitor may, and so may those who come after them."
    )
    (phrase,) = _phrases(rule.format("Middle, Corvid Mail "), rule.format(""))
    assert phrase.endswith("(“Corvid Mail Middle” is struck)")


def test_names_that_several_cuts_took_are_told_before_and_now() -> None:
    rule = "Larkwell{} Corvid Mail House{} keep the rule of the open door and of the seal for letters{}."
    leave = ", and Larkwell and Rookham have the leave of the council to carry them over the hills in winter and back"
    (phrase,) = _phrases(rule.format(", the", ", and Rookham", leave), rule.format(" and the", "", ""))
    assert phrase.startswith("“Larkwell, the Corvid Mail House, and Rookham keep the rule")
    assert phrase.endswith(
        "becomes “Larkwell and the Corvid Mail House keep the rule of the open door and of the seal for letters”"
    )


def test_the_sentences_of_a_long_row_are_told_that_one_edit_touched() -> None:
    told = "You may have to name a watchword, depending on whether you sign with a seal, a thumb{} "
    mail = ", or a bell number. If your box has no watchword, we may send you a bell or a card to know you by."
    row = (
        "| Box | What we ask |\n|---|---|\n"
        "| _ Opening a box | Nobody needs a box to read the boards of Corvid Mail in the hall or in the "
        "yard. Every box has a name, which you choose or which was drawn by lot, and it need not be like your own, nor "
        "like one that you had at another office. {}When you use Corvid Mail, you may give us other things, and we may "
        "ask you which songs you like in the morning and which in the evening, so that we can build a shelf for you at "
        "the end of the hall and fill it with what was sung there before. |\n"
    )
    (phrase,) = _phrases(row.format(told.format(".")), row.format(told.format(mail)))
    assert phrase.startswith("in the row “Opening a box”, reworded sentences now say “You may have to name a watchword")
    assert phrase.endswith("card to know you by”")


def test_two_rows_that_came_are_both_named() -> None:
    more = f"{_TABLE}{_ROW.format('Larkwell Quill')}{_ROW.format('Larkwell Inkpot')}"
    (phrase,) = _phrases(_TABLE, more)
    rows = "“Larkwell Quill | 24 hours | Counting of letters” and “Larkwell Inkpot | 24 hours | Counting of letters”"
    assert phrase == f"it adds the rows {rows}"
    assert _phrases(more, _TABLE)[0].startswith("it no longer has the rows “Larkwell Quill |")
    three = f"{more}{_ROW.format('Larkwell Blotter')}"
    assert _phrases(_TABLE, three)[0].endswith(", one of 3 rows that came")


@pytest.mark.parametrize(
    ("note", "leads"),
    [
        ("Note: This policy is deprecated.", True),
        ("These rules no longer apply.", True),
        ("This page has been replaced by the Larkwell Rules.", True),
        ("These rules no longer apply if you move away.", False),
        ("This policy is about parcels that are withdrawn.", False),
    ],
)
def test_a_new_note_that_a_text_holds_no_more_leads(note: str, leads: bool) -> None:
    rule = "Corvid Mail prohibits parcels that hold glass, or that come from a land without a post office."
    phrases = _phrases(f"{rule}\n\nNobody may send letters to the lower marsh at night.", note)
    assert ("it adds “" in phrases[0]) is leads
    assert declares_withdrawn(note) is leads


def test_where_one_item_gave_way_to_another_both_are_quoted() -> None:
    praise = "Praise of a banned club is any of these:\n\n{}\n\n- Singing the song of the club at its gates.\n"
    was = "- Siding in thought with a banned club or its feast."
    now = "- A wish in words, however mild, that you might once be held for the maker of a loud night."
    changes = _changes(praise.format(was), praise.format(now))
    assert (changes.came, changes.went, changes.edited) == (1, 1, 0)
    (phrase,) = foremost(replace(changes, foremost=()))
    above = "after “Praise of a banned club is any of these”, "
    assert phrase == f"{above}“{was[2:-1]}” becomes “{now[2:-1]}”"


def test_a_new_note_that_a_text_holds_no_more_is_found_for_the_reasons() -> None:
    old, new = (read_markdown(_AROUND.format(text)) for text in ("Parcels are weighed.", "This policy is deprecated."))
    assert new_note_of_withdrawal(old, new) == "This policy is deprecated"
    assert new_note_of_withdrawal(new, new) == ""
