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
    assert not meanings(catalogue, bearing, outcome.followed, Pair(old, new), outcome.verdict)


def test_of_a_version_that_changed_to_the_letter_no_clause_is_reworded_with_an_effect() -> None:
    old = read_markdown("# Terms\n\nWe may close your account at any time, and you may not sell it to others.\n")
    new = read_markdown(old.text.replace("at any time", "at any time without notice"))
    outcome = compare(default_finder(), old, new)
    assert outcome.verdict is Verdict.SUBSTANTIVE
    catalogue, bearing = load_catalogue(), Bearing(default_finder())
    for verdict in (Verdict.SUBSTANTIVE, Verdict.EDITORIAL):
        found = meanings(catalogue, bearing, outcome.followed, Pair(old, new), verdict)
        assert found
        assert all(means.to_the_letter is (verdict is Verdict.EDITORIAL) for _, means in found)
