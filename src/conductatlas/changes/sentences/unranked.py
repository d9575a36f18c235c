"""What became of the sentences of a text in a language that is not judged: how many did what, and none above others."""

from __future__ import annotations

from conductatlas.changes.language.quotations import alone
from conductatlas.changes.sentences.sentence_changes import SentenceChanges
from conductatlas.changes.sentences.whole_sections import Section
from conductatlas.english import count, series, short_series

# So many sections are named.
_MOST_SECTIONS = 2
_NOT_JUDGED = "provisions are not judged in this language"


def unranked(changes: SentenceChanges) -> str:
    """What came, went and was edited, in a phrase, and that provisions are not judged."""
    edited = "was edited" if changes.edited == 1 else "were edited"
    kinds = ((changes.came, "came"), (changes.went, "went"), (changes.edited, edited))
    told = [f"{count(number, 'sentence')} {how}" for number, how in kinds if number]
    sections = [
        said
        for some, how in ((changes.new_sections, "came"), (changes.gone_sections, "went"))
        if (said := _sections(some, how))
    ]
    counted = [*sections, *([series(told)] if told else [])]
    return "; ".join([*(counted or ["the text changed"]), _NOT_JUDGED])


def _sections(sections: tuple[Section, ...], how: str) -> str:
    """That some sections came, or went, named as far as they are few; empty where none did."""
    named = list(dict.fromkeys(f"“{alone(one.title)}”" for one in sections))
    return f"the section{'s' if len(named) > 1 else ''} {short_series(named, _MOST_SECTIONS)} {how}" if named else ""
