"""A dialogue on cookies that was captured with a policy states no clause of it and changes nothing in it."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_POLICY = """\
# Privacy Policy

Larkwell keeps your letters for thirty days and then deletes them. We may share your address with couriers.

## Cookies

We place advertising cookies to show you offers that suit you, and you can refuse them in your settings.
"""
_DIALOGUE = """\
We value your privacy

This site uses cookies to count visits and to show offers. By clicking "Accept All", you consent to them.

Customise Reject All Accept All

Cookie preferences ![](/close.svg)

You will find the cookies of each category below.

Necessary

Always Active

Necessary cookies keep you signed in and store no data by which you could be identified.

Advertisement

Advertising cookies are used to show you offers that rest on the pages that you visited before.

Reject All Save My Preferences Accept All

Powered by [![](/maker.svg)](https://maker.example/)

"""


@pytest.mark.parametrize("before", [True, False])
def test_a_dialogue_that_came_or_went_is_technical(before: bool) -> None:
    texts = [read_markdown(_POLICY), read_markdown(_DIALOGUE + _POLICY)]
    assert compare(default_finder(), *(texts if before else texts[::-1])).verdict is Verdict.TECHNICAL


@pytest.mark.parametrize(
    "row",
    [
        "You can change your choice at any time.",
        "Reject All",
    ],
)
def test_what_stands_below_a_single_row_of_buttons_is_text(row: str) -> None:
    rule = "Advertising cookies are used to sell what you read here to our partners in the trade of offers."
    old = read_markdown(_POLICY)
    new = read_markdown(f"{_POLICY}\n{row}\n\n{rule}\n")
    assert compare(default_finder(), old, new).verdict is Verdict.SUBSTANTIVE


def test_text_between_rows_that_is_not_on_cookies_is_text() -> None:
    rules = (
        "You must pay three euros for each letter that you send by night over the river.\n\n"
        "We may end your account without notice if a letter is not paid for within ten days."
    )
    new = read_markdown(f"{_POLICY}\nAccept All\n\n{rules}\n\nReject All Accept All\n")
    assert compare(default_finder(), read_markdown(_POLICY), new).verdict is Verdict.SUBSTANTIVE


_PURPOSES = """\
Customise your consent to the kinds of cookies and to their purposes below.

{purposes}

Vendors
"""
_PURPOSE = """\
Choose offers by what you read

Consent

Cookies of what you read on a site can tell which offers are shown to you there, and on any other site.

A mill may learn that you read of bread, and show you its flour a week later, as we may tell it who you are.

Number of Vendors seeking consent{more}
"""


_NIGHTS = [
    f"Whoever sends letter {number} by night pays for the {number} lamps along the river." for number in range(40)
]
_LONG_POLICY = "\n\n".join([_POLICY, *_NIGHTS])


def _with_purposes(more: str, count: int) -> str:
    purposes = _PURPOSES.format(purposes="\n".join([_PURPOSE.format(more=more)] * count))
    return _DIALOGUE.replace("Reject All Save", f"{purposes}\nReject All Save") + _LONG_POLICY


@pytest.mark.parametrize("more", [": 612", " or relying on legitimate interest: 75"])
def test_purposes_for_which_vendors_ask_consent_are_of_the_dialogue(more: str) -> None:
    texts = read_markdown(_LONG_POLICY), read_markdown(_with_purposes(more, 12))
    for old, new in (texts, texts[::-1]):
        step = compare(default_finder(), old, new)
        assert step.verdict is Verdict.TECHNICAL
        assert not any("words" in reason for reason in step.reasons)


def test_purposes_of_which_no_vendor_is_counted_are_text() -> None:
    uncounted = _with_purposes("", 12).replace("Number of Vendors seeking consent", "")
    old, new = map(read_markdown, (_LONG_POLICY, uncounted))
    assert compare(default_finder(), old, new).verdict is Verdict.SUBSTANTIVE
