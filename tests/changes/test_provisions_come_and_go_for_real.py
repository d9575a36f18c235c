"""A provision is added or removed only where the text began or ceased to say so."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from conductatlas.changes import ChangeKind, Step, align, compare, judged_text, standing
from conductatlas.changes.following.tracking import follow
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_CLAUSES = (
    "You must be at least 16 years old to create an account with Corvid Mail.",
    "We may change these terms at any time. We will notify you at least 30 days before a change applies.",
    "These terms shall be governed by the laws of Ireland, without regard to its conflict of law rules.",
    "Our total liability to you is limited to 100 euro, and we are not liable for lost profits or lost data.",
    "You grant us a worldwide, royalty-free licence to host and display the content that you post.",
    "We may suspend or terminate your account at any time and for any reason, without notice to you.",
    "Your subscription renews automatically each month until you cancel it in your settings.",
    "We share your personal data with advertisers so that they can show you ads that interest you.",
)
_TEXTS = st.lists(st.sampled_from(_CLAUSES), min_size=3, unique=True)


def _compared(old: list[str], new: list[str]) -> Step:
    return compare(default_finder(), *(read_markdown("\n\n".join(one)) for one in (old, new)))


def _quotes(outcome: Step, kind: ChangeKind) -> set[tuple[str, str]]:
    return {
        (one.clause_type, one.before.quote if one.before else one.after.quote if one.after else "")
        for one in outcome.followed
        if one.kind is kind
    }


@given(_TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_shuffling_makes_no_addition_and_no_removal(clauses: list[str], random: object) -> None:
    shuffled = clauses[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    kinds = {one.kind for one in _compared(clauses, shuffled).followed}
    assert kinds <= {None, ChangeKind.MOVED}


@given(_TEXTS, st.sampled_from(_CLAUSES), st.integers(0, 8))
@example(
    [
        "We may suspend or terminate your account at any time and for any reason, without notice to you.",
        "We may change these terms at any time. We will notify you at least 30 days before a change applies.",
    ],
    "You must be at least 16 years old to create an account with Corvid Mail.",
    1,
)
@settings(max_examples=40)
def test_an_inserted_clause_touches_no_other(clauses: list[str], clause: str, place: int) -> None:
    rest = [one for one in clauses if one != clause]
    inserted = [*rest[:place], clause, *rest[place:]]
    touched = [one for one in _compared(rest, inserted).followed if one.kind is not None]
    assert touched
    assert all(one.kind is ChangeKind.ADDED and one.after and one.after.quote == clause for one in touched)


@given(_TEXTS, _TEXTS)
@settings(max_examples=40)
def test_a_comparison_mirrors_its_reverse(old: list[str], new: list[str]) -> None:
    forth, back = _compared(old, new), _compared(new, old)
    assert forth.verdict is back.verdict
    added = _quotes(forth, ChangeKind.ADDED)
    removed = _quotes(forth, ChangeKind.REMOVED)
    assert added == _quotes(back, ChangeKind.REMOVED)
    assert removed == _quotes(back, ChangeKind.ADDED)


def test_a_type_that_is_only_carried_along_makes_no_new_record() -> None:
    finder = default_finder()
    whole = read_markdown("\n\n".join(_CLAUSES[3:5]))
    parts = read_markdown(f"{_CLAUSES[3]}\n\n# Content\n\n{_CLAUSES[4]}")
    old, new = (judged_text(finder, one, "en", finder.judge) for one in (whole, parts))
    both = finder.finding(whole, "liability-limitation", 0, 1, ((0, 1),), (0.9, 0.0))
    followed = follow(finder, old, [standing(1, both)], new, align(whole, parts), [], 2)
    assert [(one.identity, one.clause_type) for one in followed] == [(1, "liability-limitation")]


def test_what_stands_word_for_word_in_another_place_was_not_removed() -> None:
    twice = ["# Until June", *_CLAUSES[1:3], "# From June", *_CLAUSES[1:3]]
    assert not _quotes(_compared(twice, twice[3:]), ChangeKind.REMOVED)
    assert not _quotes(_compared(twice[3:], twice), ChangeKind.ADDED)


def test_a_label_of_the_page_is_no_provision() -> None:
    page = ["# Contact us", "102,632.69", "Ctrl+I", "[Corvid Images 2 is now here](https://corvid.example/images)"]
    outcome = _compared([*page[:1], _CLAUSES[0]], [*page, _CLAUSES[0]])
    assert {one.kind for one in outcome.followed} == {None}
