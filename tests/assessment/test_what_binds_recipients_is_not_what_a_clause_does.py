"""A clause on passing data on is not told by the sentence that only binds whoever gets it."""

from __future__ import annotations

from conductatlas.assessment import which_stand_back

_SHARES = ("We hand some of our work to companies in other countries.", 0.6)
_BINDS = ("The subcontractor will use the data only as far as the work needs it.", 0.95)


def test_what_binds_others_gives_way_to_what_is_done() -> None:
    assert which_stand_back((_SHARES, _BINDS), gives=False, is_passing_on=True) == (False, True)


def test_it_stands_where_nothing_else_states_the_type() -> None:
    assert which_stand_back((("Some words on work.", 0.1), _BINDS), gives=False, is_passing_on=True) == (False, False)


def test_it_counts_in_other_types() -> None:
    assert which_stand_back((_SHARES, _BINDS), gives=False) == (False, False)
