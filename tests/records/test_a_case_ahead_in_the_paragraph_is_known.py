"""What is quoted from the middle of a paragraph is told with the contracting party for which that goes on there."""

from __future__ import annotations

import pytest

from conductatlas.assessment import limit_of
from conductatlas.reading import read_markdown
from conductatlas.records.surroundings import surroundings_in

_CLAUSE = "You must bring any claim against Larkwell that comes of this agreement or has to do with it within one year."
_MILLS = "The mills of Port Hollow grind the corn of all who bring some. "
_BRANCHES = (
    "If Larkwell Corp. is the contracting entity, the courts of Port Hollow decide. "
    "If Larkwell Europe is the contracting entity hereunder, the law of Ostmark governs this agreement."
)


@pytest.mark.parametrize(
    ("ahead", "case"),
    [
        (_BRANCHES, "If Larkwell Europe is the contracting entity hereunder"),
        (f"{_BRANCHES} 15.15 Claims.", ""),
        (f"{_BRANCHES} Regardless of the contracting entity, the next sentence holds.", ""),
        ("If you break a rule, we may end this agreement.", ""),
    ],
)
def test_it_is_the_last_one_in_the_same_section(ahead: str, case: str) -> None:
    # A long paragraph is read in pieces of some length, or from the number of a section on; the clause is the last.
    begun = len(ahead) - max(0, ahead.find("15.15"))
    text = f"# Terms\n\n{_MILLS * 78}{ahead} {_MILLS * -((begun - 800) // len(_MILLS))}{_CLAUSE}\n"
    above = surroundings_in(_CLAUSE, text)
    assert read_markdown(text).places(_CLAUSE)
    assert above.case == case


def test_it_is_told_as_what_may_limit_the_clause() -> None:
    told = limit_of(_CLAUSE, (), (), case="If Larkwell Europe is the contracting entity").told
    assert "stands “If Larkwell Europe is the contracting entity”: it may hold in that case only." in told
    assert limit_of(_CLAUSE, (), ()).told == ""
