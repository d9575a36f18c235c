"""A rule that came or went is told, though another one much like it, on something else, stands in both texts."""

from __future__ import annotations

from conductatlas.changes.sentences.differing import differing
from conductatlas.reading import read_markdown

_OTHERS = "\n\n".join(
    f"{title}\n\nThe {thing} of the mill is open to everybody from dawn to dusk, and closed on holidays."
    for title, thing in (
        *(("## Gate", "gate"), ("## Yard", "yard"), ("## Loft", "loft"), ("## Weir", "weir"), ("## Stable", "stable")),
        *(("## Kitchen", "kitchen"), ("## Cellar", "cellar"), ("## Garden", "garden")),
    )
)
_OF_SACKS = (
    "You grant the mill a lasting and worldwide right to weigh, stack and lend the sacks that you bring to it for"
    " the purpose of grinding what is in them, for as long as this agreement lasts."
)
_OF_OTHERS = (
    "You grant each other miller a lasting and worldwide right to weigh, stack and lend the sacks that you bring to it"
    " for the purpose of grinding what is in them, for as long as this agreement lasts."
)


def _told(before: str, after: str) -> list[tuple[str, str]]:
    found = differing(*(read_markdown(f"{text}\n\n{_OTHERS}\n\n## Sacks\n\n{_OF_SACKS}\n") for text in (before, after)))
    return [(one.how, one.after or one.before) for one in found.telling.values()]


def test_what_is_granted_to_others_besides_came() -> None:
    assert _told("## Mill", f"## Mill\n\n{_OF_OTHERS}") == [("came", _OF_OTHERS)]


def test_it_went_as_it_came() -> None:
    assert _told(f"## Mill\n\n{_OF_OTHERS}", "## Mill") == [("went", _OF_OTHERS)]


def test_one_that_was_put_otherwise_and_says_more_came() -> None:
    other = (
        "For the purpose of grinding what is in them, from dawn to dusk on holidays, you grant the mill a lasting and"
        " worldwide right to weigh, stack and lend the sacks that you bring to it."
    )
    assert _told("## Mill", f"## Mill\n\n{other}") == [("came", other)]


def test_what_only_stands_once_more_is_no_news() -> None:
    again = _OF_SACKS.replace("You grant the mill", "You also grant our mill")
    assert _told("## Mill", f"## Mill\n\n{again}") == []


def test_one_that_took_the_place_of_another_rule_came() -> None:
    ours, their = (
        "The keeper of the mill decides how long your sacks are kept.",
        "Each of your carters may burn a sack.",
    )
    like = ours.replace("your sacks", "your own sacks")
    bakers = "## Bakers\n\nBakers of the valley come to the weir by cart, each on a day of the week."
    before, after = (f"{bakers} {one}\n\n{_OTHERS}\n\n## Inns\n\n{like}\n" for one in (their, ours))
    found = differing(read_markdown(before), read_markdown(after))
    assert {(one.how, one.after or one.before) for one in found.telling.values()} == {("went", their), ("came", ours)}
    assert found.counted.more == 0


def test_another_name_makes_no_rule() -> None:
    again = _OF_SACKS.replace("the mill", "Ferngate Mills")
    assert _told("## Ferngate Mills", f"## Ferngate Mills\n\n{again}") == []


def test_what_is_irrevocable_is_not_said_by_what_is_revocable() -> None:
    revocable, other = (_OF_SACKS.replace("a lasting", f"{word}") for word in ("a revocable", "an irrevocable"))
    texts = (f"{text}\n\n{_OTHERS}\n\n## Sacks\n\n{revocable}\n" for text in ("## Mill", f"## Mill\n\n{other}"))
    found = differing(*map(read_markdown, texts))
    assert [(one.how, one.after) for one in found.telling.values()] == [("came", other)]
