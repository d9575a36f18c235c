"""What an image is called is shown to nobody who sees it: other names of images change no text."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Pair, Verdict, compare, meanings
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_RULE = "We keep your orders for two years, so that we can answer questions on them."
_PICTURE = "![A drawing of the rule that we may close the account of anybody under 18](/rule.png)"


def _verdict(old: str, new: str) -> Verdict:
    page = "# Rules of the harbour shop\n\n{}\n\nYou can write to us at any time.\n"
    return compare(default_finder(), read_markdown(page.format(old)), read_markdown(page.format(new))).verdict


def test_an_image_that_is_called_otherwise_is_technical() -> None:
    assert _verdict(f"{_PICTURE} {_RULE}", f"![A drawing](/rule.png) {_RULE}") is Verdict.TECHNICAL


def test_beside_an_edit_without_effect_it_adds_nothing() -> None:
    edited = _RULE.replace("so that we can answer", "so we can answer")
    assert _verdict(f"{_PICTURE} {_RULE}", f"![A drawing](/rule.png) {edited}") is Verdict.EDITORIAL
    edited = _RULE.replace("two", "three")
    assert _verdict(f"{_PICTURE} {_RULE}", f"![A drawing](/rule.png) {edited}") is Verdict.SUBSTANTIVE


def test_of_a_version_without_effect_no_clause_is_reworded() -> None:
    old = read_markdown(f"# Rules of the harbour shop\n\n{_PICTURE} {_RULE} We share them with our vendors.\n")
    new = read_markdown(old.text.replace("the account of anybody under 18", "any account"))
    outcome = compare(default_finder(), old, new)
    catalogue, bearing = load_catalogue(), Bearing(default_finder())
    assert outcome.verdict is Verdict.TECHNICAL
    assert not meanings(catalogue, bearing, outcome.followed, Pair(old, new), outcome)


def test_a_clause_is_reworded_with_an_effect_only_where_its_own_blocks_changed_in_words_of_effect() -> None:
    close = "We may end your account at any time, and you must not sell it to others for money."
    old = read_markdown(f"# Terms\n\n{close}\n\nWe keep what you upload for 30 days after your account was closed.\n")
    new = read_markdown(old.text.replace("may end", "may terminate").replace("30 days", "90 days"))
    outcome = compare(default_finder(), old, new)
    found = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(old, new), outcome)
    told = {one.after.quote: means.to_the_letter for one, means in found if one.after is not None}
    assert outcome.verdict is Verdict.SUBSTANTIVE
    assert all(letters is ("90 days" not in quote) for quote, letters in told.items())
    assert any("90 days" in quote for quote in told)
