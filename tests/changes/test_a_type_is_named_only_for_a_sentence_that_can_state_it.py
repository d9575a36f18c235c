"""Words that came or went are named by a clause type only where one of their sentences surely states it."""

from __future__ import annotations

import pytest

from conductatlas.changes import are_sure, lone_sentences, stating_lone
from conductatlas.changes.language.stating_alone import can_state
from conductatlas.provisions import Part


@pytest.mark.parametrize(
    ("clause_type", "sentence"),
    [
        ("refund-right", "Those who pay by the month do not have a right to a refund of unused seeds."),
        ("refund-right", "Seed packets are non-refundable."),
        ("deletion-right", "This means we cannot later retrieve or delete your records on your behalf."),
        ("regulator-complaint", "Harrow & Vale GmbH is our representative in the European Economic Area."),
        ("incorporated-terms", "“Paid Seeds” means the seed credits that you buy through the site."),
        ("incorporated-terms", "Garden Rules apply to all keepers and all that they plant."),
        ("contracting-entity-contact", "What Larkwell Gardens Ltd sells is protected by one or more of these patents:"),
        ("contracting-entity-contact", "Note: these rules take effect on 3 March 2031."),
        ("revocable-access-licence", "Paid Seeds expire twelve months after purchase."),
        ("government-disclosure", "Grooming of minors is not allowed."),
        ("moderation-appeal", "Tell us of a notice that breaks the rules of the quay with the button under it."),
        ("sensitive-data-collection", "use the Service to sort people by their biometric data;"),
        ("sensitive-data-collection", "You will not sort people by their biometric data."),
        ("targeted-advertising", "We write to you for purposes other than marketing."),
        ("warranty-disclaimer", "you will not use the almanac in place of the advice of a gardener;"),
        ("warranty-disclaimer", "(f) You shall not rely on the almanac where a doctor should be asked."),
        ("warranty-disclaimer", "What we expect of the harvest is no guarantee of future yields."),
        (
            "regulator-complaint",
            "If a complaint stays unresolved, ask the dispute resolution provider that we chose, at no cost to you.",
        ),
        ("regulator-complaint", "You may take a complaint about our privacy framework to binding arbitration."),
        ("copyright-takedown", "Whoever first draws a plan of the mill owns the copyright in that plan."),
        ("content-removal", "For the following drawings we limit the view to adults aged 18 and older: burning mills."),
        ("account-security-duty", "Larkwell does not store or restore the keys and phrases that open user gardens."),
        ("content-responsibility", "You alone are responsible for ending a quarrel with those who tip you."),
        ("content-responsibility", "You warrant that you are nobody whom the mill has barred."),
        ("content-removal", "We add a label to drawings of mills that burn."),
        ("prohibited-conduct", "For these drawings we limit the view to adults aged 18 and older: burning mills."),
        ("retention-period", "Each keeper decides whether the letters that you send are retained."),
    ],
)
def test_a_denial_or_another_thing_is_not_the_clause(clause_type: str, sentence: str) -> None:
    assert not can_state(clause_type, sentence)


@pytest.mark.parametrize(
    ("clause_type", "sentence"),
    [
        ("refund-right", "You may ask for a refund within fourteen days."),
        ("copyright-takedown", "Tell our copyright agent of a plan that was copied without leave."),
        ("account-security-duty", "Users are responsible for the keys that open their gardens."),
        ("account-security-duty", "Do not tell anybody your password."),
        ("content-responsibility", "You are solely responsible for what you post."),
        ("content-removal", "We may take down a drawing, or limit the view of it to adults."),
        ("prohibited-conduct", "Notices of ale must limit their view to adults."),
        ("prohibited-conduct", "You may not show burning mills; of boats we limit the view to adults."),
        ("retention-period", "Letters are kept until you throw them away."),
        ("deletion-right", "If you cannot delete your account yourself, ask us to delete it."),
        ("regulator-complaint", "You may complain to the supervisory authority of your country."),
        ("regulator-complaint", "If mediation fails you may complain to the supervisory authority of your country."),
        ("warranty-disclaimer", "You shall not rely on the almanac, which we offer as is, without a warranty."),
        ("warranty-disclaimer", "The almanac is no substitute for the advice of a gardener."),
        ("incorporated-terms", "The Garden Rules also apply to your use of the service."),
        ("contracting-entity-contact", "The service is operated by Larkwell Gardens Ltd."),
        ("contracting-entity-contact", "Ask by sending a letter to Larkwell Gardens, 4 Quay House, Dublin."),
        ("moderation-appeal", "You may appeal when we take a notice of yours down."),
        ("no-sale-commitment", "We do not sell what you plant."),
        ("sensitive-data-collection", "We collect biometric data when you use our gate to enter."),
        ("targeted-advertising", "We use your data for marketing, and you may not object to it."),
    ],
)
def test_what_says_it_can_state_it(clause_type: str, sentence: str) -> None:
    assert can_state(clause_type, sentence)


def test_words_in_a_language_read_through_a_glossary_are_not_ruled_out() -> None:
    assert can_state("refund-right", "Sie können den Vertrag innerhalb von vierzehn Tagen widerrufen.", "de")


def test_one_sentence_must_be_sure() -> None:
    quote = "You may ask for a refund within fourteen days."
    found = [lone_sentences("refund-right", [quote], quote, [Part(0, len(quote), by)]) for by in (0.6, 0.7)]
    assert [are_sure(one) for one in found] == [False, True]


def test_a_heading_alone_makes_no_sentence_sure() -> None:
    clause_type, heading = "copyright-takedown", "Reporting copyright infringement"
    said = "The owner of a copyright may file a notice with the mill."
    lent = "The owner of the plan may let others report on the mill."
    assert stating_lone(clause_type, said, heading, [said], "en")
    assert stating_lone(clause_type, lent, heading, [lent], "en") == ()


def test_the_sentence_that_speaks_of_it_is_told_with_it() -> None:
    state, limit, other = (
        "We record the shape of your garden.",
        "None of this data leaves your device.",
        "Gardens are green.",
    )
    quote = f"{state} {limit} {other}"
    found = lone_sentences("personal-data-collected", [state, limit, other], quote, [Part(0, len(state), 0.9)])
    assert [one.words for one in found] == [state, limit]
