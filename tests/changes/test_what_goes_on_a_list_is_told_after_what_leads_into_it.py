"""A sentence that goes on what was said before it is not quoted without that."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.effects.lone_words import lone_sentences
from conductatlas.provisions import Part
from conductatlas.reading import read_markdown

_LIST = (
    "# Larkwell\n\n## Plans\n\nIf you draw a plan for free, we use it to:\n\n* show it to you\n* improve our seeds\n\n"
    "{}\n\n## Bulbs\n\nBulbs are sent in autumn, as long as the ground is not frozen.\n"
)
_GRANT = "Accordingly, you grant Larkwell a licence to use the plan for as long as the garden stands."


@pytest.mark.parametrize("old_has_it", [False, True])
def test_it_is_told_after_the_lead_in_of_the_list(old_has_it: bool) -> None:
    old, new = (read_markdown(_LIST.format(_GRANT if has else "")) for has in (old_has_it, not old_has_it))
    (phrase,) = foremost(sentence_changes(old, new, 8, ungraded))
    does = "it no longer says" if old_has_it else "it adds"
    assert phrase == f"after “If you draw a plan for free, we use it to”, {does} “{_GRANT[:-1]}”"


def test_what_says_the_like_of_a_rule_is_shown_behind_it() -> None:
    rule = "The gate stays shut for a month."
    like = "Similarly, any dispute about the fence is settled by binding arbitration and not in court."
    quote = f"{rule} {like}"
    parts = [Part(quote.index(like), len(quote), 0.9)]
    assert [one.words for one in lone_sentences("mandatory-arbitration", [rule, like], quote, parts)] == [rule, like]
