"""The page of a change tells what its two texts bear out, all of it within reach, and which clauses share a passage."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from conductatlas.changes.captures.editions import WHETHER_IT_FOLLOWS
from conductatlas.records.models import Change, Document, ItemKind, Verdict, Version
from conductatlas.site.presenters.links import ClauseTypeLink
from conductatlas.site.presenters.unsettled import ToldOnce, of_a_type_together
from tests.records_factory import at, make_change, make_document, make_item, make_provision, make_version, reword

pytestmark = pytest.mark.django_db
_KEPT = "You must not grind your neighbour's corn."
_NEW = "You must not grind after dark."
_MEETING = "Whoever grinds at night is heard by all people of the valley."
_SINGING = "You must not sing in the mill at any time."
_COOKIES = "We use cookies and similar technologies when you visit other websites, to show you personalised ads."
_OPEN = "The mill stands in the north of the valley, and has two wheels."
_CARRIED = (("rye", "You must not sing by day."), ("oats", "You must not sing by night."))
_ROOMS = [f"You must not take anything from room {number}, or harass anybody in it." for number in range(30)]


def _versions(*texts: str) -> tuple[Document, tuple[Version, ...]]:
    document = make_document("Larkwell")
    return document, tuple(make_version(document, text, at(2026, number, 10)) for number, text in enumerate(texts, 1))


def _page(change: Change, query: str = "") -> str:
    html = Client().get(f"/{change.permanent_id}{query}").content.decode()
    assert len(html.encode()) < 60_000
    return html


def _json(change: Change) -> dict[str, object]:
    found: dict[str, object] = Client().get(f"/{change.permanent_id}.json").json()
    return found


def test_what_stood_word_for_word_did_not_come() -> None:
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{_NEW}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", _KEPT)
    assert _json(change)["unsettled"] == []
    make_provision(second, "prohibited-conduct", _NEW)
    assert [one["quote"] for one in _json(change)["unsettled"]] == [_NEW]  # type: ignore[attr-defined]
    assert "Sentences of this clause came or went. Whether" in _page(change)


def test_of_a_passage_that_partly_stood_only_what_is_new_is_shown_without_names_of_images() -> None:
    _, (_, second) = _versions(
        f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n![Logo for the mill](mill.png) {_NEW}\n"
    )
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", f"{_KEPT}\n\n![Logo for the mill](mill.png) {_NEW}")
    html = _page(change)
    assert f"<ins>{_NEW}</ins>" in html
    assert "Logo for the mill" not in html.partition('id="redline"')[0]


def test_of_words_that_came_only_those_that_state_the_clause_are_shown() -> None:
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{_OPEN} {_NEW}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", f"{_OPEN} {_NEW}")
    assert f"<ins>{_NEW}</ins>" in _page(change)
    make_provision(second, "arbitration-opt-out", f"{_OPEN} {_NEW}")
    assert "Sentences of this clause came or went. Whether" in _page(change)


def test_all_that_the_text_cannot_tell_is_within_reach_without_the_json() -> None:
    _, (_, second) = _versions("# Rules\n", "\n\n".join(("# Rules", *_ROOMS)))
    change = make_change(second, Verdict.SUBSTANTIVE)
    for room in _ROOMS:
        make_provision(second, "prohibited-conduct", room)
    first = _page(change)
    pages = int(re.findall(r"Page 1 of (\d+)", first)[0])
    assert pages > 1
    seen = [
        room for number in range(1, pages + 1) for room in re.findall("<ins>(.*?)</ins>", _unsettled(change, number))
    ]
    assert seen == _ROOMS
    assert "Sentences of these clauses came or went. Whether" in first


def test_words_that_perhaps_state_a_clause_are_not_told_of_it() -> None:
    perhaps = "You must not enter room 3 of the house without a key of your own."
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{perhaps}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", perhaps)
    assert _json(change)["unsettled"] == []


def test_words_that_do_not_state_the_clause_by_themselves_are_not_told_of_it() -> None:
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{_MEETING}\n\n{_NEW}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", _NEW)
    make_provision(second, "prohibited-conduct", _MEETING)
    found = _unsettled(change, 1)
    assert found.count("Words that came: <a") == 1
    assert _MEETING not in found


def test_words_of_several_clauses_are_told_once() -> None:
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{_COOKIES}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    for clause_type in ("cookies-and-trackers", "targeted-advertising", "cookies-and-trackers"):
        make_provision(second, clause_type, _COOKIES)
    found = _unsettled(change, 1)
    assert found.count(f"<ins>{_COOKIES}</ins>") == 1
    assert [_title(one) for one in re.findall("<h3>(.*?)</h3>", found)] == [
        "Words that came: Cookies and trackers; Targeted advertising"
    ]


def test_of_a_text_that_may_be_another_one_no_words_are_told_of_a_clause() -> None:
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{_NEW}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", _NEW)
    change.reasons = [f"Another title. {WHETHER_IT_FOLLOWS}"]
    change.save()
    assert _json(change)["unsettled"] == []
    assert "neither added nor removed" not in _page(change)


def test_what_went_and_what_came_of_a_clause_are_told_one_behind_the_other() -> None:
    entries = [
        ToldOnce(words.startswith("came"), words, "", (), (ClauseTypeLink(words[-1], words[-1], "", ""),))
        for words in ("went A", "went B", "came A")
    ]
    assert [one.words for one in of_a_type_together(entries)] == ["went A", "came A", "went B"]


def test_between_sentences_that_did_not_stand_side_by_side_a_gap_is_marked() -> None:
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{_NEW} {_OPEN} {_SINGING}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", f"{_NEW} {_OPEN} {_SINGING}")
    assert f"<ins>{_NEW} […] {_SINGING}</ins>" in _unsettled(change, 1)


def test_clauses_whose_passages_changed_in_the_same_words_are_told_together() -> None:
    before, after = f"{_OPEN} {_KEPT}", f"{_OPEN} {_KEPT.replace('grind', 'ever grind')}"
    beside = f"{before}\n\n{_MEETING}", f"{after}\n\n{_MEETING}"
    _, (first, second) = _versions(*(f"# Rules\n\n{one}\n" for one in beside))
    small, large = (
        make_provision(first, clause_type, quote)
        for clause_type, quote in (("prohibited-conduct", before), ("monitoring-rights", beside[0]))
    )
    change = make_change(second, Verdict.SUBSTANTIVE)
    for provision, quote in ((small, after), (large, beside[1])):
        make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, quote, severity="medium"))
    assert "The 2 clauses that follow are of one passage; its redline is below the last." in _page(change)
    passages = _json(change)["passages"]
    assert isinstance(passages, list)
    assert [_MEETING in "".join(part["text"] for part in one["redline"]) for one in passages] == [False]


def test_what_gives_a_change_of_several_pages_its_severity_is_named_on_each() -> None:
    rooms = [f"{room} {_MEETING * 8}" for room in _ROOMS]
    _, (first, second) = _versions("\n\n".join(("# Rules", *rooms)), "\n\n".join(("# Rules", _KEPT)))
    change = make_change(second, Verdict.SUBSTANTIVE)
    for number, room in enumerate(rooms):
        provision = make_provision(first, "prohibited-conduct", room)
        severity = "high" if number == len(rooms) - 1 else "low"
        make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, _KEPT, severity=severity))
    Change.objects.filter(pk=change.pk).update(severity="high")
    change.refresh_from_db()
    named = "The severity of the change is that of its gravest clauses: ▲ high, Prohibited conduct."
    assert [named in _title(_page(change, f"?page={number}")) for number in (1, 2)] == [True, True]


def _title(heading: str) -> str:
    return " ".join(re.sub("<[^>]*>", "", heading).split())


def test_items_of_two_lists_that_came_are_told_each_behind_its_own_lead_in() -> None:
    lists = (
        ("Nobody may let our guests of today:", "sell stolen corn, illegal drugs, weapons or counterfeit goods"),
        (
            "At the mill nobody may:",
            "infringe the rights of others, or break any law or regulation",
        ),
    )
    came = "\n\n".join(f"{lead_in}\n\n*   {item}" for lead_in, item in lists).replace(
        "You agree to let", "Nobody may let"
    )
    _, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_KEPT}\n\n{came}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", came)
    shown = _unsettled(change, 1)
    assert "After “Nobody may let our guests of today:”" in shown
    assert "After “At the mill nobody may:”" in shown
    assert "goods […] infringe" not in shown


def test_a_lead_in_that_turns_an_item_stands_before_the_words_that_came() -> None:
    old = f"# Rules\n\n{_KEPT}\n\nOnly to millers we show:\n\n- Offers that ask to buy or to sell corn of last year\n"
    item = "Content that threatens, harasses, or bullies others, or that is illegal"
    _, (_, second) = _versions(old, f"{old}- {item}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "prohibited-conduct", f"- {item}")
    assert "After “Only to millers we show”" in _unsettled(change, 1)


@pytest.mark.parametrize(("stood", "told"), [(False, ", which came too<"), (True, "<")])
def test_what_stands_ahead_of_words_that_came_is_said_to_have_come_too(*, stood: bool, told: str) -> None:
    ahead = "On some days the mill is full of guests from the valley."
    words = "To delete such letters, you must first ask the keeper of the mill to delete your account."
    rules = f"# Rules\n\n{_KEPT}\n\n"
    _, (_, second) = _versions(f"{rules}{ahead if stood else ''}\n", f"{rules}{ahead} {words}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_provision(second, "deletion-right", f"{ahead} {words}")
    assert f"After “{ahead}”{told}" in _unsettled(change, 1)


def _unsettled(change: Change, number: int) -> str:
    html = _page(change, f"?unsettled={number}")
    return html.partition('id="unsettled"')[2].partition('id="redline"')[0]


def test_clauses_in_one_passage_are_said_to_share_its_redline_and_those_of_one_type_are_told_apart() -> None:
    other, changed = "You must not sing in the mill at night.", "You must not sing in the mill at all."
    _, (first, second) = _versions(f"# Rules\n\n{_KEPT}\n\n{other}\n", f"# Rules\n\n{_NEW}\n\n{changed}\n")
    one, beside, last = (
        make_provision(first, clause_type, quote)
        for clause_type, quote in (
            ("prohibited-conduct", _KEPT),
            ("monitoring-rights", _KEPT),
            ("prohibited-conduct", other),
        )
    )
    change = make_change(second, Verdict.SUBSTANTIVE)
    for provision, quote in ((one, _NEW), (beside, _NEW), (last, changed)):
        make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, quote, severity="medium"))
    html = _page(change)
    assert html.count("The 2 clauses that follow are of one passage; its redline is below the last.") == 1
    assert f"“{_NEW.rstrip('.')}" in html and f"“{changed.rstrip('.')}" in html
    passages = _json(change)["passages"]
    assert [[bool(item["distinction"]) for item in one["items"]] for one in passages] == [  # type: ignore[attr-defined]
        [True, False],
        [True],
    ]


@pytest.mark.parametrize(("after", "unmarked"), [(f"**{_KEPT}**", True), (_NEW, False)])
def test_of_a_passage_of_which_no_word_changed_the_page_says_so(after: str, unmarked: bool) -> None:
    _, (first, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{after}\n")
    provision = make_provision(first, "prohibited-conduct", _KEPT)
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, after, severity="medium"))
    assert ("No word of it came into the text or went from it." in _page(change)) == unmarked


def test_what_a_passage_lost_and_the_text_says_elsewhere_in_other_words_stands_below_it() -> None:
    lost = "You may also bring a complaint about spoilt flour before the miller's guild."
    said = "Depending on the season, you may complain about flour that spoilt to the guild of any miller."
    others = "\n\n".join(_ROOMS)
    _, (first, second) = _versions(
        f"# Rules\n\n{_KEPT} {lost}\n\n{others}\n", f"# Rules\n\n{_NEW}\n\n{others}\n\n{said}\n"
    )
    provision = make_provision(first, "prohibited-conduct", f"{_KEPT} {lost}")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, _NEW, severity="medium"))
    assert f"The text now says elsewhere, edited or in other words: “{said}”" in unescape(_page(change))


def test_of_a_sentence_that_was_edited_and_moved_both_places_tell_the_other() -> None:
    was = "Sections 2, 4 and 5 on what the miller owes for spoilt flour will outlast the end of this contract."
    now = (
        "Clauses 3, 5, 7 (a) and 9 (b) on what any miller owes for spoilt flour will outlast the end of this contract."
    )
    others = "\n\n".join(_ROOMS)
    _, (first, second) = _versions(
        f"# Rules\n\n{_KEPT} {was}\n\n{others}\n\nAsk us.\n", f"# Rules\n\n{_NEW}\n\n{others}\n\nAsk us. {now}\n"
    )
    provision = make_provision(first, "prohibited-conduct", f"{_KEPT} {was}")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, _NEW, severity="medium"))
    assert f"The text now says elsewhere, edited or in other words: “{now}”" in unescape(_page(change))


def test_what_a_redline_itself_inserts_is_not_told_to_stand_elsewhere() -> None:
    lost = "You may also bring a complaint about spoilt flour before the miller's guild."
    said = "Depending on the season, you may complain about flour that spoilt to the guild of any miller{}."
    others = "\n\n".join(_ROOMS)
    nearly = f"{_NEW} {said.format(' by night')}"
    _, (first, second) = _versions(
        f"# Rules\n\n{_KEPT} {lost}\n\n{others}\n", f"# Rules\n\n{nearly}\n\n{others}\n\n{said.format('')}\n"
    )
    provision = make_provision(first, "prohibited-conduct", f"{_KEPT} {lost}")
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, nearly, severity="medium"))
    items = _page(change).partition('<h2 id="redline"')[0]
    assert "Depending on the season" in items and "in other words" not in items


@pytest.mark.parametrize("of_one_type", [True, False])
def test_what_came_and_was_said_elsewhere_in_other_words_stands_below_it(of_one_type: bool) -> None:
    before = "Depending on the season, you may complain about flour that spoilt to the guild of any miller."
    came = "You may also bring a complaint about spoilt flour before the miller's guild."
    if not of_one_type:
        before = "We own the flour, the sacks and all usage data of the mill, whoever brought the corn to its guild."
        came = "All flour, sacks and usage data of the mill are provided as is to the guild, at your own risk."
    others = "\n\n".join(_ROOMS)
    _, (first, second) = _versions(
        f"# Rules\n\n{_KEPT}\n\n{others}\n\n{before}\n", f"# Rules\n\n{_NEW} {came}\n\n{others}\n"
    )
    provision = make_provision(first, "prohibited-conduct", _KEPT)
    change = make_change(second, Verdict.SUBSTANTIVE)
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, f"{_NEW} {came}", severity="medium"))
    assert (f"The text said before, edited or in other words: “{before}”" in unescape(_page(change))) is of_one_type


def test_the_documents_own_date_that_moved_is_told() -> None:
    texts = [f"# Rules\n\nLast updated: {day} May 2026\n\n{_KEPT}\n" for day in (3, 9)]
    _, (_, second) = _versions(*texts)
    change = make_change(second, Verdict.EDITORIAL)
    assert "Its own date, the day of its last update, moved from 3 May 2026 to 9 May 2026." in _page(change)


def test_a_change_of_a_document_that_is_not_judged_says_so() -> None:
    document, (_, second) = _versions(f"# Rules\n\n{_KEPT}\n", f"# Rules\n\n{_NEW}\n")
    change = make_change(second, Verdict.SUBSTANTIVE)
    assert "Not judged." not in _page(change)
    document.language = "zh"
    document.save()
    html = _page(change)
    assert (
        "<strong>Not judged.</strong> This document is written in Chinese." in html
        and "followed as a text alone" in html
    )
    assert _json(change)["provisions_found"] is False


def test_a_clause_is_told_apart_by_the_title_over_what_changed() -> None:
    corn, rye = "You must not carry corn past the gate.", "You must not carry {} past the weir."
    wide = f"{corn}\n\n## Rye\n\n{rye}"
    texts = [f"# Rules\n\n## Corn\n\n{wide.format(what)}\n\n## Songs\n\n{song}\n" for what, song in _CARRIED]
    _, (first, second) = _versions(*texts)
    change = make_change(second, Verdict.SUBSTANTIVE)
    for before, after in zip([wide.format("rye"), _CARRIED[0][1]], [wide.format("oats"), _CARRIED[1][1]], strict=True):
        provision = make_provision(first, "prohibited-conduct", before)
        make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, after, severity="low"))
    passages = _json(change)["passages"]
    assert [item["distinction"] for one in passages for item in one["items"]] == ["Rye", "Songs"]  # type: ignore[attr-defined]


def test_a_clause_that_only_lost_blocks_is_told_apart_by_these() -> None:
    corn, rye, song = "You must not carry corn past the gate.", "You must not carry rye past the weir.", _CARRIED
    texts = [f"{corn}\n\n{rye}\n\n{song[0][1]}\n", f"{rye}\n\n{song[1][1]}\n"]
    _, (first, second) = _versions(*texts)
    change = make_change(second, Verdict.SUBSTANTIVE)
    for before, after in ((f"{corn}\n\n{rye}", rye), (song[0][1], song[1][1])):
        provision = make_provision(first, "prohibited-conduct", before)
        make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, after, severity="low"))
    passages = _json(change)["passages"]
    told = [item["distinction"] for one in passages for item in one["items"]]  # type: ignore[attr-defined]
    assert told == [f"“{corn}”", f"“{song[1][1]}”"]


def test_a_clause_for_some_readers_is_told_as_theirs() -> None:
    inside, outside = "If you live in the European Union", "If you live outside the European Union"
    rules = "### Corn\n\nCarry it.\n\n### Rye\n\nCarry it, too.\n\n### Songs\n\n{}\n\n"
    texts = [
        f"# Rules\n\n##### {outside}\n\n{rules.format(_KEPT)}##### {inside}\n\n{rules.format(song)}"
        for _, song in _CARRIED
    ]
    _, (first, second) = _versions(*texts)
    change = make_change(second, Verdict.SUBSTANTIVE)
    provision = make_provision(first, "prohibited-conduct", _CARRIED[0][1])
    make_item(change, ItemKind.REWORDED, provision, *reword(provision, second, _CARRIED[1][1], severity="low"))
    ((item,),) = ([item["distinction"] for item in one["items"]] for one in _json(change)["passages"])  # type: ignore[attr-defined]
    assert item == inside


@pytest.mark.parametrize(
    ("severity", "kind"), [("none", ItemKind.REWORDED), ("medium", ItemKind.REWORDED), ("none", ItemKind.ADDED)]
)
def test_words_of_clauses_stand_first_where_no_provision_moved_for_sure(severity: str, kind: ItemKind) -> None:
    _, (first, second) = _versions(f"# Rules\n\n{_KEPT}\n\n{_OPEN}\n", f"# Rules\n\n{_KEPT}\n\n{_NEW}\n\n{_OPEN}\n")
    provision = make_provision(first, "prohibited-conduct", _KEPT)
    change = make_change(second, Verdict.SUBSTANTIVE, severity=severity)
    make_item(change, kind, provision, *reword(provision, second, _KEPT, severity=severity))
    make_provision(second, "prohibited-conduct", _NEW)
    html = _page(change)
    unsettled, items = (html.index(f'<h2 id="{name}">') for name in ("unsettled", "items"))
    assert (unsettled < items) is (severity == "none" and kind == ItemKind.REWORDED)


def test_what_is_not_counted_among_the_sentences_is_told() -> None:
    old, new = (
        "The mill is open to the people of the valley on all days.",
        "The mill is open to people of the valley on all days.",
    )
    _, (_, second) = _versions(f"# Rules\n\n{old}\n", f"# Rules\n\n{new}\n\n{_NEW}\n")
    html = _page(make_change(second, Verdict.SUBSTANTIVE))
    assert "1 sentence came." in html
    assert "edits of addresses, of spelling, of signs or of words such as “the” alone." in html
