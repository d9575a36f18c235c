"""Captions, the law's two names for data, and what only went elsewhere are no rewording with an effect."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Followed, Meaning, Pair, meanings
from conductatlas.changes.following.standing import ChangeKind, standing
from conductatlas.changes.language.effect import says_the_same
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TYPE = "fees-and-billing"


def _means(before: str, after: str, old: str, new: str, clause_type: str = _TYPE) -> list[Meaning]:
    documents = read_markdown(old), read_markdown(new)
    finder = default_finder()
    found = []
    for document, quote in zip(documents, (before, after), strict=True):
        first, last = document.places(quote)[0]
        spans = ((document.blocks[first].start, document.blocks[last].end),)
        found.append(finder.finding(document, clause_type, first, last, spans, (0.95,)))
    one = Followed(1, clause_type, ChangeKind.REWORDED, standing(1, found[0]), found[1])
    told = meanings(load_catalogue(), Bearing(finder), [one], Pair(*documents))
    return [means for _, means in told]


def test_data_and_information_about_persons_are_one() -> None:
    assert says_the_same("We keep your personal data.", "We keep your personal information.")
    assert says_the_same("This Section (Garden App) applies to gardens.", "This paragraph applies to gardens.")


def test_a_caption_that_only_says_what_its_sentence_says_is_no_effect() -> None:
    before = "With your consent: We may disclose your personal data for any other purpose with your consent."
    after = "We may disclose your personal information for any other purpose with your consent."
    (means,) = _means(before, after, f"# A\n\n{before}\n", f"# A\n\n{after}\n", "third-party-sharing")
    assert means.to_the_letter


def test_a_caption_that_says_for_whom_is_told() -> None:
    before = "Paid gardens only: We may disclose your personal data to our partners for their own purposes."
    after = "We may disclose your personal data to our partners for their own purposes."
    (means,) = _means(before, after, f"# A\n\n{before}\n", f"# A\n\n{after}\n", "third-party-sharing")
    assert not means.to_the_letter


def test_of_a_rule_that_went_to_another_passage_no_rewording_is_told() -> None:
    rule = "Free seeds expire at the end of each monthly billing cycle and do not roll over."
    stays = "We may grant free seeds, which cost you nothing, to growers that pay a fee each month."
    old = f"# A\n\n{stays} {rule}\n\nOther words stand here.\n"
    new = f"# A\n\n{stays}\n\nOther words stand here.\n\n# Seeds\n\nPromotional {rule[0].lower()}{rule[1:]}\n"
    assert _means(f"{stays} {rule}", stays, old, new) == []
