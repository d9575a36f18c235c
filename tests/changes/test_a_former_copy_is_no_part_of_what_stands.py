"""What a former copy of a text says in like words is no part of the paragraph that stands: that changed by itself."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_STANDS = (
    "These Larkwell terms govern what you and other rowers do with our, or our corporate {}’ boats, piers and ropes,"
    " and by using them you agree to be bound by these terms."
)
_FORMER = (
    "These Larkwell terms govern what you and other rowers do with our boats, piers and ropes, and by using them you"
    " agree to be bound by these terms."
)
_RULES = "\n\n".join(
    f"You must pay the ferryman {sum_} for each {load} that you bring to the far bank." for sum_, load in
    [("one coin", "sack"), ("two coins", "horse"), ("three coins", "cart"), ("half a coin", "dog")]
)  # fmt: skip


def test_a_spelling_put_right_as_a_former_copy_was_dropped_has_no_effect() -> None:
    old = read_markdown(f"# Terms\n\n{_STANDS.format('affilitates')}\n\n{_RULES}\n\n## Former terms\n\n{_FORMER}\n")
    new = read_markdown(f"# Terms\n\n{_STANDS.format('affiliates')}\n\n{_RULES}\n")
    found = compare(default_finder(), old, new)
    block = next(at for at, said in enumerate(new.visible) if "corporate" in said)
    assert found.of_effect.after.isdisjoint([block])


def test_what_merges_with_a_paragraph_is_a_part_of_it() -> None:
    first, second = "You must pay the ferryman in coins of Underhill.", "We may refuse any horse that has no bridle."
    stays = f"# Terms\n\n{_RULES}\n\n"
    apart, together = (read_markdown(f"{stays}{one}\n") for one in (f"{first}\n\n{second}", f"{first} {second}"))
    assert compare(default_finder(), apart, together).verdict is not Verdict.SUBSTANTIVE
