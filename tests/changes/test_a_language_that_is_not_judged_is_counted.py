"""Sentences of Chinese are told apart without spaces, and in a language that is not judged none goes before another."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    SentenceChanges,
    Verdict,
    foremost,
    sentence_changes,
    summarise,
    ungraded,
)
from conductatlas.reading import read_markdown, sentences

_KEPT = "在注销以前，我们将验证你的身份和设备。你知道注销以后不能恢复账号。"
_OLD = f"# 磨坊规则\n\n我们只在本国保存你的文件。\n\n**注销账号**\n\n你可以写信给我们申请注销账号。{_KEPT}\n"
_SECTION = (
    "**个性化推荐**\n\n我们会为你推荐内容。我们可能收集你的浏览记录。你可以在设置中关闭推荐。"
    "关闭以后你仍可浏览内容。\n\n"
)
_NEW = _OLD.replace("写信给我们申请", "在设置页面直接").replace("**注销", f"{_SECTION}**注销")


def _changes(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("磨坊开门。大家进来!好吗?好。", ["磨坊开门。", "大家进来!", "好吗?", "好。"]),
        ('他说"磨坊开门。"大家进来。', ['他说"磨坊开门。"', "大家进来。"]),
        ('磨坊开门。"门"是木头的。', ["磨坊开门。", '"门"是木头的。']),
        ("水車は回る。粉をひく。 b.終わり", ["水車は回る。", "粉をひく。", "b.終わり"]),
        ("Wer mahlt? das Rad!das Wehr", ["Wer mahlt? das Rad!das Wehr"]),
        ("门。", ["门。"]),
    ],
)
def test_a_sentence_ends_at_its_mark_without_a_space(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_what_a_paragraph_still_says_is_no_part_of_an_edit() -> None:
    found = _changes(_OLD, _NEW)
    assert (found.came, found.went, found.edited) == (4, 0, 1)
    (edited,) = (one for one in found.told if one.how == "edited")
    assert edited.before == "你可以写信给我们申请注销账号。"


def test_nothing_is_told_above_all() -> None:
    (phrase,) = foremost(_changes(_OLD, _NEW), "zh")
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, [], (), [phrase])
    assert told == (
        "The section “个性化推荐” came; 4 sentences came and 1 sentence was edited; provisions are not judged in this "
        "language."
    )


def test_of_a_text_of_which_no_sentence_differs_no_examination_is_told() -> None:
    (phrase,) = foremost(_changes(_OLD, _OLD), "zh")
    assert phrase == "the text changed; provisions are not judged in this language"
