"""Addresses shown, labels and choices of languages are how a page is drawn; cookies in a table are what it lists."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_POLICY = """\
#### View this in other languages: [English](/en) and [Polski](/pl)

# Cookie policy

Please read the [terms of Corvid](https://corvid.example/terms) before you row a boat of Heron on the lake.

Write to our officer at (mailto:[rook@corvid.example](mailto:rook@corvid.example))

The boathouse asks for two-step authentication where you have switched it on.

4.  **CHARGES TO SERVICES**

| Site | Cookies |
| --- | --- |
| corvid.example | corvid_id, corvid_seen, corvid_track |
| raven.example | raven_id |

* [+] Submit feedback
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _POLICY
    return compare(default_finder(), read_markdown(_POLICY), read_markdown(_POLICY.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("[terms of Corvid](https://corvid.example/terms)", "terms of Corvid (https://corvid.example/terms)"),
        (
            "(mailto:[rook@corvid.example](mailto:rook@corvid.example))",
            "[rook@corvid.example](mailto:rook@corvid.example)",
        ),
        ("View this in other languages: [English](/en)", "Zobacz to w innych językach : [Englisch](/en)"),
        ("* [+] Submit feedback\n", ""),
        (
            "* [+] Submit feedback\n",
            "We use cookies to improve what you may see.\n\nAllow all cookies\n\nOnly allow essential cookies\n",
        ),
    ],
)
def test_how_it_is_drawn_is_technical(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.TECHNICAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("a boat of Heron", "a boat of HERON"),
        ("CHARGES TO", "CHANGES TO"),
        ("boathouse", "boat-house"),
        ("# Cookie policy", "# Cookie policy\n\n## 2. General"),
        ("two-step authentication", "2-Step Verification"),
    ],
)
def test_what_is_written_otherwise_is_editorial(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        (", corvid_track", ""),
        ("| raven.example | raven_id |\n", ""),
        ("[terms of Corvid](https://corvid.example/terms)", "terms of Corvid and Raven (https://corvid.example/terms)"),
    ],
)
def test_what_it_lists_is_of_effect(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is not Verdict.TECHNICAL
