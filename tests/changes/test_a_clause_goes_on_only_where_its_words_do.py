"""A record goes on in another one where its words stand there, never because both are of one type."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes import Followed, Passages, Standing, goes_on_in, stands_nearly_in, step
from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.comparison import judged_text
from conductatlas.changes.following.standing import JudgedText
from conductatlas.changes.following.steadying import steadied_types
from conductatlas.provisions import Unit, default_finder
from conductatlas.reading import read_markdown

_BOOSTED = (
    "By ordering a Boosted Post you warrant that you hold all rights in the Boosted Post, that it breaks no law, and "
    "that you alone answer for each claim that others make about the Boosted Post."
)
_CONTENT = "You are solely responsible for the content that you post on Corvid, and for all that follows from it."
_LIST = (
    "You answer for these:\n\n- You post content on Corvid, and answer for all that follows from it.\n"
    "- Each link leads to the pages of others, which we do not know."
)
_TYPE = "content-responsibility"
_WORDS = st.lists(st.sampled_from("abcdefghijklmn"), max_size=14)


def test_words_that_stand_in_a_longer_passage_go_on_there() -> None:
    assert goes_on_in(_CONTENT, f"Our rules bind everybody. {_CONTENT} You must also keep a copy.")
    assert goes_on_in(f"Our rules bind everybody. {_CONTENT} You must also keep a copy.", _CONTENT)
    assert goes_on_in(_CONTENT, _CONTENT.replace("solely", "alone"))
    assert goes_on_in(_CONTENT, f"| What | Who |\n|---|---|\n| Content | {_CONTENT} |")


@pytest.mark.parametrize("other", [_BOOSTED, "", "Content is content.", _CONTENT.split(" ", 1)[0]])
def test_words_about_the_same_are_no_sign_of_it(other: str) -> None:
    assert not goes_on_in(_CONTENT, other)
    assert not goes_on_in(other, _CONTENT)


def test_a_long_passage_does_not_stand_in_the_short_one_that_was_its_part() -> None:
    long = f"{_BOOSTED} {_CONTENT} {_BOOSTED.replace('Boosted', 'Pinned')}"
    assert stands_nearly_in(_CONTENT, long)
    assert not stands_nearly_in(long, _CONTENT)


@given(st.lists(_WORDS, max_size=6), _WORDS, _WORDS, st.integers(0, 5))
def test_of_many_passages_those_that_nearly_hold_another_are_found(
    lots: list[list[str]], own: list[str], behind: list[str], place: int
) -> None:
    quotes = [" ".join(lot) for lot in lots]
    # Half of one of them, so that it often stands in one.
    quote = " ".join((*own[:3], *(lots[place][2:] if place < len(lots) else own), *behind[:4]))
    holding = [at for at, other in enumerate(quotes) if stands_nearly_in(quote, other)]
    assert Passages(quotes).nearly_holding(quote) == holding


def _gone(before: str, after: str, *stood: str) -> list[Followed]:
    finder = default_finder()
    old, new = (judged_text(finder, read_markdown(text), "en", finder.judge) for text in (before, after))
    provisions = [Standing(number, _TYPE, quote, "medium", "adverse", 0.95) for number, quote in enumerate(stood, 1)]
    outcome = step(finder, old, provisions, new, (), 10, confirmed=True)
    return [one for one in outcome.followed if one.after is None]


def test_a_passage_that_went_does_not_go_on_in_another_of_its_type() -> None:
    rest = "\n\n".join(f"Rule {number} of the house is read aloud at the gate each morning." for number in range(9))
    anew = "\n\n".join(f"Whoever rents boat {number} brings it back before dusk, dry and clean." for number in range(9))
    (gone,) = _gone(f"{_CONTENT}\n\n{_BOOSTED}\n\n{rest}", f"{_CONTENT}\n\n{anew}", _CONTENT, _BOOSTED)
    # The text was written anew, so that another passage of the type leaves it in doubt, and no more.
    assert (gone.identity, gone.counterpart, gone.kind) == (2, None, None)


def test_a_passage_that_was_taken_up_goes_on_there() -> None:
    taken_up = f"{_CONTENT} {_BOOSTED}"
    (gone,) = _gone(f"{_CONTENT}\n\n## Posts\n\n{_BOOSTED}", taken_up, _CONTENT, _BOOSTED)
    # Its words stand as they did, so that there is nothing to tell.
    assert gone.kind is None
    assert gone.counterpart is not None


def _judged(text: str, chances: Sequence[float]) -> JudgedText:
    finder, document = default_finder(), read_markdown(text)
    units: tuple[Unit, ...] = finder.units(document)
    assert len(units) == len(chances)
    return JudgedText(document, units, tuple({_TYPE: chance} for chance in chances), frozenset(), "en")


def test_of_the_parts_of_a_list_only_those_that_state_the_type_are_sure() -> None:
    parts = [line.removeprefix("- ") for line in _LIST.split("\n") if line.startswith("- ")]
    old, new = _judged(_LIST, [0.9]), _judged("\n\n".join(parts), [0.8, 0.0])
    provision = Standing(1, _TYPE, _LIST, "medium", "adverse", 0.9)
    blocks = {1: provision.blocks(old.document)}
    finder = default_finder()
    stated, carried = steadied_types(finder, old, [provision], blocks, new, align(old.document, new.document))
    assert stated[_TYPE] == 0.9
    assert carried.get(_TYPE, 0.0) < finder.threshold(_TYPE)


def test_a_unit_whose_words_stay_keeps_its_type_whatever_the_finder_says_now() -> None:
    old, new = _judged(_CONTENT, [0.9]), _judged(f"**{_CONTENT}**", [0.0])
    provision = Standing(1, _TYPE, _CONTENT, "medium", "adverse", 0.9)
    blocks = {1: provision.blocks(old.document)}
    (types,) = steadied_types(default_finder(), old, [provision], blocks, new, align(old.document, new.document))
    assert types[_TYPE] == 0.9
