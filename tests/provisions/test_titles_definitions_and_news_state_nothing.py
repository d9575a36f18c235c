"""A bare title, what a word means and what was changed in a text are no clauses, whatever words stand in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import Unit, default_finder, units
from conductatlas.provisions.stating import types_stated
from conductatlas.provisions.units import is_bare_title
from conductatlas.reading import read_markdown, visible_text


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("**12.2 Governing Law and Dispute Resolution.**", True),
        ("4.3 Security Measures and Data Protection", True),
        ("10\\. Changes to this Privacy Policy", True),
        ("4.OWNERSHIP", True),
        ("_Retention and back-up of Your Charts_", True),
        ("**5.3 Objecting to, or withdrawing, your consent.**", True),
        ("**C. Charts We Receive from Others**.", True),
        ("**Who Is Kept From Using the Boats.**", True),
        ("**We Never Sell Your Charts.**", False),
        ("**WHAT YOU AGREE TO**", False),
        ("**Charts You Must Not Send**", False),
        ("**We never sell your charts.**", False),
        ("**Wir verkaufen Ihre Karten nicht.**", False),
        ("4.3 Boats must not be sold", False),
        ("4.3 sailing without a licence", False),
        ("_Last updated 4 May 2024_", False),
        ("**Larkwell Ltd, 2 Mill Lane, mail@larkwell.example**", False),
        ("**Boats that we lend:**", False),
        ("2.6 本服务的规则和隐私政策", False),
    ],
)
def test_a_line_is_a_title_and_no_more(line: str, title: bool) -> None:
    assert is_bare_title(line, visible_text(line)) is title


@given(st.text(max_size=200))
def test_any_line_is_a_title_or_not(line: str) -> None:
    assert is_bare_title(line, line) in (True, False)


def test_a_bare_title_is_no_unit_and_parts_the_passages_around_it() -> None:
    clause = "We may share your charts with other companies for their own purposes, such as map makers and insurers"
    text = f"# Policy\n\n{clause}.\n\n**5.3 Other Ways of Sharing Charts.**\n\n{clause} in harbours.\n"
    document = read_markdown(text)
    found = [one for one in default_finder().find(document) if one.clause_type == "third-party-sharing"]
    assert [one.text for one in units(document)] == [f"{clause}.", f"{clause} in harbours."]
    assert len(found) == 2


def test_a_title_in_a_list_of_sections_is_no_unit_and_an_item_that_is_announced_is_one() -> None:
    sections = "_These terms are for boats._\n\n1.  **OWNERSHIP**\n2.  **BOAT NAMES**\n"
    assert [one.text for one in units(read_markdown(f"# Terms\n\n{sections}"))] == ["These terms are for boats."]
    announced = units(read_markdown("# Terms\n\nYou must not send:\n\n1.  **STOLEN CHARTS**\n2.  **LIES**\n"))
    assert "STOLEN CHARTS" in " ".join(one.text for one in announced)


@pytest.mark.parametrize(
    ("text", "can", "cannot"),
    [
        ("“Losses” means all damages, fines and costs, e.g. of enforcing an indemnity;", None, "user-indemnification"),
        ("1.1 “Boat Rights” means all patents, trade marks and copyrights in boats.", None, "provider-ip-reserved"),
        ("“Boat Terms” means the terms at https://larkwell.example/boats.", "incorporated-terms", "no-refund"),
        ("“Clauses” means the text at https://larkwell.example/a?id=CLAUSES:9.", None, "international-transfer"),
        ("This cookie notice explains how we use cookies and what you can do.", None, "cookies-and-trackers"),
        ("“Governing Law” means the laws of Ireland.", "governing-law", "mandatory-arbitration"),
        ("We updated our policy. We also clarified that we do not sell charts.", "terms-change-notice", "data-sale"),
    ],
)
def test_definitions_and_news_state_few_types(text: str, can: str | None, cannot: str) -> None:
    stated = types_stated(text)
    assert stated is not None
    assert can is None or can in stated
    assert cannot not in stated


@pytest.mark.parametrize(
    "text",
    [
        "“Pilot” means a free trial. We may end it at any time.",
        "“Credits” means units that you buy. They are not refundable.",
        "We updated our policy. You may object to it until May.",
        "We may update our policy at any time.",
        "This notice explains how we use cookies. They follow you to other harbours.",
        "These are the cookies that this page sets.",
        f"“Links” means {'https://larkwell.example/a ' * 40} and more. Is it all? No; we add some.",
    ],
)
def test_what_says_more_than_a_definition_or_news_is_judged(text: str) -> None:
    assert types_stated(text) is None


def test_no_type_is_found_in_a_definition_that_defines_none() -> None:
    text = "“Class Waiver” means the class action and jury trial waiver in Section 11."
    unit = Unit(0, 0, 0, len(text), "", "", text, "")
    assert not {"class-action-waiver", "jury-trial-waiver"} & set(default_finder().judge([unit])[0])


@pytest.mark.parametrize(
    ("passage", "points"),
    [
        ("For details regarding the charts we collect, please refer to part one of our policy.", True),
        ("You can find more information about the harbours that get your charts here.", True),
        ("Further information on how to close an account can be found in our Help Harbour.", True),
        ("For more information on how we guard charts, you can visit our page on safety.", True),
        ("For more information you can object to, ask our pilot.", False),
        ("For details of your berth we collect your name and the length of your boat.", False),
        ("For details on how to object, see part one; you may object at any time.", False),
        ("You can find boats near you if you let us see where you are.", False),
        ("You can learn more about your charts here and request a copy of them.", False),
        ("You can find more information about the cookies that we use in this table:", False),
    ],
)
def test_what_only_points_elsewhere_states_no_type_but_other_terms(passage: str, points: bool) -> None:
    assert (types_stated(passage) == frozenset({"incorporated-terms"})) is points
