"""Where one of two captures has gaps for the words of links, their coming back is no edit, and the doubt is told."""

from __future__ import annotations

import re

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Verdict, compare, gravity_by, sentence_changes, summarise
from conductatlas.changes.captures.lost_links import MAY_LACK_LINKS, lost_links
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_WORDS = ("Baking Rules", "Privacy Notice", "Oven Guide", "Flour Charter", "Market Policy", "Guild Terms")
_BEFORE = (
    "You must not use Larkwell to sell bread that the {} forbids, and must obey the {} at all times.",
    "We collect the data that the {} names, and share it with the companies in the {}.",
    "Whoever bakes at night must follow the {}, or we may close the account at any time.",
    "You agree to the {}, which is a part of this contract.",
    "Your stall may be searched under the {}, as well as any other rule of the market.",
    "Nobody may build a copy of an oven, as the {} says.",
)
_FEE = "Each stall pays us 5 silver pieces a month."


def _text(words: bool, fee: str = _FEE) -> Document:
    pieces = ["# Larkwell Terms", fee]
    for number, sentence in enumerate(_BEFORE):
        links = [f"[{_WORDS[(number + more) % 6]}](https://larkwell.example/{number}{more})" for more in range(2)]
        pieces.append(sentence.format(*(links if words else ("", ""))))
    return read_markdown("\n\n".join(pieces))


def test_words_of_links_that_come_back_are_no_edit() -> None:
    for old, new in ((_text(False), _text(True)), (_text(True), _text(False))):
        step = compare(default_finder(), old, new)
        assert step.verdict is Verdict.TECHNICAL
        assert not any(one.kind for one in step.followed)
        assert any(reason.endswith(MAY_LACK_LINKS) for reason in step.reasons)
        assert "may only lack the words of its links" in summarise(load_catalogue(), step.verdict, (), step.reasons)
        found = sentence_changes(old, new, 8, gravity_by(default_finder()))
        assert (found.came, found.went, found.edited) == (0, 0, 0)


def test_what_else_changed_is_told_behind_the_doubt() -> None:
    old, new = _text(False), _text(True, _FEE.replace("5", "9"))
    step = compare(default_finder(), old, new)
    assert step.verdict is Verdict.SUBSTANTIVE
    told = summarise(load_catalogue(), step.verdict, (), step.reasons, ("the fee rises",))
    assert told.index("may only lack") < told.index("the fee rises")


def test_links_that_went_with_whole_sentences_or_kept_their_words_leave_no_doubt() -> None:
    linked = _text(True)
    assert lost_links(linked, read_markdown(linked.text.replace("[", "").replace("]", " "))) is None
    notes = [f"We bake loaf number {number}. [Learn more](https://larkwell.example/{number})." for number in range(9)]
    bare = [one.partition(" [")[0] for one in notes]
    assert lost_links(*(read_markdown("\n\n".join(some)) for some in (notes, bare))) is None


_PLAIN = (
    "You must not use Larkwell to sell bread that the {Baking Rules} forbid, and must read our {Oven Guide}.",
    "We collect the data that our partners name; for more of that please read our {Privacy Notice}.",
    "Whoever bakes at night must follow the {Night Charter}, or we may close the account at any time.",
    "If your stall is closed, you may {ask us to look at it again}.",
    "Carters are free to {mute the market bell} by turning the {wheels}, and learn {how ovens work} in our {Hall}.",
    "Nobody may build a copy of an oven (see the {Oven Patents}).",
    "Questions about your stall are answered by {the guild}.",
)


def _without_marks(words: bool, fee: str = _FEE) -> Document:
    said = [re.sub(r"[{}]", "", one) if words else re.sub(r"\{.*?\}", "", one) for one in _PLAIN]
    return read_markdown("\n\n".join(["# Larkwell Terms", fee, *said]))


def test_gaps_that_words_without_a_link_fill_are_no_edit() -> None:
    for old, new in ((_without_marks(False), _without_marks(True)), (_without_marks(True), _without_marks(False))):
        step = compare(default_finder(), old, new)
        assert step.verdict is Verdict.TECHNICAL
        assert any(reason.endswith(MAY_LACK_LINKS) for reason in step.reasons)
        found = sentence_changes(old, new, 8, gravity_by(default_finder()))
        assert (found.came, found.went, found.edited) == (0, 0, 0)


def test_words_that_came_where_no_gap_was_are_told_beside_gaps() -> None:
    old = _without_marks(False, "Each stall pays us 5 silver pieces.")
    new = _without_marks(True, "Each stall pays us 5 silver pieces, and must leave at noon.")
    step = compare(default_finder(), old, new)
    assert step.verdict is Verdict.SUBSTANTIVE
    found = sentence_changes(old, new, 8, gravity_by(default_finder()))
    assert [one.after for one in found.foremost] == ["Each stall pays us 5 silver pieces, and must leave at noon."]


def test_few_spaces_ahead_of_signs_are_no_gaps() -> None:
    whole = _without_marks(True)
    spaced = read_markdown(whole.text.replace(",", " ,").replace(".", " ."))
    assert lost_links(whole, spaced) is None
    bare = read_markdown(whole.text.replace("Baking Rules", "").replace("the guild", ""))
    assert lost_links(bare, whole) is None
