"""A passage that takes in words of its text, or leaves some to it, gains and loses nothing that the text has not."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import ItemKind, Verdict
from conductatlas.site.presenters.edited_words import CAME_OR_WENT, DRAWN_ANEW, among_others
from conductatlas.site.presenters.named_edits import ONLY_DIVIDED
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db

_WATCH = "We may watch what you sing in the halls of Larkwell from our own tower."
_BELLS = "The bells of the tower ring whenever a stranger comes near the gate."
_NESTS = "Every nest that hangs above the gate belongs to the keepers alone."


def _told(client: Client, texts: tuple[str, str], passages: tuple[str, str], *, to_the_letter: bool = False) -> str:
    """What the record tells of a change of a text in which its passage became another."""
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, texts[0], at(2026, 1, 1)), "monitoring-rights", passages[0])
    version = make_version(document, texts[1], at(2026, 2, 1))
    wordings = reword(provision, version, passages[1], severity="medium")
    item = make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, *wordings)
    item.to_the_letter = to_the_letter
    item.save()
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    return str(event["told"])


@pytest.mark.parametrize("to_the_letter", [False, True])
def test_a_sentence_that_stood_beside_the_passage_was_not_added(client: Client, *, to_the_letter: bool) -> None:
    texts = (f"{_WATCH}\n\n{_BELLS}\n", f"{_WATCH}\n\n{_BELLS}\n\n{_NESTS}\n")
    assert _told(client, texts, (_WATCH, f"{_WATCH}\n\n{_BELLS}"), to_the_letter=to_the_letter) == ONLY_DIVIDED


def test_a_sentence_that_stands_beside_the_passage_now_was_not_removed(client: Client) -> None:
    texts = (f"{_WATCH}\n\n{_BELLS}\n", f"{_BELLS}\n\n{_WATCH}\n")
    assert _told(client, texts, (f"{_WATCH}\n\n{_BELLS}", _WATCH)) == ONLY_DIVIDED


def test_of_several_only_the_new_sentence_was_added(client: Client) -> None:
    after = f"{_WATCH}\n\n{_BELLS}\n\n{_NESTS}"
    told = _told(client, (f"{_WATCH}\n\n{_BELLS}\n", f"{after}\n"), (_WATCH, after))
    assert told == f"reworded: “{_NESTS[:-1]}” was added"


def test_a_sentence_that_is_new_to_the_text_was_added(client: Client) -> None:
    after = f"{_WATCH} {_BELLS}"
    assert "reworded: “The bells" in _told(client, (f"{_WATCH}\n", f"{after}\n"), (_WATCH, after))


def test_of_many_edits_none_is_told_that_only_moved(client: Client) -> None:
    before = f"{_WATCH} We look in spring. We read in summer. We write in autumn."
    after = f"{_WATCH} We look in March. We read in June. We write in August. {_BELLS}"
    told = _told(client, (f"{before}\n\n{_BELLS}\n", f"{after}\n"), (before, after))
    assert "The bells" not in told


def test_a_sentence_that_was_edited_beside_the_passage_was_not_added(client: Client) -> None:
    edited = (
        "In addition to the lanterns that hang above the gate, there are bells and whistles on the market, which can "
        "help you to keep your house in the marsh."
    )
    stood = edited.replace("In", "Guardians should know that, in").replace("your house", "your child's house")
    whole = f"{_WATCH} Guests of the hall stay until dawn, each with a lamp of their own. {edited}"
    told = _told(client, (f"{_WATCH}\n\n{stood}\n", f"{whole}\n"), ("We may watch what you sing", whole))
    assert "bells and whistles" not in told
    assert "“Guests of the hall" in told


_SAYS = "At the bells of our tower you ring, whenever a stranger comes nearer the gate:\n\n* by day\n* by night"


@pytest.mark.parametrize(("above", "was_removed"), [("", True), (f"{_SAYS}\n\n", False)])
def test_a_sentence_that_a_lead_in_says_in_other_words_was_not_removed(
    client: Client, above: str, *, was_removed: bool
) -> None:
    before, after = f"{_BELLS} {_WATCH}", _WATCH.replace("our own tower", "the old tower")
    told = _told(client, (f"{before}\n", f"{above}{after}\n"), (before, after))
    assert ("The bells" in told) is was_removed


_LONG = f"{_NESTS[:-1]}, {'and of the eggs in it they keep a list, ' * 12}each spring."


def test_sentences_are_not_counted_where_others_only_came_into_the_passage(client: Client) -> None:
    after = f"{_WATCH} {_BELLS} {_LONG}"
    assert "sentence was added" not in _told(client, (f"{_WATCH}\n\n{_BELLS}\n", f"{after}\n"), (_WATCH, after))


def test_a_sentence_that_came_alone_is_counted(client: Client) -> None:
    after = f"{_WATCH} {_LONG}"
    assert "one sentence was added" in _told(client, (f"{_WATCH}\n", f"{after}\n"), (_WATCH, after))


def test_what_is_new_in_the_text_is_no_matter_of_bounds() -> None:
    edit = "“The bells ring” was added"
    assert among_others(edit, DRAWN_ANEW) == f"{CAME_OR_WENT}; among other edits, {edit}"
    assert among_others("", DRAWN_ANEW) == DRAWN_ANEW
