"""What many edits did is told once, with what gave way where that is little, and a word put right leads nothing."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.changes.sentences.foremost import MOST_FOREMOST
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.english import shortened
from conductatlas.reading import read_markdown

_CARTS = "Carts stand on the left bank."
_RULES = (
    "Nobody sells flour on {} without a licence of the guild.",
    "Carts that block the way to {} are towed at dawn.",
    "Songs that mock the people of {} are not sung there.",
    "Lamps are lit on {} from dusk to dawn.",
    "Whoever finds a purse on {} brings it to the keeper.",
)


def _found(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), MOST_FOREMOST, ungraded)


def _phrases(old: str, new: str) -> tuple[str, ...]:
    return foremost(_found(old, new))


def test_no_row_is_told_beside_the_rows_that_it_is_one_of() -> None:
    head = "# Mail\n\n## Cookies\n\n| Name | Use | Site |\n|---|---|---|\n"
    old, new = (
        head + "".join(f"| corvid_{at} | Counts letters, kind {at} | {site} |\n" for at in range(6))
        for site in ("mail.example", "mail.example ads.example")
    )
    assert _phrases(old, new) == ("in 6 rows under “Cookies” it now says “ads.example”",)


def test_few_kinds_of_words_that_gave_way_are_named() -> None:
    places = ("Larkwell", "Larkwell or Corvid Mail", "Larkwell", "Larkwell", "Larkwell or Corvid Mail")
    old = " ".join(rule.format(place) for rule, place in zip(_RULES, places, strict=True))
    new = " ".join(rule.format("our services") for rule in _RULES)
    told = "in 5 sentences it now says “our services” in place of “Larkwell” or “Larkwell or Corvid Mail”"
    assert _phrases(f"{_CARTS} {old}", f"{_CARTS} {new}") == (told,)


def test_letters_put_right_lead_nothing_where_a_sentence_came() -> None:
    old = (
        "# Rules\n\nYou must give Larkwell a list of carts by a service provided of its choice, which many name "
        f"the devise on each cart.\n\n## Gates\n\n{_CARTS}\n"
    )
    right = old.replace("provided", "provider").replace("many", "may").replace("devise", "device")
    came = (
        "Larkwell may count all the guests whose letters pass the gates of your mill, and of any mill you keep for "
        "a neighbour, and, in the event that their number greatly exceeds that of other mills of a like size, you must "
        "apply for a large permit, or hold one already, upon written notice from Larkwell to the keeper of the mill, "
        "who shall pay for it by the next full moon and show it to whoever asks for it at the gate or on the road, by "
        "day as well as by night and in any weather that the keeper of the weir never called a storm in the book that "
        "lies open in the hall of the guild for all who can read the old letters of the valley."
    )
    (first, *_) = _phrases(old, f"{right}\n{came}\n")
    begins = (
        "Larkwell may count all the guests whose letters pass the gates of your mill, and of any mill you keep for a"
    )
    assert first == (
        f"it adds a long sentence under “Gates” that begins “{begins} neighbour, and, in the event that their number "
        "greatly exceeds that of …”"
    )
    # Alone they are told, and one that may be meant is no slip.
    assert _phrases(old, right)
    assert (
        "becomes “We do now share"
        in _phrases(
            "We do not share your letters with the guild of the mill.",
            f"We do now share your letters with the guild of the mill. {_CARTS}",
        )[0]
    )


def test_what_is_cut_twice_has_one_mark_for_what_is_left_out() -> None:
    assert shortened("Threats that lead to harm (of some kind) … against people of a town", 43) == (
        "Threats that lead to harm (of some kind) …"
    )


def test_a_numbered_title_in_bold_ahead_of_its_sentences_is_none_of_them() -> None:
    kept = "Certain parts of the mill may permit guests to store grain in it, such as rye."
    old, new = (
        f"9\\.1. **Grain.** {kept}\n\n9\\.2. {rest}\n"
        for rest in (
            "**Limited Milling Permit to Larkwell.** By storing grain, you grant Larkwell a lasting permit to sell it.",
            "**Use of Grain.** By storing grain, you authorize us to use it to run the mill for you.",
        )
    )
    found = _found(old, new)
    assert not any("Limited Milling" in one.before and "storing" not in one.before for one in found.told)
    assert found.went + found.came + found.edited <= 2
    # What denies something says something, and so may what is all in capitals.
    loud = _found(old, old.replace("Limited Milling Permit to Larkwell", "YOU PAY A TOLL AT EACH GATE"))
    assert any(one.after.endswith("YOU PAY A TOLL AT EACH GATE.") for one in loud.told)
    denied = _found(old, old.replace("Limited Milling Permit to Larkwell", "No Milling for Guests of Larkwell"))
    assert any("No Milling" in one.after for one in denied.told)
