"""A summary leads with what has an effect: no example, no other number of a section, no 'may' before what is done."""

from __future__ import annotations

import time

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Told, Verdict, foremost, sentence_changes, summarise, ungraded
from conductatlas.changes.following.standing import ChangeKind
from conductatlas.changes.redlines.edits import edits
from conductatlas.changes.sentences.promises import promises
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_FINE = "You must pay the town forty crowns for each gate that you leave open at night."
_VALLEYS = (("in the lower valley", "valley"), ("beyond the weir, or in the lower valley", "place"))


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))


def test_an_example_a_reference_and_a_hedge_stand_behind_a_duty() -> None:
    for before, after in (
        ("You pay for your breach of these rules.", "You pay for your breach of these rules, including Section 8."),
        (
            "You grant us the rights named in Sections D.4 — D.1.",
            "You grant us the rights named in Sections D.4 — D.7.",
        ),
        ("In short: we receive your name from others.", "In short: we may receive your name from others."),
    ):
        told = _phrases(f"{before}\n\n{_MILL}", f"{after}\n\n{_MILL}\n\n{_FINE}")
        assert told[0] == f"it adds “{_FINE[:-1]}”"


def test_what_points_elsewhere_before_and_now_does_not_lead() -> None:
    before, after = (f"If you live {where}, please read the rules of that {which}." for where, which in _VALLEYS)
    told = _phrases(f"{before}\n\n{_MILL}", f"{after}\n\n{_MILL}\n\n{_FINE}")
    assert told == (f"it adds “{_FINE[:-1]}”",)


def test_a_promise_not_to_train_goes_before_what_is_collected() -> None:
    collects = "We collect your name, your address and the number of each of your carts from the keeper of the gate."
    promise = "We do not use the letters of your guild for improving or training any models."
    told = _phrases(_MILL, f"{_MILL}\n\n{collects}\n\n{promise}")
    assert told[0] == f"it adds “{promise[:-1]}”"


def test_a_sentence_of_a_section_that_gave_way_to_another_is_not_told_as_gone() -> None:
    ban = "You should never use the upper gate to carry letters of strangers."
    gone = f"## The upper gate\n\n{ban} The keeper opens it at dawn. Boats wait under the willows. Nobody fishes there."
    came = (
        "## Carts\n\nA cart costs two crowns for each crossing. Every wheel is greased before it leaves. "
        "Horses drink from the trough beside the well. Drivers of carts sleep in the barn behind the orchard."
    )
    told = _phrases(f"# Rules\n\n{gone}\n\n## Corn\n\n{_MILL}", f"# Rules\n\n{came}\n\n## Corn\n\n{_MILL}")
    assert "it no longer has the section “The upper gate”" in told
    assert not any(ban[:-1] in one for one in told)


def test_provisions_and_their_types_are_counted_apart() -> None:
    told = [
        Told(ChangeKind.REWORDED, kind, Severity.LOW, Severity.LOW)
        for kind in ("liability-limitation", "liability-limitation", "governing-law")
    ]
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, told)
    assert said == "3 provisions of 2 types edited (Limitation of liability and Governing law)."


def test_a_title_does_not_lead() -> None:
    title = "8.7 Carts, Barges, and Other Means of Transport."
    told = _phrases(_MILL, f"{_MILL}\n\n{title}\n\nWhoever brings a barge asks the keeper.")
    assert [one.rpartition(", ")[2] for one in told] == ["it adds “Whoever brings a barge asks the keeper”"]


def test_who_warrants_nothing_or_cannot_do_a_thing_promises_nothing() -> None:
    for sentence in (
        "We do not warrant that your use of the mill makes you rich.",
        "Without these letters we are not able to provide you with any corn of your own.",
        "If none of the above options are to be used, you may leave your data with the keeper.",
        "What you say may be used by others without your permission.",
    ):
        assert not promises(sentence)
    for sentence in ("None of your letters are read.", "We will not share your data without your consent."):
        assert promises(sentence)


def test_another_reference_is_no_edit_of_a_clause() -> None:
    before = "The keeper may end the lease under Section 12 of these rules if he finds a cart on the bridge."
    after = "The keeper may end the lease under Section 13 (Leases) of these rules if he finds a cart on the bridge."
    assert not any(one.says_something for one in edits(before, after))
    assert any(one.says_something for one in edits(before, before.replace("bridge", "bridge without notice")))


def test_what_is_said_of_an_update_or_of_where_more_is_found_does_not_lead() -> None:
    notes = (
        ("", "We also have leaflets and songbooks available for you here."),
        ("", "You can preview the new rules of the orchard here."),
        ("We added more details on the keeping of bees and of their hives.", "We added more details on how oats dry."),
    )
    for before, after in notes:
        told = _phrases(f"{_MILL}\n\n{before}", f"{_MILL}\n\n{after}\n\n{_FINE}")
        assert told == (f"it adds “{_FINE[:-1]}”",)


def test_conditions_without_end_are_read_in_good_time() -> None:
    began = time.process_time()
    promises("We do not sell your letters " + "if never " * 2_000)
    assert time.process_time() - began < 2
