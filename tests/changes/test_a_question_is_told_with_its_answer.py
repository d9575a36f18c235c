"""A question over its answer is a title: it is told above the answer, and no addition by itself; sites are items."""

from __future__ import annotations

from conductatlas.changes import SentenceChanges, foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "# Larkwell rules\n\nThe market of the village is open on all days of the week.\n\n"
_ASKS = "May a keeper of the lotteries hand out tickets at the gate?"
_ANSWER = "No, free tickets of a lottery are prohibited under our rules."
_SITES = "## Lotteries\n\nDo not show any of these sites at the market:\n\n* crow.example\n* heron.example\n"


def _compared(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(_RULES + old), read_markdown(_RULES + new), 4, ungraded)


def test_the_answer_is_told_under_its_question() -> None:
    found = _compared("", f"**{_ASKS}**\n\n{_ANSWER}\n")
    assert (found.came, found.went, found.edited) == (1, 0, 0)
    assert foremost(found) == (f"under “{_ASKS}”, it adds “{_ANSWER[:-1]}”",)


def test_a_question_in_a_line_of_its_own_is_one_however_it_is_marked() -> None:
    lines = "\n\n".join(
        ["How can I hand out tickets?", _ANSWER, "What happens if I do?", "We close your stall for a week."]
    )
    assert _compared("", lines).came == 2
    assert _compared(lines, "").went == 2


def test_a_question_within_a_text_is_a_sentence() -> None:
    assert _compared("", f"{_ASKS} {_ANSWER}\n").came == 2


def test_a_site_that_came_into_a_list_is_told() -> None:
    found = _compared(_SITES, f"{_SITES}* egret.example\n")
    assert foremost(found) == ("after “Do not show any of these sites at the market”, it adds “egret.example”",)
    assert _compared(f"{_SITES}* egret.example\n", _SITES).went == 1
