"""Where nothing proves that a provision was added or removed, neither is said, but that the text can't tell."""

from __future__ import annotations

import pytest

from conductatlas.changes import ChangeKind, Followed, JudgedText, WordPlaces, standing
from conductatlas.changes.untold import only_what_is_sure
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_LAW = "These terms are governed by the laws of Ireland, and the courts of Dublin have exclusive jurisdiction."
_RULED = "Irish law governs what is agreed here; exclusive jurisdiction lies with courts of Dublin, Ireland."
_OTHER_LAW = "For the mill at Gormenghast, whatever is ground there, its own statutes bind the miller and his guests."
_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_PAINTINGS = [f"Painting {number} hangs where visitors find it, beside window {number}." for number in range(60)]
_TYPE = "governing-law"


def _judged(paragraphs: list[str], chances: dict[str, float]) -> JudgedText:
    """A text in which each paragraph is likely to state the type as some mapping says, by its words."""
    finder, document = default_finder(), read_markdown("\n\n".join(paragraphs))
    units = finder.units(document)
    likely = tuple({_TYPE: chances[unit.text]} if unit.text in chances else {} for unit in units)
    return JudgedText(document, units, likely, frozenset(), "en")


def _told(old: JudgedText, new: JudgedText, quote: str) -> tuple[ChangeKind | None, tuple[str, ...]]:
    """What is told of a passage that went from one text, or came with the other, and the reasons given."""
    finder = default_finder()
    removed = quote in old.document.text
    ((first, last),) = (old if removed else new).document.places(quote)
    text = old if removed else new
    span = (text.document.blocks[first].start, text.document.blocks[last].end)
    finding = finder.finding(text.document, _TYPE, first, last, (span,), (0.9,))
    if removed:
        one = Followed(1, _TYPE, ChangeKind.REMOVED, standing(1, finding), None)
    else:
        one = Followed(1, _TYPE, ChangeKind.ADDED, None, finding)
    ((after,), reasons) = only_what_is_sure(finder, old, new, [one])
    return after.kind, reasons


def _both(
    texts: tuple[JudgedText, JudgedText], quote: str = _LAW
) -> tuple[tuple[ChangeKind | None, ChangeKind | None], tuple[str, ...]]:
    """What is told of a passage that only the first of two texts holds: read forth as it went, and back as it came."""
    (removed, reasons), (added, _) = _told(*texts, quote), _told(texts[1], texts[0], quote)
    return (removed, added), reasons


_NEITHER = (None, None)
_TOLD = (ChangeKind.REMOVED, ChangeKind.ADDED)


@pytest.mark.parametrize(("chance", "told"), [(0.45, _NEITHER), (0.9, _TOLD)])
def test_the_coming_and_going_of_an_unsure_finding_is_nothing_to_tell(
    chance: float, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    kinds, reasons = _both((_judged([*_ROOMS, _LAW], {_LAW: chance}), _judged(_ROOMS, {})))
    assert kinds == told
    assert bool(reasons) is (told == _NEITHER)


def test_what_the_other_text_says_in_other_words_is_not_told() -> None:
    kinds, reasons = _both((_judged([*_ROOMS, _LAW], {_LAW: 0.9}), _judged([*_ROOMS, _RULED], {})))
    assert kinds == _NEITHER
    assert "Whether the document still says the like, the text can't tell." in reasons[0]


@pytest.mark.parametrize(("chance", "told"), [(0.05, _TOLD), (0.15, _NEITHER)])
def test_words_that_are_new_and_may_be_of_the_type_leave_a_doubt(
    chance: float, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    new = "Disputes go where the magistrates sit."
    assert _both((_judged([*_ROOMS, _LAW], {_LAW: 0.9}), _judged([*_ROOMS, new], {new: chance})))[0] == told


def test_another_passage_of_the_type_leaves_a_doubt_unless_it_is_about_something_else() -> None:
    stays = "These terms are governed by the laws of Ireland for guests too."
    near = (_judged([*_ROOMS, stays, _LAW], {stays: 0.9, _LAW: 0.9}), _judged([*_ROOMS, stays], {stays: 0.9}))
    assert _both(near)[0] == _NEITHER
    both = {stays: 0.9, _OTHER_LAW: 0.9}
    far = (_judged([*_ROOMS, stays, _OTHER_LAW], both), _judged([*_ROOMS, stays], both))
    assert _both(far, _OTHER_LAW)[0] == _TOLD


def test_what_went_with_a_part_is_not_told_as_removed() -> None:
    whole = _judged([*_ROOMS, _LAW, *_PAINTINGS[:30]], {_LAW: 0.9})
    kind, reasons = _told(whole, _judged(_ROOMS, {}), _LAW)
    assert kind is None
    assert "The text can't tell whether they were withdrawn" in reasons[0]
    assert _told(whole, _judged([*_ROOMS, *_PAINTINGS[:30]], {}), _LAW)[0] is ChangeKind.REMOVED


def test_what_came_with_a_part_while_all_else_stayed_is_not_told_as_added() -> None:
    whole = _judged([*_ROOMS, _LAW, *_PAINTINGS[:30]], {_LAW: 0.9})
    assert _told(_judged(_ROOMS, {}), whole, _LAW)[0] is None
    edited = [room.replace("key", "card") for room in _ROOMS[:10]]
    assert _told(_judged([*edited, *_ROOMS[10:]], {}), whole, _LAW)[0] is ChangeKind.ADDED


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Last updated: 1 May 2026", "Last updated: 1 May 2026", _NEITHER),
        ("Last updated: 1 May 2026", "Last updated: 7 June 2026", _TOLD),
        ("Last updated: 1 May 2026", "Please read this with care.", _TOLD),
    ],
)
def test_what_comes_and_goes_under_one_date_is_a_part_of_the_page(
    before: str, after: str, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    old, new = _judged([before, *_ROOMS, _LAW], {_LAW: 0.9}), _judged([after, *_ROOMS], {})
    assert _both((old, new))[0] == told


def test_a_text_of_another_day_that_lost_or_gained_a_part_was_changed() -> None:
    old = _judged(["Last updated: 1 May 2026", *_ROOMS, _LAW, *_PAINTINGS[:30]], {_LAW: 0.9})
    assert _both((old, _judged(["Last updated: 7 June 2026", *_ROOMS], {})))[0] == _TOLD


def test_a_page_that_stood_in_for_the_document_says_nothing_of_it() -> None:
    short = _judged(["You find our terms below.", *_ROOMS[:5]], {})
    whole = _judged([*_ROOMS, *_PAINTINGS, _LAW], {_LAW: 0.9})
    assert _both((whole, short))[0] == _NEITHER


@pytest.mark.parametrize(
    ("title", "chance", "told"),
    [
        ("Terms of Service", 0.95, _TOLD),
        ("Terms of Service", 0.65, _NEITHER),
        ("Europe Terms of Service", 0.95, _NEITHER),
        ("How We Keep Paintings", 0.95, _NEITHER),
    ],
)
def test_a_text_that_was_written_anew_must_have_its_title_and_surer_findings(
    title: str, chance: float, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    old = _judged(["# Terms of Service", *_ROOMS, _LAW], {_LAW: chance})
    assert _both((old, _judged([f"# {title}", *_PAINTINGS], {})))[0] == told


def test_the_nearest_passages_are_those_with_most_of_the_words_close_together() -> None:
    places = WordPlaces(read_markdown("\n\n".join([*_ROOMS, _RULED])))
    assert places.nearest(_LAW)[0] == _RULED
    assert places.nearest("Zebras graze.") == ()
