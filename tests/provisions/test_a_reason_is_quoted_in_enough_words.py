"""The words that a grade rests on are quoted with enough of their sentence to see it, and no more."""

from __future__ import annotations

from conductatlas.provisions import evidence


def _of(passage: str, words: str) -> str:
    start = passage.index(words)
    return evidence(passage, start, start + len(words))


def test_a_short_sentence_is_quoted_whole_without_its_number() -> None:
    passage = "9.2. Northlane may change these terms. 9.3. Claims are heard exclusively in the courts of Linden."

    assert _of(passage, "exclusively in") == "Claims are heard exclusively in the courts of Linden."


def test_of_a_long_sentence_the_clause_is_quoted() -> None:
    passage = (
        "You and Northlane agree that a claim that is not settled by mail within sixty days of the notice that this "
        "section asks for, that was answered within a month of that day, and that no law sends elsewhere, must be "
        "brought exclusively in the courts of Linden "
        "County; and that neither of us brings one in the name of anybody else, whatever the law of the place allows."
    )

    assert _of(passage, "exclusively in") == (
        "… and that no law sends elsewhere, must be brought exclusively in the courts of Linden County; "
        "and that neither of us brings one in the name of anybody else, whatever the law of the place allows."
    )


def test_words_are_never_cut() -> None:
    passage = " ".join(["Northlane keeps"] + [f"thing{number}" for number in range(90)] + ["and all the rest."])

    shown = _of(passage, "ing30")

    assert shown.startswith("… thing22 ")
    assert shown.endswith(" thing66 …")


def test_of_words_over_several_sentences_the_first_and_the_last_are_quoted() -> None:
    passage = "We tell you of it by mail. Nothing else is said here. You may appeal within ten days."
    start, end = passage.index("tell you"), passage.index("appeal") + len("appeal")

    assert evidence(passage, start, end) == "We tell you of it by mail. … You may appeal within ten days."


def test_addresses_of_links_are_no_words() -> None:
    passage = "You can [opt out](https://northlane.example/a;b: c) of this."

    assert _of(passage, "opt out") == "You can opt out of this."


def test_an_exception_that_follows_soon_is_quoted_too() -> None:
    passage = (
        "The larks of Northlane are not intended for anybody under the age of eighteen years, and we do not knowingly "
        "ask anybody of that age for a song, unless a parent has agreed to it; that is all we "
        "have to say on songs, be they those of larks, those of finches or those of whoever else sings at Northlane."
    )

    assert _of(passage, "not intended").endswith(
        "ask anybody of that age for a song, unless a parent has agreed to it …"
    )


def test_a_title_is_quoted_with_the_sentence_behind_it() -> None:
    passage = "(a) Arbitration. In any arbitration each side pays its own fees. There is more."

    assert _of(passage, "Arbitration") == "Arbitration. In any arbitration each side pays its own fees."


def test_a_sentence_that_leads_into_a_list_says_that_it_goes_on() -> None:
    passage = "We may close your account at our sole discretion, if:\n\n* it is old;\n* it is idle."

    assert _of(passage, "sole discretion") == "We may close your account at our sole discretion, if …"


def test_no_cut_is_made_within_brackets() -> None:
    claims = (
        "all claims about geese, eggs and feathers (by contract, by law, or otherwise), including those about nests"
    )
    rest = "that come up on the farm or beside it, are heard by the court of Ostmark, and both of us go there for them "
    words = f"You and Larkwell agree, as far as the law lets us do so at all, that {claims}, {rest * 2}without delay."
    shown = evidence(words, words.index("including"), words.index("nests"))
    assert shown.count("(") == shown.count(")")
