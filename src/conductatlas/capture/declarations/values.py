"""Declarations as plain values, for storing, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from conductatlas.capture.declarations.model import Expectations, Filter, Range, Selector, Source, Terms, Watch


def terms_to_value(terms: Terms) -> dict[str, Any]:
    """A declaration as a value for JSON; where it stands in its file is left out."""
    value = asdict(terms)
    del value["line"]
    for source in value["sources"]:
        del source["line"]
    cadence = terms.watch.cadence
    value["watch"]["cadence"] = None if cadence is None else cadence.total_seconds()
    value["valid_until"] = None if terms.valid_until is None else terms.valid_until.isoformat()
    return value


def terms_from_value(value: Mapping[str, Any]) -> Terms:
    """The declaration that `terms_to_value` gave."""
    watch, until = value["watch"], value["valid_until"]
    seconds, expectations = watch["cadence"], watch["expectations"]
    return Terms(
        service_id=value["service_id"],
        type=value["type"],
        sources=tuple(_source(source) for source in value["sources"]),
        watch=Watch(
            **{name: watch[name] for name in ("region", "language", "audience")},
            cadence=None if seconds is None else timedelta(seconds=seconds),
            expectations=Expectations(**{**expectations, "words": tuple(expectations["words"])}),
        ),
        valid_until=None if until is None else datetime.fromisoformat(until),
    )


def _source(value: Mapping[str, Any]) -> Source:
    return Source(
        address=value["address"],
        select=tuple(map(_selector, value["select"])),
        remove=tuple(map(_selector, value["remove"])),
        filters=tuple(Filter(**one) for one in value["filters"]),
        execute_scripts=value["execute_scripts"],
    )


def _selector(value: str | Mapping[str, Any]) -> Selector:
    return value if isinstance(value, str) else Range(**value)
