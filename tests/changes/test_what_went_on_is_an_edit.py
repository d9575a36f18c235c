"""An item or a sentence that stands whole at the beginning of a longer one in its place was edited: it did not go."""

from __future__ import annotations

from conductatlas.changes import SegmentKind, SentenceChanges, align, sentence_changes
from conductatlas.reading import read_markdown

_ABOVE = "# Larkwell rules\n\nDo not offer any of these things on the market of the village:\n\n"
_ITEMS = ("Fireworks for more than nine persons", "{}", "Horses that have no owner in the valley")
_SHORT = "Unlicensed lotteries."
_LONG = (
    "Unlicensed lotteries, not including a draw, a raffle or a tombola that a school holds for its pupils in a year."
)


def _text(item: str) -> str:
    return _ABOVE + "\n".join(f"* {one.format(item)}" for one in _ITEMS)


def _compared(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, lambda sentence, heading, lead_in: 0)


def test_an_item_that_got_an_exception_was_edited() -> None:
    found = _compared(_text(_SHORT), _text(_LONG))
    (one,) = found.told
    assert (one.how, one.before, one.after) == ("edited", _SHORT, _LONG)
    assert not [segment for segment in one.segments if segment.kind is SegmentKind.DELETED and segment.text.strip(" .")]
    assert (found.came, found.went, found.edited) == (0, 0, 1)


def test_an_item_that_lost_its_exception_was_edited() -> None:
    (one,) = _compared(_text(_LONG), _text(_SHORT)).told
    assert (one.how, one.before, one.after) == ("edited", _LONG, _SHORT)


def test_its_blocks_are_one_in_both_texts() -> None:
    for old, new in ((_SHORT, _LONG), (_LONG, _SHORT)):
        found = align(read_markdown(_text(old)), read_markdown(_text(new)))
        assert (found.removed, found.added) == ((), ())


def test_a_title_is_no_beginning_of_a_paragraph() -> None:
    told = "Lost sacks are kept by the miller for a year, and given to the poor of the village behind that day."
    found = align(read_markdown("# Mill\n\n## Lost sacks\n"), read_markdown(f"# Mill\n\n{told}\n"))
    assert (len(found.removed), len(found.added)) == (1, 1)


def test_a_single_word_is_no_beginning() -> None:
    found = _compared(_text("Lotteries"), _text("Lotteries of schools that are held at Easter for their own pupils."))
    assert [one.how for one in found.told] == ["came"]


def test_the_first_line_of_a_paragraph_that_was_taken_line_by_line_is_a_part_of_it() -> None:
    lines = ("The miller may refuse any sack at", "any hour of the day and of the night, as where it is torn,")
    broken = "# Mill\n\n" + "\n\n".join((*lines, "or was filled by somebody else than the one who brings it.")) + "\n"
    found = align(read_markdown(broken), read_markdown(broken.replace("\n\n", " ").replace("# Mill ", "# Mill\n\n")))
    assert [edge.part for edge in found.edges if edge.old == 1] == [True]


def test_an_item_that_goes_on_otherwise_behind_a_long_beginning_was_edited() -> None:
    begun = "Any sack, cart or other load of grain that is"
    before = (
        f"{begun} wet, mouldy, weevilled, stolen, unweighed, unsealed, burst, frozen, rank, sour, sprouted or foul."
    )
    after = (
        f"{begun} wet, or brought against the rules of those who lent horses on that day to the town and to its mill."
    )
    for old, new in ((before, after), (after, before)):
        (one,) = _compared(_text(old), _text(new)).told
        assert (one.how, one.before, one.after) == ("edited", old, new)
        assert one.segments[0] == (SegmentKind.SAME, f"{begun} wet, ") and not one.in_other_words
