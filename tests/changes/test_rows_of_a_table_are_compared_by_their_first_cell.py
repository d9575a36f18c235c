"""A redline strikes and inserts whole rows of tables, but for those of the same first cell, which were edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import SegmentKind, redline
from conductatlas.reading import visible_words

_HEAD = "| Boat | What we keep |\n| --- | --- |\n"
_SLOOP, _KETCH = "| Sloop | The log of each journey |\n", "| Ketch | The papers of the harbour |\n"
_YAWL = "| Yawl | The papers of the crew |\n"


def _marked(old: str, new: str) -> dict[SegmentKind, list[str]]:
    segments = redline(visible_words(old), visible_words(new))
    return {kind: [one.text.strip() for one in segments if one.kind is kind] for kind in SegmentKind}


def test_a_row_of_a_table_is_a_line_of_its_cells() -> None:
    shown = visible_words(f"Boats:\n\n{_HEAD}{_SLOOP}{_KETCH}\nWrite to us.")
    lines = "Boat | What we keep\nSloop | The log of each journey\nKetch | The papers of the harbour"
    assert shown == f"Boats:\n\n{lines}\n\nWrite to us."


def test_a_row_that_became_another_went_and_came() -> None:
    marked = _marked(_HEAD + _SLOOP + _KETCH, _HEAD + _SLOOP + _YAWL)
    assert marked[SegmentKind.DELETED] == ["Ketch | The papers of the harbour"]
    assert marked[SegmentKind.INSERTED] == ["Yawl | The papers of the crew"]


def test_a_row_of_the_same_first_cell_was_edited_wherever_rows_came() -> None:
    marked = _marked(_HEAD + _KETCH, _HEAD + _YAWL + _KETCH.replace("papers", "letters"))
    assert marked[SegmentKind.DELETED] == ["papers"]
    assert marked[SegmentKind.INSERTED] == ["Yawl | The papers of the crew", "letters"]


def test_a_row_whose_first_cell_was_edited_is_the_same_row() -> None:
    old, new = "| The old boats of Brae | A log |\n", "| The old boats of Moy | A log |\n"
    marked = _marked(_HEAD + old, _HEAD + new)
    assert (marked[SegmentKind.DELETED], marked[SegmentKind.INSERTED]) == (["Brae"], ["Moy"])
    longer = old.replace("Brae", "Brae, with all that is on board of them and in their holds")
    assert not _marked(_HEAD + old, _HEAD + longer)[SegmentKind.DELETED]


def test_a_row_of_another_first_cell_that_says_much_the_same_is_the_same_row() -> None:
    said = "You may ask the keeper of the harbour to moor your boat at another quay for as long as the tide is high"
    marked = _marked(_HEAD + f"| Moorings | {said} |\n", _HEAD + f"| Where boats lie | {said} at night |\n")
    assert (marked[SegmentKind.DELETED], marked[SegmentKind.INSERTED]) == (
        ["Moorings"],
        ["Where boats lie", "at night"],
    )


_KEEPERS = (
    "| Brae | lamp | 9 days | Harbour |\n",
    "| Brae | rope | 4 days | Harbour |\n",
    "| Moy | oar | 7 days | Harbour |\n",
    "| Moy | sail | 7 days | Harbour |\n",
)


def test_where_first_cells_are_repeated_the_next_one_tells_the_rows_apart() -> None:
    here = [row.replace("Harbour", "Quay and Harbour") for row in _KEEPERS]
    came = ["| Brae | bell | 1 day | Quay |\n", "| Moy | flag | 2 days | Quay |\n"]
    marked = _marked(_HEAD + "".join(_KEEPERS), _HEAD + "".join([came[0], *here, came[1]]))
    assert not marked[SegmentKind.DELETED]
    assert marked[SegmentKind.INSERTED] == [
        "Brae | bell | 1 day | Quay",
        *["Quay and"] * len(here),
        "Moy | flag | 2 days | Quay",
    ]


def test_the_number_of_a_row_is_not_its_name() -> None:
    old = _HEAD + "| 1 | Sloop | a log |\n| 2 | Ketch | a seal |\n"
    marked = _marked(old, _HEAD + "| 1 | Yawl | a lamp |\n| 2 | Sloop | a log |\n| 3 | Ketch | a seal |\n")
    assert (marked[SegmentKind.DELETED], marked[SegmentKind.INSERTED]) == (
        ["1", "2"],
        ["1 | Yawl | a lamp", "2", "3"],
    )


def test_a_row_of_another_name_with_the_same_cells_was_renamed() -> None:
    old, new = "| Sloop | 9 days | Old logs |\n", "| Cutter | 9 days | Old logs |\n"
    marked = _marked(_HEAD + old, _HEAD + "| Yawl | 9 days | Lamps |\n" + new)
    assert (marked[SegmentKind.DELETED], marked[SegmentKind.INSERTED]) == (
        ["Sloop"],
        ["Yawl | 9 days | Lamps", "Cutter"],
    )


_ROWS = st.lists(st.sampled_from(["a | b c\n", "a | c\n", "d | b\n", "words\n", "\n", "a b | c d | e\n"]), max_size=8)


@given(_ROWS, _ROWS)
def test_kept_and_struck_rows_make_the_old_text_kept_and_inserted_the_new(old: list[str], new: list[str]) -> None:
    before, after = "".join(old), "".join(new)
    segments = redline(before, after)
    assert "".join(one.text for one in segments if one.kind is not SegmentKind.INSERTED) == before
    assert "".join(one.text for one in segments if one.kind is not SegmentKind.DELETED) == after
