"""A passage states several things; a change in one of its sentences is told of those that the sentence states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    Bearing,
    Meaning,
    Pair,
    Told,
    Verdict,
    compare,
    gravest_severity,
    meanings,
    summarise,
    summarise_item,
    tell,
)
from conductatlas.changes.aligning.own_words import own_words, pieces
from conductatlas.changes.captures.editions import STANDS_BELOW, WHETHER_IT_FOLLOWS, told_of_another
from conductatlas.changes.effects.bearing import Rewording
from conductatlas.changes.following.standing import Followed
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_ENDING = "We may suspend or terminate your account at any time and for any reason, at our sole discretion."
_LAW = "You agree to comply with all applicable export laws when you use Corvid."
_OFFICE = "Corvid is made in the old mill of Larkwell, where visitors are welcome on Fridays."


def _meant(old: str, new: str) -> list[tuple[Followed, Meaning]]:
    before, after = read_markdown(old), read_markdown(new)
    outcome = compare(default_finder(), before, after)
    return list(meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after)))


def _of(meant: list[tuple[Followed, Meaning]], clause_type: str) -> tuple[Followed, Meaning]:
    (found,) = (one for one in meant if one[0].clause_type == clause_type)
    return found


def _told(meant: list[tuple[Followed, Meaning]]) -> list[Told]:
    return [tell(*one) for one in meant]


def test_a_sentence_about_something_else_leaves_the_clause_as_it_was() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW} {_OFFICE}")
    one, means = _of(meant, "unilateral-termination")
    assert means.elsewhere
    said = summarise_item(load_catalogue(), one, means)
    assert said.startswith("Words changed in a passage found as ")
    assert "the old mill of Larkwell" in said
    told = [one for one in _told(meant) if one.clause_type == "unilateral-termination"]
    assert summarise(load_catalogue(), Verdict.SUBSTANTIVE, told) == "Words changed in 1 passage."


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("for any reason, at our sole discretion", "if you break these terms"),
        ("at any time and for any reason", "at any time, with thirty days' notice, and for any reason"),
    ],
)
def test_the_clauses_own_sentence_is_its_own(was: str, became: str) -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING.replace(was, became)} {_LAW}")
    assert not _of(meant, "unilateral-termination")[1].elsewhere


def test_a_sentence_that_refers_back_is_of_the_clause_before_it() -> None:
    then = "They may do this only after a warning."
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {then} {_LAW}")
    assert not _of(meant, "unilateral-termination")[1].elsewhere


@pytest.mark.parametrize(
    "beside",
    [
        # 'that' joins a clause to its own sentence.
        "Mills that Corvid keeps in Larkwell are open to visitors on Fridays.",
        # What the text calls itself was named by no other sentence.
        "These Guidelines are printed on fine paper in Larkwell.",
        # Sooner about another clause than about this one.
        "This may include data that you give us.",
    ],
)
def test_a_sentence_that_only_seems_to_refer_back_is_not_of_the_clause_before_it(beside: str) -> None:
    _, means = _of(_meant(f"{_ENDING} {_LAW}", f"{_ENDING} {beside} {_LAW}"), "unilateral-termination")
    assert means.elsewhere


def test_letters_in_a_sentence_that_is_about_nothing_are_no_rewording_of_the_clause_beside_it() -> None:
    then = "You can read of the colour of the old mill, and see its wheel, on a page of ours."
    meant = _meant(f"{_ENDING} {then}", f"{_ENDING} {then.replace('colour', 'color')}")
    assert "unilateral-termination" not in {one.clause_type for one, _ in meant}


def test_letters_in_a_sentence_that_leads_up_to_the_clause_are_a_rewording_of_it() -> None:
    then = "The harbour of Larkwell has a clock, and its colour can be chosen by whoever moors there."
    meant = _meant(f"{then} {_ENDING}", f"{then.replace('colour', 'color')} {_ENDING}")
    _, means = _of(meant, "unilateral-termination")
    assert means.to_the_letter and means.reworded


def test_of_two_passages_with_little_in_common_the_words_that_came_must_be_of_the_clause() -> None:
    wheels = " ".join(
        f"Wheel {number} of the mill is turned by the stream until {number} at night." for number in range(30)
    )
    before = read_markdown(f"{_ENDING} {_LAW}\n\n{wheels}")
    edited = read_markdown(f"{_ENDING.replace('any', 'a')} {_LAW}\n\n{wheels}")
    followed = compare(default_finder(), before, edited).followed
    (one,) = (one for one in followed if one.clause_type == "unilateral-termination")
    assert one.before is not None and one.after is not None
    after = f"{_ENDING}\n\n{wheels}\n\n{_OFFICE}"
    drawn = one._replace(
        before=one.before._replace(quote=f"{_ENDING} {_LAW}"), after=one.after._replace(first=0, quote=after)
    )
    pair = Pair(before, read_markdown(f"{after}\n\n{_LAW}"))
    ((_, means),) = meanings(load_catalogue(), Bearing(default_finder()), [drawn], pair)
    assert means.elsewhere
    assert "the old mill of Larkwell" in means.reworded


def test_severity_is_that_of_what_was_touched() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW} {_OFFICE}")
    told = _told(meant)
    ending = next(one for one in told if one.clause_type == "unilateral-termination")
    others = [one for one in told if not one.is_slight]
    assert ending.elsewhere
    assert ending.severity is Severity.HIGH
    assert gravest_severity(told) is max((one.severity for one in others), default=Severity.NONE)


def test_of_sentences_that_state_another_clause_for_sure_nothing_is_told() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW.replace('all applicable export laws', 'the export laws')}")
    assert "unilateral-termination" not in {one.clause_type for one, _ in meant}


def test_words_that_the_text_had_before_were_not_added() -> None:
    moved = "We review reports about content within two working days of their arrival at our office in Larkwell."
    before = read_markdown(f"# Reports\n\n{moved}\n\n# Ending\n\n{_ENDING} {_LAW}")
    after = read_markdown(f"# Ending\n\n{_ENDING} {moved} {_LAW} {_OFFICE}")
    outcome = compare(default_finder(), before, after)
    meant = list(meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after)))
    _, means = _of(meant, "unilateral-termination")
    assert "two working days" not in means.reworded


def test_a_sentence_that_states_one_clause_hardly_speaks_to_the_other() -> None:
    owned = "You keep ownership of the content that you post on Corvid."
    was = "You remain responsible for the content that you post on Corvid."
    became = was.replace("post on", "post or direct us to use on")
    meant = _meant(f"{owned} {was}", f"{owned} {became}")
    assert _of(meant, "content-ownership-retained")[1].elsewhere
    assert not _of(meant, "content-responsibility")[1].elsewhere


def _bears(clause_type: str, before: str, after: str, heading: str = "", *others: str) -> bool:
    own = own_words(before, after, Pair(read_markdown(before), read_markdown(after)))
    stated = {piece.line: dict.fromkeys(others, 0.9) for passage in (before, after) for piece in pieces(passage)}
    rewording = Rewording(clause_type, before, after, own, heading, stated=stated)
    return Bearing(default_finder()).bears(rewording)


def test_other_courts_are_no_fact_of_a_clause_on_something_else() -> None:
    courts = "You may sue the millers in the courts of {} County, Texas, over the rent of a room and over nothing else."
    before, after = (f"{_ENDING} {_LAW} {courts.format(county)}" for county in ("Wichita", "Tarrant"))
    assert "unilateral-termination" not in {
        one.clause_type for one in _told(_meant(before, after)) if not one.is_slight
    }


def test_the_rest_of_a_sentence_states_what_it_does() -> None:
    terms = "These Terms incorporate by reference (1) the Privacy Policy, (2) the Rules of the House and"
    assert _bears("incorporated-terms", f"{terms}\n\n(3) the Plans of the Mill", terms)
    assert not _bears("incorporated-terms", f"{terms}\n\nThe mill is open on every day but Sunday.", terms)


_COOKIES = (
    "| Cookie | Set by | Kept |\n| --- | --- | --- |\n| mill_id | Corvid | 9 days |\n| corn_id | Raven | {} days |"
)


def test_of_a_table_most_of_whose_rows_state_a_clause_a_row_that_states_no_other_is_about_it() -> None:
    shared = "We share your personal data with these third parties."
    rows = [f"| {who} | {shared} |" for who in ("Bakers", "Millers", "Tailors")]
    sailors = "| Sailors | As the bakers, since {} of them came here. |"
    readers = "| Readers | We show you personalised advertising by what you read, if you are over the age of {}. |"

    def bears(row: str, some: list[str]) -> bool:
        before, after = ("\n".join([*some, row.format(count)]) for count in ("nine", "ten"))
        return _bears("third-party-sharing", before, after)

    assert bears(sailors, rows)
    assert not bears(readers, rows)
    assert not bears(sailors, [rows[0], *(sailors.format(count) for count in ("two", "three", "four"))])


def test_a_row_of_a_table_that_states_a_clause_as_a_whole_is_about_it() -> None:
    meant = _meant(*(f"# Cookies\n\nWe use these cookies:\n\n{_COOKIES.format(days)}" for days in (3, 4)))
    assert "cookies-and-trackers" in {one.clause_type for one in _told(meant) if not one.is_slight}


def test_a_further_sentence_of_an_item_is_of_its_list() -> None:
    terms = "These Terms incorporate by reference the following policies, which you must comply with:"
    before = f"{terms}\n\n*   Rules of the House – how guests behave.\n*   Plans of the Mill."
    after = before.replace("behave.", "behave. There is a card in the hall that says who sleeps where.")
    assert _bears("incorporated-terms", before, after)


_SHOWN = (
    "We personalise your feed and recommend content to you based on your interests, your activity, your location, {}"
    "the language that you read and the people that you follow."
)


def test_a_word_in_a_list_bears_on_what_the_sentence_states_and_not_on_what_stands_beside_it() -> None:
    before, after = _SHOWN.format(""), _SHOWN.format("your device, ")
    assert _bears("profiling-personalisation", before, after, "", "location-tracking", "profiling-personalisation")
    assert not _bears("location-tracking", before, after, "", "location-tracking", "profiling-personalisation")


def test_words_that_state_a_type_themselves_bear_on_it_wherever_they_stand() -> None:
    before, after = _SHOWN.format(""), _SHOWN.format("the precise location of your phone by its GPS signal, ")
    assert _bears("location-tracking", before, after, "", "location-tracking", "profiling-personalisation")


def test_of_two_clauses_in_a_sentence_the_one_that_is_nearest_was_touched() -> None:
    said = (
        f"{_ENDING[:-1]}, and you agree that all fees for the rooms that you booked, which we list in the hall of the"
        " mill every morning, are due {}and are payable in advance by credit card."
    )
    before, after = said.format(""), said.format("on the first day of a month ")
    both = ("unilateral-termination", "fees-and-billing")
    assert _bears("fees-and-billing", before, after, "", *both)
    assert not _bears("unilateral-termination", before, after, "", *both)


def test_a_sentence_that_states_one_type_alone_is_its_own_from_end_to_end() -> None:
    owed = (
        "You will indemnify, defend and hold harmless Corvid, its owners, its millers and all who work for them from"
        " any claim, loss and cost that arises out of what you post, among it what is false, {}rude or stolen, of what"
        " you break in the mill, and of what others do with the key to your room."
    )
    assert _bears("user-indemnification", owed.format(""), owed.format("slanderous, "))


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("as the chart below shows", "as this chart shows"),
        ("under this agreement", "under these terms"),
        ("under this Privacy Policy", "under this policy"),
        ("as we said", "as we said (as described in more detail in section 4)"),
        ("for all messages that are stores", "for all messages that are stored"),
        ("Keeping [4]", "Keeping [5]"),
        ("in the hall;", "in the hall; and"),
        ("under the terms and conditions of this agreement", "under these terms"),
    ],
)
def test_words_that_only_point_or_are_spelled_otherwise_bear_on_nothing(was: str, became: str) -> None:
    kept = "We retain the messages that you send for 90 days, {}."
    assert not _bears("retention-period", kept.format(was), kept.format(became))
    assert _bears("retention-period", kept.format(was), kept.format(f"{became}, unless you ask for their deletion"))
    assert _bears("retention-period", kept.format(was), kept.format(became).replace("90", "60"))


def test_kinds_of_data_that_a_passage_mentions_are_no_facts_of_a_clause_that_the_words_are_not_about() -> None:
    meant = _meant(f"{_ENDING} {_LAW}", f"{_ENDING} {_LAW} {_OFFICE} The mill takes the email address of its guests.")
    assert not _of(meant, "unilateral-termination")[1].shifts


_OWED = "You will indemnify and hold harmless Corvid and its millers from any claim that arises out of what you post"


def test_a_sentence_that_went_on_was_edited_and_did_not_come_whole() -> None:
    assert _is_told(f"{_OWED}.", f"{_OWED}, and out of what others post with your key.")
    assert not _is_told(f"{_OWED}.", f"{_OWED}, as above.")


def _is_told(old: str, new: str) -> bool:
    meant = _meant(old, new)
    return any(one.clause_type == "user-indemnification" and not one.is_slight for one in _told(meant))


def test_what_only_stood_in_items_and_under_a_title_of_its_own_was_not_reworded() -> None:
    items = (
        "your use of Corvid and of its mill",
        "what you post, and what others do with it",
        "your breach of the law",
    )
    listed = "\n\n".join([f"{_OWED[:-14]}:", *(f"* {one};" for one in items)])
    joined = f"{_OWED[:-14]}: (a) {items[0]}; (b) {items[1]}; (c) {items[2]};"
    assert not _is_told(listed, joined)
    titled = f"# Losses\n\nWhat is owed for what was lost is said here.\n\nIndemnity. {_OWED}."
    assert not _is_told(titled, titled.replace("\n\nIndemnity. ", "\n\n## 4. Indemnity\n\n(a) "))


def test_what_the_text_has_elsewhere_too_was_not_added_to_the_clause() -> None:
    guests = "We may close the account of a guest who has not paid for the room by the end of a month."
    before = f"# Rooms\n\n{guests}\n\n# Ending\n\n{_ENDING} {_LAW}"
    meant = _meant(before, before.replace(_LAW, f"{guests} {_LAW}"))
    assert "unilateral-termination" not in {one.clause_type for one in _told(meant) if not one.is_slight}


def test_a_sentence_put_into_a_row_is_asked_what_it_states_itself() -> None:
    row = (
        "| To keep the mill safe | We collect your IP address, your name and data from cookies to see who comes in. "
        "We collect the time at which you came. {}We collect your e-mail address. |"
    )
    shared = "Some laws require us to share information with the authorities of the county and with courts. "
    for before, after in ((row.format(""), row.format(shared)), (row.format(shared), row.format(""))):
        assert not _bears("personal-data-collected", before, after)
    assert _bears("personal-data-collected", row.format(""), row.format("We also collect your date of birth. "))


def test_a_whole_sentence_that_hardly_states_a_type_is_not_told_as_of_it() -> None:
    before = "We collect your name and your e-mail address when you open an account."
    after = f"{before} Write your name and telephone number on the form."
    assert not _bears("personal-data-collected", before, after)
    assert not _bears("personal-data-collected", after, before)


def test_nothing_in_a_text_that_was_put_ahead_of_the_one_before_is_reworded() -> None:
    stay, went, ahead = (
        "\n\n".join(line.format(number) for number in range(60))
        for line in (
            "Room {} is open to members of the house who have a key of their own.",
            "Lamp {} is lit by the keeper at dusk, and put out by the last guest to leave the stairs.",
            "Painting {} hangs where visitors find it, beside a window with a number that is on the plan of the hall.",
        )
    )
    title, other = "# Larkwell Mill Terms", "# Corvid Guest Terms"
    here, there = _ENDING, _ENDING.replace("at our sole discretion", "if you break a window of ours")
    before = read_markdown(f"{title}\n\n{here}\n\n{stay}\n\n{went}")
    after = read_markdown(f"{other}\n\n{there}\n\n{ahead}\n\n{ahead}\n\n{title}\n\n{stay}")
    told = told_of_another(before, after, "Another title.")
    outcome = replace(compare(default_finder(), before, after), reasons=(told,))
    assert told.endswith(STANDS_BELOW)
    assert any(one.kind is not None for one in outcome.followed)
    assert not meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(before, after), outcome)
    reverse = replace(compare(default_finder(), after, before), reasons=(f"Another title. {WHETHER_IT_FOLLOWS}",))
    assert any(one.kind is not None for one in reverse.followed)
    assert not meanings(load_catalogue(), Bearing(default_finder()), reverse.followed, Pair(after, before), reverse)


def test_an_edit_beside_the_period_of_a_row_bears_on_no_retention() -> None:
    head = "| Cookie | Kept | Site |\n| --- | --- | --- |\n"
    rows = f"{head}| mill_id | 9 days | corvid.example{{}} |\n| corn_id | {{}} | rook.example |"
    before = rows.format("", "30 days")
    assert not _bears("retention-period", before, rows.format("<br>ads.corvid.example", "30 days"))
    assert _bears("retention-period", before, rows.format("", "60 days"))
