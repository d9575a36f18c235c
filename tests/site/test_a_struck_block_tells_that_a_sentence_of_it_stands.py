"""A block that is struck in a redline, and of which a sentence stands elsewhere, edited, is told as that."""

from __future__ import annotations

from conductatlas.changes import align, blocks_said_still
from conductatlas.reading import read_markdown
from conductatlas.site.rendering.document_redline import RowKind, document_redline

_RULES = "\n\n".join(
    f"Boats of the {name} line leave at noon and carry {load} to the far bank." for name, load in
    [("heron", "corn"), ("corvid", "wool"), ("swan", "timber"), ("plover", "salt"), ("egret", "peat")]
)  # fmt: skip
_BAN = "Do not sell, lend or give away any anchor of the landing stage"
_REST = "We forbid this strictly and tell the warden of Underhill whatever we learn of somebody who hurts our harbour."


def test_a_struck_block_is_labelled_where_a_sentence_of_it_stands_edited() -> None:
    title, below = "# Larkwell Rules", f"{_RULES}\n\n## Harbour"
    old = read_markdown(f"{title}\n\n{_BAN}. {_REST}\n\n{_RULES}\n")
    new = read_markdown(f"{title}\n\n{below}\n\n{_BAN} (“mud hook”), or of a boat that lies there.\n")
    gone = read_markdown(f"{title}\n\n{below}\n\nThe bell of the upper lock is rung by night.\n")
    for now, is_said_still in ((new, True), (gone, False)):
        rows = document_redline(old, now, align(old, now), blocks_said_still(old, now))
        (struck,) = [row for row in rows if row.kind is RowKind.DELETED]
        assert struck.is_said_still is is_said_still
