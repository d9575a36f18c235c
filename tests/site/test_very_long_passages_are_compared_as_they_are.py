"""A passage of very many sentences is compared as it is: each of them would be held against all others."""

from __future__ import annotations

from conductatlas.changes import with_what_stands

_STANDS = "The keeper of the house answers every letter within a week."


def _passage(sentences: int) -> str:
    return " ".join(f"Room {number} of the house is let with its boat." for number in range(sentences))


def test_a_passage_is_completed_by_what_its_text_has_elsewhere() -> None:
    passage, other = _passage(3), f"{_passage(3)} {_STANDS}"
    assert _STANDS in with_what_stands(passage, other, f"{passage}\n\n{_STANDS}")


def test_a_very_long_one_is_left_as_it_is() -> None:
    passage, other = _passage(2_000), f"{_passage(2_000)} {_STANDS}"
    assert with_what_stands(passage, other, f"{passage}\n\n{_STANDS}") == passage
