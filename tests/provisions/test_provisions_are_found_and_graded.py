"""The finder finds typed, graded passages with exact quotes, and the same ones every time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import Unit, default_finder, grade
from conductatlas.reading import BlockKind, read_markdown

_TERMS = """\
# Terms of Service

## Feedback

**Feedback.** If you rate an answer with a thumbs up or thumbs down, we may use your feedback and the whole \
conversation around it to train and improve our AI models.

## Disputes

Any dispute will be resolved by final and binding arbitration before one arbitrator instead of in court.

You waive any right to bring or join a class action or other representative proceeding against us.

## Law

These terms are governed by the laws of Ireland.

*   [Home](https://larkwell.example)
*   [Pricing](https://larkwell.example/pricing)

## Summary

These terms are governed by the laws of Ireland.
"""


def _types(text: str) -> list[str]:
    return [finding.clause_type for finding in default_finder().find(read_markdown(text))]


def test_plain_clauses_are_found() -> None:
    assert {"ai-feedback-training-grant", "mandatory-arbitration", "class-action-waiver", "governing-law"} <= set(
        _types(_TERMS)
    )


def test_quotes_are_slices_of_the_text() -> None:
    document = read_markdown(_TERMS)
    for finding in default_finder().find(document):
        assert finding.quote == _TERMS[finding.start : finding.end]
        assert all(_TERMS[start:end] == finding.quote for start, end in finding.places)
        assert document.blocks[finding.first].start == finding.start
        assert document.blocks[finding.last].end == finding.end
        assert 0 < finding.confidence <= 1


def test_a_clause_that_stands_twice_is_one_finding_with_two_places() -> None:
    document = read_markdown(_TERMS)
    (law,) = (one for one in default_finder().find(document) if one.clause_type == "governing-law")
    assert len(law.places) == 2


def test_navigation_holds_no_provision() -> None:
    assert _types("*   [Home](https://a.example)\n*   [Pricing](https://a.example/p)\n\nSearch\n\nMenu") == []


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        ("e. When required by applicable law or regulations; or", False),
        ("to improve what we do for you;", False),
        ("When the law asks us, we share what we hold of you.", True),
        ("We share all of it with our partners.", True),
    ],
)
def test_a_piece_of_a_sentence_that_nothing_leads_into_is_not_judged(line: str, *, judged: bool) -> None:
    assert bool(default_finder().units(read_markdown(line))) is judged
    led_into = default_finder().units(read_markdown(f"We share your data:\n\n* {line}"))
    assert [unit.text.endswith(line) for unit in led_into] == [True]


@given(st.text(max_size=300))
def test_any_text_divides_into_units_that_cover_what_can_state_something(text: str) -> None:
    document = read_markdown(text)
    units = default_finder().units(document)
    covered = [block for unit in units for block in range(unit.first, unit.last + 1)]
    assert covered == sorted(set(covered))
    for ordinal, block in enumerate(document.blocks):
        if block.kind is not BlockKind.HEADING and len(re.findall(r"[^\W\d_]{2,}", document.visible[ordinal])) >= 12:
            assert ordinal in covered


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "terms.md"
    path.write_text(_TERMS, encoding="utf-8")
    command = [sys.executable, "-m", "conductatlas", "analyse", "--format", "jsonl", str(path)]
    first, second = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
    assert first == second
    assert len([json.loads(line) for line in first.splitlines()]) >= 5


@pytest.mark.parametrize(
    ("clause_type", "text", "possible"),
    [
        ("retention-period", "How long do we keep your chats, and what do we do with them?", False),
        ("retention-period", "How long do we keep your chats? For 30 days.", True),
        ("third-party-sharing", "We do not share your data with other companies.", False),
        ("third-party-sharing", "We do not share your data with other companies unless you agree.", True),
        ("security-measures", "You may not bypass our security features.", False),
        ("security-measures", "We protect your data by security features such as encryption.", True),
        ("security-measures", "You and your app must: maintain technical safeguards to protect data.", False),
        ("breach-notification", "You must promptly report any security incident to us.", False),
        ("breach-notification", "We will notify you of a security breach.", True),
        ("legal-basis", "Device signals and information from partners.", False),
        ("unilateral-terms-change", "Our billing practices may change from time to time.", False),
        ("unilateral-terms-change", "We may change these terms.", True),
        ("childrens-data", "For more information, please see the Collection of data from children section.", False),
        ("childrens-data", "For more information on data from children, write to us; you may delete it.", True),
        ("personal-data-collected", "Stands for internet protocol address, a number of a device.", False),
    ],
)
def test_questions_and_what_says_the_reverse_are_never_taken_for_a_type(
    clause_type: str, text: str, possible: bool
) -> None:
    unit = Unit(0, 0, 0, len(text), "", "", text, "")
    found = {one.clause_type: one.possible for one in default_finder().explain(unit)}
    assert found.get(clause_type, possible) is possible
    assert possible or clause_type not in default_finder().judge([unit])[0]


@pytest.mark.parametrize(
    ("clause_type", "text", "severity", "stance", "modifier"),
    [
        ("unilateral-terms-change", "We may change these terms at any time without notice.", "high", "adverse", None),
        (
            "unilateral-terms-change",
            "We may change these terms; we will notify you 30 days before.",
            "medium",
            "adverse",
            "change-with-notice",
        ),
        (
            "unilateral-terms-change",
            "We may change this; you may reject that by letter within thirty days of the date the change applies.",
            "medium",
            "adverse",
            "change-can-be-rejected",
        ),
        (
            "user-indemnification",
            "You will indemnify us to the extent arising from: (a) use of the service; (b) your content.",
            "high",
            "adverse",
            None,
        ),
        (
            "user-indemnification",
            "You will indemnify us to the extent caused by your negligence.",
            "medium",
            "adverse",
            "indemnity-for-fault",
        ),
        (
            "no-refund",
            "We may close the account at any time in our sole discretion. You will then not receive any refund.",
            "high",
            "adverse",
            "no-refund-when-provider-ends",
        ),
        ("cookies-and-trackers", "Cookies are not used in the app.", "low", "adverse", "no-trackers"),
        ("no-refund", "Fees are not refundable if you cancel at any time.", "medium", "adverse", None),
        (
            "unilateral-termination",
            "We may close your account at any time for any reason.",
            "high",
            "adverse",
            "termination-at-will",
        ),
        (
            "unilateral-termination",
            "We may close your account if you breach these terms.",
            "medium",
            "adverse",
            "termination-for-cause",
        ),
        (
            "unilateral-termination",
            "Either party may terminate for convenience, with thirty days’ prior notice.",
            "medium",
            "adverse",
            "termination-with-notice",
        ),
        (
            "unilateral-termination",
            "You may terminate at any time with 30 days' notice; we may do so for convenience.",
            "high",
            "adverse",
            "termination-at-will",
        ),
        (
            "ai-automated-decisions",
            "You have the right not to be subject to a decision based solely on automated processing.",
            "none",
            "protective",
            "right-against-automated-decisions",
        ),
        (
            "name-likeness-use",
            "Neither party may use the other's name or logo without prior consent.",
            "none",
            "protective",
            "likeness-not-used",
        ),
        (
            "user-indemnification",
            "The indemnifying party has sole control of the defence.",
            "low",
            "adverse",
            "indemnity-procedure",
        ),
        (
            "government-disclosure",
            "Data are not given to the police except in response to legal process.",
            "low",
            "adverse",
            "disclosure-only-by-order",
        ),
        ("identity-verification", "Please keep your details accurate.", "low", "adverse", "details-only"),
        ("identity-verification", "Details must be accurate; we may verify them.", "medium", "adverse", None),
        ("content-removal", "We may remove posts; you would be notified.", "low", "adverse", "removal-with-notice"),
        ("liability-limitation", "We are not liable for lost profits.", "high", "adverse", None),
        (
            "liability-limitation",
            "We are not liable for lost profits, except for death or gross negligence.",
            "medium",
            "adverse",
            "liability-carve-out",
        ),
        (
            "content-licence",
            "You grant us a licence solely to operate the service.",
            "medium",
            "adverse",
            "licence-for-service",
        ),
        ("content-licence", "You grant us a perpetual licence solely to operate the service.", "high", "adverse", None),
        (
            "ai-training-on-user-content",
            "We use your chats to train our models unless you opt out.",
            "medium",
            "adverse",
            "no-training-without-choice",
        ),
        ("do-not-track-ignored", "We honour the Global Privacy Control.", "none", "protective", "signal-honoured"),
        (
            "childrens-data",
            "We do not knowingly collect data of children.",
            "none",
            "protective",
            "children-not-knowingly",
        ),
        ("retention-period", "We keep data as long as necessary.", "medium", "neutral", "as-long-as-necessary"),
        ("retention-period", "We keep data as long as necessary, at most 90 days.", "low", "neutral", None),
        ("jurisdiction-venue", "The courts of Dublin have exclusive jurisdiction.", "high", "adverse", "distant-venue"),
        (
            "service-modification",
            "We may end features without notice or liability.",
            "high",
            "adverse",
            "service-change-without-notice",
        ),
    ],
)
def test_the_words_of_a_clause_move_its_grade(
    clause_type: str, text: str, severity: str, stance: str, modifier: str | None
) -> None:
    found = grade(load_catalogue()[clause_type], text)
    assert (found.severity.value, found.stance.value) == (severity, stance)
    assert [reason.modifier for reason in found.reasons] == ([modifier] if modifier else [])
    assert all(text[reason.start : reason.end] for reason in found.reasons)


def test_no_passage_goes_on_over_a_thematic_break() -> None:
    bans = ("You must not post threats or hateful content.", "You must not upload malware or spam to the service.")
    for between, count in (("", 1), ("* * *\n\n", 2)):
        text = f"# Rules\n\n{bans[0]}\n\n{between}{bans[1]}\n"
        assert _types(text).count("prohibited-conduct") == count
