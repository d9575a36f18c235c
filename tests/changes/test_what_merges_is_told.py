"""Where passages merge, the words that came are told, and each goes on in the passage that has most of its words."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, ChangeKind, Followed, Meaning, Pair, Standing, meanings, step
from conductatlas.changes.comparison import judged_text
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_WATCH = "Corvid may monitor any use of the interface from its own systems."
_WATCH_MORE = (
    "You agree that Corvid may monitor any use of the interface from its own systems to keep its quality. You must not "
    "disturb such monitoring, or hide from Corvid what your application does with the interface."
)
_SHORT = "If you believe that your account was locked or suspended in error, you can submit an appeal."
_LONG = (
    "In a few cases, where we have found no ill will, we shall ask you to remove this content. We shall also lock you "
    "out of your account until you Tweet it again. If you do so once more, your account will be suspended for good. If "
    "you believe that your account was suspended in error, you can submit an appeal."
)
_REST = "You must be at least 16 years old to open an account.\n\nThese terms are governed by the laws of Ireland."


def _became(old: Document, stood: dict[int, str], new: Document, kind: str) -> dict[int, tuple[Followed, Meaning]]:
    finder = default_finder()
    before, after = (judged_text(finder, one, "en", finder.judge) for one in (old, new))
    provisions = [Standing(identity, kind, quote, "none", "neutral", 0.9) for identity, quote in stood.items()]
    outcome = step(finder, before, provisions, after, (), 10, confirmed=True)
    pair = Pair(old, new)
    told = meanings(load_catalogue(), Bearing(finder), outcome.followed, pair)
    return {one.identity: (one, means) for one, means in told}


def test_a_passage_that_is_taken_up_by_a_longer_one_says_other_words() -> None:
    old, new = read_markdown(f"{_WATCH}\n\n{_REST}"), read_markdown(f"{_WATCH_MORE}\n\n{_REST}")
    one, means = _became(old, {1: _WATCH}, new, "monitoring-rights")[1]
    assert one.kind is ChangeKind.REWORDED
    assert "disturb such monitoring" in means.reworded


def test_of_two_passages_that_say_the_like_each_keeps_its_own_words() -> None:
    old = read_markdown("\n\n".join([_LONG, _REST, _SHORT, "## Spam", "Do not send spam to anyone.", _SHORT]))
    new = read_markdown("\n\n".join([_LONG.replace("Tweet", "Post"), _REST, "## Spam", "Do not send spam to anyone."]))
    # The later record has the shorter passage, which stood in two places.
    became = _became(old, {1: _LONG, 2: _SHORT}, new, "moderation-appeal")
    one, means = became[1]
    assert one.kind is ChangeKind.REWORDED
    assert "until you Tweet it again” becomes “" in means.reworded
    assert means.reworded.endswith("until you Post it again”")
    other, _ = became[2]
    assert (other.kind, other.after, other.counterpart) == (ChangeKind.MOVED, None, 1)


def test_what_a_passage_took_up_from_elsewhere_is_not_added() -> None:
    took_up = _LONG.replace("Tweet", "Post")
    old = read_markdown("\n\n".join([_SHORT, _REST, _LONG]))
    new = read_markdown("\n\n".join([f"{_SHORT} {took_up}", _REST]))
    # Of the passage itself nothing came or went, so there is nothing to tell.
    assert not _became(old, {1: _SHORT}, new, "moderation-appeal")
