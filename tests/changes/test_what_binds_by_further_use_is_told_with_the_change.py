"""That one agrees by further use is told with the change of terms to which one agrees."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_OLD = "# Larkwell\n\nBy reading a board you agree to the rules below.\n\n## Boards\n\nBoards are of oak.\n"
_CHANGES = "We may change these rules to keep pace with the seasons or with the council."
_BINDS = "By continuing to read the boards you show your agreement with the new rules."
_LEAVES = "If you do not agree to the new rules, you must stop reading the boards."


def _phrases(*came: str) -> tuple[str, ...]:
    new = _OLD.replace("Boards are of oak.", f"Boards are of oak. {' '.join(came)}")
    return foremost(sentence_changes(read_markdown(_OLD), read_markdown(new), 4, ungraded))


def test_that_further_use_binds_is_told_behind_the_change_of_terms() -> None:
    (phrase,) = _phrases(_CHANGES, _BINDS, _LEAVES)
    assert phrase == f"it adds “{_CHANGES} {_BINDS} {_LEAVES.rstrip('.')}”"


def test_another_sentence_behind_the_change_of_terms_is_told_apart() -> None:
    assert len(_phrases(_CHANGES, "We must hang every new rule on the door of the hall for a month.")) == 2
