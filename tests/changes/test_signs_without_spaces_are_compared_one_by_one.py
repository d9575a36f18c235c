"""A redline of Chinese or Japanese marks the signs that changed, and pairs nothing at a comma or a lone sign."""

from __future__ import annotations

import pytest

from conductatlas.changes import redline
from conductatlas.changes.language.effect import effective_words
from conductatlas.reading import sentences
from tests.changes.test_a_redline_cuts_no_word import marked


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "h.在您打开大门以后,请放心。",
            "g.在您打开大门以后,请放心。",
            "[-h-]{+g+}.在您打开大门以后,请放心。",
        ),
        (
            "您使用AI磨坊时,请您放心。",
            "您使用石头磨坊时,请放心。",
            "您使用[-AI-]{+石头+}磨坊时,请[-您-]放心。",
        ),
        ("粉屋の主人は袋を預かります。", "粉屋の主人は馬を預かります。", "粉屋の主人は[-袋-]{+馬+}を預かります。"),
    ],
)
def test_only_the_signs_that_changed_are_marked(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_sentences_that_have_only_a_comma_in_common_are_struck_and_inserted_whole() -> None:
    old, new = "此外,磨坊主会检查每一袋面粉的重量并记录", "村民自己的马车停在河边的时候,由桥上的守卫负责看管"
    assert [one.text for one in redline(old, new)] == [old, new]


def test_a_question_that_is_quoted_within_a_sentence_ends_none() -> None:
    assert len(sentences('例如,您提问"附近的磨坊在哪里?",我们会查看地图。')) == 1
    assert len(sentences("附近的磨坊在哪里?我们会查看地图。")) == 2


@pytest.mark.parametrize(
    "address", ["(gate@larkwell.example)", "https://larkwell.example/mill", "www.larkwell.example"]
)
def test_an_address_masks_no_words_that_stand_beside_it_without_a_space(address: str) -> None:
    old = f"村民可以向磨坊主索取面粉(包括:小麦粉、黑麦粉等),请写信至{address}并说明理由,我们会尽快答复。"
    new = f"村民可以向磨坊主索取面粉,请写信至{address}并说明理由,我们会尽快答复。"
    assert effective_words(old) != effective_words(new)
    assert effective_words(new) != effective_words(new.replace("尽快", "在十天内"))
    other = address.replace("larkwell", "corvid")
    assert effective_words(new) == effective_words(new.replace(address, other))
