"""What an editor puts right, where one reads more and since when a text applies change to the letter only."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare, says_the_same
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_POLICY = """\
# Privacy Notice

We, Corvid Systems, Inc., collect what you send with Corvid Mail, and we may share it with our advertisers.

We neglect no appeal involving children. Involving a lawyer is up to you, and so is increasing the limit of two users.

You may register or transfer a mailbox, and we keep it for thirty (30) days in the United States.

You must not sell what the licensor lends you. Our licensee may do so.

Gambling and the like fall under our [rules on restricted goods](https://corvid.example/goods). Learn more about it.

We analyze how the program behaves in your neighborhood, in accordance with 12 Corvid Code § 15.

The categories of what we have collected about you:

- the purposes for which we share such personal information.
- those with whom we share it

If you have a question about your data, please contact us through Corvid Support.

If you live in Kent, Surrey or Sussex, you have the right to access the personal data that we hold about you, and to \
have it deleted. We answer within 45 days of your request. If we refuse it, you may appeal, and if we refuse that too, \
you may contact the attorney of your county. You have these rights whether or not you have an account with us.

Data stays in Norway since 2020.
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _POLICY
    return compare(default_finder(), read_markdown(_POLICY), read_markdown(_POLICY.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("appeal involving", "appeal invovling"),
        ("increasing the limit", "increase the limit"),
        ("thirty (30) days", "30 days"),
        (
            "analyze how the program behaves in your neighborhood",
            "analyse how the programme behaves in your neighbourhood",
        ),
        ("Code § 15", "Code Section 15"),
        ("the United States", "the U.S."),
        ("register or transfer a mailbox", "transfer or register a mailbox"),
        ("[rules on restricted goods](https://corvid.example/goods). ", ". "),
        ("Learn more about it.", "Learn more about gambling in our help center."),
        ("share such personal information.", "share such personal"),
        ("Corvid Systems, Inc.,", "Raven Services, LLC,"),
        ("contact us through Corvid Support", "contact us through the Corvid Support portal"),
        ("# Privacy Notice", "# Privacy Notice\n\nThe previous version of this notice was posted on 20 January 2026."),
        (
            "# Privacy Notice",
            "# Privacy Notice\n\nFrom 2 May 2026 on we are updating our privacy notice. See what is new.",
        ),
        ("# Privacy Notice", "# Privacy Notice\n\nFor more information about cookies, please see our page on them."),
    ],
)
def test_such_differences_are_editorial(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("the licensor lends", "the licensee lends"),
        ("thirty (30) days", "sixty (60) days"),
        ("we may share it with our advertisers", "our advertisers may share it with you"),
        ("You must not sell what", "You must sell what"),
        ("Learn more about it.", "Learn more about your right to opt out of it."),
        (
            "live in Kent, Surrey or Sussex",
            "live in Devon, Dorset, Kent, Norfolk, Suffolk, Surrey or Sussex",
        ),
        ("stays in Norway since 2020", "stays in India since 2020"),
        (
            "# Privacy Notice",
            "# Privacy Notice\n\nFrom 2 May 2026 on we are changing our fees: a mailbox costs two euros a month.",
        ),
    ],
)
def test_what_only_looks_like_them_is_substantive(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    ("british", "american"),
    [
        (
            "A licence is licensable and sublicencable for wilful use",
            "A license is licensable and sublicensable for willful use",
        ),
        ("Travellers who organise behavioural trials", "Travelers who organize behavioral trials"),
        ("Recognisable jewellery in grey", "Recognizable jewelry in gray"),
    ],
)
def test_british_and_american_spellings_are_the_same_words(british: str, american: str) -> None:
    assert says_the_same(british, american)
