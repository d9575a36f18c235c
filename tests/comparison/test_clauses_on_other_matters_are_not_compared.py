"""Clauses of one type that are on different matters are not set side by side, however alike their words are."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import Comparison, choose, shown_part
from conductatlas.comparison.matters import are_bound_alike, are_on_one_matter
from conductatlas.yaml_data import parse_yaml
from tests.comparison.clauses import clause


@pytest.mark.parametrize(
    ("clause_type", "this", "alike", "of_another_matter"),
    [
        (
            "content-responsibility",
            "Each party warrants that it holds the rights that it needs to grant this licence.",
            "Both parties warrant that they may grant what they grant here.",
            "You warrant that you hold the rights that you need to grant this licence.",
        ),
        (
            "mandatory-arbitration",
            "You and Larkwell agree that disputes go to binding arbitration.",
            "Any dispute with Tern is settled by arbitration.",
            "This section on binding arbitration is referred to as the “Arbitration Agreement”.",
        ),
        (
            "international-transfer",
            "Larkwell relies on standard contractual clauses for transfers abroad.",
            "Transfers by Tern rest on standard contractual clauses.",
            "The Parties shall not contradict these Clauses, which are standard contractual ones.",
        ),
        (
            "international-transfer",
            "Customer authorizes Larkwell to transfer data abroad under the standard contractual clauses.",
            "The Customer hereby authorises Tern to transfer data under the standard contractual clauses.",
            "Transfers from Tern to the Company are under Module Four of the standard contractual clauses.",
        ),
        (
            "government-disclosure",
            "We hand data to the police on a warrant or where a life is in danger.",
            "Tern gives data to officers who have a warrant, and in danger of life.",
            "We report the sexual exploitation of children to NCMEC, and danger of life to the police.",
        ),
        (
            "regulator-complaint",
            "If our officer can't solve your complaint you may turn to the authority.",
            "Complaints go to our officer first, and then to the regulator.",
            "Have you any questions? You can contact our data protection officer here.",
        ),
        (
            "user-indemnification",
            "You agree to indemnify Larkwell from all claims that come of your use of its ferries.",
            "Guests defend Corvid Mail against claims of others that come of how they use the ferry.",
            "You will indemnify Tern from all claims that come of your app or its use of the ferry.",
        ),
        (
            "warranty-disclaimer",
            "Larkwell gives its ferries as is, without warranties of any kind.",
            "The ferries of Tern come as is and as available, without any warranty.",
            "The Licensor gives the map as is, without warranties of any kind.",
        ),
        (
            "liability-limitation",
            "Larkwell owes no indirect damages, and its total liability will not exceed what you paid.",
            "In no event is Tern liable for lost profits, and its liability will never exceed ten ducats.",
            "In no event is Tern liable for indirect damages, whatever you paid.",
        ),
        (
            "acceptance-by-use",
            "Once a new version of the API is out, your continued use of it is acceptance of what it modifies.",
            "Using later versions of our software means that you accept them.",
            "By using the ferry after a change you accept the modified terms.",
        ),
        (
            "acceptance-by-use",
            "We may update or modify the Ferry API, and your continued use of it is acceptance of the update.",
            "Whoever goes on after an upgrade to our SDK accepts it.",
            "We may modify these terms, and your continued use is acceptance of what is modified.",
        ),
        (
            "broad-purpose-use",
            "We use letters to develop and improve our AI.",
            "To improve and develop models that read letters.",
            "To develop and improve our ferries.",
        ),
        (
            "profiling-personalisation",
            "We show each guest the ferries that are relevant to them.",
            "To tailor the timetable to each guest.",
            "To tailor the advertising that each guest is shown.",
        ),
        (
            "objection-opt-out-right",
            "You may withdraw your consent to text messages at any time.",
            "You can take back your consent to SMS whenever you like.",
            "You may withdraw any consent that you gave.",
        ),
        (
            "objection-opt-out-right",
            "You have the right to object to the processing of your letters.",
            "Users may object to the use of their letters.",
            "You have the right to have letters erased if you object to their processing, or to restrict that.",
        ),
        (
            "objection-opt-out-right",
            "You can opt out of our use of your letters for targeted ads.",
            "You may refuse ads that rest on your letters.",
            "You can keep Tern from using your letters for analytics purposes by opting out.",
        ),
        (
            "data-processing-terms",
            "The guest is the controller of the letters, and Larkwell is the processor.",
            "For letters the customer acts as the controller and Tern as the processor.",
            "Module Two of the SCCs applies where the customer is the controller and Tern is the processor.",
        ),
        (
            "user-indemnification",
            "You agree to indemnify Larkwell from all claims that come of your letters.",
            "Guests defend Corvid Mail against claims of others that come of their letters.",
            "Corvid Mail may take over the defence of any matter that is subject to indemnification by you.",
        ),
        (
            "content-removal",
            "We may change, modify or remove the contents of the ferry site without notice.",
            "Tern may alter or remove content of its site at any time.",
            "We may remove any content, and what guests post, at any time and without notice.",
        ),
        (
            "general-provisions",
            "If the terms and the house rules conflict, the house rules shall prevail.",
            "In case of conflict between the rules and the notice, the rules prevail.",
            "In case of conflict between the notice and this section, this section prevails for residents of Larkland.",
        ),
        (
            "provider-ip-reserved",
            "Larkwell owns all right, title and interest in its software.",
            "Tern reserves all rights in the service that it does not grant.",
            "You own all right, title and interest in what you upload.",
        ),
        (
            "provider-ip-reserved",
            "You get a license to use the service. Larkwell owns all the rest.",
            "We grant you a license to use the service, and reserve the rest.",
            "You get a license to use the service for your own purposes.",
        ),
        (
            "provider-ip-reserved",
            "You get a limited license to show our logos in your shop.",
            "We grant you the right to use our marks on your page.",
            "We grant you a limited license to use the Documentation for your own ends.",
        ),
        (
            "identity-verification",
            "We may ask you to verify your identity.",
            "You must give proof of who you are.",
            "You must keep the data of your account accurate.",
        ),
        (
            "auto-renewal",
            "Larkwell will send you a reminder before the plan renews.",
            "We will notify you by e-mail ahead of each renewal.",
            "You must cancel before the renewal date, or the plan renews.",
        ),
        (
            "rights-limits",
            "We may refuse requests that the law exempts, and we verify who asks.",
            "A request that the law exempts is declined; who asks is verified.",
            "Your identity is verified before we act on a request. If we deny it, you may appeal.",
        ),
        (
            "confidentiality",
            "The recipient shall not disclose Confidential Information to anybody.",
            "Each side will protect the secrets of the other and use them for the work alone.",
            "“Confidential Information” means what is marked as secret.",
        ),
        (
            "unilateral-terms-change",
            "We may change these Terms at any time.",
            "The agreement can be changed by us with a new date on top.",
            "We may change this Privacy Policy at any time.",
        ),
        (
            "incorporated-terms",
            "The Privacy Policy is incorporated into these terms.",
            "By your use you agree to the Cookie Policy as well.",
            "For an explanation of our practices, visit our Privacy Policy.",
        ),
        (
            "prohibited-conduct",
            "You may not threaten others or sell weapons.",
            "Do not post threats.",
            "Ads must not promote weapons.",
        ),
        (
            "location-tracking",
            "We collect the place of your phone.",
            "Your position is determined from the network.",
            "“Geolocation” means where a phone is.",
        ),
        (
            "personal-data-collected",
            "We collect your posts, your messages, what you click and what you pay by credit card.",
            "Larkwell holds the content of your posts and your purchases.",
            "We collect the IP address of your device.",
        ),
        (
            "broad-purpose-use",
            "We use data to provide the service, to tailor it, for marketing, for security and to comply with law.",
            "Data serve to operate the shop, to advertise and to prevent fraud.",
            "We use data for research.",
        ),
        (
            "data-processing-terms",
            "The processor helps the customer to tell people of a breach.",
            "We give timely help with any incident that touches the data.",
            "We forward each request of a data subject and give timely help with it.",
        ),
        (
            "liability-limitation",
            "Our liability for damages arising from data breaches is limited to what you paid in a year.",
            "For loss resulting from a security incident our total liability is limited to the fees.",
            "Our total liability is limited to what you paid in a year.",
        ),
        (
            "age-requirement",
            "If you accept for a company, you warrant that you may bind that entity.",
            "Whoever signs on behalf of a business has the authority to do so.",
            "You must be at least 16 years old.",
        ),
        (
            "fees-and-billing",
            "You bear all taxes on what we pay to you.",
            "We withhold taxes from payouts where a law requires it.",
            "Prices do not include taxes, which we charge to you.",
        ),
        (
            "arbitration-opt-out",
            "A consumer may go to the court of the place of residence.",
            "Consumers can sue before a court in the country where you live.",
            "All disputes go to arbitration, except that either side may use small claims court.",
        ),
        (
            "childrens-data",
            "We do not knowingly sell or share the data of shoppers under 16.",
            "We do not knowingly collect or sell data of anybody under 18.",
            "We do not knowingly collect data of children under 13.",
        ),
        (
            "ai-output-accuracy-disclaimer",
            "Outputs may not be accurate, and you must verify them.",
            "Answers can contain errors.",
            "Due to how models work, your output may not be unique, and others may receive similar output.",
        ),
        (
            "ai-no-training-commitment",
            "We do not use your notes to train models.",
            "Your files never train our models.",
            "We do not use third-party content to train our models.",
        ),
        (
            "export-sanctions",
            "A government end user gets only the rights that others get.",
            "For government customers the software is a commercial item.",
            "You may not export the software to a country under an embargo.",
        ),
        (
            "provider-ip-reserved",
            "All rights in the songbook are reserved.",
            "The songbook is the property of Tern.",
            "Tern lets you use the songbook on one stage.",
        ),
        (
            "provider-ip-reserved",
            "You remain the sole owner of all rights in your songs.",
            "You own your songs.",
            "We retain all rights in the songbook.",
        ),
        (
            "content-licence",
            "If you opt in, you grant us a licence to print your songs.",
            "Choirs that opted in grant a licence to print their songs.",
            "You grant us a licence to print your songs.",
        ),
        (
            "service-provider-sharing",
            "Printers that work for us get your songs: we share them as far as needed.",
            "We use a post office, to which letters are disclosed.",
            "We receive your address from the printers that work for us.",
        ),
        (
            "unilateral-termination",
            "We may close your account if you break these rules.",
            "A breach can result in the suspension of your profile.",
            "We may cease the delivery of letters at any time.",
        ),
        (
            "monitoring-rights",
            "We may, but need not, review songs.",
            "Larkwell reserves the right to inspect letters.",
            "We have no obligation to review songs.",
        ),
        (
            "general-provisions",
            "Where a part of this arbitration clause is void, the rest remains, but for group claims.",
            "Void parts of the arbitration clause are severed.",
            "Void clauses are severed.",
        ),
        (
            "ai-feedback-training-grant",
            "We train models on what you rate.",
            "Ratings are used to improve our models.",
            "We store the whole conversation that you rate.",
        ),
        (
            "copyright-takedown",
            "Whoever holds a copyright can send us a notice.",
            "Tell us of copies by writing to our agent: the complaint names the work.",
            "Larkwell respects copyright.",
        ),
        (
            "data-processing-terms",
            "Letters are processed on instructions of the customer.",
            "The processor acts on documented instructions.",
            "Annex I names the exporter.",
        ),
        (
            "no-sale-commitment",
            "We do not sell your data.",
            "Data is never sold.",
            "We do not sell data of students.",
        ),
        (
            "no-sale-commitment",
            "We do not sell data of singers under 13.",
            "Data of children is never sold.",
            "We do not sell your data.",
        ),
        (
            "general-provisions",
            "A clause that is not valid leaves the rest in force.",
            "Clauses that are void are severed.",
            "Nobody else gets third-party rights by this contract.",
        ),
        (
            "jurisdiction-venue",
            "Claims brought by us are heard in Ostmark.",
            "An action by us against you is heard in Nordland.",
            "All claims are heard in Ostmark.",
        ),
        (
            "age-requirement",
            "To buy tokens you must be 18 years old.",
            "Nobody under the age of 16 may purchase songs.",
            "You must be 13 years old to sing here.",
        ),
        (
            "age-requirement",
            "You must be 13 years old to use Larkwell.",
            "You must be 16 years old to use Tern.",
            "You must be 16 years old to use GLs.",
        ),
        (
            "age-requirement",
            "You must be 13 years old to use Larkwell and its songbook.",
            "You must be 16 years old to use Tern.",
            "You must be 18 years old to use Larkwell echo.",
        ),
        (
            "rights-limits",
            "We verify your identity before we act on a request.",
            "Your identity is verified by a letter.",
            "An agent can ask for you with a power of attorney.",
        ),
        (
            "confidentiality",
            "Larkwell will protect the letters of guests as it protects its own.",
            "We shall keep what you store with us confidential.",
            "You shall protect the secrets of Larkwell as you protect your own.",
        ),
        (
            "objection-opt-out-right",
            "You may object to the use of your data, and withdraw your consent.",
            "Whoever consented has the right to withdraw that, and may object.",
            "You may withdraw your consent.",
        ),
        (
            "objection-opt-out-right",
            "You can refuse cookies in your browser.",
            "Users may turn off cookies.",
            "This cookie keeps a refusal.",
        ),
        (
            "terms-change-notice",
            "We will notify you of changes to these terms.",
            "We will send notice when these terms change.",
            "We may notify you of changes to these terms.",
        ),
        (
            "terms-change-notice",
            "These terms may change without notice.",
            "We change these terms with no prior notice.",
            "These terms may change, and we write the date of the last edition at the top.",
        ),
        (
            "unilateral-terms-change",
            "We may change these terms at any time.",
            "This policy can be edited whenever we see fit.",
            "We may change or discontinue any feature at any time.",
        ),
        (
            "incorporated-terms",
            "Our songbook policy is part of these terms.",
            "These terms include the house rules of Tern.",
            "Songs of a third party come under that party's own licence.",
        ),
        (
            "provider-assignment",
            "You may not assign this contract, but we may assign it.",
            "Larkwell reserves the right to transfer this contract.",
            "You may not assign this contract.",
        ),
        (
            "class-action-waiver",
            "You and we waive class actions.",
            "Claims are brought by each individually.",
            "If the waiver of class actions is void, the arbitration clause is void as well.",
        ),
        (
            "ai-competing-model-restriction",
            "Do not use answers to train a competing model.",
            "You may not develop AI that competes with Tern with our answers.",
            "Do not use the service to build a competing choir.",
        ),
        (
            "ai-training-on-user-content",
            "We do not use letters to train models, except where they are reported.",
            "Letters will not be used for training unless you agree.",
            "We use letters to train models.",
        ),
        (
            "content-licence",
            "You grant us a licence to print your songs.",
            "You allow Tern to use what you upload.",
            "You grant us a licence to use translations that you make of our pages.",
        ),
        (
            "objection-opt-out-right",
            "You can turn off cookies.",
            "Your browser lets you refuse trackers.",
            "You can unsubscribe from letters on offers.",
        ),
        (
            "electronic-communications",
            "We send you a newsletter with offers.",
            "We send promotional letters.",
            "We send you service notifications.",
        ),
        (
            "aggregated-data-use",
            "We create anonymous statistics.",
            "Data can be anonymized by us.",
            "We keep anonymous statistics forever.",
        ),
        (
            "general-provisions",
            "A void clause leaves the rest in force. This is the entire agreement. Headings have no effect.",
            "Void clauses are severed, and this is the entire agreement.",
            "A void clause leaves the rest in force.",
        ),
        (
            "general-provisions",
            "If a part of this Arbitration Agreement is void, the rest of it remains in force.",
            "Void provisions of this arbitration agreement are severed.",
            "Except as the Arbitration Agreement states, void provisions of these Terms are severed.",
        ),
        (
            "age-requirement",
            "You must be 18 or older, and may bind the company on whose behalf you act.",
            "You are at least 16, or act on behalf of an entity that lets you.",
            "You may bind the company on whose behalf you act.",
        ),
        (
            "content-ownership-transfer",
            "You assign to us all rights in your translations.",
            "All rights in the Translations are hereby assigned to Larkwell.",
            "You assign to us all rights in your feedback.",
        ),
        (
            "provider-ip-reserved",
            "We grant you a license to show our logos in your shop.",
            "Larkwell grants to you a right to use its marks on your page.",
            "You grant Larkwell a license to show your logos in its shop.",
        ),
        (
            "cookies-and-trackers",
            "We use cookies to remember what you ordered.",
            "Our pages set cookies and count visits.",
            "Cookies are small text files which browsers use to remember things.",
        ),
        (
            "taxes-responsibility",
            "You bear all taxes on the payments you may receive from Larkwell.",
            "Creators pay the taxes on their payouts.",
            "You bear all taxes on the fees that you pay.",
        ),
        (
            "mandatory-arbitration",
            "Larkwell may require disputes to be decided by arbitration.",
            "At our sole discretion, disputes are decided by arbitration.",
            "All disputes are decided by binding arbitration.",
        ),
        (
            "warranty-disclaimer",
            "The service is provided as is. We do not warrant that it is free of errors.",
            "We disclaim all warranties, express or implied.",
            "We do not warrant that the ferry is free of errors.",
        ),
        (
            "acceptance-by-use",
            "If you go on using Larkwell after the fee changed, you agree to the new fee.",
            "Use after the day of a new price is agreement to that price.",
            "If you go on using Tern, you agree to the new terms.",
        ),
        (
            "acceptance-by-use",
            "If you use Larkwell, you agree to these terms.",
            "Whoever goes on using Tern accepts its new terms.",
            "Going on means that you accept the new arbitration agreement.",
        ),
        (
            "aggregated-data-use",
            "We use anonymised letters to show what the harbour reads.",
            "Aggregated letters are used to draw maps.",
            "We create anonymous letters out of yours.",
        ),
        (
            "termination-effects",
            "When the contract ends Larkwell deletes the account.",
            "At its end Tern destroys what guests have stored.",
            "When the contract ends guests pay what they owe, fees and all.",
        ),
        ("auto-renewal", "It renews each month.", "It renews each year.", ""),
    ],
)
def test_only_words_on_one_matter_are_compared(clause_type: str, this: str, alike: str, of_another_matter: str) -> None:
    assert are_on_one_matter(clause_type, this, alike)
    assert not of_another_matter or not are_on_one_matter(clause_type, this, of_another_matter)


def test_the_matters_are_well_formed() -> None:
    known = {one.id for one in load_catalogue().types}
    for entry in parse_yaml(files("conductatlas.comparison").joinpath("matters.yaml").read_bytes()):
        assert set(entry["types"]) <= known
        assert set(entry) <= {"types", "matters", "others", "bounds", "hearts", "known", "mostly"}
        assert entry.keys() & {"matters", "bounds", "hearts"}


def test_a_law_for_those_who_govern_is_set_beside_no_law_for_all() -> None:
    for_all = "These terms and any quarrel about the ferry are governed by the law of Larkwell harbour."
    for_some = "If you are a government agency, any quarrel about the ferry is governed by the law of Tern."
    assert are_bound_alike("governing-law", for_all, "These terms are subject to the law of Tern.")
    assert not are_bound_alike("governing-law", for_all, for_some)
    law = load_catalogue()["governing-law"]
    both = clause(1, f"{for_all} {for_some}")
    this = replace(both, parts=((0, len(both.text)),), surest=(0, len(for_all)))

    def quoted(one: Comparison) -> str | None:
        part = shown_part(law.id, this, one, 480)
        return part[0].text if part else None

    assert choose(law, this, [clause(2, for_some)], quoted=quoted).telling == ()
    assert choose(law, this, [clause(3, for_all.replace("Larkwell", "the Tern"))], quoted=quoted).telling


@pytest.mark.parametrize(
    ("clause_type", "this", "alike", "apart"),
    [
        (
            "profiling-personalisation",
            "You can use the settings of your berth to say by what we choose the offers that we show you.",
            "You have control over the offers that you see.",
            "We choose the offers that we show you by your letters.",
        ),
        (
            "third-party-data-sources",
            "We receive data about you when you use other services that we run, or those of our affiliates.",
            "Our affiliates send us what you tell them.",
            "We receive data about you from harbour masters and brokers.",
        ),
        (
            "acceptance-by-use",
            "By using the ferry you consent to the collection of your letters under the notice.",
            "Whoever boards consents to the use of his letters.",
            "By using the ferry you agree that you have read the notice on the collection of letters.",
        ),
        (
            "copyright-takedown",
            "To report a copy of your chart on the ferry, write to our agent.",
            "Whoever finds his chart copied may send our agent a notice.",
            "Whoever knowingly misrepresents that a chart was copied is liable for the damage.",
        ),
        (
            "terms-change-notice",
            "We will let you know of a change of these terms by letter.",
            "If these terms change, we will tell you at the pier.",
            "If these terms change, we may also notify you by letter.",
        ),
        (
            "ai-training-on-user-content",
            "We use your letters to train our parrot.",
            "Letters that guests write serve to train the parrots of Tern.",
            "We use anonymised letters to train our parrot.",
        ),
        (
            "provider-ip-reserved",
            "Larkwell and the lark are trademarks of Larkwell Ferries.",
            "The tern in our flag is a registered trademark of Tern.",
            "Our ferries are protected by copyright and trade mark law.",
        ),
        (
            "cookies-and-trackers",
            "Cookies are small files that a page leaves with a browser.",
            "A beacon is a tiny picture, and cookies are short texts.",
            "We use cookies to keep your berth in mind.",
        ),
        (
            "governing-law",
            "The law of the place where you live governs these terms.",
            "Quarrels are governed by the law of your home country.",
            "The law of Larkwell harbour governs these terms.",
        ),
        (
            "taxes-responsibility",
            "Our prices are told with all taxes included.",
            "The fare includes applicable taxes.",
            "Taxes are added to the fare, unless it is told otherwise.",
        ),
        (
            "termination-effects",
            "When the contract ends we will delete your letters.",
            "Tern deletes the account of whoever leaves.",
            "When the contract ends we may at our option delete your letters.",
        ),
        (
            "government-disclosure",
            "You can also notify the harbour police of a child in danger.",
            "If a child is in danger please call the police.",
            "We notify the harbour police of a child in danger.",
        ),
        (
            "ai-competing-model-restriction",
            "You may not train a rival parrot with what ours says.",
            "Nobody may build a competing model out of outputs.",
            "You may not train any parrot with what ours says.",
        ),
        (
            "location-tracking",
            "We collect where your ferry is, roughly, by its harbour.",
            "The harbour from which you write tells us about where you are.",
            "You can let us see the precise place of your ferry.",
        ),
    ],
)
def test_what_surest_states_a_type_is_on_one_matter(clause_type: str, this: str, alike: str, apart: str) -> None:
    assert are_bound_alike(clause_type, this, alike)
    assert not are_bound_alike(clause_type, this, apart)


def test_a_notice_of_rules_on_arbitration_is_not_set_beside_what_lays_them_down() -> None:
    one = load_catalogue()["mandatory-arbitration"]
    said = "Part 9 of these terms has mandatory binding arbitration of disputes, and a waiver of class actions."
    notice = clause(1, said, modifier="arbitration-only-announced")
    lays_down = clause(2, said.replace("has", "sends you to"))
    other_notice = clause(3, said.replace("has", "contains"), modifier="arbitration-only-announced")
    assert [found.clause.record for found in choose(one, notice, [lays_down, other_notice]).telling] == [3]
