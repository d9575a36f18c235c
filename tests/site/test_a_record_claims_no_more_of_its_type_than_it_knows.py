"""A type in doubt is not taken for granted further down, nor one passage for another of its type."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from conductatlas.records.models import Provision
from conductatlas.site.presenters.provision_notes import as_text
from conductatlas.site.presenters.provisions import present_provision
from tests.records_factory import World, at, make_document, make_provision, make_version, reword

pytestmark = pytest.mark.django_db

_PUBLIC = "public-by-default"
_FOUND = "Your nest can be found by those who look for a mate or for a place to winter."
_LOGGED = "To keep harm away, we log what each heron does on the ferry and pass it to the wardens of the marsh."


def _seen(client: Client, provision: Provision) -> str:
    page = re.sub(r"<[^>]+>", " ", client.get(f"/{provision.permanent_id}").content.decode())
    return " ".join(page.split())


def _history(*quotes: str, behind: str = "", platform: str = "Larkwell") -> Provision:
    """A record with wordings of some words, each in a version of its own day, with some text behind them."""
    document = make_document(platform)
    provision = make_provision(make_version(document, f"{quotes[0]}{behind}", at(2026, 1, 1)), _PUBLIC, quotes[0])
    for day, quote in enumerate(quotes[1:], 2):
        reword(provision, make_version(document, f"{quote}{behind}", at(2026, 1, day)), quote, severity="medium")
    return provision


def test_what_may_be_another_passage_was_not_first_seen_with_the_first(client: Client) -> None:
    seen = _seen(client, _history(_FOUND, _LOGGED, _LOGGED.replace("wardens", "keepers")))
    assert "First seen" not in seen
    assert "perhaps with another passage of this type; since 2 Jan 2026 its words are others" in seen


def test_words_that_came_back_are_no_other_passage(client: Client) -> None:
    assert "perhaps with another passage" not in _seen(client, _history(_FOUND, _LOGGED, _FOUND))
    assert "First seen 1 Jan 2026" in _seen(
        client, _history(_FOUND, _FOUND.replace("winter", "rest"), platform="Corvid Mail")
    )


def test_nothing_goes_on_behind_the_last_words_of_a_text(client: Client) -> None:
    form = "We hereby withdraw from our contract on the following nest:\n\n- Date:"
    assert "end within a sentence" not in _seen(client, _history(form))
    assert "end within a sentence" in _seen(
        client, _history(form, behind="\n- Signature of the heron", platform="Corvid Mail")
    )


def test_what_is_too_unsure_to_be_graded_is_not_said_to_hold_sentences_of_its_type(world: World) -> None:
    page = present_provision(world.training, 1, timezone.now())
    other = page.provision
    sure = replace(page, stated_by_few=1, marked=(), in_same_words=(other,))
    told = " ".join(as_text(note) for note in sure.notes_on_words)
    assert "only one speaks for this type by itself" in told
    assert "this record is about the one at the top" in told
    assert "Each type is named after what such clauses are usually about" in told
    doubted = replace(sure, confidence=0.4, decision=None)
    told = " ".join(as_text(note) for note in doubted.notes_on_words)
    assert "speaks for this type" not in told
    assert "this record is about" not in told
    assert other.clause_type.title in told
