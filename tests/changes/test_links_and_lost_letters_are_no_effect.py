"""How a link is drawn, where it leads, what was lost at the end of a line and how an enumeration is sorted."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

You agree that we process your data as the \\[processing agreement\\](/legal/terms/dpa) says, and only so.

The program is licensed to you under the terms at https://corvid.example/licences, and you must follow them.

Our policy applies to any Member or Visitor to our Services.

You must not sell alcohol, tobacco, drugs and weapons, or any ammunition for them.

If you sell with us, these terms apply besides, and they differ by where you live: [UK](https://corvid.example/uk), \
[Spain](https://corvid.example/es) and [Italy](https://corvid.example/it).

We may share what you send with our partners in the programme. Learn more.

The appeal is decided for the purposes set out at 3.12 below, and you may ask why.

However, you must keep your password secret, and what content breaks these rules is for us to decide.
"""
_GLUED = ("our Usage Policy.You keep it, unless we may", "our Usage Policy. You keep it, unless we can")

_EDITIONS = (
    ": [UK](https://corvid.example/uk), [Spain](https://corvid.example/es) and [Italy](https://corvid.example/it)."
)


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("https://corvid.example/licences", "corvid://credits"),
        ("https://corvid.example/licences", "this page"),
        ("Member or Visitor to our Services.", "Member or"),
        (
            "tobacco, drugs and weapons, or any ammunition for them",
            "tobacco or any ammunition for them, drugs or weapons",
        ),
        (_EDITIONS, ""),
        (" Learn more.", ""),
        ("at 3.12 below", "at 3.11 below"),
        ("However, you", "owever, you"),
        ("what content", "which content"),
        ("in the programme.", "in the programme. We updated these terms on 2 May 2026."),
        ("breaks these rules", "breaks these guidelines"),
    ],
)
def test_such_differences_are_editorial(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.EDITORIAL


def test_a_space_that_was_lost_behind_a_full_stop_is_editorial_beside_another_word() -> None:
    rest = "As you must follow each policy, we may terminate your account under"
    old, new = (read_markdown(f"# Terms\n\n{rest} {said} close it.") for said in _GLUED)
    assert compare(default_finder(), old, new).verdict is Verdict.EDITORIAL


def test_a_link_that_was_drawn_is_markup() -> None:
    assert _verdict(r"\[processing agreement\](/legal/terms/dpa)", "[processing agreement](/legal/terms/dpa)") is (
        Verdict.TECHNICAL
    )


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("Member or Visitor to our Services.", "Member."),
        ("tobacco, drugs and weapons", "tobacco and drugs"),
        ("with our partners in the programme", "with our partners, with anyone who pays us and with the police"),
        ("and only so", "or as we see fit"),
    ],
)
def test_what_only_looks_like_them_is_substantive(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE
