"""Of many edits the one is told that does most to a clause, in whole words, sentences and brackets."""

from __future__ import annotations

import pytest

from conductatlas.site.presenters.edit_weights import weight_of_edit
from conductatlas.site.presenters.named_edits import named_edit, sentences_struck, telling_edit

_MANY = (
    "Larkwell keeps recordings of larks in spring. Our guides write of them in summer. "
    "The wardens, see our page [Wardens](https://larkwell.example/w), count the eggs."
)


def _edited(*edits: tuple[str, str]) -> str:
    text = _MANY
    for went, came in edits:
        text = text.replace(went, came)
    return text


@pytest.mark.parametrize(
    ("weighty", "lesser"),
    [
        ("and share them with advertisers", "of the splendid northern meadows"),
        ("without your consent", "beneath whispering poplars"),
    ],
)
def test_what_does_something_to_a_clause_weighs_more_than_rare_words(weighty: str, lesser: str) -> None:
    assert weight_of_edit("", weighty) > weight_of_edit("", lesser)


def test_the_edit_that_binds_is_told_among_others() -> None:
    after = _edited(
        ("in spring", "in springtime"),
        ("in summer", "in high summertime"),
        ("recordings of larks", "recordings of larks, which we may sell to partners,"),
    )
    assert telling_edit(_MANY, after) == "“which we may sell to partners” was added"


def test_no_part_of_a_sentence_that_an_abbreviation_cuts_is_told() -> None:
    notice = 'See our [U.S. Notice](https://larkwell.example/n) for how we "share" data under U.S. state laws of larks.'
    told = telling_edit(f"{_MANY} {notice}", _edited(("in spring", "in winter"), ("in summer", "in late autumn")))
    assert "](" not in told and "U.S”" not in told


def test_an_item_that_leads_on_is_told_without_what_leads_on() -> None:
    item = "Uses the free service of Larkwell today; or"
    told = telling_edit(f"{_MANY}\n- {item}", _edited(("in spring", "in winter"), ("eggs", "chicks")))
    assert told == "“Uses the free service of Larkwell today” was removed"


def test_an_edit_ends_within_no_bracket() -> None:
    assert named_edit("You must be at least 13 years old.", "You must be at least thirteen (13) years old.") == (
        "“13” became “thirteen (13)”"
    )


def test_the_same_words_in_other_capitals_are_told_once() -> None:
    before = "We hold that the larks sing at dawn and we hold that the owls watch at night."
    after = before.replace("hold that the owls", "hold, if law lets us, that the owls").replace(
        "hold that the larks", "hold, If Law Lets Us, that the larks"
    )
    assert named_edit(before, after).lower().count("if law lets us") == 1


def test_a_sentence_that_another_stands_for_was_not_removed() -> None:
    before = f"{_MANY} The remedies of this part are the sole ones for claims about song rights."
    after = (
        f"{_edited(('in spring', 'in winter'), ('eggs', 'chicks'))} An indemnity is the only remedy about song rights."
    )
    assert telling_edit(before, after) == ""


def test_what_gives_way_around_one_word_that_stayed_is_one_edit() -> None:
    before = "We may rewrite the songs at any time by posting them on the gate."
    after = "We may rewrite the songs from time to time in the hall."
    assert "“at any” became" not in named_edit(before, after)


def test_words_of_a_sentence_that_was_written_anew_are_not_told() -> None:
    before = f"{_MANY} If for any reason a song goes on in court rather than through larks, each owl waives it."
    after = f"{_MANY} The owls agree to sever in court any plea for public larks after completing larks for all of it."
    assert "rather than through" not in telling_edit(before, after)


def test_words_that_stood_there_in_another_form_are_not_told_as_added() -> None:
    before = f"{_MANY} The exclusive hall for songs is the old hall of the county of Linden."
    after = before.replace("for songs is", "for songs, brought exclusively in it, is").replace("in spring", "by spring")
    assert "exclusively" not in telling_edit(before, after.replace("brought exclusively in it", "brought exclusively"))


def test_words_that_came_beside_others_that_went_are_not_told_without_them() -> None:
    before = f"{_MANY} Feathers are no gifts and you shall have no right to these, other than looking at them."
    after = f"{_MANY} Feathers are no gifts and we do not grant you any rights to these other than looking at them."
    after = after.replace("in spring", "in May").replace("in summer", "in June")
    assert "we do not grant" not in telling_edit(before, after)


def test_words_that_stand_for_others_elsewhere_in_the_passage_neither_came_nor_went() -> None:
    gate = "Some of them hang by the gate of the old mill in Ostmark"
    before = f"{_MANY} You can look at the feathers with tools of brass Larkwell provides to you. {gate}."
    after = f"{_MANY} You can look at the feathers. {gate}, or using various tools of brass we provide (see below)."
    after = after.replace("in spring", "in May").replace("in summer", "in June")
    assert "tools" not in telling_edit(before, after)


@pytest.mark.parametrize(
    ("went", "came"),
    [
        ("recordings of larks in", "recordings of all larks and their nests by the river in"),
        ("keeps recordings of larks", "keeps and files under its seal recordings of larks"),
        ("the eggs", "the eggs of the old hall"),
    ],
)
def test_a_run_of_words_that_is_no_phrase_is_not_told(went: str, came: str) -> None:
    others = (("in spring", "in May"), ("in summer", "in June"), ("write of", "sing of"))
    assert telling_edit(_MANY, _edited((went, came), *others)) == ""


@pytest.mark.parametrize("phrase", [", except for those of owls", " (and what they eat)"])
def test_a_phrase_that_marks_set_off_is_told_whole(phrase: str) -> None:
    others = (("in spring", "in May"), ("in summer", "in June"), ("write of", "sing of"))
    after = _edited(("the eggs", f"the eggs{phrase}"), *others)
    assert telling_edit(_MANY, after) == f"“{phrase.strip(' ,()')}” was added"


def test_a_sentence_that_went_is_told_with_a_phrase_that_went() -> None:
    before = f"{_MANY} You grant us a worldwide, perpetual, irrevocable, free right. Feathers are sold at the gate."
    after = _edited(("in spring", "in May"), ("in summer", "in June"), ("write of", "sing of"))
    told = telling_edit(before, f"{after} You grant us a worldwide, free right.")
    assert "perpetual, irrevocable" in told


def test_sentences_that_went_are_counted_unless_others_are_like_them() -> None:
    leave = "Wardens may ask anybody to leave the meadow at their sole discretion."
    count = "The eggs of all larks in the northern meadow are counted twice a year."
    assert sentences_struck(f"{_MANY} {leave} {count}", _MANY) == 2
    assert sentences_struck(f"{_MANY} {leave}", f"{_MANY} {leave.replace('anybody', 'a guest')}") == 0
    assert sentences_struck(_MANY, f"{_MANY} {leave}") == 0
