"""What clauses may say besides is data, which is checked here: types that exist, and predicates that make sentences."""

from __future__ import annotations

from importlib.resources import files

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison.points import points_of
from conductatlas.yaml_data import parse_yaml

GROUPS = [
    group
    for file in files("conductatlas.comparison").joinpath("points").iterdir()
    if file.name.endswith(".yaml")
    for group in parse_yaml(file.read_bytes())
]
ENTRIES = [(group["types"], entry) for group in GROUPS for entry in group["points"]]


@pytest.mark.parametrize(("types", "entry"), ENTRIES, ids=[entry["says"] for _, entry in ENTRIES])
def test_a_point_is_well_formed(types: list[str], entry: dict[str, object]) -> None:
    assert set(types) <= {one.id for one in load_catalogue().types}
    own = entry.get("types", types)
    assert isinstance(own, list)
    assert set(own) <= set(types)
    known = {"says", "many", "name", "words", "unless", "hints", "types", "same", "several", "cased", "subject"}
    assert set(entry) <= {*known, "instead_of", "settled", "weighs", "leads", "relied_on"}
    words = " ".join(str(one) for one in entry["words"])  # type: ignore[attr-defined]
    assert ("{}" in str(entry["says"])) == ("(?P<value>" in words)


@pytest.mark.parametrize(
    ("clause_type", "text", "expected"),
    [
        ("user-indemnification", "You pay our legal fees.", "covers legal fees"),
        (
            "childrens-data",
            "We do not knowingly collect data of children under 13.",
            "names 13 as the age below which no data is knowingly collected",
        ),
        ("age-requirement", "You must be at least 13.", "names 13 as the lowest age"),
        ("age-requirement", "Nobody under the age of sixteen may join.", "names 16 as the lowest age"),
        ("mandatory-arbitration", "The American Arbitration Association decides.", "names AAA as the arbitration body"),
        ("regulator-complaint", "Ask the CNIL or the ICO.", "names the authority: CNIL and ICO"),
        ("late-payment", "We charge 1.5% per month.", "names 1.5% of interest"),
        ("suggestions-grant", "Larkwell shall own all rights in the feedback.", "makes the provider owner of it"),
        (
            "indefinite-retention",
            "Data may be retained in de-identified form for longer periods.",
            "keeps data that no longer names anyone for longer",
        ),
        (
            "liability-preserved",
            "Nothing in these terms limits our liability for: 1. death; 2. fraud.",
            "leaves liability for intent, fraud or gross negligence as it is",
        ),
        (
            "warranty-disclaimer",
            "The above limitations shall not apply to gross negligence.",
            "leaves liability for intent, fraud or gross negligence as it is",
        ),
        (
            "prohibited-conduct",
            "Accounts that do so may be suspended.",
            "names the sanction: the account may be suspended or closed",
        ),
        ("user-termination", "_You may close it at any time._", "lets users leave at any time"),
        ("no-refund", "There are no refunds for unused time.", "gives nothing back for part of a period"),
        ("provider-assignment", "This contract cannot be assigned.", "forbids users to pass it on"),
        (
            "unilateral-terms-change",
            "If you don’t agree, please stop.",
            "lets those who disagree leave or close the account",
        ),
        ("security-measures", "We notify you of a breach.", "promises to tell of a breach as law asks"),
        (
            "account-security-duty",
            "You answer for all use of your account, whether or not you authorized it.",
            "covers use by anyone, whether it was authorised or not",
        ),
        (
            "account-security-duty",
            "You answer for all access provided by you.",
            "speaks of those whom the user lets in",
        ),
        (
            "account-security-duty",
            "Keep your password secret.",
            "makes users keep sign-in details or the account safe or secret",
        ),
        (
            "user-indemnification",
            "You pay for claims related to (a) your use of the service, or (b) your violation of these terms.",
            "can be set off by use of the service alone, without a breach",
        ),
        ("user-indemnification", "You will indemnify, defend and hold us harmless.", "has the user defend as well"),
        (
            "age-requirement",
            "A parent who lets a child use it is responsible for that use.",
            "makes a parent or guardian answer for the use, or binds one to the terms",
        ),
        ("ai-training-opt-out", "Your work does not train generative models.", "speaks of generative models"),
        ("ai-output-ownership", "Here you own the outputs.", "makes the user or customer owner of the outputs"),
        ("no-sale-commitment", "We do not sell data of minors.", "promises it for minors or people under an age"),
        ("no-refund", "Fees are final, except as stated here.", "excepts what the terms provide elsewhere"),
    ],
)
def test_a_point_is_found_with_its_value(clause_type: str, text: str, expected: str) -> None:
    said = [point.said_in(text, [(0, len(text))]) for point in points_of(clause_type)]
    assert expected in [one.predicate for one in said if one]


@pytest.mark.parametrize(
    ("clause_type", "text", "predicate"),
    [
        # A use that is a breach is no use alone, a right to defend no duty, and a licensor no user.
        ("user-indemnification", "Claims due to your use of it in violation of this text.", "can be set off by use"),
        ("user-indemnification", "Claims related to your unauthorized use of the service.", "can be set off by use"),
        ("user-indemnification", "We have the right to defend it.", "has the user defend"),
        ("ai-output-ownership", "Our licensor owns all outputs.", "makes the user or customer owner"),
        ("no-sale-commitment", "We do not sell data, including that of minors.", "promises it for minors"),
        ("account-security-duty", "We keep your credentials safe.", "makes users keep"),
        # Words that were read in clauses of the types, and make no such point there.
        ("content-ownership-retained", "You own all rights in your content.", "has the user warrant"),
        ("taxes-responsibility", "Taxes are income, sales and other taxes.", "leaves out taxes on the provider"),
        ("terms-change-notice", "We may update the information on the service.", "tells users within the service"),
        ("acceptance-by-use", "Give your postal address (hereinafter an address).", "tells users within the service"),
        ("acceptance-by-use", "This agreement is effective as of the date of your order.", "makes changes hold"),
        ("fees-and-billing", "Taxes are charged as required by applicable law.", "excepts what the law"),
        ("data-loss-backup", "You agree that we have no obligation to provide a copy.", "has the user keep"),
        ("mandatory-arbitration", "The arbitrator may award injunctive relief.", "leaves injunctions"),
        ("class-action-waiver", "Unless the parties agree otherwise, it stays alone.", "binds both sides to it"),
        ("governing-law", "The choice of governing law in this section deprives nobody.", "leaves that to another"),
        ("security-measures", "All access requires a user ID and a password.", "has users keep their passwords"),
        ("retention-period", "We keep backups for 30 days after your account is deleted.", "deletes or anonymises"),
        ("ai-output-accuracy-disclaimer", "Do not rely on it as a unique source.", "says that others may get"),
        ("profiling-personalisation", "We send you other information on our services.", "names activity on other"),
        # Information is not informing, administrative is no standard, losses that are excluded are not carved out, and
        # what a user does the provider does not.
        ("account-security-duty", "Give information on your security.", "asks users to tell of misuse at once"),
        ("security-measures", "We use administrative measures.", "names certificates or standards"),
        ("suggestions-grant", "Larkwell may use it at its own risk.", "makes the provider owner of it"),
        ("ai-output-ownership", "You assign the outputs to nobody.", "assigns the provider's rights"),
        ("jurisdiction-venue", "You may sue in any court.", "lets the provider go to other courts"),
        ("unilateral-termination", "You must notify us of errors.", "tells the user of the decision"),
        ("rights-limits", "While we await verification of our reasons, you object.", "checks who asks"),
        ("childrens-data", "We delete what came without verification of parental consent.", "asks for the consent"),
        (
            "liability-limitation",
            "We are not liable for losses including personal injury.",
            "leaves liability for death",
        ),
        # What is built on an idea is not the idea, and a licence that is assigned is no title.
        ("suggestions-grant", "We will own all rights in anything we build on your ideas.", "makes the provider owner"),
        ("suggestions-grant", "You grant and assign a licence to us in that right.", "makes the provider owner"),
        ("suggestions-grant", "We have no obligation to keep it confidential.", "pays nothing"),
        ("content-licence", "If you remove an item, we may go on using it.", "ends the licence"),
        ("content-licence", "You need not own what you post.", "says that users keep what they own"),
        ("content-responsibility", "Nothing may misappropriate a right.", "covers accuracy"),
        (
            "indefinite-retention",
            "We keep it in aggregated form for longer periods.",
            "keeps data that no longer names anyone without",
        ),
        ("retention-period", "We keep it until you delete it.", "deletes or anonymises"),
        ("scraping-reverse-engineering-ban", "Using any unauthorized script or other software.", "covers helping"),
        ("scraping-reverse-engineering-ban", "We change prices upon prior notice.", "asks for notice to the provider"),
        (
            "scraping-reverse-engineering-ban",
            "Don't decompile it, except as permitted by law.",
            "allows it with consent",
        ),
        ("prohibited-conduct", "You may not disclose the details of a user.", "names the sanction"),
        ("prohibited-conduct", "Don't disable or overburden the service.", "names the sanction"),
        ("account-creation", "You must complete the registration.", "asks for details that are true"),
        (
            "ai-output-ownership",
            "You will not permit any third party to train on outputs.",
            "leaves out the outputs of other",
        ),
        ("ai-training-opt-out", "Your future chats are not used.", "says that a choice does not reach back"),
        ("no-security-guarantee", "Notify us at once of any breach of security.", "promises to tell of a breach"),
        ("security-measures", "We detect incidents and monitor alerts.", "promises to tell of a breach"),
        ("cookies-and-trackers", "We do so without your consent.", "asks for consent first"),
        # Within a word there is none: 'disclose' closes nothing, and wallets let nobody.
        ("service-modification", "You may not disclose it.", "lets those who disagree leave"),
        ("account-security-duty", "We do not store user wallets, private keys or credentials.", "forbids sharing"),
        ("location-tracking", "We may disclose it to our service providers.", "warns that parts may not work"),
        ("unilateral-termination", "Unused credits are lost.", "names inactivity"),
        ("business-transfer", "Your data become subject to a different privacy policy.", "holds the new owner"),
        ("public-by-default", "We do not control who sees it.", "lets users choose who sees it"),
        (
            "incorporated-terms",
            "The store is a third-party beneficiary to these terms.",
            "names terms of third parties",
        ),
        ("late-payment", "Nearly all users (95%) pay a fee in time.", "names 95% of interest"),
        ("service-levels-support", "Subtract the minutes from 100%.", "promises that the service is up"),
        ("auto-renewal", "The applicable fees are due.", "renews at the price that then holds"),
        ("class-action-waiver", "If the parties' dispute is arbitrated, it stays alone.", "binds both sides to it"),
        ("confidentiality", "You may get access to non-public information.", "excepts what is public"),
        ("no-refund", "You get a refund for the unused portion.", "gives nothing back for part"),
        ("unilateral-termination", "Register a credit card within a period that is paid.", "gives money back"),
        ("user-termination", "If you have a plan, we may end it at any time.", "lets users leave at any time"),
        ("provider-assignment", "Gathering intelligence on investigations is barred.", "tells users of it"),
        (
            "ai-output-accuracy-disclaimer",
            "Decisions with a legal effect are reviewed.",
            "forbids decisions about people",
        ),
    ],
)
def test_words_that_only_look_like_it_make_no_point(clause_type: str, text: str, predicate: str) -> None:
    said = [point.said_in(text, [(0, len(text))]) for point in points_of(clause_type)]
    assert not [one for one in said if one and one.predicate.startswith(predicate)]
