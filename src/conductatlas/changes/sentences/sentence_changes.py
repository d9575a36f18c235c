"""What is told of the sentences in which two texts differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from conductatlas.changes.language.quotations import denies
from conductatlas.changes.sentences.alike import Alike
from conductatlas.changes.sentences.copies import Copy
from conductatlas.changes.sentences.sentence_weights import SentenceChange
from conductatlas.changes.sentences.sentences_apart import said_with
from conductatlas.changes.sentences.whole_sections import Section
from conductatlas.changes.sentences.whole_tables import Table
from conductatlas.reading import word_line

# What was denied, in no more words, is denied again in so many of them in a row, and in this share.
_LONGEST_DENYING, _FEWEST_DENYING, _MOST_DENYING = 40, 5, 0.6
_PARTIES = frozenset(("we", "you"))


@dataclass(frozen=True, slots=True)
class SentenceChanges:
    """The weightiest sentences in which two texts differ, in the order of the text, and how many differ in all.

    `came`, `went`, `edited` count each sentence once, however often it stands; `places` tells in how many places those
    of each kind do, `rows` how many of each kind are rows of tables. `foremost`: the weightiest again, but the first of
    them first. `new_sections`, `gone_sections`, `new_tables`, `gone_tables`: those that came or went as a whole;
    the rows of such a table are not counted where they are many. `lost_notes`: whether those that went may be notes to
    which the text still refers; no sentence that went is told then. `new_notes`: the same of those that came, and to
    which it referred. `alike`: what many edits did alike.
    `fewer`, `more`: how many stand in both texts, word for word or nearly, and in fewer places than before or in more;
    `fewer_told`, `more_told`: which, and where, as far as that is sure. `told_with`: how many are told as a part of
    others. `denials`: the new sentences that deny something, told or not, by their lines of words.
    `rewritten`: whether much of the text is in other sentences. `compared`: whether the texts were; those that
    differ in very many sentences are not.
    """

    told: tuple[SentenceChange, ...] = ()
    came: int = 0
    went: int = 0
    edited: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    fewer: int = 0
    more: int = 0
    fewer_told: tuple[Copy, ...] = ()
    more_told: tuple[Copy, ...] = ()
    compared: bool = True
    foremost: tuple[SentenceChange, ...] = ()
    new_sections: tuple[Section, ...] = ()
    gone_sections: tuple[Section, ...] = ()
    new_tables: tuple[Table, ...] = ()
    gone_tables: tuple[Table, ...] = ()
    lost_notes: bool = False
    new_notes: bool = False
    alike: Alike | None = None
    rewritten: bool = False
    told_with: int = 0
    denials: Mapping[str, str] = field(default_factory=dict)
    _alone: frozenset[str] = frozenset()
    _reworded: tuple[tuple[str, str], ...] = ()

    @property
    def came_beside(self) -> bool:
        """Whether other sentences came than those of the sections that came as a whole."""
        return self.came > sum(one.sentences for one in self.new_sections)

    @property
    def went_beside(self) -> bool:
        """Whether other sentences went than those of the sections that went as a whole."""
        return self.went > sum(one.sentences for one in self.gone_sections)

    def reworded_of(self, struck: str, inserted: str) -> tuple[tuple[str, str], ...]:
        """What stood and what the text says instead, edited or in other words, where either is in some words.

        That is what stood in those that were struck, what stands in those that were inserted.
        """
        return tuple(pair for pair in self._reworded if pair[0] in struck or pair[1] in inserted)

    def denied_anew(self, struck: str) -> tuple[str, ...]:
        """The new sentences that deny what struck words denied of somebody, in most of those and as many in a row."""
        said = word_line(struck).split()
        if len(said) > _LONGEST_DENYING:
            return ()
        number = max(_FEWEST_DENYING, ceil(_MOST_DENYING * len(said)))
        runs = [said[start : start + number] for start in range(len(said) - number + 1)]
        # 'Do not sell my data' and 'without prejudice to this section' are no statements of who does not do what.
        denying = [f" {' '.join(run)} " for run in runs if denies(run) and not _PARTIES.isdisjoint(run)]
        return tuple(text for line, text in self.denials.items() if any(run in f" {line} " for run in denying))

    def alone_in(self, passage: str) -> tuple[str, ...]:
        """The sentences of a passage of one of the texts that came or went whole, as a reader sees them.

        One of those told that denies what it said before, or says what it denied, is another one too.
        """
        turned = {
            word_line(text)
            for one in self.told
            if one.how == "edited" and denies(one.before.split()) != denies(one.after.split())
            for text in (one.before, one.after)
        }
        return said_with(passage, self._alone | turned)
