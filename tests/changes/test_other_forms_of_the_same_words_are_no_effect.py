"""Contractions, numbering, references, addresses of the web and titles are forms of what a text says already."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

Please be aware that we may close your account if you misuse Corvid Mail, and you can't open another one.

You've agreed not to: (a) sell your mailbox, (b) lend it to others, or (c) send unwanted mail with it.

You may export your mail at any time, as described in Section 4.2 below. You may not sell it.

We share what you send with our advertisers (such as your photos). We are covered by patents 2020326435 and 2023222905.

To have your data deleted, visit corvid.example/contact.

We show films of this kind to users who are 16 and older:

- films on gambling

| Cookie | Purpose | Period |
| --- | --- | --- |
| corvid_session | among other things, cyber-security | 30 days |

Corvid Mail is offered by Corvid Technologies GmbH, which is liable. Unless Corvid Ltd agrees, nobody may copy it.

Attorneys' fees are paid by the party that loses. We will continue to be operative.
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("can't open", "cannot open"),
        ("You've agreed", "You have agreed"),
        ("or (c) send", "or © send"),
        (
            "(a) sell your mailbox, (b) lend it",
            "(i) sell your mailbox, (ii) lend it",
        ),
        ("You may export", "You can export"),
        ("You may not sell", "You cannot sell"),
        ("in Section 4.2 below", "below"),
        ("(such as your photos)", "(e.g. your photos)"),
        ("2020326435 and 2023222905", "2020326435, 2023222905 and 2021309651"),
        ("visit corvid.example/contact", "visit mail.corvid.example/help/contact"),
        ("Please be aware", "Misuse of the product. Please be aware"),
        ("with it.", "with it. y"),
        ("we may close your account", "we may close we may close your account"),
        ("in Section 4.2 below", "in Section 4.2 (Export) below"),
        ("among other things, cyber-security", "amongst other things, cyber security"),
        ("Attorneys' fees", "Legal fees"),
        ("be operative", "be in operation"),
        ("Corvid Technologies GmbH", "Corvid GmbH"),
        ("Corvid Technologies GmbH", "Corvid Technologies GmbH i.L."),
    ],
)
def test_another_form_is_editorial_at_most(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) in (Verdict.EDITORIAL, Verdict.TECHNICAL)


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("who are 16 and older", "who are 18 and older"),
        ("You may export", "You must export"),
        ("we may close", "we will close"),
        ("You may not sell", "You may sell"),
        ("| 30 days |", "| 60 days |"),
        ("can't open", "can open"),
        ("Unless Corvid Ltd agrees", "If Corvid Ltd agrees"),
        ("(b) lend it to others, ", ""),
    ],
)
def test_another_effect_is_substantive(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE


def test_a_clause_that_gets_a_number_within_its_block_says_the_same() -> None:
    one = "# Rules\n\nYou must not promote crime here. We remove what does. Plainly: no content on illegal drugs.\n"
    two = one.replace("Plainly:", "\n\n8.2 Plainly:")
    assert compare(default_finder(), read_markdown(one), read_markdown(two)).verdict is not Verdict.SUBSTANTIVE
