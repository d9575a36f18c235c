"""A sentence is told under the nearest line above it that may be a title, marked as a heading or not."""

from __future__ import annotations

import pytest

from conductatlas.changes import sentence_changes, title_over, ungraded
from conductatlas.changes.layout.headings import section_over, stands_under
from conductatlas.changes.layout.title_lines import titles_in
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_CARTS = "Nobody may cross the bridge with more than two carts."
_TOP = f"# Corvid Ferry Rules\n\n## 3. The landing stage\n\n{_MILL}\n\n"


def _under(text: str, sentence: str = _CARTS) -> str:
    """What a sentence of a text is told to stand under, where the text before had all but it."""
    return _above(text, sentence)[0]


def _above(text: str, sentence: str = _CARTS) -> tuple[str, str]:
    found = sentence_changes(read_markdown(text.replace(sentence, "")), read_markdown(text), 8, ungraded).told
    (one,) = [one for one in found if one.after == sentence]
    return one.under, one.lead_in


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("4\\. Tolls", "4. Tolls"),
        ("4\\. What You Must Pay", "4. What You Must Pay"),
        ("Forbidden Cargo", "Forbidden Cargo"),
        ("Cargo that is refused\n---", "Cargo that is refused"),
        ("Forbidden cargo", "Forbidden cargo"),
        ("Tolls", "Tolls"),
        ("How we weigh carts", "How we weigh carts"),
        ("May I bring a cart?", "May I bring a cart?"),
        ("**Carts and oxen.**", "Carts and oxen"),
        ("### 4**. The Carts**", "4. The Carts"),
        ("### [](#carts)Carts", "Carts"),
        ("Section 4 - Carts", "Section 4 - Carts"),
        ("3A. Carts on the Ferry", "3A. Carts on the Ferry"),
        ("IV. Carts", "IV. Carts"),
    ],
)
def test_a_line_by_itself_that_is_a_title_stands_over_what_follows(line: str, title: str) -> None:
    assert _under(f"{_TOP}* * *\n\n{line}\n\n{_CARTS}") == title


def test_the_name_of_a_place_in_two_capitals_is_no_number() -> None:
    assert _under(f"{_TOP}UK: See the Keeper of Carts\n\n{_CARTS}") == "3. The landing stage"


def test_an_address_in_bold_is_no_title() -> None:
    address = "**Corvid Ferry Ltd  \nAttn: Keeper of Carts  \n4 Quay House  \nDublin 2**"
    assert _under(f"{_TOP}{address}\n\n{_CARTS}") == "3. The landing stage"


def test_what_a_paragraph_begins_with_stands_over_its_sentences_and_those_behind() -> None:
    for begun in ("**4\\. Tolls.** ", "4\\. Tolls. ", "\u200d**4. Tolls.** "):
        told = f"**3\\. Oars.** Each boat has two of them.\n\n{begun}Everybody pays at the gate. {_CARTS}"
        assert _under(_TOP + told) == "4. Tolls"
        assert _under(f"{_TOP}{begun}Everybody pays at the gate.\n\n{_CARTS}") == "4. Tolls"


def test_of_items_the_title_stands_over_their_own_words_alone() -> None:
    items = f"{_TOP}Cargo is weighed:\n\n- **Oxen.** They swim behind the ferry.\n- {_CARTS}"
    assert _under(items) == "3. The landing stage"


def test_the_title_of_a_list_stands_over_its_items_beside_that_of_the_section() -> None:
    listed = f"{_TOP}Bladed Cargo:\n\n- {_CARTS}"
    assert _above(listed) == ("3. The landing stage", "Bladed Cargo:")
    read = read_markdown(f"{listed}\n\n{_MILL}")
    assert [title_over(read, block) for block in (4, 5)] == ["Bladed Cargo", "3. The landing stage"]


def test_nothing_is_told_where_the_nearest_line_may_be_no_title() -> None:
    assert _under(f"{_TOP}The keeper will decide\n\n{_CARTS}") == ""
    assert _under(f"{_TOP}Corvid Ferries\n\nWillow Lane\n\nUpper Weir\n\n{_CARTS}") == ""
    assert _under(f"{_TOP}[All the gates](https://corvid.example/gates)\n\n{_CARTS}") == ""


def test_what_is_no_title_leaves_the_one_above_in_place() -> None:
    heading = "3. The landing stage"
    for line in (
        "**Learn more about carts in [the rules of the bridge](https://corvid.example/bridge)**",
        "Last updated: 3 May 2026",
        "English",
        "Corvid Ferries Ltd.",
        "The keeper of the upper gate of this weir decides on every cart that comes after dusk, whoever drives it",
        "2\\. Bring a rope\n\n3\\. Bring a lamp",
        f"###### {_MILL} {_MILL} {_MILL}",
    ):
        assert _under(f"{_TOP}{line}\n\n{_CARTS}") == heading


def test_a_label_that_stands_often_is_told_with_what_stands_over_it() -> None:
    topics = "\n\n".join(f"### {one}\n\nREFUSED\n\n- {one} of the other bank" for one in ("Oxen", "Geese", "Bees"))
    told = f"{_TOP}{topics}\n\n### Wheels\n\nREFUSED\n\n{_CARTS}"
    assert _under(told) == "Wheels > REFUSED"


def test_a_title_in_a_line_of_its_own_is_no_part_of_the_sentence() -> None:
    told = f"{_TOP}4.1 Tolls And Dues  \n{_CARTS}"
    assert _under(told) == "4.1 Tolls And Dues"
    assert _under(f"{_TOP}|  |  |\n| --- | --- |\n|  | Tolls And Dues <br>{_CARTS} |") == "Tolls And Dues"


def test_a_title_and_the_last_of_several_sentences_lead_into_no_list() -> None:
    assert _above(f"{_TOP}1. Tolls\n   -----\n\n   {_CARTS}") == ("Tolls", "")
    assert _above(f"{_TOP}- Ask the keeper first. He sits in the gate house.\n  - {_CARTS}")[1] == ""
    assert _above(f"{_TOP}These rules apply:\n\n- {_CARTS}")[1] == "These rules apply:"


@pytest.mark.parametrize(
    "beginning",
    [
        "4\\. Tolls And Carts. ",
        "4\\. TOLLS AND CARTS. ",
        "4\\. _Tolls And Carts._ ",
        "**4\\.** **Tolls And Carts.** ",
        "**4\\. Tolls And Carts.** ",
        "**4\\. Tolls And Carts.**  \n",
        "\u200d**4\\. Tolls And Carts.**  \n\u200d  \n",
    ],
)
def test_a_numbered_title_at_the_beginning_of_a_paragraph_ends_the_section_before(beginning: str) -> None:
    title = "4. TOLLS AND CARTS" if "CARTS" in beginning else "4. Tolls And Carts"
    assert _under(f"{_TOP}{beginning}{_CARTS} {_MILL}") == title
    assert _under(f"{_TOP}{beginning}{_MILL}\n\n{_CARTS}") == title


def test_the_section_of_a_number_ends_where_the_next_begins_as_an_item() -> None:
    section = f"# Corvid Ferry Rules\n\n3\\. The Landing Stage\n\n{_MILL}\n\n"
    assert _under(f"{section}4. **Tolls.** {_MILL}\n\n{_CARTS}") == "Tolls"
    assert _under(f"{section}1. **Mills.** {_MILL}\n2. **Tolls.** {_MILL}\n\n{_CARTS}") == "3. The Landing Stage"


_FLAT = (
    f"{_TOP}4. Tolls\n\nEverybody pays at the gate, and nobody pays twice on one day.\n\n5. Cargo\n"
    "1. Cargo is weighed at the landing stage before it is put on board, whoever brings it.\n2. You may not:\n"
    "1. bring oxen on board of the small ferry while there is ice on the river in winter;\n"
    "2. {item}\n6. Forbidden Hours\n\n{below}\n"
)


def test_in_a_list_that_has_all_numbers_the_titles_of_parts_are_told_from_items() -> None:
    item, below = "carry lamps that burn with oil over the whole length of the bridge;", _CARTS
    text = _FLAT.format(item=item, below=below)
    assert _above(text, item) == ("Cargo", "You may not:")
    assert _above(text) == ("Forbidden Hours", "")


def test_a_numbered_line_in_bold_is_a_title_even_if_it_ends_as_a_sentence() -> None:
    assert _under(f"{_TOP}**4.1 Where it is required by the bailiff.**\n\n{_CARTS}") == (
        "4.1 Where it is required by the bailiff"
    )


def test_a_line_that_goes_on_below_is_no_title() -> None:
    assert _under(f'{_TOP}(4) Rules for Carts ("RFC") and\n\n{_CARTS}') == "3. The landing stage"
    assert _under(f"{_TOP}Cargo that\n\n- burns\n- explodes\n\n{_CARTS}") == "3. The landing stage"


def test_below_a_short_line_in_bold_that_says_something_no_title_farther_up_is_told() -> None:
    assert _under(f"{_TOP}**Carts that we weigh.**\n\n{_CARTS}") == ""
    assert _under(f"{_TOP}**We weigh all carts that cross the bridge at night or by day.**\n\n{_CARTS}") == (
        "3. The landing stage"
    )


def test_words_in_italics_ahead_of_a_sentence_stand_over_those_behind_it() -> None:
    for label in ("_Carts_:", "*Carts.*", "_Carts._"):
        assert _under(f"{_TOP}{label} {_MILL} {_CARTS}") == "Carts"


def test_a_label_does_not_stand_under_a_title_of_its_own_words() -> None:
    often = "".join(f"### {part}\n\n**Your choices**\n\n{_MILL}\n\n" for part in ("Corn", "Wool", "Salt"))
    assert _under(f"{_TOP}{often}## Your choices\n\n{_MILL}\n\n**Your choices**\n\n{_CARTS}") == "Your choices"


def test_a_bold_title_with_the_number_of_a_part_ends_the_part_before_it() -> None:
    text = f"{_TOP}**3.4 Corn.**\n\n{_MILL}\n\n**3.5 Carts (Heavy) and Oxen.** Carts wait at the gate.\n\n{_CARTS}\n"
    assert _under(text) == "3.5 Carts (Heavy) and Oxen"


@pytest.mark.parametrize("label", ["Short version:", "In short:", "Note:", "Summary:"])
def test_a_remark_at_the_head_of_a_section_is_no_title_of_what_stands_below_it(label: str) -> None:
    assert _under(f"{_TOP}**{label}** _{_MILL}_\n\n{_CARTS}") == "3. The landing stage"


@pytest.mark.parametrize(
    ("over", "title", "section"),
    [
        ("TOLLS AND TIMES", "CARTS ON BOARD", ""),
        ("IX. Tolls and Times", "XII. Carts on Board", ""),
        ("Tolls and Times", "Carts on Board", "Tolls and Times"),
    ],
)
def test_a_title_of_the_same_look_stands_over_no_other(over: str, title: str, section: str) -> None:
    told = f"{_TOP}**{over}**\n\n{_MILL}\n\n**{title}**  \n{_CARTS}"
    document = read_markdown(told)
    assert section_over(document, len(document.blocks) - 1, title) == section


def test_a_section_that_has_parts_ends_where_a_paragraph_begins_with_the_next_number() -> None:
    parts = f"**10\\. Fees of the Ferry**\n\n10.1 **Coins.** {_MILL}\n\n10.2 **Corn.** {_MILL}"
    document = read_markdown(f"{_TOP}{parts}\n\n**11\\. Carts and Oxen.** {_CARTS}")

    assert section_over(document, len(document.blocks) - 1, "11. Carts and Oxen") == ""
    assert section_over(document, len(document.blocks) - 2, "10.2 Corn") == "10. Fees of the Ferry"


def test_the_last_item_of_a_list_in_capitals_is_no_title() -> None:
    items = "WE DO NOT PROMISE:\n\n(1) THAT THE BOATS WILL BE MENDED; OR\n\n(2) WITH RESPECT TO THE MILL."
    assert _under(f"{_TOP}{items}\n\n{_CARTS}") == "3. The landing stage"


def test_an_item_is_told_with_the_item_of_its_own_list_that_leads_into_it() -> None:
    marked = "We do not allow:\n\n- Using false sails in order to:\n    \n    - Deceive rowers about:\n    \n"
    items = "    - the harbour of a boat; or\n    - the load of a boat.\n    - Pass the lock without a toll.\n"
    document = read_markdown(f"{_TOP}{marked}{items}")
    lead_ins = [stands_under(document, len(document.blocks) + place)[1] for place in range(-4, 0)]

    nearest = "Deceive rowers about:"
    assert lead_ins == ["Using false sails in order to:", nearest, nearest, "Using false sails in order to:"]


def test_labels_beside_each_other_lead_into_nothing() -> None:
    document = read_markdown(f"{_TOP}Fill in:\n\n- Name of the rower:\n- Harbour: the nearest one\n- Signature:\n")

    assert {stands_under(document, len(document.blocks) + place)[1] for place in range(-3, 0)} == {"Fill in:"}


def test_sections_that_are_paragraphs_are_not_counted_with_the_items_of_their_parts() -> None:
    parts = f"**7\\. Cargo.**\n\n1. **Corn.**  \n    {_MILL}\n2. **Wool.**  \n    {_MILL}\n\n"
    document = read_markdown(f"{_TOP}{parts}**8\\. Oxen.**  \n{_MILL}\n\n**9\\. Carts.**  \n{_CARTS}\n")

    assert section_over(document, len(document.blocks) - 1, "9. Carts") == ""


def test_a_title_stands_under_none_of_its_own_level() -> None:
    asked = f"**May I bring oxen?**\n\n{_MILL}\n\n**May I bring a cart with two wheels?**\n\n{_CARTS}"
    document = read_markdown(f"{_TOP}{asked}")

    assert stands_under(document, document.visible.index("May I bring a cart with two wheels?"))[0] == (
        "3. The landing stage"
    )
    assert title_over(read_markdown("# Rules\n\n## Tolls\n\nFree.\n\n## Carts\n\nFree."), 3) == "Rules"


def test_a_heading_with_a_number_is_not_the_title_of_the_whole_text() -> None:
    assert _under(f"Corvid Ferry Rules\n\n## 1. Carts\n\n{_MILL} {_CARTS}") == "1. Carts"
    assert _under(f"## Corvid Ferry Rules\n\n{_MILL} {_CARTS}") == ""


def test_a_title_over_what_leads_into_a_list_is_no_part_of_that() -> None:
    assert _above(f"{_TOP}**Carts And Oxen**  \nNobody may bring:\n\n- {_CARTS}") == (
        "Carts And Oxen",
        "Nobody may bring:",
    )


def test_a_label_that_stands_often_is_one_above_a_list_too() -> None:
    label, why = "We do not carry:\n\n", "Reasons\n\n"
    often = "".join(f"# {one}\n\n{why}{_MILL}\n\n{label}{_MILL} {one}.\n\n" for one in ("Oxen", "Geese", "Bees"))
    items = f"- Carts in order to:\n    - win a race; or\n- {_CARTS}\n"
    document = read_markdown(f"{often}# Wheels\n\n{why}{_MILL}\n\n{label}{items}")

    assert stands_under(document, len(document.blocks) - 2) == ("Wheels > We do not carry", "Carts in order to:")
    assert stands_under(document, len(document.blocks) - 1) == ("Wheels", "We do not carry:")


@pytest.mark.parametrize("end", ["", "maincartsmodule", "mainCartsmodule"])
def test_a_title_that_was_taken_twice_is_one(end: str) -> None:
    assert _under(f"{_TOP}Carts and oxenCarts and oxen{end}\n\n{_CARTS}") == "Carts and oxen"


def test_a_line_below_a_street_with_a_number_is_of_an_address() -> None:
    assert _under(f"{_TOP}Corvid Ferries\n\n10 Quay House\n\nUpper Weir\n\n{_CARTS}") == ""


def test_words_in_bold_ahead_of_a_sentence_of_its_own_are_its_title() -> None:
    for begun in ("**Carts and Oxen** ", "4\\. **Carts and Oxen** ", "**4\\. Carts and Oxen** "):
        told = _under(f"{_TOP}{begun}{_MILL.replace('The', 'Our')} {_CARTS}")
        assert told.removeprefix("4. ") == "Carts and Oxen"
    assert _under(f"{_TOP}**The Corvid Ferry** We see. {_CARTS}") == "The Corvid Ferry"
    assert _under(f"{_TOP}**Corvid** Ferries are slow. {_CARTS}") == "3. The landing stage"


def test_a_title_in_bold_among_items_that_are_counted_on_is_one() -> None:
    items = f"1. {_MILL}\n2. **Tolls** {_MILL}\n3. **Carts and Oxen**\n4. {_CARTS}\n5. {_MILL} {_MILL}\n"
    document = read_markdown(f"{_TOP}{items}")

    assert [stands_under(document, place)[0] for place in (4, 6)] == ["Tolls", "Carts and Oxen"]
    assert section_over(document, 4, "Tolls") == "3. The landing stage"


def test_a_short_item_with_a_letter_below_a_long_one_is_no_title() -> None:
    items = f"i. To grind: {_MILL}\n\nii. To weigh carts: To weigh all that crosses"
    assert _under(f"{_TOP}{items}\n\n{_CARTS}") == "3. The landing stage"
    assert _under(f"{_TOP}{_MILL}\n\nb. Carts and oxen\n\n{_CARTS}") == "b. Carts and oxen"


def test_a_section_ends_before_the_next_number_whatever_its_parts_are_counted_by() -> None:
    cargo = ("Corn", "Wool", "Salt")
    parts = "".join(f"    {number}. **{one}.** {_MILL}\n" for number, one in enumerate(cargo, 1))
    document = read_markdown(f"{_TOP}33. **Cargo**\n\n{parts}36. **Tolls.** {_MILL}\n\n{_CARTS}")

    assert stands_under(document, len(document.blocks) - 1)[0] == "Tolls"


def _lists(often: str, between: str) -> str:
    rules = "".join(
        f"## {one}\n\n**We refuse**\n\n- {one} that is wet.\n\n{between}{often}\n\n- {one} of the mill.\n\n"
        for one in ("Corn", "Wool", "Salt")
    )
    return f"# Rules\n\n{rules}## Wheels\n\n**Forbidden**\n\n- Wheels of iron.\n\n{between}{often}\n\n- {_CARTS}\n"


def test_what_leads_into_many_lists_ends_the_part_above_it() -> None:
    often = "Where the keeper of the gate has seen it before, we also carry:"
    document = read_markdown(_lists(often, ""))
    assert stands_under(document, len(document.blocks) - 1) == ("Wheels", often)
    # Below its own title it parts nothing.
    document = read_markdown(_lists(often, "**Allowed at night**\n\n"))
    assert stands_under(document, len(document.blocks) - 1)[0] == "Wheels > Allowed at night"


def test_a_line_in_italics_that_ends_with_a_colon_may_be_a_longer_title() -> None:
    line = "The carts of all other people (beside oxen):"
    assert _under(f"{_TOP}_Oxen (of the mill):_\n\n{_MILL}\n\n_{line}_\n\n{_CARTS}") == line.rstrip(":")
    assert _under(f"{_TOP}{line}\n\n{_CARTS}") == "3. The landing stage"


def test_nothing_leads_into_an_item_over_the_title_of_a_later_section() -> None:
    wool = "Wool of the sheep that graze beside the weir."
    listed = f"We weigh these:\n\n* Corn of the mill.\n* {wool}\n\n1. **Carts and Oxen**\n    * {_CARTS}\n"
    assert _above(f"{_TOP}{listed}") == ("Carts and Oxen", "")
    assert _above(f"{_TOP}{listed}", wool) == ("3. The landing stage", "We weigh these:")


def test_a_first_line_of_sentences_without_spaces_is_no_title() -> None:
    text = "##### 二、磨坊与船\n\n1\\. 磨坊主早上打开大门。村民可以磨面粉。  \n2\\. 船夫晚上关上船屋的门。"
    assert [one.text for one in titles_in(read_markdown(text)) if one] == ["二、磨坊与船"]


def test_a_part_of_a_section_ends_where_the_number_of_the_next_begins() -> None:
    carts = "3.1.2 Nobody may cross the bridge with more than two carts."
    text = f"{_TOP}**3.1.1 You may bring none of these to the stage:**\n\n- geese\n- oxen\n\n{carts}"
    assert _under(text, carts) == "3. The landing stage"
    oxen = "Whoever brings oxen to the stage pays twice."
    assert _under(f"{text}\n\n{oxen}", oxen) == "3. The landing stage"
    assert _under(f"{_TOP}**3.1.1 Carts**\n\n{_CARTS}\n\n{carts}") == "3.1.1 Carts"
    stage = "2.3 Whoever brings oxen to the stage pays twice."
    parts = f"{_TOP}**1.4 The Ferry**\n\n{_MILL}\n\n**2.2 The Stage**\n\n{_CARTS}\n\n{stage}"
    assert _under(parts, stage) == ""


def test_a_paragraph_of_chinese_sentences_is_a_rule_and_no_title_though_it_is_in_bold() -> None:
    rule = "3.3 你承诺每一袋小麦都是你自己的。磨坊不接收别人的小麦。"
    text = f"## 3、磨坊\n\n{_MILL}\n\n**{rule}**\n\n桥上每次最多通过两辆马车,由守卫负责看管。"
    assert _under(text, "桥上每次最多通过两辆马车,由守卫负责看管。") == "3、磨坊"
    found = sentence_changes(read_markdown(text.replace("别人的小麦", "湿的小麦")), read_markdown(text), 8, ungraded)
    assert (found.came, found.went, found.edited) == (0, 0, 1)
