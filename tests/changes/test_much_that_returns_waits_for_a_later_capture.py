"""A version in which much comes back waits for a later capture, also where nobody was told that it had gone."""

from __future__ import annotations

import pytest

from conductatlas.changes import Dormant, begin, judged_text, step
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_STAYS = [
    "You must be at least 16 years old to use Corvid Mail.",
    "These terms are governed by the laws of Ruritania.",
    "You keep all rights in the letters that you send with Corvid Mail.",
]
_RETURNS = [
    "We may change these terms at any time by posting them on this page.",
    "You must not scrape or reverse engineer Corvid Mail.",
    "Fees that you paid are not refundable.",
    "We may suspend or close your account at any time for any reason.",
    "Corvid Mail is provided as is, without warranties of any kind.",
    "You agree to indemnify Corvid Mail against all claims that arise from your letters.",
]


@pytest.mark.parametrize("told", [True, False])
def test_what_comes_back_counts_as_coming_at_once(told: bool) -> None:
    finder = default_finder()
    old, new = (
        judged_text(finder, read_markdown("# Terms\n\n" + "\n\n".join(some)), "en", finder.judge)
        for some in (_STAYS, [*_STAYS, *_RETURNS])
    )
    provisions = begin(finder, old, 1)[0]
    known = {one.quote for one in provisions}
    dormant = [
        Dormant(100 + number, one.clause_type, one.quote, told)
        for number, one in enumerate(begin(finder, new, 1)[0])
        if one.quote not in known
    ]
    assert len(dormant) >= 5
    found = step(finder, old, provisions, new, dormant, 200)
    assert sum(one.returned for one in found.followed) == len(dormant)
    assert f"this one would add {len(dormant)} more at once" in found.doubt
