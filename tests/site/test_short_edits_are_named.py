"""Where little came into a passage or went from it, a page quotes it."""

from __future__ import annotations

import pytest

from conductatlas.site.presenters.named_edits import named_edit

_PLAIN = "A limited number of our keepers may read your notes. You are solely liable for your songs, in any house."


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (_PLAIN.replace("A limited number of our", "Our"), "“A limited number of” was removed"),
        (_PLAIN.replace("solely ", ""), "“are solely liable” became “are liable”"),
        (_PLAIN.replace("may read", "will read"), "“keepers may read” became “keepers will read”"),
        (f"{_PLAIN} We keep them.", "“We keep them” was added"),
        (f"{_PLAIN} {'We keep them here, ' * 12}then. We keep none.", "two sentences were added"),
        (f"(c) {_PLAIN}", ""),
        (
            _PLAIN.replace("your notes", "your notes and old letters").replace("songs,", "songs and any dances,"),
            "“and old letters” and “and any dances” were added",
        ),
        (f"{_PLAIN}\n\n18", "“18” was added"),
        (_PLAIN.replace(",", ";"), ""),
        ("Whoever hears the song of a lark at noon shall write it down on paper and tell nobody of it.", ""),
    ],
)
def test_a_short_edit_is_quoted(after: str, told: str) -> None:
    assert named_edit(_PLAIN, after) == told


def test_a_bracket_is_quoted_with_its_fellow() -> None:
    before = 'They may use the quiet version ("Nest") here.'
    assert named_edit(before, before.replace(' ("Nest")', "")) == '“version ("Nest") here” became “version here”'


def test_words_that_only_stand_elsewhere_now_neither_came_nor_went() -> None:
    assert named_edit("At noon we sing the song.", "We sing the song at noon.") == ""


def test_the_rest_of_a_sentence_whose_line_was_broken_is_no_sentence() -> None:
    cut = "You can write letters in Corvid Mail. You can delete"
    rest = "your letters in the settings while you are logged in to your"
    assert named_edit(cut, f"{cut}\n\n{rest}") == f"“{rest}” was added"
    longer = " ".join([rest, *["account, or by any other of the many ways that are named below here"] * 2])
    assert named_edit(cut, f"{cut}\n\n{longer}") == "words were added"


def test_the_number_of_a_section_is_no_word_that_another_became() -> None:
    assert named_edit("Larks sing at noon.", "G.1. Larks sing at noon.") == ""
    assert named_edit("We keep it.\n\nThe larks sing.", "We keep it.\n\nE.2. The larks sing.") == ""
    assert named_edit("We keep it. The larks sing.", "We keep it. E.2. The larks sing.") == ""
    assert named_edit("We sing. YOU MUST LISTEN.", "We sing. 8.1.5 YOU MUST LISTEN.") == ""
    assert named_edit("13.3 Larks sing at noon.", "14.3 Larks sing at noon.") == ""
    assert named_edit("Larks (v) sing and (vi) dance.", "Larks (vii) sing and (viii) dance.") == ""


def test_what_a_line_break_parts_became_nothing_that_stands_behind_it() -> None:
    before = "Read our song policies:\n\nLark Song Policy"
    assert "became “our Lark" not in named_edit(before, "Read our Lark Song Policy")


def test_a_name_is_not_cut_ahead_of_an_edit() -> None:
    before = "This is subject to the Great Lark Maker from Meadow Terms and the rules of the mill."
    told = named_edit(before, before.replace(" from Meadow", ""))
    assert told == "“Great Lark Maker from Meadow Terms” became “Great Lark Maker Terms”"
