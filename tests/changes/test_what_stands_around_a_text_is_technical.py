"""Menus, the tail of a help page and a machine's summary belong to the page; lists of the text do not."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_PAGE = """\
* Small business
* Public sector
* Retiree plans
* Spring Week (May 3 - 9, 2024)
* Pensions

Corvid Strengthens Its Core Business

* Shop
* Owners

## AI-generated Key Takeaways

* You must not resell the service, and we may close accounts that do.

## Terms of Service

You must not resell the service. We may close the account of anyone who does so at any time.

## Covered services

The following services are covered by this agreement, but may not be offered where you live.

* Corvid Mail
* Corvid Maps

We store these cookies:

Name

corvid_session

Purpose of the cookie

We and our 1711 partners use what we store on your device to show you advertising, and share it with each other.

* Home
* About us
* Careers
* Boats
* Oars
* Sails
* Ropes
* Charts
* Lamps
* Press
* Sitemap
* Gifts

Retrieved from "https://corvid.example/index.php?title=Policy:Terms_of_Use&oldid=267246"

Was this helpful?

Can you say more about it?

Related articles

How do I get at what you know about me?
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _PAGE
    return compare(default_finder(), read_markdown(_PAGE), read_markdown(_PAGE.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("* Public sector\n", "* Public sector\n* Hospitality industry\n"),
        ("* Spring Week (May 3 - 9, 2024)", "* Summer Week (July 3 - 9, 2024)"),
        ("Corvid Strengthens Its Core Business", "Raven Joins With Corvid to Build New Boats"),
        ("and we may close accounts that do", "and Corvid is entitled to close your account at once"),
        ("1711 partners", "1714 partners"),
        ("title=Policy:Terms_of_Use&oldid=267246", "title=Policy:Terms_of_Use&oldid=285736"),
        ("* Oars\n", "* Oars\n* Anchors\n"),
        ("* Spring Week", "* Rowing for everyone\n* Spring Week"),
        ("Corvid Strengthens", "Create an account or sign in for a better day\n\nCorvid Strengthens"),
        ("We store these", "![Logo of Corvid](/logo.svg) We store these"),
        (
            "## Terms of Service",
            "![](data:image/png;base64,iVBORw0KGgo/AAAA/NSUhEUg+AAAu4/CAYAAABc)\n\n## Terms of Service",
        ),
        ("## Terms", "[All](/a) [Rules](/r) Corvid Mail Terms\n\n## Terms"),
        ("## Terms", "Version:March 4, 2026 (Latest)\n\n## Terms"),
        ("* Oars\n", "* Oars\n\n© 2026 Corvid Ltd.\n\nCorvid and Raven are registered trademarks of Corvid Ltd.\n"),
        ("## Terms", "Mail Mail Mail Mail Mail Mail Mail Mail\n\n## Terms"),
        ("Can you say more about it?", "What did you not like about this product or policy?"),
        ("How do I get at what you know about me?", "Can I obtain information about the account of someone else?"),
    ],
)
def test_what_the_page_says_around_the_text_is_technical(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.TECHNICAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("* Corvid Maps\n", "* Corvid Maps\n* Corvid Games\n"),
        ("corvid_session\n", "corvid_session\n\nName\n\ncorvid_track\n\nPurpose of the cookie\n"),
        ("at any time.", "at any time, without notice."),
    ],
)
def test_what_the_text_lists_is_substantive(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE
