"""Where words can move a grade by one thing or another, the reason names the one that they have."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import grade

KEEPS_HOME = "lowered: users, or some of them, keep the law of their home"


@pytest.mark.parametrize(
    ("clause_type", "text", "reason"),
    [
        ("unilateral-termination", "We may end your account at our sole discretion.", "unchanged: at discretion"),
        ("unilateral-termination", "We may end your account for any reason.", "unchanged: for any reason, or none"),
        (
            "unilateral-termination",
            "We may end your account without warning.",
            "unchanged: without notice or warning",
        ),
        (
            "unilateral-termination",
            "If Larkwell determines, in its sole discretion, that you broke a rule, it may end your account.",
            "unchanged: the provider decides whether there is a cause",
        ),
        (
            "unilateral-termination",
            "Larkwell may determine in its sole discretion whether to end your account.",
            "unchanged: at discretion",
        ),
        (
            "liability-limitation",
            "Nothing in these terms limits our liability for death.",
            "lowered: death or injury is carved out",
        ),
        (
            "liability-limitation",
            "We are not liable, unless where we act with gross negligence.",
            "lowered: gross negligence is carved out",
        ),
        ("indefinite-retention", "Copies are kept in backups.", "lowered: backups are a ground that it names"),
        ("indefinite-retention", "We keep your letters for 90 days.", "lowered: a time is stated"),
        (
            "unilateral-terms-change",
            "We tell you before changes apply. If you object to them, you may close your account.",
            "lowered: notice, of some changes at least, and it says that one may close the account",
        ),
        (
            "unilateral-terms-change",
            "We give 30 days of notice, and you may terminate the contract.",
            "lowered: notice, of some changes at least, and a way to end the contract",
        ),
        (
            "unilateral-terms-change",
            "We give 30 days of notice. If you do not agree, you must [leave](https://a.example) and stop using it.",
            "lowered: notice, of some changes at least, and it says that whoever does not agree must leave",
        ),
        (
            "government-disclosure",
            "We give charts to the police only in response to a subpoena or where a court orders it.",
            "lowered: only on a legal demand",
        ),
        (
            "government-disclosure",
            "Charts are not given to the police except upon a warrant, or in response to a valid emergency request.",
            "lowered: only on a legal demand or in an emergency",
        ),
        (
            "government-disclosure",
            "Letters generally require a warrant by a court.",
            "lowered: a legal demand is asked for",
        ),
        (
            "unilateral-termination",
            "Accounts may be blocked that break these rules, such as by threats.",
            "lowered: a cause is named",
        ),
        (
            "unilateral-termination",
            "It is our policy, in our discretion, to terminate accounts of repeat infringers.",
            "lowered: a cause is named, though the provider decides",
        ),
        (
            "unilateral-termination",
            "Our policy is terminating, at our sole discretion, accounts of repeat infringers.",
            "lowered: a cause is named, though the provider decides",
        ),
        (
            "unilateral-termination",
            "We may close accounts without the need for prior notification, if you are in breach of these rules.",
            "unchanged: without notice or warning",
        ),
        (
            "unilateral-termination",
            "We may close accounts that in our sole judgment break these rules.",
            "unchanged: in the provider's own judgement",
        ),
        (
            "sensitive-data-collection",
            "We do not intentionally collect sensitive data.",
            "lowered: it says that such data is not asked for, or not collected on purpose",
        ),
        (
            "international-transfer",
            "By using Larkwell you acknowledge that data is kept in Ostmark, with safeguards.",
            "raised: by its words the user acknowledges it",
        ),
        (
            "unilateral-terms-change",
            "New terms apply 30 days after they are posted.",
            "lowered: a number of days is named, for some changes at least",
        ),
        (
            "governing-law",
            "The laws of Ostmark apply. If you are a consumer in Westmark, the law of the country where you live does.",
            "unchanged: some users keep the law of their home, and for others it names another",
        ),
        (
            "jurisdiction-venue",
            "Claims go exclusively to courts in Elm. If you are a consumer in Westmark, you may use your local court.",
            "unchanged: some users may sue where they live, and for others it names courts",
        ),
        (
            "jurisdiction-venue",
            "You may use your local court. Courts of Elm have non-exclusive jurisdiction for those located in Elm.",
            "lowered: users, or some of them, may sue where they live",
        ),
        (
            "jurisdiction-venue",
            "We submit to the non-exclusive jurisdiction of Elm. If you live in Westmark, your local court hears it.",
            "lowered: users, or some of them, may sue where they live",
        ),
        (
            "jurisdiction-venue",
            "The parties submit to the non-exclusive jurisdiction of the courts of Elm.",
            "lowered: the courts that it names are not the only ones",
        ),
        ("governing-law", "You keep the law of the country where you live.", KEEPS_HOME),
        (
            "childrens-data",
            "We do not knowingly collect data of children outside of Larkwell Juniors.",
            "lowered: children's data is not knowingly collected, with an exception",
        ),
        (
            "ai-training-on-user-content",
            "We train on posts unless you opt out.",
            "lowered: it says that one can opt out",
        ),
        ("ai-training-on-user-content", "We train on posts if you opted in.", "lowered: users must opt in"),
    ],
)
def test_the_reason_names_the_one_that_holds(clause_type: str, text: str, reason: str) -> None:
    found = grade(load_catalogue()[clause_type], text)
    assert [one.explanation for one in found.reasons] == [reason]


@pytest.mark.parametrize(
    ("clause_type", "text"),
    [
        ("liability-limitation", "We owe no damages. Some states do not allow limits on damages."),
        ("warranty-disclaimer", "We give no warranties. Some states do not allow such disclaimers."),
        ("location-tracking", "We read your location and the advertising identifier of your device."),
        ("international-transfer", "[Learn more](https://a.example/b) about how we transfer data to other countries."),
        ("government-disclosure", "We give charts to the police only upon a warrant or where that helps us."),
        ("government-disclosure", "We reserve the right to notify users of a request by the police."),
        ("personal-data-collected", "We keep your name and any other data you choose to add to your profile."),
        ("third-party-sharing", "If you ask us not to share your notes, some partners may not work."),
        ("cross-site-tracking", "See [our partners](https://a.example/ways-to-opt-out/list)."),
        ("unilateral-termination", "You may end this if you determine that our app is a risk to you."),
    ],
)
def test_what_is_said_in_passing_moves_no_grade(clause_type: str, text: str) -> None:
    assert grade(load_catalogue()[clause_type], text).reasons == ()


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        (
            "Each may sue in any court in the country of your habitual residence, and the laws of that country apply.",
            True,
        ),
        ("Each of us may bring a claim in any court in the country of your habitual residence.", False),
        ("A claim may be dismissed without prejudice to be filed again in the courts of Delaware.", False),
    ],
)
def test_a_court_at_home_is_no_law_of_the_home(text: str, *, keeps: bool) -> None:
    reasons = grade(load_catalogue()["governing-law"], text).reasons
    assert [one.explanation for one in reasons] == [KEEPS_HOME] * keeps
    assert all("laws of" in f"{text[one.start : one.end]} of" for one in reasons)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (
            "We delete your letters with it, except for those that we are required or permitted to retain.",
            "high",
        ),
        ("We delete your letters with your account, except for those that we must retain for tax.", "medium"),
    ],
)
def test_a_tax_beside_an_open_exception_lowers_nothing(text: str, severity: str) -> None:
    told = f"We keep your letters for as long as it takes to comply with our legal obligations. {text}"
    assert grade(load_catalogue()["indefinite-retention"], told).severity.value == severity
