"""That a whole list of bans went is told before a single sentence that went."""

from __future__ import annotations

from conductatlas.changes import foremost, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_AIM = (
    "In line with our wish for honest trade, we do not let rowers pass for others, borrow berths under false names, "
    "count boats twice at the lock, charge others for the tow path or waive fees of friends without a written notice."
)
_BANS = (
    "We do not allow deceit by means of boats, including:",
    "- Boats under borrowed flags that carry corn to a far bank, to mislead millers about its price.",
    "- Lanterns hung in rows to look like a fleet, to mislead the keeper about the number of crews.",
    "- Crews from other valleys that pass for those of this one, to mislead voters about their wishes.",
)
_KEPT = "\n\n".join(f"Boats of the {name} line leave at noon." for name in ("heron", "swan", "plover", "egret"))


def test_a_list_of_bans_goes_before_a_sentence() -> None:
    lead_in, *items = _BANS
    listed = f"{lead_in}\n\n" + "\n".join(items)
    old = f"# Larkwell Ferry Rules\n\n{_AIM}\n\n## Deceit\n\n{listed}\n\n## Lines\n\n{_KEPT}"
    new = f"# Larkwell Ferry Rules\n\n## Deceit\n\nThe keeper has a bell.\n\n## Lines\n\n{_KEPT}"
    told = foremost(sentence_changes(read_markdown(old), read_markdown(new), 4, ungraded))
    went = [one for one in told if one.startswith("it no longer")]
    assert went[0].endswith("with its 3 items")
    assert any(one.startswith("it no longer says “In line with") for one in went[1:])
