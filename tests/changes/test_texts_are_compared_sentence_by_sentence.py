"""The sentences in which two texts differ are told whole, wherever they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import SegmentKind, SentenceChange, SentenceChanges, sentence_changes
from conductatlas.changes.sentences.sentences_apart import lines_alone, may_be_alone, said_with
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley. It is closed on Sundays."
_FEES = "You must pay the miller within thirty days. We may keep a tenth of the flour."
_SACKS = "You may bring your own sacks. We do not lend ours to anybody."
_BRIDGE = "Nobody may cross the bridge with more than two carts."


def _compared(old: str, new: str, most: int = 8) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), most, lambda sentence, heading, lead_in: 0)


def _words(one: SentenceChange, kind: SegmentKind) -> str:
    return " ".join(segment.text.strip() for segment in one.segments if segment.kind is kind)


def test_what_came_and_what_went_is_told_whole_under_its_heading() -> None:
    found = _compared(f"# Mill\n\n{_MILL}\n\n## Sacks\n\n{_SACKS}", f"# Mill\n\n{_MILL}\n\n## Bridge\n\n{_BRIDGE}")
    assert [(one.how, one.under) for one in found.told] == [("went", "Sacks"), ("went", "Sacks"), ("came", "Bridge")]
    assert _words(found.told[-1], SegmentKind.INSERTED) == _BRIDGE
    assert (found.came, found.went, found.edited) == (1, 2, 0)


def test_an_edited_sentence_is_told_as_edited() -> None:
    found = _compared(f"{_MILL}\n\n{_FEES}", f"{_MILL}\n\n{_FEES.replace('thirty', 'ten')}")
    (one,) = found.told
    assert one.how == "edited"
    assert (_words(one, SegmentKind.DELETED), _words(one, SegmentKind.INSERTED)) == ("thirty", "ten")


def test_a_sentence_that_lost_its_condition_is_the_same_edited() -> None:
    short = "We lend sacks to people of the valley"
    found = _compared(f"{short} who came last year and paid.", f"{short}.")
    assert [one.how for one in found.told] == ["edited"]


def test_what_moved_or_was_divided_otherwise_is_not_told() -> None:
    together = f"# Mill\n\n{_MILL} {_FEES}\n\n{_BRIDGE}"
    apart = f"# Mill\n\n{_BRIDGE}\n\n## Fees\n\n{_FEES}\n\n{_MILL}"
    assert _compared(together, apart).told == ()


def test_what_changed_to_the_letter_only_is_not_told() -> None:
    assert (
        _compared("Write to us at mill@birch.example if you must.", "Write to us at mill@elm.example if you must.").told
        == ()
    )


def test_a_copy_that_was_dropped_is_counted_and_not_told() -> None:
    copy = _FEES.replace("miller", "miller himself")
    found = _compared(f"# New\n\n{_MILL}\n\n{_FEES}\n\n# Old\n\n{_MILL}\n\n{copy}", f"# New\n\n{_MILL}\n\n{_FEES}")
    assert (found.told, found.went, found.more) == ((), 0, 0)
    assert found.fewer == 4


def test_an_item_is_told_with_what_leads_into_it() -> None:
    old = f"{_MILL}\n\nYou must not bring:\n\n- wet corn\n"
    found = _compared(old, f"{old}- stones or sand\n")
    assert [(one.how, one.lead_in) for one in found.told] == [("came", "You must not bring:")]


def test_rows_of_a_table_are_compared_as_rows() -> None:
    head = "| what | how long |\n| --- | --- |\n| names of all customers | two years |\n"
    found = _compared(f"{_MILL}\n\n{head}", f"{_MILL}\n\n{head}| weights of all sacks | ten years |\n")
    assert [(one.how, _words(one, SegmentKind.INSERTED)) for one in found.told] == [
        ("came", "weights of all sacks | ten years")
    ]


def test_of_many_sentences_those_that_say_most_are_told() -> None:
    trifles = " ".join(f"The {colour} door is nice to look at." for colour in ("red", "blue", "green", "white"))
    found = _compared(_MILL, f"{_MILL}\n\n{trifles} {_FEES}", most=2)
    assert [_words(one, SegmentKind.INSERTED) for one in found.told] == _FEES.replace(". We", ".|We").split("|")
    assert found.came == 6


def test_what_is_graver_comes_first() -> None:
    graded = sentence_changes(
        read_markdown(_MILL),
        read_markdown(f"{_MILL}\n\n{_FEES}\n\n{_SACKS}"),
        1,
        lambda one, _, __: 3 * ("lend" in one),
    )
    assert [_words(one, SegmentKind.INSERTED) for one in graded.told] == ["We do not lend ours to anybody."]


def test_what_came_in_two_places_is_told_once_before_other_things() -> None:
    twice = f"{_FEES.split('. ')[0]}.\n\n{_FEES.split('. ')[0].replace('the miller', 'our miller')}."
    found = _compared(_MILL, f"{_MILL}\n\n{twice}\n\n{_BRIDGE}", most=2)
    assert [_words(one, SegmentKind.INSERTED) for one in found.told][-1] == _BRIDGE


def test_of_a_passage_only_what_came_or_went_whole_is_alone() -> None:
    found = _compared(_MILL, f"{_MILL}\n\n{_FEES}")
    assert found.alone_in(f"{_MILL} We may keep a tenth of the flour.") == ("We may keep a tenth of the flour.",)


def test_which_sentences_of_a_passage_may_be_alone_is_known_from_its_lines() -> None:
    old, new = read_markdown(f"{_MILL}\n\n{_SACKS}"), read_markdown(f"{_SACKS}\n\n{_MILL}\n\n{_FEES}")
    assert may_be_alone(old, new, f"{_MILL} {_SACKS}") == ()
    assert (
        may_be_alone(old, new, _FEES) == may_be_alone(new, old, _FEES) == said_with(_FEES, lines_alone(old, new) or ())
    )


def test_an_edited_sentence_may_be_alone_and_is_not() -> None:
    edited = _FEES.replace("the miller", "our miller")
    old, new = read_markdown(f"{_MILL}\n\n{_FEES}"), read_markdown(f"{_MILL}\n\n{edited}")
    assert may_be_alone(old, new, _FEES)
    assert lines_alone(old, new) == frozenset()


def test_a_sentence_that_became_two_is_told_with_both() -> None:
    one = "The mill does not claim any rights in sacks, and you keep your corn and the sacks that you fill."
    two = "The mill does not own sacks. You keep your corn, and you answer for the sacks that you fill."
    forth, back = _compared(f"{_MILL} {one}", f"{_MILL} {two}"), _compared(f"{_MILL} {two}", f"{_MILL} {one}")
    assert [(each.how, each.before, each.after) for each in forth.told] == [("edited", one, two)]
    assert [(each.how, each.before, each.after) for each in back.told] == [("edited", two, one)]
    assert not forth.alone_in(two)


def test_a_sentence_broken_over_paragraphs_is_one() -> None:
    old = "While every sack is sealed, the content of any sack\n\nmay be weighed by the keeper, using his scales."
    new = "While every sack is sealed, the weight of any sack may\n\nbe noted by the keeper, using his scales."
    found = _compared(f"{_MILL}\n\n{old}", f"{_MILL}\n\n{new}")
    assert [(one.how, one.after) for one in found.told] == [("edited", new.replace("\n\n", " "))]
    sacks, bags = (
        f"{_MILL}\n\n- corn and all kinds of rye\n- {item} of oats and barley\n" for item in ("sacks", "bags")
    )
    assert [one.after for one in _compared(sacks, bags).told] == ["bags of oats and barley"]


def test_what_stands_far_off_and_is_much_longer_is_no_edit() -> None:
    pointer = "Learn more about forbidden carts."
    rule = "Carts with a red wheel are forbidden on every day of the week (learn more about our forbidden carts rule)."
    old, new = f"# Mill\n\n{_MILL} {pointer}\n\n## Carts", f"# Mill\n\n{_MILL}\n\n## Carts\n\n{_BRIDGE} {rule}"
    found = _compared(old, new)
    assert [(one.how, one.after) for one in found.told if rule in (one.before, one.after)] == [("came", rule)]


def test_a_sentence_ends_within_quotes_and_brackets_too() -> None:
    called = 'What the miller gives you is called your "meal." He owns none of it.'
    found = _compared(f"{_MILL} {called}", f"{_MILL} {called} [We lend no sacks to anybody.] Bring your own ones.")
    assert [one.after for one in found.told] == ["[We lend no sacks to anybody.]"]
    named = "We buy corn of Larkwell (formerly Birch Inc.) The Mill and of nobody else."
    assert [one.after for one in _compared(_MILL, f"{_MILL} {named}").told] == [named]


def test_a_label_whose_sentence_went_is_not_that_sentence_edited() -> None:
    rule = "Carts of other people: we lend none of them to anybody who asks for one."
    found = _compared(f"{_MILL}\n\n- {rule}\n- Sacks", f"{_MILL}\n\n- Carts of other people\n- Sacks")
    assert [(one.how, one.before) for one in found.told] == [("went", rule)]


def test_a_sentence_that_came_in_several_places_counts_once() -> None:
    parts = [f"## Part {number}\n\nHere stands part {number} of the rules of the mill." for number in range(3)]
    found = _compared("\n\n".join(parts), "\n\n".join(f"{part} {_BRIDGE}" for part in parts))
    assert (found.came, found.places["came"]) == (1, 3)


def test_a_word_spelt_otherwise_gives_an_edit_no_weight() -> None:
    old = "You answer for wilful harm to the mill and to any product of it, and for the organisation of the carts."
    new = old.replace("wilful", "willful").replace("organisation", "organization").replace("product", "products")
    assert _compared(f"{_MILL}\n\n{old}", f"{_MILL}\n\n{new}").edited == 0
    assert _compared(f"{_MILL}\n\n{old}", f"{_MILL}\n\n{new.replace('carts', 'ferry')}").edited == 1


_SENTENCES = st.lists(st.sampled_from([*_MILL.split(". "), *_FEES.split(". "), _SACKS, _BRIDGE]), max_size=8)


@given(_SENTENCES)
def test_a_text_differs_from_itself_in_nothing(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert _compared(text, text) == SentenceChanges()


@given(_SENTENCES, _SENTENCES)
def test_what_came_one_way_went_the_other(old: list[str], new: list[str]) -> None:
    forth, back = _compared("\n\n".join(old), "\n\n".join(new)), _compared("\n\n".join(new), "\n\n".join(old))
    assert (forth.came, forth.went, forth.edited) == (back.went, back.came, back.edited)


def test_words_that_run_together_are_no_edit() -> None:
    assert _compared(f"{_MILL} Its officers may open any sack.", f"{_MILL} Itsofficers may open any sack.").told == ()


def test_a_row_is_edited_where_it_is_about_the_same() -> None:
    table = "| place | may one sell beer to everybody there |\n| --- | --- |\n| Elbonia | {} |\n"
    (one,) = _compared(table.format("yes, from eighteen years on"), table.format("yes, from twenty years on")).told
    assert one.how == "edited"
    other = table.format("yes, from eighteen years on").replace("| Elbonia |", "| Ruritania |")
    assert [one.how for one in _compared(table.format("yes, from eighteen years on"), other).told] == ["came", "went"]


def test_another_name_is_told_after_what_changed_once() -> None:
    old = [f"Corvid may {verb} your sacks whenever it likes." for verb in ("open", "weigh", "mend", "move")]
    new = [one.replace("Corvid", "Raven") for one in old]
    found = _compared(" ".join([*old, _FEES]), " ".join([*new, _FEES.replace("a tenth", "a fifth")]), most=1)
    assert [_words(one, SegmentKind.INSERTED) for one in found.told] == ["fifth"]


def test_another_figure_is_an_edit() -> None:
    (one,) = _compared("Nobody under the age of 16 may grind.", "Nobody under the age of 18 may grind.").told
    assert (_words(one, SegmentKind.DELETED), _words(one, SegmentKind.INSERTED)) == ("16", "18")


def test_a_list_of_reasons_that_lost_all_but_one_was_edited() -> None:
    long = "Not use the flour to bake bread that competes with the bread of the miller or to feed it to the geese."
    found = _compared(f"{_MILL}\n\n{long}", f"{_MILL}\n\nNot use the flour to feed it to the geese.")
    assert [one.how for one in found.told] == ["edited"]


def test_of_what_leads_into_a_list_the_last_sentence_is_told() -> None:
    rules = "The boats belong to the town. Whoever takes one agrees not to:\n\n- row after dusk"
    (one,) = _compared(rules, f"{rules}\n- lend it to strangers").told
    assert one.lead_in == "Whoever takes one agrees not to:"


def test_a_moment_is_no_sentence() -> None:
    hours = "# Hours\n\nThe mill is open at these moments:\n\n- 2026-04-18T23:30:06Z"
    assert _compared(hours, hours.replace("23:30:06", "21:10:16")).told == ()


def test_words_struck_from_a_sentence_are_marked_where_they_stand_less_often_than_before() -> None:
    unless = "unless the miller was told of it before noon"
    old = f"Carts may wait at the gate {unless}, and boats may wait at the weir {unless}."
    (one,) = _compared(old, f"Carts may wait at the gate {unless}, and boats may wait at the weir.").told
    assert _words(one, SegmentKind.DELETED) == unless


def test_a_title_at_the_head_of_a_paragraph_is_its_heading() -> None:
    rules = "# Rules\n\n## Boats\n\nBoats wait at the weir.\n\n**Carts.** Carts wait at the gate until noon."
    (one,) = _compared(rules, f"{rules} The keeper calls them one by one.").told
    assert one.under == "Carts"


def test_a_row_whose_first_cell_stands_as_a_sentence_went_alone() -> None:
    purpose = "To keep the weir safe for boats, as when the river is high."
    row = f"| {purpose} | Names of the crews | Our interest in a weir that holds |\n"
    other = "| To pay the keeper | Names of the crews | A contract with each of them |\n"
    table = f"| Purpose | Data | Ground |\n|---|---|---|\n{other}"
    old, new = f"{purpose}\n\n{table}{row}", f"{purpose}\n\n{table}"
    found = _compared(old, new)
    assert (found.went, found.alone_in(f"{table}{row}")) == (1, ())


def test_a_label_ahead_of_an_item_is_no_sentence() -> None:
    lead_in = "We may lend the sacks that you leave at the mill in the following ways:"
    carters = "- Millers. We may lend sacks to the millers of the valley.\n"
    others = "- Parish elders. If you came with a cart of the parish, we may lend your sacks to its elders.\n"
    found = _compared(f"{_MILL}\n\n{lead_in}\n\n{carters}", f"{_MILL}\n\n{lead_in}\n\n{carters}{others}")
    assert [one.after for one in found.told] == [
        "If you came with a cart of the parish, we may lend your sacks to its elders."
    ]
    assert found.came == 1


def test_a_short_sentence_that_denies_is_no_label() -> None:
    items = "- No refunds. What you paid for the sacks of the mill is kept.\n- It is dry. Grain is kept there.\n"
    found = _compared(_MILL, f"{_MILL}\n\nOf the loft we say this:\n\n{items}")
    assert "No refunds." in [one.after for one in found.told]


def test_a_title_ahead_of_a_sentence_is_told_with_its_section() -> None:
    section = "## 8. Moving your grain\n\n**Liability.** The mill does not warrant that other mills take your grain.\n"
    (one,) = _compared(f"# Rules\n\n## 1. Sacks\n\n{_SACKS}", f"# Rules\n\n## 1. Sacks\n\n{_SACKS}\n\n{section}").told
    assert (one.section, one.under) == ("8. Moving your grain", "Liability")


def test_an_item_that_lists_numbers_is_told() -> None:
    mills = "Our mills are protected by some of these patents:\n\n*   In Ireland: 2020326435, 2023222905."
    found = _compared(mills, f"{mills}\n*   In Iceland: 2020326436, 2023222906.")
    assert [_words(one, SegmentKind.INSERTED) for one in found.told] == ["In Iceland: 2020326436, 2023222906."]


def test_a_number_or_a_moment_alone_is_not_told() -> None:
    assert _compared(_MILL, f"{_MILL}\n\n*   Mill 20203264\n*   At 10:30, 2031-05-03").told == ()


_HORSES = "You may not buy, sell, trade or give away horses on the bridge of the valley, nor ask anybody there for one."


def test_a_rule_that_differs_in_its_noun_from_the_one_beside_it_is_one_of_its_own() -> None:
    mules = _HORSES.replace("horses", "mules")
    one, both = f"{_MILL}\n\n- {_HORSES}", f"{_MILL}\n\n- {_HORSES}\n- {mules}"
    found = _compared(one, both)
    assert ([(said.how, said.after) for said in found.told], found.more) == ([("came", mules)], 0)
    found = _compared(both, one)
    assert ([(said.how, said.before) for said in found.told], found.fewer) == ([("went", mules)], 0)


def test_what_is_said_far_off_in_another_word_is_said_again() -> None:
    between = "\n\n".join(f"## Gate {number}\n\nGate {number} has a keeper of its own." for number in range(8))
    old = f"{_MILL}\n\n{_HORSES}\n\n{between}"
    found = _compared(old, f"{old}\n\n{_HORSES.replace('anybody', 'folks')}")
    assert (found.told, found.more) == ((), 1)


def test_the_number_of_a_section_ahead_of_a_sentence_is_no_edit() -> None:
    before, after = f"7.4 {_FEES} Millers' guilds agree.", f"7.5 {_FEES} Millers'guilds agree."
    assert _compared(before, after).told == ()
    (one,) = _compared(before, after.replace("thirty", "ten")).told
    assert (_words(one, SegmentKind.DELETED), _words(one, SegmentKind.INSERTED)) == ("thirty", "ten")


def test_a_copy_that_became_a_copy_of_another_sentence_was_edited() -> None:
    will, may = (
        f"If you sell flour of others again after a warning, your stall {does} be closed." for does in ("will", "may")
    )
    text = "## Oats\n\nOats are dry.\n\n{}\n\n## Rye\n\nRye is milled.\n\n{}\n\n## Wheat\n\nWheat is sold.\n\n{}"
    found = _compared(text.format(may, will, will), text.format(may, may, will))
    assert [(one.how, one.before, one.after, one.under) for one in found.told] == [("edited", will, may, "Rye")]
    assert (found.fewer, found.more) == (0, 0)


def test_a_sentence_on_another_way_of_doing_it_is_no_edit_where_likelier_ones_stand_beside() -> None:
    end = "giving up your place at the mill."
    by = f"Your cart is part of your place at the mill, and may be taken off the list at any time by {end}"
    without = f"You may also take your cart off the list without {end}"
    now = "You can take your cart off the list at any time."
    with_place = f"If you have put it there with your place, you can also take your cart off the list by {end}"
    found = _compared(f"{_MILL}\n\n{by} {without}", f"{_MILL}\n\n{now} {with_place}").told
    assert [(one.before, one.after) for one in found] == [(without, now), (by, with_place)]
    reversed_ = without.replace("without", "by")
    (edit,) = _compared(f"{_MILL}\n\n{without}", f"{_MILL}\n\n{reversed_}").told
    assert (edit.how, edit.before, edit.after) == ("edited", without, reversed_)
