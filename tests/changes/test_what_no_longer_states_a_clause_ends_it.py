"""A provision ends where its passage goes on with words of which none states it, and keeps its words where it stood."""

from __future__ import annotations

from conductatlas.changes import ChangeKind, Followed, Standing, compare, step
from conductatlas.changes.comparison import judged_text
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_TYPE = "ai-training-opt-out"
_LEAD = "How we use what you write: on Larkwell Code we use your prompts and outputs:"
_SERVE = "* To provide the service, which is to answer your prompts with outputs,"
_ABUSE = "* To monitor abuse by you of this agreement, for which we keep prompts and outputs for thirty (30) days."
_OPT_OUT = (
    "* To train our models, unless you opt out of the training of our models in your account's settings. Your opt-out "
    "holds for the prompts and outputs that come after it."
)
_REST = (
    "The agreement between you and Larkwell Code begins on the day on which you open an account.\n\n"
    "You must be at least 16 years old to open an account with Larkwell Code.\n\n"
    "These terms are governed by the laws of Ireland, and the courts of Dublin have exclusive jurisdiction."
)


def _text(*lines: str) -> Document:
    return read_markdown("# Terms\n\n" + "\n\n".join(["\n".join([lines[0], "", *lines[1:]]), _REST]))


def _became(
    old: Document, quote: str, new: Document, confidence: float = 0.97, clause_type: str = _TYPE
) -> Followed | None:
    """What became of a provision that a passage stated at a confidence; None where it stands as it stood."""
    finder = default_finder()
    before, after = (judged_text(finder, one, "en", finder.judge) for one in (old, new))
    stood = Standing(1, clause_type, quote, "none", "protective", confidence)
    outcome = step(finder, before, [stood], after, (), 10, confirmed=True)
    return next((one for one in outcome.followed if one.identity == 1), None)


def test_what_is_left_of_a_passage_is_no_rewording_of_what_it_stated() -> None:
    old, new = _text(_LEAD, _SERVE, _ABUSE, _OPT_OUT), _text(_LEAD, _SERVE, _ABUSE)
    quote = old.text[old.blocks[1].start : old.blocks[4].end]
    became = _became(old, quote, new)
    assert became is not None
    assert became.after is None
    assert became.kind in (None, ChangeKind.REMOVED)


def test_it_goes_on_where_the_words_that_state_it_were_edited() -> None:
    edited = _OPT_OUT.replace("account's settings", "profile")
    old, new = _text(_LEAD, _SERVE, _ABUSE, _OPT_OUT), _text(_LEAD, _SERVE, _ABUSE, edited)
    quote = old.text[old.blocks[1].start : old.blocks[4].end]
    became = _became(old, quote, new)
    assert became is not None
    assert became.kind is ChangeKind.REWORDED
    assert became.after is not None
    assert "profile" in became.after.quote


def test_words_that_only_got_other_links_are_as_sure_as_they_were() -> None:
    said = "To [leave the training](https://larkwell.example/a) write to us, and we shall see to it within the week."
    old, new = read_markdown(f"{said}\n\n{_REST}"), read_markdown(f"{said.replace('/a', '/b')}\n\n{_REST}")
    became = _became(old, said, new, confidence=0.61)
    assert became is not None
    assert became.after is not None
    assert (became.kind, became.after.confidence) == (None, 0.61)


def test_a_removed_item_is_told_by_the_rules_of_removals() -> None:
    outcome = compare(default_finder(), _text(_LEAD, _SERVE, _ABUSE, _OPT_OUT), _text(_LEAD, _SERVE, _ABUSE))
    assert not [one for one in outcome.followed if one.clause_type == _TYPE and one.after is not None]


def test_what_lost_the_word_that_a_clause_needs_states_it_no_more() -> None:
    courts = (
        "You and Larkwell agree that any claim is brought in the courts of Dublin, which alone have jurisdiction over "
        "you and Larkwell, whoever brings it and whatever it is about"
    )
    old = read_markdown(f"# Terms\n\n{courts}, but for what goes to arbitration as said below.\n\n{_REST}")
    new = read_markdown(f"# Terms\n\n{courts}, and waive all objections.\n\n{_REST}")
    became = _became(old, old.text[old.blocks[1].start : old.blocks[1].end], new, clause_type="mandatory-arbitration")
    assert became is not None
    assert became.after is None
