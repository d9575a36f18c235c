"""What a passage took up, or gave away, while its text has it before and after, is not told as new or gone."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    Bearing,
    ChangeKind,
    Direction,
    Followed,
    KeptText,
    Meaning,
    Pair,
    meanings,
)
from conductatlas.changes.aligning.standing_words import sentence_at
from conductatlas.changes.effects.shifts import shifts
from conductatlas.changes.following.standing import standing
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_ADS = "We share your personal data with advertisers, so that they can show you ads that interest you."
_LEAD = "We keep what you post as long as your account is open."
_CUT = "We may end your account at any time, for any reason or none, without notice or liability to you."


def _told(clause_type: str, old: str, before: str, new: str, after: str) -> list[Meaning]:
    """What is told of it that a provision of one text is another passage of the next."""
    texts = read_markdown(old), read_markdown(new)
    ends = []
    for read, quote in zip(texts, (before, after), strict=True):
        first, last = read.places(quote)[0]
        span = (read.blocks[first].start, read.blocks[last].end)
        ends.append(default_finder().finding(read, clause_type, first, last, (span,), (0.9,)))
    followed = Followed(1, clause_type, ChangeKind.REWORDED, standing(1, ends[0]), ends[1])
    return [means for _, means in meanings(load_catalogue(), Bearing(default_finder()), (followed,), Pair(*texts))]


def test_a_grade_that_rests_on_words_which_the_text_has_in_both_did_not_move() -> None:
    lead = "We may close an account that breaks these rules, or that nobody has used for a year."
    whole = f"{lead} {_CUT}"
    (went,) = _told("unilateral-termination", whole, whole, lead, lead)
    assert went.regraded
    assert went.direction is Direction.BETTER
    kept = f"{lead}\n\n## The end\n\n{_CUT}"
    assert not _told("unilateral-termination", whole, whole, kept, lead)
    assert not _told("unilateral-termination", kept, lead, whole, whole)


def test_a_fact_whose_sentence_still_stands_did_not_go() -> None:
    sharing = load_catalogue()["third-party-sharing"]
    whole, cut, kept = f"{_LEAD} {_ADS}", _LEAD, f"{_LEAD}\n\n{_ADS}"
    assert shifts(sharing, cut, whole, (KeptText(read_markdown(cut)), KeptText(read_markdown(whole))))
    assert not shifts(sharing, whole, cut, (KeptText(read_markdown(whole)), KeptText(read_markdown(kept))))
    assert not shifts(sharing, cut, whole, (KeptText(read_markdown(kept)), KeptText(read_markdown(whole))))


def _speaks(before: str, after: str, old: str, new: str) -> list[str]:
    licence = load_catalogue()["service-modification"]
    texts = KeptText(read_markdown(old)), KeptText(read_markdown(new))
    return [one.phrase for one in shifts(licence, before, after, texts) if one.kind == "applies-to"]


def test_whom_the_whole_text_still_speaks_of_is_not_told_to_be_gone() -> None:
    before, after = "Users of the Pro plan can keep the old log.", "You can keep the old log."
    fees = "## Fees\n\nFor the Pro plan you pay each month."
    assert _speaks(before, after, before, after) == ["it no longer speaks of users of paid plans"]
    assert _speaks(before, after, f"{before}\n\n{fees}", f"{after}\n\n{fees}") == []


def test_it_no_longer_names_only_what_the_new_passage_has_no_word_of() -> None:
    sharing = load_catalogue()["third-party-sharing"]
    told = shifts(sharing, "We share your data with advertisers.", "Advertisers get no data from us.")
    assert not [one for one in told if one.kind == "recipient"]


def test_the_sentence_of_a_place_is_cut_at_items_and_cells() -> None:
    passage = "We do so:\n\n*   for ads,\n*   for [tests](https://larkwell.example/tests).\n\nWe keep it. Then not."
    assert sentence_at(passage, passage.index("ads"), passage.index("ads") + 3) == "for ads,"
    assert sentence_at(passage, passage.index("tests"), passage.index("tests") + 5) == "for tests."
    assert sentence_at(passage, passage.index("Then"), passage.index("Then") + 4) == "Then not."
    assert sentence_at(passage, 0, 2) == "We do so:"
    row = "| Ads | We share it with partners | yes |"
    assert sentence_at(row, row.index("share"), row.index("share") + 5) == "We share it with partners"


_END = "We may end the account of any keeper who feeds such a guest, at any time and without notice."
_GUESTS = "We want your nest to be a calm one, and Larkwell is no place to let in guests that frighten the young birds."
_KINDS = "Such guests include cats, hungry foxes, young owls, and people who bring a ladder."
_LIST = "\n\n".join(
    (
        "We want your nest to be calm: Larkwell isn't a place for guests that frighten the young birds. This includes:",
        "*   Cats\n*   Hungry foxes\n*   Young owls\n*   People with a ladder, or such guests as bring one",
    )
)


def test_a_sentence_that_became_the_lead_in_above_the_passage_was_not_left_out() -> None:
    whole = f"{_GUESTS} {_KINDS} {_END}"
    now = _END.replace("and without", "even without")
    (went,) = _told("unilateral-termination", whole, whole, now, now)
    assert "it leaves out “" in went.reworded
    (kept,) = _told("unilateral-termination", whole, whole, f"{_LIST}\n\n{now}", now)
    assert "leaves out" not in kept.reworded
    assert "becomes" in kept.reworded
    (back,) = _told("unilateral-termination", f"{_LIST}\n\n{now}", now, whole, whole)
    assert "it adds" not in back.reworded
