"""A document that was written anew under its title is no other page; a page under another title is."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

# Words that no other list holds, so that two texts share no vocabulary; twelve to a sentence.
_OLD_WORDS = [f"oldword{chr(97 + one)}{chr(97 + other)}" for one in range(20) for other in range(20)]
_NEW_WORDS = [word.replace("old", "new") for word in _OLD_WORDS]
_COOKIES = (
    "We use cookies and similar technologies on our websites to provide and to improve our services. Essential cookies "
    "are necessary for the website to function. Analytics cookies help us to understand how visitors use it. "
    "Functional cookies remember what you chose. Most browsers let you control cookies through their settings. "
    "By clicking accept all cookies you agree to all of them, and you may manage your cookie preferences here. "
) * 2
_PREAMBLE = (
    "At Corvid, we stand for the freedom of speech, which is the corner stone of a thriving society. "
    "Every individual has the right to express opinions, beliefs and thoughts without fear of reprisal. "
    "Our moderators follow the community guidelines, and intervene as little as possible. "
) * 8


def _page(title: str, words: list[str]) -> str:
    sentences = [" ".join(words[start : start + 12]).capitalize() + "." for start in range(0, len(words), 12)]
    return f"# {title}\n\n" + "\n\n".join(sentences) + "\n"


def _verdict(old: str, new: str) -> Verdict:
    return compare(default_finder(), read_markdown(old), read_markdown(new)).verdict


@pytest.mark.parametrize("title", ["Privacy Policy", "Terms of Service", "Corvid Community Guidelines"])
def test_other_words_under_the_same_title_are_a_change(title: str) -> None:
    assert _verdict(_page(title, _OLD_WORDS), _page(title, _NEW_WORDS)) is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(("before", "after"), [("Privacy Policy", "Corvid for Teams"), ("Policies", "Policies")])
def test_other_words_under_another_title_are_another_page(before: str, after: str) -> None:
    assert _verdict(_page(before, _OLD_WORDS), _page(after, _NEW_WORDS)) is Verdict.FAILED


def test_a_short_document_that_grew_tenfold_was_no_rest_of_the_long_one() -> None:
    short, long = _page("Privacy Policy", _OLD_WORDS[:350]), _page("Privacy Policy", _NEW_WORDS * 8)
    assert _verdict(short, long) is Verdict.SUBSTANTIVE


def test_the_rest_of_a_document_is_a_failed_capture() -> None:
    long = _page("Privacy Policy", [*_OLD_WORDS, *_NEW_WORDS * 7])
    rest = "\n".join(long.splitlines()[:50]) + "\n"
    assert _verdict(long, rest) is Verdict.FAILED


def test_a_short_cookie_policy_is_no_consent_wall() -> None:
    long, short = f"# Cookie Policy\n\n{_PREAMBLE}\n", f"# Cookie Policy\n\n{_COOKIES}\n"
    assert _verdict(long, short) is not Verdict.FAILED
    assert _verdict(long, f"# Your privacy\n\n{_COOKIES}\n") is Verdict.FAILED


def test_a_document_that_was_shortened_throughout_is_no_rest_of_it() -> None:
    sections = [_OLD_WORDS[start : start + 40] for start in range(0, 400, 40)]
    long = "".join(f"## Part {ordinal}\n\n{' '.join(part * 12)}.\n\n" for ordinal, part in enumerate(sections))
    short = "".join(f"## Part {ordinal}\n\n{' '.join(part)}.\n\n" for ordinal, part in enumerate(sections))
    assert _verdict(f"# Privacy Policy\n\n{long}", f"# Privacy Policy\n\n{short}") is Verdict.SUBSTANTIVE
