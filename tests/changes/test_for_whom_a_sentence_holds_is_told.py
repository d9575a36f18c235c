"""A sentence under a heading that says for whom, or where, it holds is told with that heading."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    Bearing,
    ChangeKind,
    Followed,
    Pair,
    foremost,
    meanings,
    sentence_changes,
    standing,
    ungraded,
)
from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TEXT = "# The weir\n\nThe mill grinds the corn of everybody in the valley.\n\n"
_SALE = "The keeper sells the names of those who cross to the printer of the town."


def test_a_heading_over_the_next_one_limits_it() -> None:
    part = "## Additional terms for business users\n\n### Fees\n\nA cart costs two crowns for each crossing.\n"
    found = sentence_changes(read_markdown(_TEXT + part), read_markdown(f"{_TEXT}{part}\n{_SALE}\n"), 4, ungraded)
    assert foremost(found) == (f"under “Additional terms for business users”, it adds “{_SALE[:-1]}”",)


def test_what_limits_and_what_does_not() -> None:
    for title in (
        "For residents of Elbonia",
        "Rules for business users",
        "If you live in the EEA",
        "Consumers only",
        "4.2 Keeper accounts",
    ):
        assert limits_scope(title)
    for title in ("South Korea", "4. EEA, Switzerland and the UK", "California"):
        assert limits_scope(title)
    for title in (
        "What you disclose to us",
        "Rules for all users",
        "Fees",
        "4.1",
        "Your accounts",
        "Where do we send data outside the UK?",
    ):
        assert not limits_scope(title)


def test_a_section_with_a_later_number_is_no_part_of_the_one_before() -> None:
    part = (
        "10\\. CARTS\n----------\n\n**For EU and UK users:**\n\nThe keeper holds a lantern for every cart.\n\n"
        "11.  RIGHTS AND CHOICES\n     ------------------\n\nEverybody may ask the keeper for a receipt.\n"
    )
    found = sentence_changes(read_markdown(_TEXT + part), read_markdown(f"{_TEXT}{part}\n{_SALE}\n"), 4, ungraded)
    assert [one.scope for one in found.told] == [""]


def test_a_clause_that_moved_under_such_a_heading_is_not_without_effect() -> None:
    leave = "You may close your account and end these terms at any time, by a letter to the keeper."
    fee = "A keeper pays two crowns for each cart that he lends to a guild."
    before = f"# The weir\n\n## Accounts\n\n{leave}\n\n{fee}\n"
    after = (
        f"# The weir\n\n## Accounts\n\n### Keeper accounts\n\n{fee}\n\n### Guest accounts\n\n"
        f"You may close your account and end these terms at any time, with a letter to the keeper.\n"
    )
    documents = read_markdown(before), read_markdown(after)
    stood, stands = (
        default_finder().finding(one, "user-termination", place, place, ((0, 10),), (0.9,))
        for one, place in zip(documents, (2, 5), strict=True)
    )
    one = Followed(1, "user-termination", ChangeKind.REWORDED, standing(1, stood), stands)
    ((_, means),) = meanings(load_catalogue(), Bearing(default_finder()), (one,), Pair(*documents))
    assert not means.to_the_letter
    assert means.reworded == "it now stands under “Guest accounts”"
