"""What a clause excepts by naming another place of its text is told, and so is that nothing else can be claimed."""

from __future__ import annotations

import pytest

from conductatlas.assessment import compose
from conductatlas.catalogue import load_catalogue, load_prose
from tests.assessment.bearing_refs import refs_bearing_on
from tests.assessment.composed import composed

_CAP = "our total liability to you, whether in tort (including negligence) or otherwise, is limited to 50 euros."
_TOLD = "Exceptions or conditions of it stand elsewhere in the text"


def _what(words: str) -> str:
    one = load_catalogue()["liability-limitation"]
    told = compose(one, load_prose().get(one.id), one.severity, (), "Larkwell", words=words, weighed=((words, 0.99),))
    assert told is not None
    return " ".join(told.what)


@pytest.mark.parametrize(
    "named",
    [
        "Except as otherwise set out in Our Duties above",
        "Except as otherwise set out in Section 12.4 below",
        "Except as set out in “What we answer for”",
    ],
)
def test_a_named_place_is_quoted(named: str) -> None:
    words = f"{named}, {_CAP}"
    assert f"{_TOLD}: “{named.replace('“', '‘').replace('”', '’')}”." in _what(words)


@pytest.mark.parametrize("opening", ["Except where the law forbids it", "Unless we agree otherwise", "By these terms"])
def test_what_names_no_place_sends_nowhere(opening: str) -> None:
    assert _TOLD not in _what(f"{opening}, {_CAP}")


def test_negligence_may_be_excepted_elsewhere() -> None:
    assert "Negligence is no exception" in _what(_CAP.capitalize())
    for named in ("Except as set out in section 4", "Subject to section 4 below"):
        assert "Negligence is no exception" not in _what(f"{named}, {_CAP}")


def test_a_law_on_injuries_does_not_speak_where_exceptions_stand_elsewhere() -> None:
    assert "Annex, point 1(a)" in refs_bearing_on("eu-unfair-terms", "liability-limitation", _CAP)
    assert "Annex, point 1(a)" not in refs_bearing_on(
        "eu-unfair-terms", "liability-limitation", f"Except as set out in Our Duties above, {_CAP}"
    )


def test_what_shuts_out_other_remedies_is_told() -> None:
    words = "We will defend you. The remedies in this section are your sole and exclusive remedies for such claims."
    told = " ".join(composed("provider-indemnification", words, stated="We will defend you.").what)
    assert "On other remedies, it says: “The remedies in this section are your sole and exclusive remedies" in told
    assert "On other remedies" not in " ".join(composed("provider-indemnification", "We will defend you.").what)
