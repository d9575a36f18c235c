"""Words that only announce rules on arbitration are no agreement to arbitrate: neither graded nor told as one."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.provisions import grade, only_announces

_TYPE = load_catalogue()["mandatory-arbitration"]


@pytest.mark.parametrize(
    "words",
    [
        "PLEASE READ PARTS 7 AND 8 WITH CARE: THEY CONTAIN A BINDING ARBITRATION AGREEMENT AND A WAIVER.",
        "This part includes rules for mandatory arbitration, and it may affect your rights.",
        "If you live in Alder, please read the arbitration clause in part 9 of the Larkwell Terms.",
    ],
)
def test_a_notice_has_no_grade(words: str) -> None:
    assert only_announces(_TYPE.id, words)
    graded = grade(_TYPE, words)
    assert (graded.severity, graded.stance) == (Severity.NONE, Stance.NEUTRAL)
    assert [one.modifier for one in graded.reasons] == ["arbitration-only-announced"]


@pytest.mark.parametrize(
    "words",
    [
        "These terms contain an arbitration clause. You and Larkwell agree that disputes are resolved by arbitration.",
        "Please read this part: it requires you to arbitrate all disputes with Corvid Mail.",
        "These terms include an agreement to resolve disputes through arbitration rather than in court.",
        "Any dispute shall be settled by binding arbitration.",
    ],
)
def test_what_sends_disputes_there_is_graded_as_before(words: str) -> None:
    assert not only_announces(_TYPE.id, words)
    assert grade(_TYPE, words).severity is Severity.HIGH
