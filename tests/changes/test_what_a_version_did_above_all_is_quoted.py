"""A summary quotes what says most of what a version did, with what turns it."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    CAPTURED_OTHERWISE,
    Segment,
    SegmentKind,
    Verdict,
    compare,
    foremost,
    sentence_changes,
    summarise,
    ungraded,
)
from conductatlas.changes.captures.editions import WHETHER_IT_FOLLOWS
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_ENDING = "We may close your account at any time and for any reason, at our sole discretion."
_GATE = (
    "## The upper gate\n\nThe keeper opens it at dawn. Nobody may fish within ten yards of its posts. "
    "Whoever breaks the lock pays the town forty crowns. Boats wait for him under the willows."
)
_CARTS = "Nobody may cross the bridge with more than two carts."


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def test_what_came_went_or_was_edited_is_quoted() -> None:
    assert _phrases(_MILL, f"{_MILL}\n\n{_CARTS}") == (f"it adds “{_CARTS[:-1]}”",)
    assert _phrases(f"{_MILL}\n\n{_CARTS}", _MILL) == (f"it no longer says “{_CARTS[:-1]}”",)
    edited = _CARTS.replace("two", "nine")
    assert _phrases(_CARTS, edited) == (f"“{_CARTS[:-1]}” becomes “{edited[:-1]}”",)


def test_what_turns_an_item_stands_before_it() -> None:
    rules = "# Rules\n\nYou agree that you will not:\n\n- bring back a wet boat after dusk"
    assert _phrases(rules, f"{rules}\n- lend the boat to people of the other bank") == (
        "after “You agree that you will not”, it adds “lend the boat to people of the other bank”",
    )
    under = "# Rules\n\n## What you may not do\n\nBringing back a wet boat after dusk is a breach of these rules."
    assert _phrases(under, f"{under}\n\nLending the boat to people of the other bank is another breach.") == (
        "under “What you may not do”, it adds “Lending the boat to people of the other bank is another breach”",
    )


def test_of_a_table_the_row_is_told_since_its_words_can_stand_elsewhere() -> None:
    table = "| Purpose | Data |\n|---|---|\n| To run the ferry over the river | Names of those who cross |\n"
    row = "| To count the boats that pass the lock at night | Pictures of each boat and of its crew |\n"
    (phrase,) = _phrases(f"{_MILL}\n\n{table}{row}", f"{_MILL}\n\n{table}")
    assert phrase.startswith("it no longer has the row “To count the boats")


def test_a_whole_sentence_that_a_row_took_up_is_told_as_added() -> None:
    table = "| Purpose | Data |\n|---|---|\n| The ferry crosses at dawn. {} It is out at night. | Names of crew |\n"
    row = table.replace(" {}", "")
    added = f"in the row “The ferry crosses at dawn”, it adds “{_CARTS[:-1]}”"
    assert _phrases(f"{_MILL}\n\n{row}", f"{_MILL}\n\n{table.format(_CARTS)}") == (added,)
    names = "Names of crew. Papers are kept for 9 days once the ferry has left the landing"
    more = table.format(_CARTS).replace("Names of crew", names)
    (phrase,) = _phrases(f"{_MILL}\n\n{row}", f"{_MILL}\n\n{more}")
    assert "9 days" in phrase


def test_a_table_that_went_as_a_whole_is_told_as_one() -> None:
    rows = "".join(
        f"| To {use} the ferry over the wide river | Names of those who {use} it at night |\n"
        for use in ("run", "row", "oil")
    )
    table = f"## Why we ask\n\n| Purpose | Data |\n|---|---|\n{rows}"
    old, new = (
        f"# The weir\n\n{table}\n## Carts\n\n{_CARTS}",
        f"# The weir\n\n## Why we ask\n\n{_MILL}\n\n## Carts\n\n{_CARTS}",
    )
    assert _phrases(old, new)[0] == "it no longer has the table under “Why we ask”"
    found = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded)
    # Of few rows each is told besides, behind the table.
    assert (found.went, found.rows["went"], found.told[-1].how) == (3, 3, "came")


def test_quotation_marks_within_a_quote_are_single_and_stand_in_pairs() -> None:
    named = '"Sacks" are all bags of corn, also those that hold "meal".'
    assert _phrases(_MILL, f"{_MILL}\n\n{named}") == (
        "it adds “‘Sacks’ are all bags of corn, also those that hold ‘meal’”",
    )


def test_of_a_long_sentence_the_words_that_changed_are_told() -> None:
    long = f"{_CARTS[:-1]}, " + ", ".join(f"nor may the keeper of gate {number} let them pass" for number in range(12))
    more = ", of the weir, of the lock, of the ferry, of the lower mill and of the two bridges beyond the town"
    (phrase,) = _phrases(f"{long}.", f"{long.replace('gate 7', f'gate 7{more}')}.")
    assert phrase.startswith("a reworded sentence now says “Nobody may cross the bridge with more than two carts … ")
    assert f"gate 7{more}" in phrase
    assert phrase.endswith(f" …” (“{more[2:]}” is new)")
    (phrase,) = _phrases(f"{long.replace('gate 7', f'gate 7{more}')}.", f"{long}.")
    assert phrase.startswith(f"it no longer says “{more[2:]}” in “Nobody may cross")


def test_of_a_text_that_may_be_another_one_no_sentence_is_told() -> None:
    rule = "Whoever rents boat {number} brings it back before dusk, dry and clean, and hangs the key on its hook."
    prize = "The committee gives prize {number} to the crew that rows the longest way round the whole lake."
    old = "\n\n".join([_ENDING, *(rule.format(number=number) for number in range(30))])
    new = "\n\n".join(prize.format(number=number) for number in range(30))
    step = compare(default_finder(), read_markdown(old), read_markdown(new))
    assert any(reason.startswith("Hardly a paragraph is as before") for reason in step.reasons)
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), step.reasons, _phrases(old, new))
    assert said.startswith("Hardly a paragraph is as before, ")
    assert "bove all" not in said


def test_a_whole_section_that_came_or_went_is_named_first() -> None:
    text = f"# The weir\n\n{_MILL}\n\n## Carts\n\n{_CARTS}"
    more = f"{text}\n\n{_GATE}"
    bold = more.replace("## The upper gate", "**The upper gate**")
    assert _phrases(text, bold)[0] == "it adds the section “The upper gate”"
    assert _phrases(text, more)[0] == "it adds the section “The upper gate”"
    assert _phrases(more, text)[0] == "it no longer has the section “The upper gate”"
    assert not any("section" in one for one in _phrases(more, more.replace("upper", "high").replace("forty", "ten")))
    numbered = more.replace("The upper gate", "4. The upper gate")
    again = "## 5. The upper gate\n\nHe sings. They dance until dawn. It rains on both. Then the cows come home."
    assert not any("section" in one for one in _phrases(numbered, f"{text}\n\n{again}"))


def test_of_a_text_that_may_be_another_one_the_sections_are_told_as_held() -> None:
    reason = f"Hardly a paragraph is as before, and no title tells that it is the same document. {WHETHER_IT_FOLLOWS}"
    phrases = (
        f"it no longer says “{_CARTS[:-1]}”",
        "much of it was written anew, and it adds the sections “Boats” and “Geese”",
        "it no longer has the section “Bees”",
    )
    assert summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), (reason,), phrases) == (
        "Hardly a paragraph is as before, and no title tells that it is the same document; it now has the sections "
        "“Boats” and “Geese”, and it lacks the section “Bees”."
    )


def test_a_sentence_that_only_points_elsewhere_is_not_told_before_another() -> None:
    pointer = "For more information about the bridge, the carts and the crossing of either, please see the board."
    assert _phrases(_MILL, f"{_MILL}\n\n{pointer}\n\n{_CARTS}")[0] == f"it adds “{_CARTS[:-1]}”"


def test_one_that_the_text_said_in_much_the_same_words_is_not_told_before_another() -> None:
    said = "Whoever crosses the bridge after dusk must carry a lantern, and must cross with no more than one cart."
    again = "After dusk whoever must cross must carry, with no more than one cart, a lantern across the bridge itself."
    (first, *_) = _phrases(f"{_MILL}\n\n{said}", f"{_MILL}\n\n{said}\n\n{again}\n\n{_ENDING}")
    assert first == f"it adds “{_ENDING[:-1]}”"


def test_a_bare_item_is_quoted_with_what_it_stands_under() -> None:
    text = f"# Rules\n\n{_MILL}\n\n## Goods that the mill takes\n\n- rye and oats of last year"
    assert _phrases(text, f"{text}\n- wheat of the upper valley") == (
        "under “Goods that the mill takes”, it adds “wheat of the upper valley”",
    )


def test_words_that_came_are_told_before_a_doubled_word_that_went() -> None:
    old = (
        "If you use what needs it (such as Far Sight, Memory, Weather, Deep Water, Memory, Tides and Charts), "
        "and for the rowers' boat, we may store what you send to us for as long as the boat is out on the lake."
    )
    new = old.replace("Deep Water, Memory,", "Deep Water,").replace("for the rowers'", "for Larkwell and the rowers'")
    (phrase,) = _phrases(f"{_MILL} {old}", f"{_MILL} {new}")
    assert "for Larkwell and the rowers' boat" in phrase
    assert "no longer says" not in phrase
    assert _phrases(f"{_MILL} {old}", f"{_MILL} {old.replace('Deep Water, Memory,', 'Deep Water,')}") == ()


def test_what_many_edits_did_alike_is_told_once_with_their_number() -> None:
    head = "| name | where |\n| --- | --- |\n"
    rows = [f"| crumb number {number} of the oven | elm.example birch.example |" for number in range(6)]
    table = head + "\n".join(rows)
    assert _phrases(f"{_MILL}\n\n{table}", f"{_MILL}\n\n{table.replace(' birch.example', '')}")[0] == (
        "in 6 rows it no longer says “birch.example”"
    )
    rules = " ".join(f"Whoever comes to gate {number} must ask the miller for its key." for number in range(6))
    assert _phrases(f"{_MILL}\n\n{rules}", f"{_MILL}\n\n{rules.replace('miller', 'harbour master')}")[0] == (
        "in 6 sentences “miller” becomes “harbour master”"
    )
    # One that took up other words beside them counts too.
    more = rules.replace("miller", "harbour master").replace("gate 5 must ask", "gate 5 by night must ask twice")
    assert _phrases(f"{_MILL}\n\n{rules}", f"{_MILL}\n\n{more}")[0] == (
        "in 6 sentences “miller” becomes “harbour master”"
    )


def test_one_name_in_place_of_several_is_told_once() -> None:
    rules = [
        "Nobody sells flour on {} without a licence of the guild.",
        "Carts that block the way to {} are towed at dawn.",
        "Songs that mock the people of {} are not sung there.",
        "Lamps are lit on {} from dusk to dawn.",
        "Whoever finds a purse on {} brings it to the keeper.",
    ]
    places = ("the mill", "the mill or the weir", "Larkwell quay", "the mill", "our platform")
    old = " ".join(rule.format(place) for rule, place in zip(rules, places, strict=True))
    new = " ".join(rule.format("our services") for rule in rules)
    first, *_ = _phrases(f"{_CARTS} {old}", f"{_CARTS} {new}")
    others = "“the mill”, “platform”, “Larkwell quay” or other words"
    assert first == f"in 5 sentences it now says “our services” in place of {others}"


def test_an_item_is_quoted_without_what_joins_the_next_one() -> None:
    old = (
        "You may not bring any of these things to the quay:\n\n* more than nine carts of flour; or\n* lamps without oil"
    )
    (phrase,) = _phrases(f"{_MILL}\n\n{old}", f"{_MILL}\n\n{old.replace('nine', 'two')}")
    assert phrase.endswith("“more than nine carts of flour” becomes “more than two carts of flour”")


def test_a_name_that_gave_way_stands_behind_what_has_an_effect() -> None:
    old = "We ask the Heron Council of keepers for its advice on lamps. A cart without a lamp pays two crowns."
    new = "We ask the Egret Council of keepers for its advice on lamps. A cart without a lamp pays five crowns."
    assert "five crowns" in _phrases(f"{_MILL} {old}", f"{_MILL} {new}")[0]


def test_of_a_long_sentence_with_several_edits_all_are_quoted() -> None:
    rest = "any flour that is left in your sack when you leave will be weighed on the scales and will be paid to you"
    more = "at the gate of the mill by its keeper, in the coins of the town, within a month of the day of your leaving"
    old = f"Except where we close the gate, {rest}"
    new = f"If you are a miller, {rest} unless we have closed the gate for you before that day"
    assert _phrases(f"{_MILL} {old}.", f"{_MILL} {new}.") == (f"“{old}” becomes “{new}”",)
    long = f"and so with rye, {more}, and with oats, {more}, and with barley, {more}"
    (phrase,) = _phrases(f"{_MILL} {old}, {long}.", f"{_MILL} {new}, {long}.")
    assert "becomes “If you are a miller, any flour that is left" in phrase
    assert "unless we have closed the gate for you before that day" in phrase


def test_what_the_other_text_says_in_other_forms_of_its_words_is_not_told_before_another() -> None:
    said = (
        "However, there is no promise of gain with tokens of the mill, as they are not payment and have no sure value."
    )
    says = "Tokens of the mill are not payments and promise no gains, nor are they of any sure value outside of it."
    pair = (f"{_MILL}\n\n{said}\n\n{_CARTS}", f"{_MILL}\n\n{says}")
    assert _phrases(*pair)[0] == f"it no longer says “{_CARTS[:-1]}”"


def test_a_number_that_gave_way_to_another_is_told_with_it() -> None:
    more = ", ".join(f"that of gate {number} of the weir, of its keeper, of his boat" for number in range(12))
    year = f"Whoever wants to sue us over the mill must do so within one year of the harm that was done, {more}."
    (phrase,) = _phrases(f"{_MILL} {year}", f"{_MILL} {year.replace('one year', 'two years')}")
    assert "within one year of" in phrase
    assert "becomes" in phrase
    assert "within two years of" in phrase


def test_what_changed_alike_in_two_places_is_told_once() -> None:
    old = f"## Sacks\n\nHere stand the rules for sacks. {_CARTS}\n\n## Oats\n\nHere stand the rules for oats. {_CARTS}"
    assert len(_phrases(old, old.replace("two carts", "nine carts"))) == 1


def test_what_now_leads_into_a_list_is_quoted_with_it() -> None:
    old = "Boats may never pass the lock at night without a lantern of the keeper."
    new = "Boats may pass the lock at night only if:\n\n- each of them has a lantern of the keeper on board"
    assert any(
        "only if: each of them has a lantern of the keeper on board”" in phrase
        for phrase in _phrases(f"{_MILL}\n\n{old}", f"{_MILL}\n\n{new}")
    )


def test_of_a_long_sentence_what_it_is_about_is_quoted_with_the_edit() -> None:
    ahead = "The keeper will not lend the lanterns of the town to light the lower towpath"
    case = "to whoever rows by night on a barge under"
    behind = "where its owner has not asked him in time to keep them dark"
    rest = ", save what the reeve says of feasts, what the fair needs in a year of frost, and what the inn has lent him"
    old, new = (f"{ahead} but (a) {case} {day} {behind}{rest}." for day in ("a free pass", "a free pass or a day pass"))
    (phrase,) = _phrases(f"{_MILL} {old}", f"{_MILL} {new}")
    assert f"now says “{ahead} but (a)" in phrase
    assert f"a free pass or a day pass {behind}" in phrase
    assert phrase.endswith("(“or a day pass” is new)")


def test_a_repetition_that_went_is_no_loss() -> None:
    lent = (
        "we may lend your rope to: (1) our parent mill, Oatfield Mills, of the upper valley, (2) the harbour, of the "
    )
    kept = f"To mend, clean and repair our barges, {lent}lower valley, and (3) the keepers of the four upper locks"
    struck = "to help mend, clean and repair our barges"
    assert "on four days” becomes" in " ".join(_phrases(f"{_MILL} {kept} on four days.", f"{_MILL} {kept}."))
    told = " ".join(_phrases(f"{_MILL} {kept} {struck}.", f"{_MILL} {kept}."))
    assert "it no longer says" not in told
    assert "” becomes “" not in told


def test_what_went_is_not_told_to_have_stood_after_what_went_too() -> None:
    lantern = (
        "Brightwell is a lamp that shows the keeper which boats come down the river by night, how fast each "
        "of them goes, which of the gates it takes, who sits at its oars, and whether it is bound for the lower mill, "
        "so that he can open the sluice in time for all of them and close it behind the last."
    )
    refusal = "You can keep your own boat out of what the lamp shows by asking the keeper about this lamp at dusk."
    text = f"# The weir\n\n{_MILL}\n\n{_CARTS}"
    phrases = _phrases(f"{text}\n\n{lantern} {refusal}", text)
    assert f"it no longer says “{refusal[:-1]}”" in phrases
    assert not any(phrase.startswith("after “Brightwell") for phrase in phrases)


def test_what_says_nothing_without_what_went_too_stands_after_it() -> None:
    later = "However, the keeper may never let it show who sits in your boat."
    went = SentenceChange("went", "", "", later, "", (Segment(SegmentKind.DELETED, later),), _CARTS * 8, True)
    (phrase,) = foremost(SentenceChanges(foremost=(went,)))
    assert phrase.startswith(f"after “{_CARTS}")
    assert phrase.endswith(f"”, which went too, it no longer says “{later[:-1]}”")
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), (CAPTURED_OTHERWISE,), (phrase,))
    assert f"”, the text lacks “{later[:-1]}”" in said


def test_a_new_exception_stands_behind_the_new_rule_that_it_is_from() -> None:
    rule = (
        "Subject to the charter of the lake and to any law of the valley that no contract can set aside, all that "
        "the ferry company owes to anybody over this crossing, the lower landing and the upper landing, whether for a "
        "breach of these rules, for a wrong, for a delay or for anything else, is limited to the fares "
        "which that person paid to it in the year before, and whatever "
        "it owes under these rules counts toward that limit and does not raise it at all."
    )
    exception = "Nothing in this Section limits what the ferry company owes to the children of the valley."
    text = f"# The ferry\n\n## Boats\n\n{_MILL}"
    phrases = _phrases(text, f"{text}\n\n## What we owe\n\n{rule}\n\n{exception}")
    assert not any(phrase.startswith("it adds “Nothing in this Section") for phrase in phrases)
    assert any("after the new “Subject to the charter" in phrase and exception[:-1] in phrase for phrase in phrases)


def test_a_heading_is_named_once() -> None:
    def said(*above: str) -> str:
        return summarise(load_catalogue(), Verdict.SUBSTANTIVE, [], (), above)

    section, weir, carts = "it adds the section “Weir”", "under “Weir”, it adds “No”", "under “Carts”, it adds “Two”"
    assert said(section, weir, carts) == (
        "It adds the section “Weir”, and there it adds “No”, and under “Carts”, it adds “Two”."
    )
    assert said(weir, carts, weir).count("nder “Weir”") == 2
    added = "under “Weir”, to “It is shut”, it adds “on Sundays”"
    assert said(section, added) == "It adds the section “Weir”, and to “It is shut”, it adds “on Sundays”."
    assert said("it adds the sections “Weir” and “Carts”", weir).count("under “Weir”, it adds") == 1
