"""A text with a set of terms for each of two groups: a change in one set is told as a change for its readers."""

from __future__ import annotations

from conductatlas.changes import foremost, parts_in, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_INSIDE, _OUTSIDE = "If you live in the European Union", "If you live outside the European Union"
_CLOSES = "To the extent permitted by law, Larkwell may also close your account for any {}reason, as it sees fit."
_SHOWS = "You also agree that Larkwell may show your letters to the printers of the valley."
_ENDS = "Either of us may end these terms by a letter of thirty days."


def _set(heading: str, *, other: str = "", closes: bool = True, shows: bool = False) -> str:
    closing = f" {_CLOSES.format(other)}" if closes else ""
    showing = f" {_SHOWS}" if shows else ""
    return (
        f"##### {heading}\n\n### Your letters\n\nYou keep what you write in your letters.{showing}\n\n"
        f"### Your account\n\nKeep the key of your account in a safe place.\n\n"
        f"### Ending these terms\n\n{_ENDS}{closing}\n\n"
    )


def _text(*sets: str) -> str:
    return f"# Larkwell terms\n\nLarkwell carries letters for everybody.\n\n{''.join(sets)}"


_BEFORE = read_markdown(_text(_set(_OUTSIDE, other="other "), _set(_INSIDE)))


def test_a_set_goes_on_over_headings_of_any_level() -> None:
    parts = parts_in(_BEFORE)
    assert (parts[0], parts[1], parts[2], parts[-1]) == ("", "", _OUTSIDE, _INSIDE)


def test_parts_on_other_matters_are_no_sets() -> None:
    text = f"# Larkwell terms\n\n## {_INSIDE}\n\n### Rights\n\nYou may ask.\n\n## {_OUTSIDE}\n\n### Fees\n\nYou pay.\n"
    assert not any(parts_in(read_markdown(text)))


def test_what_came_for_some_readers_is_told_with_their_heading() -> None:
    after = read_markdown(_text(_set(_OUTSIDE, other="other "), _set(_INSIDE, shows=True)))
    found = sentence_changes(_BEFORE, after, 4, ungraded)
    assert foremost(found) == (f"under “{_INSIDE}”, it adds “{_SHOWS[:-1]}”",)


def test_what_came_for_all_readers_is_told_without() -> None:
    after = read_markdown(_text(_set(_OUTSIDE, other="other ", shows=True), _set(_INSIDE, shows=True)))
    found = sentence_changes(_BEFORE, after, 4, ungraded)
    assert foremost(found) == (f"it adds “{_SHOWS[:-1]}”",)


def test_what_others_still_have_went_for_these() -> None:
    """Whether the others have it in nearly the same words, or in the very same."""
    for other in ("other ", ""):
        before, after = (
            read_markdown(_text(_set(_OUTSIDE, other=other), _set(_INSIDE, closes=closes))) for closes in (True, False)
        )
        lost, gained = (sentence_changes(*texts, 4, ungraded) for texts in ((before, after), (after, before)))
        assert [(one.how, one.scope, one.before) for one in lost.told] == [("went", _INSIDE, _CLOSES.format(""))]
        assert [(one.how, one.scope, one.after) for one in gained.told] == [("came", _INSIDE, _CLOSES.format(""))]
        assert lost.fewer == gained.more == 0


def _agreement(company: str, *, shows: bool = False) -> str:
    showing = f" {_SHOWS}" if shows else ""
    return (
        f"{company} Terms of Service\n\nEffective: 3 May 2026\n\nThese terms apply to some of our readers.\n\n"
        f"1\\. Your letters\n\nYou keep what you write in your letters.{showing}\n\n"
        f"2\\. Your account\n\nKeep the key of your account in a safe place.\n\n"
        f"3\\. Ending these terms\n\n{_ENDS}\n\n"
    )


def test_a_change_in_one_of_two_agreements_is_told_with_its_title() -> None:
    """The titles of the two are lines that nothing marks, and their sections have the same numbers."""
    before, after = (
        read_markdown(_agreement("Larkwell Inc.") + _agreement("Larkwell Group Limited", shows=shows))
        for shows in (False, True)
    )
    found = sentence_changes(before, after, 4, ungraded)

    assert {*parts_in(after)} == {"Larkwell Inc. Terms of Service", "Larkwell Group Limited Terms of Service"}
    assert [(one.scope, one.under) for one in found.told] == [
        ("Larkwell Group Limited Terms of Service", "1. Your letters")
    ]


def test_one_agreement_counted_anew_is_no_set_of_several() -> None:
    text = f"{_agreement('Larkwell Inc.')}Rules of the Post\n\n1\\. Your stamps\n\nStamps are blue.\n"
    assert not any(parts_in(read_markdown(text)))
