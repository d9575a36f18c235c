"""What is called by a name in its place is a matter of letters: addresses, controls, short forms."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

You grant Corvid a licence to show what you upload, and Corvid may end your account at any time.

Corvid may keep what you upload for 30 days, and your mail is stored in Ireland.

Corvid may share it with its advertisers, as the mail rules and our AUP allow.

You may opt out with the Reading Pane item in the Help menu, or else you agree to be shown advertising.

Notices to us must be sent by registered letter to Corvid, 12 Quay Street, Lower Town, or they have no effect. You \
may pay for 5 GB of room.

Corvid Mail Limited has a company number of 14259 and is bound by the licence that it was given.

The average monthly active recipients of the service were 840,000 over the past six months.

Where the charge of your provider is at issue, you must call 020 4455 6677 before you may claim a refund.

If your work was copied, you may submit a notice under the Act to our Wilma Rook by e-mail at wilma@corvid.example.

| Country | Whom you contract with |
| --- | --- |
| Ireland | Corvid Ireland, 3 Hatch Row, D02 AB12 |

The organs that may inspect the accounts of Corvid are listed in the annex, and residents of California may appeal.
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("Corvid may", "Corvid Services may"),
        ("our AUP", "our Acceptable Use Policy"),
        ("the Reading Pane item", "the Preview Settings"),
        ("12 Quay Street, Lower Town", "7 Mill Lane, 2nd Floor, Upper Town"),
        ("number of 14259", "number of 617987"),
        ("were 840,000", "were 857,500"),
        ("020 4455 6677", "020 8899 1122"),
        ("our Wilma Rook", "our Copyright Manager Wilma Rook"),
        ("3 Hatch Row, D02 AB12", "19 Grafton Walk, D04 CD34"),
    ],
)
def test_other_names_in_the_same_place_are_editorial(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("for 5 GB of room", "for 2 TB of room"),
        ("for 30 days", "for 90 days"),
        ("stored in Ireland", "stored in India"),
        ("its advertisers", "its advertisers and whoever pays for it"),
        ("residents of California may", "residents of California, Colorado and Virginia may"),
        ("over the past six months", "over the past two months, for which you may be charged"),
    ],
)
def test_amounts_places_and_whom_something_is_for_are_substantive(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE
