"""The finder: typed, graded provisions of a text, with the facts in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from statistics import fmean
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from conductatlas.catalogue import Catalogue, load_catalogue
from conductatlas.provisions.cues import load_cues, load_plain_words
from conductatlas.provisions.findings import ENGLISH, Finding
from conductatlas.provisions.glossed import Glossed, is_title
from conductatlas.provisions.glossing import GLOSSED, load_glossary
from conductatlas.provisions.grading import Grade, grade
from conductatlas.provisions.model import Model, load_model
from conductatlas.provisions.stating import only_leads_in, types_stated
from conductatlas.provisions.units import Unit, is_bare_title, units
from conductatlas.reading import BlockKind, Document, below_breaks, visible_text

# The rules of units, passages and facts; the number changes whenever any of their results may.
_RULES = "rules-31"
# Cues, plain words and modifiers are data: their hash is part of the method's name.
_RULE_FILES = ("cues.yaml", "plain_words.yaml", "modifiers.yaml")
# Probabilities below this are not kept: no later step looks at them.
_FLOOR = 0.02
# How sure a type is that the words settle (`says` of a cue): what was read of such passages was nearly always right.
_SETTLED = 0.9
# How sure one is at least that the model finds in a passage with plain words for it: of such, nine in ten were right.
_PLAIN = 0.85
# A page in one block states so much that a few words settle nothing of it. In code points.
_LONGEST_SETTLED = 4000
_DIGITS = 4
# Neighbouring units of one section and type are one passage while it stays within this length, in code points.
_LONGEST_PASSAGE = 2500
# '**Feedback.** For certain …': a paragraph that begins so is about something else than the one before it.
_RUN_IN_HEADING = re.compile(r"(?:\*\*|__|_|\*)[^*_\n]{2,80}(?:\*\*|__|_|\*)")
# How many grades and judgements are kept to spare work; beyond it they are worked out anew.
_MOST_GRADES = 40_000
_MOST_JUDGED = 60_000


class _Passage(NamedTuple):
    clause_type: str
    first: int
    last: int
    start: int
    end: int
    chances: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """As sure as its units are on average: their surest one says little of the others."""
        return round(fmean(self.chances) if len(self.chances) > 1 else self.chances[0], _DIGITS)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a unit is or is not taken for a clause type.

    `possible`: the words that the type can't do without are there; `settled`: those that state it for sure. `features`:
    what each word, word pair or heading word adds to the type's own score, the strongest first; `rivals`: what the two
    other types that score highest add to the log-odds of this one. Negative ones speak against. The confidence rests on
    both (see `Model`), unless it is settled.
    """

    clause_type: str
    confidence: float
    threshold: float
    possible: bool
    settled: bool
    features: tuple[tuple[str, float], ...]
    rivals: tuple[tuple[str, float], ...]


class Finder:
    """Finds provisions with one model and one catalogue; the same text always gives the same findings.

    It reads English, or what is glossed.
    """

    def __init__(self, model: Model, catalogue: Catalogue, glossed: Glossed | None = None) -> None:
        self._model = model
        self._catalogue = catalogue
        self._glossed = glossed
        self._threshold = glossed.threshold if glossed else model.threshold
        self._readers: dict[str, Finder] = {}
        self._cues = load_cues()
        self._grades: dict[tuple[str, str], Grade] = {}
        self._judged: dict[tuple[str, str, str], Mapping[str, float]] = {}
        self._columns = {name: column for column, name in enumerate(model.types) if name in catalogue}
        # Words settle nothing in a text that is read through a glossary: their order is another.
        known = () if glossed else self._columns
        self._settling = tuple(name for name, cue in self._cues.items() if cue.says and name in known)
        self._plain_words = {name: words for name, words in load_plain_words().items() if name in known}

    def __getstate__(self) -> dict[str, Any]:
        """What another process gets of it; glossaries are loaded there, and nothing was judged there yet."""
        return {**self.__dict__, "_readers": {}, "_judged": {}}

    @property
    def method(self) -> str:
        """The name of everything that a finding depends on: model, catalogue and rules."""
        glossed = f" {self._glossed.method}" if self._glossed else ""
        return f"{self._model.method} {self._catalogue.method} {_rules()}{glossed}"

    def reading(self, language: str | None) -> Finder:
        """The finder for documents in a language: this one, or for a glossed language one with its glossary."""
        if language not in GLOSSED:
            return self
        if language not in self._readers:
            self._readers[language] = Finder(self._model, self._catalogue, Glossed(load_glossary(language)))
        return self._readers[language]

    def units(self, document: Document) -> tuple[Unit, ...]:
        """The candidate passages of a document."""
        return units(document)

    def judge(self, candidates: Sequence[Unit]) -> tuple[Mapping[str, float], ...]:
        """For each unit, the clause types that are at all likely, with their probabilities, in alphabetical order.

        Units that read the same are judged once: a sentence is asked about for each type of its passage, and for each
        version in which it stands.
        """
        read = [(one.context, one.lead_in, one.text) for one in candidates]
        fresh = {one: unit for one, unit in zip(read, candidates, strict=True) if one not in self._judged}
        judged = dict(zip(fresh, self._judge_anew(tuple(fresh.values())), strict=True)) if fresh else {}
        found = tuple([judged[one] if one in judged else self._judged[one] for one in read])
        self._judged.update(judged)
        if len(self._judged) > _MOST_JUDGED:
            # Half at once: a look for the oldest passes over all that went before it.
            for known in list(islice(self._judged, len(self._judged) - _MOST_JUDGED // 2)):
                del self._judged[known]
        return found

    def _judge_anew(self, candidates: Sequence[Unit]) -> tuple[dict[str, float], ...]:
        if self._glossed:
            candidates = [self._glossed.read(unit) for unit in candidates]
        chances = self._chances(candidates)
        likely: list[dict[str, float]] = [{} for _ in candidates]
        for row, column in np.argwhere(chances >= _FLOOR):
            name = self._model.types[column]
            if name in self._columns and self._is_possible(name, candidates[row]):
                likely[row][name] = float(chances[row, column])
        for unit, types in zip(candidates, likely, strict=True):
            for name, sure in self._settled(unit, types).items():
                types[name] = max(sure, types.get(name, 0.0))
        return tuple({name: one[name] for name in sorted(one)} for one in likely)

    def _chances(self, read: Sequence[Unit]) -> NDArray[np.float64]:
        chances = self._model.probabilities(read)
        return self._glossed.confidence(chances) if self._glossed else chances

    def can_state(self, clause_type: str, unit: Unit) -> bool:
        """Whether the words of a unit leave it open that it states a clause type, however likely that is."""
        return self._is_possible(clause_type, self._glossed.read(unit) if self._glossed else unit)

    def _is_possible(self, clause_type: str, unit: Unit) -> bool:
        if self._glossed and is_title(unit):
            return False
        stated = types_stated(unit.text)
        if stated is not None and clause_type not in stated:
            return False
        cue = self._cues.get(clause_type)
        return cue is None or cue.fits(f"{unit.lead_in} {unit.text}" if unit.lead_in else unit.text)

    def _settled(self, unit: Unit, chances: Mapping[str, float]) -> dict[str, float]:
        """The types that a unit states in so many words, with how sure one is of them; `chances` are the model's."""
        if len(unit.text) > _LONGEST_SETTLED:
            return {}
        settled = {name: _PLAIN for name, chance in chances.items() if self._is_plain(name, chance, unit)}
        settled |= {name: _SETTLED for name in self._settling if self._cues[name].settles(unit.text)}
        return {name: sure for name, sure in settled.items() if self._is_possible(name, unit)}

    def _is_plain(self, clause_type: str, chance: float, unit: Unit) -> bool:
        """Whether a unit has plain words for a type that the model takes it for and is not sure of."""
        words = self._plain_words.get(clause_type)
        if words is None or not self.threshold(clause_type) <= chance < _PLAIN:
            return False
        return words.search(unit.text.lower()) is not None

    def explain(self, unit: Unit) -> tuple[Explanation, ...]:
        """Why a unit is, or is not, taken for each type that is at all likely; the likeliest first."""
        unit = self._glossed.read(unit) if self._glossed else unit
        (chances,) = self._chances([unit])
        modelled = {name: float(chances[column]) for name, column in self._columns.items()}
        settled = self._settled(unit, modelled)
        likely = [name for name, chance in modelled.items() if chance >= _FLOOR or name in settled]
        return tuple(
            Explanation(
                clause_type=name,
                confidence=max(modelled[name], settled.get(name, 0.0)),
                threshold=self.threshold(name),
                possible=self._is_possible(name, unit),
                settled=name in settled,
                features=self._model.contributions(unit, name),
                rivals=self._model.said_by_rivals(unit, name),
            )
            for name in sorted(likely, key=lambda name: (-modelled[name], name))
        )

    def threshold(self, clause_type: str) -> float:
        """The probability from which on a unit is taken to state a clause type."""
        return self._threshold if clause_type in self._columns else 1.0

    def accepted(self, confidences: Mapping[str, float]) -> dict[str, float]:
        """The clause types of a unit whose probability reaches their threshold."""
        return {name: chance for name, chance in confidences.items() if chance >= self.threshold(name)}

    def find(self, document: Document) -> tuple[Finding, ...]:
        """All provisions of a document, in the order of the text."""
        candidates = self.units(document)
        return self.assemble(document, candidates, [self.accepted(one) for one in self.judge(candidates)])

    def chances_of(self, visible: str) -> Mapping[str, float]:
        """The clause types that a sentence is at all likely to state by itself, with their probabilities."""
        return self.judge([Unit(0, 0, 0, len(visible), "", "", visible, "")])[0]

    def judge_passage(self, text: str, context: str, lead_in: str) -> tuple[Finding, ...]:
        """The provisions of one passage by itself, as it stands in Markdown, under given headings and lead-in."""
        unit = Unit(0, 0, 0, len(text), context, lead_in, visible_text(text), "")
        (judged,) = self.judge([unit])
        return tuple(
            self._finding(_Passage(name, 0, 0, 0, len(text), (chance,)), text)
            for name, chance in self.accepted(judged).items()
        )

    def finding(
        self,
        document: Document,
        clause_type: str,
        first: int,
        last: int,
        places: tuple[tuple[int, int], ...],
        confidences: tuple[float, ...],
    ) -> Finding:
        """The finding that a run of blocks, of which it is known, is of a clause type; graded, with its facts.

        `confidences` are those of its units, one at least.
        """
        start, end = document.blocks[first].start, document.blocks[last].end
        passage = _Passage(clause_type, first, last, start, end, confidences)
        return self._finding(passage, document.text[start:end])._replace(places=places)

    def assemble(
        self, document: Document, candidates: Sequence[Unit], accepted: Sequence[Mapping[str, float]]
    ) -> tuple[Finding, ...]:
        """Make findings of units and the types that each was taken to state.

        Neighbouring units of one section that state the same are one passage; a passage that stands several times word
        for word is one finding with several places. A line that only leads into a list is none. Sorted by place, then
        type.
        """
        by_words: dict[tuple[str, str], Finding] = {}
        for passage in sorted(_passages(document, candidates, accepted), key=lambda one: (one.start, one.clause_type)):
            quote = document.text[passage.start : passage.end]
            if only_leads_in(quote):
                continue
            known = by_words.get((passage.clause_type, quote))
            place = (passage.start, passage.end)
            if known is None:
                by_words[passage.clause_type, quote] = self._finding(passage, quote)
            else:
                by_words[passage.clause_type, quote] = known._replace(places=(*known.places, place))
        return tuple(by_words.values())

    def _finding(self, passage: _Passage, quote: str) -> Finding:
        graded = self.grade(passage.clause_type, quote)
        return Finding(
            clause_type=passage.clause_type,
            start=passage.start,
            end=passage.end,
            first=passage.first,
            last=passage.last,
            places=((passage.start, passage.end),),
            confidence=passage.confidence,
            severity=graded.severity,
            stance=graded.stance,
            reasons=graded.reasons,
            quote=quote,
            language=self._glossed.glossary.language if self._glossed else ENGLISH,
        )

    def grade(self, clause_type: str, quote: str) -> Grade:
        """The severity and stance of a passage of a clause type, as it stands in its document; worked out once."""
        graded = self._grades.get((clause_type, quote))
        if graded is None:
            if len(self._grades) >= _MOST_GRADES:
                self._grades.clear()
            known = self._catalogue[clause_type]
            graded = self._glossed.grade(known, quote) if self._glossed else grade(known, quote, self.judge)
            self._grades[clause_type, quote] = graded
        return graded


def _passages(
    document: Document, candidates: Sequence[Unit], accepted: Sequence[Mapping[str, float]]
) -> list[_Passage]:
    """Join neighbouring units of one section and type; a passage keeps the probabilities of all its units."""
    done: list[_Passage] = []
    open_passages: dict[str, _Passage] = {}
    previous: Unit | None = None
    for unit, types in zip(candidates, accepted, strict=True):
        if not types and not open_passages:
            previous = unit
            continue
        same_section = previous is not None and (
            document.blocks[previous.first].heading == document.blocks[unit.first].heading
        )
        following: dict[str, _Passage] = {}
        for clause_type, chance in types.items():
            before = open_passages.pop(clause_type, None) if same_section else None
            if before is not None and _continues(document, before, unit):
                chances = (*before.chances, chance)
                following[clause_type] = before._replace(last=unit.last, end=unit.end, chances=chances)
                continue
            if before is not None:
                done.append(before)
            following[clause_type] = _Passage(clause_type, unit.first, unit.last, unit.start, unit.end, (chance,))
        done.extend(open_passages.values())
        open_passages, previous = following, unit
    done.extend(open_passages.values())
    return done


def _continues(document: Document, before: _Passage, unit: Unit) -> bool:
    """Whether a unit goes on with a passage: not where a section of its own opens, with a title or a run-in heading."""
    if unit.end - before.start > _LONGEST_PASSAGE:
        return False
    between = range(before.last + 1, unit.first)
    if any(is_bare_title(document.source(block), document.visible[block]) for block in between):
        return False
    # What a thematic break parts may be two articles in a row.
    if any(before.last < block <= unit.first for block in below_breaks(document)):
        return False
    opens = document.blocks[unit.first].kind is BlockKind.PARAGRAPH
    return not (opens and _RUN_IN_HEADING.match(document.text, unit.start))


def reads_language(language: str | None) -> bool:
    """Whether provisions can be found in a language (ISO 639-1); an unknown one is taken for English."""
    return language in (None, "", ENGLISH) or is_glossed(language)


def is_glossed(language: str | None) -> bool:
    """Whether provisions are found in a language through a glossary: fewer of them, and with figures of their own."""
    return language in GLOSSED


@lru_cache(maxsize=1)
def _rules() -> str:
    data = b"".join(files(__package__).joinpath(name).read_bytes() for name in _RULE_FILES)
    return f"{_RULES}-{hashlib.sha256(data).hexdigest()[:8]}"


@lru_cache(maxsize=1)
def default_finder() -> Finder:
    """The finder with the model and the catalogue that come with the system."""
    return Finder(load_model(), load_catalogue())
