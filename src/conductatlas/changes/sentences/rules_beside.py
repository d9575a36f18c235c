"""Whether a sentence is a rule of its own beside another one that says much the same."""

from __future__ import annotations

from conductatlas.changes.language.common_words import distinct_words
from conductatlas.changes.language.conditions import hold_in_the_same_cases, turn_a_word
from conductatlas.changes.language.effect import effective_words
from conductatlas.changes.sentences.other_words import words_in_common
from conductatlas.changes.sentences.said import Said
from conductatlas.provisions import content_stems
from conductatlas.reading import word_line

# A rule of its own has so many words that say something and that the other one lacks, …
_FEWEST_OF_ITS_OWN = 2
# … none of which only helps another word, or says whose something is, in the form in which words are compared.
_HELPING = frozenset(
    (
        *("am", "are", "be", "been", "being", "is", "was", "were"),
        *("did", "do", "doe", "does", "had", "has", "have", "having"),
        *("can", "could", "may", "might", "must", "shall", "should", "will", "would"),
        *("after", "also", "as", "etc", "further", "if", "than", "then", "thus", "well", "when", "where", "while"),
        *("about", "both", "between", "during", "other", "through", "under", "until", "upon", "whether", "yor"),
    )
)


def is_rule_of_its_own(one: Said, other: Said) -> bool:
    """Whether a sentence says more than another one that still stands: in several words, but for names."""
    if one.text.endswith(":"):
        return False
    own = " ".join(word for word in effective_words(one.text) if word not in _HELPING)
    its = " ".join([*effective_words(other.text), *other.line.replace("-", " ").split(), *named_in(one)])
    return words_in_common(own, own) - words_in_common(own, its) >= _FEWEST_OF_ITS_OWN


def are_of_two_things(one: Said, other: Said) -> bool:
    """Whether each of two sentences has a word that says something and that the other one lacks."""
    left, right = (set(content_stems(" ".join(effective_words(said.text)))) for said in (one, other))
    return bool(left - right) and bool(right - left)


def names_more(one: Said, other: Said) -> bool:
    """Whether a sentence has a name or a number that one much like it lacks, or only one denies or sets a condition.

    Or one has the opposite of a word of the other.
    """
    return (
        not named_in(one) <= distinct_words(other.line)
        or not hold_in_the_same_cases(one.text, other.text)
        or turn_a_word(one.line, other.line)
    )


def named_in(one: Said) -> set[str]:
    """The words of a sentence that are names, behind its first one, or numbers, but for those of dates and sections."""
    names = word_line(" ".join(word for word in one.text.split()[1:] if word[0].isupper())).split()
    numbers = {word for word in one.line.split() if word.isdigit()}
    return {*names, *(numbers.intersection(effective_words(one.text)) if numbers else ())}
