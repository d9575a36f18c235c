"""What clauses may say besides is data, which is checked here: types that exist, and predicates that make sentences."""

from __future__ import annotations

from importlib.resources import files

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison.points import points_of
from conductatlas.yaml_data import parse_yaml

GROUPS = [
    group
    for file in files("conductatlas.comparison").joinpath("points").iterdir()
    if file.name.endswith(".yaml")
    for group in parse_yaml(file.read_bytes())
]
ENTRIES = [(group["types"], entry) for group in GROUPS for entry in group["points"]]


@pytest.mark.parametrize(("types", "entry"), ENTRIES, ids=[entry["says"] for _, entry in ENTRIES])
def test_a_point_is_well_formed(types: list[str], entry: dict[str, object]) -> None:
    assert set(types) <= {one.id for one in load_catalogue().types}
    own = entry.get("types", types)
    assert isinstance(own, list)
    assert set(own) <= set(types)
    known = {"says", "words", "unless", "hints", "types", "same", "cased", "subject"}
    assert set(entry) <= {*known, "settled", "weighs", "leads", "relied_on"}
    # One that is neither told of two clauses nor tells their subjects apart would be read for nothing.
    assert "{}" in str(entry["says"]) or {"weighs", "subject", "leads"} & set(entry)
    words = " ".join(str(one) for one in entry["words"])  # type: ignore[attr-defined]
    assert ("{}" in str(entry["says"])) == ("(?P<value>" in words)


@pytest.mark.parametrize(
    ("clause_type", "text", "expected"),
    [
        (
            "childrens-data",
            "We do not knowingly collect data of children under 13.",
            "names 13 as the age below which no data is knowingly collected",
        ),
        ("age-requirement", "You must be at least 13.", "names 13 as the lowest age"),
        ("age-requirement", "Nobody under the age of sixteen may join.", "names 16 as the lowest age"),
        ("mandatory-arbitration", "The American Arbitration Association decides.", "names AAA as the arbitration body"),
        ("late-payment", "We charge 1.5% per month.", "names 1.5% of interest"),
        ("no-refund", "There are no refunds for unused time.", "gives nothing back for part of a period"),
        (
            "provider-assignment",
            "This contract cannot be assigned.",
            "forbids the user or customer to assign the contract",
        ),
        ("ai-output-ownership", "Here you own the outputs.", "makes the user or customer owner of the outputs"),
    ],
)
def test_a_point_is_found_with_its_value(clause_type: str, text: str, expected: str) -> None:
    said = [point.said_in(text, [(0, len(text))]) for point in points_of(clause_type)]
    assert expected in [one.predicate for one in said if one]


@pytest.mark.parametrize(
    ("clause_type", "text", "predicate"),
    [
        # A use that is a breach is no use alone, a right to defend no duty, and a licensor no user.
        ("ai-output-ownership", "Our licensor owns all outputs.", "makes the user or customer owner"),
        # Words that were read in clauses of the types, and make no such point there.
        ("content-ownership-retained", "You own all rights in your content.", "asks that those who send"),
        ("class-action-waiver", "Unless the parties agree otherwise, it stays alone.", "binds both sides"),
        ("ai-output-accuracy-disclaimer", "Do not rely on it as a unique source.", "says that others may get"),
        # Information is not informing, administrative is no standard, losses that are excluded are not carved out, and
        # what a user does the provider does not.
        ("ai-output-ownership", "You assign the outputs to nobody.", "assigns the provider's rights"),
        ("rights-limits", "While we await verification of our reasons, you object.", "may check who makes"),
        ("childrens-data", "We delete what came without verification of parental consent.", "asks for the consent"),
        # What is built on an idea is not the idea, and a licence that is assigned is no title.
        ("content-licence", "If you remove an item, we may go on using it.", "ends the licence"),
        # Within a word there is none: 'disclose' closes nothing, and wallets let nobody.
        ("unilateral-termination", "Unused credits are lost.", "names inactivity"),
        ("late-payment", "Nearly all users (95%) pay a fee in time.", "names 95% of interest"),
        ("service-levels-support", "Subtract the minutes from 100%.", "promises that the service is up"),
        ("class-action-waiver", "If the parties' dispute is arbitrated, it stays alone.", "binds both sides"),
        ("no-refund", "You get a refund for the unused portion.", "gives nothing back for part"),
    ],
)
def test_words_that_only_look_like_it_make_no_point(clause_type: str, text: str, predicate: str) -> None:
    said = [point.said_in(text, [(0, len(text))]) for point in points_of(clause_type)]
    assert not [one for one in said if one and one.predicate.startswith(predicate)]
