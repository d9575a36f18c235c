"""What is told of clauses on contracts and disputes says no more than their words: no exception is left out."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_CONFLICT_OF_LAWS = "The policies count as well, without regard to conflict of laws that would govern otherwise."
_JOIN = "By joining the program and by your continued participation you agree to these terms."
_GO_ON = "We may change these terms. Your continued use after a change means that you accept it."
_NATURE = "Taking into account the nature of the processing, Larkwell assists the customer."
_NATURE_TOLD = "The nature and purpose of the processing and the categories of data are set out below."
_MODULE = "Module Three (Processor to Sub-Processor) applies."
_OWN = "Larkwell processes the data as a controller under its privacy policy."
_BOTH_WAYS = "We give notice by posting the new text on this page or by e-mail to you."
_NO_REFUND = "We may drop a feature without entitling the customer to any refund."
_BOTH_CHANGE = "Terms change 30 days after notice. We may change or drop features without notice."
_HOME_LAW = "The law of the country where you are a resident governs these terms."
_CONSUMERS = "Disputes go to the courts of Alder. If you are a consumer, section 4 applies instead."
_LAW_OF_HOME = "The act governs, and failing that the law of the state where you live. The courts of Alder decide."
_COURT_OF_HOME = "You can bring proceedings in the courts of the country where you live."
_OUR_ACTIONS = "You submit to the courts of Alder for any actions for which we retain the right to seek an injunction."
_BOTH_SIDES = "You and Larkwell agree that all disputes go to the courts of Alder."
_COURT_DECIDES = "A court, not the arbitrator, decides on arbitrability. All else is arbitrated."
_ARBITER_DECIDES = "The arbitrator decides on arbitrability."
_AUTHORISED = "Do not export the service for weapons without the required government authorizations."
_WARRANTED_USE = "You warrant that the services may not be exported to an embargoed country."
_OF_SELF = "You warrant that you are not located in an embargoed country."
_STORE = "Apple has no obligation to furnish maintenance and support for the app."
_NO_SUPPORT = "Larkwell has no obligation to provide support."
_LABS = "Larkwell may use data and outputs from beta models to train its models."
_OPT_OUT = "You must bring a claim within a year, unless you opt out."
_INSTEAD = "The licence of the author overrides these terms."
_WAIVER = "A court may strike any part but the section “Class Action Waiver”."
_RETAINED = "The recipient may keep copies that it is required to retain by applicable law."
_NO_SECRECY = "The parties have no confidentiality obligations to each other."
_THEIR_MARK = "Keep secret what Larkwell has marked as confidential."
_RENEWAL = "Using the service starts the term. It renews unless you give notice 30 days before."
_DPA = "This text governs with regard to the subject matter of the addendum."
_DELETING = "Larkwell helps with requests by deleting or correcting the data."
_CLAUSE_17 = "The governing law in Clause 17 is the law of Alder."
_SPLIT = "Your claims are decided by binding arbitration. We may sue in the courts of Alder."
_OURS = "We may change the service. You can end the agreement by giving thirty days notice."
_EITHER_TIME = "Disputes go to arbitration. Opt out within 30 days of account creation or of any update."
_VOID_WITH_IT = "If the waiver is unenforceable, the entire agreement to arbitrate is void for that claim."
_WHOLE = "These terms are the entire agreement between you and Larkwell."
_NOTICE = "Read this part with care. It contains procedures for mandatory binding arbitration and a class waiver."
_SENDS = "This part contains an arbitration clause. You agree to resolve all disputes by binding arbitration."
_FREELY = "Larkwell may assign this agreement without notice or customer consent."


@pytest.mark.parametrize(
    ("clause_type", "words", "sentence", "is_told"),
    [
        ("incorporated-terms", _CONFLICT_OF_LAWS, "which text comes first", False),
        ("incorporated-terms", "The data transfer addendum is part of this.", "single products", False),
        (
            "contracting-entity-contact",
            "Our liability is limited to gross negligence.",
            "It names a company:",
            False,
        ),
        ("contracting-entity-contact", "The service is provided by Larkwell Limited.", "It names a company:", True),
        (
            "contracting-entity-contact",
            "This notice should be read with care.",
            "On how notices are given, it says:",
            False,
        ),
        ("general-provisions", "The law of Alder governs, without its conflict of laws.", "comes first", False),
        ("general-provisions", "We answer to a government agency.", "what the parties are", False),
        ("acceptance-by-use", _JOIN, "It covers changes", False),
        ("acceptance-by-use", _GO_ON, "It covers changes", True),
        ("data-processing-terms", _NATURE, "describes the handling of the data", False),
        ("data-processing-terms", _NATURE_TOLD, "describes the handling of the data", True),
        ("data-processing-terms", _MODULE, "list of sub-processors", False),
        ("data-processing-terms", _OWN, "for purposes of its own", False),
        ("terms-change-notice", _BOTH_WAYS, "A move from e-mail to mere posting", False),
        ("terms-change-notice", "We tell you by e-mail.", "A move from e-mail to mere posting", True),
        ("service-modification", _NO_REFUND, "On a refund, it says:", False),
        ("service-modification", _BOTH_CHANGE, "30 days", False),
        ("governing-law", _HOME_LAW, "keeps mandatory consumer rules", False),
        ("governing-law", _HOME_LAW, "is not the same for all users", True),
        ("jurisdiction-venue", _CONSUMERS, "it can be a court near home", False),
        ("jurisdiction-venue", _LAW_OF_HOME, "it can be a court near home", False),
        ("jurisdiction-venue", _COURT_OF_HOME, "it can be a court near home", True),
        ("jurisdiction-venue", _OUR_ACTIONS, "Its words speak of claims of both sides", False),
        ("jurisdiction-venue", _BOTH_SIDES, "It seems so: its words speak of claims of both sides", True),
        ("mandatory-arbitration", _EITHER_TIME, "opt out in time", True),
        ("mandatory-arbitration", _COURT_DECIDES, "itself for the arbitrator", False),
        ("mandatory-arbitration", _ARBITER_DECIDES, "itself for the arbitrator", True),
        ("export-sanctions", _AUTHORISED, "government licence", False),
        ("export-sanctions", _WARRANTED_USE, "On what you confirm, it says:", False),
        ("export-sanctions", _OF_SELF, "On what you confirm, it says:", True),
        ("service-levels-support", _STORE, "what Larkwell does not owe", False),
        ("service-levels-support", _NO_SUPPORT, "Note the way to reach support", False),
        ("beta-features", _LABS, "can be used for training", True),
        ("claim-time-limit", _OPT_OUT, "how you can opt out", True),
        ("incorporated-terms", _INSTEAD, "Look for a sentence that says which text wins", False),
        ("general-provisions", _WAIVER, "On giving up a right", False),
        ("confidentiality", _RETAINED, "asks for", False),
        ("confidentiality", _NO_SECRECY, "The clause is worded for more than one side", False),
        ("confidentiality", _NO_SECRECY, "owe each other no secrecy", True),
        ("confidentiality", _THEIR_MARK, "Mark your own", False),
        ("acceptance-by-use", _RENEWAL, "A notice period of", False),
        ("data-processing-terms", _DPA, "describes the handling of the data", False),
        ("data-processing-terms", _DELETING, "Test that deletion", False),
        ("governing-law", _CLAUSE_17, "standard clauses on transfers", True),
        ("jurisdiction-venue", "Go to any competent court in your country.", "it can be a court near home", True),
        (
            "governing-law",
            "As a consumer you keep the laws of your main residence.",
            "is not the same for all users",
            True,
        ),
        (
            "governing-law",
            "The law of Alder governs regardless of where you live.",
            "is not the same for all users",
            False,
        ),
        ("jurisdiction-venue", _SPLIT, "It sends some disputes to arbitration", True),
        ("service-modification", _OURS, "A notice that it states is", True),
        ("provider-assignment", _FREELY, "On consent, it says:", False),
        ("general-provisions", _VOID_WITH_IT, "the whole agreement", False),
        ("general-provisions", _WHOLE, "the whole agreement", True),
        ("mandatory-arbitration", _NOTICE, "Not over what these words send", False),
        ("mandatory-arbitration", _NOTICE, "only announce rules", True),
        ("mandatory-arbitration", _SENDS, "Not over what these words send", True),
        ("mandatory-arbitration", _SENDS, "only announce rules", False),
        ("jury-trial-waiver", "You waive a judge and a jury.", "A judge or an arbitrator", False),
    ],
)
def test_a_sentence_is_told_only_of_words_that_bear_it(
    clause_type: str, words: str, sentence: str, is_told: bool
) -> None:
    assert (sentence in written(composed(clause_type, words))) is is_told
