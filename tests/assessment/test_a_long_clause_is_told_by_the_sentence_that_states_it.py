"""What a long clause is begins with the sentence that most surely states its type, whole, with what limits it."""

from __future__ import annotations

from conductatlas.assessment import (
    compose,
    exception_behind,
    is_at_heart,
    is_short,
    key_sentence,
    which_at_heart,
    without_title,
)
from conductatlas.catalogue import load_catalogue, load_prose

_FILLER = (
    "The harbour of Ostmark has opening hours that depend on the tide, on the season and on the keeper of the lock. "
)
_STATES = "We may delete the logbook of a boat that has not left the harbour for a year."


def _key(*sentences: tuple[str, float]) -> str:
    passage, stating = "", []
    for words, chance in sentences:
        stating.append((len(passage), len(passage) + len(words), chance))
        passage += f"{words}\n" if words.endswith((":", ";")) else f"{words} "
    return key_sentence(passage + _FILLER * 6, stating)


def test_the_surest_sentence_is_told() -> None:
    assert _key(("We keep logbooks.", 0.7), (_STATES, 0.9)) == _STATES


def test_nothing_is_told_where_no_sentence_is_sure_or_the_clause_is_short() -> None:
    assert _key((_STATES, 0.5)) == ""
    assert is_short(_STATES) and not is_short(_FILLER * 6)
    assert key_sentence(_STATES, ((0, len(_STATES), 0.9),)) == ""


def test_it_is_told_with_the_exception_that_follows() -> None:
    excepted = "However, we keep it where a court asks for it."
    assert _key((_STATES, 0.9), (excepted, 0.1)) == f"{_STATES} {excepted}"


def test_what_leans_on_another_sentence_is_told_with_it() -> None:
    later = "After that, it is deleted without notice to the keeper of the lock."
    assert _key(("You may fetch the logbook within five days.", 0.1), (later, 0.9)) == (
        f"You may fetch the logbook within five days. {later}"
    )
    leans = "It is deleted after a year."
    assert _key(("We keep the logbook of each boat.", 0.1), (leans, 0.9)) == (
        "We keep the logbook of each boat. It is deleted after a year."
    )
    assert _key((leans, 0.9)) == ""


def test_what_only_adds_to_another_sentence_is_told_without_it() -> None:
    adds = "In addition, we collect the place of each boat."
    assert _key(("We keep the logbook of each boat.", 0.1), (adds, 0.9)) == "… we collect the place of each boat."


def test_an_item_is_told_with_the_line_that_leads_into_it() -> None:
    told = _key(("In any of these cases we may close your berth:", 0.2), ("(b) you do not pay for it;", 0.9))
    assert told == "In any of these cases we may close your berth: you do not pay for it …"


def test_a_long_one_is_cut_at_an_item_unless_the_rest_limits_it() -> None:
    items = "; ".join(
        f"({letter}) the mooring lines of the boat that lies in berth {letter}" for letter in "abcdefghijk"
    )
    cut = _key((f"We may inspect: {items}.", 0.9))
    assert cut.endswith("berth j …") and len(cut) < 605
    assert _key((f"We may inspect: {items}, unless you object.", 0.9)).endswith("unless you object.")


def test_a_sentence_within_an_item_is_not_joined_to_the_line_above_the_list() -> None:
    lead, item = "Logbooks are kept for three days and used to:", "- settle disputes."
    example = "For example, we keep your logbook for three days so that it is there after a fire."
    passage = f"{lead}\n{item} {example}\n{_FILLER * 6}"
    starts = [passage.index(one) for one in (lead, item, example)]
    stating = [
        (start, start + len(one), chance)
        for start, one, chance in zip(starts, (lead, item, example), (0.1, 0.1, 0.9), strict=True)
    ]
    assert key_sentence(passage, stating) == ""


def test_items_that_are_left_out_are_marked() -> None:
    lead = ("We may do the following with a logbook:", 0.1)
    assert _key(lead, ("copy it;", 0.1), ("delete it;", 0.9)) == f"{lead[0]} … delete it …"
    assert _key(lead, ("delete it;", 0.9)) == f"{lead[0]} delete it …"


def test_of_sentences_that_are_about_as_sure_the_first_is_told() -> None:
    beside = "We may also burn the logbook of a boat that was sold to another skipper."
    assert _key((_STATES, 0.85), (beside, 0.95)) == _STATES
    assert _key((_STATES, 0.7), (beside, 0.95)) == beside


def test_a_sentence_is_read_behind_its_number() -> None:
    assert _key((f"4.1 {_STATES}", 0.9)) == _STATES


def test_what_goes_back_is_told_with_the_sentence_before_it() -> None:
    shared, torn = "We lend logbooks to the harbour office.", "You may refuse such lending at any time."
    assert _key((shared, 0.2), (torn, 0.9)) == f"{shared} {torn}"


def test_an_item_that_is_no_sentence_is_told_with_the_line_above_the_clause() -> None:
    item = "Delete the logbook of a boat that is not there any more."
    passage = f"* {item}\n\n{_FILLER * 6}"
    start = passage.index(item)
    assert key_sentence(passage, [(start, start + len(item), 0.9)], "The office may:") == f"The office may: {item}"
    item = "The name of the boat, made known to us, that is in the logbook."
    passage = f"Please send us the following:\n\n* {item}\n\n{_FILLER * 6}"
    lead, start = "Please send us the following:", passage.index(item)
    stating = [(0, len(lead), 0.1), (start, start + len(item), 0.9)]
    assert key_sentence(passage, stating) == f"{lead} {item}"


def test_a_title_above_a_sentence_is_no_part_of_it() -> None:
    assert without_title(f"**Old Logbooks**\n{_STATES}") == _STATES
    assert without_title("We keep them\nAnd burn them.") == "We keep them\nAnd burn them."


def test_where_one_sentence_needs_another_it_is_not_told_that_both_speak_for_the_type() -> None:
    one = load_catalogue()["retention-period"]

    def told(words: str) -> str:
        prose = load_prose().get(one.id)
        found = compose(one, prose, one.severity, (), "Larkwell", words=words, unsure=True, own_words=(words,))
        assert found is not None
        return found.what[0]

    assert told("We keep each logbook for a year.").startswith(
        "Among what weighed most in the program's reading is: “We"
    )
    both = told("We keep the logbook of each boat. It is deleted after a year.")
    assert both.startswith("Among what weighed most in the program's reading, with what stands beside it, is: “We keep")


def test_what_stands_for_itself_comes_before_what_leans_on_another_subject() -> None:
    other = ("The keeper may paint the boats of the harbour in any colour.", 0.1)
    leans = ("It shall also be kept for delivery to the judges.", 0.8)
    assert _key(other, leans, (_STATES, 0.85)) == _STATES


def test_a_sentence_on_another_subject_is_not_at_the_heart_of_a_clause() -> None:
    assert is_at_heart("ai-output-ownership", "We assign to you our rights, if any, in outputs.")
    assert not is_at_heart("ai-output-ownership", "You keep all the rights that you have in your inputs.")
    assert not is_at_heart("international-transfer", "We are a worldwide harbour company.")
    assert is_at_heart("free-trial-conversion", "When it is over, we charge your card.")
    assert not is_at_heart("free-trial-conversion", "The features may be limited during the trial.")
    assert is_at_heart("beta-features", "We are a worldwide harbour company.")


def test_a_rule_that_begins_with_its_own_exception_is_none_of_the_sentence_before_it() -> None:
    own_rule = "Except for the berth that is named above, you keep all rights in your sails."
    assert _key((_STATES, 0.9), (own_rule, 0.1)) == _STATES
    excepted = "Except where a court asks for it."
    assert _key((_STATES, 0.9), (excepted, 0.1)) == f"{_STATES} {excepted}"


def test_sentences_that_run_together_behind_capitals_are_not_told_as_one() -> None:
    assert _key(("We seal each logbook of a boat with AES-GCM.All charts are sealed when they are stored.", 0.9)) == ""


def test_of_particulars_the_one_that_can_be_quoted_is_not_told_for_the_surer_ones() -> None:
    whose = ("Whose boats: Those that the customer names in the order and no other ones of the whole harbour", 0.9)
    aim = ("Aim of the work: To keep the boats afloat for the customer as the parties agree in the order.", 0.85)
    sort = ("Sort of boats: Any that the harbour takes in under the rules of the keeper and of the town council.", 0.6)
    assert _key((whose[0].replace(":", "", 1), 0.9), aim, sort) == aim[0]
    assert _key(whose, aim, sort) == ""


def test_words_of_a_law_are_told_with_the_sentence_that_cites_them() -> None:
    cites, law = "You waive section 9 of the Code, which says:", "A general release does not extend to unknown claims."
    assert _key((cites, 0.1), (law, 0.9)) == f"{cites} {law}"


def test_what_follows_from_a_sentence_is_told_with_it() -> None:
    before, follows = "No harbour of the coast has agreed on a flag.", "As such, we do not answer to flags at sea yet."
    assert _key((before, 0.3), (follows, 0.9)) == f"{before} {follows}"


def test_what_is_done_with_a_signal_or_with_sensitive_data_is_at_the_heart_of_their_clauses() -> None:
    assert is_at_heart("do-not-track-ignored", "We do not respond to such signals.")
    assert not is_at_heart("do-not-track-ignored", "Most browsers have a setting that asks not to be tracked.")
    assert is_at_heart("sensitive-data-collection", "Larkwell collects sensitive data.")
    assert not is_at_heart("sensitive-data-collection", "Sensitive data is a subset of personal data.")


def test_a_rule_is_at_the_heart_of_what_is_prohibited_and_not_what_a_word_means() -> None:
    assert is_at_heart("prohibited-conduct", "Hateful pictures are not permitted in live video.")
    assert not is_at_heart("prohibited-conduct", "We consider hateful pictures to be those that promote malice.")
    assert not is_at_heart("access-portability-right", "You have a right to ask us to restrict how we process them.")


def test_what_comes_after_something_is_told_with_that() -> None:
    before, after = "You may cancel within five days.", "After that, your purchase is final."
    assert _key((before, 0.3), (after, 0.9)) == f"{before} {after}"


def test_what_only_names_what_readers_send_gives_way_to_what_is_done_with_it() -> None:
    names = "You may voluntarily send us ideas for the harbour, drawings or other notes (collectively, “Ideas”)."
    grants = "We may use such Ideas for any purpose without pay to you or anyone who drew them."
    assert _key((names, 0.95), (grants, 0.9)) == grants
    asks = "We welcome your ideas for the harbour and its lock at any time (the “Ideas”)."
    assert _key((asks, 0.95), (grants, 0.9)) == grants
    collects = 'We collect the name of your boat, its berth and its flag ("Boat Data").'
    used = "We use Boat Data to find you a berth in the harbour of Ostmark."
    assert _key((collects, 0.95), (used, 0.9)) == collects


def test_a_title_in_bold_is_no_part_of_the_sentence_behind_it() -> None:
    assert _key((f"7\\.  **Logbooks** {_STATES}", 0.9)) == _STATES
    assert _key((f"**Old Logbooks** {_STATES}", 0.9)) == _STATES
    for_some = f"For guests of the pier, {_STATES[0].lower()}{_STATES[1:]}"
    assert _key((f"**Logbooks** {for_some}", 0.9)) == for_some
    named = "**Members** of the harbour may see the logbook of each boat there."
    assert _key((named, 0.9)) == named.replace("**", "")


def test_what_readers_are_free_to_send_gives_way_to_what_is_done_with_it() -> None:
    names = "You may (but are not obliged to) send ideas and sketches to us (“Sketches”)."
    uses = "We may use the Sketches for any purpose, without pay and without a word to you."
    assert _key((names, 0.95), (uses, 0.9)) == uses


def test_a_line_that_follows_from_a_sentence_is_told_with_it() -> None:
    before = ("If you book a berth by an agent, the agent shows you the lock.", 0.2)
    leads = ("Consequently, the keeper of the boat agrees that:", 0.3)
    item = ("(b) Larkwell will read the logbook for that end alone;", 0.9)
    assert _key(before, leads, item) == (
        "If you book a berth by an agent, the agent shows you the lock. "
        "Consequently, the keeper of the boat agrees that: Larkwell will read the logbook for that end alone …"
    )
    assert _key(("Here's what we'll use it for, we'll:", 0.3), ("(b) fit the berths to you;", 0.9)) == ""


def test_a_rule_behind_a_list_is_no_item_of_it() -> None:
    listed = (("Larkwell is not liable for:", 0.3), ("(a) ropes;", 0.4), ("(b) lost boats;", 0.4))
    rule = "Notwithstanding any other words, all that Larkwell owes is limited to the price of one berth."
    assert _key(*listed, (rule, 0.9)) == rule


def test_a_duty_is_at_the_heart_of_its_clause_and_not_what_stands_beside_it() -> None:
    assert is_at_heart("confidentiality", "You will keep the logbook secret.")
    assert not is_at_heart("confidentiality", "The parties may exchange Confidential Information.")
    assert not is_at_heart("confidentiality", "Confidential Information does not include what is public.")
    assert is_at_heart("regulator-complaint", "You can complain to a supervisory authority.")
    assert not is_at_heart("regulator-complaint", "Write to our privacy team at the harbour.")
    assert is_at_heart("third-party-conduct-disclaimer", "We are not responsible for what is found there.")
    assert not is_at_heart("third-party-conduct-disclaimer", "Read the terms of sites that we do not control.")
    assert is_at_heart("age-requirement", "You represent that you are of the age that the law asks for.")
    assert not is_at_heart("age-requirement", "You represent that you may bind your employer to the terms.")
    assert is_at_heart("ai-use-disclosure-duty", "Creators must say clearly what was made by a machine.")
    assert not is_at_heart("ai-use-disclosure-duty", "Larkwell may label such pictures.")
    assert is_at_heart("ai-training-on-user-content", "You let Larkwell train its models on your sketches.")
    assert not is_at_heart("ai-training-on-user-content", "If you opted out, we will not use them to train models.")
    assert not is_at_heart("criticism-benchmark-ban", "You may not copy or resell the charts.")


def test_a_jury_or_a_class_is_at_the_heart_of_its_waiver() -> None:
    assert is_at_heart("jury-trial-waiver", "You give up a jury.")
    assert not is_at_heart("jury-trial-waiver", "You may not act for a class.")
    assert is_at_heart("class-action-waiver", "You may not act for a class.")
    assert not is_at_heart("class-action-waiver", "You give up a jury.")


def test_where_a_sentence_is_about_the_heart_of_a_clause_the_others_stand_beside_it() -> None:
    asks, answers = "Some browsers have a setting against tracking.", "We do not respond to such signals."
    assert which_at_heart("do-not-track-ignored", [(asks, 0.99), (answers, 0.7)]) == (False, True)
    # None of them states the type with a word for it.
    assert which_at_heart("do-not-track-ignored", [(asks, 0.99), (answers, 0.3)]) == (True, True)
    assert which_at_heart("beta-features", [(asks, 0.99), (answers, 0.7)]) == (True, True)


def test_a_right_is_told_with_the_cases_in_which_it_does_not_apply() -> None:
    right = "You have the right to object to the use of your logbook."
    excepted = "This right does not apply where a court asks for it."
    assert _key((right, 0.95), (excepted, 0.0)) == f"{right} {excepted}"
    assert _key((right, 0.95), ("This licence does not give you the boat.", 0.0)) == right
    assert exception_behind([right, excepted], 0) == excepted
    assert exception_behind([right, excepted], 1) == ""
    kept = "Sometimes, we may keep it longer where a court asks for it."
    assert _key((_STATES, 0.95), (kept, 0.0)) == f"{_STATES} {kept}"


def test_what_goes_before_other_agreements_is_no_exception() -> None:
    other = "Notwithstanding any other agreement, boats of others are moored at the quay."
    assert _key((_STATES, 0.95), (other, 0.0)) == _STATES


def test_a_rule_with_its_exception_may_be_long() -> None:
    long_rule = f"We may delete the logbook of a boat that has {'not left the harbour and ' * 18}not paid."
    excepted = f"However, we keep the logbook of a boat that has {'paid for it and ' * 18}left the harbour."
    assert 700 < len(long_rule) + len(excepted) <= 900
    passage = f"{long_rule} {excepted} "
    stating = [(0, len(long_rule), 0.95), (len(long_rule) + 1, len(passage) - 1, 0.0)]
    assert key_sentence(passage + _FILLER * 20, stating) == f"{long_rule} {excepted}"


def test_of_several_grounds_the_one_that_takes_in_all_is_told() -> None:
    lead, first = "We may close your berth:", "if the lock has to be mended;"
    anything = "for any other reason at our sole discretion."
    assert _key((lead, 0.9), (first, 0.9), (anything, 0.8)) == f"{lead} … {anything}"
    assert _key((lead, 0.9), (first, 0.9), ("if the tide is out.", 0.8)) == f"{lead} if the lock has to be mended …"


def test_the_letter_of_the_next_item_is_no_part_of_a_sentence() -> None:
    assert _key((f"{_STATES}b.", 0.95), ("If the boat is sold, its new owner keeps it.", 0.1)) == _STATES
