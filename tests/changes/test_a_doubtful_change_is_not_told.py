"""Where nothing proves that a provision was added or removed, neither is said, but that the program can't tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.changes import ChangeKind, Followed, JudgedText, WordPlaces, standing
from conductatlas.changes.effects.saying import Saying, sought
from conductatlas.changes.effects.untold import only_what_is_sure
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_LAW = "These terms are governed by the laws of Ireland, and the courts of Dublin have exclusive jurisdiction."
_RULED = "Irish law governs what is agreed here; exclusive jurisdiction lies with courts of Dublin, Ireland."
_OTHER_LAW = "The grinding of grain at the mill is governed by the laws of Gormenghast alone."
_FORECAST = (
    "What this website says of coming harvests is speculative, and the mill has no duty to revise its forward-looking "
    "statements where the weather turns out otherwise."
)
_ROOMS = [f"Room {number} is open to members of the house who have a key of their own." for number in range(60)]
_PAINTINGS = [f"Painting {number} hangs where visitors find it, beside window {number}." for number in range(60)]
_TYPE = "governing-law"


def _judged(paragraphs: list[str], chances: dict[str, float], language: str = "en") -> JudgedText:
    """A text in which each paragraph is likely to state the type as some mapping says, by its words."""
    finder, document = default_finder(), read_markdown("\n\n".join(paragraphs))
    units = finder.units(document)
    likely = tuple({_TYPE: chances[unit.text]} if unit.text in chances else {} for unit in units)
    return JudgedText(document, units, likely, frozenset(), language)


def _stating(paragraphs: list[str], states: dict[str, dict[str, float]]) -> JudgedText:
    """A text in which each paragraph is likely to state types as some mapping says, by its words."""
    text = _judged(paragraphs, {})
    return replace(text, confidences=tuple(states.get(unit.text, {}) for unit in text.units))


def _told(
    old: JudgedText, new: JudgedText, quote: str, clause_type: str = _TYPE
) -> tuple[ChangeKind | None, tuple[str, ...]]:
    """What is told of a passage that went from one text, or came with the other, and the reasons given."""
    finder = default_finder()
    removed = quote in old.document.text
    ((first, last),) = (old if removed else new).document.places(quote)
    text = old if removed else new
    span = (text.document.blocks[first].start, text.document.blocks[last].end)
    finding = finder.finding(text.document, clause_type, first, last, (span,), (0.95,))
    if removed:
        one = Followed(1, clause_type, ChangeKind.REMOVED, standing(1, finding), None)
    else:
        one = Followed(1, clause_type, ChangeKind.ADDED, None, finding)
    ((after,), reasons) = only_what_is_sure(finder, old, new, [one])
    return after.kind, reasons


def _may_have_moved(old: JudgedText, new: JudgedText, quote: str, clause_type: str = _TYPE) -> bool:
    """Whether another document may be where a passage came from of which the text alone can't tell that it came."""
    finder = default_finder()
    ((first, last),) = new.document.places(quote)
    span = (new.document.blocks[first].start, new.document.blocks[last].end)
    finding = finder.finding(new.document, clause_type, first, last, (span,), (0.5,))
    ((after,), _) = only_what_is_sure(finder, old, new, [Followed(1, clause_type, None, None, finding)])
    return after.may_have_moved


def test_a_type_found_in_an_edited_passage_came_from_no_other_document() -> None:
    edited = _LAW.replace("exclusive", "sole")
    assert not _may_have_moved(_judged([*_ROOMS, _LAW], {}), _judged([*_ROOMS, edited], {}), edited)
    assert _may_have_moved(_judged(_ROOMS, {}), _judged([*_ROOMS, edited], {}), edited)


def test_between_the_editions_for_two_regions_nothing_moved() -> None:
    titles = [f"# Corvid Mail {region}Terms of Use" for region in ("", "Europe ")]
    (for_all, now), (_, for_europe) = (
        [_judged([title, *rooms], {}) for rooms in (_ROOMS, [*_ROOMS, _LAW])] for title in titles
    )
    assert _may_have_moved(for_all, now, _LAW)
    assert not _may_have_moved(for_all, for_europe, _LAW)


def test_words_that_state_no_type_came_from_no_other_document_as_it() -> None:
    texts = _judged(_ROOMS, {}), _judged([*_ROOMS, _FORECAST], {})
    assert not _may_have_moved(*texts, _FORECAST, "unilateral-terms-change")


def _both(
    texts: tuple[JudgedText, JudgedText], quote: str = _LAW
) -> tuple[tuple[ChangeKind | None, ChangeKind | None], tuple[str, ...]]:
    """What is told of a passage that only the first of two texts holds: read forth as it went, and back as it came."""
    (removed, reasons), (added, _) = _told(*texts, quote), _told(texts[1], texts[0], quote)
    return (removed, added), reasons


_NEITHER = (None, None)
_TOLD = (ChangeKind.REMOVED, ChangeKind.ADDED)


@pytest.mark.parametrize(
    ("chance", "told"),
    [(0.75, _NEITHER), (0.85, (ChangeKind.REMOVED, None)), (0.91, (ChangeKind.REMOVED, None)), (0.95, _TOLD)],
)
def test_the_coming_and_going_of_an_unsure_finding_is_nothing_to_tell(
    chance: float, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    kinds, reasons = _both((_judged([*_ROOMS, _LAW], {_LAW: chance}), _judged(_ROOMS, {})))
    assert kinds == told
    assert bool(reasons) is (told[0] is None)


def test_a_sentence_that_is_sure_by_itself_makes_up_for_a_finding_that_is_hardly_so() -> None:
    said = "We do not warrant that the mill is dry or free of owls; it is provided as is, without any warranty."
    clause_type = "warranty-disclaimer"
    with_it = _stating([*_ROOMS, said], {said: {clause_type: 0.91}})
    assert sought(default_finder(), clause_type, said).chance >= 0.95
    assert _told(_judged(_ROOMS, {}), with_it, said, clause_type)[0] is ChangeKind.ADDED


def test_what_the_other_text_says_in_other_words_is_not_told() -> None:
    kinds, reasons = _both((_judged([*_ROOMS, _LAW], {_LAW: 0.95}), _judged([*_ROOMS, _RULED], {})))
    assert kinds == _NEITHER
    assert "Whether the document still says the like, the program can't tell." in reasons[0]


@pytest.mark.parametrize(("chance", "told"), [(0.05, _TOLD), (0.15, (None, ChangeKind.ADDED)), (0.35, _NEITHER)])
def test_words_that_are_new_and_may_be_of_the_type_leave_a_doubt(
    chance: float, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    new = "Disputes go where the magistrates sit."
    assert _both((_judged([*_ROOMS, _LAW], {_LAW: 0.95}), _judged([*_ROOMS, new], {new: chance})))[0] == told


def test_another_passage_of_the_type_leaves_a_doubt_unless_it_is_about_something_else() -> None:
    stays = "These terms are governed by the laws of Ireland for guests too."
    near = (_judged([*_ROOMS, stays, _LAW], {stays: 0.95, _LAW: 0.95}), _judged([*_ROOMS, stays], {stays: 0.95}))
    assert _both(near)[0] == _NEITHER
    stays = "Guests of the house abide by what magistrates of the town decide."
    both = {stays: 0.95, _OTHER_LAW: 0.95}
    far = (_judged([*_ROOMS, stays, _OTHER_LAW], both), _judged([*_ROOMS, stays], both))
    assert _both(far, _OTHER_LAW)[0] == _TOLD


def test_words_near_those_of_a_passage_are_no_other_wording_of_it_where_they_stood_beside_it() -> None:
    stays = "Guests of Ireland who have rooms in Dublin agree on terms with the house."
    assert _both((_judged([*_ROOMS, stays, _LAW], {_LAW: 0.95}), _judged([*_ROOMS, stays], {})))[0] == _TOLD
    assert _both((_judged([*_ROOMS, _LAW], {_LAW: 0.95}), _judged([*_ROOMS, stays], {})))[0] == _NEITHER
    assert _both((_judged([*_ROOMS, _RULED, _LAW], {_LAW: 0.95}), _judged([*_ROOMS, _RULED], {})))[0] == _NEITHER


@pytest.mark.parametrize(
    ("also", "told"), [({"jurisdiction-venue": 0.95}, _NEITHER), ({"jurisdiction-venue": 0.3}, _TOLD), ({}, _TOLD)]
)
def test_a_passage_of_two_types_may_be_put_otherwise_under_the_other_one(
    also: dict[str, float], told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    pears = " ".join(f"Pear {number} hangs on a branch of its own." for number in range(8))
    passage = f"{_LAW} {pears}"
    put_otherwise = (
        f"What the terms are called matters. {pears} Courts hear quarrels. {pears} Dublin and Ireland agree."
    )
    both = {"jurisdiction-venue": 0.95}
    old = _stating([*_ROOMS, passage], {passage: {_TYPE: 0.95, **both}})
    assert _both((old, _stating([*_ROOMS, put_otherwise], {put_otherwise: also})), passage)[0] == told


def test_a_type_that_no_sentence_states_by_itself_is_nothing_to_tell() -> None:
    vague = "The house considered many things when it was built. It hopes that all who come will like it."
    assert _both((_judged([*_ROOMS, vague], {vague: 0.95}), _judged(_ROOMS, {})), vague)[0] == _NEITHER


def test_who_somebody_is_was_said_before_somewhere() -> None:
    address = "You can reach Corvid Mail at the house, 7 Pear Street, Dublin, or write to post@corvid.example."
    clause_type = "contracting-entity-contact"
    with_it = _stating([*_ROOMS, address], {address: {clause_type: 0.99}})
    assert _told(with_it, _judged(_ROOMS, {}), address, clause_type)[0] is None
    assert _told(_judged(_ROOMS, {}), with_it, address, clause_type)[0] is None


def test_what_announces_an_update_is_not_the_document() -> None:
    notice = f"We are updating our terms, of which you find a preview here. {_LAW}"
    assert _both((_judged([*_ROOMS, notice], {notice: 0.95}), _judged(_ROOMS, {})), notice)[0] == _NEITHER


def test_what_stands_above_the_day_of_a_version_is_not_the_document() -> None:
    day, other_day = "Effective 1 May 2026", "Effective 7 June 2026"
    above = (_judged(["# Terms of Service", _LAW, day, *_ROOMS], {_LAW: 0.95}), _judged([other_day, *_ROOMS], {}))
    assert _both(above)[0] == _NEITHER
    below = (_judged(["# Terms of Service", day, _LAW, *_ROOMS], {_LAW: 0.95}), _judged([other_day, *_ROOMS], {}))
    assert _told(*below, _LAW)[0] is ChangeKind.REMOVED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["# House Terms of Service", *_ROOMS, "# Guest Terms of Use", _LAW], ["# House Terms of Service", *_ROOMS]),
        (["# Law", _LAW, *_PAINTINGS[:9], "# Rooms", *_ROOMS], ["# Law", "# Rooms", *_ROOMS]),
        (["1.1 Keys.", "1.2 Rooms.", _LAW, *_ROOMS], ["1.1 Keys.", "1.3 Rooms.", *_ROOMS]),
    ],
    ids=["a page", "a section", "a numbered clause"],
)
def test_what_a_page_lacks_is_not_told(before: list[str], after: list[str]) -> None:
    assert _both((_judged(before, {_LAW: 0.95}), _judged(after, {})))[0] == _NEITHER


def test_what_went_with_a_part_is_not_told_as_removed() -> None:
    whole = _judged([*_ROOMS, _LAW, *_PAINTINGS[:30]], {_LAW: 0.95})
    kind, reasons = _told(whole, _judged(_ROOMS, {}), _LAW)
    assert kind is None
    assert "The program can't tell whether they were withdrawn" in reasons[0]
    assert _told(whole, _judged([*_ROOMS, *_PAINTINGS[:30]], {}), _LAW)[0] is ChangeKind.REMOVED


@pytest.mark.parametrize("day", ["", "Last updated: 1 May 2026"])
def test_what_came_with_a_part_while_next_to_nothing_went_is_not_told_as_added(day: str) -> None:
    whole = _judged(["Last updated: 7 June 2026", *_ROOMS, _LAW, *_PAINTINGS[:30]], {_LAW: 0.95})
    assert _told(_judged([day, *_ROOMS], {}), whole, _LAW)[0] is None
    edited = [room.replace("key", "card") for room in _ROOMS[:10]]
    assert _told(_judged([day, *edited, *_ROOMS[10:]], {}), whole, _LAW)[0] is ChangeKind.ADDED


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Last updated: 1 May 2026", "Last updated: 1 May 2026", _NEITHER),
        ("Last updated: 1 May 2026", "Last updated: 7 June 2026", (ChangeKind.REMOVED, None)),
        ("Last updated: 7 June 2026", "Last updated: 1 May 2026", (None, ChangeKind.ADDED)),
        ("Last updated: 1 May 2026", "Please read this with care.", _TOLD),
    ],
)
def test_what_comes_and_goes_under_one_date_or_an_earlier_is_a_part_of_the_page(
    before: str, after: str, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    old, new = _judged([before, *_ROOMS, _LAW], {_LAW: 0.95}), _judged([after, *_ROOMS], {})
    assert _both((old, new))[0] == told


@pytest.mark.parametrize(("lost", "told"), [(30, ChangeKind.REMOVED), (60, None)])
def test_a_text_of_another_day_may_lose_more_until_a_part_is_missing(lost: int, told: ChangeKind | None) -> None:
    rest = _PAINTINGS * 3
    old = _judged(["Last updated: 1 May 2026", *_ROOMS, *rest[lost:], _LAW, *rest[:lost]], {_LAW: 0.95})
    assert _told(old, _judged(["Last updated: 7 June 2026", *_ROOMS, *rest[lost:]], {}), _LAW)[0] is told


def test_a_page_that_stood_in_for_the_document_says_nothing_of_it() -> None:
    short = _judged(["You find our terms below.", *_ROOMS[:5]], {})
    whole = _judged([*_ROOMS, *_PAINTINGS, _LAW], {_LAW: 0.95})
    assert _both((whole, short))[0] == _NEITHER


def _anew(title: str, other_title: str, chances: dict[str, float]) -> tuple[ChangeKind | None, ChangeKind | None]:
    """What is told of a passage that went as a text was written anew, and that came so; each time of a later day."""
    may, june = "Last updated: 1 May 2026", "Last updated: 7 June 2026"
    holding = [_judged([title, day, *_ROOMS, _LAW], {_LAW: 0.95}) for day in (may, june)]
    other = [_judged([other_title, day, *_PAINTINGS], chances) for day in (may, june)]
    return _told(holding[0], other[1], _LAW)[0], _told(other[0], holding[1], _LAW)[0]


@pytest.mark.parametrize(
    ("title", "told"),
    [("Terms of Service", _TOLD), ("Europe Terms of Service", _NEITHER), ("How We Keep Paintings", _NEITHER)],
)
def test_a_text_that_was_written_anew_must_have_its_title(
    title: str, told: tuple[ChangeKind | None, ChangeKind | None]
) -> None:
    assert _anew("# Terms of Service", f"# {title}", {}) == told


def test_a_text_that_was_written_anew_states_no_more_what_the_finder_gives_no_chance() -> None:
    assert _anew("# Terms", "# Terms", {}) == _TOLD
    assert _anew("# Terms", "# Terms", {_PAINTINGS[0]: 0.02}) == (None, ChangeKind.ADDED)


@pytest.mark.parametrize(
    ("said", "language", "chance", "like"),
    [
        (_RULED, "en", 0.0, True),
        ("Disputes go to the courts of the town in which the house stands.", "en", 0.4, True),
        ("Disputes go to the courts of the town in which the house stands.", "en", 0.3, False),
        ("Whoever quarrels here shall see the magistrates.", "en", 0.95, False),
        ("Wer hier streitet, geht zum Richter.", "de", 0.6, True),
        ("Wer hier streitet, geht zum Richter.", "de", 0.4, False),
    ],
)
def test_another_document_may_say_the_like_in_its_words_or_in_another_language(
    said: str, language: str, chance: float, like: bool
) -> None:
    other = Saying(_judged([*_PAINTINGS, said], {said: chance}, language))
    assert other.says_the_like(sought(default_finder(), _TYPE, _LAW), "en") is like


def test_the_nearest_passages_are_those_with_most_of_the_words_close_together() -> None:
    places = WordPlaces(read_markdown("\n\n".join([*_ROOMS, _RULED])))
    assert places.nearest(_LAW)[0] == _RULED
    assert places.nearest("Zebras graze.") == ()


def test_a_sentence_that_states_the_type_beside_others_leaves_a_doubt() -> None:
    aside = (
        "Boats of guests lie at the quay. What is agreed here is governed by the laws of Laputa. Nets are dried ashore."
    )
    with_aside = [*_ROOMS, aside]
    assert (
        _both((_judged([*with_aside, _OTHER_LAW], {_OTHER_LAW: 0.95}), _judged(with_aside, {})), _OTHER_LAW)[0]
        == _NEITHER
    )


def test_what_another_document_is_said_to_hold_now_is_not_told_as_gone() -> None:
    points = "What is in dispute is subject to the arbitration and dispute rules in the Conditions of the Mill."
    texts = _judged([*_ROOMS, _OTHER_LAW], {_OTHER_LAW: 0.95}), _judged([*_ROOMS, points], {})
    assert _both(texts, _OTHER_LAW)[0] == (None, ChangeKind.ADDED)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", "See our [Larkwell EEA Statement](https://larkwell.example/eea).", None),
        ("", "See our [Larkwell State Privacy Notice](https://larkwell.example/states).", ChangeKind.REMOVED),
        ("", "See our [Larkwell map of the EEA](https://larkwell.example/map).", ChangeKind.REMOVED),
        ("", "See our [EEA Statement](https://larkwell.example/terms#eea).", ChangeKind.REMOVED),
        (
            "See our [EEA Statement](https://larkwell.example/eea).",
            "See the [European Statement](https://larkwell.example/eea).",
            ChangeKind.REMOVED,
        ),
    ],
)
def test_what_may_stand_in_a_new_notice_for_the_same_people_is_not_told_as_gone(
    before: str, after: str, kind: ChangeKind | None
) -> None:
    old = _judged(["# House", *_ROOMS, before, "# European guests", _OTHER_LAW, *_PAINTINGS[:4]], {_OTHER_LAW: 0.95})
    new = _judged(["# House", *_ROOMS, after, *_PAINTINGS[:4]], {})
    assert _told(old, new, _OTHER_LAW)[0] is kind


@pytest.mark.parametrize(("still", "kind"), [("", ChangeKind.REMOVED), ("An arbiter tastes the pears.", None)])
def test_what_went_with_the_word_that_it_needs_is_told_though_other_words_are_near(
    still: str, kind: ChangeKind | None
) -> None:
    arbitrated = (
        "You and Larkwell agree to resolve all disputes and claims between us in final and binding arbitration by a "
        "neutral arbitrator, and not in court."
    )
    courts = "All disputes and claims between you and Larkwell, which you agree to resolve, go to the courts of Dublin."
    clause_type = "mandatory-arbitration"
    old = _stating([*_ROOMS, still, arbitrated], {arbitrated: {clause_type: 0.78}})
    assert _told(old, _stating([*_ROOMS, still, courts], {}), arbitrated, clause_type)[0] is kind
