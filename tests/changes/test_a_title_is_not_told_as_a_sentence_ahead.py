"""The title that a sentence stands under, and speaks of, is told as its place alone, though it ends as a sentence."""

from conductatlas.changes import sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "# Rules of the mill\n\n## Keeping\n\nThe keeper must open the barn to comply with a law of the valley.\n\n{}"
_LIST = "We may need to keep some sacks of yours for longer. For example:\n\n{}{}"
_KEPT = "* **In connection with quarrels of millers.** Including where we must show whose sack it was at the time.\n"
_CAME = "* **To comply with a law of the valley.** Including in order to follow what a bailiff asks of us in writing.\n"


def test_a_title_is_told_as_a_place_alone() -> None:
    old, new = (read_markdown(_RULES.format(some)) for some in ("", _LIST.format(_CAME, _KEPT)))
    told = [one for one in sentence_changes(old, new, 8, ungraded).told if one.after.startswith("Including in order")]
    assert [one.under.endswith("To comply with a law of the valley") for one in told] == [True]
    assert [one.ahead for one in told] == [""]
