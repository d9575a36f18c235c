"""Words settle some types, whatever the model thinks: what a passage must say, and what it must not."""

from __future__ import annotations

import pytest

from conductatlas.provisions.cues import load_cues


@pytest.mark.parametrize(
    ("clause_type", "passage", "fits"),
    [
        ("cancellation-terms", "You can cancel your plan at any time in the settings.", True),
        ("cancellation-terms", "You may stop the renewal until the day before.", True),
        (
            "cancellation-terms",
            "Your plan is billed again at the end of your term, at the price that then applies.",
            False,
        ),
        ("scraping-reverse-engineering-ban", "You may not crawl or scrape the service.", True),
        ("scraping-reverse-engineering-ban", "Larkwell grants permission to crawl the service.", False),
        (
            "scraping-reverse-engineering-ban",
            "Larkwell grants permission to crawl the service, except for the archive, which you must not scrape.",
            True,
        ),
        ("prohibited-conduct", "You may not sell what others post.", True),
        ("prohibited-conduct", "Sharing short clips is permitted without a licence or other requirement.", False),
        ("mandatory-arbitration", "All disputes go to the courts of Dublin.", False),
        ("data-processing-terms", "Each party's total liability under this Addendum is limited to the fees.", False),
        ("data-processing-terms", "The processor assists the controller; its total liability is limited.", True),
        ("objection-opt-out-right", "We will not discriminate against you for using a privacy right.", False),
        ("objection-opt-out-right", "You may object to this use, and nobody will retaliate.", True),
        ("user-indemnification", "We are not liable for claims that others are entitled to indemnification.", False),
        ("user-indemnification", "You will indemnify us against claims by others.", True),
        ("sensitive-data-collection", "We collect the posts and comments that you create.", False),
        ("sensitive-data-collection", "We collect data about your health.", True),
        ("payment-authorisation", "Payment data. The number of your card and its security code.", False),
        ("payment-authorisation", "You authorise us to charge your card each month.", True),
        ("indefinite-retention", "Which plan you have, if you have one.", False),
        ("ai-human-review", "People review posts that violate these rules.", False),
        ("ai-human-review", "People review conversations that violate these rules.", True),
        ("arbitration-opt-out", "This section contains mandatory arbitration provisions.", False),
        ("name-likeness-use", "We may make available to you certain names and logos owned by us.", False),
        ("deletion-right", "We reserve the right to maintain or delete all information.", False),
        ("content-ownership-retained", "We own all rights in our Service.", False),
        ("content-ownership-retained", "You keep all rights in your content; we own our Service.", True),
        ("location-tracking", "App and device information: identifiers of your device", False),
        ("location-tracking", "App and device information: your GPS position", True),
        ("ai-use-disclosure-duty", "You may not generate content that exploits anybody.", False),
        ("ai-use-disclosure-duty", "You must label images that were generated.", True),
        ("unilateral-termination", "What was done elsewhere counts as evidence when we look into violations.", False),
        ("unilateral-termination", "We may lock your account when we look into violations.", True),
        ("user-termination", "We may suspend or close your account for any reason, without notice to you.", False),
        ("user-termination", "We reserve the right to terminate your access.", False),
        ("user-termination", "You may close your account in your settings.", True),
        ("user-termination", "Either party may terminate this agreement on 30 days' notice.", True),
        ("price-change", "We may change these terms at any time.", False),
        ("price-change", "We may change our prices at any time.", True),
        ("service-modification", "We may suspend or terminate your account at any time.", False),
        ("service-modification", "We may change or end any part of the service at any time.", True),
        ("inactivity-closure", "We may close your account for any breach of these terms.", False),
        ("inactivity-closure", "We may close accounts that are inactive for a year.", True),
        ("content-removal", "We may change or reclaim usernames that impersonate somebody.", False),
        ("content-removal", "We may reclaim usernames and remove posts that impersonate somebody.", True),
        ("ai-training-on-user-content", "We gather material such as text and images, then filter it.", False),
        ("ai-training-on-user-content", "We gather material such as your images and train on it.", True),
        ("moderation-appeal", "To report a security incident, send us an encrypted report.", False),
        ("moderation-appeal", "Report a security issue here; appeal against a removed post there.", True),
        ("release-of-claims", "You release and indemnify us from all third-party claims.", False),
        ("release-of-claims", "You release us from all claims, known or unknown.", True),
        ("ai-use-disclosure-duty", "Deepfakes are banned regardless of whether they bear a label.", False),
    ],
)
def test_a_passage_fits_a_type_or_not(clause_type: str, passage: str, fits: bool) -> None:
    assert load_cues()[clause_type].fits(passage) is fits
