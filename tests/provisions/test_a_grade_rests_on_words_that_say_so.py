"""A grade differs from the usual one only where the clause itself says what its reason says."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.provisions import grade


@pytest.mark.parametrize(
    ("clause_type", "text", "severity", "modifier"),
    [
        (
            "ai-training-on-user-content",
            "| Training our models | your posts |\n| Sending letters | where you opted in |",
            "high",
            None,
        ),
        (
            "retention-period",
            "We retain data as long as your account is active and as needed to provide the service.",
            "medium",
            "as-long-as-necessary",
        ),
        ("retention-period", "The retention duration depends on the purpose.", "medium", "as-long-as-necessary"),
        # A longest time beside the need is a time.
        (
            "retention-period",
            "Marks are kept only for the period necessary for this and never longer than eighteen (18) weeks.",
            "low",
            None,
        ),
        (
            "content-licence",
            "You grant us the rights that we need to copy your charts as necessary to render the map.",
            "medium",
            "licence-for-service",
        ),
        (
            "indefinite-retention",
            "We keep data to comply with laws. Anonymised data may be kept indefinitely.",
            "medium",
            "kept-for-stated-need",
        ),
        ("indefinite-retention", "We keep data indefinitely, also to comply with laws.", "high", None),
        (
            "indefinite-retention",
            "We delete it within 30 days, unless we need to keep some of it. Backups remain for 10 days.",
            "high",
            None,
        ),
        (
            "indefinite-retention",
            "We delete it within 30 days, unless we need to keep some of it under tax laws.",
            "medium",
            "kept-for-stated-need",
        ),
        (
            "ai-training-on-user-content",
            "You also can choose to help us improve our models by sending samples of what you type.",
            "medium",
            "no-training-without-choice",
        ),
        (
            "free-trial-conversion",
            "Once the free trial has expired, the account will be deactivated until you choose a plan.",
            "low",
            "trial-that-runs-out",
        ),
        (
            "free-trial-conversion",
            "At the end of the trial your use will expire unless you agree to pay the fee.",
            "low",
            "trial-that-runs-out",
        ),
        (
            "free-trial-conversion",
            "Unless you cancel, you will be charged when the trial has expired, and unpaid accounts are deactivated.",
            "high",
            None,
        ),
        (
            "government-disclosure",
            "Which data is disclosed depends on each mandatory request of a court.",
            "low",
            "disclosure-only-by-order",
        ),
        ("government-disclosure", "We disclose data in answer to a request of a court.", "medium", None),
        (
            "mandatory-arbitration",
            "The arbitration proceeding and the award are confidential.",
            "medium",
            "arbitration-procedure-only",
        ),
        ("mandatory-arbitration", "Disputes are resolved by arbitration, which is confidential.", "high", None),
        ("mandatory-arbitration", "You and Larkwell have to arbitrate, each in an individual capacity.", "high", None),
        (
            "unilateral-termination",
            "If you violate the rules we may suspend access, without prior notice to the extent reasonably necessary.",
            "medium",
            "termination-for-cause",
        ),
        (
            "unilateral-termination",
            "Where a sum is 30 days overdue we may suspend the account.",
            "medium",
            "termination-for-named-acts",
        ),
        (
            "unilateral-termination",
            "Posts are removed without further notice and reported. Who violates it is suspended, and may appeal.",
            "medium",
            "termination-for-cause",
        ),
        ("unilateral-termination", "We may close your account without further notice.", "high", "termination-at-will"),
        ("governing-law", "The law of Ostmark governs, irrespective of its rules on conflicts.", "low", None),
        ("governing-law", "The law of Ostmark governs, regardless of your place.", "medium", "law-displaces-home"),
        ("childrens-data", "Larkwell will not collect data of pupils beyond that needed for lessons.", "high", None),
        ("childrens-data", "Larkwell will: not sell or rent the data of pupils.", "none", "children-not-sold"),
        (
            "sensitive-data-collection",
            "We do not collect sensitive data under U.S. state laws for the purposes of advertising.",
            "none",
            "sensitive-not-inferred",
        ),
        (
            "ai-automated-decisions",
            "Automated and manual systems close accounts.",
            "medium",
            "human-review-of-decisions",
        ),
        ("retention-period", "We keep data for different time periods.", "medium", "as-long-as-necessary"),
        ("international-transfer", "Learn more about how we transfer data to other countries.", "low", None),
        ("ai-training-on-user-content", "We train on posts. Your opt-out does not apply to previews.", "high", None),
        (
            "ai-training-on-user-content",
            "Unless you opt out, we train models on it.",
            "medium",
            "no-training-without-choice",
        ),
        (
            "content-licence",
            "You grant us a licence to store your drafts solely for purposes of displaying them to you.",
            "medium",
            "licence-for-service",
        ),
        ("content-licence", "You grant us a worldwide, revocable licence to use it.", "medium", "licence-by-choice"),
        ("content-licence", "You grant us a worldwide, irrevocable licence to use it.", "high", None),
        (
            "content-licence",
            "If you opted in, you grant us a perpetual licence to use it.",
            "high",
            None,
        ),
        (
            "late-payment",
            "If your card has expired, we may delete your account and content without any liability.",
            "high",
            "deleted-for-debt",
        ),
        ("late-payment", "If your card has expired, we may delete your account.", "medium", None),
        ("childrens-data", "We do not show personalised ads to users under 18.", "none", "children-not-targeted"),
        ("childrens-data", "We collect it, and do not show personalised ads to minors.", "high", None),
        (
            "international-transfer",
            "Through your continued use you consent to have your data transferred abroad.",
            "medium",
            "transfer-by-use",
        ),
        (
            "international-transfer",
            "By using our services you authorise us to transfer your data abroad.",
            "medium",
            "transfer-by-use",
        ),
        ("international-transfer", "We store what you give us in China.", "medium", "transfer-without-safeguard"),
        ("international-transfer", "We store it in China, under standard contractual clauses.", "low", None),
        (
            "government-disclosure",
            "We disclose it as deemed necessary or appropriate to respond to requests from public authorities.",
            "high",
            "disclosure-on-belief",
        ),
        (
            "ai-training-on-user-content",
            "We train models on it. You may tell us at any time that you do not want this.",
            "medium",
            "no-training-without-choice",
        ),
        (
            "business-transfer",
            "We may pass data to a buyer after obtaining consent from the user.",
            "low",
            "transfer-with-notice",
        ),
        (
            "ai-automated-decisions",
            "Software helps to find posts. Moderation is human-led, and decisions are made by people.",
            "medium",
            "human-review-of-decisions",
        ),
        (
            "third-party-sharing",
            "We don't share your name with advertisers, unless you ask us to.",
            "low",
            "sharing-denied",
        ),
        (
            "unilateral-termination",
            "We may suspend accounts that violate the rules.",
            "medium",
            "termination-for-cause",
        ),
        (
            "unilateral-termination",
            "We may suspend any account whenever we like."
            + " We weigh all that we know." * 12
            + " We study violations.",
            "high",
            None,
        ),
        (
            "jurisdiction-venue",
            "Disputes go exclusively to Alder. We may sue you in the courts where you live.",
            "high",
            "distant-venue",
        ),
        ("ai-feedback-training-grant", "We make anonymised statistics.\n\nWe train on feedback.", "high", None),
        ("ai-automated-decisions", "We do not engage in this type of profiling.", "none", "no-automated-decisions"),
        (
            "ai-automated-decisions",
            "Larkwell does not make decisions with a legal effect.",
            "none",
            "no-automated-decisions",
        ),
        (
            "ai-automated-decisions",
            "The right to opt out of sales, or of profiling in furtherance of weighty decisions",
            "none",
            "right-against-automated-decisions",
        ),
        (
            "ai-automated-decisions",
            "Request a review of decisions made by automated means alone.",
            "none",
            "right-against-automated-decisions",
        ),
        (
            "sensitive-data-collection",
            "We do not process sensitive data for the purposes of inferring traits.",
            "none",
            "sensitive-not-inferred",
        ),
        ("sensitive-data-collection", "We do not collect sensitive data except where we need it.", "high", None),
        (
            "sensitive-data-collection",
            "We do not show personalised ads based on sensitive categories.",
            "none",
            "sensitive-not-inferred",
        ),
        ("communications-scanning", "We read letters to operate the archive and to fight abuse.", "high", None),
        ("ai-human-review", "As a rule we do not read files, but staff may look at them.", "medium", None),
        ("communications-scanning", "We scan letters for personalised ads and to detect abuse.", "high", None),
        ("third-party-sharing", "If you choose to continue using it, some sharing goes on.", "medium", None),
        ("government-disclosure", "We notify users if malware is found on their devices.", "medium", None),
        (
            "government-disclosure",
            "Before we answer a request from the police we notify the user.",
            "low",
            "disclosure-only-by-order",
        ),
        ("government-disclosure", "We tell of demands when appropriate in our judgment.", "medium", None),
        (
            "government-disclosure",
            "We may disclose your posts to the police in our sole discretion.",
            "high",
            "disclosure-on-belief",
        ),
        ("international-transfer", "You agree to be bound by the Transfer Addendum.", "low", None),
        ("childrens-data", "We do not knowingly sell data of anyone under 16.", "none", "children-not-sold"),
        (
            "release-of-claims",
            "You release Larkwell from any claim that the output of others is not unique.",
            "low",
            "release-of-likeness",
        ),
        (
            "release-of-claims",
            "You waive any right of action against us in respect of any infringing material.",
            "medium",
            "release-of-one-matter",
        ),
        (
            "release-of-claims",
            "You waive all claims, known and unknown, and any right of action in respect of any infringing material.",
            "high",
            None,
        ),
        (
            "liability-limitation",
            "We are not liable for issues arising solely from your failure to install updates.",
            "medium",
            "liability-for-own-failure",
        ),
        (
            "liability-limitation",
            "Larkwell is not liable for any delay to the extent that it is caused by events beyond its control.",
            "low",
            "events-beyond-control",
        ),
        (
            "liability-limitation",
            "Larkwell is not liable for lost letters, or for delays caused by events beyond its control.",
            "high",
            None,
        ),
        (
            "liability-limitation",
            "In no event are we liable. We are not liable for issues arising from your failure to install updates.",
            "high",
            None,
        ),
        (
            "unilateral-termination",
            "It is no tool for crime. If you use it in this way, we will delete your account.",
            "medium",
            "termination-for-named-acts",
        ),
        (
            "unilateral-termination",
            "We may suspend access for any account for which an amount is due but unpaid.",
            "medium",
            "termination-for-named-acts",
        ),
        (
            "ai-automated-decisions",
            "We decide by machine and by human moderation.",
            "medium",
            "human-review-of-decisions",
        ),
        (
            "liability-limitation",
            "Some states may not allow limits of liability, so they may not apply to you.",
            "high",
            None,
        ),
        ("unilateral-termination", "Crime is no game. We may close accounts at any time.", "high", None),
        ("unilateral-termination", "We may ban whoever breaks our rules.", "medium", "termination-for-cause"),
        ("unilateral-termination", "We may ban you for a breach or any other reason.", "high", "termination-at-will"),
        (
            "content-licence",
            "You grant a licence as necessary to provide it and including by training AI.",
            "high",
            None,
        ),
        ("content-licence", "You grant a non-sublicensable licence to show it.", "medium", "licence-not-passed-on"),
        (
            "name-likeness-use",
            "We will not publicly use your name or marks without consent.",
            "none",
            "likeness-not-used",
        ),
        (
            "name-likeness-use",
            "Except with consent, neither party will show the other party's logo.",
            "none",
            "likeness-not-used",
        ),
        ("name-likeness-use", "We use your company name, your voice and your images.", "high", None),
        (
            "content-removal",
            "We may disable malicious posts and notify users of malware; malicious code.",
            "medium",
            None,
        ),
        (
            "unilateral-termination",
            "We weigh counter-notices. You may appeal a suspension for breach.",
            "medium",
            "termination-for-cause",
        ),
        (
            "unilateral-termination",
            "Before we act we give you notice, describe the reason and give you an opportunity to clarify the matter.",
            "low",
            "termination-heard",
        ),
        (
            "unilateral-termination",
            "We may suspend you at our sole discretion. We may give notice, a reason and a chance to answer.",
            "high",
            "termination-at-will",
        ),
        (
            "unilateral-termination",
            "We notify you if we close your account for a breach, and you can appeal.",
            "low",
            "termination-with-appeal",
        ),
        ("price-change", "We change prices at any time in our discretion, following notice to you.", "medium", None),
        (
            "jurisdiction-venue",
            "Larkwell courts decide exclusively, unless prohibited by the laws of the country in which you reside.",
            "high",
            "distant-venue",
        ),
        ("jurisdiction-venue", "Suits are brought solely in the courts of Larkwell.", "high", "distant-venue"),
        ("warranty-disclaimer", "We disclaim all implied or statutory warranties.", "medium", None),
        (
            "warranty-disclaimer",
            "Nothing here affects your statutory rights.",
            "low",
            "statutory-guarantees-preserved",
        ),
        ("liability-limitation", "We are not liable for fraud, death or personal injury.", "high", None),
        (
            "liability-limitation",
            "Except for gross negligence we are not liable.",
            "medium",
            "liability-carve-out",
        ),
        ("user-indemnification", "A mutually agreed auditor may look at it; you indemnify us.", "high", None),
        ("unilateral-terms-change", "We may also notify you of changes by e-mail.", "high", None),
        ("unilateral-terms-change", "We have no obligation to notify you of changes.", "high", None),
        ("unilateral-terms-change", "We will alert you of changes by updating the date above.", "high", None),
        ("unilateral-terms-change", "We will endeavor to provide notice of changes.", "high", None),
        (
            "unilateral-termination",
            "If no card works, we may delete your account without liability to you.",
            "high",
            None,
        ),
        ("unilateral-terms-change", "Stop using it before the changes become effective.", "high", None),
        ("unilateral-terms-change", "We may give notice; it holds after we provide such notice.", "high", None),
        (
            "unilateral-terms-change",
            "If changes are significant, we provide a more prominent notice.",
            "medium",
            "change-with-notice",
        ),
        ("service-modification", "Credits are non-refundable and may go with or without notice.", "medium", None),
        ("service-modification", "We notify you and may end it without owing you any refund.", "medium", None),
        ("unilateral-terms-change", "We use reasonable efforts to notify you of changes.", "high", None),
        ("unilateral-terms-change", "We notify you as required by law of changes.", "high", None),
        ("unilateral-terms-change", "Changes hold 30 days from posting them here.", "high", None),
        ("jurisdiction-venue", "Alder hears it exclusively. Consumers residing in Birch see 4.", "medium", None),
    ],
)
def test_the_reason_of_a_grade_holds_of_the_clause(
    clause_type: str, text: str, severity: str, modifier: str | None
) -> None:
    found = grade(load_catalogue()[clause_type], text)
    assert [reason.modifier for reason in found.reasons] == ([modifier] if modifier else [])
    assert found.severity.value == severity


def test_calls_by_a_machine_that_one_agrees_to_are_a_choice() -> None:
    electronic = load_catalogue()["electronic-communications"]
    agreed = "If you consent to receiving marketing communications to a phone number, we may use an autodialer."
    assert grade(electronic, "We may call you with an autodialer.").severity is Severity.HIGH
    assert grade(electronic, agreed).severity is not Severity.HIGH
