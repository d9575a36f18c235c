"""Of clauses on the use of data, no more is told than their words bear out, and what turns them is not left out."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_DESPITE = "We can find your precise location even when the location setting is turned off."
_NOT_PRECISE = "We don't track your precise location."
_REPORTS_TO_COME = "We de-identify data and will not re-identify it, unless required by law."
_COOKIE_BY_CONSENT = "Cookies for adverts are used only with your consent."
_LEAST = "Larkwell uses essential cookies, which are necessary to keep you logged in."
_ON_BEHALF = "In some countries a parent may consent to the processing of data on your behalf."


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("personal-data-collected", "We do not store card numbers.", "A part of it says:"),
        ("location-tracking", _DESPITE, "even where a setting is off"),
        ("location-tracking", _NOT_PRECISE, "On a precise position, it says: “"),
        ("location-tracking", "We see your geographic location (country only).", "shows only roughly"),
        ("cookies-and-trackers", _COOKIE_BY_CONSENT, "On consent, it says:"),
        ("cookies-and-trackers", _LEAST, "It calls some of them necessary"),
        (
            "targeted-advertising",
            "Your chats are not being used to show you ads.",
            "On what is not done, it says:",
        ),
        ("targeted-advertising", "We use your posts to show you ads.", "can bear on the adverts"),
        (
            "legal-basis",
            "By consenting to this policy you understand and consent to our use.",
            "On consent that you are taken to give",
        ),
        ("broad-purpose-use", "We use it for research, unless you object.", "A part of it says:"),
        ("device-data-access", "The camera image is not saved.", "A part of it says:"),
        ("profiling-personalisation", "We personalise your feed of posts.", "chronological"),
        ("third-party-data-sources", "With your consent we use data from partners.", "On a choice, it says:"),
        ("cross-site-tracking", "You can turn off activity from other sites.", "On a choice, it says:"),
        ("aggregated-data-use", _REPORTS_TO_COME, "cases in which people can be identified again"),
        ("aggregated-data-use", "We may use such totals for any lawful business purpose.", "put in open terms"),
        ("do-not-track-ignored", "Opt out by enabling Global Privacy Control.", "is a way to state a choice"),
        (
            "do-not-track-ignored",
            "You may use such a signal. When we detect it, we will treat it as a request to opt out.",
            "that it is acted on",
        ),
        ("device-data-access", "If you agree, we read your address book.", "Share selected contacts"),
        (
            "do-not-track-ignored",
            "Where required by law we honour Global Privacy Control.",
            "does not answer for all places",
        ),
        ("communications-scanning", "We will not use messages without your consent.", "Against some reading"),
        ("sensitive-data-collection", "You may choose to scan your face.", "On a choice of yours, it says:"),
        ("sensitive-data-collection", "We do not ask for health data; we may receive it.", "come in all the same"),
        ("childrens-data", "We collect no data of children without consent of a parent.", "A part of it says:"),
        ("age-requirement", "A guardian is responsible for what a child does.", "makes an adult responsible"),
    ],
)
def test_what_turns_a_clause_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("personal-data-collected", "Your nickname is automatically generated.", "recorded automatically"),
        ("profiling-personalisation", "We rank what you see, and you can see how we rank it.", "On a choice"),
        ("profiling-personalisation", "Learn more about how you can control who sees it.", "On a choice"),
        (
            "third-party-data-sources",
            "We get data from shops, with the films that you choose to watch there.",
            "On a choice",
        ),
        ("location-tracking", "The source of your location data varies.", "The clause says"),
        ("location-tracking", "Mo turns it off, so we do not collect his GPS data.", "how precise a position is"),
        ("cookies-and-trackers", "Larkwell sets a cookie. Corvid Mail lets you block cookies.", "without cookies"),
        ("device-data-access", "If you agree, we read your address book.", "Share selected photos"),
        (
            "device-data-access",
            "If you do not use Larkwell, and your information appears in the address book of a user, we read it.",
            "Share selected",
        ),
        (
            "aggregated-data-use",
            "We collect data that may not identify you but is linked to your device.",
            "people are not identified by it",
        ),
        ("location-tracking", _DESPITE, "usually let you limit"),
        ("location-tracking", _NOT_PRECISE, "location permission"),
        ("cookies-and-trackers", _COOKIE_BY_CONSENT, "before any choice is made"),
        ("cookies-and-trackers", _LEAST, "refuse what is not needed"),
        ("cookies-and-trackers", "Cookies log you in through third-party apps.", "Other companies"),
        ("targeted-advertising", "Your chats are not being used to show you ads.", "can bear on the adverts"),
        (
            "targeted-advertising",
            "This setting does not apply to other personalised ads.",
            "On what is not done, it says:",
        ),
        ("targeted-advertising", "We use security measures and marketing e-mails.", "measuring how advertising"),
        ("legal-basis", "Cookies for login do not require consent.", "withdraw it"),
        (
            "legal-basis",
            "The data are those for which you consent to the processing.",
            "On consent that you are taken to give",
        ),
        ("broad-purpose-use", "Such use shall not include the training of models.", "training AI models"),
        ("broad-purpose-use", "We use it for any purpose, without limitation.", "Against some reading"),
        ("profiling-personalisation", "We give you better service recommendations.", "chronological"),
        ("aggregated-data-use", "You can share posts; we make anonymous totals.", "passing such data on"),
        ("sensitive-data-collection", "Your login details and your tax number are kept.", "PIN"),
        ("communications-scanning", "We send you text messages and e-mails.", "conversation partner"),
        ("childrens-data", "Tell us if a child wrote to us without your consent.", "an exception"),
        ("age-requirement", _ON_BEHALF, "puts responsibility"),
        ("age-requirement", "A guardian agrees for themselves and on behalf of the minor.", "act for a company"),
    ],
)
def test_what_words_in_another_sense_do_not_bear_out_is_left_out(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))
