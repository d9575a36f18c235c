"""Whatever lines two texts are made of, they are compared and summed up, and nothing ends in an error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conductatlas.changes import compare_states, foremost, sentence_changes, ungraded
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_NUMBERS = (
    "1. ",
    "2. ",
    "9) ",
    "100. ",
    "2024. ",
    "99999) ",
    "a. ",
    "iv) ",
    "3.1 ",
    "3.1.2. ",
    "0. ",
    "- ",
    "* ",
    "+ ",
    "",
)
_MARKS = ("", "# ", "###### ", "> ", "**", "__", "[", "| ", "    ", "\t", "¹ ", "[^1]: ")
_WORDS = (
    "Fees",
    "Section 4",
    "2024",
    "Last updated: 3 May 2024",
    "THE FERRY IS CLOSED",
    "You may cancel at any time in your settings.",
    "We share your data with advertisers; you can object, where the law of your home says so",
    "We may change these terms at any time, and will notify you at least 30 days before.",
    "The rules of the ferry are:",
    "| Cookie | Purpose |",
    "|---|---|",
    "**Fees.** You pay a fee of 12 €, or 14 %.",
    "[here](https://example.org/a_(b))",
    "***",
    "\u200b",
    "٣. ²",
    "",
)
_LINES = st.builds(
    "".join,
    st.tuples(st.sampled_from(_NUMBERS), st.sampled_from(_MARKS), st.sampled_from(_WORDS), st.sampled_from(_MARKS)),
)
_TEXTS = st.builds(str.join, st.sampled_from(("\n", "\n\n")), st.lists(_LINES, max_size=14))


@given(_TEXTS, _TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_two_texts_have_an_answer(before: str, after: str) -> None:
    old, new = read_markdown(before), read_markdown(after)
    assert compare_states(default_finder(), old, old, "en").verdict.value == "none"
    compare_states(default_finder(), old, new, "en")
    found = sentence_changes(old, new, 8, ungraded)
    assert len(foremost(found)) <= len(found.told) + 8


def test_items_that_are_numbered_by_years_are_compared() -> None:
    closed = "The ferry was closed for repairs all through the year."
    years = f"2019. {closed}\n2020. {closed}\n2021. The Ferry Of The Valley\n2022. {closed}"
    old, new = read_markdown("# Rules\n\nThe ferry is closed."), read_markdown(f"# Rules\n\n{years}")
    assert [one.after for one in sentence_changes(old, new, 8, ungraded).told]
