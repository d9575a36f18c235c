"""What is looked for in large texts is found as in small ones; no block of theirs is walked through for each other."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import product

import pytest
from rapidfuzz.distance import Indel

from conductatlas.changes.aligning import kept, next_to
from conductatlas.changes.aligning.kept import KeptText
from conductatlas.changes.aligning.next_to import is_said_next_to
from conductatlas.changes.language.anchors import cut_at_anchors
from conductatlas.changes.language.signs import Signs
from conductatlas.changes.layout import headings
from conductatlas.changes.layout.headings import announcer, stands_under
from conductatlas.changes.names import swaps as swapping
from conductatlas.changes.names.swaps import swaps
from conductatlas.changes.redlines.passages_beside import Passage, is_part, passages_beside
from conductatlas.changes.sentences import sentence_pairs
from conductatlas.changes.sentences.sentence_pairs import edited_pairs
from conductatlas.changes.verdicts import letters
from conductatlas.changes.verdicts.letters import are_to_the_letter
from conductatlas.reading import read_markdown

_WORDS = [f"{start}{middle}{end}" for start in "bdfgklm" for middle in ("a", "ei", "o") for end in ("n", "rt", "lls")]


def _edited(words: list[str], chance: random.Random) -> list[str]:
    """Some words of which one in fifteen went, gave way to another one or got one behind it."""
    found: list[str] = []
    for word in words:
        edit = chance.randrange(45)
        found += [] if edit == 0 else ["fern"] if edit == 1 else [word, "moss"] if edit == 2 else [word]
    return found


def _counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[None]:
    """A list that grows with each call of a function."""
    calls: list[None] = []
    function: Callable[..., object] = getattr(owner, name)

    def counted(*arguments: object) -> object:
        calls.append(None)
        return function(*arguments)

    monkeypatch.setattr(owner, name, counted)
    return calls


def test_words_as_signs_are_as_alike_as_words() -> None:
    chance = random.Random(4)  # noqa: S311
    rows = [[chance.choice(_WORDS) for _ in range(chance.randrange(12))] for _ in range(40)]
    signs = Signs()
    shown = list(map(signs.of, rows))
    for (one, other), (left, right) in zip(product(rows, rows), product(shown, shown), strict=True):
        assert (one == other) == (left == right)
        assert Indel.normalized_similarity(one, other) == Indel.normalized_similarity(left, right)


def test_long_blocks_are_compared_piece_by_piece_with_the_same_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)  # noqa: S311
    old = [f"{chance.choice(_WORDS)}{chance.randrange(40)}" for _ in range(4_000)]
    new = [*_edited(old, chance), "birch"]
    whole = swaps(tuple(old), tuple(new))
    swaps.cache_clear()
    monkeypatch.setattr(swapping, "_LARGEST_PRODUCT", 1_500_000)
    assert swaps(tuple(old), tuple(new)) == whole
    # No piece is much longer than the least that lies between two cuts.
    cuts = list(cut_at_anchors(old, new))
    assert max(stop - start for (start, _), (stop, _) in zip([(0, 0), *cuts], cuts, strict=False)) < 1_000
    # Of what nothing divides, all gave way but what both begin and end with.
    swaps.cache_clear()
    one, other = (("you", *[word] * 3_000, "may") for word in ("reed", "rush"))
    assert swaps(one, other) == ((one[1:-1], other[1:-1]),)
    swaps.cache_clear()


def test_passages_that_others_cover_are_found_by_their_words() -> None:
    chance = random.Random(7)  # noqa: S311
    text = [chance.choice(_WORDS) for _ in range(60)]

    def passage() -> Passage:
        start = chance.randrange(50)
        line = " ".join(text[start : start + chance.randrange(1, 9)])
        # Some begin and end within a word.
        some = line[chance.randrange(2) : len(line) - chance.randrange(2)]
        return chance.choice([(some, some), (line, some), ("", some), (some, "")])

    for _ in range(60):
        told, beside = ([passage() for _ in range(12)] for _ in range(2))
        left = passages_beside(beside, told)
        covering = [*told, *left]
        for one in beside:
            is_told = any(one == other or (all(one) and all(other) and one[1] in other[1]) for other in covering)
            assert is_told or any(is_part(one, other) for other in covering)
        for place, one in enumerate(left):
            assert not any(
                one == other or (all(one) and all(other) and one[1] in other[1]) for other in [*told, *left[:place]]
            )


def test_rows_of_a_large_table_are_paired_as_those_of_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)  # noqa: S311
    rows = [[f"kind {_WORDS[at]}", *(chance.choice(_WORDS) for _ in range(9))] for at in range(50)]
    edited = [[row[0], *row[1:4], chance.choice(_WORDS), *row[5:]] for row in rows]
    documents = [
        read_markdown(
            "| of | what |\n| --- | --- |\n" + "".join(f"| {row[0]} | {' '.join(row[1:])} |\n" for row in some)
        )
        for some in (rows, edited)
    ]
    pairs = edited_pairs(*documents)
    edited_pairs.cache_clear()
    monkeypatch.setattr(sentence_pairs, "_MANY_IN_BLOCKS", 1_000_000)
    assert edited_pairs(*documents) == pairs
    edited_pairs.cache_clear()
    assert len(pairs) > 40
    assert all(one.first_cell == other.first_cell for one, other in pairs)


def test_a_long_list_is_not_walked_up_from_each_item(monkeypatch: pytest.MonkeyPatch) -> None:
    items = "".join(f"* the {word} of a {other}\n" for word, other in product(_WORDS[:20], _WORDS[:20]))
    document = read_markdown(f"# Rules of the pond\n\n## Geese\n\nYou may keep:\n\n{items}")
    calls = _counted(monkeypatch, headings, "is_item")
    found = {stands_under(document, number) for number in range(len(document.blocks) - 400, len(document.blocks))}
    assert found == {("Geese", "You may keep:")}
    assert len(calls) < 10 * 400


def test_the_first_item_of_a_long_numbered_list_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    items = "".join(f"{number}. sell the {_WORDS[number % 40]} of others\n" for number in range(1, 301))
    document = read_markdown(f"The rules are these:\n\n1. Do not fish.\n2. You may not:\n{items}")
    calls = _counted(monkeypatch, headings, "number_at")
    last = len(document.blocks)
    found = {announcer(document, number) for number in range(last - 300, last)}
    assert len(found) == 1
    assert len(calls) < 20 * 300


def test_quotes_of_any_length_are_found_where_they_stand() -> None:
    document = read_markdown("a\n\nwe swim\n\nbe\n\nwe swim\n\nwe swim in the pond of the village\n\na")
    assert document.places("a") == ((0, 0), (5, 5))
    assert document.places("be") == ((2, 2),)
    assert document.places("we swim") == ((1, 1), (3, 3))
    assert document.places("be\n\nwe swim") == ((2, 3),)
    assert document.places("we swim in the pond of the village") == ((4, 4),)
    assert document.places("swim") == ()


def test_where_words_in_small_letters_came_no_redline_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _counted(monkeypatch, letters, "redline")
    assert not are_to_the_letter("data-sale", "Heron sells your data.", "Heron rents your data.")
    assert not calls
    assert are_to_the_letter("data-sale", "Heron sells your data.", "Egret sells your data.")
    assert calls


def test_the_runs_of_a_text_are_taken_down_only_where_much_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    text = KeptText(read_markdown("\n\n".join(f"The {one} keeps a {other}." for one, other in product(_WORDS, _WORDS))))
    calls = _counted(monkeypatch, kept, "hashed_runs")
    assert [text.times(f"the {word} keeps") for word in _WORDS[:9]] == [len(_WORDS)] * 9
    assert not calls
    assert [text.times(f"the {word} keeps a {word} the") for word in _WORDS[:-1]] == [1] * (len(_WORDS) - 1)
    assert calls


def test_what_stands_next_to_a_passage_is_read_once_for_all_that_changed_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = " ".join(f"The {one} keeps a {other}." for one, other in product(_WORDS[:9], _WORDS[:9]))
    passage = "You may fish in the pond."
    text, other = KeptText(read_markdown(f"{beside}\n\n{passage}")), KeptText(read_markdown(passage))
    calls = _counted(monkeypatch, next_to, "sentences")
    for word in _WORDS:
        assert not is_said_next_to(f"Nobody sells {word} geese to strangers on Sundays.", passage, text, other)
    assert is_said_next_to("The ban keeps a bart there.", passage, text, other)
    assert len(calls) < 9
