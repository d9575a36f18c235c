"""What stands above a list leads into it only where its words do, however the markup nests it."""

from __future__ import annotations

import pytest

from conductatlas.records.surroundings import surroundings_in

_NESTED = """# Terms

*   3\\. You agree to answer for all claims that come from your use, including without limitation:

    *   (a) your breach of the terms;
    *   (b) your breach of the law.

    4\\. We may take over the defence.

    5\\. We are not liable for loss that results from any of the following:

    *   (a) your use of the service;
    *   (b) access by others.

    *   6\\. Without prejudice to the foregoing, our liability is limited to what you paid.
"""


def _leads(text: str, words: str) -> tuple[str, ...]:
    return surroundings_in(words, text).lead_ins


def test_a_section_is_no_item_of_the_one_before_it() -> None:
    words = "*   6\\. Without prejudice to the foregoing, our liability is limited to what you paid."
    assert not _leads(_NESTED, words)


def test_a_section_that_is_numbered_below_bullets_is_no_item_of_their_list() -> None:
    law = "These terms follow the law of Ostmark."
    text = f"# Terms\n\n11.  Keeping\n\nWe keep data for:\n\n*   Charts.\n*   Law.\n\n12.  Governing Law\n\n    {law}\n"
    assert _leads(text, law) == ()
    assert _leads(text, "*   Law.") == ("We keep data for: […]",)


def test_items_hang_on_the_section_that_they_stand_below() -> None:
    (lead,) = _leads(_NESTED, "*   (b) access by others.")
    assert lead.startswith("5. We are not liable")
    (lead,) = _leads(_NESTED, "*   (b) your breach of the law.")
    assert lead.startswith("3. You agree")


def test_a_numbered_list_below_a_section_still_hangs_on_it() -> None:
    text = (
        "# Terms\n\n*   3\\. You must not:\n\n    *   1\\. copy it;\n    *   2\\. sell it;\n    *   4\\. scrape it.\n"
    )
    (lead,) = _leads(text, "*   4\\. scrape it.")
    assert lead.startswith("3. You must not:")


@pytest.mark.parametrize(
    "line", ["Last updated: 8 December 2025", "Categories of Sensitive Data", "Things you should know"]
)
def test_a_date_or_a_title_leads_into_nothing(line: str) -> None:
    text = f"# Terms\n\n{line}\n\n1. You must be of age to take part in the programme.\n"
    assert not _leads(text, "1. You must be of age to take part in the programme.")


@pytest.mark.parametrize("line", ["You must not:", "We use data to", "Examples of spam", "The following data"])
def test_short_words_that_lead_on_do(line: str) -> None:
    text = f"# Terms\n\n{line}\n\n* sell it on to others.\n"
    assert _leads(text, "* sell it on to others.") == (line,)


_TITLED = """# Rules

We do not allow:

Goods that are sold by means of:

**Games**

Goods that:

*   promise a prize.

**Shares**

*   _Chances._ Goods that:

    *   promise a gain.

*   You may report such goods.
"""


def test_lists_under_titles_in_bold_hang_on_what_leads_into_all_of_them() -> None:
    above = ("We do not allow:", "Goods that are sold by means of: […]")
    assert _leads(_TITLED, "*   promise a gain.") == (*above, "Chances. Goods that:")
    assert _leads(_TITLED, "*   promise a prize.") == (*above, "Goods that:")


def test_what_is_a_sentence_by_itself_under_such_a_title_hangs_on_nothing() -> None:
    assert _leads(_TITLED, "*   You may report such goods.") == ()
    plain = "# Rules\n\nWe keep:\n\n*   logs.\n\nLocks are ours.\n\n**Games**\n\n*   promise a prize.\n"
    assert _leads(plain, "*   promise a prize.") == ()


def test_items_below_a_title_hang_on_the_line_between_that_leads_into_them() -> None:
    listed = "        *   sell eggs;\n        *   keep geese.\n"
    text = f"# Rules\n\n*   **Duties**\n    *   Uses\n\n        You may not:\n\n{listed}"
    assert _leads(text, "*   keep geese.") == ("You may not: […]",)
