"""Where nothing is left to a user but to stop using what went wrong, a limit of liability says so."""

from __future__ import annotations

from tests.assessment.composed import composed

_LEAVES = "leaves nothing but to stop using"
_OTHER = "shuts out other remedies"


def test_only_to_stop_is_told_in_place_of_remedies_shut_out() -> None:
    told = composed("liability-limitation", "Your sole remedy for any problems with the boat is to stop using it.")
    assert _LEAVES in " ".join(told.what)
    assert _OTHER not in " ".join(told.what)


def test_another_sole_remedy_is_no_leaving() -> None:
    told = composed("liability-limitation", "Your sole remedy for a late boat is a credit. We are not liable for more.")
    assert _LEAVES not in " ".join(told.what)
    assert _OTHER in " ".join(told.what)
