"""A quote of a sentence keeps what places or excepts it; one that can’t be cut is quoted whole, as it is now."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.language.quotations import FEWEST_LEFT_OUT, Edit, announced, denies, quoted_around, turning
from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.redlines.redline import redline
from conductatlas.changes.sentences.edited_phrases import edited, pieces
from conductatlas.changes.sentences.said import said_in
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def test_outside_and_other_than_turn_what_stands_behind_them() -> None:
    assert turning(["barns", "outside", "the", "valley"]) == [1]
    assert turning(["uses", "other", "than", "grinding"]) == [1]
    assert turning(["the", "other", "barns,", "and", "rather", "old", "ones"]) == []
    assert not denies(["barns", "outside", "the", "valley"])


def test_a_sentence_too_long_to_be_shown_twice_is_quoted_whole_with_its_edits() -> None:
    where = "to our barns on the river, or to other barns outside the valley of the upper mill and the lower town"
    why = (
        "for the purposes that the second part of these rules names, such as to grind it, to weigh it, or to sell it on"
    )
    before = f"When you come to the gate of the mill, your corn may be carried {where}."
    after = (
        f"When you come to the gate of the mill, your corn is carried {where} {why} for the guild that owns the carts."
    )
    (phrase,) = _phrases(f"{_MILL}\n\n{before}", f"{_MILL}\n\n{after}")
    assert phrase.startswith(f"a reworded sentence now says “{after[:-1]}”")


def test_of_several_sentences_the_one_that_changed_is_quoted_where_all_are_too_long() -> None:
    miles = " and ".join(f"{number} crowns for mile {number}" for number in range(20))
    before = f"These tolls stand before all others: {miles}. Whoever brings corn (e.g. Rye) pays them at the gate."
    lantern = (
        "Whoever brings corn (e.g. Rye) by night, and has not asked the keeper for leave before, lends a lantern, and"
    )
    after = before.replace("stand before", "override").replace("Whoever brings corn (e.g. Rye)", lantern)
    change = SentenceChange("edited", "", "", before, after, redline(before, after))
    assert edited(change, 440) == f"a reworded sentence now says “{lantern} pays them at the gate”"


def test_a_long_lead_in_is_cut_where_its_clauses_end() -> None:
    lead = (
        "What is unfit for all guests of the mill may be taken from the barn of the guild and from other places of the "
        "town, such as its inns, its wells, its gates and its seven bridges, by the rules of the fair. This includes:"
    )
    items = f"{lead}\n\n- corn that is wet after a night in the rain\n- flour that has moths in it"
    came = "- bread that was baked for the horses of strangers"
    (phrase,) = _phrases(f"{_MILL}\n\n{items}", f"{_MILL}\n\n{items}\n{came}")
    assert phrase.startswith(
        "after “What is unfit for all guests of the mill may be taken from the barn of the guild and"
    )
    assert "by the rules of the fair. This includes”, it adds “bread" in phrase


def test_what_came_ahead_of_a_sentence_is_told_alone() -> None:
    ban = "For the avoidance of doubt, you may not sell a key of the gate to any other guild;"
    rest = "nor may you lend a cart to anybody who has not asked the keeper for leave before dawn."
    (phrase,) = _phrases(f"{_MILL}\n\n{rest}", f"{_MILL}\n\n{ban} {rest}")
    assert phrase == f"it adds “{ban[:-1]}”"


def test_the_number_of_a_section_ends_no_sentence_ahead_of_its_title() -> None:
    rule = "These rules hold for all who cross at the gate (as told in Section 4.4. (Keys of the gate) of these rules)."
    assert [one.text for one in said_in(read_markdown(f"{_MILL}\n\n{rule}"))] == [_MILL, rule]


def test_a_row_is_told_with_the_title_of_its_table() -> None:
    table = "## Bells\n\n| Bell | Rung |\n|---|---|\n| The great bell of the tower | at noon and at night |\n"
    row = "| The small bell of the lower gate by the weir | whenever a cart comes over the bridge |\n"
    (phrase,) = _phrases(f"# Rules\n\n{_MILL}\n\n{table}", f"# Rules\n\n{_MILL}\n\n{table}{row}")
    assert phrase.startswith("under “Bells”, it adds the row “The small bell")


def test_a_title_that_is_the_name_of_a_place_limits_what_stands_below() -> None:
    assert limits_scope("South Korea")
    assert limits_scope("9. United Kingdom and Switzerland")
    assert not limits_scope("The mills of Germany")


def test_who_acts_in_a_second_sentence_is_not_cut_off() -> None:
    first = "You may bring carts with whatever wheels they have to the yard of the mill while the gate is open."
    second = "By bringing them, you let the miller (a) open the covers, (b) look at the sacks, and (c) empty them."
    shown = f"{first} {second}".split()
    quote = pieces(shown, [Edit(2, 3), Edit(len(shown) - 2, len(shown))], FEWEST_LEFT_OUT)
    assert "By bringing them, you let the miller" in quote


def test_words_that_moved_to_the_item_beside_are_not_told_as_gone() -> None:
    limit = "where the first purpose is the amusement of guests and not the grinding of corn"
    lead = "# Yard\n\nWe keep out of the yard:\n\n"
    sold = "- Attempts to buy, sell, lend, trade, give away or ask for wheels and stones of any mill in the valley"
    old = f"{lead}{sold}, {limit}\n- Wheels with painted spokes when used for amusement of guests\n\n{_MILL}"
    new = f"{lead}{sold}\n- Wheels with painted spokes when the first purpose is amusement of guests and not grinding "
    new += f"of corn\n\n{_MILL}"
    assert not [one for one in _phrases(old, new) if "no longer says" in one]


def test_a_quote_is_not_cut_behind_an_abbreviation() -> None:
    quarrels = (
        "All quarrels on these Rules or on the Ferry, with those on what other guests bring aboard of it by night,"
    )
    heard = f"{quarrels} will be heard only in the U.S. Court of the Northern Marsh or in that of the town."
    shown = heard.split()
    assert quoted_around(shown, Edit(0, len(shown))).endswith("only in the U.S. Court …")
    clause = f"{quarrels} as we hear of them from keepers of the U.S. ferries or of others who cross by the lower ford."
    assert "U.S …" not in quoted_around(shown := clause.split(), Edit(6, len(shown)))


def test_of_a_long_lead_in_the_last_sentence_is_quoted_where_it_turns_its_items() -> None:
    begins = (
        "We want everybody to come to the fair and to bring what they made over the winter, but not on the backs of"
    )
    long = f"{begins} others or of the town. You therefore agree not to do at the fair what is named below:"
    assert announced(long) == "You therefore agree not to do at the fair what is named below"
    assert announced("You may not, at the fair. Among other things:").startswith("You may not")
