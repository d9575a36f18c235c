"""Where to read or ask, what a page is called and where somebody lives are a matter of letters, however they are put."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

You may not sell your account. Corvid may close it at any time, and no fee is refunded.

If you would like to exercise any of these rights, please email help@corvid.example.

You must pay what our list of prices says, and we may raise them.

You must look at the Status Dashboard before you claim a credit.

If you object to a charge, you must write to us at 12 Quay Street B2, Lower Town, NV 89012, or you lose your claim.

To learn more, please see https://corvid.example/rules. You may refuse what they say.

Heron Paddles may end your account, and you agree that it has no duty to say why.

If you purchased a credit, you may not sell it.

Learn more about our rules for those who keep boats, our rules for those who mend nets, our rules for those who \
build piers, our rules for those who paint hulls, our rules for those who sell ropes, our rules for buoys and our rules \
for contests.

Visit our Rights of Harbours page for more information.

Register now for Corvid Days in Lower Town, from 2 to 4 May.
"""


def _verdict(old: str, new: str) -> Verdict:
    return compare(default_finder(), read_markdown(old), read_markdown(new)).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("please email help@corvid.example", "please submit a [data request](https://corvid.example/ask)"),
        ("list of prices says, and", "list of prices says, available here, and"),
        ("the Status Dashboard", "the Corvid Office Status Dashboard"),
        ("12 Quay Street B2, Lower Town, NV 89012", "Raven, Inc., P.O. Box 609, Upper Town, TN 37206"),
        ("please see https://corvid.example/rules.", "please see our rules."),
        ("Heron Paddles may", "Raven Harbour Ltd may"),
        ("If you purchased", "f you purchased"),
        (" our rules for buoys and", " and"),
        ("for more information", "for more information, including how agents ask for it"),
    ],
)
def test_such_differences_are_editorial(replaced: str, by: str) -> None:
    assert replaced in _TERMS
    assert _verdict(_TERMS, _TERMS.replace(replaced, by)) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("please email help@corvid.example", "please submit a data request within 30 days"),
        ("list of prices says, and", "list of prices says, available to members, and"),
        ("look at the Status Dashboard", "look at the Status Dashboard and the notices"),
        ("Heron Paddles may", "Heron Paddles, Ltd and those it pays may"),
        ("for more information", "for more information. You may opt out there"),
    ],
)
def test_what_only_looks_like_them_is_substantive(replaced: str, by: str) -> None:
    assert replaced in _TERMS
    assert _verdict(_TERMS, _TERMS.replace(replaced, by)) is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    "added",
    [
        "Raven, Inc., located at 12 Quay Street, Lower Town, NV 89012.",
        "You may also reach out to our officer directly: Rook Starling rook@corvid.example.",
        "To submit a request about your data, please go here.",
        "If you would like to review our terms for other harbours, please use the following links: "
        "Heron – https://heron.example/terms",
    ],
)
def test_where_to_write_and_what_to_read_is_editorial_where_it_comes(added: str) -> None:
    assert _verdict(_TERMS, f"{_TERMS}\n{added}\n") is Verdict.EDITORIAL


def test_another_invitation_to_a_visitor_is_none_of_the_text() -> None:
    assert _verdict(_TERMS, _TERMS.replace("from 2 to 4 May", "and save $99")) is Verdict.TECHNICAL


def test_a_name_that_gave_way_to_a_longer_one_throughout_a_table_is_editorial() -> None:
    table = (
        "# Privacy\n\nWe collect what these services need.\n\n| Service | Data |\n| --- | --- |\n"
        "| Corvid Chat | What you say to Chough and what Chough says to you |\n| Corvid Mail | What Chough sorts |\n"
    )
    assert _verdict(table, table.replace("Chough", "Raven Helper")) is Verdict.EDITORIAL
    assert _verdict(table, table.replace("What Chough sorts", "What you write, and where you are")) is Verdict.SUBSTANTIVE
