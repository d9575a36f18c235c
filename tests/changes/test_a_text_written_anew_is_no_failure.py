"""A document that was written anew under its title is no other page; a page under another title is."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.changes.captures.editions import is_written_anew
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

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


def test_other_words_under_a_title_that_lost_words_are_a_change() -> None:
    old = _page("Overview of Corvid Boats Guidelines and Acceptance Policies", _OLD_WORDS)
    assert _verdict(old, _page("Corvid Boats policies", _NEW_WORDS[:200])) is Verdict.SUBSTANTIVE
    assert _verdict(old, _page("Corvid Boats prices", _NEW_WORDS[:200])) is Verdict.FAILED


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


def test_a_text_that_loses_one_of_its_two_languages_is_no_failure() -> None:
    english = (
        "Corvid stores what you upload for as long as you like, and you may ask us to delete it at any time. "
        "We share it with nobody, and protect it with care, as the law of the harbour asks of us all. "
        "You may write to us with any question that you have about what we know of you."
    )
    french = (
        "Corvid conserve ce que vous envoyez aussi longtemps que vous le voulez, et le supprime à votre demande. "
        "Nous ne le partageons avec personne, et le protégeons avec soin, comme la loi du port nous le demande. "
        "Vous pouvez nous écrire pour toute question sur ce que nous savons de vous et sur ce que nous en faisons ici. "
        "Le port est ouvert tous les jours de la semaine, et nous y sommes pour vous répondre avec plaisir."
    )
    both = read_markdown(f"# Vie privée\n\n{french} {english}\n")
    alone = read_markdown("# Privacy\n\n" + english.replace(". ", ".\n\n") + "\n")
    assert compare(default_finder(), both, alone).verdict is not Verdict.FAILED
    other = read_markdown(f"# Vie privée\n\n{french}\n")
    assert compare(default_finder(), other, alone).verdict is Verdict.FAILED


def test_one_of_the_texts_that_a_document_was_put_together_from_is_no_collapse() -> None:
    policy, terms = f"# Payment policy\n\n{_PREAMBLE[:400]}\n", _page("Terms of Service", _OLD_WORDS)
    both = f"{policy.rstrip()}\n\n- - -\n\n{terms * 2}"
    assert _verdict(both, policy) is not Verdict.FAILED
    assert _verdict(policy, both) is not Verdict.FAILED
    assert _verdict(both.replace("\n- - -\n", "\n"), policy) is Verdict.FAILED


def test_sections_under_other_numbers_were_not_written_anew() -> None:
    def text(first: int) -> Document:
        said = (" ".join(_OLD_WORDS[start : start + 12]) for start in range(0, len(_OLD_WORDS), 12))
        return read_markdown(
            "\n\n".join(f"{first}.{place}. As section {first}.1 says, {one}." for place, one in enumerate(said))
        )

    assert not is_written_anew(text(3), text(4))
