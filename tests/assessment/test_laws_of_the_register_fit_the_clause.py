"""A provision of law in the register stands beside a clause only where the clause is about what the law says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.catalogue import How, Stance, load_catalogue, load_laws

_CORRECTION = "You may correct your profile in your account at any time."
_VIRUS = "You may not upload viruses or other malicious code to the service."
_POSTS = "You may not post content that insults other people."


def _refs(clause_type: str, words: str, law_id: str) -> set[str]:
    """The parts of a law that speak to a clause in a privacy policy or terms for consumers."""
    law = load_laws().law(law_id)
    assert law is not None
    stance = load_catalogue()[clause_type].stance
    clause = ClauseAtLaw(clause_type, words, stance, "LinkedIn", False, frozenset())
    return {part.ref for part in law.provisions if any(clause.is_spoken_to(part, one) for one in part.speaks_to)}


@pytest.mark.parametrize(
    ("clause_type", "law", "ref", "about_it", "about_something_else"),
    [
        (
            "prohibited-conduct",
            "eu-dsa",
            "Article 14",
            _POSTS,
            "Show the name of the author and our logo next to each post.",
        ),
        (
            "unilateral-termination",
            "eu-unfair-terms",
            "Annex, points 1(f) and 1(g)",
            "We may terminate your account at any time.",
            "We may terminate accounts that violate these rules.",
        ),
        (
            "unilateral-termination",
            "uk-cra",
            "Schedule 2, paragraph 8",
            "We may terminate accounts that violate these rules without notice.",
            "We may terminate accounts that violate these rules.",
        ),
        (
            "unilateral-termination",
            "au-acl",
            "Section 23",
            "We may terminate your account at our discretion.",
            "A breach of our rules may result in termination of your account.",
        ),
        (
            "unilateral-termination",
            "eu-dsa",
            "Article 17",
            "We may remove any content, and suspend users who break our rules.",
            "We may suspend users who do not pay.",
        ),
        (
            "termination-effects",
            "eu-gdpr",
            "Article 17",
            "After the account ends we retain certain data as required by law.",
            "The section on your content survives the end of these terms.",
        ),
        (
            "termination-effects",
            "eu-data-act",
            "Article 13",
            "After the end the customer can no longer export customer data.",
            "We delete all customer content within thirty days of the end.",
        ),
        (
            "identity-verification",
            "eu-gdpr",
            "Article 5(1)(c)",
            "We may ask you for a passport to verify your identity.",
            "Provide accurate contact and identity information, and keep it current.",
        ),
        (
            "content-licence",
            "eu-unfair-terms",
            "Articles 3(1) and 6(1)",
            "You grant us a perpetual licence to use your posts for any purpose.",
            "You grant us a right to store your posts so that we can show them to you.",
        ),
        (
            "content-licence-survival",
            "uk-gdpr",
            "Article 17",
            "The licence goes on after you delete a photo.",
            "You grant us a perpetual licence to the themes that you design.",
        ),
        (
            "content-licence-survival",
            "us-copyright",
            "17 U.S.C. § 203",
            "You grant us an irrevocable licence to your stories.",
            "Copies that others made can stay on their pages.",
        ),
        (
            "content-ownership-transfer",
            "us-copyright",
            "17 U.S.C. § 204(a)",
            "You hereby assign to us all rights in your drawings.",
            "We own what we develop, and hereby assign to you the drawings.",
        ),
        (
            "copyright-takedown",
            "us-dmca",
            "17 U.S.C. § 512(c)",
            "Send a notice of infringement to our copyright agent.",
            "Our tools let you manage copyright in your songs.",
        ),
        (
            "name-likeness-use",
            "us-ca-likeness",
            "§ 3344(a)",
            "We may show your name and photo beside advertising.",
            "We may use your name and logo in marketing.",
        ),
        (
            "warranty-disclaimer",
            "eu-unfair-terms",
            "Annex, point 1(b)",
            "The service is provided as is.",
            "We give no warranty for the Larkwell marks.",
        ),
        ("prohibited-conduct", "eu-dsa", "Article 14", _POSTS, _VIRUS),
        (
            "release-of-claims",
            "eu-unfair-terms",
            "Annex, point 1(b)",
            "You release Larkwell from all claims.",
            "The price of tokens goes up and down, and that risk is yours.",
        ),
        (
            "release-of-claims",
            "uk-cra",
            "Section 65",
            "You use the boats at your own risk, that of injury included.",
            "You waive any claims under the law of another country.",
        ),
        (
            "release-of-claims",
            "uk-cra",
            "Section 65",
            "We owe you nothing for death or injury on the boats.",
            "You use the service at your own risk.",
        ),
        ("access-portability-right", "eu-dma", "Article 6(9)", "You may export your posts.", _CORRECTION),
        (
            "access-portability-right",
            "uk-gdpr",
            "Article 16",
            _CORRECTION,
            "Look at the page of your devices to see more about them.",
        ),
        (
            "communications-scanning",
            "eu-gdpr",
            "Article 6(1)",
            "We scan your messages for spam.",
            "We may look into private repositories by automated scanning.",
        ),
        (
            "contracting-entity-contact",
            "eu-dsa",
            "Article 12",
            "Users may contact us at the point of contact for the Digital Services Act.",
            "The authorities of member states reach us at the contact point for them.",
        ),
        (
            "device-data-access",
            "ca-casl",
            "Section 8",
            "When you install our app it reads the settings of your device.",
            "We collect the language of your device and which apps are installed on it.",
        ),
        (
            "rights-limits",
            "ca-pipeda",
            "Schedule 1, clause 4.9",
            "We may refuse a request and charge a fee for it.",
            "If you choose not to provide data, you may be unable to use some features.",
        ),
        (
            "sensitive-data-collection",
            "us-il-bipa",
            "Section 15(a) and (b)",
            "We collect your fingerprint to unlock the app.",
            "Larkwell does not knowingly collect your fingerprint.",
        ),
        (
            "taxes-responsibility",
            "eu-consumer-rights",
            "Article 6(1)",
            "You pay the taxes on your subscription.",
            "Taxes on a payment to you are yours to pay.",
        ),
        (
            "termination-effects",
            "eu-unfair-terms",
            "Annex, point 1(f)",
            "When we end the account, fees paid are not given back.",
            "When the account ends, you still owe the fees that fell due before.",
        ),
        (
            "termination-effects",
            "eu-data-act",
            "Article 13",
            "After the end we delete your data at once.",
            "After the end you destroy all copies of the software.",
        ),
        (
            "unilateral-termination",
            "eu-dsa",
            "Article 23",
            "We suspend those who repeatedly post illegal content.",
            "We may close an account after repeated breaches of this agreement.",
        ),
        (
            "unilateral-terms-change",
            "us-ftc-act",
            "Section 5(a)",
            "We may change how we use your data.",
            "These terms and the Privacy Statement are the whole agreement, and we may change them.",
        ),
        (
            "no-refund",
            "eu-unfair-terms",
            "Annex, point 1(f)",
            "Credits are not given back when we end the account.",
            "Whoever leaves is entitled to a refund of the remaining credits; those that were used are not paid back.",
        ),
        (
            "no-refund",
            "eu-unfair-terms",
            "Annex, point 1(f)",
            "Orders are final once we cancel the account.",
            "Orders are final. If we cancel an order, we will refund what was paid for it.",
        ),
        (
            "confidentiality",
            "eu-dma",
            "Article 5(6)",
            "You may not disclose our confidential information.",
            "On request you return or delete what is confidential.",
        ),
        (
            "warranty-disclaimer",
            "eu-unfair-terms",
            "Annex, point 1(b)",
            "The service is provided as it is, without any warranty.",
            "What our support says is no legal or regulatory advice.",
        ),
        (
            "objection-opt-out-right",
            "uk-gdpr",
            "Article 21",
            "You have the right to object to our use of your data.",
            "You may switch cookies off in your browser.",
        ),
        (
            "unilateral-terms-change",
            "eu-dsa",
            "Article 14",
            "We may change these guidelines at any time.",
            "These guidelines are for law enforcement, and they may change at any time.",
        ),
        (
            "provider-assignment",
            "uk-cra",
            "Schedule 2, paragraph 19",
            "We may assign these terms to whom we like.",
            "We may assign these terms. Your rights as a consumer will not be affected by it.",
        ),
        (
            "provider-assignment",
            "uk-cra",
            "Schedule 2, paragraph 19",
            "We may assign this agreement at any time.",
            "We may assign this agreement if that is not to your detriment.",
        ),
        (
            "cookies-and-trackers",
            "eu-eprivacy",
            "Article 5(3), last sentence",
            "Technically required cookies are essential for the operation of our site.",
            "We place cookies to learn which pages you like.",
        ),
        (
            "cookies-and-trackers",
            "uk-pecr",
            "Schedule A1, paragraphs 3 and 4",
            "Strictly necessary cookies can't be refused.",
            "We place cookies to learn which pages you like.",
        ),
        (
            "international-transfer",
            "us-ftc-act",
            "Section 5(a)",
            "Larkwell certified to the EU-U.S. Data Privacy Framework.",
            "Your data may be stored in the United States.",
        ),
        (
            "no-sale-commitment",
            "us-co-cpa",
            "§ 6-1-1303",
            "Colorado residents: we do not sell personal data in the sense of the CPA.",
            "We do not sell your data.",
        ),
        (
            "no-sale-commitment",
            "us-ca-ccpa",
            "§ 1798.120",
            "We do not sell personal information within the meaning of the CCPA.",
            "We do not sell your data.",
        ),
        (
            "regulator-complaint",
            "uk-dpa",
            "Section 165",
            "People in the UK may complain to the Information Commissioner.",
            "In Ukraine you may complain to the Ombudsman of the parliament.",
        ),
        (
            "objection-opt-out-right",
            "eu-eprivacy",
            "Article 13",
            "You may unsubscribe from our promotional e-mails at any time.",
            "You may object to the use of your posts for training.",
        ),
        (
            "objection-opt-out-right",
            "uk-pecr",
            "Regulation 22",
            "You may unsubscribe from our promotional e-mails at any time.",
            "You may object to the use of your posts for training.",
        ),
        (
            "ai-training-opt-out",
            "eu-gdpr",
            "Article 21",
            "You may opt out of the use of your posts for training in the settings.",
            "We train on your posts only with your explicit opt-in, which you may take back.",
        ),
        (
            "ai-training-opt-out",
            "uk-gdpr",
            "Article 21",
            "You may opt out of the use of your posts for training in the settings.",
            "We train on your posts only with your explicit opt-in, which you may take back.",
        ),
        (
            "liability-limitation",
            "uk-cra",
            "Section 65",
            "We are not liable for any damages, be it in contract or tort.",
            "Our liability for damages arising from data breaches is limited to what you paid in twelve months.",
        ),
        (
            "liability-limitation",
            "eu-unfair-terms",
            "Annex, point 1(a)",
            "We are not liable for any damages, be it in contract or tort.",
            "Our liability for damages arising from data breaches is limited to what you paid in twelve months.",
        ),
        (
            "ai-use-disclosure-duty",
            "eu-ai-act",
            "Article 50(2) and (4)",
            "You label deepfakes as such.",
            "You may not say that a human wrote it.",
        ),
        (
            "liability-limitation",
            "uk-cra",
            "Section 65",
            "We do not answer for loss or injury.",
            "We have no liability for loss of data or for what other users post.",
        ),
        (
            "liability-limitation",
            "uk-cra",
            "Section 65",
            "We are not liable in tort, negligence included.",
            "We answer without limit for injury to life, body or health, and for gross negligence.",
        ),
        (
            "liability-limitation",
            "uk-cra",
            "Sections 46 and 47(6)",
            "We are not liable for damage to your device.",
            "We are not liable for lost profits.",
        ),
        (
            "release-of-claims",
            "uk-cra",
            "Sections 46 and 47(6)",
            "You bear the risk of damage to your computer from what you download.",
            "You bear the risk that prices fall.",
        ),
        (
            "liability-limitation",
            "eu-unfair-terms",
            "Annex, point 1(b)",
            "We have no liability to you for any loss.",
            "You use it for domestic and private use alone, and we have no liability for any loss of business.",
        ),
        (
            "liability-limitation",
            "au-acl",
            "Sections 64 and 64A",
            "Our total liability is limited to ten dollars.",
            "We are not responsible for the files of others.",
        ),
        (
            "liability-limitation",
            "uk-cra",
            "Section 57",
            "We have no liability for any loss.",
            "We assume no liability for any content that another member posts, or for loss from it.",
        ),
        (
            "liability-limitation",
            "au-acl",
            "Section 23",
            "Our total liability is limited to ten dollars.",
            "The total liability of either party is limited to ten dollars.",
        ),
        (
            "warranty-disclaimer",
            "uk-cra",
            "Section 57",
            "The service is provided as is.",
            "We make no warranties about the accuracy of what members write on the Larkwell platform.",
        ),
        (
            "warranty-disclaimer",
            "au-acl",
            "Sections 64 and 64A",
            "The service is provided as is.",
            "Larkwell is no importer of these systems.",
        ),
        (
            "release-of-claims",
            "eu-unfair-terms",
            "Annex, point 1(b)",
            "You waive all claims against Larkwell.",
            "You waive the terms of your own website that would keep us from reading it.",
        ),
        (
            "liability-preserved",
            "eu-rome-i",
            "Article 6",
            "You keep the mandatory rules of your country of residence.",
            "We do not limit our liability for injury, or where a consumer law forbids it.",
        ),
        (
            "acceptance-by-use",
            "uk-cra",
            "Schedule 2, paragraph 10",
            "By using Larkwell you agree to these terms.",
            "To use Larkwell, you must accept these terms, which you can download.",
        ),
        (
            "acceptance-by-use",
            "eu-unfair-terms",
            "Annex, point 1(i)",
            "By using Larkwell you agree to these terms.",
            "By using Larkwell you acknowledge that we handle your personal data abroad.",
        ),
        (
            "acceptance-by-use",
            "eu-gdpr",
            "Article 7",
            "By using Larkwell you consent to our privacy policy.",
            "Users (collectively, members) follow these rules along with the terms and the privacy policy.",
        ),
        (
            "incorporated-terms",
            "uk-cra",
            "Schedule 2, paragraph 10",
            "The rules are incorporated here.",
            "Products that incorporate our API must keep to the guidelines.",
        ),
        (
            "electronic-communications",
            "eu-gdpr",
            "Article 7",
            "You agree to receive marketing e-mails.",
            "You can unsubscribe from our newsletter.",
        ),
        (
            "electronic-communications",
            "eu-gdpr",
            "Article 21",
            "You can unsubscribe from our newsletter.",
            "You agree to receive marketing e-mails.",
        ),
        (
            "electronic-communications",
            "us-can-spam",
            "15 U.S.C. § 7704(a)",
            "We send marketing e-mails.",
            "We send promotional SMS messages.",
        ),
        (
            "electronic-communications",
            "us-esign",
            "15 U.S.C. § 7001(c)",
            "You consent to electronic records in place of paper.",
            "You agree to receive SMS messages.",
        ),
        (
            "terms-change-notice",
            "uk-cra",
            "Schedule 2, paragraph 11",
            "We tell you of new terms, and you may terminate before they apply.",
            "We tell you of new terms, and going on means that you agree.",
        ),
        (
            "force-majeure",
            "uk-cra",
            "Section 62",
            "We are not liable for events beyond our control.",
            "The parties are excused for events beyond their control.",
        ),
        (
            "data-processing-terms",
            "eu-gdpr",
            "Article 28(3)",
            "The processor follows the instructions of the controller.",
            "Where we are a processor, this privacy policy does not apply.",
        ),
    ],
)
def test_a_law_speaks_only_of_its_subject(
    clause_type: str, law: str, ref: str, about_it: str, about_something_else: str
) -> None:
    assert ref in _refs(clause_type, about_it, law)
    assert ref not in _refs(clause_type, about_something_else, law)


# Instruments of the European Union, and those that say the same in the United Kingdom.
_TWINS = {
    "eu-gdpr": ("uk-gdpr", "uk-dpa"),
    "eu-eprivacy": ("uk-pecr",),
    "eu-unfair-terms": ("uk-cra",),
    "eu-consumer-rights": ("uk-ccr",),
    "eu-rome-i": ("uk-cra",),
    "eu-brussels-ia": ("uk-cjja",),
    "eu-digital-content": ("uk-cra",),
}
# What one of them says and the other does not, or what nobody could read there yet (docs/law-register.md).
_IN_ONE = {
    ("eu-gdpr", "breach-notification"),
    ("eu-gdpr", "do-not-track-ignored"),
    ("eu-eprivacy", "communications-scanning"),
    ("eu-digital-content", "refund-right"),
    ("eu-rome-i", "liability-preserved"),
    ("uk-cra", "cancellation-terms"),
}


def _spoken_to_by(laws: Iterable[str]) -> set[str]:
    return {one for law in load_laws().shown() if law.id in laws for one in law.clause_types()}


@pytest.mark.parametrize("law", _TWINS)
def test_what_holds_in_the_european_union_and_the_united_kingdom_is_told_for_both(law: str) -> None:
    here, there = _spoken_to_by((law,)), _spoken_to_by(_TWINS[law])
    assert {one for one in here - there if (law, one) not in _IN_ONE} == set()


@pytest.mark.parametrize("law", sorted({one for twins in _TWINS.values() for one in twins}))
def test_what_is_told_for_the_united_kingdom_is_told_where_it_comes_from(law: str) -> None:
    origins = [one for one, twins in _TWINS.items() if law in twins]
    assert {one for one in _spoken_to_by((law,)) - _spoken_to_by(origins) if (law, one) not in _IN_ONE} == set()


# Articles that both regulations have, and what only one of them is told of: the clause names the regulation itself, or
# the British text was amended there and has not been read since.
_OF_ONE_REGULATION = {
    ("Article 13", "access-portability-right"),
    ("Article 13", "ai-automated-decisions"),
    ("Article 21", "do-not-track-ignored"),
}


def _pairs(law_id: str) -> dict[tuple[str, str], tuple[object, ...]]:
    law = next(one for one in load_laws().shown() if one.id == law_id)
    return {
        (part.ref, one.clause_type): (one.how, one.only_with, one.also_with, one.not_with)
        for part in law.provisions
        for one in part.speaks_to
    }


def test_an_article_of_both_data_protection_regulations_speaks_to_the_same_clauses_in_both() -> None:
    here, there = _pairs("eu-gdpr"), _pairs("uk-gdpr")
    both = {ref for ref, _ in here} & {ref for ref, _ in there}
    here, there = (
        {one: said for one, said in found.items() if one[0] in both and one not in _OF_ONE_REGULATION}
        for found in (here, there)
    )
    assert here == there


def test_a_consumer_is_sued_only_at_home_in_the_union_and_in_the_united_kingdom() -> None:
    twins = [
        next(part for part in law.provisions if any(one.clause_type == "jurisdiction-venue" for one in part.speaks_to))
        for law in load_laws().shown()
        if law.id in ("eu-brussels-ia", "uk-cjja")
    ]
    assert [part.speaks_to[0].how.value for part in twins] == ["forbids", "forbids"]
    assert all("be sued only there" in part.says for part in twins)


def test_what_the_annex_leaves_aside_is_told_with_what_it_lists() -> None:
    terms = next(one for one in load_laws().shown() if one.id == "eu-unfair-terms")
    changes = next(part for part in terms.provisions if part.ref == "Annex, point 1(j)")
    assert "reasonable notice" in changes.says
    assert "free to end" in changes.says


def test_a_clause_on_how_long_data_are_kept_meets_the_same_limit_everywhere() -> None:
    words = "We keep personal data as long as we have a legitimate need."
    for clause_type in ("retention-period", "indefinite-retention"):
        assert "Article 5(1)(e)" in _refs(clause_type, words, "eu-gdpr") & _refs(clause_type, words, "uk-gdpr")
        assert "Schedule 1, clause 4.5" in _refs(clause_type, words, "ca-pipeda")
        assert "Australian Privacy Principle 11" in _refs(clause_type, words, "au-privacy")


def test_a_promise_to_honour_a_signal_meets_the_law_that_asks_for_it() -> None:
    honoured = "You can opt out by a universal opt-out signal such as the Global Privacy Control."
    ignored = "We do not respond to Do Not Track signals, as there is no standard for them."
    assert "§ 6-1-1306(1)(a)" in _refs("do-not-track-ignored", honoured, "us-co-cpa")
    assert not _refs("do-not-track-ignored", ignored, "us-co-cpa")


def test_sharing_for_targeted_advertising_meets_the_right_to_opt_out_of_it() -> None:
    assert "§ 1798.120" in _refs("targeted-advertising", "Ad networks help us with targeted advertising.", "us-ca-ccpa")
    assert not _refs("targeted-advertising", "We send you news of our own products.", "us-ca-ccpa")


def test_interests_are_weighed_with_regard_to_a_child() -> None:
    words = "We take account of your age when we assess our legitimate interests."
    assert "Article 6(1)" in _refs("childrens-data", words, "eu-gdpr") & _refs("childrens-data", words, "uk-gdpr")


def test_a_refusal_of_erasure_meets_the_article_that_lists_its_exceptions() -> None:
    erasure, fee = "The right to erasure does not apply where a law obliges us.", "A further copy may cost a fee."
    for law in ("eu-gdpr", "uk-gdpr"):
        assert "Article 17" in _refs("rights-limits", erasure, law) - _refs("rights-limits", fee, law)


def test_a_right_to_end_that_both_sides_have_is_not_one_of_the_trader_alone() -> None:
    one_sided = "We may terminate your account at any time at our sole discretion."
    mutual = "Either party may terminate the agreement for cause."
    for law in ("eu-unfair-terms", "uk-cra", "au-acl"):
        told, untold = (_refs("unilateral-termination", words, law) for words in (one_sided, mutual))
        assert told - untold
        assert not untold


@pytest.mark.parametrize(
    ("words", "spoken_to"),
    [
        ("We may change our prices at any time.", True),
        ("We may change our prices. Trials turn into subscriptions if you do not cancel before the trial ends.", True),
        ("We may change our prices. We may cancel orders that we cannot fill.", True),
        ("We may change our prices; you may cancel before the new price applies.", False),
    ],
)
def test_only_a_way_out_of_a_new_price_answers_the_law_on_it(words: str, spoken_to: bool) -> None:
    assert bool(_refs("price-change", words, "eu-unfair-terms")) is spoken_to
    assert bool(_refs("price-change", words, "uk-cra")) is spoken_to


def test_the_age_of_a_child_is_told_with_the_law() -> None:
    for law_id in ("us-coppa", "us-co-cpa"):
        law = load_laws().law(law_id)
        assert law is not None
        told = [one.why for one in law.spoken_to() if one.clause_type == "childrens-data"]
        assert told and all("under 13" in why for why in told)


def test_words_on_a_processor_are_no_duty_of_a_controller() -> None:
    assert _refs("breach-notification", "The service provider tells the company of it.", "eu-gdpr")
    assert not _refs("breach-notification", "The Larkwell processor tells the company of it.", "eu-gdpr")


def test_a_processor_owes_word_of_a_breach_to_its_customer() -> None:
    law = load_laws().law("eu-gdpr")
    assert law is not None
    clause = ClauseAtLaw(
        "breach-notification", "It tells the customer.", Stance.PROTECTIVE, "Larkwell", True, frozenset()
    )
    for between_businesses, ref in ((True, "Article 33(2)"), (False, "Articles 33 and 34")):
        one = replace(clause, between_businesses=between_businesses)
        assert [part.ref for part in law.provisions if any(one.is_spoken_to(part, s) for s in part.speaks_to)] == [ref]


def test_the_law_on_consent_has_no_say_where_a_clause_names_legitimate_interests() -> None:
    interests = "We train our models on the ground of our legitimate interests; you can opt out."
    for law in ("eu-gdpr", "uk-gdpr"):
        assert _refs("ai-training-opt-out", interests, law) == {"Article 21"}
        assert _refs("ai-training-opt-out", "You can opt out of training.", law) == {"Article 21"}
        assert _refs("ai-training-opt-out", "We train on chats with your consent.", law) == {"Article 7"}


def test_a_way_out_of_advertising_and_cookies_meets_the_laws_on_them() -> None:
    for law, cookies in (("eu-gdpr", "eu-eprivacy"), ("uk-gdpr", "uk-pecr")):
        assert "Article 21" in _refs("cross-site-tracking", "You can turn off ads from what you do elsewhere.", law)
        assert _refs("objection-opt-out-right", "Withdraw your consent in the Cookie Declaration.", cookies)
        assert not _refs("objection-opt-out-right", "You can object to marketing.", cookies)


def test_what_a_processor_says_of_others_meets_the_paragraphs_on_them() -> None:
    for law in ("eu-gdpr", "uk-gdpr"):
        assert "Article 28(2) and (4)" in _refs("data-processing-terms", "Larkwell may use subprocessors.", law)
        assert _refs("data-processing-terms", "The processor follows instructions.", law) == {"Article 28(3)"}


def test_what_both_versions_of_a_law_say_alike_is_told_alike() -> None:
    here, there = load_laws().law("eu-gdpr"), load_laws().law("uk-gdpr")
    assert here and there
    said = {part.ref: part.says for part in there.provisions}
    for ref in ("Article 7", "Article 21", "Article 28(3)"):
        assert said[ref] == next(part.says for part in here.provisions if part.ref == ref)


def test_who_can_agree_to_terms_is_no_matter_of_consent_to_the_use_of_data() -> None:
    majority = "You have reached the age of majority where you live, or your parent agrees to these terms for you."
    for law in ("eu-gdpr", "uk-gdpr"):
        assert "Article 8" not in _refs("age-requirement", majority, law)
        assert "Article 8" in _refs("age-requirement", "You must be at least 13 to use Larkwell.", law)


@pytest.mark.parametrize(
    ("words", "is_spoken_to"),
    [
        ("You must be 13 or over to use Larkwell.", True),
        ("You must be thirteen to use Larkwell.", True),
        ("If you are a minor, a parent agrees to these terms for you.", True),
        ("You have reached the age of majority.", False),
    ],
)
def test_a_minimum_age_and_the_agreement_of_a_parent_meet_the_law_on_data_of_children(
    words: str, is_spoken_to: bool
) -> None:
    assert bool(_refs("age-requirement", words, "us-coppa")) is is_spoken_to


def test_terms_of_a_processor_that_are_on_transfers_meet_the_law_on_these() -> None:
    module = "Where data go to the customer, Module Four of the SCCs applies to the processor."
    assert _refs("data-processing-terms", module, "eu-gdpr") == {"Articles 44, 46 and 49"}
    assert not _refs("data-processing-terms", module.replace("SCCs", "UK Addendum"), "eu-gdpr")
    in_kingdom = _refs("data-processing-terms", module.replace("SCCs", "UK Addendum"), "uk-gdpr")
    assert len(in_kingdom) == 1
    assert "Article 28(3)" not in in_kingdom


def test_the_right_to_object_meets_training_where_the_clause_speaks_of_it() -> None:
    for law in ("eu-gdpr", "uk-gdpr"):
        objecting = "We train models on your files; in the Union you may have the right to object."
        assert "Article 21" in _refs("ai-training-on-user-content", objecting, law)
        assert "Article 21" not in _refs("ai-training-on-user-content", "We train models on your files.", law)


@pytest.mark.parametrize(
    ("clause_type", "about_it", "about_something_else"),
    [
        (
            "informal-dispute-first",
            "Write to us before you go to court.",
            "Under the Data Privacy Framework, first write to us with complaints about your data.",
        ),
        (
            "warranty-disclaimer",
            "The service is provided as is.",
            "We promise nothing about the future price of tokens.",
        ),
    ],
)
def test_terms_that_may_be_unfair_are_none_on_complaints_about_data_or_on_prices_elsewhere(
    clause_type: str, about_it: str, about_something_else: str
) -> None:
    assert _refs(clause_type, about_it, "eu-unfair-terms")
    assert not _refs(clause_type, about_something_else, "eu-unfair-terms")


def test_a_clause_on_children_of_one_country_meets_the_laws_of_that_country_alone() -> None:
    words = "Children under the age of 13 in the United States get a version of their own."
    everywhere = f"{words} In other countries another age applies."
    for text, told_abroad in ((words, False), (everywhere, True)):
        clause = ClauseAtLaw.of(
            *("age-requirement", text, Stance.NEUTRAL), platform="Larkwell", terms_type="Privacy Policy", headings=()
        )
        under = {law.id for law in load_laws().shown() if clause.is_under(law)}
        assert "us-coppa" in under
        assert ("eu-gdpr" in under) is told_abroad


_FLATLY = "We disclaim all liability that results from the letters."


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("We disclaim all liability to the extent permitted by law.", How.LIMITS),
        (f"{_FLATLY} To the extent permitted by law we are not liable for lost profits.", How.FORBIDS),
        (f"{_FLATLY} These exclusions hold to the extent permitted by law.", How.LIMITS),
    ],
)
def test_what_keeps_to_the_law_in_one_sentence_is_not_told_of_another(words: str, done: How) -> None:
    law = load_laws().law("uk-cra")
    assert law is not None
    clause = ClauseAtLaw("liability-limitation", words, Stance.ADVERSE, "Larkwell", False, frozenset())
    of_care = next(part for part in law.provisions if part.ref == "Section 57")
    assert [clause.done_by(law, one) for one in of_care.speaks_to if clause.is_spoken_to(of_care, one)] == [done]


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("We are not liable for any damages, except where required by law.", How.LIMITS),
        ("To the fullest extent permitted by law we are not liable for any damages.", How.LIMITS),
        ("We are not liable for any damages.", How.FORBIDS),
    ],
)
def test_a_clause_that_excepts_what_the_law_requires_is_not_forbidden(words: str, done: How) -> None:
    law = load_laws().law("uk-cra")
    assert law is not None
    clause = ClauseAtLaw("liability-limitation", words, Stance.ADVERSE, "Larkwell", False, frozenset())
    told = {
        clause.done_by(law, one) for part in law.provisions for one in part.speaks_to if clause.is_spoken_to(part, one)
    }
    assert How.LIMITS in told
    assert (How.FORBIDS in told) is (done is How.FORBIDS)


@pytest.mark.parametrize(
    ("clause_type", "words", "law", "refs"),
    [
        (
            "profiling-personalisation",
            "With your explicit consent we use your religious views to choose what Larkwell shows you.",
            "gdpr",
            {"Article 7", "Article 9"},
        ),
        ("profiling-personalisation", "We do not use your religious views to choose what you see.", "gdpr", set()),
        ("location-tracking", "We use where you are with your consent.", "gdpr", {"Article 7"}),
        ("personal-data-collected", "We hold your health data and your name.", "gdpr", {"Article 9"}),
        ("personal-data-collected", "We hold your name.", "gdpr", set()),
    ],
)
def test_special_kinds_of_data_and_consent_meet_the_articles_on_them(
    clause_type: str, words: str, law: str, refs: set[str]
) -> None:
    for place in ("eu", "uk"):
        assert _refs(clause_type, words, f"{place}-{law}") & {"Article 7", "Article 9"} == refs


def test_promises_that_are_set_aside_meet_the_lists_of_unfair_terms() -> None:
    whole = "These terms are the entire agreement and supersede all earlier promises."
    assert _refs("general-provisions", whole, "eu-unfair-terms") == {"Annex, point 1(n)"}
    assert _refs("general-provisions", whole, "uk-cra") == {"Schedule 2, paragraph 17"}
    assert _refs("general-provisions", "If a clause is void, the rest stays.", "eu-unfair-terms") == set()


def test_a_suspension_for_what_was_posted_meets_the_rules_on_platforms() -> None:
    words = "We may suspend accounts for harassment of other members."
    assert {"Article 14", "Article 17", "Articles 20 and 21"} <= _refs("unilateral-termination", words, "eu-dsa")


def test_a_time_that_the_law_sets_as_the_least_is_told_as_the_least() -> None:
    says = {part.ref: part.says for law in load_laws().laws if law.id == "eu-dsa" for part in law.provisions}
    assert "for at least six months" in says["Articles 20 and 21"]


def test_the_ground_of_protecting_the_provider_is_told() -> None:
    (says,) = (part.says for law in load_laws().laws if law.id == "us-sca" for part in law.provisions)
    assert "protecting the provider's own rights or property" in says


def test_what_only_excuses_events_beyond_control_excludes_nothing_that_the_law_keeps() -> None:
    of_events = "We are not liable for any loss or delay that is caused by events beyond our control, such as war."
    more = f"{of_events} We are not liable for lost data."
    for law, ref in (("uk-cra", "Section 57"), ("au-acl", "Sections 64 and 64A")):
        assert _refs("liability-limitation", of_events, law) == set()
        assert ref in _refs("liability-limitation", more, law)


def test_a_provision_tells_the_ground_that_it_turns_on() -> None:
    says = {(law.id, part.ref): part.says for law in load_laws().laws for part in law.provisions}
    assert "because what they provided, such as a post, is illegal" in says["eu-dsa", "Article 17"]
    assert "National Center for Missing & Exploited Children" in says["us-sca", "18 U.S.C. § 2702"]


@pytest.mark.parametrize(
    ("words", "told"), [("Sie haben das Recht auf Auskunft über Ihre Daten.", True), ("Guten Tag.", False)]
)
def test_a_clause_in_another_language_meets_the_laws_on_what_its_words_stand_for(words: str, told: bool) -> None:
    clause = ClauseAtLaw.of(
        "access-portability-right",
        words,
        load_catalogue()["access-portability-right"].stance,
        platform="Corvid Mail",
        terms_type="Privacy Policy (German)",
        headings=(),
        language="de",
    )
    assert ("eu-gdpr" in laws_bearing_on(clause)) is told


def test_a_choice_on_personalised_advertising_meets_the_right_to_object() -> None:
    for place in ("eu", "uk"):
        assert "Article 21" in _refs(
            "objection-opt-out-right", "You can turn off ads based on visits.", f"{place}-gdpr"
        )
        assert not _refs("objection-opt-out-right", "You can turn off the dark mode.", f"{place}-gdpr")


def test_an_agreement_to_arbitrate_that_falls_is_no_rule_on_the_whole_agreement() -> None:
    falls = "If this waiver is void, the entire agreement to arbitrate is void."
    for law in ("eu-unfair-terms", "uk-cra"):
        assert _refs("general-provisions", "These terms are the entire agreement between us.", law)
        assert not _refs("general-provisions", falls, law)


def test_binding_arbitration_that_is_called_mandatory_meets_the_laws_on_it() -> None:
    said = "All disputes are subject to mandatory binding arbitration and a class waiver."
    for law in ("eu-unfair-terms", "uk-cra", "us-faa"):
        assert _refs("mandatory-arbitration", said, law)


def test_a_discretion_that_needs_repeated_infringement_is_no_ending_at_will() -> None:
    needs_it = "We may in our discretion terminate the accounts of repeat infringers."
    for law in ("eu-unfair-terms", "uk-cra"):
        assert not _refs("unilateral-termination", needs_it, law)
        assert _refs("unilateral-termination", "We may in our discretion terminate your account.", law)
