"""What only announces rules on arbitration is told as that, also in doubt, and no law on agreements speaks to it."""

from __future__ import annotations

import pytest

from conductatlas.assessment import ClauseAtLaw, compose, laws_bearing_on
from conductatlas.catalogue import Severity, Stance, load_catalogue, load_prose

_NOTICE = "Read this part with care. It contains procedures for mandatory binding arbitration and a class waiver."
_SENDS = "This part contains an arbitration clause. You agree to resolve all disputes by binding arbitration."


def _laws(words: str) -> frozenset[str]:
    one = ClauseAtLaw.of(
        *("mandatory-arbitration", words, Stance.ADVERSE),
        platform="Larkwell",
        terms_type="Terms of Service",
        headings=("Disputes",),
    )
    return laws_bearing_on(one)


def test_no_law_on_agreements_to_arbitrate_speaks_to_a_notice() -> None:
    assert "us-faa" in _laws(_SENDS)
    assert not _laws(_NOTICE)


@pytest.mark.parametrize("unsure", [False, True])
@pytest.mark.parametrize(("words", "announces"), [(_NOTICE, True), (_SENDS, False)])
def test_it_is_told_where_the_type_is_in_doubt_too(words: str, *, announces: bool, unsure: bool) -> None:
    one = load_catalogue()["mandatory-arbitration"]
    found = compose(one, load_prose().get(one.id), Severity.HIGH, (), "Larkwell", words=words, unsure=unsure)
    assert found is not None
    assert any("only announce rules" in told for told in found.what) is announces
