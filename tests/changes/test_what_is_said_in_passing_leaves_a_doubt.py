"""A few words of a passage on something else may state a clause: neither removed nor added is told beside them."""

from __future__ import annotations

import pytest

from conductatlas.changes import JudgedText
from conductatlas.changes.effects.saying import Saying, sought
from conductatlas.changes.language.in_passing import may_be_stated_in_passing
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_UNSAFE = "No lock is perfect, and Gormenghast cannot promise that what you store in its towers is safe from thieves."
_DISCLAIMED = "GORMENGHAST DOES NOT WARRANT THAT ITS TOWERS WILL BE OPEN, DRY, SECURE OR FREE OF OWLS."


def _judged(*paragraphs: str) -> JudgedText:
    """A text no paragraph of which the finder gives a chance to state anything."""
    document = read_markdown("\n\n".join(paragraphs))
    units = default_finder().units(document)
    return JudgedText(document, units, ({},) * len(units), frozenset(), "en")


@pytest.mark.parametrize(
    ("clause_type", "passage", "stated"),
    [
        ("no-security-guarantee", _DISCLAIMED, True),
        ("no-security-guarantee", "We disclaim all liability for: (i) owls; (ii) unauthorised access to towers.", True),
        ("no-security-guarantee", "That your letters stay confidential cannot be guaranteed by the house.", True),
        ("no-security-guarantee", "We have measures that are designed to keep your letters secure.", False),
        (
            "no-security-guarantee",
            "We are not responsible for the privacy or security practices of other towns.",
            False,
        ),
        ("no-security-guarantee", "Ideas are non-confidential, and we are not liable to you for using them.", False),
        ("liability-preserved", "Some towns do not allow such exclusions, so they may not apply to you.", False),
        ("liability-preserved", "Some states do not allow such exclusions, so they may not apply to you.", True),
        ("class-action-waiver", "You also waive any right to resort to a class action against the house.", True),
        ("class-action-waiver", "A class of pupils may visit the towers.", False),
        ("jury-trial-waiver", "A jury of millers tastes the pears each year.", False),
        ("jury-trial-waiver", "No claim against the house is decided by a jury.", True),
        ("user-termination", "You may de-activate your account at any time. We may change the towers.", True),
        ("user-termination", "We may close your account at any time.", False),
        (
            "cancellation-terms",
            "A term is followed by the next unless one side writes of its intent not to renew.",
            True,
        ),
        ("cancellation-terms", "You may cancel your key to the house at any time.", True),
        ("cancellation-terms", "We may cancel orders.", False),
        ("no-sale-commitment", "We never share information on our guests with shops without your leave.", True),
        ("no-sale-commitment", "We share information on our guests with shops, but not with inns.", False),
        ("release-of-claims", "Whoever climbs the towers does so at their own risk.", True),
        ("release-of-claims", "Guests assume all of the risk of owls.", True),
        ("release-of-claims", "You release Gormenghast, and whoever keeps it, from all claims on owls.", True),
        ("release-of-claims", "Owls are released from the towers at dusk, which is a risk to mice.", False),
        ("governing-law", _DISCLAIMED, False),
    ],
)
def test_a_type_is_stated_in_passing_by_a_few_words(clause_type: str, passage: str, stated: bool) -> None:
    assert may_be_stated_in_passing(clause_type, passage) is stated


def test_what_a_sibling_says_in_passing_the_platform_says() -> None:
    passage = sought(default_finder(), "no-security-guarantee", _UNSAFE)
    assert Saying(_judged(*_ROOMS, _DISCLAIMED)).says_the_like(passage, "en")
    assert not Saying(_judged(*_ROOMS)).says_the_like(passage, "en")


def test_new_words_may_say_it_in_passing_and_words_that_stood_beside_it_do_not() -> None:
    passage = sought(default_finder(), "no-security-guarantee", _UNSAFE)
    stood, stood_with_it = Saying(_judged(*_ROOMS, _UNSAFE)), Saying(_judged(*_ROOMS, _UNSAFE, _DISCLAIMED))
    now = Saying(_judged(*_ROOMS, _DISCLAIMED))
    assert now.may_say(passage, stood, 0.1)
    assert not now.may_say(passage, stood_with_it, 0.1)


def test_whoever_still_takes_a_risk_may_still_release() -> None:
    released = "If you quarrel with another guest, you hereby release Gormenghast from all claims, known or unknown."
    risky = "Your use of the towers is at your own risk."
    passage = sought(default_finder(), "release-of-claims", released)
    stood = Saying(_judged(*_ROOMS, risky, released))
    assert Saying(_judged(*_ROOMS, risky)).may_say(passage, stood, 0.1)
    assert not Saying(_judged(*_ROOMS)).may_say(passage, stood, 0.1)
    assert Saying(_judged(risky)).says_the_like(passage, "en")


def test_an_arbitration_for_another_matter_in_another_document_is_not_the_like() -> None:
    agreed = "You and Larkwell agree to resolve all disputes in binding arbitration under the rules of the house."
    framework = (
        "Whatever is left of a complaint under the Data Privacy Framework, you may bring into binding arbitration "
        "under the rules of the framework, to resolve all disputes."
    )
    passage = sought(default_finder(), "mandatory-arbitration", agreed)
    assert not Saying(_judged(*_ROOMS, framework)).says_the_like(passage, "en")
    for_all = framework.replace("a complaint under the Data Privacy Framework", "any complaint")
    assert Saying(_judged(*_ROOMS, for_all)).says_the_like(passage, "en")
