"""Where a redline leaves out kept words, it does so at the end of a sentence, an item or a row, and in no bracket."""

from __future__ import annotations

from conductatlas.changes import Segment, SegmentKind, condensed


def test_an_abbreviation_ends_no_sentence() -> None:
    kept = f" notes {'of birds ' * 16}are read by hand (i.e. by keepers) in spring. {'Nobody reads the rest. ' * 30}"
    came = Segment(SegmentKind.INSERTED, "Your")
    shown = "".join(one.text for one in condensed([came, Segment(SegmentKind.SAME, kept)]))
    assert "(i.e. […]" not in shown
    assert "by keepers) in spring. […]" in shown


def test_where_little_is_shown_the_words_that_changed_have_room() -> None:
    kept = Segment(SegmentKind.SAME, f" {'birds of the upper marsh, ' * 12}")
    changes = [Segment(SegmentKind.INSERTED, f"after {number} days") for number in range(3)]
    segments = [one for change in changes for one in (kept, change)]
    assert sum(len(one.text) for one in condensed(segments)) > 500
    assert sum(len(one.text) for one in condensed(segments, 500)) <= 500


def _shown(*segments: tuple[SegmentKind, str]) -> str:
    return "".join(one.text for one in condensed([Segment(kind, text) for kind, text in segments]))


def test_a_table_is_cut_between_rows_and_keeps_the_titles_of_its_columns() -> None:
    titles = "Name | Kept by | What it is for | Whose it is | How long it is kept"
    rows = "\n".join(f"crow_{number} | larkwell.example | Gates | Ours | {number} days" for number in range(2, 40))
    shown = _shown(
        (SegmentKind.SAME, f"{titles}\n{rows}\n"), (SegmentKind.INSERTED, "crow_99 | new | Gates | Ours | 1 day")
    )
    lines = shown.split("\n")
    assert lines[0] == titles
    assert lines[1] == "[…]"
    assert all(line.startswith("crow_") and line.count(" | ") == 4 for line in lines[2:])
    below = _shown((SegmentKind.INSERTED, "crow_1 | new | Gates | Ours | 1 day"), (SegmentKind.SAME, f"\n{rows}"))
    assert all(line.count(" | ") == 4 for line in below.split("\n")[:-1])
    assert below.endswith("\n[…]")


def test_no_cut_is_made_a_word_into_an_item() -> None:
    item = f"Doctored drawings of {'the upper marsh and ' * 6}of its birds that mislead"
    above = "\n\n".join(["Nobody may nail to the gate"] * 20)
    shown = _shown((SegmentKind.SAME, f"{above}\n\n{item}\n\n"), (SegmentKind.INSERTED, "Maps of the bog"))
    assert f"[…]\n\n{item}" in shown or f"[…]\n{item}" in shown


def test_no_cut_is_made_in_a_bracket_that_just_opened() -> None:
    kept = f" of the {'wide and open ' * 9}mill (Our own {'works and bridges ' * 100}by the bank)"
    assert "mill […]" in _shown((SegmentKind.INSERTED, "Section 5"), (SegmentKind.SAME, kept))


def test_the_beginning_of_a_paragraph_is_cut_where_something_ends() -> None:
    rest = "Nobody reads the rest of it. " * 30
    struck = (SegmentKind.DELETED, "Lanterns stay lit.")
    whole = "The gate of the mill, and the path to it, may be closed in winter for some weeks."
    assert _shown((SegmentKind.SAME, f"{whole} {rest}"), struck).startswith(f"{whole} […]")
    title = f"Gates and yards: The gate of the mill, {'and each of the ponds of the mill, ' * 8}is barred. {rest}"
    assert _shown((SegmentKind.SAME, title), struck).startswith("Gates and yards: […]")


def test_no_sentence_is_begun_and_broken_off() -> None:
    long = f"At the mill, {'and in each of the ponds of the mill, ' * 8}nobody may swim. {'Nobody reads it. ' * 40}"
    assert _shown((SegmentKind.SAME, long), (SegmentKind.DELETED, "Lanterns stay lit.")).startswith("[…] Nobody reads")


def test_a_sentence_that_changed_is_shown_to_both_its_ends() -> None:
    others = "Nobody reads the rest of it. " * 30
    bywords = "nor any mill, pond or weir of the parish that somebody else keeps, " * 8
    ahead = f"Each quarrel about the gates, {bywords}shall be brought before the reeve of "
    behind = f"Corvid, {bywords}and nobody else."
    shown = _shown(
        (SegmentKind.SAME, f"{others}{ahead}"),
        (SegmentKind.INSERTED, "Larkwell or "),
        (SegmentKind.SAME, f"{behind} {others}"),
    )
    assert shown.endswith(f"[…] {ahead}Larkwell or {behind} […]")


def test_between_two_changes_of_one_sentence_nothing_is_left_out() -> None:
    bywords = "nor any mill, pond or weir of the parish that somebody else keeps, " * 8
    ahead = (SegmentKind.DELETED, "Quarrels")
    shown = _shown(ahead, (SegmentKind.SAME, f" about the gates, {bywords}go to the reeve of "), ahead)
    assert shown == f"Quarrels about the gates, {bywords}go to the reeve of Quarrels"


def test_behind_a_change_the_long_sentence_that_follows_is_not_shown() -> None:
    long = f"For the good of all, {'who keep gates and weirs in the marsh, ' * 25}it holds. {'It does. ' * 60}"
    assert _shown((SegmentKind.DELETED, "Old"), (SegmentKind.SAME, f" gates stay open. {long}")) == (
        "Old gates stay open. […]"
    )


def test_the_head_of_a_row_of_several_lines_is_that_of_the_row_that_changed() -> None:
    use = "We weigh every sack of it at the gate. " * 8
    rows = [f"Purpose: To grind the {grain}.\nWhat we do: {use}" for grain in ("corn", "rye", "oats")]
    shown = _shown((SegmentKind.SAME, "\n".join(rows)), (SegmentKind.DELETED, "We tell nobody."))
    assert shown.startswith("Purpose: To grind the oats.\n[…]") and "corn" not in shown
    near = _shown(
        (SegmentKind.SAME, "\n".join([*rows, "Purpose: To sell it.\nWho: We. "])), (SegmentKind.DELETED, "All.")
    )
    assert near.count("Purpose: To sell it.") == 1


def test_the_beginning_of_a_row_is_cut_where_a_cell_ends() -> None:
    weighed = "of sacks weighed by the miller and of those that a carter brings from the weir in spring; " * 24
    rows = [f"This {corn} earns no coin | Sacks that show {weighed}" for corn in ("barley", "rye")]
    shown = _shown((SegmentKind.SAME, f"Corn | Which\n{rows[0]}\n{rows[1]} It is "), (SegmentKind.INSERTED, "now "))
    assert "\nThis rye earns no coin | […]" in shown
    # The row above began ahead of another change.
    rest = f" {'and by boat ' * 14}\nRye of the upper marsh. {'It is weighed. ' * 60}| Sacks, and "
    shown = _shown((SegmentKind.INSERTED, "Oats | Carts"), (SegmentKind.SAME, rest), (SegmentKind.INSERTED, "bags"))
    assert "\nRye of the upper marsh. […]" in shown


def test_of_a_long_row_with_a_change_deep_in_it_the_beginning_is_shown_too() -> None:
    weighed = "We weigh each sack that is brought to the mill and write down what it weighs and where it came from. "
    rows = [f"To sell {corn}. {weighed * 5}| Weights | Contract" for corn in ("barley", "oats", "rye")]
    head = "Why | What | Grounds"
    change = (SegmentKind.INSERTED, "Some laws make us tell the reeve. ")
    for above, between in ((rows[:2], "\n[…]\n"), ([], "\n")):
        ahead = "\n".join([head, *above, rows[2].partition("|")[0]])
        shown = _shown((SegmentKind.SAME, ahead), change, (SegmentKind.SAME, "| Weights | Contract"))
        assert shown.startswith(f"{head}{between}To sell rye. […] We weigh each sack")
        assert "barley" not in shown


_RULE = "The law of the upper marsh, but for its customs, is that of this contract and of each quarrel about it."


def test_of_a_sentence_that_is_cut_the_subject_is_shown() -> None:
    bywords = ", nor any mill, pond or weir of the parish that somebody else keeps" * 24
    quarrel = f"Each quarrel about the gates and their keepers{bywords}, shall be brought before the reeve of "
    shown = _shown(
        (SegmentKind.SAME, f"{_RULE} {_RULE} {quarrel}"),
        (SegmentKind.INSERTED, "Larkwell or "),
        (SegmentKind.SAME, "Corvid."),
    )
    assert shown.startswith(f"{_RULE} […] Each quarrel about the gates and their keepers, nor any mill")
    assert "[…]" in shown.partition("Each quarrel")[2]
    assert shown.endswith("shall be brought before the reeve of Larkwell or Corvid.")


def test_a_sentence_that_is_not_very_long_is_shown_whole() -> None:
    bywords = ", nor any mill, pond or weir of the parish that somebody else keeps" * 5
    quarrel = f"Each quarrel about the gates and their keepers{bywords}, shall be brought before the reeve of "
    shown = _shown((SegmentKind.SAME, f"{_RULE} {_RULE} {quarrel}"), (SegmentKind.INSERTED, "Larkwell."))
    assert shown == f"{_RULE} […] {quarrel}Larkwell."


def test_behind_a_change_no_stump_of_the_next_sentence_is_shown() -> None:
    rest = f"For the good of all {'who keep gates and weirs in the marsh and by the river ' * 12}it holds."
    kept = f" Larkwell, and you agree to its reeve and raise no {'plea nor ' * 9}objection. {rest}"
    assert _shown((SegmentKind.INSERTED, "Corvid or"), (SegmentKind.SAME, kept)).endswith("objection. […]")
