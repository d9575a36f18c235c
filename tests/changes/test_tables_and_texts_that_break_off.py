"""A table on what was changed when, a name that others replace in a table, and a text that is cut within a word."""

from __future__ import annotations

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_PRIVACY = """\
# Privacy Policy

We collect what these services need, and share it with nobody.

| Service | Data |
| --- | --- |
| Corvid Chat | What you say to Chough and what Chough says to you |
| Corvid Mail | What Chough sorts for you |

| Version number | Change description | Date |
| --- | --- | --- |
| 1.0 | First published | 2 May 2024 |

If you have a question, please contact us by the methods below, and we must answer.
"""


def _verdict(new: str) -> Verdict:
    return compare(default_finder(), read_markdown(_PRIVACY), read_markdown(new)).verdict


def test_a_row_more_in_a_table_of_versions_is_editorial() -> None:
    row = "| 1.1 | How long we keep data, and whom we charge 20 euros | 3 June 2025 |\n"
    assert _verdict(_PRIVACY.replace("| 2 May 2024 |\n", f"| 2 May 2024 |\n{row}")) is Verdict.EDITORIAL
    elsewhere = "| Corvid Docs | What you write, and where you are |\n"
    assert _verdict(_PRIVACY.replace("sorts for you |\n", f"sorts for you |\n{elsewhere}")) is Verdict.SUBSTANTIVE


def test_a_name_that_gave_way_to_a_longer_one_throughout_a_table_is_editorial() -> None:
    assert _verdict(_PRIVACY.replace("Chough", "Raven Helper")) is Verdict.EDITORIAL
    assert _verdict(_PRIVACY.replace("Chough sorts for you", "you write, and where")) is Verdict.SUBSTANTIVE


def test_a_text_that_breaks_off_within_a_word_failed() -> None:
    assert _verdict(_PRIVACY[: _PRIVACY.index("hods below")]) is Verdict.FAILED
    assert _verdict(_PRIVACY[: _PRIVACY.index(", please contact")]) is not Verdict.FAILED
    assert _verdict(_PRIVACY.replace("must answer.", "must answ")) is not Verdict.FAILED


def test_a_text_that_lost_its_end_under_the_same_day_failed() -> None:
    rules = [f"## {number}. Rule\n\nWhoever keeps boat {number} pays its rent to us each month." for number in range(9)]
    whole = "\n\n".join(["# Boat policy", "Last updated: 4 May 2024", *rules])
    half = "\n\n".join(["# Boat policy", "Last updated: 4 May 2024", *rules[:4]])
    documents = {text: read_markdown(text) for text in (whole, half, half.replace("4 May", "5 May"))}
    assert [compare(default_finder(), documents[whole], one).verdict for one in documents.values()] == [
        Verdict.NONE,
        Verdict.FAILED,
        Verdict.SUBSTANTIVE,
    ]
    assert compare(default_finder(), documents[half], documents[whole]).verdict is Verdict.FAILED
    two = read_markdown(whole.replace("## 4. Rule", "# Larkwell mooring terms"))
    assert compare(default_finder(), two, documents[half]).verdict is Verdict.SUBSTANTIVE


def test_an_item_that_says_more_before_the_next_one_did_not_break_off() -> None:
    item = "- To improve the boats, including training our models; and"
    more = item.replace("models; and", "models and conducting broader research, as on currents; and")
    old = f"# Boat privacy policy\n\nWe use your personal data for these purposes:\n\n{item}\n- To bill you.\n"
    assert compare(default_finder(), read_markdown(old), read_markdown(old.replace(item, more))).verdict is (
        Verdict.SUBSTANTIVE
    )
