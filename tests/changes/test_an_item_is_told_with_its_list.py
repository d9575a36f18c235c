"""An item is told with what leads into its list, and with what became of that list."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_MILL = "# Rules\n\nThe mill grinds the corn of everybody in the valley, and it is closed on Sundays.\n\n"
_GUEST = "A guest of the mill is a person who:"
_OLD_TESTS = (
    "- Brings corn of their own fields to the gate; AND\n- Pays the toll in silver before noon; AND\n"
    "- Has been named by the bailiff\n\n"
)
_NEW_TESTS = "- Sleeps in the upper loft for at least one week; AND\n- Owes nothing to any other mill\n\n"


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(_MILL + old), read_markdown(_MILL + new), 4, ungraded))


def test_a_list_with_other_items_was_replaced() -> None:
    (phrase,) = _phrases(f"{_GUEST}\n\n{_OLD_TESTS}", f"{_GUEST}\n\n{_NEW_TESTS}")
    assert phrase == (
        "after “A guest of the mill is a person who”, it replaces 3 items by “Sleeps in the upper loft for at least one"
        " week; AND Owes nothing to any other mill”"
    )


def test_a_list_that_went_with_what_led_into_it_is_told_as_that() -> None:
    assert _phrases(f"{_GUEST}\n\n{_OLD_TESTS}", "") == (
        "it no longer has “A guest of the mill is a person who …” with its 3 items",
    )


def test_one_of_several_conditions_is_told_as_that() -> None:
    before, after = (f"{_GUEST}\n\n{more}{_OLD_TESTS}" for more in ("", "- Walks to the gate without a lantern; AND\n"))
    (phrase,) = _phrases(before, after)
    assert phrase == (
        "after “A guest of the mill is a person who”, it adds “Walks to the gate without a lantern”,"
        " among other conditions"
    )


def test_an_item_that_came_with_what_denies_it_is_told_as_one() -> None:
    assert _phrases("", "You may not:\n\n- carry lamps that burn with oil\n- sell geese on the bridge\n") == (
        "it adds “You may not: carry lamps that burn with oil”, with 1 more item",
    )


def test_what_denies_an_outer_list_is_told_with_an_inner_one() -> None:
    text = "- Nobody may do this:\n  - On the bridge:\n    - sell geese to the guests of the ferry\n"
    (phrase,) = _phrases(text, f"{text}    - carry lamps that burn with the oil of whales\n")
    assert phrase == (
        "after “Nobody may do this: On the bridge”, it adds “carry lamps that burn with the oil of whales”"
    )


def test_a_condition_that_was_a_list_is_quoted_with_its_items() -> None:
    old = "The mill keeps the corn of its guests over the winter only when:\n\n- the bailiff asks for it in a letter\n"
    new = "The mill keeps the corn of its guests over the winter only when the loft is dry."
    (phrase,) = _phrases(old, new)
    assert "only when: the bailiff asks for it in a letter” becomes “" in phrase


def test_a_condition_with_a_long_list_is_told_with_its_number_of_items() -> None:
    long = "has asked for that in a letter that was read aloud, word by word, at the gate of the mill on a day on which"
    items = "".join(
        f"- the {who} bailiff {long} no carts crossed the bridge before noon and no boat left the gate\n"
        for who in ("old", "new")
    )
    old = "Nobody may ever keep the corn of a guest in the loft over the winter."
    new = f"The mill may keep the corn of a guest in the loft over the winter only when:\n\n{items}"
    assert any("only when …”, with 2 items" in phrase for phrase in _phrases(old, new))
    assert any("only when …” with its 2 items becomes “" in phrase for phrase in _phrases(new, old))


def test_what_leads_into_a_list_is_not_new_where_it_was_edited() -> None:
    old = "Corn of the upper valley that nobody claims:\n\n- is kept until the spring\n"
    new = "Corn of the upper valley that no guest claims:\n\n- is kept until the spring\n- may be sold at the gate\n"
    assert not any("“Corn of the upper valley that no guest claims: may" in phrase for phrase in _phrases(old, new))


def test_what_denies_the_items_of_several_lists_far_below_it_is_told_with_one() -> None:
    rules = (
        "## Quay\n\nThe following is not allowed on the quay. This is no complete list.\n\nNets\n\n"
        "- Nets that dry across the path of others\n\nLamps\n\n- Lamps that burn after the bell at night\n"
    )
    (phrase,) = _phrases(rules, f"{rules}- Lamps of another colour than white\n")
    assert phrase == "after “The following is not allowed on the quay”, it adds “Lamps of another colour than white”"
    allowed = rules.replace("not allowed", "said of all who come to us")
    (phrase,) = _phrases(allowed, f"{allowed}- Lamps of another colour than white\n")
    assert "following" not in phrase


def test_what_limits_a_list_is_told_with_an_item_under_a_bare_lead_in() -> None:
    limits = "For the following songs, we restrict visibility to guests above the age of forty:"
    old = f"# Songs\n\n{limits}\n\nSongs that:\n\n- Praise the miller for the flour that he keeps\n"
    new = f"{old}- Mock the carter for the sacks that he drops\n"
    (told,) = sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded).told
    assert told.lead_in == f"{limits} Songs that:"


def test_no_condition_of_several_is_quoted_alone_of_a_list_that_came() -> None:
    assert _phrases("", f"{_GUEST}\n\n{_OLD_TESTS}") == (
        "it adds “A guest of the mill is a person who …” with its 3 items",
    )


def test_what_stands_between_a_lead_in_and_an_item_is_left_out_visibly() -> None:
    items = "- sing\n- carry lamps that burn with the oil of whales into any of the three lofts\n"
    (phrase,) = _phrases("", f"You may not:\n\n{items}")
    assert phrase.startswith("it adds “You may not: … carry lamps that burn")


def test_an_item_under_a_heading_that_leads_into_it_is_told_with_that() -> None:
    title = "For the following pictures, we hang a curtain so that visitors are warned"
    old = f"# Larkwell\n\n## {title}\n\n- Drawings of floods.\n- Mud."
    new = f"{old}\n- Drawings of storms at sea in which no other ship is seen"
    (phrase,) = foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))
    assert phrase.startswith(f"under “{title}”, it adds")
    rule = "We may remove pictures of ships that their owners ask us to remove for a reason."
    (phrase,) = foremost(sentence_changes(read_markdown(old), read_markdown(f"{old}\n- {rule}"), 4, ungraded))
    assert phrase.startswith("it adds “We may")


def test_what_went_on_an_item_is_not_told_of_the_whole_list() -> None:
    old = (
        "# Larkwell\n\n## Keys\n\n{}- You can ask for a key at the desk of the hall.\n"
        "- You can also send us a card by post.{}\n\nThe hall is open on weekdays."
    )
    promise = "What you bring to the hall will not be used to sort the letters of others"
    before = read_markdown(old.format("There are two ways to get a key to the boxes:\n\n", f" {promise}."))
    phrases = foremost(sentence_changes(before, read_markdown(old.format("", "")), 4, ungraded))
    told = next(one for one in phrases if promise in one)
    assert told == f"after “You can also send us a card by post”, it no longer says “{promise}”"
