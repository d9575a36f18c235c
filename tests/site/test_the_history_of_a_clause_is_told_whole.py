"""A page tells what happened to its clause's words, in whatever way, and what did not happen to them."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.test import Client

from conductatlas.changes import is_hidden_address
from conductatlas.records.models import Change, ChangeItem, ItemKind, Passage, Provision, Verdict, Wording
from conductatlas.site.presenters.named_edits import ONLY_DIVIDED
from conductatlas.site.presenters.provisions import present_provision
from tests.records_factory import (
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    make_wording,
    remove,
    reword,
)

pytestmark = pytest.mark.django_db

_WATCH = "We may monitor what you do on Larkwell from our own systems."
_ANYBODY = "at the gates, in the halls and on the stairs of every house or tower whatever somebody"
_MORE = "You must not disturb the monitoring of what others do on Larkwell."


def _history(*quotes: str, told: bool = False, to_the_letter: bool = False) -> Provision:
    """A provision whose words were these, each month others; `told`: items of changes say so."""
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, quotes[0], at(2026, 1, 1)), "monitoring-rights", quotes[0])
    for month, quote in enumerate(quotes[1:], 2):
        version = make_version(document, quote, at(2026, month, 1))
        before, after = reword(provision, version, quote, severity="medium")
        change = make_change(version, Verdict.SUBSTANTIVE)
        if told:
            item = make_item(change, ItemKind.REWORDED, provision, before, after)
            item.to_the_letter = to_the_letter
            item.save()
    return provision


def _seen(client: Client, provision: Provision) -> str:
    page = client.get(f"/{provision.permanent_id}").content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_other_words_of_which_no_change_tells_are_no_nothing(client: Client) -> None:
    seen = _seen(client, provision := _history(_WATCH, f"{_WATCH} {_MORE}"))
    assert "No change of its words" not in seen
    told = f"“{_MORE[:-1]}” was added"
    assert f"What changed last {told} , on 1 Feb 2026" in seen
    assert "in words that have changed since" in seen
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert (event["told"], event["change"]) == (told, "CA-C-000001")


def test_a_quotation_with_other_bounds_has_no_other_words(client: Client) -> None:
    whole = f"{_WATCH} {_MORE}"
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, f"{whole} 1", at(2026, 1, 1)), "monitoring-rights", _WATCH)
    version = make_version(document, f"{whole} 2", at(2026, 2, 1))
    reword(provision, version, whole, severity="medium")
    make_change(version, Verdict.SUBSTANTIVE)
    seen = _seen(client, provision)
    assert "in words that have changed since" not in seen
    assert "No change of its words on record since it was first seen" in seen
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == ONLY_DIVIDED


def test_other_numbers_are_no_other_words(client: Client) -> None:
    assert "in words that have changed since" not in _seen(client, _history(f"7.1 {_WATCH}", f"7.2 {_WATCH}"))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (_WATCH.replace("systems", "Systems,"), "the same words, with other punctuation or capitals"),
        (f"(c) {_WATCH}", "the same words, numbered otherwise"),
        (_WATCH.replace("We may", "we may[65]"), "the same words, with other capitals"),
        (_WATCH.replace("Larkwell from", "Larkwell in the night from"), "“in the night” was added"),
        (_WATCH.replace("may monitor what", "monitor what"), "“We may monitor” became “We monitor”"),
        (_WATCH.replace("what you", _ANYBODY), "some of its words changed"),
    ],
)
def test_only_a_passage_with_other_bounds_was_drawn_otherwise(client: Client, after: str, told: str) -> None:
    provision = _history(_WATCH, after)
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == told


def test_two_events_of_a_day_are_told_by_the_hour(client: Client) -> None:
    provision = _history(_WATCH, f"{_WATCH} {_MORE}", _WATCH.replace("our own", "other"))
    for hour, change in enumerate(Change.objects.order_by("id")):
        Change.objects.filter(pk=change.pk).update(recorded_at=at(2026, 2, 1) + timedelta(hours=hour))
    events = present_provision(Provision.objects.get(pk=provision.pk), 1, at(2026, 9, 1)).events
    assert [one.with_hour for one in events] == [True, True]


def test_a_blank_that_came_is_no_event(client: Client) -> None:
    seen = _seen(client, provision := _history("Watching:We may monitor it.", "Watching: We may monitor it."))
    assert "No change of its words on record since it was first seen" in seen
    assert "2 wordings" not in seen
    assert not client.get(f"/{provision.permanent_id}.json").json()["events"]


def test_words_with_little_in_common_are_told_as_others_and_not_as_some_that_changed(client: Client) -> None:
    other = "Keepers of the tower write down who comes and goes through every gate at night."
    seen = _seen(client, _history(_WATCH, other))
    assert "What changed last Other words, or another passage of this type , on 1 Feb 2026" in seen


def test_what_a_change_tells_is_not_told_twice(client: Client) -> None:
    provision = _history(_WATCH, f"{_WATCH} {_MORE}", told=True)
    assert len(client.get(f"/{provision.permanent_id}.json").json()["events"]) == 1


def test_a_slip_is_told_as_one(client: Client) -> None:
    seen = _seen(client, _history(_WATCH, _WATCH.replace("our own", "a our own"), told=True, to_the_letter=True))
    assert "What changed last Reworded , on 1 Feb 2026" in seen


def test_what_came_in_an_edit_to_the_letter_is_told(client: Client) -> None:
    before = f"{_WATCH} We look in spring, we read in summer and we write in autumn."
    after = f"{_WATCH} We look in March, we read in June and we write in August. {_MORE}"
    provision = _history(before, after, told=True, to_the_letter=True)
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == f"reworded; among other edits, “{_MORE[:-1]}” was added"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("10.2.We may monitor it.", "10.2. We may monitor it.", "the same words, with other spacing"),
        ("We may monitor it, all day.", "We may monitor it all day.", "the same words, with other punctuation"),
        ("We may monitor the service.", "We may monitor the Service.", "the same words, with other capitals"),
        (
            "We monitor it as https://larkwell.example/old/watch says here.",
            "We monitor it as https://larkwell.example/watch says here.",
            "the same words, with another address in them",
        ),
        ("13.3 We may monitor it.", "14.3 We may monitor it.", "the same words, numbered otherwise"),
    ],
)
def test_how_the_same_words_are_written_is_told(client: Client, before: str, after: str, told: str) -> None:
    provision = _history(before, after, told=True, to_the_letter=True)
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == told


def test_a_number_that_went_is_told_as_such(client: Client) -> None:
    provision = _history(f"{_WATCH}\n\n5.1 {_MORE}", f"{_WATCH}\n\n{_MORE}", told=True)
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == "the same words, numbered otherwise"


def test_of_many_edits_the_most_telling_one_is_quoted(client: Client) -> None:
    before = f"{_WATCH} We look at it in spring. We read of it in summer. We write of it in autumn."
    after = f"{_WATCH} We look at it in March. We read of it in June. We write of it in August."
    alarm = "Our partners in Ostmark receive a copy of your recordings."
    provision = _history(before, f"{after} {alarm}", told=True)
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert event["told"] == (
        "reworded; among other edits, “Our partners in Ostmark receive a copy of your recordings” was added"
    )


def test_a_name_that_gave_way_to_another_is_told(client: Client) -> None:
    seen = _seen(client, _history(_WATCH, _WATCH.replace("Larkwell", "Tern"), told=True, to_the_letter=True))
    assert "What changed last Reworded: “Larkwell” became “Tern” , on 1 Feb 2026" in seen


@pytest.mark.parametrize(("direction", "told"), [("unjudged", False), ("worse", False), ("better", True)])
def test_a_grade_fell_where_something_was_found_to_be_better(client: Client, direction: str, told: bool) -> None:
    provision = _history(_WATCH, f"{_WATCH} You may refuse.", told=True)
    item = ChangeItem.objects.get()
    item.direction = direction
    item.save()
    assert item.before_id
    Wording.objects.filter(pk=item.before_id).update(severity="high")
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert (event["severity_before"], event["severity_after"]) == (("high", "medium") if told else (None, None))


def test_wordings_of_the_same_words_stand_once(client: Client) -> None:
    quotes = (_WATCH, f"**{_WATCH}**", f"_{_WATCH}_", f"{_WATCH} {_MORE}")
    provision = _history(*quotes)
    seen = _seen(client, provision)
    wordings = seen.split("Wordings over time")[1]
    assert "1 Jan 2026 to 1 Apr 2026" in wordings
    assert "2 times since, first on 1 Feb 2026 and last on 1 Mar 2026 , the words stayed the same" in wordings
    assert "2 wordings, the latest first" in wordings
    assert len(client.get(f"/{provision.permanent_id}.json").json()["wordings"]) == 4


def test_many_times_that_only_markup_changed_are_told_by_the_first_and_the_last(client: Client) -> None:
    quotes = [_WATCH, *(f"**{_WATCH}**" if month % 2 else f"_{_WATCH}_" for month in range(1, 11))]
    wordings = _seen(client, _history(*quotes)).split("Wordings over time")[1]
    assert "10 times since, first on 1 Feb 2026 and last on 1 Nov 2026 ," in wordings


def test_one_wording_is_not_counted_by_its_markup(client: Client) -> None:
    wordings = _seen(client, _history(_WATCH, f"**{_WATCH}**")).split("Wordings over time")[1]
    assert "One wording, marked up in several ways over time." in wordings
    assert "compared with the one before" not in wordings


def test_of_one_wording_no_history_of_wordings_is_told(client: Client) -> None:
    seen = _seen(client, _history(_WATCH))
    assert "What changed last Seen in one version only" in seen
    assert "Wordings over time" not in seen


def test_an_address_that_is_hidden_is_the_same_address(client: Client) -> None:
    hidden, shown = (
        f"Write to {one} with your name and your wish." for one in ("[email protected]", "a@larkwell.example")
    )
    seen = _seen(client, provision := _history(hidden, shown, hidden))
    assert "No change of its words on record since it was first seen" in seen
    assert "Back to the wording" not in seen
    assert "hides an address in these words from programs" in seen
    assert not client.get(f"/{provision.permanent_id}.json").json()["events"]
    assert client.get(f"/{provision.permanent_id}.json").json()["hides_address"]
    assert "hides an address" not in _seen(client, make_provision(provision.first_version, "deletion-right", _WATCH))


def test_another_address_is_told() -> None:
    assert is_hidden_address("Write to [email protected] now.", "Write to a@larkwell.example now.")
    assert not is_hidden_address("Write to b@larkwell.example now.", "Write to a@larkwell.example now.")
    dated = "Write to [email protected] from {} on."
    assert not is_hidden_address(dated.format("1 May 2026"), dated.format("2 June 2026"))


def test_a_change_strikes_nothing_that_the_text_still_has(client: Client) -> None:
    first, second = (f"{_WATCH} {_MORE}", f"What you write here is yours, and stays so for good.\n\n{_MORE}")
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, first, at(2026, 1, 1)), "monitoring-rights", first)
    version = make_version(document, f"{second}\n\n{_WATCH}", at(2026, 2, 1))
    before, after = reword(provision, version, _WATCH, severity="medium")
    make_item(change := make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, before, after)
    (passage,) = client.get(f"/{change.permanent_id}.json").json()["passages"]
    assert {one["kind"] for one in passage["redline"]} == {"same"}
    assert passage["moved_words"]
    page = client.get(f"/{change.permanent_id}").content.decode()
    assert "What only moved within the text" in page


def test_words_that_come_back_under_another_record_stood_there_before(client: Client) -> None:
    document = make_document("Larkwell")
    first = make_version(document, _WATCH, at(2026, 1, 1))
    earlier = make_provision(first, "monitoring-rights", _WATCH)
    make_provision(first, "deletion-right", _WATCH)
    make_version(document, _WATCH, at(2026, 2, 1))
    remove(earlier, make_version(document, _MORE, at(2026, 3, 1)))
    again = make_provision(make_version(document, _WATCH, at(2026, 4, 1)), "monitoring-rights", _WATCH)
    (before,) = client.get(f"/{again.permanent_id}.json").json()["stood_before"]
    assert before["provision"] == earlier.permanent_id
    assert (before["first_version"]["number"], before["last_version"]["number"]) == (1, 2)
    seen = _seen(client, again)
    assert "the same words stood here before , from 1 Jan 2026" in seen
    assert f"as {earlier.permanent_id} (from 1 Jan 2026 to 1 Feb 2026 )." in seen
    assert not client.get(f"/{earlier.permanent_id}.json").json()["stood_before"]
    assert "stood here before" not in _seen(client, earlier)
    earlier.state = "withdrawn"
    earlier.save()
    assert "stood here before" not in _seen(client, again)


def test_a_wording_has_all_the_words_of_its_version_and_no_others(client: Client) -> None:
    comes = "Whoever hears their song writes it down each morning by hand."
    document = make_document("Larkwell")
    old = f"{_WATCH} {_MORE}"
    version = make_version(document, f"{old}\n\n## More\n\n{comes}", at(2026, 1, 1))
    provision = make_provision(version, "monitoring-rights", old)
    new = f"{_WATCH} {_MORE} {comes}"
    later = make_version(document, f"{new}\n\n## More\n\n{_WATCH}", at(2026, 2, 1))
    reword(provision, later, new, severity="medium")
    latest = client.get(f"/{provision.permanent_id}.json").json()["wordings"][0]

    def words(*kinds: str) -> str:
        return " ".join("".join(one["text"] for one in latest["redline"] if one["kind"] in kinds).split())

    assert words("same", "inserted") == new
    assert words("same", "deleted") == old
    assert latest["moved_words"]
    assert "Some of the words marked stood elsewhere in the text before" in _seen(client, provision)


def test_a_sentence_that_a_passage_lost_to_its_neighbour_is_told_as_still_there(client: Client) -> None:
    consent = "We watch the tower only where you have given your consent."
    document = make_document("Larkwell")
    old = f"{consent} {_WATCH} {_MORE}"
    provision = make_provision(make_version(document, f"{old}\n", at(2026, 1, 1)), "monitoring-rights", old)
    new = f"{_WATCH} Whoever hears a song in the tower writes it down."
    reword(provision, make_version(document, f"{consent}\n\n{new}\n", at(2026, 2, 1)), new, severity="high")
    latest = client.get(f"/{provision.permanent_id}.json").json()["wordings"][0]
    assert latest["still_said"] == [consent[:-1]]
    assert latest["regraded"]
    seen = _seen(client, provision)
    assert f"still in the text beside it then, word for word: “ {consent[:-1]} ”" in seen
    assert "The grade is that of the passage alone" in seen


def test_sentences_that_left_the_text_stood_nowhere_else(client: Client) -> None:
    went = "This helps us to find whoever broke the rules of the hall. We take down what the law of Ostmark forbids."
    document = make_document("Larkwell")
    old = f"{_WATCH}\n\n{went}"
    provision = make_provision(make_version(document, f"{old}\n", at(2026, 1, 1)), "monitoring-rights", old)
    reword(provision, make_version(document, f"{_WATCH}\n", at(2026, 2, 1)), _WATCH, severity="medium")
    latest = client.get(f"/{provision.permanent_id}.json").json()["wordings"][0]
    assert went in latest["redline"][-1]["text"]
    assert not latest["moved_words"]
    assert not latest["still_said"]


@pytest.mark.parametrize("title", ["Watching.", "7.  **Watching**"])
@pytest.mark.parametrize("told", [True, False])
def test_a_title_that_came_is_told_as_one(client: Client, title: str, *, told: bool) -> None:
    titled = _history(_WATCH, f"{title} {_WATCH}", told=told)
    assert "the same words, now with a title before them" in _seen(client, titled).lower()


def test_a_number_that_went_is_told_as_one(client: Client) -> None:
    numbered = _history(f"L.2. {_WATCH}", _WATCH, told=True)
    assert "the same words, now without the number before them" in _seen(client, numbered).lower()


def test_words_that_were_found_again_many_times_in_a_row_are_told_once(client: Client) -> None:
    document = make_document("Larkwell")
    first = make_version(document, _WATCH, at(2026, 1, 1))
    provision = make_provision(first, "monitoring-rights", _WATCH)
    for day in (3, 5, 7, 9):
        version = make_version(document, "Be kind.", at(2026, 1, day))
        make_change(version, Verdict.SUBSTANTIVE)
        Wording.objects.filter(provision=provision, last_version=None).update(last_version=first)
        first = make_version(document, _WATCH, at(2026, 1, day + 1))
        make_change(first, Verdict.SUBSTANTIVE)
        make_wording(provision, first, _WATCH, severity="medium")
    told = client.get(f"/{provision.permanent_id}.json").json()
    assert [one["told"] for one in told["events"]] == [
        "found again (not found since 9 Jan 2026), the last of 4 times since 4 Jan 2026"
    ]
    assert told["event_count"] == 1


_ANSWERS = "We answer for claims, provided that you (a) tell us at once; (b) leave the defence to us and help with it."
_ANSWERS_CUT = "We answer for all claims, provided that you (a) tell us at once;"


def test_a_quotation_that_breaks_off_strikes_nothing_for_sure(client: Client) -> None:
    seen = _seen(client, _history(_ANSWERS, _ANSWERS_CUT))
    assert "words which are marked may stand in both texts" in seen


def test_a_quotation_to_the_end_of_its_sentence_is_compared_as_it_stands(client: Client) -> None:
    seen = _seen(client, _history(_ANSWERS_CUT, _ANSWERS, f"{_ANSWERS} {_MORE}"))
    assert "These words end within a sentence" not in seen
    assert seen.count("words which are marked may stand in both texts") == 1


def test_an_item_that_begins_within_a_sentence_behind_its_number_says_so(client: Client) -> None:
    item = _history("viii. modify, adapt, translate, or create derivative works based upon what Larkwell shows to you.")
    assert "These words begin within a sentence" in _seen(client, item)


_COLLECTS = (
    "Corvid Mail does not knowingly read, keep or copy the letters of pupils under 18, and has no page for them."
)
_SELLS = "Corvid Mail does not knowingly sell or lend the letters of readers under 16."


def _item(client: Client, before: str, after: str, phrases: list[str], shifts: list[dict[str, str]]) -> str:
    """How the page of a record tells that its words became others, of which a change tells so."""
    document = make_document("Corvid Mail")
    provision = make_provision(make_version(document, before, at(2026, 1, 1)), "childrens-data", before)
    version = make_version(document, after, at(2026, 2, 1))
    wordings = reword(provision, version, after, severity="medium")
    item = make_item(make_change(version, Verdict.SUBSTANTIVE), ItemKind.REWORDED, provision, *wordings)
    item.phrases, item.shifts = phrases, shifts
    item.save()
    (event,) = client.get(f"/{provision.permanent_id}.json").json()["events"]
    return str(event["told"])


def test_a_fact_that_moved_comes_first_with_the_words_that_it_rests_on(client: Client) -> None:
    fact = "the age named falls from 18 years to 16 years"
    before, after = f"{_COLLECTS} Write to the mill in spring.", f"{_SELLS} Come to the mill, by day."
    told = _item(client, before, after, [fact, f"“{_COLLECTS[:-1]}” becomes “{_SELLS[:-1]}”"], [{"phrase": fact}])
    assert told == f"reworded: {fact}; among other edits, “{_COLLECTS[:-1]}” became “{_SELLS[:-1]}”"


_CLOSED = "If we learn or have reason to think that a pupil is under the age of 18, we will close that page."
_LOOKED_INTO = (
    "If we learn or have reason to think that a pupil is under the age of 18, we will look into it and, "
    "where that is right and nobody at the mill has asked for more time, delete the letters and/or the page."
)


def test_where_nothing_shorter_tells_it_the_sentence_is_quoted_before_and_after(client: Client) -> None:
    told = _item(client, _CLOSED, _LOOKED_INTO, [f"“{_CLOSED[:-1]}” becomes “{_LOOKED_INTO[:-1]}”"], [])
    assert told == f"reworded: “{_CLOSED[:-1]}” became “{_LOOKED_INTO[:-1]}”"


def test_the_rest_of_a_broken_sentence_is_not_told_as_one_that_went(client: Client) -> None:
    assert (
        _item(client, _CLOSED, _LOOKED_INTO, ["it leaves out “your page either in the evening or by”"], [])
        == "reworded"
    )


def test_words_from_within_a_sentence_are_not_told_as_if_they_were_one(client: Client) -> None:
    before = "Letters in dispute, that a Keeper of Larkwell holds in the north tower, go to the council of the town."
    after = "Letters in dispute that the Master at the ferry by the old mill brings over go to the council of the town."
    phrase = "it adds “Master at the ferry by the old mill brings over go to the council of the town”"
    assert "it adds" not in _item(client, before, after, [phrase], [])


def test_a_whole_sentence_of_many_words_is_told_as_added(client: Client) -> None:
    said = "Master Tern keeps the key of the ferry by the old mill"
    told = _item(client, _CLOSED, f"{_LOOKED_INTO} {said}.", [f"it adds “{said}”"], [])
    assert f"“{said}”" in told


@pytest.mark.parametrize("kept", ["", f"{_COLLECTS} "])
def test_what_is_nearly_all_of_a_clause_is_not_told_as_added_to_it(client: Client, kept: str) -> None:
    came = "When the mill is sold, the letters of our readers go to the buyer with it"
    before, after = (
        f"{kept}The letters of our readers go to the buyer of the mill, if it is let or sold. Ask us.",
        f"{kept}{came}. Ask us.",
    )
    told = _item(client, before, after, [f"“{came}” was added"], [])
    assert told == (f"reworded; among other edits, “{came}” was added" if kept else "reworded")


@pytest.mark.parametrize("told", [False, True])
def test_words_that_a_capture_may_only_lack_are_told_with_that_doubt(client: Client, told: bool) -> None:
    lacking = "In 9 places words of links went, and the text has gaps there. One of the two captures may only lack the "
    whole = f"{_WATCH} You can decide to stop this watch by changing your settings at the gates."
    gaps = whole.replace("stop this watch ", "").replace("settings ", "")
    provision = _history(whole, gaps, told=told)
    assert "may only lack the words" not in _seen(client, provision)
    Change.objects.update(reasons=[f"{lacking}words of its links."])
    seen = _seen(client, provision)
    assert "; the newer capture may only lack the words of its links" in seen
    assert "These words may have gaps" in seen
    Passage.objects.filter(text=gaps).update(text=whole.replace(f"{_WATCH} ", ""))
    assert "may only lack the words" not in _seen(client, provision)


def test_a_sentence_that_only_came_into_a_passage_is_told_as_there_before(client: Client) -> None:
    consent = "We watch the tower only where you and all others have given your consent."
    nearly = "We watch the tower only where you and all others have given consent."
    document = make_document("Larkwell")
    old = f"{_WATCH} {_MORE}"
    provision = make_provision(make_version(document, f"{nearly}\n\n{old}\n", at(2026, 1, 1)), "monitoring-rights", old)
    new = f"{_WATCH} {_MORE} {consent}"
    reword(provision, make_version(document, f"Of towers.\n\n{new}\n", at(2026, 2, 1)), new, severity="high")
    latest = client.get(f"/{provision.permanent_id}.json").json()["wordings"][0]
    assert latest["said_before"] == [consent[:-1]]
    assert f"and only came into this passage, word for word or nearly: “ {consent[:-1]} ”" in _seen(client, provision)


def test_a_sentence_that_came_into_the_text_stood_nowhere_before(client: Client) -> None:
    came = "We watch the tower only where you have given your consent."
    document = make_document("Larkwell")
    old = f"{_WATCH} {_MORE}"
    provision = make_provision(make_version(document, f"{old}\n", at(2026, 1, 1)), "monitoring-rights", old)
    new = f"{old}\n\n{came}"
    reword(provision, make_version(document, f"{new}\n", at(2026, 2, 1)), new, severity="medium")
    assert client.get(f"/{provision.permanent_id}.json").json()["wordings"][0]["said_before"] == []
