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
    known = {"says", "many", "name", "words", "unless", "hints", "types", "same", "several", "cased", "subject"}
    assert set(entry) <= {*known, "instead_of"}
    words = " ".join(str(one) for one in entry["words"])  # type: ignore[attr-defined]
    assert ("{}" in str(entry["says"])) == ("(?P<value>" in words)


@pytest.mark.parametrize(
    ("clause_type", "text", "expected"),
    [
        ("user-indemnification", "You pay our legal fees.", "covers legal fees"),
        ("childrens-data", "It is not for children under 13.", "names the age of 13"),
        (
            "age-requirement",
            "Be at least 13, and 18 or older to buy; those under 18 ask.",
            "names the ages of 13 and 18",
        ),
        ("mandatory-arbitration", "The American Arbitration Association decides.", "names AAA as the arbitration body"),
        ("regulator-complaint", "Ask the CNIL or the ICO.", "names the authority: CNIL and ICO"),
        ("late-payment", "We charge 1.5% per month.", "names 1.5% of interest"),
    ],
)
def test_a_point_is_found_with_its_value(clause_type: str, text: str, expected: str) -> None:
    said = [point.said_in(text, [(0, len(text))]) for point in points_of(clause_type)]
    assert expected in [one.predicate for one in said if one]


@pytest.mark.parametrize(
    ("clause_type", "text", "predicate"),
    [
        # Information is not informing, administrative is no standard, losses that are excluded are not carved out, and
        # what a user does the provider does not.
        ("account-security-duty", "Give information on your security.", "asks users to tell of misuse at once"),
        ("security-measures", "We use administrative measures.", "names certificates or standards"),
        ("suggestions-grant", "Larkwell may use it at its own risk.", "makes the provider owner of it"),
        ("ai-output-ownership", "You assign the outputs to nobody.", "assigns the provider's rights"),
        ("jurisdiction-venue", "You may sue in any court.", "lets the provider go to other courts"),
        ("unilateral-termination", "You must notify us of errors.", "tells the user of the decision"),
        ("rights-limits", "While we await verification of our reasons, you object.", "checks who asks"),
        ("childrens-data", "We delete what came without verification of parental consent.", "asks for the consent"),
        (
            "liability-limitation",
            "We are not liable for losses including personal injury.",
            "leaves liability for death",
        ),
    ],
)
def test_words_that_only_look_like_it_make_no_point(clause_type: str, text: str, predicate: str) -> None:
    said = [point.said_in(text, [(0, len(text))]) for point in points_of(clause_type)]
    assert not [one for one in said if one and one.predicate.startswith(predicate)]
