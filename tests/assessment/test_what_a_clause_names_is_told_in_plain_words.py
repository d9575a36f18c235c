"""What a clause names, and whom it binds or frees, is told in plain words, and nothing that it denies or leaves out."""

from __future__ import annotations

import pytest

from conductatlas.assessment import mentions_told
from tests.assessment.composed import composed


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        (
            "third-party-conduct-disclaimer",
            "We are not responsible for what a third-party site that you reach from here offers.",
            "By its words Larkwell does not answer for something that others make, say or offer.",
        ),
        (
            "content-responsibility",
            "You are solely responsible for what you put into the archive.",
            "By its words the responsibility is that of the user alone.",
        ),
        (
            "content-responsibility",
            "You represent and warrant that you own each picture.",
            "By it users vouch that what it lists is so.",
        ),
        (
            "incorporated-terms",
            "Prize draws are subject to the Draw Rules.",
            "By its words another text applies to something that it names.",
        ),
        (
            "access-portability-right",
            "You have a right to port data to another archive.",
            "By its words data can be taken along to another service.",
        ),
        (
            "electronic-communications",
            "You agree to receive e-mails about the archive.",
            "By it people agree to get messages.",
        ),
        (
            "targeted-advertising",
            "We use what you read to show you personalised ads.",
            "By its words data are used to choose adverts, or to fit them to people.",
        ),
        (
            "cross-site-tracking",
            "Partners collect data on your visits to other websites.",
            "By its words companies other than Larkwell take part in the tracking.",
        ),
        (
            "scraping-reverse-engineering-ban",
            "You must not decompile the reading app.",
            "Taking the service apart to see how it works is what it forbids, or part of that.",
        ),
        (
            "moderation-appeal",
            "You can appeal a removal within the app.",
            "By its words a decision can be contested.",
        ),
        (
            "objection-opt-out-right",
            "You may withdraw your consent at any time.",
            "By its words people can take a consent back.",
        ),
        ("legal-basis", "We process it with your consent.", "It names consent as a ground."),
    ],
)
def test_what_a_clause_says_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in composed(clause_type, words).what


@pytest.mark.parametrize(
    ("clause_type", "words"),
    [
        ("third-party-conduct-disclaimer", "Unless we chose it, we are not responsible for a third-party site."),
        ("content-responsibility", "You are not solely responsible for what others add."),
        ("incorporated-terms", "These rules are not subject to the Draw Rules."),
        ("access-portability-right", "You have no right to port data that others gave."),
        ("targeted-advertising", "We do not use what you read to show you personalised ads."),
        ("cross-site-tracking", "Partners do not collect data on your visits to other websites."),
        ("moderation-appeal", "You cannot appeal a removal."),
        ("legal-basis", "Readers below the age of consent are helped by a guardian."),
    ],
)
def test_what_it_denies_is_not(clause_type: str, words: str) -> None:
    told = (one for one in composed(clause_type, words).what if "“" not in one)
    assert not [one for one in told if one.startswith(("By its words", "By it ", "It names consent"))]


def test_some_of_the_data_and_purposes_that_it_mentions_are_told_as_such() -> None:
    words = "We collect your name, your e-mail address and your precise location."
    assert (
        "Among the data that it names are people's names, contact data and location."
        in composed("personal-data-collected", words).what
    )
    words = "On the basis of legitimate interests we use it to prevent fraud and for research."
    assert any(one.startswith("Among the purposes that it names are ") for one in composed("legal-basis", words).what)


def test_one_alone_is_shown_by_the_words_themselves() -> None:
    assert not any(
        "Among the data" in one for one in composed("personal-data-collected", "We collect your e-mail address.").what
    )


def test_what_is_not_collected_is_not_told_as_data_that_it_names() -> None:
    words = "We do not collect your name, your e-mail address or your precise location."
    assert not any("Among the data" in one for one in composed("personal-data-collected", words).what)


def test_mentions_are_told_of_types_alone_whose_prose_has_a_place_for_them() -> None:
    assert mentions_told("personal-data-collected") == {"data-category"}
    assert mentions_told("cookies-and-trackers") == {"purpose"}
    assert mentions_told("governing-law") == mentions_told("no-such-type") == frozenset()


def test_what_follows_from_breaking_a_rule_is_told_where_it_says_so() -> None:
    says = "By its words breaking it can cost content, a feature or an account."
    assert says in composed("prohibited-conduct", "Whoever violates this rule may have an account suspended.").what
    assert says not in composed("prohibited-conduct", "You must not post spam.").what
