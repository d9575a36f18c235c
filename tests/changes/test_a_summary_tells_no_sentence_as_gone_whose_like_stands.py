"""Before all else no sentence is told to be gone, or added, that the other text has in other words."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_RULES = "\n\n".join(
    f"Boats of the {name} line leave at noon and carry {load} to the far bank." for name, load in
    [("heron", "corn"), ("corvid", "wool"), ("swan", "timber"), ("plover", "salt"), ("egret", "peat")]
)  # fmt: skip
_WENT = "You are liable for any damage if you do not keep your lantern password secret, and the ferry pays nobody."
_CAME = "Registered rowers are liable for damage and shall bear what follows if nobody can keep lantern passwords."
_NEW = "Nobody may sell an anchor on the landing stage."


def test_a_sentence_whose_like_stands_elsewhere_is_not_told_before_all_else() -> None:
    old = read_markdown(f"# Corvid Ferry Rules\n\n{_WENT}\n\n{_RULES}\n")
    new = read_markdown(f"# Corvid Ferry Rules\n\n{_RULES}\n\n{_NEW}\n\n{_CAME}\n")
    said = " ".join(foremost(sentence_changes(old, new, 4, ungraded)))
    assert _NEW.rstrip(".") in said
    assert "no longer says" not in said


def test_a_sentence_that_has_no_like_is_told() -> None:
    old = read_markdown(f"# Corvid Ferry Rules\n\n{_WENT}\n\n{_RULES}\n")
    new = read_markdown(f"# Corvid Ferry Rules\n\n{_RULES}\n\n{_NEW}\n")
    assert "no longer says" in " ".join(foremost(sentence_changes(old, new, 4, ungraded)))


def test_a_denial_is_not_said_by_what_does_not_deny() -> None:
    went = "The ferry stores only lanterns of rowers in its loft, and does not store anchors or sails for traders."
    came = (
        "The ferry stores lanterns and anchors of rowers and traders in a loft, pays the smith who mends hinges each "
        "spring, hires two clerks from Underhill for counting coins, sends whatever is broken to the glass makers, and "
        "keeps accounts of what comes and leaves in green books that hang beside the big clock of its office."
    )
    old = read_markdown(f"# Corvid Ferry Rules\n\n{went}\n\n{_RULES}\n")
    new = read_markdown(f"# Corvid Ferry Rules\n\n{_RULES}\n\n{came}\n")
    said = " ".join(foremost(sentence_changes(old, new, 4, ungraded)))
    assert went.rstrip(".") in said


def test_of_a_text_written_anew_no_sentence_is_told_to_be_gone() -> None:
    old = f"# Corvid Ferry Rules\n\n{_WENT}\n\nEach rower brings his own lantern, filled with oil for two hours.\n"
    new = f"# Corvid Ferry Rules\n\n{_NEW}\n\nThe bell of the upper lock is rung for everybody who comes by night.\n"
    stays = f"\n\n{_RULES}"
    anew, edited = (
        " ".join(foremost(sentence_changes(read_markdown(old + more), read_markdown(new + more), 4, ungraded)))
        for more in ("", stays)
    )
    assert "it no longer says" in edited
    assert "it no longer says" not in anew
    assert "it adds" in anew


def test_an_item_is_not_told_to_be_gone_where_its_list_has_one_like_it_in_other_words() -> None:
    went = (
        "Stolen sails (SSL), meaning sails of a private boat taken or sold without consent (also masts and torn flags)"
    )
    came = "Trade in or theft of sails (“SSL” or “PSL”), also stolen rudders, planks and tents, or sold masts of others"
    kept = "- loaded carts\n- open fire on deck\n"
    old = (
        f"# Rules\n\n{_RULES}\n\n## Goods\n\nWe refuse to carry bad and dangerous goods, including:\n\n- {went}\n{kept}"
    )
    lead_in = "The ferry is no place for harm. We refuse to carry this kind of goods, including:"
    new = f"# Rules\n\n{_RULES}\n\n## Goods and harm\n\n{lead_in}\n\n- {came}\n{kept}"
    other = f"# Rules\n\n{_RULES}\n\n## Goods and harm\n\n{lead_in}\n\n- {_NEW}\n{kept}"
    still, gone = (
        " ".join(foremost(sentence_changes(read_markdown(old), read_markdown(now), 4, ungraded)))
        for now in (new, other)
    )
    assert "no longer says “Stolen sails" not in still
    assert "no longer says “Stolen sails" in gone


def test_a_rule_of_a_former_part_that_another_part_states_still_is_not_told_first() -> None:
    held = "with all claims on lanterns, anchors, ropes and sails, are heard by the harbour court of Underhill alone"
    went = f"Quarrels between rowers and traders on this ferry, {held} or by that of Larkwell."
    stays = f"Whatever else was agreed, quarrels of traders and rowers about this ferry or its piers, {held}."
    own = f"# Corvid Ferry Rules\n\n{stays}\n\n{_RULES}\n\n{_RULES.replace('far', 'near')}\n"
    still, gone = (
        " ".join(foremost(sentence_changes(read_markdown(f"{text}\n\n{went}\n"), read_markdown(text), 4, ungraded)))
        for text in (own, own.replace(stays, _NEW))
    )
    assert "no longer says" not in still
    assert "it no longer says “Quarrels" in gone


def test_a_denial_that_a_new_sentence_says_of_its_noun_is_not_told_to_be_gone() -> None:
    keeps = (
        "Larkwell reserves the right to open, mend or hold back all parcels that lie in its sheds on the quay "
        "and on its boats"
    )
    old = read_markdown(
        f"# Rules\n\n{_RULES}\n\nAlthough {keeps}, we do not weigh all of them.\n\n## Scales\n\nIn winter, {_NEW}"
    )

    def _said(beside: str) -> str:
        anew = f"To the fullest extent permitted by the law of the lake, {keeps}."
        new = read_markdown(f"# Rules\n\n{_RULES}\n\n{anew}\n\n## Scales\n\n{beside} In winter, {_NEW}")
        return " ".join(foremost(sentence_changes(old, new, 4, ungraded)))

    assert "it no longer says “we do not weigh all of them”" in _said("However, we do not mend sails.")
    assert "no longer says" not in _said("However, we do not weigh all parcels in our sheds.")
