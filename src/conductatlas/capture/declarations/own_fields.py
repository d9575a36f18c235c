"""The fields that are our own: for whom a document is written, how often it is looked at, what holds of it always.

They stand in a file beside the declaration, SERVICE.conductatlas.yaml (decision 11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from conductatlas.capture.declarations.located import Located, LocatedError, parse_yaml
from conductatlas.capture.declarations.model import Expectations, Watch
from conductatlas.capture.declarations.problems import Problems, kind

_KEYS = ("region", "language", "audience", "cadence", "expectations")
_EXPECTATIONS = ("minimum_length", "maximum_length", "words")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CADENCE = re.compile(r"(?:(\d{1,4})\s*)?(minute|hour|day|week)s?", re.IGNORECASE)
_NAMED = {"hourly": timedelta(hours=1), "daily": timedelta(days=1), "weekly": timedelta(weeks=1)}
SHORTEST_CADENCE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class OwnFields:
    """What is said of a service as a whole, and of single types of its terms."""

    shared: Watch = field(default_factory=Watch)
    of_terms: Mapping[str, Watch] = field(default_factory=dict)

    def of(self, terms_type: str) -> Watch:
        """How the terms of a type are watched."""
        return self.of_terms.get(terms_type, self.shared)


def read_own_fields(text: str, problems: Problems) -> OwnFields:
    """Read the file of a service; what is wrong goes to `problems`, and that field counts as not said."""
    try:
        root = parse_yaml(text)
    except LocatedError as error:
        problems.serious(error.line, str(error))
        return OwnFields()
    if root.value is None:
        return OwnFields()
    entries = problems.mapping(root, "the file", (*_KEYS, "terms"))
    if entries is None:
        return OwnFields()
    shared = _watch(entries, Watch(), problems)
    types = problems.mapping(entries["terms"], "“terms”") if "terms" in entries else {}
    of_terms = {}
    for terms_type, value in (types or {}).items():
        watch = read_watch(value, f"“{terms_type}”", problems, shared)
        if watch is not None:
            of_terms[terms_type] = watch
    return OwnFields(shared, of_terms)


def read_watch(value: Located, label: str, problems: Problems, shared: Watch | None = None) -> Watch | None:
    """How a document is watched, None where that is no mapping; what is not said is as in `shared`."""
    fields = problems.mapping(value, label, _KEYS)
    return None if fields is None else _watch(fields, shared or Watch(), problems)


def _watch(fields: Mapping[str, Located], shared: Watch, problems: Problems) -> Watch:
    watch = shared
    if "region" in fields:
        watch = replace(watch, region=problems.text(fields["region"], "“region”").strip())
    if "audience" in fields:
        watch = replace(watch, audience=problems.text(fields["audience"], "“audience”").strip())
    if "language" in fields:
        language = problems.text(fields["language"], "“language”")
        if language and not _LANGUAGE.fullmatch(language):
            problems.serious(fields["language"].line, f"“language” must be a code such as en or pt-BR, not {language}")
            language = ""
        watch = replace(watch, language=language or shared.language)
    if "cadence" in fields:
        watch = replace(watch, cadence=_cadence(fields["cadence"], problems) or shared.cadence)
    if "expectations" in fields:
        watch = replace(watch, expectations=_expectations(fields["expectations"], shared.expectations, problems))
    return watch


def _cadence(value: Located, problems: Problems) -> timedelta | None:
    said = str(value.value).strip().lower()
    found = _NAMED.get(said)
    counted = _CADENCE.fullmatch(said)
    if counted:
        found = timedelta(**{f"{counted.group(2)}s": int(counted.group(1) or 1)})
    if found is None or found < SHORTEST_CADENCE:
        shown = said[:40] if isinstance(value.value, str) else kind(value)
        problems.serious(value.line, f"“cadence” must be 15 minutes or more, such as daily or “6 hours”; not {shown}")
        return None
    return found


def _expectations(value: Located, shared: Expectations, problems: Problems) -> Expectations:
    fields = problems.mapping(value, "“expectations”", _EXPECTATIONS) or {}
    least = _length(fields, "minimum_length", shared.least_length, problems)
    most = _length(fields, "maximum_length", shared.most_length, problems)
    if least is not None and most is not None and least > most:
        problems.serious(value.line, f"no length is at least {least:,} and at most {most:,}; neither is checked")
        least = most = None
    words = shared.words
    if "words" in fields:
        given = fields["words"].value if isinstance(fields["words"].value, list) else [fields["words"]]
        words = tuple(word for one in given if (word := problems.text(one, "a word that must be there").strip()))
    return Expectations(least, most, words)


def _length(fields: Mapping[str, Located], key: str, shared: int | None, problems: Problems) -> int | None:
    if key not in fields:
        return shared
    value = fields[key].value
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    problems.serious(fields[key].line, f"“{key}” must be a number of characters above 0, not {kind(fields[key])}")
    return shared
