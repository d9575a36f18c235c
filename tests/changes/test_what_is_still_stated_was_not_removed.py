"""A clause that a text still states, in whatever form or words, was not removed from it."""

from __future__ import annotations

from conductatlas.changes import ChangeKind, Step, compare, is_stated_by
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_LAW = "These terms are governed by the laws of Ireland, and the courts of Dublin have exclusive jurisdiction."
_AGE = "You must be at least 16 years old to create an account with Corvid Mail."
_CHANGES = "We may change these terms at any time. We will notify you at least 30 days before a change applies."
_RENEWAL = "Your subscription renews automatically each month until you cancel it in your settings."
_SHARING = (
    "We share your personal data, such as your address and purchases, with advertisers and their agencies, so that "
    "they can show you advertisements that interest you on our site and elsewhere."
)
_ELSEWHERE = (
    "Advertisers and their agencies get personal data from us, your address and purchases among them. That lets them "
    "choose advertisements which interest you, on this site and elsewhere."
)
_REST = f"{_AGE}\n\n{_CHANGES}\n\n{_RENEWAL}"


def _compared(old: str, new: str) -> Step:
    return compare(default_finder(), read_markdown(old), read_markdown(new))


def _removed(old: str, new: str) -> set[str]:
    return {one.clause_type for one in _compared(old, new).followed if one.kind is ChangeKind.REMOVED}


def test_what_is_left_out_was_removed() -> None:
    assert "governing-law" in _removed(f"{_REST}\n\n{_LAW}", _REST)


def test_what_became_a_heading_still_stands() -> None:
    assert not _removed(f"{_REST}\n\n{_LAW}", f"{_REST}\n\n## {_LAW}\n\nSee also our help pages for more on this.")


def test_what_stands_inside_a_larger_block_still_stands() -> None:
    long = " ".join(f"In case number {number} we act as the rules of case {number} tell us to." for number in range(40))
    assert not _removed(f"{_REST}\n\n{_LAW}", f"{_REST}\n\n{long} {_LAW} {long}")


def test_what_is_said_in_other_words_is_the_same_provision() -> None:
    outcome = _compared(f"{_REST}\n\n{_SHARING}", f"{_ELSEWHERE}\n\n{_REST}")
    kinds = {one.kind for one in outcome.followed if one.clause_type in ("targeted-advertising", "third-party-sharing")}
    assert kinds <= {ChangeKind.REWORDED, ChangeKind.MOVED, None}
    assert not _removed(f"{_REST}\n\n{_SHARING}", f"{_ELSEWHERE}\n\n{_REST}")


def test_in_a_text_that_was_rewritten_an_effect_of_the_same_kind_goes_on() -> None:
    new = (
        "Nobody under the age of sixteen may register.\n\n"
        "Irish law applies to this contract and its courts alone decide.\n\n"
        "From time to time we revise what is agreed here; a month before we do so we write to you."
    )
    outcome = _compared(f"{_AGE}\n\n{_LAW}\n\n{_CHANGES}", new)
    went = {one.clause_type for one in outcome.followed if one.kind is ChangeKind.REMOVED}
    stand = {one.clause_type for one in outcome.provisions}
    assert not went & stand


def test_another_document_states_it_word_for_word_or_in_other_words() -> None:
    assert is_stated_by(_LAW, f"Miscellaneous. {_LAW} Nothing else matters.", same_type=False)
    assert is_stated_by(_SHARING, _ELSEWHERE, same_type=True)
    assert not is_stated_by(_SHARING, _CHANGES, same_type=False)
    assert not is_stated_by(_LAW, _RENEWAL, same_type=True)
