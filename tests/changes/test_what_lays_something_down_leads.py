"""What a new sentence lets somebody do, asks or promises goes before what explains, and before mere words."""

from __future__ import annotations

import pytest

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.sentences.binding import lays_down, promises_to_pay
from conductatlas.changes.sentences.what_moved import Moved, reaches_otherwise, what_moved
from conductatlas.reading import read_markdown

_OLD = "# Terms of Larkwell\n\nThe mill is open from dawn to dusk.\n\n## Carts\n\nCarts stand in the yard.\n"
_EXPLAINS = (
    "The wheels of the old mill were built from oak by carpenters of three valleys and turn slowly in spring, while "
    "the younger stones behind the granary grind barley, rye and oats for bakers along both banks of the river."
)


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


@pytest.mark.parametrize(
    "rule",
    [
        "Larkwell may, in its sole discretion, grant exceptions for millers.",
        "We may monitor how you use the scales.",
        "You must buy a larger plan once you have ten sacks.",
        "Larkwell will refund what you paid.",
        "Stored flour will be deleted after the harvest.",
        "You waive the interest on your deposit.",
        "Larkwell does not count your sacks for notices.",
        "You have the right to a second weighing.",
    ],
)
def test_a_rule_leads_before_a_longer_explanation(rule: str) -> None:
    assert rule[:-1] in _phrases(_OLD, f"{_OLD}\n{_EXPLAINS}\n\n## Plans\n\n{rule}\n")[0]
    assert rule[:-1] in _phrases(f"{_OLD}\n{_EXPLAINS}\n\n## Plans\n\n{rule}\n", _OLD)[0]


@pytest.mark.parametrize(
    "remark",
    [
        "Millers open their gates when the bell of the tower rings.",
        "You agree to comply with the rules.",
        "A token is a small piece of brass.",
    ],
)
def test_a_remark_lays_nothing_down(remark: str) -> None:
    assert not lays_down(remark)


def test_advice_and_what_a_thing_is_do_not_lead() -> None:
    item = "Sacks weigh as much as the scales in our hall tell."
    advice = "In bringing sacks of barley, please keep in mind that carts and horses crowd the northern gate each day."
    thing = "A token is a small piece of brass that carters and bakers hang on sacks, barrels and carts of grain."
    for remark in (advice, thing):
        assert "weigh as much" in _phrases(_OLD, f"{_OLD}\n{remark}\n\n## Scales\n\n{item}\n")[0]


def test_who_reads_on_is_told_nothing() -> None:
    rule = "Flour is sold at the gate to bakers from the town."
    for pointer in (
        "If a law of the river applies to your sacks of barley or rye, you can read the section on rivers below.",
        "Your use of the northern granary and of its long ladders is subject to the Larkwell Granary Terms.",
    ):
        assert rule[:-1] in _phrases(_OLD, f"{_OLD}\n{pointer}\n\n## Flour\n\n{rule}\n")[0]


def test_of_a_row_is_told_what_says_more_than_where_to_read_on() -> None:
    sort = "We sort the sacks of barley and oats by weight and colour, and count carts, horses and mules at the gate."
    guilds = ("Bakers", "Coopers", "Weavers", "Tanners")
    kept = "and carters along both banks of the river bring sacks of rye on Mondays, of oats on Fridays."
    pointer = "For more information on the weighing of sacks, see “How do we weigh?” in the Larkwell Mill Book."
    table = f"| What | How |\n|---|---|\n| Weighing | {sort} {' '.join(f'{one} {kept}' for one in guilds)} |\n"
    new = table.replace("and colour", "and by smell").replace("Fridays. |", f"Fridays. {pointer} |")
    told = " ".join(_phrases(f"{_OLD}\n{table}", f"{_OLD}\n{new}"))
    assert "by smell" in told
    assert "For more information" not in told


def test_a_row_with_a_new_pointer_does_not_lead() -> None:
    pointer = "For more information on the weighing of sacks, see “How do we weigh?” in the Larkwell Mill Book."
    table = "| What | How |\n|---|---|\n| Weighing | We sort the sacks of barley and oats by weight and by colour. |\n"
    rule = "Flour is sold at the gate to bakers from the town."
    phrases = _phrases(f"{_OLD}\n{table}", f"{_OLD}\n{rule}\n\n{table.replace('colour. |', f'colour. {pointer} |')}")
    assert rule[:-1] in phrases[0]
    assert len(phrases) == 1


def test_a_promise_to_pay_that_went_is_a_loss() -> None:
    assert promises_to_pay("Larkwell will pay both fees.")
    assert not promises_to_pay("You will pay both fees.")
    assert what_moved("Larkwell will pay both fees.", "") is Moved.SOMETHING


def test_an_item_of_a_promise_that_went_is_a_loss() -> None:
    assert what_moved("weigh the sack again within a day;", "", "On a complaint, we will:") is Moved.SOMETHING
    assert what_moved("weigh the sack again within a day;", "", "On a complaint, you will:") is Moved.NOTHING
    assert what_moved("where a judge asks for it;", "", "We do not share your letters unless we will:") is Moved.NOTHING


def test_a_pledge_not_to_pass_it_on_is_one_on_data() -> None:
    assert what_moved("We never share it, sell it, or lend it to the guild.", "") is Moved.MOST


@pytest.mark.parametrize("lead_in", ["So you cannot use the mill for:", "You can't bring:"])
def test_what_one_cannot_do_is_a_ban(lead_in: str) -> None:
    assert what_moved("grinding stones of others", "", lead_in) is Moved.NOTHING
    assert what_moved("", "grinding stones of others", lead_in) is Moved.SOMETHING


def test_two_edits_in_the_same_words_are_told_once() -> None:
    first = "We open each sack and look at the flour in it before it is weighed."
    second = "We close the gate at dusk and count the carts that stand in the yard."
    others = "The bridge has two lamps. Ducks live below the weir."
    came = ", and pay nobody for it"
    new = [f"{one[:-1]}{came}." for one in (first, second)]
    changed = others.replace("two lamps", "three lamps and a bell").replace("Ducks", "Geese and ducks")
    changes = sentence_changes(
        read_markdown(f"{_OLD}\n{first}\n\n{second}\n\n{others}\n"),
        read_markdown(f"{_OLD}\n{new[0]}\n\n{new[1]}\n\n{changed}\n"),
        2,
        ungraded,
    )
    assert sum(came in one.after for one in changes.told) == 1


def test_a_whole_new_rule_goes_before_words_put_otherwise() -> None:
    kept = "while ducks, geese and swans swim below the weir and wait for crumbs that fall from carts"
    old = f"{_OLD}\nBakers from town carry barley, rye and oats along northern banks, {kept}.\n"
    new = old.replace("from town", "of upper villages, hamlets and farms").replace(
        "northern banks", "stony southern paths past orchards and meadows"
    )
    phrases = _phrases(old, f"{new}\n## Pay\n\nWe may charge for it.\n")
    assert "We may charge for it" in phrases[0]


def test_words_that_say_nothing_by_themselves_are_not_told_to_be_gone() -> None:
    long = (
        "to the granary behind the weir, to the storehouse of the bakers, to the yard of the carters, and to the gate"
    )
    old = f"Sacks of barley that will be left at night are sent {long} of the town {long} at the bridge {long}."
    phrases = _phrases(f"{_OLD}\n{old}\n", f"{_OLD}\n{old.replace('will be ', '')}\n")
    assert not any("no longer says “will be" in phrase for phrase in phrases)


def test_what_joins_a_name_to_others_is_told_with_it() -> None:
    kinds = ("bakers", "carters", "millers", "coopers", "porters", "weavers")
    old = "".join(f"\n\nThe gate of the {kind} is open to thieves or robbers of {kind} in winter." for kind in kinds)
    new = old.replace("thieves or robbers", "thieves, robbers, or smugglers", 1).replace(
        "thieves or robbers", "thieves or smugglers or robbers"
    )
    (phrase,) = _phrases(f"{_OLD}{old}\n", f"{_OLD}{new}\n")
    assert phrase.startswith("in 5 sentences under “Carts” it now says “smugglers")


def test_what_says_much_the_same_again_is_not_told_again() -> None:
    said = "Paid tokens lapse twelve months after purchase unless used earlier."
    again = "Each of the paid tokens of the mill will lapse within twelve months of its purchase, unless used earlier."
    others = (
        "Ducks live below the weir. The bell of the tower rings at noon. Geese swim in the pond behind the granary."
    )
    old = f"{_OLD}\n{said}\n\n{again}\n\n{others}\n"
    phrases = _phrases(old, _OLD)
    assert sum("lapse" in phrase for phrase in phrases) == 1


def test_when_a_text_was_last_revised_does_not_lead() -> None:
    old = f"{_OLD}\nFormulated on March 4, 2030 Last revised on 2 May 2031 (A section on lamps of the mill is added.)\n"
    new = old.replace("2 May 2031 (A section on lamps of the mill", "9 May 2032 (A description of bells and scales")
    rule = "Flour is sold at the gate to bakers of the town."
    phrases = _phrases(
        old.replace("on 4 March", "on March 4,"), f"{new.replace('on 4 March', 'on March 4,')}\n{rule}\n"
    )
    assert rule[:-1] in phrases[0]


def test_what_a_word_means_comes_after_a_rule_on_it() -> None:
    rule = "Daily tokens lapse at dusk."
    meaning = "“Paid tokens” means tokens of brass that bakers and carters buy at the northern gate for barley."
    assert rule[:-1] in _phrases(_OLD, f"{_OLD}\n{meaning}\n\n## Tokens\n\n{rule}\n")[0]


def test_a_rule_is_the_same_with_also_or_have_to() -> None:
    assert lays_down("We may share it.") == lays_down("We may also share it.")
    assert lays_down("You agree to any terms of the mill.") == lays_down("You will have to agree to any terms.")
    assert not lays_down("We weigh flour where you give us consent.")


def test_a_new_case_of_a_power_leads_before_words_put_otherwise() -> None:
    power = "We may close your account if you break a rule."
    tale = "Bakers from the old town carry barley, rye and oats along the northern bank on market mornings."
    old = f"{_OLD}\n{power}\n\n{tale}\n"
    new = old.replace("break a rule", "break a rule or your carts could harm the mill").replace(
        "from the old town", "of upper villages, hamlets, farms and lonely houses"
    )
    assert "or your carts could harm the mill" in _phrases(old, new)[0]
    assert reaches_otherwise(power, power.replace("a rule", "a rule or lose a key"))
    assert reaches_otherwise("You must pay for what is lost, unless it is small.", "You must pay for what is lost.")
    assert not reaches_otherwise(power, power.replace("break", "infringe"))
    assert not reaches_otherwise(tale, f"{tale[:-1]} and on Sundays.")
