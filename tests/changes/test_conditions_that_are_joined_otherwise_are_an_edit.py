"""'And' that became 'or' between conditions is an edit with an effect; between the things of a list it is none."""

from conductatlas.changes import Verdict, compare, sentence_changes, ungraded
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_RULES = "# Rules of the mill\n\nLeave every sack at the gate of the mill, and no cart on the bridge.\n\n"
_CONDITION = "You may cancel your order if you are a miller yourself {} you live beyond the valley."
_LIST = "The keeper of the mill weighs all of the sacks, barrels {} baskets that you leave at the gate."


def _told(sentence: str) -> list[tuple[str, str]]:
    old, new = (read_markdown(f"{_RULES}{sentence.format(joined)}\n") for joined in ("and", "or"))
    return [(one.before, one.after) for one in sentence_changes(old, new, 8, ungraded).told]


def test_conditions_that_are_joined_otherwise_are_told() -> None:
    assert _told(_CONDITION) == [(_CONDITION.format("and"), _CONDITION.format("or"))]


def test_they_make_a_substantive_change() -> None:
    old, new = (read_markdown(f"{_RULES}{_CONDITION.format(joined)}\n") for joined in ("or", "and"))
    assert compare(default_finder(), old, new).verdict is Verdict.SUBSTANTIVE


def test_things_of_a_list_that_are_joined_otherwise_are_not() -> None:
    assert _told(_LIST) == []
