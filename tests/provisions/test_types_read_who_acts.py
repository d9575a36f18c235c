"""Types read who does what to whom: what one side may do is not taken for what the other may."""

from __future__ import annotations

import time

import pytest

from conductatlas.provisions import Unit, default_finder
from conductatlas.provisions.cues import load_cues


@pytest.mark.parametrize(
    ("clause_type", "passage", "fits"),
    [
        ("user-termination", "If you have a plan, we may terminate it by giving you 30 days' notice.", False),
        ("user-termination", "If you have a plan, you may terminate it by giving us 30 days' notice.", True),
        ("user-termination", "These terms continue until terminated as set forth below.", False),
        ("user-termination", "Either you or Larkwell may terminate these terms at any time.", True),
        ("user-termination", "If you do not agree, please close your account.", True),
        ("user-termination", "Your account may be closed at our discretion.", False),
        ("user-termination", "You may opt out of participating in the programme at any time.", True),
        ("user-termination", "We may withdraw your permission to fly our flag, then you must stop flying it.", False),
        ("identity-verification", "As far as possible we will keep personal data accurate.", False),
        ("identity-verification", "We will keep data accurate, so you must tell us your true name.", True),
        ("informal-dispute-first", "A request for credit must reach us within sixty days.", False),
        ("informal-dispute-first", "Write to us about a claim first, and wait for sixty days.", True),
        ("provider-ip-reserved", "Rights in boats. Such rights may belong to you or to somebody else.", False),
        ("provider-ip-reserved", "We reserve all rights in our boats; others may belong to you.", True),
        ("provider-ip-reserved", "The boat is covered by a patent portfolio of the Sail Pool.", False),
        ("content-ownership-retained", "We keep all rights in our boats, and you get none of them.", False),
        ("content-ownership-retained", "You keep all rights in your charts, and we keep ours.", True),
        ("incorporated-terms", "If you live in Norway, your terms are here.", False),
        ("incorporated-terms", "If you live in Norway, the terms that apply to you are here.", True),
        ("prohibited-conduct", "Do: show the name of the author; add the mark of the harbour.", False),
        ("prohibited-conduct", "Do: show the name of the author. Don't: add a mark of your own.", True),
        ("content-removal", "We will allow content that may otherwise violate the rules where it is satire.", False),
        ("content-removal", "We remove content, but allow content that would otherwise violate the rules.", True),
        ("childrens-data", "You must be 18. If your child joined without consent, a parent may write to us.", False),
        ("childrens-data", "You must be 18. We delete the data of a child that joined without consent.", True),
        ("price-change", "Taxes may vary; such a change is not a change to our prices.", False),
        ("price-change", "We may change our prices; a new tax is not a change to our prices.", True),
        ("indefinite-retention", "Figures of use are retained in aggregated form for longer.", False),
        ("indefinite-retention", "Backups of your data are retained, and figures in aggregated form.", True),
        ("government-disclosure", "The app cannot be relied upon for emergency calls to the police.", False),
        ("affiliate-sharing", "Affiliates are companies controlled by Larkwell Holding.", False),
        ("affiliate-sharing", "We share data with affiliates, which are companies of our group.", True),
        ("copyright-takedown", "You must have an appropriate notice and takedown process for your users.", False),
        ("copyright-takedown", "To have a copy taken down, write to our agent.", True),
        ("deletion-right", "You must delete all data of a user who asks you to.", False),
        ("deletion-right", "You can ask us to delete all data.", True),
        ("acceptance-by-use", "Please read this page in full, and use the links to go straight to a part.", False),
        ("acceptance-by-use", "Please read this page in full: by sailing with us you agree to it.", True),
        ("account-non-transferable", "You must not sell or transfer the price of a berth.", False),
        ("account-non-transferable", "You must not sell or transfer your account.", True),
        ("affiliate-sharing", "We share data with vendors who moor our boats as we tell them to.", False),
        ("affiliate-sharing", "We share data with vendors, and within the Larkwell group.", True),
        ("communications-scanning", "Our right to look at closed harbours is set out in part four.", False),
        ("communications-scanning", "Our right to look at your letters and messages is set out in part four.", True),
        ("moderation-appeal", "Three strikes within ninety days close your berth.", False),
        ("moderation-appeal", "Three strikes within ninety days close your berth; you may appeal.", True),
        ("no-refund", "The fourteen days do not begin anew when you change your plan.", False),
        ("no-refund", "The fourteen days do not begin anew, and fees are final.", True),
        ("provider-assignment", "We may let others do any part of our work without your consent.", False),
        ("provider-assignment", "We may let others do our work, and assign these terms to them.", True),
        ("refund-right", "Signature of the customer, if this form is sent on paper.", False),
        ("refund-right", "Send this form if you wish to withdraw from the contract.", True),
        ("location-tracking", "If your app adds a location to a log, you must tell your users so.", False),
        ("location-tracking", "If your app sends us a location, we keep it.", True),
        ("public-by-default", "If your app shares charts, you must give notice that anyone can see them.", False),
        ("public-by-default", "Anyone can see the charts that you share.", True),
        ("retention-period", "API clients may store charts for no longer than thirty days.", False),
        ("retention-period", "We store charts that API clients send for thirty days.", True),
        ("security-measures", "You will comply with the security rules of the harbour.", False),
        ("security-measures", "We comply with the security rules of the harbour.", True),
        ("regulator-complaint", "Larkwell is subject to the investigatory powers of the Harbour Commission.", False),
        ("regulator-complaint", "You may complain to the Commission, to whose powers we are subject.", True),
        ("rights-limits", "You have the right not to receive discriminatory treatment for using your rights.", False),
        ("rights-limits", "We will not discriminate against you, but may refuse a request.", True),
        ("sensitive-data-collection", "Do not post content that shows passports or the health of others.", False),
        ("sensitive-data-collection", "We collect your passport; do not post content with those of others.", True),
        ("targeted-advertising", "We use data to show you harbours that are near to you.", False),
        ("targeted-advertising", "We use data to show you offers of harbours that are near to you.", True),
        ("targeted-advertising", "Ads for regattas are allowed; ads for wrecks are prohibited.", False),
        ("targeted-advertising", "Ads for regattas are allowed, and fit the interests of sailors.", True),
        ("broad-purpose-use", "Others find out how to improve our boats, so we welcome research on them.", False),
        ("broad-purpose-use", "We use data to improve our boats, and we welcome research on them.", True),
        ("unilateral-termination", "If we terminate your berth, you must not rent another one.", False),
        ("unilateral-termination", "If we terminate your berth you leave, and we may terminate it at any time.", True),
        ("provider-indemnification", "Customer shall defend and hold Larkwell harmless against claims.", False),
        ("provider-indemnification", "Larkwell shall defend and hold Customer harmless against claims.", True),
        ("provider-indemnification", "You will indemnify us, and we will defend you.", True),
        ("user-indemnification", "Larkwell will defend and indemnify the customer against claims.", False),
        ("user-indemnification", "Customer shall defend and hold Larkwell harmless against claims.", True),
        ("user-indemnification", "Each party defends the other and indemnifies it.", True),
        ("do-not-track-ignored", "Do Not Track is an idea that was put forward by regulators.", False),
        ("do-not-track-ignored", "We do not respond to Do Not Track.", True),
        ("free-trial-conversion", "For a free trial the rules of the harbour hold.", False),
        ("free-trial-conversion", "After a free trial you are charged.", True),
        ("data-processing-terms", "The terms “controller” and “processor” have the meanings given in the law.", False),
        ("data-processing-terms", "The processor has to follow the instructions of the controller.", True),
        ("content-licence", "You grant us a licence to use your ideas for our boats.", False),
        ("content-licence", "You grant us a licence to use your ideas and the content that you send.", True),
        ("warranty-disclaimer", "Larkwell is a pilot, and does not act as a carrier under the Harbour Act.", False),
        ("warranty-disclaimer", "You know that Larkwell does not check or ensure your compliance.", False),
        ("warranty-disclaimer", "Larkwell does not act as a carrier, and gives no warranty for its charts.", True),
        ("data-processing-terms", "Larkwell Ltd is responsible for the processing of your data.", False),
        ("data-processing-terms", "You are responsible for the processing of it, and we act on your behalf.", True),
        ("ai-training-opt-out", "You can select whether or not you want us to train on your charts.", True),
        ("ai-no-training-commitment", "Your charts won’t be used to train our models.", True),
        ("age-requirement", "You must be 18 or older.", True),
        ("age-requirement", "You must reside in a country in which we sail.", True),
        ("age-requirement", "A boat has 18 oars.", False),
        ("arbitration-opt-out", "Claims may go to a small-claims court.", True),
        ("childrens-data", "Where the law asks for it, we require your parent’s consent.", True),
        ("class-action-waiver", "Similar claims are settled in batches.", True),
        ("security-measures", "We and you agree to the following: we shall implement technical measures.", True),
        ("security-measures", "We keep and monitor a log of our network and servers.", True),
        ("unilateral-terms-change", "We may update this page from time to time.", True),
        ("user-indemnification", "If you cause us damage, you will compensate us.", True),
        ("third-party-conduct-disclaimer", "Apps of third parties may still listen to you.", False),
        ("third-party-conduct-disclaimer", "Apps of third parties have their own privacy policies.", True),
        ("unilateral-termination", "You will promptly terminate a client’s use of our boats if we ask.", False),
        ("unilateral-termination", "We may suspend you, and you must end any client’s use then.", True),
        ("access-portability-right", "If we close the account, we notify you so you can export charts.", False),
        ("access-portability-right", "You have the right to a copy; we notify you so you can export it.", True),
        ("access-portability-right", "The right to object to letters by post.", False),
        ("access-portability-right", "The right to object, and to get a copy of your charts.", True),
        ("incorporated-terms", "See our Cookies Policy. It does not form part of these terms.", False),
        ("incorporated-terms", "The Cookies Policy does not form part of these terms, but you agree to it.", True),
        ("incorporated-terms", "They replaced the former Boat Policy and the Guidelines on Sails.", False),
        ("incorporated-terms", "They replaced the former Boat Policy, and the Guidelines on Sails apply.", True),
        ("service-provider-sharing", "Payment data. Numbers of cards that we need to take a payment.", False),
        ("service-provider-sharing", "Payment data. Numbers of cards go to our payment provider.", True),
        ("age-requirement", "Advertisements for rum must be age-targeted to 18+.", False),
        ("age-requirement", "You must be 18; advertisements are shown to those of age.", True),
        ("affiliate-sharing", "You grant us and our affiliates a worldwide licence to show it.", False),
        ("affiliate-sharing", "You grant us and our affiliates access to your data under a licence.", True),
        ("public-by-default", "We will collect public facts from the pages of companies.", False),
        ("public-by-default", "Your posts are public, and we use public posts.", True),
        ("account-creation", "This policy does not apply where your employer gave you an account.", False),
        ("account-creation", "You may register; this policy does not apply to your employer.", True),
        ("no-sale-commitment", "We don’t sell your charts.", True),
        ("no-sale-commitment", "Larkwell will not: B.3.a. “sell” or “share” data; or B.3.b. keep it.", True),
    ],
)
def test_a_passage_fits_a_type_only_in_the_right_direction(clause_type: str, passage: str, fits: bool) -> None:
    assert load_cues()[clause_type].fits(passage) is fits


@pytest.mark.parametrize(
    ("clause_type", "passage", "settled"),
    [
        (
            "unilateral-termination",
            "If you have a boat, we may terminate your subscription at any time by giving you 30 days' notice.",
            True,
        ),
        ("unilateral-termination", "You may terminate your subscription at any time by giving 30 days' notice.", False),
        ("unilateral-termination", "We may change the terms of your subscription at any time.", False),
        (
            "liability-limitation",
            "Your sole remedy for any problems with the boat is to stop using it.",
            True,
        ),
        ("liability-limitation", "If you do not agree to these terms, your only remedy is to stop using it.", False),
        ("liability-limitation", "Our total liability will not exceed the fees that you paid last year.", True),
        ("liability-limitation", "Your total fees will not exceed what you paid last year.", False),
    ],
)
def test_words_settle_a_type_whatever_the_model_thinks(clause_type: str, passage: str, settled: bool) -> None:
    unit = Unit(0, 0, 0, len(passage), "", "", passage, "")
    explained = {one.clause_type: one for one in default_finder().explain(unit)}
    assert load_cues()[clause_type].settles(passage) is settled
    if settled:
        assert default_finder().judge([unit])[0][clause_type] >= 0.9
        assert explained[clause_type].settled and explained[clause_type].possible


def test_a_page_in_one_block_is_settled_by_no_few_words() -> None:
    page = "The boats are blue. " * 400 + "Our total liability will not exceed the fees that you paid."
    unit = Unit(0, 0, 0, len(page), "", "", page, "")
    assert default_finder().judge([unit])[0].get("liability-limitation", 0.0) < 0.9


def test_a_quota_without_a_word_on_money_is_no_fee() -> None:
    cue = load_cues()["fees-and-billing"]
    assert not cue.fits("The harbour may set quotas for berths, water and storage, and you agree to follow them.")
    assert cue.fits("Water above the quota is charged at the rate of the day.")


def test_money_that_is_held_back_ends_no_access() -> None:
    cue = load_cues()["unilateral-termination"]
    held = "We may suspend further payments to your harbour account without notice, without limitation."
    assert not cue.fits(held)
    assert cue.fits(f"{held} We may also suspend your access to the harbour.")
    assert cue.fits("We may suspend your harbour account.")


@pytest.mark.parametrize("clause_type", ["user-indemnification", "provider-indemnification"])
def test_who_shields_whom_is_read_in_good_time(clause_type: str) -> None:
    began = time.process_time()
    load_cues()[clause_type].fits("defend, harmless, " * 5_000)
    assert time.process_time() - began < 2
