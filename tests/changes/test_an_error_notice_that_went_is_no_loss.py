"""Where the version before held the notice of a page that failed to load, that is told, and no sentence of it went."""

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import compare_states, sentence_changes, summarise, ungraded
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_RULES = "# Terms of the boathouse\n\n" + "\n\n".join(
    f"Whoever rents boat {number} brings it back before dusk, dry and clean, and hangs the key on its hook."
    for number in range(30)
)
_NOTICE = "This page isn't available\n\nAn unexpected error has occurred. Wait a while and come back later."
_PART = "## Prizes\n\n{}\n\nYou grant us a worldwide, royalty-free licence to copy the content that you post.".format(
    "\n\n".join(
        f"The committee gives prize {number} to the crew that rows the longest way round the lake."
        for number in range(28)
    )
)


def _pair(before: str) -> tuple[Document, Document]:
    return read_markdown(f"{_RULES}\n\n{before}"), read_markdown(f"{_RULES}\n\n{_PART}")


def test_no_sentence_of_it_went() -> None:
    assert sentence_changes(*_pair(_NOTICE), 4, ungraded).went == 0
    assert sentence_changes(*_pair("Geese that cross the weir pay nothing."), 4, ungraded).went == 1


def test_the_summary_says_that_it_stood_there() -> None:
    step = compare_states(default_finder(), *_pair(_NOTICE), "en")
    said = summarise(load_catalogue(), step.verdict, (), step.reasons, ["it adds “You grant us a licence”"])
    assert "not captured before, as an error notice stood there; it now has “You grant us a licence”" in said
    assert "perhaps" not in said
