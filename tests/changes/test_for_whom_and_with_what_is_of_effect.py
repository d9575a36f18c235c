"""Where one must live and which of several things one must have is of effect; so is what stands behind a link."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.changes.names.renaming import Names
from conductatlas.changes.verdicts.differences import Weight, weight_of_edit
from conductatlas.changes.verdicts.lone import weights_of_lone
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Harbour shop

You can order from the shop if you are a resident of Germany. You need an email address so that we can contact you.

Heron lights the pier. More on it: [https://heron.example/

](https://heron.example/)

## The pier
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


def _edited(old: str, new: str) -> Weight:
    names = Names(read_markdown(old), read_markdown(new), [(old, new)])
    return weight_of_edit(old, new, names, in_provision=False)


def _gone(tail: str) -> Weight:
    """The weight of the last of two blocks that went, which a provision covered."""
    document = read_markdown(f"# Rules\n\n{tail}\n")
    lone = list(weights_of_lone(document, [1, 2], read_markdown("# Rules\n"), frozenset([2]), ()))
    return lone[-1][1]


def test_another_country_in_which_one_must_live_is_substantive() -> None:
    assert _verdict("a resident of Germany", "a resident of Switzerland") is Verdict.SUBSTANTIVE


def test_a_name_less_among_those_of_which_one_is_demanded_is_substantive() -> None:
    assert _edited("You need to use a Heron or Egret key.", "You need to use a Heron key.") is Weight.SUBSTANTIVE
    assert _edited("You must own a Heron or Egret key.", "You must own a Heron, Raven or Egret key.") is (
        Weight.SUBSTANTIVE
    )
    assert _edited("Rook likes Heron or Egret, which sing.", "Rook likes Heron, which sing.") is Weight.EDITORIAL


def test_a_sentence_behind_the_end_of_a_link_is_none_of_its_words() -> None:
    behind = "](https://heron.example/) **Egret** Egret shows you boats that you may like to hire or to buy."
    assert _verdict("](https://heron.example/)", behind) is Verdict.SUBSTANTIVE
    assert _verdict("](https://heron.example/)", "](https://heron.example/lights)") is Verdict.TECHNICAL


def test_the_title_of_a_film_that_went_with_it_is_no_rule() -> None:
    film = "[How boats are moored](https://corvid.example/film)\n\nRook Starling on boats that nobody claims"
    rule = film.replace("Rook Starling on boats that nobody claims", "Boats that nobody claims must not be moored")
    assert _gone(film) is Weight.EDITORIAL
    assert _gone(rule) is Weight.SUBSTANTIVE


def test_what_a_table_of_contents_is_for_is_none_of_the_text() -> None:
    usage = "You can use this table of contents to find your way. Click on a link and you'll jump there.\n\n## The pier"
    assert _verdict("## The pier", usage) is Verdict.TECHNICAL


def test_another_limit_is_substantive_in_a_line_that_is_no_sentence() -> None:
    assert _edited("Mass: Not more than 3,000 kg", "Mass: Not more than 3,300 kg") is Weight.SUBSTANTIVE
    assert _edited("Page 12 of the rules on mass", "Page 14 of the rules on mass") is Weight.EDITORIAL


def test_a_name_more_within_a_row_of_names_is_substantive() -> None:
    three = "You can open the gate through your Heron, Egret or Stork account."
    assert _edited(three, three.replace("Egret", "Egret, Crane")) is Weight.SUBSTANTIVE
    assert _edited(three.replace("Egret", "Egret, Crane"), three) is Weight.SUBSTANTIVE
    assert _edited("You can open the gate through Heron.", "You can open the gate through Heron Harbour.") is (
        Weight.EDITORIAL
    )
