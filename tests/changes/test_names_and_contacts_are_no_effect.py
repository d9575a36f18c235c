"""Names, terms renamed throughout and contacts are a matter of letters; places and periods among them are not."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_POLICY = """\
# Privacy Policy

We, Corvid Ireland Company, are the controller of what you send with Corvid Mail. Corvid Mail is made in Dublin.

You may write a dispatch to anyone. We show every dispatch to its addressee, and keep each dispatch for 30 days.

We delete a dispatch that breaks the law.

You can withdraw a dispatch within a minute.

You can contact our Data Protection Officer at Quay House, 4 Lime Quay, Dublin or at dpo@corvid.example within 30 days.

Data location: Germany

We share what you send with courts where the law says so.

> Data Protection Officer
> Corvid Services Limited
> 1 Hatch Street
> Dublin D02
"""


def _verdict(old: str, new: str) -> Verdict:
    return compare(default_finder(), read_markdown(old), read_markdown(new)).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("Corvid Ireland Company", "Corvid Ireland Unlimited Company"),
        ("dispatch", "letter"),
        ("Quay House, 4 Lime Quay, Dublin or at dpo@corvid.example", "privacy@corvid.example"),
        ("\n> Data Protection Officer\n> Corvid Services Limited\n> 1 Hatch Street\n> Dublin D02\n", ""),
        ("We delete a dispatch that breaks the law", "We delete a Dispatch that breaks the Law"),
    ],
)
def test_names_renamed_terms_and_contacts_are_editorial(replaced: str, by: str) -> None:
    assert replaced in _POLICY
    assert _verdict(_POLICY, _POLICY.replace(replaced, by)) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("Data location: Germany", "Data location: Singapore"),
        ("or at dpo@corvid.example within 30 days", "or at dpo@corvid.example within 3 days"),
        ("keep each dispatch for", "keep each parcel for"),
        ("with courts where", "with anyone where"),
    ],
)
def test_places_periods_and_other_words_are_substantive(replaced: str, by: str) -> None:
    assert replaced in _POLICY
    assert _verdict(_POLICY, _POLICY.replace(replaced, by)) is Verdict.SUBSTANTIVE


def test_capitals_of_a_heading_are_the_page_s() -> None:
    assert _verdict(_POLICY, _POLICY.replace("# Privacy Policy", "# PRIVACY POLICY")) is Verdict.TECHNICAL
