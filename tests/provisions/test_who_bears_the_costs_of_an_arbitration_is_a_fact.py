"""Who bears the costs of an arbitration is a fact of the clause, with its place; what is like it is none."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import ARBITRATION_COSTS, fares_with_costs, find_facts

_CLAUSE = "Disputes go to binding arbitration. "


def _told(text: str) -> list[str]:
    return [one.value for one in find_facts(text) if one.kind == ARBITRATION_COSTS]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("We will pay all arbitration fees.", "the provider pays the fees"),
        ("Larkwell pays all filing, administration and arbitrator fees.", "the provider pays the fees"),
        ("Larkwell will bear the administrative fee of both sides.", "the provider pays the administrative fee"),
        ("The costs of the arbitration shall be borne by Larkwell.", "the provider pays the fees"),
        (
            "Larkwell will reimburse you for the filing fee, unless you claim more than $5,000.",
            "in some cases or in part the provider pays the filing fee",
        ),
        (
            "If the fees are high, we will pay the difference between the filing fee and that of a court.",
            "in some cases or in part the provider pays the filing fee",
        ),
        (
            "You are responsible for the initial filing fee and the administrative fee.",
            "the user pays the filing and administrative fees",
        ),
        ("Developers shall pay the arbitrator’s fees.", "the user pays the arbitrator’s fees"),
        ("The party who files for arbitration must pay the filing fee.", "whoever begins pays the filing fee"),
        ("The parties will share equally all other costs of the arbitration.", "both sides share the other fees"),
        ("All arbitration fees are split 50/50.", "both sides share the fees"),
        (
            "Each party shall bear its own costs in connection with such arbitration.",
            "each side bears its own costs",
        ),
        (
            (
                "Payment of all filing and arbitrator fees will be governed by the rules of the Linden Board, and we "
                "will not seek ours back if we win."
            ),
            "the rules of arbitration settle who pays the filing and arbitrator’s fees",
        ),
        (
            "Each party will be responsible for arbitration fees in accordance with the rules.",
            "the rules of arbitration settle who pays the fees",
        ),
    ],
)
def test_who_pays_is_told(sentence: str, told: str) -> None:
    assert _told(f"{_CLAUSE}{sentence}") == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "Each party shall bear its own attorneys’ fees.",
        "We will not pay any arbitration fees.",
        "If you cannot afford to pay the arbitration fees, tell us.",
        "If the claim is frivolous, you are responsible for the arbitration fees.",
        "In a small claims court you pay the filing fee.",
        "A mediator’s fee is paid by Larkwell.",
        "The arbitrator decides any dispute about the payment of arbitration fees.",
        "SUCH BODY WILL PAY THE FILING FEE.",
    ],
)
def test_what_is_like_it_is_none(sentence: str) -> None:
    assert _told(f"{_CLAUSE}{sentence}") == []


def test_no_fee_of_a_text_without_arbitration_is_one() -> None:
    assert _told("We will pay the filing fee.") == []


_PIECES = st.sampled_from(
    (
        *("Arbitration. ", "We ", "you ", "Larkwell ", "each party ", "will ", "pay ", "bear ", "split ", "share "),
        *("its own ", "costs ", "all ", "filing ", "and ", "administrative ", "fees ", "fees. ", "the arbitration"),
        *("are borne ", "by ", "the rules ", "if ", "equally ", "; ", ", "),
    )
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=25).map("".join))
def test_each_stands_at_its_place_and_can_be_weighed(text: str) -> None:
    found = [one for one in find_facts(f"Arbitration: {text}") if one.kind == ARBITRATION_COSTS]
    assert all(0 <= one.start < one.end <= len(text) + len("Arbitration: ") for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert set(fares_with_costs(one.value for one in found)) == {"filing", "administrative", "arbitrator’s"}


def test_a_user_fares_worse_the_more_they_pay() -> None:
    told = [
        "the user pays the fees",
        "both sides share the fees",
        "in some cases or in part the provider pays the fees",
        "the provider pays the fees",
    ]
    fares = [fares_with_costs([one])["filing"] for one in told]
    assert fares == sorted(fares)
    assert len(set(fares)) == len(fares)


def test_a_long_text_is_read_in_good_time() -> None:
    text = f"Arbitration: {'we will pay all arbitration fees ' * 4000}"
    began = time.process_time()

    assert len(_told(text)) == 4000
    assert time.process_time() - began < 10


@pytest.mark.parametrize("word", ["a-", "a’"])
def test_what_has_no_spaces_is_read_in_good_time(word: str) -> None:
    began = time.process_time()

    assert _told(f"Arbitration fees: {word * 10_000}") == []
    assert time.process_time() - began < 2
