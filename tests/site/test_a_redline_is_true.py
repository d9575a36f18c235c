"""Without what is struck a redline has the words of the new text, without what is inserted those of the old one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Alignment, Segment, SegmentKind, align, redline, with_runs, with_true_parts
from conductatlas.reading import Document, read_markdown, word_line
from conductatlas.site.rendering.document_redline import Row, RowKind, document_redline
from conductatlas.site.rendering.passage_redline import PassageRedlines

_WHO = ("the miller", "a guest", "the keeper of the dam", "our carter", "whoever grinds rye", "the owner of a sack")
_DOES = ("keeps", "has to count", "may not open", "shall carry", "weighs", "has stolen")
_WHAT = ("every wheel of the mill", "the ledger of corn", "ropes from the harbour", "letters that come by night")
_SENTENCES = [
    f"{who.capitalize()} {does} {what} {place}."
    for place, what in zip(("in spring", "before noon", "on the hill", "with care"), _WHAT, strict=True)
    for who in _WHO
    for does in _DOES
]
_NEW = ("Nobody pays for the wind that turns the sails here.", "Larkwell answers within thirty days of your letter.")
# How a text is edited: at the sentence with a number a paragraph is cut, or not any more, or words come or go.
_EDITS = st.lists(
    st.tuples(st.sampled_from(["cut", "join", "add", "drop", "edit"]), st.integers(0, 30)), min_size=1, max_size=5
)


@st.composite
def _versions(draw: st.DrawFn) -> tuple[str, str]:
    sentences = draw(st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=12, unique=True))
    cuts = draw(st.sets(st.integers(1, len(sentences)), max_size=5))
    old = [(sentence, place in cuts) for place, sentence in enumerate(sentences)]
    new = list(old)
    for how, number in draw(_EDITS):
        at = number % len(new) if new else 0
        if how == "add" and not any(_NEW[number % 2] == sentence for sentence, _ in new):
            new.insert(at, (_NEW[number % 2], False))
        elif new:
            sentence, is_cut = new[at]
            edited = {"cut": (sentence, True), "join": (sentence, False), "edit": (_edited(sentence), is_cut)}
            new[at : at + 1] = [edited[how]] if how in edited else []
    return _text(old), _text(new)


def _edited(sentence: str) -> str:
    return sentence.replace("has", "had").replace("the ", "the old ", 1)


def _text(sentences: Sequence[tuple[str, bool]]) -> str:
    return "".join(("\n\n" if is_cut and place else " ") + one for place, (one, is_cut) in enumerate(sentences)).strip()


def _aligned(old: str, new: str) -> tuple[Document, Document, Alignment]:
    before, after = read_markdown(old), read_markdown(new)
    return before, after, with_runs(before, after, with_true_parts(before, after, align(before, after)))


def _rows(old: str, new: str) -> tuple[Row, ...]:
    return document_redline(*_aligned(old, new))


def _words(segments: Iterable[Segment], without: SegmentKind) -> list[str]:
    return " ".join(word_line(one.text) for one in segments if one.kind is not without).split()


def _is_in_order(some: Sequence[str], words: Sequence[str]) -> bool:
    left = iter(words)
    return all(word in left for word in some)


def _marks(rows: Iterable[Row]) -> list[str]:
    segments = (one for row in rows for one in row.segments)
    return [one.text.strip() for one in segments if one.kind is not SegmentKind.SAME and one.text.strip()]


@given(_versions())
def test_the_redline_of_a_document_has_the_words_of_both_texts_in_order(versions: tuple[str, str]) -> None:
    rows = _rows(*versions)
    shown = [
        [part for row in rows if row.kind is not left_out for part in row.segments]
        for left_out in (RowKind.MOVED_HERE, RowKind.MOVED_AWAY)
    ]
    for text, segments, without in zip(versions, shown, (SegmentKind.INSERTED, SegmentKind.DELETED), strict=True):
        words = word_line(text).split()
        found = _words(segments, without)
        assert _is_in_order(found, words)
        if not any(row.kind in (RowKind.FOLDED, RowKind.MOVED_HERE) for row in rows):
            assert found == words


@given(_versions())
def test_the_redline_of_a_passage_has_its_words_and_strikes_those_of_the_old_text(versions: tuple[str, str]) -> None:
    old, new, alignment = _aligned(*versions)
    redlines = PassageRedlines((old, new), alignment, redline)
    for block in range(len(new.blocks)):
        found = redlines.of("", new.source(block))
        assert found is not None
        assert _words(found, SegmentKind.DELETED) == new.word_lines[block].split()
        struck = [word_line(one.text) for one in found if one.kind is SegmentKind.DELETED]
        assert all(one in " ".join(old.word_lines) for one in struck)
    for block in range(len(old.blocks)):
        found = redlines.of(old.source(block), "")
        assert found is not None
        assert _words(found, SegmentKind.INSERTED) == old.word_lines[block].split()


@given(st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=8, unique=True), st.data())
def test_a_paragraph_that_was_only_divided_or_joined_loses_and_gains_nothing(
    said: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(said) - 1))
    whole, divided = " ".join(said), f"{' '.join(said[:at])}\n\n{' '.join(said[at:])}"
    assert _marks(_rows(whole, divided)) == []
    assert _marks(_rows(divided, whole)) == []


@given(st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=8, unique=True), st.data())
def test_where_a_paragraph_was_divided_a_new_sentence_is_all_that_came(said: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(said) - 1))
    divided = f"{' '.join(said[:at])} {_NEW[0]}\n\n{' '.join(said[at:])}"
    assert _marks(_rows(" ".join(said), divided)) == [_NEW[0]]
    assert _marks(_rows(divided, " ".join(said))) == [_NEW[0]]


def test_words_that_crossed_a_break_are_no_edit() -> None:
    lead, rest = "While the mill is closed, the sender of any sack may", "be told so by the carter who brings it."
    old = f"{lead.removesuffix(' may')}\n\nmay {rest}"
    assert _marks(_rows(old, f"{lead}\n\n{rest}")) == []


def test_a_title_that_has_its_own_line_now_neither_came_nor_went() -> None:
    rest = "The keeper of the mill is named at the gate, where whoever brings corn may ask to see the ledger."
    run_in, divided = f"**Guests of Larkwell.** {rest}", f"**Guests of Larkwell.**\n\n{rest}"
    said, added = "Nobody pays for the wind that turns the sails here.", "Ask at the mill for help."
    assert _marks(_rows(f"{said}\n\n{run_in}", f"{said}\n\n{added}\n\n{divided}")) == [added]
    assert _marks(_rows(f"{said}\n\n{divided}", f"{said}\n\n{run_in}")) == []


def test_a_title_that_ended_a_block_which_went_and_has_its_own_line_now_neither_came_nor_went() -> None:
    went, other = "Rye is weighed at noon.", "Whoever brings corn may ask the keeper to see the ledger."
    said, added = "Nobody pays for the wind that turns the sails here.", "Ask at the mill for help."
    old, new = f"{said}\n\n{went} In short\n\n{other}", f"{said}\n\nIn short\n\n{other}"
    assert _marks(_rows(old, new)) == [went]
    old, new = f"{said} In short\n\n{went}\n\n{other}", f"{said}\n\nIn short\n\n{added}\n\n{other}"
    assert _marks(_rows(old, new)) == [went, added]
    assert _marks(_rows(new, old)) == [added, went]


def test_a_block_that_went_and_came_beside_it_much_longer_is_edited() -> None:
    item = "Rude remarks on sacks that lie behind the door of this mill telling guests that corn may be damp, unless {}"
    old = f"We strike:\n\n*   {item.format('there is a flood.')}"
    longer = item.replace("Rude remarks on", "Rude remarks (spoken or written) made to").format(
        "the sacks are shown in the course of a flood (such as one in spring, when all doors stand open) or in a shop "
        "of corn (such as that of the miller on the hill, who weighs them)."
    )
    marks = _marks(_rows(old, f"We strike:\n\n*   Rude remarks are what is said in anger.\n*   {longer}"))
    assert not any("door of this mill telling guests" in one for one in marks)


def test_a_sentence_that_stays_ahead_of_a_list_which_came_is_not_marked() -> None:
    first, end = "We weigh every sack that comes to our mill by cart or by boat.", "The keeper has a list."
    old = f"{first} The scales are those of the guild, which the miller on the hill reads aloud to all guests. {end}"
    items = "".join(f"*   {one}\n\n" for one in ("stones", "wet corn", "empty sacks", "whatever is not ours"))
    new = f"{first} Not everything that a cart brings may lie beside other sacks, namely:\n\n{items}{end}"
    assert not any("every sack" in one for one in _marks(_rows(old, new)))


def test_of_a_passage_that_stands_twice_the_redline_is_that_of_one_copy() -> None:
    first = "The mill grinds for guests in Ruritania who are older than {} years and who ask for it."
    other = "The mill grinds for guests elsewhere who are older than {} years, and who ask."
    old, new = (f"# Ruritania\n\n{first.format(age)}\n\n# Elsewhere\n\n{other.format(age)}" for age in (13, 16))
    before, after, alignment = _aligned(old, new)
    redlines = PassageRedlines((before, after), alignment, redline)
    found = redlines.of(first.format(13), other.format(16))
    assert found is not None
    assert _words(found, SegmentKind.INSERTED) == word_line(other.format(13)).split()


def test_above_a_block_that_differs_its_title_is_shown_though_it_is_folded() -> None:
    def text(of_section: str) -> str:
        fill = "\n\n".join(f"Guest number {number} sleeps above the mill and pays by the week." for number in range(4))
        head = "**4. Corn and Its Use.** The miller derives flour from the corn that you bring to the mill."
        return f"{fill}\n\n{head}\n\nThe wheel turns on Sundays too.\n\nSo does the wind.\n\n{of_section}"

    rows = _rows(text("Flour is kept for a week."), text("Flour is kept for a year."))
    shown = ["".join(one.text for one in row.segments) for row in rows]
    assert any(one.startswith("4. Corn and Its Use") and one.endswith("[…]") for one in shown)


def test_a_sentence_that_became_a_block_elsewhere_moved_there() -> None:
    said = _SENTENCES[:3]
    between = "\n\n".join(_SENTENCES[10:13])
    rows = _rows(f"{' '.join(said)}\n\n{between}", f"{said[0]} {said[2]}\n\n{between}\n\n{said[1]}")
    assert [row.kind for row in rows if said[1] in "".join(one.text for one in row.segments)][-1] is RowKind.MOVED_HERE


def test_a_short_line_elsewhere_that_is_little_like_one_that_went_is_another_one() -> None:
    went, came = "We have lately changed our rules to be clearer.", "On 3 May we changed our rules to be much clearer."
    rows = _rows(f"{went}\n\n{_SENTENCES[0]}\n\n{_SENTENCES[7]}", f"{_SENTENCES[0]}\n\n{_SENTENCES[7]}\n\n{came}")
    assert {row.kind for row in rows} >= {RowKind.DELETED, RowKind.INSERTED}
    assert _marks(rows) == [went, came]


def test_a_title_is_no_part_of_another_one() -> None:
    items = "\n\n".join(f"* {what} of your own corn" for what in ("Taking", "How we grind and milling", "Keeping"))
    old, new = f"## 1. Taking of your own corn\n\n{_SENTENCES[0]}", f"## 2. Taking of your own corn\n\n{_SENTENCES[0]}"
    rows = _rows(f"# Rules\n\n{old}", f"# Rules\n\n{items}\n\n{new}")
    assert all("Keeping" not in one.text or row.kind is RowKind.INSERTED for row in rows for one in row.segments)
    assert "2" in _marks(rows)


def test_a_title_that_lost_its_number_to_a_list_is_the_same_one() -> None:
    title = "How we grind the corn here"
    old, new = (f"{_SENTENCES[0]}\n\n{one}\n\n{_SENTENCES[7]}" for one in (f"**1\\. {title}**", f"1.  {title}"))
    assert _marks(_rows(old, new)) == ["1."]
