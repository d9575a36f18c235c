"""Where one of two captures has gaps for the words of links, their coming back is no edit, and the doubt is told."""

from __future__ import annotations

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
