"""A sentence that was divided in two lost nothing that the second part says, however much that says besides."""

from __future__ import annotations

from conductatlas.changes.redlines.redline import SegmentKind
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import ungraded
from conductatlas.changes.sentences.telling_sentences import sentence_changes
from conductatlas.reading import read_markdown

_BEFORE = (
    "Other terms that govern the use of Larkwell are made part of this contract by reference, including the following "
    "terms and conditions: Larkwell Mill Terms; Larkwell Sack Terms; Larkwell Gate Rules; and Larkwell Guest Terms."
)
_AFTER = (
    "Other terms that govern the use of Larkwell are made part of this contract by reference. These include the "
    "following additional terms and conditions on single mills and yards of Larkwell: the Larkwell Mill Terms; the "
    "Larkwell Sack Terms; and the Larkwell Barn Terms; and rules for all guests: the Larkwell Privacy Policy; the "
    "Larkwell Gate Rules; and the Larkwell Guest Terms."
)
_OTHER = "These include a letter to the miller, who reads it by the light of the gate on the first day of each month."


def _between(before: str, after: str) -> SentenceChanges:
    old, new = (read_markdown(f"# Terms of Larkwell\n\n{one}\n\nThe mill is open.") for one in (before, after))
    return sentence_changes(old, new, 8, ungraded)


def test_the_second_part_is_told_with_the_first_as_one_edit() -> None:
    for before, after in ((_BEFORE, _AFTER), (_AFTER, _BEFORE)):
        found = _between(before, after)
        assert (found.came, found.went, found.edited) == (0, 0, 1)
        assert (found.told[0].before, found.told[0].after) == (before, after)


def test_what_is_struck_is_none_of_what_stands() -> None:
    struck = "".join(one.text for one in _between(_BEFORE, _AFTER).told[0].segments if one.kind is SegmentKind.DELETED)
    assert "Mill" not in struck
    assert "Gate Rules" not in struck


def test_a_sentence_beside_that_says_another_thing_came() -> None:
    found = _between(_BEFORE, f"{_BEFORE.partition(', including')[0]}. {_OTHER}")
    assert found.came == 1
