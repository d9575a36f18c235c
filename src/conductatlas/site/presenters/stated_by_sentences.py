"""Weighty sentences that came or went and that no clause of a change tells: the clause types that they surely state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from conductatlas.changes import SentenceChange, surely_stated
from conductatlas.provisions import default_finder, is_glossed, reads_language
from conductatlas.reading import padded_line, word_line
from conductatlas.site.presenters.changed_sentences import sentences_between
from conductatlas.site.presenters.links import clause_type_link
from conductatlas.site.presenters.redlines import TextPair
from conductatlas.site.presenters.unsettled import ToldOnce


def stated_by_sentences(pair: TextPair, language: str, passages: Iterable[str]) -> tuple[ToldOnce, ...]:
    """Of the sentences that say most those that came or went whole, and stand in none of some passages.

    `passages` are told already, as they stand in the text. Each with the types that it surely states by itself.
    """
    if is_glossed(language) or not reads_language(language):
        return ()
    told = list(map(padded_line, passages))
    return tuple(_told(sentences_between(pair, language).told, told))


def _told(changes: Iterable[SentenceChange], told: Collection[str]) -> Iterator[ToldOnce]:
    for one in changes:
        shown = one.after or one.before
        if one.how == "edited" or any(f" {word_line(shown)} " in passage for passage in told):
            continue
        types = surely_stated(default_finder(), shown, one.under, one.lead_in)
        if types:
            words = f"{one.ahead_of_it} {shown}" if one.ahead_alone and not one.lead_in else shown
            links = tuple(map(clause_type_link, types))
            yield ToldOnce(one.how == "came", words, one.lead_in, (), links, one.lead_in_alone)
