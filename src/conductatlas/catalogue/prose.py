"""The prose of the catalogue: what is written of each clause type, as sentences with placeholders for facts.

A sentence may hold only for clauses with certain words, or for those without: `{say: …, when: pattern, unless:
pattern}` in place of the text, with either or both, as regular expressions that ignore case. `anywhere` is a `when`
that any sentence of the passage may meet, as with a way out that stands beside those that state the type. `{quoted}` in
it is the sentence of the clause that `when` matches, `{way}` one that also names a link, a setting or an address;
`{among}` tells that the clause says more than that. A question with `when` is asked because of what the words say; one
without is dropped where they speak to it.

A type without prose is no error: the catalogue is written type by type.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from conductatlas.catalogue.catalogue import Catalogue, load_catalogue
from conductatlas.catalogue.data_files import (
    CatalogueError,
    data_place,
    entry_label,
    mapping,
    read_yaml,
    some,
    text,
    texts,
)

# Who acts, which is the company behind a product, and what people use.
PLATFORM, SERVICE = "platform", "service"
# What a sentence may leave open besides; each is a fact that a clause states or not.
FACT_PLACEHOLDERS = (
    "notice",
    "retention",
    "refund",
    "claim_deadline",
    "opt_out_deadline",
    "opt_out",
    "inactivity",
    "cap",
    "cap_period",
    "amount",
    "law",
    "venue",
    "age",
    "licence_terms",
    "licence_acts",
    "data",
    "purposes",
)
# These stand for something that a clause's own words say, and that is no fact of a kind.
WORD_PLACEHOLDERS = (
    *(
        "conversation",
        "output_owner",
        "output_rights",
        "child",
        "ended_for_debt",
        "deleted_for_debt",
        "permitters",
        "photos",
    ),
    *(
        "contacts",
        "minors_alone",
        "in_steps",
        "provider_courts",
        "law_permits",
        "automation",
        "alike",
        "residence",
        "kind_of_data",
    ),
)
# The sentence of the clause that the sentence's own pattern matches, in quotation marks; or one that also names a way.
QUOTED, WAY = "quoted", "way"
# That what is quoted is not all that the clause says; empty where it is.
AMONG = "among"
_KNOWN = frozenset((PLATFORM, SERVICE, QUOTED, WAY, AMONG, *FACT_PLACEHOLDERS, *WORD_PLACEHOLDERS))
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SECTIONS = ("what", "why", "do", "questions", "diligence", "watch")
_LEVELS = ("mild", "usual", "harsh")
_FIELDS = ("id", *(one for one in _SECTIONS if one != "what"), "impact", "faq", "related")
_FOLDER = "prose"
_CONDITIONS = ("when", "unless", "anywhere")
# What points to one clause: 'By its words …', 'The clause names …', 'It asks …'.
_POINTS = re.compile(
    r"\b(?:the|this) clause\b|\bits (?:own |first )?words\b|\bthese words\b|\b(?:this|the) (?:wording|text|statement)\b"
    r"|\bit (?:also )?(?:says|names|speaks|points|states|asks|sets|leaves|makes|gives|provides|treats|promises|sends"
    r"|tells|covers|describes|lists|repeats|mentions)\b",
    re.IGNORECASE,
)
# These say something of every clause of a type.
_NEVER_EMPTY = ("why",)


@dataclass(frozen=True, slots=True)
class Condition:
    """For which clauses a sentence holds: those with words that match `when`, and none that match `unless`.

    `anywhere` is as `when`, of all words of a passage.
    """

    when: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    anywhere: re.Pattern[str] | None = None

    @property
    def rests_on_words(self) -> bool:
        """Whether the sentence is told because of words that a clause has."""
        return self.when is not None or self.anywhere is not None

    def holds(self, words: str, stated: str = "", counts: Callable[[re.Match[str]], bool] | None = None) -> bool:
        """Whether the sentence holds for a clause of these words, as a reader sees them.

        `stated` are those of them that state its type, where its passage says much besides; `counts` tells of words
        that match whether they count, as all do where it is not given.
        """
        if self.when is not None:
            matches = self.when.finditer(stated or words)
            if not any(counts is None or counts(found) for found in matches):
                return False
        if self.anywhere is not None and self.anywhere.search(words) is None:
            return False
        return self.unless is None or self.unless.search(words) is None


_ALWAYS = Condition()


@dataclass(frozen=True, slots=True)
class Impact:
    """What a clause does to a reader, by how it is graded against its type: lower, as usual, or higher.

    What is usual is said of the type, too; the others are told only of a clause.
    """

    mild: tuple[str, ...]
    usual: tuple[str, ...]
    harsh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that readers ask, with its answer."""

    question: str
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseProse:
    """All that is written of one clause type. `method` names the prose that it is part of.

    `conditions`: of those sentences that do not hold for every clause, for which they do.
    """

    clause_type: str
    what: tuple[str, ...]
    why: tuple[str, ...]
    impact: Impact
    do: tuple[str, ...]
    questions: tuple[str, ...]
    diligence: tuple[str, ...]
    watch: tuple[str, ...]
    faq: tuple[Question, ...]
    related: tuple[str, ...]
    method: str
    conditions: Mapping[str, Condition] = field(default_factory=dict)

    def holds(
        self, sentence: str, words: str, stated: str = "", counts: Callable[[re.Match[str]], bool] | None = None
    ) -> bool:
        """Whether one of the sentences holds for a clause of these words; see `Condition.holds`."""
        return self.conditions.get(sentence, _ALWAYS).holds(words, stated, counts)

    def is_general(self, sentence: str) -> bool:
        """Whether one of the sentences rests on nothing that a clause says: on no fact, and on no words that it has."""
        rests_on = placeholders(sentence) - {PLATFORM, SERVICE}
        return not rests_on and not self.conditions.get(sentence, _ALWAYS).rests_on_words

    def is_own(self, sentence: str) -> bool:
        """Whether one of the sentences is said of a clause and not of its type: it rests on it, and points to it.

        What clauses with certain words have in common, and what to do about them, is said of the type.
        """
        facts = placeholders(sentence) - {PLATFORM, SERVICE}
        return bool(facts) or (not self.is_general(sentence) and _POINTS.search(sentence) is not None)

    def sections(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every section with its sentences; answers and the levels of impact count as sections of their own."""
        for name in _SECTIONS:
            yield name, getattr(self, name)
        for level in _LEVELS:
            yield f"impact.{level}", getattr(self.impact, level)
        for number, one in enumerate(self.faq, 1):
            yield f"faq {number} question", (one.question,)
            yield f"faq {number} answer", one.answer


@dataclass(frozen=True, slots=True)
class Prose:
    """What is written of clause types, by their ids."""

    by_type: Mapping[str, ClauseProse]
    method: str

    def __len__(self) -> int:
        return len(self.by_type)

    def get(self, clause_type: str) -> ClauseProse | None:
        """What is written of a clause type; None where nothing is yet."""
        return self.by_type.get(clause_type)


def placeholders(sentence: str) -> frozenset[str]:
    """The names of the placeholders in a sentence."""
    return frozenset(_PLACEHOLDER.findall(sentence))


@lru_cache(maxsize=8)
def load_prose(folder: Path | None = None) -> Prose:
    """Read and check all prose; that which comes with the system where no folder is given.

    Each file holds the types of one category, and bears its name. Raises CatalogueError.
    """
    catalogue = load_catalogue()
    digest = hashlib.sha256()
    entries: list[tuple[str, str, Any]] = []
    for file in _files(data_place(_FOLDER, folder)):
        raw, data = read_yaml(file, file.name)
        digest.update(f"{file.name}\0".encode() + raw)
        entries.extend(_entries(catalogue, file.name, data))
    method = f"prose-{digest.hexdigest()[:8]}"
    by_type: dict[str, ClauseProse] = {}
    for label, category, entry in entries:
        prose = _prose(catalogue, label, entry, method)
        if prose.clause_type in by_type:
            raise CatalogueError(f"{label} stands twice")
        if catalogue[prose.clause_type].category != category:
            raise CatalogueError(f"{label} is no type of the category {category!r}")
        by_type[prose.clause_type] = prose
    return Prose(by_type, method)


def _files(folder: Traversable) -> list[Traversable]:
    """The files of prose, by name."""
    try:
        return sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name)
    except OSError as error:
        raise CatalogueError(f"{folder.name}: {error.strerror}") from error


def _entries(catalogue: Catalogue, file: str, data: Any) -> Iterator[tuple[str, str, Any]]:
    category = file.removesuffix(".yaml")
    if category not in {one.id for one in catalogue.categories}:
        raise CatalogueError(f"{file}: the catalogue has no category {category!r}")
    if not isinstance(data, list) or not data:
        raise CatalogueError(f"{file}: must be a list of clause types")
    for number, entry in enumerate(data, 1):
        yield entry_label(file, "type", number, entry), category, entry


def _prose(catalogue: Catalogue, label: str, entry: Any, method: str) -> ClauseProse:
    values = mapping(label, entry, _FIELDS, ("what",))
    clause_type = values["id"]
    if clause_type not in catalogue:
        raise CatalogueError(f"{label}: the catalogue has no such type")
    impact = mapping(f"{label}: impact", values["impact"], ("usual",), ("mild", "harsh"))
    conditions: dict[str, Condition] = {}
    prose = ClauseProse(
        clause_type=clause_type,
        **{name: _sentences(f"{label}: {name}", values, name, conditions) for name in _SECTIONS},
        impact=Impact(**{one: _sentences(f"{label}: impact.{one}", impact, one, conditions) for one in _LEVELS}),
        faq=_faq(label, values["faq"], conditions),
        related=_related(catalogue, label, clause_type, values["related"]),
        method=method,
        conditions=conditions,
    )
    for section, sentences in prose.sections():
        _check_section(label, section, sentences, conditions)
    return prose


def _sentences(label: str, values: Mapping[str, Any], name: str, conditions: dict[str, Condition]) -> tuple[str, ...]:
    """A list of sentences, if there is one; the conditions of those that have some are noted."""
    return tuple([_sentence(label, one, conditions) for one in some(label, values[name])]) if name in values else ()


def _sentence(label: str, value: Any, conditions: dict[str, Condition]) -> str:
    if not isinstance(value, dict):
        condition, sentence = _ALWAYS, text(label, value)
    else:
        values = mapping(label, value, ("say",), _CONDITIONS)
        sentence = text(label, values["say"])
        condition = Condition(*(_pattern(label, values.get(name)) for name in _CONDITIONS))
    if placeholders(sentence) & {QUOTED, WAY} and condition.when is None:
        raise CatalogueError(f"{label}: which words are to be quoted is not said: {sentence}")
    if conditions.setdefault(sentence, condition) != condition:
        raise CatalogueError(f"{label}: a sentence stands twice, under other conditions: {sentence}")
    return sentence


def _pattern(label: str, value: Any) -> re.Pattern[str] | None:
    if value is None:
        return None
    try:
        return re.compile(text(label, value), re.IGNORECASE)
    except re.error as error:
        raise CatalogueError(f"{label}: no regular expression ({error}): {value}") from error


def _faq(label: str, value: Any, conditions: dict[str, Condition]) -> tuple[Question, ...]:
    if not isinstance(value, list) or not value:
        raise CatalogueError(f"{label}: faq must be a list of questions")
    found = [mapping(f"{label}: faq {number}", one, ("q", "a")) for number, one in enumerate(value, 1)]
    answers = [_sentences(f"{label}: faq", one, "a", conditions) for one in found]
    return tuple(Question(text(f"{label}: faq", one["q"]), answer) for one, answer in zip(found, answers, strict=True))


def _related(catalogue: Catalogue, label: str, clause_type: str, value: Any) -> tuple[str, ...]:
    related = texts(f"{label}: related", value)
    unknown = [one for one in related if one not in catalogue]
    if unknown:
        raise CatalogueError(f"{label}: related names unknown {', '.join(unknown)}")
    if clause_type in related or len(set(related)) < len(related):
        raise CatalogueError(f"{label}: related names the type itself, or one twice")
    return related


def _check_section(entry: str, section: str, sentences: tuple[str, ...], conditions: Mapping[str, Condition]) -> None:
    """Placeholders are known ones, and why clauses of a type matter can always be said."""
    label = f"{entry}: {section}"
    for sentence in sentences:
        unknown = sorted(placeholders(sentence) - _KNOWN)
        if unknown or re.search(r"[{}]", _PLACEHOLDER.sub("", sentence)):
            raise CatalogueError(f"{label}: unknown placeholder {', '.join(unknown) or 'or stray brace'}")
    bare = [sentence for sentence in sentences if not placeholders(sentence) - {PLATFORM, SERVICE}]
    if section in _NEVER_EMPTY and not _one_always_holds(conditions[sentence] for sentence in bare):
        raise CatalogueError(f"{label}: every sentence depends on the clause, so the section could be empty")


def _one_always_holds(conditions: Iterable[Condition]) -> bool:
    """Whether for any words one of them holds: one without patterns, or two that are each other's contrary."""
    found = list(conditions)
    either = [one for one in found if (one.when is None or one.unless is None) and one.anywhere is None]
    contraries = [Condition(one.unless, one.when) for one in either]
    return _ALWAYS in found or any(one in contraries for one in found)
