"""Laws on data rights, storage and sharing stand only beside clauses whose words do what the laws are about."""

from __future__ import annotations

import pytest

from conductatlas.assessment import ClauseAtLaw
from conductatlas.catalogue import load_catalogue, load_laws

_OWN_FILES = "You may have the account and your personal data deleted at any time."
_A_MODEL = "You may delete the fine-tuned model at any time."
_OBJECT = "You may object to direct marketing at any time."


def _speaks(law_id: str, ref: str, clause_type: str, words: str, *, between_businesses: bool = False) -> bool:
    """Whether a provision of a law speaks to a clause of these words."""
    law = load_laws().law(law_id)
    assert law is not None
    stance = load_catalogue()[clause_type].stance
    clause = ClauseAtLaw(clause_type, words, stance, "Larkwell", between_businesses, frozenset())
    (part,) = [one for one in law.provisions if one.ref == ref]
    return any(clause.is_spoken_to(part, one) for one in part.speaks_to)


@pytest.mark.parametrize(
    ("law", "ref", "clause_type", "about_it", "about_something_else"),
    [
        ("eu-gdpr", "Article 17", "deletion-right", _OWN_FILES, _A_MODEL),
        ("us-co-cpa", "§ 6-1-1306(1)", "deletion-right", _OWN_FILES, _A_MODEL),
        (
            "us-ca-ccpa",
            "§ 1798.105",
            "deletion-right",
            _OWN_FILES,
            "Under the Business and Professions Code the young may have posts deleted.",
        ),
        (
            "eu-gdpr",
            "Article 7",
            "objection-opt-out-right",
            "You may revoke your consent at any time.",
            "You may revoke the permission to send invitations at any time.",
        ),
        (
            "eu-gdpr",
            "Article 6(1)",
            "government-disclosure",
            "We share data with the police to prevent harm.",
            "We may have to keep data longer to fight fraud.",
        ),
        (
            "ca-pipeda",
            "Schedule 1, clause 4.1.3",
            "international-transfer",
            "Your data goes to other countries.",
            "The parties to these clauses took the laws of the country into account.",
        ),
        (
            "eu-gdpr",
            "Article 6(1)",
            "data-sale",
            "We sell your data to brokers.",
            "Such passing on may be considered a sale.",
        ),
        (
            "eu-gdpr",
            "Article 17",
            "deletion-right",
            _OWN_FILES,
            "Relatives may have the account of a deceased person deleted.",
        ),
        (
            "eu-gdpr",
            "Article 15",
            "access-portability-right",
            "You may request access to your data.",
            "If you have an account to access the service, some rights can be used there once you confirm who you are.",
        ),
        (
            "ca-pipeda",
            "Schedule 1, clause 4.9",
            "access-portability-right",
            "You may obtain a copy of your data.",
            "Members have access to the export features, and keep a copy of the receipt.",
        ),
        (
            "ca-pipeda",
            "Schedule 1, clause 4.5",
            "indefinite-retention",
            "We keep your address after you leave.",
            "What you posted may stay in search engines after you remove it.",
        ),
        (
            "eu-gdpr",
            "Article 6(1)",
            "affiliate-sharing",
            "We share your data with companies of our group.",
            "Affiliates are the companies that belong to our group of harbours.",
        ),
        (
            "eu-gdpr",
            "Article 6(1)",
            "third-party-sharing",
            "We share your name with the harbours that you visit.",
            "We share non-personally identifiable information with the harbours.",
        ),
        (
            "eu-gdpr",
            "Article 28(3)",
            "service-provider-sharing",
            "Vendors process data on our instructions.",
            "We disclose data to our professional advisers.",
        ),
        ("eu-eprivacy", "Article 13", "objection-opt-out-right", "Unsubscribe from promotional emails.", _OBJECT),
        ("ca-casl", "Sections 6, 10 and 11", "objection-opt-out-right", "Unsubscribe from our newsletter.", _OBJECT),
        ("eu-gdpr", "Article 21", "objection-opt-out-right", _OBJECT, "You can opt out of ads at the industry's page."),
        (
            "us-co-cpa",
            "§ 6-1-1306(1)(a)",
            "objection-opt-out-right",
            "You may opt out of targeted advertising.",
            "You may see who the advertisers are, and hide a post.",
        ),
        (
            "uk-dpa",
            "Section 165",
            "regulator-complaint",
            "Residents of the UK may complain to the Information Commissioner.",
            "Corvid Mail is our representative in the UK.",
        ),
        (
            "us-co-cpa",
            "§ 6-1-1306(2) and (3)",
            "rights-limits",
            "We may refuse a request that is unfounded.",
            "We may ask for proof of identity before we look at a request.",
        ),
        (
            "us-co-cpa",
            "§ 6-1-1308",
            "rights-limits",
            "We will not discriminate against you for using your rights.",
            "We may charge a fee for a second request.",
        ),
        (
            "eu-gdpr",
            "Article 32",
            "data-loss-backup",
            "You alone keep backups, and we are not liable for loss of data.",
            "When the account is closed we delete all that you stored, so keep a backup.",
        ),
        (
            "eu-gdpr",
            "Article 32",
            "no-security-guarantee",
            "We cannot guarantee the safety of your personal data.",
            "Apps from elsewhere may make your personal data more open to attack.",
        ),
        (
            "us-ftc-act",
            "Section 5(a)",
            "security-measures",
            "We encrypt your data in transit.",
            "Each party takes measures to keep confidential information safe.",
        ),
        (
            "eu-gdpr",
            "Articles 33 and 34",
            "breach-notification",
            "We will tell you of a breach.",
            "Larkwell shall notify Customer of a breach.",
        ),
        (
            "eu-gdpr",
            "Article 6(1)",
            "data-sale",
            "We sell your data to brokers.",
            "This may be a sale under the privacy laws of certain states.",
        ),
        (
            "us-ftc-act",
            "Section 5(a)",
            "data-sale",
            "We do not sell your name, but we sell your place.",
            "We sell your place.",
        ),
        (
            "eu-gdpr",
            "Article 6(1)",
            "government-disclosure",
            "We disclose data to protect the rights of others.",
            "We disclose data as a law or a court order requires.",
        ),
        (
            "us-sca",
            "18 U.S.C. § 2702",
            "government-disclosure",
            "We disclose content to law enforcement in an emergency.",
            "Law enforcement officers who write by post wait longer.",
        ),
        (
            "eu-gdpr",
            "Article 13",
            "international-transfer",
            "Your data goes to the United States.",
            "Module Two applies where Larkwell is the data importer.",
        ),
        (
            "eu-gdpr",
            "Article 28(3)",
            "service-provider-sharing",
            "Vendors process data on our instructions.",
            "Payments go to a shop that acts under its own privacy policy.",
        ),
        (
            "eu-gdpr",
            "Article 25(2)",
            "public-by-default",
            "Your profile is public.",
            "Whoever you write to can read your message.",
        ),
        (
            "us-ca-ccpa",
            "§ 1798.135",
            "third-party-sharing",
            "We share data with an advertising partner.",
            "Residents of California may ask whom we shared data with.",
        ),
    ],
)
def test_a_provision_on_data_speaks_only_to_what_the_words_do(
    law: str, ref: str, clause_type: str, about_it: str, about_something_else: str
) -> None:
    assert _speaks(law, ref, clause_type, about_it)
    assert not _speaks(law, ref, clause_type, about_something_else)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Larkwell will notify Customer of a breach without undue delay.", True),
        ("Customer alone is responsible for telling the authority of a breach.", False),
        ("The notification shall include the likely consequences of the breach.", False),
    ],
)
def test_a_processor_owes_word_to_its_customer_where_the_words_are_on_that(words: str, told: bool) -> None:
    speaks = _speaks("eu-gdpr", "Article 33(2)", "breach-notification", words, between_businesses=True)
    assert speaks is told


@pytest.mark.parametrize(("law", "ref"), [("eu-eprivacy", "Article 5(3)"), ("uk-pecr", "Regulation 6 and Schedule A1")])
def test_laws_on_cookies_speak_to_profiles_that_rest_on_them(law: str, ref: str) -> None:
    type_ = "profiling-personalisation"
    assert _speaks(law, ref, type_, "With cookies and other tracking technologies we tailor what Larkwell shows you.")
    assert not _speaks(law, ref, type_, "We tailor what Larkwell shows you to the songs that you heard.")
    assert not _speaks(law, ref, type_, "We do not use cookies to tailor what Larkwell shows you.")
