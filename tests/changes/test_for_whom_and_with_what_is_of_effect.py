"""Where one must live and which of several things one must have is of effect; so is what stands behind a link."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.changes.differences import Weight, weight_of_edit
from conductatlas.changes.renaming import Names
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Harbour shop

You can order from the shop if you are a resident of Germany. You need an email address so that we can contact you.

To open the gate, you need to use the Corvid card together with a Heron or Egret key. Each key opens it for a day.

Heron lights the pier. More on it: [https://heron.example/

](https://heron.example/)

[How boats are moored](https://corvid.example/film)

Rook Starling on boats that nobody claims

## The pier
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


def test_another_country_in_which_one_must_live_is_substantive() -> None:
    assert _verdict("a resident of Germany", "a resident of Switzerland") is Verdict.SUBSTANTIVE


def test_a_name_less_among_those_of_which_one_is_demanded_is_substantive() -> None:
    assert _verdict("a Heron or Egret key", "a Heron key") is Verdict.SUBSTANTIVE
    assert _verdict("a Heron or Egret key", "a Heron, Raven or Egret key") is Verdict.SUBSTANTIVE
    old, new = "Rook likes Heron or Egret, which sing at the pier.", "Rook likes Heron, which sing at the pier."
    names = Names(read_markdown(old), read_markdown(new), [(old, new)])
    assert weight_of_edit(old, new, names, in_provision=False) is Weight.EDITORIAL


def test_a_sentence_behind_the_end_of_a_link_is_none_of_its_words() -> None:
    behind = "](https://heron.example/) **Egret** Egret shows you boats that you may like to hire or to buy."
    assert _verdict("](https://heron.example/)", behind) is Verdict.SUBSTANTIVE
    assert _verdict("](https://heron.example/)", "](https://heron.example/lights)") is Verdict.TECHNICAL


def test_the_title_of_a_film_that_went_with_it_is_no_rule() -> None:
    film = "[How boats are moored](https://corvid.example/film)\n\nRook Starling on boats that nobody claims\n"
    assert _verdict(film, "") is Verdict.EDITORIAL
    rule = "[How boats are moored](https://corvid.example/film)\n\nNo boat may be moored without a light.\n"
    assert _verdict(film, rule) is Verdict.SUBSTANTIVE


def test_what_a_table_of_contents_is_for_is_none_of_the_text() -> None:
    usage = "You can use this table of contents to find your way. Click on a link and you'll jump there.\n\n## The pier"
    assert _verdict("## The pier", usage) is Verdict.TECHNICAL


def test_another_limit_is_substantive_in_a_line_that_is_no_sentence() -> None:
    old, new = "Mass: Not more than 3,000 kg", "Mass: Not more than 3,300 kg"
    names = Names(read_markdown(old), read_markdown(new), [(old, new)])
    assert weight_of_edit(old, new, names, in_provision=False) is Weight.SUBSTANTIVE
