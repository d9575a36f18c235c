"""Where a version may differ only as it was captured, a summary says so, and tells what each text holds."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    CAPTURED_OTHERWISE,
    ChangeKind,
    Told,
    Verdict,
    compare,
    explain,
    is_technical,
    summarise,
)
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_CONTENTS = "* [Corn](#1)\n* [Bread](#2)\n* [Changes to these rules](#3)\n"
_SECTIONS = "## Corn\n\nWe grind the corn that you bring.\n\n## Bread\n\nWe bake bread of it on Mondays.\n"
_LAST = (
    "\n## Changes to these rules\n\nWe may change these rules at any time, and you accept them by coming to the mill.\n"
)
_CUT = f"# Mill Rules\n\n{_CONTENTS}\n{_SECTIONS}"
_WHOLE = f"{_CUT}{_LAST}"


def _said(old: str, new: str, above_all: str) -> str:
    step = compare(default_finder(), read_markdown(old), read_markdown(new))
    return summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), step.reasons, (above_all,))


def test_a_section_that_the_text_before_only_named_in_its_contents_may_have_stood() -> None:
    said = _said(_CUT, _WHOLE, "it adds “We may change these rules”")
    assert said == (
        "The text before only names “Changes to these rules” in its contents; perhaps added, perhaps only not "
        "captured before; it now has “We may change these rules”."
    )


def test_a_section_that_the_text_only_names_now_may_still_stand() -> None:
    said = _said(_WHOLE, _CUT, "it no longer says “We may change these rules”")
    assert "; perhaps withdrawn, perhaps only not captured; it lacks “" in said


@pytest.mark.parametrize("title", ["## 3\\. Changes to these rules", "**Changes to these rules**"])
def test_a_section_under_a_title_with_a_number_or_by_itself_is_not_only_named(title: str) -> None:
    otherwise = _WHOLE.replace("## Changes to these rules\n\nWe may change", f"{title}\n\nWe change")
    assert _said(_WHOLE, otherwise, "it adds “We change these rules”") == "It adds “We change these rules”."


def test_what_moved_between_such_captures_is_told_as_that() -> None:
    told = Told(ChangeKind.MOVED, "unilateral-terms-change", None, Severity.HIGH)
    step = compare(default_finder(), read_markdown(_CUT), read_markdown(_WHOLE))
    explained = [
        explain(load_catalogue(), Verdict.SUBSTANTIVE, [told], reasons=reasons) for reasons in ((), step.reasons)
    ]
    assert explained[1] == (
        f"What follows compares two captures, one of which may lack a part of the text. {explained[0]}"
    )
    assert explain(load_catalogue(), Verdict.SUBSTANTIVE, [], reasons=step.reasons) == ""


def test_without_contents_that_name_it_a_section_came() -> None:
    bare = (_CUT.replace(_CONTENTS, ""), _WHOLE.replace(_CONTENTS, ""))
    assert _said(*bare, "it adds “We may change these rules”") == "It adds “We may change these rules”."


def test_of_a_technical_version_nothing_is_told_to_have_come() -> None:
    said = summarise(
        load_catalogue(),
        Verdict.SUBSTANTIVE,
        (),
        (CAPTURED_OTHERWISE,),
        ("it adds “Pay at dusk”", "it no longer says “Pay at noon”"),
    )
    assert said == (
        "The collection records that from this version on it captures the page otherwise, so what came may have stood "
        "before, and what went may still stand; the text now has “Pay at dusk”, and it lacks “Pay at noon”."
    )


@pytest.mark.parametrize(
    ("note", "technical"),
    [
        ("Apply technical or declaration upgrade on Mill Rules", True),
        ("Refilter Mill Rules", True),
        ("Record new changes of Mill Rules", False),
        ("Update Water Refilter Rules", False),
    ],
)
def test_a_note_tells_of_a_technical_version(note: str, technical: bool) -> None:
    assert is_technical(note) is technical
