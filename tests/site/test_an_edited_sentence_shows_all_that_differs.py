"""The redline of an edited sentence marks each word and sign of it that came or went, wherever else these stand."""

from __future__ import annotations

import pytest

from conductatlas.changes import KeptText, Segment, SegmentKind, redline, without_ends_that_stand
from conductatlas.reading import read_markdown
from conductatlas.site.presenters.changed_sentences import changed_sentences
from conductatlas.site.presenters.redlines import TextPair
from tests.records_factory import at, make_document, make_version


@pytest.mark.django_db
def test_a_sign_that_went_is_struck() -> None:
    document = make_document("Larkwell")
    old = (
        "We keep the data of guests from Brae in houses in Ruritania, Elbonia and Grand Fenwick, and in no other place."
    )
    new = old.replace("Ruritania, Elbonia and Grand Fenwick", "Ruritania and Elbonia")
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    (told,) = changed_sentences(pair, "en").shown
    marked = [(one.kind.value, one.text) for one in told.segments if one.kind is not SegmentKind.SAME]
    assert marked == [("deleted", ","), ("inserted", " and"), ("deleted", " and Grand Fenwick")]


@pytest.mark.django_db
def test_what_a_sentence_speaks_of_is_marked_where_it_is_new_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductatlas.site.presenters.changed_sentences.MOST_SHOWN", 1)
    document = make_document("Larkwell")
    old = "# Boats\n\nThe keeper of the landing stage sells bread to everybody in the valley.\n"
    ahead = "We weigh every sack that a guest from Brae brings aboard."
    new = f"{old}\n{ahead} However, this does not apply to flour, and nobody must pay for bringing less than a pound.\n"
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    (told,) = changed_sentences(pair, "en").shown
    assert told.lead_in == ""
    assert [part.text for part in told.segments if part.kind is SegmentKind.INSERTED] == [f"{ahead} ", told.after]


@pytest.mark.django_db
def test_two_sentences_that_did_not_stand_together_do_not_run_into_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductatlas.site.presenters.changed_sentences.MOST_SHOWN", 1)
    document = make_document("Larkwell")
    old = "# Boats\n\nThe keeper of the landing stage sells bread to everybody in the valley.\n"
    ahead = "We may use guest letters for the training of the parrots of our mill."
    between = "The parrots live in the loft, where it is warm."
    said = "You must not be named in such training, and we will never read letters aloud there."
    new = f"{old}\n{ahead} {between} {said}\n"
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    found = changed_sentences(pair, "en").shown
    assert [part.text for part in found[0].segments] == [f"{ahead} […] ", found[0].after]


@pytest.mark.django_db
@pytest.mark.parametrize("beside", ["", "Bread is sold at noon, and cheese at dusk."])
def test_sections_are_told_among_others_where_more_came(beside: str) -> None:
    document = make_document("Larkwell")
    old = "# Boats\n\n## Stage\n\nThe keeper of the landing stage bakes for everybody in the valley.\n"
    section = (
        "## Gate\n\nThe keeper opens it at dawn. Nobody may fish within ten yards of its posts. "
        "Whoever breaks the lock pays the town forty crowns. Boats wait for him under the willows.\n"
    )
    new = f"{old}\n{beside}\n\n{section}"
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    told = changed_sentences(pair, "en").counted
    assert ("The section “Gate” came as a whole." in told) is (not beside)
    assert ("The section “Gate” came as a whole, among other sections or sentences." in told) is bool(beside)


def test_what_is_a_sentence_of_its_own_now_was_not_struck() -> None:
    first, rest = "Our boats are not let to children under the age of thirteen", "you tell us your age before you sail."
    old, new = f"{first}, and {rest}", f"{first}. You{rest.removeprefix('you')}"
    found = without_ends_that_stand(
        redline(old, f"You{rest.removeprefix('you')}"), *(KeptText(read_markdown(text)) for text in (old, new))
    )
    assert found[0] == Segment(SegmentKind.SAME, "[…] ")
    assert not [one for one in found if one.kind is SegmentKind.DELETED]


def test_what_stands_on_behind_a_bracket_that_moved_was_not_struck() -> None:
    rest = "A mill learns the habits of those who grind there and then sets its stones by them"
    old = f"Our landing stage is run with mills (wheels that the river turns, as is usual in mills. {rest})."
    new = f"Our landing stage is run with mills (wheels that the river turns, as is usual in mills). {rest})."
    found = without_ends_that_stand(
        redline(old, new.removesuffix(f" {rest}).")), *(KeptText(read_markdown(text)) for text in (old, new))
    )
    assert not [one for one in found if one.kind is SegmentKind.DELETED]
    assert "".join(one.text for one in found) == new.removesuffix(f"{rest}).") + "[…] "


@pytest.mark.django_db
def test_where_little_else_changed_a_sentence_that_stands_twice_now_is_counted() -> None:
    document = make_document("Larkwell")
    rule = "A guest from Brae may keep one goose in the yard where nobody minds its noise."
    old = f"# Boats\n\nThe keeper of the landing stage sells bread to everybody in the valley.\n\n{rule}\n"
    new = f"{rule}\n\nNobody may feed the geese of other guests after the evening bell has rung.\n\n{old}"
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    told = changed_sentences(pair, "en")
    assert "1 sentence stands more often in the text than before" in told.counted


@pytest.mark.django_db
def test_where_much_else_changed_copies_are_not_counted_that_none_can_be_told_of() -> None:
    document = make_document("Larkwell")
    kept = [f"The keeper of gate {number} sells bread to all who cross the weir at {number}." for number in range(6)]
    came = [f"Whoever brings {what} to the mill pays the miller for a sack." for what in ("rye", "oats", "hay")]
    old, new = "\n\n".join(["# Boats", *kept]), "\n\n".join(["# Boats", *kept, "## Again", *kept, *came])
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    found = changed_sentences(pair, "en")
    assert (found.more, found.counted) == (6, "3 sentences came.")


@pytest.mark.django_db
def test_rows_are_counted_apart_from_sentences() -> None:
    document = make_document("Larkwell")
    table = "| Boat | Toll |\n|---|---|\n| The long boat of Brae | Nine crowns |"
    old = f"# Boats\n\nThe keeper sells two loaves to each guest.\n\n{table}\n"
    new = old.replace("two loaves", "ten loaves").replace("Nine", "Ninety")
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    assert changed_sentences(pair, "en").counted == "1 sentence and 1 row were edited."


@pytest.mark.django_db
def test_a_row_with_several_lines_in_bold_is_shown_from_the_one_over_what_changed() -> None:
    document = make_document("Larkwell")
    row = (
        "| **To guard the mill**<br><br>We count the carts that pass the gate and the sacks that are on each of them."
        "<br><br>**To obey the reeve**<br><br>Our wardens read each letter of a court before they answer it. {}"
        "We keep what the law of the valley makes us keep. | Carts, sacks |"
    )
    table = f"# Data\n\n| Why | What |\n| --- | --- |\n{row}\n"
    old, new = table.format(""), table.format("Some laws make us share letters with the reeve and his men. ")
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    (told,) = changed_sentences(pair, "en").shown
    assert told.segments[0].text.startswith("[…] To obey the reeve Our wardens")
    assert "".join(one.text for one in told.segments).endswith("makes us keep. | Carts, sacks")


@pytest.mark.django_db
def test_what_a_sentence_speaks_of_is_shown_once_though_another_stands_between() -> None:
    document = make_document("Larkwell")
    rest = "# Boats\n\nThe keeper of the landing stage sells bread to everybody in the valley.{}\n"
    ahead = "You may not let a guest who was sent away from the landing stage come aboard as your own guest."
    went = "Nobody in the valley hides a ferryman whom the keeper sent off."
    behind = 'For purposes of this rule, "guest" means whoever pays for bread at the landing stage.'
    old, new = rest.format(f" {went}"), rest.format(f" {ahead}\n\n{behind}")
    pair = TextPair(make_version(document, old, at(2026, 1, 1)).text, make_version(document, new, at(2026, 2, 1)).text)
    shown = changed_sentences(pair, "en").shown
    assert [one.how for one in shown] == ["came", "went", "came"]
    assert ["".join(part.text for part in one.segments) for one in shown] == [ahead, went, behind]
    assert shown[-1].lead_in.startswith("You may not let a guest")
    assert shown[-1].lead_in_alone
