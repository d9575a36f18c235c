"""A record that quotes one edit of a clause says so where there are others, and quotes a long phrase whole."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import ItemKind, Verdict
from conductatlas.site.presenters.named_edits import named_edit, telling_edit
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

_KEYS = "When your membership ends, you must give back your garden key to the wardens of the orchard without delay."
_ALL_KEYS = (
    "When membership ends, you must at once give back all garden keys to the wardens of our orchard, without a delay."
)
_PLACE = "The orchard lies behind the mill."
_NO_SECOND = (
    "Whoever was expelled by the wardens for any reason whatever may neither join the orchard a second time, nor let "
    "somebody else join it in order to pass round the ban, nor enter it as a guest of another member, nor send others "
    "into it to pick fruit for them, for as long as the ban has not been lifted by the wardens in writing."
)
_SOURCES = (
    "We learn of you from gardeners who tend the paths, from millers who grind the corn, or from other neighbours."
)
_PHRASE = "from beekeepers who sell what they heard of visitors at the fences of all the neighbouring orchards, "


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("beside", "told"), [("", "reworded: “When your"), (f"{_NO_SECOND} ", "reworded; among other edits, “When your")]
)
def test_what_one_quotation_leaves_out_is_not_hidden(client: Client, beside: str, told: str) -> None:
    document = make_document("Larkwell")
    was, now = f"{_PLACE} {_KEYS}", f"{_PLACE} {beside}{_ALL_KEYS}"
    provision = make_provision(make_version(document, was, at(2026, 1, 10)), "account-non-transferable", was)
    second = make_version(document, now, at(2026, 2, 10))
    before, after = reword(provision, second, now, severity="medium")
    item = make_item(make_change(second, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    item.phrases = [f"“{_KEYS[:-1]}” becomes “{_ALL_KEYS[:-1]}”"]
    item.save()
    assert client.get(f"/{provision.permanent_id}.json").json()["last_event"]["told"].startswith(told)


def test_a_long_phrase_that_alone_came_or_went_is_quoted() -> None:
    now = _SOURCES.replace("or from other", f"{_PHRASE}or from other")
    assert named_edit(_SOURCES, now) == f"“{_PHRASE[:-2]}” was added"
    assert named_edit(now, _SOURCES) == f"“{_PHRASE[:-2]}” was removed"


def test_a_long_phrase_is_told_among_other_edits() -> None:
    now = _SOURCES.replace("or from other", f"{_PHRASE}or from other").replace("gardeners", "women")
    now = now.replace("paths", "lanes").replace("other neighbours", "further neighbours of ours")
    assert telling_edit(_SOURCES, now) == f"“{_PHRASE[:-2]}” was added"


def test_a_phrase_of_several_lines_is_not_told() -> None:
    went = "Picking more plums than fit in a basket, which is:\n\nA basket of willow,\n\n"
    before = f"{went}Climbing old trees,\n\nLeaving open gates, or\n\nFeeding our hens."
    now = "Climbing trees,\n\nLeaving gates, or\n\nFeeding the hens of ours."
    assert "Picking" not in telling_edit(before, now)
