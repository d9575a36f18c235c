"""The record of a clause shows what stands above it in its document: headings, and the lead-in of its list."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.reading import read_markdown
from conductatlas.records.models import Version
from conductatlas.records.surroundings import beginning_of, surroundings_in, surroundings_of, title_of
from conductatlas.records.titles import only_names
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_ITEM = "* sell it to advertisers, who may use it as they like and for as long as they like."
_TEXT = f"""# Privacy

Last updated: 1 March 2026

## 4. Notice for California

### Last updated: May 2, 2026

Where you have agreed to it, we may:

{_ITEM}
* keep it.

9.1 Data may be sold on to anybody who pays for it, at any time.
"""


def _version() -> Version:
    return make_version(make_document("Larkwell", "Privacy Policy"), _TEXT, at(2026, 3, 1))


def test_headings_and_lead_ins_are_those_of_the_text() -> None:
    found = surroundings_of(_ITEM, _version())
    assert found.headings == ("Privacy", "4. Notice for California", "Last updated: May 2, 2026")
    # The date of a text is no heading of a clause.
    assert found.heading == "4. Notice for California"
    assert found.lead_ins == ("Where you have agreed to it, we may:",)
    assert found.opening.startswith("Privacy Last updated")


def test_a_heading_of_another_number_is_not_the_clause_s() -> None:
    found = surroundings_of("9.1 Data may be sold on to anybody who pays for it, at any time.", _version())
    assert "4. Notice for California" not in found.headings


def test_no_heading_above_a_thematic_break_is_that_of_what_stands_below() -> None:
    clause = "We may sell what we know of you to anybody."
    for above in ("", "**The Gate**\n\nIt is closed.\n\n"):
        text = f"# Rules\n\n## Speech\n\nSpeak softly.\n\n{above}"
        assert surroundings_in(clause, f"{text}{clause}").heading in ("Speech", "The Gate")
        below = surroundings_in(clause, f"{text}- - -\n\n{clause}")
        assert (below.headings, below.heading, below.nearest) == ((), "", "")
    own = surroundings_in(clause, f"# Rules\n\nSpeak softly.\n\n- - -\n\n## Sales\n\n{clause}")
    assert (own.headings, own.heading) == (("Rules", "Sales"), "Sales")


@pytest.mark.parametrize(
    ("outer", "told"),
    [
        ("Notice for Guests of the Mill Policy", "Notice for Guests of the Mill Policy > 5. Sales"),
        ("For users in Switzerland", "For users in Switzerland > 5. Sales"),
        ("What we do", "5. Sales"),
        ("Privacy Policy", "5. Sales"),
    ],
)
def test_an_outer_heading_that_limits_or_is_another_text_is_told(outer: str, told: str) -> None:
    clause = "We may sell what we know of you to anybody."
    text = f"# Larkwell Privacy Policy\n\nWe mill.\n\n# {outer}\n\nWe mill.\n\n## 5. Sales\n\n{clause}"
    assert surroundings_in(clause, text).heading_in("Larkwell", "Privacy Policy") == told


def test_a_clause_in_one_of_two_agreements_is_told_with_the_title_of_its_own() -> None:
    clause = "We may sell what we know of you to anybody."

    def agreement(company: str, said: str) -> str:
        sections = ("1\\. Corn", "We mill."), ("2\\. Sales", said), ("3\\. Ending", "You may end this by a letter.")
        below = "\n\n".join(f"{title}\n\n{words}" for title, words in sections)
        return f"{company} Terms of Service\n\nThese terms are for some of our readers.\n\n{below}\n\n"

    alone = agreement("Larkwell Inc.", "We sell nothing.") + agreement("Larkwell Limited", clause)
    both = agreement("Larkwell Inc.", clause) + agreement("Larkwell Limited", clause)
    told = [surroundings_in(clause, one).heading_in("Larkwell", "Terms of Service") for one in (alone, both)]
    assert told == ["Larkwell Limited Terms of Service > 2. Sales", "2. Sales"]


def test_an_outer_heading_is_not_told_again_nor_over_one_that_limits_itself() -> None:
    clause = "We may sell what we know of you to anybody."
    for outer, inner in (("FOR USERS IN SWITZERLAND", "For users in Switzerland"), ("UK", "U.S.")):
        text = f"# Larkwell Privacy Policy\n\nWe mill.\n\n## {outer}\n\nWe mill.\n\n### {inner}\n\n{clause}"
        assert surroundings_in(clause, text).heading_in("Larkwell", "Privacy Policy") == inner.rstrip(".")


def test_a_label_that_stands_often_is_told_with_its_section() -> None:
    begun = "**Which court.** You may sue in"
    courts = "".join(f"### 9.{at} {place}\n\n{begun} {place}.\n\n" for at, place in enumerate(("Ys", "Avalon", "Ker")))
    found = surroundings_in(f"{begun} Ker.", f"# Larkwell Terms\n\n{courts}")
    assert found.heading_in("Larkwell", "Terms of Service") == "9.2 Ker > Which court"


def test_a_bold_item_is_the_heading_of_what_hangs_on_it() -> None:
    text = "# Notice\n\n1.  **U.S. States**\n\n    Of your data, we sell:\n\n    * all that we can collect of it.\n"
    version = make_version(make_document("Larkwell", "Privacy Policy"), text, at(2026, 3, 1))
    found = surroundings_of("* all that we can collect of it.", version)
    assert found.headings == ("Notice", "U.S. States")


def test_words_that_do_not_stand_in_the_text_have_none_above() -> None:
    found = surroundings_of("Never said.", _version())
    assert (found.headings, found.lead_ins, found.heading) == ((), (), "")


def test_the_lead_in_stands_above_the_quote_and_the_law_follows_the_section(client: Client) -> None:
    provision = make_provision(_version(), "data-sale", _ITEM, severity="high")
    page = client.get(f"/{provision.permanent_id}").content.decode()
    data = client.get(f"/{provision.permanent_id}.json").json()
    assert data["lead_ins"] == ["Where you have agreed to it, we may:"]
    assert page.index("Where you have agreed to it, we may:") < page.index("<blockquote")
    assert "under “4. Notice for California”" in page
    assert {group["id"] for group in data["institutional"]["groups"]} <= {"US", "US-CA"}


def test_a_paragraph_is_the_heading_of_nothing() -> None:
    paragraph = "Your rights. " + "You may ask us for a copy of all that we hold of you. " * 3
    text = f"# Privacy\n\n## {paragraph}\n\nWrite to us.\n"
    version = make_version(make_document("Larkwell", "Privacy Policy"), text, at(2026, 3, 1))
    assert surroundings_of("Write to us.", version).heading == "Privacy"


def test_of_texts_in_a_row_each_says_for_whom_it_is() -> None:
    text = (
        "# Terms\n\nThese Terms apply if you live in Canada.\n\nYou pay us.\n\n"
        "These Terms apply if you live outside Canada.\n\nWe pay you.\n"
    )
    version = make_version(make_document("Larkwell", "Terms of Service"), text, at(2026, 3, 1))
    assert surroundings_of("You pay us.", version).opening == "These Terms apply if you live in Canada."
    assert surroundings_of("We pay you.", version).opening == "These Terms apply if you live outside Canada."


def test_a_second_text_in_a_file_begins_by_saying_for_whom_it_is() -> None:
    filler = "We sail with care. " * 400
    second = "This Ducklings' Privacy Policy explains how we use what ducklings tell us in the United States."
    text = f"# Privacy Policy\n\nThis privacy policy is for those in Ostmark.\n\n{filler}\n\n{second}\n\nWe row.\n"
    version = make_version(make_document("Larkwell", "Privacy Policy"), text, at(2026, 3, 1))
    assert surroundings_of("We row.", version).opening == second
    assert surroundings_of(second, version).opening == second
    assert "Ostmark" in surroundings_of(filler.strip(), version).opening
    # The first text may name itself again.
    again = text.replace("Ducklings' Privacy", "Privacy")
    version = make_version(make_document("Fernpost", "Privacy Policy"), again, at(2026, 3, 1))
    assert "Ostmark" in surroundings_of("We row.", version).opening


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("> SCHEDULE 1: NORTHLAND TERMS\n> -----\n>\n> If you are a user,", "SCHEDULE 1: NORTHLAND TERMS"),
        ("#### a. Sale of data\n\nWe sell none.", "a. Sale of data"),
        ("**Northland:**\n\nWe sell none.", "Northland:"),
        ("**Northland.** We sell none.", ""),
        ("* **All that we collect** of you", ""),
        ("We sell none.\n\n**Northland**", ""),
    ],
)
def test_a_first_line_that_is_set_as_one_is_the_title_of_a_clause(words: str, title: str) -> None:
    assert title_of(words) == title


def test_the_beginning_is_what_a_reader_sees_of_it() -> None:
    assert beginning_of(_version()).startswith("Privacy Last updated: 1 March 2026 4. Notice for California")


_WITH_CONTENTS = """# Terms

## Table of Contents:

1.  [Duties](#1)

2.  2\\. Duties
    ---------

    ### 2.1 Age

    Be old enough.

    ### 2.2 Account

    Share it with nobody.
"""


@pytest.mark.parametrize(
    ("text", "words", "heading"),
    [
        # Under a table of contents no clause stands; a list may hold what the source marks as headings.
        (
            _WITH_CONTENTS,
            "Share it with nobody.",
            "2.2 Account",
        ),
        ("Larkwell.\n\n9\\. Indemnification\n\nYou hold us harmless.\n", "You hold us harmless.", "9. Indemnification"),
        ("# Terms\n\n1.  **INDEMNITY**.\n\n    9.3 How.\n", "9.3 How.", "INDEMNITY"),
        ("# Terms\n\n**9\\. INDEMNITY**.\n\n9.1 Who.\n\n9.3 How.\n", "9.3 How.", "9. INDEMNITY"),
        ("# Terms\n\nData Security Terms\n\nWe lock doors.\n", "We lock doors.", "Data Security Terms"),
        ("# Terms\n\nWe lock Doors.\n\nWe bar windows.\n", "We bar windows.", "Terms"),
        ("# Terms\n\n### ###\n\nWe lock doors.\n", "We lock doors.", "Terms"),
        # A title in the clause's own line is nearer than one that stands above it.
        ("# Terms\n\n**Boats**\n\n**9\\. Birds:**\xa0Feed them.\n", "**9\\. Birds:**\xa0Feed them.", "9. Birds"),
        ("# Terms\n\n**Boats**\n\n**Birds**. Feed them.\n", "**Birds**. Feed them.", "Birds"),
        ("# Terms\n\n**We feed.** Birds sing.\n", "**We feed.** Birds sing.", "Terms"),
        # … unless that is marked as a heading, or has the number of the section.
        ("# Terms\n\n## Boats\n\n**Birds**. Feed them.\n", "**Birds**. Feed them.", "Boats"),
        ("# Terms\n\n## 9. Boats\n\n**9.2 Birds.** Feed them.\n", "**9.2 Birds.** Feed them.", "9. Boats"),
        # A heading within an item is one of what follows the list too.
        ("## Boats\n\nRow.\n\n7.  BIRDS\n    -----\n    \n\n  \n\nFeed them.\n", "Feed them.", "BIRDS"),
        ("# Terms\n\n8\\. Birds\n\n9.1 Boats.\n", "9.1 Boats.", "Terms"),
        ("# Terms\n\n## 7.1 Birds\n\n7.3 Row boats.\n", "7.3 Row boats.", "Terms"),
        # What stands under several labels in a row is under none of them alone; nor is half a sentence a heading.
        ("# Birds\n\nSing.\n\nRow.\n\n**Owls**\n\n**Ducks**\n\n**Geese**\n\nFeed.\n", "Feed.", "Birds"),
        ("# Birds\n\nSing.\n\nRow.\n\n**2. Owls**\n\n**Ducks**\n\n**Geese**\n\nFeed.\n", "Feed.", "Geese"),
        ("**Birds**\n\n**Ducks**\n\n**Geese**\n\nFeed.\n", "Feed.", "Geese"),
        ("# Birds\n\n**Owls**\n\n**Ducks**\n\nFeed them.\n", "Feed them.", "Ducks"),
        ("# Birds\n\n### You acknowledge and agree that you\n\nFeed them.\n", "Feed them.", "Birds"),
        ("# Birds\n\n### To keep birds happy, we:\n\n* feed them.\n", "* feed them.", "Birds"),
    ],
)
def test_lines_that_only_look_like_titles_are_headings(text: str, words: str, heading: str) -> None:
    version = make_version(make_document("Larkwell", "Terms of Service"), text, at(2026, 3, 1))
    assert surroundings_of(words, version).heading == heading


_ASIDE = "We may ask you for more, which we then look at with all the care that it is due to you and to others. " * 3


@pytest.mark.parametrize(
    ("lead_in", "shown"),
    [
        (f"{_ASIDE}We do not:", ("[…] We do not: […]",)),
        (f"You have the rights below. {_ASIDE}And so on", ("You have the rights below. […]",)),
        (f"You may write to us. {_ASIDE}And so on", ()),
        ("We do not:", ("We do not: […]",)),
    ],
)
def test_what_leads_into_a_list_is_a_whole_sentence_and_what_is_left_out_is_marked(
    lead_in: str, shown: tuple[str, ...]
) -> None:
    text = f"# Terms\n\n{lead_in}\n\n* sell it;\n* lend it.\n"
    version = make_version(make_document("Larkwell", "Terms of Service"), text, at(2026, 3, 1))
    assert surroundings_of("* lend it.", version).lead_ins == shown


def test_a_line_above_a_table_of_contents_is_no_title_of_what_follows_it() -> None:
    entries = "*   [1\\. Data](#data)\n*   [2\\. Law](#law)"
    text = f"# Policy\n\n1\\. Data\n\n{entries}\n\nWe at Larkwell draw charts.\n"
    assert surroundings_in("We at Larkwell draw charts.", text).heading == "Policy"


def test_a_line_that_leads_in_twice_is_shown_once(client: Client) -> None:
    item = "c. do so in any of the above cases."
    text = f"# Terms\n\nLarkwell agrees to:\n\na. draw charts;\n\nb. keep them;\n\n{item}\n"
    version = make_version(make_document("Larkwell"), text, at(2026, 3, 1))
    provision = make_provision(version, "data-processing-terms", item)
    lead_ins = client.get(f"/{provision.permanent_id}.json").json()["lead_ins"]
    assert [line for line in lead_ins if line.startswith("Larkwell agrees to:")] == ["Larkwell agrees to:"]


def test_the_lead_in_is_told_apart_for_those_who_listen(client: Client) -> None:
    provision = make_provision(_version(), "data-sale", _ITEM, severity="high")
    page = client.get(f"/{provision.permanent_id}").content.decode()
    assert "What stands above it in the text: </span>" in page


_UNMARKED = """# Platform

1\\. Tell us of every duck.

2\\. Delete all data as soon as you can in the following cases:

a. When a duck asks for it;

b. When a goose does, unless the pond is closed; or

c. When required by law.

3\\. Sail.

We may share with...

* Our swans and our rowers

* Our otters

We also ban all who do any of the above.

Notwithstanding the above, ducks may row.
"""


@pytest.mark.parametrize(
    ("words", "lead_ins", "referred_to"),
    [
        ("c. When required by law.", ("2. Delete all data as soon as you can in the following cases: […]",), ()),
        ("* Our otters", ("We may share with... […]",), ()),
        (
            "We also ban all who do any of the above.",
            (),
            ("We may share with...", "Our swans and our rowers Our otters"),
        ),
        # These can be read by themselves.
        ("3\\. Sail.", (), ()),
        ("Notwithstanding the above, ducks may row.", (), ()),
    ],
)
def test_what_a_text_does_not_mark_as_a_list_is_shown_with_what_leads_into_it(
    words: str, lead_ins: tuple[str, ...], referred_to: tuple[str, ...]
) -> None:
    version = make_version(make_document("Larkwell", "Developer Terms"), _UNMARKED, at(2026, 3, 1))
    found = surroundings_of(words, version)
    assert (found.lead_ins, found.referred_to) == (lead_ins, referred_to)


def test_a_heading_that_only_begins_a_sentence_leads_into_its_list() -> None:
    text = "# Birds\n\n### To keep birds happy, we:\n\n* sing;\n* feed them.\n"
    version = make_version(make_document("Larkwell", "Privacy Policy"), text, at(2026, 3, 1))
    assert surroundings_of("* feed them.", version).lead_ins == ("To keep birds happy, we:",)


@pytest.mark.parametrize(
    ("heading", "alone"),
    [
        ("LARKWELL – Acceptable Use Policy", True),
        ("Terms of Use", True),
        ("Services", False),
        ("Privacy of ducks policy", False),
    ],
)
def test_the_title_of_a_document_is_no_heading_of_a_clause(heading: str, *, alone: bool) -> None:
    assert only_names(heading, "Larkwell", "Acceptable Use Policy") is alone


@given(
    st.lists(st.sampled_from(["a. When it rains;", "* ducks", "Row:", "any of the above.", "# B", "**C**", "(b) d"]))
)
def test_whatever_stands_in_a_text_each_block_has_lines_of_it_above(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    for block in read_markdown(text).blocks:
        found = surroundings_in(text[block.start : block.end], text)
        assert all(isinstance(line, str) and line for line in (*found.lead_ins, *found.referred_to))


def test_the_title_told_is_the_nearest_of_whatever_kind() -> None:
    words = "You may pass records of the mill on only to those who grind for you, and to nobody else."
    text = (
        f"# Mill rules\n\n## Terms for millers\n\nThe wheel is kept dry at night.\n\nc. Passing records on\n\n{words}\n"
    )
    assert surroundings_in(words, text).heading_in("Larkwell", "Developer Terms") == "c. Passing records on"


def test_a_nearest_title_of_another_number_is_not_the_clause_s_place() -> None:
    words = "12.2 You may end your plan at any time, in the settings of your account."
    text = f"# Terms\n\n## 11. Miscellaneous\n\n11.4 We may assign these terms.\n\n{words}\n"
    assert "Miscellaneous" not in surroundings_in(words, text).heading_in("Larkwell", "Terms of Service")


@pytest.mark.parametrize(
    "label", ["Short version", "To contact us by email", "Learn more about our rules", "The short version:", "Summary"]
)
def test_what_names_no_section_is_not_told_as_the_place(label: str) -> None:
    words = "We owe nothing for what birds do to your boats, whatever you paid for them."
    text = f"# Terms\n\n## 7. Liability\n\n### {label}\n\n{words}\n"
    assert surroundings_in(words, text).heading_in("Larkwell", "Terms of Service") == "7. Liability"


def test_the_letter_and_title_that_a_clause_begins_with_are_not_above_it() -> None:
    words = "*   a. In general. We at Larkwell may update this text, and tell you of it."
    text = f"# Larkwell Terms\n\n## 16. Miscellaneous\n\n{words}\n*   b. Exceptions. Signed orders stay as they are.\n"
    assert surroundings_in(words, text).heading_in("Larkwell", "Terms of Service") == "16. Miscellaneous"


def test_an_item_stands_beside_the_title_with_the_letter_before_its_own() -> None:
    clause = "c. Notices. Larkwell writes to the address of your account."
    text = f"# Harbour Rules\n\n## Other Rules\n\n### b. Law\n\nThe law of Ostmark governs.\n\n{clause}\n"
    assert surroundings_in(clause, text).heading == "Other Rules"
    item = "a. The law of Ostmark governs."
    below = f"# Harbour Rules\n\n## Other Rules\n\n### b. Law\n\n{item}\n"
    assert surroundings_in(item, below).heading == "b. Law"


def test_an_item_with_a_roman_number_stands_under_the_title_with_a_letter() -> None:
    item = "i. Larkwell bills once a month."
    text = f"# Harbour Rules\n\n## Other Rules\n\n### b. Payments\n\n{item}\n"
    assert surroundings_in(item, text).heading == "b. Payments"
    clause = "i. Notices. Larkwell writes to the address of your account."
    beside = f"# Harbour Rules\n\n## Other Rules\n\n### h. Law\n\nThe law of Ostmark governs.\n\n{clause}\n"
    assert surroundings_in(clause, beside).heading == "Other Rules"


def test_a_section_of_a_numbered_list_stands_under_no_heading_of_something_else() -> None:
    sections = "1.  **Eggs**\n    1.  Eggs are ours.\n2.  **Fees**\n    1.  We may change what we ask for eggs."
    clause = "2.  **Fees**\n    1.  We may change what we ask for eggs."
    address = f"# Larkwell Terms\n\nWelcome.\n\n## Our address\n\nMarket Place 1, Ostmark.\n\n{sections}"
    assert surroundings_in(clause, address).heading_in("Larkwell", "Terms of Service") == ""
    # Right below its heading, or where that is led on, or has a number, the list is what the heading is about.
    for under in ("## Farm rules\n", "## Farm rules\n\nThese hold:\n", "## II. Farm rules\n\nThey hold here.\n"):
        told = surroundings_in(clause, f"# Larkwell Terms\n\nWelcome.\n\n{under}\n{sections}")
        assert told.heading_in("Larkwell", "Terms of Service").endswith("Farm rules")


def test_a_line_of_the_contents_is_no_place() -> None:
    clause = "We sell what geese lay to whoever asks, at any time and at any price that we set."
    contents = "1\\. Introduction  \n2\\. Geese  \n3\\. Eggs of geese"
    text = f"# Larkwell Farm Rules\n\n{contents}\n\n{clause}\n\n## 1\\. Introduction\n\nWe keep geese."
    assert surroundings_in(clause, text).nearest == ""
    assert surroundings_in("We keep geese.", text).heading == "1. Introduction"


def test_the_label_of_a_date_is_no_place() -> None:
    clause = "We may sell what we know of you to anybody."
    found = surroundings_in(clause, f"# Rules\n\n## Terms for Ostmark\n\n### Last Updated\n\n{clause}")
    assert found.heading_in("Larkwell", "Terms of Service").endswith("Terms for Ostmark")


_TWO_EDITIONS = (
    "# Larkwell Terms\n\nWe mill.\n\n"
    "# If you live in Germany\n\nWe mill.\n\n## 5. Sales\n\nYou buy flour here.\n\n{shared}"
    "# If you live outside Germany\n\nWe mill.\n\n## 5. Sales\n\nYou buy bran here.\n\n{shared}"
)


def test_a_heading_far_above_that_says_for_whom_a_part_is_counts() -> None:
    text = _TWO_EDITIONS.format(shared="")
    assert "If you live in Germany" in surroundings_in("You buy flour here.", text).headings_for_some
    assert "If you live outside Germany" in surroundings_in("You buy bran here.", text).headings_for_some


def test_what_stands_in_parts_for_several_people_is_for_none_of_them_alone() -> None:
    text = _TWO_EDITIONS.format(shared="You pay in coin.\n\n")
    assert surroundings_in("You pay in coin.", text).outer == ""
