"""Of a clause that was reworded with no effect found it is told which names gave way to which."""

from __future__ import annotations

import pytest

from conductatlas.changes import exchanged_names, only_names_exchanged


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("You can call on Larkwell Phone.", "You can call on Larkwell Meet.", (("Phone", "Meet"),)),
        (
            "Profile Information is public. So is your Profile.",
            "Account Information is public. So is your Account.",
            (("Profile", "Account"),),
        ),
        # A spelling, a small letter, a day and a common word are no names.
        ("Customization of the Service.", "Customisation of the Service.", ()),
        ("For Ostmark-Consumers.", "For Ostmark Consumers.", ()),
        ("Read our policy.", "Read our Policy.", ()),
        ("Updated October 2, 2025.", "Updated April 3, 2026.", ()),
        ("We share data.", "We disclose data.", ()),
        ("Larkwell shares it.", "Larkwell never shares it.", ()),
        ("Alder or Birch or Cedar.", "Dahlia or Elder or Fennel.", ()),
    ],
)
def test_names_are_told_and_nothing_else(before: str, after: str, told: tuple[tuple[str, str], ...]) -> None:
    assert exchanged_names(before, after) == told


def test_whether_nothing_but_names_gave_way_is_known() -> None:
    before = "Sections 3 (Locks), 4 (Ferries) and 5 (Tolls) survive the end of the Larkwell Terms."
    assert only_names_exchanged(before, before.replace("Larkwell", "Tern").replace("Locks", "Gates"))
    assert not only_names_exchanged(before, before.replace("Larkwell", "Tern").replace("survive", "outlive"))
    assert not only_names_exchanged(before, before.replace("Larkwell", "Tern").replace("(Locks)", "(Locks and Gates)"))
