"""Teasers, menus behind a title and remarks above the date of a text are the page's; statements are not."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TEXT = """\
# Cookies at corvid.example

Last updated August 2021

Cookies are small files that are placed on your computer when you visit a site. We use them to see which areas are
popular, and to count visits to our sites.

## Which cookies we use

Technical cookies are essential for the functioning of our site, and you cannot reject them.

You can send a complaint to feathers [at] corvid.example. We answer it within 30 days.
"""
_TEASER = """\
*   [![](https://corvid.example/a.png)

    #### Corvid Voices

    Donate your voice so that the future of all our birds can hear everyone.

    ](https://corvid.example/voices)

"""
_REMARKS = """\
Please see our [notice](https://corvid.example/p) regarding how we will handle this.

Our nests are used throughout the public and private sectors to help birds with the hardest of winters.

"""
_TARGET = "https://corvid.example/(a%20first)%20" + "long%20" * 300 + "(b)%20(c)%20(d)%20(e)%20target"


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TEXT
    new = read_markdown(_TEXT.replace(replaced, by))
    there, back = (compare(default_finder(), *pair).verdict for pair in ((_OLD, new), (new, _OLD)))
    assert there is back
    return there


_OLD = read_markdown(_TEXT)


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("# Cookies at corvid.example", "# Cookies at corvid.example NeighboursPublic services"),
        ("# Cookies", _TEASER + "# Cookies"),
        (
            "Last updated",
            _REMARKS + "Last updated",
        ),
        ("visit a site.", f"visit [a site]({_TARGET})."),
    ],
)
def test_what_the_page_adds_is_technical(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.TECHNICAL


def test_an_address_spelt_in_words_is_a_contact() -> None:
    twice = "feathers [at] corvid.example (feathers[at]corvid[dot]example)"
    assert _verdict("feathers [at] corvid.example", twice) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("Last updated", "We share what cookies tell with advertisers, and you cannot object.\n\nLast updated"),
        ("Last updated", "This policy holds in Germany and in France.\n\nLast updated"),
        ("# Cookies at corvid.example", "# Cookies at corvid.example and at heron.example"),
    ],
)
def test_what_says_something_is_more(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) in (Verdict.EDITORIAL, Verdict.SUBSTANTIVE)
