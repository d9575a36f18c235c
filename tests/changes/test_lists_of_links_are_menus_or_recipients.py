"""Rows of links and labels are of the page; a list of linked names of those who get something is of the text."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_PAGE = """\
AboutPricesCareersCorvid 2.0Raven 3Sign Up

# Privacy Policy

We keep what you send for 30 days, and we may share it with those named below.

## Third-party advertising partners

* [Alder](https://alder.example/privacy)
* [Birch](https://birch.example/privacy)

## Products

* [Corvid Mail](https://corvid.example/mail)
* [Corvid Maps](https://corvid.example/maps)

Write to our agent:

* Paula Rook
* 1 Quay Street

[English](https://corvid.example/en "Policy (100% translated)")

[Sesotho](https://corvid.example/st "Policy (5% translated)")
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _PAGE
    return compare(default_finder(), read_markdown(_PAGE), read_markdown(_PAGE.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("Corvid 2.0Raven", "Corvid 2.0Heron 4Raven"),
        ("* [Corvid Maps](https://corvid.example/maps)\n", ""),
        ('[Sesotho](https://corvid.example/st "Policy (5% translated)")\n', ""),
        ("# Privacy Policy", "Register for the Corvid Conference, places are few.\n\n# Privacy Policy"),
        ("# Privacy Policy", "Sun, 12 Apr 2026 12:50:40 GMT\n\n# Privacy Policy"),
        ("We keep", "Track your progress, it is free!\n\nWe keep"),
        ("We keep", "Did you get the help you needed?\n\nWe keep"),
        ("We keep", "Our groundbreaking targeting tool [Learn more](https://corvid.example/ads)\n\nWe keep"),
    ],
)
def test_what_the_page_adds_is_technical(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.TECHNICAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("* [Birch](https://birch.example/privacy)\n", ""),
        ("* [Birch]", "* [Cedar](https://cedar.example/privacy)\n* [Birch]"),
        ("# Privacy Policy", "The French version of this document prevails.\n\n# Privacy Policy"),
    ],
)
def test_who_gets_something_and_which_text_holds_is_not(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) in (Verdict.SUBSTANTIVE, Verdict.EDITORIAL)


def test_a_recipient_more_is_substantive() -> None:
    assert _verdict("* [Birch]", "* [Cedar](https://cedar.example/privacy)\n* [Birch]") is Verdict.SUBSTANTIVE


def test_another_name_to_write_to_is_editorial() -> None:
    assert _verdict("* Paula Rook", "* Michael Heron") is Verdict.EDITORIAL


@pytest.mark.parametrize("lead_in", ["These terms apply to the following services of the harbour:", "We run these:"])
def test_a_link_less_in_a_list_is_of_the_text_where_a_whole_sentence_leads_into_it(lead_in: str) -> None:
    items = [f"* [{name}](https://{name.lower()}.example/)\n" for name in ("Ferry", "Canoe", "Raft")]
    rule = "You may row on the lake from dawn to dusk, at your own risk and cost."
    page = f"# Terms\n\n{rule}\n\n{lead_in}\n\n{''.join(items)}"
    less = page.replace(items[1], "")
    found = compare(default_finder(), read_markdown(page), read_markdown(less)).verdict
    assert found is (Verdict.TECHNICAL if lead_in == "We run these:" else Verdict.SUBSTANTIVE)


def test_another_company_among_linked_vendors_is_substantive() -> None:
    vendors = "[Alder](https://alder.example/p) and [Birch](https://birch.example/p)"
    page = f"# Privacy\n\nWe send you mail when you ask us to. Our email vendors are {vendors}.\n"
    other = page.replace("[Birch](https://birch.example/p)", "[Cedar](https://cedar.example/p)")
    assert compare(default_finder(), read_markdown(page), read_markdown(other)).verdict is Verdict.SUBSTANTIVE
    more = page.replace("[Birch]", "[Cedar](https://cedar.example/p) and [Birch]")
    assert compare(default_finder(), read_markdown(page), read_markdown(more)).verdict is Verdict.SUBSTANTIVE
    renamed = page.replace("[Birch]", "[Birch Mail]")
    assert compare(default_finder(), read_markdown(page), read_markdown(renamed)).verdict is Verdict.EDITORIAL


def test_another_company_that_gets_something_is_substantive() -> None:
    shared = "We share your address with Birch, who handles it as we say."
    page = f"# Privacy\n\nWe send you mail when you ask us to. {shared}\n"
    other = page.replace("Birch", "Cedar9")
    assert compare(default_finder(), read_markdown(page), read_markdown(other)).verdict is Verdict.SUBSTANTIVE


def test_a_footer_of_links_over_several_lines_is_one_run_of_labels() -> None:
    kinds = ("Sail", "Row", "Ferry", "Pilot", "Motor", "House", "Long", "Life", "Show", "Tug", "Guard", "Market")
    links = "".join(f"{kind}boats\n\n](https://larkwell.example/{kind})[\n\n" for kind in kinds)
    said = "Larkwell is brought to you by the Harbour Group. Shape what comes next with insights on every boat."
    terms = "# Terms\n\nYou may cancel at any time.\n\nWe may change these terms at any time."
    footer = f"[\n\n{links}English\n\n{said}\n\nCopyright © 2026 Larkwell"
    found = compare(default_finder(), read_markdown(terms), read_markdown(f"{terms}\n\n{footer}\n"))
    assert found.verdict is Verdict.TECHNICAL
