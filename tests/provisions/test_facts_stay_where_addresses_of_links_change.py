"""The addresses of links, which pages make anew at each load, change no fact but the channel that one is."""

from __future__ import annotations

from conductatlas.provisions import find_facts

_PASSAGE = "We keep [letters](https://larkwell.example/{}) for two years, and share them with advertisers."
_OPT_OUT = "You may opt out within 30 days at [this page](https://larkwell.example/{})."


def test_facts_of_a_passage_are_the_same_in_the_same_places() -> None:
    first, second = (find_facts(_PASSAGE.format(token)) for token in ("a1b2", "c3d4"))
    assert first
    assert first == second


def test_longer_addresses_move_the_places_alone() -> None:
    short, long = (_PASSAGE.format(token) for token in ("a1b2", "a1b2c3d4"))
    assert [short[one.start : one.end] for one in find_facts(short)] == [
        long[one.start : one.end] for one in find_facts(long)
    ]


def test_an_address_that_is_the_channel_of_an_opt_out_is_told_as_it_is() -> None:
    first, second = (find_facts(_OPT_OUT.format(token)) for token in ("stop", "halt"))
    channels = [[one.value for one in facts if one.kind == "opt-out"] for facts in (first, second)]
    assert channels == [["https://larkwell.example/stop"], ["https://larkwell.example/halt"]]
    assert [one for one in first if one.kind != "opt-out"] == [one for one in second if one.kind != "opt-out"]
