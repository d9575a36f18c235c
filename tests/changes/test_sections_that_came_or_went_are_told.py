"""A section came or went as a whole with its title and what surely belongs to it, under no other title either."""

from __future__ import annotations

from dataclasses import replace

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    CAPTURED_OTHERWISE,
    SentenceChanges,
    Verdict,
    foremost,
    sentence_changes,
    summarise,
    ungraded,
)
from conductatlas.reading import read_markdown

_MILL = "The mill grinds the corn of everybody in the valley, and it is closed on Sundays."
_TOP = f"# Corvid Rules\n\n## The mill\n\n{_MILL}\n\n"
_GATE = (
    "The keeper opens it at dawn. Nobody may fish within ten yards of its posts. "
    "Whoever breaks the lock pays the town forty crowns. Boats wait for him under the willows."
)
_GEESE = (
    "Geese cross the weir in single file. Their herd carries a lantern after dusk. "
    "A goose without a ring is sold at the fair. What it brings goes to the school."
)
_BEES = (
    "Hives stand behind the orchard wall. Honey is weighed on the town scales. "
    "A swarm belongs to whoever catches it first. Smoke is forbidden in summer."
)


def _changes(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded)


def _came(old: str, new: str) -> list[str]:
    return [one.title for one in _changes(old, new).new_sections]


def test_a_section_ends_at_the_next_title_of_any_kind() -> None:
    for title in ("**Geese**", "Geese", "2\\. Geese", "## Geese"):
        (gate,) = _changes(f"{_TOP}{_GEESE}", f"{_TOP}**Gate**\n\n{_GATE}\n\n{title}\n\n{_GEESE}").new_sections
        assert (gate.title, gate.sentences) == ("Gate", 4)


def test_all_sections_of_a_run_are_told_small_ones_too() -> None:
    run = f"## Gate\n\n{_GATE}\n\n## Ducks\n\nDucks swim where they like.\n\n## Bees\n\n{_BEES}"
    assert _came(_TOP, _TOP + run) == ["Gate", "Ducks", "Bees"]
    assert foremost(_changes(_TOP, _TOP + run))[0] == "it adds the sections “Gate”, “Bees” and 1 more"
    alone = f"{_TOP}## Ducks\n\nDucks swim where they like."
    assert _came(_TOP, alone) == []


def test_a_part_of_a_section_that_came_is_no_other_one() -> None:
    assert _came(_TOP, f"{_TOP}## Animals\n\n{_GATE}\n\n### Geese\n\n{_GEESE}\n\n**Bees**\n\n{_BEES}") == ["Animals"]
    assert _came(_TOP, f"{_TOP}## 4. Animals\n\n{_GATE}\n\n4.1 Geese\n\n{_GEESE}") == ["4. Animals"]
    assert _came(_TOP, f"{_TOP}## Animals\n\n{_GATE}\n\nHoney bees\n\n{_BEES}") == ["Animals"]


def test_a_line_that_leads_into_what_stands_below_is_no_section() -> None:
    for label in ("For example:", "Definition:", "How we guard it:"):
        assert _came(_TOP, f"{_TOP}{label}\n\n{_GATE}") == []
    assert _came(_TOP, f"{_TOP}Gates and Locks:\n\n{_GATE}") == ["Gates and Locks"]
    assert _came(_TOP, f"{_TOP}## Gate:\n\n{_GATE}") == ["Gate"]


def test_a_label_that_stands_often_is_no_section() -> None:
    topics = [("Oxen", _GATE), ("Sheep", _GEESE), ("Goats", _BEES)]
    old = "\n\n".join(f"### {topic}\n\n{topic} come by the lower road." for topic, _ in topics)
    new = "\n\n".join(
        f"### {topic}\n\n{topic} come by the lower road.\n\nREFUSED HERE TOO\n\n{said}" for topic, said in topics
    )
    assert _came(_TOP + old, _TOP + new) == []


def test_a_line_that_leads_elsewhere_is_no_title_of_a_section() -> None:
    pointer = "**Learn more about geese in [The pond](https://corvid.example/pond)**"
    assert _came(_TOP, f"{_TOP}{pointer}\n\n{_GEESE}") == []


def test_a_section_under_another_title_neither_came_nor_went() -> None:
    anew = (
        "Over that weir geese go in a single file. After dusk every herd has carried some lantern. "
        "Ringless geese are for sale at each fair. To the school goes all it brings."
    )
    for before, after, said in (
        ("Fraud and Deception", "Fraud, Scams, and Deceptive Practices", _BEES),
        ("Taxes", "Taxes and Withholding", _BEES),
        ("Limits for geese", "Limits for swarms", _BEES),
        ("Geese", "Birds", anew),
    ):
        tail = f"## Willows\n\n{_GATE}"
        found = _changes(f"{_TOP}## {before}\n\n{_GEESE}\n\n{tail}", f"{_TOP}## {after}\n\n{said}\n\n{tail}")
        assert (found.came + found.edited, found.new_sections, found.gone_sections) == (4, (), ())
    replaced = _changes(f"{_TOP}## Geese\n\n{_GEESE}", f"{_TOP}## Honey\n\n{_BEES}")
    assert [one.title for one in (*replaced.new_sections, *replaced.gone_sections)] == ["Honey", "Geese"]


def test_a_sentence_of_a_section_that_came_is_no_other_one_edited() -> None:
    listed = "Forbidden games are listed beside the gate."
    rule = "Whoever plays at dice plays forbidden games, and these are since last year listed in full beside the gate."
    assert [one.how for one in _changes(_TOP + listed, _TOP + rule).told] == ["edited"]
    found = _changes(f"{_TOP}{listed}", f"{_TOP}## Games\n\n{_BEES} {_GEESE} {rule}")
    assert [one.title for one in found.new_sections] == ["Games"]
    assert "edited" not in [one.how for one in found.told]


def test_a_list_that_became_sections_of_its_own_did_not_come() -> None:
    listed = (
        "We use what the toll keepers write down to:\n\n"
        "- repair the weir and the lock gates before each winter flood\n"
        "- invite millers to the autumn fair\n\n"
    )
    section = (
        "## Repairs\n\nBefore each winter flood we repair the weir and the lock gates with what was written down. "
        "Masons are paid by the yard. The bailiff walks the dam twice a week. Stones come by barge from Underhill."
    )
    assert _came(_TOP, _TOP + section) == ["Repairs"]
    assert _came(_TOP + listed, _TOP + section) == []


def test_the_word_for_a_section_is_no_part_of_its_title() -> None:
    old, new = f"## Article 5 (Right of way)\n\n{_GATE}", f"## Article 9 (Right to honey)\n\n{_BEES}"
    assert [one.title for one in _changes(_TOP + old, _TOP + new).gone_sections] == ["Article 5 (Right of way)"]


def test_a_section_of_which_a_sentence_was_edited_did_not_go_as_a_whole() -> None:
    law = "These rules are governed by the laws of Elbonia, whatever its courts say of the laws of others."
    old = f"{_TOP}## Courts\n\n{_GATE} {_GEESE} {law}"
    assert [one.title for one in _changes(old, _TOP).gone_sections] == ["Courts"]
    new = f"{_TOP}## Bees\n\n{law.replace('Elbonia', 'Ruritania')}"
    assert not _changes(old, new).gone_sections
    assert _changes(old, new).edited == 1


def test_sections_of_a_text_written_anew_are_told_with_that() -> None:
    found = _changes(f"{_TOP}## Geese\n\n{_GEESE}", f"{_TOP}## Honey\n\n{_BEES}")
    came, gone, *_ = foremost(replace(found, rewritten=True))
    assert came == "much of it was written anew, and it adds the section “Honey”"
    assert gone == "it no longer has the section “Geese”"
    told = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), (CAPTURED_OTHERWISE,), (came, gone))
    assert "written anew, and the text now has the section “Honey”, and it lacks the section “Geese”" in told


def test_what_went_from_a_text_written_anew_does_not_lead_unless_it_was_given_to_a_reader() -> None:
    for went, leads in (
        ("Lanterns of the mill are mended by the smith of the upper valley each spring.", False),
        ("You retain all rights in the letters that you hang on the board of the mill.", True),
    ):
        old, new = f"{_TOP}{went}\n\n{_GATE}", f"{_TOP}{_GATE}\n\nBread is baked on Mondays for everybody who pays."
        told = foremost(replace(_changes(old, new), rewritten=True))
        assert any(one.startswith("it no longer says") for one in told) is leads
        assert any(one.startswith("it adds") for one in told)


def test_a_numbered_clause_in_one_paragraph_with_its_title_is_a_section() -> None:
    stays = "5. Tolls. The ferry takes two crowns of every cart that crosses after the harvest."
    limit = (
        "Customer may set how much it wants to pay for milling each month. Once that is reached, the mill grinds no "
        "more of its corn. What lies between the stones by then is ground to the end and paid for."
    )
    gone = _changes(
        f"{_TOP}{stays}\n\n6. Limiting Payment. {limit}\n\n7. Boats. {_GATE}", f"{_TOP}{stays}\n\n6. Boats. {_GATE}"
    )
    assert [one.title for one in gone.gone_sections] == ["6. Limiting Payment"]
    assert foremost(gone)[0] == "it no longer has the section “Limiting Payment”"


def test_a_section_is_told_ahead_of_its_own_promise_that_went() -> None:
    promise = "We do not sell the letters of children to anybody, and we do not share them."
    section = f"## Children\n\n{promise} {_GATE}"
    told = foremost(_changes(f"{_TOP}{section}", _TOP))
    assert told[:2] == ("it no longer has the section “Children”", f"it no longer says “{promise[:-1]}”")
    elsewhere = foremost(_changes(f"{_TOP}{promise}\n\n## Children\n\n{_GATE}", _TOP))
    assert elsewhere[:2] == (told[1], told[0])
