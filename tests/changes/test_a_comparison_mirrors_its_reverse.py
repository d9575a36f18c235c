"""Two texts compared by themselves: what the one order tells, the other tells with the sides changed."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, ChangeKind, Pair, align, compare, meanings
from conductatlas.changes.aligning.own_words import own_words
from conductatlas.changes.redlines.edits import edits
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_CLAUSES = (
    "You must be at least 16 years old to create an account with Corvid Mail.",
    "We may change these terms at any time. We will notify you at least 30 days before a change applies.",
    "These terms shall be governed by the laws of Ireland, without regard to its conflict of law rules.",
    "We may suspend or terminate your account at any time and for any reason, without notice to you.",
    "Your subscription renews automatically each month until you cancel it in your settings. We tell you beforehand.",
    "We share your personal data with advertisers so that they can show you ads that interest you.",
    "You may not copy, scrape or resell the mail service, or help somebody else to do so.",
    "If you disagree with a decision on your account, write to us and we will look at it again within 14 days.",
)
# What an editor writes in place of some words: the finder sees some of these clauses on one side alone.
_EDITS = (
    ("at any time", "now and then"),
    ("for any reason", "where the law allows it"),
    ("without notice to you", "after a warning"),
    ("We tell you beforehand.", "You can stop it there."),
    ("show you ads that interest you", "pay for the service"),
    ("or help somebody else to do so", "unless we agree to it in writing"),
    ("write to us and we will look at it again", "tell the support team, who may answer"),
)


def _edited(clause: str, chosen: frozenset[int]) -> str:
    for number in sorted(chosen):
        clause = clause.replace(*_EDITS[number])
    return clause


_VERSIONS = st.tuples(
    st.permutations(_CLAUSES), st.permutations(_CLAUSES), st.frozensets(st.integers(0, len(_EDITS) - 1), min_size=1)
)
_MIRRORED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


def _told(old: Document, new: Document, *, mirrored: bool) -> Counter[tuple[str, ...]]:
    """What is told of provisions that stand on both sides, each with its words and whether it is told with doubts."""
    outcome = compare(default_finder(), old, new)
    told = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(old, new), outcome)
    found: Counter[tuple[str, ...]] = Counter({(outcome.verdict.value, str(outcome.moved_blocks)): 1})
    for one, means in told:
        if one.before is None or one.after is None or one.kind is None:
            continue
        sides = [f"{one.before.severity} {one.before.quote}", f"{one.after.severity.value} {one.after.quote}"]
        if mirrored:
            sides.reverse()
        found[one.clause_type, _MIRRORED.get(one.kind, one.kind).value, *sides, str(means.elsewhere)] += 1
    return found


@given(_VERSIONS)
@settings(max_examples=40, deadline=None)
def test_what_is_edited_and_moved_is_told_alike_in_both_orders(
    versions: tuple[list[str], list[str], frozenset[int]],
) -> None:
    before, after, chosen = versions
    old, new = read_markdown("\n\n".join(before)), read_markdown("\n\n".join(_edited(one, chosen) for one in after))
    assert _told(old, new, mirrored=True) == _told(new, old, mirrored=False)


@pytest.mark.parametrize("seed", range(8))
def test_of_two_blocks_that_changed_places_the_same_one_moved(seed: int) -> None:
    shuffled = list(_CLAUSES)
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    old, new = read_markdown("\n\n".join(_CLAUSES)), read_markdown("\n\n".join(shuffled))
    forth, back = align(old, new), align(new, old)
    assert set(forth.turned_round.edges) == set(back.edges)


def test_the_edits_of_a_sentence_are_those_of_its_reverse() -> None:
    before = "You must tell us of faults, abuse, or gaps in the fence that you find, and we must thank you."
    after = "You may tell us of faults, holes and other abuse, abuse, or gaps in the fence that you find."
    forth, back = edits(before, after), edits(after, before)
    assert forth
    assert [(one.went, one.came, one.kept) for one in forth] == [(one.came, one.went, one.kept) for one in back]


def test_a_sentence_that_was_taken_from_another_passage_and_edited_did_not_come() -> None:
    said = "For the avoidance of doubt, we may show your post to the police where you put up anything that is forbidden"
    passage = "We may give your data to a court that asks for it."
    old = read_markdown(f"{passage}\n\n{said} in Elbonia.")
    new = read_markdown(f"{passage} {said} here.")
    grown = f"{passage} {said} here."
    assert own_words(passage, grown, Pair(old, new)).are_kept
    assert own_words(grown, passage, Pair(new, old)).are_kept
