"""What a page asks its visitor, fills in by itself, or draws though it is markup is no part of the text."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

You must not resell the service. We may close the account of anyone who does so, and pay up to $250 for it.

## Rules on rowing

You may row at night, but you must carry a lamp. The rules in full are here \\[PDF, 326.13 KB\\] and bind you.

![](/boat.jpg) [

Corvid builds better boats for all who like to row at night

](https://corvid.example/boats)
"""


@pytest.mark.parametrize(
    "added",
    [
        "Sorry about that! Care to tell us more?",
        "There was an issue submitting your feedback",
        "Please check your connection and try again.",
        "Number of Vendors seeking consent: 612",
        "%USER\\_NAME%",
        "Close this window To make Corvid your home page, drag the bird to the house in the bar of your browser.",
        "Pour faire de Corvid votre page d'accueil, faites glisser l'oiseau dans l'icône de votre barre d'outils.",
        "Page last updated: 8 August 2024",
        "Boats and oars, 2025. All Rights Reserved. [Terms](https://corvid.example/t) and [More](https://corvid.example/m)",
        "Lesen Sie die Bedingungen in anderen Sprachen: [English](https://corvid.example/en)",
        "[\n\n12 May 2026\n\nOur boats take you straight to the harbour.](https://corvid.example/news)",
    ],
)
def test_what_the_page_adds_is_technical(added: str) -> None:
    new = read_markdown(f"{_TERMS}\n{added}\n")
    assert compare(default_finder(), read_markdown(_TERMS), new).verdict is Verdict.TECHNICAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("$250", "\\\\$250"),
        ("so, and pay", "so, []{#h.35nkun2 .anchor} and pay"),
        ("The rules in full", '[ahref="https://corvid.example/rules"]The rules[/a] in full'),
        ("326.13 KB", "329.60 KB"),
        ("## Rules on rowing", "1. Rules on rowing\n\n## Rules on rowing"),
    ],
)
def test_drawn_markup_sizes_and_paths_are_technical(replaced: str, by: str) -> None:
    assert replaced in _TERMS
    new = read_markdown(_TERMS.replace(replaced, by))
    assert compare(default_finder(), read_markdown(_TERMS), new).verdict is Verdict.TECHNICAL


@pytest.mark.parametrize(
    "added",
    [
        "Governing language of these terms: English, and no other text binds you.",
        "You must check your connection and try again, or we may charge you a fee.",
    ],
)
def test_what_only_looks_like_it_is_substantive(added: str) -> None:
    new = read_markdown(f"{_TERMS}\n{added}\n")
    assert compare(default_finder(), read_markdown(_TERMS), new).verdict is Verdict.SUBSTANTIVE


_CLOSE = "[](#action%3Apopup%3Aclose%26settings%3Dxy)"
_KEEPER = """### Ada Wren

Keeper of the boats

{close}

### Ada Wren

Keeper of the boats

Ada Wren built her first boat at nine, and you may meet her at the lake. She will lend you an oar.
"""


def test_a_dialogue_that_a_link_closes_is_technical() -> None:
    new = read_markdown(f"{_TERMS}\n{_KEEPER.format(close=_CLOSE)}")
    assert compare(default_finder(), read_markdown(_TERMS), new).verdict is Verdict.TECHNICAL
    open_one = read_markdown(f"{_TERMS}\n{_KEEPER.format(close='[](#top)')}")
    assert compare(default_finder(), read_markdown(_TERMS), open_one).verdict is Verdict.SUBSTANTIVE


def test_a_text_that_stands_in_a_dialogue_is_no_part_of_the_page() -> None:
    texts = [f"# Terms\n\n{_CLOSE}\n\n{_TERMS.replace('# Terms of Service', '# Terms')}" for _ in range(2)]
    old, new = read_markdown(texts[0]), read_markdown(texts[1].replace("$250", "$900"))
    assert compare(default_finder(), old, new).verdict is Verdict.SUBSTANTIVE
