"""A text that a page took up below another, or that grew by half, is what a summary begins with."""

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Verdict, compare, summarise
from conductatlas.changes.captures.editions import WHETHER_ADDED, tells_of_whole
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_RULE = "Whoever rents boat {number} brings it back before dusk, dry and clean, and hangs the key on its hook."
_TERMS = "# Terms of the boathouse\n\n" + "\n\n".join(_RULE.format(number=number) for number in range(30))
_TERMS_OF_BOATS = _TERMS.replace("Terms of the boathouse", "Larkwell boat terms")
_PRIZES = "\n\n".join(
    f"## Prize {number}\n\nThe committee gives prize {number} to the crew that rows the longest way round the lake."
    for number in range(30)
)


def _said(old: str, new: str) -> str:
    step = compare(default_finder(), read_markdown(old), read_markdown(new))
    return summarise(load_catalogue(), step.verdict, (), step.reasons)


def test_a_whole_text_that_came_is_told_before_all_else() -> None:
    said = _said(_TERMS, f"{_TERMS}\n\n# Larkwell regatta privacy policy\n\n{_PRIZES}")
    assert said.startswith("The page now holds a text under a title of its own, “Larkwell regatta privacy policy”, of ")
    assert said.endswith(" words.")


def test_a_text_that_grew_or_shrank_by_half_is_told_to_have() -> None:
    longer = f"{_TERMS}\n\n{_PRIZES}"
    assert "The text grew from 574 words to 1,114 words, and hardly another word changed." in _said(_TERMS, longer)
    assert "The text shrank from 1,114 words to 574 words, and hardly another" in _said(longer, _TERMS)
    assert "grew" not in _said(_TERMS, f"{_TERMS}\n\nWhoever is late pays for the light.")


def test_a_reason_that_tells_of_no_whole_text_is_none_for_a_summary() -> None:
    assert not tells_of_whole("1 block changed in words that may carry an effect.")
    assert summarise(load_catalogue(), Verdict.TECHNICAL, (), ("2 blocks in another place.",)).startswith(
        "No provision"
    )


def test_a_text_that_was_rewritten_shorter_lacks_no_part() -> None:
    licence = "You grant us a worldwide, royalty-free licence to host, copy and display the content that you post."
    ending = "We may suspend or terminate your account at any time and for any reason, at our sole discretion."
    rest = "\n\n".join(_RULE.format(number=number) for number in range(40))
    old = f"# Terms of the boathouse\n\n{rest}\n\n{licence}\n\n{ending}"
    shorter = "\n\n".join(f"Boat {number} is back, clean and locked by nightfall." for number in range(40))
    cut = "\n\n".join(_RULE.format(number=number) for number in range(20))
    reasons = [
        compare(default_finder(), read_markdown(old), read_markdown(f"# Terms of the boathouse\n\n{one}")).reasons
        for one in (shorter, cut)
    ]
    assert [any(reason.startswith("A part of ") for reason in one) for one in reasons] == [False, True]


def test_of_a_part_that_the_page_may_have_lacked_the_doubt_is_told_first() -> None:
    licence = "You grant us a worldwide, royalty-free licence to host, copy and display the content that you post."
    prizes = "\n\n".join(_PRIZES.split("\n\n")[1::2])
    short, long = _TERMS, f"{_TERMS}\n\n## The regatta\n\n{prizes}\n\n{licence}"
    forth, back = (compare(default_finder(), *map(read_markdown, pair)) for pair in ((short, long), (long, short)))
    adds = ["it adds the section “The regatta” (31 sentences)", "it adds “You grant us a licence”"]
    goes = ["it no longer has the section “The regatta” (31 sentences)", "it no longer says “You grant us a licence”"]
    added, gone = (
        summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), step.reasons, above_all)
        for step, above_all in ((forth, adds), (back, goes))
    )
    doubt = "; what came in was perhaps added, perhaps only not captured before; "
    assert f"{doubt}it now has the section “The regatta” (31 sentences), and it now has “You grant us" in added
    doubt = "; what went was perhaps withdrawn, perhaps only not captured; "
    assert gone.endswith(f"{doubt}it lacks the section “The regatta” (31 sentences).")


def test_a_part_that_is_told_is_the_one_of_which_the_doubt_is() -> None:
    reasons = (f"In all 457 words came in, 3 provisions among them. {WHETHER_ADDED}",)
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), reasons)
    assert said == "In all 457 words came in, 3 provisions among them, perhaps added, perhaps only not captured before."


def test_a_text_that_stood_before_is_told_first() -> None:
    reasons = (
        "2 blocks changed in words that may carry an effect.",
        "The text is again that of version 3, word for word.",
    )
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), reasons, ["it adds “You grant us a licence”"])
    assert said == "The text is again that of version 3; it adds “You grant us a licence”."


def test_no_capital_stands_behind_the_semicolon_of_a_text_that_stood_before() -> None:
    step = compare(default_finder(), read_markdown(f"{_TERMS}\n\n{_PRIZES}"), read_markdown(_TERMS))
    told = next(one for one in step.reasons if one.startswith("The text shrank"))
    reasons = ("The text is again that of version 1, word for word.", told)
    said = summarise(load_catalogue(), Verdict.SUBSTANTIVE, (), reasons)
    assert said.startswith("The text is again that of version 1; the text shrank from ")


def test_one_text_of_several_is_told_to_be_alone_and_changed_no_word() -> None:
    privacy = f"# Larkwell privacy policy\n\n{_PRIZES}"
    page = f"{_TERMS_OF_BOATS}\n\n{privacy}"
    back, forth = (compare(default_finder(), *map(read_markdown, pair)) for pair in ((page, privacy), (privacy, page)))
    assert (back.verdict, forth.verdict) == (Verdict.TECHNICAL, Verdict.TECHNICAL)
    assert back.reasons[0] == (
        "Of the texts that the page held, it now holds “Larkwell privacy policy” alone, word for word."
    )
    assert forth.reasons[0].startswith("The page now holds other texts ahead of “Larkwell privacy policy”")


def test_the_first_of_several_texts_is_the_document_itself() -> None:
    page = f"{_TERMS_OF_BOATS}\n\n# Larkwell privacy policy\n\n{_PRIZES}"
    assert compare(default_finder(), read_markdown(page), read_markdown(_TERMS_OF_BOATS)).verdict is Verdict.SUBSTANTIVE
    edited = f"# Larkwell privacy policy\n\n{_PRIZES.replace('the longest way', 'the shortest way')}"
    assert compare(default_finder(), read_markdown(page), read_markdown(edited)).verdict is Verdict.SUBSTANTIVE
