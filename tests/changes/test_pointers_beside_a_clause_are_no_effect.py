"""Sentences on where to read more, greetings, former names and misread letters change no clause beside them."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.verdicts.differences import Weight, weight_of_block, weight_of_edit
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown


def _edited(old: str, new: str) -> Weight:
    before, after = (read_markdown(f"{visible}\n\nThe Harbour Rules bind each harbour.") for visible in (old, new))
    names = Names(before, after, [(old, new)])
    return weight_of_edit(old, new, names, in_provision=True)


_CLAUSE = "You must keep your boat insured."
_BOUND = "These terms bind you and Corvid Harbour Inc. (“Corvid”)."
_ANNOUNCED = (
    "We're updating our Harbour Terms on 23 July 2022. You can review a summary of the key changes. Until then, the "
    "terms below, which we wrote for those who moor their boats at the piers of Lower Town, remain in effect."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_CLAUSE, f"{_CLAUSE} You may also refer to the Harbour Handbook."),
        (_CLAUSE, f"{_CLAUSE} To view our charts, visit the Chart Room."),
        (_CLAUSE, f"{_CLAUSE} The harbour master can also be contacted at rook@corvid.example."),
        (_CLAUSE, f"{_CLAUSE} If you have questions about our charts, please email the harbour master."),
        (_CLAUSE, f"{_CLAUSE} To reach the rules of Raven Piers (in Kestrel and Heron), please click here."),
        (
            f"{_CLAUSE} Please visit our Harbour Site for more details on boats.",
            f"{_CLAUSE} Please go to our Harbour Site for more details on boats.",
        ),
        (
            "You deal with Corvid SAS with share capital of 30,000 euros, and must pay it.",
            "You deal with Corvid SAS with share capital of 38,994.44 euros, and must pay it.",
        ),
        (
            "You must write to eCorvid where eCorvid is moored.",
            "You must write to The Mooring Group where The Mooring Group is moored.",
        ),
        (_BOUND, _BOUND.replace("Inc. (", "Inc., formerly known as Raven Piers, Inc. (")),
        (
            f"Welcome to Corvid. {_BOUND} You may use the site of Corvid.",
            f"{_BOUND} You may use corvid.example of Corvid.",
        ),
        (f"In addition, {_CLAUSE[0].lower()}{_CLAUSE[1:]}", _CLAUSE),
        ("You must pay on corvid.example for it.", "You must pay on the site for it."),
        ("The “mooring” isn’t free.", "The â€œmooringâ€\N{REPLACEMENT CHARACTER} isnâ€™t free."),
        (
            "If you have any questions about our charts, please contact us:",
            "If you have any questions about our charts or who sails here, please contact us:",
        ),
    ],
)
def test_such_differences_are_editorial(old: str, new: str) -> None:
    assert _edited(old, new) is _edited(new, old) is Weight.EDITORIAL


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_CLAUSE, f"{_CLAUSE} You may also refer to the Harbour Handbook, which you must follow."),
        (_CLAUSE, f"{_CLAUSE} To view our charts, you pay at the gate."),
        (_CLAUSE, f"{_CLAUSE} To opt out, please email rook@corvid.example."),
        (f"Welcome to Corvid. {_BOUND}", "We sell what you tell us."),
        (_BOUND, _BOUND.replace("Inc. (", "Inc., formerly licensed by Raven Piers, Inc. (")),
        ("You must pay on corvid.example for it.", "You must pay on the pier for it."),
        ("The “mooring” isn’t free.", "The â€œmooringâ€\N{REPLACEMENT CHARACTER} is free."),
        (
            "If you have any questions about our charts, please contact us:",
            "If you have any questions about our charts, please contact us within 30 days:",
        ),
    ],
)
def test_what_only_looks_like_them_is_substantive(old: str, new: str) -> None:
    assert _edited(old, new) is _edited(new, old) is Weight.SUBSTANTIVE


@pytest.mark.parametrize(
    ("visible", "weight"),
    [
        (
            "For further information on our boats, please see here. Privacy Policy for the sailors is available here.",
            Weight.EDITORIAL,
        ),
        ("For more information about your rights in Kestrel, please see our table.", Weight.EDITORIAL),
        ("View the terms of the mascot contest here", Weight.EDITORIAL),
        (_ANNOUNCED, Weight.EDITORIAL),
        ("If you see anyone break these terms, please notify us at rook@corvid.example.", Weight.EDITORIAL),
        ("For further information on our boats, please see here. You waive your rights.", Weight.SUBSTANTIVE),
        ("If you lend your boat to anyone, please notify us before you do.", Weight.SUBSTANTIVE),
    ],
)
def test_blocks_that_only_point_are_editorial(visible: str, weight: Weight) -> None:
    assert weight_of_block(visible, visible, stands_in_other=False, in_provision=True) is weight


def test_a_hyphen_lost_makes_no_other_licence() -> None:
    terms = "# Terms\n\nYou give Corvid a limited-purpose licence to use what you upload and to show it.\n"
    new = terms.replace("limited-purpose", "limited purpose").replace("upload and", "upload, and also")
    assert compare(default_finder(), read_markdown(terms), read_markdown(new)).verdict is Verdict.EDITORIAL
    new = terms.replace("limited-purpose", "perpetual")
    assert compare(default_finder(), read_markdown(terms), read_markdown(new)).verdict is Verdict.SUBSTANTIVE
