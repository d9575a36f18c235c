"""Of clauses on data and on the young, what bounds them is pointed to, and words in another sense tell nothing."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_BOUNDED = "A part of it says: “"
_LIST = "We see what you do, such as whether the app is open or if a mouse moves."
_LESS_ADS = "If you do not allow these cookies, you will see less targeted advertising."
_RELATIVE = "We show adverts that fit your interests and preferences."
_LEGAL_AGE = "You must be 18, or of the age of majority where you live, whichever is higher."
_DASHBOARD = "A parent can view and delete a child's data on the dashboard."


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("personal-data-collected", "We collect your name only if you enter the contest.", _BOUNDED),
        ("cookies-and-trackers", "You can turn these cookies off, but we do not recommend it.", _BOUNDED),
        ("cookies-and-trackers", "A pixel in our e-mails tells us that you read them.", "loading of images"),
        ("cookies-and-trackers", "We set cookies even if you are logged out.", "are not signed in"),
        (
            "cookies-and-trackers",
            "We share data by cookies, which some laws call selling; we sell it so.",
            "the sale of data",
        ),
        ("targeted-advertising", "We give de-identified reports to advertisers.", "not tied to names"),
        ("broad-purpose-use", "We may use it for any lawful purpose.", "On purposes, in open words"),
        ("broad-purpose-use", "All usage data is owned solely by us.", "On whom data belongs to"),
        ("device-data-access", "The assistant can be activated accidentally.", "by accident"),
        ("third-party-data-sources", "A vendor may de-anonymize our visitors.", "who visitors are"),
        ("third-party-data-sources", "If we get data from elsewhere, you will be informed.", "telling you of it"),
        ("third-party-data-sources", "With your consent we use what partners send.", "you need not give it"),
        ("legal-basis", "Our legitimate interest is direct marketing.", "without giving grounds"),
        ("age-requirement", "It is not for those under 13 or other age set by law.", "the law of a place"),
        ("aggregated-data-use", "We pseudonymise the records.", "still personal data"),
        (
            "aggregated-data-use",
            "Your settings do not control how we make anonymised data.",
            "On choices that do not reach it, it says:",
        ),
        ("device-data-access", "Notice to non-user contacts: a user may sync you.", "from the lists of others"),
        ("profiling-personalisation", "We do not build profiles of people.", "On what is not done, it says:"),
        ("targeted-advertising", "We use posts for ads. We don't show ads on health.", "can bear on the adverts"),
        ("aggregated-data-use", "This policy no longer applies to de-identified data.", "do not hold for such data"),
        ("location-tracking", "Even if you do not allow it, we estimate where you are.", "even where a setting is off"),
        ("age-requirement", _LEGAL_AGE, "goes by a legal age"),
        ("childrens-data", "We collect only a name from users of the Fledgling app.", "A part of it says:"),
        ("childrens-data", "Data of children is not collected outside of Fledgling accounts.", "A part of it says:"),
        ("childrens-data", _DASHBOARD, "seen and deleted at the dashboard that the clause names"),
    ],
)
def test_what_bounds_a_clause_is_pointed_to(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("personal-data-collected", _LIST, _BOUNDED),
        ("personal-data-collected", "The data includes, but is not limited to, your name.", _BOUNDED),
        ("personal-data-collected", "We process code and configuration files.", _BOUNDED),
        ("cookies-and-trackers", "A pixel in our e-mails tells us that you read them.", "without cookies"),
        ("targeted-advertising", _LESS_ADS, "On what is not done, it says:"),
        ("targeted-advertising", _RELATIVE, "On a choice, it says:"),
        ("cookies-and-trackers", "Cookies are not required for the archive.", "necessary, essential or required"),
        (
            "targeted-advertising",
            "This category does not include cookies for adverts.",
            "On what is not done, it says:",
        ),
        ("targeted-advertising", "We do not sell data to show targeted ads.", "can bear on the adverts"),
        ("location-tracking", "All of it except precise location information.", "On how precise a position is"),
        ("aggregated-data-use", "It excludes publicly available or anonymised data.", "passing such data on"),
        ("profiling-personalisation", "We personalise and customise your experience.", "On a choice, it says:"),
        ("aggregated-data-use", "We pseudonymise the records.", "seldom follow"),
        (
            "childrens-data",
            "We do not collect it from or direct any of our apps to children.",
            "Where children may use",
        ),
    ],
)
def test_words_in_another_sense_tell_nothing(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))
