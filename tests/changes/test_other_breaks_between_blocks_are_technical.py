"""The same text with other breaks in it is the same text, wherever the breaks are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conductatlas.changes import Verdict, compare
from conductatlas.changes.aligning.division import Divisions, Letters
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_SENTENCES = (
    "You must be at least 16 years old to open a mailbox.",
    "We may close your mailbox without notice",
    "if you sell it.",
    "We share what you send with advertisers, and keep it for two years.",
    "The courts of Dublin have jurisdiction over every dispute between you and Corvid.",
    "Our liability",
    "is limited to €100, as far as the law allows.",
    "You can delete your data at any time.",
)


def _divided(breaks: list[bool]) -> str:
    """The sentences as paragraphs, with a break after each for which there is to be one."""
    text = ""
    for sentence, ends in zip(_SENTENCES, breaks, strict=True):
        text += sentence + ("\n\n" if ends else " ")
    return text


_BREAKS = st.lists(st.booleans(), min_size=len(_SENTENCES), max_size=len(_SENTENCES))


@given(_BREAKS, _BREAKS)
@settings(max_examples=40)
def test_any_other_division_is_technical(before: list[bool], after: list[bool]) -> None:
    old, new = read_markdown(_divided(before)), read_markdown(_divided(after))
    assert compare(default_finder(), old, new).verdict in (Verdict.TECHNICAL, Verdict.NONE)


@given(
    _BREAKS,
    _BREAKS,
    st.sampled_from([place for place, one in enumerate(_SENTENCES) if one[0].isupper() and one[-1] == "."]),
)
@settings(max_examples=40)
def test_a_whole_sentence_that_is_gone_is_missed_in_any_division(
    before: list[bool], after: list[bool], gone: int
) -> None:
    old, new = _divided(before), _divided(after).replace(_SENTENCES[gone], "")
    assert compare(default_finder(), read_markdown(old), read_markdown(new)).verdict is not Verdict.TECHNICAL


def test_a_short_block_is_kept_only_together_with_what_stands_beside_it() -> None:
    old = read_markdown("We collect what you send.\n\nYour name\n\nWe keep it for two years after that.")
    same = read_markdown("We collect what you send. Your name\n\nWe keep it for two years after that.")
    other = read_markdown("We collect what you send.\n\nWe keep it for two years after that. Tell us your name.")
    assert Divisions(Letters(old), Letters(same), 2).are_kept([1], [0])
    assert not Divisions(Letters(old), Letters(other), 2).are_kept([1], [])
