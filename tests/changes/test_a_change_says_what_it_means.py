"""What moved in a clause is told from its own facts: before, after, whom it favours, since when."""

from __future__ import annotations

from datetime import date

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    Bearing,
    ChangeKind,
    Direction,
    Meaning,
    Pair,
    Verdict,
    compare,
    explain,
    meanings,
    new_effective_date,
    notice,
    overall,
    summarise,
    tell,
)
from conductatlas.changes.effects.shifts import shifts
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_CHANGES = "We may change these terms at any time. We will notify you at least 30 days before a change applies."
_LICENCE = "You grant us a worldwide, royalty-free licence to host and display the content that you post on Corvid."
_LAW = "These terms, and any dispute that arises from them, are governed by the laws of Ostmark."
_SHARING = "We share your personal data with advertisers, so that they can show you ads that interest you."
_CAP = "To the extent permitted by law, our total liability to you is limited to €100 for all claims together."


def _meanings(old: str, new: str) -> dict[str, Meaning]:
    before, after = read_markdown(old), read_markdown(new)
    outcome = compare(default_finder(), before, after)
    touched = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after))
    return {one.clause_type: means for one, means in touched}


@pytest.mark.parametrize(
    ("clause_type", "text", "was", "became", "phrase", "direction"),
    [
        ("unilateral-terms-change", _CHANGES, "30", "14", "the notice period falls from 30 days to 14 days", "worse"),
        ("unilateral-terms-change", _CHANGES, "30", "60", "the notice period rises from 30 days to 60 days", "better"),
        (
            "liability-limitation",
            _CAP,
            "€100",
            "€500",
            "the limit of liability rises from EUR 100 to EUR 500",
            "better",
        ),
        ("content-licence", _LICENCE, "worldwide", "worldwide, irrevocable", "the licence is now irrevocable", "worse"),
        (
            "governing-law",
            _LAW,
            "Ostmark",
            "Westmark",
            "the law that it names changes from Ostmark to Westmark",
            "unjudged",
        ),
        (
            "content-licence",
            _LICENCE,
            "host and display",
            "host, display and sublicense",
            "the licence now allows to sublicense",
            "worse",
        ),
    ],
)
def test_a_fact_that_moved_is_told_with_both_values(
    clause_type: str, text: str, was: str, became: str, phrase: str, direction: str
) -> None:
    found = _meanings(text, text.replace(was, became))[clause_type]
    assert phrase in found.phrases
    assert found.direction is Direction(direction)


@pytest.mark.parametrize(
    ("clause_type", "before", "after", "phrases"),
    [
        # What the other wording names as well neither came nor went.
        (
            "third-party-sharing",
            "We work with vendors and our partners.",
            "We share data with vendors and our partners.",
            (),
        ),
        (
            "third-party-sharing",
            "We share data with vendors.",
            "We share data with vendors and advertisers.",
            ("it now names advertising partners among the recipients of data",),
        ),
        # Where nothing turns on data, none is told of.
        ("ai-output-ownership", "You own it.", "You own it. We use prompts to improve the service.", ()),
        (
            "retention-period",
            "We keep logs for 3 months and mail for 5 days.",
            "We keep logs for 3 months, mail for 5 days and keys for 2 years.",
            ("a retention period of 24 months is now stated too",),
        ),
        # Nobody can tell which of several figures became which.
        (
            "retention-period",
            "We keep logs for 3 months and mail for 5 days.",
            "We keep logs for 4 months and mail for 6 days.",
            (),
        ),
        # Whose notice it is decides whether more of it is a gain.
        (
            "breach-notification",
            "We notify you within 24 hours of a breach.",
            "We notify you within 72 hours of a breach.",
            ("the notice period rises from 24 hours to 72 hours",),
        ),
        # A way to opt out may be given in words that nobody thought of.
        ("objection-opt-out-right", "You can opt out in your settings.", "You can write to us.", ()),
        (
            "ai-training-on-user-content",
            "We train on your posts; you may opt out.",
            "We train on your posts; tell us that you do not want this, and we stop.",
            (),
        ),
        (
            "jurisdiction-venue",
            "The Paris courts decide.",
            "The courts of Paris decide.",
            (),
        ),
    ],
)
def test_only_what_really_came_or_went_is_told(
    clause_type: str, before: str, after: str, phrases: tuple[str, ...]
) -> None:
    assert tuple(one.phrase for one in shifts(load_catalogue()[clause_type], before, after)) == phrases


def test_what_a_clause_no_longer_names_is_no_gain_and_later_news_of_a_breach_is_a_loss() -> None:
    catalogue = load_catalogue()
    assert not shifts(catalogue["third-party-sharing"], "We share data with advertisers.", "We share data with few.")
    (gone,) = shifts(catalogue["content-licence"], _LICENCE, _LICENCE.replace("host and display", "host"))
    assert gone.direction is Direction.UNJUDGED
    (later,) = shifts(
        catalogue["breach-notification"], "We notify you within 24 hours.", "We notify you within 72 hours."
    )
    assert later.direction is Direction.WORSE


def test_what_comes_or_goes_counts_by_its_stance() -> None:
    assert _meanings(_CHANGES, f"{_CHANGES}\n\n{_SHARING}")["targeted-advertising"].direction is Direction.WORSE
    # What a text says no more may go on, but for what binds the user.
    assert _meanings(f"{_CHANGES}\n\n{_SHARING}", _CHANGES)["targeted-advertising"].direction is Direction.UNJUDGED
    assert _meanings(f"{_CHANGES}\n\n{_CAP}", _CHANGES)["liability-limitation"].direction is Direction.BETTER


def test_a_new_name_is_no_more_than_a_matter_of_letters() -> None:
    found = _meanings(_LICENCE, _LICENCE.replace("Corvid", "Raven"))["content-licence"]
    assert found.to_the_letter
    (phrase,) = found.phrases
    assert phrase.endswith("that you post on Corvid” becomes " + phrase.partition("” becomes ")[2])
    assert phrase.endswith("that you post on Raven”")
    assert found.direction is Direction.UNJUDGED


def test_numbers_of_items_and_a_lost_space_are_no_more_than_a_matter_of_letters() -> None:
    old = (
        "You will indemnify and hold harmless Larkwell and its officers against any losses that arise from: your"
        " content; your breach of these terms; or your violation of the rights of others."
    )
    new = (
        old.replace("its officers", "itsofficers")
        .replace("from: your", "from: (a) your")
        .replace("; your", "; (b) your")
    )
    assert all(one.to_the_letter for one in _meanings(old, new.replace("or your", "or (c) your")).values())
    assert not any(
        one.to_the_letter for one in _meanings(old, new.replace("any losses", "all losses and fees")).values()
    )


def test_where_no_fact_moved_the_words_that_came_are_quoted() -> None:
    for joined in (" and in any way that we see fit", ", and in any way that we see fit,"):
        found = _meanings(_CHANGES, _CHANGES.replace("at any time", f"at any time{joined}"))
        (phrase,) = found["unilateral-terms-change"].phrases
        assert "and in any way that we see fit" in phrase.partition("” becomes “")[2]


def test_the_paragraph_says_whom_the_version_favours_and_the_gravest_first() -> None:
    before, after = read_markdown(f"{_CHANGES}\n\n{_CAP}"), read_markdown(f"{_CHANGES}\n\n{_SHARING}\n\n{_CAP}")
    outcome, catalogue = compare(default_finder(), before, after), load_catalogue()
    touched = [
        tell(*one) for one in meanings(catalogue, Bearing(default_finder()), outcome.followed, Pair(before, after))
    ]
    said = explain(catalogue, Verdict.SUBSTANTIVE, touched)
    assert said.startswith("As far as grades and facts tell, it is worse for users than before.")
    assert "is new" in said or "are new" in said
    assert {one.kind for one in touched} == {ChangeKind.ADDED}
    assert summarise(catalogue, Verdict.SUBSTANTIVE, touched).endswith(".")
    assert explain(catalogue, Verdict.TECHNICAL, touched) == ""


def test_directions_that_differ_are_mixed() -> None:
    assert overall([Direction.BETTER, Direction.UNJUDGED]) is Direction.BETTER
    assert overall([Direction.BETTER, Direction.WORSE]) is Direction.MIXED
    assert overall([]) is Direction.UNJUDGED


def test_an_effective_date_counts_only_where_the_version_names_a_new_one() -> None:
    old, new = (
        read_markdown(f"# Terms\n\nEffective from {day}\n\n{_CHANGES}") for day in ("1 May 2024", "1 July 2025")
    )
    assert new_effective_date(old, new) == date(2025, 7, 1)
    assert new_effective_date(new, new) is None


def test_a_line_with_two_days_names_none_and_a_long_paragraph_one_at_its_beginning_or_end() -> None:
    for line, named in (
        ("This policy takes effect on 1 July 2025 for new members and on 1 August 2025 for all others.", None),
        (f"Effective: 1 July 2025 {_CHANGES * 5}", date(2025, 7, 1)),
        (f"{_CHANGES * 5} Effective: 1 July 2025.", date(2025, 7, 1)),
        (f"{_CHANGES * 5} Effective: 1 July 2025. {_CHANGES}", None),
    ):
        assert new_effective_date(read_markdown("# Terms\n\nText."), read_markdown(f"# Terms\n\n{line}")) == named


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (date(2025, 6, 19), "; it was seen 12 days before."),
        (date(2025, 7, 1), ", the day on which it was seen."),
        (date(2025, 7, 2), "; it was already in force, for 1 day, when it was seen."),
        # So long before, it may be the day of an older version.
        (date(2025, 9, 1), ", 62 days before it was seen."),
    ],
)
def test_a_stated_day_is_told_with_its_distance_from_the_day_it_was_seen(seen: date, said: str) -> None:
    assert notice(date(2025, 7, 1), seen) == f"The document says that it applies from 1 July 2025{said}"
